"""The documentation is in step: reference pages, links, and every block of the tutorial."""

import re
import shutil
from pathlib import Path

import pytest

from schemas import CrawlJob, Limits, Schedule
from scraper.cli import COMMANDS
from scraper.cli.reference import PAGES, command_line_page, job_file_page

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
MARKDOWN = [*DOCS.rglob("*.md"), ROOT / "README.md"]
NAVIGATION = ROOT / "zensical.toml"


def test_the_reference_names_every_command_and_option():
    page = command_line_page()
    assert [name for name in COMMANDS if f"## pullquote {name}" not in page] == []
    for option in (
        "--no-browser",
        "--duplicates",
        "`--output`, `-o`",
        "## pullquote fixtures check",
    ):
        assert option in page
    assert max(len(row.split(" | ")) for row in page.splitlines() if row.startswith("| `")) == 2


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_in_the_documents_have_the_options_that_they_show(path):
    sections = re.findall(
        r"^## pullquote (.+?)\n(.*?)(?=^## |\Z)", command_line_page(), re.DOTALL | re.MULTILINE
    )
    known = {re.match(r"(?:fixtures )?\w+", head)[0]: text for head, text in sections}
    for line in path.read_text(encoding="utf-8").splitlines():
        for name, rest in re.findall(r"pullquote ((?:fixtures )?[a-z]+)((?: [^#`|&;]*)?)", line):
            if name in known:
                options = re.findall(r"(?<=\s)--?[a-z][\w-]*", rest)
                assert [option for option in options if f"`{option}`" not in known[name]] == [], (
                    line
                )


def test_the_reference_names_every_key_of_a_job():
    page = job_file_page()
    for model in (CrawlJob, Limits, Schedule):
        assert [key for key in model.model_fields if f"| `{key}` |" not in page] == []


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(path):
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = re.findall(r"(?<!!)\[[^\]]*\]\(([^)#\s]+)", text)
    local = [target for target in targets if not re.match(r"\w+:", target)]
    assert [target for target in local if not (path.parent / target).exists()] == []


def test_every_decision_has_its_line_under_one_theme():
    decisions = sorted(path.name for path in (DOCS / "decisions").glob("[0-9]*.md"))
    listed = re.findall(r"^- \[\d+\]\((.+?)\)", (DOCS / "decisions/index.md").read_text(), re.M)
    assert sorted(listed) == decisions, "docs/decisions/index.md"
    numbers = [name.partition("-")[0] for name in decisions]
    assert len(set(numbers)) == len(numbers), "two decisions have one number"


def test_every_page_of_the_navigation_is_there():
    listed = re.findall(r'"([\w/-]+\.md)"', NAVIGATION.read_text(encoding="utf-8"))
    assert [name for name in listed if name not in PAGES and not (DOCS / name).exists()] == []


def test_the_tutorial_runs(tmp_path, monkeypatch, capsys):
    shutil.copytree(ROOT / "fixtures", tmp_path / "pages")
    monkeypatch.chdir(tmp_path)
    text = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    names: dict[str, object] = {}
    for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL):
        exec(compile(block, "tutorial.md", "exec"), names)
    out = capsys.readouterr().out
    assert " of them articles" in out
    assert "% of" in out
    drawn = (tmp_path / "speakers.svg").read_text()
    assert drawn.count("<rect") == 9  # eight bars on their ground
    shown = (DOCS / "plots" / "speakers.svg").read_text(encoding="utf-8")
    assert re.sub(r">[^<]+<|\d+", "", shown) == re.sub(r">[^<]+<|\d+", "", drawn)
    assert (tmp_path / "for-colleagues" / "quotes.csv").exists()
