"""Describes each candidate in numbers: what marks it, where it stands, what it looks like.

The model (``ranking.py``) reads nothing else. Marks are told apart by the part of the page that
they stand in: beside the headline (``top``), at the end of the body (``end``), anywhere else.
"""

from collections.abc import Collection, Mapping
from functools import cache

from scraper.page import Page
from scraper.parsers.authors import regions as region
from scraper.parsers.authors.candidates import Candidate
from scraper.parsers.authors.mentions import FULL, Displayed, Mention
from scraper.parsers.authors.regions import Regions
from scraper.parsers.names import name_key, spelling_rank
from scraper.parsers.rules import names as name_rules
from scraper.parsers.site import host_label, squash
from scraper.remembering import remembered

_FAR = 40
_LEAST_SLUG = 5
"""Letters of a name from which on an address that holds it is about it."""
_A_NAME = 0.28
"""Likelihood from which on a text may be a name at all."""
_MOST_COUNTED = 9
_DISPLAY_BLOCKS = 400
_VOID = frozenset("undefined null none anonymous unknown".split())
_ADMIN = frozenset("editor webmaster".split())
_STRENGTH = {"class-strong": ("class", 2.0), "link-strong": ("link", 2.0)}


def describe(
    candidates: list[Candidate],
    regions: Regions,
    displayed: Displayed,
    repeated: Collection[str],
    site_name: str | None,
) -> None:
    """Set the features of all candidates; linear in their mentions.

    Args:
        repeated: The tag and class pairs that mark many names, far apart.
    """
    credited = {name_key(n.name) for credit in displayed.credits for n in credit.names}
    site, label = squash(site_name or ""), host_label(regions.page.host)
    for candidate in candidates:
        features = candidate.features
        features["credited"] = float(candidate.key in credited)
        _describe_places(candidate, regions, repeated)
        _describe_stated(candidate, regions)
        _describe_name(candidate, site, label)
        _describe_subject(candidate, regions)
    _compare(candidates)


# --- places -----------------------------------------------------------------------------------


_BOXED = frozenset({"class-strong", "full"})
"""Marks of a box that is named for an author and holds nothing but a full name."""


def _describe_places(candidate: Candidate, regions: Regions, repeated: Collection[str]) -> None:
    features = candidate.features
    mentions = candidate.mentions
    features["mentions"] = float(min(len({m.block for m in mentions}), 6))
    if not mentions:
        return
    tiers = [_tier(mention, regions, repeated) for mention in mentions]
    best = min(tiers)
    features["tier"] = float(best)
    # That a writer's name also stands in a list of teasers says nothing against it.
    most = max(best, 2)
    counted = [m for m, tier in zip(mentions, tiers, strict=True) if tier <= most]
    for mention in counted:
        _add_marks(features, mention, _part(mention.block, regions))
    nearest = [m for m, tier in zip(mentions, tiers, strict=True) if tier == best]
    candidate.groups = frozenset(m.group for m in nearest).union(
        (m.block, m.signature) for m in nearest if m.inline
    )
    # Boxes side by side, one an author: "div.author-card".
    candidate.groups |= {(-1, m.signature) for m in nearest if m.marks >= _BOXED and not m.inline}
    lead = min(nearest, key=lambda m: (-len(m.marks), m.block))
    features["from-headline"] = _distance(lead.block, regions.headline)
    features["from-body"] = _distance(lead.block, regions.body_first)
    features["from-end"] = _distance(lead.block, regions.body_last)
    features["rest"] = float(min(lead.rest, 99))
    features["names"] = float(lead.names)
    features["place"] = float(lead.place)
    features.update(_told(regions.block_flags(lead.block) & _TELLING))
    features["repeated"] = float(lead.signature in repeated)
    features["words-before"] = float(min(lead.words_before, _MOST_COUNTED))
    features["near-date"] = float(any(m.near_date for m in counted))
    features["in-holder"] = float(regions.holder[0] <= lead.block < regions.holder[1])
    features["in-teaser"] = float(regions.is_in_teaser(lead.block))
    features["holder"] = (regions.holder[1] - regions.holder[0]) / len(regions.page.blocks)
    features["slug"] = float(any(_names(m.href, candidate.key) for m in counted))


def _names(href: str | None, key: str) -> bool:
    """Return whether an address holds a name, as those of authors' pages do."""
    bare = key.replace(" ", "")
    return len(bare) >= _LEAST_SLUG and href is not None and bare in squash(href)


_FLAGS = (
    ("in-comment", region.COMMENT),
    ("in-related", region.RELATED),
    ("in-outside", region.OUTSIDE),
    ("in-bio", region.BIO),
    ("in-quote", region.QUOTE),
    ("in-caption", region.CAPTION),
)


_TELLING = sum(bit for _, bit in _FLAGS)


@cache
def _told(flags: int) -> Mapping[str, float]:
    """Return what the bits of a container say as features."""
    return {name: float(bool(flags & bit)) for name, bit in _FLAGS}


def _add_marks(features: dict[str, float], mention: Mention, part: str) -> None:
    for key, strength in _strengths(part, mention.marks):
        if features.get(key, 0.0) < strength:
            features[key] = strength


@remembered(2048)
def _strengths(part: str, marks: frozenset[str]) -> tuple[tuple[str, float], ...]:
    """Return the features of a mention's marks; most mentions have one of a few sets of them."""
    named = (_STRENGTH.get(mark, (mark, 1.0)) for mark in marks)
    return tuple((f"{part}-{name}", strength) for name, strength in named)


def _part(block: int, regions: Regions) -> str:
    """Return the part of the page: ``top``, ``end`` or ``far``."""
    if regions.is_beside(block):
        return "top"
    return "end" if regions.is_at_end(block) else "far"


