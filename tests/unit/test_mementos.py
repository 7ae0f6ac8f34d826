from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper import extract
from scraper.mementos import find_memento, read_archived, restore
from scraper.page import read_page

STORY = "https://mills.example/2016/wheel"
TAKEN = datetime(2020, 9, 21, 16, 25, 18, tzinfo=UTC)
PROSE = "The wheel broke in the cold winter, and the miller wrote to every farm along the water."
PAGE = (
    "<html><head><title>The wheel</title></head><body><h1>The wheel of the mill</h1>"
    '<p>By Nell Brook</p><img src="/web/20200921162518im_/https://mills.example/wheel.jpg">'
    f'<p>{PROSE} <a href="/web/20200921162518/https://oak.example/a?b=(c)">Oak</a> was cut.</p>'
    f"<p>{PROSE}</p><p>{PROSE}</p></body></html>"
)
BAR = """<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base"><div id="wm-ipp">
<table><tr><td>Aug</td><td title="You are here">SEP</td></tr><tr><td>05 Aug 2015 - 22 Oct 2024</td></tr></table>
<p>Organization: these data are added to the machine after an embargo period of some months.</p></div></div>
<div id="wm-ipp-print">The Wayback Machine - https://web.archive.org/web/20200921162518/https://mills.example/2016/wheel</div>
<!-- END WAYBACK TOOLBAR INSERT -->"""  # fmt: skip


def under(bar, page=PAGE):
    return page.replace("<body>", "<body>" + bar)


@pytest.mark.parametrize(
    ("url", "original"),
    [
        (f"https://web.archive.org/web/20200921162518/{STORY}", STORY),
        (f"https://web.archive.org/web/20200921162518id_/{STORY}", STORY),
        ("https://web.archive.org/web/20200921162518/https:/mills.example/2016/wheel", STORY),
        (f"https://wayback.archive.example/1234/20200921162518/{STORY}?a=b", STORY + "?a=b"),
        (f"http://localhost:8080/study/20200921162518mp_/{STORY}", STORY),
        (f"https://archive.example/2020.09.21-162518/{STORY}", STORY),
    ],
)
def test_the_address_of_a_copy_says_what_it_is_a_copy_of_and_when(url, original):
    memento = read_archived(url)
    assert (memento.original, memento.taken_at) == (original, TAKEN)
    assert (
        memento.in_archive("https://oak.example/")
        == url[: url.rindex("http")] + "https://oak.example/"
    )


@pytest.mark.parametrize(
    "url",
    [
        STORY,
        "https://web.archive.org/web/",
        "https://mills.example/20200921162518/wheel",
        "https://mills.example/go?to=https://oak.example/20200921162518/a",
        "https://mills.example/2020/https://oak.example/",
    ],
)
def test_other_addresses_name_no_copy(url):
    assert read_archived(url) is None


@pytest.mark.parametrize("url", [None, f"https://web.archive.org/web/20200921162518/{STORY}"])
def test_nothing_of_an_archives_bar_reaches_the_record(url):
    record = extract(under(BAR).encode(), url)
    assert record.body.split("\n\n") == [PROSE + " Oak was cut.", PROSE, PROSE]
    assert (record.date_published, [one.name for one in record.authors]) == (None, ["Nell Brook"])
    assert record.canonical_url == STORY
    assert record.url == (url or STORY)
    assert record.fetched_at == TAKEN
    assert record.image in (None, "https://mills.example/wheel.jpg")
    assert [(link.url, link.role) for link in record.links] == [
        ("https://oak.example/a?b=(c)", "external")
    ]


def test_a_head_of_an_archive_without_its_bar_tells_that_a_page_is_a_copy():
    found = find_memento(b"<head><!-- WB Insert --></head>", None, {})
    assert found is not None
    assert found.is_framed
    assert find_memento(b'<div id="HEADER">', None, {}) is None


def test_days_after_the_copy_was_taken_are_none_of_its_page():
    page = PAGE.replace("By Nell Brook", "By Nell Brook, {}")
    for day, found in (("3 May 2019", "2019-05-03"), ("3 May 2024", None)):
        record = extract(under(BAR, page.replace("{}", day)).encode())
        assert record.date_published == found


def test_hours_ago_are_counted_from_when_the_copy_was_taken():
    page = under(BAR, PAGE.replace("By Nell Brook", "By Nell Brook</p><p>3 hours ago"))
    assert extract(page.encode()).date_published == "2020-09-21"


def test_a_page_under_an_address_of_its_own_keeps_it_whatever_was_left_in_it():
    """Some sites were put together again from an archive's copies, or from saved pages."""
    record = extract(under(BAR).encode(), "https://mill-museum.example/wheel")
    assert record.url == record.canonical_url == "https://mill-museum.example/wheel"
    assert "embargo" not in record.body
    saved = f"<!-- saved from url=(0032){STORY} -->" + PAGE
    assert read_page(saved, url="https://mill-museum.example/wheel").memento is None


