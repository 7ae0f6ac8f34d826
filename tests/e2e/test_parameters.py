"""Sites whose links carry a parameter that is another at each look, day by day on loopback."""

import random
import re
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from pullquote_test_crawls import DAY, both_stores, exported, job_of, replay, visit
from pullquote_test_server import Hit, Moving, Server, answer, article, serve

from scraper.crawler.crawl import Silent
from scraper.store import leases

NAMES = "Alderquay Brightholm Cawdry Dunmarsh Elmsey Farrowby Gorseley Hathern Inverloch Jarrow"
STORIES = {f"/2026/05/{at:02}/the-{name.lower()}-ferry-sails": name
           for at, name in enumerate(NAMES.split(), 1)}  # fmt: skip


class Marked:
    """A site that marks the links of its front page anew each time; pages do not mind the mark."""

    def __init__(self, site, mark="ref={}", head="", stories=STORIES):
        self.site, self.mark, self.head, self.stories = site, mark, head, stories
        self._chance = random.Random(7)
        self.words = ""
        site.answers["/"] = lambda _hit: answer("<h1>News</h1>" + self.links())
        site.default = self.give

    def links(self):
        return "".join(f"<a href='{path}?{self.next_mark()}'>more</a> " for path in self.stories)

    def next_mark(self):
        return self.mark.format(
            f"{self._chance.getrandbits(48):012x}", self._chance.getrandbits(30)
        )

    def give(self, hit):
        name = self.stories.get(hit.path.partition("?")[0])
        if name is None:
            return None
        head = self.head.format(self.site.url + hit.path.partition("?")[0])
        links = [f"{path}?{self.next_mark()}" for path in self.stories]
        return answer(article(f"The {name} ferry sails", self.words, links=links, head=head))


@pytest.fixture
def clock():
    return Moving()


@pytest.fixture
def crawl(tmp_path, clock):
    """A function that crawls once a day; returns requests of each day, and what was exported."""

    def crawl(days, *sites, listener=None, **keys):
        job = job_of(*sites, **{"revisit": "1d"} | keys)
        asked = []
        for _ in range(days):
            before = sum(len(site.hits) for site in sites)
            crawl.report = visit(job, tmp_path, clock, listener)
            asked.append(sum(len(site.hits) for site in sites) - before)
            clock.shift_s += DAY
        crawl.job = job
        return asked

    return crawl


@both_stores
@pytest.mark.parametrize("mark", ["ref={0}", "_={1}", "ref={0}&_={1}"])
def test_a_random_parameter_asks_for_each_story_a_few_times_and_no_more(
    site, tmp_path, crawl, mark
):
    """Each page leads to all stories under new marks, so that the first run alone had no end."""
    Marked(site, mark)
    asked = crawl(10, site)
    assert asked[0] <= 12 * len(STORIES)
    assert sum(asked[1:]) <= 9 * len(STORIES)  # Once a day; by marks it would be each of them.
    assert sorted(exported(tmp_path)) == sorted(site.url + path for path in STORIES)
    assert any("chooses nothing at 10 addresses" in line for line in crawl.report.traps)


def test_a_story_is_known_by_its_own_address_from_its_second_mark_on(site, tmp_path, crawl):
    marked = Marked(site, head="<link rel=canonical href='{}'>")
    crawl(3, site)
    before = exported(tmp_path)
    marked.words = "edited"
    crawl(5, site)
    now = exported(tmp_path)
    assert {url: one.id for url, one in now.items()} == {url: one.id for url, one in before.items()}
    assert all(now[url].body != before[url].body for url in now)


@both_stores
def test_stories_that_are_edited_after_their_copies_are_exported_once(site, tmp_path, crawl):
    marked = Marked(site)
    for words in ("", "edited", "edited again", "and again"):
        marked.words = words
        crawl(2, site)
    now = exported(tmp_path)
    assert sorted(now) == sorted(site.url + path for path in STORIES)


def test_the_archive_gives_the_same_stories(site, tmp_path, crawl):
    Marked(site)
    crawl(4, site)
    before = exported(tmp_path)
    for is_rebuilt in (False, True):
        if is_rebuilt:
            for path in (tmp_path / "j").glob("pullquote.db*"):
                path.unlink()
        replay(crawl.job, tmp_path)
        assert exported(tmp_path) == before
    site.hits.clear()
    assert sum(crawl(3, site)) <= 4 * len(STORIES), "and what its marks are is known from it too"
    assert sorted(exported(tmp_path)) == sorted(before)


@both_stores
def test_what_one_site_marks_by_another_chooses_by(site, tmp_path, crawl):
    other = Server(answers={"/robots.txt": answer(b"", kind="text/plain")})
    stop = serve(other, "127.0.0.2")
    Marked(site)
    Chosen(other, "/read?ref={}", "The mayor of {} resigns")
    crawl(4, site, other)
    assert len(exported(tmp_path)) == len(STORIES) + len(NAMES.split())
    assert len(crawl.report.traps) == 1
    stop()


