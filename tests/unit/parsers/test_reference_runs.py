"""Runs of labelled tokens."""

import pytest

from scraper.parsers.reference_labels import LabelledToken
from scraper.parsers.reference_runs import Run, bridge_runs, end_authors, join_runs
from scraper.parsers.reference_tokens import tokenise


def labelled(text, labels):
    return [
        LabelledToken(token, label)
        for token, label in zip(tokenise(text), labels.split(), strict=True)
    ]


def texts(text, runs):
    return [(run.label, text[run.start : run.end]) for run in runs]


def test_neighbours_join_and_other_parts():
    text = "Holm, B. On lamps. See there, in Light"
    labels = "author author title title other other other container"
    runs = join_runs(labelled(text, labels))
    assert texts(text, runs) == [
        ("author", "Holm, B"),
        ("title", "On lamps"),
        ("container", "Light"),
    ]


def test_nothing_joins_to_nothing():
    assert join_runs([]) == []
    assert join_runs(labelled("see there", "other other")) == []


def test_plain_words_are_bridged():
    text = "The place in nature"
    runs = [Run("container", 0, 9, 2), Run("container", 13, 19, 1)]
    assert texts(text, bridge_runs(text, runs)) == [("container", "The place in nature")]


@pytest.mark.parametrize(
    "text, runs",
    [
        pytest.param("The place. Nature", [Run("title", 0, 9, 2), Run("title", 11, 17, 1)], id="a mark between"),
        pytest.param("12 of 13", [Run("volume", 0, 2, 1), Run("volume", 6, 8, 1)], id="numbers"),
        pytest.param("Place with very many small words between here and Nature", [Run("title", 0, 5, 1), Run("title", 50, 56, 1)], id="too far"),
    ],
)  # fmt: skip
def test_not_bridged(text, runs):
    assert bridge_runs(text, runs) == runs


def test_authors_end_at_the_stop_behind_bare_initials():
    text = "Holm A, Ito B. Lamps, light and tides"
    runs = [Run("author", 0, 20, 5), Run("title", 22, 37, 3)]
    assert texts(text, end_authors(text, runs)) == [
        ("author", "Holm A, Ito B"),
        ("title", "Lamps, light and tides"),
    ]


@pytest.mark.parametrize(
    "text", ["Holm, A. Lamps of the coast", "A. Holm, Lamps of the coast", "Holm A. et al"]
)
def test_other_authors_stay(text):
    runs = [Run("author", 0, 7, 2), Run("title", 9, len(text), 4)]
    assert end_authors(text, runs) == runs


def test_one_run_stays():
    runs = [Run("author", 0, 14, 4)]
    assert end_authors("Holm A. Lamps", runs) == runs
