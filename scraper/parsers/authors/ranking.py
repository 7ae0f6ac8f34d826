"""Ranks the candidates for author, and chooses among them.

A boosted model, trained on public data (``benchmarks/train_authors.py``), turns what was seen of a
candidate into the likelihood that it is an author; who is then chosen follows from the likelihoods
and from who is named together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from scraper.parsers.authors.candidates import Candidate, join_candidates
from scraper.parsers.authors.features import describe
from scraper.parsers.authors.mentions import FULL, Displayed
from scraper.parsers.authors.others import repeated_signatures, rule_out
from scraper.parsers.authors.regions import Regions
from scraper.parsers.authors.stated import Stated
from scraper.parsers.names import is_picturing

if TYPE_CHECKING:
    from scraper.parsers.authors.model import Model


def find_candidates(
    regions: Regions, displayed: Displayed, stated: list[Stated], site_name: str | None
) -> list[Candidate]:
    """Return every name once, in order of display, with its features."""
    candidates = join_candidates(regions, displayed, stated, site_name)
    repeated = repeated_signatures(displayed)
    candidates = rule_out(candidates, regions, displayed, repeated)
    describe(candidates, regions, displayed, repeated, site_name)
    return candidates


def rate(candidates: Sequence[Candidate], model: Model | None = None) -> None:
    """Set each candidate's likelihood of being an author, by the shipped model unless given one."""
    if not candidates:
        return
    if model is None:
        # numpy is imported with the first page, not with the package.
        from scraper.parsers.authors.model import load_model

        model = load_model()
    for candidate, chance in zip(candidates, model.likelihoods(candidates), strict=True):
        candidate.likelihood = chance


# --- choice -----------------------------------------------------------------------------------

_SURE = 0.8
_TOGETHER = 0.5
_TOGETHER_SHARE = 0.5
"""Share of the lead's likelihood that is enough for a name printed together with it."""
_TOGETHER_KNOWN = 0.15
"""The same for a full name with a frequent given name."""
_DATELINE = 0.5
"""Likelihood of an agency in front of the story, or a newsroom behind it, where nobody signs."""
_LEADING = 0.2
"""Least likelihood of a full name that leads the byline."""
_LEADING_SIGNED = 0.05
"""The same of any name, a login too, that all of a byline's marks print: a by-word in front, a link
or class of an author, a day beside it; or that takes leave below the text."""
_LEADING_BARE = 0.3
"""The same where nothing marks the line and no data states the name: whom to ask, who is asked."""
_LEADING_WORDS = 0.4
"""The same where no given name is known either: any two words in capitals look so."""
_LEADING_OTHER = 0.35
"""Least likelihood of sites, organisations and single words, which data names without reason."""
_WORDS_OF_NO_NAME = 0.1
"""Likelihood below which several words are no name by their form."""
_LEADING_ORGANIZATION = 0.55
"""Least likelihood of an organisation that is not printed as a byline: data names it of habit."""
_KNOWN_GIVEN = 0.85
"""Likelihood of a full name with a frequent given name."""
_LEADING_ADMIN = 0.8
"""Least likelihood of an account's name like "admin" that only data states."""
_NEVER = 2.0
"""More than any likelihood."""
_KINDS = 2
"""Kinds of data, tags and items, that state a site's name as the author if it is one."""
_BEFORE_DESK = 0.35
"""Likelihood from which on a person is the author rather than the organisation that signs."""
_LEADING_HIDDEN = 0.4
"""Least likelihood of a name that data states and the page shows nowhere (often an account), or
that stands among teasers and that no data states."""


def choose(candidates: list[Candidate]) -> list[Candidate]:
    """Return the authors among rated candidates, in printed order; none where none is likely.

    The likeliest leads; who is named together with it needs less to be chosen too.
    """
    if not candidates:
        return []
    # Among those that are likely enough for their sort, the likeliest.
    lead = max(candidates, key=lambda c: (_excess(c) >= 0, not _only_credited(c), c.likelihood))
    if _excess(lead) < 0:
        return _signing(candidates, "house") or _signing(candidates, "dateline")
    if lead.organization:
        lead = _writer_beside(candidates, lead)
    places = {(s.source, s.where) for s in lead.stated}
    chosen = []
    for candidate in candidates:
        together = not lead.groups.isdisjoint(candidate.groups) or any(
            (s.source, s.where) in places for s in candidate.stated
        )
        if candidate is lead or candidate.likelihood >= (
            _least_together(candidate, lead) if together else _SURE
        ):
            chosen.append(candidate)
    writers = [c for c in chosen if not (_is_desk(c) or _is_picturing(c))]
    if any(not c.organization and c.features["words"] > 1 for c in writers):
        # The desk and photographers sign beside the writers, who are the authors.
        chosen = writers
    return sorted(chosen, key=lambda c: c.order)


