import gzip

import pytest

from schemas import Article, CrawlJob
from scraper.crawler.frames import Reading, Task, frame_sizes, parse_head
from scraper.crawler.reading import Reader, find_not_html, identify
from scraper.crawler.worker import read_safely

URL = "https://news.example/2024/05/01/a-long-day-in-town"
TEXT = "".join(
    f"<p>Paragraph {n} says that the long day in the town went on and on, hour {n} by hour.</p>"
    for n in range(9)
)
PAGE = f"<html><head><title>A long day</title>{{head}}</head><body><article><h1>A long day</h1>{TEXT}</article></body></html>"


def read(content, kind="page", headers=None, url=URL, **job):
    values = {"name": "x", "seeds": ["https://news.example/"], "keep": "all"} | job
    content = content.encode() if isinstance(content, str) else content
    task = Task(url, 1, kind, 200, headers or {}, "2024-05-01T08:00:00+00:00", content)
    return Reader(CrawlJob.model_validate(values)).read(task)


def test_a_page_gives_its_record():
    reading = read(PAGE.format(head=""))
    article = Article.model_validate_json(reading.record)
    assert (reading.outcome, reading.record_id, reading.is_own) == ("ok", article.id, True)
    assert article.fetched_at.isoformat() == "2024-05-01T08:00:00+00:00"
    assert len(reading.signature_bytes()) == 512


@pytest.mark.parametrize(
    "picture, is_same",
    [("/mill.jpg?Expires=2&Signature=b", True), ("/brook.jpg?Expires=1&Signature=a", False)],
)
def test_a_picture_that_is_signed_anew_is_no_change(picture, is_same):
    head = "<meta property='og:image' content='https://cdn.example{}'>"
    first, second = (
        read(PAGE.format(head=head.format(one)))
        for one in ("/mill.jpg?Expires=1&Signature=a", picture)
    )
    assert Article.model_validate_json(second.record).image == "https://cdn.example" + picture
    assert (first.digest == second.digest) is is_same


def test_the_digest_does_not_depend_on_the_time_of_the_fetch():
    task = Task(URL, 0, "page", 200, {}, "2024-05-01T08:00:00+00:00", PAGE.format(head="").encode())
    later = Task(URL, 0, "page", 200, {}, "2025-06-02T09:30:00.123456+00:00", task.content)
    reader = Reader(CrawlJob(name="x", seeds=["https://news.example/"], keep="all"))
    assert reader.read(task).digest == reader.read(later).digest


@pytest.mark.parametrize(
    "canonical, own",
    [
        ("https://news.example/original-story", False),
        ("https://news.example/", True),
        (URL + "?utm_source=x", True),
    ],
)
def test_a_front_page_is_nobodys_canonical_address(canonical, own):
    reading = read(PAGE.format(head=f'<link rel="canonical" href="{canonical}">'))
    assert reading.is_own is own


def test_the_canonical_address_is_visited_too():
    head = '<link rel="canonical" href="https://news.example/original-story">'
    assert "https://news.example/original-story" in {
        entry.url for entry in read(PAGE.format(head=head)).found
    }


def test_noindex_gives_links_and_no_record():
    head = '<meta name="robots" content="noindex"><link rel="next" href="/n">'
    reading = read(PAGE.format(head=head))
    assert (reading.record_id, len(reading.found)) == (None, 1)
    assert read(PAGE.format(head=head), obey_noindex=False).record_id


SITEMAP = "<urlset><url><loc>https://news.example/a</loc><lastmod>2024-05-01</lastmod></url><url><loc>https://other.example/b</loc></url></urlset>"
INDEX = "<sitemapindex><sitemap><loc>https://news.example/s2.xml</loc></sitemap></sitemapindex>"
FEED = (
    "<rss version='2.0'><channel><item><link>https://news.example/a</link></item></channel></rss>"
)


@pytest.mark.parametrize(
    "content, kind, found",
    [
        (SITEMAP, "sitemap", [("https://news.example/a", "page")]),
        (gzip.compress(SITEMAP.encode()), "sitemap", [("https://news.example/a", "page")]),
        (INDEX, "sitemap", [("https://news.example/s2.xml", "sitemap")]),
        (FEED, "feed", [("https://news.example/a", "page")]),
    ],
)
def test_what_a_response_is_shows_in_its_content(content, kind, found):
    reading = read(content)
    assert (reading.kind, [(entry.url, entry.kind) for entry in reading.found]) == (kind, found)


@pytest.mark.parametrize(
    "link, known_as, found",
    [
        ("https://count.example/1", "<guid>https://news.example/a</guid>", ["a"]),
        ("https://count.example/1", "<f:origLink>https://news.example/a</f:origLink>", ["a"]),
        ("https://count.example/1", "<guid>17</guid>", []),
        ("https://count.example/1", "<guid>https://other.example/a</guid>", []),
        ("https://news.example/b", "<guid>https://news.example/?p=17</guid>", ["b"]),
    ],
)
def test_an_entry_that_leads_through_another_host_is_had_by_its_name(link, known_as, found):
    feed = (
        "<rss version='2.0' xmlns:f='http://rssnamespace.org/feedburner/ext/1.0'><channel><item>"
        f"<link>{link}</link>{known_as}</item></channel></rss>"
    )
    assert [entry.url for entry in read(feed, "feed").found] == [
        f"https://news.example/{path}" for path in found
    ]


