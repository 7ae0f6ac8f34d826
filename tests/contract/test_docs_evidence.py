"""What docs/reliability.md names as shown by a test is shown by a test of that name."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_NAMED = re.compile(r"`(test_\w+)::(\w+)`")
_SCRIPT = re.compile(r"`(benchmarks/\w+\.py)`")
_TEXT = (ROOT / "docs/reliability.md").read_text("utf-8")


def test_promises_are_listed():
    assert len(_NAMED.findall(_TEXT)) > 100


@pytest.mark.parametrize("file, name", sorted(set(_NAMED.findall(_TEXT))))
def test_the_test_is_there(file, name):
    texts = [path.read_text("utf-8") for path in (ROOT / "tests").rglob(f"{file}.py")]
    assert any(f"def test_{name}(" in text for text in texts)


@pytest.mark.parametrize("script", sorted(set(_SCRIPT.findall(_TEXT))))
def test_the_script_is_there(script):
    assert (ROOT / script).is_file()
