"""Labels that are words, intervals and indices of code: what brackets hold besides numbers."""

import pytest
from pullquote_test_building import KINDS, body_of

from schemas import Citation, Reference
from scraper.page import read_page
from scraper.parsers.body_text import Piece, assemble
from scraper.parsers.citations import find_citations
from scraper.parsers.citations.linking import EntryIndex
from scraper.parsers.citations.numeric import find_bracketed, find_labelled, is_index
from scraper.parsers.references import find_references

DATED = (
    "<h2>References</h2><ul><li>Okafor, A. (2014). Slow rivers. Journal of Rivers, 3(2), 1–9.</li>"
    "<li>Lind, B. (2016). Fast rivers. Tilde Press.</li></ul>"
)
LABELLED = EntryIndex(
    [
        Reference(text="Okafor, A. Slow rivers. 1984.", label="Okafor84"),
        Reference(text="Lind, B. Fast rivers. 2016.", label="Lind2016"),
        Reference(text="Words for mouths of rivers.", label="RFC2119"),
    ]
)


def cite(html: str) -> list[Citation]:
    page = read_page(f"<body><article>{html}</article></body>", url="https://rivers.example/a")
    body = body_of(page)
    return find_citations(page, body, find_references(page, body))


@pytest.mark.parametrize(
    "bracket, numbers, references",
    [
        ("[Okafor84]", ["Okafor84"], [0]),
        ("[RFC2119]", ["RFC2119"], [2]),
        ("[rfc2119]", ["rfc2119"], [2]),
        ("[Okafor84, RFC2119]", ["Okafor84", "RFC2119"], [0, 2]),
    ],
)
def test_labels_of_entries(bracket, numbers, references):
    (found,) = find_labelled(f"It rose {bracket} and fell.", LABELLED)
    assert found.kind == "numeric"
    assert [item.number for item in found.items] == numbers
    assert [item.reference for item in found.items] == references


def test_label_of_author_and_year_is_read_so():
    (found,) = find_labelled("It rose (see [Lind2016] for more).", LABELLED)
    assert found.kind == "author-date"
    assert (found.items[0].authors, found.items[0].year) == (("Lind",), "2016")
    assert found.items[0].reference == 1


@pytest.mark.parametrize(
    "text", ["It rose [Berg99].", "[RFC2119] opens.", "It rose [Okafor84, x]."]
)
def test_what_is_no_label(text):
    assert not list(find_labelled(text, LABELLED))


def test_numbered_lists_have_no_labels():
    assert not list(find_labelled("It rose [a].", EntryIndex([Reference(text="A", label="1")])))


@pytest.mark.parametrize("bracket", ["[0, 1]", "[0,1]", "[0-1]", "[0–3]"])
def test_intervals_are_no_citations(bracket):
    index = EntryIndex([Reference(text="A", label="1"), Reference(text="B", label="3")])
    assert not list(find_bracketed(f"The share lies in {bracket}.", index))


def test_list_that_counts_from_zero_is_cited():
    index = EntryIndex([Reference(text="A", label="0"), Reference(text="B", label="1")])
    (found,) = find_bracketed("It rose [0, 1].", index)
    assert [item.reference for item in found.items] == [0, 1]


@pytest.mark.parametrize("name", ["tau_0", "x2", "mean_depth"])
def test_variables_count_no_unnumbered_list(name):
    index = EntryIndex([Reference(text="A"), Reference(text="B")])
    assert not list(find_bracketed(f"The value of {name}[1] rose.", index))
    assert list(find_bracketed("The river[1] rose.", index))


def test_bound_brackets():
    assert is_index("theta[1]", 5)
    assert not is_index("rose [1]", 5)
    assert not is_index("rose.[1]", 5)


def test_index_beside_a_linked_note():
    html = (
        '<p>It rose<sup><a href="#fn1" id="r1">1</a></sup> where depth[1] is the first.</p>'
        '<section><ol><li id="fn1">Below the bridge. <a href="#r1">↩</a></li></ol></section>'
    )
    (found,) = cite(html)
    assert found.kind == "footnote"


def test_numbers_do_not_count_a_list_that_is_cited_by_names():
    texts = [
        c.text for c in cite(f"<p>It rose (Okafor, 2014), as gauges [1] and [2] say.</p>{DATED}")
    ]
    assert texts == ["(Okafor, 2014)"]


def test_code_beside_the_body_is_not_read():
    page = read_page(
        "<body><article><p>It rose for weeks [1] and [2].</p><pre>rows = [[1, 2], [2, 1]]</pre>"
        "<p>It fell.</p><h2>References</h2><ol><li>Okafor, A. Slow rivers. 2014.</li>"
        "<li>Lind, B. Fast rivers. 2016.</li></ol></article></body>",
        url="https://rivers.example/a",
    )
    pieces = [Piece(b, KINDS.get(b.tag, "paragraph")) for b in page.blocks if b.tag != "pre"]
    body = assemble(pieces)
    found = find_citations(page, body, find_references(page, body))
    assert [citation.text for citation in found] == ["[1]", "[2]"]


