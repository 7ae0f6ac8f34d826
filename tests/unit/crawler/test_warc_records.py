"""What is written for each way in which a fetch can end, read back by two other readers."""

import gzip
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from scraper.crawler.archive import Archive, read_archive
from scraper.crawler.exchange import Exchange
from scraper.crawler.response import Rendered, Response
from scraper.crawler.warc_records import NOT_MODIFIED, SAME_PAYLOAD, payload_digest

URL = "https://a.example/story?x=ü"
MOMENT = datetime(2024, 5, 1, 8, 0, 0, 250_000, tzinfo=UTC)
LATER = MOMENT + timedelta(days=7)


def response(status=200, content=b"<p>hello", moment=MOMENT, truncated="", protocol=b"HTTP/1.1"):
    packed = gzip.compress(content, mtime=0)
    head = b"%s %d OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    return Response(
        URL, status, {}, content, packed if status == 200 else b"", moment,
        raw_head=head % (protocol, status), raw_request=b"GET /story HTTP/1.1\r\nHost: a.example\r\n\r\n",
        ip="192.0.2.1", truncated=truncated,
    )  # fmt: skip


def exchange(answer=None, **keys):
    values = {"url": URL, "outcome": "ok", "started_at": MOMENT, "elapsed_s": 0.25, "attempts": 1}
    return Exchange(**(values | {"depth": 2, "response": answer} | keys))


def records(folder, *exchanges):
    """Write exchanges; return (type, WARC headers, HTTP headers, body) of each record."""
    archive = Archive(folder, "job", 1, {})
    for one in exchanges:
        archive.write(one)
    name, _ = archive.flush()
    archive.close()
    found = []
    with (folder / name).open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            http = record.http_headers
            body = record.raw_stream.read()
            found.append((record.rec_type, record.rec_headers.get_header, http, body))
    return found[1:]


def original_of(folder, answer):
    archive = Archive(folder / "first", "job", 1, {})
    original = archive.write(exchange(answer))
    archive.close()
    return original


def test_a_fetch_is_told_beside_its_answer(tmp_path):
    answer, request, metadata = records(tmp_path, exchange(response(), article_id="77aa"))
    assert (answer[0], request[0], metadata[0]) == ("response", "request", "metadata")
    answer_id = answer[1]("WARC-Record-ID")
    assert request[1]("WARC-Concurrent-To") == metadata[1]("WARC-Concurrent-To") == answer_id
    assert metadata[1]("Content-Type") == "application/warc-fields"
    assert metadata[3].decode().splitlines() == [
        "outcome: ok", "fetchTimeMs: 250", "attempts: 1", "depth: 2", "record: 77aa",
    ]  # fmt: skip


def test_a_fetch_without_answer_is_told_alone(tmp_path):
    failed = exchange(None, outcome="timeout", message="no answer\nwithin 20 s", attempts=4)
    ((kind, header, _, body),) = records(tmp_path, failed)
    assert kind == "metadata"
    assert header("WARC-Target-URI") == URL
    assert header("WARC-Concurrent-To") is None
    assert b"outcome: timeout\r\n" in body
    assert b"message: no answer within 20 s\r\n" in body


@pytest.mark.parametrize("reason", ["length", "time", "disconnect", "unspecified"])
def test_an_answer_in_part_says_why(tmp_path, reason):
    part = exchange(response(truncated=reason), outcome="body-too-large")
    answer, _, _ = records(tmp_path, part)
    assert answer[1]("WARC-Truncated") == reason
    (path,) = tmp_path.glob("*.gz")
    assert list(read_archive(path)) == []


def test_what_the_server_calls_unchanged_refers_to_the_original(tmp_path):
    original = original_of(tmp_path, response())
    again = exchange(response(304, moment=LATER), outcome="not-modified", original=original)
    revisit, metadata = records(tmp_path, again)
    kind, header, http, body = revisit
    # Without a head of its own, so that replay tools show the original's instead of a bare 304.
    assert (kind, http, body) == ("revisit", None, b"")
    lines = metadata[3].decode().splitlines()
    assert "status: HTTP/1.1 304 OK" in lines
    assert "header: Content-Type: text/html" in lines
    assert header("WARC-Profile") == NOT_MODIFIED
    assert header("WARC-Refers-To") == original.record
    assert header("WARC-Refers-To-Target-URI") == URL
    assert header("WARC-Refers-To-Date") == "2024-05-01T08:00:00.250000Z"
    assert header("WARC-Date") == "2024-05-08T08:00:00.250000Z"


def test_the_same_bytes_again_are_not_kept_twice(tmp_path):
    original = original_of(tmp_path, response())
    again = exchange(response(moment=LATER), outcome="not-modified", original=original)
    changed = exchange(response(content=b"<p>other", moment=LATER), original=original)
    revisit, _, _, full, _, _ = records(tmp_path, again, changed)
    assert (revisit[0], revisit[2].get_statuscode(), revisit[3]) == ("revisit", "200", b"")
    assert revisit[1]("WARC-Profile") == SAME_PAYLOAD
    assert revisit[1]("WARC-Payload-Digest") == payload_digest(response().packed)
    assert full[0] == "response"


