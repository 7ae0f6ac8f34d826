"""The same archives carried by a real Ray on this machine; ``make distributed`` installs it."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from pullquote_test_warc_files import Answered, write_answers

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None,
    reason="Ray is not installed here; `make distributed` installs it",
)

_DEADLY = """
import os, pathlib, signal
from scraper.sites import SiteParser

class Deadly(SiteParser):
    hosts = ("deadly.example",)

    def section(self, soup):
        note = pathlib.Path({note!r})
        if not note.exists():
            note.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return "survived"
"""


def write_reports(path, hosts):
    write_answers(
        path,
        (
            Answered(
                f"https://{host}/{number}",
                (
                    f"<html lang=en><title>Story {number}</title><article><h1>Story {number}</h1>"
                    + f"<p>The boats of {host} came in late, and nobody on the pier was surprised. "
                    * 5
                ).encode(),
            )
            for number, host in enumerate(hosts)
        ),
    )


def extract(*arguments):
    command = [Path(sys.executable).with_name("pullquote"), "extract", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


def records(folder):
    return sorted(line for path in folder.glob("*.jsonl") for line in path.read_text().splitlines())


def test_a_worker_killed_in_the_middle_costs_nothing(tmp_path):
    for name in "ab":
        hosts = ["quiet.example"] * 11 + ["deadly.example"] * (name == "b") + ["quiet.example"] * 8
        write_reports(tmp_path / f"{name}.warc.gz", hosts)
    sites = tmp_path / "sites"
    sites.mkdir()
    note = tmp_path / "died"
    (sites / "deadly.py").write_text(_DEADLY.format(note=str(note)))
    common = (tmp_path / "*.warc.gz", "--sites", sites)

    done = extract(
        *common, "--engine", "ray", "--jobs", 2, "-o", tmp_path / "ray", "--partition-pages", 4
    )
    assert done.returncode == 0, done.stderr
    assert "39 records in 10 partitions" in done.stderr
    assert note.exists(), "no worker was killed, so nothing was shown"
    assert len(list((tmp_path / "ray").glob("*.outcome.json"))) == 10

    plain = extract(*common, "--engine", "pool", "-o", tmp_path / "pool")
    assert plain.returncode == 0, plain.stderr
    assert records(tmp_path / "ray") == records(tmp_path / "pool")
    assert sum('"section":"survived"' in line for line in records(tmp_path / "ray")) == 1

    again = extract(*common, "--engine", "pool", "-o", tmp_path / "ray", "--partition-pages", 4)
    assert "(10 were there before)" in again.stderr
