"""What changed between two values: lines first, then words, as a list of kept, cut and added.

Plain data; who shows it decides on colours. Linear enough for long texts: words are compared
only within lines that replaced each other.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_WORD_LIMIT = 2_000
"""Words of a line beyond which it is shown as replaced whole: comparing is quadratic."""

_INDENT = "  "

Kind = Literal["kept", "cut", "added"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that both have, or only the old (cut) or the new (added) one."""

    kind: Kind
    text: str


def diff_values(old: object, new: object) -> Iterator[list[Piece]]:
    """Yield the lines in which two JSON values differ, each as its pieces.

    Lines that are the same in both are left out, but for the first one of an entry in which
    something else differs. Texts and lists of texts are compared as they are, everything else as
    an outline: ``- name: "Ada Lund"``, and below it, indented, ``role: "editor"``.
    """
    old_lines, new_lines = _to_lines(old), _to_lines(new)
    matcher = SequenceMatcher(None, old_lines, new_lines, autojunk=False)
    has_entries = isinstance(new, list) and any(isinstance(entry, dict) for entry in new)
    shown = -1
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation == "equal":
            continue
        head = _head_of(new_lines, c)
        is_within = (*old_lines[a:b], *new_lines[c:d])[0].startswith(_INDENT)
        if has_entries and is_within and head > shown:
            yield [Piece("kept", new_lines[head])]
        shown = max(head, d - 1)
        yield from _diff_lines(old_lines[a:b], new_lines[c:d])


def _head_of(lines: Sequence[str], place: int) -> int:
    """Return the place of the line above that begins an entry, -1 for none."""
    place -= 1
    while place >= 0 and lines[place].startswith(_INDENT):
        place -= 1
    return place


def to_plain(lines: Iterator[list[Piece]]) -> str:
    """Return a difference as text in the notation of wdiff: ``[-cut-]{+added+}``."""
    marks = {"kept": ("", ""), "cut": ("[-", "-]"), "added": ("{+", "+}")}
    return "\n".join(
        "".join(f"{marks[piece.kind][0]}{piece.text}{marks[piece.kind][1]}" for piece in pieces)
        for pieces in lines
    )


def _to_lines(value: object) -> list[str]:
    if value is None:
        return []
    if isinstance(value, str):
        return value.split("\n")
    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return value
    return list(_outline(value))


def _outline(value: object) -> Iterator[str]:
    """Yield the lines of a JSON value without its brackets, which tell a reader nothing."""
    if isinstance(value, dict) and value:
        for name, part in value.items():
            if isinstance(part, dict | list) and part:
                yield f"{name}:"
                yield from (f"{_INDENT}{line}" for line in _outline(part))
            else:
                yield f"{name}: {json.dumps(part, ensure_ascii=False)}"
    elif isinstance(value, list) and value:
        for entry in value:
            first, *rest = _outline(entry)
            yield f"- {first}"
            yield from (f"{_INDENT}{line}" for line in rest)
    else:
        yield json.dumps(value, ensure_ascii=False)


def _diff_lines(old: Sequence[str], new: Sequence[str]) -> Iterator[list[Piece]]:
    """Pair the lines that replaced each other, in order; what is left was cut or added."""
    paired = min(len(old), len(new))
    for before, after in zip(old[:paired], new[:paired], strict=True):
        yield _diff_words(before, after)
    for line in old[paired:]:
        yield [Piece("cut", line)]
    for line in new[paired:]:
        yield [Piece("added", line)]


def _diff_words(old: str, new: str) -> list[Piece]:
    old_words, new_words = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(old_words), len(new_words)) > _WORD_LIMIT:
        return [Piece("cut", old), Piece("added", new)]
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, old_words, new_words, autojunk=False)
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation == "equal":
            pieces.append(Piece("kept", "".join(old_words[a:b])))
            continue
        if a < b:
            pieces.append(Piece("cut", "".join(old_words[a:b])))
        if c < d:
            pieces.append(Piece("added", "".join(new_words[c:d])))
    return pieces
