"""Corrections: what readers put right, kept apart from the extraction and put in on the way out.

The extraction is never changed. Corrections are lines of a file of their own beside the records
(``log``); whoever reads records puts them in (``apply``), so that they outlive every new
extraction and reach every export, marked in the record's evidence.
"""

from scraper.corrections.apply import (
    LINKS,
    Applied,
    Conflict,
    apply_corrections,
    corrected_fields,
    describe_corrections,
)
from scraper.corrections.log import CorrectionLog, corrections_path, place_of

__all__ = [
    "LINKS",
    "Applied",
    "Conflict",
    "CorrectionLog",
    "apply_corrections",
    "corrected_fields",
    "corrections_path",
    "describe_corrections",
    "place_of",
]
