"""Gathers mentions into candidate days, and ranks these for the day of publication.

All mentions of one day support it together. A linear ranker (a softmax over the page's days and
the answer "none of them"), trained on public data by ``benchmarks/train_dates.py``, weighs the
places, what stands around them, and how the days lie to each other and to the address.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files

from scraper.page import Page
from scraper.parsers.body_text import Body
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
from scraper.parsers.dates.moment import Moment
from scraper.parsers.dates.places import NOTICE, PAGE_EDITED, Layout, blocks_beside, find_layout
from scraper.parsers.dates.visible import visible_mentions
from scraper.parsers.found import Found

VISIBLE = frozenset({"text", "time"})
STATED = frozenset({"json-ld", "microdata", "rdfa", "meta"})
"""Sources that are written for machines."""

_EARLIEST_YEAR = 1990
_ONE_WEIGHT = frozenset({"short-year", "first"})
"""What tells more about a page's country and theme than about a date."""
ORIGINAL = frozenset(
    {
        "json-ld:own:published",
        "json-ld:article:published",
        "json-ld:page:published",
        "microdata:own:published",
        "microdata:article:published",
        "meta:og:published",
        "meta:named:published",
    }
)
"""Features of a day that the page states as the article's own."""
_OUT = "out"
"""Feature of a day that cannot be that of publication."""
_OTHER_LABEL = "label:other:colon"
"""A day under "Registered:" and kin is none of the article's (none of 63 such days of the
development sets is)."""
_AROUND_NOTHING = frozenset({PAGE_EDITED, NOTICE})
"""Features of a place that says nothing of the article's publication."""
UPDATE_LABELS = frozenset({"label:modified", "time:modified", "class:modified"})
_OWN = frozenset({"json-ld:own:published", "microdata:own:published"})
_STATED_CHANGE = frozenset(
    {
        "json-ld:own:modified",
        "json-ld:article:modified",
        "microdata:own:modified",
        "meta:og:modified",
    }
)
_BELOW_HEADLINE = ("behind-headline:0", "behind-headline:1-2", "behind-headline:3-6")


@dataclass(slots=True)
class Day:
    """One calendar day, as written in some place, with all its mentions."""

    ordinal: int
    mentions: list[Mention] = field(default_factory=list)
    features: dict[str, float] = field(default_factory=dict)
    """What its structured mentions, its relations to other days and the address say."""
    visible: list[dict[str, float]] = field(default_factory=list)
    """The features of each place where the day is displayed; the best place counts."""

    def has(self, prefix: str) -> bool:
        """Return whether a feature's name starts with a prefix."""
        return any(name.startswith(prefix) for name in self.features)


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
        return tuple(day for day in self.days if _OUT not in day.features)


def find_candidates(page: Page, title: Found[str] | None, body: Body) -> Candidates:
    """Return the page's candidate days with their features, in order of first mention."""
    reader = make_reader(page)
    mentions = [*item_mentions(page, title, reader), *meta_mentions(page, reader)]
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
    mentions = _without_today(mentions, page)
    if address.day is not None:
        mentions.append(Mention(address.day, "published", "url", "url", None, {"url": 1.0}))
    days: dict[int, Day] = {}
    latest = _latest(page)
    for mention in mentions:
        if mention.moment.year >= _EARLIEST_YEAR and mention.moment.ordinal <= latest:
            ordinal = mention.moment.ordinal
            days.setdefault(ordinal, Day(ordinal)).mentions.append(mention)
    found = tuple(days.values())
    for day in found:
        _note_mentions(day)
        if _is_labelled_otherwise(day) or (address.day is not None and _is_told(day)):
            day.features[_OUT] = 1.0
    _note_relations(found, address)
    for day in found:
        if day.visible and any(mention.source not in VISIBLE for mention in day.mentions):
            # A day that is stated does not lose by standing in a teaser, too.
            day.visible.append({})
    return Candidates(found, address, _absent(found, layout, address))


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
    is_own = any(_OWN & m.features.keys() for m in originals)
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


def _note_mentions(day: Day) -> None:
    """Add up a day's mentions; displayed ones are kept apart, each with its own place."""
    features = day.features
    counted: dict[str, int] = {}
    for mention in day.mentions:
        counted[mention.source] = counted.get(mention.source, 0) + 1
        if mention.source in VISIBLE:
            day.visible.append(mention.features)
        else:
            features.update(mention.features)
    if any(mention.kind == "published" for mention in day.mentions):
        # A change on the day of publication says nothing more about that day.
        day.features = features = {n: v for n, v in features.items() if ":modified" not in n}
    stated = len(STATED & counted.keys())
    features["sources"] = min(len(counted), 4) / 4
    if stated > 1:
        features["stated:twice"] = 1.0
    if stated and day.visible:
        features["stated+visible"] = 1.0
    if len(day.visible) > 1:
        features["visible:twice"] = 1.0


