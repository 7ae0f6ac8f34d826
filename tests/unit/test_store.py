import itertools
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from schemas import Article, FetchRecord
from scraper.crawler.signatures import sign_text
from scraper.errors import StoreCorrupt, StoreError, StoreFull
from scraper.store import (
    Candidate,
    Kind,
    NewRecord,
    Put,
    RobotsEntry,
    SharedStore,
    State,
    Store,
    Visit,
    frontier,
)
from scraper.store.keys import Keys
from scraper.store.store import Family
from scraper.store.tables import TABLES
from scraper.urls import id_of, key_of

A = "https://a.example"


@pytest.fixture(params=["sqlite", "postgres"])
def open_again(request, tmp_path):
    """A function that opens the same store, of either database."""
    if request.param == "sqlite":
        return lambda: Store(tmp_path / "x.db")
    address = request.getfixturevalue("shared_store")
    return lambda: SharedStore(address, "j")


@pytest.fixture
def store(open_again):
    with open_again() as store:
        if isinstance(store, SharedStore):
            store.leases.join(run=1)
            with store.transaction():
                store.leases.share(workers=1, busy=())
        yield store


def add(store, *urls, **known):
    with store.transaction():
        return store.frontier.add([Candidate(A + url, **known) for url in urls])


def take(store, *in_hand):
    host = store.frontier.host_id("a.example")
    target = store.frontier.next_target(host, set(in_hand))
    return None if target is None else target.url.removeprefix(A)


def record(name="r1", url=A + "/1", *, is_own=True, digest="d1", title="One"):
    article = Article(id=name, url=url, canonical_url=url, title=title)
    return NewRecord(name, url, is_own, digest, None, article.model_dump_json())


def put(store, new, run=1):
    with store.transaction():
        return store.records.put(new, run)


# --- frontier -------------------------------------------------------------------------------


def test_a_url_is_added_once(store):
    assert add(store, "/1", "/2", "/1").count == 2
    assert add(store, "/2", "/3").count == 1
    assert store.frontier.queued() == 3


def test_urls_are_added_in_slices_as_if_at_once(store, monkeypatch):
    monkeypatch.setattr(frontier, "_SLICE", 2)
    given = [Candidate(f"{A}/{n % 5}", priority=9 - n) for n in range(9)]
    with store.transaction():
        added = store.frontier.add(iter(given), max_depth=3)
    assert (added.count, len(added.hosts)) == (5, 1)
    assert [take(store)] == ["/3"], "the last to come had the better place"
    assert store.frontier.counts() == {State.QUEUED: 5}


def test_urls_come_by_priority_then_in_the_order_found(store):
    add(store, "/late", priority=50)
    add(store, "/first", "/second", priority=10)
    order = []
    while (url := take(store)) is not None:
        order.append(url)
        with store.transaction():
            store.frontier.settle(store.frontier.find(A + url)[0], State.DONE, None)
    assert order == ["/first", "/second", "/late"]


def test_what_is_in_hand_is_not_taken_again(store):
    add(store, "/1", "/2")
    first = store.frontier.find(A + "/1")[0]
    assert take(store, first) == "/2"
    assert take(store, first, store.frontier.find(A + "/2")[0]) is None


def test_taking_writes_nothing_so_a_crash_loses_nothing(store, open_again):
    add(store, "/1")
    assert take(store) == "/1"
    with open_again() as again:
        assert again.frontier.queued() == 1


def test_a_better_place_and_a_shorter_way_are_kept(store):
    add(store, "/1", priority=50, depth=4)
    add(store, "/2", priority=40, depth=1)
    add(store, "/1", priority=10, depth=2)
    add(store, "/1", priority=60, depth=9)
    assert take(store) == "/1"
    assert store.frontier.next_target(1, set()).depth == 2


def test_too_deep_urls_wait_for_a_shorter_way(store):
    with store.transaction():
        store.frontier.add([Candidate(A + "/1", depth=5)], max_depth=3)
    assert take(store) is None
    with store.transaction():
        store.frontier.add([Candidate(A + "/1", depth=3)], max_depth=3)
    assert take(store) == "/1"


