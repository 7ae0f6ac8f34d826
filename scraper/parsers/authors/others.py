"""Rules out the names that a page prints as somebody else's than the writer's.

A name that no data states is nobody's candidate where all places that print it are those of a
comment, of words that are quoted, of who speaks or is asked, of a picture, of teasers; nor where
it is no more than a line among others or a link, away from headline and byline. Half of the names
of a page go so, before they cost a description.
"""

from collections.abc import Collection
from collections.abc import Set as AbstractSet

from scraper.page import Page
from scraper.parsers.authors import regions as region
from scraper.parsers.authors.bystanders import STATING_MARKS, is_bystander
from scraper.parsers.authors.candidates import Candidate
from scraper.parsers.authors.mentions import FULL, Displayed, Mention
from scraper.parsers.authors.regions import Regions
from scraper.parsers.names import name_key
from scraper.parsers.rules.bylines import HAN_FROM
from scraper.parsers.rules.names import CITIES, PARTICLES
from scraper.patterns import late
from scraper.text import HEADING_TAGS, outwards

_REPEATS = 4
"""Distinct names under one class from which a place counts as a list of teasers."""
_SPREAD_BLOCKS = 12
_LISTED = 3
"""Distinct names in boxes of their own, all under one class, that make a list of teasers."""
_LONGEST_NAME = 30
_LEAST_LINK = 4
"""Characters of a link that is more than a sign or a number."""
_BLOCKS_OF_TEASER = 4
_LEAST_QUOTE = 20
"""Characters of a quotation that somebody signs."""
_OPENING_MARKS = ('"', "“", "„", "«", "»", "‘", "「")
_CLOSING_MARKS = ('"', "”", "»", "“", "«", "’", "」")
_OTHERS_MARKS = frozenset({"interviewed", "slashed", "speaks"})
_ARTICLES_OWN = frozenset({"written", "rel", "itemprop", "bio-class"})
"""Marks of a byline that are seldom those of a teaser's."""
_SIGNING_MARKS = frozenset({"by", "rel", "itemprop"})
_WRITTEN_MARKS = frozenset({"written", "full"})
_STRONG_MARKS = frozenset({"link-strong", "class-strong"})
_PRINTED_DATA = frozenset({"microdata", "rdfa"})
"""Data that stands in the elements that print it."""
_DASHES = " \n-–—―~"
_KNOWN_GIVEN = 0.85
"""Likelihood of a full name with a frequent given name."""
_SIGNATURE_REST = 4
"""Characters that a signature may have beside the name: a dash, brackets."""
_PARAGRAPH = 120
"""Characters of a block beside a name in it, from which on it stands in running text."""
_WORDS_OF_BYLINE = 5
"""Words before a name within the text from which on they are a sentence's."""
_SENTENCE_WORDS = 3
_LINE_MOST = 300
"""Longer lines are no headline."""
_OF_TOWNS = frozenset("Bad Ciudad Fort Las Los Mount Nueva Port Puerto Sankt".split())
"""First words of towns ("Puerto Montt, 17 de mayo de 2019"), none of which is a given name."""
_DIGITS, _DAY_CHARS = frozenset("0123456789"), 20
_LISTS = ("ul", "ol")
_PUBLISHED = late(r"Published (?:by|in) [^\n]{3,80}\b(?:19|20)\d\d\.$")
"""A sentence that names the paper which printed a notice, and when: obituaries end with it."""
_LIKELY = 0.85
"""Likelihood of a name that begins with a frequent given name: no paper's."""
_BARE_MARKS = frozenset("plain item heading full dated beside-date link presented".split())
"""Marks that say no more than that a name may stand here."""
_LINK_MARKS = frozenset("link item beside-date".split())
"""Marks of a link that may lead to somebody's page, and of what stands around it; not the day
that forums print behind a login."""
_BUTTON_MARKS = _LINK_MARKS | {"link-strong", "plain", "heading"}
_NO_NAME = 0.2
"""Likelihood under which several words are no name."""
_LITTLE = 0.01
_SINGLE_NAME = 0.5
"""Likelihood of a frequent given name that stands alone."""
_TEXT_MARKS = _BARE_MARKS | {"link-strong"}
"""Those of a name in running text: a sentence may link to somebody's page."""


