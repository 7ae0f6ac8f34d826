"""Reads dates as they are printed in a text.

Every form says at which precision it was written, and that is the precision of what comes out.
Words are looked up among the month names of all languages: a month name of the wrong language
between a day and a year is still that month.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from scraper.parsers.dates.clock import find_clock, with_zone_name
from scraper.parsers.dates.moment import Moment, make_moment
from scraper.parsers.dates.solar import LANGUAGES as SOLAR_LANGUAGES
from scraper.parsers.dates.solar import find_solar
from scraper.parsers.rules import dates as rules
from scraper.parsers.rules.months import TWO_WORDS, language_months, month_numbers, unaccented
from scraper.patterns import late

_ONE_FORM_CHARS = 60
"""A line of this length writes its dates in one form: no other is looked for."""
_WORD = r"[^\s\d,،;:|()/·•–\-\[\]]"
_YEAR = r"(?:19|20)\d\d"
_END = r"(?!\d(?!\d:\d\d))"
"""No digit follows, unless it is a clock's of another element: ``5.3.202112:30``."""

DAY = late(r"\d(?<!\d\d)(?:\d?|\d{5})(?!\d)")
"""What every date has besides its year, and most texts with a year have not: a number of one or two
digits, or one to which the year is glued."""
YEAR_LIKE = late(r"[12'./-](?:(?<=1)9\d\d|(?<=2)[05]\d\d|(?<=['./-])\s?\d\d)")
"""What stands in a text of ASCII that holds a date: a year, or a mark and two digits of one."""
_YEAR_FIRST = late(
    rf"({_YEAR}(?<!\d{{5}})(?<!\d[.,/-]\d{{4}}))\s?[-/.年년]\s?(\d{{1,2}})\s?[-/.月월]\s?(\d{{1,2}})(?!\d)\s?[日일]?"
)
_NUMERIC = late(
    rf"(\d(?<!\d\d)(?<!\d[.,/:-]\d)\d?)\s?([./-])\s?(\d{{1,2}})\s?"
    # Danish puts a hyphen before the year only: "5/3-2021".
    # The clock of another element may follow two digits of the year: "28.09.1912:44".
    rf"(?:\2\s?({_YEAR}{_END}(?!:\d\d)|\d\d(?![\d./-])|\d\d(?=\d\d:\d\d))|"
    rf"(?<!-)-({_YEAR}){_END})"
)
_BARS = late(rf"(?<![\d|])(?<!\|\s)(\d\d)\s\|\s(\d\d)\s\|\s({_YEAR})(?!\d|\s\|)")
"""Day and month between bars, as some Swiss papers print it: "26 | 01 | 2022"."""
_DAY_MONTH = late(
    r"(\d(?<!\d\d)(?<!\d[:.]\d)\d?)(?:[ºª°]|(?:st|nd|rd|th|er|ste|[-–]?(?:го|е|й|и|ої|ro|de|e|an)))?"
    rf"[\s.,/\-]{{0,3}}(?:(?:de|of|di|del|tháng)\s|d['’])?({_WORD}{{2,18}})(?:/{_WORD}{{3,12}})?"
    r"[\s.,،/'’\-]{0,3}"
    rf"(?:(?:de|del|of|năm|พ\.?ศ\.?)\s?)?((?:19|20|25)\d\d{_END}|"
    # Thai papers print two digits of the Buddhist year behind the month.
    r"(?<=[\-'’])\d\d(?![\d:])|(?<=[\u0e04\u0e1e\u0e22][. ]\s)\d\d(?![\d:.]))"
)
_BEHIND_DAY = (
    r"(?:st|nd|rd|th)?"
    # Some themes and C's own form put weekday or clock before the year: "Dec 28 Sat 2013".
    # Others print each part in a box of its own: "Apr 042013".
    rf"(?:[\s,.\-]{{1,3}}|(?<=[\s.]\d\d)(?=20\d\d{_END}))(?:[A-Z][a-z]{{2}}\s)?(?:\d\d:\d\d(?::\d\d)?\s(?:[A-Z]{{2,5}}\s)?)?"
    rf"({_YEAR}{_END}|['’]\d\d(?![\d:]))"
)
_MONTH_DAY = late(
    rf"(?<![^\s(>|·•–:,\-/\[])({_WORD}{{3,30}})[\s.\-]{{1,2}}(\d{{1,2}}){_BEHIND_DAY}"
)
_BEHIND_MONTH = late(rf"\d(?<=[\s.\-]\d)\d?{_BEHIND_DAY}")
"""What every date of that form has behind its month; digits are searched for five times as fast as
words."""
_GLUED = late(r"(?<=[^\W\d_A-Z])[A-Z](?:[^\W\d_A-Z]+|[A-Z]+)$")
"""A month behind the end of another element's text, which no blank parts: ``TravelMarch``."""
_MONTH_YEAR = late(
    rf"(?<![^\s(>|·•–:,\-/\[])(?P<month>{_WORD}{{3,18}})\.?(?:\s?[-–/&]\s?{_WORD}{{3,18}})?"
    rf"[\s.,/'’\-]{{1,3}}(?:(?:de|del|of)\s)?(?P<year>{_YEAR})(?!\d)(?:\s(?:г|р)\b\.?)?"
)
_YEAR_MONTH = late(
    rf"(?<!\d)(?P<year>{_YEAR})(?:e?ko)?\.?\s(?:m\.\s|gada\s)?(?P<month>{_WORD}{{3,18}})(?!\s?\d)"
)
_MONTH_IN_SIGNS = late(
    rf"(?<!\d)(?P<year>{_YEAR})\s?[年년]\s?(?P<month>1[0-2]|0?[1-9])\s?[月월]号?"
)
_VIETNAMESE_MONTH = late(
    rf"[Tt]háng\s(?P<month>1[0-2]|0?[1-9])(?:\s?[/-]\s?|,?\s(?:năm\s)?)(?P<year>{_YEAR})(?!\d)"
)
_ISSUE = late(
    r"(?:\b(?:issue|iss|number|no|nos|volume|vol|nr|num|núm|número|numero|numéro|fasc|heft|ausgabe|"
    r"band|bd|jahrgang|jg|sayı|cilt|szám|номер|выпуск|вып|том|випуск)\b\.?|[#№]|\bn[.°º])\s?$",
    re.I,
)
_ISSUE_CHARS = 12
"""What stands before the number of an issue, which is no day: "Issue 12, March 2016"."""
_YEAR_MONTH_DAY = late(
    # Basque puts the year in the genitive: "2021eko martxoaren 5a".
    rf"({_YEAR}(?<!\d{{5}}))(?:e?ko)?[.,]?\s(?:m\.\s)?({_WORD}{{3,18}})[\s.\-]{{1,2}}(\d{{1,2}})(?!\d)"
)
_LATVIAN = late(rf"(?<!\d)({_YEAR})\.?\s?gada\s(\d{{1,2}})\.\s?({_WORD}{{3,18}})")
_VIETNAMESE = late(rf"(?<!\d)(\d{{1,2}})\s?tháng\s?(\d{{1,2}}),?\s?(?:năm\s)?({_YEAR})")
_ROMAN = late(
    rf"(\d(?<![\d.]\d)\d?)[.\s/]{{1,2}}(I{{1,3}}|I[VX]|VI{{0,3}}|XI{{0,2}})[.\s/]{{1,2}}({_YEAR})(?!\d)"
)
"""The month in Roman numerals, as Polish, Hungarian and Italian papers print it."""
_CHINESE = late(
    "([一二三四五六七八九〇○零]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_ERA = late(r"(令和|平成|昭和|民[国國])\s?(元|\d{1,3})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")

_OTHER_DIGITS = late(
    "[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]"
)
_TO_ASCII = {
    start + digit: str(digit)
    for start in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10)
    for digit in range(10)
}
_THAI_ERA = 543
_YEAR_BEFORE = frozenset(("ja", "ko", "zh"))
"""Languages that print the year before month and day, in two digits, too."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A date in a text, with the place where it stands."""

    start: int
    end: int
    moment: Moment
    other: Moment | None = None
    """The reading with day and month exchanged, where digits leave both open."""
    unusual: Moment | None = None
    """The reading of digits with points that hardly anybody means: ``09.10.2024`` as 10 September.
    """
    short_year: bool = False
    """Whether the year is written with two digits."""
    in_words: bool = False
    """Whether the month is written as a word."""
    shows_order: bool | None = None
    """For digits with slashes or hyphens that leave one reading: whether the month is first."""


