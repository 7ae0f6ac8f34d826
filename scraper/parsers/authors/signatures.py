"""Reads the names with which writers sign below a text as below a letter.

Newsletters, columns and blogs end in words of farewell and a name, often a first name alone:
"Until next time, / Jane", "Eure Lena", "Lena / 10 September 2017".
"""

import re
from collections.abc import Iterator

from scraper.parsers.authors import regions as region
from scraper.parsers.authors.around import is_dated
from scraper.parsers.authors.regions import Regions
from scraper.parsers.names import is_label, is_role, looks_like_person
from scraper.parsers.rules import bios as bio_rules
from scraper.parsers.rules import farewells as rules

_PRESENTED = re.compile(
    r"^\W{0,3}([^\W\d_][^,.:;!?()|]{2,40}?)(?:\s\([^)]{1,40}\)|,[^,.]{2,60},)?\s"
    rf"(?:{bio_rules.COPULA})\s",
    re.I,
)
_PRESENTED_CHARS = 180
_KNOWN = 0.85
"""Likelihood of a full name with a frequent given name."""
_JOB_CHARS = 40
"""Characters behind such a verb in which the job stands."""
_BLOCKS = 4
"""Last blocks of a text in which somebody takes leave."""
_BEGIN = 2
"""Blocks of a text in which it speaks to its own readers."""
_BEHIND = 2
"""Blocks behind the text that may belong to it still: a name alone is seldom taken for text."""
_LINES = 4
"""Lines of a farewell with the name, and perhaps a job."""
_LONGEST = 80
_LONGEST_NAME = 30
_LONGEST_DAY = 30
_A_NAME = 0.5
"""Likelihood of a frequent given name alone; full names have more."""
_PARAGRAPH = 120
"""Characters of a text behind a farewell from which on it answers a letter, as columns do."""
_ADDRESS = re.compile(r"\w+(?: (?:[^\s.,:;!?]+|\w{1,3}\.)){1,5}\s?(?:[,:!–—-]|$)", re.M)
"""Words for readers, and the sign or the line's end behind them: "Dear friends of the lake,"."""
_POSTSCRIPT = re.compile(r"(?:P\.?\s?){1,3}S\b", re.I)
_ELSEWHERE = region.RELATED | region.OUTSIDE | region.COMMENT | region.CAPTION | region.QUOTE


def find_signatures(regions: Regions) -> Iterator[tuple[int, str]]:
    """Yield the blocks in which somebody signs a text as one signs a letter, with the name."""
    last = regions.body_last
    if last < 0:
        return
    blocks = regions.page.blocks[max(last - _BLOCKS + 1, 0) : last + 1 + _BEHIND]
    lines = [
        (block.index, line.strip())
        for block in blocks
        if not regions.block_flags(block.index) & _ELSEWHERE
        for line in block.text.split("\n")[-_LINES:]
    ]
    for number, (index, line) in enumerate(lines):
        if not 0 < len(line) <= _LONGEST:
            continue
        behind = lines[number + 1] if number + 1 < len(lines) else (-1, "")
        rest = _cut_farewell(line)
        if rest is not None and (
            any(place <= last and _goes_on(text) for place, text in lines[number + 1 :])
            or _quotes_letter(regions)
        ):
            continue
        if rest:
            yield from _named(index, rest, _A_NAME)
        elif rest is not None:
            yield from _named(*behind, _A_NAME)
        elif index == behind[0] and number + 2 >= len(lines) - _BEHIND and _is_day(behind[1]):
            yield from _named(index, line, _A_NAME)


def _quotes_letter(regions: Regions) -> bool:
    """Return whether a letter's address to its readers stands behind a text's begin."""
    inside = regions.texts[regions.body_first + _BEGIN : regions.body_last + 1]
    return any(
        text[:1].isupper()
        and text.split(maxsplit=1)[0].lower() in rules.SALUTATIONS
        and _ADDRESS.match(text)
        for text in inside
    )


def _goes_on(line: str) -> bool:
    """Return whether a text goes on with a line that is no postscript."""
    return len(line) >= _PARAGRAPH and _POSTSCRIPT.match(line) is None


def takes_leave(line: str) -> bool:
    """Return whether a line is a farewell, a sign and a name: "Best, Jane" is no "Jane Best"."""
    rest = _cut_farewell(line) if "," in line else None
    return bool(rest) and "," in line[: -len(rest or "")] and any(_named(0, rest or "", _A_NAME))


def _cut_farewell(line: str) -> str | None:
    """Return what follows the farewell that opens a line, or None where none does."""
    first = line.split(maxsplit=1)[0].rstrip(",!.").lower()
    match = rules.FAREWELL.match(line) if first in rules.FIRST_WORDS else None
    return line[match.end() :] if match else None


def _is_day(line: str) -> bool:
    return len(line) <= _LONGEST_DAY and is_dated(line)


def _named(index: int, line: str, least: float) -> Iterator[tuple[int, str]]:
    """Yield a line with its block if it is a name and nothing else."""
    name = rules.KISSES.sub("", line.strip(" \t-–—~*"))
    if len(name) <= _LONGEST_NAME and looks_like_person(name) >= least and not is_label(name):
        yield index, name


def find_presented(text: str, *, by_job: bool = False) -> str | None:
    """Return whom the first words of a text present ("Jane Doe is a writer in Lisbon").

    Args:
        by_job: Whether only full names of persons count, with a job behind them: for lines that
            are as short as the last one of any story.
    """
    first = text[:_PRESENTED_CHARS]
    if bio_rules.COPULA_WORDS.isdisjoint(first.lower().split()):
        return None
    found = _PRESENTED.match(first)
    if found is None or looks_like_person(found[1]) < (_KNOWN if by_job else _A_NAME):
        return None
    job = text[found.end() : found.end() + _JOB_CHARS]
    return found[1] if not by_job or is_role(job) else None
