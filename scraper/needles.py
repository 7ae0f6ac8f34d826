"""Looks for many words in a text at once, where a look for each would be dearer than what follows.

Tables of words, one language after the other, are asked of every page, and hardly any of them
is there. ``needles_c.pyx`` finds the few in one pass over the text, and a part of a page's bytes by
its rarest one.
"""

from collections.abc import Iterable

from scraper.native import twin


class Needles:
    """Words that are looked for together."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words.

        Args:
            words: Of at least two characters each.

        Raises:
            ValueError: One of them is shorter.
        """
        self.words = tuple(words)
        if any(len(word) < 2 for word in self.words):
            raise ValueError("a word that is looked for has at least two characters")

    def held_in(self, text: str) -> list[str]:
        """Return those of the words that a text holds, anywhere, in the order they were given."""
        return [word for word in self.words if word in text]


make_needles = twin(Needles)
"""Makes ``Needles``, the compiled ones where there are any."""


def holds_bytes(content: bytes, part: bytes, rare: int) -> bool:
    """Return whether bytes hold a part.

    Args:
        content: A page.
        part: What is looked for, not empty.
        rare: The place in it of the byte that pages hold least: a processor finds a single byte
            many times as fast as several.

    Raises:
        ValueError: The part has no such place.
    """
    if not 0 <= rare < len(part):
        raise ValueError("the rarest byte is one of the part's")
    return part in content


has_bytes = twin(holds_bytes)
