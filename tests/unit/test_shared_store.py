"""Several workers on one store: shards and leases, posted URLs, and PostgreSQL's own troubles."""

import itertools
import subprocess
import sys
import threading
from contextlib import suppress

import pytest

from schemas import FetchRecord
from scraper.crawler import crawl
from scraper.crawler.crawl import Silent, lock_store
from scraper.errors import InputError, JobLocked, LeaseLost, StoreCorrupt, StoreError
from scraper.store import (
    Candidate,
    Kind,
    NewRecord,
    SharedStore,
    State,
    Teller,
    Visit,
    find_address,
    open_store,
)
from scraper.store.leases import SHARDS, shard_of
from scraper.store.postgres import schema_of
from scraper.urls import host_of

HOSTS = [f"site{number}.example" for number in range(40)]


@pytest.fixture
def crew(shared_store):
    """Two workers of one run that have parted the shards."""
    with SharedStore(shared_store, "j") as one, SharedStore(shared_store, "j", 5.0) as two:
        run = one.runs.begin(1.0)
        for worker in (one, two):
            worker.leases.join(run.id)
        for worker in (one, two):
            share(worker)
        yield one, two


def share(worker, workers=2, busy=()):
    with worker.transaction():
        return worker.leases.share(workers, busy)


def add(worker, *urls, **known):
    with worker.transaction():
        return worker.frontier.add([Candidate(url, **known) for url in urls])


def take_posted(worker, max_depth=None):
    with worker.transaction():
        return worker.frontier.take_posted(max_depth)


def hosts_of(worker):
    return {worker.frontier.host_name(host) for host in worker.frontier.hosts_queued()}


def put_silent(store, worker):
    """Have a worker's lease run out."""
    store._db.execute("UPDATE workers SET until = 0 WHERE id = ?", (worker.leases.worker,))


# --- shards -----------------------------------------------------------------------------------


def test_hosts_of_one_registrable_domain_are_in_one_shard():
    assert shard_of("www.paper.example.co.uk") == shard_of("blog.example.co.uk:8080")
    assert shard_of("192.0.2.7:8000") == shard_of("192.0.2.7")
    assert shard_of("[2001:db8::1]") == shard_of("[2001:db8::1]")


def test_hosts_without_a_common_domain_are_spread():
    names = [f"site{number}.example" for number in range(2000)]
    addresses = [f"192.0.2.{number}" for number in range(250)]
    blogs = [f"writer{number}.blogspot.com" for number in range(250)]
    assert len({shard_of(name) for name in names}) > 0.6 * SHARDS
    assert len({shard_of(name) for name in addresses}) > 180
    assert len({shard_of(name) for name in blogs}) > 180


def test_two_workers_part_all_shards(crew):
    one, two = crew
    assert not one.leases.shards & two.leases.shards
    assert one.leases.shards | two.leases.shards == set(range(SHARDS))
    assert len(one.leases.shards) == len(two.leases.shards)


def test_each_host_is_given_to_one_worker(crew):
    one, two = crew
    assert add(one, *(f"https://{host}/" for host in HOSTS)).count == len(HOSTS)
    take_posted(two)
    assert hosts_of(one) | hosts_of(two) == set(HOSTS)
    assert not hosts_of(one) & hosts_of(two)
    foreign = next(iter(one.frontier.hosts_queued()))
    assert two.frontier.next_target(foreign, ()) is None
    assert one.frontier.next_target(foreign, ()) is not None


# --- posted URLs --------------------------------------------------------------------------------


def url_of(worker, path="/"):
    """A URL that belongs to a worker."""
    host = next(name for name in HOSTS if shard_of(name) in worker.leases.shards)
    return f"https://{host}{path}"


def test_a_posted_url_keeps_what_is_known_of_it(crew):
    one, two = crew
    add(one, url_of(two, "/map.xml"), kind=Kind.SITEMAP, priority=7, depth=2, hops=1)
    assert take_posted(two) == 1
    (host,) = two.frontier.hosts_queued()
    target = two.frontier.next_target(host, ())
    assert (target.kind, target.priority, target.depth, target.hops) == (Kind.SITEMAP, 7, 2, 1)