def rule_out(
    candidates: list[Candidate], regions: Regions, displayed: Displayed, repeated: AbstractSet[str]
) -> list[Candidate]:
    """Return the candidates that may be authors, in the same order."""
    listed = _listed_signatures(displayed, regions) | repeated
    teasers = _teasers_behind(displayed, regions)
    return [
        candidate
        for candidate in candidates
        if not _is_section(candidate, regions.page)
        and (
            (candidate.stated and not _comments(candidate, regions))
            or (
                any(
                    mention.block not in teasers and _counts(mention, regions, listed)
                    for mention in candidate.mentions
                )
                and not (displayed.topics and _is_topic(candidate, displayed))
            )
        )
    ]


def _teasers_behind(displayed: Displayed, regions: Regions) -> frozenset[int]:
    """Return the blocks behind a text that several sign: those of other articles' bylines.

    Near the text only those under a heading count: the article's own stand there, too.
    """
    last = regions.body_last
    signed = {
        (mention.block, mention.name.name)
        for mention in displayed.mentions
        if mention.block > last >= 0
        and "explicit" in mention.marks
        and mention.marks.isdisjoint(_ARTICLES_OWN)
        and (mention.block > last + region.END_BLOCKS or _is_headed(mention, regions))
    }
    blocks = frozenset(block for block, _ in signed)
    few = min(len(blocks), len({name for _, name in signed})) < _LISTED
    return _linked_behind(displayed, regions) | (frozenset() if few else blocks)


def _linked_behind(displayed: Displayed, regions: Regions) -> frozenset[int]:
    """Return the blocks behind a text in which a link stands before the name of each of several.

    It leads to the article that they have written.
    """
    last = regions.body_last
    signed = {
        (mention.block, mention.name.name)
        for mention in displayed.mentions
        if mention.block > last >= 0 and _is_behind_link(mention, regions)
    }
    several = min(len({block for block, _ in signed}), len({name for _, name in signed})) > 1
    return frozenset(block for block, _ in signed) if several else frozenset()


def _is_behind_link(mention: Mention, regions: Regions) -> bool:
    """Return whether only a link stands before a name in its line, or above it in its box."""
    blocks, containers = regions.page.blocks, regions.page.containers
    block, above = blocks[mention.block], blocks[mention.block - 1]
    before = block.text[: max(block.text.find(mention.name.name), 0)].strip()
    if mention.signature and len(before) > _LEAST_LINK:
        return block.link_chars >= len(before)
    box = containers[block.container].parent
    held = above.container == box or containers[above.container].parent == box
    small = box >= 0 and containers[box].end - containers[box].first <= _BLOCKS_OF_TEASER
    return held and small and len(above.text) > _LEAST_LINK and above.link_chars >= len(above.text)


def _is_headed(mention: Mention, regions: Regions) -> bool:
    """Return whether a line with a by-word of its own stands right below a heading."""
    above = regions.page.blocks[mention.block - 1]
    return "line" in mention.marks and above.tag in HEADING_TAGS


def _is_section(candidate: Candidate, page: Page) -> bool:
    """Return whether data states what is no person's name as author and section ("Letters")."""
    if not candidate.stated or any(entry.name.likelihood >= FULL for entry in candidate.stated):
        return False
    return candidate.key in page.once(_stated_sections)


def _stated_sections(page: Page) -> frozenset[str]:
    """Return the keys of the sections that a page's metadata file it under."""
    values = list(page.structured.metas("article:section"))
    for item in page.structured.of_type("Article", "Posting"):
        values += item.texts("articleSection")
    return frozenset(map(name_key, values))


def _comments(candidate: Candidate, regions: Regions) -> bool:
    """Return whether a name is stated by nothing but the markup of comments that print it.

    The article's element often holds its comments, whose writers are marked as authors, too.
    """
    return (
        bool(candidate.mentions)
        and all(entry.source in _PRINTED_DATA for entry in candidate.stated)
        and all(regions.block_flags(m.block) & region.COMMENT for m in candidate.mentions)
    )


def _is_topic(candidate: Candidate, displayed: Displayed) -> bool:
    """Return whether a name is marked as a section's or a tag's, and nobody signs with it."""
    return any((m.block, candidate.key) in displayed.topics for m in candidate.mentions) and all(
        m.marks.isdisjoint(_SIGNING_MARKS) for m in candidate.mentions
    )


