"""Entries of a reference list, with the field names of CSL 1.0.2."""

from typing import Literal

from schemas.base import Model, PartialDate


class Name(Model):
    """A name of a cited author or editor (CSL 1.0.2 name variable)."""

    family: str | None = None
    """Family name with its particles."""

    given: str | None = None
    """Given names or initials as printed."""

    literal: str | None = None
    """An organisation, or a name that can't be split with confidence."""


class Reference(Model):
    """One cited work, or one note, as the page prints it."""

    text: str
    """The entry as printed, white space made single, without label and back-links."""

    label: str | None = None
    """The printed or implied number or mark of the entry."""

    kind: Literal["source", "note"] = "source"
    """``note`` when the entry only comments, else ``source``."""

    type: str | None = None
    """CSL type: ``book``, ``chapter``, ``article-journal``, ``report``, ``thesis``, ``webpage``,
    ``article-newspaper`` … None where the entry does not tell."""

    author: list[Name] = []
    """Authors in printed order."""

    editor: list[Name] = []
    """Editors in printed order."""

    issued: PartialDate | None = None
    """Date of publication at the printed precision."""

    year_suffix: str | None = None
    """The letter of ``2017a``."""

    title: str | None = None
    """Title of the work."""

    container_title: str | None = None
    """Journal, book, newspaper or site that holds it."""

    volume: str | None = None
    """Volume as printed."""

    issue: str | None = None
    """Issue as printed."""

    page: str | None = None
    """Pages as printed, without a label."""

    publisher: str | None = None
    """Publisher or issuing institution."""

    publisher_place: str | None = None
    """Place of publication."""

    edition: str | None = None
    """Edition as printed, without the word for it."""

    accessed: PartialDate | None = None
    """Day on which the author of the article read the source."""

    DOI: str | None = None
    """Digital object identifier without resolver, pattern checked, in lower case."""

    URL: str | None = None
    """The address printed in, or linked from, the entry."""

    ISBN: str | None = None
    """ISBN-10 or ISBN-13 without hyphens, check digit verified."""

    ISSN: str | None = None
    """ISSN in the form ``1234-567X``, check digit verified."""

    PMID: str | None = None
    """PubMed number."""

    PMCID: str | None = None
    """PubMed Central number with its ``PMC``."""

    arxiv: str | None = None
    """arXiv identifier without version."""

    where: str | None = None
    """XPath of the element that holds the entry."""
