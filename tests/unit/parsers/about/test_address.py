"""The canonical address: the article's own, and one that can be reached."""

import pytest

from scraper.page import read_page
from scraper.parsers.about import find_canonical_url

URL = "https://post.example/weather/flood-reaches-the-mill"


def canonical(*links: str, og: str | None = None, url: str | None = URL):
    html = "".join(f'<link rel="canonical" href="{href}">' for href in links)
    if og:
        html += f'<meta property="og:url" content="{og}">'
    found = find_canonical_url(read_page(html, url=url))
    return found.value if found else None


def test_the_link_goes_before_open_graph_and_is_made_absolute():
    assert canonical("/weather/mill", og=URL) == "https://post.example/weather/mill"
    assert canonical(og="/weather/mill") == "https://post.example/weather/mill"
    assert canonical() is None


@pytest.mark.parametrize(
    "wrong",
    [
        "https://post.example/",
        "https://other.example",
        "https://post.example/weather",
        "http://localhost:3000/weather/flood-reaches-the-mill",
        "https://10.0.0.7/weather/flood-reaches-the-mill",
        "https://posts-staging/weather/flood-reaches-the-mill",
        "https://.post.example",
        "https://post.local/weather/flood-reaches-the-mill",
    ],
)
def test_a_front_page_the_list_above_or_an_unreachable_host_is_a_mistake(wrong: str):
    assert canonical(wrong) is None
    assert canonical(wrong, og=URL) == URL


def test_the_front_page_is_its_own_address():
    assert canonical("https://post.example/", url="https://post.example") == "https://post.example/"


def test_another_form_of_the_page_leads_to_the_article():
    assert canonical(URL, url=URL + "/amp") == URL
    assert canonical("https://post.example/weather", url="https://post.example/weather/print")


def test_a_story_of_another_publisher_keeps_its_address():
    there = "https://agency.example/2020/flood"
    assert canonical(there) == there


def test_escaped_addresses_and_ones_without_a_scheme_are_mended():
    assert canonical(og="https%3A%2F%2Fpost.example%2Fweather%2Fmill").endswith("/weather/mill")
    assert canonical(og="post.example/weather/mill") == "https://post.example/weather/mill"


def test_of_contradicting_links_the_one_to_this_page_counts():
    assert canonical("https://post.example/a-b-c", URL) == URL


@pytest.mark.parametrize("host", ["10.0.0.7", "localhost:3000", "wiki.internal", "news"])
def test_a_host_that_the_page_was_read_from_can_be_reached(host):
    stated = f"http://{host}/weather/flood-reaches-the-mill"
    assert canonical(stated, url=f"{stated}?print=1") == stated
