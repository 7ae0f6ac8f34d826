"""Pages that come in half, properly ended by whatever stands before their server, on loopback."""

import pytest
from pullquote_test_crawls import DAY, both_stores, exported, job_of, replay, store_in, visit
from pullquote_test_server import Moving, answer, article

STORIES = {f"/2026/05/0{at}/the-{name}-mill-opens": name.title()
           for at, name in enumerate("ash beech cedar".split(), 1)}  # fmt: skip
PATH = next(iter(STORIES))


@pytest.fixture
def crawl(site, tmp_path):
    clock = Moving()

    def crawl(runs=1):
        job = job_of(site, revisit="1d")
        for _ in range(runs):
            report = visit(job, tmp_path, clock)
            clock.shift_s += DAY
        return report

    links = "".join(f"<a href='{path}'>more</a> " for path in STORIES)
    site.answers["/"] = answer(f"<h1>News</h1>{links}", ETag='"1"')
    for path in STORIES:
        site.answers[path] = tagged(page_of(path))
    return crawl


def page_of(path, words=""):
    return article(f"The {STORIES[path]} mill opens", words)


def half_of(page):
    return page[: page.index("</article>") * 2 // 3]


def tagged(page, tag='"1"'):
    """What gives a page, or says to its tag that it is the same."""

    def give(hit):
        is_known = hit.headers.get("if-none-match") == tag
        return answer(b"", "304 Not Modified", kind="") if is_known else answer(page, ETag=tag)

    return give


@both_stores
def test_half_a_page_replaces_no_whole_one(site, tmp_path, crawl):
    crawl()
    before = exported(tmp_path)
    site.answers[PATH] = answer(half_of(page_of(PATH)), ETag='"1"')
    assert crawl().outcomes["body-cut"] == 1
    assert exported(tmp_path) == before
    site.answers[PATH] = tagged(page_of(PATH))
    assert crawl(2).outcomes.keys() == {"not-modified"}
    assert exported(tmp_path) == before
    replay(job_of(site, revisit="1d"), tmp_path)
    assert {url: one.body for url, one in exported(tmp_path).items()} == {
        url: one.body for url, one in before.items()
    }
    with store_in(tmp_path) as store:
        assert list(store.records.iter_version_keys()) == []


def test_a_page_that_stays_half_is_believed(site, tmp_path, crawl):
    crawl()
    before = exported(tmp_path)[site.url + PATH].body
    site.answers[PATH] = answer(half_of(page_of(PATH)))
    crawl(12)
    now = exported(tmp_path)[site.url + PATH].body
    assert 0 < len(now) < len(before)


def test_a_story_that_is_shortened_or_told_anew_is_believed_at_once(site, tmp_path, crawl):
    crawl()
    shorter, longer, other = STORIES
    site.answers[shorter] = answer(half_of(page_of(shorter)) + "</p></article></body></html>")
    site.answers[longer] = answer(page_of(longer).replace("</article>", "<p>And so on.</p>")[:-30])
    site.answers[other] = answer(half_of(page_of(other, "edited")))
    report = crawl()
    assert "body-cut" not in report.outcomes
    assert report.changed == 3


def test_half_a_page_at_first_sight_is_asked_for_in_full_once_more(site, tmp_path, crawl):
    site.answers[PATH] = answer(half_of(page_of(PATH)), ETag='"1"')
    whole, unended = list(STORIES)[1:]
    site.answers[unended] = tagged(page_of(unended).removesuffix("</body></html>"))
    crawl()
    site.answers[PATH] = tagged(page_of(PATH))
    site.hits.clear()
    crawl(6)
    assert page_of(PATH).count("<p>") == exported(tmp_path)[site.url + PATH].body.count("\n\n") + 1
    asked = [[hit.headers.get("if-none-match") for hit in site.hits if hit.path == path]
             for path in (PATH, whole, unended)]  # fmt: skip
    assert asked[0][:2] == [None, '"1"']
    assert asked[2][0] is None
    assert set(asked[1] + asked[2][1:]) == {'"1"'}


def test_half_a_page_after_other_failures_is_not_believed_sooner(site, tmp_path, crawl):
    crawl()
    before = exported(tmp_path)
    site.answers[PATH] = answer(b"", "503 Service Unavailable")
    crawl(3)
    site.answers[PATH] = answer(half_of(page_of(PATH)))
    crawl(3)
    assert exported(tmp_path) == before


@pytest.mark.parametrize("runs", [0, 1], ids=["never seen whole", "known"])
def test_half_a_page_that_is_believed_is_asked_for_in_full_the_next_time(
    site, tmp_path, crawl, runs
):
    """It may have the tag of the whole one, and a server that says 304 to it would keep it so."""
    if runs:
        crawl(runs)
    page = page_of(PATH, "edited")
    half = half_of(page_of(PATH)) if runs else "<title>Mill</title><nav><a href='/'>News</a> <a"
    site.answers[PATH] = answer(half, ETag='"2"')
    crawl(4 if runs else 1)
    had = exported(tmp_path).get(site.url + PATH)
    assert had is None or page_of(PATH).count("<p>") > had.body.count("\n\n") + 1
    site.answers[PATH] = tagged(page, '"2"')
    crawl(12)
    assert page.count("<p>") == exported(tmp_path)[site.url + PATH].body.count("\n\n") + 1


def test_a_teaser_without_an_end_is_no_half_of_the_story_that_it_names(site, tmp_path, crawl):
    links = f"<a href='{PATH}'>more</a> <a href='/teaser-of-the-story-of-the-mill'>more</a>"
    site.answers["/"] = answer(f"<h1>News</h1>{links}")
    head = f"<link rel=canonical href='{PATH}'>"
    teaser = half_of(article("The Ash mill opens", head=head))
    for visits in range(3):
        site.answers["/teaser-of-the-story-of-the-mill"] = answer(f"{teaser}<!-- {visits} -->")
        assert "body-cut" not in crawl().outcomes
    assert len(exported(tmp_path)) == 1