def test_hosts_with_something_queued(store):
    with store.transaction():
        urls = ["https://a.example/", "https://b.example/", "https://c.example/"]
        store.frontier.add([Candidate(url) for url in urls])
        store.frontier.settle(store.frontier.find("https://b.example/")[0], State.DONE, None)
    names = [store.frontier.host_name(host) for host in store.frontier.hosts_queued()]
    assert names == ["a.example", "c.example"]


def test_what_is_due_is_queued_again(store):
    add(store, "/now", "/later", "/never", "/wrong-clock")
    with store.transaction():
        for url, due in (("/now", 100), ("/later", 300), ("/never", None), ("/wrong-clock", 10**9)):
            store.frontier.settle(store.frontier.find(A + url)[0], State.DONE, due)
        assert store.frontier.due.queue(200, horizon_s=1000) == 2
    assert take(store) == "/now"
    assert store.frontier.find(A + "/wrong-clock")[1] is State.QUEUED


def test_of_what_is_due_seeds_and_lists_come_first_then_what_waits_longest(store):
    """However many lists there are: they take no page of a run."""
    due = {"/old": (Kind.PAGE, 2, 10), "/older": (Kind.PAGE, 2, 5), "/": (Kind.PAGE, 0, 90),
           "/feed": (Kind.FEED, 1, 95), "/map": (Kind.SITEMAP, 1, 1), "/map2": (Kind.SITEMAP, 1, 2),
           "/later": (Kind.PAGE, 2, 500), "/later-feed": (Kind.FEED, 1, 500)}  # fmt: skip
    lists = {"/feed", "/map", "/map2"}
    with store.transaction():
        for path, (kind, depth, due_at) in due.items():
            store.frontier.add([Candidate(A + path, kind, 10, depth)])
            store.frontier.settle(store.frontier.target_of(A + path).id, State.DONE, due_at)
        for count, expected in ((1, {"/"} | lists), (1, {"/older"}), (5, {"/old"}), (5, set())):
            assert store.frontier.due.queue(100, 1000, count) == len(expected)
            queued = {path for path in due if store.frontier.find(A + path)[1] is State.QUEUED}
            assert queued >= expected
    for path in ("/later", "/later-feed"):
        assert store.frontier.find(A + path)[1] is State.DONE


def test_pages_that_wait_are_known_or_new(store):
    assert store.frontier.due.pages_queued() == (0, 0)
    add(store, "/1", "/2", "/3", "/4")
    add(store, "/feed", kind=Kind.FEED)
    for path in ("/1", "/2", "/feed"):
        log(store, store.frontier.target_of(A + path))
    with store.transaction():
        store.frontier.settle(store.frontier.target_of(A + "/2").id, State.DONE, None)
    assert store.frontier.due.pages_queued() == (1, 2)


def test_hosts_that_the_last_run_left_count_for_nothing(open_again):
    """What waits on them is not counted, and no more of theirs is queued."""
    with open_again() as store, store.transaction():
        if isinstance(store, SharedStore):
            store.leases.join(run=1)
            store.leases.share(workers=1, busy=())
        for host in ("https://down.example", "https://gone.example", A):
            urls = [f"{host}/{n}" for n in range(4)]
            store.frontier.add([Candidate(url) for url in urls])
            for url in urls[1 if host != "https://gone.example" else 0 :]:
                store.frontier.settle(store.frontier.target_of(url).id, State.DONE, 50)
        parked = [store.frontier.host_id(f"{name}.example") for name in ("down", "gone")]
        left = store.frontier if isinstance(store, SharedStore) else store.frontier.due
        left.park(parked, 7)
        assert store.frontier.due.pages_queued(6) == (0, 2)
        assert store.frontier.due.pages_queued(7) == (0, 1)
        # Of a host with nothing queued some have to be asked, to see whether it is back.
        assert store.frontier.due.queue(100, 1000, 20, 7) == 7
        assert store.frontier.counts() == {State.QUEUED: 9, State.DONE: 3}


def test_a_hint_queues_what_was_read_before_the_change(store):
    add(store, "/1")
    target = store.frontier.next_target(1, set())
    log(store, target, checked_at=100.0)
    with store.transaction():
        store.frontier.settle(target.id, State.DONE, 9999)
        assert store.frontier.hint_changed(A + "/1", 50) is None
        assert store.frontier.hint_changed(A + "/1", 150) == target.host
    assert take(store) == "/1"


