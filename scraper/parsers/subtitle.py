"""Finds the dek (standfirst): the line beneath the headline that sums the article up."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from schemas import Evidence
from scraper.page import Page
from scraper.parsers.body.pieces import is_credit
from scraper.parsers.body.pitches import find_pitches
from scraper.parsers.dates.lines import is_date_line
from scraper.parsers.found import Found
from scraper.parsers.rules.counters import COUNTER_LINE
from scraper.text import HEADING_TAGS, SENTENCE_ENDS, Container, TextBlock

_DEK_CLASS = re.compile(
    r"(?:^|[-_ ])(?:dek|(?:sub)?deck|standfirst|announce|anons|spot|sapo|"
    r"sub-?(?:title|hea?d(?:line|ing)?|line)|summary|excerpt|"
    r"lead|lede|intro|teaser|vorspann|untertitel|unterzeile|chapo|sous-?titre|entradilla|bajada|"
    r"subtitulo|sommario|sottotitolo|catenaccio|copete|linha-?fina|ingressi?|preamble|manchet|underrubrik|chapeau|"
    r"zajawka|bevezet[oő]|perex|abstract)(?:$|[-_ ]|text)",
    re.I,
)
_WORD = re.compile(r"\w+")
_TITLES = re.compile(r"(?:\w+\.\s*)*")
"""What may stand before a name: "Prof. Dr."."""
_HEADINGS = ("h1", "h2", "h3", "h4")
_BY_PLACE = 0.5
"""Confidence of a dek that nothing but its place tells."""
_PLAIN = frozenset(("p", "div", "span"))
_LEAST_PLAIN = 40
"""Characters of such a dek at least; shorter lines are labels."""
_LABEL = 20
"""Characters that hold what a line of names begins with: "Written by:"."""
_BLOCKS_BELOW = 8
_SHORTEST = 20
_LONGEST = 500
_LONGEST_LABEL = 32
"""Characters of a line such as "About this episode:", which says what the next one is."""
_LONGEST_SECTION = 70
"""Characters of a section's heading; a longer one sums the article up."""
_KICKER = 40
"""Characters before the dek in its own block: a place, a section, who and when."""
_REPEAT_EXCESS = 30
_HEADLINE_EXCESS = 200
_LONGEST_CHROME = 150
"""Characters that are no links in a block of menus and trails; a longer one is text."""


def find_subtitle(
    page: Page,
    title: Found[str] | None,
    claimed: AbstractSet[int] = frozenset(),
    text: AbstractSet[int] = frozenset(),
    names: Sequence[str] = (),
) -> Found[str] | None:
    """Return the line beneath the headline, or None where there is no such line.

    A block just below the headline counts when its class names it so, when it is a heading of
    its own right behind the headline, when the page's description repeats it and it is no
    paragraph of the article, or when it is a sentence right behind the headline that is none;
    captions and times of reading do not. What stands in the line before
    the description (a kicker, a day) is left out.

    Args:
        claimed: Indexes of the blocks of the byline and of bios, which are no dek.
        text: Indexes of the body's blocks; systems take the first of them for the description.
    """
    if title is None:
        return None
    wanted = _key(title.value)
    plain = None
    # The first paragraph of the text is one where the byline parts it from the second.
    first = min(text, default=0)
    before = text - {first} if first + 1 in claimed else text
    for block, dek, confidence in _lines_below(page, title.value, before):
        if (
            block.index not in claimed
            and not _is_beside(page, block)
            and not _is_credit(dek, names)
        ):
            evidence = Evidence(source="text", where=page.path_of(block), confidence=confidence)
            if confidence > _BY_PLACE:
                return Found(dek, evidence)
            plain = plain or Found(dek, evidence)
    for item in page.structured.of_type("Article", "Posting"):
        second = item.text("alternativeHeadline") or ""
        if second and _key(second) not in (wanted, _key(item.text("headline") or "")):
            where = f"{item.where}.alternativeHeadline"
            return Found(second, Evidence(source=item.syntax, where=where, confidence=0.7))
    return plain


def _lines_below(
    page: Page, title: str, text: AbstractSet[int]
) -> Iterator[tuple[TextBlock, str, float]]:
    """Yield the blocks below the headline that may be the dek, with it, and how sure that is."""
    at = page.once(headline_block, title)
    if at is None:
        return
    descriptions, wanted = _descriptions(page), _key(title)
    for block in page.blocks[at + 1 : at + 1 + _BLOCKS_BELOW]:
        if _repeats(block.text, wanted):
            # The first one stood in a breadcrumb, or behind a day.
            at = block.index
            continue
        if block.tag in _HEADINGS and block.link_chars * 2 > len(block.text):
            return
        dek, is_next = (
            _without_kicker(block.text.replace("\n", " "), descriptions),
            block.index == at + 1,
        )
        may_be = is_next or block.index not in text or block.tag in _HEADINGS
        is_described = may_be and _key(dek) in descriptions
        if confidence := _confidence(page, block, is_next, is_described, text):
            yield block, dek, confidence


def _descriptions(page: Page) -> dict[str, str]:
    """Return what the page says of itself, each text under its words."""
    values = [*page.structured.metas("description"), *page.structured.metas("og:description")]
    items = page.structured.of_type("Article", "Posting")
    values += [text for item in items if (text := item.text("description"))]
    return {key: value for value in dict.fromkeys(values) if (key := _key(value))}


