import pytest

from scraper.crawler.sitemaps import (
    Entry,
    is_sitemap,
    is_url_list,
    parse_moment,
    read_sitemap,
    read_url_list,
)

NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


END_OF_1_MAY = 1714521600.0 + 36 * 3600
"""A day is over when it is over everywhere."""


def urls(text):
    content = text.encode() if isinstance(text, str) else text
    return [entry.url for entry in read_sitemap(content)]


def test_urls_with_their_dates():
    content = (
        f"<urlset {NS}><url><loc>https://a.example/1</loc><lastmod>2024-05-01</lastmod></url>"
        "<url><loc>https://a.example/2</loc></url></urlset>"
    )
    assert list(read_sitemap(content.encode())) == [
        Entry("https://a.example/1", changed_at=END_OF_1_MAY),
        Entry("https://a.example/2"),
    ]


def test_an_index_names_sitemaps():
    content = (
        f"<sitemapindex {NS}><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>"
    )
    assert list(read_sitemap(content.encode())) == [Entry("https://a.example/s.xml", True)]


def test_a_news_story_is_dated_by_its_publication():
    news = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    story = (
        "<news:news><news:publication><news:name>Post</news:name></news:publication>"
        "<news:publication_date>2024-05-01T00:00:00Z</news:publication_date></news:news>"
    )
    content = (
        f"<urlset {NS} {news}><url><loc>https://a.example/1</loc>{story}</url><url>"
        f"<loc>https://a.example/2</loc>{story}<lastmod>2024-05-02</lastmod></url></urlset>"
    )
    assert list(read_sitemap(content.encode())) == [
        Entry("https://a.example/1", changed_at=1714521600.0),
        Entry("https://a.example/2", changed_at=END_OF_1_MAY + 86400),
    ]


def test_translations_of_a_page_are_pages():
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="https://a.example/{language}/1"/>'
        for language in ("en", "de", "fr")
    )
    content = (
        f'<urlset {NS} xmlns:xhtml="http://www.w3.org/1999/xhtml"><url>'
        f"<loc>https://a.example/en/1</loc>{links}<lastmod>2024-05-01</lastmod></url></urlset>"
    )
    assert list(read_sitemap(content.encode())) == [
        Entry("https://a.example/en/1", changed_at=END_OF_1_MAY),
        Entry("https://a.example/de/1"),
        Entry("https://a.example/fr/1"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<urlset><url><loc>https://a.example/1</loc></url></urlset>", id="no namespace"),
        pytest.param(f"<urlset {NS}><url><loc>https://a.example/1</loc></url><url><lo", id="cut off"),
        pytest.param(f'\ufeff\n\n<b>Notice</b>: x\n<?xml version="1.0"?><urlset {NS}><url><loc>https://a.example/1</loc></url></urlset>', id="junk in front"),
        pytest.param('<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:url><s:loc> <![CDATA[https://a.example/1]]>\n</s:loc></s:url></s:urlset>', id="prefix and CDATA"),
        pytest.param(f'<?xml version="1.0" encoding="UTF-16"?><urlset {NS}><url><loc>https://a.example/1</loc></url></urlset>'.encode("utf-16"), id="UTF-16"),
    ],
)  # fmt: skip
def test_broken_and_odd_sitemaps_are_read(text):
    assert urls(text) == ["https://a.example/1"]


def test_an_image_inside_is_no_page():
    content = (
        f'<urlset {NS} xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url>'
        "<loc>https://a.example/1</loc><image:image><image:loc>https://a.example/i.png</image:loc>"
        "</image:image></url></urlset>"
    )
    assert urls(content) == ["https://a.example/1"]


def test_entities_are_not_expanded():
    laughs = '<!ENTITY l0 "lol">' + "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)
    )
    content = f"<!DOCTYPE urlset [{laughs}]><urlset {NS}><url><loc>https://a.example/&l9;</loc></url></urlset>"
    assert all(len(url) < 100 for url in urls(content))


def test_files_outside_are_not_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("TOPSECRET")
    content = (
        f'<!DOCTYPE urlset [<!ENTITY x SYSTEM "file://{secret}">]>'
        f"<urlset {NS}><url><loc>https://a.example/?&x;</loc></url></urlset>"
    )
    assert "TOPSECRET" not in "".join(urls(content))


@pytest.mark.parametrize(
    "content", [b"", b"\0\xff", b"<", b"<html><p>no sitemap", b"{}", b"<urlset" * 9]
)
def test_other_bytes_give_nothing(content):
    assert list(read_sitemap(content)) == []


def test_sitemaps_are_told_from_pages():
    assert is_sitemap(f"<?xml version='1.0'?><urlset {NS}>".encode())
    assert not is_sitemap(b"<html><p>urlset")


def test_a_list_of_urls():
    content = b"https://a.example/1\n\nhttps://a.example/2\n"
    assert is_url_list(content)
    assert [entry.url for entry in read_url_list(content)] == [
        "https://a.example/1",
        "https://a.example/2",
    ]
    assert not is_url_list(b"see https://a.example/1\nfor more\n")


@pytest.mark.parametrize(
    "text, expected",
    [("2024-05-01", END_OF_1_MAY), ("2024-05-01T10:00:00+02:00", 1714550400.0),
     ("2024-05-01T10:00:00Z", 1714557600.0), ("2024", None), ("yesterday", None), ("", None),
     ("2024-13-45", None), ("0000-00-00", None), ("2024-05-01T10:00:00+99:00", None)],
)  # fmt: skip
def test_moments(text, expected):
    assert parse_moment(text) == expected
