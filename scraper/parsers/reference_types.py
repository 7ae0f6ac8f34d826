"""Names the CSL type of a cited work from the fields that its reference has.

Types are those of CSL 1.0.2. A type is only given on a positive sign; an entry with a title and
a year alone has none.
"""

import re
from dataclasses import dataclass

from scraper.needles import Needles, make_needles
from scraper.parsers.rules import references as rules
from scraper.patterns import late

_WORD = late(r"[^\W\d_]+(?:[.’'][^\W\d_]+)*")
_NEWSPAPER = late(
    r"\b(?:\w*zeitung|\w*tageblatt|\w*rundschau|\w*dagblad|\w*tidningen|times|post|guardian|herald|tribune|gazette|daily|news|zeit|spiegel|standard|"
    r"tagesspiegel|monde|figaro|libération|país|mundo|repubblica|corriere|telegraph|independent|"
    r"reuters|bloomberg|bbc|cnn|taz|faz|nzz)\b",
    re.IGNORECASE,
)
_MAGAZINE = late(
    r"\b(?:magazine|magazin|weekly|hebdo|wired|atlantic|economist|forbes)\b", re.IGNORECASE
)
_SCAN = 1500
_DESIGNATIONS = {
    "set": "dataset",
    "dataset": "dataset",
    "software": "software",
    "film": "motion_picture",
    "video": "motion_picture",
    "tweet": "post",
    "post": "post",
}
"""What the APA prints in square brackets behind the title, by its last word."""
_CALLED = late(rf"\[((?:[A-Za-z]+\s){{0,2}}(?:{'|'.join(_DESIGNATIONS)}))\]", re.IGNORECASE)
_PATENT = late(r"\b(?:U\.?S\.?|European|German|DE|EP|WO) Patent (?:No\. )?[\d ,]{4,}")


@dataclass(frozen=True, slots=True)
class Signs:
    """Which fields an entry has, as far as they tell its type."""

    text: str
    container: str | None
    has_editor: bool
    has_volume: bool
    has_pages: bool
    has_publisher: bool
    has_isbn: bool
    has_doi: bool
    has_url: bool
    has_arxiv: bool
    has_day: bool
    """The date of publication or access names a day or month."""


def find_type(signs: Signs) -> str | None:
    """Return the CSL type of an entry, or None where it shows no sign of one."""
    words = _words_of(signs.text[:_SCAN], _THESIS_OR_REPORT)
    if words & _THESIS:
        return "thesis"
    called = _CALLED.search(signs.text[:_SCAN]) if "[" in signs.text else None
    if called is not None:
        return _DESIGNATIONS[called.group(1).casefold().split()[-1]]
    if _PATENT.search(signs.text[:_SCAN]):
        return "patent"
    if signs.container:
        return _contained(signs, signs.container)
    if signs.has_arxiv:
        return "article"
    if words & rules.REPORT_WORDS and (signs.has_publisher or signs.has_url):
        return "report"
    if signs.has_publisher or signs.has_isbn:
        return "book"
    if signs.has_doi:
        return "article-journal"
    return "webpage" if signs.has_url and not signs.has_pages else None


_THESIS = rules.THESIS_WORDS - {"unpublished", "doctorate"}
_MEETING = rules.MEETING_WORDS - {"proc", "proceedings"}
_THESIS_OR_REPORT = make_needles(sorted(_THESIS | rules.REPORT_WORDS))
_CONTAINERS = make_needles(sorted(_MEETING | {"journal"}))


def _words_of(text: str, needles: Needles) -> set[str]:
    """Return the words of a text, case folded; none where it holds none of those asked for."""
    low = text.casefold()
    return set(_WORD.findall(low)) if needles.held_in(low) else set()


def _contained(signs: Signs, container: str) -> str:
    words = _words_of(container, _CONTAINERS)
    if words & _MEETING:
        return "paper-conference"
    if signs.has_day and _NEWSPAPER.search(container):
        return "article-newspaper"
    if signs.has_volume and not signs.has_editor:
        return "article-journal"
    if signs.has_editor or (signs.has_publisher and signs.has_pages):
        return "chapter"
    if _NEWSPAPER.search(container):
        return "article-newspaper"
    if _MAGAZINE.search(container):
        return "article-magazine"
    if signs.has_doi or signs.has_pages or "journal" in words:
        return "article-journal"
    if signs.has_url or signs.has_day:
        return "webpage"
    return "chapter" if signs.has_publisher else "article"
