import os
import signal
from dataclasses import dataclass
from pathlib import Path

import pytest

from scraper.archives import Partitions, extract_archives, open_engine
from scraper.batch import extract_pages
from scraper.errors import InputError
from scraper.inputs import find_pages


@dataclass(frozen=True)
class Squares:
    """A function that kills its process the first time it meets one number."""

    notes: Path
    deadly: int = -1

    def __call__(self, number):
        note = self.notes / str(number)
        if number == self.deadly and not note.exists():
            note.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return number * number


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_pool_gives_every_result_once(tmp_path, jobs):
    results = open_engine("pool", jobs=jobs).map_unordered(Squares(tmp_path), range(20))
    assert sorted(results) == [n * n for n in range(20)]


def test_a_pool_outlives_a_killed_process(tmp_path):
    results = open_engine("pool", jobs=2).map_unordered(Squares(tmp_path, deadly=7), range(20))
    assert sorted(results) == [n * n for n in range(20)]


def test_what_a_function_raises_ends_the_run(tmp_path):
    with pytest.raises(TypeError):
        list(open_engine("pool", jobs=2).map_unordered(Squares(tmp_path), ["no number"]))


def test_unknown_engines_and_stray_addresses_are_named():
    with pytest.raises(InputError, match="known are pool and ray"):
        open_engine("spark", jobs=1)
    with pytest.raises(InputError, match="engine ray only"):
        open_engine("pool", jobs=1, address="auto")


def lines(folder):
    return sorted(line for path in folder.glob("*.jsonl") for line in path.read_text().splitlines())


def test_a_run_gives_the_records_of_plain_extraction(write_archive, tmp_path):
    archives = [str(write_archive(f"{n}.warc.gz", 5, first=5 * n)) for n in range(3)]
    partitions = Partitions(str(tmp_path / "out"))
    report = extract_archives(archives, partitions, open_engine("pool", jobs=2), pages_a_slice=2)
    assert (report.slices, report.done, report.records) == (9, 9, 15)
    assert report.failures == []
    plain = [r.record.model_dump_json() for r in extract_pages(find_pages(archives))]
    assert lines(tmp_path / "out") == sorted(plain)


def test_a_second_run_writes_only_what_is_missing(write_archive, tmp_path):
    archive = str(write_archive("a.warc.gz", 6))
    engine = open_engine("pool", jobs=1)
    partitions = Partitions(str(tmp_path / "out"))
    extract_archives([archive], partitions, engine, pages_a_slice=2)
    before = lines(tmp_path / "out")
    next((tmp_path / "out").glob("*.outcome.json")).unlink()
    seen = []
    report = extract_archives(
        [archive], partitions, engine, pages_a_slice=2, watch=lambda r: seen.append(r.done)
    )
    assert (report.slices, report.passed_over, report.records) == (3, 2, 6)
    assert seen == [1, 2, 3]
    assert lines(tmp_path / "out") == before


def test_damaged_archives_are_reported_and_the_others_extracted(write_archive, tmp_path):
    broken = write_archive("broken.warc.gz", 1)
    broken.write_bytes(b"no archive\r\n\r\n" * 9)
    archives = [str(broken), str(write_archive("sound.warc.gz", 2))]
    report = extract_archives(
        archives, Partitions(str(tmp_path / "out")), open_engine("pool", jobs=1)
    )
    assert report.records == 2
    assert len(report.failures) == 1
    assert "broken.warc.gz" in report.failures[0]
