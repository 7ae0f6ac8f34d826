"""Ranks the candidates for author by what marks them, and where they stand.

Each name is one candidate, however often the page gives it. A logistic model, trained on public
data (``benchmarks/train_authors.py``), turns what was seen of a candidate into the likelihood
that it is an author; who is then chosen follows from the likelihoods and from who is named
together.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from scraper.parsers.authors import regions as region
from scraper.parsers.authors.displayed import Displayed, Mention
from scraper.parsers.authors.regions import Regions
from scraper.parsers.authors.stated import Stated
from scraper.parsers.names import looks_like_organization, name_key, read_name, spelling_rank
from scraper.parsers.rules import names as name_rules
from scraper.parsers.site import host_label, squash

_FULL_NAME = 0.55
_GIVEN_NAME_KNOWN = 0.85
_REPEATS = 4
"""Distinct names under one class from which a place counts as a list of teasers."""
_SPREAD_BLOCKS = 12
_MOST_CANDIDATES = 60
_DISPLAY_BLOCKS = 400


@dataclass(slots=True)
class Candidate:
    """One name with everything seen about it."""

    key: str
    mentions: list[Mention] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)
    features: dict[str, float] = field(default_factory=dict)
    likelihood: float = 0.0
    order: int = 0
    _spelling: str | None = None

    @property
    def spelling(self) -> str:
        """The name as displayed rather than as stated, in mixed case if there is one."""
        if self._spelling is None:
            self._spelling = self._best_spelling()
        return self._spelling

    def _best_spelling(self) -> str:
        names = [m.name.name for m in self.mentions] + [s.name.name for s in self.stated]
        names = list(dict.fromkeys(names))
        full = [name for name in names if " " in name] or names
        return max(full, key=lambda name: (spelling_rank(name) > 1, spelling_rank(name) > 2))

    @property
    def organization(self) -> bool:
        """Whether the name is an organisation's by its words, or by all that state a type."""
        typed = [s.organization for s in self.stated if s.item is not None]
        return looks_like_organization(self.spelling) or (bool(typed) and all(typed))


def find_candidates(
    regions: Regions, displayed: Displayed, stated: list[Stated], site_name: str | None
) -> list[Candidate]:
    """Return every name once, in order of display, with its features."""
    found: dict[str, Candidate] = {}
    for mention in displayed.mentions:
        _candidate(found, mention.name.name).mentions.append(mention)
    for entry in stated:
        _candidate(found, entry.name.name).stated.append(entry)
    owner = read_name(site_name) if site_name else None
    if owner and owner.likelihood >= _GIVEN_NAME_KNOWN:
        _candidate(found, owner.name).stated.append(Stated(owner, "site", "site-name", "site_name"))
    found.pop("", None)
    _merge_logins(found)
    _merge_short(found, regions)
    repeated = _repeated_signatures(displayed)
    credited = {name_key(n.name) for credit in displayed.credits for n in credit.names}
    candidates = list(found.values())[:_MOST_CANDIDATES]
    for candidate in candidates:
        _describe(candidate, regions, repeated, site_name)
        candidate.features["credited"] = float(candidate.key in credited)
    _compare(candidates)
    return candidates


def _candidate(found: dict[str, Candidate], name: str) -> Candidate:
    key = name_key(name)
    if key not in found:
        found[key] = Candidate(key, order=len(found))
    return found[key]


def _merge_logins(found: dict[str, Candidate]) -> None:
    """Join spellings of one name that differ in spaces only ("jane.doe", "janedoe")."""
    by_letters: dict[str, str] = {}
    for key in sorted(found, key=lambda k: (-k.count(" "), k)):
        letters = key.replace(" ", "")
        other = by_letters.setdefault(letters, key)
        if other != key:
            found[other].mentions.extend(found[key].mentions)
            found[other].stated.extend(found[key].stated)
            del found[key]


def _merge_short(found: dict[str, Candidate], regions: Regions) -> None:
    """Join a first name with the one full name beside the headline that begins with it."""
    full: dict[str, list[str]] = {}
    for key, candidate in found.items():
        if " " in key and any(
            _zone(m.block, regions) in _BESIDE and m.name.likelihood >= _FULL_NAME
            for m in candidate.mentions
        ):
            full.setdefault(key.split(" ")[0], []).append(key)
    for word, keys in full.items():
        if word in found and len(keys) == 1 and len(word) > 2:
            found[keys[0]].stated.extend(found[word].stated)
            found[keys[0]].mentions.extend(found[word].mentions)
            del found[word]


_BESIDE = ("near", "between", "ahead", "opening", "above")


def _repeated_signatures(displayed: Displayed) -> set[str]:
    """Return the tag and class pairs that mark many names, far apart: teasers, comments."""
    names: dict[str, dict[str, int]] = {}
    for mention in displayed.mentions:
        if mention.signature:
            names.setdefault(mention.signature, {})[name_key(mention.name.name)] = mention.block
    return {
        signature
        for signature, keys in names.items()
        if len(keys) >= _REPEATS and max(keys.values()) - min(keys.values()) > _SPREAD_BLOCKS
    }


