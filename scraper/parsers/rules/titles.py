"""Tables for headlines: what systems call the parts of one, and where machines read a title.

Sources: schema.org, Open Graph, Highwire Press tags, Dublin Core and the documentation of the
tracking systems that read titles (Parse.ly, Sailthru) for the keys; class names collected from the
themes of news sites in the languages named.
"""

import re

from scraper.patterns import late

META_KEYS: dict[str, str] = {
    "og:title": "og",
    "twitter:title": "twitter",
    "parsely-title": "meta",
    "sailthru.title": "meta",
    "citation_title": "meta",
    "dc.title": "meta",
    "dcterms.title": "meta",
    "title": "meta",
    "headline": "meta",
}
"""Key of a ``meta`` element to the kind of title."""

ARTICLE_TYPES = ("Article", "Posting", "Report", "Review")
OTHER_TYPES = ("Recipe", "Page", "HowTo", "Event")
"""Ends of the types of items whose name is the page's title."""

TITLE_CLASS = late(r"title|headline|titel|titre|titulo|heading", re.I)

KICKER_CLASS = late(
    r"kicker|top-?(?:line|title)|dachzeile|spitzmarke|over-?(?:line|title)|roof|eyebrow|"
    r"(?:^|[-_ ])(?:label|tag|vignette|volanta)(?:$|[-_ ])|-label|categor|rubri|"
    r"(?:super|pre|ante)-?(?:title|head)|sur-?titre|antetitulo|cintillo|occhiello|"
    r"chapeu|antet[ií]tulo|flag|section|topic|thema",
    re.I,
)
"""Classes of the words above a headline (German, French, Spanish, Italian and Portuguese too)."""

DEK_CLASS = late(
    r"sub-?(?:title|head|headline|heading|line)|standfirst|unterzeile|untertitel|sous-?titre|"
    r"subt[ií]tulo|sottotitolo|(?:^|[-_ ])(?:dek|deck|bajada|chapo)(?:$|[-_ ])",
    re.I,
)
"""Classes of the words below a headline; standing first, they name a kicker."""

BLOG_ARCHIVE = late(r"(.{1,60}?)\s*»\s*(?:blog[- ]?)?archiv(?:e|es|i|o)?\s*»\s", re.I)
"""The title of a page as WordPress made it before its third version: "Site » Blog Archive » Story".
"""
