"""Where one page stands: from the database, and from the job where it was never met."""

import json

import pytest

from schemas import Article, CrawlJob, FetchRecord
from scraper.cli import main
from scraper.crawler.clock import to_datetime
from scraper.crawler.page_status import read_page_status
from scraper.errors import InputError
from scraper.store import Candidate, NewRecord, State, Store, Visit
from scraper.urls import id_of

A = "https://a.example/"
STORY, COPY, ABOUT, DEEP, NEXT = (A + name for name in ("story", "copy", "about", "deep", "next"))
LIST = "list: teasers lead to other pages"


def end(store, run, url, outcome, message=None, record=None, due=None):
    """Note how a fetch of a URL ended."""
    target = store.frontier.target_of(url)
    fetch = FetchRecord(
        url=url, host="a.example", kind="page", depth=1, outcome=outcome, message=message,
        started_at=to_datetime(3600.0 * run), elapsed_s=0.1, attempts=1, article_id=record,
    )  # fmt: skip
    store.runs.log_fetch(run, target, fetch, Visit(0.0, 0.0, 86400.0))
    store.frontier.settle(target.id, State.FAILED if outcome == "not-found" else State.DONE, due)


@pytest.fixture
def folder(tmp_path):
    """Two runs of a job: a story and its copy, a page about it, one too deep and one to come."""
    folder = tmp_path / "study"
    folder.mkdir()
    with Store(folder / "pullquote.db") as store, store.transaction():
        runs = [store.runs.begin(0.0).id, store.runs.begin(1.0).id]
        store.frontier.add([Candidate(url, depth=1) for url in (STORY, COPY, ABOUT, NEXT)])
        store.frontier.add([Candidate(DEEP, depth=4)], 3)
        for url in (STORY, COPY):
            article = Article(id=id_of(url), url=url, title="The pier")
            store.records.put(
                NewRecord(article.id, url, True, url, None, article.model_dump_json()), 1
            )
            end(store, runs[0], url, "ok", record=article.id)
        store.records.mark_duplicates({id_of(COPY): id_of(STORY)})
        store.records.mark_vanished(id_of(STORY), STORY, runs[1])
        end(store, runs[1], STORY, "not-found", "status 404", id_of(STORY), due=90_000.0)
        end(store, runs[0], ABOUT, "ok", LIST)
        end(store, runs[1], ABOUT, "not-modified")
    return folder


@pytest.mark.parametrize(
    "url, state, reason",
    [
        (STORY, "failed", None),
        (COPY, "done", None),
        (ABOUT, "done", LIST),
        (DEEP, "too deep", "it lies deeper than max_depth allows"),
        (NEXT, "queued", None),
        (A + "x/x/x/x", "unknown", "the path repeats 'x': it looks like a trap, and such links are not taken"),
    ],
)  # fmt: skip
def test_where_a_page_stands_and_why(folder, url, state, reason):
    found = read_page_status(folder, url)
    assert (found.state, found.reason) == (state, reason)


def test_what_was_never_met_is_held_against_the_scope_where_the_job_is_known(folder):
    job = CrawlJob(name="study", seeds=[A], deny=["/shop/"])
    assert "name the job's file" in read_page_status(folder, A + "shop/1").reason
    assert "allow and deny leave it out" in read_page_status(folder, A + "shop/1", job).reason
    assert read_page_status(folder, A + "other", job).reason.startswith("nothing that was read")


def test_what_is_no_address_and_a_job_that_never_ran_are_told(folder):
    with pytest.raises(InputError, match="no web address"):
        read_page_status(folder, "story")
    with pytest.raises(InputError, match="crawl it first"):
        read_page_status(folder / "none", STORY)


@pytest.fixture
def told(folder, capsys):
    def do(*words):
        with pytest.raises(SystemExit) as ended:
            main(["status", str(folder), *words])
        assert ended.value.code == 0
        return capsys.readouterr().out

    return do


def test_people_get_lines(told):
    assert told(STORY + "#top").splitlines() == [
        f"{STORY}: failed, 1 link deep",
        f"  record {id_of(STORY)}: new in run 1",
        "  the page vanished in run 2; its record stays in the exports",
        "  1970-01-01 02:00 UTC  run 2  not-found: status 404",
        "  1970-01-01 01:00 UTC  run 1  ok",
        "  asked for again from 1970-01-02 01:00 UTC on",
    ]
    assert f"left out of exports: it repeats the text of record {id_of(STORY)}" in told(COPY)
    assert f"  no record: {LIST}\n" in told(ABOUT)
    assert told(NEXT) == f"{NEXT}: queued, 1 link deep\n"


def test_machines_get_json(told):
    found = json.loads(told(STORY, "--json"))
    assert found["due"] == "1970-01-02T01:00:00+00:00"
    assert [fetch["outcome"] for _, fetch in found["fetches"]] == ["not-found", "ok"]
    assert found["record"]["vanished_run"] == 2