# --- features ---------------------------------------------------------------------------------


def _describe(
    candidate: Candidate, regions: Regions, repeated: set[str], site_name: str | None
) -> None:
    features = candidate.features
    for mention in _best_placed(candidate.mentions, regions, repeated):
        full = mention.name.likelihood >= _FULL_NAME
        for name in _place_features(mention, regions, repeated):
            features[name] = 1.0
            if full and "@" in name:
                features[f"{name}*full"] = 1.0
    if len(candidate.mentions) > 1:
        features["mentions"] = min(len(candidate.mentions), 4) / 4
    for entry in candidate.stated:
        features[entry.kind] = 1.0
        if entry.organization:
            features["typed-organization"] = 1.0
    _describe_name(candidate, regions, site_name)
    kinds = {entry.kind.split("-")[0] for entry in candidate.stated}
    places = {mark for m in candidate.mentions for mark in m.marks}
    features["stated"] = float(bool(kinds))
    features["stated-twice"] = float(len(candidate.stated) > 1)
    features["displayed"] = float(bool(candidate.mentions))
    features["stated*displayed"] = features["stated"] * features["displayed"]
    features["marks"] = min(len(places), 5) / 5
    if not candidate.mentions:
        shown = _is_shown(candidate.spelling, regions)
        features["stated*shown"] = float(shown)
        features["stated*hidden"] = float(not shown)
        for name in ("lower", "login", "one-word", "organization", "is-site", "like-site"):
            if features.get(name):
                features[f"{name}*{'shown' if shown else 'hidden'}"] = 1.0


def _is_shown(name: str, regions: Regions) -> bool:
    return any(name in block.text for block in regions.page.blocks[:_DISPLAY_BLOCKS])


def _best_placed(mentions: list[Mention], regions: Regions, repeated: set[str]) -> list[Mention]:
    """Return the mentions that count: those in teasers only where there are no others.

    That a writer's name also stands in a list of teasers says nothing against it.
    """
    tiers = [_tier(mention, regions, repeated) for mention in mentions]
    worst = max(min(tiers, default=0), 2)
    return [mention for mention, tier in zip(mentions, tiers, strict=True) if tier <= worst]


def _tier(mention: Mention, regions: Regions, repeated: set[str]) -> int:
    beside = _zone(mention.block, regions) in _BESIDE
    flags = regions.block_flags(mention.block)
    if mention.signature in repeated or flags & region.COMMENT:
        return 3
    if flags & (region.RELATED | region.OUTSIDE):
        return 1 if beside else 2
    return 0 if beside else 2


def _place_features(mention: Mention, regions: Regions, repeated: set[str]) -> list[str]:
    """Return the features of one mention: its zone, and each mark within the zone."""
    zone = _zone(mention.block, regions)
    flags = regions.block_flags(mention.block)
    if mention.signature in repeated:
        zone = "repeated" if zone not in ("near", "between") else f"{zone}-repeated"
    found = [f"zone={zone}"]
    found += [f"{mark}@{zone}" for mark in mention.marks]
    if flags & region.COMMENT:
        found.append("in-comment")
    if flags & region.RELATED:
        found.append("in-related")
        found.append(f"in-related@{zone}")
    if flags & region.OUTSIDE:
        found.append("in-outside")
    if flags & region.BIO:
        found.append(f"in-bio@{zone}")
    if flags & region.AUTHOR:
        found.append(f"in-author@{zone}")
    return found


def _zone(block: int, regions: Regions) -> str:
    """Return where a block stands in relation to headline and body."""
    headline, first, last = regions.headline, regions.body_first, regions.body_last
    distance = block - headline
    if headline >= 0 and 0 <= distance <= 4:
        return "near"
    if headline >= 0 and -3 <= distance < 0:
        return "above"
    if headline >= 0 and distance > 4 and (block < first or distance <= 10):
        return "between"
    if 0 < first - block <= 5:
        return "ahead"
    if first < 0:
        return "far"
    if first <= block <= last:
        if block - first <= 2:
            return "opening"
        return "closing" if last - block <= 2 else "body"
    if block < first:
        return "before"
    return "after" if block - last <= 12 else "far"


_VOID = frozenset("undefined null none anonymous unknown".split())


