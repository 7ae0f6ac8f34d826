"""Lists as documentation tools set them: asides in asides, labels of their own, R output."""

import pytest
from pullquote_test_building import body_of

from scraper.page import read_page
from scraper.parsers.references import ReferenceList, find_references
from scraper.parsers.references.headings import first_heading


def read(html: str, *, headline: str = "On rivers") -> ReferenceList:
    page = read_page(
        f"<html><body><h1>{headline}</h1>{html}</body></html>", url="https://rivers.example/post"
    )
    return find_references(page, body_of(page, without=("h1",)))


def rows(found: ReferenceList) -> list[tuple[str | None, str]]:
    return [(entry.label, entry.text) for entry in found.entries]


def aside(number: int, text: str, *, back: bool = True) -> str:
    printed = f'<a href="#r{number}">{number}</a>' if back else str(number)
    return (
        f'<aside class="footnote brackets" id="n{number}"><span class="label"><span>[</span>'
        f"{printed}<span>]</span></span><p>{text}</p></aside>"
    )


def mark(number: int) -> str:
    return f'<a class="footnote-reference" href="#n{number}" id="r{number}">[{number}]</a>'


ONE = "Okafor, A. Slow rivers. Journal of Rivers 3 (2014), 1–9."
TWO = "Lind, B. Fast rivers. Bonn: Tilde Press, 2016."


@pytest.mark.parametrize("heading", ["<h2>References</h2>", ""])
def test_asides_within_an_aside(heading):
    html = (
        f"<p>It rose for weeks {mark(1)} and fell {mark(2)} at last.</p>{heading}"
        f'<aside class="footnote-list brackets">{aside(1, ONE)}{aside(2, TWO)}</aside>'
    )
    assert rows(read(html)) == [("1", ONE), ("2", TWO)]


def test_asides_that_nothing_leads_to_belong_to_their_list():
    html = (
        f"<p>It rose for weeks and weeks {mark(1)} and fell.</p>"
        f'<aside class="footnote-list brackets">{aside(1, ONE)}{aside(2, TWO, back=False)}</aside>'
        "<p>That was all.</p>"
    )
    assert rows(read(html)) == [("1", ONE), ("2", TWO)]


def test_labels_in_terms():
    html = (
        "<p>It rose for weeks [Okafor84] and fell.</p><h2>References</h2><dl class='citation'>"
        '<dt id="a"><a href="#r1">Okafor84</a></dt><dd><p>Okafor, A. Slow rivers. 1984.</p></dd>'
        '<dt id="b">Lind16(<a href="#r2">1</a>,<a href="#r3">2</a>)</dt>'
        "<dd><p>Lind, B. Fast rivers. 2016.</p></dd></dl>"
    )
    found = rows(read(html))
    assert found == [
        ("Okafor84", "Okafor, A. Slow rivers. 1984."),
        ("Lind16", "Lind, B. Fast rivers. 2016."),
    ]


def test_words_as_labels_with_back_links_before_the_entry():
    html = (
        "<p>It rose for weeks [gauges] and fell.</p><h2>References</h2>"
        '<dl><dt>[gauges]</dt><dd><em>(<a href="#r1">1</a>, <a href="#r2">2</a>)</em>'
        "<p>Okafor, A. A book of gauges. 1984.</p></dd></dl>"
        "<dl><dt>[tides]</dt><dd><p>Lind, B. A book of tides. 2016.</p></dd></dl>"
    )
    assert rows(read(html)) == [
        ("gauges", "Okafor, A. A book of gauges. 1984."),
        ("tides", "Lind, B. A book of tides. 2016."),
    ]


def test_labels_in_divisions_and_cells():
    divisions = "".join(
        f'<div class="citation"><span class="label">[{label}]</span><p>{text}</p></div>'
        for label, text in (("GAUGE", ONE), ("Tides2016", TWO))
    )
    cells = f"<table><tr><td>[GAUGE]</td><td>{ONE}</td></tr><tr><td>[RFC1]</td><td>{TWO}</td></tr></table>"
    assert rows(read(f"<h2>References</h2>{divisions}")) == [("GAUGE", ONE), ("Tides2016", TWO)]
    assert rows(read(f"<h2>References</h2>{cells}")) == [("GAUGE", ONE), ("RFC1", TWO)]


