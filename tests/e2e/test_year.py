"""A few simulated days of the real scheduler; ``benchmarks/year.py`` runs the whole year."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

from yearly.clock import find_library  # noqa: E402 - the path is that of the benchmarks


@pytest.mark.skipif(find_library() is None, reason="libfaketime is not installed")
def test_days_with_outages_kills_and_a_wrong_clock_lose_and_repeat_nothing(tmp_path):
    """In two pieces, as a whole year is run: the second goes on where the first one ended."""
    command = [sys.executable, "benchmarks/year.py", "--days", "3", "--seed", "3", "--keep"]
    for ends_early in (["--minutes", "0.02"], []):
        done = subprocess.run(
            [*command, str(tmp_path), *ends_early],
            cwd=ROOT, capture_output=True, text=True, timeout=500, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        assert "0 faults" in done.stdout
    done = subprocess.run([*command, str(tmp_path), "--again"], cwd=ROOT, capture_output=True,
                          text=True, timeout=500, check=False)  # fmt: skip
    assert "0 faults" in done.stdout
    with pytest.raises(subprocess.CalledProcessError):
        subprocess.run(
            [*command[:3], "4", *command[4:], str(tmp_path)],
            cwd=ROOT, capture_output=True, timeout=500, check=True,
        )  # fmt: skip
