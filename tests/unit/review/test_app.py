import json
from urllib.parse import quote

import pytest

from schemas import Article
from scraper.corrections import CorrectionLog

ARTICLE = "907eb7b92bb9802a"
SIDE = f"/article/{ARTICLE}?side=fields"


def correct(client, **form):
    return client.post(f"/article/{ARTICLE}/correct?side=fields", form)


def test_the_list_shows_articles_and_counts_them(client, desk):
    html = client.get("/").text
    assert "Seven minutes in June" in html
    assert html.count('class="open"') == min(
        desk.db.execute("SELECT count(*) FROM articles").fetchone()[0], 40
    )


def test_words_and_filters_narrow_the_list(client):
    html = client.get(
        "/?words=phonics&has=citations&site=Northmoor+University&since=2016&until=2016"
    )
    assert "Seven minutes in June" in html.text
    assert "ferry pier" not in html.text
    assert "No article is like that" in client.get("/?words=zeppelin").text


def test_an_article_shows_text_marks_notes_and_the_page(client):
    html = client.get(f"/article/{ARTICLE}").text
    assert '<mark class="quote" id="quote-0"' in html
    assert 'href="/speaker?name=Maureen+Tagg"' in html
    assert 'role="tooltip"' in html
    assert f'<iframe name="saved" src="/page/{ARTICLE}#field-title" sandbox=""' in html


def test_fields_show_evidence_and_forms(client):
    html = client.get(SIDE).text
    assert "heading" in html
    assert 'name="path" value="quotes.0"' in html
    assert 'name="path" value="references.+"' in html


def test_an_unknown_article_is_named(client):
    assert client.get("/article/none").status_code == 404
    assert client.get("/page/none").status_code == 404
    assert client.post("/article/none/correct", {"path": "title"}).status_code == 404


def test_the_saved_page_is_marked(client):
    html = client.get(f"/page/{ARTICLE}").text
    assert '<mark class="pq-quote"' in html
    assert 'data-fields="title"' in html
    assert "<script" not in html


def test_the_place_of_a_corrected_value_is_still_shown(client):
    correct(client, path="title", value="Nine minutes in May")
    assert 'data-fields="title"' in client.get(f"/page/{ARTICLE}").text


def test_a_page_that_is_not_at_hand_is_said_to_be(client, desk):
    other = desk.db.execute(
        "SELECT id FROM articles WHERE site <> 'Northmoor University'"
    ).fetchone()
    assert "not at hand" in client.get(f"/article/{other[0]}").text
    assert client.get(f"/page/{other[0]}").status_code == 404


def test_a_correction_is_kept_shown_and_found(client, desk):
    answer = correct(client, path="title", value="Nine minutes in May")
    assert answer.status_code == 303
    assert answer.headers["location"].endswith("#f-title")
    html = client.get(SIDE).text
    assert "corrected by Tess, 2026-11-26" in html
    assert "Nine minutes in May" in client.get("/?words=nine+minutes&has=corrections").text
    assert "Nine minutes in May" in client.get("/corrections").text
    kept = CorrectionLog(desk.log.path).of(ARTICLE)
    assert [(c.old, c.new, c.who) for c in kept] == [
        ("Seven minutes in June: what the phonics check is for", "Nine minutes in May", "Tess")
    ]


def test_the_value_of_the_extraction_takes_a_correction_back(client, desk):
    correct(client, path="section", value="Schools")
    assert [kept.old for kept in desk.log.of(ARTICLE)] == ["Blog"]
    correct(client, path="section", value="Blog")
    assert desk.log.of(ARTICLE) == []


def test_saving_without_a_change_keeps_nothing(client, desk):
    correct(client, path="title", value="Seven minutes in June: what the phonics check is for ")
    assert len(desk.log) == 0


def test_a_date_that_is_none_is_explained_in_the_form(client, desk):
    answer = correct(client, path="date_published", value="8 March")
    assert answer.status_code == 422
    assert "Write a date as 2016, 2016-03" in answer.text
    assert 'value="8 March"' in answer.text
    assert len(desk.log) == 0


def test_entries_are_corrected_removed_and_added(client, desk):
    correct(client, path="quotes.1", speaker="Robin Pellow")
    correct(client, path="authors.0", action="remove")
    correct(client, path="quotes.+", text="That is not reading.", speaker="Helen Marrow")
    record = desk.draft(ARTICLE).applied.record
    assert [q.speaker for q in record.quotes][1:3] == ["Helen Marrow", "Robin Pellow"]
    assert record.authors == []
    assert "Robin Pellow" in client.get("/speaker?name=Robin+Pellow").text


def test_words_that_are_not_there_cannot_be_added(client):
    answer = correct(client, path="quotes.+", text="Not on this page")
    assert answer.status_code == 422
    assert "do not stand in the body" in answer.text


def test_a_correction_can_be_taken_back(client, desk):
    correct(client, path="title", value="Nine minutes")
    form = {"place": "('title', None)", "action": "withdraw"}
    assert client.post(f"/article/{ARTICLE}/settle", form).status_code == 303
    assert desk.log.of(ARTICLE) == []
    assert client.post(f"/article/{ARTICLE}/settle", form).status_code == 404


def test_a_correction_outlives_a_new_extraction_and_shows_the_conflict(client, desk, folder):
    correct(client, path="title", value="Nine minutes")
    lines = (
        (folder / "articles.jsonl")
        .read_text()
        .replace(
            '"title":"Seven minutes in June: what the phonics check is for"',
            '"title":"Six minutes"',
        )
    )
    (folder / "articles.jsonl").write_text(lines)
    desk.update()
    html = client.get(SIDE).text
    assert "the extraction now gives “<bdi>Six minutes</bdi>”" in html
    assert "Nine minutes" in client.get("/?has=conflicts").text
    form = {"place": "('title', None)", "action": "confirm", "then": "corrections"}
    assert client.post(f"/article/{ARTICLE}/settle", form).headers["location"] == "/corrections"
    assert "the extraction now gives" not in client.get("/corrections").text
    assert desk.draft(ARTICLE).applied.record.title == "Nine minutes"