@pytest.mark.parametrize(
    "headline, first", [("Bibliography", 0), ("Bibliography\uf0c1", 0), ("On rivers", 1)]
)
def test_headline_that_names_the_list(headline, first):
    page = read_page(f"<body><h1>{headline}</h1><p>{ONE}</p></body>")
    assert first_heading(page, 1) == first


def test_page_that_is_a_bibliography():
    items = "".join(f"<tr><td>[{n}X]</td><td>Words on rivers {n}, 2004.</td></tr>" for n in "ABC")
    assert len(read(f"<table>{items}</table>", headline="Bibliography").entries) == 3
    assert not read(f"<table>{items}</table>", headline="All my rivers").entries


def test_menu_behind_the_list_is_no_entry():
    html = (
        f"<p>It rose for weeks.</p><h2>References</h2><div><ol><li>{ONE}</li></ol>"
        "<table><tr><td>Home Map Contact</td></tr></table></div>"
    )
    assert rows(read(html)) == [("1", ONE)]


def test_paragraphs_about_sources_are_no_entries():
    html = (
        "<p>It rose for weeks.</p><h2>References</h2><p>The names of the units are derived from "
        "those that the office has published. They are in part based on code that was lost in "
        "1993 and have been found again.</p>"
    )
    assert not read(html).entries


def test_what_r_prints_is_no_note():
    html = (
        "<p>It rose by the same share in each of the weeks, all within [1] of the mean.</p>"
        "<pre>[1] 0.01325</pre>"
    )
    assert not read(html).entries


def test_calls_with_years_in_names_are_no_references():
    html = (
        '<p>It rose.</p><pre>data("rivers2010", package = "gauges")\n\nfit("id", rivers2010)</pre>'
    )
    assert not read(html).entries


def test_note_between_two_whose_mark_stands_in_code():
    def note(number: int, text: str) -> str:
        back = f'<a href="#r{number}">[{number}]</a>'
        return f'<div class="footnote" id="n{number}"><p><sup>{back}</sup> {text}</p></div>'

    html = (
        f"<p>It rose for weeks and weeks {mark(7)} and fell.</p><pre>gauge {mark(8)}</pre>"
        f"<p>Then it rose for many days {mark(9)} again.</p>"
        f"<div>{note(7, 'Below the bridge.')}{note(8, 'A name.')}{note(9, 'Above it.')}</div>"
    )
    assert rows(read(html)) == [("7", "Below the bridge."), ("8", "A name."), ("9", "Above it.")]


def test_label_above_an_entry_that_stands_alone():
    work = "Okafor, A., Lind, B. Slow rivers. J. Riv. 31(4) (2010), 1561–1563. doi:10.1000/riv.1234"
    html = (
        "<p>It rose for weeks.</p><h2>What to cite</h2><p>For the gauges cite [Okafor2010b].</p>"
        f"<dl><dt>Okafor2010b</dt><dd><p>{work}</p></dd></dl><p>That is all of it.</p>"
    )
    assert rows(read(html)) == [("Okafor2010b", work)]


def test_words_before_the_first_entry_are_text():
    html = (
        f"<p>It rose for weeks.</p><h2>References</h2><p>See also the work of Lind {mark(1)}.</p>"
        f'<dl><dt id="n1"><a href="#r1">1</a></dt><dd><p>{ONE}</p></dd></dl>'
    )
    found = read(html)
    assert rows(found) == [("1", ONE)]
    assert [marker.label for marker in found.markers] == ["1"]


def test_numbers_with_several_back_links():
    html = (
        f"<p>It rose for weeks {mark(1)}.</p><h2>References</h2><dl class='footnote'>"
        f'<dt id="n1">1(<a href="#r1">1</a>,<a href="#r2">2</a>)</dt><dd><p>{ONE}</p></dd></dl>'
    )
    assert rows(read(html)) == [("1", ONE)]


