"""A short run of the torture harness; ``make torture`` is the long one."""

import subprocess
import sys
from pathlib import Path

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
