import numpy as np
import pytest
from lxml import html

from scraper.cut import cut
from scraper.parsers.body.whole_tables import with_whole_tables

ROWS = "<tr><td>Ada Byron of London</td><td>1815 to 1852</td></tr>" * 2


def added(markup, likely, chosen=("Ada Byron of London\t1815 to 1852",)):
    """Return the texts that come to the chosen ones, given probabilities by text."""
    blocks, containers = cut(html.fromstring(f"<body>{markup}</body>"))
    probabilities = np.array([likely.get(block.text, 0.9) for block in blocks], dtype=np.float64)
    kept = [block.index for block in blocks if block.text in chosen]
    found = with_whole_tables(blocks, containers, probabilities, kept)
    assert found == sorted(set(found))
    return [blocks[index].text for index in found if index not in kept]


@pytest.mark.parametrize(
    "head", ["<tr><th>Name</th><th>Years</th></tr>", "<tr><th><p>Name</p></th><th>Years</th></tr>"]
)
def test_a_table_has_its_head(head) -> None:
    likely = {"Name\tYears": 0.06, "Name": 0.06, "Years": 0.06, "\tYears": 0.06}
    assert "\t".join(added(f"<table>{head}{ROWS}</table>", likely)).split() == ["Name", "Years"]


@pytest.mark.parametrize(
    ("row", "likely"),
    [
        ("<tr><td>Hidden</td><td>row</td></tr>", {"Hidden\trow": 0.04}),
        ('<tr><td colspan="2">Advertisement</td></tr>', {"Advertisement": 0.3}),
        (
            '<tr><td><a href="/a">Buy</a></td><td><a href="/b">Sell</a></td></tr>',
            {"Buy\tSell": 0.3},
        ),
        ("<tr><td><p>Name</p></td><td><p>Menu</p></td></tr>", {"Name": 0.3, "Menu": 0.01}),
    ],
)
def test_rows_that_are_no_data_stay_out(row, likely) -> None:
    assert added(f"<table>{row}{ROWS}</table>", likely) == []


def test_a_table_that_was_hardly_chosen_gains_nothing() -> None:
    other = (
        "<tr><td>Something quite else that is long</td><td>and was not chosen by anybody</td></tr>"
    )
    assert added(f"<table>{ROWS}{other * 4}</table>", {}) == []


TEXT = "<p>What came before and comes behind is long enough.</p>"
ALONE = "<p>Photo</p>"


def inside(table, probability, before=TEXT, behind=TEXT):
    """Return the texts that come to a table that stands behind and before chosen text."""
    chosen = ("What came before and comes behind is long enough.",)
    rows = {block.text: probability for block in cut(html.fromstring(table))[0]}
    return added(before + table + behind, rows, chosen)


def test_a_table_amid_the_text_belongs_to_it() -> None:
    rows = ["Ada Byron of London\t1815 to 1852"] * 2
    assert inside(f"<table>{ROWS}</table>", 0.11) == rows
    assert inside(f"<table>{ROWS}</table>", 0.11, TEXT + ALONE * 3, ALONE * 3 + TEXT) == rows


@pytest.mark.parametrize(
    "case",
    [
        {"probability": 0.09},
        {"before": ""},
        {"behind": ""},
        {"behind": ALONE * 4 + TEXT},
        {"before": TEXT + ALONE * 4},
        {"table": f"<table>{ROWS}<tr><td>Your address</td><td><input></td></tr></table>"},
        {"table": '<table><tr><td><a href="/b">Buy</a></td><td>it</td></tr></table>'},
    ],
)
def test_a_table_that_may_be_anothers_stays_out(case) -> None:
    defaults = {"table": f"<table>{ROWS}</table>", "probability": 0.3}
    assert inside(**(defaults | case)) == []


def test_a_table_of_layout_gains_nothing() -> None:
    head = "<tr><td>Name</td><td>Years</td></tr>"
    assert (
        added(f'<table role="presentation">{head}{ROWS}</table>', {}, ("Ada Byron of London",))
        == []
    )


@pytest.mark.parametrize(
    ("cell", "probability", "comes"),
    [("Kent and Essex", 0.2, True), ("Check price", 0.19, False), ("12", 0.5, False)],
)
def test_a_cell_beside_chosen_ones_is_asked_for_more(cell, probability, comes) -> None:
    row = f"<tr><td><p>Emmy Noether</p></td><td><p>{cell}</p></td></tr>"
    chosen = ("Ada Byron of London\t1815 to 1852", "Emmy Noether")
    found = added(f"<table>{row}{ROWS}</table>", {cell: probability}, chosen)
    assert found == ([cell] if comes else [])