def test_a_hint_brings_back_what_was_gone_and_nothing_else_that_was_left(store):
    add(store, "/gone", "/trap")
    for path, outcome in (("/gone", "gone"), ("/trap", "trap")):
        target = store.frontier.target_of(A + path)
        log(store, target, outcome=outcome, checked_at=100.0)
        with store.transaction():
            store.frontier.settle(target.id, State.LEFT, None)
    with store.transaction():
        assert store.frontier.hint_changed(A + "/gone", 50) is None
        assert store.frontier.hint_changed(A + "/gone", 150) == 1
        assert store.frontier.hint_changed(A + "/trap", 150) is None


def test_a_hint_for_later_only_ever_brings_the_date_forward(store):
    add(store, "/1")
    target = store.frontier.next_target(1, set())
    log(store, target, checked_at=100.0)
    with store.transaction():
        store.frontier.settle(target.id, State.DONE, 900)
        store.frontier.hint_due(A + "/1", 90)
        assert store.frontier.next_due() == 900
        store.frontier.hint_due(A + "/1", 500)
        store.frontier.hint_due(A + "/1", 700)
        store.frontier.hint_due(A + "/1", 400, read_before=100.0)
    assert store.frontier.next_due() == 500
    with store.transaction():
        store.frontier.hint_due(A + "/1", 400, read_before=101.0)
    assert store.frontier.next_due() == 400


def test_what_was_seen_in_the_future_is_due_and_counts_as_that(store):
    add(store, "/before", "/ahead", "/too")
    for path, checked_at in (("/before", 100.0), ("/ahead", 900.0), ("/too", 900.0)):
        target = store.frontier.target_of(A + path)
        log(store, target, checked_at=checked_at)
        with store.transaction():
            store.frontier.settle(target.id, State.DONE, 9999)
    with store.transaction():
        assert store.frontier.due.make_due_seen_ahead(500) == 2
        assert store.frontier.due.queue(500, 1e6, most=1) == 1
    assert take(store) == "/ahead"


def test_failures_in_a_row_are_counted_until_one_ends_well(store):
    add(store, "/1")
    target = store.frontier.next_target(1, set())
    fetch = log(store, target, outcome="timeout", redirect_to=A + "/2")
    for failures in (1, 2, 0):
        with store.transaction():
            store.runs.log_fetch(1, target, fetch, Visit(1.0, 1.0, 1.0, failures=failures))
        target = store.frontier.target_of(target.url)
        found = store.runs.find_visit(target.id)
        assert (found.failures, found.redirect_to) == (failures, A + "/2")


def test_a_family_is_left(store):
    add(store, "/cal/1", "/cal/2", "/news")
    with store.transaction():
        assert store.frontier.leave_family(1, lambda url: "/cal/" in url) == 2
    assert take(store) == "/news"
    assert store.frontier.counts() == {State.QUEUED: 1, State.LEFT: 2}


def test_a_failed_transaction_leaves_nothing_behind(store):
    def fail():
        with store.transaction():
            store.frontier.add([Candidate(A + "/1")])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert store.frontier.find(A + "/1") is None
    assert add(store, "/1").count == 1


# --- records --------------------------------------------------------------------------------


def test_a_record_is_new_then_the_same_then_changed(store):
    assert put(store, record()) is Put.NEW
    assert put(store, record(), run=2) is Put.SAME
    assert put(store, record(digest="d2", title="Two"), run=3) is Put.CHANGED
    (version,) = store.records.versions("r1")
    assert (version.run, Article.model_validate_json(version.json).title) == (3, "One")
    assert Article.model_validate_json(store.records.find_json("r1")).title == "Two"


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (1, 0, 2)])
def test_which_url_speaks_for_an_article_does_not_depend_on_the_order(store, order):
    spellings = [
        record(url=A + "/article", is_own=True, title="own"),
        record(url=A + "/p", is_own=False, title="print"),
        record(url=A + "/amp/article", is_own=False, title="amp"),
    ]
    for place in order:
        put(store, spellings[place])
    assert Article.model_validate_json(store.records.find_json("r1")).title == "own"
    assert store.records.count() == 1


