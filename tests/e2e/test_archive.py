"""What a crawl leaves in its archive, and what can be made of it without the network."""

import json
from pathlib import Path

import pytest
from pullquote_test_crawls import both_stores, job_of, replay, store_in, visit
from pullquote_test_server import answer, article
from warcio.archiveiterator import ArchiveIterator

from scraper.cli import main
from scraper.crawler.crawl import Silent
from scraper.crawler.rebuilding import run_number
from scraper.crawler.replay import replay_job
from scraper.errors import InputError, StoreError
from scraper.store import find_address
from scraper.store.postgres import schema_of


def lose_store(tmp_path):
    """Leave nothing of a job but its archive."""
    with store_in(tmp_path) as store:
        if find_address(None):
            store._db.execute(f'DROP SCHEMA "{schema_of("j")}" CASCADE')
    (tmp_path / "j" / "pullquote.db").unlink(missing_ok=True)


def records_of(path):
    with path.open("rb") as file:
        return [
            (record.rec_type, record.rec_headers.get_header, record.content_stream().read())
            for record in ArchiveIterator(file, check_digests="raise")
        ]


def test_a_second_run_archives_only_what_is_new(site, tmp_path):
    site.answers["/"] = answer(article("Front", links=["/a", "/b", "/c", "/huge", "/cut"]))

    def tagged(hit):
        if hit.headers.get("if-none-match") == '"a"':
            return answer(b"", "304 Not Modified", None, ETag='"a"')
        return answer(article("Ferry to Alderquay sails again"), ETag='"a"')

    site.answers["/a"] = tagged
    site.answers["/b"] = answer(article("Bridge of Brightholm is closed"))
    site.answers["/c"] = answer(article("Council of Cawdry meets"))
    site.answers["/huge"] = answer(b"<p>" + b"x" * 200_000)
    site.answers["/cut"] = [answer(b"<p>half", Content_Length=500), b"CLOSE"]
    job = job_of(site, limits={"body_mb": 0.1, "attempts": 1})
    visit(job, tmp_path)
    site.answers["/c"] = answer(article("Council of Cawdry meets", "and goes home again"))
    visit(job, tmp_path)

    first, second = (records_of(path) for path in sorted((tmp_path / "j" / "warc").iterdir()))
    truncated = {
        header("WARC-Target-URI"): header("WARC-Truncated")
        for kind, header, _ in first
        if kind == "response"
    }
    assert truncated[site.url + "/huge"] == "length"
    assert truncated[site.url + "/cut"] == "disconnect"
    ids = {
        header("WARC-Target-URI"): header("WARC-Record-ID")
        for kind, header, _ in first
        if kind == "response"
    }
    copies = {
        header("WARC-Target-URI").removeprefix(site.url): header
        for kind, header, _ in second
        if kind == "revisit"
    }
    assert copies["/a"]("WARC-Profile").endswith("server-not-modified")
    assert copies["/b"]("WARC-Profile").endswith("identical-payload-digest")
    assert "/c" not in copies
    assert copies["/b"]("WARC-Refers-To") == ids[site.url + "/b"]
    told = [body for kind, _, body in first if kind == "metadata"]
    assert sum(b"outcome: ok" in body for body in told) == 4
    assert sum(b"outcome: body-too-large" in body for body in told) == 1
    assert sum(b"outcome: body-cut" in body for body in told) == 1


def fill(site):
    """Give a site eight stories, one of them with two addresses and one that is its copy."""
    paths = [f"/2024/05/0{number}/{word}-ferry-story" for number, word in
             enumerate(("old", "new", "last", "first", "night", "day", "slow", "fast"), 1)]  # fmt: skip
    for path in paths:
        head = f'<link rel="canonical" href="{site.url}{path}">'
        site.answers[path] = answer(article(f"The {path[12:]} of the harbour", head=head))
        site.answers[path + "?print=1"] = answer(
            article(f"The {path[12:]} of the harbour", head=head)
        )
    links = [*paths, paths[0] + "?print=1", "/feed.xml", "/old"]
    site.answers["/"] = answer(article("Front page of the Harbour Post", links=links))
    site.answers["/old"] = answer(b"", "301 Moved", None, Location=paths[2])
    item = f"<item><link>{site.url}{paths[3]}</link></item>"
    site.answers["/feed.xml"] = answer(f"<rss><channel>{item}</channel></rss>", kind="text/xml")
    return paths


