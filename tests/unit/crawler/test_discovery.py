import pytest

from scraper.crawler.discovery import Discoverer, find_canonical, find_refresh, read_directives
from scraper.crawler.scope import Scope
from scraper.page import read_page
from scraper.urls import canonicalize

URL = "https://news.example/2024/a-b-c"


def page_of(html, headers=None, url=URL):
    return read_page(f"<html>{html}</html>", url=url, headers=headers)


def found(html, headers=None, **options):
    rules = {"obey_nofollow": True, "feeds": True} | options
    discoverer = Discoverer(Scope([URL], [], ["/private/"]), **rules)
    return discoverer.discover(page_of(html, headers), 0)


def urls(html, headers=None, **options):
    return [url.removeprefix("https://news.example") for url in found(html, headers, **options)]


@pytest.mark.parametrize(
    "href, expected",
    [
        ("/x", ["/x"]), ("  /x\n", ["/x"]), ("/x#part", ["/x"]), ("x", ["/2024/x"]), ("../x", ["/x"]),
        ("?page=2", ["/2024/a-b-c?page=2"]), ("//news.example/x", ["/x"]), ("\\x", ["/x"]),
        ("HTTPS://NEWS.example:443/x", ["/x"]), ("/x?utm_source=a", ["/x"]), ("/x;jsessionid=AB12", ["/x"]),
        ("/(S(k3x0tz45))/x", ["/x"]), ("/n/(A(b2)F(c)S(d))/x", ["/n/x"]), ("/a_(S(b))/x", ["/a_(S(b))/x"]),
        ("/x?b=2&a=1", ["/x?a=1&b=2"]), ("#top", []), ("mailto:a@news.example", []), ("javascript:;", []),
        ("tel:1", []), ("data:,x", []), ("http://[", []), ("http://", []), ("https://other.example/x", []),
        ("/private/x", []), ("/photo.JPG", []), ("/paper.pdf?dl=1", []), ("ftp://news.example/x", []),
        ("https://user:secret@news.example/x", ["/x"]), ("/" + "y/" * 40, []),
    ],
)  # fmt: skip
def test_links(href, expected):
    assert urls(f'<body><a href="{href}">a link</a>') == expected


def test_base_href_changes_where_links_lead():
    assert urls('<head><base href="/other/"></head><body><a href="x">x</a><a href="/y">y</a>') == [
        "/other/x",
        "/y",
    ]


def test_frames_and_areas_are_links():
    html = '<body><iframe src="/f"></iframe><map><area href="/m"></map>'
    assert urls(html) == ["/f", "/m"]


def test_nofollow_of_link_page_and_header():
    link = '<a rel="ugc NoFollow" href="/x">x</a>'
    meta = '<meta name="robots" content="index, NOFOLLOW">'
    assert urls(f"<body>{link}") == []
    assert urls(f"<body>{link}", obey_nofollow=False) == ["/x"]
    assert urls(f'<head>{meta}</head><body><a href="/x">x</a>') == []
    assert urls('<body><a href="/x">x</a>', {"X-Robots-Tag": "noindex, nofollow"}) == []
    assert urls('<body><a href="/x">x</a>', {"X-Robots-Tag": "otherbot: nofollow"}) == ["/x"]


@pytest.mark.parametrize(
    "content, noindex, nofollow",
    [
        ("noindex", True, False),
        ("none", True, True),
        ("all", False, False),
        ("max-snippet:0", False, False),
    ],
)
def test_directives(content, noindex, nofollow):
    directives = read_directives(page_of(f'<head><meta name="robots" content="{content}"></head>'))
    assert (directives.noindex, directives.nofollow) == (noindex, nofollow)


def test_feeds_pagination_and_translations_in_the_head():
    html = (
        '<head><link rel="alternate" type="application/rss+xml" href="/feed"><link rel="next" href="/p2">'
        '<link rel="alternate" hreflang="de" href="/de/x"><link rel="stylesheet" href="/s.css"></head>'
    )
    kinds = {url.rpartition("/")[2]: entry.kind for url, entry in found(html).items()}
    assert kinds == {"feed": "feed", "p2": "page", "x": "page"}
    assert "/feed" not in urls(html, feeds=False)


def test_the_next_page_comes_right_after_articles():
    html = '<body><a rel="next" href="/tag/x/page/2/">2</a><a href="/tag/x/page/9/">9</a>'
    ranks = [entry.rank for entry in found(html).values()]
    assert ranks[0] < 20 < ranks[1]


