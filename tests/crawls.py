"""Jobs over sites on loopback: how tests run them in this process, and what they leave."""

import pytest

from schemas import Article, CrawlJob
from scraper.crawler.crawl import Silent, run_job
from scraper.crawler.replay import replay_job
from scraper.store import find_address, open_store

from pullquote_test_server import Here  # isort: skip - known once conftest has loaded it

DAY = 86400.0
both_stores = pytest.mark.usefixtures("kept_in")


def job_of(*sites, **keys):
    """A job that begins at the front pages of sites and asks for everything in each run."""
    values = {
        "name": "j",
        "seeds": [site.url + "/" for site in sites],
        "delay": 0,
        "workers": 1,
        "revisit": 0,
        "contact": "desk@lab.example",
        "allow_private_hosts": ["127.0.0.0/8"],
    }
    return CrawlJob.model_validate(values | keys)


def visit(job, folder, clock=None, listener=None):
    """Crawl, and return the report; a worker that is started would cost more than the crawl."""
    return run_job(job, folder, None, listener or Silent(), clock, Here).report


def replay(job, folder, base=None):
    """Make the job's records anew from its archive, and return the report."""
    return replay_job(job, folder, base, Silent(), new_reader=Here).report


def exported(folder, name="j"):
    """URL → record, of what the job has exported."""
    lines = (folder / name / "articles.jsonl").read_text("utf-8").splitlines()
    records = {record.url: record for record in map(Article.model_validate_json, lines)}
    assert len(records) == len(lines), "each once"
    return records


def store_in(folder):
    """The job's store."""
    return open_store(folder / "j", "j", find_address(None))
