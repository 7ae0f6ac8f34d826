"""What a worker process does with the frames it is sent."""

import io

from schemas import CrawlJob
from scraper.crawler import worker as worker_module
from scraper.crawler.frames import Task, to_frame
from scraper.crawler.worker import read_frame, serve

JOB = CrawlJob(name="x", seeds=["https://news.example/"], keep="nothing")
SETUP = to_frame({"job": JOB.model_dump(mode="json"), "sites": None}, b"")


def asked(count):
    tasks = [
        Task(f"https://news.example/{n}", 1, "page", 200, {}, "2024-05-01T08:00:00+00:00", b"<p>a")
        for n in range(count)
    ]
    return io.BytesIO(SETUP + b"".join(task.to_frame() for task in tasks))


def test_every_task_is_answered_and_cycles_are_looked_for_now_and_then(monkeypatch):
    """The collector is off in workers, so that what an error ties together must go so."""
    looked, held = [], [0]

    def count():
        held[0] += 100_000
        return held[0], 0, 0

    def collect():
        looked.append(sink.tell())
        held[0] = 0

    monkeypatch.setattr(worker_module.gc, "get_count", count)
    monkeypatch.setattr(worker_module.gc, "collect", collect)
    sink = io.BytesIO()
    serve(asked(7), sink)
    sink.seek(0)
    answers = 0
    while read_frame(sink) is not None:
        answers += 1
    assert answers == 7
    assert len(looked) == 2
    assert 0 < looked[0] < looked[1]