@pytest.mark.parametrize(
    ("mark", "when"),
    [
        ("<!-- saved from url=(0032){} -->", None),
        (("<!--\n Page saved with SingleFile \n url: {} \n saved date: Mon Sep 21 2020 18:25:18 GMT+0200 (Central European Summer Time)\n-->"), TAKEN),
        (("<!-- Mirrored from mills.example/2016/wheel by HTTrack Website Copier/3.x [XR&CO'2014], Mon, 21 Sep 2020 16:25:18 GMT -->"), TAKEN),
        ("<!-- Saved from {} at 2020-09-21T16:25:18Z using monolith v2.8.3 -->", TAKEN),
        ('<html data-scrapbook-source="{}" data-scrapbook-create="20200921162518000">', TAKEN),
        (
            (
                '<meta name="savepage-url" content="{}"><meta name="savepage-title" content="The wheel">'
                '<meta name="savepage-date" content="Mon Sep 21 2020 16:25:18 GMT+0000 (GMT)">'
            ),
            TAKEN,
        ),
    ],
)  # fmt: skip
def test_a_saved_page_says_where_it_is_from(mark, when):
    page = read_page(mark.format(STORY) + PAGE)
    # HTTrack leaves the scheme out.
    url = STORY.replace("https", "http") if "HTTrack" in mark else STORY
    assert (page.url, page.address, page.fetched_at) == (url, url, when)
    bare = read_page(mark.format("mills.example/2016/wheel") + PAGE)
    assert bare.url == ("http://mills.example/2016/wheel" if "HTTrack" in mark else None)


@pytest.mark.parametrize(
    "url", ["about:internet", "file:///C:/wheel.htm", "http://[bad/x", "http://"]
)
def test_what_was_saved_from_nowhere_has_no_address(url):
    assert extract(f"<!-- saved from url=(0014){url} -->{PAGE}".encode()).url is None


@pytest.mark.parametrize("when", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "soon"])
def test_a_moment_that_no_calendar_has_is_left(when):
    page = read_page(f"<!-- Saved from {STORY} at {when} using monolith v2 -->{PAGE}")
    assert (page.url, page.fetched_at) == (STORY, None)


def test_an_opaque_address_is_told_apart_by_the_headers_of_its_answer():
    headers = {
        "Memento-Datetime": "Mon, 21 Sep 2020 16:25:18 GMT",
        "Link": f'<{STORY}>; rel="original", <https://perma.example/timegate>; rel="timegate"',
    }
    page = read_page(PAGE, url="https://perma.example/AB12-CD34", headers=headers)
    assert (page.url, page.seen_at) == (STORY, TAKEN)
    assert page.address == "https://perma.example/AB12-CD34"
    assert read_page(PAGE, url=STORY, headers={"Memento-Datetime": "nonsense"}).memento is None


def test_a_copy_in_a_frame_is_the_frames_content_without_the_archives_own_head():
    bar = (
        '<center><div id="HEADER"><form><input type="text" name="q" value="{}"></form>'
        "<div>Saved from 21 Sep 2020 16:25:18 UTC</div><a href='/'>All snapshots</a></div></center>"
        '<div id="SOLID"><div id="CONTENT">'
    )
    page = under(bar, PAGE).replace("</body>", "</div></div></body>")
    page = page.replace(
        "</head>", '<meta property="article:published_time" content="2020-09-21T16:25:18Z"></head>'
    )
    record = extract(page.replace("{}", STORY).encode())
    assert (record.canonical_url, record.date_published) == (STORY, None)
    assert record.body.split("\n\n")[1:] == [PROSE, PROSE]
    # A search form in a header of that name is no archive's.
    assert read_page(page.replace("{}", "wheels")).memento is None


def test_what_a_page_links_in_an_archive_itself_stays():
    inner = "https://web.archive.org/web/20150101000000/http://old.example/a"
    page = f'<a href="https://web.archive.org/web/20200921162518/{inner}">then</a> {inner} <i>{inner}</i>'
    assert restore(page.encode()).decode() == f'<a href="{inner}">then</a> {inner} <i>{inner}</i>'


def test_addresses_in_scripts_are_taken_back_as_json_writes_them():
    script = (
        rb'{"url":"https:\/\/web.archive.org\/web\/20200921162518\/https:\/\/mills.example\/a"}'
    )
    assert restore(script) == rb'{"url":"https:\/\/mills.example\/a"}'


PIECES = st.sampled_from(
    [b"wm-ipp", b'id="HEADER"', b"<!-- WB Insert", b'__wm.wombat("', b"https://a.example/", b"<!--",
     b"20200921162518", b"/", b'"', b"saved from url=(1)", b"http://", b"<input name=q value=", b" ",
     b"data-scrapbook-source=", b"Mirrored from ", b" by HTTrack, ", b"-->", b"\xff", b"20209999999999"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map(b"".join))
def test_any_bytes_are_read(content):
    find_memento(content, None, {})
    assert len(restore(content)) <= len(content)
    read_page(content, url="https://a.example/20200921162518/https://b.example/")
