"""Chooses, for a day, the most exact moment that the page really gives; and the modification.

Systems write midnight where they know the day only, local time with the ``Z`` of UTC, and UTC
where the page shows the evening before. What is given here is never more exact than the sources
agree on: where a zone can't be had, the day that readers see stands alone.
"""

from collections.abc import Iterable, Sequence

from scraper.parsers.dates.day import VISIBLE, Day
from scraper.parsers.dates.days import Candidates
from scraper.parsers.dates.mentions import Mention
from scraper.parsers.dates.moment import Moment
from scraper.parsers.dates.places import PAGE_EDITED

_CHANGE = frozenset({"label:modified", "class:modified"})
_BESIDE = frozenset({"behind-headline:0", "behind-headline:1-2", "behind-headline:3-6"})
_LISTED = frozenset({"in:li", "in:aside", "in:nav", "in:footer", "class:other:near"})
_QUARTER = 15
_WIDEST_ZONE = 14 * 60
_TRUST = ("json-ld", "meta", "microdata", "rdfa", "time", "url", "script", "text")
"""Sources in the order in which their clocks are believed (R: JSON-LD 17 of 17 days, meta 18 of
21, ``time`` 25 of 30)."""


def choose_moment(day: Day, candidates: Candidates) -> tuple[Moment, Mention]:
    """Return the moment of publication on a day, with the mention that it rests on."""
    own = [m for m in day.mentions if m.kind != "modified"] or day.mentions
    # A story of the morning is updated at noon of the same day.
    changes = {m.moment.iso() for m in day.mentions if m.kind == "modified"}
    own = [m for m in own if not (_says_change(m) or _repeats(m, changes))] or own
    # The clock beside a teaser is that of another story of the same day.
    own = [m for m in own if not _is_teaser(m)] or own
    own = sorted(own, key=_trust)
    timed = [m for m in own if m.moment.hour is not None and not m.moment.is_midnight]
    shifted = [m for m in _shifted(day, candidates) if not m.moment.is_midnight]
    if not timed:
        return own[0].moment.as_day(), own[0]
    best = timed[0]
    zoned = [m for m in timed if m.moment.clock == best.moment.clock and _same_second(m, best)]
    best = min(zoned, key=lambda m: (_zone_doubt(m.moment), -_precision(m.moment), _trust(m)))
    moment = best.moment
    if moment.offset is None and (offset := _offset_from(moment, [*shifted, *timed])) is not None:
        moment = _with_offset(moment, offset)
    return moment, best


def _repeats(mention: Mention, changes: set[str]) -> bool:
    """Return whether a displayed time is the one that the page states as that of its change."""
    moment = mention.moment
    return mention.source in VISIBLE and moment.hour is not None and moment.iso() in changes


def _trust(mention: Mention) -> tuple[int, int]:
    features = mention.features
    rank = _TRUST.index(mention.source)
    aside = any(":later:" in name or ":other:" in name or ":page:" in name for name in features)
    if mention.source == "text" and not any(n.startswith("behind-headline") for n in features):
        aside = True
    doubt = 2 if mention.kind == "created" or aside else 0
    return doubt + (mention.kind == "generic" and mention.source == "meta"), rank


def _is_teaser(mention: Mention) -> bool:
    """Return whether a displayed date stands far behind the headline, in a list or an aside."""
    return (
        mention.source in VISIBLE
        and "behind-headline:far" in mention.features
        and not _LISTED.isdisjoint(mention.features)
    )


def _same_second(one: Mention, other: Mention) -> bool:
    seconds = (one.moment.second, other.moment.second)
    return None in seconds or 0 in seconds or seconds[0] == seconds[1]


def _zone_doubt(moment: Moment) -> int:
    """Rank what a clock says about its zone: an offset, UTC (which may be a habit), nothing."""
    if moment.offset is None:
        return 2
    return int(moment.offset == 0)


def _precision(moment: Moment) -> int:
    return (moment.second is not None) + bool(moment.fraction)


