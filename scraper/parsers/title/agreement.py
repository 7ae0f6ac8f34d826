"""Notes how the readings of a headline agree with each other, the address and the site's names."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from urllib.parse import unquote, urlsplit

from scraper.page import Page
from scraper.parsers.rules.months import unaccented
from scraper.parsers.site import host_label
from scraper.parsers.title.stated import WORD, StatedTitle
from scraper.remembering import remembered

_CROSSED = tuple(
    (name, f"{name}*covered", f"{name}*overlap", f"{name}*within")
    for name in ("h1", "h2", "h1-part", "displayed")
)
"""What a reading is, each with the features that agreement with the stated titles makes of it."""
_LONG_WORDS = 25
_SLUG_WORDS = 3
_LONGEST_NUMBER = 4
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "å": "a"})


def compare(
    page: Page,
    found: Mapping[str, dict[str, float]],
    stated: Sequence[StatedTitle],
    sites: Collection[str],
) -> None:
    """Add the features of agreement to each reading, known by its key."""
    label = host_label(page.host)
    titles = _told_apart([title.key for title in stated])
    slug = _slug(page.url)
    headings = {key: f" {key} " for key, features in found.items() if "h1" in features}
    for key, features in found.items():
        words = set(key.split())
        features["words"] = min(len(words), 12) / 12
        if "h1" in features and len(headings) == 1:
            features["only-h1"] = 1.0
        if len(words) <= 2:
            features["one-word" if len(words) == 1 else "two-words"] = 1.0
        elif len(words) > _LONG_WORDS:
            features["long"] = 1.0
        _note_site(features, key, sites, label)
        _note_headings(features, key, headings)
        _compare_stated(features, key, words, titles)
        if len(slug) >= _SLUG_WORDS:
            _compare_address(features, key, slug)


def _note_site(features: dict[str, float], key: str, sites: Collection[str], label: str) -> None:
    """Note whether a reading is a name of the site, or ends in one."""
    squashed = key.replace(" ", "").replace("_", "")
    if squashed in sites or (bool(label) and squashed.removeprefix("the") == label):
        features["is-site"] = 1.0
    elif squashed.endswith(tuple(sites)):
        features["ends-in-site"] = 1.0


def _note_headings(features: dict[str, float], key: str, headings: Mapping[str, str]) -> None:
    """Note whether a reading is a part of a first-level heading, or holds one."""
    padded = f" {key} "
    for heading, heading_padded in headings.items():
        if heading == key:
            continue
        if padded in heading_padded:
            features["in-h1"] = 1.0
        elif heading_padded in padded:
            features["holds-h1"] = 1.0


def _slug(url: str | None) -> list[str]:
    """Return the words of the longest part of a path, which systems make of headlines."""
    try:
        path = unquote(urlsplit(url or "").path)
    except ValueError:
        return []
    longest = max(path.split("/"), key=lambda part: part.count("-") + part.count("_"))
    words = WORD.findall(longest.replace("_", "-").casefold().partition(".htm")[0])
    return [word for word in words if not word.isdigit() or len(word) <= _LONGEST_NUMBER]


def _compare_address(features: dict[str, float], key: str, slug: Sequence[str]) -> None:
    """Note how a candidate agrees with the words of the address, and at which ends."""
    words = [_as_in_address(word) for word in key.split() if len(word) > 1]
    if not words:
        return
    known = set(slug)
    hits = [word in known for word in words]
    # Addresses are made of other wordings, too; of this one only if they share most words.
    if sum(hits) * 2 >= len(slug):
        features["address:starts-outside"] = float(not any(hits[:2]))
        features["address:ends-outside"] = float(not any(hits[-2:]))


@remembered(2048)
def _as_in_address(word: str) -> str:
    """Return a word of a headline as addresses spell it: ``größe`` as ``groesse``."""
    return word if word.isascii() else unaccented(word.translate(_SPELLED_OUT))


def _told_apart(keys: Sequence[str]) -> list[tuple[str, int, set[str]]]:
    """Return each title between blanks, how often it is stated, and its words.

    Most pages state one title several times over.
    """
    return [(f" {key} ", times, set(key.split())) for key, times in Counter(keys).items()]


def _compare_stated(
    features: dict[str, float],
    key: str,
    words: set[str],
    titles: Sequence[tuple[str, int, set[str]]],
) -> None:
    """Note the agreement of one candidate with each machine-readable title."""
    if not titles:
        features["nothing-stated"] = 1.0
        return
    padded, own = f" {key} ", len(words)
    within = equal = prefix = count = 0
    overlap = covered = best = 0.0
    for whole, times, other in titles:
        count += times
        if padded in whole:
            within += times
            equal += times * (padded == whole)
            prefix += times * whole.startswith(padded)
        if shared := len(words & other):
            union = shared / (own + len(other) - shared)
            best = max(best, union)
            overlap += times * union
            covered += times * shared / own
    features["within"] = within / count
    features["equal"] = equal / count
    features["prefix"] = prefix / count
    features["best-overlap"] = best
    features["mean-overlap"] = overlap / count
    features["mean-covered"] = covered / count
    for name, by_covered, by_overlap, by_within in _CROSSED:
        if name in features:
            features[by_covered] = features["mean-covered"]
            features[by_overlap] = best
            features[by_within] = features["within"]
