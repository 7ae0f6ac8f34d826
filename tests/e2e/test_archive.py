"""What a crawl leaves in its archive, and what can be made of it without the network."""

from pullquote_test_server import answer, article
from warcio.archiveiterator import ArchiveIterator

from schemas import CrawlJob
from scraper.crawler.crawl import crawl


def job_of(site, **keys):
    values = {"name": "j", "seeds": [site.url + "/"], "delay": 0, "workers": 1, "revisit": 0}
    values |= {"allow_private_hosts": ["127.0.0.1"], "contact": "desk@lab.example"}
    return CrawlJob.model_validate(values | keys)


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
    crawl(job, tmp_path)
    site.answers["/c"] = answer(article("Council of Cawdry meets", "and goes home again"))
    crawl(job, tmp_path)

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
