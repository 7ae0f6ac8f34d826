import csv
import json
from io import StringIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from schemas import Article, Author, Quote
from scraper.exporters import write_exports
from scraper.exporters.csv import neutralise, restore
from scraper.exporters.dictionary import codebook
from scraper.exporters.tables import TABLES

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_six_tables_a_dictionary_and_a_data_package(record, tmp_path):
    names = [path.name for path in write_exports([record], tmp_path, ["csv"])]
    assert (
        names
        == (
            "articles.csv authors.csv quotes.csv citations.csv references.csv evidence.csv "
            "codebook.txt data_dictionary.csv datapackage.json"
        ).split()
    )


def test_rows_are_keyed_by_the_article(record, tmp_path):
    write_exports([record], tmp_path, ["csv"])
    (article,) = read(tmp_path / "articles.csv")
    assert article["body"] == record.body
    assert article["authors"] == "Ada Öztürk; Schools Desk"
    assert article["tags"] == "schools; policy, law"
    assert article["quote_count"] == "1"
    assert article["fetched_at"] == "2016-03-10T08:00:00+00:00"
    people = read(tmp_path / "authors.csv")
    assert [(p["position"], p["credit"], p["name"]) for p in people] == [
        ("0", "author", "Ada Öztürk"),
        ("1", "author", "Schools Desk"),
        ("2", "contributor", "Jo Lund"),
    ]
    assert people[0]["evidence_source"] == "byline"
    (quote,) = read(tmp_path / "quotes.csv")
    assert (quote["article_id"], quote["part_count"], quote["citation"]) == (record.id, "2", "0")
    assert len(read(tmp_path / "references.csv")) == 3


def test_a_citation_of_two_works_is_two_rows(record, tmp_path):
    write_exports([record], tmp_path, ["csv"])
    rows = read(tmp_path / "citations.csv")
    assert [(r["position"], r["item"], r["authors"], r["reference"]) for r in rows] == [
        ("0", "0", "Ofsted", "0"),
        ("0", "1", "Lund", ""),
        ("1", "0", "", "1"),
    ]


def test_no_byte_order_mark_and_line_ends_of_rfc_4180(record, tmp_path):
    write_exports([record], tmp_path, ["csv"])
    data = (tmp_path / "articles.csv").read_bytes()
    assert data.startswith(b"id,url,")
    assert data.count(b"\r\n") == 2
    assert b"says.\n\n" in data


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''@x"],
)
def test_formulas_are_neutralised_and_restored(text):
    assert neutralise(text) == "'" + text
    assert restore(neutralise(text)) == text


@pytest.mark.parametrize("text", ["", "a=1", "'tis the season", "'90s", "“-” he said", "'"])
def test_harmless_text_stays(text):
    assert neutralise(text) == text
    assert restore(text) == text


@given(TEXT)
@example("'''=")
def test_neutralising_is_reversible_for_any_text(text):
    safe = neutralise(text)
    assert restore(safe) == text
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_nul_becomes_a_replacement_character():
    assert neutralise("a\0b") == "a\ufffdb"


@settings(max_examples=25)
@given(st.lists(TEXT, min_size=1, max_size=3), TEXT)
def test_any_text_comes_back_from_the_cells(tmp_path_factory, texts, body):
    folder = tmp_path_factory.mktemp("csv")
    record = Article(
        id="x",
        title=texts[0],
        body=body,
        authors=[Author(name=text, bio=body) for text in texts],
        quotes=[Quote(text=text, speaker=body) for text in texts],
    )
    write_exports([record], folder, ["csv"])
    (article,) = read(folder / "articles.csv")
    assert restore(article["title"]) == texts[0]
    assert restore(article["body"]) == body
    assert [restore(row["name"]) for row in read(folder / "authors.csv")] == texts
    assert [restore(row["text"]) for row in read(folder / "quotes.csv")] == texts


def test_pandas_reads_it_without_options(record, tmp_path):
    pandas = pytest.importorskip("pandas")
    write_exports([record, Article(id="b")], tmp_path, ["csv"])
    articles = pandas.read_csv(tmp_path / "articles.csv")
    assert articles["body"][0] == record.body
    assert articles["title"].isna().tolist() == [False, True]
    quotes = pandas.read_csv(tmp_path / "quotes.csv")
    joined = quotes.merge(articles, left_on="article_id", right_on="id")
    assert joined["speaker"].tolist() == ["Ada Öztürk"]


def test_the_dictionary_describes_every_column(record, tmp_path):
    write_exports([record], tmp_path, ["csv"])
    rows = read(tmp_path / "data_dictionary.csv")
    for table in TABLES:
        columns = [row["column"] for row in rows if row["table"] == table.name]
        header = next(
            csv.reader(StringIO((tmp_path / f"{table.name}.csv").read_text(encoding="utf-8")))
        )
        assert columns == header
    assert all(row["description"] for row in rows)


def test_the_codebook_explains_every_column_in_plain_text(record, tmp_path):
    write_exports([record], tmp_path, ["csv"])
    text = (tmp_path / "codebook.txt").read_text(encoding="utf-8")
    for table in TABLES:
        section = text.partition(f"\n{table.name}.csv: ")[2].partition(".csv: ")[0]
        assert f"Key: {' + '.join(table.key)}." in " ".join(section.split())
        for column in table.columns:
            assert f"\n  {column.name} ({column.type}): " in section
    assert "`" not in text
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize("first", "= + - @ \t \n".split(" "))
def test_the_codebook_names_what_gets_an_apostrophe(first):
    words = {"\t": "a tab", "\n": "a line break"}
    rules = codebook().partition("- Formulas:")[2].partition("has an apostrophe")[0]
    assert neutralise(first) == f"'{first}"
    assert words.get(first, first) in rules


def test_the_data_package_names_keys_and_files(record, tmp_path):
    write_exports([record], tmp_path, ["csv"])
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        assert (tmp_path / resource["path"]).exists()
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert set(resource["schema"]["primaryKey"]) <= set(names)
    assert (
        package["resources"][1]["schema"]["foreignKeys"][0]["reference"]["resource"] == "articles"
    )
