"""Counts the function words of a text, and what they weigh for each language that uses them.

A text repeats its function words, and hardly any other. ``function_words_c.pyx`` has the same
for a compiler, without an object for each word.
"""

import re
from collections import Counter
from collections.abc import Mapping

from scraper.native import twin

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
AROUND_WORDS = ".,;:!?()[]\"'“”‘’„«»…–—-"
"""What stands right before or behind a word, none of it letters."""

Users = Mapping[str, tuple[tuple[str, float], ...]]
"""Word to the languages that use it and what it counts for each."""


class FunctionWords:
    """The function words of some languages."""

    def __init__(self, users: Users) -> None:
        """Take the words in lower case."""
        self._users = dict(users)

    def weigh(self, text: str) -> tuple[int, dict[str, float]]:
        """Return how many words a text has, and the weight of its function words by language.

        Args:
            text: In lower case. Most words are what stands between spaces, without the marks on it.
        """
        total = 0
        found: dict[str, int] = {}
        for token, times in Counter(text.split()).items():
            if token in self._users:
                total += times
                found[token] = found.get(token, 0) + times
            elif token.isalpha():
                total += times
            else:
                for word in words_in(token):
                    total += times
                    if word in self._users:
                        found[word] = found.get(word, 0) + times
        return total, self.weigh_counted(found)

    def weigh_counted(self, times: Mapping[str, int]) -> dict[str, float]:
        """Return the weight of words, each with how often it stands in a text, by language."""
        weights: dict[str, float] = {}
        for word, count in times.items():
            for language, weight in self._users.get(word, ()):
                weights[language] = weights.get(language, 0.0) + weight * count
        return weights


def words_in(token: str) -> list[str]:
    """Return the words of what stands between two spaces and has signs that are no letters."""
    word = token.strip(AROUND_WORDS)
    return [word] if word.isalpha() else WORD.findall(word)


make_function_words = twin(FunctionWords)
"""Makes ``FunctionWords``, the compiled ones where there are any."""
