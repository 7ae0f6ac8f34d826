"""Patterns that are compiled when they are first used.

Compiling takes a thousand times as long as importing what is compiled, and no page needs all: what
people say, cite and refer to is read by some four hundred patterns of which a page without
quotations and references uses a few. Programs that read no page at all need none.
"""

import re
from collections.abc import Callable
from typing import cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Late:
    """What a pattern can be asked, and its source; not its flags and groups."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def first(self, method: str) -> Callable[..., object]:
        """Return a method of the pattern, whose own take the place of these from now on."""
        own = vars(self)
        if method not in own:
            # An object's own attributes go before functions of its class: the second call costs
            # nothing more than that of a pattern. Who has kept a function comes here again.
            compiled = re.compile(self.pattern, self._flags)
            own.update({name: getattr(compiled, name) for name in _METHODS})
        return cast(Callable[..., object], own[method])


def _first(method: str) -> Callable[..., object]:
    def ask(self: _Late, *args: object, **named: object) -> object:
        return self.first(method)(*args, **named)

    return ask


for _name in _METHODS:
    setattr(_Late, _name, _first(_name))


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled at the first question.

    A mistake in it shows then, not before: a test asks all of them.

    Args:
        pattern: Its source, as for ``re.compile``.
        flags: The same.

    Raises:
        Nothing; the first question raises ``re.error`` if the source is no pattern.
    """
    return cast(re.Pattern[str], _Late(pattern, flags))


_TOKEN = re.compile(r"\\.|\[(?:\\.|[^\]\\])+\]|.", re.DOTALL)
"""What a pattern consists of: an escaped sign, a set of characters, a character."""
WORD_BEGINS = r"(?<!\w.)"
"""Behind a first letter: nothing of a word stands before it. A search whose pattern begins with
letters looks at these alone; one that begins with a look back looks everywhere.
"""
_LETTER_FIRST = re.compile(r"[^\W_](?![?*+{])")


def by_first_letter(alternatives: str, behind: str = "") -> str:
    """Return alternatives of a pattern grouped by their first letters: most fail at the first.

    What matches is the same: those that begin alike keep their order, and none passes one that
    begins with something else than a letter.

    Args:
        alternatives: Parted by ``|``, with whole groups and sets of characters in them. None of
            two letters that a pattern without case takes for one (``i``, ``ı``) begins one each.
        behind: What is asked behind each first letter, as ``WORD_BEGINS``.
    """
    found: list[str] = []
    rests: dict[str, list[str]] = {}
    for each in _parted(alternatives):
        if _LETTER_FIRST.match(each):
            rests.setdefault(each[0], []).append(each[1:])
        else:
            found.extend((*_grouped(rests, behind), each))
            rests = {}
    return "|".join((*found, *_grouped(rests, behind)))


def _grouped(rests: dict[str, list[str]], behind: str) -> list[str]:
    """Return a pattern for each first letter and what follows it."""
    return [f"{first}{behind}(?:{'|'.join(ends)})" for first, ends in rests.items()]


def _parted(alternatives: str) -> list[str]:
    """Return alternatives one by one; what stands in groups does not part them."""
    found = [""]
    depth = 0
    for piece in _TOKEN.findall(alternatives):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += piece
    return found