def test_what_its_owner_knows_is_not_posted_unless_by_a_shorter_way(crew):
    one, two = crew
    add(two, url_of(two), depth=3)
    assert add(one, url_of(two), depth=4).count == 0
    assert take_posted(two) == 0
    one.frontier.forget_recent()
    assert add(one, url_of(two), depth=1).count == 0
    assert take_posted(two) == 1
    (host,) = two.frontier.hosts_queued()
    assert two.frontier.next_target(host, ()).depth == 1


def test_a_posted_url_that_is_too_deep_is_noted(crew):
    one, two = crew
    add(one, url_of(two), depth=4)
    take_posted(two, max_depth=3)
    assert two.frontier.find(url_of(two))[1] is State.TOO_DEEP


def test_a_url_posted_by_a_worker_that_gets_the_shard_is_not_lost(crew):
    one, two = crew
    add(one, url_of(two))
    with two.transaction():
        two.leases.leave()
    share(one, workers=1)
    assert take_posted(one) == 1
    assert len(hosts_of(one)) == 1


@pytest.mark.parametrize("teller", [None, Teller.FEED, Teller.SITEMAP])
def test_a_posted_hint_says_who_gave_it(crew, teller, monkeypatch):
    one, two = crew
    url = url_of(two)
    add(two, url)
    target = two.frontier.target_of(url)
    fetch = FetchRecord(
        url=url, host="x", kind="page", depth=0, outcome="ok", status=200,
        started_at="2026-01-01T00:00:00Z", elapsed_s=0.1, attempts=1,
    )  # fmt: skip
    with two.transaction():
        two.runs.log_fetch(1, target, fetch, Visit(100.0, 100.0, 50.0))
        two.frontier.settle(target.id, State.DONE, 9999.0)
    taken = []
    monkeypatch.setattr(two.frontier.hints, "take", lambda *told: taken.append(told) or True)
    with one.transaction():
        assert one.frontier.hint_changed(url, 200.0, teller) is None
    take_posted(two)
    assert two.frontier.find(url)[1] is State.QUEUED
    assert taken == ([] if teller is None else [(target.id, target.host, teller)])


def test_a_hint_that_an_earlier_version_posted_is_taken(crew):
    """They said the kind of a page, 0, in place of who gave them."""
    one, two = crew
    url = url_of(two)
    add(two, url)
    with one.transaction():
        one._db.execute(
            "INSERT INTO posted (shard, url, kind, priority, depth, hops, changed_at) "
            "VALUES (?, ?, 0, 0, 0, 0, 200.0)",
            (shard_of(host_of(url)), url),
        )
    assert take_posted(two) == 1


def test_what_is_rolled_back_is_not_posted(crew):
    one, two = crew
    with suppress(ZeroDivisionError), one.transaction():
        one.frontier.add([Candidate(url_of(two))])
        raise ZeroDivisionError
    assert take_posted(two) == 0
    assert add(one, url_of(two)).count == 1


# --- leases -------------------------------------------------------------------------------------


def test_a_silent_worker_loses_its_hosts_and_can_write_no_more(crew):
    one, two = crew
    add(one, url_of(one))
    put_silent(two, one)
    share(two)
    assert len(two.leases.shards) < SHARDS  # for a while they are free for who comes again
    two._db.execute("UPDATE shards SET free_since = 0")
    share(two)
    assert two.leases.shards == set(range(SHARDS))
    with pytest.raises(LeaseLost, match="joins again"):
        add(one, url_of(one, "/late"))
    assert two.frontier.find(url_of(two, "/late")) is None
    assert not list(one.frontier.hosts_queued())


def test_a_worker_that_joins_again_gets_its_part(crew):
    one, two = crew
    put_silent(two, one)
    share(two)
    one.leases.join(run=1)
    share(one)
    assert len(one.leases.shards) == SHARDS // 2


def test_who_holds_too_much_gives_it_back_but_not_what_is_busy(crew):
    one, two = crew
    with two.transaction():
        two.leases.leave()
    share(one, workers=1)
    two.leases.join(run=1)
    share(one, workers=2, busy=set(range(600)))
    assert len(one.leases.shards) == 600
    share(one, workers=2)
    share(two)
    assert len(one.leases.shards) == len(two.leases.shards) == SHARDS // 2


