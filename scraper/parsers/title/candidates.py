"""Collects every reading of the headline that a page offers, each with what it is.

Headings whole, in parts and without their first or last part; machine-readable titles whole and
cut at their separators. How they agree with each other is noted in ``agreement``.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from string import ascii_letters, digits

from lxml import etree

from scraper.page import Page
from scraper.parsers.back_links import without_back_links
from scraper.parsers.dates.lines import is_date_line, is_day
from scraper.parsers.rules import titles as rules
from scraper.parsers.site import title_borders
from scraper.parsers.title.agreement import compare
from scraper.parsers.title.parts import Part, find_parts, headline_of
from scraper.parsers.title.stated import (
    StatedTitle,
    names_site,
    read_titles,
    site_names,
    to_key,
)
from scraper.text import Container, inner_text, outwards

HEADINGS = ("h1", "h2", "h3")
_LANDMARKS = frozenset({"article", "main", "nav", "aside", "footer", "header"})
_HEADINGS_LOOKED_AT = 12
_BLOCKS_LOOKED_AT = 250
LONGEST_TITLE = 400
"""Characters; a longer text is no headline."""
_OPENING = 3
"""Letters of a text by which most differ from a candidate."""
_PLAIN = frozenset(ascii_letters + digits)
_NAME_BLANKS = 4
"""A name of a site has at most this many blanks."""
_HOME_SLASHES = 2
_ASIDE = "aside"
"""Feature of a kicker, a dek, or a heading with one."""
_IF_DISPLAYED = {"behind-colon"}
"""What a reading is that counts only where the page displays it."""
_TYPESET_BLOCKS, _TYPESET_ELEMENTS = 6, 8
"""Blocks in which such a line is looked for, and elements of each."""
_WORDS = 3
_FILE_ENDS = re.compile(r"\.(?:docx?|rtf|odt|pdf|txt|html?|tex|wpd|indd|qxd|pages|md)\b", re.I)
"""Of the names of files that programs state as titles ("Microsoft Word - draft 3.doc")."""
_SMALL_SIZES = frozenset(("1", "2", "-1", "-2"))
_SHORTEST_WITH_DATE = 14
_DOTS = ("...", "…")


@dataclass(slots=True)
class Candidate:
    """One way to read the headline, with all that speaks for and against it."""

    text: str
    source: str
    where: str
    features: dict[str, float] = field(default_factory=dict)
    element: etree._Element | None = None
    """The heading or ``title``; ``where`` is worked out from it for the chosen one only."""


def find_candidates(page: Page) -> list[Candidate]:
    """Return every reading of the headline once, with its features."""
    stated = read_titles(page)
    sites = site_names(page)
    found: dict[str, Candidate] = {}
    readings = (*_displayed(page, sites), *_cuts(stated, sites), *_behind_colons(stated))
    for candidate in readings:
        key = to_key(candidate.text)
        if not key or len(candidate.text) > LONGEST_TITLE:
            continue
        known = found.get(key)
        if known is None:
            found[key] = candidate
        else:
            # Every feature of a reading is 1 at this point.
            known.features.update(candidate.features)
    # What a heading's own markup tells apart from its headline is none, wherever else it stands.
    found = {key: c for key, c in found.items() if _ASIDE not in c.features} or found
    found = _without_cut(found)
    _note_displayed(page, found)
    if not any(
        c.source == "heading" or "displayed" in c.features or _is_worded(c.text)
        for c in found.values()
    ):
        found |= {to_key(typeset.text): typeset for typeset in _typeset(page)}
    found = {key: c for key, c in found.items() if c.features.keys() != _IF_DISPLAYED}
    for candidate in found.values():
        if title_borders(candidate.text):
            candidate.features["separator"] = 1.0
        if candidate.text.endswith(_DOTS):
            candidate.features["ends-in-dots"] = 1.0
    compare(page, {key: c.features for key, c in found.items()}, stated, sites)
    return list(found.values())


def _without_cut(found: dict[str, Candidate]) -> dict[str, Candidate]:
    """Return the readings without those that a system cut where they go on elsewhere.

    Of 9 readings of the development sets that end in dots, and that another one carries on, none
    is right. One that a writer ends in dots is carried on by nothing but dots: those of the same
    title with the site's name behind.
    """
    cut = {key: c.text.rstrip(". …") for key, c in found.items() if c.text.endswith(_DOTS)}
    texts = [candidate.text for candidate in found.values()] if cut else []
    return {
        key: candidate
        for key, candidate in found.items()
        if key not in cut or not any(_carries_on(text, cut[key]) for text in texts)
    }


def _carries_on(text: str, start: str) -> bool:
    return text.startswith(start) and text[len(start) :].lstrip()[:1] not in ("", ".", "…")


# --- machine-readable titles ------------------------------------------------------------------


def _cut_off(text: str, mark: str, sites: Collection[str]) -> str:
    """Return what a separator parts from a title: site, date, or how long another text."""
    if names_site(text, sites):
        return "site"
    if len(text) < _SHORTEST_WITH_DATE * 2 and is_date_line(text):
        return "date"
    size = "short" if text.count(" ") < _NAME_BLANKS else "long"
    return f"{size}:{mark if mark in '|-–—:' else 'other'}"


def _cuts(stated: Iterable[StatedTitle], sites: Collection[str]) -> Iterator[Candidate]:
    """Yield each machine-readable title whole, and cut at its separators."""
    done: dict[str, list[tuple[str, str]]] = {}
    for title in stated:
        readings = done.get(title.text)
        if readings is None:
            readings = done[title.text] = list(_readings_of_title(title, sites))
        for text, name in readings:
            features = {f"{title.kind}:{name}": 1.0}
            if name.startswith("off:"):
                features = {name: 1.0}
            yield Candidate(text, title.kind, title.where, features, title.element)


def _behind_colons(stated: Iterable[StatedTitle]) -> Iterator[Candidate]:
    """Yield what stands behind the first colon of each machine-readable title.

    Most colons belong to the headline; behind a site's name or a series it has a line of its own.
    """
    for title in {title.text: title for title in stated}.values():
        _, _, behind = title.text.partition(": ")
        features = dict.fromkeys(_IF_DISPLAYED, 1.0)
        yield Candidate(behind.strip(), title.kind, title.where, features, title.element)


def _readings_of_title(title: StatedTitle, sites: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield (text, feature) of a title whole and of its parts."""
    text = title.text
    yield text, "whole"
    borders = title.cuts()
    last = len(borders) - 1
    for number, border in enumerate(borders[-3:], start=max(len(borders) - 3, 0)):
        before = text[: border.start()].strip()
        yield before, f"before-{'last' if number == last else 'inner'}"
        yield before, f"off:{_cut_off(text[border.end() :], border.group().strip()[:1], sites)}"
    for number, border in enumerate(borders[:2]):
        behind = text[border.end() :].strip()
        yield behind, f"behind-{'first' if number == 0 else 'inner'}"
        front = _cut_off(text[: border.start()], border.group().strip()[:1], sites)
        yield behind, f"off:front:{front}"
        if number < last:
            yield text[border.end() : borders[number + 1].start()].strip(), "middle"