def lines_of(folder):
    return (folder / "articles.jsonl").read_text("utf-8").splitlines()


PARSER = """
from scraper.sites import SiteParser

class Post(SiteParser):
    hosts = ("127.0.0.1",)

    def title(self, soup):
        return "Anew: " + soup.select_one("h1").get_text()
"""


@pytest.fixture
def crawled(site, tmp_path):
    """A job after two runs: one story changed, one gone. Nothing answers any more."""
    paths = fill(site)
    visit(job_of(site), tmp_path)
    site.answers[paths[1]] = answer(article("The new ferry is sold", "after a debate"))
    site.answers[paths[4]] = answer(b"", "410 Gone")
    visit(job_of(site), tmp_path)
    site.answers.clear()
    site.hits.clear()
    return site, paths


@both_stores
def test_the_same_parsers_give_the_same_records(crawled, tmp_path):
    site, _ = crawled
    before = lines_of(tmp_path / "j")
    report = replay(job_of(site), tmp_path)
    assert lines_of(tmp_path / "j") == before
    assert site.hits == []
    assert (report.new, report.changed, report.fetched) == (0, 0, 0)
    assert any("without the network" in warning for warning in report.warnings)
    files = [] if find_address(None) else ["pullquote.db"]
    assert sorted(path.name for path in (tmp_path / "j").glob("*.db*")) == files


@both_stores
def test_new_parsers_change_records_and_keep_what_was(crawled, tmp_path):
    site, paths = crawled
    before = {line["id"]: line for line in map(json.loads, lines_of(tmp_path / "j"))}
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "post.py").write_text(PARSER)
    report = replay(job_of(site, sites="sites"), tmp_path, tmp_path)

    after = {line["id"]: line for line in map(json.loads, lines_of(tmp_path / "j"))}
    assert after.keys() == before.keys()
    assert all(line["title"].startswith("Anew: ") for line in after.values())
    assert report.changed == len(after)
    with store_in(tmp_path) as store:
        for name, line in before.items():
            (*_, kept) = store.records.versions(name)
            assert json.loads(kept.json)["title"] == line["title"]
        assert store.runs.find_open() is None
    assert site.hits == []
    gone = next(name for name, line in after.items() if line["url"] == site.url + paths[4])
    again = replay(job_of(site, sites="sites"), tmp_path, tmp_path)
    assert again.changed == 0
    assert gone in after


@both_stores
def test_records_that_no_page_gives_any_more_are_taken_out(crawled, tmp_path):
    site, paths = crawled
    before = len(lines_of(tmp_path / "j"))
    report = replay(job_of(site, deny=[paths[0]]), tmp_path)
    assert len(lines_of(tmp_path / "j")) == before, "scope is no matter of parsers"
    report = replay(job_of(site, keep="nothing"), tmp_path)
    assert lines_of(tmp_path / "j") == []
    assert any(f"{before} records" in warning for warning in report.warnings)


def test_what_was_only_archived_can_be_read_later(site, tmp_path):
    paths = fill(site)
    visit(job_of(site, keep="nothing"), tmp_path)
    assert lines_of(tmp_path / "j") == []
    site.answers.clear()
    report = replay(job_of(site), tmp_path)
    assert report.new == len(lines_of(tmp_path / "j")) >= len(paths) - 1
    assert report.run == 2
    with store_in(tmp_path) as store:
        assert store.runs.outcomes(1)["ok"] >= len(paths), "the crawl's own books are kept"


def test_workers_read_an_archive_too(crawled, tmp_path):
    site, _ = crawled
    before = lines_of(tmp_path / "j")
    replay_job(job_of(site), tmp_path, None, Silent())
    assert lines_of(tmp_path / "j") == before


