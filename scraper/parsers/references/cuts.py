"""Tells where entries and their labels begin in a text: printed numbers, lines, stretches."""

from collections.abc import Sequence

from scraper.parsers.references.looks import is_url, looks, opens_as_reference
from scraper.parsers.references.markers import SMALL_DIGITS, plain_digits
from scraper.patterns import late

ENTRY_TAGS = frozenset("li tr aside".split())
LABEL = late(
    r"[\[(]\^?(?P<bracket>\d{1,3}|[a-z*†‡]|[A-Z][\w+&.-]{0,24}?\d{2}(?:\d{2})?[a-z]?)[\])][.:]?\s*"
    r"|(?P<point>\d{1,3})[.)\]:](?!\d)\s*"
    rf"|(?P<small>[{SMALL_DIGITS}]{{1,3}})[.)]?\s*"
    r"|(?P<sign>[*†‡§]{1,3})\s*(?=[^\W_])"
    r"|(?P<plain>\d{1,3})(?=\s+[^\s\d,.:;)–-])\s+"
)
_EMPTY_LINE = late(r"\n[ \t]*\n\s*(?=\S)")
_FLUSH_LINE = late(r"\n(?=\S)")
_ONLY_LABEL = late(
    rf"\[?\(?(?:\d{{1,3}}|[a-z]|[*†‡§^↑]|[{SMALL_DIGITS}]+)[\])]?[.):]?|\^"
    r"|\[[^\W_][\w+&.:-]{1,29}\]"
)
_INLINE_LABEL = late(
    r"(?:^|(?<=[\s.;)]))(?:[\[(](\d{1,3})[\])]\.?|(\d{1,3})[.)])(?=\s*[^\W\d_]|\s*[“\"„«‘'(]|\s*http)"
)

_SURELY = 3
"""Signs of a reference that make a block an entry of its own."""


def is_whole(text: str) -> bool:
    """Return whether a block is an entry by itself: it opens as one, and looks like one."""
    found = printed_label(text, plain=False)
    own = text[found[1] :] if found is not None else text
    return opens_as_reference(own) and looks(own) >= _SURELY


def line_cuts(text: str, tag: str) -> list[int]:
    """Return where entries start if lines of a block are entries, else nothing."""
    if "\n" not in text:
        return []
    lines = text.split("\n")
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    labelled = [bool(LABEL.match(line)) for line in lines]
    if labelled[0] and sum(labelled) > 1:
        return [start for start, own in zip(starts, labelled, strict=True) if own]
    urls = [is_url(line) for line in lines]
    if all(urls):
        return starts
    if any(urls):
        # A title line and an address line are one entry; a list item is one anyway.
        if tag in ENTRY_TAGS:
            return []
        return [s for s, url in zip(starts, urls, strict=True) if not url or s == 0]
    if tag in ENTRY_TAGS:
        return []
    return stretch_cuts(text) or (starts if _are_likely(lines) else [])


def stretch_cuts(text: str) -> list[int]:
    """Return where entries start that empty lines part, or whose further lines are set in."""
    for border in (_EMPTY_LINE, _FLUSH_LINE):
        starts = [0, *(found.end() for found in border.finditer(text))]
        if len(starts) < 2 or len(starts) > text.count("\n"):
            continue
        ends = (*starts[1:], len(text))
        if _are_likely([text[a:b].strip() for a, b in zip(starts, ends, strict=True)]):
            return starts
    return []


def _are_likely(lines: Sequence[str]) -> bool:
    likely = sum(looks(" ".join(line.split())) >= 2 for line in lines)
    return likely * 3 >= len(lines) * 2


def label_cuts(text: str) -> list[int]:
    """Return the starts of stretches numbered in turn (``1. … 2. …``), at least two of them."""
    cuts: list[int] = []
    wanted = 0
    for match in _INLINE_LABEL.finditer(text):
        number = int(match.group(1) or match.group(2))
        if not cuts:
            if match.start() > 2 or number > 1:
                return []
            cuts, wanted = [match.start()], number + 1
        elif number == wanted and match.start() - cuts[-1] > 12:
            cuts.append(match.start())
            wanted += 1
    return cuts if len(cuts) > 1 else []


def is_label(text: str) -> bool:
    """Return whether a text is nothing but a number, a sign or a word in brackets."""
    return _ONLY_LABEL.fullmatch(text) is not None


def printed_label(text: str, *, plain: bool) -> tuple[str, int] | None:
    """Return a printed label and where the entry begins behind it, or None.

    Args:
        plain: Whether a bare number and a space counts as one.
    """
    match = LABEL.match(text)
    if match is None or match.end() >= len(text):
        return None
    if match.lastgroup == "plain" and not plain:
        return None
    return plain_digits(match.group(match.lastgroup or 0)), match.end()
