"""Cited works and the entries that they are."""

import pytest

from schemas import Reference
from schemas.reference import Name
from scraper.parsers.citations.candidates import Item
from scraper.parsers.citations.linking import EntryIndex, fold_name, resolve_items


def entry(text: str, *families: str, issued: str | None = None, **more: str) -> Reference:
    return Reference(text=text, author=[Name(family=f) for f in families], issued=issued, **more)


ENTRIES = [
    entry("Okafor, A. (2014a). Slow Rivers.", "Okafor", issued="2014", year_suffix="a"),
    entry("Okafor, A. (2014b). Fast Rivers.", "Okafor", issued="2014", year_suffix="b"),
    entry("Okafor, A., & Lind, B. (2014). Deep Rivers.", "Okafor", "Lind", issued="2014"),
    entry("World Water Council. Report. 2016.", issued="2016"),
    entry("Jørgensen, K. 2012. Fjords.", "Jørgensen", issued="2012"),
    entry("Thomas Nier. 2019. Words.", "Nier", issued="2019"),
]
INDEX = EntryIndex(ENTRIES)


@pytest.mark.parametrize(
    "item, index",
    [
        (Item(("Okafor",), "2014", "a"), 0),
        (Item(("Okafor",), "2014", "b"), 1),
        (Item(("Okafor", "Lind"), "2014"), 2),
        (Item(("World Water Council",), "2016"), 3),
        (Item(("Jorgensen",), "2012"), 4),
        (Item(("JØRGENSEN",), "2012"), 4),
        (Item(("Niehr",), "2019"), 5),
        (Item(("Okafor",), "2015"), None),
        (Item(("Brandt",), "2014"), None),
        (Item((), "2014"), None),
    ],
)
def test_author_year_and_suffix(item, index):
    assert INDEX.resolve(item) == index


def test_surname_misprinted_by_one_letter():
    assert INDEX.resolve(Item(("Niehart",), "2019")) is None
    near = EntryIndex([entry("Okaforr, A. 2014.", "Okaforr", issued="2014")])
    assert near.resolve(Item(("Okafor",), "2014")) == 0
    assert near.resolve(Item(("Okafor",), "2015")) is None


@pytest.mark.parametrize(
    "listed, cited",
    [
        ("Kowalska", "Kowalskiej"),
        ("Kowalski", "Kowalskiego"),
        ("Nowak", "Nowaka"),
        ("Dvořáková", "Dvořákové"),
        ("Horvat", "Horvatom"),
        ("Иванов", "Иванова"),
        ("Иванова", "Ивановой"),
        ("Толстой", "Толстого"),
        ("Шевченко", "Шевченка"),
    ],
)
def test_surname_in_a_case_of_its_language(listed, cited):
    own = EntryIndex([entry(f"{listed}, A. 2014.", listed, issued="2014")])
    assert own.resolve(Item((cited,), "2014")) == 0
    assert own.resolve(Item((cited,), "2015")) is None


@pytest.mark.parametrize(
    "listed, other", [("Peterson", "Peters"), ("Smithson", "Smith"), ("Keller", "Kelly")]
)
def test_longer_surname_is_no_case_of_a_shorter_one(listed, other):
    own = EntryIndex([entry(f"{listed}, A. 2014.", listed, issued="2014")])
    assert own.resolve(Item((other,), "2014")) is None


def test_short_form_of_an_organisation():
    listed = EntryIndex(
        [
            Reference(
                text="World Water Council (2016) Report.",
                author=[Name(literal="World Water Council")],
            )
        ]
    )
    assert listed.resolve(Item(("WWC",), "2016")) == 0


def test_no_date():
    listed = EntryIndex([entry("Okafor, A. (n.d.). Slow Rivers.", "Okafor")])
    assert listed.resolve(Item(("Okafor",), "n.d.")) == 0


def test_numbers_by_label_or_by_place():
    labelled = EntryIndex([Reference(text="a", label="7"), Reference(text="b", label="9")])
    assert labelled.by_number("9") == 1
    assert labelled.by_number("1") is None
    unlabelled = EntryIndex([Reference(text="a"), Reference(text="b")])
    assert unlabelled.by_number("2") == 1
    assert unlabelled.by_number("3") is None
    assert unlabelled.by_number("b") is None


def test_items_that_are_resolved_stay():
    items = resolve_items([Item(("Okafor",), "2014", "a", reference=5)], INDEX)
    assert items[0].reference == 5


def test_names_are_folded():
    assert fold_name("Müller-Ørsted.") == "muller-ørsted"
    assert fold_name("O’Neill") == "o'neill"


def test_empty_list():
    assert not EntryIndex([])
    assert EntryIndex([]).resolve(Item(("Okafor",), "2014")) is None


TITLED = EntryIndex(
    [
        entry("Holm, C. Oak and Water. Tilde, 2014.", "Holm", title="Oak and Water: Mills"),
        entry("Holm, C. Stones. Tilde, 2016.", "Holm", title="Stones and Flour"),
        entry("Holm, C., & Salt, B. Salt. Tilde, 2016.", "Holm", "Salt", title="Salt"),
    ]
)


@pytest.mark.parametrize(
    "item, authors, index",
    [
        pytest.param(Item(("Holm", "Oak", "Water"), locator="99"), ("Holm",), 0, id="cut-at-and"),
        pytest.param(Item(("Holm", "Stones"), locator="9"), ("Holm", "Stones"), 1, id="one-word"),
        pytest.param(Item(("Holm", "Salt"), locator="9"), ("Holm", "Salt"), 2, id="an-author"),
        pytest.param(Item(("Holm", "Water"), locator="9"), ("Holm", "Water"), 0, id="inside-the-title"),
        pytest.param(Item(("Holm", "Stones"), "2016"), ("Holm", "Stones"), 1, id="a-year-makes-names"),
    ],
)  # fmt: skip
def test_a_title_behind_the_author_names_the_work(item, authors, index):
    (found,) = resolve_items([item], TITLED)
    assert (found.authors, found.reference) == (authors, index)
