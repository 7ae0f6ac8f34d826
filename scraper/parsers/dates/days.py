"""Gathers mentions into candidate days, and ranks these for the day of publication.

All mentions of one day support it together. A linear ranker (a softmax over the page's days and
the answer "none of them"), trained on public data by ``benchmarks/train_dates.py``, weighs the
places, what stands around them, and how the days lie to each other and to the address.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.dates.day import ORIGINAL, OUT, OWN, UPDATE_LABELS, VISIBLE, Day
from scraper.parsers.dates.masthead import without_masthead
from scraper.parsers.dates.mentions import (
    LATEST_YEAR,
    Address,
    Mention,
    attribute_mentions,
    item_mentions,
    make_reader,
    meta_mentions,
    read_address,
    script_mentions,
    title_mentions,
)
from scraper.parsers.dates.places import NOTICE, PAGE_EDITED, Layout, blocks_beside, find_layout
from scraper.parsers.dates.relations import note_mentions, note_relations
from scraper.parsers.dates.visible import visible_mentions
from scraper.parsers.found import Found
from scraper.parsers.linear import load_weights, weigh

_EARLIEST_YEAR = 1990
_LIBRARY_TERMS = ("citation_", "dc.", "dcterms.", "prism.")
_UNSET_DAYS = frozenset(
    date(*day).toordinal() for day in ((1900, 1, 1), (1969, 12, 31), (1970, 1, 1))
)
"""What programs write where no date was entered: the first days of Unix and of spreadsheets."""
_OTHER_LABEL = "label:other:colon"
"""A day under "Registered:" and kin is none of the article's (none of 63 such days of the
development sets is)."""
_AROUND_NOTHING = frozenset({PAGE_EDITED, NOTICE})
"""Features of a place that says nothing of the article's publication."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """All that a page offers for its dates."""

    days: tuple[Day, ...]
    address: Address
    absent: Mapping[str, float]
    """Features of the answer that no day is the article's."""

    @property
    def rivals(self) -> tuple[Day, ...]:
        """The days that can be that of publication: all but those labelled as something else."""
        return tuple(day for day in self.days if OUT not in day.features)


def find_candidates(page: Page, title: Found[str] | None, body: Body) -> Candidates:
    """Return the page's candidate days with their features, in order of first mention."""
    reader = make_reader(page)
    mentions = [*item_mentions(page, title, reader), *meta_mentions(page, title, reader)]
    if not any(m.kind == "published" for m in mentions):
        mentions.extend(script_mentions(page, reader))
        mentions.extend(attribute_mentions(page, reader))
    layout = find_layout(page, title, body)
    address = read_address(page)
    known = frozenset(m.moment.ordinal for m in mentions)
    own = frozenset(m.moment.ordinal for m in mentions if m.kind in ("published", "modified"))
    reader = replace(reader, own_days=own)
    blocks = blocks_beside(page, layout) if _are_clear(mentions) else page.blocks
    mentions.extend(visible_mentions(page, blocks, layout, reader, known, address.month))
    mentions.extend(title_mentions(page, reader))
    mentions = without_masthead(_without_today(mentions, page), page, layout.headline)
    if address.day is not None:
        mentions.append(Mention(address.day, "published", "url", "url", None, {"url": 1.0}))
    days: dict[int, Day] = {}
    latest = _latest(page)
    for mention in mentions:
        is_early = mention.moment.year < _EARLIEST_YEAR and not _is_of_a_library(mention)
        if not is_early and mention.moment.ordinal <= latest:
            ordinal = mention.moment.ordinal
            days.setdefault(ordinal, Day(ordinal)).mentions.append(mention)
    found = tuple(days.values())
    for day in found:
        note_mentions(day)
        if _is_labelled_otherwise(day) or (address.day is not None and _is_told(day)):
            day.features[OUT] = 1.0
    note_relations(found, address)
    for day in found:
        if day.visible and any(mention.source not in VISIBLE for mention in day.mentions):
            # A day that is stated does not lose by standing in a teaser, too.
            day.visible.append({})
    return Candidates(found, address, _absent(found, layout, address))


