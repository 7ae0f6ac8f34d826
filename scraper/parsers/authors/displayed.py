"""Reads the names that the page displays where authors stand.

A snippet is a line, or an element within a line, that something marks as a byline: a class, a
link to an author's page, a word like *by*, or the place beside the headline. Its names become
mentions, with all that was seen about the place.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import compress
from operator import itemgetter

from scraper.parsers.authors import regions as region
from scraper.parsers.authors.around import (
    dateline_writers,
    is_dated,
    printed_line,
    without_institutes,
)
from scraper.parsers.authors.houses import find_house_lines, find_owner
from scraper.parsers.authors.marks import TOPIC, find_unplaced, read_marked
from scraper.parsers.authors.mentions import FULL, LONGEST_INLINE, LONGEST_LINE, Displayed, Reader
from scraper.parsers.authors.openings import cut_byword, cut_credit, opens, read_openings
from scraper.parsers.authors.others import closes_text
from scraper.parsers.authors.regions import Regions
from scraper.parsers.authors.signatures import find_presented, find_signatures, takes_leave
from scraper.parsers.authors.stated import Stated
from scraper.parsers.authors.teasers import find_teaser_lines
from scraper.parsers.names import (
    is_agency,
    is_given_name,
    is_japanese_name,
    looks_like_organization,
    looks_like_person,
    name_key,
    split_names,
)
from scraper.parsers.rules import bylines as rules
from scraper.parsers.rules import names as name_rules
from scraper.parsers.rules.bios import COPULA_WORDS
from scraper.text import Container, TextBlock

_LONGEST_PLAIN = 90
_REPEATED = 20
"""Characters of a line that is a part of the headline, printed again."""
_BLOCKS_OF_BYLINE, _CHARS_OF_BYLINE = 8, 500
_BEHIND_CHARS = 40
"""Characters behind a name in which a byline has its date."""
_SINGLE_NAME = 0.5
"""Likelihood of a frequent given name that stands alone."""
_A_NAME = 0.28
"""Likelihood from which on a text may be a name, where more speaks for it."""
_SURE = 0.85
"""Likelihood from which on a field of a line is a full name with a frequent given name."""
_LABELLED = re.compile(r"[^\W\d]:\s")
"""A label within a line: "Tags: harbour, John Major"."""
_FIELDS = re.compile(r"\s*[|·•]\s*|\s[–—/-]\s|,\s+|(?<=[)\]])\s+|(?<=\d[ap]m)\s|(?<=\d [ap]m)\s")
_DATELINE_BLOCKS = 2
_TEAM_WORDS = frozenset(
    "team staff editors redaktion desk contributor redaccion redacción redazione redação rédaction "
    "redaction redactie redakcja redakce toimitus редакция редакція".split()
)
_LONGEST_AGENCY = 24
_ADDRESSED = frozenset("frau herr mr mrs ms miss mme monsieur signora signor".split())
"""Whom a page calls so in a line of its own is to be asked: nobody signs with it."""
_WITH = frozenset("with avec mit con com met med starring".split())
_BRACKETS = re.compile(r"^[(\[（【〔](?P<inner>[^()\[\]（）【】〔〕]{2,80})[)\]）】〕]$")
_TRAIL_SIGNS = tuple("›»→>/")
_HEADINGS = frozenset("h1 h2 h3 h4".split())
_ASIDE = region.RELATED | region.OUTSIDE
_SIGNED_AT_END = re.compile(r"[(（\[—–]\s?([^()（）\[\]—–]{2,60})[)）\]]?\W*$")
_KANA = re.compile(r"[ぁ-ヿ]")
_SIGNS = frozenset("|·•")
_SEPARATOR = re.compile(r"\s[|·•]\s")
_WORD = re.compile(r"\w+")
_TO_WORDS = "".join(c if c.isalnum() or c == "_" else " " for c in map(chr, range(128)))
"""For each character of ASCII a blank, or itself where words have it."""
_WRITTEN_FOR = re.compile(r"\s(?<=\w\s)(?:for|für|pour|para|per|voor|för)\s.*$")
"""Whom somebody writes for; what is looked for first is the space, not each letter before one."""
_PLAIN_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+$")
_CAPITALS = re.compile(r"[^\W\d_a-z][^\s,|·]*[\s,]+(?:[^\s,|·]{1,5}\s){0,2}[\"“„(]?[^\W\d_a-z]")
"""Two words that may have capitals, with no more than particles between them."""
_SENTENCE = re.compile(r"[.!?](?:$|(?<=[^\W_]{2}[.!?])\s+[A-ZÀ-Þ])")
_CITED = re.compile(r"\(\d{4}[a-z]?\)[.:,]? \w+ \w+")  # The year of a reference, its title.
_CONSENT = re.compile(r"[a-z]{3,}ing(?:\s\S+){3}")
"""What "by" begins in the line of a form: "By clicking Send you accept our Terms"."""
_LONG_BYWORD = 14
"""Characters of a by-word that is a sentence's begin: "This article was written by"."""


