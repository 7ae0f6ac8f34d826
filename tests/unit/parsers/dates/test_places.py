"""What classes and labels around a displayed date say."""

import pytest

from scraper.page import read_page
from scraper.parsers.dates.places import Surroundings


def surroundings(names: str) -> set[str]:
    page = read_page(f'<section class="{names}"><p>16 October 2019</p></section>')
    return set(Surroundings(page).of(page.blocks[0].container))


@pytest.mark.parametrize(
    "names, feature",
    [
        ("post-date", "class:date:1"),
        ("Veröffentlicht-Datum", "class:date:1"),
        ("entry time", "class:date:1"),
        ("last-updated", "class:modified"),
        ("byline", "class:byline"),
        ("RELATED-posts", "class:other:near"),
        ("news item", "class:other:near"),
        ("topbar", "class:other:near"),
        ("comment-meta", "class:comment"),
        ("todays-date", "class:today"),
        ("header-date", "class:today"),
        ("wm-nav-captures", "class:today"),
    ],
)
def test_a_class_says_what_the_date_is(names, feature):
    assert feature in surroundings(names)


@pytest.mark.parametrize(
    "names, feature",
    [
        ("sometimes", "class:date:1"),
        ("line-items", "class:other:near"),
        ("clockwork", "class:today"),
        ("holidaytoday", "class:today"),
        ("wrapper", "class:byline"),
        ("elementor-element elementor-widget-container", "class:other:near"),
    ],
)
def test_a_word_within_another_says_nothing(names, feature):
    assert feature not in surroundings(names)
