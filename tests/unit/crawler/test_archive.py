import errno
import gzip
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from warcio.archiveiterator import ArchiveIterator

from schemas import CrawlJob
from scraper.crawler import archive as archive_module
from scraper.crawler.archive import Archive, read_archive
from scraper.crawler.clock import SystemClock
from scraper.crawler.committer import Committer
from scraper.crawler.exchange import Exchange
from scraper.crawler.finished import Finished
from scraper.crawler.frames import Reading
from scraper.crawler.response import Attempted, Response, read_field
from scraper.crawler.scope import Scope
from scraper.errors import StoreError, StoreFull
from scraper.store import Kind, Store, Target

MOMENT = datetime(2024, 5, 1, 8, 0, 0, 250_000, tzinfo=UTC)


def response(number=1, content=b"<p>hello", status=200, head=b"Content-Type: text/html"):
    packed = gzip.compress(content)
    return Response(
        url=f"https://a.example/{number}",
        status=status,
        headers={},
        content=content,
        packed=packed,
        arrived_at=MOMENT,
        raw_head=b"HTTP/1.1 %d OK\r\n%s\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
        % (status, head),
        raw_request=b"GET /%d HTTP/1.1\r\nHost: a.example\r\n\r\n" % number,
        ip="192.0.2.1",
    )


def exchange(one, **keys):
    values = {"url": one.url, "outcome": "ok", "started_at": MOMENT, "elapsed_s": 0.25}
    values |= {"attempts": 1, "depth": 2, "response": one}
    return Exchange(**(values | keys))


def written(folder, *responses, committed=None, run=1):
    archive = Archive(folder, "job", run, committed or {})
    for one in responses:
        archive.write(one if isinstance(one, Exchange) else exchange(one))
    name, size = archive.flush()
    archive.close()
    return folder / name, size


def test_what_was_sent_comes_back(tmp_path):
    path, size = written(tmp_path, response(1), response(2, "<p>ü".encode()))
    assert path.stat().st_size == size
    first, second = read_archive(path)
    assert (first.url, first.status, first.content) == ("https://a.example/1", 200, b"<p>hello")
    assert first.fetched_at == MOMENT
    assert first.headers["content-type"] == "text/html"
    assert second.content == "<p>ü".encode()


def test_headers_that_are_sent_twice_come_back_as_a_crawl_reads_them(tmp_path):
    head = b"X-Robots-Tag: noindex\r\nContent-Encoding: gzip\r\nx-robots-tag: nofollow"
    one = response(head=head)
    path, _ = written(tmp_path, replace(one, packed=gzip.compress(one.packed)))
    (page,) = read_archive(path)
    assert page.headers["x-robots-tag"] == "noindex, nofollow"
    assert page.content == b"<p>hello"


@pytest.mark.parametrize("raw", ["</über>".encode(), b"</\xfcber>"], ids=["utf-8", "latin-1"])
def test_headers_that_are_no_ascii_come_back_as_a_crawl_reads_them(tmp_path, raw):
    path, _ = written(tmp_path, response(head=b"Link: " + raw))
    (page,) = read_archive(path)
    assert page.headers["link"] == read_field(raw) == "</über>"


def test_another_reader_finds_whole_records(tmp_path):
    path, _ = written(tmp_path, response(1), response(2, status=304))
    with path.open("rb") as file:
        kept = [
            (r.rec_type, r.rec_headers, r.http_headers)
            for r in ArchiveIterator(file, check_digests="raise")
        ]
    kinds = "warcinfo response request metadata revisit metadata".split()
    assert [kind for kind, _, _ in kept] == kinds
    _, headers, http = kept[1]
    assert headers.get_header("WARC-Date") == "2024-05-01T08:00:00.250000Z"
    assert headers.get_header("WARC-IP-Address") == "192.0.2.1"
    assert http.get_header("Transfer-Encoding") is None
    assert "server-not-modified" in kept[4][1].get_header("WARC-Profile")


def test_what_was_not_committed_is_cut_off(tmp_path):
    path, size = written(tmp_path, response(1))
    written(tmp_path, response(2), committed={path.name: size})
    assert path.stat().st_size > size
    path, again = written(tmp_path, response(3), committed={path.name: size})
    assert [page.url for page in read_archive(path)] == [
        "https://a.example/1",
        "https://a.example/3",
    ]
    assert path.stat().st_size == again


def test_each_run_has_files_of_its_own(tmp_path):
    one, size = written(tmp_path, response(1))
    two, _ = written(tmp_path, response(2), committed={one.name: size}, run=2)
    assert (one.name, two.name) == ("job-00001-001.warc.gz", "job-00002-001.warc.gz")


def test_a_large_file_is_followed_by_another(tmp_path, monkeypatch):
    monkeypatch.setattr(archive_module, "MAX_FILE_BYTES", 10)
    archive = Archive(tmp_path, "job", 1, {})
    names = []
    for number in range(3):
        archive.write(exchange(response(number)))
        names.append(archive.flush()[0])
    archive.close()
    assert names == [f"job-00001-00{serial}.warc.gz" for serial in (1, 2, 3)]
    pages = [page.url for name in names for page in read_archive(tmp_path / name)]
    assert pages == [f"https://a.example/{number}" for number in range(3)]


