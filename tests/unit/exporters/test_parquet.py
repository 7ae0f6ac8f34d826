import sys

import pyarrow as pa
import pytest
from pyarrow import parquet as pq

from schemas import Article, Author, Evidence
from scraper.errors import ExportError
from scraper.exporters import write_exports
from scraper.exporters.parquet import RECORD


def test_the_schema_has_every_field_of_the_models_in_order():
    assert list(RECORD) == list(Article.model_fields)
    assert RECORD["date_published"] == RECORD["title"] == "string"
    assert (RECORD["fetched_at"], RECORD["word_count"]) == ("timestamp", "int64")
    assert RECORD["page_type"] == {"kind": "string", "score": "float64", "reason": "string"}
    assert RECORD["references"][0]["author"] == [
        {"family": "string", "given": "string", "literal": "string"}
    ]
    assert RECORD["quotes"][0]["parts"] == [{"text": "string", "start": "int64", "end": "int64"}]
    assert RECORD["evidence"] == [
        {"field": "string", "source": "string", "where": "string", "confidence": "float64"}
    ]


def test_records_come_back_with_their_types(record, tmp_path):
    (path,) = write_exports([record, Article(id="empty")], tmp_path, ["parquet"])
    table = pq.read_table(path)
    assert table.schema.field("fetched_at").type == pa.timestamp("us", tz="UTC")
    rows = table.to_pylist()
    evidence = {entry.pop("field"): entry for entry in rows[0]["evidence"]}
    assert Article.model_validate(rows[0] | {"evidence": evidence}) == record
    assert rows[1]["authors"] == []
    assert rows[1]["title"] is None


def test_the_schema_does_not_depend_on_the_records(record, tmp_path):
    (full,) = write_exports([record], tmp_path / "a", ["parquet"])
    (empty,) = write_exports([], tmp_path / "b", ["parquet"])
    assert pq.read_schema(full) == pq.read_schema(empty)


@pytest.mark.parametrize(("group_bytes", "groups"), [(1, 3), (2**30, 1)])
def test_rows_go_out_in_groups_of_a_size(tmp_path, monkeypatch, group_bytes, groups):
    module = sys.modules["scraper.exporters.parquet"]
    monkeypatch.setattr(module, "_GROUP_BYTES", group_bytes)
    records = (Article(id=f"{n}", authors=[Author(name="A")]) for n in range(2_500))
    (path,) = write_exports(records, tmp_path, ["parquet"])
    metadata = pq.read_metadata(path)
    assert (metadata.num_rows, metadata.num_row_groups) == (2_500, groups)
    assert pq.read_table(path, columns=["id"])["id"].to_pylist() == [f"{n}" for n in range(2_500)]


def test_flat_tables(record, tmp_path):
    paths = write_exports([record], tmp_path, ["parquet-tables"])
    assert [path.name for path in paths][:2] == ["tidy_articles.parquet", "tidy_authors.parquet"]
    quotes = pq.read_table(tmp_path / "tidy_quotes.parquet")
    assert quotes.schema.field("start").type == pa.int64()
    assert quotes.to_pylist()[0]["speaker"] == "Ada Öztürk"


def test_a_missing_pyarrow_says_what_to_install(record, tmp_path, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ExportError, match="pip install pyarrow"):
        write_exports([record], tmp_path, ["parquet"])


def test_evidence_of_any_field_is_kept(tmp_path):
    record = Article(id="a", evidence={"quotes.3": Evidence(source="text", confidence=0.25)})
    (path,) = write_exports([record], tmp_path, ["parquet"])
    assert pq.read_table(path).to_pylist()[0]["evidence"] == [
        {"field": "quotes.3", "source": "text", "where": None, "confidence": 0.25}
    ]
