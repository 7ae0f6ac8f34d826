"""Scores what the parsers find on constructed pages against their gold."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from constructed.pages import Built
from constructed.works import Work
from schemas import Article, Citation, Reference


@dataclass(slots=True)
class Tally:
    """Counts of one row of the matrix."""

    pages: int = 0
    right_pages: int = 0
    """Pages on which all entries, citations and links are right and nothing else is found."""
    entries: Counter[str] = field(default_factory=Counter)
    citations: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    """Fields of entries that are found: names of fields, and the same with ``right``."""

    def add(self, other: "Tally") -> None:
        """Add the counts of another tally."""
        self.pages += other.pages
        self.right_pages += other.right_pages
        self.entries.update(other.entries)
        self.citations.update(other.citations)
        self.links.update(other.links)
        self.fields.update(other.fields)


def rates(counts: Counter[str]) -> tuple[float, float]:
    """Return recall and precision of counts of ``gold``, ``found`` and ``right``."""
    return (
        counts["right"] / counts["gold"] if counts["gold"] else 1.0,
        counts["right"] / counts["found"] if counts["found"] else 1.0,
    )


def bare(text: str) -> str:
    """Return a text's letters and digits, for comparison."""
    return "".join(char for char in text.casefold() if char.isalnum())


def score_page(page: Built, article: Article) -> Tally:
    """Return the counts of one page.

    An entry is right if it has all the words of the printed one and no others; a citation, if it
    is that stretch of text with the items of the gold, year, locator and number; a link, if a
    citation found leads to the entry that prints its work.
    """
    tally = Tally(pages=1)
    places = _match(
        [bare(text) for text in page.references], [bare(r.text) for r in article.references]
    )
    tally.entries.update(
        gold=len(page.references), found=len(article.references), right=len(places)
    )
    for gold, own in places.items():
        for name, right in _fields(page.works[gold], article.references[own]):
            tally.fields.update({name: 1, f"{name} right": int(right)})
    owners = {own: gold for gold, own in places.items()}
    pairs = _matched_citations(page, article.citations)
    tally.citations.update(gold=len(page.citations), found=len(article.citations))
    for gold, found in pairs:
        cited = page.citations[gold]
        own = article.citations[found]
        same = len(own.items) == len(cited.items)
        tally.citations.update(right=int(same and own.kind == cited.kind and _says(cited, own)))
        if same:
            tally.links.update(gold=len(cited.items))
            tally.links.update(
                right=sum(
                    item.reference is not None and owners.get(item.reference) == wanted.work
                    for item, wanted in zip(own.items, cited.items, strict=True)
                )
            )
    counts = (tally.entries, tally.citations)
    whole = all(c["right"] == c["gold"] == c["found"] for c in counts)
    tally.right_pages = int(whole and tally.links["right"] == tally.links["gold"])
    return tally


def _fields(work: Work, reference: Reference) -> Iterable[tuple[str, bool]]:
    """Yield which of the fields that an entry prints are read right."""
    names = [f"{n.family or n.literal or ''}" for n in reference.author]
    whole = [f"{n.family or ''}{n.given or ''}{n.literal or ''}" for n in reference.author]
    wide = [f"{family}{given}" for given, family in work.authors]
    yield "authors", bare(" ".join(names)) == bare(" ".join(work.families)) or whole == wide
    yield "title", bare(reference.title or "") == bare(work.title)
    if work.year.isdecimal():
        yield "year", (reference.issued or "")[:4] == work.year
    if work.kind in ("article", "chapter"):
        yield "container", bare(reference.container_title or "") == bare(work.container)


def _says(cited: object, own: Citation) -> bool:
    """Return whether locators and numbers are those of the gold."""
    items = cited.items
    return all(
        (item.locator or None) == wanted.locator and item.number == wanted.number
        for item, wanted in zip(own.items, items, strict=True)
    )


def _match(gold: Sequence[str], found: Sequence[str]) -> dict[int, int]:
    """Return for each gold text the first equal one that is found, each used once."""
    free: dict[str, list[int]] = {}
    for place, text in enumerate(found):
        free.setdefault(text, []).append(place)
    places: dict[int, int] = {}
    for place, text in enumerate(gold):
        if free.get(text):
            places[place] = free[text].pop(0)
    return places


def _matched_citations(page: Built, found: Sequence[Citation]) -> Iterable[tuple[int, int]]:
    """Return pairs of gold and found citations of the same text, in order."""
    return _match([c.text for c in page.citations], [c.text for c in found]).items()
