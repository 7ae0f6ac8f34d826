"""Articles and cited works as CSL 1.0.2 items, and CSL-JSON files of them.

An item is the common ground of all bibliography formats; BibTeX and RIS are written from it.
Citation keys depend on the work alone, never on its neighbours, so they stay the same from one
export to the next.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from schemas import Article, Author, Name, Reference
from scraper.corrections import corrected_fields, describe_corrections

_KEY_WORD = re.compile(r"[^\W\d_]{4,}")
"""The first word of a title that tells something: four letters or more."""


_ARTICLE_FIELDS = frozenset(
    (
        *("title", "site_name", "section", "canonical_url", "url", "language"),
        *("description", "tags", "authors", "date_published"),
    )
)
"""Fields of a record that its item is made of."""

_SAME = (
    "title container-title volume issue page publisher publisher-place edition DOI URL ISBN ISSN "
    "PMID PMCID"
).split()
"""Variables of CSL that references have under the same name, but for the hyphen."""

_WORK_FIELDS = frozenset(Reference.model_fields)

_SCHEME = re.compile(r"https?://(?:www\.)?")
"""What says nothing at the head of an entry that is only an address."""


@dataclass(frozen=True, slots=True)
class CslItem:
    """One work in the terms of CSL 1.0.2; empty fields are left out of the files.

    Attributes:
        id: Stable citation key, ASCII letters, digits and hyphens.
        type: CSL type (``webpage``, ``article-journal``, ``book`` …).
        author: Authors in printed order.
        editor: Editors in printed order.
        issued: ISO 8601 day, month or year; no time.
        accessed: ISO 8601 day on which the work was read.
        fields: The plain text variables by their CSL names (``title``, ``DOI`` …), in order.
    """

    id: str
    type: str
    author: tuple[Name, ...]
    editor: tuple[Name, ...]
    issued: str | None
    accessed: str | None
    fields: dict[str, str]


def article_item(record: Article) -> CslItem:
    """Return an article as a CSL item of type ``webpage``.

    An author whose name was not split with certainty stays whole, as a literal name. What a reader
    corrected is told in ``annote``, which citation styles do not print.
    """
    names = tuple(_to_name(author) for author in record.authors)
    issued = _to_day(record.date_published)
    fields = {
        "title": record.title,
        "container-title": record.site_name,
        "section": record.section,
        "URL": record.canonical_url or record.url,
        "language": record.language,
        "abstract": record.description,
        "keyword": ", ".join(record.tags),
        "annote": describe_corrections(record, corrected_fields(record), _ARTICLE_FIELDS),
    }
    return CslItem(
        id=_citation_key(names, issued, record.title, identity=record.id),
        type="webpage",
        author=names,
        editor=(),
        issued=issued,
        accessed=record.fetched_at.date().isoformat() if record.fetched_at else None,
        fields=_present(fields),
    )


def cited_items(record: Article) -> Iterator[tuple[Reference, CslItem]]:
    """Yield every source among the references with its CSL item; notes are no works."""
    corrected = corrected_fields(record)
    for number, work in enumerate(record.references):
        if work.kind == "source":
            below = f"references.{number}."
            told = describe_corrections(record, corrected, _WORK_FIELDS, below)
            yield work, reference_item(work, told)


def reference_item(work: Reference, annote: str | None = None) -> CslItem:
    """Return a cited work as a CSL item; the entry as printed goes to ``note`` if untitled."""
    names = tuple(work.author)
    issued = _to_day(work.issued)
    fields: dict[str, str | None] = {
        **{name: getattr(work, name.replace("-", "_")) for name in _SAME},
        "archive_location": f"arXiv:{work.arxiv}" if work.arxiv else None,
        "note": None if work.title or work.text == work.URL else work.text,
        "annote": annote,
    }
    return CslItem(
        id=_citation_key(names, issued, work.title or work.text, identity=work_identity(work)),
        type=work.type or "document",
        author=names,
        editor=tuple(work.editor),
        issued=issued,
        accessed=_to_day(work.accessed),
        fields=_present(fields),
    )


def work_identity(work: Reference) -> str:
    """Return a text that is equal for two entries of one work.

    The first that is there: DOI, PMID, arXiv; else first author, year, title, volume and page
    without case and punctuation; else the URL, else the whole entry so folded. An ISBN is that of
    the book, of which several chapters may be cited.
    """
    for name in ("DOI", "PMID", "arxiv"):
        value = getattr(work, name)
        if value:
            return f"{name}:{value}".lower()
    if work.title:
        first = _family(work.author[0]) if work.author else ""
        year = (work.issued or "")[:4]
        return _fold(f"work {first} {year} {work.title} {work.volume or ''} {work.page or ''}")
    return f"URL:{work.URL}" if work.URL else _fold(f"text {work.text}")


def csl_json(item: CslItem) -> str:
    """Return one item of a CSL-JSON array, indented by one level."""
    data: dict[str, object] = {"id": item.id, "type": item.type}
    for role, names in (("author", item.author), ("editor", item.editor)):
        if names:
            data[role] = [name.model_dump(exclude_none=True) for name in names]
    for variable, day in (("issued", item.issued), ("accessed", item.accessed)):
        if day:
            data[variable] = {"date-parts": [[int(part) for part in day.split("-")]]}
    return json.dumps(data | item.fields, ensure_ascii=False, indent=2)


def _to_name(author: Author) -> Name:
    if author.kind == "person" and author.family:
        return Name(family=author.family, given=author.given)
    return Name(literal=author.name)


def _to_day(date: str | None) -> str | None:
    """Return the day, month or year of an ISO 8601 text, without its time."""
    return date.split("T")[0] if date else None


def _present(fields: dict[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in fields.items() if value}


def _citation_key(
    names: tuple[Name, ...], issued: str | None, title: str | None, *, identity: str
) -> str:
    """Return ``kerr2016phonics-3f9a1c``: name, year, a word of the title, a hash of the work."""
    name = _ascii(_family(names[0])) if names else ""
    word = _KEY_WORD.search(_SCHEME.sub("", title or ""))
    readable = name + (issued or "")[:4] + _ascii(word[0] if word else "")
    digest = sha256(identity.encode()).hexdigest()[:6]
    return f"{readable or 'work'}-{digest}"


def _family(name: Name) -> str:
    if name.family:
        return name.family
    words = (name.literal or name.given or "").split()
    return words[-1] if words else ""


def _ascii(text: str) -> str:
    """Return the ASCII letters and digits of ``text``, accents taken off, in lower case."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", plain.lower())


def _fold(text: str) -> str:
    """Return ``text`` without case, accents' composition and punctuation."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))