def _shifted(day: Day, candidates: Candidates) -> list[Mention]:
    """Return the stated UTC instants of the days before and after."""
    return [
        mention
        for other in candidates.days
        if abs(other.ordinal - day.ordinal) == 1
        for mention in other.mentions
        if mention.moment.offset == 0
        and mention.source != "text"
        and mention.kind in ("published", "created", "generic")
    ]


def _offset_from(local: Moment, mentions: Iterable[Mention]) -> int | None:
    """Return the zone that makes a local time the same instant as one stated with a zone.

    Zones lie a multiple of a quarter of an hour from UTC, so a difference of, say, 37 minutes
    is another event, not another zone.
    """
    for mention in mentions:
        utc = mention.moment.utc_minutes()
        if utc is None or mention.moment.offset != 0:
            continue
        offset = local.local_minutes() - utc
        seconds = (local.second, mention.moment.second)
        agrees = None in seconds or seconds[0] == seconds[1]
        if offset and offset % _QUARTER == 0 and abs(offset) <= _WIDEST_ZONE and agrees:
            return offset
    return None


def _with_offset(moment: Moment, offset: int) -> Moment:
    return Moment(
        moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second,
        moment.fraction, offset,
    )  # fmt: skip


# --- the modification -------------------------------------------------------------------------


def find_modified(
    candidates: Candidates, published: Moment | None, used: Mention | None
) -> Mention | None:
    """Return the mention of the last change, if the page names one behind the publication.

    Args:
        published: The moment of publication, if one was found.
        used: The mention that the publication rests on; it is not the modification, too.
    """
    found = [
        mention
        for day in candidates.days
        for mention in day.mentions
        if mention is not used and _is_modification(mention) and _is_behind(mention, published)
    ]
    if not found:
        return None
    best = min(found, key=_modified_rank)
    return _with_best_clock(best, found)


def _is_modification(mention: Mention) -> bool:
    features = mention.features
    if mention.kind == "modified" and mention.source not in VISIBLE:
        return not any(":other:" in name for name in features)
    if mention.source not in ("text", "time"):
        return False
    if PAGE_EDITED in features:
        # It says so of the whole page, wherever it stands.
        return True
    alien = "class:other:near" in features or "label:other" in features or "in:footer" in features
    # Beside the headline the words count, whatever the class says.
    says = "label:modified" in features or mention.kind == "modified"
    alien = alien and not (says and _BESIDE & features.keys())
    return _says_change(mention) and not alien and "exchanged" not in features


def _says_change(mention: Mention) -> bool:
    """Return whether the words or the class around a displayed date call it a change."""
    features = mention.features
    return mention.kind == "modified" or not _CHANGE.isdisjoint(features)


def _is_behind(mention: Mention, published: Moment | None) -> bool:
    """Return whether a moment lies behind the publication, as far as both can be compared."""
    if published is None:
        return True
    one, other = mention.moment.utc_minutes(), published.utc_minutes()
    if one is not None and other is not None:
        return one > other
    if mention.moment.ordinal != published.ordinal:
        return mention.moment.ordinal > published.ordinal
    if mention.moment.hour is None or published.hour is None:
        return False
    return mention.moment.local_minutes() > published.local_minutes()


def _modified_rank(mention: Mention) -> tuple[int, int, int]:
    features = mention.features
    later = any(":later:" in name or ":page:" in name for name in features)
    far = mention.source in ("text", "time") and not any(
        name.startswith("behind-headline") for name in features
    )
    return int(later or far), _TRUST.index(mention.source), -mention.moment.local_minutes()


def _with_best_clock(best: Mention, found: Sequence[Mention]) -> Mention:
    """Return the mention of the same time with the zone that is doubted least."""
    same = [
        mention
        for mention in found
        if mention.moment.ordinal == best.moment.ordinal
        and (best.moment.hour is None or mention.moment.clock == best.moment.clock)
    ]
    if best.moment.hour is None or best.moment.is_midnight:
        timed = [m for m in same if m.moment.hour is not None and not m.moment.is_midnight]
        same = timed or same
    return min(same, key=lambda m: (_zone_doubt(m.moment), -_precision(m.moment)))
