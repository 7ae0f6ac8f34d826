"""Finds citations by author and date in brackets: ``(Okafor & Lind, 2016: 33; Hall 2012)``.

A bracket is read strictly: names, a year (or what stands for one), a locator, and the same again
behind a semicolon. What reads so may still be a product, a film or an event; signs in the
bracket and around it are weighed, and the page as a whole decides the doubtful ones.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from scraper.needles import make_needles
from scraper.parsers.citations.candidates import Candidate, Item
from scraper.parsers.citations.names import Authors, parse_authors
from scraper.parsers.citations.years import (
    BARE_LOCATOR,
    LOCATOR,
    ONLY_LOCATOR,
    RANGE_BEHIND,
    YEAR_PATTERN,
    clean_locator,
    has_label,
)
from scraper.parsers.rules.citations import (
    CITE_PREFIXES,
    IBID_PATTERN,
    NO_DATE_PATTERN,
    NOT_AUTHORS,
)
from scraper.parsers.rules.conjunctions import AND_PATTERN
from scraper.patterns import late

_BRACKET = late(r"\(([^()]{3,320})\)|\[([^\[\]()]{5,160})\]")
_DIGIT = late(r"\d")
_CUE_IN_DIGITS = late(
    r"(?:1[5-9]|20)\d\d|\b(?:pp?|S|ch|chap|Ch|Kap|cap|pág|blz)\.\s?\d|\bpages?\s\d|\bChapter \d"
)
_CUE_IN_WORDS = late(
    rf"{NO_DATE_PATTERN}|\b(?i:ibid|ebd|ebenda|idem|ivi|там же|ib\.|ibíd)|"
    r"同上|前掲|前引|указ\. соч|cit\.|a\.\s?a\.\s?O"
)
_CUE_NEEDLES = make_needles(
    "a. d. e. f. j. å. dr. г. press forthcoming prep appear review submitted druck erscheinen "
    "paraître prensa prelo stampa druk tisku tryckning baskıda печати друці 日期 印刷中 近刊 不明 "
    "ibid ibíd ebd ebenda idem ivi ib. там указ cit. 同上 前掲 前引".split()
)
"""What stands, in lower case, in all that cites without a digit."""
_PREFIX = late(
    rf"(?:{'|'.join(sorted(CITE_PREFIXES, key=len, reverse=True))})(?=[\s(“\"„«])\s*"
    r"|(?:参见|參見|参考|參考|详见|詳見|见|見|参照|例えば|例如|比如|如|转引自|引自|참조)\s*",
    re.I,
)
_STRONG_PREFIX = late(
    r"(?:see|cf|vgl|siehe|voir|véase|cfr|zie|compare|e\.\s?g|zit|zob|jf|jfr|s\. a|"
    r"см|ср|[参參见見])",
    re.I,
)
IBID = late(rf"(?P<name>[^\d;]{{0,60}}?)[,\s]*\b(?P<ibid>{IBID_PATTERN})(?P<rest>.*)", re.I)
_MORE_YEARS = late(
    rf"\s*(?:[,;/+]|{AND_PATTERN})\s*(?P<year>1[5-9]\d\d|20[0-4]\d)(?P<suffix>[a-z](?!\w))?"
    r"(?![\d\w])"
)
_MORE_SUFFIXES = late(rf"\s*(?:[,/+]|{AND_PATTERN})?\s*(?P<suffix>[a-k])(?![\w.])")
_FIRST_PRINT = late(r"[(\[](?:1[5-9]|20)\d\d[)\]]\s*(?=\d{4})")
_REPRINT = late(r"\s*[(\[]?(?:1[5-9]|20)\d\d[)\]]?$")
_DATE_WORDS = late(
    r"(?:,|\s)\s*(?:\d{1,2}\.?\s+)?(?:of\s+)?(?P<month>[^\W\d_]{3,10})\.?\s*(?:\d{1,2}(?:st|nd|rd|th)?)?\s*,?$"
)
_COMMENT = late(r"\s*[,;:–—-]\s*\S.{2,90}$|\s(?:for|and|as|among|pour|für)\s\D{3,60}$")
_JOIN = late(
    rf"\s*(?:[,;/]|{AND_PATTERN})\s+(?=\S)"
    r"|,?\s(?:as\s)?(?=(?:apud|(?:cited|quoted)\s(?:in|by)|qtd\.|zit\.|cit\.|cité|citado|cyt\.|akt\.)\s)"
)
"""What stands between two works of a part; the second may be where the first is quoted."""
_TITLE_BEFORE = late(r"[^\W\d_a-z][\w’'-]*[”“\"'’»*]?$")
_PRODUCT = late(r"\d|™|®|\bv\d")
_PLACED = late(r"[,:]\s(?:pp?|S|vol|Bd|ch|chap|Kap|cap|págs?|blz)\.\s?\d")
"""A labelled place: ``[Okafor, p. 97]``, ``[Slow Rivers, vol. 2, p. 7]``."""
_PLAIN = late(r"[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?,? (?:1[89]|20)\d\d")
_ONE_WORD = late(r"[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?(?:1[89]|20)\d\d[a-z]?")
_WORK_BEFORE = late(
    r"\b(?:films?|movies?|albums?|songs?|singles?|paintings?|photographs?|novels?|series|episodes?|"
    r"exhibitions?|games?|installations?|sculptures?|musicals?|operas?|Filme?|Romane?|Alben|Album|"
    r"Lieder|Gemälde|Ausstellung|Serie|roman|chanson|película|novela|canción)\b[^.]{0,24}$"
)
_END = frozenset('.,;:!?)]”“"»’—–。、」』')
_WIDE = str.maketrans("（）［］，；：．、،؛", "()[],;:.,,;")
"""Signs of other scripts, and the ones that the patterns know; each is one character."""
_WIDE_FIRST = "（［،"
"""One of them stands in each text whose signs are made plain."""
_CZECH = "ěřůľŕ"
"""Letters of Czech and Slovak alone, in which "a" is "and"."""
_CZECH_AND = late(r"(?<=[^\W\d_]) a (?=[^\W\d_a-z])")
_PREFIXED_AND = late(
    r"([(;]\s?[\u0590-\u06ff]{2,20}) "
    r"(?:و(?!آخرون)(?=[\u0600-\u06ff]{3})|ו(?![וי])(?=[\u0590-\u05ff]{3}))(?=[\u0590-\u06ff]+,\s?\d)"
)
"""Two family names in Arabic or Hebrew, the second with its "and"."""
_NARROWED = f"{_WIDE_FIRST}{_CZECH}وו"
_MAX_PARTS = 25


def narrow(text: str) -> str:
    """Return text with full-width and Arabic punctuation as plain signs, offsets unchanged.

    So are words for "and" that mean something else in other languages, or are written in one
    with the name behind them.
    """
    # A processor finds one sign many times as fast as two, or as a set of them.
    if text.isascii() or not any(map(text.__contains__, _NARROWED)):
        return text
    if any(map(text.__contains__, _WIDE_FIRST)):
        text = text.translate(_WIDE)
    if any(map(text.__contains__, _CZECH)):
        text = _CZECH_AND.sub(" & ", text)
    return _PREFIXED_AND.sub(r"\1, ", text)


def _may_cite(content: str) -> bool:
    """Return whether a bracket holds a year, a page, or words in their place: one in ten does."""
    if _DIGIT.search(content) and _CUE_IN_DIGITS.search(content):
        return True
    return bool(_CUE_NEEDLES.held_in(content.lower())) and _CUE_IN_WORDS.search(content) is not None


def find_author_date(text: str) -> Iterator[Candidate]:
    """Yield brackets that read as citations, each with the weight of its signs.

    Brackets within brackets are read innermost first; offsets are of ``text``.
    """
    text = narrow(text)
    for match in _BRACKET.finditer(text):
        content = match.group(1)
        square = content is None
        if content is None:
            content = match.group(2)
        if not _may_cite(content):
            continue
        read = parse_bracket(content)
        if read is None:
            continue
        items, score = read
        if square and not _PLACED.search(content):
            # Square brackets are an editor's, unless the work is listed or a page is named.
            score -= 3
        score += context_score(text, match.start(), match.end())
        plain = _PLAIN.fullmatch(content) is not None
        label = square and _ONE_WORD.fullmatch(content) is not None
        yield Candidate(match.start(), match.end(), "author-date", items, score, plain, label)


def parse_bracket(content: str) -> tuple[tuple[Item, ...], int] | None:
    """Return the works that a bracket's content names, with a score, or None.

    The score counts what look-alikes lack: several authors, a locator, a letter behind the
    year, "see" or "vgl." before the names, several works.
    """
    items: list[Item] = []
    score = 0
    parts = [part for part in content.split(";") if part.strip()]
    if len(parts) > _MAX_PARTS:
        return None
    waiting = ""
    for place, part in enumerate(parts):
        if items and (locator := _lone_locator(part, items[-1])) is not None:
            items[-1] = replace(items[-1], locator=locator)
            score += 4
            continue
        read = _parse_part(f"{waiting}{part.strip()}", items[-1] if items else None)
        if read is None:
            if place and items and _is_remark(part):
                continue
            if place + 1 < len(parts) and not waiting and _are_names(part):
                # Names parted by semicolons: "Okafor; Lind, 2016".
                waiting = f"{part.strip()}, "
                continue
            return None
        waiting = ""
        items.extend(read[0])
        score = max(score, read[1])
    if not items:
        return None
    named = sum(bool(item.authors) and item.year is not None for item in items)
    return tuple(items), score + (2 if named > 1 else 0)


def _are_names(part: str) -> bool:
    return not any(char.isdecimal() for char in part) and parse_authors(part) is not None


def _lone_locator(part: str, before: Item) -> str | None:
    """Return the locator that a part is and the work before lacks (``Okafor, 2014; p. 4``)."""
    match = BARE_LOCATOR.fullmatch(part) if before.locator is None else None
    return clean_locator(match["place"]) if match and has_label(match["place"]) else None


def _is_remark(part: str) -> bool:
    """Return whether a part behind the works only comments on them."""
    words = part.split()
    return 0 < len(words) <= 8 and not any(char.isdecimal() for char in part)


def _parse_part(part: str, before: Item | None) -> tuple[list[Item], int] | None:
    part, prefixed = _without_prefix(_FIRST_PRINT.sub("", part))
    again = IBID.fullmatch(part)
    if again is not None:
        return parse_again(again)
    match = YEAR_PATTERN.search(part)
    if match is None:
        return _parse_place(part, prefixed=prefixed)
    if match.group("year") and RANGE_BEHIND.match(part, match.end()):
        return None
    head, tail = part[: match.start()], part[match.end() :]
    authors, dated = _read_head(head)
    if authors is None:
        if head.strip(" ,;:.") or before is None or not before.authors:
            return None
        names, initial = before.authors, before.initial
        score = 2
    else:
        names, initial = authors.names, authors.initial
        score = _author_score(authors, head)
    first, sure = dated_item(match)
    read = parse_tail([replace(first, authors=names, initial=initial)], tail)
    return None if read is None else (read[0], score + sure + read[1] + 3 * prefixed - 3 * dated)


def dated_item(year: re.Match[str]) -> tuple[Item, int]:
    """Return a work by what ``YEAR_PATTERN`` has found, and the weight of its form.

    A letter behind the year, or what stands for one, says more than a year does.
    """
    none, suffix = year.group("none"), year.group("suffix") or year.group("none_suffix")
    item = Item(year=year.group("year") or " ".join(none.split()), suffix=suffix)
    return item, 2 * (suffix is not None) + 3 * (none is not None)


def _without_prefix(part: str) -> tuple[str, bool]:
    """Return a part without words such as "see also", and whether they were telling."""
    prefixed = False
    for _ in range(4):
        match = _PREFIX.match(part)
        if match is None:
            break
        prefixed = prefixed or _STRONG_PREFIX.match(match.group()) is not None
        part = part[match.end() :]
    return part, prefixed


def parse_again(match: re.Match[str]) -> tuple[list[Item], int] | None:
    """Return the item of ``ibid., p. 4`` or ``Okafor, op. cit.: 4``."""
    rest = match.group("rest").strip()
    place = BARE_LOCATOR.fullmatch(rest) if rest.strip(" .,") else None
    if rest.strip(" .,") and place is None:
        return None
    name = match.group("name").strip(" ,")
    authors = parse_authors(name) if name else None
    if name and authors is None:
        return None
    locator = clean_locator(place.group("place")) if place is not None else None
    item = Item(
        authors=authors.names if authors else (),
        locator=locator,
        again=True,
    )
    return [item], 5 if match.group("ibid").lower() not in ("id", "idem", "ib") else 4


def _parse_place(part: str, *, prefixed: bool) -> tuple[list[Item], int] | None:
    """Return the item of a name with a place but no year (``NCA, ch. 2, page 10``)."""
    match = ONLY_LOCATOR.fullmatch(part)
    if match is None or len(match.group("name")) > 80:
        return None
    authors = parse_authors(match.group("name"))
    if authors is None or authors.place or len(authors.names) > 3:
        return None
    locator = clean_locator(match.group("place"))
    return [Item(authors=authors.names, locator=locator)], 3 + prefixed


def _read_head(head: str) -> tuple[Authors | None, bool]:
    """Return the authors before the year, and whether a day or month stands between."""
    head = _REPRINT.sub("", head.strip(" ,:("))
    match = _DATE_WORDS.search(head)
    dated = False
    if match is not None and match.group("month").casefold() in NOT_AUTHORS:
        head = head[: match.start()]
        dated = True
    if not head.strip(" ,;:."):
        return None, dated
    return parse_authors(head) or _author_of_title(head), dated


def _author_of_title(head: str) -> Authors | None:
    """Return the author where a title follows the name (``Lund, A history of nets, 1998``)."""
    name, sign, title = head.partition(",")
    if not sign or not 8 <= len(title) <= 200 or len(name.split()) > 3:
        return None
    authors = parse_authors(name)
    if authors is None or authors.place or authors.publisher or authors.organisation:
        return None
    return authors


def _author_score(authors: Authors, head: str) -> int:
    score = 0
    if authors.et_al:
        score += 5
    elif len(authors.names) > 1 and "–" not in head:
        # Two towns at the ends of a line are joined like two names (``Szabó–Tóth``).
        score += 3
    if head.rstrip().endswith(","):
        score += 1
    if authors.publisher:
        score -= 6
    if authors.place:
        score -= 4
    if _PRODUCT.search(head):
        score -= 3
    return score


def parse_tail(items: list[Item], tail: str, depth: int = 0) -> tuple[list[Item], int] | None:
    """Return the items with what follows the year: locator, more years, more works, a remark."""
    if not tail.strip(" .,"):
        return items, 0
    if depth > 8:
        return None
    more = _MORE_YEARS.match(tail)
    if more is not None:
        following = Item(items[-1].authors, more.group("year"), more.group("suffix"))
        read = parse_tail([*items, following], tail[more.end() :], depth + 1)
        return None if read is None else (read[0], read[1] + 1)
    if items[-1].suffix is not None:
        letters = _MORE_SUFFIXES.match(tail)
        if letters is not None and letters.group("suffix") > items[-1].suffix:
            following = replace(items[-1], suffix=letters.group("suffix"))
            return parse_tail([*items, following], tail[letters.end() :], depth + 1)
    place = LOCATOR.match(tail)
    if place is not None and items[-1].locator is None:
        return _with_locator(items, tail, place, depth)
    joined = _JOIN.match(tail)
    if joined is not None:
        read = _parse_part(tail[joined.end() :], None)
        if read is not None and read[0][0].authors:
            return [*items, *read[0]], read[1] + 2
    if _COMMENT.match(tail) and any(char.isalpha() for char in tail):
        return items, -1
    return None


def _with_locator(
    items: list[Item], tail: str, place: re.Match[str], depth: int
) -> tuple[list[Item], int] | None:
    printed = place.group("place")
    located = [*items[:-1], replace(items[-1], locator=clean_locator(printed))]
    sure = 4 if has_label(printed) or tail.lstrip().startswith(":") else 2
    read = parse_tail(located, tail[place.end() :], depth + 1)
    return None if read is None else (read[0], read[1] + sure)


def context_score(text: str, start: int, end: int) -> int:
    """Return what the neighbours of a bracket say: prose before, end of a clause behind."""
    before = text[max(0, start - 40) : start].rstrip()
    score = 0
    following = text[end : end + 1]
    if not following or following in _END or following == "\n":
        score += 1
    if not before or before[-1] == "\n":
        return score - 2
    word = before.split()[-1] if before.split() else ""
    if _WORK_BEFORE.search(before):
        score -= 3
    if before[-1] in '”"»’“' or word[:1].islower():
        score += 1
    elif _TITLE_BEFORE.search(word):
        score -= 2
    return score
