"""Writes the table of given names by gender that tells people from other capitalised words.

    python -m pip install faker; python benchmarks/given_names.py

The names are those that the locales of Faker (MIT) list from national statistics. Kept are names
of one word in the Latin and Cyrillic scripts; left out are names that are more often something
else where they open a run of capitals (months, places, virtues), listed below.
"""

import importlib
import pkgutil
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "scraper/parsers/rules/given_names.txt"
NAME = re.compile(r"[^\W\d_]{2,}(?:[-’'][^\W\d_]{2,})?")
SCRIPTS = re.compile(r"[a-zà-ɏḁ-ỿа-ѓє-џґ’'-]+")
OTHERWISE = frozenset(
    "april may june august autumn summer winter hope faith joy grace justice prince princess "
    "king queen duke earl baron major general judge art sky river ocean rain storm snow star "
    "sun moon paris london chelsea dallas houston denver savannah georgia virginia carolina "
    "dakota montana india asia america africa kenya israel china egypt west east north south "
    "baby royal black white green brown gray grey reed stone forest lake bay ford angel heaven "
    "true honor honour liberty destiny miracle precious unity diamond jade deutsche deutsch "
    "welt bund rot gut sehr alle das der die und mit aus von zum bei in an im am do no so my on "
    "to it he she we you they the and for not are was but has had can all de la le les du des "
    "el los al san santa saint st van den del dos da santo sancho international national mercy "
    "blessing goodness gift happy lucky success patience wisdom unique tu om ho yo ja sol luz "
    "mar mayo era sea son una trinity journey cash ace legend maverick messiah saviour sincere "
    "soul mission story lyric harmony melody serenity charity patria nova haven aspen canyon "
    "bridge chance chase blaze german roman washington mercedes alexa orlando milan infant "
    "unknown golden dell phoenix sydney roma sierra alexandria augusta alberta erie don dona "
    "junior page".split()
)
LOCALES = frozenset(
    "en_US en_GB de_DE fr_FR es_ES it_IT pt_BR nl_NL pl_PL ru_RU sv_SE da_DK no_NO "
    "fi_FI cs_CZ".split()
)
"""Locales that are taken whole; a name of any other needs a second one, as their tails are long."""
EITHER = 5
"""A name is one of both sexes up to this many times as many locales that give it to one of them."""
ALWAYS_EITHER = frozenset("chris sam pat alex robin kim jo lou jan simone laurence".split())
"""Short forms, and names whose sex depends on the country, whatever the counts say."""
COLUMNS = 96


def read_locales() -> tuple[Counter[str], Counter[str]]:
    """Return in how many locales each name is one of men and one of women, in lower case."""
    person = importlib.import_module("faker.providers.person")
    men: Counter[str] = Counter()
    women: Counter[str] = Counter()
    whole: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        found = [
            set(_kept(getattr(provider, f"first_names_{sex}", None) or ()))
            for sex in ("male", "female")
        ]
        men.update(found[0])
        women.update(found[1])
        if module.name in LOCALES:
            whole |= found[0] | found[1]
    kept = {name for name in men | women if name in whole or men[name] + women[name] > 1}
    return (
        Counter({name: men[name] for name in kept}),
        Counter({name: women[name] for name in kept}),
    )


def _kept(names: Iterable[str]) -> Iterable[str]:
    """Yield the names that the table takes, in lower case."""
    for name in names:
        plain = name.strip().casefold()
        if NAME.fullmatch(plain) and SCRIPTS.fullmatch(plain) and plain not in OTHERWISE:
            yield plain


def main() -> int:
    """Write the table: a line that opens with the gender, then the names."""
    men, women = read_locales()
    parts: dict[str, list[str]] = {"m": [], "f": [], "p": []}
    for name in sorted(set(men) | set(women)):
        one, other = men[name], women[name]
        balanced = one and other and max(one, other) <= EITHER * min(one, other)
        if balanced or name in ALWAYS_EITHER:
            parts["p"].append(name)
        else:
            parts["m" if one > other else "f"].append(name)
    lines = [
        f"{gender} {line}"
        for gender, names in parts.items()
        for line in textwrap.wrap(" ".join(names), COLUMNS, break_on_hyphens=False)
    ]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print({gender: len(names) for gender, names in parts.items()})
    return 0


if __name__ == "__main__":
    sys.exit(main())
