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
        ([{"name": "A"}], [{"name": "B"}], '- name: "[-A-]{+B+}"'),
        (
            [{"name": "A", "role": "x", "at": [1, 2]}, {"name": "C"}],
            [{"name": "A", "role": "y", "at": [1, 3]}],
            '- name: "A"\n  role: "[-x-]{+y+}"\n    - [-2-]{+3+}\n[-- name: "C"-]',
        ),
        ({"kind": "list", "score": 1}, {"kind": "list", "score": 2}, "score: [-1-]{+2+}"),
        ("  two\n  blanks", "  two\n  blank", "  [-blanks-]{+blank+}"),
        (3, 4, "[-3-]{+4+}"),
    ],
    ids=[
        *("word", "same", "new", "lost", "line", "cut lines", "objects", "within an object"),
        *("fields", "indented text", "numbers"),
    ],
)
def test_differences_as_text(old, new, plain):
    assert to_plain(diff_values(old, new)) == plain


def test_a_very_long_line_is_replaced_whole():
    old, new = "a " * 3_000, "b " * 3_000
    assert list(diff_values(old, new)) == [[Piece("cut", old), Piece("added", new)]]


@given(
    st.recursive(st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x))
)
def test_a_value_differs_from_others_only(value):
    assert list(diff_values(value, value)) == []
    if not isinstance(value, str):
        assert to_plain(diff_values(value, [value])) != ""


@given(st.lists(st.text()), st.lists(st.text()))
def test_old_and_new_can_be_read_off(old, new):
    lines = list(diff_values(old, new))
    cut = [p.text for line in lines for p in line if p.kind != "added"]
    added = [p.text for line in lines for p in line if p.kind != "cut"]
    assert len("".join(cut)) <= len("".join(old))
    assert len("".join(added)) <= len("".join(new))
    assert bool(lines) == (old != new)