def test_a_worker_whose_process_is_gone_from_this_machine_is_not_waited_for(crew):
    one, two = crew
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    two._db.execute("UPDATE workers SET process = ? WHERE id = ?", (ended.pid, one.leases.worker))
    share(two)
    with pytest.raises(LeaseLost):
        add(one, url_of(two))


def test_a_worker_whose_lease_may_be_over_takes_nothing(crew):
    one, _ = crew
    add(one, url_of(one))
    (host,) = one.frontier.hosts_queued()
    assert one.frontier.next_target(host, ()) is not None
    one.leases._valid_until = 0
    assert one.frontier.next_target(host, ()) is None


# --- the run ------------------------------------------------------------------------------------


def test_a_run_is_over_when_nothing_is_queued_or_posted_for_anybody(crew):
    one, two = crew
    assert one.is_over(1, None)
    add(one, url_of(two))
    assert not one.is_over(1, None)
    take_posted(two)
    assert not one.is_over(1, None)
    (host,) = two.frontier.hosts_queued()
    with two.transaction():
        two.frontier.park([host], 1)
    assert one.is_over(1, None)
    assert not one.is_over(2, None)


def test_pages_are_granted_to_the_last_and_no_further(crew):
    granted = 0
    for worker in itertools.islice(itertools.cycle(crew), 40):
        with worker.transaction():
            granted += worker.leases.grant(1, 100, 2)
    assert granted == 100
    one, two = crew
    with one.transaction():
        one.leases.give_back(7)
    with two.transaction():
        two.leases.add_pages(1)
        assert 0 < two.leases.grant(1, 100, 2) <= 7
    assert one.runs.find_open().pages == 1


def test_a_lost_worker_takes_no_pages_with_it(crew):
    one, two = crew
    with one.transaction():
        lost = one.leases.grant(1, 10, 1)
        one.leases.add_pages(1)
    put_silent(two, one)
    share(two)
    came = 0
    for _ in range(10):
        with two.transaction():
            came += two.leases.grant(1, 10, 1)
    assert (lost, came) == (5, 9)


