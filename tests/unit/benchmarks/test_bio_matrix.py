"""Constructed boxes about authors in every shape and many languages: what is right, to the page."""

import importlib
from pathlib import Path

import pytest

from scraper import extract

BENCHMARKS = Path(__file__).parents[3] / "benchmarks"
ADDRESS = "https://tern-notes.example/harbour"


@pytest.fixture
def modules(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return {
        "authors": importlib.import_module("constructed.authors"),
        "matrix": importlib.import_module("bio_matrix"),
    }


@pytest.mark.parametrize("part, pages", [("dev", 202), ("check", 84)])
def test_all_boxes_are_read_right(modules, part, pages):
    built = list(modules["authors"].build_bio_pages(part))
    faulty = [
        page.name for page in built if modules["matrix"].faults(page, extract(page.markup, ADDRESS))
    ]
    assert (len(built), faulty) == (pages, [])


def test_parts_share_no_pair_and_no_name(modules):
    build = modules["authors"].build_bio_pages
    dev, check = list(build("dev")), list(build("check"))
    assert {(p.shape, p.language) for p in dev}.isdisjoint({(p.shape, p.language) for p in check})
    names = [{name for page in part for name, _ in page.bios} for part in (dev, check)]
    assert names[0].isdisjoint(names[1])


def test_a_fault_is_seen(modules):
    page = next(iter(modules["authors"].build_bio_pages("dev")))
    article = extract(page.markup, ADDRESS)
    assert modules["matrix"].faults(page, article) == []
    authors = [author.model_copy(update={"bio": "Nobody knows."}) for author in article.authors]
    leaked = article.model_copy(update={"authors": authors, "body": page.bios[0][1]})
    assert len(modules["matrix"].faults(page, leaked)) == 3
