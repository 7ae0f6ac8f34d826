"""One worker of a crawl that several share: the same engine, over the shards that it owns.

Beside the engine runs a keeper: it makes the lease longer, takes shards that are free, brings in
the URLs that other workers found, and sees when nothing is left for anybody.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from scraper.crawler.engine import Engine
from scraper.crawler.opening import Setting, count_workers, open_tools
from scraper.errors import LeaseLost
from scraper.store import SharedStore

POLL_S = 0.5
"""How often the keeper looks: each time some five small queries a worker."""


@dataclass(frozen=True, slots=True)
class Share:
    """A worker's part of a crawl.

    Args:
        setting: What the run happens in; its store is ``store``.
        store: Where the workers meet.
        is_told_to_stop: Asked some times a second.
    """

    setting: Setting
    store: SharedStore
    workers: int
    is_told_to_stop: Callable[[], bool]


async def work(share: Share) -> list[str]:
    """Crawl until no worker has anything left or this one is told to stop; return its notes.

    Raises:
        StoreError: The database can't be used.
    """
    notes: list[str] = []
    while True:
        try:
            await _work_once(share, notes)
        except LeaseLost as error:
            notes.append(str(error))
            share.setting.listener.on_note(str(error))
        else:
            return notes


async def _work_once(share: Share, notes: list[str]) -> None:
    """Join, crawl until the end or until the lease is lost, and leave."""
    setting, store = share.setting, share.store
    store.leases.join(setting.run.id)
    setting = replace(setting, part=f"-w{store.leases.worker:05d}")
    job = setting.job
    # Pages come by grants, as all workers fetch of the same number.
    run = replace(setting.run, pages=job.max_pages or 0)
    async with open_tools(setting) as tools:
        engine = Engine(job, run, tools, count_workers(job), lingers=True)
        keeper = asyncio.create_task(_keep(share, engine))
        try:
            await engine.run()
        finally:
            keeper.cancel()
            with suppress(asyncio.CancelledError):
                await keeper
            notes.extend(engine.notes)
    with store.transaction():
        store.frontier.park(engine.parked_hosts, setting.run.id)
        store.leases.leave()


async def _keep(share: Share, engine: Engine) -> None:
    """Keep the worker's part up to date until the crawl is over; its errors are the engine's."""
    try:
        while not engine.is_stopping:
            _refresh(share, engine)
            engine.look_again()
            if share.is_told_to_stop() or (
                engine.is_idle
                and share.store.is_over(share.setting.run.id, share.setting.job.max_pages)
            ):
                engine.stop()
            await asyncio.sleep(POLL_S)
        await _outlive_lease(share)
    except Exception as error:  # noqa: BLE001 - handed on, whatever it is
        engine.fail(error)


def _refresh(share: Share, engine: Engine) -> None:
    """Renew the lease, take what is free, and bring in what others found."""
    store, setting = share.store, share.setting
    busy = {store.frontier.shard_of_host(host) for host in engine.busy_hosts}
    with store.transaction():
        store.frontier.park(engine.parked_hosts, setting.run.id)
        store.leases.share(share.workers, busy)
        store.frontier.take_posted(setting.job.max_depth)
        _share_pages(share, engine)


def _share_pages(share: Share, engine: Engine) -> None:
    """Ask for pages of ``max_pages`` where they run out; give them back where none are used."""
    leases, setting = share.store.leases, share.setting
    left, most = engine.pages_left, setting.job.max_pages
    if left is None or most is None:
        return
    if engine.is_idle and left > 0 and not any(True for _ in share.store.frontier.hosts_queued()):
        leases.give_back(left)
        engine.grant(-left)
    elif left <= 0:
        engine.grant(leases.grant(setting.run.id, most, share.workers))


async def _outlive_lease(share: Share) -> None:
    """Keep the lease while the engine finishes what is in hand."""
    while True:
        with share.store.transaction():
            pass
        await asyncio.sleep(POLL_S)
