"""Collects every mention of a date on a page that can have to do with the article.

A mention is one date in one place: an item's property, a ``meta`` element, a ``time`` element, a
line of text, the address. It carries what speaks for and against it as named features; which day
wins is decided elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import unquote, urlsplit

from lxml import etree

from scraper.needles import has_bytes, make_needles
from scraper.page import Page
from scraper.parsers.dates.moment import Moment, make_moment
from scraper.parsers.dates.reading import find_printed, month_number
from scraper.parsers.dates.values import LONGEST_VALUE, read_coarse, read_value
from scraper.parsers.found import Found
from scraper.parsers.other_articles import describes_another, values_of_others
from scraper.parsers.rules import dates as rules
from scraper.parsers.site import TITLE_SEPARATOR, squash
from scraper.patterns import late
from scraper.structured import Item
from scraper.text import fold

_ARTICLE_TYPES = tuple("Article article Posting Report Recipe Blog CreativeWork hentry".split())
_WORK_TYPES = (
    "Review", "VideoObject", "AudioObject", "Episode", "HowTo", "Gallery", "Report", "Guide",
)  # fmt: skip
"""Works that are the page's own where they bear its headline."""
_PAGE_TYPES = ("WebPage", "ItemPage", "QAPage", "FAQPage", "AboutPage", "MedicalWebPage", "Page")
_OTHER_TYPES = ("Comment", "Comments", "Answer", "Review", "Offer", "Event", "Rating", "Person")
_LIVE = "LiveBlogPosting"
_YEAR = late(r"(?:19|20)\d\d")
_LONGEST_DATE = 40
_LEAST_VALUE, _LEAST_COARSE = len("1.3.2016"), len("2016")
_BESIDE_HEADLINE = ("text", "alone", "starts-line", "shape:one", "behind-headline:1-2")
"""A date in ``<title>`` is too rare to be learned; it counts as one printed by the headline."""
_ITEMS_LOOKED_AT = 200
_SCRIPT_HITS = 12
_FEW_KEYS = 4
_SCRIPT_CORES = make_needles(core for _, core, _ in rules.SCRIPT_KEYS)
_SHORT_SCRIPT = 60
_SCRIPT_CHARS = 300_000

LATEST_YEAR = 2035
"""Years behind this one are numbers of something else, where the time of the fetch is unknown."""

_URL_DAY = late(
    r"(?<!\d)((?:19|20)\d\d)([/_.\-]?)(0[1-9]|1[0-2]|[1-9](?!\d)|[a-z]{3,9})\2"
    r"(3[01]|[12]\d|0[1-9]|[1-9])(?!\d)",
    re.I,
)
_URL_DAY_LAST = late(
    r"(?<!\d)(3[01]|[12]\d|0?[1-9])([/_.\-])(0?[1-9]|1[0-2]|[a-z]{3,9})\2((?:19|20)\d\d)(?!\d)",
    re.I,
)
_URL_DAY_AROUND = late(
    r"/((?:19|20)\d\d)/[a-z][\w.-]*/(0[1-9]|1[0-2])/(3[01]|[12]\d|0[1-9])(?=/|$)", re.I
)
"""A section between year and month: ``/2010/politics/08/13/``."""
_URL_DAYS = ((_URL_DAY, (1, 3, 4)), (_URL_DAY_LAST, (4, 3, 1)), (_URL_DAY_AROUND, (1, 2, 3)))
"""How addresses give a day, each with its groups of year, month and day."""
_URL_MONTH = late(r"/((?:19|20)\d\d)[/\-_]?(0[1-9]|1[0-2]|[a-z]{3})(?=[/\-_]|$)", re.I)
_URL_YEAR = late(r"/((?:19|20)\d\d)(?=/|$)")


@dataclass(slots=True)
class Mention:
    """One date in one place."""

    moment: Moment
    kind: str
    """``published``, ``modified``, ``created`` or ``generic``; ``other`` for alien dates."""
    source: str
    """The kind of place, as in evidence."""
    where: str | None = None
    """Key of a structured value; None where ``element`` says it."""
    element: etree._Element | None = None
    features: dict[str, float] = field(default_factory=dict)
    block: int = -1
    """Index of the page's block, for text."""
    shows_order: bool | None = None
    """Whether the month is first, where the digits leave one reading only."""
    month_first: bool = False
    """Whether the digits were read with the month first."""
    in_words: bool = False
    """Whether the month is printed as a word."""
    is_called_change: bool = False
    """Whether the line of a ``time`` element calls the day that it prints a change."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How dates of a page are to be read."""

    language: str = ""
    """Primary language subtag, in lower case; empty if the page does not say."""
    month_first: bool = False
    ascii_digits: bool = True
    """Whether the page's script writes its digits in ASCII."""
    own_days: frozenset[int] = frozenset()
    """Days that the page states as that of its publication or of its change."""
    is_coarse: bool = False
    """Whether months and years are asked for, where there are no days."""

    def read(self, value: str) -> Moment | None:
        """Return the moment of a machine-readable value that has at least a day.

        Or that has none, for a reader of months and years.
        """
        if self.is_coarse:
            return read_coarse(value, self.language)
        moment = read_value(value, month_first=self.month_first, language=self.language)
        return moment if moment is not None and moment.day is not None else None


