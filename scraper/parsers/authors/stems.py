"""Tells for which patterns a class value or an address holds no letters that they could match.

Nearly all values of a page match none of a dozen patterns. What each of them needs at least, a
*stem*, is looked for in one pass first; ``stems_c.pyx`` does so in the bytes of the tree, so that
most values never become objects.
"""

import re
from collections.abc import Iterable, Mapping

from scraper.native import twin


class Stems:
    """Letters that are looked for together, each with bits that say what it may tell."""

    def __init__(self, told: Mapping[str, int], ends: str) -> None:
        """Take the stems.

        Args:
            told: For each stem, two or more characters of ASCII in lower case, its bits; one with
                ``$`` behind it only counts where a part of the text ends.
            ends: A pattern for one character: what parts of a text are parted by.

        Raises:
            ValueError: A stem is shorter, or in other characters.
        """
        bare = [stem.removesuffix("$") for stem in told]
        if not all(len(stem) > 1 and stem.isascii() and stem == stem.lower() for stem in bare):
            raise ValueError("a stem has two or more characters of ASCII, in lower case")
        self._any = _either(told, ends)
        self._each = [
            (bit, _either([stem for stem, bits in told.items() if bits & bit], ends))
            for bit in (1 << place for place in range(max(told.values()).bit_length()))
            if any(bits & bit for bits in told.values())
        ]

    def told(self, text: str) -> int:
        """Return the bits of all stems that a text holds, in any case."""
        lower = text.lower()
        if self._any.search(lower) is None:
            return 0
        return sum(bit for bit, pattern in self._each if pattern.search(lower))

    def words(self, text: str) -> list[str]:
        """Return the words of a text, parted by white space, that hold a stem."""
        return [word for word in text.split() if self.told(word)]


def _either(stems: Iterable[str], ends: str) -> re.Pattern[str]:
    """Return a pattern for any of some stems; those that begin alike are written together."""
    rests: dict[str, list[str]] = {}
    for stem in sorted(stems):
        bare = stem.removesuffix("$")
        end = rf"(?:{ends}|\Z)" if stem.endswith("$") else ""
        rests.setdefault(re.escape(bare[0]), []).append(re.escape(bare[1:]) + end)
    return re.compile("|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items()))


make_stems = twin(Stems)
"""Makes ``Stems``, the compiled ones where there are any."""
