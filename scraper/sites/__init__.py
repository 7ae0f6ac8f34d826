"""Site parsers: what a user writes when the generic parsers miss on a site.

A site parser is a class with host patterns and one method for each field that it overrides, given
a BeautifulSoup view of the page; everything else comes from the generic parsers.
"""

from scraper.sites.base import SiteParser
from scraper.sites.load import SiteParsers, load_site_parsers

__all__ = ["SiteParser", "SiteParsers", "load_site_parsers"]
