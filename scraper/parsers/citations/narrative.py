"""Finds narrative citations: the author in the sentence, the year in the bracket.

Three shapes: a name right before the bracket (``Okafor (2014: 27)``), an author's report with
words between (``the Ministry’s report on reading (2015)``), and an author in a named work
(``Ada Okafor argues in Slow Rivers (1997)``).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from scraper.parsers.citations.author_date import IBID, dated_item, narrow, parse_again, parse_tail
from scraper.parsers.citations.candidates import Candidate, Item
from scraper.parsers.citations.linking import EntryIndex
from scraper.parsers.citations.names import parse_authors
from scraper.parsers.citations.years import PLACE_BEHIND, RANGE_BEHIND, YEAR_PATTERN, clean_locator
from scraper.parsers.rules.citations import (
    ARABIC_ARTICLES,
    BEFORE_NARRATIVE,
    CITE_VERBS,
    CONJUNCTION_PATTERN,
    ET_AL_PATTERN,
    IBID_PATTERN,
    NO_DATE_PATTERN,
    ORG_WORDS,
    PARTICLES,
    PERSONAL_VERBS,
    PUBLISHER_WORDS,
    REPORT_NOUNS,
    SENTENCE_OPENERS,
    UPPER,
)
from scraper.patterns import late

_BRACKET = late(
    r"\(((?:[^()]{2,60}?,\s?)?(?:1[5-9]|20)\d\d[^()]{0,60}|[^()]{1,4}\.[^()]{1,20}"
    rf"|{NO_DATE_PATTERN}[a-z]?|(?i:{IBID_PATTERN})[^()]{{0,30}})\)"
)
_LEFT = 200
"""Characters before the bracket that are looked at."""
_EARLIER = 600
"""Characters of earlier sentences in which the owner of ``his book`` is sought."""
_ARTICLES = frozenset(
    "the a an der die das den dem ein eine le la les un une el los las il lo".split()
)
_ROMANCE_ARTICLES = frozenset("le la les de del della di du des da do los las el lo".split())
_SENTENCE_END = late(
    r"[.!?\n](?:(?<=\n)|(?<![A-Z].)(?<!\bal.)(?<!\bet.)(?<!\bvgl.)(?<!\bcf.)(?<!\bDr.)(?<!\bu.)"
    r"\s+(?=\S))"
)
CAPITAL = rf"(?:[dl]['’]|(?:{'|'.join(ARABIC_ARTICLES)})-)?{UPPER}(?:[^\W_]|['’&-]){{1,30}}"
_INITIAL = rf"(?:{UPPER}\.\s?-?){{1,3}}"
_PARTICLE = rf"(?:(?:{'|'.join(sorted(PARTICLES, key=len, reverse=True))})\s+){{0,3}}"
_NAME = rf"(?:{_INITIAL}\s?)?{_PARTICLE}{CAPITAL}(?:\s{CAPITAL}){{0,3}}"
_CAPITALS = late(rf"(?<![^\W_]){CAPITAL}")
_AGAIN = 2
"""Weight of a name before ``(ibid.)``: less than that of the bracket alone, unless it is listed."""
_DISTANT = -4
"""Weight of a year whose author stands elsewhere in the sentence: only the list makes it count."""
_NAMES = (
    rf"{_NAME}(?:,\s{_NAME}){{0,6}}(?:,?\s{CONJUNCTION_PATTERN}\s{_NAME}|\s?/\s?{_NAME})?"
    rf"(?:{ET_AL_PATTERN}(?:['’]s)?)?"
)
_BEHIND_NAME = late(rf"(?:^|(?<=[\s(\[“\"„«’'/—–-]))(?P<names>{_NAMES}),?\s*$")
_REPORT = late(
    rf"(?:^|(?<=[\s(“\"„«]))(?P<names>{_NAME})['’]s?\s+(?:[\w-]+\s+){{0,4}}?{REPORT_NOUNS}\b[^.()!?;]{{0,80}}$"
)
_OFFICE_BEFORE = late(rf"(?<!\w){CAPITAL}(?:\s{CAPITAL}){{0,3}}\s(?:of|for|on)\s(?:the\s)?$")
"""The head of a name that goes on behind a preposition (``Office for`` National Statistics)."""
_GENITIVE = late(
    rf"(?:^|(?<=[\s(„»]))(?P<name>{CAPITAL})s\s(?:[\w-]+\s){{0,2}}"
    r"(?:Aufsatz|Studie|Buch|Untersuchung|Beitrag|Arbeit|Analyse|Bericht|Artikel|Essay|Monographie)\b"
    r"[^.()!?;]{0,80}$"
)
_IN_WORK = late(
    rf"(?:^|(?<=[\s(“\"„«]))(?P<names>{CAPITAL}(?:\s(?:[A-Z]\.|{CAPITAL})){{1,3}})"
    rf"(?P<between>,?(?:\s[^\s.;()]+){{0,6}}?)\s(?:in|dans|en)\s"
    rf"(?P<own>(?:(?:his|her|their|the|son|sa|seinem|ihrem)\s)(?:[a-z-]+\s){{0,4}})?"
    rf"(?P<title>[“\"„«‘]?[^\W\d_a-z][^.;()]{{2,110}})\s$"
)
_OWN_WORK = late(
    rf"\b(?:edition of (?:his|her|their)|(?:his|her|their)\s(?:[a-z-]+\s){{0,3}}{REPORT_NOUNS},?)\s"
    rf"(?P<title>[^\W\d_a-z][^.;()]{{8,110}})\s$"
)
_JOINED = late(rf"\s{CONJUNCTION_PATTERN}\s|/")
_VERB = late(rf"\b{CITE_VERBS}\b", re.I)
_BEFORE_VERB = r"[,\s]{0,2}(?:\w+ly\s|also\s|has\s|have\s|had\s|auch\s)?"
_VERB_BEHIND = late(rf"{_BEFORE_VERB}{CITE_VERBS}\b", re.I)
_PERSONAL_VERB = late(rf"{_BEFORE_VERB}{PERSONAL_VERBS}\b", re.I)
_ATTRIBUTION = late(
    r"(?:\baccording to|\blaut|\bselon|\bsegún|\bgemäß|\bvolgens|\bd['’]après|\bzufolge|"
    r"\bcf\.|\bvgl\.|\bsee(?: also)?|\bsiehe(?: auch)?|\bvoir(?: aussi)?|\bfollowing|\bciting)\s+$",
    re.I,
)
_REPORT_BEFORE = late(rf"\b{REPORT_NOUNS}\s+(?:(?:by|von|vom|de|di|par|por|van|door)\s+)?$", re.I)
_REPORT_BEHIND = late(
    rf"\s+(?:[\w-]+\s+){{0,3}}?(?:{REPORT_NOUNS}|view|model|theory|concept|argument|"
    r"definition|account|work|framework|approach|typology)\b"
)
_PREPOSITION = late(r"(?:von|vom)\s+")
_LEADING_AND = late(rf"{CONJUNCTION_PATTERN}\s+")
"""What joins the sentence to a name (``y Lind (2014)``); within one it is a particle."""
_PREPOSITION_IN = late(r"\s(?:in|dans|en)\s")
_OWN = late(r"\b(?:his|her|their)\s")
_NAME_END = late(
    r"(?:(?:^|[\s(\[“\"„«’'/–—-])(?:[dl]['’])?[^\W\d_a-z][^\s]{1,40}|\bal\.?(?:['’]s)?|\ba\.|others|\w+s)[,\s]*$"
)
_LONGEST_NAMES = 120
_LONGEST_WIDE = 24
_WIDE_LETTER = late("[ぁ-ヿ一-鿿]")
_MORE_NAMES = late(r"(?:[和与與・、]\s?[^\W\d_]{2,8})*\s?(?:等人?|ら|ほか|他)?\s?")
_OWNED = late(r"['’]s?$")
_WORK_NOUN = late(rf"\b(?:{REPORT_NOUNS}|edition|Auflage|édition)\b")
_FULL_NAME = late(rf"\b{CAPITAL}\s(?:[A-Z]\.\s)?(?P<surname>{CAPITAL})(?=['’,.\s])")


def find_narrative(text: str) -> Iterator[Candidate]:
    """Yield narrative citations with the weight of their signs; offsets are of ``text``.

    A bracket may be read in several shapes, which overlap: the heaviest counts once it is known
    which of them the list resolves.
    """
    text = narrow(text)
    for match in _BRACKET.finditer(text):
        read = _read_bracket(match.group(1))
        if read is None:
            continue
        items, imprint, sure = read
        left = max(0, match.start() - _LEFT)
        # A cell of a table ends a name as a sentence does.
        left = max(left, text.rfind("\t", left, match.start()) + 1)
        left += _sentence_start(text[left : match.start()])
        before = text[left : match.start()]
        behind = text[match.end() : match.end() + 40]
        shapes = [_find_work(before, behind, imprint=imprint)]
        if not imprint:
            shapes += [
                find_name(before, behind),
                _find_report(before),
                _find_own_work(before, text[max(0, left - _EARLIER) : left]),
            ]
        items, end = _with_place_behind(items, text, match.end())
        for names, start, score in filter(None, shapes):
            initial = before[start] if before[start + 1 : start + 2] == "." else ""
            located = tuple(replace(item, authors=names, initial=initial) for item in items)
            yield Candidate(left + start, end, "narrative", located, score + sure)


def _with_place_behind(items: list[Item], text: str, end: int) -> tuple[list[Item], int]:
    """Return works whose place in the last stands behind the bracket, and where that ends."""
    place = PLACE_BEHIND.match(text, end) if items[-1].locator is None else None
    if place is None:
        return items, end
    printed = place.group("place").rstrip(" .,;:")
    located = replace(items[-1], locator=clean_locator(printed))
    return [*items[:-1], located], place.start("place") + len(printed)


def _sentence_start(before: str) -> int:
    """Return where the sentence begins that a bracket ends."""
    ends = [end.end() for end in _SENTENCE_END.finditer(before)]
    return max((end for end in ends if end < len(before)), default=0)


def _read_bracket(content: str) -> tuple[list[Item], bool, int] | None:
    """Return the years and locators of a bracket without names, or None.

    The second value says that a publisher stands before the year; the third weighs the signs.
    """
    content = content.strip()
    again = IBID.fullmatch(content)
    if again is not None:
        read_again = parse_again(again) if not again["name"] else None
        return None if read_again is None else (read_again[0], False, _AGAIN)
    match = YEAR_PATTERN.search(content)
    if match is None or (match.group("year") and RANGE_BEHIND.match(content, match.end())):
        return None
    head = content[: match.start()].rstrip(" ,")
    imprint = bool(head)
    if imprint:
        words = {word.strip(".,").casefold() for word in head.split()}
        if len(words) > 7 or words.isdisjoint(PUBLISHER_WORDS):
            return None
    first, sure = dated_item(match)
    read = parse_tail([first], content[match.end() :])
    if read is None or any(item.authors for item in read[0]):
        return None
    return read[0], imprint, sure + read[1]


def find_listed(text: str, index: EntryIndex) -> Iterator[Candidate]:
    """Yield narrative citations in scripts that do not part words: ``张伟等（2016）``.

    Nothing tells where a name begins there, but the list does: a bracket with a year counts if the
    first author of an entry of that year stands before it, with nothing but more names between.
    """
    if "（" not in text and not _WIDE_LETTER.search(text):
        return
    text = narrow(text)
    for match in _BRACKET.finditer(text):
        read = _read_bracket(match.group(1))
        if read is None or read[1] or read[0][0].year is None:
            continue
        left = max(0, match.start() - _LONGEST_WIDE)
        before = text[left : match.start()]
        for name, entry in index.printed_names(read[0][0].year):
            place = before.rfind(name)
            if place < 0 or not _MORE_NAMES.fullmatch(before, place + len(name)):
                continue
            authors = parse_authors(before[place:])
            names = authors.names if authors is not None else (name,)
            items = tuple(replace(item, authors=names) for item in read[0])
            items = (replace(items[0], reference=entry), *items[1:])
            yield Candidate(left + place, match.end(), "narrative", items, 5)
            break


def find_distant(text: str, index: EntryIndex) -> Iterator[Candidate]:
    """Yield brackets whose listed author is named earlier in the sentence: ``(1977: 27)``.

    All authors of the entry have to stand there, where they are one or two; the weight is lower
    than that of any shape that has the name in the span.
    """
    text = narrow(text)
    for match in _BRACKET.finditer(text):
        read = _read_bracket(match.group(1))
        if read is None or read[1] or not (read[0][0].year or "").isdecimal():
            continue
        left = max(0, match.start() - _LEFT)
        left += _sentence_start(text[left : match.start()])
        if text[left : match.start()].rstrip().endswith((".", ",")):
            # A reference printed in the text: "Holm G, Lind NT. (2016)."
            continue
        names = [_OWNED.sub("", name) for name in _CAPITALS.findall(text, left, match.start())]
        for name in reversed(names):
            first = replace(read[0][0], authors=(name,))
            entry = index.resolve_first(first, names)
            if entry is not None:
                items = (replace(first, reference=entry), *read[0][1:])
                yield Candidate(match.start(), match.end(), "narrative", items, _DISTANT + read[2])
                break


_Found = tuple[tuple[str, ...], int, int]
"""Surnames, where the span starts, and the weight of the signs."""


def find_name(before: str, behind: str) -> _Found | None:
    """Return the name that stands right before the bracket."""
    if _NAME_END.search(before) is None:
        return None
    match = _BEHIND_NAME.search(before, max(0, len(before) - _LONGEST_NAMES))
    if match is None:
        return None
    text, start = _whole_name(before, match)
    if (joining := _LEADING_AND.match(text)) is not None:
        start += joining.end()
        text = text[joining.end() :]
    leading = _PREPOSITION.match(text)
    if leading is not None and _leads_to_name(before[:start]):
        start += leading.end()
        text = text[leading.end() :]
    owned = _OWNED.search(text)
    text = text[: owned.start()] if owned is not None else text
    authors = parse_authors(text)
    if authors is None:
        return None
    joined = len(authors.names) > 2 or _JOINED.search(text) is not None
    score = 5 if authors.et_al else 2 if len(authors.names) > 1 and joined else 0
    score += _said_score(before[:start], behind, owned=owned is not None)
    if authors.publisher or authors.place:
        score -= 4
    names = authors.names
    if len(names) == 1 and not authors.et_al and not authors.organisation:
        names = (_surname(text),)
    return names, start, score


def find_name_before(text: str, end: int) -> tuple[tuple[str, ...], int] | None:
    """Return the surnames right before a place of a text, in its sentence, and where they start."""
    left = max(0, end - _LEFT)
    left += _sentence_start(text[left:end])
    named = find_name(text[left:end], "")
    return (named[0], left + named[1]) if named is not None else None


def _leads_to_name(before: str) -> bool:
    """Return whether "von" before a name is a preposition (``die Studie von Lund``).

    It is part of the name at the start of a sentence, and behind another preposition.
    """
    words = before.split()
    return bool(words) and words[-1].casefold() not in BEFORE_NARRATIVE


def _said_score(before: str, behind: str, *, owned: bool) -> int:
    """Return what the words around a name say about its being an author's."""
    word = before.rsplit(maxsplit=1)[-1].casefold() if before.strip() else ""
    score = 0
    if word in _ARTICLES:
        score -= 3
    elif _ATTRIBUTION.search(before) or _REPORT_BEFORE.search(before):
        score += 3
    elif word in BEFORE_NARRATIVE:
        score += 1
    if _PERSONAL_VERB.match(behind):
        score += 3
    elif _VERB_BEHIND.match(behind):
        score += 1
    if owned and _REPORT_BEHIND.match(behind):
        score += 3
    return score


