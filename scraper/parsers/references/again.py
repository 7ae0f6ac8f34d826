"""Gives entries that print a dash or "ders." for their authors the names of the entry before.

Chicago, MLA and DIN ISO 690 allow both where works of one author follow each other. The text of
the entry stays as printed.
"""

import re
from collections.abc import Iterable, Iterator

from schemas import Name, Reference
from scraper.patterns import late

_AGAIN = late(
    r"\s*(?:(?:[—―–‒─_]\s?|-){2,}|[—―](?=[.,:]|\s?\())[.,:;]?\s*"
    r"(?P<role>\(?(?:eds?|hgg?|hrsg|éds?|dirs?|coords?)\b\.?\)?[.,:]?\s*)?"
    r"|(?:ders|dies|dens|id|ead|idem|eadem)\b\.?\s?(?P<german>\((?:hgg?|hrsg)\.?\))?[.,:]\s*",
    re.IGNORECASE,
)
"""What stands for the names at the start of an entry, and that they are editors there."""


def with_repeated_names(references: Iterable[Reference]) -> Iterator[Reference]:
    """Yield the entries of a page in order, those that repeat their authors with their names.

    Only empty fields are filled: an entry whose own names follow the dash keeps these.
    """
    names: list[Name] = []
    for reference in references:
        match = _AGAIN.match(reference.text)
        if match is None:
            names = reference.author or reference.editor
            yield reference
            continue
        if reference.author or reference.editor:
            yield reference
            continue
        field = "editor" if match.group("role") or match.group("german") else "author"
        yield reference.model_copy(update={field: list(names)})