@dataclass(frozen=True, slots=True)
class PrintedMonth:
    """A month with its year in a text, without a day."""

    start: int
    end: int
    moment: Moment


def find_month(text: str, language: str = "") -> PrintedMonth | None:
    """Return the first month with a year that a line prints; of "March/April 2016" the first month.

    Args:
        text: A line, digits in ASCII; whether a day stands beside the month is not asked.
        language: Primary language subtag, for month names that languages share.
    """
    if "19" not in text and "20" not in text:
        return None
    for pattern in (_MONTH_YEAR, _YEAR_MONTH, _MONTH_IN_SIGNS, _VIETNAMESE_MONTH):
        for match in pattern.finditer(text):
            word = match["month"]
            month = int(word) if word.isdigit() else month_number(word, language)
            if month and (moment := make_moment(int(match["year"]), month)):
                return PrintedMonth(match.start(), match.end(), moment)
    return None


def to_ascii_digits(text: str) -> str:
    """Return a text with the digits of Arabic, Indic, Thai and full-width forms as ASCII."""
    if text.isascii() or not _OTHER_DIGITS.search(text):
        return text
    return text.translate(_TO_ASCII)


def month_number(word: str, language: str = "") -> int | None:
    """Return the month that a word names in the language or, failing that, in any."""
    word = word.strip(".'’").lower()
    if not 2 <= len(word) <= 18:
        return None
    if language and (number := language_months(language).get(word)):
        return number
    meanings = month_numbers().get(word) or month_numbers().get(unaccented(word))
    return meanings[0][0] if meanings else None


