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
