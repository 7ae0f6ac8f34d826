"""Finds the pages that a site answered with one and the same notice, and holds them back.

"We will be back", a wall of consent, a block page, sent with status 200 for every address: each is
read as a page, and would be the newest version of its story. No word of any language tells it, but
that pages which were different stories now say the same on one host, or something else under one
title, in one run or within a month. A text that stands at several addresses of one story (its print
version, another section) is none: see ``find_notices`` for what makes the difference.
"""

import hashlib
import json
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import numpy as np

from scraper.crawler.revisit import wait_for_text
from scraper.crawler.signatures import sign_text
from scraper.store import THRESHOLD, ChangedPage, Holding, Notice, Store, similarity
from scraper.words import count_words

_LEAST = 3
"""Pages of a host with one text from which on it may be a notice."""
_LEAST_KNOWN = 2
"""Stories among them that said something else before. Two addresses of one story count once."""
_LEAST_NEW = 5
"""Stories, by their addresses, that say the same where none of them is known."""
_LEAST_TELLING = 3
"""Words of a title in an address that tells it, and half of them: one or two (the name of a
section or of the site) may stand in all addresses, and in the title of a notice."""
REMEMBERED_S = 30 * 86400.0
"""How long a notice is known again on a single page after the last one that was held back for it;
what is held back for longer is told, and of new pages one may be stored."""
_MOST_SUSPECTED = 100
"""Pages of a run whose new titles are remembered: where more have one, the site was rebuilt."""
_SAID_BEFORE = "what another page said before"
_EXCERPT = 60
_DECODER = json.JSONDecoder()
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Member:
    """One of several pages with the same text."""

    page: ChangedPage
    text: str
    title: str
    before: bytes | None
    """What tells the story that the page had before; None where it is new, or said so before."""
    image: str = ""
    earlier: Notice | None = None
    """What the page said before, where it had another title too."""

    @property
    def is_holdable(self) -> bool:
        """Whether storing its text would say something new of it."""
        return self.before is not None or not self.page.is_known


def hold_notices(
    store: Store,
    run: int,
    duplicates: Mapping[str, str],
    revisit_s: float,
    now: float,
    check: Callable[[], None] = lambda: None,
) -> list[str]:
    """Take back what pages gave that answered with a notice; return what the operator should know.

    Part of a transaction.

    Args:
        duplicates: Id → id of the record that it repeats, of all records.
        revisit_s: The job's ``revisit``.
        now: Seconds since 1970.
        check: Is called now and then; what it raises ends the work.
    """
    since = now - REMEMBERED_S
    known = store.notices.known(since)
    notes = []
    groups, titled = _groups(store, run, duplicates, known, check)
    done: set[int] = set()
    for pages in groups:
        members = list(_iter_members(store, pages, run, check))
        notices = known.get(pages[0].host, [])
        held = find_notices(members) or [one for one in members if _is_known(one, notices)]
        held = [one for one in held if one.is_holdable and one.page.page not in done]
        if (free := _find_free(store, held, now)) is not None:
            held.remove(free)
        if not held:
            continue
        first = held[0]
        if len(members) >= _LEAST or first.earlier is not None:
            title = _key_of_title(first.title)
            store.notices.remember(
                first.page.host, replace(_to_notice(first.text), title=title), now
            )
        others = f"the text of {len(members)} pages that differed" if members[1:] else _SAID_BEFORE
        message = f"{others}: {_excerpt(first.text)!r}"
        done |= {one.page.page for one in held}
        for one in held:
            _hold(store, one, run, message, revisit_s, now)
        host = store.frontier.host_name(first.page.host)
        notes.append(
            f"{host} answered {len(held)} pages with one text, {_excerpt(first.text)!r}: a notice, "
            "held back until they say something else"
        )
    for one in _iter_members(store, [page for page in titled if page.page not in done], run, check):
        if one.earlier is not None:
            store.notices.suspect(one.page.host, _key_of_title(one.title), one.earlier, now, since)
    store.notices.release(run)
    return notes


