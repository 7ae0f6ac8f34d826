"""Which records an export holds: conditions in words, joined by ``and``.

    has quotes and no authors
    language is de and words > 300
    site *.gov.example and since 2024-01-01

The whole grammar: ``has FIELD``, ``no FIELD``, ``FIELD is TEXT``, ``FIELD contains TEXT``,
``words > N`` and ``words < N``, ``since DATE``, ``until DATE``, ``site HOST``. Case does not
matter; text with an ``and`` in it stands in quotation marks. An apostrophe within a word is part of
it (``author is O'Brien``), and a whole address may stand where a host is asked for.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from fnmatch import fnmatchcase
from operator import gt, lt
from urllib.parse import urlsplit

from schemas import Article
from schemas.base import ISO_8601, is_on_calendar
from scraper.corrections import corrected_fields
from scraper.errors import InputError

Condition = Callable[[Article], bool]

_DERIVED = ("bios", "corrections")
"""What can be asked for beside the fields: texts about authors, places that were corrected."""

_WORD = re.compile(
    r"""(?:"([^"]*)"|'([^']*)'|“([^”]*)”)(?!\S)   # in quotation marks
    |([^\s"'“]\S*)                              # a word, whatever is within it
    |(\S)                                        # a mark that opens and is not closed""",
    re.VERBOSE,
)

_HELP = (
    'write conditions such as "has quotes", "no authors", "language is de", "title contains'
    ' pier", "words > 300", "since 2024-01", "until 2024-06-30" or "site *.example", joined'
    ' by "and"'
)


def filter_records(records: Iterable[Article], expressions: Iterable[str]) -> Iterator[Article]:
    """Return the records for which all of the expressions hold, in order.

    Raises:
        InputError: An expression is none; before the first record is read.
    """
    conditions = [condition for text in expressions for condition in parse_conditions(text)]
    return (record for record in records if all(holds(record) for holds in conditions))


def parse_conditions(expression: str) -> list[Condition]:
    """Return the conditions of an expression.

    Raises:
        InputError: It can't be understood; the message says what can be written.
    """
    words = []
    for found in _WORD.finditer(expression):
        if found[5]:
            raise InputError(f"{expression!r}: a quotation mark is not closed; {_HELP}")
        words.append(next(text for text in found.groups() if text is not None))
    return [_parse_one(part) for part in _split_at_and(words)]


def _split_at_and(words: list[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for word in words:
        if word.lower() == "and":
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def _parse_one(words: list[str]) -> Condition:
    match [word.lower() for word in words]:
        case ["has", name]:
            field = _field(name)
            return lambda record: bool(_values(record, field))
        case ["no", name]:
            field = _field(name)
            return lambda record: not _values(record, field)
        case [name, "is", *rest] if rest:
            field, text = _field(name), " ".join(rest)
            return lambda record: any(text == one.lower() for one in _values(record, field))
        case [name, "contains", *rest] if rest:
            field, text = _field(name), " ".join(rest)
            return lambda record: any(text in one.lower() for one in _values(record, field))
        case ["words", ">" | "<" as sign, number] if number.isdecimal():
            compare, most = (gt if sign == ">" else lt), int(number)
            return lambda record: compare(record.word_count, most)
        case ["since" | "until" as bound, day] if is_date(day.upper()):
            return _compare_dates(bound, day.upper())
        case ["since" | "until" as bound, *rest]:
            text = " ".join(rest)
            raise InputError(f"{bound} {text}: write a date as 2024, 2024-01 or 2024-01-31")
        case ["site", pattern]:
            return _is_from(_to_host(pattern))
    raise InputError(f"{' '.join(words)!r} is no condition; {_HELP}")


def is_date(text: str) -> bool:
    """Whether the text is a year, month, day or timestamp, and one that the calendar has."""
    return re.fullmatch(ISO_8601, text) is not None and is_on_calendar(text)


def _to_host(pattern: str) -> str:
    """Return the host, perhaps with ``*``, that a pattern or a whole address names."""
    try:
        host = urlsplit(pattern if "://" in pattern else f"//{pattern}").hostname
    except ValueError:
        host = None
    if not host:
        raise InputError(f"site {pattern}: write a host such as news.example or *.example")
    return host.removeprefix("www.")


def _field(name: str) -> str:
    """Return the field that a name means; the singular of a list is taken for it."""
    for candidate in (name, f"{name}s"):
        if candidate in Article.model_fields or candidate in _DERIVED:
            return candidate
    names = [*Article.model_fields, *_DERIVED]
    near = get_close_matches(name, names, n=1)
    known = f"did you mean {near[0]}?" if near else f"known are {', '.join(names)}"
    raise InputError(f"{name!r} is no field of a record; {known}")


def _values(record: Article, field: str) -> list[str]:
    """Return what a field holds as texts; of people, quotations and works what names them."""
    if field == "bios":
        return [author.bio for author in record.authors if author.bio]
    if field == "corrections":
        return corrected_fields(record)
    value = getattr(record, field)
    entries = value if isinstance(value, list) else [value]
    return [_name_of(entry) for entry in entries if entry not in (None, "", {})]


def _name_of(entry: object) -> str:
    for attribute in ("name", "text", "kind", "url"):
        if hasattr(entry, attribute):
            return str(getattr(entry, attribute))
    return str(entry)


def _compare_dates(bound: str, day: str) -> Condition:
    """Compare at the precision that both dates have: 2024 is neither before nor after 2024-05."""

    def holds(record: Article) -> bool:
        date = record.date_published
        if date is None:
            return False
        shared = min(len(date), len(day), len("2024-01-01"))
        if bound == "since":
            return date[:shared] >= day[:shared]
        return date[:shared] <= day[:shared]

    return holds


def _is_from(pattern: str) -> Condition:
    """A host, with ``*`` for any part of it; ``www.`` does not matter."""

    def holds(record: Article) -> bool:
        host = (urlsplit(record.url or record.canonical_url or "").hostname or "").lower()
        return fnmatchcase(host, pattern) or fnmatchcase(host.removeprefix("www."), pattern)

    return holds
