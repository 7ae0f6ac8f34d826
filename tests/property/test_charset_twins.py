"""The compiled test for UTF-8 gives what the one in Python gives."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pullquote_test_twins import compiled, has_compiler

from scraper.charset import is_once_utf8

EDGES = [
    *("\x7f", "\x80", "\u07ff", "\u0800", "\ud7ff", "\ue000", "\uffff", "\U00010000"),
    *("\U0010ffff", "Ã\x80", "Â\x80", "ô\x9f", "õ\x80", "Ã\xa0"),
]
BROKEN = [
    *(b"\xc0\x80", b"\xc1\xbf", b"\xe0\x9f\xbf", b"\xed\xa0\x80", b"\xf0\x8f\xbf\xbf"),
    *(b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\x80", b"\xe2\x82", b"\xf0\x9f\x98", b"\xc3"),
    *(b"\xc3a", b"\xe2\x82a", b"\xf0\x9f\x98a", b"\xff"),
]


def assert_same(content: bytes) -> None:
    if has_compiler():
        twin = compiled("scraper.charset", "is_once_utf8")
        assert twin(content) is bool(is_once_utf8(content))


@given(st.lists(st.sampled_from([*map(str.encode, EDGES), *BROKEN, b"a", b"b" * 9])).map(b"".join))
@example(b"")
def test_any_sequences(content):
    assert_same(content)


@given(st.binary())
def test_any_bytes(content):
    assert_same(content)


@pytest.mark.parametrize("sequence", [*map(str.encode, EDGES), *BROKEN], ids=bytes.hex)
@pytest.mark.parametrize("before", range(9))
def test_edges_at_every_place_of_a_word(sequence, before):
    for behind in (b"", b"a" * 9):
        assert_same(b"a" * before + sequence + behind)