@pytest.mark.parametrize(
    "body, is_bare",
    [("<div id=root></div><script>go()</script>", True), ("<p>Back soon.</p>", False),
     ("<a href='/a'><img src=a.jpg></a>", False)],
)  # fmt: skip
def test_a_page_that_shows_nothing_is_told(body, is_bare):
    assert (
        read(f"<html><head><title>A long day</title></head><body>{body}</body></html>").is_bare
        is is_bare
    )


def test_a_text_sitemap_only_where_one_is_expected():
    content = "https://news.example/a\nhttps://news.example/b\n"
    assert len(list(read(content, kind="sitemap").found)) == 2
    assert read(content, headers={"content-type": "text/plain"}).outcome == "not-html"


def test_a_page_in_place_of_a_sitemap_is_named():
    assert read(PAGE.format(head=""), kind="sitemap").outcome == "not-html"


@pytest.mark.parametrize(
    "content, headers",
    [(b"%PDF-1.4 x", {}), (b"\x89PNG\r\n", {}), (b"PK\x03\x04", {}), (b"abc\x00\x01def" * 90, {}),
     (b'{"a": 1}', {"content-type": "application/json"}), (b"<svg/>", {"content-type": "image/svg+xml"})],
)  # fmt: skip
def test_other_files_are_no_pages(content, headers):
    assert find_not_html(content, headers)


def test_a_file_of_another_kind_is_named():
    assert find_not_html(b"%PDF-1.4 x", {}) == "the body is a PDF file"
    assert find_not_html(b"\xff\xd8\xff\xe0", {}) == "the body is a JPEG picture"


@pytest.mark.parametrize(
    "content, headers",
    [
        (b"<p>hello", {}),
        (b"<html>", {"content-type": "text/plain"}),
        ("<p>x".encode("utf-16"), {}),
        (b"plain words", {}),
    ],
)
def test_pages_are_pages_whatever_their_label(content, headers):
    assert find_not_html(content, headers) is None


def test_a_bomb_inside_a_file_is_named():
    assert read(gzip.compress(b" " * (8 << 20)), kind="sitemap").outcome == "bomb"
    assert read(b"\x1f\x8b broken").outcome == "bad-coding"


def test_frames_bring_tasks_and_readings_over_unharmed():
    task = Task(URL, 2, "page", 200, {"a": "ü"}, "2024-05-01T08:00:00+00:00", b"\x00\xff")
    reading = read(PAGE.format(head='<link rel="next" href="/n">'))
    for value in (task, reading):
        frame = value.to_frame()
        head_size, body_size = frame_sizes(frame[:8])
        head, body = frame[8 : 8 + head_size], frame[8 + head_size :]
        assert len(body) == body_size
        assert type(value).from_frame(parse_head(head), body) == value


def test_an_error_in_a_page_is_its_outcome():
    class Broken:
        def read(self, task):
            raise ValueError("boom")

    reading = read_safely(Broken(), Task(URL, 0, "page", 200, {}, "2024-05-01T08:00:00+00:00"))
    assert reading == Reading(outcome="parse-error", message=reading.message)
    assert "ValueError: boom" in reading.message


def test_identity_comes_from_the_canonical_address():
    article, is_own = identify(Article(id="x", canonical_url=None), URL)
    assert (article.canonical_url, is_own, len(article.id)) == (URL, True, 16)


def test_a_job_that_keeps_nothing_gets_links_and_no_record():
    head = '<link rel="next" href="/n">'
    reading = read(PAGE.format(head=head), keep="nothing")
    assert (reading.outcome, reading.record_id, reading.record) == ("ok", None, b"")
    assert [entry.url for entry in reading.found] == ["https://news.example/n"]


SHELL = b'<html><body><nav>Menu of ten words and one more than that here</nav><div id="app"></div><script src="/a.js"></script></body></html>'


def test_shells_are_told_where_a_job_renders():
    assert read(SHELL).shell is None
    reading = read(SHELL, browser=True)
    assert "div#app" in reading.shell
    assert reading.words == 10


def test_shells_are_told_where_nothing_is_kept():
    reading = read(SHELL, browser=True, keep="nothing")
    assert "div#app" in reading.shell
    assert reading.words == 10
    assert read(b"<p>" + b"word " * 90, browser=True, keep="nothing").shell is None


def test_a_page_of_endless_tags_is_not_read():
    reading = read("<html><body>" + "<p>x" * 260_000)
    assert reading.outcome == "body-too-large"
    assert "260,002 tags" in reading.message


@pytest.mark.parametrize("is_signed", [True, False])
def test_links_are_signed_where_that_is_asked_for(is_signed):
    page = PAGE.format(head="").replace("Paragraph 3", "<a href='/x?ref=1'>Paragraph 3</a>")
    task = Task(URL, 1, "page", 200, {}, "2024-05-01T08:00:00+00:00", page.encode(), is_signed)
    reading = Reader(CrawlJob(name="x", seeds=["https://news.example/"], keep="all")).read(task)
    assert (reading.links is not None and len(reading.links) == 16) is is_signed
