"""Adds the lists that a page's own data states, where the page shows them.

Ingredients, steps, and questions with their answers stand as often in a box of a plugin, in tables,
labels of check boxes or single ``div``s as in a list, and a few words a line look like a menu. What
tells is that the page's data states them line by line (schema.org ``Recipe``, ``HowTo``,
``FAQPage``). Where they are shown is the narrowest container that shows most of them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scraper.needles import has_bytes
from scraper.page import Page
from scraper.structured import Item
from scraper.text import SECTION_TAGS, Container, TextBlock, outwards

_LINES = ("recipeIngredient", "ingredients", "supply", "tool")
"""Properties with one line a value."""
_STEPS = ("recipeInstructions", "step", "itemListElement")
"""Properties whose values are steps, or sections that hold steps."""
_TEXTS = ("text", "name")
_STATING = ("Recipe", "HowTo", "FAQPage")
_SIGNS = ((b"Recipe", 0), (b"HowTo", 0), (b"FAQPage", 2))
"""The same as a page holds them that may state one, with the places of their rarest bytes: few do,
and the data of all others need not be read for this. Names written with escapes count as none."""
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^<>]*>")
_LEAST_LINES = 2
_SHOWN_LEAST = 0.6
"""Part of a list's lines that has to be shown, and of those within the container."""
_ELSEWHERE_MOST = 0.5
"""Where more of the lines were chosen outside of the container, it is a second display."""
_TELLING_MOST = 2
"""What stands in more lines doesn't tell which of them is shown."""
_ONE_WORD = 2
"""Blanks around one word."""
_DEPTH = 4
_LABEL_LIMIT = 60
_MOSTLY_LINK = 0.8


@dataclass(frozen=True, slots=True)
class _Shown:
    """A list that the page shows."""

    lines: dict[int, frozenset[int]]
    """Index of a block to the numbers of the stated lines that hold its text."""
    first: int
    end: int

    def covered(self, first: int, end: int) -> int:
        """Return how many different stated lines the blocks of a range show."""
        inside = [numbers for index, numbers in self.lines.items() if first <= index < end]
        return len(frozenset[int]().union(*inside))


def with_stated_lists(page: Page, kept: Sequence[int]) -> list[int]:
    """Return the chosen blocks and the lines of stated lists, with the headings among them."""
    if not any(has_bytes(page.content, *sign) for sign in _SIGNS):
        return list(kept)
    lists = list(_stated_lists(page.structured.items))
    if not lists:
        return list(kept)
    chosen = set(kept)
    words = [_words_of(block.text) for block in page.blocks]
    for lines in lists:
        shown = _find_shown(page.blocks, page.containers, words, lines)
        if shown is not None and not _stands_elsewhere(shown, chosen):
            chosen.update(_to_add(page.blocks, shown))
    return sorted(chosen)


def _stated_lists(items: Iterable[Item]) -> Iterator[list[str]]:
    """Yield the lists that the page's data states, each line as words between blanks."""
    for item in items:
        if not item.is_a(*_STATING):
            continue
        questions = [_answered(question) for question in item.items("mainEntity")]
        for values in (
            [text for name in _LINES for text in item.texts(name)],
            [text for name in _STEPS for text in _steps(item, name, _DEPTH)],
            [text for texts in questions for text in texts],
        ):
            lines = list(dict.fromkeys(filter(str.strip, map(_words_of, values))))
            if len(lines) >= _LEAST_LINES:
                yield lines


def _steps(item: Item, name: str, depth: int) -> Iterator[str]:
    """Yield the texts of steps, which may be grouped in sections."""
    for value in item.values.get(name, ()):
        if isinstance(value, str):
            yield from value.split("\n")
            continue
        yield from (text for key in _TEXTS for text in value.texts(key))
        if depth:
            yield from _steps(value, "itemListElement", depth - 1)


def _answered(question: Item) -> list[str]:
    """Return a question and its answers."""
    answers = [text for answer in question.items("acceptedAnswer") for text in answer.texts("text")]
    return [*question.texts("name"), *answers]


def _words_of(text: str) -> str:
    """Return the words of a text between single blanks, one before and behind as well."""
    plain = _TAG.sub(" ", text) if "<" in text else text
    return f" {' '.join(_WORD.findall(plain.casefold()))} "


def _find_shown(
    blocks: Sequence[TextBlock],
    containers: Sequence[Container],
    words: Sequence[str],
    lines: list[str],
) -> _Shown | None:
    """Return where a list is shown, by the words of each block; None where too little of it is."""
    stated = "\n".join(lines)
    numbers = {
        index: _lines_shown(held, lines)
        for index, held in enumerate(words)
        if held in stated and held.strip()
    }
    everywhere = _Shown(numbers, 0, len(blocks))
    most = everywhere.covered(0, len(blocks))
    if most < max(_SHOWN_LEAST * len(lines), _LEAST_LINES):
        return None
    asked = _SHOWN_LEAST * most
    boxes = (box for n in numbers for box in outwards(containers, blocks[n].container))
    around = {box.index for box in boxes}
    ranges = {(containers[index].first, containers[index].end) for index in around}
    holding = [span for span in ranges if everywhere.covered(*span) >= asked]
    first, end = min(holding, key=lambda span: (span[1] - span[0], span[0]))
    inside = {index: held for index, held in numbers.items() if first <= index < end}
    return _Shown(numbers, min(inside), max(inside) + 1)


def _lines_shown(words: str, lines: list[str]) -> frozenset[int]:
    """Return the numbers of the lines that a block's words tell of: "1" and "cup" tell nothing."""
    if words.count(" ") <= _ONE_WORD:
        return frozenset(number for number, line in enumerate(lines) if words == line)
    held = frozenset(number for number, line in enumerate(lines) if words in line)
    return held if len(held) <= _TELLING_MOST else frozenset()


def _stands_elsewhere(shown: _Shown, chosen: set[int]) -> bool:
    """Return whether most lines were chosen outside of where the list is shown."""
    outside = {i: held for i, held in shown.lines.items() if not shown.first <= i < shown.end}
    kept = _Shown({i: held for i, held in outside.items() if i in chosen}, 0, 0)
    lines = shown.covered(shown.first, shown.end)
    return kept.covered(0, 1 + max(outside, default=0)) > _ELSEWHERE_MOST * lines


def _to_add(blocks: Sequence[TextBlock], shown: _Shown) -> Iterator[int]:
    """Yield the lines of a list, and the headings among and right before them."""
    for index in range(max(shown.first - 1, 0), shown.end):
        block = blocks[index]
        if (index in shown.lines and index >= shown.first) or _is_heading(block):
            yield index


def _is_heading(block: TextBlock) -> bool:
    """Return whether a block is a short heading that leads nowhere else."""
    length = len(block.text)
    is_short = block.tag in SECTION_TAGS and length <= _LABEL_LIMIT
    return is_short and block.link_chars < _MOSTLY_LINK * length
