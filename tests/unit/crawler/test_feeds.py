import json

import pytest

from scraper.crawler.feeds import is_feed, read_feed

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>N</title>
<item><title>One</title><link>https://a.example/1</link><pubDate>Wed, 01 May 2024 08:00:00 GMT</pubDate></item>
<item><title>Two</title><guid>https://a.example/2</guid></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://a.example/1"/>
<updated>2024-05-01T08:00:00Z</updated></entry></feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"url": "https://a.example/1", "date_published": "2024-05-01T08:00:00Z"}, 4],
    }
).encode()


@pytest.mark.parametrize("content", [RSS, ATOM, JSON_FEED], ids=["rss", "atom", "json"])
def test_entries_with_their_dates(content):
    assert is_feed(content)
    first = next(read_feed(content))
    assert (first.url, first.changed_at) == ("https://a.example/1", 1714550400.0)


def test_an_entry_may_have_only_a_guid():
    assert [item.url for item in read_feed(RSS)] == ["https://a.example/1", "https://a.example/2"]


def test_an_entry_of_a_json_feed_may_have_only_an_id():
    items = [{"id": "https://a.example/1"}, {"id": "12"}, {"id": 3}, {"url": "/2", "id": "13"}]
    items += [{"id": "14", "url": None}, {"id": "httpd-news"}, {"id": ["http://"]}]
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": items}
    assert [one.url for one in read_feed(json.dumps(feed).encode())] == [
        "https://a.example/1",
        "/2",
    ]


def test_a_malformed_feed_is_read_as_far_as_it_goes():
    content = b"<rss version='2.0'><channel><title>A &nbsp; B</title><item><title>x &copy;</title><media:x url='y'/><link>https://a.example/1</link></item>"
    assert [item.url for item in read_feed(content)] == ["https://a.example/1"]


@pytest.mark.parametrize("content", [b"", b"{", b'{"items": 3}', b"[1]", b"\0\0", b"{" * 10000])
def test_other_bytes_give_nothing(content):
    assert list(read_feed(content)) == []


def test_a_page_that_mentions_rss_is_no_feed():
    assert not is_feed(b"<html><body><p>How <rss > works</p>")


def test_entities_of_a_feed_are_not_expanded():
    content = (
        b'<!DOCTYPE rss [<!ENTITY a "'
        + b"x" * 1000
        + b'">]><rss version="2.0"><channel><item><link>https://a.example/&a;&a;</link></item></channel></rss>'
    )
    assert all(len(item.url) < 200 for item in read_feed(content))