def _only_credited(candidate: Candidate) -> bool:
    """Return whether the page prints a name that data states for an editor's or photographer's."""
    return bool(candidate.features["credited"]) and not candidate.mentions


_CERTAINTY = (
    *((0.0, 0.2), (0.25, 0.6), (0.35, 0.63), (0.45, 0.66), (0.55, 0.7), (0.65, 0.86)),
    *((0.75, 0.9), (0.85, 0.91), (0.95, 0.96), (1.0, 1.0)),
)
"""Likelihoods, and how many of the names given at each are authors: held out, two partitions."""


def certainty(likelihood: float) -> float:
    """Return how many of a hundred names that are given at a likelihood are right, 0 to 1.

    The model rates each name by itself; that it is the best one of its page, and likely enough to
    be chosen, makes it more certain. Between the measured points the line is straight.
    """
    place = min(bisect_right(_CERTAINTY, (likelihood, 1.0)), len(_CERTAINTY) - 1)
    (start, low), (end, high) = _CERTAINTY[place - 1 : place + 1]
    return low + (high - low) * (likelihood - start) / (end - start)


def _least_together(candidate: Candidate, lead: Candidate) -> float:
    """Return the likelihood that a name printed or stated together with the lead needs.

    Whoever stands in a list with an author and certainly is a person by name is one, too.
    """
    likelihood = candidate.features["likelihood"]
    is_person = likelihood >= _KNOWN_GIVEN or (likelihood >= FULL and _in_list(candidate, lead))
    if is_person and not candidate.features["credited"]:
        return min(_TOGETHER_KNOWN, lead.likelihood)
    return min(_TOGETHER, _TOGETHER_SHARE * lead.likelihood)


def _in_list(candidate: Candidate, lead: Candidate) -> bool:
    """Return whether a line of two full names or more has a name beside the lead's.

    A line of their own for each is such a list where tags of one name state both.
    """
    groups = {m.group for m in lead.mentions if "full" in m.marks and m.names > 1}
    tags = {s.where for s in lead.stated if s.source == "meta"} if lead.mentions else set()
    is_tagged = any(s.source == "meta" and s.where in tags for s in candidate.stated)
    return any((is_tagged or m.group in groups) and "full" in m.marks for m in candidate.mentions)


def _signing(candidates: Sequence[Candidate], mark: str) -> list[Candidate]:
    """Return the newsroom that signs behind a text, or the agency in front of it.

    An agency that is the site itself does not sign in front of its stories.

    Args:
        mark: ``house`` for the one, ``dateline`` for the other.
    """
    found = [
        candidate
        for candidate in candidates
        if any(mark in m.marks for m in candidate.mentions)
        and (mark == "house" or not candidate.features["site"])
    ][:1]
    for candidate in found:
        candidate.likelihood = max(candidate.likelihood, _DATELINE)
    return found


def _excess(candidate: Candidate) -> float:
    """Return by how much a candidate is likelier than its sort of name must be to lead."""
    return candidate.likelihood - _least_to_lead(candidate)


def _least_to_lead(candidate: Candidate) -> float:
    """Return the likelihood from which on a name of its sort leads the byline."""
    features = candidate.features
    if _is_fully_signed(candidate):
        return _LEADING_SIGNED
    if _is_bare_site(candidate):
        return _NEVER
    if features["admin"] and features.get("hidden"):
        return _LEADING_ADMIN
    printed = features["printed"]
    if features["organization"] and not printed:
        return _LEADING_ORGANIZATION
    aside = _is_of_another(features) or (_is_aside(features) and not candidate.stated)
    if aside or features.get("hidden"):
        return _LEADING_HIDDEN
    # Behind a by-word beside the headline, one word may be a name, too.
    signed = features.get("top-opened") and not (features["organization"] or features["label"])
    if features["words"] > 1 and features["likelihood"] < _WORDS_OF_NO_NAME:
        # "Von Frühling bis Herbst": the word opens titles, too.
        signed = False
    full = features["likelihood"] >= FULL and not features["organization"]
    if not (signed or (full and features["site"] < 2)):
        return _LEADING_OTHER
    if printed or candidate.stated:
        return _LEADING
    return _LEADING_BARE if features["likelihood"] >= _KNOWN_GIVEN else _LEADING_WORDS


