import sqlite3
from contextlib import closing

import pytest

from schemas import Article, Author, Evidence, Quote
from scraper.load import Source
from scraper.review import query as query_module
from scraper.review.desk import Desk, Setting
from scraper.review.query import (
    PAGE_ROWS,
    SORTS,
    Query,
    count,
    find_numbers,
    iter_ids,
    read_query,
    to_match,
)


def article(number):
    return Article(
        id=f"a{number:03}",
        title=f"{'Éclair' if number % 2 else 'Roof'} number {number:03}",
        authors=[Author(name="Ada Lund")] if number % 3 == 0 else [],
        date_published=f"20{10 + number % 10}-0{1 + number % 9}-11" if number % 5 else None,
        language="de-AT" if number % 4 == 0 else "en",
        site_name=f"Site {number % 3}",
        body="The pier is old. " * (number + 1),
        word_count=4 * (number + 1),
        quotes=[Quote(text="It creaks", speaker="Jo Holt")] if number % 7 == 0 else [],
        evidence={"title": Evidence(source="meta", confidence=(number % 10) / 10)},
    )


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    path = tmp_path_factory.mktemp("query") / "a.jsonl"
    path.write_text("".join(article(n).model_dump_json() + "\n" for n in range(100)))
    with Desk(Setting(Source(path), "Tess")) as desk:
        desk.update()
        yield desk.db


def find(db, query):
    return query_module.find(db, query, find_numbers(db, query, query_module.COUNTED))


def neighbours(db, query, article):
    numbers = find_numbers(db, query, query_module.COUNTED)
    return query_module.neighbours(db, query, article, numbers)


@pytest.fixture(params=["few", "few with a frequent word", "many"])
def plan(request, monkeypatch):
    """Answer as for few articles, which are sorted, or for many, where an order is walked."""
    if request.param == "many":
        monkeypatch.setattr(query_module, "COUNTED", 0)
    elif request.param != "few":
        monkeypatch.setattr(query_module, "_search_leads", lambda *_: False)


def ids(db, **parts):
    return list(iter_ids(db, Query(**parts)))


@pytest.mark.parametrize(
    "parts, holds",
    [
        ({"words": "eclair"}, lambda n: n % 2),
        ({"words": "ROOF num"}, lambda n: n % 2 == 0),
        ({"words": '"number 042"'}, lambda n: n == 42),
        ({"words": "number -roof"}, lambda n: n % 2),
        ({"words": "speaker:holt"}, lambda n: n % 7 == 0),
        ({"words": "title:pier"}, lambda n: False),
        ({"words": "text:pier author:lund"}, lambda n: n % 3 == 0),
        ({"author": "ada lund"}, lambda n: n % 3 == 0),
        ({"site": "Site 1"}, lambda n: n % 3 == 1),
        ({"language": "de"}, lambda n: n % 4 == 0),
        ({"since": "2015"}, lambda n: n % 5 and n % 10 >= 5),
        ({"until": "2012"}, lambda n: n % 5 and n % 10 <= 2),
        ({"until": "2012-03"}, lambda n: n % 5 and (n % 10 < 2 or (n % 10 == 2 and n % 9 <= 2))),
        ({"since": "2012-03-12", "until": "2012-04-11"}, lambda n: n % 10 == 2 and n % 9 == 3),
        ({"since": "soon", "until": "2012-13"}, lambda n: True),
        ({"has": ("quotations",)}, lambda n: n % 7 == 0),
        ({"missing": ("authors",)}, lambda n: n % 3),
        ({"missing": ("authors", "date_published")}, lambda n: n % 3 and n % 5 == 0),
        ({"below": "50"}, lambda n: n % 10 < 5),
        ({"below": "x"}, lambda n: True),
    ],
)
@pytest.mark.usefixtures("plan")
def test_a_filter_finds_what_it_says(db, parts, holds):
    wanted = [f"a{n:03}" for n in range(100) if holds(n)]
    assert ids(db, **parts) == wanted
    assert count(db, Query(**parts)) == len(wanted)
    rows = find(db, Query(**parts, sort="oldest")).rows
    assert {row["id"] for row in rows} <= set(wanted)
    assert len(rows) == min(len(wanted), PAGE_ROWS)


@pytest.mark.parametrize("words", ['"', "-", "-roof", "()", "* OR :", 'title:"', "NEAR(", "日本"])
def test_no_words_can_break_the_search(db, words):
    find(db, Query(words=words))


