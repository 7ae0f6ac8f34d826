"""Fills the empty fields of cited works, and counts what was done."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from schemas import Article, Evidence, Reference
from scraper.enrich.message import fields_of
from scraper.enrich.works import Works

SOURCE = "doi"
"""Source of what comes from the registry of an identifier."""
_SURE = 0.9
"""The registry holds what publishers deposit: seldom wrong, and not what the page prints."""
_SMALL = 3
"""Letters of words that any two titles may share (``of``, ``the``, ``und``)."""
_WORD = re.compile(r"[^\W_]+")
_SAME = 0.5
"""Share of its words that a printed title must have in common with the API's: below it the
identifier is more probably misprinted than the title."""
_TOGETHER = {"volume": "container_title", "issue": "container_title", "page": "container_title"}
"""Fields that count within another: pages of one journal say nothing beside the name of another."""


@dataclass(slots=True)
class Tally:
    """What a run did."""

    records: int = 0
    with_doi: int = 0
    completed: int = 0
    """Entries that got at least one field."""
    fields: int = 0
    unknown: int = 0
    """Entries whose DOI the API does not know."""
    other_work: int = 0
    """Entries whose printed title is not that of the work with their DOI; left as they are."""


def enrich(records: Iterable[Article], works: Works, tally: Tally) -> Iterator[Article]:
    """Yield the records with the empty fields of their references filled.

    Raises:
        HttpStatusError: The API refuses, or goes on failing.
        NetworkError: It cannot be reached.
    """
    for record in records:
        tally.records += 1
        yield complete_record(record, works, tally)


def complete_record(record: Article, works: Works, tally: Tally) -> Article:
    """Return a record whose references with a DOI are completed.

    Each filled field has an evidence of its own: ``references.2.title`` with the source ``doi``
    and the address of the API's record.
    """
    references = list(record.references)
    evidence = dict(record.evidence)
    for place, entry in enumerate(record.references):
        if entry.DOI is None:
            continue
        tally.with_doi += 1
        added = _missing(entry, works.find(entry.DOI), tally)
        if not added:
            continue
        tally.completed += 1
        tally.fields += len(added)
        references[place] = entry.model_copy(update=added)
        source = Evidence(source=SOURCE, where=works.address(entry.DOI), confidence=_SURE)
        evidence.update({f"references.{place}.{name}": source for name in added})
    return record.model_copy(update={"references": references, "evidence": evidence})


def _missing(entry: Reference, message: dict[str, Any] | None, tally: Tally) -> dict[str, Any]:
    """Return what the API knows of a work and its entry does not print."""
    if message is None:
        tally.unknown += 1
        return {}
    found = fields_of(message)
    if not _is_same_work(entry, found):
        tally.other_work += 1
        return {}
    return {
        name: value
        for name, value in found.items()
        if not getattr(entry, name) and _may_stand(entry, found, name)
    }


def _is_same_work(entry: Reference, found: dict[str, Any]) -> bool:
    """Return whether a printed title may be that of the API's work; also where none is printed."""
    printed, stated = _words(entry.title), _words(found.get("title"))
    if not printed or not stated:
        return True
    return len(printed & stated) >= _SAME * min(len(printed), len(stated))


def _may_stand(entry: Reference, found: dict[str, Any], name: str) -> bool:
    """Return whether a field agrees with what the page prints of the whole that holds it."""
    whole = _TOGETHER.get(name)
    printed, stated = _words(entry.container_title), _words(found.get(whole or ""))
    return whole is None or not printed or not stated or not printed.isdisjoint(stated)


def _words(text: str | None) -> frozenset[str]:
    """Return the words of a title that tell it: the longer ones, where it has any."""
    words = _WORD.findall((text or "").casefold())
    return frozenset([word for word in words if len(word) > _SMALL] or words)
