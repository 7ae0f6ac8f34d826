"""Looks for many words in a text at once, where a look for each would be dearer than what follows.

Tables of words, one language after the other, are asked of every page, and hardly any of them
is there. ``needles_c.pyx`` finds the few in one pass over the text.
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
