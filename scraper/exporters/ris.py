"""RIS, one entry a work, UTF-8.

Source: the RIS format specification as Zotero, EndNote and Mendeley read it: a tag of two
letters, two spaces, a hyphen, a space, the value, one line each, closed by ``ER``.
"""

from scraper.exporters.csl import CslItem
from scraper.exporters.tables import printed_name

_TYPES = {
    "article-journal": "JOUR",
    "article-newspaper": "NEWS",
    "article-magazine": "MGZN",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-encyclopedia": "ENCYC",
    "motion_picture": "MPCT",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "software": "COMP",
    "thesis": "THES",
    "webpage": "ELEC",
}
"""CSL type → RIS type; all others become ``GEN``."""

_TAGS = {
    "title": "TI",
    "container-title": "T2",
    "volume": "VL",
    "issue": "IS",
    "publisher": "PB",
    "publisher-place": "CY",
    "edition": "ET",
    "DOI": "DO",
    "URL": "UR",
    "ISBN": "SN",
    "ISSN": "SN",
    "language": "LA",
    "abstract": "AB",
    "note": "N1",
    "annote": "N1",
    "section": "SE",
    "PMID": "AN",
    "PMCID": "C2",
    "archive_location": "AV",
}
"""CSL variable → RIS tag, where the value goes over as it is."""

_NEWLINE = "\r\n"


def ris_entry(item: CslItem) -> str:
    """Return the entry of one work, ending in a blank line."""
    pairs = [("TY", _TYPES.get(item.type, "GEN")), ("ID", item.id)]
    pairs += [("AU", printed_name(name)) for name in item.author]
    pairs += [("ED", printed_name(name)) for name in item.editor]
    pairs += _dates(item)
    for variable, value in item.fields.items():
        if variable == "page":
            pairs += _pages(value)
        elif variable == "keyword":
            pairs += [("KW", word) for word in value.split(", ")]
        elif variable in _TAGS:
            pairs.append((_TAGS[variable], value))
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in pairs]
    return _NEWLINE.join([*lines, "ER  - ", "", ""])


def _dates(item: CslItem) -> list[tuple[str, str]]:
    pairs = []
    if item.issued:
        pairs.append(("PY", item.issued[:4]))
        pairs.append(("DA", _slashed(item.issued)))
    if item.accessed:
        pairs.append(("Y2", _slashed(item.accessed)))
    return pairs


def _slashed(day: str) -> str:
    """Return ``YYYY/MM/DD``, with empty parts where the date is less precise."""
    year, month, date = [*day.split("-"), "", ""][:3]
    return f"{year}/{month}/{date}"


def _pages(pages: str) -> list[tuple[str, str]]:
    first, _, last = pages.replace("–", "-").partition("-")
    return [("SP", first.strip()), ("EP", last.strip())] if last.strip() else [("SP", pages)]
