"""Cited works completed from a server on loopback that answers as Crossref does."""

import json
import sqlite3

import pytest
from typer.testing import CliRunner

from schemas import Article, Name, Reference
from scraper.cli import app
from scraper.enrich import Tally, complete_record, open_works
from scraper.errors import HttpStatusError, NetworkError, StoreError

DOI = "10.5555/quay.12(3)"
PATH = "/works/10.5555/quay.12%283%29"
MESSAGE = {
    "title": ["The Salt of Harbours"],
    "author": [{"family": "Finch", "given": "Ada"}],
    "container-title": ["Journal of Quays"],
    "issued": {"date-parts": [[2019]]},
    "volume": "12",
}


def article(**fields):
    entry = Reference.model_validate({"text": "Finch, Salt.", "DOI": DOI, **fields})
    return Article(id="a1", url="https://paper.example/a", references=[entry])


@pytest.fixture
def answer(httpserver):
    def put(**options):
        httpserver.expect_request("/works/" + DOI).respond_with_json(
            {"status": "ok", "message": MESSAGE}, **options
        )

    return put


@pytest.fixture
def works(httpserver, tmp_path):
    with open_works(
        tmp_path / "works.db", "ada@quay.example", httpserver.url_for("/works"), delay_s=0
    ) as opened:
        opened._sleep = lambda seconds: None
        yield opened


def test_empty_fields_are_filled_and_marked(answer, works, httpserver):
    answer()
    record = complete_record(article(), works, Tally())
    entry = record.references[0]
    assert (entry.title, entry.issued, entry.volume) == ("The Salt of Harbours", "2019", "12")
    assert entry.author == [Name(family="Finch", given="Ada")]
    evidence = record.evidence["references.0.title"]
    assert (evidence.source, evidence.where) == ("doi", httpserver.url_for(PATH))


def test_what_the_page_prints_stays(answer, works):
    answer()
    printed = article(title="Salt of harbours, the", issued="2018", container_title="J. Quays")
    record = complete_record(printed, works, Tally())
    entry = record.references[0]
    assert (entry.title, entry.issued, entry.container_title) == (
        "Salt of harbours, the",
        "2018",
        "J. Quays",
    )
    assert sorted(record.evidence) == ["references.0.author", "references.0.volume"]


def test_another_work_completes_nothing(answer, works):
    answer()
    tally = Tally()
    printed = article(title="Bees of the northern heath")
    assert complete_record(printed, works, tally) == printed
    assert (tally.other_work, tally.completed) == (1, 0)


def test_volumes_of_another_journal_are_left_out(answer, works):
    answer()
    record = complete_record(article(container_title="Annals of Rope"), works, Tally())
    assert record.references[0].volume is None


def test_requests_name_a_contact_and_are_made_once(answer, works, httpserver):
    answer()
    for _ in range(3):
        complete_record(article(), works, Tally())
    assert works.requests == 1
    request, _ = httpserver.log[0]
    assert "mailto:ada@quay.example" in request.headers["user-agent"]


def test_an_old_answer_is_asked_for_with_its_tag(answer, works, httpserver):
    answer(headers={"etag": '"v1"'})
    works.find(DOI)
    works._now = lambda: 9e9
    httpserver.clear()
    httpserver.expect_request("/works/" + DOI, headers={"if-none-match": '"v1"'}).respond_with_data(
        status=304
    )
    assert works.find(DOI)["volume"] == "12"
    assert works.find(DOI)["volume"] == "12"
    assert works.requests == 2


def test_an_unknown_work_is_remembered_as_such(works, httpserver):
    httpserver.expect_request("/works/" + DOI).respond_with_data("no", status=404)
    tally = Tally()
    for _ in range(2):
        assert complete_record(article(), works, tally) == article()
    assert (tally.unknown, works.requests) == (2, 1)


def test_a_busy_server_is_asked_again_when_it_says(answer, works, httpserver):
    waits = []
    works._sleep = waits.append
    httpserver.expect_ordered_request("/works/" + DOI).respond_with_data(
        status=429, headers={"retry-after": "7"}
    )
    httpserver.expect_ordered_request("/works/" + DOI).respond_with_json({"message": MESSAGE})
    assert works.find(DOI)["volume"] == "12"
    assert 7.0 in waits


@pytest.mark.parametrize("status, requests", [(503, 4), (403, 1)])
def test_an_api_that_refuses_ends_the_run(status, requests, works, httpserver):
    httpserver.expect_request("/works/" + DOI).respond_with_data(status=status)
    with pytest.raises(HttpStatusError, match=str(status)):
        works.find(DOI)
    assert works.requests == requests


def test_an_api_that_cannot_be_reached(tmp_path):
    with open_works(tmp_path / "w.db", "https://me.example", "http://127.0.0.1:9/", delay_s=0) as w:
        w._sleep = lambda seconds: None
        with pytest.raises(NetworkError, match="cannot be reached"):
            w.find(DOI)


@pytest.mark.parametrize("content", ["[]", "nonsense", '{"message": [1]}'])
def test_an_answer_in_another_form_completes_nothing(content, works, httpserver):
    httpserver.expect_request("/works/" + DOI).respond_with_data(content)
    assert complete_record(article(), works, Tally()) == article()


def test_a_cache_that_is_no_database(tmp_path):
    (tmp_path / "works.db").write_bytes(b"no database at all, but long enough to be read as one")
    with (
        pytest.raises(StoreError, match="--cache"),
        open_works(tmp_path / "works.db", "me@x.example"),
    ):
        pass


def test_requests_keep_their_distance(answer, httpserver, tmp_path):
    answer()
    waits = []
    with open_works(tmp_path / "w.db", "a@x.example", httpserver.url_for("/works"), delay_s=5) as w:
        w._sleep = waits.append
        w._now = lambda: 100.0
        w.find(DOI)
        with sqlite3.connect(tmp_path / "w.db") as cache:
            cache.execute("DELETE FROM works")
        w.find(DOI)
    assert waits == [0.0, 5.0]


def test_the_command_writes_a_file_beside_the_records(answer, httpserver, tmp_path):
    answer()
    (tmp_path / "articles.jsonl").write_text(article().model_dump_json() + "\n", encoding="utf-8")
    options = ["--contact", "me@x.example", "--api", httpserver.url_for("/works"), "--delay", "0"]
    done = CliRunner().invoke(app, ["enrich", str(tmp_path / "articles.jsonl"), *options])
    assert done.exit_code == 0, done.output
    assert "1 of 1 entries with a DOI completed" in done.output
    line = json.loads((tmp_path / "articles.enriched.jsonl").read_text(encoding="utf-8"))
    assert line["references"][0]["title"] == "The Salt of Harbours"
    assert line["evidence"]["references.0.title"]["source"] == "doi"
