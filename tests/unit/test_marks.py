"""What the parameters of addresses are for, proved by texts."""

from types import SimpleNamespace

import pytest

from scraper.store import Store
from scraper.store.marks import digest_of

URL = "https://ferries.example/a"
HOLD = 100.0


def text(title, body="The ferry sails.", links="00"):
    return digest_of(f'{{"title": "{title}", "body": "{body}"}}', links * 8)


@pytest.fixture
def marks(tmp_path):
    with Store(tmp_path / "j.db") as store, store.transaction():
        store.frontier.host_id("ferries.example")
        yield store.frontier.marks


def test_a_digest_is_short_and_its_parts_are_not():
    assert len(text("A")) == 4 + 8 + 8
    assert digest_of('{"title": "A", "body": ""}', "00" * 8) is None


def see(marks, query, said, now=0.0):
    return list(marks.see(f"{URL}?{query}", 1, said, now, HOLD))


def prove(marks, now=0.0):
    assert see(marks, "ref=1", text("A"), now) == []
    assert see(marks, "ref=2", text("A"), now) == [URL]
    assert marks.is_judged(URL)
    marks.judge(URL, text("A"), now, HOLD)


def test_two_marks_and_the_address_itself_prove_that_nothing_is_chosen(marks):
    prove(marks)
    assert marks.find_bare(f"{URL}?ref=3", 99.0) == URL
    assert marks.find_bare(f"{URL}?ref=3&page=2", 99.0) == f"{URL}?ref=3&page=2"
    assert marks.find_bare("https://ferries.example/b?ref=3", 99.0).endswith("/b?ref=3")
    assert marks.lines() == [
        "ferries.example: ?ref= chooses nothing at 1 addresses, which say the same without it"
    ]


@pytest.mark.parametrize("bare", [text("B"), None], ids=["another story", "no article"])
def test_an_address_that_says_something_else_is_chosen_from(marks, bare):
    see(marks, "ref=1", text("A"))
    see(marks, "ref=2", text("A"))
    marks.judge(URL, bare, 0.0, HOLD)
    assert marks.find_bare(f"{URL}?ref=3", 1.0) == f"{URL}?ref=3"
    assert see(marks, "ref=3", text("A"), 1.0) == [], "and is not asked again at once"


def test_a_second_title_chooses_and_a_second_text_says_nothing(marks):
    see(marks, "id=1", text("A"))
    see(marks, "id=2", text("B"))
    assert see(marks, "id=3", text("B")) == []
    see(marks, "ref=1", text("A", "Old."))
    assert see(marks, "ref=2", text("A", "New.")) == []
    assert see(marks, "ref=3", text("A", "New.")) == [URL]


def test_a_proof_ends_with_its_time_or_with_another_text_and_holds_longer_each_time(marks):
    prove(marks)
    assert marks.find_bare(f"{URL}?ref=3", HOLD) == f"{URL}?ref=3"
    assert marks.find_bare(f"{URL}?ref=3") == URL, "what was found out last"
    prove(marks, HOLD)
    assert marks.find_bare(f"{URL}?ref=3", 2.9 * HOLD) == URL
    marks.judge(URL, text("A", "Edited."), 2 * HOLD, HOLD)
    assert marks.find_bare(f"{URL}?ref=3", 2 * HOLD) == f"{URL}?ref=3"
    assert marks.find_bare(f"{URL}?ref=3") == URL


def test_other_links_at_once_choose_and_later_say_nothing(marks):
    """Pages of a list may have one opening; a story's box of the latest has others each day."""
    see(marks, "page=2", text("A", links="02"), 1.0)
    see(marks, "page=3", text("A", links="03"), 2.0)
    assert see(marks, "page=4", text("A", links="03"), 3.0) == [], "the first to be the last again"
    day = 86400.0
    see(marks, "ref=1", text("A", links="02"), day)
    see(marks, "ref=2", text("A", links="03"), 2 * day)
    assert see(marks, "ref=3", text("A", links="03"), 2 * day + 1.0) == [URL]


def test_an_address_with_other_links_is_chosen_from(marks):
    see(marks, "page=2", text("A", links="02"))
    see(marks, "page=3", text("A", links="02"))
    marks.judge(URL, text("A", links="01"), 0.0, HOLD)
    assert marks.find_bare(f"{URL}?page=4", 1.0) == f"{URL}?page=4"


def test_an_address_that_did_not_say_what_it_holds_is_asked_for_by_two_further_ones(marks):
    see(marks, "ref=1", text("A"))
    assert see(marks, "ref=2", text("A")) == [URL]
    marks.put_off(URL)
    assert marks.find_bare(f"{URL}?ref=3", 1.0) == f"{URL}?ref=3"
    assert see(marks, "ref=3", text("A"), 1.0) == [URL]


def test_what_was_never_refused_is_not_looked_for_among_all_visits(marks, monkeypatch):
    """A forum has a second title at each of its threads."""
    ran = []
    run = marks._db.execute
    monkeypatch.setattr(
        marks, "_db", SimpleNamespace(execute=lambda *told: (ran.append(told[0]), run(*told))[1])
    )
    see(marks, "page=2", text("A"))
    see(marks, "page=3", text("B"))
    assert not any("visits" in statement for statement in ran)


def test_two_parameters_that_both_change_are_left_out_together(marks):
    assert see(marks, "_=7&ref=1", text("A")) == []
    assert see(marks, "_=8&ref=2", text("A")) == [URL]
    marks.judge(URL, text("A"), 0.0, HOLD)
    assert marks.find_bare(f"{URL}?_=9&ref=3", 1.0) == URL


def test_a_page_without_a_text_says_nothing():
    assert digest_of('{"title": "A", "body": ""}', "00" * 8) is None
    assert digest_of('{"title": "A", "body": "The ferry sails."}', None) is None