def test_workers_that_write_the_same_records_in_any_order_do_not_block_each_other(shared_store):
    names = [f"r{number}" for number in range(30)]
    troubles = []

    def write(order):
        try:
            with SharedStore(shared_store, "j") as store:
                for _ in range(5):
                    with store.transaction(order):
                        for name in order:
                            new = NewRecord(
                                name, f"https://x.example/{name}", True, "d", None, "{}"
                            )
                            store.records.put(new, 1)
        except Exception as error:  # noqa: BLE001 - whatever it is, the test shows it
            troubles.append(error)

    threads = [threading.Thread(target=write, args=(order,)) for order in (names, names[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    with SharedStore(shared_store, "j") as store:
        assert store.records.count() == len(names)


def test_one_process_at_a_time_runs_a_job(shared_store):
    with SharedStore(shared_store, "j") as first, SharedStore(shared_store, "j") as second:
        assert first.lock_job()
        assert not second.lock_job()
    with SharedStore(shared_store, "j") as third, SharedStore(shared_store, "k") as other:
        assert third.lock_job()
        assert other.lock_job()


def test_a_run_waits_for_one_whose_end_the_server_has_not_noticed(shared_store):
    with SharedStore(shared_store, "j") as killed, SharedStore(shared_store, "j") as next_run:
        assert killed.lock_job()
        told = Notes(then=killed.close)
        lock_store(next_run, told)
        assert len(told.notes) == 1
        assert "waiting" in told.notes[0]


def test_a_run_that_goes_on_is_waited_for_no_longer_than_is_said(shared_store, monkeypatch):
    monkeypatch.setattr(crawl, "LOCK_WAIT_S", 0.01)
    with SharedStore(shared_store, "j") as first, SharedStore(shared_store, "j") as second:
        lock_store(first, Notes())
        with pytest.raises(JobLocked):
            lock_store(second, Notes())
        # What is asked of the store afterwards waits for locks of its own as long as it takes.
        assert second._db.execute("SHOW lock_timeout").fetchone() == ("0",)


def test_a_role_whose_statements_may_not_wait_so_long_has_no_lock_and_no_error(shared_store):
    with SharedStore(shared_store, "j") as first, SharedStore(shared_store, "j") as second:
        assert first.lock_job()
        second._db.execute("SET statement_timeout = 20")
        assert not second.lock_job(60)


class Notes(Silent):
    """What a run says before it begins; ``then`` happens while it waits."""

    def __init__(self, then=lambda: None):
        self.notes, self.then = [], then

    def on_note(self, note):
        self.notes.append(note)
        self.then()


def test_a_job_is_free_though_the_server_has_not_noticed_yet_that_its_store_was_closed(
    shared_store, monkeypatch
):
    with SharedStore(shared_store, "j") as first, SharedStore(shared_store, "j") as second:
        assert first.lock_job()
        with monkeypatch.context() as late:
            late.setattr(first._db._connection, "close", lambda: None)
            first.close()
        assert second.lock_job()


# --- PostgreSQL's own -----------------------------------------------------------------------------


def test_text_that_postgresql_cannot_hold_is_kept_readable(crew):
    one, _ = crew
    record = NewRecord("r", "https://x.example/", True, "d", None, 'a\0b\ud800c – "é"')
    with one.transaction(["r"]):
        one.records.put(record, 1)
    assert one.records.find_json("r") == 'a\N{REPLACEMENT CHARACTER}b?c – "é"'


def test_rows_are_streamed_in_the_order_of_code_points(crew):
    one, _ = crew
    with one.transaction():
        for name in ("b", "a", "B", "é", "Z"):
            one.records.put(NewRecord(name, f"https://x.example/{name}", True, "d", None, name), 1)
    found = [json for json, _ in one.records.iter_json(with_duplicates=True)]
    assert found == ["B", "Z", "a", "b", "é"]


def test_a_job_with_a_long_name_has_a_schema_of_its_own():
    names = ["x" * 64, "x" * 63 + "y", "short"]
    schemas = {schema_of(name) for name in names}
    assert len(schemas) == 3
    assert max(map(len, schemas)) <= 63


def test_a_database_that_cannot_be_reached_is_named_without_its_password(tmp_path):
    pytest.importorskip("psycopg", reason="`make distributed` installs psycopg")
    with pytest.raises(StoreError, match="check that the database runs") as caught:
        open_store(tmp_path, "j", "postgresql://me:s3cret@127.0.0.1:1/crawls?sslmode=disable")
    assert "127.0.0.1:1/crawls (schema pullquote_j)" in str(caught.value)
    assert "s3cret" not in str(caught.value)


def test_another_address_is_refused_without_being_shown(monkeypatch):
    monkeypatch.setenv("PULLQUOTE_STORE", "mysql://me:s3cret@db/crawls")
    with pytest.raises(InputError, match="postgresql://user@host/database") as caught:
        find_address(None)
    assert "s3cret" not in str(caught.value)
    assert find_address("postgres://db/x") == "postgres://db/x"
    monkeypatch.delenv("PULLQUOTE_STORE")
    assert find_address(None) is None


def test_without_its_driver_it_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(InputError, match=r"pip install 'psycopg\[binary\]'"):
        open_store(tmp_path, "j", "postgresql://db/x")


def test_a_schema_of_another_version_is_left_alone(shared_store):
    with SharedStore(shared_store, "j") as store:
        store._db.execute("UPDATE layout SET version = 99")
    with pytest.raises(StoreError, match="layout 99"):
        SharedStore(shared_store, "j")


def test_a_user_who_may_not_create_a_schema_is_told_what_to_grant(shared_store):
    with SharedStore(shared_store, "admin") as store:
        store._db.execute("DROP ROLE IF EXISTS guest")
        store._db.execute("CREATE ROLE guest LOGIN")
    with pytest.raises(StoreError, match="GRANT CREATE ON DATABASE"):
        SharedStore(shared_store.replace("tester@", "guest@"), "j")


def test_tables_that_are_missing_are_named(shared_store):
    with SharedStore(shared_store, "j") as store:
        store._db.execute("DROP TABLE urls")
        with pytest.raises(StoreCorrupt, match="put back a copy"), store.transaction():
            store.frontier.counts()


def test_a_connection_that_is_lost_is_a_store_error(shared_store):
    with SharedStore(shared_store, "j") as store, SharedStore(shared_store, "k") as other:
        other._db.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
            "AND datname = current_database()"
        )
        with pytest.raises(StoreError, match="run again to go on"), store.transaction():
            store.runs.begin(1.0)
