"""Tells the steps of an instruction, each below its picture, from the captions of an article.

How-tos and recipes write a picture and what to do into one box, which is named ``image`` as the box
of a picture and its caption is. A caption stands alone among other text; steps follow each other.
"""

from itertools import islice

from lxml import etree

from scraper.text import HEADING_TAGS

PICTURES = ("img", "picture", "amp-img")
_STEPS = 3
"""Boxes of one kind in a row, each with a picture and text, from which on they are steps."""
_SHORTEST = 40
"""Characters; shorter texts in such boxes are the captions of a gallery."""
_DEPTH = 3
"""Boxes around a box, with no text of their own, that may make one step with it."""
_GAP = 3
"""Headings, and elements without text, that may part one step from the next."""


def is_step(element: etree._Element, text: str) -> bool:
    """Return whether an element is one of several alike in a row: a picture and what to do.

    Args:
        element: A box with a picture, or a line behind one.
    """
    if len(text) < _SHORTEST:
        return False
    step = element
    for _ in range(_DEPTH):
        if any(_next(step, preceding=preceding) is not None for preceding in (True, False)):
            break
        around = step.getparent()
        if around is None or around.tag == "body":
            return False
        step = around
    if step is not element and not holds_picture(step):
        return False
    return 1 + _alike(step, preceding=True) + _alike(step, preceding=False) >= _STEPS


def _alike(step: etree._Element, *, preceding: bool) -> int:
    """Return how many steps, two at most, stand right before or behind a step."""
    count, beside = 0, _next(step, preceding=preceding)
    while beside is not None and count < _STEPS - 1:
        if (beside.tag, beside.get("class")) != (step.tag, step.get("class")):
            break
        if holds_picture(step) and not holds_picture(beside):
            break
        count, beside = count + 1, _next(beside, preceding=preceding)
    return count


def _next(element: etree._Element, *, preceding: bool) -> etree._Element | None:
    """Return the next element with text that is no heading, None where none is near."""
    near = islice(element.itersiblings("*", preceding=preceding), _GAP)
    return next((e for e in near if e.tag not in HEADING_TAGS and _says(e)), None)


def _says(element: etree._Element) -> bool:
    return any(text.strip() for text in element.itertext())


def holds_picture(element: etree._Element) -> bool:
    """Return whether there is a picture in an element."""
    return next(element.iter(*PICTURES), None) is not None
