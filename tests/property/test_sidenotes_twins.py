"""The compiled look for the names of sidenotes gives what the one in Python gives."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pullquote_test_twins import compiled, has_compiler

from scraper.sidenotes import NAMES, names_sidenotes

PARTS = [
    *NAMES,
    *(b"note", b"side", b"margin", b"sidenot", b"arginnote", b"te", b"e", b"s", b" ", b"\xe2"),
]


def assert_same(content: bytes) -> None:
    if has_compiler():
        twin = compiled("scraper.sidenotes", "names_sidenotes")
        assert twin(content) is names_sidenotes(content)


@given(st.lists(st.sampled_from(PARTS)).map(b"".join))
@example(b"")
def test_names_and_parts_of_them(content):
    assert_same(content)


@given(st.binary(), st.sampled_from([b"", *NAMES]), st.binary())
def test_any_bytes(before, name, behind):
    assert_same(before + name + behind)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("before", range(20))
def test_names_at_every_place(name, before):
    for behind in (b"", b"x", b"e" * 9):
        assert_same(b"x" * before + name + behind)
        assert_same(b"t" * before + name[1:] + behind)