def find_displayed(regions: Regions, stated: Sequence[Stated] = ()) -> Displayed:
    """Return the names displayed where authors stand; linear in the page.

    Args:
        stated: What structured data gives; its names are read among teasers, too.
    """
    names = list(dict.fromkeys(entry.name.name for entry in stated))
    reader = Reader(regions, Displayed(), stated=names)
    opening = read_openings(regions.texts)
    reader.teasers.update(find_teaser_lines(regions, opening, names))
    _read_marked_containers(reader)
    _read_marked_inline(reader)
    _read_lines(reader, reader.teasers.symmetric_difference(opening))
    if owner := find_owner(regions):
        reader.add(owner[1], owner[0], {"copyright"})
    for index, signature in find_signatures(regions):
        reader.add(signature, index, {"by-word", "farewell"})
    for index, signature in find_house_lines(regions):
        reader.add_house(signature, index)
    return reader.out


# --- marked by class, rel, itemprop, address --------------------------------------------------


def _read_marked_containers(reader: Reader) -> None:
    regions = reader.regions
    blocks, containers = regions.page.blocks, regions.page.containers
    for index, own in compress(enumerate(regions.own), regions.own):
        container = containers[index]
        if not (own & region.AUTHOR and _is_small(container, blocks)):
            continue
        marks = {"class-strong" if own & region.STRONG_AUTHOR else "class"}
        rel = container.element.get("itemprop")
        if rel and rel in ("author", "creator"):
            marks.add("itemprop")
        if own & region.BIO:
            marks.add("bio-class")
        signature = f"{container.tag}.{container.element.get('class') or ''}"
        for block in blocks[container.first : container.end]:
            if len(block.text) <= LONGEST_LINE and not _is_prose(block.text):
                text = without_institutes(printed_line(block))
                reader.add(text, block.index, marks, container.element, signature)


def _is_small(container: Container, blocks: list[TextBlock]) -> bool:
    count = container.end - container.first
    if not 0 < count <= _BLOCKS_OF_BYLINE:
        return False
    return sum(len(b.text) for b in blocks[container.first : container.end]) <= _CHARS_OF_BYLINE


def _is_prose(text: str) -> bool:
    return len(text) > 60 and _SENTENCE.search(text) is not None and len(text.split()) > 8


def _read_marked_inline(reader: Reader) -> None:
    """Read the elements within lines that something marks, in the order of their blocks."""
    regions = reader.regions
    inside = range(regions.body_first + region.END_BLOCKS, regions.body_last - region.END_BLOCKS)
    close = regions.near | regions.ends
    found = read_marked(regions.page.blocks, regions.flags, close, inside, LONGEST_LINE)
    found.extend(find_unplaced(regions, reader.stated))
    found.sort(key=itemgetter(0))
    for index, element, marks, text in found:
        if marks is TOPIC:
            reader.out.topics.update((index, name_key(name.name)) for name in split_names(text))
        elif 1 < len(text) <= LONGEST_INLINE:
            signature = f"{element.tag}.{element.get('class') or ''}"
            reader.add(text, index, marks, element, signature)


# --- marked by words, or by their place -------------------------------------------------------


