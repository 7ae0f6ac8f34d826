"""Short runs of the torture harnesses; ``make torture`` is the long one."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_killed_at_random_moments_it_ends_with_the_same_records():
    run = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "torture.py"), "--kills", "4"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "no record lost, none twice" in run.stdout


@pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed: apt-get install strace"
)
def test_after_power_cuts_it_ends_with_the_same_records():
    run = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "power.py"), "--cuts", "12", "--sites", "4"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "12 power cuts" in run.stdout
    assert ": 0 differ" in run.stdout
