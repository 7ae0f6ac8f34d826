"""Patterns of years, stand-ins for years, and locators, shared by the finders of citations."""

import re

from scraper.parsers.rules.citations import LOCATOR_LABELS, NO_DATE_PATTERN, PAGE_LABELS
from scraper.patterns import late

YEAR = (
    r"(?<![\d/–-])(?<!\d[.,])(?P<year>1[5-9]\d\d|20[0-4]\d)"
    r"(?:\s?/\s?(?:\d{4}|\d{2})(?!\d)|\s?\[\d{4}\])?(?P<suffix>[a-z](?![\w]))?(?![\d\w])"
)
YEAR_OR_NONE = rf"(?:{YEAR}|(?P<none>{NO_DATE_PATTERN})(?:-?(?P<none_suffix>[a-z])(?!\w))?)"
YEAR_PATTERN = late(YEAR_OR_NONE)
RANGE_BEHIND = late(r"\s?[–—-]\s?(?:\d|heute|present|today|now|\))|s\b")

_NUMBER = r"(?:[A-Z]{0,2}\d[\d.]*(?:n{1,2}\.?\d+|[a-z])?(?::\d+){0,2}|[ivxlc]{1,6}\b)"
"""A page, with its note (``33n2``) or behind its volume (``1:77``); a time of a recording."""
_RANGE = (
    rf"{_NUMBER}(?:\s?(?:[-–—/]|,\s?(?!\d{{4}}\b)|\s?&\s?|\s(?:and|und|et|to|bis)\s)\s?{_NUMBER})*"
)
_FOLLOWING = r"(?:\s?(?:页|頁|ページ|쪽|章|节|節|ff?\b\.?(?:,\s\d+)?|sqq?\b\.?|et seq\.|passim))?"
_PLACE = rf"(?:{LOCATOR_LABELS}\s?)?{_RANGE}{_FOLLOWING}"
_LABELLED = rf"{LOCATOR_LABELS}\s?{_RANGE}{_FOLLOWING}"
LOCATOR = late(rf"\s*(?:[:,;.]|\s)\s*(?P<place>{_PLACE}(?:\s?[,;:]?\s?{_LABELLED})*)(?![\w])", re.I)
ONLY_LOCATOR = late(
    rf"(?P<name>.{{2,120}}?)(?:,\s*|:\s*|\s+)(?P<place>{PAGE_LABELS}\s?{_RANGE}{_FOLLOWING}"
    rf"(?:\s?[,;:]?\s?{_LABELLED})*)$",
    re.I,
)
BARE_LOCATOR = late(rf"[\s:,.]*(?P<place>{_PLACE}(?:\s?[,;:]?\s?{_LABELLED})*)$", re.I)
PLACE_BEHIND = late(rf",\s(?P<place>{PAGE_LABELS}\s?{_RANGE}{_FOLLOWING})(?!\w)", re.I)
"""A labelled place behind a bracket: ``Okafor (2014), p. 27``."""
_LABEL = late(rf"{LOCATOR_LABELS}\s?(?=[A-Z]?\d|[ivxlc]+\b)", re.I)


def clean_locator(place: str) -> str:
    """Return a locator without its label; one with several labels keeps them."""
    labels = list(_LABEL.finditer(place))
    place = place.strip(" .,;:").removesuffix("ページ").rstrip("页頁쪽")
    if len(labels) == 1 and labels[0].start() == 0:
        return place[labels[0].end() :].strip()
    return place


def has_label(place: str) -> bool:
    """Return whether a locator prints a label such as ``p.``."""
    return _LABEL.match(place.strip()) is not None
