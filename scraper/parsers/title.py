"""Finds the headline as displayed, and the dek beneath it.

Every heading, every line of the first headings and every way to cut the machine-readable titles
at their separators is a candidate. A small linear ranker, trained on public data (see
``benchmarks/train_title.py``), weighs what is displayed, what the machine-readable sources agree
on, and what looks like the name of the site or a kicker.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from lxml import etree

from schemas import Evidence
from scraper.page import Page
from scraper.parsers.found import Found
from scraper.parsers.rules.months import unaccented
from scraper.parsers.site import TITLE_SEPARATOR, host_label, squash
from scraper.structured import clean
from scraper.text import Container, inner_text

_HEADINGS = ("h1", "h2", "h3")
_HEADINGS_LOOKED_AT = 12
_BLOCKS_LOOKED_AT = 250
_LONGEST_TITLE = 400
_LONG_WORDS = 25
_NAME_BLANKS = 4
"""A name of a site has at most this many words."""
_SLUG_WORDS = 3
_LONGEST_NUMBER = 4
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "å": "a"})
_CJK = "\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+")
"""A word, or a sign of Chinese or Japanese: without blanks, a part of a title has to show."""
_ARTICLE_TYPES = ("Article", "Posting", "Report", "Review", "Recipe", "Page", "HowTo", "Event")
_TITLE_CLASS = re.compile(r"title|headline|titel|titre|titulo|heading", re.I)
_KICKER_CLASS = re.compile(
    r"kicker|topline|dachzeile|spitzmarke|over-?line|roof|eyebrow|(?:^|[-_ ])label|categor|rubri|"
    r"super-?title|over-?title|pre-?title|sur-?titre|antetitulo|occhiello|"
    r"(?:^|[-_ ])tag(?:$|[-_ ])|flag|section|topic|thema",
    re.I,
)
_META_KEYS = {
    "og:title": "og",
    "twitter:title": "twitter",
    "parsely-title": "meta",
    "sailthru.title": "meta",
    "citation_title": "meta",
    "dc.title": "meta",
    "dcterms.title": "meta",
    "title": "meta",
    "headline": "meta",
}


@dataclass(slots=True)
class Candidate:
    """One way to read the headline, with all that speaks for and against it."""

    text: str
    source: str
    where: str
    features: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A machine-readable title."""

    text: str
    kind: str
    where: str


def find_title(page: Page) -> Found[str] | None:
    """Return the headline as displayed, without site name, kicker, section or date in front.

    Returns:
        The candidate that ranks highest, in the spelling of the page's text where it stands
        there; None where the page has neither heading nor title.
    """
    candidates = find_candidates(page)
    if not candidates:
        return None
    weights = _weights()
    scored = [(score(candidate, weights), candidate) for candidate in candidates]
    ranked = sorted(scored, key=lambda pair: -pair[0])
    best = ranked[0][1]
    margin = ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else 0.0)
    confidence = round(min(0.5 + margin / 8, 1.0), 2)
    return Found(best.text, Evidence(source=best.source, where=best.where, confidence=confidence))


def score(candidate: Candidate, weights: Mapping[str, float]) -> float:
    """Return the ranker's value of a candidate; only differences mean anything."""
    return sum(weights.get(name, 0.0) * value for name, value in candidate.features.items())


@cache
def _weights() -> dict[str, float]:
    text = files("scraper.parsers").joinpath("weights/title.json").read_text(encoding="utf-8")
    loaded: dict[str, float] = json.loads(text)["weights"]
    return loaded


# --- candidates ---------------------------------------------------------------------------


def find_candidates(page: Page) -> list[Candidate]:
    """Return every reading of the headline once, with its features."""
    stated = _stated(page)
    found: dict[str, Candidate] = {}
    for candidate in (*_displayed(page), *_cuts(stated, _site_keys(page))):
        key = _key(candidate.text)
        if not key or len(candidate.text) > _LONGEST_TITLE:
            continue
        known = found.get(key)
        if known is None:
            found[key] = candidate
        else:
            for name, value in candidate.features.items():
                known.features[name] = max(known.features.get(name, 0.0), value)
    _note_displayed(page, found)
    _compare(page, found, stated)
    return list(found.values())


def _site_keys(page: Page) -> set[str]:
    """Return what the site may call itself, squashed."""
    names = {squash(name) for name in page.structured.metas("og:site_name")[:1]}
    return {*names, host_label(page.host)} - {""}


def _key(text: str) -> str:
    if not text.isascii():
        text = normalize("NFKC", text)
    return " ".join(_WORD.findall(text.casefold()))


def _stated(page: Page) -> list[_Stated]:
    """Return the machine-readable titles."""
    found = []
    element = page.root.find(".//title")
    if element is not None and (text := clean(inner_text(element))):
        found.append(_Stated(text, "title", page.xpath_of(element)))
    for key, kind in _META_KEYS.items():
        found.extend(_Stated(v, kind, key) for v in page.structured.metas(key)[:1] if v)
    for item in page.structured.items:
        if item.is_a(*_ARTICLE_TYPES):
            for name in ("headline", "name"):
                stated = item.text(name)
                if stated and not (name == "name" and item.text("headline")):
                    kind = item.syntax if item.is_a(*_ARTICLE_TYPES[:4]) else "other-item"
                    found.append(_Stated(stated, kind, f"{item.where}.{name}"))
    return found[:16]


