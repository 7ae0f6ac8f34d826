"""Sites that answer every address with one notice, crawled on loopback."""

import pytest
from pullquote_test_crawls import both_stores, exported, job_of, replay, store_in, visit
from pullquote_test_server import Moving, answer, article

from scraper.crawler import crawl as crawling
from scraper.store import State, find_address

PLACES = ("Alderquay", "Brightholm", "Cawdry", "Dunmarsh", "Elmspit", "Farrowby")
PATHS = [f"/2026/05/07/the-{place.lower()}-ferry-sails" for place in PLACES]
CODES = [f"/2026/05/08/ab{n}de-10{n}.html" for n in range(6)]
WARDS = {
    f"/2026/05/08/10007{n}.html": f"Votes are counted in {name} ward"
    for n, name in enumerate("Ash Birch Elm Fir Oak Yew".split())
}
SHORT = "<html><body><h1>Under repair</h1><p>The desk is moving house.</p></body></html>"
EMPTY = "<html><body><h1>Under repair</h1></body></html>"
LONG = article("A word to our readers", "which is longer than forty words")


def crawl(site, tmp_path, clock=None, **keys):
    return visit(job_of(site, **keys), tmp_path, clock)


def open_site(site, paths=PATHS):
    """Give a site its front page and stories."""
    links = "".join(f"<a href='{path}'>{path}</a> " for path in paths)
    site.answers["/"] = answer(f"<h1>All</h1>{links}")
    for place, path in zip(PLACES, PATHS, strict=True):
        site.answers[path] = answer(article(f"The {place} ferry sails", place))


def stored(tmp_path):
    """Return URL → how many versions of it there are, and where the URL stands."""
    with store_in(tmp_path) as store:
        return {
            url: (1 + len(store.records.versions(record)), store.frontier.find(url)[1])
            for record, url in store.records.iter_urls()
        }


@both_stores
@pytest.mark.parametrize("notice", [SHORT, LONG, EMPTY], ids=["short", "long", "empty"])
def test_a_notice_for_every_page_is_no_version_of_any(site, tmp_path, notice):
    open_site(site)
    crawl(site, tmp_path)
    before = exported(tmp_path)
    assert len(before) == len(PATHS)

    for path in ["/", *PATHS]:
        site.answers[path] = answer(notice, ETag='"notice"')
    for _ in range(2):
        report = crawl(site, tmp_path)
        assert report.outcomes["notice"] >= len(PATHS)
        assert any("with a notice" in warning for warning in report.warnings)
        assert (report.records, report.changed, report.duplicates) == (len(PATHS), 0, 0)
        assert exported(tmp_path) == before
        assert set(stored(tmp_path).values()) == {(1, State.FAILED)}

    open_site(site)
    site.answers[PATHS[0]] = answer(article("The Alderquay ferry is sold", "after a debate"))
    site.hits.clear()
    report = crawl(site, tmp_path)
    assert not [hit for hit in site.hits if hit.path != "/" and "if-none-match" in hit.headers]
    assert (report.changed, report.outcomes.get("notice")) == (1, None)
    assert exported(tmp_path)[site.url + PATHS[0]].title == "The Alderquay ferry is sold"
    assert stored(tmp_path) == {
        site.url + path: (2 if path == PATHS[0] else 1, State.DONE) for path in PATHS
    }


@both_stores
def test_a_first_crawl_that_meets_a_notice_stores_none_and_then_the_stories(site, tmp_path):
    open_site(site)
    for path in PATHS:
        site.answers[path] = answer(SHORT)
    report = crawl(site, tmp_path)
    assert (report.records, report.outcomes["notice"]) == (0, len(PATHS))

    open_site(site)
    report = crawl(site, tmp_path)
    assert (report.new, len(exported(tmp_path))) == (len(PATHS), len(PATHS))
    assert set(stored(tmp_path).values()) == {(1, State.DONE)}


@both_stores
def test_copies_of_a_story_are_copies_and_no_notice(site, tmp_path):
    """At many addresses of one story on the first crawl, and when it is written anew."""
    story = "/2026/05/07/the-gullhaven-ferry-is-late"
    copies = [story, *(f"{base}{story[11:]}" for base in ("/print", "/amp", "/m", "/top", "/x"))]
    open_site(site, [*PATHS, *copies])
    for text in ("as it was told first", "as it was told anew, with other words"):
        for path in copies:
            site.answers[path] = answer(article("The Gullhaven ferry is late", text))
        report = crawl(site, tmp_path)
        assert "notice" not in report.outcomes
        assert (report.records, report.duplicates) == (len(PATHS) + len(copies), len(copies) - 1)
    if find_address(None) is None:
        before, known = exported(tmp_path), stored(tmp_path)
        crawl(site, tmp_path)
        (tmp_path / "j" / "pullquote.db").unlink()
        replay(job_of(site), tmp_path)
        assert (exported(tmp_path), stored(tmp_path)) == (before, known)


