import json
import random
import tracemalloc

import pytest

from schemas import FetchRecord
from scraper.crawler.notices import Member, _names_story, find_notices, hold_notices, key_of_text
from scraper.store import Candidate, ChangedPage, NewRecord, Notice, Store, Visit

WALL = "Choose how we may use what you leave here, then read on."
TITLE = "Before you read"
LETTERS = str.maketrans("0123456789", "abcdefghij")
SLUGS = ["old-ferry", "new-bridge", "last-train", "first-snow", "long-night", "deep-well"]


def member(url, before=None, *, is_known=None, text=WALL, title=TITLE, image=""):
    known = before is not None if is_known is None else is_known
    page = ChangedPage(1, hash(url), 1, url, url[-8:], known, None, None, None)
    return Member(page, text, title, before, image)


def known(count):
    return [member(f"https://a.example/{slug}", slug.encode()) for slug in SLUGS[:count]]


def new(*paths, **keys):
    return [member(f"https://a.example{path}", **keys) for path in paths]


def grown(title):
    """A story at four addresses, each of which had another state of it."""
    paths = [f"/{part}/the-old-ferry-sails" for part in ("news", "print", "amp", "top")]
    return [member(f"https://a.example{path}", path.encode(), title=title) for path in paths]


STORIES = [f"/2026/{slug}" for slug in SLUGS]
IDS = [f"/story?id=10007{n}" for n in range(6)]


@pytest.mark.parametrize(
    "members, expected",
    [
        (known(3), 3),
        (known(2), 0),
        (known(2) + new("/"), 3),
        (known(1) + new("/", "/about"), 0),
        ([member(f"https://a.example/{n}/ferry", b"ferry") for n in range(4)], 0),
        ([*known(2), member("https://a.example/x", is_known=True)], 3),
        (new(*STORIES), 6),
        (new(*IDS), 6),
        (new(*STORIES[:4]), 0),
        (new(*(f"/{part}/old-ferry" for part in "abcdef")), 0),
        (new(*(f"/class-of-yoga-{n}" for n in range(6)), title="Yoga"), 0),
        ([m for n, path in enumerate(STORIES) for m in new(path, title=f"Part {n}")], 0),
        ([m for n, path in enumerate(STORIES) for m in new(path, text=f"{WALL} {n}")], 0),
        ([m for n, path in enumerate(IDS) for m in new(path, image=f"/{n}.jpg")], 0),
        ([m for path in STORIES for text in "ab" for m in new(f"{path}-{text}", text=text)], 12),
        (grown("The old ferry sails"), 0),
        (grown("The ferry"), 4),
        ([*grown("The old ferry sails"), *known(2)], 6),
        (known(3) + [m for n in range(3) for m in new(IDS[n], title=f"Vote{n}x")], 6),
        (known(3) + [m for title in ("Ash", "Elm") for m in new("/x", title=title)], 3),
        ([], 0),
    ],
    ids=[
        "three stories replaced",
        "two stories merged",
        "two stories and the front page",
        "one story and new pages",
        "addresses of one story",
        "two stories and one that said so before",
        "new stories",
        "new stories by number",
        "few new stories",
        "one new story in many places",
        "new pages that are what they are called",
        "new pages with titles of their own",
        "new pages that are nearly alike",
        "pictures with one title and no text",
        "two notices on new pages",
        "addresses of a story that had different states of it",
        "a notice with a title of words that all addresses have",
        "such addresses and others with another title",
        "stories replaced and new ones whose titles differ in a number",
        "stories replaced and new ones with titles of their own",
        "none",
    ],
)
def test_what_makes_a_text_of_several_pages_a_notice(members, expected):
    assert len(find_notices(members)) == expected
    shuffled = random.Random(1).sample(members, len(members))
    assert len(find_notices(shuffled)) == expected


@pytest.mark.parametrize(
    "piece, is_named",
    [("the-ferry-sails", True), ("ab1de-101", False), ("ferry-sails", False),
     ("%E6%B8%A1%E8%88%B9%E4%BB%8A%E6%97%A5%E5%81%9C%E8%88%AA", True), ("%E6%96%B0%E8%81%9E-20", False)],
)  # fmt: skip
def test_a_story_is_named_in_words_of_any_script(piece, is_named):
    assert _names_story(f"https://a.example/2026/{piece}") is is_named


def test_times_and_numbers_tell_no_text():
    first, second = "Back at 14:30. Incident 7f3a9c2.", "back at 16:05 - incident 11bd0e4"
    assert key_of_text(first) == key_of_text(second) != key_of_text("Back tomorrow")
    assert key_of_text(" 12:30 ") is None


def test_many_pages_with_texts_of_their_own_are_not_kept_in_memory(tmp_path):
    count, size = 2_000, 4_000
    with Store(tmp_path / "x.db") as store, store.transaction():
        run = store.runs.begin(1.0)
        urls = [f"https://a.example/photo/{n}" for n in range(count)]
        store.frontier.add([Candidate(url) for url in urls])
        for number, url in enumerate(urls):
            text = json.dumps({"body": f"photo p{number}x".translate(LETTERS), "more": "x" * size})
            store.records.put(NewRecord(url, url, True, "d", None, text), run.id)
            fetch = fetch_of(url)
            target = store.frontier.target_of(url)
            store.runs.log_fetch(run.id, target, fetch, Visit(1.0, 1.0, 1.0))
        tracemalloc.start()
        assert hold_notices(store, run.id, {}, 60.0, 2.0) == []
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert most < count * size / 10


def test_a_run_that_is_told_to_stop_looks_for_notices_no_longer(tmp_path):
    with Store(tmp_path / "x.db") as store, store.transaction():
        run = store.runs.begin(1.0)
        url = "https://a.example/photo"
        store.frontier.add([Candidate(url)])
        store.records.put(NewRecord(url, url, True, "d", None, "{}"), run.id)
        target = store.frontier.target_of(url)
        store.runs.log_fetch(run.id, target, fetch_of(url), Visit(1.0, 1.0, 1.0))
        with pytest.raises(ZeroDivisionError):
            hold_notices(store, run.id, {}, 60.0, 2.0, lambda: 1 / 0)


def fetch_of(url):
    return FetchRecord(
        url=url, host="a.example", kind="page", depth=1, outcome="ok", status=200,
        started_at="2026-01-01T00:00:00Z", elapsed_s=0.1, attempts=1, article_id=url,
    )  # fmt: skip


def test_of_a_host_the_latest_notices_are_remembered(tmp_path):
    with Store(tmp_path / "x.db") as store, store.transaction():
        for day in range(20):
            store.notices.remember(1, Notice(b"%d" % day, None), float(day))
        store.notices.remember(2, Notice(b"other", b"sign"), 3.0)
        store.notices.remember(1, Notice(b"12", None), 30.0)
        assert {notice.key for notice in store.notices.known(0.0)[1]} == {
            b"12", *(b"%d" % day for day in range(13, 20)),
        }  # fmt: skip
        assert store.notices.known(0.0)[2] == [Notice(b"other", b"sign")]
        assert store.notices.known(25.0) == {1: [Notice(b"12", None)]}