def test_duplicates_are_marked_anew_and_left_out_of_exports(store):
    for name in ("r1", "r2", "r3"):
        put(store, record(name=name, url=f"{A}/{name}"))
    with store.transaction():
        assert store.records.mark_duplicates({"r2": "r1"}) == [A + "/r1"]
        assert store.records.mark_duplicates({"r2": "r1"}) == []
    assert [a.id for a in store.iter_articles(with_duplicates=False)] == ["r1", "r3"]
    marks = {a.id: a.duplicate_of for a in store.iter_articles(with_duplicates=True)}
    assert marks == {"r1": None, "r2": "r1", "r3": None}
    with store.transaction():
        store.records.mark_duplicates({"r3": "r1"})
    assert [a.id for a in store.iter_articles(with_duplicates=False)] == ["r1", "r2"]
    with store.transaction():
        store.records.mark_vanished("r1", A + "/r1", 3)
    assert store.records.vanished() == {"r1"}


def told(url, text, *, is_own=False, name=None):
    """A record with a signature, which calls one address its own whatever its URL."""
    home = A + "/home"
    article = Article(id=name or id_of(home), url=url, canonical_url=home, title=text, body=text)
    words = " ".join(f"{text}{n}" for n in range(60))
    return NewRecord(article.id, url, is_own, text, sign_text(words), article.model_dump_json())


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_pages_that_tell_different_stories_are_no_article_together(store, order):
    pages = [told(A + "/home", "own", is_own=True), told(A + "/b", "b"), told(A + "/long/c", "c")]
    add(store, "/home", "/b", "/long/c")
    for page in (pages[place] for place in order):
        with store.transaction():
            placed = store.records.place(page, 1)
            store.records.put(placed, 1)
        log(store, targets(store)[page.url], article_id=placed.id)
    found = {a.url: a for a in store.iter_articles(with_duplicates=True)}
    assert {url: (a.title, a.id) for url, a in found.items()} == {
        page.url: (page.digest, id_of(page.url)) for page in pages
    }
    assert [bool(a.warnings) for a in found.values()].count(True) == 2
    assert {t.url: t.record for t in targets(store).values()} == {
        page.url: id_of(page.url) for page in pages
    }


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_a_page_that_moves_takes_no_other_page_s_place(store, order):
    """A page calls one its address that itself calls another so."""
    pages = [told(A + "/home", "own", is_own=True), told(A + "/b", "b"), told(A + "/long/c", "c")]
    pages.append(told(A + "/longest/d", "d", name=id_of(A + "/long/c")))
    add(store, "/home", "/b", "/long/c", "/longest/d")
    for page in (pages[place] for place in order):
        with store.transaction():
            placed = store.records.place(page, 1)
            store.records.put(placed, 1)
        log(store, targets(store)[page.url], article_id=placed.id)
    found = {(a.url, a.title, a.id) for a in store.iter_articles(with_duplicates=True)}
    assert found == {(page.url, page.digest, id_of(page.url)) for page in pages}
    assert {t.url: t.record for t in targets(store).values()} == {
        page.url: id_of(page.url) for page in pages
    }


def targets(store):
    """Return URL → target of all that is queued, with what is known of it."""
    found = {}
    host = store.frontier.host_id("a.example")
    while target := store.frontier.next_target(host, {one.id for one in found.values()}):
        found[target.url] = target
    return found


@pytest.mark.parametrize("text", ["own", "x"], ids=["alike", "too short to tell"])
def test_pages_that_may_tell_one_story_are_one_record(store, text):
    first, second = told(A + "/home", "own", is_own=True), told(A + "/b", text)
    second = replace(second, signature=second.signature if text == "own" else None)
    put(store, first)
    with store.transaction():
        assert store.records.place(second, 1) is second
        assert store.records.put(second, 1) is Put.OTHER


def test_a_page_that_names_its_article_anew_has_moved_unless_it_says_something_else(store):
    put(store, told(A + "/a", "one", name="r1"))
    with store.transaction():
        store.records.mark_moved("r1", told(A + "/a", "a notice", name="r2"), 2)
        assert store.records.vanished() == set()
        store.records.mark_moved("r1", told(A + "/a", "one", name="r2"), 2)
    assert store.records.vanished() == {"r1"}


