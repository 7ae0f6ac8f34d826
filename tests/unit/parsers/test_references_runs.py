"""Lists that no heading names, and shapes that cut or join entries in unusual ways."""

import pytest
from pullquote_test_building import LEAD, body_of, rows
from pullquote_test_building import lists_below as read

from scraper.page import read_page
from scraper.parsers.references import find_references
from scraper.parsers.references.cuts import line_cuts, stretch_cuts
from scraper.parsers.references.looks import is_comment, looks, opens_as_reference

ONE = "Okafor, A. (2014). Slow rivers. Journal of Rivers, 3(2), 1–9."
TWO = "Lind, B. (2016). Fast rivers. Bonn: Tilde Press."
THREE = "von Brandt, C. (2017). Still rivers. In A. Moss (Ed.), Waters (pp. 4–19). Tilde Press."


@pytest.mark.parametrize(
    "html",
    [
        f"<table><tr><td></td><td>{ONE}</td></tr><tr><td></td><td>{TWO}</td></tr></table>",
        f"<dl><dt>•</dt><dd>{ONE}</dd><dt>•</dt><dd>{TWO}</dd></dl>",
        f"<div><div>{ONE}</div><div>{TWO}</div></div>",
        f"<div><p>{ONE}</p></div><div><p>{TWO}</p></div>",
    ],
    ids=["rows", "definitions", "divisions", "columns"],
)
def test_runs_without_a_heading_take_any_shape(html):
    assert [entry.text for entry in read(html).entries] == [ONE, TWO]


def test_a_run_may_print_numbers_and_lack_years():
    forthcoming = "Moss, D. (in press). Rivers of salt. Journal of Rivers, 9(1), 2–4."
    found = read(f"<p>[1] {ONE}</p><p>[2] {forthcoming}</p><p>[3] {THREE}</p>")
    assert rows(found.entries) == [("1", ONE), ("2", forthcoming), ("3", THREE)]


def test_paragraphs_that_name_works_in_sentences_are_no_run():
    one = "Como muestra Okafor et al. (2014), el puerto cambió despacio y nadie lo notó entonces."
    two = "Según Lind (2016), las lámparas se arreglaban de noche, y lo mismo dice Moss (1999: 4)."
    assert read(f"<p>{one}</p><p>{two}</p>").entries == ()


def test_products_with_a_year_and_a_sentence_are_no_run():
    one = "Ferry Ticket Service (2015) Eingeführt in der Stadt, kann dieses System Karten drucken."
    two = "Harbour Doctor (2016) Gegründet von der Stadt, dient dieses Angebot den Reisenden."
    assert read(f"<ul><li>{one}</li><li>{two}</li></ul>").entries == ()


def test_a_numbered_list_is_found_by_the_numbers_that_the_text_uses():
    found = read(
        f"<ol><li>{ONE}</li><li>{TWO}</li><li>{THREE}</li></ol>",
        "<sup>1</sup>",
        "<sup>2</sup>",
        "<sup>3</sup>",
    )
    assert rows(found.entries) == [("1", ONE), ("2", TWO), ("3", THREE)]


def test_ranges_and_places_in_brackets_use_numbers_too():
    found = read(f"<p>1. {ONE}</p><p>2. {TWO}</p><p>3. {THREE}</p>", " [1–3]", " [2, p. 4]")
    assert [entry.label for entry in found.entries] == ["1", "2", "3"]


def test_indices_in_code_use_no_numbers():
    code = "<pre>total = levels[1, 2]\nprint(names[1])</pre>"
    assert read(f"{code}<p>1. Reply</p><p>2. import levels and read the names</p>").entries == ()


def test_heading_and_first_entry_in_one_block():
    found = read(f"<p><b>References</b><br>{ONE}</p><p>{TWO}</p><p>{THREE}</p><p>Thanks.</p>")
    assert [entry.text for entry in found.entries] == [ONE, TWO, THREE]


def test_what_only_follows_a_labelled_reference_is_none():
    found = read(f"<p>Reference:<br>{ONE}</p><p>Lind wrote about it, too (2018).</p>")
    assert [entry.text for entry in found.entries] == [ONE]


def test_columns_of_one_list_are_one_list():
    found = read(
        f"<section><header><h3>References</h3></header><div><div class=c><p>{ONE}</p><p>{TWO}</p></div>"
        f"<div class=c><p>{THREE}</p></div></div></section>"
    )
    assert [entry.text for entry in found.entries] == [ONE, TWO, THREE]


def test_a_number_and_the_parts_of_an_entry_in_divisions():
    parts = ONE.split(". ")
    entry = "<div class=r><div>{}</div>" + "".join(f"<div>{part}.</div>" for part in parts)
    found = read(f"<h2>References</h2>{entry.format('1.')}</div>{entry.format('2.')}</div>")
    assert [entry.label for entry in found.entries] == ["1", "2"]


