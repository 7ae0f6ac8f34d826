"""Sites with lists without end, asked again day by day on loopback."""

import itertools

import pytest
from pullquote_test_crawls import DAY, both_stores, exported, job_of, visit
from pullquote_test_server import Moving, answer, article

from scraper.crawler.traps import FRUITLESS

STORIES = {f"/2026/05/0{at}/the-{name}-ferry-sails": name
           for at, name in enumerate("ash beech cedar".split(), 1)}  # fmt: skip
TAGS = "red green blue grey black white pink gold".split()


def list_of(paths):
    return answer("<h1>Stories</h1>" + "".join(f"<p><a href='{path}'>more</a>" for path in paths))


def tags(path):
    """Tags that can be joined in any order lead to ever more of them."""
    have = path.removeprefix("/tag/").split("+")
    return ["/tag/" + "+".join([*have, tag]) for tag in TAGS if tag not in have]


def months(path):
    """A calendar that shows three new years whenever one looks at it."""
    return [f"/calendar/{next(months.later)}/" for _ in range(3)]


months.later = itertools.count(2027)


@both_stores
@pytest.mark.parametrize("begins, lead", [("/tag/red", tags), ("/calendar/2026/", months)])
def test_a_list_without_end_is_left_for_good_and_stories_on_it_are_found(
    site, tmp_path, begins, lead
):
    clock, late, seen = Moving(), {}, set()
    folder = begins.rsplit("/", 1)[0] if lead is tags else "/calendar"
    site.answers["/"] = list_of([*STORIES, begins])
    site.answers |= {path: answer(article(f"The {name}")) for path, name in STORIES.items()}
    site.default = lambda hit: (
        list_of([*lead(hit.path), *STORIES, *late]) if hit.path.startswith(folder) else None
    )
    job = job_of(site, revisit="1d", max_pages=500)
    for day in range(6):
        site.hits.clear()
        report = visit(job, tmp_path, clock)
        asked = {path for path in site.paths() if path.startswith(folder)}
        assert day == 0 or not asked - seen, "what was left stays left"
        seen |= asked
        clock.shift_s += DAY
        if day == 1:
            late["/2026/06/01/the-hazel-ferry-sails"] = "hazel"
            site.answers |= {path: answer(article(f"The {name}")) for path, name in late.items()}
    assert FRUITLESS <= len(seen) <= FRUITLESS + 2 * len(TAGS)
    assert len(report.traps) == 1
    assert exported(tmp_path).keys() == {site.url + path for path in (STORIES | late)}


@both_stores
@pytest.mark.parametrize(
    "pages, story",
    [
        ("/news/{}", "/news/the-mill-number-{}-opens"),
        ("/sport,page,{}.html", "/story,{}.html"),
    ],
)
def test_a_long_archive_whose_stories_stand_beside_its_pages_is_no_trap(
    site, tmp_path, pages, story
):
    """All its pages are known before a story is: each brings one, and nothing else."""
    numbers = range(1, FRUITLESS + 6)
    site.answers["/"] = list_of([pages.format(at) for at in numbers])
    for at in numbers:
        site.answers[pages.format(at)] = list_of([story.format(at)])
        site.answers[story.format(at)] = answer(article(f"The {at}th mill"))
    assert visit(job_of(site), tmp_path).traps == []
    assert len(exported(tmp_path)) == len(numbers)