@both_stores
def test_new_stories_for_subscribers_keep_their_titles_where_old_ones_are_closed(site, tmp_path):
    """The text is the same on all; that of the old ones is held back."""
    open_site(site)
    crawl(site, tmp_path)
    titles = dict(zip(PATHS, (f"The {place} ferry sails" for place in PLACES), strict=True))
    for day in (0, 3):
        now_told = titles | dict(list(WARDS.items())[day : day + 3])
        open_site(site, now_told)
        for path, title in now_told.items():
            site.answers[path] = answer(SHORT.replace("Under repair", title))
        report = crawl(site, tmp_path)
        assert (report.new, report.changed, report.outcomes["notice"]) == (3, 0, len(PATHS))


def test_a_notice_is_known_again_on_a_single_page(site, tmp_path):
    open_site(site)
    crawl(site, tmp_path)
    for path in PATHS[1:]:
        site.answers[path] = answer(SHORT)
    crawl(site, tmp_path)

    open_site(site)
    site.answers[PATHS[0]] = answer(SHORT)
    report = crawl(site, tmp_path)
    assert (report.outcomes["notice"], report.changed) == (1, 0)
    assert exported(tmp_path)[site.url + PATHS[0]].title == "The Alderquay ferry sails"


@both_stores
@pytest.mark.parametrize("length", [6, 60], ids=["short", "long"])
def test_a_notice_that_differs_from_page_to_page_is_told_by_its_title(site, tmp_path, length):
    """It repeats the address, or proposes other stories each time; one page may say so later."""
    open_site(site)
    crawl(site, tmp_path)
    before = exported(tmp_path)

    def lost(hit):
        words = " ".join(f"{hit.path.rpartition('-')[0][12:]}{n:b}" for n in range(length))
        page = f"<html><body><h1>Nothing here</h1><p>Look at {words} {len(site.hits)}.</p>"
        return answer(page + "<p>We have looked everywhere in the house, and it is gone.</p>")

    for paths in (PATHS, PATHS[:1]):
        open_site(site)
        for path in paths:
            site.answers[path] = lost
        report = crawl(site, tmp_path)
        assert (report.outcomes["notice"], report.changed) == (len(paths), 0)
        assert exported(tmp_path) == before


@both_stores
@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
def test_a_wall_that_comes_over_one_page_a_run_takes_one_story_for_a_while(site, tmp_path, text):
    clock = Moving()
    open_site(site)
    crawl(site, tmp_path, clock)
    before = exported(tmp_path)
    for path in PATHS:
        open_site(site)
        site.answers[path] = answer(text)
        clock.shift_s += 10 * 86400.0
        report = crawl(site, tmp_path, clock)
        is_first = path == PATHS[0]
        assert (report.outcomes.get("notice"), report.changed > 0) == (
            (None, True) if is_first else (1, path == PATHS[1])
        )
    now = {url: one.title for url, one in exported(tmp_path).items()}
    assert now == {url: one.title for url, one in before.items()}


@both_stores
def test_a_copy_that_is_written_anew_a_run_after_its_story_is_no_notice(site, tmp_path):
    copy = "/print/7"
    for turn in range(3):
        open_site(site, [*PATHS, copy])
        site.answers[copy] = site.answers[PATHS[0]]
        for path in (PATHS[0], copy)[:turn]:
            site.answers[path] = answer(article("Rail and road alike", "in words of its own"))
        report = crawl(site, tmp_path)
        assert ("notice" in report.outcomes, report.changed) == (False, min(turn, 1))


@both_stores
@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
def test_a_wall_that_stays_takes_no_story_that_is_known(site, tmp_path, text):
    clock = Moving()
    open_site(site)
    crawl(site, tmp_path, clock)
    before = exported(tmp_path)
    for path in PATHS:
        site.answers[path] = answer(text)
    for days, is_told in ((0, False), (20, False), (31, True), (400, True)):
        clock.shift_s = days * 86400.0
        report = crawl(site, tmp_path, clock)
        assert (report.changed, report.outcomes["notice"]) == (0, len(PATHS))
        assert any("for more than a month" in line for line in report.warnings) is is_told
        assert exported(tmp_path) == before

    # The last page behind it is alone in its run, long after the others.
    open_site(site)
    site.answers[PATHS[0]] = answer(text)
    for days in (450, 500):
        clock.shift_s = days * 86400.0
        report = crawl(site, tmp_path, clock)
        assert (report.changed, report.outcomes["notice"]) == (0, 1)
        assert exported(tmp_path) == before

    open_site(site)
    site.answers[PATHS[0]] = answer(article("The Alderquay ferry is sold", "after a debate"))
    assert crawl(site, tmp_path, clock).changed == 1


