"""With and without the compiled twins every page gives the same record."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pullquote_test_twins import has_compiler

from scraper import native
from scraper.fixtures import find_fixtures

ROOT = Path(__file__).parents[2]
RECORDS = """
import sys
from pathlib import Path
from scraper import native
from scraper.fixtures import find_fixtures
print(native.describe())
for fixture in find_fixtures(Path("fixtures")):
    print(fixture.name, fixture.extract().model_dump_json(exclude={"fetched_at"}))
"""


def records(**environment: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", RECORDS],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def pure() -> list[str]:
    return records(PULLQUOTE_PURE="1")


def test_python_alone_reads_every_fixture(pure):
    assert pure[0] == "pure Python: PULLQUOTE_PURE is set"
    assert len(pure) == 1 + len(find_fixtures(ROOT / "fixtures"))


def test_the_twins_give_the_same_records(pure):
    own = records(PULLQUOTE_PURE="0")
    assert own[0].startswith("compiled" if has_compiler() else "pure Python")
    assert own[1:] == pure[1:]


def test_all_tests_run_with_the_compiled_twins_where_they_can_be_made():
    asked_for_python = os.environ.get("PULLQUOTE_PURE", "0") not in ("", "0")
    assert asked_for_python or not has_compiler() or native.describe() == "compiled"
