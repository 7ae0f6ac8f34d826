"""Mends what the labeller gets wrong about where a title ends and its container begins.

Each rule answers a shape of string in which the punctuation speaks against the labels; where
nothing of the kind is seen, runs stay as they are.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from scraper.parsers.reference_runs import Run
from scraper.parsers.rules import references as rules
from scraper.patterns import late

_STOP = late(r"([^\W\d_]+)[)\"”’'»]{0,2}[.?!][\"”»]?\s+(?=[^\Wa-z_\d])")
_OPEN_GAP = late(r"[,;:(?/&\s]*")
_CUT_HEAD = late(r"(?:^|[\s,(“\"])((?:Proc|J|Trans|Ann|Bull)\.\s(?:of\s)?)$")
_HEAD_REACH = 10
"""Characters of the longest abbreviation that ``_CUT_HEAD`` finds, and what stands before it."""
_HALF_BRACKET = late(r"\s\([^()]*$")
_REST_OF_BRACKET = late(r"(?:[\s’'-]?\w+){0,3}\)")
_AFTER_QUOTE = late(r"[,.]?[”\"»][,.]?\s+(?:[Ii]n:?\s+)?(?=[^\Wa-z_\d])")
_LONGEST_HEAD = 90
"""Characters of a meeting's name that may stand before what was labelled of it."""
_LONG_WORD = 6
"""Letters from which a word with a capital before a full stop is no abbreviation of a journal."""
_LEAST_TAIL = 3
_EDITED = late(r"\b(?:[Ee]ds?|[Hh]rsg|[Ee]dited|[Dd]ir)\b")
_NUMBERED = late(r",?\s(?:(?:no|nr|n[°º]|vol|v)\.?\s?)?(\d{1,3})$", re.IGNORECASE)
_WITHIN_NAME = frozenset(("date", "place", "publisher", "container"))
"""Labels of words that belong to the name of a meeting behind a quoted title."""
_NAMING = frozenset((*rules.JOURNAL_WORDS, *rules.MEETING_WORDS))


def mend_slips(text: str, runs: Sequence[Run]) -> list[Run]:
    """Return the runs of a reference string with the borders of title and container mended."""
    found = _with_host(runs)
    for place, run in enumerate(found):
        if run.label == "container":
            _move_border(text, found, place)
            _grow(text, found, place)
            found[place] = _bracketed(text, _from_quote(text, found, place))
    return found


def _with_host(runs: Sequence[Run]) -> list[Run]:
    """Return the runs with a second title behind editors as what it is: the book that holds it."""
    found = list(runs)
    titles = [place for place, run in enumerate(found) if run.label == "title"]
    if len(titles) < 2 or any(run.label == "container" for run in found):
        return found
    last = titles[-1]
    if any(run.label == "editor" for run in found[titles[0] : last]):
        found[last] = replace(found[last], label="container")
    return found


def _move_border(text: str, runs: list[Run], place: int) -> None:
    """Give a title its end back where it ran on into the container.

    ``An impact in western Texas, USA. Geology`` and ``a lake (in Russian). Doklady``: no stop
    parts the runs, but one stands within the container.
    """
    run = runs[place]
    title = runs[place - 1] if place else None
    if title is None or title.label != "title":
        return
    if not _OPEN_GAP.fullmatch(text, title.end, run.start):
        return
    stop = _end_of_title(text, run)
    if stop is not None:
        runs[place - 1] = replace(title, end=stop.end(1) + _closers(text, stop))
        runs[place] = replace(run, start=stop.end())


def _end_of_title(text: str, run: Run) -> re.Match[str] | None:
    """Return the first full stop within a container that ends a title and no abbreviation."""
    stop = _STOP.search(text, run.start, run.end)
    if stop is None or run.end - stop.end() < _LEAST_TAIL:
        return None
    head = {word.strip(".,()").casefold() for word in text[run.start : stop.end()].split()}
    word = stop.group(1)
    spelt = word.islower() or (word.isupper() and len(word) > 2) or len(word) >= _LONG_WORD
    return stop if spelt and head.isdisjoint(_NAMING) else None


def _closers(text: str, stop: re.Match[str]) -> int:
    """Return 1 where a bracket closes behind the last word of a title, else 0."""
    return 1 if text[stop.end(1) : stop.end(1) + 1] == ")" else 0


def _grow(text: str, runs: list[Run], place: int) -> None:
    """Give a container the abbreviation that opens it (``Trans. of``, ``J.``)."""
    run = runs[place]
    head = _CUT_HEAD.search(text, max(run.start - _HEAD_REACH, 0), run.start)
    if head is None:
        return
    before = runs[place - 1] if place else None
    if before is not None and before.end > head.start(1):
        end = before.start + len(text[before.start : head.start(1)].rstrip(" ,"))
        if end <= before.start:
            return
        runs[place - 1] = replace(before, end=end)
    runs[place] = replace(run, start=head.start(1))


def _bracketed(text: str, run: Run) -> Run:
    """Return a container with the whole of a bracket in its name, or up to one of the date.

    ``(ISWC 2023)`` is part of the name, ``(August, 1921)`` is the date.
    """
    half = _HALF_BRACKET.search(text, run.start, run.end)
    if half is None or half.start() - run.start < _LEAST_TAIL:
        return run
    closed = _REST_OF_BRACKET.match(text, run.end)
    return replace(run, end=half.start() if closed is None else closed.end())


def _from_quote(text: str, runs: Sequence[Run], place: int) -> Run:
    """Return a container from the quotation mark on that ends the title before it.

    ``“A lake,” in Robotics, 2009. ICRA ’09. IEEE Conference on``: what stands between belongs to
    the name of the meeting.
    """
    run = runs[place]
    first = place - 1
    while first > 0 and runs[first].label in _WITHIN_NAME:
        first -= 1
    before = runs[first] if first >= 0 else None
    if before is None or before.label != "title":
        return run
    quote = _AFTER_QUOTE.match(text, before.end, run.start)
    if quote is None or not 0 < run.start - quote.end() <= _LONGEST_HEAD:
        return run
    between = text[quote.end() : run.start]
    if "(" in between or _EDITED.search(between):
        return run
    return replace(run, start=quote.end())


def cut_number(container: str) -> tuple[str, str | None]:
    """Return a container without the number that ends it, and that number.

    Styles print the volume right behind the journal: ``Lisp and Symbolic Computation 8, 4``. The
    numbers of meetings and years belong to the name.
    """
    match = _NUMBERED.search(container)
    words = {word.strip(".,()").casefold() for word in container.split()}
    if match is None or not words.isdisjoint(rules.MEETING_WORDS):
        return container, None
    return container[: match.start()], match.group(1)