def _read_lines(reader: Reader, far: AbstractSet[int]) -> None:
    """Read the lines around headline and body's end, and those away from both that may sign.

    Args:
        reader: Takes what is read.
        far: Blocks with a line that a by-word may open; most others are menu entries and
            paragraphs that nothing marks.
    """
    regions = reader.regions
    blocks = regions.page.blocks
    first, last = regions.body_first, regions.body_last
    beside = regions.near | regions.ends
    for block in blocks[first : first + _DATELINE_BLOCKS] if first >= 0 else ():
        _read_dateline(reader, block)
    texts = regions.texts
    behind = [n for n in range(max(last, 0), len(texts)) if len(texts[n]) > LONGEST_LINE]
    shown = beside.intersection(range(len(texts)))
    for index in sorted(shown.union(far, behind)):
        text = texts[index]
        if text == regions.title or (len(text) >= _REPEATED and text in regions.title):
            continue
        if index in beside:
            _read_beside(reader, blocks[index], near=index in regions.near)
        elif len(text) > LONGEST_LINE:
            if index >= last:
                _read_prose(reader, blocks[index], ending=False)
        elif index in far:
            _read_far(reader, blocks[index])


def _read_beside(reader: Reader, block: TextBlock, *, near: bool) -> None:
    """Read a block around the headline, or around the body's end."""
    aside = reader.regions.block_flags(block.index) & _ASIDE or block.text.startswith(_TRAIL_SIGNS)
    if block.tag == "li" and aside:
        # An entry of a menu, of a trail to the page, or of a list of teasers.
        _read_far(reader, block)
        return
    text = printed_line(block)
    ending = block.index in reader.regions.ends
    if len(text) > LONGEST_LINE or (ending and _is_prose(text) and not opens(text)):
        if ending or block.index >= reader.regions.body_last:
            _read_prose(reader, block, ending=ending)
        return
    for line in text.split("\n"):
        _read_line(reader, block, line.strip(), near=near, ending=ending)
    if ending and (writer := find_presented(text, by_job=True)):
        reader.add(writer, block.index, {"presented"})


def _read_dateline(reader: Reader, block: TextBlock) -> None:
    """Read the agency, or the writer, in front of a story's first sentence."""
    if writers := dateline_writers(block.text):
        reader.add("、".join(writers), block.index, {"line", "by-word"})
    match = rules.DATELINE.match(block.text)
    if match and looks_like_organization(match.group("agency")):
        reader.add(match.group("agency"), block.index, {"dateline"})


def _read_far(reader: Reader, block: TextBlock) -> None:
    """Read those lines of a block away from headline and body that a by-word opens."""
    if reader.regions.is_menu(block.index):
        return
    for line in map(str.strip, block.text.split("\n")):
        if opens(line) and _opens_byline(line, sure=False):
            reader.add(line, block.index, {"line"})


def _read_prose(reader: Reader, block: TextBlock, *, ending: bool) -> None:
    """Read the names that sign a paragraph at its end, or whom it presents at its start."""
    text = block.text
    if block.index <= reader.regions.body_last:
        last = text.rsplit("\n", 1)[-1].strip() if "\n" in text else ""
        if 2 < len(last) <= _LONGEST_PLAIN:
            _read_line(reader, block, last, near=False, ending=True)
        elif signed := _SIGNED_AT_END.search(text[-_LONGEST_PLAIN:]):
            names = split_names(signed.group(1))
            if names and (names[0].likelihood >= 0.6 or names[0].kind == "organization"):
                reader.add(signed.group(1), block.index, {"signed"})
    if not ending and block.link_chars * 2 > len(text):
        return
    if reader.regions.block_flags(block.index) & region.QUOTE:
        # The blurb of a book presents its author.
        return
    presented = find_presented(text)
    if presented:
        reader.add(presented, block.index, {"presented"})


