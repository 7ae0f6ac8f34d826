"""What the labeller of references is trained on: alignment of gold, invented strings."""

import importlib
import json
import runpy
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[3] / "benchmarks"


@pytest.fixture
def modules(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return {
        name: importlib.import_module(f"reference_model.{name}")
        for name in ("align", "lexicon", "styles", "synthetic")
    }


def labels_of(modules, record, source="references"):
    align = modules["align"]
    example = align.align(record, source)
    return [sorted(align.LABELS[index] for index in allowed) for allowed in example.allowed]


def test_fields_become_labels(modules):
    record = {
        "id": "1",
        "source": "own",
        "text": "Holm, B. (2019). On lamps. Light, 3(2), 1–9.",
        "authors_raw": "Holm, B.",
        "authors": ["Holm"],
        "year": "2019",
        "title": "On lamps",
        "container": "Light",
        "volume": "3",
        "issue": "2",
        "pages": "1-9",
    }
    assert [names[0] for names in labels_of(modules, record)] == [
        *["author"] * 2,
        "date",
        *["title"] * 2,
        "container",
        "volume",
        "issue",
        "pages",
    ]


def test_tokens_outside_fields_stay_open(modules):
    record = {"id": "1", "source": "own", "text": "On lamps, 2nd edition", "title": "On lamps"}
    labels = labels_of(modules, record)
    assert labels[:2] == [["title"], ["title"]]
    assert labels[-1] == ["accessed", "edition", "editor", "other"]


def test_identifiers_are_links(modules):
    record = {"id": "1", "source": "own", "text": "Lamps https://a.example/1", "title": "Lamps"}
    assert labels_of(modules, record) == [["title"], ["link"]]


def test_year_in_brackets_before_others(modules):
    record = {"id": "1", "source": "own", "text": "Lamps of 2019. Light (2019)", "year": "2019"}
    labels = labels_of(modules, record)
    assert labels[-1] == ["date"]
    assert "other" in labels[2]


def test_same_seed_same_strings(modules):
    first, second = (modules["synthetic"].Inventor(5).examples(20) for _ in range(2))
    assert [example.text for example in first] == [example.text for example in second]


def test_every_style_renders(modules):
    styles, inventor = modules["styles"], modules["synthetic"].Inventor(1)
    groups = ("JOURNAL", "BOOK", "CHAPTER", "MEETING", "REPORT", "WEB")
    for template in (template for group in groups for template in getattr(styles, group)):
        text = "".join(part for _, part in inventor.render(template))
        assert text
        assert not set("{}⟦⟧") & set(text)


def test_one_label_for_each_token(modules):
    from scraper.parsers.reference_tokens import tokenise

    for example in modules["synthetic"].Inventor(3).examples(200):
        assert len(example.allowed) == len(tokenise(example.text))
        assert all(len(allowed) == 1 for allowed in example.allowed)


def test_bank_lends_its_values(modules):
    synthetic = modules["synthetic"]
    bank = synthetic.bank_of([{"title": "Zanzibar lamps", "authors": ["Qvist"]}])
    texts = " ".join(example.text for example in synthetic.Inventor(2, bank).examples(60))
    assert "Zanzibar lamps" in texts
    assert "Qvist" in texts


def test_predictions_are_written(monkeypatch, tmp_path):
    gold, output = tmp_path / "gold.jsonl", tmp_path / "predictions.jsonl"
    record = {"id": "a", "text": "Holm, B. (2019). On the lamps of the coast. Light, 3(2), 1–9."}
    gold.write_text(json.dumps(record) + "\n\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["predict_references.py", str(gold), "-o", str(output)])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(BENCHMARKS / "predict_references.py"), run_name="__main__")
    assert ended.value.code == 0
    written = json.loads(output.read_text(encoding="utf-8"))
    assert (written["id"], written["year"], written["authors"]) == ("a", "2019", ["Holm"])
