"""Hostile bytes from the network: nothing that a server can send raises where it is read."""

from hypothesis import given
from hypothesis import strategies as st

from scraper.crawler.decoding import BadCoding, Bomb, Budget, decode_body
from scraper.crawler.feeds import is_feed, read_feed
from scraper.crawler.robots import decode_robots, parse_robots
from scraper.crawler.sitemaps import is_sitemap, is_url_list, read_sitemap, read_url_list
from scraper.crawler.traps import find_shape_trap, shape_of
from scraper.urls import canonicalize

XML = st.lists(
    st.sampled_from([b"<urlset>", b"<url>", b"<loc>", b"https://a.example/", b"</loc>", b"</url>", b"<!--",
                     b"<![CDATA[", b"]]>", b"&x;", b"<!DOCTYPE a [", b"]>", b"\xff", b"\x00", b"<sitemap>",
                     b"<?xml version='1.0' encoding='utf-16'?>", b"<lastmod>", b"2024-99-99"]),
    max_size=15,
).map(b"".join)  # fmt: skip


@given(st.one_of(XML, st.binary(max_size=200)))
def test_sitemaps_and_feeds(content):
    is_sitemap(content), is_feed(content), is_url_list(content)
    assert len(list(read_sitemap(content))) <= 15
    list(read_url_list(content))
    list(read_feed(content))


@given(st.binary(max_size=300), st.text(max_size=30))
def test_robots(content, path):
    robots = parse_robots(decode_robots(content), "pullquote")
    url = canonicalize(f"https://a.example/{path}")
    assert url is None or robots.allows(url) in (True, False)


@given(
    st.binary(max_size=300),
    st.sampled_from(["gzip", "deflate", "br", "zstd", "gzip, deflate", "", "x"]),
)
def test_bodies(packed, header):
    budget = Budget(max_bytes=1 << 20, max_ratio=250)
    try:
        assert len(decode_body(packed, header, budget).content) <= 1 << 20
    except (BadCoding, Bomb):
        return


@given(st.text(max_size=80))
def test_shapes(path):
    url = canonicalize(f"https://a.example/{path}")
    if url is not None:
        find_shape_trap(url)
        assert shape_of(url).startswith("/")
