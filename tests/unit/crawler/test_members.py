import gzip
import os

import pytest

from scraper.crawler.members import to_member

HEADS = b"WARC/1.1\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\nServer: x\r\n\r\n"


@pytest.mark.parametrize("is_packed", [False, True])
@pytest.mark.parametrize("heads", [b"", HEADS, HEADS * 100])
@pytest.mark.parametrize("body", [b"", b"text " * 9000, os.urandom(200_000)])
def test_a_member_is_what_gzip_reads_back(heads, body, is_packed):
    assert gzip.decompress(to_member(heads, body, is_packed=is_packed)) == heads + body


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 4097, 65535, 65536, 131_070, 131_071])
@pytest.mark.parametrize("is_packed", [False, True])
def test_a_body_of_any_size_is_read_back(is_packed, size):
    body = os.urandom(size)
    assert gzip.decompress(to_member(HEADS, body, is_packed=is_packed)) == HEADS + body


def test_a_packed_body_stands_in_its_member_as_it_is():
    body = os.urandom(30_000)
    member = to_member(HEADS, body, is_packed=True)
    assert body in member
    assert len(member) < len(HEADS + body) + 60
