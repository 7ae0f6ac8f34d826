"""Numbers in brackets, raised digits, and what decides whether they cite."""

import pytest

from schemas import Reference
from scraper.page import read_page
from scraper.parsers.citations.linking import EntryIndex
from scraper.parsers.citations.numeric import (
    cite_without_list,
    find_bracketed,
    find_small_digits,
    marker_candidate,
    rising,
)
from scraper.parsers.references.markers import expand_numbers, find_markers, may_cite

INDEX = EntryIndex([Reference(text=f"Work {n}", label=str(n)) for n in range(1, 13)])
NOTHING = EntryIndex([])


@pytest.mark.parametrize(
    "bracket, numbers",
    [
        ("[4]", ["4"]),
        ("[1-3]", ["1", "2", "3"]),
        ("[5–7]", ["5", "6", "7"]),
        ("[3–5, 9]", ["3", "4", "5", "9"]),
        ("[4,5]", ["4", "5"]),
        ("[see 7]", ["7"]),
        ("[4]–[6]", ["4", "5", "6"]),
    ],
)
def test_brackets_and_ranges(bracket, numbers):
    (found,) = find_bracketed(f"It rose slowly {bracket}.", INDEX)
    assert [item.number for item in found.items] == numbers
    assert [item.reference for item in found.items] == [int(n) - 1 for n in numbers]


@pytest.mark.parametrize("bracket", ["[7, p. 15]", "[7: p. 15]", "[7, S. 15]", "[7, 15–16]"])
def test_locator_in_a_bracket(bracket):
    (found,) = find_bracketed(f"It rose slowly {bracket}.", INDEX)
    assert found.items[-1].locator in ("15", "15–16") or found.items[-1].number == "16"


@pytest.mark.parametrize("text", ["[12] A paragraph number opens this.", "Line.\n[3] Another one."])
def test_bracket_at_the_start_of_a_block_is_a_paragraph_number(text):
    assert list(find_bracketed(text, INDEX)) == []


@pytest.mark.parametrize("text", ["array[0] holds it", "a[99] = b[98]", "It rose [sic] fast."])
def test_indices_without_an_entry_do_not_cite(text):
    assert [c for c in find_bracketed(text, INDEX) if c.score > 1] == []


def test_three_rising_brackets_cite_without_a_list():
    text = "It rose.[3] It fell again [7, p. 15]. Then it dried up.[8]"
    assert cite_without_list(list(find_bracketed(text, NOTHING)))
    assert not cite_without_list(list(find_bracketed("It rose.[3] It fell.[3]", NOTHING)))
    assert not cite_without_list(list(find_bracketed("x.[9] y.[4] z.[1] w.[7]", NOTHING)))


@pytest.mark.parametrize("text", ["of all people₂ there", "it said.² Then", "the word¹,² here"])
def test_small_digits_that_are_characters(text):
    (found,) = find_small_digits(text, INDEX)
    assert found.kind == "footnote"


@pytest.mark.parametrize("text", ["4 m² of it", "CO₂ rises", "x² + y²", "10⁻³", "E = mc²"])
def test_exponents_and_formulas_stay_silent(text):
    assert list(find_small_digits(text, INDEX)) == []


@pytest.mark.parametrize(
    "html, cites",
    [
        ("a word<sup>2</sup> more", True),
        ("a sentence.<sup>2</sup> More", True),
        ("“quoted”<sup>2</sup> more", True),
        ("in 2025.<sup>8</sup> Then", True),
        ("bitter about it<sup>4</sup>No", True),
        ("an area of 4 m<sup>2</sup> or", False),
        ("of 4 km<sup>2</sup> or", False),
        ("x<sup>2</sup> + 1", False),
        ("10<sup>6</sup> of", False),
        ("(a + b)<sup>2</sup> is", False),
        ("CO<sub>2</sub> rises", False),
        ("H<sub>2</sub>O", False),
        ("people<sub>2</sub> there", True),
    ],
)
def test_raised_numbers(html, cites):
    page = read_page(f"<p>It was said that {html} of it.</p>")
    (marker,) = find_markers(page)
    assert may_cite(page.blocks[marker.block].text, marker) is cites


def test_ordinals_and_signs_are_no_markers():
    page = read_page("<p>The 1<sup>st</sup> of May™<sup>®</sup> and CO<sub>2eq</sub> so</p>")
    assert [m.label for m in find_markers(page) if m.label.isdigit()] == []


def test_marker_without_entry_counts_only_when_sure():
    page = read_page("<p>It was said so.<sup>3</sup> Then it ended.</p>")
    (marker,) = find_markers(page)
    assert marker_candidate(page, marker, None, NOTHING, sure=False, strict=False) is None
    assert marker_candidate(page, marker, None, NOTHING, sure=True, strict=False) is not None
    assert marker_candidate(page, marker, None, INDEX, sure=True, strict=True) is None


def test_bracketed_marker_to_a_note_is_a_footnote():
    page = read_page('<p>It was said so.<a href="#fn3">[3]</a> <a href="#cite_note-3">[3]</a></p>')
    kinds = [
        found.kind
        for marker in find_markers(page)
        if (found := marker_candidate(page, marker, 2, INDEX, sure=False, strict=False))
    ]
    assert kinds == ["footnote", "numeric"]


@pytest.mark.parametrize(
    "label, numbers",
    [
        ("3", ("3",)),
        ("1-3", ("1", "2", "3")),
        ("1, 4–5", ("1", "4", "5")),
        ("a", ("a",)),
        ("9-3", ("9", "3")),
    ],
)
def test_ranges_are_expanded(label, numbers):
    assert expand_numbers(label) == numbers


def test_rising_numbers():
    assert rising(["1"])
    assert rising(["4", "12"])
    assert not rising(["12", "4"])
    assert not rising(["2"])
    assert not rising([])


@pytest.mark.parametrize("text", ["between [1, 2147483562] it lies", "in [1; 10000] it lies"])
def test_long_numbers_are_no_locators(text):
    index = EntryIndex([Reference(text="Okafor. Slow rivers. 2014.", label="1")])
    assert list(find_bracketed(text, index)) == []