def _read_line(reader: Reader, block: TextBlock, line: str, *, near: bool, ending: bool) -> None:
    """Read one line around headline or body's end, where authors stand."""
    if line[-1:] >= rules.CASELESS_FROM or line.endswith((")", "]")) or "@" in line:
        for reporters in rules.REPORTER.findall(line):
            for reporter in rules.REPORTERS.split(reporters):
                reader.add(reporter, block.index, {"line", "by-word"})
    if takes_leave(line):
        return
    if "@" in line and (clocked := rules.CLOCKED.search(line)):
        reader.add(clocked[1], block.index, {"line", "by-word"})
        return
    bracketed = _BRACKETS.match(line)
    if bracketed and (ending or opens(bracketed.group("inner"))):
        line = bracketed.group("inner")
    if opens(line):
        # Headings begin with such words, too: "Von Frühling bis Herbst".
        if _opens_byline(line, sure=near and block.tag not in _HEADINGS):
            reader.add(line, block.index, {"line"})
    elif near and len(line) <= _LONGEST_AGENCY and is_agency(line):
        reader.add(line, block.index, {"dateline"})
    elif not _read_inner(reader, block, line, near=near):
        _read_unmarked(reader, block, line, near=near, bracketed=bracketed is not None and ending)


def _read_inner(reader: Reader, block: TextBlock, line: str, *, near: bool) -> bool:
    """Read the names behind by-words within a line, also of pictures; return if there was one."""
    # "The harbour, by Jane Doe" below a picture names its maker.
    captioned = block.tag == "figcaption"
    may_sign = near or is_dated(line)
    holds = may_sign and not captioned and _may_hold_byword(line) and not _is_prose(line)
    if holds and looks_like_person(line) > _SURE:
        # "Jane von Doe" names one person, not whom "Jane" is by.
        return False
    if holds and (inner := rules.STRONG_BYLINE.search(line)):
        if not _is_within_topic(reader, block.index, line, inner.start()):
            reader.add(line[inner.end() :], block.index, {"line", "inner-word"})
        return True
    parts = _SEPARATOR.split(line)[1:] if may_sign and not _SIGNS.isdisjoint(line) else ()
    if opening := [part for part in parts if opens(part) and _opens_byline(part, sure=False)]:
        for part in opening:
            reader.add(part, block.index, {"line"})
        return True
    told = (":" in line or "：" in line) and not captioned
    source = rules.SOURCE.match(line) if told else None
    if source:
        reader.add(line[source.end() :], block.index, {"source"})
    return source is not None


def _is_within_topic(reader: Reader, index: int, line: str, start: int) -> bool:
    """Return whether a place in a line is within the name of a section or a tag."""
    topics = [key for block, key in reader.out.topics if block == index]
    if not topics:
        return False
    whole, before = name_key(line), len(name_key(line[:start]))
    return any(0 <= (at := whole.find(key)) <= before < at + len(key) for key in topics)


def _may_hold_byword(line: str) -> bool:
    """Return whether a line has one of the words that stand before names within lines."""
    if line.isascii():
        return not rules.INNER_WORDS.isdisjoint(line.lower().translate(_TO_WORDS).split())
    if max(line) >= rules.CASELESS_FROM:
        return True
    return not rules.INNER_WORDS.isdisjoint(_WORD.findall(line.lower()))


def _read_unmarked(
    reader: Reader, block: TextBlock, line: str, *, near: bool, bracketed: bool
) -> None:
    """Read a line that may be nothing but names, where one may sign that nothing else marks.

    Elsewhere a bare line only counts where a by-word stands above it, or where its name is known.
    """
    regions, index = reader.regions, block.index
    may_sign = bracketed or regions.is_beside(index) or closes_text(index, regions)
    announced, labelled = reader.is_announced(index), reader.is_labelled(index)
    if not (may_sign or announced or labelled or reader.is_known(line)):
        return
    if len(line) > _LONGEST_PLAIN:
        if near and len(rules.DEGREE.findall(line)) > 1:
            reader.add(line, block.index, {"plain"})
    elif announced and (looks_like_person(line) >= _SURE or _is_team(line)):
        reader.add(line, index, {"plain"})
    elif labelled and looks_like_person(line) >= FULL:
        reader.add(line, index, {"plain", "by-word"})
    elif near and (name := _name_among_parts(line)):
        reader.add(name, block.index, {"plain"})
    elif not line.endswith((".", "?", "!", ":")):
        _read_plain(reader, block, line, bracketed=bracketed)


