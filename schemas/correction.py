"""What a reader put right in a record, kept apart from what was extracted."""

from pydantic import AwareDatetime, JsonValue

from schemas.base import Model


class Correction(Model):
    """One value of one record that a person set, or took away."""

    article: str
    """``id`` of the article."""

    path: str
    """The field: ``title``, ``quotes.2.speaker``; ``quotes.2`` alone is the whole entry, and
    ``quotes.+`` a new one. Numbers are places at the time of the correction."""

    anchor: str | None = None
    """Text by which the entry of a list is found again when its place has changed: the words of
    a quotation, citation or reference, the name of an author. None for single fields."""

    old: JsonValue = None
    """What the extraction had given; None where it gave nothing."""

    new: JsonValue = None
    """What is right; None where the page has no such value, or the entry should not be there."""

    who: str
    """Who corrected it."""

    when: AwareDatetime
    """When (UTC)."""

    withdrawn: bool = False
    """Whether this line takes an earlier correction of the same place back."""

    extractor_version: str = ""
    """Version of Pullquote whose value was corrected."""
