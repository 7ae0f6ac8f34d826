"""People and organisations that the page credits."""

from typing import Literal

from schemas.base import Model


class Author(Model):
    """One author or contributor, as the page presents them."""

    name: str
    """The name as printed, without honorific, role and credentials."""

    kind: Literal["person", "organization"] = "person"
    """Whether a person or an organisation signs the article."""

    given: str | None = None
    """Given names, only where the split is certain."""

    family: str | None = None
    """Family name with its particles, only where the split is certain."""

    honorific: str | None = None
    """Title in front of the name as printed (``Dr``, ``Prof.``)."""

    role: str | None = None
    """Job or credit line as printed (``Senior lecturer``, ``Photographs``); in
    ``Article.contributors`` the credit that sets the person apart (``Reviewed by``)."""

    affiliation: str | None = None
    """Institution or company that the page gives for the person."""

    bio: str | None = None
    """The whole text about the author on this page, paragraphs parted by a blank line; without
    heading, name line, role line and buttons. None where the page has no such text."""

    profile_url: str | None = None
    """Absolute URL of the author's page on the site, or of their own site."""

    same_as: list[str] = []
    """Absolute URLs of the author's accounts and identifiers elsewhere (social media, ORCID)."""

    orcid: str | None = None
    """ORCID iD in the form ``0000-0002-1825-0097``, check digit verified."""

    image: str | None = None
    """Absolute URL of the author's picture."""
