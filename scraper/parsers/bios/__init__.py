"""Finds what the page says about its authors: bio, role, profile, accounts.

Cards that present people are found by their headings, names, classes and opening words, matched
to the byline, and read for their details; structured data fills what no card gives. Blocks of
cards are claimed, so that no bio leaks into the body.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from schemas import Author, Evidence
from scraper.page import Page
from scraper.parsers.about import find_image
from scraper.parsers.authors import Byline
from scraper.parsers.authors.byline import Seen
from scraper.parsers.authors.regions import read_regions
from scraper.parsers.bios import details
from scraper.parsers.bios.accounts import find_accounts, is_account
from scraper.parsers.bios.beginnings import SHORT
from scraper.parsers.bios.card import Card
from scraper.parsers.bios.cards import find_cards
from scraper.parsers.bios.jobs import NO_JOB, Job, find_job, judge_job
from scraper.parsers.bios.people import People, Person, to_people
from scraper.parsers.bios.scholars import find_cited, find_noted, find_printed_id
from scraper.parsers.body_text import Body
from scraper.parsers.found import Found
from scraper.parsers.names import name_key, name_parts, same_person, split_names
from scraper.structured import Item

_NO_CARD_CONFIDENCE = 0.6
_ANNOUNCED = 3
_BEGIN_OTHER = frozenset("h2 h3 h4 h5 h6 li dd tr".split())
"""Strength of a card under a heading for the author."""


def add_bios(page: Page, body: Body, byline: Byline) -> Byline:
    """Return the byline with bios, and the blocks that hold them in ``claimed``.

    Args:
        body: The body, outside of which most boxes stand.
        byline: Authors and contributors, whom the boxes are matched to.

    Returns:
        The same people in the same order, each with what the page says about them; a person
        that only an author box names is added where the page names no author otherwise, or
        where the box is one of several under a heading for authors.
    """
    regions = byline.regions or read_regions(page, None, body)
    people = [
        Person(found.value.name, organization=found.value.kind == "organization")
        for found in byline.authors
    ]
    people += [Person(found.value.name, reviewer=True) for found in byline.contributors]
    cards = find_cards(regions, people)
    unnamed = _unnamed(page, cards, byline)
    authors = (*_kept(byline, unnamed), *unnamed)
    byline = replace(byline, authors=authors)
    claimed = set(byline.claimed)
    everybody = to_people([Person(f.value.name) for f in (*authors, *byline.contributors)])
    portraits = _portraits(page, cards)
    filled = tuple(
        _fill(page, found, _cards_of(cards, found, authors), byline, everybody, claimed, portraits)
        for found in authors
    )
    contributors = tuple(
        _fill(page, found, _cards_of(cards, found, ()), byline, everybody, claimed, portraits)
        for found in byline.contributors
    )
    return replace(byline, authors=filled, contributors=contributors, claimed=frozenset(claimed))


def _portraits(page: Page, cards: Sequence[Card]) -> dict[str, Card]:
    """Return the pictures of cards, each with the narrowest card that holds it: its person's.

    The article's own picture is nobody's.
    """
    portraits: dict[str, Card] = {}
    for card in sorted(cards, key=lambda card: card.end - card.first):
        for address in details.find_pictures(page, card):
            portraits.setdefault(address, card)
    if portraits and (lead := find_image(page)) is not None:
        portraits.pop(lead.value, None)
    return portraits


def _kept(byline: Byline, unnamed: list[Found[Author]]) -> tuple[Found[Author], ...]:
    """Return the byline's authors, but no site or login in place of the writers of a box."""
    if unnamed and all(map(_is_house_or_login, byline.authors)):
        return ()
    return byline.authors


def _is_house_or_login(found: Found[Author]) -> bool:
    author = found.value
    login = author.family is None and author.name.isascii() and " " not in author.name
    return author.kind == "organization" or login


def _cards_of(
    cards: Sequence[Card], found: Found[Author], authors: Sequence[Found[Author]]
) -> list[Card]:
    """Return the cards about a person: by name, or by there being one author only."""
    name = found.value.name
    named = [c for c in cards if c.name is not None and same_person(c.name, name)]
    if len(authors) == 1:
        named += [c for c in cards if c.texts and not c.reviewer and _is_only_author(c, name)]
    return named


def _is_only_author(card: Card, name: str) -> bool:
    """Return whether a card can be about nobody but the page's one author.

    It names nobody, or a heading announces the author and the name is a short form of theirs
    ("Matt Frey" of Matthew Frey): the family name is the same.
    """
    if card.name is None:
        return True
    if card.strength < _ANNOUNCED or card.plural or same_person(card.name, name):
        return False
    return name_key(card.name).split()[-1:] == name_key(name).split()[-1:]


def _unnamed(page: Page, cards: Sequence[Card], byline: Byline) -> list[Found[Author]]:
    """Return the people of author boxes whom the byline does not have."""
    known = [f.value.name for f in (*byline.authors, *byline.contributors)]
    found: list[Found[Author]] = []
    for card in cards:
        if card.name is None or not card.texts or card.strength < 3 or card.reviewer:
            continue
        if any(same_person(card.name, name) for name in known):
            continue
        signed = not all(map(_is_house_or_login, byline.authors))
        if signed and not card.plural:
            continue
        if found and not card.plural:
            break
        known.append(card.name)
        given, family = name_parts(card.name)
        author = Author(name=card.name, given=given, family=family)
        where = page.path_of(page.blocks[card.texts[0]])
        evidence = Evidence(source="bio", where=where, confidence=_NO_CARD_CONFIDENCE)
        found.append(Found(author, evidence))
    return found