def test_a_mark_that_leads_to_the_number_of_a_definition_leads_to_the_note():
    found = read(
        f"<dl><dt id='n1'>1.</dt><dd>{ONE}</dd><dt id='n2'>2.</dt><dd>{TWO}</dd></dl>",
        "<sup><a href='#n1'>1</a></sup>",
        "<sup><a href='#n2'>2</a></sup>",
    )
    assert rows(found.entries) == [("1", ONE), ("2", TWO)]


def test_text_between_sidenotes_is_text():
    note = "<aside id='n{0}'><sup>{0}</sup> {1}</aside>"
    mark = "<sup><a href='#n{0}'>{0}</a></sup>"
    text = "".join(
        LEAD.format(mark.format(n)) + note.format(n, work) for n, work in ((1, ONE), (2, TWO))
    )
    page = read_page(f"<body>{text}</body>")
    found = find_references(page, body_of(page))
    assert [entry.text for entry in found.entries] == [ONE, TWO]
    assert sorted(found.claimed) == [1, 3]
    assert found.targets == (0, 1)


def test_lines_set_in_go_on_with_the_entry():
    text = "Okafor, A. (2014). Slow rivers.\n    Bonn: Tilde Press.\nLind, B. (2016). Fast\n    rivers. Bonn: Tilde Press."
    assert [text[a:].partition(",")[0] for a in stretch_cuts(text)] == ["Okafor", "Lind"]
    assert line_cuts(text, "pre") == stretch_cuts(text)


def test_empty_lines_part_entries():
    text = "Okafor, A. (2014). Slow\nrivers. Bonn.\n\nLind, B. (2016). Fast\nrivers. Bonn."
    assert [text[a:].partition(",")[0] for a in stretch_cuts(text)] == ["Okafor", "Lind"]
    assert stretch_cuts("Roses are red\n\nViolets are blue\n\nand so on") == []


@pytest.mark.parametrize(
    "text, opens",
    [
        ("Ministry of Health (2015). Report.", True),
        ("van der Meer, A. 2015. Report.", True),
        ("Береговой И. П. Очерк. М., 1975.", True),
        ("佐藤太郎・小林健一（1996）「渡し船」", True),
        ("Como muestra Okafor (2014), el puerto", False),
        ("As Okafor shows (2014), it rained", False),
        ("nach Okafor (2014), der", False),
    ],
)
def test_names_before_a_year_open_an_entry(text, opens):
    assert opens_as_reference(text) is opens


@pytest.mark.parametrize(
    "text, least",
    [
        ("王建国, 陈丽娜. 渡轮为何晚点[M]. 北京: 渔火出版社, 1966.", 5),
        ("Береговой И. П. Очерк берегов. — М.: Наследие, 1975. — 284 с.", 4),
        ("佐藤太郎（1996）「渡し船」『港湾学雑誌』49巻1号、211–220頁。", 5),
        ("Ferrer, L. (2001): «Los faros», Cuadernos, 3 (2), pp. 4-9.", 5),
        ("C. De Rosa, I fari, La Laguna, Bari 1990, p. 4.", 3),
    ],
)
def test_signs_of_entries_in_many_languages(text, least):
    assert looks(text) >= least


def test_sentences_in_many_languages_are_comments():
    assert is_comment("El puerto fue más grande que la aldea, pero nadie lo sabía.")
    assert is_comment("Это был не тот берег, что раньше.")
    assert not is_comment("Ferrer, L. (2001): «Los faros», Cuadernos, 3 (2), pp. 4-9.")


TEXT = "The river had been rising for weeks before anybody noticed it, as Okafor tells. " * 4
OTHER = f"<p>{TEXT * 3}</p>"
"""Amid more text than its own, a ``pre`` stays one block."""


@pytest.mark.parametrize(
    "html, label",
    [
        (f"{OTHER}<pre>On rivers\n\n{TEXT}\n\n9. References\n\n{ONE}\n\n{TWO}\n</pre>", None),
        (
            f"{OTHER}<pre>{TEXT}\n\nReferences\n\n[1] {ONE[:40]}\n    {ONE[40:]}\n[2] {TWO}\n</pre>",
            "1",
        ),
        (f"<div>{TEXT}<br><b>Literatur:</b><br>{ONE}<br>{TWO}</div>", None),
    ],
    ids=["plain text", "numbered, set in", "br"],
)
def test_an_article_and_its_list_in_one_block(html, label):
    found = read(html)
    assert [" ".join(entry.text.split()) for entry in found.entries] == [ONE, TWO]
    assert found.entries[0].label == label
    (block,) = found.claimed
    assert 200 < found.beginnings[block] < 500


def test_an_introduction_is_no_entry():
    talk = "<p>We consulted these works while writing this page, and you are free to use them.</p>"
    found = read(f"<h2>Works consulted</h2>{talk}<p>{ONE}</p><p>{TWO}</p>")
    assert [entry.text for entry in found.entries] == [ONE, TWO]
