import json

import pytest

from schemas import Article
from scraper.store import Candidate, NewRecord, Store
from scraper.urls import id_of

URL = "https://a.example/story"


@pytest.fixture
def job(tmp_path):
    """The output folder of a job with one record in two versions."""
    (tmp_path / "study").mkdir()
    with Store(tmp_path / "study" / "pullquote.db") as store, store.transaction():
        store.frontier.add([Candidate(URL)])
        for run, title in enumerate(("The pier is shut", "The pier is open"), 1):
            moment = f"2024-05-0{run}T08:00:00Z"
            article = Article(id=id_of(URL), canonical_url=URL, title=title, fetched_at=moment)
            text = article.model_dump_json()
            store.records.put(NewRecord(article.id, URL, True, title, None, text), run)
    return tmp_path / "study"


def test_the_versions_of_a_record_are_listed(run, job):
    code, out, _ = run("history", job, URL)
    assert code == 0
    first, second = out.splitlines()[1:]
    assert first.split("  ") == ["", "1", "2024-05-01 08:00 UTC", "run 1", "first version", "The pier is shut"]  # fmt: skip
    assert "run 2  title  The pier is open" in second


def test_what_changed_in_a_job_is_listed(run, job):
    code, out, _ = run("history", job)
    assert (code, out.split()) == (0, [id_of(URL), "2", "versions", URL])


def test_what_happened_since_a_time_is_listed(run, job):
    with Store(job / "pullquote.db") as store, store.transaction():
        for moment in (1e9, 1.1e9):
            store.runs.finish(store.runs.begin(moment).id, moment, None)
    assert run("history", job, "--since", "2003-01-01")[1].split() == [
        "changed",
        id_of(URL),
        URL,
        "title",
    ]
    assert json.loads(run("history", job, "--since", "2001-01-01", "--json")[1])["change"] == "new"
    assert run("history", job, "--since", "1d")[1] == "nothing new\n"
    assert "not both" in run("history", job, URL, "--since", "1d")[2]


def test_a_job_in_which_nothing_changed_says_so(run, tmp_path):
    with Store(tmp_path / "pullquote.db"):
        pass
    assert run("history", tmp_path)[1] == "no record has changed or vanished\n"


def test_two_versions_are_compared(run, job):
    code, out, _ = run("history", job, id_of(URL), "--compare", "-2", "-1")
    assert code == 0
    assert out.split() == ["title", "The", "pier", "is", "[-shut-]{+open+}"]
    assert "same in every field" in run("history", job, URL, "--compare", "1", "1")[1]


def test_machines_get_json(run, job):
    listed = json.loads(run("history", job, URL, "--json")[1])
    assert [version["changed"] for version in listed["versions"]] == [[], ["title"]]
    assert json.loads(run("history", job, "--json")[1]) == listed
    compared = json.loads(run("history", job, URL, "--compare", "1", "2", "--json")[1])
    assert compared["fields"] == {"title": {"old": "The pier is shut", "new": "The pier is open"}}


def test_what_cannot_be_compared_is_named(run, job, tmp_path):
    assert run("history", job, "--compare", "1", "2")[0] == 2
    assert "no record of it" in run("history", job, "77aa")[2]
    lines = tmp_path / "a.jsonl"
    lines.write_text("")
    assert "holds records only" in run("history", lines)[2]


def test_exports_may_hold_all_versions(run, job):
    run("export", job, "--to", "jsonl")
    assert len((job / "articles.jsonl").read_text().splitlines()) == 1
    run("export", job, "--to", "jsonl", "--versions")
    ids = [json.loads(line)["id"] for line in (job / "articles.jsonl").read_text().splitlines()]
    assert ids == [id_of(URL) + ".1", id_of(URL)]
