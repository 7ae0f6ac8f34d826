import gc
import json
import tracemalloc
from typing import get_args

import pytest

from schemas.job import ExportFormat
from scraper.errors import ExportError
from scraper.exporters import FORMATS, write_exports


def test_every_format_writes_at_least_one_file(record, tmp_path):
    for name in FORMATS:
        paths = write_exports([record], tmp_path / name, [name])
        assert paths
        assert all(path.exists() for path in paths)


def test_all_formats_in_one_pass_over_a_generator(record, tmp_path):
    paths = write_exports((r for r in [record]), tmp_path, [*FORMATS, "jsonl"])
    assert {path.name for path in paths} >= set(
        (
            "articles.jsonl quotes.csv articles.parquet tidy_quotes.parquet articles.sqlite markdown "
            "articles.csl.json cited-works.bib cited-works.ris"
        ).split()
    )
    assert len(paths) == len(set(paths))
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("name", FORMATS)
def test_no_records_give_valid_empty_files(name, tmp_path):
    for path in write_exports([], tmp_path, [name]):
        if path.suffix == ".json":
            json.loads(path.read_text())


def test_unknown_format_names_the_known_ones_and_writes_nothing(record, tmp_path):
    with pytest.raises(
        ExportError, match="unknown export format 'xlsx'; known are jsonl, csv, parquet"
    ):
        write_exports([record], tmp_path / "out", ["csv", "xlsx"])
    assert not (tmp_path / "out").exists()


def test_records_that_break_off_leave_the_old_files(record, tmp_path):
    write_exports([record], tmp_path, list(FORMATS))
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}

    def broken():
        yield record
        raise OSError(28, "the source failed")

    with pytest.raises(OSError, match="the source failed"):
        write_exports(broken(), tmp_path, list(FORMATS))
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


@pytest.mark.parametrize(
    "name, few, many",
    [("jsonl", 200, 600), ("csv", 200, 600), ("bibtex-cited", 200, 600), ("parquet", 1_010, 2_020)],
)
def test_memory_does_not_grow_with_the_number_of_records(record, tmp_path, name, few, many):
    def peak(count):
        records = (record.model_copy(update={"id": f"{n:016x}"}) for n in range(count))
        gc.collect()
        tracemalloc.start()
        write_exports(records, tmp_path, [name])
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    peak(10)
    assert peak(many) < 1.3 * peak(few) + 50_000


def test_a_job_knows_the_same_formats():
    assert set(get_args(ExportFormat)) == set(FORMATS)
