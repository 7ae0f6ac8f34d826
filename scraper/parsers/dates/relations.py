"""Notes what a day's mentions say together, and how the days lie to each other and the address.

Which day is that of publication is left to the ranker of ``days``; one that cannot be it is marked
here (``OUT``).
"""

from scraper.parsers.dates.day import ORIGINAL, OUT, OWN, STATED, UPDATE_LABELS, VISIBLE, Day
from scraper.parsers.dates.mentions import Address
from scraper.parsers.dates.moment import Moment

_ONE_WEIGHT = frozenset({"short-year", "first"})
"""What tells more about a page's country and theme than about a date."""
_STATED_CHANGE = frozenset(
    {
        "json-ld:own:modified",
        "json-ld:article:modified",
        "microdata:own:modified",
        "meta:og:modified",
    }
)
_BELOW_HEADLINE = ("behind-headline:0", "behind-headline:1-2", "behind-headline:3-6")


def note_mentions(day: Day) -> None:
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


def note_relations(days: tuple[Day, ...], address: Address) -> None:
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
        day.features[OUT] = 1.0


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
            stated = OWN & day.features.keys() or "url" in day.features
            if day.ordinal > first and not stated and _is_change(day):
                day.features[OUT] = 1.0


def _is_certain(day: Day) -> bool:
    """Return whether the article's own item, two sources or the address state a day."""
    features = day.features
    return bool(OWN & features.keys()) or "original:twice" in features or "url" in features


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
