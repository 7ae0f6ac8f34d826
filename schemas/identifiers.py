"""Identifiers of works and people: pattern, check digit and one canonical form.

Each ``parse_`` function takes one identifier in any printed form (with label, resolver or
hyphens) and returns its canonical form, or None where pattern or check digit fail. Each
``find_`` function returns every valid one in a longer text, in order and once.

Sources: DOI Handbook 2.2 and Crossref's recommended pattern; ISO 2108 (ISBN); ISO 3297 (ISSN);
ISO 27729 and ISO 7064 MOD 11-2 (ORCID); NLM's descriptions of PMID and PMCID; arXiv's
"Understanding the arXiv identifier".
"""

import re
from urllib.parse import unquote

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>«»“”]+", re.IGNORECASE)
_DOI_END = ".,;:!?'’*…"
_DOI_VIEW = re.compile(
    r"(?:/(?:full|abstract|pdf|epdf|epub|html|meta|summary|fulltext|supplementary[\w-]*)|\.pdf)+$",
    re.IGNORECASE,
)
"""Endings that publishers put behind the DOI in the addresses of their views of a work."""

_CLOSING = {")": "(", "]": "[", "}": "{", ">": "<"}

_ISBN = re.compile(
    r"(?<![\w-])(?:97[89][-\s‐‑–]?)?\d(?:[-\s‐‑–]?\d){8}[-\s‐‑–]?[\dXx](?![\w])",
)
_ISBN_LABEL = re.compile(r"\bISBN(?:-1[03])?\b\s*(?:\(1[03]\)|1[03]\b(?=\s*:))?", re.IGNORECASE)
_ISSN = re.compile(r"\be?-?ISSN\b\D{0,12}?(\d{4})[-‐‑–\s]?(\d{3}[\dXx])\b", re.IGNORECASE)
_BARE_ISSN = re.compile(r"(\d{4})[-‐‑–\s]?(\d{3}[\dXx])")
_ORCID = re.compile(r"(?<![\w-])(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dXx])(?![\w-])")
_PMID = re.compile(
    r"(?:\b(?:PMID|PubMed(?:\s+ID)?)\b\s*[:#]?\s*|pubmed\.ncbi\.nlm\.nih\.gov/"
    r"|ncbi\.nlm\.nih\.gov/(?:entrez/)?(?:m/)?pubmed/)([1-9]\d{0,7})(?!\d)",
    re.IGNORECASE,
)
_PMCID = re.compile(r"[Pp](?<![A-Za-z].)[Mm][Cc][\s:]{0,2}([1-9]\d{0,8})(?!\d)")
_ARXIV_ID = (
    r"(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]{2,10}(?:\.[A-Z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3})"
    r"(?:v\d{1,2})?(?![\d])"
)
_ARXIV = re.compile(
    r"(?:\barXiv\s{0,2}:\s{0,2}|\barXiv\s+(?:preprint\s+)?(?:arXiv:)?|arxiv\.org/(?:abs|pdf|html)/"
    r"|10\.48550/arXiv\.)" + _ARXIV_ID,
    re.IGNORECASE,
)
_BARE_ARXIV = re.compile(_ARXIV_ID)

_ISBN_10_LENGTH = 10
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")


def parse_doi(text: str) -> str | None:
    """Return the DOI in a text or address in lower case, or None.

    Percent escapes of an address are undone, sentence punctuation, unbalanced brackets and
    the endings of publishers' views (``/full``, ``.pdf``) are left out.
    """
    found = find_dois(text)
    return found[0] if found else None


def find_dois(text: str) -> list[str]:
    """Return the DOIs of a text in order, each once, in lower case."""
    if _PERCENT.search(text):
        text = unquote(text)
    found = (_tidy_doi(match.group()) for match in _DOI.finditer(text))
    return list(dict.fromkeys(doi for doi in found if doi))


def _tidy_doi(raw: str) -> str | None:
    doi = _DOI_VIEW.sub("", _strip_end(raw.split("?", 1)[0].split("#", 1)[0]))
    return doi.lower() if doi.partition("/")[2] else None


def _strip_end(text: str) -> str:
    """Cut sentence punctuation and closing brackets that were opened outside."""
    surplus = {mark: text.count(mark) - text.count(opening) for mark, opening in _CLOSING.items()}
    end = len(text)
    while end:
        mark = text[end - 1]
        if mark in _CLOSING and surplus[mark] > 0:
            surplus[mark] -= 1
        elif mark not in _DOI_END:
            break
        end -= 1
    return text[:end]


def parse_isbn(text: str) -> str | None:
    """Return an ISBN-10 or ISBN-13 without hyphens, or None where the check digit fails."""
    found = find_isbns(text)
    return found[0] if found else None


def find_isbns(text: str) -> list[str]:
    """Return the valid ISBNs of a text without hyphens, in order, each once.

    Any run of digits of the right length with a right check digit counts, so that callers who
    read running text should only pass what follows the word ISBN.
    """
    text = _ISBN_LABEL.sub(" ISBN: ", text)
    found = []
    for match in _ISBN.finditer(text):
        digits = re.sub(r"[^\dXx]", "", match.group()).upper()
        if _is_isbn(digits):
            found.append(digits)
    return list(dict.fromkeys(found))


def _is_isbn(digits: str) -> bool:
    if len(digits) == _ISBN_10_LENGTH:
        return _weighted(digits, range(10, 0, -1)) % 11 == 0
    weights = [1, 3] * 6 + [1]
    return digits.isdigit() and len(digits) == len(weights) and _weighted(digits, weights) % 10 == 0


def _weighted(digits: str, weights: "range | list[int]") -> int:
    values = (10 if digit == "X" else int(digit) for digit in digits)
    return sum(value * weight for value, weight in zip(values, weights, strict=True))


def parse_issn(text: str) -> str | None:
    """Return an ISSN as ``1234-567X``, or None where the check digit fails."""
    match = _ISSN.search(text) or _BARE_ISSN.fullmatch(text.strip())
    if match is None:
        return None
    digits = (match.group(1) + match.group(2)).upper()
    valid = _weighted(digits, range(8, 0, -1)) % 11 == 0
    return f"{digits[:4]}-{digits[4:]}" if valid else None


def parse_orcid(text: str) -> str | None:
    """Return an ORCID iD as ``0000-0002-1825-0097``, or None where the check digit fails."""
    match = _ORCID.search(text)
    if match is None:
        return None
    digits = "".join(match.groups()).upper()
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    valid = digits[-1] == ("X" if check == 10 else str(check))
    return "-".join(digits[place : place + 4] for place in range(0, 16, 4)) if valid else None


def parse_pmid(text: str) -> str | None:
    """Return the PubMed number of a labelled text or a PubMed address, or None.

    A bare number carries no sign that it is one and gives None.
    """
    low = text.lower()
    match = _PMID.search(text) if "pmid" in low or "pubmed" in low else None
    return match.group(1) if match else None


def parse_pmcid(text: str) -> str | None:
    """Return the PubMed Central number with its ``PMC``, or None."""
    match = _PMCID.search(text)
    return f"PMC{match.group(1)}" if match else None


def parse_arxiv(text: str) -> str | None:
    """Return an arXiv identifier of either scheme without its version, or None.

    Takes ``arXiv:2503.20634v2``, ``hep-th/9901001``, addresses at arxiv.org and DataCite DOIs.
    """
    named = "arxiv" in text.lower()
    match = (_ARXIV.search(text) if named else None) or _BARE_ARXIV.fullmatch(text.strip())
    return match.group(1) if match else None
