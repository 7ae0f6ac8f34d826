import pytest

from schemas import Article, Author, Citation, Evidence, Name, Quote, Reference
from scraper.exporters.tables import TABLES, join_list, join_names

FULL = Article(
    id="a",
    authors=[Author(name="A")],
    quotes=[Quote(text="q")],
    citations=[Citation(text="[1]", kind="numeric")],
    references=[Reference(text="r")],
)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_rows_are_as_long_as_the_columns(table, record):
    rows = [*table.rows(record), *table.rows(FULL)]
    assert rows
    assert {len(row) for row in rows} == {len(table.columns)}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_keys_are_unique_and_columns_described(table, record):
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    places = [names.index(name) for name in table.key]
    keys = [tuple(row[place] for place in places) for row in table.rows(record)]
    assert len(set(keys)) == len(keys)
    assert all(column.description for column in table.columns)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_cells_have_the_declared_type(table, record):
    kinds = {"text": str, "date": str, "timestamp": str, "integer": int, "number": float}
    for row in table.rows(record):
        for column, cell in zip(table.columns, row, strict=True):
            assert cell is None or isinstance(cell, kinds[column.type]), column.name


def test_every_field_of_a_row_model_has_its_column():
    left_out = {"parts", "items", "author", "editor"}
    models = {"authors": Author, "quotes": Quote, "references": Reference, "evidence": Evidence}
    for table in TABLES:
        if table.name in models:
            names = {column.name for column in table.columns}
            assert set(models[table.name].model_fields) - left_out <= names


def test_what_notes_cite_is_told_and_not_counted():
    cited = [
        Citation(text="1", kind="footnote", reference=0),
        Citation(text="Holm (2011)", kind="narrative", reference=1, note=0),
    ]
    record = Article(
        id="a",
        citations=cited,
        references=[Reference(text="See Holm (2011).", kind="note"), Reference(text="Holm")],
    )
    tables = {table.name: table for table in TABLES}
    article = dict(
        zip(
            (column.name for column in tables["articles"].columns),
            next(iter(tables["articles"].rows(record))),
            strict=True,
        )
    )
    assert article["citation_count"] == 1
    names = [column.name for column in tables["citations"].columns]
    rows = list(tables["citations"].rows(record))
    assert [row[names.index("note")] for row in rows] == [None, 0]


def test_lists_become_one_cell():
    assert join_list([]) is None
    assert join_list(["a;b", "c"]) == "a,b; c"
    assert (
        join_names([Name(family="Lund", given="J."), Name(literal="Ofsted")]) == "Lund, J.; Ofsted"
    )
