import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.differences import Piece, diff_values, to_plain


@pytest.mark.parametrize(
    "old, new, plain",
    [
        ("a cat", "a dog", "a [-cat-]{+dog+}"),
        ("same", "same", ""),
        (None, "found", "{+found+}"),
        ("gone", None, "[-gone-]"),
        (["one", "two"], ["one", "2"], "[-two-]{+2+}"),
        (["one", "two", "three"], ["one"], "[-two-]\n[-three-]"),
        ([{"name": "A"}], [{"name": "B"}], '  "name": "[-A-]{+B+}"'),
        (3, 4, "[-3-]{+4+}"),
    ],
    ids=["word", "same", "new", "lost", "line", "cut lines", "objects", "numbers"],
)
def test_differences_as_text(old, new, plain):
    assert to_plain(diff_values(old, new)) == plain


def test_a_very_long_line_is_replaced_whole():
    old, new = "a " * 3_000, "b " * 3_000
    assert list(diff_values(old, new)) == [[Piece("cut", old), Piece("added", new)]]


@given(st.lists(st.text()), st.lists(st.text()))
def test_old_and_new_can_be_read_off(old, new):
    lines = list(diff_values(old, new))
    cut = [p.text for line in lines for p in line if p.kind != "added"]
    added = [p.text for line in lines for p in line if p.kind != "cut"]
    assert len("".join(cut)) <= len("".join(old))
    assert len("".join(added)) <= len("".join(new))
    assert bool(lines) == (old != new)