def _cut_off(text: str, border: str, sites: Collection[str]) -> dict[str, float]:
    """Return what is behind a separator: the name of the site, or how long another text."""
    squashed = squash(text)
    mark = border.strip()[:1]
    if any(site and (site in squashed or squashed in site) for site in sites):
        return {"off:site": 1.0}
    size = "short" if text.count(" ") < _NAME_BLANKS else "long"
    return {f"off:{size}:{mark if mark in '|-–—:' else 'other'}": 1.0}


def _cuts(stated: Iterable[_Stated], sites: Collection[str]) -> Iterator[Candidate]:
    """Yield each machine-readable title whole, and cut at its separators."""
    for title in stated:
        source = "title" if title.kind == "title" else title.kind
        yield Candidate(title.text, source, title.where, {f"{title.kind}:whole": 1.0})
        borders = list(TITLE_SEPARATOR.finditer(title.text))
        for number, border in enumerate(borders[-3:]):
            last = number == len(borders[-3:]) - 1
            name = f"{title.kind}:before-{'last' if last else 'inner'}"
            features = {name: 1.0} | _cut_off(title.text[border.end() :], border.group(), sites)
            yield Candidate(title.text[: border.start()].strip(), source, title.where, features)
        for number, border in enumerate(borders[:2]):
            name = f"{title.kind}:behind-{'first' if number == 0 else 'inner'}"
            text = title.text[border.end() :].strip()
            yield Candidate(text, source, title.where, {name: 1.0})
            if len(borders) > number + 1:
                middle = title.text[border.end() : borders[number + 1].start()].strip()
                yield Candidate(middle, source, title.where, {f"{title.kind}:middle": 1.0})


def _displayed(page: Page) -> Iterator[Candidate]:
    """Yield the first headings, whole and by their lines and children."""
    seen: dict[str, int] = {}
    looked_at = 0
    for container in page.containers:
        if container.tag not in _HEADINGS or container.first == container.end:
            continue
        looked_at += 1
        if looked_at > _HEADINGS_LOOKED_AT:
            return
        order = seen[container.tag] = seen.get(container.tag, 0) + 1
        yield from _readings(page, container, order)


def _readings(page: Page, container: Container, order: int) -> Iterator[Candidate]:
    """Yield a heading's whole text, and its parts where it has several."""
    tag = container.tag
    blocks = page.blocks[container.first : container.end]
    whole = " ".join(block.text for block in blocks).replace("\n", " ")
    where = page.xpath_of(container.element)
    features = {tag: 1.0, f"{tag}:first" if order == 1 else f"{tag}:later": 1.0}
    features |= {f"in-{name}": 1.0 for name in _places(page, container)}
    if sum(block.link_chars for block in blocks) > 0.8 * len(whole):
        features["linked"] = 1.0
        link = next(container.element.iter("a"), None)
        if link is not None and (link.get("href") or "").rstrip("/").count("/") <= 2:
            features["linked-home"] = 1.0
    yield Candidate(whole, "heading", where, features)
    if tag == "h3":
        return
    for border in list(TITLE_SEPARATOR.finditer(whole))[:2]:
        yield Candidate(whole[: border.start()], "heading", where, {f"{tag}-cut:before": 1.0})
        yield Candidate(whole[border.end() :], "heading", where, {f"{tag}-cut:behind": 1.0})
    lines = [line for block in blocks for line in block.text.split("\n")]
    children = [inner_text(child) for child in container.element if child.tag != "br"]
    own = _own_text(container.element)
    kicker = _kicker(container.element)
    if kicker and whole.startswith(kicker) and kicker != whole:
        behind = whole[len(kicker) :].strip(" :|–-")
        yield Candidate(behind, "heading", where, {f"{tag}-behind-kicker": 1.0})
        yield Candidate(kicker, "heading", where, {"is-kicker": 1.0})
    for part in dict.fromkeys([*lines, *children, own]):
        if part and part != whole:
            name = "own" if part == own else "first" if whole.startswith(part) else "last"
            yield Candidate(part, "heading", where, {f"{tag}-part": 1.0, f"{tag}-part:{name}": 1.0})


def _kicker(heading: etree._Element) -> str:
    """Return the text of a heading's first child that its class calls a kicker."""
    for child in heading.iter("span", "small", "strong", "em", "div", "p", "a"):
        if _KICKER_CLASS.search(child.get("class") or ""):
            return inner_text(child)
    return ""


def _own_text(element: etree._Element) -> str:
    """Return the text that stands in an element itself, not in a child."""
    parts = [element.text or "", *(child.tail or "" for child in element)]
    return " ".join(" ".join(parts).split())


