from pathlib import Path

from scraper.exporters.dictionary import RECORD_MODELS, dictionary_markdown
from scraper.exporters.tables import TABLES

DOCUMENT = Path(__file__).parents[3] / "docs" / "data-dictionary.md"


def test_the_document_is_in_step_with_the_models():
    assert DOCUMENT.read_text(encoding="utf-8") == dictionary_markdown(), (
        "run: python -m scraper.exporters > docs/data-dictionary.md"
    )


def test_every_field_and_column_is_explained():
    text = dictionary_markdown()
    for model in RECORD_MODELS:
        assert f"### {model.__name__}\n" in text
        assert all(field.description for field in model.model_fields.values()), model
    for table in TABLES:
        assert f"### {table.name}\n" in text


def test_types_read_as_words():
    text = dictionary_markdown()
    assert "| `authors` | list of Author |" in text
    assert "| `title` | text or null |" in text
    assert "| `evidence` | map of text to Evidence |" in text
    assert "one of `direct`, `block`, `pull`" in text
