"""Numbers on pages of several lists that all count from 1: each leads to that of its section."""

import pytest

from scraper import extract

KILN = "The kiln was cold for eleven winters, and the parish paid for wood that it did not burn"
ROADS = (
    "Abbott, R. The long mile. Fern Press, 1998.",
    "Costa, L. Salt. Harbor Studies 12 (2015): 3–29.",
)
BREAD = (
    "Novak, J. Bread. Kitchens 4 (2004): 77–90.",
    "Van Dam, P. Ice. North Review 9 (2019): 1–4.",
    "Moss, A. Lamps. Mole, 2001.",
)


def counted(works):
    return f"<ol>{''.join(f'<li>{work}</li>' for work in works)}</ol>"


def printed(works):
    return "".join(f"<p>{n}. {work}</p>" for n, work in enumerate(works, 1))


def linked(works, name):
    return f"<ol>{''.join(f'<li id={name}{n}>{work}</li>' for n, work in enumerate(works, 1))}</ol>"


def cited(text):
    """What the numbers of an article lead to, in order."""
    html = f"<html lang=en><body><article><h1>Two kilns</h1>{text}</article></body></html>"
    record = extract(html, url="https://k.example/a")
    return [(c.text, [item.reference for item in c.items]) for c in record.citations]


@pytest.mark.parametrize("shelf", [counted, printed])
def test_numbers_in_brackets_lead_to_the_next_list(shelf):
    text = (
        f"<h2>Roads</h2><p>{KILN} [1]. Clay cracks [2].</p><h3>References</h3>{shelf(ROADS)}"
        f"<h2>Bread</h2><p>{KILN} here too [1], and so on [1–3].</p><h3>References</h3>"
        f"{shelf(BREAD)}"
    )
    assert cited(text) == [("[1]", [0]), ("[2]", [1]), ("[1]", [2]), ("[1–3]", [2, 3, 4])]


@pytest.mark.parametrize("shelf", [counted, printed])
def test_raised_numbers_lead_to_the_next_notes(shelf):
    text = (
        f"<h2>Roads</h2><p>{KILN}.<sup>1</sup> Clay cracks.<sup>2</sup></p>"
        f"<h3>Endnotes</h3>{shelf(ROADS)}<h2>Bread</h2>"
        f"<p>{KILN} here too.<sup>1</sup> And so on.<sup>2</sup></p><h3>Endnotes</h3>{shelf(BREAD)}"
    )
    assert cited(text) == [("1", [0]), ("2", [1]), ("1", [2]), ("2", [3])]


def test_a_list_below_each_function_of_a_manual():
    functions = (
        f"<h2>kiln_{n}()</h2><p>{KILN} in way {n} [1]. Then it cools [2].</p>"
        f"<h3>References</h3>{counted((f'{ROADS[0]} Part {n}.', f'{ROADS[1]} Part {n}.'))}"
        for n in range(3)
    )
    assert [items for _, items in cited("".join(functions))] == [[n] for n in range(6)]


def test_a_link_leads_where_it_says():
    text = (
        f"<h2>Roads</h2><p>{KILN}.<sup><a href=#b1>1</a></sup></p><h3>Notes</h3>"
        f"{linked(ROADS, 'a')}<h2>Bread</h2><p>{KILN} here too.<sup><a href=#a1>1</a></sup></p>"
        f"<h3>Notes</h3>{linked(BREAD, 'b')}"
    )
    assert cited(text) == [("1", [2]), ("1", [0])]


def test_behind_the_last_list_numbers_are_of_that_list():
    text = (
        f"<h2>Roads</h2><p>{KILN} [1].</p><h3>References</h3>{counted(ROADS)}"
        f"<h2>Bread</h2><p>{KILN} [1].</p><h3>References</h3>{counted(BREAD)}"
        f"<h2>Afterword</h2><p>{KILN} once more [2].</p>"
    )
    assert cited(text) == [("[1]", [0]), ("[1]", [2]), ("[2]", [3])]


def test_a_bibliography_behind_the_notes_takes_no_marks():
    text = (
        f"<p>{KILN}.<sup>1</sup> Clay cracks.<sup>2</sup></p><h3>Notes</h3>"
        f"{printed(('The clerk kept two books, and showed one.', 'Nobody was told.'))}"
        f"<h3>Bibliography</h3>{printed(ROADS)}"
    )
    assert cited(text) == [("1", [0]), ("2", [1])]
