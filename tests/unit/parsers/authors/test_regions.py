"""What class values say of an element, whatever number they end in."""

import pytest

from scraper.parsers.authors import regions


@pytest.mark.parametrize(
    ("value", "bare"),
    [
        ("menu-item-4711", "menu-item-0"),
        ("comment-1", "comment-0"),
        ("menu", "menu"),
        ("col2-author", "col2-author"),
        ("byline٣", "byline٣"),
        ("", ""),
    ],
)
def test_a_number_at_the_end_says_nothing(value, bare):
    assert regions.unnumbered(value) == bare
    assert regions.class_flags(value) == regions.class_flags(bare)


def test_entries_of_a_menu_are_told_whatever_their_number():
    flags = [regions.class_flags(f"nav-link menu-item-{number} new") for number in (1, 22, 333)]
    assert flags[0] & regions.MENU
    assert len(set(flags)) == 1


def test_no_pattern_asks_for_a_number():
    # Else a number could not stand for any other.
    for _, pattern, stems in regions._CLASSES:
        assert not any(char.isdigit() for char in pattern.pattern + "".join(stems))
        assert r"\d" not in pattern.pattern
