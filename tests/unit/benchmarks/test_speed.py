import sys

import scraper
from benchmarks import speed
from benchmarks.speed import PurePython, compare_once, show_steps, time_steps, timers

PAGE = b"<title>A page</title><article><h1>A page</h1><p>It has one sentence.</p></article>"


def test_steps_are_timed_in_the_order_of_the_recipe() -> None:
    spent = time_steps(PAGE)
    names = list(spent)
    assert names.index("find_title") < names.index("find_body") < names.index("find_quotes")
    assert names[-1] == "record and the rest"
    assert all(value >= 0 for value in spent.values())


def test_the_recipe_is_left_as_it_was() -> None:
    recipe = sys.modules["scraper.extract"]
    before = recipe.find_body
    time_steps(PAGE)
    assert recipe.find_body is before
    assert scraper.extract(PAGE).title == "A page"


def test_table_has_a_line_a_step(capsys) -> None:
    show_steps([PAGE], 1)
    printed = capsys.readouterr().out
    assert "find_authors" in printed
    assert "page.blocks" in printed


def test_a_page_is_seen_for_the_first_time_with_nothing_of_it_remembered(
    capsys, monkeypatch
) -> None:
    seen: list[tuple[bytes, bool]] = []
    remembered: set[bytes] = set()

    def run(content: bytes) -> None:
        seen.append((content, content in remembered))
        remembered.add(content)

    monkeypatch.setattr(speed, "systems", lambda: {"parse only: lxml": run, "pullquote": run})
    monkeypatch.setattr(speed, "peers", dict)
    monkeypatch.setattr(speed, "count_read", lambda _: remembered.clear())
    compare_once([b"a page"], [b"another"])
    assert seen == [(b"another", False), (b"a page", False)] * 2
    assert "first time" in capsys.readouterr().out


def test_the_pure_twins_are_timed_in_a_process_of_their_own() -> None:
    pure = PurePython()
    try:
        named = timers(pure)
        assert {"pure Python, body only", "pullquote, body only"} <= set(named)
        assert named["pure Python, body only"](PAGE) > 0
        assert named["pure Python, all fields"](PAGE) > 0
    finally:
        pure.close()
