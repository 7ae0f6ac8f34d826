"""Which names of a page's lines are read as those of people who may have written it."""

import pytest

from scraper.page import read_page
from scraper.parsers.authors.displayed import find_displayed
from scraper.parsers.authors.regions import read_regions
from scraper.parsers.authors.stated import find_stated
from scraper.parsers.body import find_body
from scraper.parsers.title import find_title

_PARAGRAPH = "The ferry company has moved its timetable again, and the islanders are not amused. "


_UNSIGNED = "<div><h4>Harbour note</h4><p>Two minutes to read</p></div>" * 8
"""Boxes between a text and the signed ones: what stands right below a text is read."""


def names_of(list_class: str, writers: list[str], stated: str = "") -> set[str]:
    """Return the names read from a signed article with signed boxes far below it."""
    boxes = "".join(
        f"<div class={list_class}-{n}><h4>Harbour note number {n}</h4>"
        f"<p>By <a href=/author/{n}>{writer}</a></p></div>"
        for n, writer in enumerate(writers)
    )
    text = "".join(f"<p>{number}. {_PARAGRAPH * 3}</p>" for number in range(20))
    html = (
        "<html><head><title>Ferry timetable moves again</title>"
        f'<meta name="author" content="{stated}"></head><body>'
        f"<main><h1>Ferry timetable moves again</h1><p>By Maren Holt</p>{text}</main>"
        f"<section class={list_class}>{_UNSIGNED}{boxes}</section></body></html>"
    )
    return read_names(html)


def read_names(html: str) -> set[str]:
    """Return the names that are read from a page."""
    page = read_page(html.encode())
    title = find_title(page)
    body = find_body(page, title)
    regions = read_regions(page, title.value if title else None, body)
    return {
        mention.name.name for mention in find_displayed(regions, find_stated(page, None)).mentions
    }


def test_who_signs_the_teasers_of_a_list_is_not_read() -> None:
    writers = ["Ida Brandt", "Nils Ekman", "Clara Jensen", "Paul Winter"]
    assert names_of("related", writers) == {"Maren Holt"}


def test_two_signed_boxes_make_no_list() -> None:
    assert names_of("related", ["Ida Brandt", "Nils Ekman"]) == {
        *("Maren Holt", "Ida Brandt", "Nils Ekman")
    }


def test_boxes_that_one_person_signs_make_no_list_of_others() -> None:
    assert names_of("related", ["Maren Holt"] * 4) == {"Maren Holt"}
    assert names_of("related", ["Ida Brandt"] * 4) == {"Maren Holt", "Ida Brandt"}


def test_boxes_that_nothing_marks_as_related_are_read() -> None:
    writers = ["Ida Brandt", "Nils Ekman", "Clara Jensen", "Paul Winter"]
    assert names_of("slot", writers) == {"Maren Holt", *writers}


def test_a_name_that_data_states_is_read_among_teasers_too() -> None:
    writers = ["Ida Brandt", "Nils Ekman", "Clara Jensen", "Paul Winter"]
    assert names_of("related", writers, stated="Clara Jensen") == {"Maren Holt", "Clara Jensen"}


@pytest.mark.parametrize(
    ("below", "read"),
    [
        ("<p>Harbour note</p><p>Ida Brandt</p><p>Two minutes</p>", False),
        ("<p>Written by:</p><p>Ida Brandt</p><p>Two minutes</p>", True),
        ("<p>Maren Holt</p><p>(Ida Brandt)</p><p>Two minutes</p>", True),
        ("<p>Harbour note</p><p>Ida Brandt, Maren Holt</p><p>Two minutes</p>", True),
        ("<p>Ida Brandt</p>", True),
        ("<p>3 May 2021 <span class='author'>Ida Brandt</span></p><p>Note</p>", True),
        ("</main><footer>" + "<p>Harbour note</p>" * 20 + "</footer><div><span class='author'>Ida Brandt</span></div>", False),
    ],
    ids=["bare", "announced", "bracketed", "known", "closing", "marked", "far"],
)  # fmt: skip
def test_a_name_below_a_text_is_read_where_it_can_count(below, read):
    text = "".join(f"<p>{number}. {_PARAGRAPH * 3}</p>" for number in range(20))
    html = (
        "<html><head><title>Ferry timetable moves again</title></head><body>"
        f"<main><h1>Ferry timetable moves again</h1><p>By Maren Holt</p>{text}{below}</main>"
        "<footer>Harbour press</footer></body></html>"
    )
    assert ("Ida Brandt" in read_names(html)) is read


def test_the_readers_below_a_text_are_read_where_data_states_them():
    text = "".join(f"<p>{number}. {_PARAGRAPH * 3}</p>" for number in range(20))
    comments = "".join(
        f"<div class='comment'><cite class='author'>{name}</cite><p>I never liked it much.</p></div>"
        for name in ("Ida Brandt", "Nils Ekman")
    )
    html = (
        "<html><head><title>Ferry timetable moves again</title>"
        '<meta name="author" content="Nils Ekman"></head><body>'
        f"<main><h1>Ferry timetable moves again</h1>{text}</main>{comments}</body></html>"
    )
    assert read_names(html) == {"Nils Ekman"}


def test_a_list_of_names_is_read_until_it_is_known_for_one():
    families = "Aal Bek Cox Dam Eco Fry Gul Hau Ivo Jul Kim Lot Mau Nol".split()
    text = "".join(f"<p>{number}. {_PARAGRAPH * 3}</p>" for number in range(20))
    boxes = "".join(f"<div><p class='author'>Ida {name}</p></div>" for name in families)
    html = (
        "<html><head><title>Ferry timetable moves again</title>"
        '<meta name="author" content="Ida Nol"></head><body>'
        f"<main><h1>Ferry timetable moves again</h1>{text}</main>"
        f"<footer>{_UNSIGNED}{boxes}</footer></body></html>"
    )
    assert read_names(html) == {f"Ida {name}" for name in families if name != "Mau"}


def test_a_reference_that_begins_like_a_byline_names_nobody():
    entry = "De Wit, F. &amp; Bos, T. (2024). Urban earthworms burrow deeper. Soil Letters 12(2)."
    text = f"<p>{_PARAGRAPH * 3}</p>" * 3
    page = f"<main><h1>Worms go deeper</h1>{text}<h2>Publicatie</h2><p>{entry}</p></main>"
    assert read_names(page) == set()
