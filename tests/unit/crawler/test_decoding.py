import gzip
import importlib
import zlib

import pytest

from scraper.crawler.decoding import (
    BadCoding,
    Bomb,
    Budget,
    Gzip,
    decode_body,
    gunzip,
    parse_codings,
)

PAGE = b"<p>" + b" ".join(b"word%d" % n for n in range(20_000)) + b"</p>"
BUDGET = Budget(max_bytes=4 << 20, max_ratio=250)


def raw_deflate(data):
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    "packed, header",
    [
        pytest.param(PAGE, None, id="no coding"),
        pytest.param(PAGE, "identity", id="identity"),
        pytest.param(gzip.compress(PAGE), "gzip", id="gzip"),
        pytest.param(gzip.compress(PAGE), "X-GZip", id="old name"),
        pytest.param(
            gzip.compress(PAGE[:999]) + gzip.compress(PAGE[999:]), "gzip", id="two members"
        ),
        pytest.param(gzip.compress(PAGE) + b"\0" * 512, "gzip", id="trailing zeros"),
        pytest.param(gzip.compress(PAGE) + b"junk", "gzip", id="trailing junk"),
        pytest.param(gzip.compress(gzip.compress(PAGE)), "gzip, gzip", id="twice"),
        pytest.param(zlib.compress(PAGE), "deflate", id="deflate with frame"),
        pytest.param(raw_deflate(PAGE), "deflate", id="deflate without frame"),
        pytest.param(b"<!doctype html>" + PAGE, "gzip", id="plain in spite of the header"),
    ],
)
def test_codings_are_undone(packed, header):
    decoded = decode_body(packed, header, BUDGET)
    assert decoded.content.endswith(PAGE)
    assert not decoded.is_cut


@pytest.mark.parametrize(
    "packed, header",
    [(gzip.compress(PAGE)[:-20], "gzip"), (zlib.compress(PAGE)[:-20], "deflate")],
)
def test_a_body_that_ends_early_is_cut(packed, header):
    decoded = decode_body(packed, header, BUDGET)
    assert decoded.is_cut
    assert PAGE.startswith(decoded.content)


@pytest.mark.parametrize(
    "packed, header",
    [(b"abc" * 50, "gzip"), (b"\xff" * 50, "deflate"), (PAGE, "rot13"), (PAGE, "gzip," * 4)],
)
def test_broken_and_unknown_codings_are_named(packed, header):
    with pytest.raises(BadCoding):
        decode_body(packed, header, BUDGET)


def test_corrupt_gzip_is_bad():
    packed = bytearray(gzip.compress(PAGE))
    packed[len(packed) // 2] ^= 0x55
    with pytest.raises(BadCoding):
        decode_body(bytes(packed), "gzip", BUDGET)


def bomb(megabytes):
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    pieces = [packer.compress(b" " * (1 << 20)) for _ in range(megabytes)]
    return b"".join(pieces) + packer.flush()


@pytest.mark.parametrize("layers, header", [(1, "gzip"), (2, "gzip, gzip")])
def test_a_bomb_is_noticed_by_its_ratio(layers, header):
    packed = bomb(16)
    for _ in range(layers - 1):
        packed = gzip.compress(packed)
    with pytest.raises(Bomb) as caught:
        decode_body(packed, header, BUDGET)
    assert caught.value.by_ratio


def test_a_body_over_the_size_limit_is_no_bomb():
    packed = gzip.compress(PAGE)
    with pytest.raises(Bomb) as caught:
        decode_body(packed, "gzip", Budget(max_bytes=1000, max_ratio=250))
    assert not caught.value.by_ratio


@pytest.mark.parametrize("name", ["br", "zstd"])
def test_optional_codings_are_bounded_where_they_are_offered(name):
    from scraper.crawler.decoding import CODINGS

    if name not in CODINGS:
        return
    module = importlib.import_module({"br": "brotli", "zstd": "zstandard"}[name])
    packed = module.compress(PAGE)
    assert decode_body(packed, name, BUDGET).content == PAGE
    assert decode_body(packed[:-9], name, BUDGET).is_cut
    with pytest.raises(BadCoding):
        decode_body(b"abc" * 50, name, BUDGET)
    with pytest.raises(Bomb):
        decode_body(module.compress(b" " * (8 << 20)), name, BUDGET)


def test_gzip_files_are_undone_likewise():
    assert gunzip(gzip.compress(PAGE), BUDGET).content == PAGE
    with pytest.raises(BadCoding):
        gunzip(b"\x1f\x8bxx", BUDGET)


def test_a_coding_that_an_extra_reads_names_the_extra(monkeypatch):
    monkeypatch.setattr("scraper.crawler.decoding.CODINGS", {"gzip": Gzip})
    with pytest.raises(BadCoding, match="the extra 'codings'"):
        parse_codings("br")
    with pytest.raises(BadCoding, match=r"unknown coding 'lzma'$"):
        parse_codings("lzma")


def test_codings_are_parsed_in_order():
    assert parse_codings(" GZIP , x-gzip, deflate, identity") == ["gzip", "gzip", "deflate"]
    assert parse_codings("") == []
