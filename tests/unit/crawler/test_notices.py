import random

import pytest

from scraper.crawler.notices import Member, find_notices, key_of_text
from scraper.store import ChangedPage, Notice, Store

WALL = "Choose how we may use what you leave here, then read on."
TITLE = "Before you read"
SLUGS = ["old-ferry", "new-bridge", "last-train", "first-snow", "long-night", "deep-well"]


def member(url, before=None, *, is_known=None, text=WALL, title=TITLE):
    known = before is not None if is_known is None else is_known
    page = ChangedPage(1, hash(url), 1, url, url[-8:], known, None, None, None)
    return Member(page, text, title, before)


def known(count):
    return [member(f"https://a.example/{slug}", slug.encode()) for slug in SLUGS[:count]]


def new(*paths, **keys):
    return [member(f"https://a.example{path}", **keys) for path in paths]


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
        "none",
    ],
)
def test_what_makes_a_text_of_several_pages_a_notice(members, expected):
    assert len(find_notices(members)) == expected
    shuffled = random.Random(1).sample(members, len(members))
    assert len(find_notices(shuffled)) == expected


def test_times_and_numbers_tell_no_text():
    first, second = "Back at 14:30. Incident 7f3a9c2.", "back at 16:05 - incident 11bd0e4"
    assert key_of_text(first) == key_of_text(second) != key_of_text("Back tomorrow")
    assert key_of_text(" 12:30 ") is None


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
