"""Sites that call their stories by a wrong address, or by another than before, on loopback."""

from urllib.parse import unquote_to_bytes

import pytest
from pullquote_test_crawls import both_stores, exported, job_of, replay, visit
from pullquote_test_server import Server, answer, article, serve

PLACES = ("Alderquay", "Brightholm", "Cawdry", "Dunmarsh")
PATHS = [f"/2026/05/07/the-{place.lower()}-ferry-sails" for place in PLACES]


def publish(site, words="", canonical=None):
    """Give a site its front page and stories; ``canonical`` is an address, {} stands for the path."""
    site.answers["/"] = answer("".join(f"<a href='{path}'>{path}</a> " for path in PATHS))
    for place, path in zip(PLACES, PATHS, strict=True):
        head = f"<link rel=canonical href='{canonical.format(path)}'>" if canonical else ""
        site.answers[path] = answer(article(f"The {place} ferry sails", words, head=head))


def crawl(tmp_path, site, *others):
    return visit(job_of(site, allow=[one.url + "/" for one in (site, *others)]), tmp_path)


@pytest.mark.parametrize("stated", [PATHS[1], "/news/"], ids=["that of a story", "a section"])
def test_one_address_on_all_pages_loses_no_story(site, tmp_path, stated):
    """A cache gives every page the head of the first one; a template names the section."""
    publish(site, canonical=site.url + stated)
    site.answers["/news/"] = answer("<h1>News</h1>")
    assert crawl(tmp_path, site).records == len(PATHS)
    before = exported(tmp_path)
    assert {record.title[4:-12] for record in before.values()} == {*PLACES}

    publish(site, "edited", canonical=site.url + stated)
    report = crawl(tmp_path, site)
    assert (report.records, report.changed, report.vanished) == (len(PATHS), len(PATHS), 0)
    assert {one.id for one in exported(tmp_path).values()} == {one.id for one in before.values()}

    now = exported(tmp_path)
    replay(job_of(site, allow=[site.url + "/"]), tmp_path)
    assert exported(tmp_path) == now, "the archive gives the same records"


@both_stores
def test_stories_whose_pages_name_another_address_than_before_are_exported_once(site, tmp_path):
    publish(site)
    crawl(tmp_path, site)
    for words in ("", "edited"):
        publish(site, words, canonical="https://ferries.example{}")
        crawl(tmp_path, site)
        now = exported(tmp_path)
        assert {one.canonical_url for one in now.values()} == {
            "https://ferries.example" + path for path in PATHS
        }
        assert len((tmp_path / "j" / "articles.jsonl").read_text("utf-8").splitlines()) == 4


def test_the_archive_has_pages_under_their_own_address_where_a_server_adds_a_session(
    site, tmp_path
):
    publish(site)
    for path in PATHS:
        site.answers[path + "?sid=0123456789abcdef"] = site.answers[path]
        site.answers[path] = answer(b"", "302 Found", Location=path + "?sid=0123456789abcdef")
    crawl(tmp_path, site)
    before = exported(tmp_path)
    assert sorted(before) == sorted(site.url + path for path in PATHS)
    replay(job_of(site, allow=[site.url + "/"]), tmp_path)
    assert exported(tmp_path) == before


@both_stores
def test_stories_that_moved_and_were_edited_since_are_exported_once(site, tmp_path):
    other = Server(answers={"/robots.txt": answer(b"", kind="text/plain")})
    stop = serve(other, "127.0.0.2")
    publish(site)
    crawl(tmp_path, site, other)
    for path in ["/", *PATHS]:
        site.answers[path] = answer(b"", "301 Moved Permanently", Location=other.url + path)
    for words in ("", "edited", "edited again"):
        publish(other, words)
        crawl(tmp_path, site, other)
        assert sorted(exported(tmp_path)) == sorted(other.url + path for path in PATHS)
    stop()


def test_stories_that_are_chosen_by_words_in_an_old_charset(site, tmp_path):
    """A browser asks for what stands in a query in the charset of its page, and so do servers."""
    names = {"мельница": "mill", "река": "river", "город": "town"}
    links = "".join(f"<a href='/read?name={name}'>more</a> " for name in names)
    kind = "text/html; charset=windows-1251"
    site.answers["/"] = answer(f"<h1>News</h1>{links}".encode("cp1251"), kind=kind)

    def give(hit):
        name = unquote_to_bytes(hit.path.partition("=")[2]).decode("cp1251", "replace")
        if name not in names:
            return None
        head = f"<link rel=canonical href='/read?name={name}'>"
        page = article(f"The {names[name]} opens", name, head=head)
        return answer(page.encode("cp1251"), kind=kind)

    site.default = give
    assert crawl(tmp_path, site).records == len(names)
    for url, record in exported(tmp_path).items():
        assert "/read?name=%" in url
        assert record.canonical_url == url
