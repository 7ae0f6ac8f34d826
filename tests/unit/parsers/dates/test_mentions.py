import pytest

from scraper.page import read_page
from scraper.parsers.dates.mentions import (
    attribute_mentions,
    item_mentions,
    make_reader,
    meta_mentions,
    read_address,
    script_mentions,
)
from scraper.parsers.rules.dates import kind_of_key


def page_of(head="", url="https://news.example/a", lang="en"):
    return read_page(f"<html lang='{lang}'><head>{head}</head><body></body></html>", url=url)


@pytest.mark.parametrize(
    "path, day, month, year",
    [
        ("/2019/10/16/bridge", "2019-10-16", (2019, 10), 2019),
        ("/2019/oct/16/bridge", "2019-10-16", (2019, 10), 2019),
        ("/2019-10-16-bridge.html", "2019-10-16", (2019, 10), 2019),
        ("/20191016/bridge", "2019-10-16", (2019, 10), 2019),
        ("/16-10-2019/bridge", "2019-10-16", (2019, 10), 2019),
        ("/2019/POLITICS/10/16/bridge/index.html", "2019-10-16", (2019, 10), 2019),
        ("/2019/10/bridge", None, (2019, 10), 2019),
        ("/2019/bridge", None, None, 2019),
        ("/bridge-of-1999-and-2019", None, None, None),
        ("/2089096-bridge", None, None, None),
        ("/2019/13/45/bridge", None, None, 2019),
        ("/bridge", None, None, None),
    ],
)
def test_address(path, day, month, year):
    address = read_address(page_of(url="https://news.example" + path))
    assert (address.day.iso() if address.day else None) == day
    assert (address.month, address.year) == (month, year)


def test_address_of_a_saved_page_is_taken_from_its_metadata():
    head = '<meta property="og:url" content="https://news.example/2019/10/16/bridge">'
    assert read_address(page_of(head, url=None)).day.iso() == "2019-10-16"


@pytest.mark.parametrize(
    "key, kind",
    [
        ("article:published_time", "published"),
        ("cms_published_at", "published"),
        ("vendor:publication-date", "published"),
        ("cme_last_updated", "modified"),
        ("page-modified", "modified"),
        ("date", "generic"),
        ("candidate", None),
        ("viewport", None),
        ("update-frequency", None),
    ],
)
def test_what_a_meta_key_states(key, kind):
    assert kind_of_key(key) == kind


def test_own_item_is_told_from_those_of_others():
    head = (
        '<script type="application/ld+json">[{"@type": "NewsArticle", "headline": "Bridge opens", '
        '"datePublished": "2019-10-16"}, {"@type": "Event", "startDate": "2020-01-01", '
        '"datePublished": "2018-01-01"}]</script>'
    )
    page = page_of(head)
    kinds = {m.moment.iso(): m.kind for m in item_mentions(page, None, make_reader(page))}
    assert kinds == {"2019-10-16": "published", "2018-01-01": "other"}


def test_meta_without_a_whole_day_is_no_mention():
    head = '<meta name="date" content="2019-10"><meta name="citation_year" content="2019">'
    page = page_of(head)
    assert list(meta_mentions(page, None, make_reader(page))) == []


def test_script_values_quoted_twice():
    head = '<script>var s = "{\\"publishedAt\\":\\"2019-10-16T09:30:00Z\\",\\"title\\":\\"Bridge opens today\\"}"</script>'
    page = page_of(head)
    (mention,) = script_mentions(page, make_reader(page))
    assert mention.moment.iso() == "2019-10-16T09:30:00Z"
    assert (mention.kind, mention.where) == ("published", "publishedAt")


def test_scripts_are_read_a_dozen_times_at_most():
    head = "<script>var s = [" + '{"createdAt": "2019-10-16"},' * 500 + "]</script>"
    page = page_of(head)
    assert len(list(script_mentions(page, make_reader(page)))) == 12


def test_data_attribute_of_an_element():
    page = read_page('<p data-publishtime="1571212800000">Bridge</p>')
    (mention,) = attribute_mentions(page, make_reader(page))
    assert (mention.moment.iso(), mention.where) == ("2019-10-16T08:00:00Z", "data-publishtime")


def test_date_in_json_within_an_attribute():
    state = "{&quot;datePublished&quot;:&quot;2025-11-17T09:00:00-05:00&quot;}"
    page = read_page(f'<div id=app data-page="{state}"></div>')
    (mention,) = attribute_mentions(page, make_reader(page))
    assert (mention.kind, mention.where) == ("published", "datePublished")
    assert mention.moment.iso() == "2025-11-17T09:00:00-05:00"


def test_goods_in_json_within_an_attribute_have_no_date_of_publication():
    state = "{&quot;published_at&quot;:&quot;2025-06-20T14:54:20-07:00&quot;}"
    page = read_page(f'<div data-product="{state}"></div>')
    assert list(attribute_mentions(page, make_reader(page))) == []