def _is_of_a_library(mention: Mention) -> bool:
    """Return whether a date stands in a catalogue's terms: of a work that is older than the web."""
    if mention.moment.ordinal in _UNSET_DAYS:
        return False
    return mention.source == "meta" and (mention.where or "").startswith(_LIBRARY_TERMS)


def _is_labelled_otherwise(day: Day) -> bool:
    """Return whether a day is displayed under "Registered:" and kin, and nothing else names it.

    Or as that of the last edit of a wiki's page, or of an event, a deadline, a rule.
    """
    return all(mention.source in VISIBLE for mention in day.mentions) and all(
        not _AROUND_NOTHING.isdisjoint(place)
        or (_OTHER_LABEL in place and not UPDATE_LABELS & place.keys())
        for place in day.visible
    )


def _is_told(day: Day) -> bool:
    """Return whether nothing but sentences of the text name a day: what happened then.

    Where the address states a whole day, that of publication needs no guess.
    """
    return all(mention.source == "text" for mention in day.mentions) and all(
        "in-paragraph" in place and "in-body" in place and "label:published" not in place
        for place in day.visible
    )


def _are_clear(stated: list[Mention]) -> bool:
    """Return whether a page states its publication without a doubt, and its last change, too.

    The article's own item or two sources state one day as that of publication, and none
    another one. What is displayed far from the headline can then be no rival (see decision
    0021), and need not be read.
    """
    originals = [m for m in stated if ORIGINAL & m.features.keys()]
    if not originals or not any(m.kind == "modified" for m in stated):
        return False
    is_own = any(OWN & m.features.keys() for m in originals)
    return len({m.moment.ordinal for m in originals}) == 1 and (
        is_own or len({m.source for m in originals}) > 1
    )


def _without_today(mentions: list[Mention], page: Page) -> list[Mention]:
    """Return the mentions without the day of the fetch in the page's header, if others remain."""
    if page.seen_at is None:
        return mentions
    today = page.seen_at.toordinal()
    kept = [
        m
        for m in mentions
        if m.source != "text"
        or abs(m.moment.ordinal - today) > 1
        or not any(name.startswith("before-headline") for name in m.features)
    ]
    return kept or mentions


def _latest(page: Page) -> int:
    """Return the last day that can be: that of the fetch (in any zone), or a far year's."""
    if page.seen_at is None:
        return datetime(LATEST_YEAR, 12, 31).toordinal()  # noqa: DTZ001 - a bound, no instant
    return (page.seen_at + timedelta(hours=14)).toordinal()


def _absent(days: tuple[Day, ...], layout: Layout, address: Address) -> dict[str, float]:
    """Return the features of the answer that no day is the article's."""
    features = {"none": 1.0}
    features["none:days"] = min(len(days), 20) / 20
    stated = any(d.has("json-ld") or d.has("meta") or d.has("microdata") for d in days)
    features["none:stated"] = float(stated)
    features["none:original"] = float(any("original" in d.features for d in days))
    features["none:no-headline"] = float(layout.headline < 0)
    features["none:address"] = float(address.month is not None)
    return features


def score_day(day: Day, weights: Mapping[str, float]) -> float:
    """Return the ranker's value of a day, the best of its displayed places included."""
    value = weigh(day.features, weights)
    if day.visible:
        value += max(weigh(place, weights) for place in day.visible)
    return value


def rank_days(candidates: Candidates) -> list[tuple[float, Day | None]]:
    """Return days and the answer "none" (None) with their probabilities, likeliest first."""
    weights = load_weights("dates")
    scored: list[tuple[float, Day | None]] = [(score_day(d, weights), d) for d in candidates.rivals]
    scored.append((weigh(candidates.absent, weights), None))
    top = max(value for value, _ in scored)
    total = sum(math.exp(value - top) for value, _ in scored)
    ranked = [(math.exp(value - top) / total, day) for value, day in scored]
    ranked.sort(key=lambda pair: -pair[0])
    return ranked
