"""Reads the line by which a newsroom signs instead of a person, and the one that names an owner.

German, Austrian and Swiss papers, and broadcasters, close a story with the house, the agencies that
it drew on, and the code of an editor: "Quelle: wetterfunk.example/ls", "(LZ mit dpa)", "red/APA".
"""

import re
from collections.abc import Iterator

from scraper.parsers.authors import regions as region
from scraper.parsers.authors.regions import Regions
from scraper.parsers.names import is_agency, looks_like_organization, looks_like_person
from scraper.parsers.rules import bylines as rules

_BLOCKS_BEHIND = 20
"""Blocks behind the body among which the line stands: pictures and share bars come between."""
_PARAGRAPHS = 2
"""Blocks before the body's last that may close the text: a teaser may count as its last one."""
_LONGEST = 48
_LONGEST_PART = 24
_AT_END = re.compile(r"[(\[]([^()\[\]]{3,48})[)\]]\W*$")
_BORDER = re.compile(
    r"\s*[/,]\s*|\s(?:mit|und|with|and|avec|et|con|y)\s(?:Material (?:von|der)\s)?"
)
_CODE = re.compile(r"[a-z]{2,4}")
"""An editor's code."""
_SHORT_NAME = re.compile(r"[A-ZÄÖÜ]{2,6}\d{0,2}")
"""A paper's own short name, as in front of an agency: "LZ mit dpa"."""
_ADDRESS = re.compile(r"(?:[\w-]+\.){1,3}[A-Za-z]{2,7}")
_AGENCIES = frozenset("agenturen agencies agences agenzie agencias".split())
_COPYRIGHT_BLOCKS = 25
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)(?:[\s©,]|\(c\))*(?:\d{4})?(?:\s*[-–—]\s*\d{0,4})?[\s,.:]*(?:by\s+)?"
    r"([^\s\d.,|©–—][^,|©–—\n\d]{2,40}?)(?:[.,|–—\n]|\s(?:all|alle|tous)\b|\d|$)",
    re.I,
)
_LONGEST_LINE = 220
"""Characters of a line with the owner's name."""
_OWNER = 0.6
"""Likelihood from which on an owner is a person."""
_AGENCY_BEHIND = re.compile(r"[^/|]{0,24}/\s?\w")
"""What follows the maker of a picture: "© Jane C. Doe/Agency"."""
_A_PERSON = 0.4
"""Likelihood from which on a part may be a person, who signs then."""
_ELSEWHERE = region.RELATED | region.OUTSIDE | region.COMMENT | region.CAPTION


def find_house_lines(regions: Regions) -> Iterator[tuple[int, str]]:
    """Yield the blocks in which a newsroom signs, with its signature as printed."""
    last = regions.body_last
    if last < 0:
        return
    blocks = regions.page.blocks
    for block in blocks[max(last - _PARAGRAPHS, 0) : last + _BLOCKS_BEHIND]:
        if block.index <= last and len(block.text) > _LONGEST:
            found = _AT_END.search(block.text[-_LONGEST - 4 :])
            line = found.group(1) if found else ""
        elif regions.block_flags(block.index) & _ELSEWHERE:
            continue
        else:
            line = block.text
        signature = read_house(line)
        if signature:
            yield block.index, signature


def read_house(line: str) -> str | None:
    """Return the signature of a newsroom that fills a line, without the word for source.

    It joins two or more parts: an agency, or a house and a code, stands among them, and nobody.
    """
    if not 3 <= len(line) <= _LONGEST or not ("/" in line or " " in line or "," in line):
        return None
    line = line.strip("()[] ")
    if ":" in line or "：" in line:
        line = rules.SOURCE.sub("", line, count=1)
    parts = [] if ":" in line else _BORDER.split(line)
    if len(parts) < 2 or not all(0 < len(part) <= _LONGEST_PART for part in parts):
        return None
    agencies = [is_agency(part) or part.casefold() in _AGENCIES for part in parts]
    coded = f"/{parts[-1]}" in line and _CODE.fullmatch(parts[-1]) is not None
    if not (coded and _is_house(parts[0])) and not any(agencies):
        return None
    known = all(
        agency or _is_house(part) or _CODE.fullmatch(part)
        for part, agency in zip(parts, agencies, strict=True)
    )
    return line if known else None


def _is_house(part: str) -> bool:
    """Return whether a part is a house: an organisation's name, an address, a short name."""
    if _SHORT_NAME.fullmatch(part) or _ADDRESS.fullmatch(part):
        return True
    return looks_like_organization(part) and looks_like_person(part) < _A_PERSON


def find_owner(regions: Regions) -> tuple[int, str] | None:
    """Return the owner whom the copyright line names, with its block: it may be the author."""
    for block in reversed(regions.page.blocks[-_COPYRIGHT_BLOCKS:]):
        if len(block.text) <= _LONGEST_LINE and ("©" in block.text or "opyright" in block.text):
            match = _COPYRIGHT.search(block.text)
            if match is None or _AGENCY_BEHIND.match(block.text, match.end()):
                return None
            name = match.group(1)
            return (block.index, name) if looks_like_person(name.strip()) >= _OWNER else None
    return None
