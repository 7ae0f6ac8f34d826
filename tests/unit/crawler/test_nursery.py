"""The process that forks workers, and what becomes of them when something dies."""

import asyncio
import os
import signal
import time
from pathlib import Path

import pytest

from schemas import CrawlJob
from scraper.crawler import extractors as extractors_module
from scraper.crawler.extractors import Extractors
from scraper.crawler.frames import Reading, Task
from scraper.crawler.nursery import Nursery

PAGE = b"<title>A long day</title><h1>A long day</h1><p>It went on and on.</p>"
TASK = Task("https://news.example/a", 1, "page", 200, {}, "2024-05-01T08:00:00+00:00", PAGE)
JOB = CrawlJob(name="x", seeds=["https://news.example/"], keep="all")


def children_of(pid):
    found = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in found.read_text().split()] if found.exists() else []


def is_alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


async def tree(extractors):
    """Return (nursery, workers) once a page has been read."""
    reading = await extractors.read(TASK)
    assert reading.outcome == "ok"
    nursery = extractors._nursery._process.pid
    return nursery, children_of(nursery)


def test_closing_ends_every_process():
    async def run():
        extractors = Extractors(JOB, None, 2)
        await extractors.start()
        nursery, workers = await tree(extractors)
        await extractors.close()
        return nursery, workers

    nursery, workers = asyncio.run(run())
    assert workers
    assert not any(map(is_alive, [nursery, *workers]))


def test_a_nursery_that_died_is_replaced_and_every_page_is_read():
    async def run():
        extractors = Extractors(JOB, None, 1)
        await extractors.start()
        nursery, workers = await tree(extractors)
        os.kill(nursery, signal.SIGKILL)
        os.kill(workers[0], signal.SIGKILL)
        readings = [await extractors.read(TASK) for _ in range(3)]
        other, _ = await tree(extractors)
        await extractors.close()
        return readings, nursery, other

    readings, nursery, other = asyncio.run(run())
    assert [reading.outcome for reading in readings] == ["ok"] * 3
    assert nursery != other


def test_workers_end_with_the_process_that_asked_for_them():
    reading, writing = os.pipe()
    crawl = os.fork()
    if crawl == 0:

        async def run():
            extractors = Extractors(JOB, None, 1)
            await extractors.start()
            nursery, workers = await tree(extractors)
            os.write(writing, " ".join(map(str, [nursery, *workers])).encode())
            await asyncio.sleep(60)

        try:
            asyncio.run(run())
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        os.set_blocking(pipe.fileno(), True)
        pids = [int(pid) for pid in os.read(pipe.fileno(), 200).split()]
    os.kill(crawl, signal.SIGKILL)
    os.waitpid(crawl, 0)
    until = time.monotonic() + 20
    while any(map(is_alive, pids)):
        assert time.monotonic() < until
    assert len(pids) == 2


def test_a_page_that_waits_for_the_processor_is_not_abandoned():
    job = JOB.model_copy(update={"limits": JOB.limits.model_copy(update={"parse": 1.0})})

    async def run():
        extractors = Extractors(job, None, 1)
        await extractors.start()
        _, workers = await tree(extractors)
        os.kill(workers[0], signal.SIGSTOP)
        reading = asyncio.create_task(extractors.read(TASK))
        await asyncio.sleep(1.5)
        was_read = reading.done()
        os.kill(workers[0], signal.SIGCONT)
        outcome = (await reading).outcome
        await extractors.close()
        return was_read, outcome

    assert asyncio.run(run()) == (False, "ok")


def test_a_worker_is_killed_by_number():
    async def run():
        nursery = Nursery()
        worker = await nursery.fork()
        nursery.kill(worker)
        assert await worker.reader.read() == b""
        await nursery.close()

    asyncio.run(run())


def test_a_worker_of_another_version_ends_the_crawl_and_does_not_stop_it_for_ever(monkeypatch):
    async def run():
        extractors = Extractors(JOB, None, 1)
        await extractors.start()
        monkeypatch.setattr(Reading, "from_frame", lambda head, body: Reading(**head, unknown=1))
        try:
            for _ in range(2):
                with pytest.raises(TypeError):
                    await extractors.read(TASK)
        finally:
            await extractors.close()

    asyncio.run(run())


def test_a_crawl_that_reads_no_page_starts_no_process():
    async def run():
        extractors = Extractors(JOB, None, 2)
        await extractors.start()
        await asyncio.sleep(0)
        process = extractors._nursery._process
        await extractors.close()
        return process

    assert asyncio.run(run()) is None


@pytest.mark.parametrize(
    "limit, value, workers", [("_PAGES_A_WORKER", 3, 3), ("_LARGE_BYTES", 1, 7)]
)
def test_a_worker_makes_room_for_another_after_its_share_or_a_long_list(
    monkeypatch, limit, value, workers
):
    monkeypatch.setattr(extractors_module, limit, value)

    async def run():
        extractors = Extractors(JOB, None, 1)
        await extractors.start()
        readings = await asyncio.gather(*(extractors.read(TASK) for _ in range(7)))
        count = extractors._nursery._count
        await extractors.close()
        return readings, count

    readings, count = asyncio.run(run())
    assert [reading.outcome for reading in readings] == ["ok"] * 7
    assert count == workers