@cache
def _thai_months() -> frozenset[str]:
    return frozenset(language_months("th"))


def find_printed(text: str, *, month_first: bool = False, language: str = "") -> list[Printed]:
    """Return the dates in a text, in order, with the times that stand beside them.

    Args:
        text: A line or a short paragraph, digits in ASCII (see ``to_ascii_digits``).
        month_first: Whether ``05/06/2007`` is 6 May; the other reading is noted, too.
        language: Primary language subtag, for month names that languages share.
    """
    found: list[Printed] = []
    taken: list[tuple[int, int]] = []
    for group in _groups(text, month_first=month_first, language=language):
        for printed in group:
            if not any(printed.start < end and start < printed.end for start, end in taken):
                whole = _with_clock(text, printed, taken)
                taken.append((whole.start, whole.end))
                found.append(whole)
        if len(text) <= _ONE_FORM_CHARS and not all(map(_is_machine_made, found)):
            break
    found.sort(key=lambda printed: printed.start)
    return found


def _is_machine_made(printed: Printed) -> bool:
    """Return whether a date has seconds: themes print one for programs beside that for readers."""
    return printed.moment.second is not None


def _groups(text: str, *, month_first: bool, language: str) -> Iterator[Iterator[Printed]]:
    """Yield the dates of each form, without times, forms that say most first."""
    if not text.isascii():
        yield _east_asian(text)
    if not text.isascii() or language in SOLAR_LANGUAGES:
        yield _solar(text, language)
        # Names of two words are one here; offsets stay.
        text = TWO_WORDS.sub(r"\1_", text)
    if not DAY.search(text) or (text.isascii() and not YEAR_LIKE.search(text)):
        return
    yield _in_order(_YEAR_FIRST, (1, 2, 3), text)
    yield _with_word(_DAY_MONTH, (3, 2, 1), text, language)
    if _BEHIND_MONTH.search(text):
        yield _with_word(_MONTH_DAY, (3, 1, 2), text, language)
    if language in _YEAR_BEFORE:
        yield _short_years(text)
    yield _numeric(text, month_first=month_first)
    if " | " in text:
        yield _in_order(_BARS, (3, 2, 1), text)
    if "I" in text or "V" in text or "X" in text:
        yield _roman(text)
    yield _with_word(_YEAR_MONTH_DAY, (1, 2, 3), text, language)
    if "gada" in text:
        yield _with_word(_LATVIAN, (1, 3, 2), text, "lv")


def _in_order(
    pattern: re.Pattern[str], order: tuple[int, int, int], text: str, *, in_words: bool = False
) -> Iterator[Printed]:
    """Yield dates of numbers alone; ``order`` is the groups of year, month and day."""
    for match in pattern.finditer(text):
        year, month, day = (int(match[group]) for group in order)
        if moment := make_moment(year, month, day):
            yield Printed(match.start(), match.end(), moment, in_words=in_words)


def _with_word(
    pattern: re.Pattern[str], order: tuple[int, int, int], text: str, language: str
) -> Iterator[Printed]:
    """Yield dates with a month name; ``order`` is the groups of year, word and day."""
    for match in pattern.finditer(text):
        year, word, day = (match[group] for group in order)
        if pattern is _DAY_MONTH and _ISSUE.search(
            text[max(match.start() - _ISSUE_CHARS, 0) : match.start()]
        ):
            continue
        glued = _GLUED.search(word) if pattern is _MONTH_DAY else None
        start = match.start() + (glued.start() if glued else 0)
        if printed := _in_words(
            (start, match.end()), year, glued[0] if glued else word, day, language
        ):
            yield printed


def _numeric(text: str, *, month_first: bool) -> Iterator[Printed]:
    for match in _NUMERIC.finditer(text):
        if printed := _in_digits(match, month_first=month_first):
            yield printed


