"""Months and years of publication, where a page gives no day."""

import json
from datetime import UTC, datetime

import pytest

from scraper import extract
from scraper.page import read_page

TEXT = (
    "The ferry that ran between Harrow and the islands was never meant to last. It had been built "
    "for a lake, with a flat bottom and a funnel that folded, and the first winter in open water "
    "broke its rail in four places. Nobody was hurt."
)


def record(line="", *, head="", last="", url="https://example.org/p/ticket.html"):
    body = "".join(f"<p>{TEXT}</p>" for _ in range(3))
    html = (
        f"<title>The last ticket</title>{head}<h1>The last ticket</h1>{line}<div>{body}{last}</div>"
    )
    return extract(html, url=url)


def meta(name, value):
    return f'<meta name="{name}" content="{value}">'


def item(value):
    data = {"@type": "Article", "headline": "The last ticket", "datePublished": value}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


@pytest.mark.parametrize(
    ("head", "date", "source"),
    [
        (meta("citation_publication_date", "2016/03"), "2016-03", "meta"),
        (meta("citation_publication_date", "2016/3"), "2016-03", "meta"),
        (meta("citation_date", "03/2016"), "2016-03", "meta"),
        (meta("citation_date", "1968"), "1968", "meta"),
        (meta("DC.date.issued", "2016-03-00"), "2016-03", "meta"),
        (meta("DC.date", "March 2016"), "2016-03", "meta"),
        (meta("DC.date", "2016") + meta("citation_date", "2016-03"), "2016-03", "meta"),
        (item("2016-03"), "2016-03", "json-ld"),
        (item("2016"), "2016", "json-ld"),
        (meta("citation_date", "March") + meta("DC.date", "16/3"), None, None),
        (meta("citation_date", "2016/13"), None, None),
    ],
)
def test_what_is_stated_for_machines(head, date, source):
    found = record(head=head)
    assert found.date_published == date
    assert (found.evidence["date_published"].source if date else None) == source


@pytest.mark.parametrize(
    "line",
    [
        "<p>March 2016</p>",
        "<p>Mar. 2016</p>",
        "<p>Published: March 2016</p>",
        "<p>Published in our issue of March 2016</p>",
        "<p>Issue 12, March 2016</p>",
        "<p>Vol. 12 March 2016</p>",
        "<p>The Harbour Review · Vol. 3 · No. 12 (March 2016)</p>",
        "<p>By Anna Tolley | March 2016</p>",
        "<p>by Anna Tolley, March 2016</p>",
        "<div class=byline>Anna Tolley <span>March 2016</span></div>",
        "<p>March/April 2016</p>",
        "<p>March 2016, Issue 12</p>",
        "<p><time datetime='2016-03'>this spring</time></p>",
        "<p lang=de>März 2016</p>",
        "<p>Heft 3, März 2016</p>",
        "<p>mars 2016</p>",
        "<p>marzo de 2016</p>",
        "<p>Marzec 2016</p>",
        "<p>2016. március</p>",
        "<p>Март 2016 г.</p>",
        "<p>2016年3月</p>",
        "<p>２０１６年３月号</p>",
        "<p>2016년 3월</p>",
        "<p>Tháng 3/2016</p>",
        "<p>مارس 2016</p>",
        "<p>Mart 2016</p>",
    ],
)
def test_a_line_made_for_the_month(line):
    found = record(line)
    assert found.date_published == "2016-03"
    assert found.evidence["date_published"].source in ("text", "time")
    assert "2016" not in found.body


def test_the_last_line_of_the_text():
    found = record(last="<p>Harrow, March 2016</p>")
    assert (found.date_published, found.body.count("March")) == ("2016-03", 0)


@pytest.mark.parametrize(
    "line",
    [
        "<p>Updated March 2016</p>",
        "<p>© March 2016</p>",
        "<p>Founded in March 2016</p>",
        "<p>In March 2016 the ferry sank</p>",
        "<p>March 2016: the month in which Harrow lost its only ferry</p>",
        "<p>Budget for March 2016</p>",
        "<p>Spring 2016</p>",
        "<p>March 20163</p>",
        "<p>Marching 2016</p>",
        "<p>March 1889</p>",
        "<p>Updated <time datetime='2016-03'>March 2016</time></p>",
        "<p>Born <time datetime='1998'>1998</time></p>",
        f"<p>{TEXT} It was built in <time datetime='1998-03'>March 1998</time>.</p>",
        "<p>Our shop closed in <strong>March 2016</strong> for good</p>",
        "<p>We moved here in <b>March 2016</b>.</p>",
        "<p>Read our report of <a href=/r>March 2016</a> as well</p>",
        "<p>When: March 2016</p>",
        "<p>May 2015 – March 2016</p>",
        "<p>2016年3月更新</p>",
        "<figure><img src=a.jpg><figcaption>The harbour, March 2016</figcaption></figure>",
    ],
)
def test_what_no_month_of_publication_is(line):
    assert record(line).date_published is None


@pytest.mark.parametrize(
    "behind",
    [
        "<table><caption>March 2016</caption><tr><td>1<td>2</tr></table>",
        "<ul><li><a href=/2016/03/>March 2016</a><li><a href=/2016/02/>February 2016</a></ul>",
        f"<h2>March 2016</h2><p>{TEXT}</p>",
    ],
    ids=["a calendar", "an archive", "a part of the text"],
)
def test_what_no_last_line_is(behind):
    html = f"<h1>The last ticket</h1><div><p>{TEXT}</p><p>{TEXT}</p></div>{behind}"
    assert extract(html, url="https://example.org/p/ticket.html").date_published is None


def test_the_address_is_asked_last():
    url = "https://example.org/2016/03/the-last-ticket.html"
    assert record(url=url).date_published == "2016-03"
    assert record(url=url).evidence["date_published"].source == "url"
    assert record("<p>April 2016</p>", url=url).date_published == "2016-04"


def test_a_day_goes_before_a_month():
    found = record("<p>4 May 2016</p>", head=meta("citation_publication_date", "2016/03"))
    assert found.date_published == "2016-05-04"


def test_nothing_of_the_future_but_the_month_on_a_cover():
    html = f"<h1>The last ticket</h1><p>March 2016</p><p>{TEXT}</p><p>{TEXT}</p>"
    days = (datetime(2015, 6, 1, tzinfo=UTC), datetime(2016, 2, 1, tzinfo=UTC))
    early, on_sale = (extract(read_page(html, fetched_at=day)).date_published for day in days)
    assert (early, on_sale) == (None, "2016-03")


def test_a_catalogue_knows_works_older_than_the_web():
    head = meta("citation_publication_date", "1968/05/12")
    assert record(head=head).date_published == "1968-05-12"
    assert record("<p>12 May 1968</p>").date_published is None


@pytest.mark.parametrize("value", ["1970-01-01", "1970/01/01", "1900-01-01T00:00:00Z"])
def test_the_first_day_that_a_program_counts_is_none_of_a_catalogue(value):
    assert record(head=meta("DC.date.issued", value)).date_published is None