def _counts(mention: Mention, regions: Regions, listed: Collection[str]) -> bool:
    """Return whether the place of a mention may be that of a writer's name."""
    if is_no_name(mention.name.name) or _is_of_headline(mention, regions):
        return False
    if _is_bare_link(mention):
        return False
    beside = regions.is_beside(mention.block)
    if not beside and (mention.signature in listed or _is_bare(mention, regions)):
        return False
    if mention.marks <= _BARE_MARKS and _is_of_list(mention, regions):
        return False
    line = regions.page.blocks[mention.block].text
    if _is_town(mention.name.name, line):
        return False
    if mention.name.likelihood < _LIKELY and _PUBLISHED.match(line):
        return False
    return not (_is_of_other(mention, regions) or is_bystander(mention, regions))


def _is_bare_link(mention: Mention) -> bool:
    """Return whether only its address says that a single word is a name: "About", a product.

    A few characters of Chinese that are no family's may be any word. Several words that are no
    name, nor what the address spells, are a button in whatever language ("Więcej tekstów autora").
    """
    name = mention.name
    several = " " in name.name or name.name >= HAN_FROM
    if name.likelihood < _NO_NAME and several and name.kind == "person":
        path = name_key(mention.href or "").replace(" ", "")
        return mention.marks <= _BUTTON_MARKS and name_key(name.name).replace(" ", "") not in path
    word = name.likelihood < _SINGLE_NAME + (name.name >= HAN_FROM) * _LITTLE
    return word and mention.marks <= _LINK_MARKS


def _is_town(name: str, line: str) -> bool:
    """Return whether what can be a name is a town by its first word, with the day behind it."""
    behind = line.partition(name)[2]
    dated = behind.startswith(",") and not _DIGITS.isdisjoint(behind[:_DAY_CHARS])
    return dated and name.split(maxsplit=1)[0] in _OF_TOWNS


def is_no_name(text: str) -> bool:
    """Return whether a text cannot be a name, whatever word stands before it.

    "published from Overblog" begins in small letters and goes on in capitals, which "van den Berg"
    does and "bell hooks" not. Nor is a question, a city that looks like one ("São Paulo"), or a
    line with a figure ("di cui saturi 8.61 g" in a table of what is in a dish).
    """
    words = text.split()
    if len(words) > 1 and (text.endswith("?") or name_key(text) in CITIES or _holds_figure(words)):
        return True
    if len(words) < _SENTENCE_WORDS or not PARTICLES.isdisjoint(words[:2]):
        return False
    return words[0].islower() and words[1].islower() and any(w[0].isupper() for w in words[2:])


def _is_of_headline(mention: Mention, regions: Regions) -> bool:
    """Return whether a name is the headline, or a part of it where it is displayed."""
    title = name_key(regions.title)
    key = name_key(mention.name.name)
    if key == title or (" " in title and key.startswith(f"{title} ")):
        return True  # "Jane Doe Obituary" heads a page that is called "Jane Doe".
    line = regions.page.blocks[mention.block].text
    if "heading" in mention.marks and len(line) > 2 and regions.title.startswith(line):
        # The subject of the headline in a line of its own.
        return True
    return len(line) <= _LINE_MOST and name_key(line) == title


def _holds_figure(words: list[str]) -> bool:
    return words[0][0].islower() and any(word[0].isdigit() for word in words)


def _is_bare(mention: Mention, regions: Regions) -> bool:
    """Return whether nothing but its form says that a name away from the headline is one.

    A line that ends the text is a signature.
    """
    return mention.marks <= _BARE_MARKS and not _closes(mention, regions)


def _is_of_list(mention: Mention, regions: Regions) -> bool:
    """Return whether a name is one of several entries of a list within the text.

    Who has signed an open letter, played or won stands there.
    """
    if "item" not in mention.marks or not regions.body_first <= mention.block <= regions.body_last:
        return False
    holders = outwards(regions.page.containers, regions.page.blocks[mention.block].container)
    around = next((box for box in holders if box.tag in _LISTS), None)
    return around is not None and around.end - around.first >= _LISTED


def repeated_signatures(displayed: Displayed) -> set[str]:
    """Return the tag and class pairs that mark many names, far apart: teasers, comments."""
    names: dict[str, dict[str, int]] = {}
    for mention in displayed.mentions:
        if mention.signature:
            names.setdefault(mention.signature, {})[name_key(mention.name.name)] = mention.block
    return {
        signature
        for signature, keys in names.items()
        if len(keys) >= _REPEATS and max(keys.values()) - min(keys.values()) > _SPREAD_BLOCKS
    }