def test_what_is_gone_repeats_what_it_repeated_last(store):
    """The text of today may be another, and the old one is among its versions."""
    for name in ("r1", "r2", "r3"):
        put(store, record(name=name, url=f"{A}/{name}"))
    with store.transaction():
        store.records.mark_duplicates({"r1": "r2", "r3": "r2"})
        store.records.mark_vanished("r1", A + "/r1", 2)
        store.records.mark_duplicates({})
    marks = {a.id: a.duplicate_of for a in store.iter_articles(with_duplicates=True)}
    assert marks == {"r1": "r2", "r2": None, "r3": None}
    with store.transaction():
        store.records.mark_duplicates({"r2": "r1"})
    assert [a.id for a in store.iter_articles(with_duplicates=False)] == ["r1", "r3"]


def test_a_vanished_page_is_marked_and_may_come_back(store):
    put(store, record())
    with store.transaction():
        store.records.mark_vanished("r1", A + "/other-spelling", 2)
        store.records.mark_vanished("r1", A + "/1", 2)
    assert store.runs.record_changes(2) == (0, 0, 1, 0)
    put(store, record(), run=3)
    assert store.runs.record_changes(2) == (0, 0, 0, 0)


# --- runs -----------------------------------------------------------------------------------


def log(store, target, run=1, outcome="ok", checked_at=100.0, **known):
    fetch = FetchRecord(
        url=target.url,
        host="a.example",
        kind="page",
        depth=0,
        outcome=outcome,
        started_at=datetime(2024, 5, 1, tzinfo=UTC),
        elapsed_s=0.5,
        attempts=1,
        **known,
    )
    with store.transaction():
        store.runs.log_fetch(run, target, fetch, Visit(checked_at, checked_at, 60.0, etag='"v"'))
    return fetch


def test_an_unfinished_run_is_found_again(store):
    with store.transaction():
        run = store.runs.begin(5.0)
        store.runs.add_pages(run.id, 1)
    found = store.runs.find_open()
    assert (found.id, found.started_at, found.pages, found.resumed) == (run.id, 5.0, 1, True)
    with store.transaction():
        store.runs.finish(run.id, 9.0, "{}")
    assert store.runs.find_open() is None
    assert store.runs.last_report() == "{}"
    assert store.runs.last_begin() == 5.0


def test_the_latest_run_is_the_one_that_began_last_not_the_one_furthest_ahead(store):
    for moment in (9e9, 5.0):
        with store.transaction():
            store.runs.finish(store.runs.begin(moment).id, moment, None)
    assert store.runs.last_begin() == 5.0


def test_a_crawl_in_whose_middle_the_clock_jumped_ahead_is_known(store):
    assert not store.runs.has_seen_ahead(0)
    begun = datetime(2024, 5, 1, tzinfo=UTC).timestamp()
    with store.transaction():
        run = store.runs.begin(begun - 60)
    assert store.runs.has_seen_ahead(begun - 61)
    assert not store.runs.has_seen_ahead(begun - 1), "nothing is asked for yet"
    add(store, "/1")
    log(store, store.frontier.next_target(1, set()), run=run.id)
    assert store.runs.has_seen_ahead(begun - 1)
    assert not store.runs.has_seen_ahead(begun)
    with store.transaction():
        store.runs.finish(run.id, begun, None)
        store.runs.finish(store.runs.begin(begun - 30).id, begun, None)
    assert not store.runs.has_seen_ahead(begun - 1), "the run after it has begun anew with it"


def test_fetches_are_counted_and_read_back(store):
    add(store, "/1", "/2")
    one = store.frontier.next_target(1, set())
    two = store.frontier.next_target(1, {one.id})
    fetch = log(store, one, status=200)
    log(store, two, outcome="timeout", message="no answer within 20 s")
    assert store.runs.outcomes(1) == {"ok": 1, "timeout": 1}
    assert store.runs.statuses(1) == {"200": 1}
    assert store.runs.examples(1, "timeout", 3) == [(A + "/2", "no answer within 20 s")]
    (host,) = store.runs.hosts(1, frozenset({"timeout"}), 10)
    assert (host.host, host.fetched, host.failed) == ("a.example", 2, 1)
    assert next(store.runs.iter_fetches(1)) == fetch


def test_validators_come_back_with_the_target(store):
    add(store, "/1")
    target = store.frontier.next_target(1, set())
    assert (target.etag, target.is_first) == (None, True)
    log(store, target)
    again = store.frontier.next_target(1, set())
    assert (again.etag, again.is_first) == ('"v"', False)


# --- the file -------------------------------------------------------------------------------