def make_reader(page: Page) -> Reader:
    """Return how to read the page's dates, from its language and the place of its host."""
    stated = (page.root.get("lang") or page.root.get("xml:lang") or "").strip().lower()
    stated = stated.replace("_", "-") or _locale(page)
    primary, _, rest = stated.partition("-")
    ending = (page.host or "").rsplit(".", 1)[-1]
    if stated in rules.MONTH_FIRST_LANGUAGES:
        # Themes are left at en-US all over the world: a country's domain knows better.
        month_first = ending not in rules.DAY_FIRST_ENGLISH or ending in rules.MONTH_FIRST_DOMAINS
    elif primary in ("en", ""):
        month_first = ending in rules.MONTH_FIRST_DOMAINS or (
            not rest and ending not in rules.DAY_FIRST_ENGLISH
        )
    else:
        month_first = False
    language = primary if primary.isalpha() else ""
    if language == "zh" and (ending in rules.DAY_FIRST_CHINESE or rest in rules.DAY_FIRST_CHINESE):
        # The year comes last in short dates there, as in those of Cantonese.
        language = "yue"
    return Reader(language, month_first, language not in rules.OTHER_DIGITS)


def _locale(page: Page) -> str:
    found = page.structured.first_meta("og:locale", "content-language", "language", "dc.language")
    return found[1].lower().replace("_", "-") if found else ""


# --- structured data ------------------------------------------------------------------------


def item_mentions(page: Page, title: Found[str] | None, reader: Reader) -> Iterator[Mention]:
    """Yield the dates of JSON-LD, microdata and RDFa items."""
    key = squash(title.value) if title else ""
    known: dict[str, int] = {}
    items = page.structured.items[:_ITEMS_LOOKED_AT]
    is_live = any(item.is_a(_LIVE) for item in items)
    for item in items:
        if item.syntax == "json-ld" and not item.top and item.is_a(*_OTHER_TYPES):
            continue
        if is_live and not item.top and item.is_a("BlogPosting"):
            # An entry of the live blog.
            continue
        for name, values in item.values.items():
            kind = rules.ITEM_PROPERTIES.get(name)
            if kind is None:
                continue
            rank = _rank(item, key)
            if rank == "article" and describes_another(item, page, title.value if title else None):
                rank = "other"
            order = known[f"{item.syntax}{rank}{kind}"] = (
                known.get(f"{item.syntax}{rank}{kind}", 0) + 1
            )
            for value in values[:2]:
                if isinstance(value, str) and (moment := reader.read(value)):
                    where = f"{item.where}.{name}" if item.syntax == "json-ld" else item.where
                    label = f"{item.syntax}:{rank}:{kind}"
                    feats = {label: 1.0} if order == 1 else {f"{item.syntax}:later:{kind}": 1.0}
                    kept = kind if rank != "other" else "other"
                    yield Mention(moment, kept, item.syntax, where, None, feats)


def _rank(item: Item, title_key: str) -> str:
    """Return how an item relates to the page: ``own``, ``article``, ``page`` or ``other``."""
    if item.is_a(*_OTHER_TYPES) and not item.top:
        return "other"
    is_article = item.is_a(*_ARTICLE_TYPES)
    if is_article or item.is_a(*_WORK_TYPES):
        name = squash(item.text("headline") or item.text("name") or "")
        if name and title_key and (name in title_key or title_key in name):
            return "own"
        return "article" if is_article else "other"
    return "page" if item.is_a(*_PAGE_TYPES) else "other"


def meta_mentions(page: Page, title: Found[str] | None, reader: Reader) -> Iterator[Mention]:
    """Yield the dates of ``meta`` elements but those that belong to another article's markup."""
    others = values_of_others(page, title.value if title else None)
    least = _LEAST_COARSE if reader.is_coarse else _LEAST_VALUE
    for meta in page.structured.meta:
        if not least <= len(meta.value) <= LONGEST_VALUE or meta.value.isalpha():
            continue
        kind = rules.kind_of_key(meta.key)
        if kind and meta.value not in others and (moment := reader.read(meta.value)):
            label = "og" if meta.key.startswith(("article:", "og:")) else "named"
            yield Mention(moment, kind, "meta", meta.key, None, {f"meta:{label}:{kind}": 1.0})


