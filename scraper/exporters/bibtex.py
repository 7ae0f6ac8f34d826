"""BibTeX in the BibLaTeX dialect, UTF-8, one entry a work.

Text fields are escaped and their capitals protected; URL, DOI and the like stay verbatim, since
BibLaTeX, Zotero and pandoc read them so. Source: the BibLaTeX manual 3.20, section 2.
"""

import re

from schemas import Name
from scraper.exporters.csl import CslItem

_TYPES = {
    "article-journal": "article",
    "article-newspaper": "article",
    "article-magazine": "article",
    "book": "book",
    "chapter": "incollection",
    "entry-encyclopedia": "inreference",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "report": "report",
    "thesis": "thesis",
    "webpage": "online",
    "post-weblog": "online",
    "dataset": "dataset",
    "software": "software",
}
"""CSL type → BibLaTeX entry type; all others become ``misc``."""

_FIELDS = {
    "title": "title",
    "volume": "volume",
    "issue": "number",
    "page": "pages",
    "publisher": "publisher",
    "publisher-place": "location",
    "edition": "edition",
    "language": "language",
    "abstract": "abstract",
    "keyword": "keywords",
    "note": "note",
    "annote": "annotation",
}
"""CSL variable → BibLaTeX field, for those that are text."""

_VERBATIM = {"DOI": "doi", "URL": "url", "ISBN": "isbn", "ISSN": "issn"}
"""CSL variable → BibLaTeX field, for those that must not be escaped."""

_CONTAINERS = {"article": "journal", "online": "journal", "misc": "journal"}
"""Entry type → the field for what holds the work; ``booktitle`` for all others.

For sites, too: pandoc and Zotero read no other field of ``online`` as what holds the page.
"""

_PRINTED = {"online": "organization", "misc": "howpublished"}
"""Entry type → the field that BibLaTeX prints there, as it prints no ``journal`` of a site."""

_SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
"""CSL type → BibLaTeX ``entrysubtype``, which tells kinds of articles apart."""

_INSTITUTIONS = {"report": "institution", "thesis": "institution", "online": "organization"}
"""Entry type → the field for the publisher, where it is not ``publisher``."""

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
"""TeX's special characters. Braces are named rather than escaped, because BibTeX counts even
escaped ones when it looks for the end of a field."""

_URL_ESCAPES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
"""The only characters that a verbatim field can't hold, percent-encoded as RFC 3986 has it."""

_WORD = re.compile(r"[^\s\-–—/]+")


def bibtex_entry(item: CslItem) -> str:
    """Return the entry of one work, ending in a blank line."""
    kind = _TYPES.get(item.type, "misc")
    fields = [
        ("author", _names(item.author)),
        ("editor", _names(item.editor)),
        ("entrysubtype", _SUBTYPES.get(item.type, "")),
        *_text_fields(item, kind),
        *_date_fields(item),
        *(
            (_VERBATIM[k], v.translate(_URL_ESCAPES))
            for k, v in item.fields.items()
            if k in _VERBATIM
        ),
        *_eprint_fields(item),
    ]
    lines = [f"  {name} = {{{value}}}" for name, value in fields if value]
    return f"@{kind}{{{item.id},\n" + ",\n".join(lines) + "\n}\n\n"


def _text_fields(item: CslItem, kind: str) -> list[tuple[str, str]]:
    fields = []
    for variable, value in item.fields.items():
        if variable == "container-title":
            # Styles change the capitals of a book's title, and of no journal's.
            whole = _escape(value) if kind in _CONTAINERS else _protect_capitals(value)
            fields.append((_CONTAINERS.get(kind, "booktitle"), whole))
            if kind in _PRINTED and "publisher" not in item.fields:
                fields.append((_PRINTED[kind], _escape(value)))
        elif variable == "publisher":
            fields.append((_INSTITUTIONS.get(kind, "publisher"), _escape(value)))
        elif variable == "title":
            fields.append(("title", _protect_capitals(value)))
        elif variable in _FIELDS:
            printed = value.replace("–", "--") if variable == "page" else value
            fields.append((_FIELDS[variable], _escape(printed)))
    return fields


def _date_fields(item: CslItem) -> list[tuple[str, str]]:
    """Return ``year`` for a bare year, which every BibTeX knows, else BibLaTeX's ``date``."""
    fields = []
    if item.issued:
        fields.append(("date" if "-" in item.issued else "year", item.issued))
    if item.accessed:
        fields.append(("urldate", item.accessed))
    return fields


def _eprint_fields(item: CslItem) -> list[tuple[str, str]]:
    if "PMID" in item.fields:
        return [("eprint", item.fields["PMID"]), ("eprinttype", "pubmed")]
    location = item.fields.get("archive_location", "")
    if location.startswith("arXiv:"):
        return [("eprint", location.removeprefix("arXiv:")), ("eprinttype", "arxiv")]
    return []


def _names(names: tuple[Name, ...]) -> str:
    return " and ".join(_name(name) for name in names)


def _name(name: Name) -> str:
    """Return ``Family, Given``; a name that is not split stands in braces, as one part."""
    if name.family and name.given:
        return f"{_escape(name.family)}, {_escape(name.given)}"
    whole = name.family or name.literal or name.given or ""
    return f"{{{_escape(whole)}}}"


def _escape(text: str) -> str:
    """Return ``text`` in one line with TeX's special characters made harmless."""
    return " ".join(text.split()).translate(_ESCAPES)


def _protect_capitals(title: str) -> str:
    """Return an escaped title with every word in braces whose letters a style might change.

    Styles put titles in lower case, and words behind a colon or full stop in capitals; only the
    first word's own capital may go unprotected.
    """
    first = True
    opens = True

    def protect(match: re.Match[str]) -> str:
        nonlocal first, opens
        word, tail = match[0], match[0] if not first else match[0][1:]
        kept = tail != tail.lower() or (opens and word[:1].islower())
        first, opens = False, word[-1:] in ":.?!"
        escaped = word.translate(_ESCAPES)
        return f"{{{escaped}}}" if kept else escaped

    return _WORD.sub(protect, " ".join(title.split()))
