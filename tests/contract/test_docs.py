"""The documentation is in step: reference pages, links, and every block of the tutorial."""

import re
import shutil
from pathlib import Path

import pytest

from scraper.cli.reference import PAGES

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
MARKDOWN = [*DOCS.rglob("*.md"), ROOT / "README.md"]
NAVIGATION = ROOT / "zensical.toml"


@pytest.mark.parametrize("name", PAGES)
def test_reference_pages_are_in_step_with_the_code(name):
    on_disk = (DOCS / name).read_text(encoding="utf-8")
    assert on_disk == PAGES[name](), "run: python -m scraper.cli.reference docs"


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(path):
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = re.findall(r"(?<!!)\[[^\]]*\]\(([^)#\s]+)", text)
    local = [target for target in targets if not re.match(r"\w+:", target)]
    assert [target for target in local if not (path.parent / target).exists()] == []


def test_every_page_of_the_navigation_is_there():
    listed = re.findall(r'"([\w/-]+\.md)"', NAVIGATION.read_text(encoding="utf-8"))
    assert [name for name in listed if not (DOCS / name).exists()] == []


def test_the_tutorial_runs(tmp_path, monkeypatch, capsys):
    shutil.copytree(ROOT / "fixtures", tmp_path / "pages")
    monkeypatch.chdir(tmp_path)
    text = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    names: dict[str, object] = {}
    for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL):
        exec(compile(block, "tutorial.md", "exec"), names)
    out = capsys.readouterr().out
    assert "pages, 2" in out
    assert "% of" in out
    assert (tmp_path / "speakers.svg").read_text().count("<rect") == 8
    assert (tmp_path / "for-colleagues" / "quotes.csv").exists()
