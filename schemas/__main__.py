"""Writes the JSON Schema files of the models: ``python -m schemas``."""

import json
from pathlib import Path

from pydantic import BaseModel

import schemas

FOLDER = Path(__file__).parent / "json"


def schema_files() -> dict[str, str]:
    """Return file name to text of the JSON Schema (2020-12) of every public model."""
    models = [getattr(schemas, name) for name in schemas.__all__]
    return {
        f"{model.__name__}.json": json.dumps(
            {
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                **model.model_json_schema(mode="serialization"),
            },
            indent=2,
            ensure_ascii=False,
        )
        + "\n"
        for model in models
        if isinstance(model, type) and issubclass(model, BaseModel)
    }


def main() -> None:
    """Write all files, and remove those of models that are gone."""
    FOLDER.mkdir(exist_ok=True)
    files = schema_files()
    for name, text in files.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    for stale in set(FOLDER.glob("*.json")) - {FOLDER / name for name in files}:
        stale.unlink()


if __name__ == "__main__":
    main()
