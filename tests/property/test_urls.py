from hypothesis import example, given
from hypothesis import strategies as st

from scraper.crawler.discovery import _Base
from scraper.urls import (
    _canonicalize,
    _canonicalize_plain,
    canonicalize,
    host_of,
    key_of,
    origin_of,
    without_credentials,
)

PIECES = st.lists(
    st.sampled_from(
        ["http://", "https://", "HTTP:", "//", "/", "\\", "..", ".", "a", "News", "ü", "%2e", "%2F", "%zz",
         "?", "&", "=", "a=1", "utm_source=x", "sid=12ab34cd", ";jsessionid=1", "#", "@", "user:pw@", ":80",
         ":443", ":99999", ":", "[::1]", "[", "]", " ", "\t", "\n", "\0", "news.example", "127.0.0.1",
         "１２７.0.0.1", "xn--", "💥", "+", "%", "\ud800", "-", "_", "(S(a))/"]
    ),
    max_size=12,
).map("".join)  # fmt: skip
BASES = st.sampled_from([None, "https://news.example/a/b?c=d", "http://[::1]:8080/x/"])


@given(st.one_of(PIECES, st.text(max_size=60)), BASES)
@example("http://news.example./a?", None)
@example("//", "https://news.example/")
def test_a_canonical_url_is_its_own(url, base):
    found = canonicalize(url, base)
    if found is not None:
        assert canonicalize(found) == found
        assert found.startswith(("http://", "https://"))
        assert "#" not in found
        assert "@" not in host_of(found)
        assert found.startswith(origin_of(found))
        assert host_of(found) == host_of(found).lower()
        assert len(key_of(found)) == 12


@given(st.one_of(PIECES, PIECES.map("https://".__add__), PIECES.map("/".__add__)))
@example("/\t/")
@example("/\n/other.example/a")
def test_a_base_that_pages_share_is_as_good_as_their_own(href):
    base = _Base("https://news.example/2024/a.html?b=c", "https://news.example/")
    assert canonicalize(href, base.of_link(href)) == canonicalize(href, base.whole)


@given(st.text(max_size=80))
def test_credentials_never_come_out(text):
    assert "secret" not in without_credentials(f"https://user:secret@news.example/{text}")


@given(
    st.permutations(["a=1", "b=2", "c=3"]), st.sampled_from(["utm_medium=x", "fbclid=y", "gclid=1"])
)
def test_order_of_parameters_and_tracking_do_not_matter(pairs, tracking):
    plain = canonicalize("https://news.example/x?a=1&b=2&c=3")
    assert canonicalize(f"HTTPS://NEWS.example:443/./x?{'&'.join([*pairs, tracking])}#y") == plain


def joined(words, most, mark=""):
    return st.lists(st.sampled_from(words), max_size=most).map(mark.join)


LABEL = joined(["a", "news", "9", "-", "xn--", "127", "0x7f", "0", "example"], 3)
HOST = st.tuples(
    st.lists(LABEL, min_size=1, max_size=4).map(".".join),
    st.sampled_from(["", ":80", ":8080", ":443", ":0080", ":9", ":99999", "."]),
).map("".join)
SEGMENT = joined(["a", "B", ".", "-", "_", "~", "9", ".html", "..", "%41", ";a=1", "+"], 4)
PATH = st.lists(SEGMENT, max_size=5).map(lambda segments: "/" + "/".join(segments))
FRAGMENT = st.sampled_from(["", "#", "#a/b?c", "#ü", "#/../x", "# x"])
ABSOLUTE = st.tuples(st.sampled_from(["http://", "https://"]), HOST, PATH, FRAGMENT).map("".join)
BARE = st.tuples(st.just("https://"), HOST, FRAGMENT).map("".join)
ROOTED = st.tuples(PATH, FRAGMENT).map("".join)


@given(st.one_of(ABSOLUTE, BARE, ROOTED, PIECES), st.one_of(st.none(), ABSOLUTE))
@example("https://news.example/2024/05/01/a-long_day.html#x", None)
@example("/2024/05/01/a-long_day.html", "http://127.0.0.2:8471/x")
def test_the_short_way_gives_what_the_long_way_gives(url, base):
    plain = _canonicalize_plain(url, base)
    if plain is not None:
        assert plain == _canonicalize(url, base)


def test_most_links_go_the_short_way():
    base = "https://news.example/world/"
    for url in ["/2024/05/01/a-day.html", "/tag/music/", "https://other.example:8080", "/a#b"]:
        assert _canonicalize_plain(url, base) is not None