def test_small_tables(store):
    entry = RobotsEntry(A, 1.0, 2.0, "rules", "", "User-agent: *")
    store.put_robots(entry)
    assert store.find_robots(A) == entry
    add(store, "/1")
    with store.transaction():
        store.put_family(1, "/cal/0", Family(70, 60, "endless"))
        store.put_archive_size("x.warc.gz", 12)
    assert store.find_family(1, "/cal/0") == Family(70, 60, "endless")
    assert store.find_family(1, "/other") == Family()
    assert store.traps() == ["a.example/cal/0: endless"]
    assert store.archive_sizes() == {"x.warc.gz": 12}


def test_what_was_synced_needs_no_journal(tmp_path):
    with Store(tmp_path / "x.db") as store:
        with store.transaction():
            store.put_archive_size("x.warc.gz", 12)
        store.sync()
        with store.transaction():
            store.put_archive_size("y.warc.gz", 12)
        # The file alone, as it is when the power fails: its journal, never synced since, is lost.
        (tmp_path / "left.db").write_bytes((tmp_path / "x.db").read_bytes())
    with Store(tmp_path / "left.db") as left:
        assert left.archive_sizes() == {"x.warc.gz": 12}


def test_an_error_while_rows_are_read_is_named(store):
    store._db.execute("DROP TABLE records")
    for rows in (store.records.iter_states(), store.records.iter_json(with_duplicates=True)):
        with pytest.raises(StoreError, match="records"):
            list(rows)


def test_a_file_that_is_no_database_is_named(tmp_path):
    path = tmp_path / "x.db"
    path.write_bytes(b"no database at all, but long enough to be looked at " * 40)
    with pytest.raises(StoreCorrupt, match="is damaged"):
        Store(path)


def test_a_folder_that_is_missing_is_named(tmp_path):
    with pytest.raises(StoreError, match="unable to open"):
        Store(tmp_path / "missing" / "x.db")