def _describe_name(candidate: Candidate, regions: Regions, site_name: str | None) -> None:
    features = candidate.features
    spelling = candidate.spelling
    best = max(
        [m.name.likelihood for m in candidate.mentions]
        + [s.name.likelihood for s in candidate.stated]
    )
    features["likelihood"] = best
    for low, high in ((0.0, 0.1), (0.1, 0.28), (0.28, 0.55), (0.55, 0.85), (0.85, 1.1)):
        if low <= best < high:
            features[f"looks={low}"] = 1.0
    words = candidate.key.split()
    features["one-word"] = float(len(words) == 1)
    features["many-words"] = float(len(words) > 4)
    features["organization"] = float(candidate.organization)
    rank = spelling_rank(spelling)
    features["login"] = float(rank == 0)
    features["lower"] = float(rank == 1)
    features["capitals"] = float(rank == 2)
    features["digits"] = float(any(c.isdigit() for c in spelling))
    features["label"] = float(any(w in name_rules.NOT_NAMES for w in words))
    features["admin"] = float(bool({"admin", "administrator", "editor", "webmaster"} & set(words)))
    squashed = squash(spelling)
    site = squash(site_name or "")
    label = host_label(regions.page.host)
    is_site = bool(squashed) and (squashed in (site, label))
    features["is-site"] = float(is_site)
    features["is-site*person"] = float(is_site and best >= 0.85)
    features["undefined"] = float(bool(_VOID & set(words)))
    features["like-site"] = float(
        not is_site
        and len(squashed) > 3
        and len(label) > 3
        and (squashed in label or label in squashed or (len(site) > 3 and site in squashed))
    )
    shown = not _PRINTED.isdisjoint(features)
    for name in ("is-site", "like-site", "organization", "one-word", "lower", "login"):
        if features[name]:
            features[f"{name}*printed"] = float(shown)


_PRINTED = frozenset(
    f"{mark}@{zone}"
    for mark in ("by-word", "class-strong", "class", "rel", "itemprop", "link-strong")
    for zone in ("near", "between", "ahead", "opening", "above")
)


def _compare(candidates: list[Candidate]) -> None:
    """Note what the other candidates say of each."""
    some_stated = any(
        c.features.get("stated")
        and c.features["likelihood"] >= _FULL_NAME
        and not (c.features["is-site"] or c.features["like-site"])
        for c in candidates
    )
    printed = [c for c in candidates if not _PRINTED.isdisjoint(c.features)]
    persons = [c for c in printed if c.features["likelihood"] >= 0.55]
    first = min((m.block for c in printed for m in c.mentions), default=-1)
    for candidate in candidates:
        features = candidate.features
        if some_stated and not features["stated"]:
            features["others-stated"] = 1.0
            features["others-stated*likelihood"] = features["likelihood"]
        if persons and candidate not in persons:
            features["others-printed"] = 1.0
            if features["organization"]:
                features["organization*others-printed"] = 1.0
        if features["stated"] and any(c is not candidate for c in persons):
            features["stated*others-printed"] = 1.0
        if candidate in printed and any(m.block == first for m in candidate.mentions):
            features["first-printed"] = 1.0
        if not printed:
            features["none-printed"] = 1.0
    features_count = len(candidates)
    for candidate in candidates:
        candidate.features["many-candidates"] = min(features_count, 20) / 20


# --- likelihood and choice --------------------------------------------------------------------


@cache
def load_weights() -> dict[str, float]:
    """Return the weights of the trained model, by feature."""
    text = files("scraper.parsers").joinpath("weights/authors.json").read_text(encoding="utf-8")
    loaded: dict[str, float] = json.loads(text)["weights"]
    return loaded


def rate(candidates: list[Candidate], weights: Mapping[str, float]) -> None:
    """Set each candidate's likelihood of being an author."""
    for candidate in candidates:
        total = weights.get("bias", 0.0)
        for name, value in candidate.features.items():
            total += weights.get(name, 0.0) * value
        candidate.likelihood = 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))


_SURE = 0.5
_TOGETHER = 0.25
_LEADING = 0.25
"""Least likelihood of a full name that leads the byline."""
_LEADING_OTHER = 0.5
"""Least likelihood of sites, organisations and single words, which data names without reason."""


def choose(candidates: list[Candidate]) -> list[Candidate]:
    """Return the authors among rated candidates, in printed order; none where none is likely.

    The likeliest leads; who is named together with it needs less to be chosen too.
    """
    if not candidates:
        return []
    lead = max(candidates, key=_excess)
    if _excess(lead) < 0:
        return []
    groups = {m.group for m in lead.mentions}
    places = {(s.source, s.where) for s in lead.stated}
    chosen = []
    for candidate in candidates:
        together = any(m.group in groups for m in candidate.mentions) or any(
            (s.source, s.where) in places for s in candidate.stated
        )
        if candidate is lead or candidate.likelihood >= (_TOGETHER if together else _SURE):
            chosen.append(candidate)
    if any(not c.organization and not c.features["one-word"] for c in chosen):
        # The desk signs beside its writers; the writers are the authors.
        chosen = [c for c in chosen if not _is_desk(c)]
    return sorted(chosen, key=lambda c: c.order)


def _excess(candidate: Candidate) -> float:
    """Return by how much a candidate is likelier than its sort of name must be to lead."""
    features = candidate.features
    full = features["likelihood"] >= _FULL_NAME and not features["organization"]
    least = _LEADING if full and not features["is-site"] else _LEADING_OTHER
    return candidate.likelihood - least


def _is_desk(candidate: Candidate) -> bool:
    words = set(candidate.key.split())
    named = candidate.features["is-site"] or candidate.features["like-site"]
    return candidate.organization and (bool(named) or bool(words & _DESK_WORDS))


_DESK_WORDS = frozenset(
    "redaktion staff team editors desk newsdesk newsroom redaccion redazione redaction redacao "
    "redactie redakcja redakce toimitus".split()
)