def _name_among_parts(line: str) -> str | None:
    """Return the one person named by a line of several fields, a day among them.

    Themes print "12 May 2019 · 7 min · 1279 words · Jane Doe", and put a section or a place where
    others have nothing; a line that begins with the name needs no look at its parts.
    """
    if not is_dated(line):
        return None
    parts = _FIELDS.split(line)
    if _LABELLED.search(line):
        return None
    named = [part for part in parts[1:] if " " in part and looks_like_person(part) >= _SURE]
    begins = " " in parts[0] and looks_like_person(parts[0]) >= _A_NAME
    return named[0] if len(named) == 1 and not begins else None


def _read_plain(reader: Reader, block: TextBlock, line: str, *, bracketed: bool) -> None:
    if not bracketed and (_is_other_word(_WRITTEN_FOR.sub("", line)) or not _may_sign(line)):
        return
    names = split_names(line)
    if names and (names[0].honorific or "").lower() in _ADDRESSED:
        return
    if line.split(maxsplit=1)[0].lower() in _WITH and not is_agency(names[0].name if names else ""):
        # Who plays in a film, or speaks at an evening.
        return
    signs = names and (
        names[0].likelihood >= 0.6
        or _is_team(names[0].name)
        or (names[0].role is not None and names[0].likelihood >= _A_NAME)
    )
    if signs or (names and bracketed) or looks_like_person(line) >= _SINGLE_NAME:
        marks = {"plain"} | ({"bracketed"} if bracketed else set())
        likely = any(is_japanese_name(name.name) for name in names)
        if likely and block.text.startswith("【") and _KANA.search(reader.regions.text):
            # Japanese papers sign so, and head lists with words; Chinese sites print buttons.
            marks.add("by-word")
        if block.tag in _HEADINGS:
            marks.add("heading")
        if block.tag == "li":
            marks.add("item")
        reader.add(line, block.index, marks)


def _is_team(line: str) -> bool:
    """Return whether a line ends in the word for a desk."""
    return not _TEAM_WORDS.isdisjoint(line.lower().replace("-", " ").split()[-1:])


def _may_sign(line: str) -> bool:
    """Return whether a line can hold a name: two words with capitals, or one that may do alone."""
    return (
        _CAPITALS.search(line) is not None
        or line[-1:] >= rules.CASELESS_FROM
        or line[:1] >= rules.CASELESS_FROM
        or _is_team(line)
        or (" " not in line and looks_like_person(line) >= _SINGLE_NAME)
    )


def _is_other_word(line: str) -> bool:
    """Return whether a line signs nothing, as most buttons don't: a quick test before reading."""
    if line.isascii() and line.isalpha() and line[1:].islower():
        may = is_given_name(line) and looks_like_person(line) >= _SINGLE_NAME
        return not may and not _is_team(line)
    # Buttons and menu entries hold words that no name has; a date may stand before a name.
    labelled = _PLAIN_WORDS.match(line) is not None and not name_rules.NOT_NAMES.isdisjoint(
        line.lower().split()
    )
    return labelled and looks_like_person(line) < FULL


def _opens_byline(line: str, *, sure: bool) -> bool:
    """Return whether names follow the by-word: prose begins with such words too."""
    credit = cut_credit(line)
    rest = credit[1] if credit else cut_byword(line)[0]
    names = split_names(rest)
    # "By clicking Send you accept", "De Wit, F. (2024). Worms in town", "Autorka je novinářka".
    if not names or _CONSENT.match(rest) or _CITED.search(line):
        return False
    if (first := rest.split(maxsplit=1)[0]) in COPULA_WORDS or first.lower() in rules.POINTING:
        return False
    if _is_prose(line) and len(line) - len(rest) < _LONG_BYWORD:
        # A byline may go on with a sentence, behind the date.
        behind = len(names[0].name)
        return sure and is_dated(rest[behind : behind + _BEHIND_CHARS])
    return sure or names[0].likelihood >= _A_NAME or names[0].kind == "organization"