def _groups(
    store: Store,
    run: int,
    duplicates: Mapping[str, str],
    known: Mapping[int, Sequence[Notice]],
    check: Callable[[], None],
) -> tuple[list[list[ChangedPage]], list[ChangedPage]]:
    """Return the pages of one host and text or title, where they are many or repeat a notice.

    And some of those that have another title than before. A million pages may have changed, and
    few of them share a text: sixteen bytes of each are kept while they are counted.
    """
    places = array("q")
    wanted: set[int] = set()
    for page, keys in _iter_keys(store.notices.iter_changed(run), duplicates, known, check):
        for key in keys:
            place = 0 if key is None else hash((page.host, key))
            places.append(place)
            if key is not None and _may_repeat(page, key, known):
                wanted.add(place)
    values, counts = np.unique(np.array(places, dtype=np.int64), return_counts=True)
    wanted |= {*values[counts >= _LEAST].tolist()}
    groups: dict[int, dict[int, ChangedPage]] = defaultdict(dict)
    titled: list[ChangedPage] = []
    for at, page in enumerate(store.notices.iter_changed(run)):
        check()
        own = {*places[2 * at : 2 * at + 2]} - {0}
        for place in own & wanted:
            # Of a page that was asked for twice the later answer counts.
            groups[place][page.page] = replace(page, short=None, heads=None)
        if places[2 * at + 1] and len(titled) < _MOST_SUSPECTED:
            titled.append(replace(page, short=None, heads=None))
    return [list(group.values()) for group in groups.values()], titled


def _iter_keys(
    pages: Iterator[ChangedPage],
    duplicates: Mapping[str, str],
    known: Mapping[int, Sequence[Notice]],
    check: Callable[[], None],
) -> Iterator[tuple[ChangedPage, tuple[bytes | str | None, bytes | None]]]:
    """Yield pages with what tells their text, None where it can be no notice, and a new title."""
    sizes = Counter(duplicates.values())
    for page in pages:
        check()
        title, before = map(_title_of, page.heads or ("", ""))
        new_title = key_of_text(title) if _key_of_title(title) != _key_of_title(before) else None
        if page.short is not None:
            yield page, (key_of_text(_text_of(json.loads(page.short))), new_title)
            continue
        leader = duplicates.get(page.record, page.record)
        is_one_of_many = sizes[leader] + 1 >= _LEAST
        yield page, (leader if is_one_of_many or _has_sign_of(page, known) else None, new_title)


def _title_of(head: str) -> str:
    """Return the title in the beginning of a record's JSON."""
    try:
        title, _ = _DECODER.raw_decode(head.partition('"title":')[2])
    except ValueError:
        return ""
    return title or ""


def _may_repeat(page: ChangedPage, key: bytes | str, known: Mapping[int, Sequence[Notice]]) -> bool:
    """Return whether a page, were it the only one, may repeat a notice that its host gave."""
    if any(key in (notice.key, notice.title) for notice in known.get(page.host, [])):
        return True
    return page.short is None and _has_sign_of(page, known)


def _has_sign_of(page: ChangedPage, known: Mapping[int, Sequence[Notice]]) -> bool:
    """Return whether a page with a long text may repeat a notice that its host gave."""
    signed = [notice.signature for notice in known.get(page.host, []) if notice.signature]
    return page.signature is not None and any(
        similarity(page.signature, one) >= THRESHOLD for one in signed
    )


def _iter_members(
    store: Store, pages: Sequence[ChangedPage], run: int, check: Callable[[], None]
) -> Iterator[Member]:
    """Yield pages with what they say; a text that many have is kept once."""
    texts: dict[str, str] = {}
    for page in pages:
        check()
        newest, earlier = store.notices.find_texts(page.record, run)
        record = json.loads(newest)
        text = _text_of(record)
        title, image = record.get("title") or "", record.get("image") or ""
        before = replaced = None
        if page.is_known and earlier is not None:
            was = json.loads(earlier)
            told = _to_notice(_text_of(was))
            if not _is_alike(told, _to_notice(text)):
                # Short texts are never marked as repetitions, and tell that they are.
                is_short = told.signature is None
                before = told.key if is_short else (page.repeated or page.record).encode()
                is_titled = _key_of_title(was.get("title") or "") != _key_of_title(title)
                replaced = told if is_titled else None
        yield Member(page, texts.setdefault(text, text), title, before, image, replaced)


def _text_of(record: Mapping[str, Any]) -> str:
    """Return what a record says; a page without a text says its title."""
    return record.get("body") or record.get("title") or ""


def find_notices(members: Sequence[Member]) -> list[Member]:
    """Return those of some pages with one text, on one host, for which it is a notice.

    It is one where at least two different stories were replaced by it, with three pages in all,
    unless their addresses tell its title: those of a story that grows have had several states of
    it. A new page with a title of its own (a story for subscribers only) is none of them. Of new
    pages alone it is where five stories have the same title and image too, word for word, and most
    of their addresses say nothing of it, as those of an article do that has several.
    """
    told = {one.before for one in members if one.before is not None}
    if len(members) >= _LEAST and len(told) >= _LEAST_KNOWN:
        if _is_story(members):
            return []
        titles = Counter(_key_of_title(one.title) for one in members)
        return [one for one in members if one.page.is_known or titles[_key_of_title(one.title)] > 1]
    alike: dict[tuple[str, str, str], list[Member]] = defaultdict(list)
    for one in members:
        alike[one.text, one.title, one.image].append(one)
    return [one for group in alike.values() if _are_stories(group) for one in group]