def _writer_beside(candidates: Sequence[Candidate], signing: Candidate) -> Candidate:
    """Return the likely writer whom a page names beside the organisation that signs, else that."""
    persons = [
        c
        for c in candidates
        if c.features["likelihood"] >= FULL
        and not (c.features["organization"] or c.features["site"])
        and c.likelihood >= _BEFORE_DESK
    ]
    return max(persons, key=lambda c: c.likelihood, default=signing)


def _is_fully_signed(candidate: Candidate) -> bool:
    """Return whether a place of the article prints a name with all marks of a byline.

    Sites that are written by their readers sign with logins, and magazines with first names,
    which the model takes for other words.
    """
    features = candidate.features
    if any(map(features.get, _AGAINST_SIGNED)) or features.get("tier", _IN_LIST) >= _IN_LIST:
        return False
    if features["from-body"] > _WITHIN and features["from-end"] < -_WITHIN:
        # The byline of a teaser within the text.
        return False
    return any(
        "farewell" in m.marks
        or (
            {"by", "explicit"} <= m.marks
            and not m.marks.isdisjoint(_AUTHOR_MARKS)
            and not m.marks.isdisjoint(_DAY_MARKS)
        )
        for m in candidate.mentions
    )


_AUTHOR_MARKS = frozenset("class class-strong rel itemprop".split())
_WITHIN = 8
"""Blocks from both ends of the text behind which a place is in its midst."""
_DAY_MARKS = frozenset({"dated", "beside-date"})
_AGAINST_SIGNED = (
    *("organization", "label", "undefined", "admin", "credited", "site", "repeated"),
    *("in-comment", "in-related", "in-outside", "in-quote", "in-caption"),
)


def _is_aside(features: Mapping[str, float]) -> bool:
    """Return whether a name's best place is among teasers, or outside of the article."""
    return bool(features.get("in-related") or features.get("in-outside"))


def _is_of_another(features: Mapping[str, float]) -> bool:
    """Return whether only comments or lists print a name, and only other items' data states it."""
    return features.get("tier", 0.0) >= _IN_LIST and not any(map(features.get, _STATED_HERE))


_IN_LIST = 3
"""Tier of a comment, and of a place that repeats with other names."""
_STATED_HERE = (
    *("json-ld-main", "microdata-main", "rdfa-main"),
    *("meta-author", "meta-article", "meta-citation", "meta-label"),
)
"""Data that speaks of this page's article."""


def _is_bare_site(candidate: Candidate) -> bool:
    """Return whether a site's name is nobody's that is known, and one kind of data alone states it.

    Templates fill a tag for authors with the name of the site, and its own line, or that of
    copyright, prints it; where items and tags both state it as the author, it is meant.
    Known is who has a frequent given name, or an item of their own.
    """
    features = candidate.features
    likelihood = features["likelihood"]
    known = likelihood >= _KNOWN_GIVEN or (likelihood >= FULL and _is_stated_person(candidate))
    if not features["site"] or features["printed"] or known:
        return False
    kinds = {entry.source for entry in candidate.stated} - {"site"}
    marked = any(not mention.marks <= _OWNERS_MARKS for mention in candidate.mentions)
    return (features["site"] > 1 and not kinds) if marked else len(kinds) < _KINDS


def _is_stated_person(candidate: Candidate) -> bool:
    """Return whether an item that calls itself a person tells more of them than name and address.

    Themes make a person of any site's name.
    """
    items = [entry.item for entry in candidate.stated if entry.item is not None]
    return any({*i.types} == {"Person"} and i.values.keys() - _OF_ANY_SITE for i in items)


_OF_ANY_SITE = frozenset({"name", "url"})


_OWNERS_MARKS = frozenset("copyright plain item heading full dated beside-date".split())
"""Marks of a line that holds a name, or that of copyright."""


def _is_desk(candidate: Candidate) -> bool:
    """Return whether a name is that of a desk, or the site's and no person's that is known."""
    features = candidate.features
    if not candidate.organization:
        return features["site"] > 1 and features["likelihood"] < _KNOWN_GIVEN
    return bool(features["site"]) or not _DESK_WORDS.isdisjoint(candidate.key.split())


def _is_picturing(candidate: Candidate) -> bool:
    """Return whether the job that is printed with a name is to take or draw pictures."""
    return any(is_picturing(m.name.role) for m in candidate.mentions if m.name.role)


_DESK_WORDS = frozenset(
    "redaktion staff team editors desk newsdesk newsroom redaccion redazione redaction redacao "
    "redactie redakcja redakce toimitus".split()
)
