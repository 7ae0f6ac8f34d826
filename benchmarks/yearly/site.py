"""A news site that lives: stories appear, are edited, move and vanish, as its seed decides.

Everything is a function of the moment, so that the truth of any day can be asked for afterwards.
Each version of a story names itself in its text ("edition 3 of story 17").
"""

import json
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property, lru_cache

DAY_S = 86400.0
HOUR_S = 3600.0
_FEED_ITEMS = 20
_LIST_ITEMS = 20
_SECTIONS = ("town", "harbour", "letters", "weather")
_STATIC = ("about", "privacy", "prices")
_PARAGRAPHS = 8
_WORDS = (
    "harbour ferry morning council bridge quarrel lantern orchard mayor winter timber signal "
    "market violin garden letter engine river season kitchen tower shepherd museum harvest "
    "copper station widow ladder bakery tunnel parcel window cradle anchor saddle chimney"
).split()


@dataclass(frozen=True, slots=True)
class Story:
    """One article with all that happens to it; moments are seconds since 1970."""

    number: int
    born: float
    edits: tuple[float, ...]
    gone: tuple[float, float, int] | None
    """(from, until, status): when it answers 404 or 410."""
    moved: float | None
    """When it gets another address; the old one answers 301."""
    is_noisy: bool
    """Whether its bytes differ with each request, beside the text, and it has no ETag."""
    is_silent: bool
    """Whether sitemap and feed keep its edits to themselves."""

    def version_at(self, now: float) -> int:
        """Return how often it was edited until then."""
        return sum(edit <= now for edit in self.edits)

    def told_at(self, now: float) -> float:
        """Return when it was changed last, as sitemap and feed say."""
        told = [] if self.is_silent else [edit for edit in self.edits if edit <= now]
        return max(told, default=self.born)

    def status_at(self, now: float) -> int:
        """Return how it answers: 200, or as what is gone."""
        if self.gone is not None and self.gone[0] <= now < self.gone[1]:
            return self.gone[2]
        return 200

    def is_up(self, now: float) -> bool:
        """Return whether the site shows it."""
        return self.born <= now and self.status_at(now) == 200

    @property
    def title(self) -> str:
        """Its headline, which is never edited."""
        chance = random.Random(f"title {self.number}")
        one, two, place = chance.sample(_WORDS, 3)
        return f"The {one} of the {two} and the {place} number {self.number}"

    @property
    def first_path(self) -> str:
        """Its address until it moves."""
        day = datetime.fromtimestamp(self.born, UTC).strftime("%Y/%m/%d")
        return f"/{day}/{self._slug}"

    @property
    def second_path(self) -> str:
        """Its address after it moved."""
        return f"/archive/stories/{self._slug}"

    def path_at(self, now: float) -> str:
        """Return its address."""
        is_first = self.moved is None or now < self.moved
        return self.first_path if is_first else self.second_path

    @property
    def _slug(self) -> str:
        return self.title.lower().replace(" ", "-")

    def paragraphs(self, version: int) -> list[str]:
        """Return the text of a version: each edit writes one paragraph anew."""
        texts = [_paragraph(self.number, at, 0) for at in range(_PARAGRAPHS)]
        for edit in range(1, version + 1):
            texts[edit % _PARAGRAPHS] = _paragraph(self.number, edit % _PARAGRAPHS, edit)
        return [*texts, f"This is edition {version} of story {self.number}, as the desk left it."]


def _paragraph(number: int, at: int, edit: int) -> str:
    chance = random.Random(f"{number} {at} {edit}")
    words = " ".join(chance.choices(_WORDS, k=38))
    return f"On that day the {words}, said the clerk of the {chance.choice(_WORDS)} office."


