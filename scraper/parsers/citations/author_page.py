"""Finds citations by author and page: ``(Okafor 99)``, ``(Okafor, Oak and Water 12–13)``.

MLA style prints no year in the text, and the page without a label. Nothing in such a bracket
tells it from a flight or a regiment: it counts only where the page lists works of that author, in
a list that does not print the year behind the names, as those who cite by author and date do.
"""

from collections.abc import Iterator

from schemas import Name, Reference
from scraper.parsers.citations.author_date import narrow
from scraper.parsers.citations.candidates import Candidate, Item
from scraper.parsers.citations.linking import EntryIndex, Work, fold_name
from scraper.parsers.citations.names import parse_authors
from scraper.parsers.citations.narrative import find_name_before
from scraper.parsers.citations.short_forms import fit_title
from scraper.parsers.citations.years import clean_locator
from scraper.patterns import late

_BRACKET = late(r"\((?=[^\W\d_])([^()\n]{1,160}\d[a-z]?)\)")
_LEAD = r"(?:(?:see(?:\salso)?|cf\.|qtd\.\sin|quoted\sin)\s)?"
_NUMBER = r"\d{1,4}[a-e]?(?:\.\d{1,4}){0,2}"
"""A page, or a place of the ancients (``514a``, ``18.478``)."""
_PLACE = (
    rf",?\s(?P<place>(?:(?:ch|l)\.\s)?(?<!\d)(?!(?:1[5-9]|20)\d\d(?!\d)){_NUMBER}"
    rf"(?:[-–]{_NUMBER}|,\s\d{{1,4}}){{0,4}})"
)
_ONE_OR_TITLED = late(
    rf"{_LEAD}(?P<names>[^\d,;:]{{2,80}})(?:,\s(?P<title>(?!ch\.|l\.)[“\"‘']?[^;]{{2,100}}?))?{_PLACE}"
)
_SEVERAL = late(rf"{_LEAD}(?P<names>[^\d;:]{{4,120}}){_PLACE}")
"""Names with commas between them: ``Okafor, Lind, and Hall 99``."""
_PAGE = late(
    r"(?<=[^\W\d_]\s)(?!(?:1[5-9]|20)\d\d(?!\d))\d{1,4}(?:[-–]\d{1,4})?(?=\s*(?:$|[.,;:)\]]))"
)
"""A number behind a word, at the end of a clause."""
_SURE = 8
"""Weight of a citation whose author the list has."""
_MOST_PARTS = 12


def find_author_page(text: str, index: EntryIndex) -> Iterator[Candidate]:
    """Yield brackets of listed authors with a page; offsets are of ``text``.

    Where several works of the authors are listed and no title tells which, the entry stays open.
    """
    text = narrow(text)
    for match in _BRACKET.finditer(text):
        parts = match.group(1).split(";")
        if len(parts) > _MOST_PARTS:
            continue
        items = [_read(part.strip(), index) for part in parts]
        known = [item for item in items if item is not None]
        if len(known) == len(items):
            yield Candidate(match.start(), match.end(), "author-date", tuple(known), _SURE)


def find_named_pages(text: str, index: EntryIndex) -> Iterator[Candidate]:
    """Yield ``Holm and Lind 44`` where the list has works of these authors and cites by page."""
    for match in _PAGE.finditer(text):
        names, start = find_name_before(text, match.start()) or ((), 0)
        works = _works(names, None, index) if names else []
        if works:
            only = works[0] if len(works) == 1 else None
            item = Item(names, locator=match.group(), reference=only)
            yield Candidate(start, match.end(), "author-date", (item,), _SURE)


def _read(part: str, index: EntryIndex) -> Item | None:
    """Return the work that a part of a bracket cites, or None."""
    for pattern in (_ONE_OR_TITLED, _SEVERAL):
        match = pattern.fullmatch(part)
        authors = parse_authors(match.group("names")) if match is not None else None
        if match is None or authors is None or not authors.names:
            continue
        works = _works(authors.names, match.groupdict().get("title"), index)
        if works:
            only = works[0] if len(works) == 1 else None
            return Item(authors.names, locator=clean_locator(match.group("place")), reference=only)
    return None


def _works(names: tuple[str, ...], title: str | None, index: EntryIndex) -> list[int]:
    """Return the listed works of some authors, of a title if one is given."""
    return [
        work.number
        for work in index.works_of(names[0])
        if _is_by(names, work.reference)
        and not _dates_names(work.reference)
        and (title is None or _names_title(title, work))
    ]


def _is_by(names: tuple[str, ...], work: Reference) -> bool:
    """Return whether names are those of a work's first authors, in order."""
    people = work.author or work.editor
    return len(names) <= len(people) and all(map(_is_name_of, names, people))


def _is_name_of(name: str, person: Name) -> bool:
    """Return whether a name is that of a person; an organisation's has to be whole."""
    if person.family is None:
        return fold_name(name) == fold_name(person.literal or "")
    return fold_name(name).split()[-1:] == fold_name(person.family).split()[-1:]


def _dates_names(work: Reference) -> bool:
    """Return whether an entry prints its year before its title."""
    year = work.text.find(work.issued[:4]) if work.issued else -1
    title = work.text.find(work.title) if work.title else -1
    return 0 <= year < title


def _names_title(title: str, work: Work) -> bool:
    """Return whether all of a short title is how a work's title begins."""
    printed = title.strip("“”\"‘’', ")
    fit = fit_title(f"{printed},", 0, work)
    return fit is not None and fit.end == len(printed)
