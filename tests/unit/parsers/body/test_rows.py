import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from scraper.cut import cut
from scraper.parsers.body.rows import join_rows
from scraper.parsers.body_text import Piece, assemble
from scraper.text import fold


def lines(markup, kinds=None):
    """Return kind and text of all of a page's blocks, their rows joined."""
    blocks, containers = cut(html.fromstring(f"<body>{markup}</body>"))
    kinds = kinds or {}
    pieces = [
        Piece(
            block, kinds.get(block.text, "table_row" if _in_row(block, containers) else "paragraph")
        )
        for block in blocks
    ]
    return [(piece.kind, piece.text) for piece in join_rows(pieces, containers)]


def _in_row(block, containers):
    index = block.container
    while index >= 0:
        if containers[index].tag == "tr":
            return True
        index = containers[index].parent
    return False


def table(*rows):
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ("<td><p>Ada</p></td><td><p>London</p></td>", "Ada\tLondon"),
        ("<td><div><p>Ada</p><p>Byron</p></div></td><td>London</td>", "Ada Byron\tLondon"),
        ("<td>Ada</td><td><ul><li>Notes</li><li>Letters</li></ul></td>", "Ada\tNotes Letters"),
        ("<td>Ada</td><td>in <ul><li>Kent</li></ul> or not</td>", "Ada\tin Kent or not"),
        ("<td><p></p></td><td><p> </p></td><td><p>London</p></td>", "\t\tLondon"),
        ("<td>Ada</td><td><p></p></td><td>London</td>", "Ada\t\tLondon"),
        ("<td></td><td><p></p></td><td>London</td>", "\t\tLondon"),
        ("<!-- row --><td>Ada</td><td>London</td>", "Ada\tLondon"),
        ("<td>Ada<br>Byron</td><td>London</td>", "Ada Byron\tLondon"),
        ("<td>Ada<br><br>Byron</td><td>London</td>", "Ada Byron\tLondon"),
        ("<td><p>Ada<br>Byron</p></td>", "Ada Byron"),
    ],
)
def test_cells_of_boxes_are_one_line(row, line) -> None:
    assert lines(table("<td>a</td><td>b</td>", row)) == [("table_row", "a\tb"), ("table_row", line)]


def test_cells_beyond_the_columns_that_are_counted_stay_apart() -> None:
    cells = [f"c{n}" for n in range(120)]
    rows = lines(table("<td colspan=2>a</td><td>b</td>", "".join(f"<td>{c}</td>" for c in cells)))
    assert rows[1] == ("table_row", "\t".join(cells))


def test_cells_that_span_leave_the_others_in_their_columns() -> None:
    markup = table(
        '<th rowspan="2">Name</th><th colspan="2">Score</th><th>Place</th>',
        "<th>first</th><th>last</th>",
        '<td>Ada</td><td>3</td><td>4</td><td rowspan="9">Kent</td>',
        "<td>Emmy</td><td></td><td>5</td>",
    )
    assert [line for _, line in lines(markup)] == [
        "Name\tScore\t\tPlace",
        "\tfirst\tlast",
        "Ada\t3\t4\tKent",
        "Emmy\t\t5",
    ]


def test_no_cell_reaches_from_the_head_into_the_body() -> None:
    markup = (
        '<table><thead><tr><th rowspan="5">Name</th><th>Born</th></tr></thead>'
        "<tbody><tr><td>Ada</td><td>1815</td></tr></tbody></table>"
    )
    assert [line for _, line in lines(markup)] == ["Name\tBorn", "Ada\t1815"]


@pytest.mark.parametrize("span", ["0", "-3", "many", "", "²", "9" * 5000])
def test_a_span_that_is_no_number_is_one(span) -> None:
    markup = table(f'<td colspan="{span}"><p>a</p></td><td>b</td>', "<td>c</td><td>d</td>")
    assert [line for _, line in lines(markup)] == ["a\tb", "c\td"]


def test_hostile_spans_stay_within_a_hundred_columns_and_the_row_s_own_cells() -> None:
    row = '<td colspan="1000" rowspan="1000">a</td><td colspan="999">b</td>'
    for _, line in lines(table(*[row] * 30)):
        assert line.count("\t") <= 100
        assert line.split() == ["a", "b"]


@pytest.mark.parametrize("kind", ["heading", "code"])
def test_rows_with_headings_or_code_are_left(kind) -> None:
    markup = table("<td><p>Ada</p></td><td><div>London</div></td>", "<td>c</td><td>d</td>")
    assert lines(markup, {"Ada": kind})[:2] == [(kind, "Ada"), ("table_row", "London")]


def test_tables_that_lay_out_a_page_are_left() -> None:
    markup = '<table role="presentation"><tr><td>Ada</td><td>London</td></tr></table>'
    assert [line for _, line in lines(markup)] == ["Ada", "London"]


def test_captions_stay_apart() -> None:
    markup = table("<td><p>Ada</p></td><td><p>by hand</p></td>", "<td>c</td><td>d</td>")
    kinds = {"by hand": "caption"}
    assert lines(markup, kinds)[:2] == [("table_row", "Ada"), ("caption", "by hand")]


def test_a_row_without_cells_is_left() -> None:
    blocks, containers = cut(html.fromstring("<body><table></table></body>"))
    assert join_rows([], containers) == []
    assert not blocks


def test_marks_go_with_their_words() -> None:
    markup = table(
        "<td><p>See <a href='/a'>Ada\n Byron</a></p></td><td>of <b>Kent</b></td>",
        "<td>c</td><td>d</td>",
    )
    blocks, containers = cut(html.fromstring(f"<body>{markup}</body>"))
    body = assemble(join_rows([Piece(block, "table_row") for block in blocks], containers))
    found = [(mark.element.tag, body.text[mark.start : mark.end]) for mark in body.marks()]
    assert found == [("a", "Ada Byron"), ("b", "Kent")]


_CELL = st.sampled_from(
    [
        "x",
        "x y",
        "<p>x</p>",
        "<p>x</p><p>y</p>",
        "<br>x",
        "x<br>y",
        "",
        "<div></div>",
        "<b>x</b> y",
        "x<ul><li>y</li></ul>",
    ]
)


@given(st.lists(st.lists(_CELL, min_size=2, max_size=4), min_size=2, max_size=4))
def test_each_row_with_words_is_a_line_with_all_of_them(drawn) -> None:
    rows = ["".join(f"<td>{cell}</td>" for cell in row) for row in drawn]
    found = [text for _, text in lines(table(*rows))]
    words = [
        [fold(html.fromstring(f"<i>{cell.replace('<', ' <')}</i>").text_content()) for cell in row]
        for row in drawn
    ]
    assert found == ["\t".join(row).rstrip("\t") for row in words if any(row)]