def make_stories(seed: int, begin: float, end: float, at_first: int, a_day: float) -> list[Story]:
    """Return the stories of a site between two moments."""
    chance = random.Random(seed)
    births = [begin - chance.uniform(1, 200) * DAY_S for _ in range(at_first)]
    moment = begin
    while (moment := moment + chance.expovariate(a_day) * DAY_S) < end:
        births.append(moment)
    return [_make_story(chance, number, born, end) for number, born in enumerate(sorted(births))]


def _make_story(chance: random.Random, number: int, born: float, end: float) -> Story:
    kind = chance.random()
    # Most are edited within hours or not at all; one in ten goes on for months.
    spans = [HOUR_S, 8 * HOUR_S, 2 * DAY_S] if kind < 0.5 else []
    spans += [chance.uniform(5, 60) * DAY_S for _ in range(6)] if chance.random() < 0.1 else []
    edits, moment = [], born
    for span in spans:
        moment += chance.expovariate(1) * span + 600
        edits.append(moment)
    fate, when = chance.random(), born + chance.uniform(1, 200) * DAY_S
    gone, moved = None, None
    if fate < 0.05:
        gone = (when, float("inf"), chance.choice((404, 410)))
    elif fate < 0.07:
        gone = (when, when + chance.uniform(0.3, 12) * DAY_S, 404)
    elif fate < 0.11 and when < end:
        moved = when
    return Story(
        number,
        born,
        tuple(sorted(edits)),
        gone,
        moved,
        is_noisy=chance.random() < 0.3,
        is_silent=chance.random() < 0.2,
    )


@dataclass(frozen=True, slots=True)
class Page:
    """What the site says to a request when nothing is wrong with it."""

    status: int = 200
    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    location: str | None = None
    story: int | None = None
    version: int | None = None
    is_noisy: bool = False
    """Whether it has no validator."""


