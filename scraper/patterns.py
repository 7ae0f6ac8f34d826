"""Patterns that are compiled when they are first used.

Compiling takes a thousand times as long as importing what is compiled, and no page needs all: what
people say, cite and refer to is read by some four hundred patterns of which a page without
quotations and references uses a few. Programs that read no page at all need none.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
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


ANY = "\0"
"""What stands in a spelling for a sign that a pattern leaves open."""
_MOST_SIGNS = 12
"""Signs of a set up to which each is spelled."""
_OPENING = re.compile(r"\(\?(?:[a-z-]*:|P<\w+>)|\((?!\?)")
"""What opens a group that takes something; all others look around."""
_RUN = re.compile(r"(?:[^\\\[\](){}.?*+^$](?![?*+{]))+")
"""Signs that a pattern takes as they are, none of them repeated."""
_REPEATED = re.compile(r"[?*+]|\{\d*,?\d*\}")


@cache
def spellings(pattern: str, longest: int = 1000) -> frozenset[str]:
    """Return what a pattern takes, letter by letter: tables of first and last words come of it.

    Args:
        pattern: Its source. What is repeated stands once; what looks around, borders of words and
            of the text stand for nothing; white space is a space, a set of many signs ``ANY``.
        longest: Letters behind which a spelling may be cut.
    """
    found: set[str] = set()
    for each in _parted(pattern):
        heads = {""}
        for piece, optional in _pieces(each):
            ends = _spelled(piece, longest)
            more = {h + e if len(h) < longest else h for h in heads for e in ends}
            heads = heads | more if optional else more
        found |= heads
    return frozenset(found)


def _pieces(alternative: str) -> Iterator[tuple[str, bool]]:
    """Yield the groups and signs of an alternative, each with whether it may be left out."""
    place = 0
    while place < len(alternative):
        if run := _RUN.match(alternative, place):
            yield run.group(), False
            place = run.end()
            continue
        start, depth = place, 0
        while place == start or depth:
            token = _TOKEN.match(alternative, place)
            piece = token.group() if token else ""
            depth += (piece == "(") - (piece == ")")
            place += len(piece)
        piece = alternative[start:place]
        repeated = _REPEATED.match(alternative, place)
        if repeated:
            place = repeated.end() + (alternative[repeated.end() :][:1] == "?")
        yield piece, repeated is not None and repeated.group()[:2] in ("?", "*", "{0", "{,")


def _spelled(piece: str, longest: int) -> frozenset[str]:
    """Return the spellings of a group, a set, or signs."""
    if len(piece) > 1 and piece[0] == "(":
        opened = _OPENING.match(piece)
        return spellings(piece[opened.end() : -1], longest) if opened else frozenset(("",))
    if piece in ("^", "$", r"\b", r"\B"):
        return frozenset(("",))
    if piece[0] == "[":
        inside = re.sub(r"\\(?=[^\w])|\\s", lambda m: " " * (m[0] != "\\"), piece[1:-1])
        known = len(inside) <= _MOST_SIGNS and not re.search(r"^\^|\\|[^ ]-[^ ]", inside)
        return frozenset(inside if known else ANY)
    if piece[0] == "\\":
        return frozenset((piece[1] if not piece[1].isalnum() else " " if piece == r"\s" else ANY,))
    return frozenset((ANY if piece == "." else piece,))


def first_words(pattern: str) -> frozenset[str]:
    """Return the words that what a pattern takes begins with, those that it spells."""
    return _words(r"(\w+)(?![\w\0])", pattern)


def last_words(pattern: str) -> frozenset[str]:
    """Return the words that what a pattern takes ends with, those that it spells."""
    return _words(r".*?(?<![^\W\d_])(?<!\0)([^\W\d_]+)[^\0\w]*$", pattern)


def _words(which: str, pattern: str) -> frozenset[str]:
    found = (re.match(which, spelling) for spelling in spellings(pattern))
    return frozenset(match[1].lower() for match in found if match)


def held_words(pattern: str) -> tuple[str, ...]:
    """Return words, folded, of which whatever a pattern takes holds one; none holds another."""
    held = {max(each.casefold().split(ANY), key=len) for each in spellings(pattern)}
    return tuple(sorted(w for w in held if not any(o != w and o in w for o in held)))