def test_lists_of_parameters_behind_numbered_notes():
    html = (
        f"<p>It rose for weeks {mark(1)}.</p><p>References</p>"
        f'<aside class="footnote-list">{aside(1, ONE)}{aside(2, "https://rivers.example/g")}</aside>'
        "<dl><dt>depth</dt><dd>The depth in metres, from 2010 on.</dd>"
        "<dt>width</dt><dd>The width in metres.</dd></dl>"
    )
    assert [label for label, _ in rows(read(html))] == ["1", "2"]


def test_last_list_of_another_kind():
    html = (
        f"<p>It rose for weeks.</p><h2>References</h2><div><ol><li>{ONE}</li><li>{TWO}</li></ol>"
        "<p>Authorship</p><ul><li>Author:</li><li>Reviewed by: Moss</li></ul></div>"
    )
    assert rows(read(html)) == [("1", ONE), ("2", TWO)]


def test_head_of_a_column_heads_no_list():
    html = (
        "<p>It rose for weeks.</p><table><thead><tr><th><p>Gauge</p></th><th><p>Reference</p></th>"
        "</tr></thead><tbody><tr><td><p>Bridge</p></td><td><p>C.7.1, 2004</p></td></tr>"
        "<tr><td><p>Mill</p></td><td><p>C.7.2, 2006</p></td></tr></tbody></table>"
    )
    assert not read(html).entries


def test_letters_of_an_index_are_no_notes():
    letters = "".join(f"<a class=summary-letter href='#ix-{c}'><b>{c}</b></a> " for c in "ABC")
    index = "".join(
        f"<tr><th id='ix-{c}'>{c}</th><td></td></tr><tr><td></td><td><a href='#s'>{c}shore</a></td></tr>"
        for c in "ABC"
    )
    html = (
        "<p>It rose for weeks and weeks<a id=d1 href='#f1'><sup>1</sup></a> and fell.</p>"
        f"<p>Jump to: {letters}</p><table>{index}</table><div class=footnotes><h4>Footnotes</h4>"
        "<h5><a id=f1 href='#d1'>(1)</a></h5><p>By the gauge at the bridge.</p></div>"
    )
    assert rows(read(html)) == [("1", "By the gauge at the bridge.")]


def test_buttons_above_a_section_are_no_notes():
    bar = "<table><tr><td>[<a href='#top'>Top</a>][<a href='#toc'>Contents</a>][<a href='#ix'>Index</a>]</td></tr></table>"
    html = (
        f"<div id=toc>{bar}</div><p>It rose for weeks.</p>{bar}<p>It fell for days.</p>"
        f"<table id=ix><tr><td>[<a href='#toc'>Contents</a>][<a href='#ix'>Index</a>]</td></tr></table>"
    )
    assert rows(read(html)) == []


def test_paragraphs_behind_the_last_note_are_of_it():
    html = (
        f"<p>It rose {mark(1)} and fell {mark(2)}.</p><div class=footnote><h3>Footnotes</h3>"
        "<p><small>[<a name=n1 href='#r1'>1</a>]</small> By the gauge.</p>"
        "<p><small>[<a name=n2 href='#r2'>2</a>]</small> By the post.</p>"
        "<p>The post was moved that year, so that the marks of before are a hand too low.</p></div>"
        "<hr><p>This page is for the river of 2014.</p>"
    )
    last = (
        "By the post. The post was moved that year, so that the marks of before are a hand too low."
    )
    assert rows(read(html)) == [("1", "By the gauge."), ("2", last)]


def test_sources_behind_the_last_note_are_entries():
    html = (
        f"<p>It rose {mark(1)} and fell {mark(2)}.</p><div class=footnote><h3>Footnotes</h3>"
        "<p><small>[<a name=n1 href='#r1'>1</a>]</small> By the gauge.</p>"
        f"<p><small>[<a name=n2 href='#r2'>2</a>]</small> By the post.</p><p>{ONE}</p></div>"
    )
    assert rows(read(html))[-1] == (None, ONE)