class Chosen:
    """A site whose stories are chosen by a parameter; without one it gives the first of them."""

    def __init__(self, site, path="/read?id={}", text="The {} ferry sails"):
        site.answers.pop("/read", None)
        self.paths = {path.format(at): name for at, name in enumerate(NAMES.split(), 1)}
        menu = "".join(f"<a href='{path}'>more</a> " for path in self.paths)
        site.answers["/"] = lambda _hit: answer(f"<h1>News of {len(site.hits)}</h1>{menu}")
        for one, name in self.paths.items():
            site.answers[one] = answer(article(text.format(name), links=self.paths))
        site.answers.setdefault(path.partition("?")[0], answer(article(text.format("Alderquay"))))


@both_stores
@pytest.mark.parametrize("path", ["/read?id={}", "/read?cat=3&story={}", "/?p={}"])
def test_a_parameter_that_chooses_the_story_is_kept(site, tmp_path, crawl, path):
    chosen = Chosen(site, path)
    crawl(4, site)
    assert {*exported(tmp_path)} >= {site.url + path for path in [*chosen.paths][1:]}
    assert crawl.report.traps == []


def test_stories_that_look_alike_are_no_marks_of_one(site, tmp_path, crawl):
    """Two agencies' copies under two numbers, reports that differ in a number, a closed night."""
    chosen = Chosen(site)
    paths = [*chosen.paths]
    site.answers[paths[2]] = site.answers[paths[1]]
    for at, path in enumerate(paths[4:]):
        text = article("Weather in the harbour").replace("winter", f"winter {at}", 1)
        site.answers[path] = answer(text)
    crawl(3, site)
    assert crawl.report.traps == []
    later = {path: f"{chosen.paths[path]} has a mayor" for path in paths}
    site.answers |= {path: answer(article(title)) for path, title in later.items()}
    crawl(4, site)
    assert {one.title for one in exported(tmp_path).values()} >= {*later.values()}


def test_a_notice_on_all_pages_at_first_sight_is_no_proof_for_long(site, tmp_path, crawl):
    """Told from the front page by the front page's own next text; what was left is asked for."""
    site.default = lambda hit: None if "robots" in hit.path else answer(
        article("We are closed", links=[f"/?p={at}" for at in range(9)])
    )  # fmt: skip
    crawl(2, site)
    chosen = Chosen(site, "/?p={}")
    links = "".join(f"<a href='/?p={at}'>old</a> " for at in range(20, 24))
    for at in range(20, 24):
        site.answers[f"/?p={at}"] = answer(article(f"Number {at} is open"))
    site.answers["/"] = lambda hit: answer(article(f"Front {len(site.hits)}") + links)
    crawl(9, site)
    titles = {one.title for one in exported(tmp_path).values()}
    assert titles >= {f"The {name} ferry sails" for name in [*chosen.paths.values()][:8]}
    assert titles >= {f"Number {at} is open" for at in range(20, 24)}


@both_stores
def test_a_parameter_that_marks_some_addresses_chooses_at_another(site, tmp_path, crawl):
    marked = Marked(site)
    crawl(4, site)
    paths = {f"/read?ref={at}": f"Chosen {at}" for at in range(6)}
    site.answers |= {path: answer(article(title)) for path, title in paths.items()}
    site.answers["/read"] = answer(article("Chosen 0"))
    links = "".join(f"<a href='{path}'>more</a> " for path in paths)
    site.answers["/"] = lambda _hit: answer("<h1>News</h1>" + marked.links() + links)
    crawl(3, site)
    assert {one.title for one in exported(tmp_path).values()} >= {*paths.values()}


def test_a_site_that_begins_to_choose_by_what_was_a_mark_is_read_again(site, tmp_path, crawl):
    stories = {"/read": "Alderquay"}
    Marked(site, "id={1}", stories=stories)
    crawl(3, site)
    assert [*exported(tmp_path)] == [site.url + "/read"]
    site.default = None
    chosen = Chosen(site)
    crawl(2, site)
    titles = {one.title for one in exported(tmp_path).values()}
    assert titles >= {f"The {name} ferry sails" for name in chosen.paths.values()}
    assert crawl.report.traps == []


