"""The shared base of all models, and the types that several of them use.

Every model is frozen, refuses unknown keys and documents each field by the docstring below
it; the data dictionary and the JSON Schema files are generated from those docstrings.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

ISO_8601 = r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$"
"""A year, month, day or timestamp; the precision is the precision of the source."""

PartialDate = Annotated[str, StringConstraints(pattern=ISO_8601)]
"""ISO 8601 text that keeps the precision of its source: ``2016``, ``2016-03``, ``2016-03-08``,
``2016-03-08T09:30:00+01:00``. A time without an offset stays without one."""

Offset = Annotated[int, Field(ge=0)]
"""A position in ``Article.body``, counted in characters (Unicode code points)."""

Confidence = Annotated[float, Field(ge=0.0, le=1.0)]
"""How sure a parser is, from 0 (a guess) to 1 (stated by the page in one voice)."""


class Model(BaseModel):
    """Base of every record: frozen, strict about unknown keys, documented field by field."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