def _without_openers(text: str, start: int) -> tuple[str, int]:
    """Return a name without capitalised words of the sentence before it.

    An article of a Romance language right before a name is part of it (``Le Goff``, ``De Rosa``).
    """
    words = text.split(" ")
    while len(words) > 1 and words[0][0].isupper() and words[0].casefold() in SENTENCE_OPENERS:
        if words[0].casefold() in _ROMANCE_ARTICLES:
            break
        start += len(words[0]) + 1
        words = words[1:]
    return " ".join(words), start


def _surname(name: str) -> str:
    """Return the family name, with its particles, of a full name."""
    words = name.split()
    if len(words) not in (2, 3):
        return name
    last = len(words) - 1
    while last > 0 and words[last - 1].casefold() in PARTICLES:
        last -= 1
    return " ".join(words[last:])


def _find_report(before: str) -> _Found | None:
    """Return the author whose report, study or book the sentence names."""
    match = _REPORT.search(before) if "’" in before or "'" in before else None
    if match is None:
        return _find_german_report(before)
    text, start = _whole_name(before, match)
    authors = parse_authors(text)
    return None if authors is None else (authors.names, start, 4)


def _whole_name(before: str, match: re.Match[str]) -> tuple[str, int]:
    """Return a name and where it starts, an office's with what stands before its preposition."""
    text, start = _without_openers(match.group("names"), match.start("names"))
    office = _OFFICE_BEFORE.search(before, 0, start)
    if office is not None and not ORG_WORDS.isdisjoint(office.group().casefold().split()):
        _, start = _without_openers(office.group(), office.start())
        text = before[start : match.end("names")]
    return text, start


