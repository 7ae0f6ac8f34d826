"""The plots of the documentation are those of its figures, and are pictures without anything else."""

import re
import sys
from pathlib import Path

import pytest
from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[3] / "benchmarks"))

import itertools

from plots import DOCS, draw_all, missing_in, read_figures, read_pages

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = draw_all(read_figures())


@pytest.mark.parametrize("name", DRAWN)
def test_plots_are_in_step_with_the_figures(name):
    kept = (DOCS / "plots" / f"{name}.svg").read_text(encoding="utf-8")
    assert kept == DRAWN[name], "run: make plots"


@pytest.mark.parametrize("name", DRAWN)
def test_a_plot_loads_and_runs_nothing_and_stays_in_its_frame(name):
    tree = etree.fromstring(DRAWN[name].encode())
    tags = {etree.QName(element).localname for element in tree.iter()}
    assert tags <= {"svg", "title", "rect", "text", "line", "circle", "polyline"}
    assert re.findall(r"(?:href|url\()", DRAWN[name]) == []
    _, _, width, height = map(float, tree.get("viewBox").split())
    for circle in tree.iter(f"{SVG}circle"):
        assert 0 < float(circle.get("cx")) < width
        assert 0 < float(circle.get("cy")) < height


def test_names_at_the_ends_of_lines_do_not_overlap():
    texts = etree.fromstring(DRAWN["memory"].encode()).iter(f"{SVG}text")
    places = sorted(float(text.get("y")) for text in texts if ": " in (text.text or "")[-12:])
    assert all(later - earlier >= 14 for earlier, later in itertools.pairwise(places))
    assert len(places) == len(read_figures()["memory"]["lines"])


def test_every_plot_is_shown_with_words_for_who_cannot_see_it():
    shown = {
        path.removeprefix("../"): words
        for words, path in re.findall(r"!\[([^\]]+)\]\((\S+)\)", read_pages())
    }
    assert {f"plots/{name}.svg" for name in DRAWN} <= set(shown)
    assert all(len(words) > 20 for words in shown.values())


def test_a_figure_that_the_page_does_not_have_is_named():
    assert missing_in({"a": [["x", 0.962, True], 6.6, 10_000]}, "| .962 | 6.6 | 10,000 |") == []
    assert missing_in([0.5, 7], "| .962 | 6.6 |") == ["0.5", "7"]