@pytest.mark.parametrize(
    "content, target",
    [
        ("0; url=/x", "/x"),
        ("0;URL='/x'", "/x"),
        ("3; /x", "/x"),
        ('0; url="/x"', "/x"),
        ("5", None),
        ("", None),
    ],
)
def test_refreshes(content, target):
    html = f'<head><meta http-equiv=refresh content="{content.replace(chr(34), "&quot;")}"></head>'
    assert find_refresh(page_of(html)) == target
    assert find_refresh(page_of("<p>", {"Refresh": content})) == target


def test_a_refresh_is_followed_like_a_redirect():
    entry = found('<head><meta http-equiv="refresh" content="0;url=/x"></head>')[
        "https://news.example/x"
    ]
    assert entry.is_redirect


def test_canonical_in_html_and_in_a_header():
    html = page_of('<head><link rel="canonical" href="/c?utm_source=x"></head>')
    assert find_canonical(html, {}) == "https://news.example/c"
    header = {"link": '</style>; rel=preload, <https://news.example/h>; rel="canonical"'}
    assert find_canonical(page_of("<p>"), header) == "https://news.example/h"
    assert find_canonical(page_of("<p>"), {}) is None


def test_of_long_texts_and_addresses_little_is_remembered():
    """A worker remembers thousands of links, of whatever a site may write into them."""
    discoverer = Discoverer(Scope([URL], [], []), obey_nofollow=True, feeds=True)
    text = "The ferry of Brightholm is sold again"
    links = f"<a href=/x>{text}</a>" + "".join(
        f"<a href=/y>{text} {'m' * 10_000}{n}</a><a href='data:,{'m' * 10_000}{n}'>x</a>"
        for n in range(3)
    )
    found = discoverer.discover(page_of(f"<body>{links}"), 0)
    assert [one.rank for one in found.values()] == [found["https://news.example/x"].rank] * 2
    assert discoverer._read_link.cache_info().currsize == 2


def test_what_other_pages_link_too_is_read_once():
    """Cards link an article by picture, headline and button, and some sites by whole addresses."""
    discoverer = Discoverer(Scope([URL], [], []), obey_nofollow=True, feeds=True)
    cards = "".join(
        f'<a href="{origin}/2024/05/01/ferry-sold.html">{text}</a>'
        for origin in ("", "https://news.example")
        for text in (
            "",
            "The ferry of Brightholm is sold",
            "Read more",
            "More about the ferry sold",
        )
    )
    for path in ("/2024/a.html", "/2023/b/"):
        page = page_of(f"<body>{cards}", url=f"https://news.example{path}")
        assert len(discoverer.discover(page, 0)) == 1
    # By path and whole, each announced by a headline and not.
    assert discoverer._read_link.cache_info().misses == 4


@pytest.mark.parametrize("href", ["https:x", "https:///x", "https:/x", "https://?x"])
def test_a_link_that_names_no_host_hangs_on_the_page(href):
    assert list(found(f"<body><a href='{href}'>x</a>")) == [canonicalize(href, URL)]


def test_links_of_one_page_are_limited():
    html = "<body>" + "".join(f'<a href="/n{number}">x</a>' for number in range(6000))
    assert len(found(html)) == 5000


@pytest.mark.parametrize(
    "charset, href, expected",
    [
        ("windows-1251", "/r?n=река&x=1#ё", "/r?n=%F0%E5%EA%E0&x=1"),
        ("windows-1251", "/путь?n=1#ё", "/%D0%BF%D1%83%D1%82%D1%8C?n=1"),
        ("windows-1251", "/r?n=中#ё", "/r?n=%26%2320013%3B"),
        ("shift_jis", "/r?n=表", "/r?n=%95%5C"),
        ("gb2312", "/r?n=中文", "/r?n=%D6%D0%CE%C4"),
        ("iso-8859-1", "/r?n=café", "/r?n=caf%E9"),
        ("utf-8", "/r?n=река", "/r?n=%D1%80%D0%B5%D0%BA%D0%B0"),
        ("utf-16", "/r?n=река", "/r?n=%D1%80%D0%B5%D0%BA%D0%B0"),
    ],
)
def test_the_query_of_a_link_is_in_its_pages_charset(charset, href, expected):
    """As browsers ask for it; of what the charset lacks, the number of the character."""
    html = f'<html><meta charset="{charset}"><body><a href="{href}">mill</a>'
    headers = {"content-type": f"text/html; charset={charset}"}
    page = read_page(html.encode(charset, "xmlcharrefreplace"), url=URL, headers=headers)
    discoverer = Discoverer(Scope([URL], [], []), obey_nofollow=True, feeds=True)
    assert list(discoverer.discover(page, 0)) == [f"https://news.example{expected}"]
    resolved = page.resolve(page.root.find(".//a").get("href"))
    assert canonicalize(resolved) == f"https://news.example{expected}"
