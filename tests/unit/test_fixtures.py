import gzip
import json

import pytest

from schemas import Article, Block, Evidence, PageType, Quote, QuotePart
from scraper.errors import ExportError, InputError
from scraper.fixtures import (
    Fixture,
    add_fixture,
    compare,
    find_fixtures,
    to_expected,
)

PAGE = (
    b"<html><head><title>A pier</title></head><body><h1>A pier</h1><p>It is old.</p></body></html>"
)


def fixture_in(folder, name="site/page", content=PAGE, expected=None):
    page = folder / f"{name}.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_bytes(content)
    fixture = Fixture(name, page, folder / f"{name}.json")
    if expected is not None:
        fixture.record.write_text(json.dumps(expected))
    return fixture


def test_fixtures_are_found_by_name(tmp_path):
    fixture_in(tmp_path, "b/two")
    fixture_in(tmp_path, "a/one")
    (tmp_path / "a" / "zip.htm.gz").write_bytes(gzip.compress(PAGE))
    found = find_fixtures(tmp_path)
    assert [fixture.name for fixture in found] == ["a/one", "a/zip", "b/two"]
    assert found[1].record == tmp_path / "a" / "zip.json"
    assert found[1].extract().title == "A pier"


@pytest.mark.parametrize(
    "folder, message", [("none", "is no folder"), (".", "holds no .html page")]
)
def test_a_folder_without_fixtures_is_an_error(tmp_path, folder, message):
    with pytest.raises(InputError, match=message):
        find_fixtures(tmp_path / folder)


@pytest.mark.parametrize("text", ["{", "[]"])
def test_a_broken_record_is_named(tmp_path, text):
    fixture = fixture_in(tmp_path)
    fixture.record.write_text(text)
    with pytest.raises(
        InputError, match=r"page\.json .* delete it and write a new one with --update"
    ):
        fixture.check()


def test_the_expected_form_leaves_out_what_moves():
    record = Article(
        id="x",
        title="T",
        body="One two.\n\nThree.",
        blocks=[
            Block(kind="heading", level=2, text="One two.", start=0, end=8),
            Block(kind="paragraph", text="word " * 30),
        ],
        quotes=[
            Quote(
                text="a b",
                start=1,
                end=4,
                prefix="p",
                parts=[QuotePart(text="a", start=1, end=2), QuotePart(text="b", start=3, end=4)],
            )
        ],
        page_type=PageType(kind="article", score=0.9, reason="long"),
        evidence={"title": Evidence(source="heading")},
        warnings=["odd"],
        extractor_version="9",
    )
    assert to_expected(record) == {
        "id": "x",
        "title": "T",
        "body": ["One two.", "Three."],
        "blocks": [
            "heading 2: One two.",
            "paragraph: word word word word word word word word word word word word…",
        ],
        "quotes": [{"text": "a b", "parts": ["a", "b"]}],
        "page_type": "article",
    }


def test_fields_compare_in_the_order_of_the_model():
    results = compare(
        {"url": "u", "title": "a", "odd": 1}, {"url": "u", "title": "b", "language": "en"}
    )
    assert [(result.field, result.status) for result in results] == [
        ("url", "same"),
        ("title", "changed"),
        ("language", "new"),
        ("odd", "lost"),
    ]


def test_writing_makes_everything_the_same(tmp_path):
    fixture = fixture_in(tmp_path, expected={"url": "https://a.example/p", "title": "Wrong"})
    fixture.write_expected(fixture.extract())
    record, results = fixture.check()
    assert record.url == "https://a.example/p"
    assert {result.status for result in results} == {"same"}


def test_writing_some_fields_keeps_the_others(tmp_path):
    fixture = fixture_in(
        tmp_path, expected={"url": "https://a.example/p", "title": "W", "section": "S"}
    )
    fixture.write_expected(fixture.extract(), ["title"])
    assert fixture.read_expected() == {
        "url": "https://a.example/p",
        "title": "A pier",
        "section": "S",
    }


def test_a_record_that_cannot_be_written_is_named(tmp_path):
    fixture = Fixture("a", tmp_path / "a.html", tmp_path / "none" / "a.json")
    with pytest.raises(ExportError, match=r"cannot write .*a\.json"):
        fixture.write_expected(Article(id="x"))


@pytest.mark.parametrize(
    "url, name",
    [
        ("https://www.news.example/2020/The-Pier.html", "news-example/the-pier"),
        ("https://news.example/", "news-example/home"),
        ("https://news.example/a/b/?id=3", "news-example/b"),
    ],
)
def test_added_pages_are_named_by_their_address(tmp_path, url, name):
    fixture, record = add_fixture(tmp_path / "new", PAGE, url)
    assert fixture.name == name
    assert fixture.page.read_bytes() == PAGE
    assert (fixture.read_expected() or {})["url"] == url
    assert record.title == "A pier"


def test_added_pages_know_their_own_address(tmp_path):
    content = PAGE.replace(b"<title>", b'<link rel="canonical" href="https://a.example/x"><title>')
    fixture, record = add_fixture(tmp_path, content, None)
    assert fixture.name == "a-example/x"
    assert record.url == "https://a.example/x"


def test_adding_twice_or_without_a_name_is_refused(tmp_path):
    add_fixture(tmp_path, PAGE, None, "a/b")
    with pytest.raises(InputError, match="is there already; give another --name"):
        add_fixture(tmp_path, PAGE, None, "a/b")
    with pytest.raises(InputError, match="give --name site/page or --url"):
        add_fixture(tmp_path, PAGE, None)


def test_adding_below_a_file_is_one_clear_error(tmp_path):
    (tmp_path / "a").write_text("")
    with pytest.raises(ExportError, match="cannot write"):
        add_fixture(tmp_path, PAGE, None, "a/b")