def test_a_file_of_another_version_is_left_alone(tmp_path):
    connection = sqlite3.connect(tmp_path / "x.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StoreError, match="another version"):
        Store(tmp_path / "x.db")


def test_a_full_disk_is_a_store_error_and_nothing_is_lost(tmp_path):
    with Store(tmp_path / "x.db") as store:
        add(store, "/1")
        (pages,) = store._db.execute("PRAGMA page_count").fetchone()
        store._db.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(StoreFull, match="free some space"):
            add(store, *(f"/{'x' * 500}{number}" for number in range(100)))
        assert store.frontier.queued() == 1
        store._db.execute("PRAGMA max_page_count = 100000")
        assert add(store, "/2", "/3").count == 2


def test_kinds_of_urls_are_kept(store):
    add(store, "/s.xml", kind=Kind.SITEMAP)
    assert store.frontier.next_target(1, set()).kind is Kind.SITEMAP


@pytest.mark.parametrize(
    "outcome, state, is_queued",
    [
        ("timeout", State.FAILED, True),
        ("blocked-address", State.LEFT, True),
        ("out-of-scope", State.LEFT, True),
        ("gone", State.LEFT, False),
        ("ok", State.DONE, False),
    ],
)
def test_what_could_not_be_had_is_queued_again_when_it_is_asked_for(
    store, outcome, state, is_queued
):
    add(store, "/x")
    target = store.frontier.next_target(1, ())
    with store.transaction():
        ended = FetchRecord(url=target.url, host="a.example", kind="page", depth=0, outcome=outcome,
                            started_at=datetime(2024, 5, 1, tzinfo=UTC), elapsed_s=0, attempts=1)  # fmt: skip
        store.runs.log_fetch(1, target, ended, Visit(0.0, 0.0, 60.0))
        store.frontier.settle(target.id, state, 1e12)
        store.frontier.queue_again([target.url, A + "/never-seen"])
    assert store.frontier.queued() == is_queued


# --- keys of a file -------------------------------------------------------------------------


@pytest.fixture
def small(tmp_path):
    """A store in a file whose keys are written in runs of four."""
    with Store(tmp_path / "x.db") as store:
        store.frontier._keys = Keys(store._db, run_keys=4)
        yield store


def runs(store):
    rows = store._db.execute("SELECT count(*) FROM keys GROUP BY run ORDER BY run").fetchall()
    assert len(rows) == store._db.execute("SELECT count(*) FROM key_runs").fetchone()[0]
    return [count for (count,) in rows]


def test_keys_are_written_in_runs(small):
    add(small, "/1", "/2", "/3")
    assert runs(small) == []
    add(small, "/4", "/2")
    assert runs(small) == [4]
    assert add(small, "/1", "/4", "/5").count == 1
    assert [small.frontier.find(f"{A}/{n}")[0] for n in (1, 4, 5)] == [1, 4, 5]


def test_a_known_url_is_bettered_wherever_its_key_is(small):
    add(small, "/1", "/2", "/3", "/4", priority=50)
    add(small, "/5", priority=50)
    add(small, "/5", priority=20)
    add(small, "/4", priority=10)
    assert take(small) == "/4"
    assert take(small, 4) == "/5"


def test_one_batch_may_name_a_url_twice(store):
    with store.transaction():
        found = [Candidate(A + "/1", priority=50), Candidate(A + "/1", priority=10)]
        assert store.frontier.add(found).count == 1
    assert store.frontier.next_target(1, set()).priority == 10


def test_earlier_runs_are_never_touched_again(small):
    for start in range(0, 40, 4):
        add(small, *(f"/{number}" for number in range(start, start + 4)))
    assert runs(small) == [4] * 10
    assert add(small, *(f"/{number}" for number in range(44))).count == 4
    assert [small.frontier.find(f"{A}/{number}")[0] for number in (0, 17, 43)] == [1, 18, 44]
    assert small.frontier.find(A + "/44") is None


def test_keys_and_filters_are_read_again_after_a_crash(small, tmp_path):
    add(small, "/1", "/2", "/3", "/4")
    add(small, "/5")
    with Store(tmp_path / "x.db") as again:
        again.frontier._keys = Keys(again._db, run_keys=4)
        assert add(again, "/5", "/1", "/6").count == 1


def test_opening_reads_no_keys(tmp_path):
    with Store(tmp_path / "x.db") as store:
        add(store, *(f"/{number}" for number in range(50)))
        asked = []
        store._db._connection.set_trace_callback(asked.append)
        Keys(store._db, run_keys=1000).catch_up()
        assert len(asked) == 1
        assert "SELECT key" not in asked[0]


def test_few_keys_are_looked_up_in_a_run_that_does_not_hold_them(tmp_path):
    with Store(tmp_path / "x.db") as store:
        keys = Keys(store._db, run_keys=4096)
        with store.transaction():
            keys.add({key_of(f"{A}/{number}"): number for number in range(4096)})
        held = [key_of(f"{A}/{number}") for number in range(4096)]
        others = [key_of(f"{A}/other/{number}") for number in range(10_000)]
        assert [key for _, key in keys._suspect(held)] == [*sorted(held)]
        assert len(list(keys._suspect(others))) < 100


def test_keys_of_a_transaction_that_failed_are_forgotten(small):
    add(small, "/1")
    fail_after = [Candidate(f"{A}/{n}") for n in range(2, 9)]
    with pytest.raises(ZeroDivisionError), small.transaction():
        1 / (small.frontier.add(fail_after).count - 7)
    assert runs(small) == []
    assert add(small, "/1", "/2").count == 1
    assert small.frontier.find(A + "/2")[0] == 2
    add(small, "/3", "/4")
    with pytest.raises(ZeroDivisionError), small.transaction():
        1 / (small.frontier.add([Candidate(f"{A}/{n}") for n in range(5, 12)]).count - 7)
    assert runs(small) == [4]
    assert add(small, "/4", "/5", "/6").count == 2


def test_a_file_that_another_program_writes_to_is_told_and_works_afterwards(tmp_path):
    with Store(tmp_path / "x.db") as store:
        add(store, "/1")
        store._db.execute("PRAGMA busy_timeout = 1")
        other = sqlite3.connect(tmp_path / "x.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program holds it open for writing"):
            add(store, "/2")
        other.close()
        assert add(store, "/1", "/2").count == 1


def test_a_file_of_layout_1_is_brought_up_to_date(tmp_path):
    path = tmp_path / "x.db"
    with sqlite3.connect(path) as old:
        old.executescript(TABLES)
        keys = [(key_of(f"{A}/{n}"), f"{A}/{n}") for n in range(9)]
        old.executemany(
            "INSERT INTO urls (key, host, url, kind, state, priority, depth, hops) "
            "VALUES (?, 1, ?, 0, 0, 10, 1, 0)", keys)  # fmt: skip
        old.execute("INSERT INTO hosts (name) VALUES ('a.example')")
        old.execute("INSERT INTO records VALUES ('r', 'u', 1, 'd', x'01', '{}', 1, 1, NULL, NULL)")
        old.execute("PRAGMA user_version = 1")
    old.close()
    with Store(path) as store:
        assert add(store, "/8", "/9").count == 1
        assert store.frontier.find(A + "/3")[0] == 4
        assert take(store) == "/0"
        assert store.records.unsigned() == [("r", "{}")]
    with Store(path) as store:
        assert store.frontier.queued() == 10


def test_a_file_of_layout_2_gets_its_runs(tmp_path, monkeypatch):
    path = tmp_path / "x.db"
    monkeypatch.setattr("scraper.store.keys.RUN_KEYS", 4)
    with Store(path) as store:
        add(store, *(f"/{number}" for number in range(11)))
        store._db.execute("DROP TABLE keys")
        store._db.execute("DROP TABLE key_runs")
        store._db.execute("CREATE TABLE keys (key BLOB PRIMARY KEY, id INTEGER) WITHOUT ROWID")
        store._db.execute("CREATE TABLE merged (id INTEGER NOT NULL)")
        store._db.execute("PRAGMA user_version = 2")
    with Store(path) as store:
        assert runs(store) == [4, 4]
        assert add(store, *(f"/{number}" for number in range(12))).count == 1
        assert store.frontier.find(A + "/10")[0] == 11


def test_a_file_of_a_later_layout_is_refused(tmp_path):
    path = tmp_path / "x.db"
    with sqlite3.connect(path) as later:
        later.execute("PRAGMA user_version = 9")
    later.close()
    with pytest.raises(StoreError, match=r"layout 9.*use that version"):
        Store(path)


def test_an_error_outside_of_a_transaction_is_a_store_error_too(store):
    with pytest.raises(StoreError, match="not as Pullquote wrote it"):
        store._db.execute("SELECT * FROM no_table")
    with pytest.raises(StoreError, match="not as Pullquote wrote it"):
        store._db.executemany("INSERT INTO no_table VALUES (?)", [(1,)])


def test_of_what_is_due_in_a_run_lists_are_queued_and_no_more_than_asked_for(store):
    add(store, "/article", depth=0)
    add(store, "/front", depth=0)
    add(store, "/list", depth=1)
    add(store, "/feed-late", "/feed-early", "/feed-later", kind=Kind.FEED, depth=1)
    due = {
        "/article": 1,
        "/front": 2,
        "/list": 1,
        "/feed-late": 9,
        "/feed-early": 3,
        "/feed-later": 99,
    }
    for path, due_at in due.items():
        target = store.frontier.target_of(A + path)
        log(store, target, article_id="r" if path == "/article" else None)
        with store.transaction():
            store.frontier.settle(target.id, State.DONE, due_at)
    queued = []
    for most in (2, 9):
        with store.transaction():
            assert store.frontier.queue_lists(50, most) == {1}
        queued.append({path for path in due if store.frontier.find(A + path)[1] is State.QUEUED})
    assert queued == [{"/front", "/feed-early"}, {"/front", "/feed-early", "/feed-late"}]


def walks_through(path, *, use):
    """Return how SQLite walks through whole tables in the statements that ``use`` runs."""
    asked = []
    with Store(path) as store:
        connection = store._db._connection
        connection.set_trace_callback(asked.append)
        use(store)
        connection.set_trace_callback(None)
        plans = [row[3] for one in asked for row in connection.execute(f"EXPLAIN QUERY PLAN {one}")]
    return [plan for plan in plans if plan.startswith("SCAN ")]


def use_what_is_known(store):
    list(store.records.iter_states())
    list(store.records.iter_urls())
    list(store.records.iter_touched(1))
    store.runs.record_changes(1)
    store.runs.newest_at()
    store.records.vanished()
    store.records.mark_duplicates({})


def test_what_is_known_of_all_records_is_found_without_their_texts(tmp_path):
    """A text stands before it in a row: a walk through the table reads the whole database."""
    walks = walks_through(tmp_path / "x.db", use=use_what_is_known)
    assert len(walks) >= 6
    assert all("COVERING INDEX records_states" in plan for plan in walks), walks