def _listed_signatures(displayed: Displayed, regions: Regions) -> set[str]:
    """Return the tag and class pairs that mark three names among teasers, each in its own box."""
    boxes: dict[str, set[tuple[str, int]]] = {}
    for mention in displayed.mentions:
        if mention.signature and regions.block_flags(mention.block) & region.RELATED:
            box = regions.page.blocks[mention.block].container
            boxes.setdefault(mention.signature, set()).add((name_key(mention.name.name), box))
    return {
        signature
        for signature, seen in boxes.items()
        if min(len({name for name, _ in seen}), len({box for _, box in seen})) >= _LISTED
    }


def _is_of_other(mention: Mention, regions: Regions) -> bool:
    """Return whether a mention's place says that the name is somebody else's than the writer's.

    That of a comment, of a box about a work, of words that are quoted, of who speaks or is asked,
    of a picture.
    """
    marks, flags = mention.marks, regions.block_flags(mention.block)
    if flags & (region.COMMENT | region.WORK) or not marks.isdisjoint(_OTHERS_MARKS):
        # "Jane Doe / John Roe", each with a link to an author's page, are two writers; so is she
        # who is marked as one, before her agency.
        marked = marks & _OTHERS_MARKS == {"slashed"} and not marks.isdisjoint(_STRONG_MARKS)
        return not (marked and mention.name.likelihood >= _KNOWN_GIVEN)
    if not marks.isdisjoint(STATING_MARKS):
        return False
    if "inner-word" in marks and flags & region.RELATED and mention.block > regions.body_first >= 0:
        # "9 April – The bridge opens, by Jane Doe" in a list of other articles.
        return True
    sure = "dated" in marks or marks >= _WRITTEN_MARKS
    if "inner-word" in marks and not sure and mention.name.likelihood < _KNOWN_GIVEN:
        # In German, where all nouns have capitals, any "von" is followed by what may be a name.
        return True
    if "inner-word" in marks and "explicit" not in marks and mention.name.name[0].islower():
        # "3 May 2021, by invitation of the mayor".
        return True
    if flags & region.QUOTE or (marks <= _TEXT_MARKS and _is_in_sentence(mention, regions)):
        # Whom a sentence of the text is about is linked there too.
        return True
    announced = "by" in marks
    if flags & region.CAPTION:
        return not announced and marks.isdisjoint({"class-strong", "bio-class"})
    return not announced and _signs_quotation(mention, regions)


def _is_in_sentence(mention: Mention, regions: Regions) -> bool:
    """Return whether a name stands in running text: in a paragraph, behind words of a sentence."""
    in_body = regions.body_first <= mention.block <= regions.body_last
    return mention.rest > _PARAGRAPH or (in_body and mention.words_before > _WORDS_OF_BYLINE)


def _signs_quotation(mention: Mention, regions: Regions) -> bool:
    """Return whether nothing but a quotation stands before a name, as in an epigraph."""
    blocks = regions.page.blocks
    line = blocks[mention.block].text
    before = line[: max(line.find(mention.name.name), 0)].strip(_DASHES)
    if not before and mention.block and mention.block - 1 != regions.headline:
        above = mention.block - 1
        # What somebody is stands below the name.
        above -= len(blocks[above].text) <= _LONGEST_NAME and above - 1 != regions.headline
        before = blocks[max(above, 0)].text
    return (
        len(before) >= _LEAST_QUOTE
        and before.startswith(_OPENING_MARKS)
        and before.endswith(_CLOSING_MARKS)
    )


def _closes(mention: Mention, regions: Regions) -> bool:
    """Return whether a name alone is the last line of a text, as a signature is."""
    return mention.rest <= _SIGNATURE_REST and closes_text(mention.block, regions)


def closes_text(block: int, regions: Regions) -> bool:
    """Return whether a block is the last line of a text, behind a paragraph of it."""
    if block == 0:
        return False
    page = regions.page
    before, last = page.blocks[block - 1 : block + 1]
    parent = page.containers[last.container].parent
    if parent < 0 or page.containers[parent].end != block + 1:
        return False
    # In bytes: a character of Chinese or Japanese says as much as three of Latin letters.
    return len(before.text.encode()) >= _PARAGRAPH and before.tag not in HEADING_TAGS