def _is_story(members: Sequence[Member]) -> bool:
    """Return whether pages have one title, which most of their addresses tell."""
    words = {*_words_of(members[0].title)}
    if any(one.title != members[0].title for one in members):
        return False
    common = (words & {*_words_of(" ".join(_pieces_of(one.page.url)))} for one in members)
    telling = sum(len(one) >= max(_LEAST_TELLING, len(words) / 2) for one in common)
    return 2 * telling > len(members)


def _are_stories(group: Sequence[Member]) -> bool:
    """Return whether new pages with one text and title have addresses of different stories."""
    stories = {_slug_of(one.page.url) for one in group}
    named = sum(_is_named(one.page.url, one.title) for one in group)
    return len(stories) >= _LEAST_NEW and 2 * named < len(group)


def _pieces_of(url: str) -> list[str]:
    """Return the parts of an address that may name a story: of its path and query."""
    parts = urlsplit(url)
    values = [value for _, value in parse_qsl(parts.query)]
    return [unquote(piece) for piece in parts.path.split("/")] + values


def _slug_of(url: str) -> str:
    """Return what most likely tells a story in an address: its longest part."""
    return max(_pieces_of(url), key=len).casefold()


def _names_story(url: str) -> bool:
    """Return whether an address names a story in words, and not by a number or a code."""
    words = filter(str.isalpha, _words_of(_slug_of(url)))
    return sum(map(count_words, words)) >= _LEAST_TELLING


def _is_named(url: str, title: str) -> bool:
    """Return whether an address has a word of a title."""
    return not {*_words_of(title)}.isdisjoint(_words_of(" ".join(_pieces_of(url))))


def key_of_text(text: str) -> bytes | None:
    """Return what tells a text by its words; those with a digit (a time, a number) don't count.

    None where there are no others.
    """
    words = [word for word in _words_of(text) if not any(map(str.isdigit, word))]
    told = " ".join(words).encode("utf-8", "surrogatepass")
    return hashlib.sha256(told).digest()[:16] if words else None


def _words_of(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _to_notice(text: str) -> Notice:
    """Return what tells a text: a hash of its words, and a signature where it is long."""
    key = key_of_text(text) or hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]
    return Notice(key, sign_text(text))


def _is_alike(one: Notice, other: Notice) -> bool:
    if one.signature is None or other.signature is None:
        return one.key == other.key
    return similarity(one.signature, other.signature) >= THRESHOLD


def _key_of_title(title: str) -> bytes:
    return key_of_text(title) or b""


def _is_known(member: Member, notices: Sequence[Notice]) -> bool:
    """Return whether a page repeats a notice; a new one has its title too.

    One that says something else under its title, and had another, is a notice that differs from
    page to page; of a text that one page gave so far only where that was another story.
    """
    own, title = _to_notice(member.text), _key_of_title(member.title)
    for notice in notices:
        is_titled = notice.title == title
        if notice.earlier is None and _is_alike(own, notice):
            is_said = member.page.is_known or is_titled
        else:
            other = member.earlier
            is_copy = other and notice.earlier and _is_alike(other, notice.earlier)
            is_said = is_titled and other is not None and not is_copy
        if is_said:
            return True
    return False


def _is_held_for_long(store: Store, member: Member, now: float) -> bool:
    holding = store.notices.find_holding(member.page.page)
    return holding is not None and holding.since < now - REMEMBERED_S


def _find_free(store: Store, held: Sequence[Member], now: float) -> Member | None:
    """Return the one of new pages that is believed after a month, the first by its address.

    It may be one story at several addresses, which would never be stored. Addresses that name
    different stories in words are no such ones: a wall (a login) that stays is told, not stored.
    """
    new = sorted(
        (one for one in held if not (one.page.is_known or _names_story(one.page.url))),
        key=lambda one: (len(one.page.url), one.page.url),
    )
    if not new:
        return None
    title = _key_of_title(new[0].title)
    standing = store.notices.find_standing(new[0].page.host, title)
    if standing is not None:
        return next((one for one in new if one.page.page == standing), None)
    free = next((one for one in new if _is_held_for_long(store, one, now)), None)
    if free is not None:
        store.notices.let_stand(free.page, title)
    return free


def _hold(
    store: Store, member: Member, run: int, message: str, revisit_s: float, now: float
) -> None:
    before = store.notices.find_holding(member.page.page) or Holding(now, 0)
    # A clock that was ahead would let it be held back for longer.
    holding = Holding(min(before.since, now), before.times + 1)
    due_at = now + wait_for_text(holding.times, revisit_s)
    store.notices.hold(member.page, run, holding, due_at, message)


def _excerpt(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT]}…"