# --- headings -----------------------------------------------------------------------------------


def _displayed(page: Page, sites: Collection[str]) -> Iterator[Candidate]:
    """Yield the first headings, whole and in parts."""
    seen: dict[str, int] = {}
    looked_at = 0
    for container in page.containers:
        if container.tag not in HEADINGS or container.first == container.end:
            continue
        looked_at += 1
        if looked_at > _HEADINGS_LOOKED_AT:
            return
        order = seen[container.tag] = seen.get(container.tag, 0) + 1
        yield from _readings(page, container, order, sites)


def _readings(
    page: Page, container: Container, order: int, sites: Collection[str]
) -> Iterator[Candidate]:
    """Yield a heading's whole text, and its parts where it has several."""
    tag, element = container.tag, container.element
    whole = heading_text(page, container)
    features = {tag: 1.0, f"{tag}:first" if order == 1 else f"{tag}:later": 1.0}
    features |= _places(page, container)
    if is_linked(page, container, whole):
        features["linked"] = 1.0
        if links_home(element):
            features["linked-home"] = 1.0
    if tag == "h3":
        yield Candidate(whole, "heading", "", features, element)
        return
    parts = find_parts(element)
    is_short = len(whole) <= LONGEST_TITLE
    borders = title_borders(whole)[:2] if is_short and not parts else ()
    headline = headline_of(parts) if parts else whole
    if borders and is_day(whole[: borders[0].start()]):
        # "Report of 3 May 2025 - what now?" and "3 May 2025 - the day it stopped" are headlines.
        following = whole[borders[0].end() :].strip()
        headline = whole if following[:1].islower() else following
    if to_key(headline) != to_key(whole):
        yield Candidate(headline, "heading", "", features | {f"{tag}-freed": 1.0}, element)
        for text in (whole, *[part.text for part in parts if part.text not in headline]):
            yield Candidate(text, "heading", "", {_ASIDE: 1.0}, element)
        return
    if parts:
        features |= {
            f"{tag}-parts": 1.0,
            f"{tag}-parts:first:{parts[0].kind}": 1.0,
            f"{tag}-parts:last:{parts[-1].kind}": 1.0,
        }
    yield Candidate(whole, "heading", "", features, element)
    if parts:
        yield from _part_readings(parts, tag, element)
    for border in borders:
        front, back = whole[: border.start()].strip(), whole[border.end() :].strip()
        mark = border.group().strip()[:1]
        before = {f"{tag}-cut:before": 1.0, f"cut:{_cut_off(back, mark, sites)}": 1.0}
        behind = {f"{tag}-cut:behind": 1.0, f"cut:front:{_cut_off(front, mark, sites)}": 1.0}
        yield Candidate(front, "heading", "", before, element)
        yield Candidate(back, "heading", "", behind, element)