def test_without_an_original_nothing_is_referred_to(tmp_path):
    revisit, _ = records(tmp_path, exchange(response(304), outcome="not-modified"))
    assert revisit[1]("WARC-Refers-To") is None
    assert revisit[1]("WARC-Profile") == NOT_MODIFIED


def test_only_whole_pages_are_originals(tmp_path):
    assert original_of(tmp_path, response()).digest == payload_digest(response().packed)
    assert original_of(tmp_path, response(truncated="time")) is None
    assert original_of(tmp_path, response(304)) is None
    assert original_of(tmp_path, response(404)) is None


def test_an_answer_over_http2_has_a_status_line_that_readers_know(tmp_path):
    answer, _, _ = records(tmp_path, exchange(response(protocol=b"HTTP/2")))
    assert answer[2].protocol == "HTTP/1.1"
    assert answer[2].get_statuscode() == "200"


def test_a_rendered_page_stands_for_its_answer(tmp_path):
    page = Rendered("<p>hellö".encode(), LATER, "Chromium/1.0", note="time is up")
    shell = exchange(response(content=b"<div id=app>"), rendered=page)
    plain = exchange(response(content=b"<p>plain"))
    answer, _, metadata, conversion, *_ = records(tmp_path, shell, plain)
    assert conversion[0] == "conversion"
    assert conversion[1]("WARC-Refers-To") == answer[1]("WARC-Record-ID")
    assert conversion[1]("WARC-Rendered-By") == "Chromium/1.0"
    assert b"rendering: time is up" in metadata[3]

    (path,) = tmp_path.glob("*.gz")
    first, second = read_archive(path)
    assert (first.content.decode(), first.is_rendered) == ("<p>hellö", True)
    assert first.headers == {"content-type": "text/html; charset=utf-8"}
    assert (second.content, second.is_rendered) == (b"<p>plain", False)


def every_kind(tmp_path):
    original = original_of(tmp_path, response())
    page = Rendered(b"<p>x", LATER, "Chromium/1.0")
    return [
        exchange(response()),
        exchange(response(304), outcome="not-modified", original=original),
        exchange(response(), outcome="not-modified", original=original),
        exchange(replace(response(truncated="length"), packed=b"<p>"), outcome="body-too-large"),
        exchange(None, outcome="network-error"),
        exchange(response(content=b"<div>"), rendered=page),
    ]


def test_warcio_finds_nothing_wrong(tmp_path):
    records(tmp_path, *every_kind(tmp_path))
    (path,) = tmp_path.glob("*.gz")

    class Command:
        inputs = (str(path),)
        verbose = True

    checker = Checker(Command())
    checker.process_all()
    assert checker.exit_value == 0


def test_another_reader_reads_the_same(tmp_path):
    ours = records(tmp_path, *every_kind(tmp_path))
    (path,) = tmp_path.glob("*.gz")
    with path.open("rb") as file:
        theirs = []
        for record in FastIterator(file, parse_http=False):
            assert record.verify_block_digest()
            record.parse_http()
            status = record.http_headers.status_code if record.http_headers else None
            theirs.append((record.headers.get("WARC-Record-ID"), status))
    assert [name for name, _ in theirs[1:]] == [
        header("WARC-Record-ID") for _, header, _, _ in ours
    ]
    statuses = [status for _, status in theirs if status is not None]
    assert statuses == [200, 200, 200, 200]


def raw(folder, answer):
    """Return the file that holds an exchange, unpacked."""
    archive = Archive(folder, "job", 1, {})
    archive.write(exchange(answer))
    name, _ = archive.flush()
    archive.close()
    return gzip.decompress((folder / name).read_bytes())


def test_heads_are_kept_as_they_were_sent(tmp_path):
    """Whatever their letters; but chunks are undone, and the header that tells of them with them."""
    sent = b"HTTP/1.1 302 Fort\xe9\r\nX-Odd:  a  \r\nLocation: /\xc3\xbc\r\nTransfer-Encoding: chunked\r\n\r\n"
    written = raw(tmp_path, replace(response(302), raw_head=sent))
    assert sent.replace(b"Transfer-Encoding: chunked\r\n", b"") in written


@pytest.mark.parametrize(
    ("coding", "is_stored"),
    [(b"gzip", True), (b" BR ", True), (b"identity", False), (b"", False), (None, False)],
)
def test_what_was_sent_packed_is_stored_as_it_is(tmp_path, coding, is_stored):
    body = b"a page " * 5000
    line = b"" if coding is None else b"content-encoding:" + coding + b"\r\n"
    head = b"HTTP/1.1 200 OK\r\nServer: x\r\n" + line + b"Vary: y\r\n\r\n"
    archive = Archive(tmp_path, "job", 1, {})
    archive.write(exchange(replace(response(), raw_head=head, packed=body)))
    name, size = archive.flush()
    archive.close()
    assert (size > len(body)) is is_stored
    with (tmp_path / name).open("rb") as file:
        found = [
            record.raw_stream.read() for record in ArchiveIterator(file, check_digests="raise")
        ]
    assert found[1] == body
