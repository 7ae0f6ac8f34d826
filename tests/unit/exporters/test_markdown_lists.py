import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from schemas import Block
from scraper.exporters.markdown_lists import lists

RENDER = MarkdownIt("commonmark")


def item(text, level=1, ordinal=None):
    return Block(kind="list_item", text=text, level=level, ordinal=ordinal), text


def shown(items):
    """Return depth, number and text of each item as a reader of CommonMark sees them."""
    found, open_lists = [], []
    for token in RENDER.parse(lists(items)):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            is_ordered = token.type == "ordered_list_open"
            open_lists.append(token.attrs.get("start", 1) if is_ordered else None)
        elif token.type.endswith("list_close"):
            open_lists.pop()
        elif token.type == "inline":
            number = open_lists[-1]
            found.append((len(open_lists), number, token.content))
            open_lists[-1] = None if number is None else number + 1
    return found


def test_numbers_of_three_digits_hold_what_is_below_them() -> None:
    items = [item("a", 1, 100), item("b", 2), item("c", 3, 7), item("d", 1, 101)]
    assert shown(items) == [(1, 100, "a"), (2, None, "b"), (3, 7, "c"), (1, 101, "d")]


def test_a_list_that_counts_from_one_again_is_another() -> None:
    items = [item("a", 1, 1), item("b", 1, 2), item("c", 1, 1), item("d", 1, 2)]
    assert [number for _, number, _ in shown(items)] == [1, 2, 1, 2]


def test_a_list_that_counts_down_keeps_its_numbers() -> None:
    items = [item("a", 1, 3), item("b", 1, 2), item("c", 1, 1)]
    assert [number for _, number, _ in shown(items)] == [3, 2, 1]


def test_bullets_behind_numbers_are_a_list_of_their_own() -> None:
    items = [item("a", 1, 1), item("b"), item("c", 1, 4)]
    assert shown(items) == [(1, 1, "a"), (1, None, "b"), (1, 4, "c")]


def test_a_list_that_begins_deep_is_no_code() -> None:
    assert shown([item("a", 3), item("b", 4), item("c", 1)]) == [
        (1, None, "a"),
        (2, None, "b"),
        (1, None, "c"),
    ]


def test_a_number_that_no_marker_may_hold_is_a_bullet() -> None:
    assert shown([item("a", 1, -2), item("b", 1, 10**10)]) == [(1, None, "a"), (1, None, "b")]


def test_lines_of_an_item_stay_in_it() -> None:
    assert shown([item("first\nsecond", 1, 12)]) == [(1, 12, "first\nsecond")]


@pytest.mark.parametrize("count", [0, 1])
def test_few_items(count) -> None:
    assert len(shown([item("a")] * count)) == count


@given(
    st.lists(
        st.tuples(st.integers(1, 5), st.none() | st.integers(0, 12) | st.integers(98, 1002)),
        max_size=12,
    )
)
def test_all_items_keep_their_numbers_and_none_is_deeper_than_one_below_the_last(drawn) -> None:
    items = [item("word", level, ordinal) for level, ordinal in drawn]
    found = shown(items)
    assert [number for _, number, _ in found] == [ordinal for _, ordinal in drawn]
    depths = [depth for depth, _, _ in found]
    assert all(after <= before + 1 for before, after in zip([0, *depths], depths, strict=False))
