import json
from datetime import UTC, datetime

import pytest

from schemas import Article
from scraper.errors import InputError
from scraper.history import first_run_since, iter_histories, read_history
from scraper.store import Candidate, NewRecord, Store
from scraper.urls import id_of

URL = "https://a.example/story"


def record(title, url=URL, body="It was so.", **keys):
    article = Article(id=id_of(url), url=url, canonical_url=url, title=title, body=body, **keys)
    return NewRecord(article.id, url, True, title + body, None, article.model_dump_json())


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "pullquote.db") as store, store.transaction():
        store.frontier.add([Candidate(URL)])
        yield store


def test_a_record_that_never_changed_has_one_version(store):
    store.records.put(record("Old"), 1)
    history = read_history(store, URL)
    assert [(v.number, v.run, v.changed) for v in history.versions] == [(1, 1, ())]
    assert (history.url, history.is_current, history.vanished_run) == (URL, True, None)
    assert list(iter_histories(store)) == []


def test_versions_say_when_and_what_changed(store):
    store.records.put(record("Old"), 1)
    store.records.put(record("New", tags=["sea"]), 3)
    store.records.put(record("New", tags=["sea"], body="It was not so."), 7)
    history = read_history(store, id_of(URL))
    assert [(v.number, v.run, v.changed) for v in history.versions] == [
        (1, 1, ()),
        (2, 3, ("title", "tags")),
        (3, 7, ("body",)),
    ]
    assert history.version(-1).article.body == "It was not so."
    assert history.version(1) == history.version(-3)


def test_what_vanished_is_told(store):
    store.records.put(record("Old"), 1)
    store.records.mark_vanished(id_of(URL), URL, 4)
    (history,) = iter_histories(store)
    assert (history.vanished_run, history.is_current) == (4, True)


def test_what_no_page_gives_any_more_is_history(store):
    store.records.put(record("Old"), 1)
    store.records.retire(id_of(URL), 2)
    (history,) = iter_histories(store)
    assert (history.is_current, history.version(-1).article.title) == (False, "Old")


def test_a_record_is_found_by_any_url_that_led_to_it(store):
    store.records.put(record("Old"), 1)
    assert read_history(store, URL + "?utm_source=x#top").id == id_of(URL)


@pytest.mark.parametrize("key", ["77aa", "https://b.example/"])
def test_what_is_no_record_is_named(store, key):
    with pytest.raises(InputError, match="no record of it"):
        read_history(store, key)


@pytest.mark.parametrize("number", [0, 2, -2])
def test_a_version_that_is_not_there_is_named(store, number):
    store.records.put(record("Old"), 1)
    with pytest.raises(InputError, match="versions 1 to 1"):
        read_history(store, URL).version(number)


def test_all_versions_have_ids_of_their_own(store):
    store.records.put(record("Old"), 1)
    store.records.put(record("New"), 2)
    store.records.put(record("Gone", "https://a.example/gone"), 1)
    store.records.retire(id_of("https://a.example/gone"), 2)
    found = {article.id: article.title for article in store.iter_versions(with_duplicates=False)}
    own, gone = id_of(URL), id_of("https://a.example/gone")
    assert found == {f"{own}.1": "Old", own: "New", f"{gone}.1": "Gone"}
    assert [a.title for a in store.iter_articles(with_duplicates=False)] == ["New"]


def test_copies_are_left_out_with_their_versions(store):
    store.records.put(record("Old"), 1)
    store.records.put(record("New"), 2)
    store.records.mark_duplicates({id_of(URL): "77aa"})
    assert list(store.iter_versions(with_duplicates=False)) == []
    copies = list(store.iter_versions(with_duplicates=True))
    assert [article.duplicate_of for article in copies] == [None, "77aa"]


def test_versions_as_json_are_articles(store):
    store.records.put(record("Old"), 1)
    store.records.put(record("New"), 2)
    (version,) = store.records.versions(id_of(URL))
    assert json.loads(version.json)["title"] == "Old"


def test_what_is_new_changed_or_vanished_since_a_run(store):
    other, gone = URL + "/2", URL + "/3"
    store.records.put(record("Old"), 1)
    store.records.put(record("Gone", gone), 1)
    store.records.put(record("New", tags=["sea"]), 2)
    store.records.put(record("Newer", tags=["sea"]), 3)
    store.records.put(record("Other", other), 3)
    store.records.mark_vanished(id_of(gone), gone, 3)
    found = [(h.url, h.change_since(3), h.fields_since(3)) for h in iter_histories(store, 3)]
    assert found == [
        (other, "new", ()), (URL, "changed", ("title",)), (gone, "vanished", ()),
    ]  # fmt: skip
    assert list(iter_histories(store, 4)) == []


@pytest.mark.parametrize(
    "since, expected",
    [("2024-05-01", 1), ("2024-05-02", 2), ("2024-05-02T08:00:00+02:00", 2), ("1d", 2), ("2d", 1),
     ("2024-05-04", 3)],
)  # fmt: skip
def test_a_time_names_the_first_run_that_was_not_over(store, since, expected):
    days = [datetime(2024, 5, day, 6, tzinfo=UTC).timestamp() for day in (1, 2)]
    for day in days:
        run = store.runs.begin(day)
        store.runs.finish(run.id, day + 3600, None)
    assert first_run_since(store, since, days[1] + 4000) == expected


def test_what_is_no_time_is_told(store):
    with pytest.raises(InputError, match="'yesterday' is no time; write 2026-11-26 or an age"):
        first_run_since(store, "yesterday", 0.0)