def _without_kicker(line: str, descriptions: dict[str, str]) -> str:
    """Return the description that a line ends with, where little stands before it."""
    for value in descriptions.values():
        before = len(line) - len(value)
        if 0 < before <= _KICKER and len(value) >= _SHORTEST and line.endswith(value):
            return value
    return line


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def headline_block(page: Page, title: str) -> int | None:
    """Return the index of the block that displays the headline (the last line of it).

    Trails and menus show it before the heading does; one behind the text heads another copy.
    """
    wanted = _key(title)
    if not wanted:
        return None
    last = wanted.rsplit(" ", 1)[-1]
    # Most blocks show by their length that they are another text (folding makes three letters of
    # one at most), most of the others by lacking the last word.
    shortest, longest = len(wanted) // 3, len(title) + _HEADLINE_EXCESS
    first = None
    for block in page.blocks:
        text = block.text
        likely = shortest <= len(text) < longest and last in text.casefold()
        if likely and _key(text).endswith(wanted):
            if block.tag in _HEADINGS:
                return block.index
            first = block.index if first is None else first
        elif first is not None and len(text) - block.link_chars > _LONGEST_CHROME:
            break
    return first


def _repeats(text: str, wanted: str) -> bool:
    """Return whether a line is the headline once more, with little else."""
    return len(text) < len(wanted) + _REPEAT_EXCESS and wanted in _key(text)


def _is_beside(page: Page, block: TextBlock) -> bool:
    """Return whether a line below the headline is a caption, a day or the time that reading takes.

    Blogs print the day as a heading of its own, and a class that names the dek may be around all.
    """
    text = block.text
    if COUNTER_LINE.fullmatch(text) or is_date_line(text) or is_credit(text):
        return True
    element = page.containers[block.container].element
    return element.tag == "figcaption" or any(
        e.tag == "figcaption" for e in element.iterancestors()
    )


def _is_credit(line: str, names: Sequence[str]) -> bool:
    """Return whether a line is authors with their degrees, and no sentence about one of them.

    It begins with a name, no word with a capital follows right behind, and no more words than
    there are authors ("and") are without one.
    """
    for name in names:
        before, named, behind = line.partition(name)
        if not named or behind[:1].isalnum() or not _TITLES.fullmatch(before):
            continue
        words = _WORD.findall(behind)
        goes_on = behind.lstrip()[:1].isalnum() and not words[0].islower()
        small = sum(word[0].isalpha() and not word[0].isupper() for word in words)
        if not goes_on and small <= len(names):
            return True
    return False


def _heads_section(page: Page, block: TextBlock, text: AbstractSet[int]) -> bool:
    """Return whether a heading is the first of the article's sections: others are like it."""
    if block.index not in text or len(block.text) > _LONGEST_SECTION:
        return False
    blocks = page.blocks
    return any(i > block.index and blocks[i].tag == block.tag for i in text if i < len(blocks))


def _confidence(
    page: Page,
    block: TextBlock,
    next_one: bool,  # noqa: FBT001
    is_described: bool,  # noqa: FBT001
    text: AbstractSet[int],
) -> float:
    """Return how sure it is that a block below the headline is the dek; 0 if it is not."""
    if not _SHORTEST <= len(block.text) <= _LONGEST or block.link_chars * 2 > len(block.text):
        return 0.0
    if block.text.endswith((":", "：")) and len(block.text) <= _LONGEST_LABEL:
        return 0.0
    container = page.containers[block.container]
    parent = page.containers[container.parent] if container.parent >= 0 else container
    if container.element.get("class") and _DEK_CLASS.search(container.element.get("class") or ""):
        return 0.9
    # Below a heading of its own ("Abstract") it is a section of the article.
    headed = block.index > parent.first and _heads(page.blocks[parent.first], parent)
    alone = parent.end - parent.first <= 2 and not headed
    if alone and _DEK_CLASS.search(parent.element.get("class") or ""):
        return 0.8
    if next_one and block.tag in _HEADINGS[1:] and not _heads_section(page, block, text):
        return 0.7
    if is_described:
        return 0.6
    return _BY_PLACE if next_one and _is_left_out(block, text) else 0.0


def _heads(line: TextBlock, around: Container) -> bool:
    """Return whether a line is a heading, or TeX's and pandoc's word for one above an abstract."""
    if line.tag in HEADING_TAGS:
        return True
    is_label = len(line.text) <= _LONGEST_LABEL and not line.text.endswith(SENTENCE_ENDS)
    return is_label and "abstract" in (around.element.get("class") or "")


def _is_left_out(block: TextBlock, text: AbstractSet[int]) -> bool:
    """Return whether a line before the text is a sentence that is none of it, nor of the site's.

    So stand deks in elements that say nothing of them, above byline and picture.
    """
    line = block.text
    return (
        block.tag in _PLAIN
        and not block.media
        and len(line) >= _LEAST_PLAIN
        and line.endswith(SENTENCE_ENDS)
        and ":" not in line[:_LABEL]
        and block.index < min(text, default=0)
        and not find_pitches([line])
    )
