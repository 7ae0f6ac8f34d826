"""BibTeX and CSL-JSON as pandoc, which is not of this project, reads them back."""

import json
import shutil
import subprocess

import pytest

from schemas import Article, Evidence, Name, Reference
from scraper.exporters import write_exports

pytestmark = pytest.mark.skipif(
    shutil.which("pandoc") is None, reason="pandoc is not installed (apt-get install pandoc)"
)

WORKS = [
    Reference(
        text="1",
        type="article-journal",
        title="Salt and stone: a history of the NATO quay? an answer in 100% of cases",
        author=[Name(family="de la Cruz", given="María"), Name(literal="Harbour Board")],
        issued="2016-03-08",
        container_title="Journal of Quays & Öre",
        volume="12",
        page="4–19",
        DOI="10.5555/quay_1(2)",
        URL="https://quay.example/a_b?x=1&y=~z#part",
    ),
    Reference(text="2", type="book", title="iPods of the Coast", publisher="Tern", issued="1999"),
    Reference(text="3", type="webpage", title="notes on $5 _signs_", URL="https://x.example/"),
]
VERBATIM = ("title", "volume", "DOI", "URL", "publisher")


def read(path, form):
    done = subprocess.run(
        ["pandoc", "--from", form, "--to", "csljson", str(path)],
        capture_output=True,
        check=True,
        text=True,
    )
    assert not done.stderr
    return {item["id"]: item for item in json.loads(done.stdout)}


@pytest.mark.parametrize("form, ending", [("biblatex", "bib"), ("csljson", "csl.json")])
def test_pandoc_reads_the_works_back_without_loss(form, ending, tmp_path):
    record = Article(id="a1", url="https://paper.example/a", references=WORKS)
    write_exports([record], tmp_path, ["csl-cited", "bibtex-cited"])
    wanted = json.loads((tmp_path / "cited-works.csl.json").read_text(encoding="utf-8"))
    found = read(tmp_path / f"cited-works.{ending}", form)
    assert len(found) == len(WORKS)
    for item in wanted:
        back = found[item["id"]]
        assert {k: back.get(k) for k in VERBATIM} == {k: item.get(k) for k in VERBATIM}
        assert back.get("issued") == item.get("issued")
        assert back.get("page", "").replace("-", "–") == item.get("page", "")
    first = found[wanted[0]["id"]]
    assert first["container-title"] == "Journal of Quays & Öre"
    assert first["author"][1] == {"literal": "Harbour Board"}


def test_pandoc_keeps_what_a_reader_corrected_as_an_annotation(tmp_path):
    mark = Evidence(source="correction", where="Tess, 2026-11-26", confidence=1.0)
    record = Article(
        id="a1", url="https://paper.example/a", title="The pier", evidence={"title": mark}
    )
    write_exports([record], tmp_path, ["bibtex"])
    (item,) = read(tmp_path / "articles.bib", "biblatex").values()
    assert item["annote"] == "Corrected by Tess, 2026-11-26 (title)"
    assert "note" not in item