def title_mentions(page: Page, reader: Reader) -> Iterator[Mention]:
    """Yield the date that is a part of its own in ``<title>``: ``Headline - 07.12.2017 - Site``."""
    element = next(iter(page.census.tags["title"]), None)
    title = fold(element.text or "") if element is not None else ""
    if not _YEAR.search(title):
        return
    for part in TITLE_SEPARATOR.split(title):
        if not part or not 8 <= len(part) <= _LONGEST_DATE:
            continue
        for printed in find_printed(part, month_first=reader.month_first, language=reader.language):
            if printed.end - printed.start > 0.8 * len(part.strip()):
                features = dict.fromkeys(_BESIDE_HEADLINE, 1.0)
                yield Mention(printed.moment, "generic", "text", None, element, features)
                return


def script_mentions(page: Page, reader: Reader) -> Iterator[Mention]:
    """Yield dates in the data of scripts that are not JSON-LD, the first dozen."""
    hits = 0
    for script in page.census.tags["script"]:
        text = script.text
        if not text or len(text) < _SHORT_SCRIPT or "ld+json" in (script.get("type") or ""):
            continue
        for kind, key, value in _script_values(text[:_SCRIPT_CHARS]):
            if moment := reader.read(value):
                label = f"script:{kind}" if hits == 0 else f"script-later:{kind}"
                yield Mention(moment, kind, "script", key, None, {label: 1.0})
                hits += 1
                if hits == _SCRIPT_HITS:
                    return


def _script_values(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield (kind, key, value) of the dates in a script; each key is searched as plain text."""
    for kind, key in _script_keys(text):
        place = text.find(key)
        for _ in range(_SCRIPT_HITS):
            if place < 0:
                break
            if match := rules.SCRIPT_VALUE.match(text, place + len(key)):
                yield kind, key, match[1].strip(" .")
            place = text.find(key, place + len(key))


def _script_keys(text: str) -> Iterator[tuple[str, str]]:
    """Yield kind and key for what may stand in a script, judged by the second part of its keys.

    One search for what all keys of a sort hold tells which of them may be there.
    """
    held = _SCRIPT_CORES.held_in(text)
    for kind, core, keys in rules.SCRIPT_KEYS if held else ():
        if core not in held:
            continue
        ends = set(_script_ends(core).findall(text)) if len(keys) > _FEW_KEYS else set()
        for key in keys:
            end = key[key.index(core) :]
            if not ends or any(end in found for found in ends):
                yield kind, key


@cache
def _script_ends(core: str) -> re.Pattern[str]:
    return re.compile(rf"{core}\w*")


def attribute_mentions(page: Page, reader: Reader) -> Iterator[Mention]:
    """Yield the first date in a ``data-publish…`` attribute, or in JSON kept in an attribute.

    Scripts pick it up there.
    """
    for start, pattern in (
        (rules.DATA_ATTRIBUTE_START, rules.DATA_ATTRIBUTE),
        (rules.ATTRIBUTE_JSON_START, rules.ATTRIBUTE_JSON),
    ):
        match = pattern.search(page.content) if has_bytes(page.content, *start) else None
        if match and (moment := reader.read(match[2].decode())):
            features = {"script:published": 1.0}
            yield Mention(moment, "published", "script", match[1].decode(), None, features)
            return


# --- the address ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Address:
    """What the page's address says about its date."""

    day: Moment | None = None
    month: tuple[int, int] | None = None
    year: int | None = None


def read_address(page: Page) -> Address:
    """Return day, month and year in the page's address, as far as they are there."""
    url = page.url
    if not url:
        found = page.structured.first_meta("og:url")
        url = found[1] if found else None
    if not url or ("19" not in url and "20" not in url):
        return Address()
    try:
        parts = urlsplit(url)
    except ValueError:
        return Address()
    path = unquote(parts.path) + ("?" + parts.query if parts.query else "")
    path = path[:500]
    if "19" not in path and "20" not in path:
        return Address()
    for pattern, order in _URL_DAYS:
        for hit in pattern.finditer(path):
            year, month, day = (hit[group] for group in order)
            number = int(month) if month.isdigit() else month_number(month)
            if (
                number
                and (moment := make_moment(int(year), number, int(day)))
                and moment.year <= LATEST_YEAR
            ):
                return Address(moment, (moment.year, number), moment.year)
    match = _URL_MONTH.search(path)
    if match:
        number = int(match[2]) if match[2].isdigit() else month_number(match[2])
        if number:
            return Address(None, (int(match[1]), number), int(match[1]))
    years = {int(hit[1]) for hit in _URL_YEAR.finditer(path)}
    return Address(None, None, years.pop() if len(years) == 1 else None)
