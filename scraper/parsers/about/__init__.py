"""Reads how the page files and presents its article: section, tags, summary, picture, address.

What the page states is taken where it speaks of this article, and left aside where it speaks of
the site: keywords that are the same on every page, the slogan as summary, the logo as picture, the
front page as address. Nothing is inferred from the text.
"""

from scraper.parsers.about.address import find_canonical_url
from scraper.parsers.about.picture import find_image
from scraper.parsers.about.section import find_section
from scraper.parsers.about.summary import find_description
from scraper.parsers.about.tags import find_tags

__all__ = ["find_canonical_url", "find_description", "find_image", "find_section", "find_tags"]
