import json
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pytest

from scraper.demo.site import read_sites

HERE = "http://127.0.0.1:8000"


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "gazette"
    folder.mkdir()
    for number in range(6):
        url = f"https://a.example/{number}?id={number}"
        (folder / f"{number}.html").write_text(
            f'<link rel="canonical" href="{url}"><p>"https:\\/\\/a.example\\/x"</p>'
        )
        record = {
            "url": url,
            "site_name": "Gazette & Co",
            "title": f"T{number}",
            "page_type": "article",
        }
        if number:
            record["date_published"] = f"2020-01-0{number}T10:00:00Z"
        (folder / f"{number}.json").write_text(json.dumps(record))
    (folder / "wall.html").write_text("<p>wall</p>")
    (folder / "wall.json").write_text('{"url": "https://a.example/wall", "page_type": "wall"}')
    (found,) = read_sites(tmp_path)
    return found


def test_pages_are_served_with_their_own_addresses_moved(site):
    answer = site.answer("/3?id=3", HERE)
    assert (answer.status, answer.content_type) == (200, "text/html")
    assert b'href="http://127.0.0.1:8000/3?id=3"' in answer.content
    assert b'"http:\\/\\/127.0.0.1:8000\\/x"' in answer.content
    assert site.answer("/3?id=3", HERE).etag == answer.etag != site.answer("/wall", HERE).etag


def test_the_index_has_pages_and_leaves_the_oldest_to_the_sitemap(site):
    first, second, third = (
        site.answer(p, HERE).content.decode() for p in ("/", "/page/2/", "/page/3/")
    )
    assert "T5" in first
    assert "T4" in first
    assert "Gazette &amp; Co" in first
    assert 'href="/page/2/"' in first
    assert "T3" in second
    assert "T1" in third
    assert "Older" not in third
    assert not any("T0" in page for page in (first, second, third))
    assert 'href="/wall"' in first


def test_the_sitemap_has_every_article(site):
    tree = ET.fromstring(site.answer("/sitemap.xml", HERE).content)
    places = [element.text for element in tree.iter() if element.tag.endswith("loc")]
    assert places == [f"{HERE}/{n}?id={n}" for n in (5, 4, 3, 2, 1, 0)]


def test_the_feed_has_the_newest(site):
    tree = ET.fromstring(site.answer("/feed.xml", HERE).content)
    assert [item.findtext("title") for item in tree.iter("item")] == ["T5"]
    assert tree.findtext(".//pubDate") == "Sun, 05 Jan 2020 00:00:00 GMT"


def test_robots_closes_some_places_and_names_the_sitemap(site):
    text = site.answer("/robots.txt", HERE).content.decode()
    assert "Disallow: /topics/\n" in text
    assert f"Sitemap: {HERE}/sitemap.xml" in text


@pytest.mark.parametrize("path", ["/page/9/", "/page/x/", "/page/0/", "/nowhere"])
def test_what_is_not_there_is_not_found(site, path):
    assert site.answer(path, HERE).status == 404


def test_a_page_without_a_day_is_of_the_epoch(site):
    assert site._listed[-1].published_at == datetime(1970, 1, 1, tzinfo=UTC)


def test_authors_have_pages(site):
    answer = site.answer("/people/ada-lund", HERE)
    assert answer.status == 200
    assert b"<h1>Ada Lund</h1>" in answer.content