def _fill(
    page: Page,
    found: Found[Author],
    cards: Sequence[Card],
    byline: Byline,
    people: People,
    claimed: set[int],
    portraits: Mapping[str, Card],
) -> Found[Author]:
    """Return a person with the details of their cards and of structured data."""
    author = found.value
    noted = byline.seen.get(name_key(author.name), Seen())
    name = author.name
    bio = _bio(page, cards, name, people)
    links = [link for card in cards for link in details.card_links(page, card)]
    for card in cards:
        claimed.update(_claim(page, card))
    job = _job(page, author, cards, noted.items, credited=found in byline.contributors)
    profile = details.pick_profile(page, links, name) or _linked_profile(page, noted)
    others = [person.name for person in people.persons if person.name != name]
    accounts = find_accounts(page, author, links, noted.items, others)
    ids = [
        find_cited(page, name, "citation_author_orcid"),
        find_printed_id(page, noted.blocks, name, others),
    ]
    cited = find_cited(page, name, "citation_author_institution")
    cited = cited or find_noted(page, noted.blocks, name)
    image = next((p for p, card in portraits.items() if card in cards), None)
    updated = author.model_copy(
        update={
            "honorific": author.honorific or _honorific(page, cards, name),
            "bio": bio,
            "role": job.role if job.role != cited else None,
            "affiliation": _affiliation(noted.items) or job.employer or cited,
            "profile_url": profile,
            "same_as": accounts,
            "orcid": details.find_orcid(
                [*accounts, *(a for a, _ in links), *filter(None, ids)], noted.items
            ),
            "image": image or _stated_image(page, noted.items),
        }
    )
    return Found(updated, found.evidence)


def _job(
    page: Page, author: Author, cards: Sequence[Card], items: Sequence[Item], *, credited: bool
) -> Job:
    """Return what somebody does, from the most telling place that says it: card, byline, data.

    A contributor has the role that the credit names, whatever a card says. An employer that one
    place gives stays where another gives the job.
    """
    if credited and author.role:
        return Job(author.role)
    texts = (author.role, _stated(items, "jobTitle"))
    jobs = [*(find_job(page, card, author.name) for card in cards), *map(judge_job, texts)]
    role = next((job for job in jobs if job.role), NO_JOB)
    employers = (
        job.employer for job in jobs if job.employer and job.employer not in (role.role or "")
    )
    employer = role.employer or next(employers, None)
    return Job(role.role, employer)


def _bio(page: Page, cards: Sequence[Card], name: str, people: People) -> str | None:
    """Return the fullest text of some cards: one that speaks of the person, then the longest."""
    parts = name_key(name).split()

    def fullness(text: str) -> tuple[bool, int]:
        words = set(name_key(text).split())
        return any(part in words for part in parts), len(text)

    texts = (details.bio_text(page, card, name, people) for card in cards)
    return max((text for text in texts if text), key=fullness, default=None)


def _honorific(page: Page, cards: Sequence[Card], name: str) -> str | None:
    """Return the title that a card prints before a person's name."""
    for card in cards:
        for line in card.lines:
            text = page.blocks[line].text
            if name in text and len(text) <= 2 * SHORT:
                names = (read for read in split_names(text) if same_person(read.name, name))
                if honorific := next((read.honorific for read in names), None):
                    return honorific
    return None


def _claim(page: Page, card: Card) -> set[int]:
    """Return the blocks that belong to a card and to nothing else.

    Short lines around a bio (buttons, "More by …") go with it; longer text in the same box may
    be the article, whose only box holds the byline too. Where no bio follows, a heading or a list
    below the name begins something else (the ingredients of a recipe), and what is outside of the
    name's box is the article: its first lines, the captions of a gallery.
    """
    used = {*card.lines, *card.texts}
    if not card.texts:
        other = next((i for i in card.lines[1:] if page.blocks[i].tag in _BEGIN_OTHER), None)
        used = {i for i in card.lines if i < (card.end if other is None else min(other, card.end))}
    if card.heading is not None:
        used.add(card.heading)
    if card.texts and card.end - card.first <= 2 * len(used) + 6:
        used.update(i for i in range(card.first, card.end) if len(page.blocks[i].text) <= SHORT)
    return used


# --- structured data ---------------------------------------------------------------------


def _stated(items: Sequence[Item], key: str) -> str | None:
    return next((text for item in items if (text := item.text(key))), None)


def _stated_image(page: Page, items: Sequence[Item]) -> str | None:
    for item in items:
        for picture in item.items("image"):
            address = page.resolve(picture.text("url") or picture.text("contentUrl"))
            if address:
                return address
        if address := page.resolve(item.text("image")):
            return address
    return None


def _affiliation(items: Sequence[Item]) -> str | None:
    for item in items:
        for key in ("worksFor", "affiliation"):
            for place in item.items(key):
                if name := place.text("name"):
                    return name
            if name := item.text(key):
                return name
    return None


def _linked_profile(page: Page, noted: Seen) -> str | None:
    """Return where the displayed name links to, or the address of the person's item."""
    for href in noted.hrefs:
        address = page.resolve(href)
        if address and not is_account(address) and not details.is_own(page, address):
            return address
    for item in noted.items:
        address = page.resolve(item.text("url"))
        if address and not is_account(address) and address.rstrip("/") != _front(page):
            return address
    return None


def _front(page: Page) -> str:
    return (page.resolve("/") or "").rstrip("/")


__all__ = ["add_bios"]