def _places(page: Page, container: Container) -> set[str]:
    """Return the landmarks around a heading."""
    found = set()
    index = container.parent
    while index >= 0:
        around = page.containers[index]
        if around.tag in ("article", "main", "nav", "aside", "footer", "header"):
            found.add(around.tag)
        index = around.parent
    return found


def _note_displayed(page: Page, found: Mapping[str, Candidate]) -> None:
    """Note which candidates stand as a block of their own on the page, and take its spelling."""
    longest = max((len(candidate.text) for candidate in found.values()), default=0) + 20
    initials = {key[0] for key in found}
    for block in page.blocks[:_BLOCKS_LOOKED_AT]:
        initial = block.text[0]
        # Most blocks show by their length or first letter that they are no candidate.
        if len(block.text) > longest or (
            initial.isalnum() and initial.casefold()[0] not in initials
        ):
            continue
        candidate = found.get(_key(block.text))
        if candidate is None or "displayed" in candidate.features:
            continue
        candidate.features["displayed"] = 1.0
        if block.tag not in _HEADINGS:
            candidate.features["displayed-plain"] = 1.0
            element = page.containers[block.container].element
            if _TITLE_CLASS.search(f"{element.get('class')} {element.get('id')}"):
                candidate.features["title-class"] = 1.0
        if candidate.source != "heading":
            candidate.text = block.text.replace("\n", " ")


def _compare(page: Page, found: Mapping[str, Candidate], stated: list[_Stated]) -> None:
    """Note how candidates agree with the machine-readable titles and with each other."""
    label = host_label(page.host)
    sites = _site_keys(page) - {label}
    keys = [_key(title.text) for title in stated]
    slug = _slug(page.url)
    headings = {key: f" {key} " for key, c in found.items() if "h1" in c.features}
    for key, candidate in found.items():
        features = candidate.features
        words = set(key.split())
        features["words"] = min(len(words), 12) / 12
        if "h1" in features and len(headings) == 1:
            features["only-h1"] = 1.0
        features["one-word"] = float(len(words) == 1)
        features["two-words"] = float(len(words) == 2)
        squashed = key.replace(" ", "").replace("_", "")
        is_site = squashed in sites or (
            bool(label) and (squashed == label or squashed.removeprefix("the") == label)
        )
        features["is-site"] = float(is_site)
        features["ends-in-site"] = float(
            not is_site and any(site and squashed.endswith(site) for site in (*sites, label))
        )
        features["separator"] = float(TITLE_SEPARATOR.search(candidate.text) is not None)
        features["long"] = float(len(words) > _LONG_WORDS)
        padded = f" {key} "
        features["in-h1"] = float(any(padded in p for h, p in headings.items() if key != h))
        features["holds-h1"] = float(any(p in padded for h, p in headings.items() if key != h))
        _compare_stated(features, key, words, keys)
        if len(slug) >= _SLUG_WORDS:
            _compare_address(features, key, slug)


def _slug(url: str | None) -> list[str]:
    """Return the words of the longest part of a path, which systems make of headlines."""
    try:
        path = unquote(urlsplit(url or "").path)
    except ValueError:
        return []
    longest = max(path.split("/"), key=lambda part: part.count("-") + part.count("_"))
    words = _WORD.findall(longest.replace("_", "-").casefold().partition(".htm")[0])
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


@lru_cache(maxsize=2048)
def _as_in_address(word: str) -> str:
    """Return a word of a headline as addresses spell it: ``größe`` as ``groesse``."""
    return word if word.isascii() else unaccented(word.translate(_SPELLED_OUT))


def _compare_stated(
    features: dict[str, float], key: str, words: set[str], keys: Sequence[str]
) -> None:
    """Note the agreement of one candidate with each machine-readable title."""
    if not keys:
        features["nothing-stated"] = 1.0
        return
    padded = f" {key} "
    within = equal = prefix = 0
    overlap, covered = [], []
    # Most pages state one title several times over.
    agreements = {title: _agree(words, title) for title in dict.fromkeys(keys)}
    for title in keys:
        whole = f" {title} "
        within += padded in whole
        equal += key == title
        prefix += whole.startswith(padded)
        overlap.append(agreements[title][0])
        covered.append(agreements[title][1])
    count = len(keys)
    features["within"] = within / count
    features["equal"] = equal / count
    features["prefix"] = prefix / count
    features["best-overlap"] = max(overlap)
    features["mean-overlap"] = sum(overlap) / count
    features["mean-covered"] = sum(covered) / count
    for name in ("h1", "h2", "h1-part", "displayed"):
        if name in features:
            features[f"{name}*covered"] = features["mean-covered"]
            features[f"{name}*overlap"] = features["best-overlap"]
            features[f"{name}*within"] = features["within"]


def _agree(words: set[str], title: str) -> tuple[float, float]:
    """Return the share of words that both have of all words, and of the candidate's."""
    other = set(title.split())
    shared = len(words & other)
    return shared / max(len(words) + len(other) - shared, 1), shared / max(len(words), 1)
