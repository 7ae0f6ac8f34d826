"""The shared base of all models, and the types that several of them use.

Every model is frozen, refuses unknown keys and documents each field by the docstring below
it; the data dictionary and the JSON Schema files are generated from those docstrings.
"""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

_DAY = r"(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])"
_CLOCK = r"T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?"
ISO_8601 = rf"^\d{{4}}(-{_DAY}({_CLOCK})?)?)?$"
"""A year, month, day or timestamp; the precision is the precision of the source."""


def is_on_calendar(text: str) -> bool:
    """Whether a text of the form of ``ISO_8601`` names a day that there was or will be."""
    year, month, day = [*map(int, text[:10].split("-")), 1, 1][:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _check_calendar(text: str) -> str:
    if not is_on_calendar(text):
        raise ValueError(f"{text[:10]} is no day of the calendar")
    return text


PartialDate = Annotated[str, StringConstraints(pattern=ISO_8601), AfterValidator(_check_calendar)]
"""ISO 8601 text that keeps the precision of its source: ``2016``, ``2016-03``, ``2016-03-08``,
``2016-03-08T09:30:00+01:00``. A time without an offset stays without one. A day that the
calendar lacks is refused."""

Offset = Annotated[int, Field(ge=0)]
"""A position in ``Article.body``, counted in characters (Unicode code points)."""

Confidence = Annotated[float, Field(ge=0.0, le=1.0)]
"""How sure a parser is, from 0 (a guess) to 1 (stated by the page in one voice)."""


class Model(BaseModel):
    """Base of every record: frozen, strict about unknown keys, documented field by field."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
