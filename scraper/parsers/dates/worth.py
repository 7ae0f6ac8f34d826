"""Tells which lines of a page can print a date: most can't, so this has to be quick.

What is asked here is less than what ``reading`` asks of a date of the Gregorian calendar.
``worth_c.pyx`` has the same for a compiler.
"""

from scraper.native import twin
from scraper.parsers.dates.reading import DAY, YEAR_LIKE
from scraper.patterns import late

SHORT_BLOCK = 260
"""Characters of a text that is read whole; of longer ones only the ends are."""
SHORT_YEAR_CHARS = 90
"""Characters of a line in which a year of two digits is looked for, at most."""
_SHORT_YEAR = late(
    r"[\d\u0e04\u0e1e\u0e22]"
    r"(?:(?<=\d)\d?[./-]\d\d?[./-]\d\d|(?<=[\u0e04\u0e1e\u0e22])\.? \d\d)(?!\d)"
)
"""It begins with one class of characters, which is searched for five times as fast as two forms."""


def lines_with_days(texts: list[str], ascii_digits: bool) -> list[bool]:  # noqa: FBT001
    """Return for each text whether it may print a date.

    Args:
        texts: Lines and paragraphs of a page.
        ascii_digits: Whether the page writes its digits in ASCII; texts that hold other characters
            may print one in any case, if it may not.
    """
    if not ascii_digits:
        return [may_hold_day(text) for text in texts]
    # Dates with two digits for the year are rare: one look over all short lines at once.
    lines = [text for text in texts if len(text) <= SHORT_YEAR_CHARS]
    has_short = _SHORT_YEAR.search("\n".join(lines)) is not None
    return [
        may_hold_day(text) if "20" in text or "19" in text else has_short and may_be_short(text)
        for text in texts
    ]


def may_hold_day(text: str) -> bool:
    """Return whether a text may hold a day beside a year, as far as is soon seen."""
    if len(text) > SHORT_BLOCK or not text.isascii():
        return True
    return DAY.search(text) is not None and YEAR_LIKE.search(text) is not None


def may_be_short(text: str) -> bool:
    """Return whether a text without a whole year may hold a date with two digits for it."""
    return len(text) <= SHORT_YEAR_CHARS and _SHORT_YEAR.search(text) is not None


find_lines_with_days = twin(lines_with_days)
