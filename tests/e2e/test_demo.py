"""The demo as ``make demo`` runs it: sites on loopback, a crawl, files, a table."""

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from schemas import Article
from scraper.demo import __main__ as demo
from scraper.fixtures import find_fixtures

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.fixture(scope="module")
def ended(tmp_path_factory):
    output = tmp_path_factory.mktemp("output")
    (output / "demo").mkdir()
    (output / "demo" / "old.txt").write_text("of an earlier demo")
    console = Console(file=io.StringIO(), width=100)
    report = demo.run_demo(FIXTURES, output, console)
    return report, output / "demo", console.file.getvalue()


def test_no_page_fails(ended):
    report, _, _ = ended
    assert report.state == "finished"
    assert report.failure_share == 0
    assert report.outcomes["robots-denied"] > 0


def test_every_article_is_found_once(ended):
    _, folder, _ = ended
    expected = [fixture.read_expected() or {} for fixture in find_fixtures(FIXTURES)]
    articles = {e["title"] for e in expected if e.get("page_type", "article") == "article"}
    lines = (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    records = [Article.model_validate_json(line) for line in lines]
    assert {record.title for record in records} == articles
    assert len({record.canonical_url for record in records}) == len(records)


def test_the_table_and_the_files(ended):
    _, folder, shown = ended
    assert "lantern" in shown.lower()
    assert "cited-works.bib  the works that they cite" in shown
    assert not (folder / "old.txt").exists()
    assert json.loads((folder / "report.json").read_text())["job"] == "demo"
    names = {path.name for path in folder.iterdir()}
    assert names >= {"articles.csv", "articles.sqlite", "markdown", "warc", "report.html"}


@pytest.mark.parametrize("share, code", [(0.0, 0), (0.5, 1)])
def test_the_exit_code_tells_of_failures(ended, monkeypatch, share, code):
    report = ended[0].model_copy(update={"failure_share": share})
    monkeypatch.setattr(demo, "run_demo", lambda *args: report)
    with pytest.raises(SystemExit) as exited:
        demo.main()
    assert exited.value.code == code


def test_missing_fixtures_are_one_line(monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as exited:
        demo.main()
    assert exited.value.code == 2
    assert capsys.readouterr().err.startswith("demo: fixtures is no folder")