def _tier(mention: Mention, regions: Regions, repeated: Collection[str]) -> int:
    """Return how far from a byline's place a mention stands, 0 to 3."""
    flags = regions.block_flags(mention.block)
    if flags & region.COMMENT:
        return 3
    beside = regions.is_beside(mention.block)
    if mention.signature in repeated:
        return 1 if beside and mention.block > regions.headline else 3
    if flags & (region.RELATED | region.OUTSIDE):
        return 1 if beside else 2
    return 0 if beside else 2


def _distance(block: int, other: int) -> float:
    return float(max(-_FAR, min(block - other, _FAR))) if other >= 0 else 2.0 * _FAR


# --- structured data, form, subject -------------------------------------------------------------


def _describe_stated(candidate: Candidate, regions: Regions) -> None:
    features = candidate.features
    for entry in candidate.stated:
        features[entry.kind] = 1.0
        if entry.organization:
            features["typed-organization"] = 1.0
    features["stated"] = float(min(len(candidate.stated), 4))
    features["kinds"] = float(len({entry.kind.split("-")[0] for entry in candidate.stated}))
    if candidate.stated and not candidate.mentions:
        shown = candidate.spelling in regions.page.once(_top_text)
        features["shown"] = float(shown)
        features["hidden"] = float(not shown)


def _top_text(page: Page) -> str:
    """Return the text of the first blocks, parted by a sign that no name has."""
    return "\0".join([block.text for block in page.blocks[:_DISPLAY_BLOCKS]])


def _describe_name(candidate: Candidate, site: str, label: str) -> None:
    features = candidate.features
    features["likelihood"] = max(
        [m.name.likelihood for m in candidate.mentions]
        + [s.name.likelihood for s in candidate.stated]
    )
    features["organization"] = float(candidate.organization)
    features.update(_form(candidate.spelling, candidate.key))
    features["site"] = _likeness(squash(candidate.spelling), site, label)


@remembered(4096)
def _form(spelling: str, key: str) -> Mapping[str, float]:
    """Return what a name looks like; the writers of a site sign many of its pages."""
    words = key.split()
    return {
        "words": float(len(words)),
        "spelling": float(spelling_rank(spelling)),
        "digits": float(any(map(str.isdigit, spelling))),
        "label": float(any(w in name_rules.NOT_NAMES for w in words)),
        "admin": float("admin" in key or not _ADMIN.isdisjoint(words)),
        "undefined": float(not _VOID.isdisjoint(words)),
    }


def _likeness(squashed: str, site: str, label: str) -> float:
    """Return how much a name is that of the site or of its host: 0, 1 for a form of it, 2."""
    if squashed and squashed in (site, label):
        return 2.0
    like = (
        len(squashed) > 3
        and len(label) > 3
        and (squashed in label or label in squashed or (len(site) > 3 and site in squashed))
    )
    # "CNNArabic" is the broadcaster's, too.
    return float(like or (2 < len(squashed) < len(site) and site.startswith(squashed)))


def _describe_subject(candidate: Candidate, regions: Regions) -> None:
    """Note how often headline and body speak of the name: of subjects often, of writers seldom."""
    features = candidate.features
    words = candidate.spelling.split()
    last = words[-1] if words else ""
    if len(last) < 3:
        return
    features["in-headline"] = float(last in regions.title)
    features["in-body"] = float(min(regions.text.count(last), _MOST_COUNTED))


# --- the others ---------------------------------------------------------------------------------


def _compare(candidates: list[Candidate]) -> None:
    """Note what the other candidates say of each."""
    printed = {c for c in candidates if not c.features.keys().isdisjoint(_PRINTED)}
    places = {candidate: _places(candidate) for candidate in candidates}
    full = [c for c in candidates if c.features["likelihood"] >= FULL]
    persons = [places[c] for c in full if c in printed]
    stated = [places[c] for c in full if c.stated and not c.features["site"]]
    explicit = [
        places[c]
        for c in candidates
        if c.features.get("top-by") and c.features["likelihood"] >= _A_NAME
    ]
    signed = {m.block for c in candidates for m in c.mentions if "by" in m.marks}
    first = min((m.block for c in printed for m in c.mentions), default=-1)
    for candidate in candidates:
        features = candidate.features
        is_printed, here = candidate in printed, places[candidate]
        blocks = {m.block for m in candidate.mentions}
        features["others-stated"] = float(any(map(here.isdisjoint, stated)))
        features["others-printed"] = float(any(map(here.isdisjoint, persons)))
        features["others-by"] = float(any(map(here.isdisjoint, explicit)))
        features["sole-by"] = float(len(signed) == 1 and not signed.isdisjoint(blocks))
        features["by-count"] = float(min(len(signed), _MOST_COUNTED))
        features["printed"] = float(is_printed)
        features["first-printed"] = float(is_printed and first in blocks)
        features["candidates"] = float(min(len(candidates), 20))
        features["agreed"] = float(is_printed and features.get("kinds", 0.0) > 0)


def _places(candidate: Candidate) -> frozenset[int | tuple[str, str]]:
    """Return the snippets and the values that name a candidate.

    Two that share none are named nowhere together. Snippets are numbered, values are known by
    their source and place.
    """
    groups: set[int | tuple[str, str]] = {m.group for m in candidate.mentions}
    return frozenset(groups.union((s.source, s.where) for s in candidate.stated))


_PRINTED = frozenset(
    f"{part}-{mark}"
    for part in ("top", "end")
    for mark in ("by", "class", "rel", "itemprop", "link")
)