def test_a_file_is_known_before_it_has_a_byte(tmp_path):
    known = {}

    def commit(name, size):
        path = tmp_path / name
        assert size <= (path.stat().st_size if path.exists() else 0)
        known[name] = size

    archive = Archive(tmp_path, "job", 1, {}, commit=commit)
    archive.write(exchange(response(1)))
    ((name, size),) = known.items()
    assert 0 < size <= (tmp_path / name).stat().st_size
    archive.close()


def test_a_run_that_asks_for_nothing_leaves_no_file(tmp_path):
    archive = Archive(tmp_path, "job", 1, {})
    archive.sync()
    assert archive.flush() is None
    archive.close()
    assert list(tmp_path.iterdir()) == []


def test_a_batch_of_refusals_has_no_place_in_the_archive(tmp_path):
    """robots.txt forbids every URL: there is nothing to keep, and no length to commit."""
    job = CrawlJob(name="x", seeds=["https://a.example/"])
    target = Target(1, "https://a.example/", 1, Kind.PAGE, 0, 0)
    refused = Attempted("robots-denied", MOMENT, 0.0, 0)
    with Store(tmp_path / "x.db") as store:
        run = store.runs.begin(0.0)
        archive = Archive(tmp_path / "warc", "x", run.id, {})
        scope = Scope(job.seeds, [], [])
        committer = Committer(job, run, store, scope, archive, SystemClock())
        assert committer.keep([Finished(target, refused, Reading())]) is None


def test_what_a_crash_left_before_the_first_commit_is_cut_off(tmp_path):
    (tmp_path / "job-00001-001.warc.gz").write_bytes(b"half a record")
    archive = Archive(tmp_path, "job", 1, {"job-00001-001.warc.gz": 0})
    archive.write(exchange(response(1)))
    name, _ = archive.flush()
    archive.close()
    assert name == "job-00001-001.warc.gz"
    assert [page.url for page in read_archive(tmp_path / name)] == ["https://a.example/1"]


def test_an_archive_that_no_database_knows_is_left_as_it_is(tmp_path):
    path, _ = written(tmp_path, response(1))
    before = path.read_bytes()
    other, _ = written(tmp_path, response(2))
    assert other.name == "job-00001-002.warc.gz"
    assert path.read_bytes() == before


def test_what_is_handed_on_to_the_next_file_is_on_the_disk(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr(archive_module.os, "fdatasync", synced.append)
    monkeypatch.setattr(archive_module, "MAX_FILE_BYTES", 10)
    archive = Archive(tmp_path, "job", 1, {})
    archive.write(exchange(response(1)))
    first = archive._file.fileno()
    assert synced == [first]
    archive.flush()
    assert synced[1] == first
    archive.close()


def test_a_disk_that_fails_when_synced_is_a_store_error(tmp_path, monkeypatch):
    def fail(_):
        raise OSError(errno.EIO, "Input/output error")

    archive = Archive(tmp_path, "job", 1, {})
    archive.write(exchange(response(1)))
    monkeypatch.setattr(archive_module.os, "fdatasync", fail)
    with pytest.raises(StoreError, match="Input/output error"):
        archive.sync()
    archive.close()


def test_a_file_cut_off_in_a_record_gives_those_before(tmp_path):
    path, size = written(tmp_path, response(1), response(2))
    path.write_bytes(path.read_bytes()[: size - 400])
    assert [page.url for page in read_archive(path)][:1] == ["https://a.example/1"]
    path.write_bytes(b"no archive")
    assert list(read_archive(path)) == []


def test_a_full_disk_is_a_store_error(tmp_path):
    archive = Archive(tmp_path, "job", 1, {})
    archive.write(exchange(response()))

    class Full:
        def writelines(self, _):
            raise OSError(errno.ENOSPC, "No space left on device")

        close = archive._file.close

    archive._file = Full()
    with pytest.raises(StoreFull, match="No space left"):
        archive.write(exchange(response()))
    archive.close()


def test_a_disk_that_is_full_at_the_first_record_leaves_no_open_file(tmp_path, monkeypatch):
    def refuse(number):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("scraper.crawler.archive.os.fdatasync", refuse)
    archive = Archive(tmp_path, "job", 1, {})
    with pytest.raises(StoreFull, match="No space left"):
        archive.write(exchange(response()))
    assert archive.flush() is None


def test_a_database_that_is_full_at_the_first_record_leaves_no_open_file(tmp_path, monkeypatch):
    def refuse(name, size):
        if size:
            raise StoreFull("the database is full")

    opened, append = [], archive_module._append
    monkeypatch.setattr(
        archive_module,
        "_append",
        lambda file, records: (opened.append(file), append(file, records)),
    )
    archive = Archive(tmp_path, "job", 1, {}, commit=refuse)
    with pytest.raises(StoreFull, match="the database is full"):
        archive.write(exchange(response()))
    assert [file.closed for file in opened] == [True]
    assert archive.flush() is None