@pytest.mark.parametrize(
    "bracket, authors",
    [("(GAUGE, Okafor, 2014)", ["Okafor"]), ("(Okafor, 2014)", ["Okafor"])],
)
def test_abbreviation_before_the_names(bracket, authors):
    (found,) = cite(f"<p>The gauge {bracket} rose.</p>{DATED}")
    assert found.items[0].authors == authors
    assert found.reference == 0


def test_abbreviation_of_an_unlisted_work_stays():
    (found,) = cite(f"<p>The gauge (see GAUGE, Berg et al., 2014) rose.</p>{DATED}")
    assert found.items[0].authors[0] == "GAUGE"


def test_remark_behind_the_last_year():
    (found,) = cite(f"<p>It rose (see Okafor 2014, Lind 2016 for more details).</p>{DATED}")
    assert [item.reference for item in found.items] == [0, 1]


def test_swapped_letters_of_a_name():
    (found,) = cite(f"<p>It was shown (Okaofr, 2014).</p>{DATED}")
    assert found.reference == 0


def test_nearest_name_is_cited_where_two_shapes_fit():
    found = cite(f"<p>It follows Berg’s modified gauge found in Okafor (2014).</p>{DATED}")
    assert [(c.items[0].authors, c.reference) for c in found] == [(["Okafor"], 0)]


def test_mark_behind_the_year_is_no_page():
    html = (
        '<p>It rose (see Moss, Reed and Hale, 1969 <a href="#n1" id="b1">1</a>).</p>'
        '<h2>References</h2><dl><dt id="n1"><a href="#b1">1</a></dt>'
        "<dd>R. Moss and T. Reed, Rivers, 181 (1969) 920.</dd></dl>"
    )
    (found,) = cite(html)
    assert found.items[0].locator is None
    assert found.reference == 0


def test_team_is_an_organisation():
    _, found = cite("<p>It rose (Moss et al., 2014). See River Gauge Team (2017) for more.</p>")
    assert found.items[0].authors == ["River Gauge Team"]


def test_possessive_behind_et_al():
    (found,) = cite("<p>One of the new gauges of Moss et al.’s (2020) study rose.</p>")
    assert (found.text, found.items[0].authors) == ("Moss et al.’s (2020)", ["Moss"])


def test_labels_whose_list_stands_on_another_page():
    html = "<p>It rose [Lund1984], as [Moss2001b] and [Hale1999] say.</p>"
    found = cite(html)
    assert [(c.items[0].authors, c.items[0].year, c.reference) for c in found] == [
        (["Lund"], "1984", None),
        (["Moss"], "2001", None),
        (["Hale"], "1999", None),
    ]


def test_two_words_with_years_in_brackets_are_no_habit():
    assert not cite("<p>It runs on [Gauge2000] and [River2010] alike.</p>")


def test_names_behind_capital_words_on_a_page_that_cites_much():
    works = ("Moss et al. 1991", "Hale, 1992", "Reed and Lund 1993", "Berg, 1994", "Lind, 1995")
    cited = "".join(f"<p>It rose again in the end ({work}).</p>" for work in works)
    html = f"{cited}<p>It fell (see Ek 1996). It is good for Slow Rivers (Neal 2011).</p>"
    assert [c.text for c in cite(html)][-1] == "(Neal 2011)"
    assert not cite("<p>It is good for Slow Rivers (Neal 2011).</p>")


@pytest.mark.parametrize("state", ["in press", "in preparation", "forthcoming"])
def test_narrative_without_a_date(state):
    (found,) = cite(f"<p>The code is based on Lathrop and Moss ({state}), who say so.</p>")
    assert (found.items[0].authors, found.items[0].year) == (["Lathrop", "Moss"], state)


def test_stop_behind_et():
    (found,) = cite("<p>The data were provided by Moss et. al. (2006) in a file.</p>")
    assert found.items[0].authors == ["Moss"]


@pytest.mark.parametrize("bracket", ["(Halifax, 2021)", "(Ravenna 2019)"])
def test_one_name_and_year_that_nothing_confirms(bracket):
    assert not cite(f"<p>It was shown at the harbour {bracket}.</p>")
    assert len(cite(f"<p>It was shown at the harbour {bracket}, as (Hale, 2014) says.</p>")) == 2


def test_values_in_brackets_beside_a_list_of_one_note():
    index = EntryIndex([Reference(text="A", label="1")])
    assert not list(find_bracketed("The default of sigmas is [1, 2, 3].", index))
    assert list(find_bracketed("It rose [1, 2].", index))
