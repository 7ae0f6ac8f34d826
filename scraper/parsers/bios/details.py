"""Reads the details of a card: bio text, addresses, accounts, picture."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from lxml import etree

from schemas.identifiers import parse_orcid
from scraper.needles import make_needles
from scraper.page import Page
from scraper.parsers.bios.accounts import is_account
from scraper.parsers.bios.card import Card, is_named
from scraper.parsers.bios.people import NOBODY, People, owners
from scraper.parsers.bios.signs import head_lines
from scraper.parsers.names import name_key, same_person
from scraper.parsers.rules import bios as rules
from scraper.parsers.rules import bylines as byline_rules
from scraper.parsers.rules.boilerplate import BUTTON_NAME
from scraper.structured import Item
from scraper.text import inner_text

_BUTTON_CHARS = 110
_BUTTON_WORDS = make_needles(rules.BUTTON_WORDS)
_MOST_LINKS = 60
_TITLE = re.compile(r"^(?:bio(?:graph(?:y|ie))?|vita|about(?: me)?)\s?[:：]\s+", re.I)
"""A title in the same text node as the bio."""
_SENTENCE_ENDS = (".", "!", "?", "…", ")", "”", "»", "。")
_PICTURE_KEYS = ("data-src", "data-lazy-src", "data-original", "src")


# --- text ---------------------------------------------------------------------------------------


def bio_text(page: Page, card: Card, name: str, people: People = NOBODY) -> str | None:
    """Return the whole text of a card's bio, without heading, name line and buttons.

    Of a text that several people of the byline share, only the sentences about this one.
    """
    parts = [page.blocks[index].text for index in card.texts]
    if not parts:
        return None
    parts[-1] = _without_button(_without_last_link(page, card.texts[-1], name))
    parts[0] = _without_lead(_TITLE.sub("", parts[0]), name, below=is_named(page, card, name))
    parts = [p for n, p in enumerate(parts) if not _is_teaser(p, [*parts[:n], *parts[n + 1 :]])]
    text = "\n\n".join(part.strip() for part in parts if part.strip())
    return _own_sentences(text, name, people) or None


def _own_sentences(text: str, name: str, people: People) -> str:
    """Return the sentences about one of several authors who share a text, else all of it."""
    starts = owners(text, people) if len(people.persons) > 1 else []
    ends = [start for start, _ in starts[1:]] + [len(text)]
    own = (
        [
            text[start:end].strip()
            for (start, names), end in zip(starts, ends, strict=True)
            if name in names
        ]
        if starts
        else []
    )
    return " ".join(own) if own and len(own) < len(starts) else text


def _without_last_link(page: Page, index: int, name: str) -> str:
    """Return a block's text without the link to the person's posts or account that ends it.

    Whatever its language: the link leads to an author's page, is the name of an account, is drawn
    as a button, or has a line of its own, and stands behind a full sentence.
    """
    block = page.blocks[index]
    links = [mark for mark in block.marks() if mark.element.tag == "a" and mark.end > mark.start]
    last = links[-1] if links else None
    if last is None or block.text[last.end :].strip(" →»›…"):
        return block.text
    before = block.text[: last.start].rstrip()
    href = (last.element.get("href") or "").lower()
    label = block.text[last.start :]
    path = byline_rules.AUTHOR_PATH if name in label else byline_rules.STRONG_AUTHOR_PATH
    leads = path.search(href) is not None or block.text[: last.start].endswith("\n")
    leads = leads or BUTTON_NAME.search(last.element.get("class") or "") is not None
    leads = leads or (label.startswith("@") and is_account(page.resolve(href) or ""))
    return before if leads and before.endswith(_SENTENCE_ENDS) else block.text


def _is_teaser(part: str, others: Sequence[str]) -> bool:
    """Return whether a paragraph is the shortened copy of another, as hover cards show."""
    bare = part.rstrip(" .…")
    return len(bare) < len(part) and any(len(p) > len(part) and p.startswith(bare) for p in others)


def _without_lead(text: str, name: str, *, below: bool) -> str:
    """Cut a heading, a name and a job that stand in the same text node as the bio."""
    lines, text = head_lines(text, name, below=below)
    if lines:
        return text
    first = name.split(maxsplit=1)[0]
    if text.startswith((name, first)):
        again = text.find(first, len(name))
        if again > 0 and text[again - 1] in "@/_.":
            again = -1
        gap = text[len(name) : again] if again > 0 else ""
        if again > 0 and len(gap) <= 40 and not _has_verb(gap):
            return text[again:]
        rest = text[len(name) :].lstrip(" :–—|-\n") if text.startswith(name) else text
        border = re.match(r"[:–—|]|\s[–—|-]\s", text[len(name) :])
        # Russian puts a dash where other languages have "is".
        if text.startswith(name) and border and not rest[:1].islower():
            return rest
        if text.startswith(name) and text[len(name) : len(name) + 1].isupper():
            return rest
    return text


def _has_verb(text: str) -> bool:
    return re.search(rf"\b(?:{rules.COPULA})\b|[.!?]\s", text) is not None


def _without_button(text: str) -> str:
    """Cut the buttons that a text ends with ("View full profile")."""
    cut = max(len(text) - _BUTTON_CHARS, 0)
    head, tail = text[:cut], text[cut:]
    if not _BUTTON_WORDS.held_in(tail.casefold()):
        return text
    while (match := rules.BUTTON.search(tail)) and (match.start() or not head):
        before = tail[: match.start()].rstrip()
        if (
            before
            and before[-1].isalnum()
            and not tail[match.start() :].startswith((".", "…", " "))
        ):
            break
        dots = re.match(r"\s*([.…]+)", tail[match.start() :])
        tail = before + (dots.group(1) if dots else "")
        if not tail:
            break
    return head + tail


# --- links and pictures ---------------------------------------------------------------------------


def card_links(page: Page, card: Card) -> list[tuple[str, str]]:
    """Return (absolute address, text) of the links in a card's range of blocks."""
    found: dict[str, str] = {}
    for element in _elements(page, card):
        for link in element.iter("a"):
            if len(found) >= _MOST_LINKS:
                break
            address = page.resolve(link.get("href"))
            if address:
                label = inner_text(link) or link.get("title") or link.get("aria-label") or ""
                found[address] = found.get(address) or label
    return list(found.items())


