"""Constructed pages of every style, shape, heading and mark: what is right, to the page."""

import importlib
from collections import Counter
from pathlib import Path

import pytest

from scraper import extract

BENCHMARKS = Path(__file__).parents[3] / "benchmarks"
ADDRESS = "https://tern-notes.example/harbour"


@pytest.fixture
def constructed(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    names = ("pages", "score", "lookalikes", "works", "styles", "headings")
    return {name: importlib.import_module(f"constructed.{name}") for name in names}


def tally_of(constructed, part):
    tally = constructed["score"].Tally()
    for page in constructed["pages"].build_pages(part, rounds=1):
        tally.add(constructed["score"].score_page(page, extract(page.markup, ADDRESS)))
    return tally


@pytest.mark.parametrize(
    "part, pages, right, entries, citations, links",
    [
        ("dev", 231, 223, (1386, 1355, 1354), (1403, 1399, 1399), (1492, 1459)),
        ("check", 126, 122, (756, 745, 745), (731, 724, 723), (788, 786)),
    ],
)
def test_so_many_constructed_pages_are_read_right(
    constructed, part, pages, right, entries, citations, links
):
    tally = tally_of(constructed, part)
    assert (tally.pages, tally.right_pages) == (pages, right)
    counts = (tally.entries, tally.citations)
    assert [(c["gold"], c["found"], c["right"]) for c in counts] == [entries, citations]
    assert (tally.links["gold"], tally.links["right"]) == links


def test_pages_that_only_look_like_it_give_nothing(constructed):
    module = constructed["lookalikes"]
    found = Counter()
    for name in module.LOOKALIKES:
        article = extract(module.lookalike_page(name), ADDRESS)
        found[name] += len(article.references) + len(article.citations)
    assert not +found
    assert len(found) == 20


def test_pages_are_the_same_each_time_and_parts_share_nothing(constructed):
    build = constructed["pages"].build_pages
    dev, again = (list(build("dev", rounds=1)) for _ in range(2))
    check = list(build("check", rounds=1))
    assert [page.markup for page in dev] == [page.markup for page in again]
    assert {(p.style, p.shape) for p in dev}.isdisjoint({(p.style, p.shape) for p in check})
    families = [
        {f for page in part for w in page.works for f in w.families} for part in (dev, check)
    ]
    assert families[0].isdisjoint(families[1])


def test_works_of_one_author_and_year_have_letters(constructed):
    import random

    works = constructed["works"].invented_works("de", "dev", random.Random(3), 6, alike=True)
    assert [work.suffix for work in works[:2]] == ["a", "b"]
    assert works[0].families == works[1].families
    keys = {(work.families[0], work.year, work.suffix) for work in works}
    assert len(keys) == len(works)


def test_a_fault_is_counted(constructed):
    page = next(iter(constructed["pages"].build_pages("dev", rounds=1)))
    article = extract(page.markup, ADDRESS)
    score = constructed["score"].score_page
    assert score(page, article).right_pages == 1
    fewer = article.model_copy(update={"references": article.references[1:], "citations": []})
    tally = score(page, fewer)
    assert tally.right_pages == 0
    assert (tally.entries["right"], tally.citations["right"]) == (5, 0)
