import errno

import pytest

from schemas import Article
from scraper.archives import Partitions, find_slices
from scraper.errors import DiskFull, InputError
from scraper.exporters import staging


def records(folder):
    lines = [line for path in folder.glob("*.jsonl") for line in path.read_text().splitlines()]
    return {Article.model_validate_json(line).title for line in lines}


def test_a_partition_holds_the_records_of_its_slice(write_archive, tmp_path):
    (piece,) = find_slices(str(write_archive("a.warc.gz", 3))).slices
    outcome = Partitions(str(tmp_path / "out")).extract(piece)
    assert (outcome.records, outcome.failures, outcome.was_done) == (3, (), False)
    assert records(tmp_path / "out") == {f"Story number {n}" for n in range(3)}


def test_a_complete_partition_is_passed_over_with_its_counts(write_archive, tmp_path):
    (piece,) = find_slices(str(write_archive("a.warc.gz", 3))).slices
    Partitions(str(tmp_path / "out")).extract(piece)
    file = tmp_path / "out" / f"{piece.name}.jsonl"
    file.write_text("untouched")
    outcome = Partitions(str(tmp_path / "out")).extract(piece)
    assert (outcome.records, outcome.was_done) == (3, True)
    assert file.read_text() == "untouched"


def test_a_full_disk_leaves_nothing_that_looks_complete(write_archive, tmp_path, monkeypatch):
    (piece,) = find_slices(str(write_archive("a.warc.gz", 2))).slices

    def full(path):
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(staging, "sync_file", full)
    with pytest.raises(DiskFull, match="no space left"):
        Partitions(str(tmp_path / "out")).extract(piece)
    monkeypatch.undo()
    assert not list((tmp_path / "out").glob("[!.]*"))
    assert Partitions(str(tmp_path / "out")).extract(piece).records == 2


def test_a_slice_that_kills_its_process_is_left_out_after_three_attempts(write_archive, tmp_path):
    (piece,) = find_slices(str(write_archive("a.warc.gz", 1))).slices
    partitions = Partitions(str(tmp_path / "out"))
    for _ in range(3):
        assert partitions._count_attempt(piece) <= 3
    outcome = partitions.extract(piece)
    assert outcome.records == 0
    assert "left out" in outcome.failures[0]
    # Another run tries again.
    assert Partitions(str(tmp_path / "out")).extract(piece).records == 1


def test_an_archive_changed_since_is_a_failure_of_the_slice(write_archive, tmp_path):
    path = write_archive("a.warc.gz", 2)
    (piece,) = find_slices(str(path)).slices
    path.write_bytes(b"something else entirely\r\n\r\n" * 50)
    outcome = Partitions(str(tmp_path / "out")).extract(piece)
    assert outcome.records == 0
    assert "damaged or no WARC file" in outcome.failures[0]


def test_only_formats_of_whole_records_are_partitions():
    with pytest.raises(InputError, match="use jsonl or parquet"):
        Partitions("out", "csv")


def test_parquet_partitions_are_one_data_set(write_archive, tmp_path):
    from pyarrow import parquet

    pieces = find_slices(str(write_archive("a.warc.gz", 5)), pages=2).slices
    partitions = Partitions(str(tmp_path / "out"), "parquet")
    for piece in pieces:
        partitions.extract(piece)
    files = sorted((tmp_path / "out").glob("*.parquet"))
    assert len(files) == 3
    tables = [parquet.read_table(file, columns=["title"]) for file in files]
    assert sum(table.num_rows for table in tables) == 5


def test_partitions_are_sent_to_addresses_and_known_there(write_archive):
    import fsspec

    system = fsspec.filesystem("memory")
    (piece,) = find_slices(str(write_archive("a.warc.gz", 2))).slices
    partitions = Partitions("memory://bucket/out")
    assert partitions.extract(piece).records == 2
    lines = system.cat_file(f"/bucket/out/{piece.name}.jsonl").decode().splitlines()
    assert len(lines) == 2
    assert partitions.extract(piece).was_done
    system.rm("/bucket", recursive=True)
