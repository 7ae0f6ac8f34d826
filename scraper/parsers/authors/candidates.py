"""Joins what was seen of each name into one candidate for author.

Each name is one candidate, however often and however spelled the page gives it: as a login, as a
first name only, or in a line where other words are glued to it.
"""

import re
from dataclasses import dataclass, field

from scraper.parsers.authors.mentions import FULL, Displayed, Mention
from scraper.parsers.authors.regions import Regions
from scraper.parsers.authors.stated import Stated
from scraper.parsers.names import looks_like_organization, name_key, read_name, spelling_rank
from scraper.parsers.rules.names import PLATFORMS
from scraper.parsers.site import squash

_GIVEN_NAME_KNOWN = 0.85
_MOST_CANDIDATES = 60
_POSSESSIVE = re.compile(r"['’]s\s")
_GLUED_SPACES = 2
"""Least spaces of a name that may have other words behind it."""
_NO_NAME = 0.2
"""Likelihood below which a line is no name."""
_BEFORE = 0.01
"""Of the step from one name's order to the next: a list of data may hold some that are hidden."""
_LEAST_FIRST = 3
"""Letters of a first name."""


@dataclass(slots=True, eq=False)
class Candidate:
    """One name with everything seen about it."""

    key: str
    mentions: list[Mention] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)
    features: dict[str, float] = field(default_factory=dict)
    likelihood: float = 0.0
    order: float = 0.0
    groups: frozenset[int | tuple[int, str]] = frozenset()
    """The snippets that name it at the places nearest to the byline's, and the lines with the sort
    of element that does."""
    _spelling: str | None = None

    @property
    def spelling(self) -> str:
        """The name as displayed rather than as stated, in mixed case if there is one."""
        if self._spelling is None:
            self._spelling = self._best_spelling()
        return self._spelling

    def _best_spelling(self) -> str:
        names = [m.name.name for m in self.mentions] + [s.name.name for s in self.stated]
        names = [n for n in dict.fromkeys(names) if name_key(n) == self.key] or names
        full = [name for name in names if " " in name] or names
        return max(full, key=lambda name: (spelling_rank(name) > 1, spelling_rank(name) > 2))

    @property
    def organization(self) -> bool:
        """Whether the name is an organisation's by its words, or by all that state a type."""
        typed = [s.organization for s in self.stated if s.item is not None]
        return looks_like_organization(self.spelling) or (bool(typed) and all(typed))


def join_candidates(
    regions: Regions, displayed: Displayed, stated: list[Stated], site_name: str | None
) -> list[Candidate]:
    """Return every name once, in order of display."""
    found: dict[str, Candidate] = {}
    site = name_key(site_name or "")
    for mention in displayed.mentions:
        key = name_key(mention.name.name)
        # "De Oever" begins with a by-word of other languages.
        if not (site.endswith(f" {key}") and site in name_key(regions.texts[mention.block])):
            _candidate(found, mention.name.name).mentions.append(mention)
    for entry in stated:
        _candidate(found, entry.name.name).stated.append(entry)
    # Personal sites are called after their owner: "Jane Doe", "Jane Doe's Weblog".
    owner = read_name(_POSSESSIVE.split(site_name, maxsplit=1)[0]) if site_name else None
    if owner and owner.likelihood >= _GIVEN_NAME_KNOWN:
        _candidate(found, owner.name).stated.append(Stated(owner, "site", "site-name", "site_name"))
    found.pop("", None)
    for key in found.keys() & PLATFORMS:
        if squash(key) not in squash(site_name or ""):
            del found[key]
    _merge_logins(found)
    _merge_glued(found)
    _merge_longer(found)
    _merge_initials(found)
    _merge_short(found, regions)
    _place_hidden(found, stated)
    return list(found.values())[:_MOST_CANDIDATES]


def _place_hidden(found: dict[str, Candidate], stated: list[Stated]) -> None:
    """Put a name that data alone states before the one that follows it in its list.

    The page may print it so that it cannot be read: "View ORCID ProfileJane Doe".
    """
    following: dict[str, Candidate] = {}
    for entry in reversed(stated):
        candidate = found.get(name_key(entry.name.name))
        if candidate is None:
            continue
        if not candidate.mentions and entry.where in following:
            candidate.order = following[entry.where].order - _BEFORE
        following[entry.where] = candidate


def _candidate(found: dict[str, Candidate], name: str) -> Candidate:
    key = name_key(name)
    if key not in found:
        found[key] = Candidate(key, order=len(found))
    return found[key]


def _merge(found: dict[str, Candidate], key: str, into: str) -> None:
    """Let one candidate have what was seen of another."""
    gone = found.pop(key)
    found[into].mentions.extend(gone.mentions)
    found[into].stated.extend(gone.stated)
    found[into].order = min(found[into].order, gone.order)


