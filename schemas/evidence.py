"""Where a value came from, so that a reader can check it against the page."""

from schemas.base import Confidence, Model


class Evidence(Model):
    """The source of one extracted value."""

    source: str
    """The kind of place: ``json-ld``, ``meta``, ``microdata``, ``byline``, ``time``, ``heading``,
    ``url``, ``text``, ``script`` (data that the page's scripts start from), ``site-parser``,
    ``correction``, ``doi`` (a registry of works, by ``pullquote enrich``) …"""

    where: str | None = None
    """The XPath of the element, or the key of the structured value (``og:title``,
    ``Article.headline``). None where the value has no single place."""

    confidence: Confidence = 0.5
    """How sure the parser is, 0 to 1."""
