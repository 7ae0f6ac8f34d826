import gzip
import io
import os

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scraper.crawler.members import Members, to_member

HEADS = b"WARC/1.1\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\nServer: x\r\n\r\n"


@pytest.mark.parametrize("heads", [None, 0, 1, 2, 9])
@pytest.mark.parametrize("body", [b"", b"text " * 9000, os.urandom(200_000)])
def test_a_member_is_what_gzip_reads_back(heads, body):
    assert gzip.decompress(to_member(HEADS + body, heads)) == HEADS + body


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 4097, 65535, 65536, 131_070, 131_071])
@pytest.mark.parametrize("heads", [None, 2])
def test_a_body_of_any_size_is_read_back(heads, size):
    content = HEADS + os.urandom(size)
    assert gzip.decompress(to_member(content, heads)) == content


def test_a_packed_body_stands_in_its_member_as_it_is():
    body = os.urandom(30_000)
    member = to_member(HEADS + body, heads=2)
    assert body in member
    assert len(member) < len(HEADS + body) + 60


def written(coding):
    """Return the file that holds one record, with its body sent in a coding."""
    file = io.BytesIO()
    members = Members(file)
    writer = WARCWriter(members, gzip=False, warc_version="1.1")
    body = gzip.compress(b"a page " * 5000) if coding == "gzip" else b"a page " * 5000
    pairs = [("Content-Encoding", coding)] if coding else []
    head = StatusAndHeaders("200 OK", pairs, protocol="HTTP/1.1")
    for number in range(2):
        record = writer.create_warc_record(
            f"https://a.example/{number}", "response", payload=io.BytesIO(body),
            length=len(body), http_headers=head,
        )  # fmt: skip
        writer.write_record(record)
        members.end(record)
    return file.getvalue(), body


@pytest.mark.parametrize("coding", ["gzip", "identity", None])
def test_readers_find_every_record_whole(coding):
    content, body = written(coding)
    records = [
        (record.rec_headers.get_header("WARC-Target-URI"), record.raw_stream.read())
        for record in ArchiveIterator(io.BytesIO(content), check_digests="raise")
    ]
    assert records == [(f"https://a.example/{number}", body) for number in range(2)]
    assert (body in content) is (coding == "gzip")
