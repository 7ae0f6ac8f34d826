"""Joins labelled tokens of a reference string to runs, and mends where runs part wrongly."""

from collections.abc import Sequence
from dataclasses import dataclass

from scraper.parsers.reference_labels import LabelledToken
from scraper.patterns import late

_WORDY = frozenset(("title", "container", "publisher"))
_LONGEST_BRIDGE = 24
_PLAIN_WORDS = late(r"[\w\s'’&/-]*")
_FAMILY_AND_INITIALS = r"[^\W\d_][\w'’‐-]{1,40}(?:\s[\w'’‐-]{2,40}){0,2}\s[A-Z]{1,3}"
_VANCOUVER = late(rf"({_FAMILY_AND_INITIALS}(?:,\s{_FAMILY_AND_INITIALS}){{0,60}})\.\s+(?=\S)")
"""Family names with bare initials, up to the full stop that ends them."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring tokens with one label."""

    label: str
    start: int
    end: int
    tokens: int


def join_runs(tokens: Sequence[LabelledToken]) -> list[Run]:
    """Join neighbouring tokens of one label; ``other`` parts runs and is left out."""
    runs: list[Run] = []
    last = ""
    for item in tokens:
        if item.label == last != "other":
            runs[-1] = Run(last, runs[-1].start, item.token.end, runs[-1].tokens + 1)
        elif item.label != "other":
            runs.append(Run(item.label, item.token.start, item.token.end, 1))
        last = item.label
    return runs


def bridge_runs(text: str, runs: Sequence[Run]) -> list[Run]:
    """Join two runs of one wordy field that a few plain words part (``Place`` in ``Nature``)."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and last.label == run.label and run.label in _WORDY:
            between = text[last.end : run.start]
            if len(between) <= _LONGEST_BRIDGE and _PLAIN_WORDS.fullmatch(between):
                joined[-1] = Run(run.label, last.start, run.end, last.tokens + run.tokens + 1)
                continue
        joined.append(run)
    return joined


def end_authors(text: str, runs: Sequence[Run]) -> list[Run]:
    """Give the title back its first words where initials and a full stop ended the authors.

    In ``Holm A, Ito B. Lamps, light …`` a first word before a comma looks like one more name.
    """
    if len(runs) < 2 or runs[0].label != "author":
        return list(runs)
    authors = runs[0]
    match = _VANCOUVER.match(text, authors.start, authors.end)
    if match is None:
        return list(runs)
    kept = Run("author", authors.start, match.end(1), authors.tokens)
    title = runs[1]
    if title.label == "title":
        title = Run("title", match.end(), title.end, title.tokens + 1)
    return [kept, title, *runs[2:]]