def _note_relations(days: tuple[Day, ...], address: Address) -> None:
    """Note how the days lie to each other and to what the address says."""
    published = [
        day.ordinal
        for day in days
        if any(m.kind == "published" and m.source != "url" for m in day.mentions)
    ]
    modified = [day.ordinal for day in days if any(m.kind == "modified" for m in day.mentions)]
    first_published = min(published, default=None)
    originals = [day for day in days if ORIGINAL & day.features.keys()]
    first_stated = min((day.ordinal for day in originals), default=None)
    _note_originals(originals)
    last_visible = max((day.ordinal for day in days if day.visible), default=None)
    for day in days:
        features = day.features
        _note_address(features, day.mentions[0].moment, address)
        if len(days) == 1:
            features["only"] = 1.0
        if first_published is not None:
            features[f"to-published:{_distance(day.ordinal - first_published)}"] = 1.0
        elif day.ordinal == last_visible:
            features["latest-visible"] = 1.0
        kinds = {mention.kind for mention in day.mentions}
        if "modified" in kinds and "published" not in kinds:
            features["only-modified"] = 1.0
        if modified and day.ordinal > min(modified):
            features["behind-modified"] = 1.0
        if first_stated is not None and day.ordinal > first_stated:
            _note_update(day, first_stated)
        regime = (
            "unstated"
            if first_published is None
            else "against"
            if day.ordinal not in published
            else ""
        )
        if regime:
            # What is displayed weighs differently where the page states nothing, and where it
            # contradicts what the page states.
            for place in day.visible:
                place.update({f"{name}*{regime}": 1.0 for name in place if name not in _ONE_WEIGHT})


def _note_update(day: Day, first_stated: int) -> None:
    """Note what makes a day behind a stated publication no day of publication.

    It is out where it is displayed under "updated" only (on the development sets the stated
    day was right on 83 such pages, the update on 22), and where it is not displayed by the
    headline: then it is a stated change, another story's, or today (1,108 days, 9 of them gold).
    A change that stands there without saying so is left to the ranker; see decision 0021.
    """
    if {mention.kind for mention in day.mentions} & {"published", "created"}:
        return
    is_stated = any(name.endswith(":modified") for name in day.features)
    if is_stated:
        day.features["update:stated"] = 1.0
    labelled = [
        mention.is_called_change or bool(UPDATE_LABELS & mention.features.keys())
        for mention in day.mentions
        if mention.source in VISIBLE
    ]
    is_labelled = bool(labelled) and (any(labelled) if is_stated else all(labelled))
    is_labelled = is_labelled or _shows_change(day)
    # The neighbouring day may be the one on which readers saw what is stated in UTC.
    is_elsewhere = (day.ordinal > first_stated + 1 or not day.visible) and not any(
        name in place for place in day.visible for name in _BELOW_HEADLINE
    )
    if is_labelled or is_elsewhere:
        day.features[_OUT] = 1.0


def _shows_change(day: Day) -> bool:
    """Return whether a clock displayed on a day is that of the change that the page states."""
    clocks = {
        (mention.source in VISIBLE, mention.moment.hour, mention.moment.minute)
        for mention in day.mentions
        if mention.moment.hour is not None
        and (mention.source == "text" or mention.kind == "modified")
    }
    return any((not seen, hour, minute) in clocks for seen, hour, minute in clocks)


def _note_originals(originals: list[Day]) -> None:
    """Note how the days agree that the page states as its article's own."""
    first = min((day.ordinal for day in originals), default=0)
    for day in originals:
        features = day.features
        features["original"] = 1.0
        kinds = ORIGINAL & features.keys()
        if len({name.split(":")[0] for name in kinds}) > 1:
            features["original:twice"] = 1.0
        if len(originals) > 1:
            features["original:first" if day.ordinal == first else "original:later"] = 1.0
    earliest = [day for day in originals if day.ordinal == first]
    if earliest and _is_certain(earliest[0]):
        for day in originals:
            stated = _OWN & day.features.keys() or "url" in day.features
            if day.ordinal > first and not stated and _is_change(day):
                day.features[_OUT] = 1.0


def _is_certain(day: Day) -> bool:
    """Return whether the article's own item, two sources or the address state a day."""
    features = day.features
    return bool(_OWN & features.keys()) or "original:twice" in features or "url" in features


def _is_change(day: Day) -> bool:
    """Return whether an item of the article, or the head, states a day as that of its change.

    Some systems write the last change into ``article:published_time``, too, while another place
    keeps both apart.
    """
    return any(_STATED_CHANGE & mention.features.keys() for mention in day.mentions)


def _distance(days: int) -> str:
    if days == 0:
        return "same"
    if abs(days) == 1:
        return "day-off"
    return "earlier" if days < 0 else "later"


def _note_address(features: dict[str, float], moment: Moment, address: Address) -> None:
    """Note whether month or year of the page's address agree with a day."""
    if address.month is not None:
        same = address.month == (moment.year, moment.month)
        features["address:month" if same else "address:other-month"] = 1.0
    elif address.year is not None:
        features["address:year" if address.year == moment.year else "address:other-year"] = 1.0


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


def score(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the ranker's value; only differences mean anything."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def score_day(day: Day, weights: Mapping[str, float]) -> float:
    """Return the ranker's value of a day, the best of its displayed places included."""
    value = score(day.features, weights)
    if day.visible:
        value += max(score(place, weights) for place in day.visible)
    return value


@cache
def _weights() -> dict[str, float]:
    text = files("scraper.parsers").joinpath("weights/dates.json").read_text(encoding="utf-8")
    loaded: dict[str, float] = json.loads(text)["weights"]
    return loaded


def rank_days(candidates: Candidates) -> list[tuple[float, Day | None]]:
    """Return days and the answer "none" (None) with their probabilities, likeliest first."""
    weights = _weights()
    scored: list[tuple[float, Day | None]] = [(score_day(d, weights), d) for d in candidates.rivals]
    scored.append((score(candidates.absent, weights), None))
    top = max(value for value, _ in scored)
    total = sum(math.exp(value - top) for value, _ in scored)
    ranked = [(math.exp(value - top) / total, day) for value, day in scored]
    ranked.sort(key=lambda pair: -pair[0])
    return ranked
