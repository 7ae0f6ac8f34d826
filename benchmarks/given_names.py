"""Writes the table of given names by gender that tells people from other capitalised words.

    python -m pip install faker mimesis; python benchmarks/given_names.py

The names are those that the locales of Faker (MIT) and Mimesis (MIT) list from national statistics.
Kept are names of one word in the Latin and Cyrillic scripts; left out are names that are more
often something else where they open a run of capitals (months, places, virtues), and those that
pages print in lower case as words, listed below.
"""

import importlib
import json
import pkgutil
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
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
    "junior page "
    # Looked up among the words of public pages in forty languages.
    "will even long eine made dann store brand ago carry rich young gute vital brain tiny kam "
    "lies aid anti kit alert desire spring beat beste ver mine magna loan boy beta ring silver aka "
    "su dot ai fin echo sunny nail lien hall mentor alpha lundi avril vi aide ain buck geo holte "
    "chin colon dia mars uni bil hung tan pa nil noble vid chi fares cherish ants bergen til jewel "
    "bee prima lua mist berlin valves marvel día blossom stormy eta berg vorm sunday velvet alta "
    "earnest delta bona argentina siren pal mana stanford buena fairy malen ele dimple einer lot "
    "ever love said line job else comfort floor constant edit lean tea ties kick harm sole meta "
    "cas mile bitten toy gun marine owe oral cord ville sys lady dusty italia venezia "
    "valencia "
    # What places, firms and schools are called after, and surnames that lead their names.
    "cleveland florida marshall cornell walker jones hilton orland alfa sterling rio clifton "
    "oneida prosper bryant angeles emory hamilton hong nevada arla man norris harris warner "
    "genesis atlanta pax holland boston princeton camden lafayette columbus tennessee "
    "louisiana maryland jamaica dominica ireland scotland odessa persia cuba columbia "
    "arizona alaska richmond oxford cambridge manchester windsor lancaster essex "
    "britannia europa arabia jordania siria "
    "hanover berkeley stanton wellington dover salem vermont albany "
    "marathon chrysler tesla nike avon dove shell omega sigma zeta "
    # The same of the lists of Africa, Asia and the islands.
    "among valid peace forum fancy dev yoga harsh wage hone innocent jail purity mega indie "
    "lavender hasta poppy rim uri oleh kauri sony mala rossa sola dai karta oba mami pita tal "
    "ide immaculate osha bale garda nidra muslim oman warwick peterson hoa wan tui jihad "
    "bethlehem hari rodgers vino wadi eri devi liban panini dodo katana levis bello dunia lega "
    "livingstone loyola johnstone bharat prabhat nada tri agung imam indah dung duc neo sala "
    "tali maka desta suman mele colins danson gang karma sagar media sora safari simba zen".split()
)
LOCALES = frozenset(
    "en_US en_GB de_DE fr_FR es_ES it_IT pt_BR nl_NL pl_PL ru_RU sv_SE da_DK no_NO "
    "fi_FI cs_CZ en_IE ga_IE en_IN en_KE en_NG en_NZ ha_NG ig_NG yo_NG zu_ZA tw_GH uz_UZ "
    "fr_DZ az_AZ vi_VN".split()
)
"""Locales of Faker that are taken whole: lists of frequent names, or the only one of a country. A
name of any other needs a second list, be it the same country's in the other collection, as their
tails are long."""
GATHERED = Path(__file__).with_suffix("").with_name("given_names_gathered.txt")
"""Names of countries of which the collections have no list; taken whole."""
EITHER = 5
"""A name is one of both sexes up to this many times as many locales that give it to one of them."""
ALWAYS_EITHER = frozenset("chris sam pat alex robin kim jo lou jan simone laurence".split())
"""Short forms, and names whose sex depends on the country, whatever the counts say."""
COLUMNS = 96


def read_lists() -> Iterator[tuple[str, set[str], set[str]]]:
    """Yield each list of names: its locale of Faker, or none, and names of men and of women."""
    person = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        men, women = (
            set(_kept(getattr(provider, f"first_names_{sex}", None) or ()))
            for sex in ("male", "female")
        )
        yield module.name, men, women
    lines = [line.split() for line in GATHERED.read_text("utf-8").splitlines()]
    men, women = (
        set(_kept(name for sign, *names in lines if sign == sex for name in names)) for sex in "mf"
    )
    yield GATHERED.name, men, women
    sets = Path(str(importlib.import_module("mimesis").__file__)).parent / "datasets"
    by_language: dict[str, dict[str, set[str]]] = {}
    for path in sorted(sets.glob("*/person.json")):
        names = json.loads(path.read_text("utf-8")).get("names", {})
        found = by_language.setdefault(path.parent.name.partition("-")[0], {})
        for sex in ("male", "female") if isinstance(names, dict) else ():
            found.setdefault(sex, set()).update(_kept(names.get(sex, ())))
    for found in by_language.values():
        yield "", found.get("male", set()), found.get("female", set())


def read_locales() -> tuple[Counter[str], Counter[str]]:
    """Return in how many lists each name is one of men and one of women, in lower case."""
    men: Counter[str] = Counter()
    women: Counter[str] = Counter()
    lists: Counter[str] = Counter()
    whole: set[str] = set()
    in_faker: set[str] = set()
    for locale, of_men, of_women in read_lists():
        # Mimesis' long lists of some countries give many a name to both sexes.
        men.update(of_men if locale else of_men - in_faker)
        women.update(of_women if locale else of_women - in_faker)
        in_faker |= of_men | of_women if locale else set()
        lists.update(of_men | of_women)
        if locale in LOCALES or locale == GATHERED.name:
            whole |= of_men | of_women
    kept = {
        name for name in lists if name in whole or max(lists[name], men[name] + women[name]) > 1
    }
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
