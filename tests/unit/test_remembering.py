"""What pages say is remembered, and forgotten when much was read."""

import pytest

from scraper import extract, remembering
from scraper.parsers.body.trees import load_model
from scraper.parsers.reference_labels import load_labeller
from scraper.remembering import count_read, forgotten, remembered


@pytest.fixture
def alone(monkeypatch):
    """Caches of a test of its own, and a limit that is soon reached."""
    monkeypatch.setattr(remembering, "_forget", [])
    monkeypatch.setattr(remembering, "_read", 0)
    monkeypatch.setattr(remembering, "READ_LIMIT", 1000)


@pytest.mark.usefixtures("alone")
def test_what_is_remembered_is_forgotten_when_enough_was_read():
    asked = []

    @remembered(8)
    def length(text):
        asked.append(text)
        return len(text)

    assert [length("one"), length("one")] == [3, 3]
    count_read(999)
    length("one")
    assert asked == ["one"]
    count_read(1)
    length("one")
    assert asked == ["one", "one"]


@pytest.mark.usefixtures("alone")
def test_counting_begins_anew():
    times = []
    forgotten(lambda: times.append(1))
    for _ in range(5):
        count_read(600)
    assert len(times) == 2


@pytest.mark.usefixtures("alone")
def test_an_extraction_counts_its_page():
    times = []
    forgotten(lambda: times.append(1))
    extract(b"<p>" + b"Ferries ran late. " * 100)
    assert times == [1]


def test_models_forget_what_pages_said():
    hints, labeller = load_model().hints, load_labeller()
    hints.of("ferry-box")
    labels = labeller.label("Holm, A. (2016). Ferries. Pier Press.")
    hints.forget()
    labeller.forget()
    assert not hints._known
    assert not labeller._known
    assert labeller.label("Holm, A. (2016). Ferries. Pier Press.") == labels


def test_models_stay_when_what_pages_said_is_forgotten(monkeypatch):
    models = load_model(), load_labeller()
    monkeypatch.setattr(remembering, "READ_LIMIT", 0)
    count_read(1)
    assert (load_model(), load_labeller()) == models
