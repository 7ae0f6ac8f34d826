"""Finds the lines that print the article's own date at either end of the body.

"8th March 2016" between headline and text is a field, not a sentence. Such a line is known by
what it says, not by its markup: it prints the day that was found, and hardly a word besides.
"""

from collections.abc import Sequence
from itertools import islice

from scraper.parsers.body_text import Body
from scraper.parsers.dates.coarse import read_month_line
from scraper.parsers.dates.reading import Printed, find_printed, to_ascii_digits
from scraper.parsers.rules.about import ISSUE
from scraper.parsers.rules.weekdays import WEEKDAYS
from scraper.patterns import late
from scraper.text import TextBlock

_LOOKED_AT = 6
"""Blocks at the beginning of the body that may hold its date line."""
_LINE_CHARS = 90
_WORDS_BESIDES = 5
"""Words that a date line has besides its date: "Published on … at …", a weekday, a place."""
_WORDS_BESIDES_A_NAME = 10
_PARAGRAPH_WORDS = 15
_ISSUE_CHARS = 40
_DEKS = 1
"""Paragraphs that may stand before the date line: a dek."""
_WORD = late(r"[^\W\d_]+")
_DAY_CHARS = len("2016-03-08")


def find_date_lines(
    body: Body, stated: Sequence[str | None], names: Sequence[str] = ()
) -> set[int]:
    """Return the indexes (``TextBlock.index``) of body blocks that only print a stated date.

    The line that names the issue is one, too.

    Args:
        body: The body; its first blocks up to the second paragraph and its last one are looked
            at: a dek reads like a paragraph.
        stated: The article's dates, ISO 8601, or None; those without a day match no line.
        names: Its authors; a line with one of them may say more ("Source: own, read 512 times").
    """
    days = {value[:_DAY_CHARS] for value in stated if value}
    if not days:
        return set()
    blocks = [
        source
        for block, source in zip(body.blocks, body.sources, strict=True)
        if block.start is not None and block.kind in ("paragraph", "list_item")
    ]
    opening = _before_second_paragraph(blocks)
    dated = {b.index for b in (*opening, *blocks[-1:]) if _prints_only(b, days, names)}
    return dated.union(block.index for block in opening if _is_issue(block.text))


def _is_issue(text: str) -> bool:
    """Return whether a line names the issue of a journal ("Issue 27, Autumn 2022")."""
    return len(text) <= _ISSUE_CHARS and ISSUE.match(text.lower()) is not None


def is_date_line(text: str) -> bool:
    """Return whether a line prints a date, and at most a few words besides."""
    printed, words = _read(text)
    return bool(printed) and len(words) <= _WORDS_BESIDES


def is_day(text: str) -> bool:
    """Return whether a line is a date, perhaps with the day of the week, and nothing else."""
    printed, words = _read(text)
    return bool(printed) and WEEKDAYS.issuperset(map(str.lower, words))


def _before_second_paragraph(blocks: list[TextBlock]) -> list[TextBlock]:
    opening: list[TextBlock] = []
    paragraphs = 0
    for block in blocks[:_LOOKED_AT]:
        words = islice(_WORD.finditer(block.text), _PARAGRAPH_WORDS)
        paragraphs += sum(1 for _ in words) == _PARAGRAPH_WORDS
        if paragraphs > _DEKS:
            break
        opening.append(block)
    return opening


def _prints_only(block: TextBlock, days: set[str], names: Sequence[str]) -> bool:
    """Return whether a line prints one of the days, and at most a few words besides."""
    if any(len(day) < _DAY_CHARS for day in days):
        month = read_month_line(block, "")
        if month is not None and month.iso() in days:
            return True
    text = block.text
    printed, words = _read(text)
    is_signed = not text.endswith(".") and any(name in text for name in names)
    if len(words) > (_WORDS_BESIDES_A_NAME if is_signed else _WORDS_BESIDES):
        return False
    readings = [moment for p in printed for moment in (p.moment, p.other) if moment]
    return any(moment.iso()[:_DAY_CHARS] in days for moment in readings)


def _read(text: str) -> tuple[list[Printed], list[str]]:
    """Return the dates of a short line, and its words besides; nothing of other lines."""
    if len(text) > _LINE_CHARS or not any(char.isdigit() for char in text):
        return [], []
    text = to_ascii_digits(text)
    printed = find_printed(text)
    for date in reversed(printed):
        text = text[: date.start] + text[date.end :]
    return printed, _WORD.findall(text)