def _elements(page: Page, card: Card) -> Iterator[etree._Element]:
    """Yield the outermost containers that lie wholly within a card."""
    containers = page.containers
    done = card.first
    for index in range(card.first, card.end):
        if index < done:
            continue
        best = page.blocks[index].container
        climb = best
        while climb >= 0:
            container = containers[climb]
            if container.first < card.first or container.end > card.end:
                break
            best = climb
            climb = container.parent
        inside = containers[best]
        if inside.first >= card.first and inside.end <= card.end:
            done = inside.end
            yield inside.element
        else:
            yield from (mark.element for mark in page.blocks[index].marks())


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def pick_profile(page: Page, links: Sequence[tuple[str, str]], name: str) -> str | None:
    """Return the link of a card to the author's page: on the site, else their own."""
    ranked: list[tuple[int, str]] = []
    for address, label in links:
        if rules.SHARE_LINK.search(address.lower()) or is_account(address) or is_own(page, address):
            continue
        rank = _profile_rank(page, address, label, name)
        if rank:
            ranked.append((rank, address))
    return max(ranked, key=lambda pair: pair[0])[1] if ranked else None


def is_own(page: Page, address: str) -> bool:
    """Return whether an address leads to a place of the page itself."""
    return "#" in address and address.split("#", 1)[0] == (page.url or "").split("#", 1)[0]


def _profile_rank(page: Page, address: str, label: str, name: str) -> int:
    path = urlsplit(address).path
    own_site = page.host is not None and _host(address).removeprefix(
        "www."
    ) == page.host.removeprefix("www.")
    rank = 0
    if label and same_person(label, name):
        rank += 4
    if byline_rules.STRONG_AUTHOR_PATH.search(address.lower()):
        rank += 4
    elif byline_rules.AUTHOR_PATH.search(address.lower()) and not _is_elsewhere(label, name):
        rank += 2
    key = name_key(name).replace(" ", "")
    if key and key in name_key(path).replace(" ", ""):
        rank += 3
    if rank == 0 and rules.PROFILE_TEXT.search(label):
        rank += 2 if own_site else 1
    if rank and own_site and path in ("", "/"):
        return 0
    return rank + own_site if rank else 0


def _is_elsewhere(label: str, name: str) -> bool:
    """Return whether a link's text names something else: teams have pages as people do."""
    if not label or rules.PROFILE_TEXT.search(label):
        return False
    return set(name_key(label).split()).isdisjoint(name_key(name).split())


def find_orcid(addresses: Sequence[str], items: Sequence[Item]) -> str | None:
    """Return the ORCID iD of an address or an identifier, check digit verified."""
    values = [a for a in addresses if "orcid" in a.lower()]
    for item in items:
        values += [
            v for v in item.texts("identifier") + item.texts("sameAs") if "orcid" in v.lower()
        ]
    return next((orcid for value in values if (orcid := parse_orcid(value))), None)


def find_pictures(page: Page, card: Card) -> list[str]:
    """Return the addresses of the pictures in a card, in order."""
    found: list[str] = []
    for element in _elements(page, card):
        for picture in element.iter("img"):
            addresses = (page.resolve(picture.get(key)) for key in _PICTURE_KEYS)
            address = next((address for address in addresses if address), None)
            if address:
                found.append(address)
    return found
