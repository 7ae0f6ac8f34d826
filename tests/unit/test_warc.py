"""Answers of WARC files that other tools may have written."""

import io
import zlib

import pytest
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scraper.warc import iter_answers, to_rendered_headers

URL = "https://a.example/"


def unpack(record):
    return record.content_stream().read()


class Archive:
    """Writes records into memory."""

    def __init__(self, *, packed=True):
        self.file = io.BytesIO()
        self.writer = WARCWriter(self.file, gzip=packed, warc_version="1.1")

    def answer(self, body, status="200 OK", **fields):
        http = StatusAndHeaders(status, [("Content-Type", "text/html"), ("Content-Encoding", "identity")], protocol="HTTP/1.1")  # fmt: skip
        record = self.writer.create_warc_record(
            URL, "response", io.BytesIO(body), length=len(body), http_headers=http,
            warc_headers_dict={name.replace("_", "-"): text for name, text in fields.items()},
        )  # fmt: skip
        self.writer.write_record(record)
        return record.rec_headers.get_header("WARC-Record-ID")

    def conversion(self, body, refers_to, kind="text/html; charset=utf-8"):
        record = self.writer.create_warc_record(
            URL, "conversion", io.BytesIO(body), length=len(body), warc_content_type=kind,
            warc_headers_dict={"WARC-Refers-To": refers_to},
        )  # fmt: skip
        self.writer.write_record(record)

    def read(self):
        return iter_answers(io.BytesIO(self.file.getvalue()), unpack)


@pytest.fixture
def archive():
    return Archive()


def test_a_rendering_stands_for_the_answer_it_was_made_of(archive):
    archive.conversion(b"<p>made", archive.answer(b"<p>sent"))
    archive.answer(b"<p>next")
    first, second = archive.read()
    assert (first.content, first.is_rendered) == (b"<p>made", True)
    assert first.headers == {"content-type": "text/html; charset=utf-8"}
    assert (second.content, second.is_rendered) == (b"<p>next", False)


@pytest.mark.parametrize(
    "refers_to, kind",
    [("<urn:uuid:of-another>", "text/html"), (None, "text/html"), ("own", "application/pdf")],
    ids=["another's", "nobody's", "no page"],
)
def test_other_conversions_stand_for_nothing(archive, refers_to, kind):
    own = archive.answer(b"<p>sent")
    archive.conversion(b"<p>made", own if refers_to == "own" else refers_to or "", kind)
    (only,) = archive.read()
    assert (only.content, only.is_rendered) == (b"<p>sent", False)


def test_an_answer_in_part_has_no_content(archive):
    archive.answer(b"<p>se", WARC_Truncated="length")
    (only,) = archive.read()
    assert only.content is None
    assert only.status == 200


def test_a_status_line_may_be_odd(archive):
    archive.answer(b"<p>sent", status="OK")
    (only,) = archive.read()
    assert only.status == 0


def test_a_damaged_file_gives_the_answers_before_the_damage(archive):
    archive.answer(b"<p>one")
    first = len(archive.file.getvalue())
    archive.answer(b"<p>two")
    # Behind the head of a gzip member: no block of a type that there is, whatever the record holds.
    data = archive.file.getvalue()[: first + 10] + b"\xff" * 200
    found = []
    with pytest.raises((ArchiveLoadFailed, EOFError, zlib.error, ValueError)):
        found.extend(iter_answers(io.BytesIO(data), unpack))
    assert [answer.content for answer in found] == [b"<p>one"]


def test_headers_of_a_rendering_are_its_answers_without_framing():
    sent = {"content-encoding": "br", "content-length": "9", "x-robots-tag": "noindex"}
    assert to_rendered_headers(sent) == {
        "x-robots-tag": "noindex",
        "content-type": "text/html; charset=utf-8",
    }


@pytest.mark.parametrize("packed", [True, False])
def test_a_file_that_ends_within_a_record_is_damaged(packed):
    archive = Archive(packed=packed)
    archive.answer(b"<p>one")
    first = len(archive.file.getvalue())
    archive.answer(b"<p>two")
    whole = archive.file.getvalue()
    for size in (first + 5, first + 30, first + 150):
        found = []
        with pytest.raises((ArchiveLoadFailed, EOFError, zlib.error, ValueError)):
            found.extend(iter_answers(io.BytesIO(whole[:size]), unpack))
        assert [answer.content for answer in found] == [b"<p>one"]
    assert len(list(iter_answers(io.BytesIO(whole), unpack))) == 2
