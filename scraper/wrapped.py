"""Joins lines that were wrapped by hand: a ``br`` at the end of each line of a paragraph.

So come texts that were pasted from mails and documents: every line is about as wide as the next,
and sentences go on over its end. Read as they stand they part words, quotations and citations.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from lxml import etree

from scraper.preformatted import is_paragraph, space_between
from scraper.tree import string_of

_LEAST_REST = 30
"""Characters behind a ``br`` that go on with a sentence."""
_LEAST_LINES = 3
_LEAST_WIDTH = 50
"""Characters of the widest line: verses and addresses have shorter ones."""
_LEAST_GOING_ON = 0.5
"""Of the lines behind the first that begin with a small letter, more than so many."""
_MOST_ENDED = 0.4
"""Of the lines before the last that end with a stop: those of a list do, whatever they begin with
("van der Meer, T. (1982) …")."""
_FULL = 0.85
"""Of the widest line: a shorter one that ends with a stop ends a paragraph."""
_INLINE = frozenset(
    "a abbr acronym b big cite code em font i img mark q s small span strong sub sup time u".split()
)
_STOPS = (".", "!", "?", ":", "…", "”", "“", "»", '"')


def join_wrapped(breaks: Sequence[etree._Element]) -> None:
    """Put spaces in the place of the breaks within paragraphs that were wrapped by hand.

    Args:
        breaks: The ``br`` elements of a page, which is changed in place. Linear in their texts.
    """
    # Most pages have no break with a sentence's rest behind it.
    parents = dict.fromkeys(
        parent
        for element in breaks
        if _goes_on(element.tail) and (parent := element.getparent()) is not None
    )
    for parent in parents:
        for lines in list(_paragraphs(parent)):
            texts = [text for _, text in lines]
            if len(lines) >= _LEAST_LINES and _is_wrapped(texts):
                full = _FULL * max(map(len, texts))
                joined = []
                for (_, before), (element, after) in pairwise(lines):
                    is_end = before.endswith(_STOPS) and len(before) < full
                    if element is not None and (after[:1].islower() or not is_end):
                        joined.append((element, space_between(before, after)))
                _join(joined)


def _goes_on(tail: str | None) -> bool:
    """Return whether what stands behind a break may be the rest of a sentence."""
    return tail is not None and len(tail) >= _LEAST_REST and tail.lstrip()[:1].islower()


def _paragraphs(parent: etree._Element) -> Iterator[list[tuple[etree._Element | None, str]]]:
    """Yield the lines between empty ones, each with the break before it and its text."""
    lines = ((one, " ".join(text.split())) for one, text in _lines(parent))
    for is_full, group in groupby(lines, lambda line: bool(line[1])):
        if is_full:
            yield list(group)


def _lines(parent: etree._Element) -> Iterator[tuple[etree._Element | None, str]]:
    """Yield the lines of an element: the break before each, None for the first, and its text."""
    before, text = None, parent.text or ""
    for child in parent:
        if child.tag == "br":
            yield before, text
            before, text = child, ""
        elif child.tag in _INLINE:
            text += string_of(child)
        else:
            yield before, text
            yield None, ""
            before, text = None, ""
        text += child.tail or ""
    yield before, text


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Return whether lines are a paragraph whose sentences go on over their ends."""
    borders = len(lines) - 1
    going_on = sum(1 for line in lines[1:] if line[:1].islower())
    ended = sum(1 for line in lines[:-1] if line.endswith(_STOPS))
    if going_on <= _LEAST_GOING_ON * borders or ended > _MOST_ENDED * borders:
        return False
    return max(map(len, lines)) >= _LEAST_WIDTH and is_paragraph(lines)


def _join(breaks: Sequence[tuple[etree._Element, str]]) -> None:
    """Take breaks out of their lines; the text given with each stands in its place."""
    last: etree._Element | None = None
    runs: list[list[tuple[etree._Element, str]]] = []
    for element, space in breaks:
        if last is None or element.getprevious() is not last:
            runs.append([])
        runs[-1].append((element, space))
        last = element
    for run in runs:
        _join_run(run)


def _join_run(run: Sequence[tuple[etree._Element, str]]) -> None:
    """Join breaks with nothing but text between them: what is before is not copied for each."""
    parent, before = run[0][0].getparent(), run[0][0].getprevious()
    if parent is None:
        return
    tails = [element.tail or "" for element, _ in run]
    behind = tails[-1][len(tails[-1].rstrip()) :]
    text = "".join(f"{space}{tail.strip()}" for (_, space), tail in zip(run, tails, strict=True))
    for element, _ in run:
        element.tail = None
        parent.remove(element)
    if before is not None:
        before.tail = (before.tail or "").rstrip() + text + behind
    else:
        parent.text = (parent.text or "").rstrip() + text + behind
