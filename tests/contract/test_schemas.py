"""The models' JSON Schema files, strictness and documentation."""

import pytest
from pydantic import BaseModel, ValidationError

import schemas
from schemas.__main__ import FOLDER, schema_files
from scraper import extract

MODELS = [
    getattr(schemas, name)
    for name in schemas.__all__
    if isinstance(getattr(schemas, name), type) and issubclass(getattr(schemas, name), BaseModel)
]


def test_json_schema_files_are_in_step_with_the_models():
    on_disk = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    assert on_disk == schema_files(), "run: make schemas"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_documented(model):
    missing = [name for name, field in model.model_fields.items() if not field.description]
    assert not missing


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_unknown_keys_are_refused(model):
    with pytest.raises(ValidationError, match="no_such_field"):
        model.model_validate({"no_such_field": 1})


def test_public_names_are_sorted():
    assert schemas.__all__ == sorted(schemas.__all__)


def test_a_record_survives_json():
    article = extract("<h1>A title</h1><p>Some text of the page.</p>", "https://a.example/x")
    assert schemas.Article.model_validate_json(article.model_dump_json()) == article


@pytest.mark.parametrize(
    "value", ["2016", "2016-03", "2016-03-08", "2016-03-08T09:30", "2016-03-08T09:30:00+01:00"]
)
def test_a_date_keeps_its_precision(value):
    assert schemas.Article(id="x", date_published=value).date_published == value


@pytest.mark.parametrize("value", ["8 March 2016", "2016-3-8", "16-03-08", "2016-03-08 09:30", ""])
def test_a_date_that_is_not_iso_8601_is_refused(value):
    with pytest.raises(ValidationError):
        schemas.Article(id="x", date_published=value)


@pytest.mark.parametrize(
    "value",
    "2024-13-45 2024-00 2023-02-29 2024-06-31T09:30:00Z 0000-01-01 2024-01-01T24:10 "
    "2024-01-01T10:60 2024-01-01T10:00:00+99:00".split(),
)
def test_a_date_that_calendar_or_clock_lack_is_refused(value):
    with pytest.raises(ValidationError):
        schemas.Article(id="x", date_modified=value)
    with pytest.raises(ValidationError):
        schemas.Reference(text="x", issued=value)


@pytest.mark.parametrize("value", ["2024-02-29", "2024-12-31T23:59:59.5+14:00"])
def test_a_date_at_the_edge_of_the_calendar_is_taken(value):
    assert schemas.Article(id="x", date_modified=value).date_modified == value


@pytest.mark.parametrize("value", [" 2016", "2016\n", "2016-03-08T"])
def test_a_date_with_more_or_less_than_iso_8601_is_refused(value):
    with pytest.raises(ValidationError):
        schemas.Article(id="x", date_published=value)