@both_stores
def test_links_of_a_feed_that_carry_a_mark_tell_of_changes_at_their_address(
    site, tmp_path, crawl, clock
):
    marked = Marked(site)
    told = {"at": clock.now()}

    def feed(_hit):
        at = datetime.fromtimestamp(told["at"], UTC).isoformat()
        items = "".join(
            f"<entry><id>{site.url}{path}</id><link href='{site.url}{path}?{marked.next_mark()}'/>"
            f"<updated>{at}</updated></entry>" for path in STORIES
        )  # fmt: skip
        return answer(f"<feed xmlns='http://www.w3.org/2005/Atom'>{items}</feed>",
                      kind="application/atom+xml")  # fmt: skip

    site.answers["/"] = answer("<link rel=alternate type=application/atom+xml href=/feed>")
    site.answers["/feed"] = feed
    crawl(4, site, revisit="20d")
    marked.words, told["at"] = "edited", clock.now() - 60
    crawl(1, site, revisit="20d")
    assert crawl.report.changed == len(STORIES)
    assert len(exported(tmp_path)) == len(STORIES)


class Killed(Silent):
    """Ends the run behind so many fetches, as a kill does between two transactions."""

    def __init__(self, after):
        self.left = after

    def on_fetch(self, *_):
        self.left -= 1
        if self.left < 0:
            raise InterruptedError


@both_stores
@pytest.mark.parametrize("after", [3, 11, 14, 23])
def test_a_run_that_was_killed_goes_on_to_the_same_stories(
    site, tmp_path, crawl, monkeypatch, after
):
    Marked(site)
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    with monkeypatch.context() as patch:
        # Of a worker whose process lives on, others would wait for the end of its lease.
        patch.setattr(leases.os, "getpid", lambda: gone.pid)
        with pytest.raises(InterruptedError):
            crawl(1, site, listener=Killed(after))
    asked = crawl(3, site)
    assert asked[0] <= 12 * len(STORIES)
    assert sum(asked[1:]) <= 4 * len(STORIES)
    assert sorted(exported(tmp_path)) == sorted(site.url + path for path in STORIES)


def test_stories_known_before_their_links_were_marked_are_asked_for_whole(site, tmp_path, crawl):
    """Asked under a condition their server would say that they are as they were, and no more."""
    marked = Marked(site)
    plain = {path: marked.give(Hit(path, {}, 0.0)) for path in STORIES}

    def give(hit):
        path = hit.path.partition("?")[0]
        if path not in plain:
            return None
        if "if-none-match" in {name.lower() for name in hit.headers}:
            return answer(b"", "304 Not Modified", ETag='"1"')
        return plain[path].replace(b"\r\n", b'\r\nETag: "1"\r\n', 1)

    site.default = give
    site.answers["/"] = answer("".join(f"<a href='{path}'>more</a> " for path in STORIES))
    crawl(2, site)
    site.answers["/"] = lambda _hit: answer("<h1>News</h1>" + marked.links())
    asked = crawl(6, site)
    assert any("chooses nothing at 10 addresses" in line for line in crawl.report.traps)
    assert sum(asked[3:]) <= 2 * len(STORIES)
    assert sorted(exported(tmp_path)) == sorted(site.url + path for path in STORIES)


@pytest.mark.parametrize("keep", ["articles", "all"])
@pytest.mark.parametrize(
    ("query", "card"),
    [
        ("page={}", "<li><a href='/s/{at}'>{name}</a></li>"),
        ("page={}", "<li><a href='/?s={at}'><h3>{name}</h3></a></li>"),
        ("from={}&sort=new", "<li><a href='/?s={at}'><img src=a.jpg alt=''></a> {name} <a href='/?s={at}'>Read</a></li>"),
    ],
    ids=["a link a story", "stories chosen by a query, too", "two parameters"],
)  # fmt: skip
def test_pages_of_an_archive_under_one_opening_are_no_marks(
    site, tmp_path, crawl, keep, query, card
):
    """What comes behind the last page is the first one again."""
    names = NAMES.split()
    opening = (
        "<p>Here are all the stories of our harbour town, collected by the desk since the spring "
        "of the year in which the old mill burned down.</p><p>We print letters and corrections "
        "each week, and readers may send theirs to the desk.</p>"
    )

    def give(hit):
        told = re.search(r"(?:page|from)=(\d+)", hit.path)
        page = int(told[1]) if told else 1
        at = page if page <= len(names) else 1
        older = f"<a href='/archive?{query.format(page + 1)}'>older</a>" if page < 13 else ""
        story = card.format(at=at, name=names[at - 1])
        return answer(f"<title>Archive</title><main><h1>Archive</h1>{opening}{story}{older}</main>")

    def tell(hit):
        told = re.search(r"\?s=(\d+)", hit.path)
        if hit.path.startswith("/archive"):
            return give(hit)
        return answer(article(f"The {names[int(told[1]) - 1]} ferry sails")) if told else None

    site.default = tell
    for at, name in enumerate(names, 1):
        site.answers[f"/s/{at}"] = answer(article(f"The {name} ferry sails"))
    site.answers["/"] = answer(f"<h1>News</h1><a href='/archive?{query.format(2)}'>older</a>")
    for _ in range(3):
        crawl(2, site, keep=keep)
        titles = {one.title for one in exported(tmp_path).values()}
        assert titles >= {f"The {name} ferry sails" for name in names}