def _merge_logins(found: dict[str, Candidate]) -> None:
    """Join spellings of one name that differ in spaces only ("jane.doe", "janedoe")."""
    by_letters: dict[str, str] = {}
    for key in sorted(found, key=lambda k: (-_parts(found[k]), k.count(" "), k)):
        other = by_letters.setdefault(key.replace(" ", ""), key)
        if other != key:
            _merge(found, key, other)


def _parts(candidate: Candidate) -> int:
    """Return how many spaces and hyphens a name is printed with; full stops part no names."""
    names = [m.name.name for m in candidate.mentions] + [s.name.name for s in candidate.stated]
    return max(name.count(" ") + name.count("-") for name in names)


def _merge_glued(found: dict[str, Candidate]) -> None:
    """Join a line's reading with a name that an element sets apart within the same line.

    "Jane Doe View in print" is read as a name of five words where only the link around "Jane
    Doe" tells where the name ends.
    """
    exact: dict[int, set[str]] = {}
    for key, candidate in found.items():
        for mention in candidate.mentions:
            if mention.inline:
                exact.setdefault(mention.block, set()).add(key)
    if not exact:
        return
    for key in [*found]:
        candidate = found[key]
        if candidate.stated or any(key in exact.get(m.block, ()) for m in candidate.mentions):
            continue
        inner = {
            other
            for mention in candidate.mentions
            for other in exact.get(mention.block, ())
            if other in found and len(other) > 2 and (other in key or _overlap(other, key))
        }
        if len(inner) > 1 and any(_overlap(other, key) for other in inner):
            # Each is read by itself.
            del found[key]
        elif len(inner) == 1 and (into := inner.pop()) != key:
            found[into].mentions.extend(_renamed(candidate, found[into]))
            found[into].order = min(found[into].order, candidate.order)
            del found[key]


def _overlap(inner: str, key: str) -> bool:
    """Return whether a line's reading parts a name that an element holds whole ("Castro e Silva").

    It is the name's begin then, or goes on behind it with its last word.
    """
    return inner.startswith(f"{key} ") or key.startswith(f"{inner.rpartition(' ')[2]} ")


def _renamed(candidate: Candidate, into: Candidate) -> list[Mention]:
    return [m for m in candidate.mentions if any(o.block == m.block for o in into.mentions)]


def _merge_longer(found: dict[str, Candidate]) -> None:
    """Join a line's reading with the name that data states and that it begins with.

    "Jane Doe Evening Lantern" is the writer and the paper, glued in one line. Accounts end there
    too, where the line is no name.
    """
    stated = {
        key: any(s.name.likelihood >= FULL for s in candidate.stated)
        for key, candidate in found.items()
        if candidate.stated
    }
    for key in [*found]:
        if not stated or found[key].stated or key.count(" ") < _GLUED_SPACES:
            continue
        other = next((other for other in stated if key.startswith(f"{other} ")), None)
        full = other is not None and stated[other] and " " in other
        if other and (full or all(map(_is_marked_line, found[key].mentions))):
            _merge(found, key, other)


def _is_marked_line(mention: Mention) -> bool:
    """Return whether a mention is a line that is marked as an author's, and no name."""
    return "class-strong" in mention.marks and mention.name.likelihood < _NO_NAME


def _merge_initials(found: dict[str, Candidate]) -> None:
    """Join a name with its form that has an initial more ("Jane Doe", "Jane P. Doe")."""
    for key in [*found]:
        words = key.split(" ")
        if len(words) != 3 or len(words[1]) > 1:
            continue
        short = f"{words[0]} {words[2]}"
        if short in found:
            displayed = bool(found[key].mentions)
            _merge(found, *((short, key) if displayed else (key, short)))


def _merge_short(found: dict[str, Candidate], regions: Regions) -> None:
    """Join a first name with the one full name that it begins: one of both is by the headline.

    The other one is the full name there, or one that data states.
    """
    full: dict[str, list[str]] = {}
    for key, candidate in found.items():
        word, space, _ = key.partition(" ")
        if not space or len(word) < _LEAST_FIRST or word not in found:
            continue
        known = [entry.name for entry in candidate.stated if entry.source != "site"]
        known = known if _is_beside(found[word].mentions, regions) else []
        known += [m.name for m in candidate.mentions if regions.is_beside(m.block)]
        if any(name.likelihood >= FULL for name in known):
            full.setdefault(word, []).append(key)
    for word, keys in full.items():
        if len(keys) == 1:
            _merge(found, word, keys[0])


def _is_beside(mentions: list[Mention], regions: Regions) -> bool:
    return any(regions.is_beside(mention.block) for mention in mentions)
