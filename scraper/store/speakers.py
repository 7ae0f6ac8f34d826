"""Which of several fetched URLs speaks for an article, and which pages only seem to be one.

The canonical URL itself wins, then the shorter, then the first in the alphabet. A canonical URL is
what a page says of itself, and templates and caches say that of another story, or of a section, on
every page: pages that have nothing in common are no article together, whatever they say.
"""

import hashlib
import json
from dataclasses import dataclass, replace

import numpy as np

from scraper.urls import CanonicalUrl, id_of

THRESHOLD = 0.75
"""Share of equal values from which on two texts are one; 5 % edited text stays above it."""
_LEAST_COMMON = 1 / 20
"""Share of a signature's values below which two texts tell different stories: others of a site
share hardly one of 128, a page of a long article with its whole as many as it has of the text."""


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record as a worker made it, ready to be stored."""

    id: str
    url: str
    """Canonical form of the URL that was fetched."""
    is_own: bool
    """Whether that URL is the one that the record calls its own."""
    digest: str
    """Of all fields but the time of the fetch."""
    signature: bytes | None
    """MinHash of the body; None where it is too short to compare."""
    json: str


def similarity(one: bytes, other: bytes) -> float:
    """Return the share of equal values of two signatures: about their Jaccard similarity."""
    values = np.frombuffer(one, ">u4")
    return int(np.count_nonzero(values == np.frombuffer(other, ">u4"))) / len(values)


def rank(is_own: bool, url: str) -> tuple[bool, int, str]:  # noqa: FBT001 - a sort key
    """Return the order in which URLs may speak for an article; the smallest does."""
    return (not is_own, len(url), url)


def find_apart(one: NewRecord, other: NewRecord) -> NewRecord | None:
    """Return that of two records of one id which is no part of it, under an id of its own.

    None where they are one article, or too short to tell.
    """
    if not one.signature or not other.signature:
        return None
    if similarity(one.signature, other.signature) >= _LEAST_COMMON:
        return None
    record = max(one, other, key=lambda record: rank(bool(record.is_own), record.url))
    url = CanonicalUrl(record.url)
    fields = json.loads(record.json)
    told = f"the page calls {fields['canonical_url']} its address, which tells another story"
    fields |= {"id": id_of(url), "canonical_url": url, "warnings": [*fields["warnings"], told]}
    digest = hashlib.sha256(f"{record.digest} {url}".encode()).hexdigest()[:32]
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return replace(record, id=id_of(url), is_own=True, digest=digest, json=text)
