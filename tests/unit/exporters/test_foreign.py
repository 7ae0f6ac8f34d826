"""All bundled articles as programs of others read them: nothing lost, nothing complained about."""

import json
import shutil
import subprocess
from pathlib import Path

import bibtexparser
import pandas as pd
import polars as pl
import pytest
import rispy
import yaml

from scraper.exporters import FORMATS, write_exports
from scraper.exporters.csv import restore
from scraper.exporters.tables import TABLES
from scraper.fixtures import find_fixtures

FIXTURES = Path(__file__).parents[3] / "fixtures"
STATED = "title subtitle date_published date_modified language site_name section tags description"
NAMES = [table.name for table in TABLES]


@pytest.fixture(scope="module")
def records():
    return [fixture.extract() for fixture in find_fixtures(FIXTURES)]


@pytest.fixture(scope="module")
def folder(records, tmp_path_factory):
    path = tmp_path_factory.mktemp("exports")
    write_exports(records, path, list(FORMATS))
    return path


def rows_of(name, records):
    table = next(table for table in TABLES if table.name == name)
    columns = [column.name for column in table.columns]
    return columns, [row for record in records for row in table.rows(record)]


@pytest.mark.parametrize("name", NAMES)
def test_pandas_reads_every_cell_of_the_tables(folder, records, name):
    columns, rows = rows_of(name, records)
    frame = pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
    assert list(frame.columns) == columns
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    assert frame.map(restore).to_numpy().tolist() == texts
    assert len(pd.read_parquet(folder / f"tidy_{name}.parquet")) == len(rows)


@pytest.mark.parametrize("name", NAMES)
def test_polars_reads_the_same_from_csv_and_parquet(folder, records, name):
    columns, rows = rows_of(name, records)
    csv = pl.read_csv(folder / f"{name}.csv", infer_schema=False)
    parquet = pl.read_parquet(folder / f"tidy_{name}.parquet")
    assert csv.columns == parquet.columns == columns
    assert csv.height == parquet.height == len(rows)
    assert parquet.rows() == rows


def test_nested_parquet_holds_whole_records(folder, records):
    frame = pl.read_parquet(folder / "articles.parquet")
    assert frame["title"].to_list() == [record.title for record in records]
    quotes = frame.explode("quotes").drop_nulls("quotes").unnest("quotes", separator=".")
    assert quotes["quotes.text"].to_list() == [q.text for record in records for q in record.quotes]


@pytest.mark.parametrize("name", ["articles", "cited-works"])
def test_bibliographies_are_read_without_a_warning(folder, name):
    wanted = json.loads((folder / f"{name}.csl.json").read_text(encoding="utf-8"))
    bibtex = bibtexparser.parse_file(str(folder / f"{name}.bib"))
    assert bibtex.failed_blocks == []
    assert [entry.key for entry in bibtex.entries] == [item["id"] for item in wanted]
    with (folder / f"{name}.ris").open(encoding="utf-8") as file:
        assert len(rispy.load(file)) == len(wanted)


def straight(title):
    """Return a title without curled marks, to which pandoc turns the straight ones."""
    return title and title.translate(str.maketrans("‘’“”", "''\"\""))


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("name", ["articles", "cited-works"])
@pytest.mark.parametrize(("form", "ending"), [("csljson", "csl.json"), ("biblatex", "bib")])
def test_pandoc_reads_every_work_without_a_warning(folder, name, form, ending):
    path = str(folder / f"{name}.{ending}")
    command = ["pandoc", "--fail-if-warnings", "--from", form, "--to", "csljson", path]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    wanted = json.loads((folder / f"{name}.csl.json").read_text(encoding="utf-8"))
    found, titles = (
        {item["id"]: straight(item.get("title")) for item in items}
        for items in (json.loads(done.stdout), wanted)
    )
    assert found == titles


def test_front_matter_is_yaml(folder, records):
    heads = [
        path.read_text(encoding="utf-8").split("---\n")[1] for path in folder.glob("markdown/*")
    ]
    ids = {yaml.safe_load(head)["id"] for head in heads}
    assert ids == {record.id for record in records}


def test_every_value_of_the_tables_can_be_traced(folder, records):
    tables = {name: pl.read_parquet(folder / f"tidy_{name}.parquet") for name in NAMES}
    articles = {row["id"]: row for row in tables["articles"].to_dicts()}
    assert all(row["url"] or row["canonical_url"] for row in articles.values())
    for name in NAMES[1:]:
        assert set(tables[name]["article_id"]) <= set(articles)
    evidence = {(row["article_id"], row["field"]): row for row in tables["evidence"].to_dicts()}
    stated = [(key, name) for key, row in articles.items() for name in STATED.split() if row[name]]
    assert [place for place in stated if place not in evidence] == []
    assert all(row["source"] and row["confidence"] > 0 for row in evidence.values())
    for quote in tables["quotes"].to_dicts():
        body = articles[quote["article_id"]]["body"]
        if quote["part_count"] < 2:
            assert body[quote["start"] : quote["end"]] == quote["text"]
    assert tables["references"]["where"].null_count() == 0
    assert tables["authors"]["evidence_source"].null_count() == 0


def test_a_package_descriptor_names_every_table(folder):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["name"] for resource in package["resources"]] == NAMES
