"""Takes boxes that open over the page out of the chosen text: forms, notices, words explained.

Their text stands in the page all the time, often behind the article, and reads like any other.
What tells is the box's name, and that the model is sure of no paragraph in any of the page's: a few
sites show their articles so.
"""

from bisect import bisect_left
from collections.abc import Sequence

from scraper.parsers.body.layout import NAME_PART, Floats
from scraper.parsers.rules.boilerplate import DIALOG_PARTS, DIALOG_ROLES, DIALOG_WORDS
from scraper.remembering import remembered
from scraper.text import Container, TextBlock

_SURE = 0.8
_MOST_SHARE = 0.25
"""Part of the chosen text that such a box holds at most: longer ones may be the article."""
_LEAD_CHARS = 80
"""So much text in one block is a paragraph; the first is where the article has begun."""
_CACHE = 4096


def without_dialogs(
    blocks: Sequence[TextBlock],
    containers: Sequence[Container],
    probabilities: Floats,
    kept: Sequence[int],
) -> list[int]:
    """Return the chosen blocks less those in dialogs that hold nothing sure."""
    begun = next((index for index in kept if len(blocks[index].text) >= _LEAD_CHARS), -1)
    dialogs = _Dialogs(containers, begun)
    found: dict[int, Container] = {}
    # Most unsure blocks share their container with others.
    likely = probabilities[list(kept)].tolist()
    unsure = {blocks[i].container for i, value in zip(kept, likely, strict=True) if value < _SURE}
    for index in unsure:
        box = dialogs.around(index)
        if box is not None:
            found[box.index] = box
    if not found or _shows_text(blocks, dialogs, probabilities, kept):
        return list(kept)
    most = _MOST_SHARE * sum(len(blocks[index].text) for index in kept)
    gone: set[int] = set()
    for box in found.values():
        inside = kept[bisect_left(kept, box.first) : bisect_left(kept, box.end)]
        if sum(len(blocks[index].text) for index in inside) <= most:
            gone.update(inside)
    return [index for index in kept if index not in gone]


def _shows_text(
    blocks: Sequence[TextBlock],
    dialogs: "_Dialogs",
    probabilities: Floats,
    kept: Sequence[int],
) -> bool:
    """Return whether a page's dialogs show text: one of them holds what is surely part of it."""
    text = (index for index in kept if len(blocks[index].text) >= _LEAD_CHARS)
    sure = (index for index in text if probabilities[index] >= _SURE)
    return any(dialogs.around(blocks[index].container) is not None for index in sure)


class _Dialogs:
    """The dialogs of a page that do not hold the beginning; each container is asked once."""

    def __init__(self, containers: Sequence[Container], begun: int) -> None:
        self._containers = containers
        self._begun = begun
        self._known: dict[int, Container | None] = {-1: None}

    def around(self, index: int) -> Container | None:
        """Return the innermost dialog that a container is or stands in."""
        containers, known = self._containers, self._known
        climbed = []
        while index not in known:
            box = containers[index]
            climbed.append(index)
            if box.first <= self._begun < box.end:
                known[index] = None
            elif _is_dialog(box):
                known[index] = box
            else:
                index = box.parent
        found = known[index]
        for inner in climbed:
            known[inner] = found
        return found


def _is_dialog(box: Container) -> bool:
    attributes = box.attributes
    if not attributes:
        return box.tag == "dialog"
    return (
        box.tag == "dialog"
        or attributes.get("role") in DIALOG_ROLES
        or is_dialog_name(attributes.get("class", ""))
        or is_dialog_name(attributes.get("id", ""))
    )


@remembered(_CACHE)
def is_dialog_name(value: str) -> bool:
    """Return whether a class attribute or an id names a box that opens over the page.

    ``login-modal``, ``modal__body`` and ``popupBox`` do; ``has-modal`` says that there is
    one, ``modal-verbs`` what a text is about.
    """
    # Nearly all names hold none of the words, and most pages have names never asked about.
    folded = value.lower()
    if "modal" not in folded and "popup" not in folded and "dialog" not in folded:
        return False
    return any(map(_names_dialog, value.split()))


def _names_dialog(token: str) -> bool:
    words = [word.lower() for word in NAME_PART.findall(token)]
    named = [place for place, word in enumerate(words) if word in DIALOG_WORDS]
    if not named or words[0] in ("has", "no", "js", "open"):
        return False
    return named[-1] + 1 == len(words) or words[named[-1] + 1] in DIALOG_PARTS
