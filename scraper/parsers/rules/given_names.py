"""Given names by gender, which tell people from other words with a capital.

Source: the first names that the locales of Faker (MIT licence, Copyright Daniele Faraglia and
contributors) and Mimesis (MIT licence, Copyright Isaak Uchakaev Likid Geimfari) list from national
statistics of some forty countries, and names of the peoples that they leave out, gathered by hand
(``benchmarks/given_names_gathered.txt``); ``given_names.txt`` is written from them by
``benchmarks/given_names.py``.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def given_names() -> Mapping[str, str]:
    """Return names in lower case with ``m``, ``f``, or ``p`` for names of men and women alike."""
    table = (files("scraper.parsers.rules") / "given_names.txt").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for line in table.splitlines():
        gender, _, names = line.partition(" ")
        found.update(dict.fromkeys(names.split(), gender))
    return found