@pytest.mark.parametrize("words", ["", "pier"])
@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.usefixtures("plan")
def test_pages_hold_every_article_once_and_lead_back(db, sort, words):
    query, seen, pages = Query(sort=sort, words=words), [], []
    while True:
        found = find(db, query)
        pages.append([row["id"] for row in found.rows])
        seen += pages[-1]
        if not found.next:
            break
        query = Query(sort=sort, words=words, after=found.next)
    assert (len(seen), len(set(seen)), count(db, query)) == (100, 100, 100)
    assert [len(page) for page in pages] == [PAGE_ROWS, PAGE_ROWS, 100 - 2 * PAGE_ROWS]
    back = find(db, Query(sort=sort, words=words, before=found.previous))
    assert [row["id"] for row in back.rows] == pages[1]
    first = find(db, Query(sort=sort, words=words, before=back.previous))
    assert ([row["id"] for row in first.rows], first.previous) == (pages[0], "")


@pytest.mark.usefixtures("plan")
def test_the_newest_come_first_and_what_has_no_date_last(db):
    dates = [row["date"] for row in find(db, Query(words="pier", until="2013")).rows]
    assert dates == sorted(dates, reverse=True)
    assert len(dates) == 30
    last = find(db, Query(sort="oldest", words="roof")).rows[:10]
    assert [row["date"] for row in last] == [""] * 10


@pytest.mark.parametrize("sort", ["title", "newest"])
@pytest.mark.usefixtures("plan")
def test_neighbours_are_those_of_the_list(db, sort):
    query = Query(sort=sort, words="roof")
    rows = [row["id"] for row in find(db, query).rows]
    assert neighbours(db, query, rows[3]) == (rows[2], rows[4])
    assert neighbours(db, query, rows[0])[0] == ""
    assert neighbours(db, query, "none") == ("", "")


@pytest.mark.parametrize("cursor", ["x", "////", "W10", "eyJhIjoxfQ", "WzEsICJhIl0"])
def test_a_cursor_that_is_none_is_the_first_page(db, cursor):
    assert find(db, Query(after=cursor)).rows == find(db, Query()).rows


def test_links_leave_out_what_does_not_matter():
    query = read_query(
        {"words": " pier ", "sort": "bogus", "change": "eaten", "after": "abc"},
        {"has": ["bios", "wings"], "missing": ["title", "x"]},
    )
    assert query.link() == "/?words=pier&has=bios&missing=title"
    assert query.link(words="", has=(), missing=()) == "/"
    assert query.link(sort="title") == "/?words=pier&has=bios&missing=title&sort=title"


def test_words_become_an_expression():
    assert to_match(Query()) is None
    assert to_match(Query(words="-only")) is None
    assert to_match(Query(words='a "b c"')) == '"a" AND "b c"'
    assert to_match(Query(words='a "b c" -d title:e')) == (
        '("a" AND "b c" AND title : "e"*) NOT ("d")'
    )


def test_numbering_ends_where_it_does_not_matter(db):
    assert find_numbers(db, Query(words="pier"), 99) is None
    assert len(find_numbers(db, Query(words="pier"), 100)) == 100
    assert len(find_numbers(db, Query(words="pier", has=("quotations",)), 50)) == 15
    assert count(db, Query(words="pier")) == 100


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"words": "the"},
        {"words": "pier", "has": ("quotations",)},
        {"since": "2012"},
        {"below": "90"},
        {"has": ("quotations",)},
        {"site": "Site 1", "missing": ("authors",)},
    ],
    ids=str,
)
def test_many_articles_are_never_sorted(db, monkeypatch, sort, parts):
    monkeypatch.setattr(query_module, "COUNTED", 0)
    asked = Query(sort=sort, **parts)
    after = find(db, asked).rows[5]
    statements = []
    db.set_trace_callback(statements.append)
    find(db, asked)
    neighbours(db, asked, after["id"])
    db.set_trace_callback(None)
    walks = [text for text in statements if "sort_value" in text]
    assert len(walks) == 3
    for text in walks:
        steps = " ".join(row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {text}"))
        assert "TEMP B-TREE" not in steps


def test_the_index_can_be_read_by_another_connection(db, tmp_path):
    (path,) = [row[2] for row in db.execute("PRAGMA database_list") if row[1] == "main"]
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as other:
        assert len(list(iter_ids(other, Query()))) == 100
