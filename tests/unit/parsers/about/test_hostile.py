"""No field raises on broken addresses, and none takes long on pages of one thing."""

import time

import pytest

from scraper.extract import extract

PICTURES = '<meta property="og:image" content="http://[::1"><meta name=keywords content="a, b">'
CRUMBS = '<div class="has-breadcrumbs"><a rel="category tag" href="http://[">x</a></div>'


@pytest.mark.parametrize("url", [None, "", "http://[::1/a/b", "https://", "no address", "http://x"])
def test_broken_addresses_raise_nothing(url: str | None):
    html = (
        f"{PICTURES}<link rel=canonical href='http://[::1/'><meta property=og:url content='%'>"
        f"<meta property='og:image' content='/a/b/logo.png'>{CRUMBS}<h1>Flood</h1><p>Text.</p>"
    )
    assert extract(html, url).image is None or url is not None


@pytest.mark.parametrize(
    "unit",
    [
        '<a rel="tag" href="/t">tag</a> ',
        '<a rel="category tag" href="/t">tag</a> ',
        '<div class="tags"><a href="/t">tag</a>',
        '<div class="breadcrumb"><a href="/t">tag</a>',
        '<a class="category" href="/a/b/">b</a> ',
        '<img class="x" src="/blank.gif">',
        '<meta property="article:tag" content="a, b, c">',
        '<meta property="og:description" content="Read more… Read more…">',
    ],
)
def test_pages_of_one_thing_take_time_in_proportion(unit: str):
    def seconds(count: int) -> float:
        html = f"<h1>Flood</h1><main><p>The river rose in the night.</p>{unit * count}</main>"
        started = time.process_time()
        extract(html, "https://post.example/a/b/flood")
        return time.process_time() - started

    small = seconds(500)
    # Eight times as much may take eight times as long; a square would take 64 times.
    assert seconds(4000) < 30 * max(small, 0.02)
