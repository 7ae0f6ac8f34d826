"""Gives runs of a reference back what stands between two marks: whole titles, whole containers.

The labeller decides token by token and may part what no mark parts, or join what a full stop
does. Each rule here asks for a shape of labels that no style prints and for punctuation that
says what it should be; where either is missing, runs stay as they are.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from scraper.parsers.reference_runs import Run
from scraper.parsers.rules.given_names import given_names
from scraper.patterns import late

_MAKER = late(
    r"[.,;]\s(?:\(?(?:[Ee]dited|[Tt]ranslated|[Ii]llustrated|[Cc]ompiled)\s(?:and\s\w+\s)?by|"
    r"(?:Ed|Trans|Eds)\.\sby|[Hh]rsg\.\svon|[Hh]erausgegeben\svon|[Üü]bersetzt\svon|"
    r"[Tt]raduit\s(?:par|de)|[Tt]rad(?:ucción|uzione)?\.?\s(?:de|di)|[Ee]dición\sde)\s"
)
_MAKER_LAST = late(r",\s(?:trans|transl|tr|eds?|hrsg|trad)$", re.IGNORECASE)
_SENTENCE_END = late(r"[\w)\]”\"’'][.?!][”\"’)]?\s+(?=[^\Wa-z_])")
_CAPITAL = r"[^\Wa-z_\d][\w’'&.-]*"
_NAME_OF_SERIAL = late(
    rf"(?:{_CAPITAL}|&)(?:\s(?:{_CAPITAL}|&|and|of|the|for|in|on|et|de|la|des|der|und|für)){{0,7}}"
)
_ACCESS_NEXT = late(
    r"[.,;]?\s+(?:(?:Retrieved|Accessed|Available|Abgerufen|Consulté|Recuperado|URL)\b|https?://|www\.)"
)
_NAME_WORD = rf"(?:{_CAPITAL}|van|von|der|den|de|di|la)"
_ONE_NAME = rf"{_CAPITAL}(?:\s{_NAME_WORD}){{0,4}}"
_MORE_NAMES = late(
    rf"(?:{_ONE_NAME},\s){{0,8}}(?:{_ONE_NAME}\s)?(?:and|und|et|y|e|&)\s"
    rf"(?P<last>{_CAPITAL}(?:\s{_NAME_WORD}){{1,4}}?)[.,]\s(?=\S)"
)
"""Further names up to the last, which an *and* announces."""
_FRENCH_NAME = late(r"[A-ZÀ-Þ][A-ZÀ-Þ'’ -]{2,40}\s\([^\W\d_][\w.\s-]{0,30}\)(?=,\s\S)")
"""``DUVAL (Anne), Title``."""
_INITIAL_LAST = late(r"[\s.][A-ZÀ-Þ]\.\s|[A-ZÀ-Þ]\.\s")
_COUNTED = frozenset(("volume", "issue", "pages"))
_SHORTEST_TITLE = 12
_LONGEST_NAME = 60


def mend_borders(text: str, runs: Sequence[Run]) -> list[Run]:
    """Return the runs of a reference string with names, title and container whole and apart."""
    found = _with_bracket(text, _with_names(text, runs))
    found = [_without_makers(text, run) if run.label == "title" else run for run in found]
    return _named(_parted(text, found))


def _with_names(text: str, runs: Sequence[Run]) -> list[Run]:
    """Give the authors back the names that a title begins with.

    ``Gena F. Holm,`` and ``J. Ito Marsh, and Abel Quay. Lamps of a lake``: an initial looks like
    the end of a sentence.
    """
    if not runs:
        return []
    first = runs[0]
    if first.label == "title" and (name := _FRENCH_NAME.match(text, first.start, first.end)):
        author = Run("author", first.start, name.end(), 2)
        return [author, replace(first, start=name.end() + 2), *runs[1:]]
    if len(runs) < 2 or first.label != "author" or runs[1].label != "title":
        return list(runs)
    title = runs[1]
    more = _MORE_NAMES.match(text, title.start, title.end)
    if more is None or not _is_name(more.group("last"), text[first.end - 2 : title.start]):
        return list(runs)
    authors = replace(first, end=more.end("last"), tokens=first.tokens + 2)
    return [authors, replace(title, start=more.end()), *runs[2:]]


def _is_name(name: str, before: str) -> bool:
    """Return whether capital words are a person: an initial, a given name, or one behind initials.

    ``before`` is the end of the author in front with what follows it.
    """
    word = name.split(maxsplit=1)[0]
    behind_initial = _INITIAL_LAST.fullmatch(before) is not None
    return word.endswith(".") or behind_initial or word.casefold() in given_names()


def _with_bracket(text: str, runs: Sequence[Run]) -> list[Run]:
    """Give a title the bracket that its container begins in: ``(in Russian). Annals of Quays``."""
    found = list(runs)
    for place in range(1, len(found)):
        title, run = found[place - 1 : place + 1]
        if (title.label, run.label) != ("title", "container"):
            continue
        close = text.find("). ", run.start, run.end)
        opening = text.rfind("(", title.start, run.start)
        if close > 0 <= opening and ")" not in text[opening:close] and close + 6 < run.end:
            found[place - 1] = replace(title, end=close + 1, tokens=title.tokens + 2)
            found[place] = replace(run, start=close + 3)
    return found


def _without_makers(text: str, run: Run) -> Run:
    """Return a title up to who edited or translated it."""
    start = run.start + _SHORTEST_TITLE // 2
    maker = _MAKER.search(text, start, run.end) or _MAKER_LAST.search(text, start, run.end)
    return replace(run, end=maker.start()) if maker is not None else run


def _parted(text: str, runs: Sequence[Run]) -> list[Run]:
    """Part a title from the serial that a full stop parts from it, where both have one label.

    A volume, issue or page behind it, or an address, says that the last sentence is a name.
    """
    labels = [run.label for run in runs]
    wordy = [place for place, label in enumerate(labels) if label in ("title", "container")]
    if len(wordy) != 1:
        return list(runs)
    place = wordy[0]
    run = runs[place]
    counted = place + 1 < len(runs) and labels[place + 1] in _COUNTED
    if not counted and not (labels[place] == "title" and _ACCESS_NEXT.match(text, run.end)):
        return list(runs)
    stop = None
    for match in _SENTENCE_END.finditer(text, run.start + _SHORTEST_TITLE, run.end):
        stop = match
    if (
        stop is None
        or run.end - stop.end() > _LONGEST_NAME
        or not _NAME_OF_SERIAL.fullmatch(text, stop.end(), run.end)
        or not _is_sentence(text[run.start : stop.start() + 1])
    ):
        return list(runs)
    title = Run("title", run.start, _end_of(stop), run.tokens - 1)
    return [*runs[:place], title, Run("container", stop.end(), run.end, 1), *runs[place + 1 :]]


def _named(runs: Sequence[Run]) -> list[Run]:
    """Return the runs with a book in volumes as a title (``Capital. Vol. 2. London: Quay Press``).

    The labeller takes what has a volume for what holds the work.
    """
    labels = {run.label for run in runs}
    if "title" in labels or "publisher" not in labels or not {"issue", "pages"}.isdisjoint(labels):
        return list(runs)
    return [replace(run, label="title") if run.label == "container" else run for run in runs]


def _end_of(stop: re.Match[str]) -> int:
    """Return where a sentence ends: before its full stop, behind its question mark."""
    return stop.start() + (1 if stop.group()[1] == "." else 2)


def _is_sentence(title: str) -> bool:
    """Return whether a title has three words or more and the last is no abbreviation."""
    words = title.split()
    return len(words) >= 3 and not re.fullmatch(r"[A-Z]\.?|[A-Z][a-z]{0,3}", words[-1])