@dataclass(frozen=True)
class Site:
    """A site under one address.

    Args:
        stories: All that it ever has.
        is_daily: Whether its sitemap tells days only, and its feed no changes.
    """

    stories: list[Story]
    is_daily: bool = False
    requests: list[int] = field(default_factory=lambda: [0])
    """Count of requests, which noisy pages show."""

    @cached_property
    def _by_path(self) -> dict[str, Story]:
        first = {story.first_path: story for story in self.stories}
        return first | {story.second_path: story for story in self.stories if story.moved}

    def page(self, path: str, now: float, origin: str) -> Page:
        """Return what stands at a path at a moment.

        Args:
            path: With its query.
            now: Seconds since 1970.
            origin: Scheme and host that were asked, for absolute addresses.
        """
        self.requests[0] += 1
        story = self._by_path.get(path)
        if story is not None:
            return self._story_page(story, path, now, origin)
        if path == "/robots.txt":
            return Page(body=f"User-agent: *\nDisallow: /desk/\nSitemap: {origin}/sitemap.xml\n"
                        .encode(), kind="text/plain")  # fmt: skip
        if path == "/sitemap.xml":
            return Page(body=self._sitemap(now, origin), kind="application/xml")
        if path == "/feed.xml":
            return Page(body=self._feed(now, origin), kind="application/atom+xml")
        if path.strip("/") in _STATIC:
            return Page(body=_static_page(path.strip("/")))
        return self._list_page(path, now)

    def live(self, now: float) -> list[Story]:
        """Return the stories that are up, newest first."""
        return [story for story in reversed(self.stories) if story.is_up(now)]

    def _story_page(self, story: Story, path: str, now: float, origin: str) -> Page:
        status = story.status_at(now) if story.born <= now else 404
        if status != 200:
            return Page(status, b"<h1>There is nothing here</h1>")
        if path != story.path_at(now):
            is_past = story.moved is not None and now >= story.moved
            if not is_past:
                return Page(404, b"<h1>There is nothing here</h1>")
            return Page(301, location=story.second_path)
        version = story.version_at(now)
        noise = f"<p class=visits>Visits: {self.requests[0]}</p>" if story.is_noisy else ""
        body = _story_html(story, version, f"{origin}{path}", noise)
        return Page(body=body, story=story.number, version=version, is_noisy=story.is_noisy)

    def _list_page(self, path: str, now: float) -> Page:
        name, _, query = path.strip("/").partition("?page=")
        live = self.live(now)
        if name == "":
            listed, title = live, "The front page"
        elif name.startswith("section/") and name[8:] in _SECTIONS:
            number = _SECTIONS.index(name[8:])
            listed = [story for story in live if story.number % len(_SECTIONS) == number]
            title = f"All of {name[8:]}"
        else:
            return Page(404, b"<h1>There is nothing here</h1>")
        start = (int(query or 1) - 1) * _LIST_ITEMS if (query or "1").isdecimal() else 0
        part = listed[start : start + _LIST_ITEMS]
        following = start // _LIST_ITEMS + 2
        more = f'<a rel="next" href="/{name}?page={following}">Older</a>' if part and name else ""
        items = "".join(f'<li><a href="{s.path_at(now)}">{s.title}</a></li>' for s in part)
        noise = f"<p>Visits: {self.requests[0]}</p>" if self.is_daily else ""
        body = f"{_head(title, '')}<h1>{title}</h1><ul>{items}</ul>{more}{noise}{_MENU}</html>"
        return Page(body=body.encode(), is_noisy=self.is_daily)

    def _sitemap(self, now: float, origin: str) -> bytes:
        lines = []
        for story in self.live(now):
            moment = datetime.fromtimestamp(story.told_at(now), UTC)
            told = moment.strftime("%Y-%m-%d") if self.is_daily else moment.isoformat()
            url = f"{origin}{story.path_at(now)}"
            lines.append(f"<url><loc>{url}</loc><lastmod>{told}</lastmod></url>")
        return f"<urlset>{''.join(lines)}</urlset>".encode()

    def _feed(self, now: float, origin: str) -> bytes:
        def when(story: Story) -> float:
            return story.born if self.is_daily else story.told_at(now)

        items = "".join(
            f"<entry><title>{s.title}</title><link href='{origin}{s.path_at(now)}'/>"
            f"<updated>{datetime.fromtimestamp(when(s), UTC).isoformat()}</updated></entry>"
            for s in sorted(self.live(now), key=when, reverse=True)[:_FEED_ITEMS]
        )
        return f'<feed xmlns="http://www.w3.org/2005/Atom">{items}</feed>'.encode()


def _head(title: str, more: str) -> str:
    feed = '<link rel="alternate" type="application/atom+xml" href="/feed.xml">'
    return f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{feed}{more}</head><body>"


_MENU = (
    "<nav>"
    + "".join(f'<a href="/section/{name}">{name}</a> ' for name in _SECTIONS)
    + "".join(f'<a href="/{name}">{name}</a> ' for name in _STATIC)
    + '<a href="/">front</a> <a href="/desk/in">staff</a></nav></body>'
)


def _static_page(name: str) -> bytes:
    rows = "".join(f"<li><a href='/{other}'>{other}</a></li>" for other in _STATIC)
    return f"{_head(name, '')}<h1>{name}</h1><ul>{rows}</ul>{_MENU}</html>".encode()


@lru_cache(maxsize=256)
def _story_text(story: Story, version: int) -> str:
    return "".join(f"<p>{text}</p>" for text in story.paragraphs(version))


def _story_html(story: Story, version: int, url: str, noise: str) -> bytes:
    known = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": datetime.fromtimestamp(story.born, UTC).isoformat(timespec="seconds"),
        "author": {"@type": "Person", "name": f"Jo Writer{story.number % 7}"},
    }
    more = (
        f'<link rel="canonical" href="{url}"><meta property="og:type" content="article">'
        f'<script type="application/ld+json">{json.dumps(known)}</script>'
    )
    text = f"<article><h1>{story.title}</h1>{_story_text(story, version)}</article>"
    return f"{_head(story.title, more)}{text}{noise}{_MENU}</html>".encode()