def test_a_corrected_page_becomes_a_fixture(client, folder):
    correct(client, path="title", value="Nine minutes")
    answer = client.post(f"/article/{ARTICLE}/fixture", {})
    assert "saved+as+fixture" in answer.headers["location"]
    (record,) = (folder / "fixtures").rglob("*.json")
    assert json.loads(record.read_text())["title"] == "Nine minutes"
    correct(client, path="section", value="Schools")
    client.post(f"/article/{ARTICLE}/fixture", {})
    assert json.loads(record.read_text())["section"] == "Schools"


def test_a_page_that_is_not_at_hand_cannot_become_a_fixture(client, desk):
    other = desk.db.execute(
        "SELECT id FROM articles WHERE site <> 'Northmoor University'"
    ).fetchone()
    answer = client.post(f"/article/{other[0]}/fixture", {})
    assert (answer.status_code, "--pages" in answer.text) == (400, True)


def test_what_was_found_is_exported_with_its_corrections(client, folder):
    correct(client, path="title", value="Nine minutes")
    assert "Export 1 article" in client.get("/export?words=title:%22nine+minutes%22").text
    answer = client.post("/export?words=title:%22nine+minutes%22", {"to": "jsonl"})
    assert 'href="/export/articles.jsonl"' in answer.text
    data = client.get("/export/articles.jsonl").content
    record = Article.model_validate_json(data)
    assert (record.title, record.evidence["title"].source) == ("Nine minutes", "correction")
    assert client.get("/export/none.csv").status_code == 404
    assert client.post("/export", {}).status_code == 400


@pytest.mark.parametrize("name", ["..%2farticles.jsonl", "%2e%2e%2farticles.index.db"])
def test_only_exported_files_are_sent(client, name):
    assert client.get(f"/export/{name}").status_code == 404


def test_the_overview_counts(client):
    html = client.get("/overview").text
    assert "Most quoted" in html
    assert 'href="/speaker?name=Ofsted"' in html
    assert "<svg" in html


def test_a_work_shows_who_cites_it(client, desk):
    key = desk.db.execute("SELECT key FROM works WHERE text LIKE 'Quill%'").fetchone()[0]
    html = client.get(f"/work?key={quote(key)}").text
    assert "Seven minutes in June" in html
    assert "Cited by" in html
    assert "No such work" in client.get("/work?key=none").text


@pytest.mark.parametrize("date", ["2024-13-45", "2023-02-29", "yesterday"])
def test_a_date_that_the_calendar_lacks_is_refused_and_the_article_still_opens(client, date):
    refused = correct(client, path="date_published", value=date, action="save")
    assert "Write a date as 2016, 2016-03" in refused.text
    assert 'class="source corrected"' not in client.get(f"/article/{ARTICLE}?side=fields").text


@pytest.mark.parametrize("date", ["2024-13-45", "2023-02-29", "yesterday"])
def test_bounds_that_the_calendar_lacks_are_refused_with_what_to_write(client, date):
    for name, label in (("since", "From"), ("until", "To")):
        asked = client.get(f"/?{name}={date}")
        assert asked.status_code == 422
        assert f"{label} {date}: write a date as 2024, 2024-01 or 2024-01-31." in asked.text
        assert 'class="open"' not in asked.text
        assert client.get(f"/export?{name}={date}").status_code == 400
        assert client.post(f"/export?{name}={date}", {"to": "jsonl"}).status_code == 400
    assert client.get("/?since=2024&until=2024-02-29").status_code == 200


def test_works_that_are_each_cited_once_are_not_ranked(folder, extracted, request):
    own = [line for line in extracted.splitlines() if json.loads(line)["id"] == ARTICLE]
    (folder / "articles.jsonl").write_text(own[0] + "\n", encoding="utf-8")
    html = request.getfixturevalue("client").get("/overview").text
    assert "No work is cited by more than one article." in html
    assert 'href="/work?' not in html


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ({"name": "Ada Lund", "given": "Helen", "family": "Marrow"}, ("Ada", "Lund")),
        ({"name": "Ada Lund", "given": "Ada", "family": "van Lund"}, ("Ada", "van Lund")),
        ({"name": "Port Office", "kind": "organization"}, (None, None)),
        ({"name": "Helen Marrow", "given": "", "family": ""}, (None, None)),
        ({"role": "Editor"}, ("Helen", "Marrow")),
    ],
)
def test_the_parts_of_a_name_follow_its_correction(client, desk, form, parts):
    correct(client, path="authors.0", action="save", **form)
    author = desk.draft(ARTICLE).applied.record.authors[0]
    assert (author.given, author.family) == parts


def test_pages_of_a_folder_are_found_by_the_address_it_belongs_to(folder, open_desk):
    (folder / "saved").mkdir()
    (folder / "saved" / "pier.html").write_text("<h1>Pier</h1><p>It creaks.</p>", encoding="utf-8")
    record = Article(id="x", url="https://gazette.example/2024/pier.html")
    (folder / "articles.jsonl").write_text(record.model_dump_json() + "\n", encoding="utf-8")
    desk = open_desk(pages=(folder / "saved",), url="https://gazette.example/2024/")
    assert desk.pages.find(record).content.startswith(b"<h1>Pier")
