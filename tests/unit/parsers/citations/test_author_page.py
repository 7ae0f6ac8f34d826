"""Citations by author and page, as MLA prints them: only what the list makes sure."""

import pytest

from scraper import extract

WORKS = (
    "<h2>Works Cited</h2><ul><li>Abbott, Ruth. <em>The Long Mile</em>. Fern Press, 1998.</li>"
    "<li>Costa, Lia, et al. “Salt and Memory.” <em>Harbor Studies</em>, vol. 12, no. 1, 2015,"
    " pp. 3–29.</li>"
    "<li>Novak, Jan. “Bread.” <em>Kitchens</em>, edited by Ruth Abbott, Fern Press, 2004,"
    " pp. 77–90.</li>"
    "<li>Novak, Jan. <em>Winter Bread: Essays</em>. Mole, 2011.</li>"
    "<li>Holm, Anna, and Petra Lind. “Tides.” <em>Coast Review</em>, vol. 4, 2011, pp. 40–61.</li>"
    "<li>National Trust. <em>Walls</em>. 2008.</li></ul>"
)
DATED = (
    "<h2>References</h2><ul><li>Abbott, R. (1998). The long mile. Fern Press.</li>"
    "<li>Novak, J. (2011). Winter bread. Mole.</li></ul>"
)


def cited(sentence, works):
    """The citations of an article of a sentence: text, and names, place and entry of each work."""
    before = "The road along the river was mended each spring by those who lived beside it."
    more = (
        "<p>The kiln was cold for eleven winters, and the parish paid for wood in all of them.</p>"
    )
    html = f"<article><h1>Roads of the parish</h1><p>{before} {sentence}</p>{more}{works}</article>"
    record = extract(f"<html lang=en><body>{html}</body></html>", url="https://k.example/a")
    return [
        (c.text, [(item.authors, item.locator, item.reference) for item in c.items])
        for c in record.citations
    ]


@pytest.mark.parametrize(
    "citation, items",
    [
        ("(Abbott 14)", [(["Abbott"], "14", 0)]),
        ("(Abbott 14–15; Costa et al. 7)", [(["Abbott"], "14–15", 0), (["Costa"], "7", 1)]),
        ("(Novak, “Bread” 80)", [(["Novak"], "80", 2)]),
        ("(Novak, Winter Bread 80)", [(["Novak"], "80", 3)]),
        ("(Novak, Winter 80)", [(["Novak"], "80", 3)]),
        ("(see Novak, Winter Bread 4, 9)", [(["Novak"], "4, 9", 3)]),
        ("(Holm and Lind 44)", [(["Holm", "Lind"], "44", 4)]),
        ("(National Trust 12)", [(["National Trust"], "12", 5)]),
        ("(qtd. in Abbott 31)", [(["Abbott"], "31", 0)]),
        ("(Abbott, ch. 4)", [(["Abbott"], "4", 0)]),
        ("(Holm and Lind 44; Abbott 12.3)", [(["Holm", "Lind"], "44", 4), (["Abbott"], "12.3", 0)]),
        ("(Novak, Bread, p. 80)", [(["Novak"], "80", 2)]),
    ],
)
def test_an_author_of_the_list_with_a_page(citation, items):
    assert cited(f"The road was cut twice {citation}.", WORKS) == [(citation, items)]


def test_which_of_two_works_stays_open_without_a_title():
    assert cited("Bread was trust (Novak 4).", WORKS) == [("(Novak 4)", [(["Novak"], "4", None)])]


@pytest.mark.parametrize(
    "sentence",
    [
        "The bus (Line 14) stopped at the gate (North 3) in May (May 14).",
        "The mill (Abbott Street 14) is closed, and the room (Room 12) is, too.",
        "Abbott (12) and Novak (13) came to the school in spring (aged 14).",
        "The road was cut in the year of the flood (Abbott 14 km).",
        "A mile (Lind 44) and a wall (Trust 12) were lost.",
        "The map was drawn again (Abbott, The Short Mile 14).",
    ],
)
def test_numbers_behind_other_words_are_no_places(sentence):
    assert cited(sentence, WORKS) == []


def test_a_list_with_years_behind_the_names_is_not_cited_by_page():
    assert cited("The road was cut twice (Abbott 14).", DATED) == []


def test_brackets_without_end_are_read_in_linear_time():
    assert cited("(Abbott, " * 20_000, WORKS) == []