@both_stores
@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize(("paths", "stands"), [(PATHS, 0), (CODES, 1)], ids=["words", "codes"])
def test_new_pages_that_say_the_same_for_a_month_are_told(site, tmp_path, paths, stands, text):
    """A wall that stays; only where no address has words it may be one story, and one is kept."""
    clock, story = Moving(), "/2026/05/06/a-harbour-is-dredged"
    open_site(site, [*paths, story])
    site.answers[story] = answer(article("A harbour is dredged"))
    for path in paths:
        site.answers[path] = answer(text)
    seen = []
    for days in (0, 20, 31, 50, 90):
        clock.shift_s = days * 86400.0
        report = crawl(site, tmp_path, clock)
        told = [line for line in report.warnings if "for more than a month" in line]
        seen.append((report.records, report.new, report.outcomes["notice"], len(told)))
    held = len(paths)
    rest = (1 + stands, 0, held - stands, 1)
    assert seen == [(1, 1, held, 0), (1, 0, held, 0), (1 + stands, stands, held - stands, 1),
                    rest, rest]  # fmt: skip
    first = min(paths, key=lambda path: (len(path), path))
    assert set(exported(tmp_path)) == {site.url + path for path in [story, first][: 1 + stands]}

    clock.shift_s = 250 * 86400.0
    report = crawl(site, tmp_path, clock, deny=[f"*{path}" for path in paths])
    assert not [line for line in report.warnings if "for more than a month" in line]


def test_pages_held_back_are_asked_again_soon_and_then_ever_later(site, tmp_path):
    clock = Moving()
    open_site(site)
    crawl(site, tmp_path, clock, revisit="8d")
    clock.shift_s = 9 * 86400.0
    for path in PATHS:
        site.answers[path] = answer(SHORT)
    for hours in (0, 1, 2, 4):
        clock.shift_s += hours * 3600.0 + 60
        assert crawl(site, tmp_path, clock, revisit="8d").outcomes["notice"] == len(PATHS)
        assert "notice" not in crawl(site, tmp_path, clock, revisit="8d").outcomes


@both_stores
def test_a_run_that_was_killed_before_its_end_holds_back_when_it_goes_on(
    site, tmp_path, monkeypatch
):
    open_site(site)
    crawl(site, tmp_path)
    before = exported(tmp_path)
    for path in PATHS:
        site.answers[path] = answer(SHORT)
    with monkeypatch.context() as patched:
        patched.setattr(crawling, "mark_duplicates", _die)
        with pytest.raises(KeyboardInterrupt):
            crawl(site, tmp_path)
    assert {versions for versions, _ in stored(tmp_path).values()} == {2}

    site.hits.clear()
    report = crawl(site, tmp_path)
    assert (report.run, report.resumed, report.changed) == (2, True, 0)
    assert site.hits == []
    assert exported(tmp_path) == before
    assert {versions for versions, _ in stored(tmp_path).values()} == {1}


def _die(*_):
    raise KeyboardInterrupt


def test_an_archive_that_holds_a_notice_gives_the_stories(site, tmp_path):
    """Read anew into the job's database, and into an empty one."""
    open_site(site)
    crawl(site, tmp_path)
    for path in PATHS:
        site.answers[path] = answer(SHORT)
    crawl(site, tmp_path)
    open_site(site)
    site.answers[PATHS[0]] = answer(article("The Alderquay ferry is sold", "after a debate"))
    crawl(site, tmp_path)
    before, known = exported(tmp_path), stored(tmp_path)

    for is_lost in (False, True):
        if is_lost:
            (tmp_path / "j" / "pullquote.db").unlink()
        replay(job_of(site), tmp_path)
        assert exported(tmp_path) == before
        assert stored(tmp_path) == known


def test_a_story_that_shows_no_article_for_a_night_is_still_known_as_its_pages_record(
    site, tmp_path
):
    open_site(site)
    crawl(site, tmp_path)
    for path in PATHS:
        site.answers[path] = site.answers["/"]
    report = crawl(site, tmp_path)
    assert any("had an article before" in warning for warning in report.warnings)
    for path in PATHS:
        site.answers[path] = answer(b"", "410 Gone")
    assert crawl(site, tmp_path).vanished == len(PATHS)