@both_stores
def test_a_lost_database_is_rebuilt_from_the_archive(crawled, tmp_path):
    site, paths = crawled
    before = lines_of(tmp_path / "j")
    lose_store(tmp_path)
    report = replay(job_of(site), tmp_path)

    assert lines_of(tmp_path / "j") == before
    assert report.run == 2
    with store_in(tmp_path) as store:
        ids = {json.loads(line)["url"]: json.loads(line)["id"] for line in before}
        (version,) = store.records.versions(ids[site.url + paths[1]])
        assert "ferry-story" in json.loads(version.json)["title"]
        assert store.records.find_state(ids[site.url + paths[4]]).vanished_run == 2
        assert store.frontier.queued() == 0
        assert store.runs.last_begin() is not None


@both_stores
def test_a_crawl_goes_on_from_a_rebuilt_database(crawled, tmp_path):
    site, paths = crawled
    lose_store(tmp_path)
    replay(job_of(site), tmp_path)
    fill(site)
    report = visit(job_of(site), tmp_path)
    assert report.run == 3
    assert report.outcomes["not-modified"] >= len(paths) - 2
    names = sorted(path.name for path in (tmp_path / "j" / "warc").iterdir())
    assert [name[:7] for name in names] == ["j-00001", "j-00002", "j-00003"]


def test_extract_gives_the_records_of_the_crawl_again(crawled, tmp_path, capsys):
    warc = tmp_path / "j" / "warc"
    with pytest.raises(SystemExit) as ended:
        main(["extract", str(warc), "-o", str(tmp_path / "again.jsonl")])
    assert ended.value.code == 0
    again = (tmp_path / "again.jsonl").read_text("utf-8").splitlines()
    assert set(lines_of(tmp_path / "j")) <= set(again)


def test_a_job_without_archive_is_told(site, tmp_path):
    with pytest.raises(InputError, match="holds no WARC file"):
        replay(job_of(site), tmp_path)


@both_stores
def test_an_archive_that_cannot_be_read_is_told(site, tmp_path):
    (tmp_path / "j" / "warc").mkdir(parents=True)
    (tmp_path / "j" / "warc" / "j-00001-001.warc.gz").write_bytes(bytes(range(256)) * 9)
    report = replay(job_of(site), tmp_path)
    assert any("are they WARC?" in warning for warning in report.warnings)


def test_nothing_changes_before_all_is_read(crawled, tmp_path, monkeypatch):
    site, _ = crawled
    before = lines_of(tmp_path / "j")

    def broken(*_):
        raise StoreError("the disk is full")

    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "post.py").write_text(PARSER)
    with monkeypatch.context() as patch:
        patch.setattr("scraper.store.records.Records.renew", broken)
        with pytest.raises(StoreError):
            replay(job_of(site, sites="sites"), tmp_path, tmp_path)
    with store_in(tmp_path) as store:
        kept = [article.model_dump_json() for article in store.iter_articles(with_duplicates=False)]
    assert kept == before


@both_stores
def test_a_rebuilding_that_was_broken_off_begins_anew(crawled, tmp_path, monkeypatch):
    site, _ = crawled
    before = lines_of(tmp_path / "j")
    lose_store(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("scraper.crawler.replay.SharedStore.end_as", _interrupt)
        patch.setattr("scraper.crawler.replay.Path.replace", _interrupt)
        with pytest.raises(KeyboardInterrupt):
            replay(job_of(site), tmp_path)
    with store_in(tmp_path) as store:
        assert store.runs.last_begin() is None, "nothing is in place before all is"
    replay(job_of(site), tmp_path)
    assert lines_of(tmp_path / "j") == before


def _interrupt(*_):
    raise KeyboardInterrupt


def test_files_of_several_workers_are_of_one_run():
    names = ["j-00007-001.warc.gz", "j-00007-w00012-003.warc.gz", "other.warc.gz"]
    assert [run_number(Path(name)) for name in names] == [7, 7, 1]
