import gzip
import io
from datetime import UTC, datetime

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scraper import inputs
from scraper.errors import InputError
from scraper.inputs import SavedPage, find_pages, looks_like_html, read_bytes

PAGE = b"<!doctype html><title>A</title><p>Text."


def names(pages):
    return [page.name for page in pages]


def write_warc(path, *answers):
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=path.suffix == ".gz")
        for url, status, kind, body in answers:
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            record = writer.create_warc_record(
                url,
                "response",
                payload=io.BytesIO(body),
                length=len(body),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": "2020-02-03T04:05:06Z"},
            )
            writer.write_record(record)


def test_a_folder_gives_its_pages_in_order(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("z.html", "b/a.HTM", "b/c.html.gz", "notes.txt"):
        (tmp_path / name).write_bytes(PAGE)
    found = list(find_pages([str(tmp_path)], "https://a.example/x/"))
    assert [page.path.relative_to(tmp_path).as_posix() for page in found] == [
        "b/a.HTM",
        "b/c.html.gz",
        "z.html",
    ]
    assert found[0].url == "https://a.example/x/b/a.HTM"


def test_a_single_file_has_the_address_itself(tmp_path):
    (tmp_path / "page.txt").write_bytes(PAGE)
    (page,) = find_pages([str(tmp_path / "page.txt")], "https://a.example/x")
    assert page.url == "https://a.example/x"
    assert read_bytes(page).content == PAGE


def test_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PAGE)))
    (page,) = find_pages(["-"])
    assert (page.name, page.content) == ("standard input", PAGE)


def test_addresses_go_to_the_given_function():
    (page,) = find_pages(["https://a.example/"], fetch=lambda url: SavedPage(url, content=PAGE))
    assert page.name == "https://a.example/"
    with pytest.raises(InputError, match="addresses are not taken here"):
        list(find_pages(["https://a.example/"]))


@pytest.mark.parametrize(
    "argument, message",
    [
        ("ftp://a.example/b", "ftp: addresses can't be read; use http:// or https://"),
        ("file:///etc", "file: addresses can't be read"),
        ("missing.html", "missing.html does not exist; name a file, a folder"),
    ],
)
def test_arguments_are_checked_before_the_first_page(argument, message):
    pages = find_pages(["-", argument])
    with pytest.raises(InputError, match=message):
        next(pages)


def test_an_empty_folder_is_an_error(tmp_path):
    with pytest.raises(InputError, match="holds no HTML, MHTML, WARC"):
        next(find_pages([str(tmp_path)]))


def test_gzipped_pages_are_unpacked_whatever_their_name(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(gzip.compress(PAGE))
    assert read_bytes(SavedPage("p", path)).content == PAGE


@pytest.mark.parametrize("data", [gzip.compress(PAGE, mtime=0)[:-9], b"\x1f\x8b\x08broken"])
def test_damaged_gzip_is_an_error(tmp_path, data):
    path = tmp_path / "page.html.gz"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"page\.html\.gz cannot be read"):
        read_bytes(SavedPage("p", path))


def test_a_bomb_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "_MAX_BYTES", 1_000)
    path = tmp_path / "bomb.html.gz"
    path.write_bytes(gzip.compress(b"<p>" + b"a" * 100_000))
    with pytest.raises(InputError, match="larger than"):
        read_bytes(SavedPage("bomb", path))


@pytest.mark.parametrize(
    "content, expected",
    [
        (PAGE, True),
        ("<html>".encode("utf-16"), True),
        (b"<P>old", True),
        (b"  \n<!-- c --><Article>", True),
        (b"", False),
        (b"%PDF-1.7 <<", False),
        (b"1 < 2 and 3 > 2", False),
        (b"a <person> b", False),
    ],
)
def test_html_is_told_by_its_tags(content, expected):
    assert looks_like_html(content) is expected


def test_what_is_no_html_is_an_error():
    with pytest.raises(InputError, match="x is no HTML page"):
        read_bytes(SavedPage("x", content=b"plain text"))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b" \n", "it is empty; save the page again"),
        (b"%PDF-1.7\n", "it is a PDF"),
        (b'\n{"id": "a"}', "it is JSON"),
        (b"plain words", "it has no tag; name a saved web page"),
    ],
)
def test_what_is_no_page_is_told_apart(tmp_path, content, what):
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(InputError, match=what):
        read_bytes(SavedPage("x", path=tmp_path / "x"))


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_warc_files_give_their_html_answers(tmp_path, name):
    write_warc(
        tmp_path / name,
        ("https://a.example/1", "200 OK", "text/html; charset=utf-8", PAGE),
        ("https://a.example/2", "404 Not Found", "text/html", PAGE),
        ("https://a.example/3", "200 OK", "image/png", b"png"),
        ("https://a.example/4", "200 OK", "application/xhtml+xml; html", PAGE),
    )
    pages = list(find_pages([str(tmp_path)]))
    assert names(pages) == ["https://a.example/1", "https://a.example/4"]
    assert pages[0].url == "https://a.example/1"
    assert pages[0].headers["content-type"] == "text/html; charset=utf-8"
    assert pages[0].fetched_at == datetime(2020, 2, 3, 4, 5, 6, tzinfo=UTC)
    assert read_bytes(pages[0]).content == PAGE


def test_a_file_that_is_no_warc_is_an_error(tmp_path):
    (tmp_path / "a.warc").write_bytes(b"not a warc file\r\n\r\n" * 10)
    with pytest.raises(InputError, match=r"a\.warc is damaged or no WARC file"):
        list(find_pages([str(tmp_path)]))


@pytest.mark.parametrize("text", [None, "yesterday", "2020-01-01T00:00:00"])
def test_a_time_that_is_no_time_is_absent(text):
    assert inputs._parse_time(text) is None
