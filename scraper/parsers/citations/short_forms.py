"""Finds how notes cite without brackets: ``Ibid., p. 9``, ``Holm 2011, p. 7``, ``Holm, Tides, 7``.

Running text seldom cites so, and names with a year or a title are common in it; in a note they
are read, and only where a work that is listed, or that an earlier note names in full, makes them
sure. The forms are those of the note styles of Chicago, MHRA, DIN ISO 690 and French theses.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas import Reference
from scraper.parsers.citations.candidates import Candidate, Item
from scraper.parsers.citations.linking import (
    ARTICLES,
    TITLE_WORD,
    EntryIndex,
    Work,
    fold_name,
    is_author,
)
from scraper.parsers.citations.narrative import CAPITAL, find_name_before
from scraper.parsers.citations.years import LOCATOR, YEAR_PATTERN, clean_locator, has_label
from scraper.parsers.rules.citations import UPPER
from scraper.patterns import late

_AGAIN = late(
    r"(?<![\w.])(?:(?P<work>(?i:op\.\s?cit|loc\.\s?cit|a\.\s?a\.\s?O|указ\.\s?соч)\b\.?|前掲|前引)"
    r"|(?P<same>(?i:ibid(?:em)?|ibíd(?:em)?|ebd|ebenda|tamże|obid|там же)\b\.?|同上)"
    r"|(?P<short>(?:Id(?:em)?|Ivi|Ib)\b\.?)(?=[,:]?\s?(?:$|[.;]|\D{0,6}\d)))"
)
"""The work just cited, or the one of a name that stands before it. The short words open a
sentence and are followed by a place or nothing."""
_TITLED = late(
    rf"(?<!\w)(?P<name>{CAPITAL})(?:,\s(?:{UPPER}\.\s?-?){{1,3}})?[,:]\s(?=[“\"„«‘'‹]?\w)"
)
"""A name with a comma behind it and a word, or a quotation, behind that."""
_BOUNDARY = late(r"\s?[”\"“»’'›]|[,.;:(]|\s\(|$")
_CLOSING = late(r"[,.]?\s?[”\"“»’'›]")
_IMPRINT = late(r",?\s\((?:[^()]{2,80}\D)?(?P<year>(?:1[5-9]|20)\d\d)[a-z]?\)")
_CITED_AGAIN = late(r",\s(?:op\.\s?cit\.|a\.\s?a\.\s?O\.)")
_ENDS = late(r"\s*(?:$|[.,;:)\]])")
_SURE = 8
"""Weight of a form that a listed work confirms."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A listed work whose title opens at a place, and where its printed words end."""

    end: int
    words: int
    whole: bool
    reference: int


def find_again(text: str) -> Iterator[Candidate]:
    """Yield ``Ibid., p. 9`` and ``Holm, op. cit., p. 31``, to be resolved in the order of notes."""
    for match in _AGAIN.finditer(text):
        if match.group("short") and text[: match.start()].rstrip()[-1:] not in ("", ".", ";"):
            continue
        start = match.start()
        names: tuple[str, ...] = ()
        if match.group("work"):
            named = find_name_before(text, match.start())
            if named is None:
                continue
            names, start = named
        locator, end = read_locator(text, match.end())
        yield Candidate(
            start, end, "author-date", (Item(authors=names, locator=locator, again=True),), _SURE
        )


def find_named_years(text: str, index: EntryIndex) -> Iterator[Candidate]:
    """Yield ``Okafor and Lind 2003, p. 15`` where the list has a work of that author and year."""
    for match in YEAR_PATTERN.finditer(text):
        named = find_name_before(text, match.start())
        if named is None:
            continue
        names, start = named
        year = match.group("year") or " ".join(match.group("none").split())
        suffix = match.group("suffix") or match.group("none_suffix")
        found = index.resolve(Item(authors=names, year=year, suffix=suffix))
        if found is None or not is_author(names[0], index.reference(found)):
            continue
        locator, end = read_locator(text, match.end())
        names = _as_listed(names, text[start : match.start()], index.reference(found))
        item = Item(names, year, suffix, locator, reference=found)
        yield Candidate(start, end, "author-date", (item,), _SURE)