def _find_german_report(before: str) -> _Found | None:
    """Return the author whose ``Aufsatz`` the sentence names with a bare genitive.

    Nothing but the list can tell ``Lunds Studie`` from other words that end so: the weight is
    too low to count without it.
    """
    match = _GENITIVE.search(before)
    if match is None or (authors := parse_authors(match.group("name"))) is None:
        return None
    return authors.names, match.start("name"), 1


def _find_work(before: str, behind: str, *, imprint: bool) -> _Found | None:
    """Return the person said to say something in a work whose title precedes the bracket."""
    match = _IN_WORK.search(before) if _PREPOSITION_IN.search(before) else None
    if match is None:
        return None
    own = match.group("own") or ""
    said = _VERB.search(match.group("between")) or _VERB_BEHIND.match(behind)
    if not (said or imprint or _WORK_NOUN.search(own)):
        return None
    text, start = _without_openers(match.group("names"), match.start("names"))
    authors = parse_authors(text)
    if len(text.split()) < 2 or authors is None or authors.organisation:
        return None
    if "published" in match.group("title"):
        return None
    return (_surname(text),), start, 4


def _find_own_work(before: str, earlier: str) -> _Found | None:
    """Return the person named before whose own work (``his Treatise``) precedes the bracket."""
    match = _OWN_WORK.search(before) if _OWN.search(before) else None
    if match is None or "published" in match.group("title"):
        return None
    if not _VERB.search(before[: match.start("title")]) and "edition of" not in match.group():
        return None
    people = list(_FULL_NAME.finditer(earlier + before[: match.start()]))
    if not people:
        return None
    return (people[-1].group("surname"),), match.start("title"), 4
