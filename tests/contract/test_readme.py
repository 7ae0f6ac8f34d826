"""The README's job file can be used, its record is what its page gives, its lines run."""

import json
import re
import shutil
from pathlib import Path

from scraper import extract
from scraper.job_file import parse_job

README = Path(__file__).parents[2] / "README.md"


def test_the_job_of_the_readme_is_a_job():
    (block,) = re.findall(r"```toml\n(.*?)```", README.read_text(encoding="utf-8"), re.S)
    job = parse_job(block, "README.md")
    assert job.contact
    assert job.exports == ["jsonl", "csv"]


def test_the_record_of_the_readme_is_what_the_page_gives():
    text = README.read_text(encoding="utf-8")
    (shown,) = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", text, re.S)]
    path = README.parent / re.search(r"\[this one\]\((\S+)\)", text)[1]
    record = extract(path.read_bytes()).model_dump()
    shown["evidence"] = {k: {"source": v["source"]} for k, v in shown["evidence"].items()}
    _is_part(shown, record)


def _is_part(shown, found):
    """Whole values are the same, those that end in … begin the same, of lists one entry is."""
    if isinstance(shown, dict):
        for name, value in shown.items():
            if name not in ("start", "end"):  # they move with any change to the text before
                _is_part(value, found[name])
    elif isinstance(shown, list):
        assert len(shown) <= len(found)
        for value in shown:
            assert any(_is_same(value, entry) for entry in found), value
    elif isinstance(shown, str) and shown.endswith("…"):
        assert found.startswith(shown.removesuffix("…").rstrip())
    else:
        assert found == shown


def _is_same(shown, found):
    try:
        _is_part(shown, found)
    except (AssertionError, KeyError):
        return False
    return True


def test_the_python_of_the_readme_runs(tmp_path, monkeypatch, capsys):
    fixture = README.parent / "fixtures" / "northmoor-university" / "seven-minutes-in-june.html"
    shutil.copy(fixture, tmp_path / "page.html")
    record = extract(fixture.read_bytes())
    (tmp_path / "example.jsonl").write_text(record.model_dump_json() + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.S)
    for block in blocks:
        # The job was not run here: its records come from a file.
        exec(compile(block.replace('"example"', '"example.jsonl"'), "README.md", "exec"), {})
    assert "Maureen Tagg – They love the aliens" in capsys.readouterr().out
