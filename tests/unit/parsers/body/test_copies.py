import numpy as np
from lxml import etree

from scraper.cut import cut
from scraper.parsers.body.choose import choose
from scraper.parsers.body.features import describe
from scraper.parsers.body.layout import Hints

LINE = "The mill at Arnholt has ground flour since 1740, and still does"
NOTE = "The river gauge is read twice a day and the figures are those of the water board"
LONG = f"<div><p>{LINE * 9}.</p></div>"


def chosen(html: str, probability: float = 0.9) -> list[str]:
    root = etree.fromstring(f"<html><body>{html}</body></html>", etree.HTMLParser())
    blocks, containers = cut(root.find("body"))
    described = describe(blocks, containers, "", Hints({}))
    choice = choose(blocks, described, np.full(len(blocks), probability, np.float32))
    return [blocks[index].text for index in choice.kept]


def test_a_copy_for_phones_is_left_out_with_what_only_it_has() -> None:
    html = (
        f"<div><p>{LINE}.</p><p>{LINE} today.</p></div>"
        f"<div><p>{LINE}.</p><p>{LINE} today.</p><p>Swipe on</p></div>"
    )
    assert chosen(html) == [f"{LINE}.", f"{LINE} today."]


def test_a_pull_quote_repeats_but_its_surroundings_stay() -> None:
    html = f"<div><p>{LINE}.</p></div><div><p>{LINE}.</p><p>{LINE * 3} and more.</p></div>"
    assert chosen(html) == [f"{LINE}.", f"{LINE * 3} and more."]


def test_a_refrain_stands_as_often_as_it_is_sung() -> None:
    html = f"<div><p>{LINE}.</p><p>Verse two</p><p>{LINE}.</p></div>"
    assert chosen(html) == [f"{LINE}.", "Verse two", f"{LINE}."]


def test_a_line_that_several_lists_repeat_belongs_to_each() -> None:
    lists = [f"<ul><li>{name}</li><li>{NOTE}</li></ul>" for name in ("Arnholt", "Berg", "Cole")]
    assert chosen(LONG + "".join(lists)).count(NOTE) == 3


def test_rows_at_the_head_of_several_tables_stay() -> None:
    head = "<tr><th>Name of the mill on the river</th><th>Flour a day in sacks</th></tr>"
    tables = [f"<table>{head}<tr><td>{name}</td><td>9</td></tr></table>" for name in "ABC"]
    found = chosen(LONG + "".join(tables))
    assert found.count("Name of the mill on the river\tFlour a day in sacks") == 3


def test_a_list_without_anything_new_is_a_copy() -> None:
    list_ = f"<ul><li>Arnholt</li><li>{NOTE}</li></ul>"
    assert chosen(LONG + list_ + list_)[1:] == ["Arnholt", NOTE]


def test_a_note_below_each_of_several_pictures_stays_where_it_is_sure() -> None:
    cards = [f"<div><p>{LINE} in {name}.</p><p>{NOTE}.</p></div>" for name in "ABCDEF"]
    page = LONG + "".join(cards)
    assert chosen(page).count(f"{NOTE}.") == 6
    assert chosen(page, 0.7).count(f"{NOTE}.") == 1


def test_a_heading_that_a_card_repeats_is_a_copy() -> None:
    cards = [f"<div><h3>{NOTE}</h3><p>{LINE} in {name}.</p></div>" for name in "ABCDEF"]
    assert chosen(LONG + "".join(cards)).count(NOTE) == 1


def test_a_row_that_lays_out_the_page_holds_copies_as_anything_else() -> None:
    html = (
        f"<div><p>{NOTE}.</p></div>"
        f"<table><tr><td><p>{NOTE}.</p></td><td><p>{LINE * 9}.</p><p>{LINE}.</p></td></tr></table>"
    )
    assert chosen(html).count(f"{NOTE}.") == 1


def test_a_heading_stays_where_a_list_of_contents_has_it_too() -> None:
    long, short = "How the wheel at Arnholt came to be, and stayed", "The wheel"
    contents = f"<ul><li><a href=#a>{long}</a><li><a href=#b>{short}</a></ul>"
    sections = f"<h2>{long}</h2><p>{LINE}.</p><h2>{short}</h2><p>It turns on Sundays.</p>"
    assert chosen(f"<div>{contents}</div><div>{sections}</div>")[-4:] == [
        long,
        f"{LINE}.",
        short,
        "It turns on Sundays.",
    ]