def find_titled(text: str, index: EntryIndex) -> Iterator[Candidate]:
    """Yield ``Holm, Tides, p. 7``: a name and the title of a work of it, or how the title begins.

    One word of a longer title counts only with a place behind it. Where two works of a name begin
    alike, neither is cited for sure.
    """
    for match in _TITLED.finditer(text):
        works = index.works_of(match.group("name"))
        fits = fit_titles(text, match.end(), works)
        best = max(fits, key=lambda fit: (fit.words, fit.whole), default=None)
        if best is None or sum(fit.words == best.words and not best.whole for fit in fits) > 1:
            continue
        closing = _CLOSING.match(text, best.end)
        end = closing.end() if closing is not None else best.end
        imprint = _IMPRINT.match(text, end)
        end = imprint.end() if imprint is not None else end
        again = _CITED_AGAIN.match(text, end)
        end = again.end() if again is not None else end
        led = closing is not None and "," in closing.group() and imprint is again is None
        locator, end = read_locator(text, end, led=led)
        if not (best.whole or best.words > 1 or locator or closing):
            continue
        named = find_name_before(text, match.end("name"))
        names, start = named or ((match["name"],), match.start())
        year = imprint.group("year") if imprint is not None else None
        item = Item(names, year, locator=locator, reference=best.reference)
        yield Candidate(start, end, "author-date", (item,), _SURE + best.words)


def _as_listed(names: tuple[str, ...], printed: str, work: Reference) -> tuple[str, ...]:
    """Return the names, a lone one as a family name of two words where the entry has that."""
    family = (work.author or work.editor)[0].family or ""
    whole = printed.rstrip(" ,")
    return (whole,) if len(names) == 1 and fold_name(whole) == fold_name(family) else names


def fit_title(text: str, start: int, work: Work) -> Titled | None:
    """Return how far the words from a place on are those that a work's title begins with."""
    return next(iter(fit_titles(text, start, (work,))), None)


def fit_titles(text: str, start: int, works: Sequence[Work]) -> list[Titled]:
    """Return for works, in any order, how far the words from a place on begin their titles.

    The words are read once for all works, as somebody may have written hundreds.
    """
    found: list[tuple[Work, int, int]] = []
    alive = list(works)
    end, known, place = 0, 0, 0
    for word in TITLE_WORD.finditer(text, start):
        folded = fold_name(word.group())
        if folded not in ARTICLES:
            left = [work for work in alive if work.words[place : place + 1] == (folded,)]
            if known and len(left) < len(alive):
                goes_on = {work.number for work in left}
                found += [(work, end, known) for work in alive if work.number not in goes_on]
            alive = left
            place += 1
        if not alive:
            break
        if _BOUNDARY.match(text, word.end()):
            end, known = word.end(), place
    if known:
        found += [(work, end, known) for work in alive]
    return [Titled(end, known, known == len(work.words), work.number) for work, end, known in found]


def read_locator(text: str, start: int, *, led: bool = False) -> tuple[str | None, int]:
    """Return the place in a work that is printed from ``start`` on, and where it ends.

    A number without a label is a place if a comma or colon leads to it and a sign ends it.

    Args:
        start: Where the words that name the work end.
        led: Whether they end with a comma themselves, as a title in quotation marks may.
    """
    match = LOCATOR.match(text, start)
    if match is None:
        return None, start
    place = match.group("place")
    end = match.start("place") + len(place.rstrip(" .,;:"))
    if not has_label(place):
        leading = text[start : match.start("place")].strip()
        leads = leading in (",", ":") or (led and not leading)
        if not leads or not _ENDS.match(text, end) or YEAR_PATTERN.match(place):
            return None, start
    return clean_locator(place), end