def _part_readings(parts: list[Part], tag: str, element: etree._Element) -> Iterator[Candidate]:
    """Yield a heading without its first, without its last part, and each part of several."""
    first, last = parts[0], parts[-1]
    is_short = len(first.text) * 2 < sum(len(part.text) for part in parts[1:])
    rest = {
        f"{tag}-part": 1.0,
        "part:rest": 1.0,
        f"rest:behind:{first.kind}": 1.0,
        f"rest:is:{parts[1].kind}": 1.0,
        f"rest:behind-{'short' if is_short else 'long'}": 1.0,
    }
    front = {
        f"{tag}-part": 1.0,
        "part:front": 1.0,
        f"front:is:{first.kind}": 1.0,
        f"front:before:{last.kind}": 1.0,
    }
    texts = [part.text for part in parts]
    yield Candidate(" ".join(texts[1:]), "heading", "", rest, element)
    yield Candidate(" ".join(texts[:-1]), "heading", "", front, element)
    if len(parts) > 2:
        for part in parts:
            single = {f"{tag}-part": 1.0, "part:single": 1.0, f"single:{part.kind}": 1.0}
            yield Candidate(part.text, "heading", "", single, element)


def heading_text(page: Page, container: Container) -> str:
    """Return all text of a heading in one line."""
    blocks = page.blocks[container.first : container.end]
    texts = [without_back_links(block).text if block.raw_marks else block.text for block in blocks]
    return " ".join(filter(None, texts)).replace("\n", " ")


def is_linked(page: Page, container: Container, whole: str) -> bool:
    """Return whether (nearly) all text of a heading is a link."""
    blocks = page.blocks[container.first : container.end]
    return sum([block.link_chars for block in blocks]) > 0.8 * len(whole)


def links_home(heading: etree._Element) -> bool:
    """Return whether the first link of a heading leads to a front page."""
    link = next(heading.iter("a"), None)
    return link is not None and (link.get("href") or "").rstrip("/").count("/") <= _HOME_SLASHES


def _places(page: Page, container: Container) -> dict[str, float]:
    """Return the landmarks around a heading, as features."""
    around = outwards(page.containers, container.parent)
    return {f"in-{holder.tag}": 1.0 for holder in around if holder.tag in _LANDMARKS}


def _is_worded(text: str) -> bool:
    """Return whether a title has words: "draft_3_final.doc" is the name of a file."""
    return len(text.split()) >= _WORDS and not _FILE_ENDS.search(text)


def _typeset(page: Page) -> Iterator[Candidate]:
    """Yield the first line of those above the text that is set in bold or in large letters.

    Word processors, and people before style sheets, make a headline so. Asked for where a page has
    no heading, and no title but names of files.
    """
    for block in page.blocks[:_TYPESET_BLOCKS]:
        text = block.text.partition("\n")[0]
        element = page.containers[block.container].element if block.container >= 0 else page.root
        if is_date_line(text) or text.endswith(":"):
            continue
        if len(text) <= LONGEST_TITLE // 2 and any(
            inner_text(one) == text and one.get("size") not in _SMALL_SIZES
            for one in islice(element.iter("b", "strong", "font", "big"), _TYPESET_ELEMENTS)
        ):
            features = dict.fromkeys(("h1", "h1:first", "displayed"), 1.0)
            yield Candidate(text, "heading", "", features, element)
            return


def _note_displayed(page: Page, found: Mapping[str, Candidate]) -> None:
    """Note which candidates stand as a block of their own on the page, and take its spelling."""
    longest = max((len(candidate.text) for candidate in found.values()), default=0) + 20
    initials = {key[0] for key in found}
    openings = {key[:_OPENING] for key in found}
    # Most blocks show by their first letter, their length or first letters that they are none.
    ruled_out = _PLAIN - initials - {initial.upper() for initial in initials}
    looked_at = page.blocks[:_BLOCKS_LOOKED_AT]
    for block in [block for block in looked_at if block.text[0] not in ruled_out]:
        # In pages set by line breaks the headline is the first of the lines that begin the text.
        text, _, below = block.text.partition("\n")
        if len(text) > longest:
            continue
        opening = text[:_OPENING]
        if opening.isascii() and opening.isalnum():
            if opening.lower() not in openings:
                continue
        elif opening[0].casefold()[0] not in initials and opening[0].isalnum():
            continue
        if below and to_key(block.text) in found:
            text = block.text
        candidate = found.get(to_key(text))
        if candidate is None or "displayed" in candidate.features:
            continue
        candidate.features["displayed"] = 1.0
        if block.tag not in HEADINGS:
            candidate.features["displayed-plain"] = 1.0
            element = page.containers[block.container].element
            if rules.TITLE_CLASS.search(f"{element.get('class')} {element.get('id')}"):
                candidate.features["title-class"] = 1.0
        if candidate.source != "heading":
            candidate.text = text.replace("\n", " ")