def _short_years(text: str) -> Iterator[Printed]:
    """Yield dates that begin with two digits of the year: ``24.05.21`` in East Asia."""
    for match in _NUMERIC.finditer(text):
        day = match[4] or match[5]
        if len(day) != 2 or len(match[1]) != 2 or " " in match.group():
            continue
        if moment := make_moment(_full_year(int(match[1])), int(match[3]), int(day)):
            yield Printed(match.start(), match.end(), moment, short_year=True)


def _roman(text: str) -> Iterator[Printed]:
    for match in _ROMAN.finditer(text):
        month = rules.ROMAN_MONTHS.index(match[2]) + 1
        if moment := make_moment(int(match[3]), month, int(match[1])):
            yield Printed(match.start(), match.end(), moment, in_words=True)


def _chinese_number(signs: str) -> int:
    """Return a number up to 99 as Chinese writes it: 十五, 二十, 三十一."""
    tens, ten, ones = signs.rpartition("十")
    if not ten:
        return rules.CHINESE_DIGITS[signs[-1]]
    return 10 * rules.CHINESE_DIGITS.get(tens, 1) + rules.CHINESE_DIGITS.get(ones, 0)


def _east_asian(text: str) -> Iterator[Printed]:
    """Yield dates counted in eras, and Vietnamese ones (months are numbered there)."""
    if "年" in text:
        for match in _ERA.finditer(text):
            number = 1 if match[2] == "元" else int(match[2])
            year = rules.ERAS[match[1]] + number
            if moment := make_moment(year, int(match[3]), int(match[4])):
                yield Printed(match.start(), match.end(), moment, in_words=True)
        for match in _CHINESE.finditer(text):
            year = int("".join(str(rules.CHINESE_DIGITS[sign]) for sign in match[1]))
            month, day = _chinese_number(match[2]), _chinese_number(match[3])
            if moment := make_moment(year, month, day):
                yield Printed(match.start(), match.end(), moment, in_words=True)
    if "tháng" in text:
        yield from _in_order(_VIETNAMESE, (3, 2, 1), text, in_words=True)


def _solar(text: str, language: str) -> Iterator[Printed]:
    """Yield dates of the Solar Hijri calendar."""
    for match, moment in find_solar(text, language):
        yield Printed(match.start(), match.end(), moment, in_words=True)


def _in_words(
    place: tuple[int, int], year: str, word: str, day: str, language: str
) -> Printed | None:
    """Return the date at a place (start and end) whose month is a word."""
    month = month_number(word, language)
    if month is None:
        return None
    year = year.lstrip("'’")
    number = int(year)
    short = len(year) == 2
    thai = word.strip(".") in _thai_months()
    if short:
        number = 2500 + number if thai else _full_year(number)
    if number >= 2500:
        if not thai:
            return None
        number -= _THAI_ERA
    moment = make_moment(number, month, int(day))
    if moment is None:
        return None
    return Printed(*place, moment, short_year=short, in_words=True)


def _full_year(number: int) -> int:
    """Return the year that two digits stand for, by the rule of POSIX (69 is 1969)."""
    return number + (2000 if number < 69 else 1900)


def _in_digits(match: re.Match[str], *, month_first: bool) -> Printed | None:
    """Return the date of ``10/11/2012`` and kin; points always put the day first."""
    first, mark, second = int(match[1]), match[2], int(match[3])
    year = match[4] or match[5]
    short = len(year) == 2
    if short and " " in match.group():
        return None
    number = _full_year(int(year)) if short else int(year)
    one = make_moment(number, second, first)
    exchanged = make_moment(number, first, second)
    other = exchanged if mark != "." else None
    if month_first and other is not None:
        one, other = other, one
    if one is None:
        one, other = other, None
    if one is None:
        return None
    other = None if other == one else other
    shows_order = None if mark == "." or other or first == second else second > 12
    unusual = exchanged if mark == "." and exchanged != one else None
    return Printed(match.start(), match.end(), one, other, unusual, short, shows_order=shows_order)


def _with_clock(text: str, printed: Printed, taken: Sequence[tuple[int, int]] = ()) -> Printed:
    """Return a date with the time that stands behind or before it, if one does.

    ``taken`` are the places of other dates with their times, which are no time of this one.
    """
    left = max((end for _, end in taken if end <= printed.start), default=0)
    right = min((start for start, _ in taken if start >= printed.end), default=len(text))
    beside = find_clock(text[left:right], printed.start - left, printed.end - left)
    if beside is None:
        return printed
    clock, zone, end = beside
    end += left

    def timed(moment: Moment) -> Moment:
        made = make_moment(moment.year, moment.month, moment.day, clock)
        return with_zone_name(made, zone) if made else moment

    other = timed(printed.other) if printed.other else None
    unusual = timed(printed.unusual) if printed.unusual else None
    moment = timed(printed.moment)
    return replace(printed, moment=moment, other=other, unusual=unusual, end=end)
