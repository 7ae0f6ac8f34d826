"""The site's name, by votes of all places that state it."""

import pytest

from scraper.page import read_page
from scraper.parsers.site import find_site_name


def site(html: str, url: str | None = "https://www.riverpost.example/a") -> str | None:
    found = find_site_name(read_page(html, url=url))
    return found.value if found else None


@pytest.mark.parametrize(
    "html",
    [
        '<meta property="og:site_name" content="River Post">',
        '<meta property="og:site_name" content="River Post | News from the lower town">',
        "<title>The river rose | River Post</title>",
        "<title>The river rose for three days - River Post</title>",
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "publisher":'
            ' {"@type": "Organization", "name": "River Post Ltd"}}</script>'
        ),
        '<a href="/"><img alt="River Post logo" src="l.png"></a>',
        "<footer>© 2020 River Post. All rights reserved.</footer>",
    ],
)
def test_each_place_alone_gives_the_name(html):
    assert site(html) == "River Post"


def test_the_host_settles_a_dispute():
    html = (
        '<meta property="og:site_name" content="Northern Media Group">'
        "<title>The river rose | River Post</title>"
        '<a href="https://www.riverpost.example/">River Post</a>'
    )
    assert site(html) == "River Post"


def test_an_address_is_no_name():
    assert site('<meta property="og:site_name" content="https://x.example">', url=None) is None


def test_nothing_stated_is_none():
    assert site("<p>Only text.</p>") is None
