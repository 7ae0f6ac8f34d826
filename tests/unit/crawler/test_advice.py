import pytest

from schemas import CrawlJob, FetchRecord
from scraper.crawler.advice import QUIET_DAYS, advise
from scraper.crawler.clock import to_datetime
from scraper.store import Candidate, NewRecord, Store, Visit

DAY = 86400.0
JOB = {"name": "x", "seeds": ["https://a.example/"], "contact": "desk@lab.example"}
ROOMY = 1 << 40


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "x.db") as store:
        yield store


def begin(store, pages=0, elsewhere=None, wire_bytes=0, *, new=False, depth=1):
    """Return a run that fetched some pages; they redirect to ``elsewhere``, or one is new."""
    with store.transaction():
        run = store.runs.begin(0.0)
        for number in range(pages):
            url = f"https://a.example/{number}"
            store.frontier.add([Candidate(url, depth=depth)])
            host = store.frontier.host_id("a.example")
            target = store.frontier.next_target(host, set())
            fetch = FetchRecord(
                url=url, host="a.example", kind="page", depth=0, started_at=to_datetime(0.0),
                outcome="out-of-scope" if elsewhere else "ok", redirect_to=elsewhere,
                elapsed_s=0.1, attempts=1, wire_bytes=wire_bytes,
            )  # fmt: skip
            store.runs.log_fetch(run.id, target, fetch, Visit(0.0, 0.0, DAY))
            store.frontier.settle(target.id, 1, None)
        if new:
            store.records.put(NewRecord("1", "https://a.example/", True, "d", None, "{}"), run.id)
    return run


def told(store, run, now=0.0, free=ROOMY, **keys):
    return list(advise(CrawlJob.model_validate(JOB | keys), store, run, now, free))


def test_a_run_without_anything_odd_has_no_advice(store):
    assert told(store, begin(store, 9, new=True), now=QUIET_DAYS * DAY) == []


def test_what_the_job_itself_leaves_out(store):
    contact, robots = told(store, begin(store), contact=None, obey_robots=False)
    assert "contact" in contact
    assert "robots.txt" in robots
    (useless,) = told(store, begin(store), contact="nonsense")
    assert useless.startswith("contact is 'nonsense', by which site operators cannot reach you")
    assert told(store, begin(store), contact="Ada Holm <ada@lab.example>") == []


def test_an_age_without_a_unit_is_told(store):
    (haste,) = told(store, begin(store), revisit=7)
    assert haste.startswith("revisit is 7 seconds")
    assert haste.endswith('write "7d"')
    assert told(store, begin(store), revisit=0) == told(store, begin(store), revisit="1h") == []


@pytest.mark.parametrize(
    "pages, depth, expected",
    [(4, 1, []), (5, 1, ["b.example:8080"]), (1, 0, ["b.example:8080"])],
    ids=["few pages", "pages", "a seed"],
)
def test_a_host_that_sends_its_readers_elsewhere(store, pages, depth, expected):
    advice = told(store, begin(store, pages, "https://b.example:8080/new", depth=depth))
    assert len(advice) == len(expected)
    assert all(
        f"add {host!r} to allow" in line for host, line in zip(expected, advice, strict=True)
    )


def test_nothing_new_for_weeks(store):
    begin(store, new=True)
    run = begin(store)
    assert told(store, run, now=QUIET_DAYS * DAY) == []
    assert "since 1970-01-01" in told(store, run, now=(QUIET_DAYS + 1) * DAY)[0]


def test_nothing_is_said_to_be_quiet_before_its_first_record(store):
    assert told(store, begin(store), now=99 * DAY) == []


@pytest.mark.parametrize(
    "free_mib, mib_a_page, is_told",
    [(255, 0, True), (257, 0, False), (999, 50, True), (1001, 50, False)],
)
def test_a_disk_that_fills_up(store, free_mib, mib_a_page, is_told):
    run = begin(store, 2, wire_bytes=mib_a_page << 20)
    advice = told(store, run, free=free_mib << 20)
    assert [f"{free_mib:,} MiB are free" in line for line in advice] == [True] * is_told
