"""Lists in Markdown, as CommonMark reads them (section 5.3).

A record gives items one by one, with their depth and number. Here they become lists within lists
that a reader shows with the same depths and numbers.
"""

from collections.abc import Sequence
from typing import NamedTuple

from schemas import Block

_STEP = 4
"""Depths are told by multiples of this: older readers than CommonMark's ask for four spaces."""
_MOST = 999_999_999
"""Greater numbers are no list markers (CommonMark 5.2)."""


class _Open(NamedTuple):
    """A list that goes on, as its last item left it."""

    level: int
    indent: int
    ordinal: int | None
    sign: str
    """What stands behind a number, or the bullet."""


def lists(items: Sequence[tuple[Block, str]]) -> str:
    """Return items that follow each other as lists.

    Args:
        items: Blocks of kind ``list_item`` with their texts in Markdown. Depths may begin
            anywhere and jump: what is deeper than the item before stands within it.
    """
    lines: list[str] = []
    opened: list[_Open] = []
    for block, text in items:
        level = block.level or 1
        while opened and opened[-1].level > level:
            last = opened.pop()
            if not opened or opened[-1].level < level:
                opened.append(last._replace(level=level))
        before = opened.pop() if opened and opened[-1].level == level else None
        indent = before.indent if before else _inside(opened)
        ordinal = block.ordinal
        if ordinal is not None and not 0 <= ordinal <= _MOST:
            ordinal = None
        sign, is_new = _sign(before, ordinal)
        if before is None and opened:
            # Within an item only what counts from 1 may follow its words at once.
            is_new = ordinal not in (None, 1)
        opened.append(_Open(level, indent, ordinal, sign))
        marker = sign if ordinal is None else f"{ordinal}{sign}"
        if is_new:
            lines.append("")
        margin = " " * (indent + len(marker) + 1)
        lines.append(f"{' ' * indent}{marker} {text.replace(chr(10), f'{chr(10)}{margin}')}")
    return "\n".join(lines)


def _inside(opened: Sequence[_Open]) -> int:
    """Return the indent of what stands within the innermost list's last item."""
    if not opened:
        return 0
    around = opened[-1]
    width = 1 if around.ordinal is None else len(str(around.ordinal)) + 1
    return around.indent + -(-(width + 1) // _STEP) * _STEP


def _sign(before: _Open | None, ordinal: int | None) -> tuple[str, bool]:
    """Return the sign of an item's marker, and whether it begins a new list behind another.

    Readers count on from a list's first number: an item that does not follow on needs a list of
    its own, and another sign makes one.
    """
    first = "-" if ordinal is None else "."
    if before is None:
        return first, False
    if ordinal is None or before.ordinal is None:
        return (before.sign, False) if ordinal is before.ordinal else (first, True)
    if ordinal == before.ordinal + 1:
        return before.sign, False
    return ")" if before.sign == "." else ".", True
