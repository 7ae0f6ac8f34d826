"""Engines: what carries many pieces of work to one function, in whatever order they finish.

Each engine gives every result exactly once, however often a process or a machine is lost on the
way; the function must therefore be one that may be run again on the same piece. ``pool`` needs
nothing more than this machine, ``ray`` runs on a Ray cluster, or on this machine's cores if none
is named. No scheduler of our own: a pool is ``concurrent.futures``, a cluster is Ray Data.
"""

import importlib
import logging
import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from scraper.cluster import connect_ray
from scraper.errors import InputError

T = TypeVar("T")
R = TypeVar("R")

_WINDOW_A_JOB = 2
"""Pieces handed out ahead for each process."""

_LOST_POOLS = 1_000
"""Pools that may be lost in one run: a machine that kills more than that can't do the work."""

_BLOCKS = 64
"""Blocks that Ray Data gets for each worker: few enough to schedule, enough to balance."""


class Engine(Protocol):
    """Runs a function over pieces."""

    def map_unordered(
        self, function: Callable[[T], R], pieces: Sequence[T], *, is_light: bool = False
    ) -> Iterator[R]:
        """Yield ``function(piece)`` for each piece, as they finish.

        Args:
            function: Can be pickled; may be run again on a piece whose process was lost.
            pieces: Can be pickled.
            is_light: Whether the function loads nothing that is worth keeping between pieces.

        Raises:
            Whatever the function raises.
        """


@dataclass(frozen=True, slots=True)
class Pool:
    """Processes of this machine.

    Args:
        jobs: Processes; 1 works in this one.
    """

    jobs: int = 1

    def map_unordered(
        self, function: Callable[[T], R], pieces: Sequence[T], *, is_light: bool = False
    ) -> Iterator[R]:
        """Yield results as they finish; a pool that lost a process is replaced by a new one."""
        del is_light  # a process of the pool keeps what it loaded anyway
        if self.jobs <= 1:
            yield from map(function, pieces)
            return
        left = list(reversed(pieces))
        for _ in range(_LOST_POOLS):
            yield from self._drain(function, left)
            if not left:
                return
        raise InputError(f"{_LOST_POOLS} pools of processes were killed; is memory enough?")

    def _drain(self, function: Callable[[T], R], left: list[T]) -> Iterator[R]:
        """Work on ``left`` from its end; leave in it what was in hand when a process was lost."""
        running: dict[Future[R], T] = {}
        with ProcessPoolExecutor(self.jobs) as pool:
            try:
                while left or running:
                    while left and len(running) < self.jobs * _WINDOW_A_JOB:
                        piece = left.pop()
                        running[pool.submit(function, piece)] = piece
                    for future in wait(running, return_when=FIRST_COMPLETED).done:
                        result = future.result()
                        del running[future]
                        yield result
            except BrokenProcessPool:
                for future, piece in running.items():
                    if future.done() and future.exception() is None:
                        yield future.result()
                    else:
                        left.append(piece)
            finally:
                pool.shutdown(wait=False, cancel_futures=True)


@dataclass(frozen=True, slots=True)
class Ray:
    """A Ray cluster, by Ray Data: its actors load the parsers once.

    Args:
        jobs: Actors, each with one processor.
        address: Of the cluster (``auto``, ``ray://host:port``); None starts one here.
    """

    jobs: int = 1
    address: str | None = None

    def map_unordered(
        self, function: Callable[[T], R], pieces: Sequence[T], *, is_light: bool = False
    ) -> Iterator[R]:
        """Yield results as they finish; Ray runs the block of a lost actor or node again."""
        if not pieces:
            return
        data = self._data()
        rows = [{"piece": pickle.dumps(piece)} for piece in pieces]
        workers = min(self.jobs, len(rows))
        source = data.from_items(rows, override_num_blocks=min(len(rows), workers * _BLOCKS))
        carrier: Any = _to_task(function) if is_light else _to_actor(function)
        results = source.map_batches(carrier, batch_size=1, concurrency=workers, num_cpus=1)
        for row in results.iter_rows():
            yield pickle.loads(row["result"])  # noqa: S301 - written by our own actor

    def _data(self) -> Any:
        """Return Ray Data, connected.

        Raises:
            InputError: Ray is not installed, or the cluster can't be reached.
        """
        connect_ray(self.address, self.jobs)
        data: Any = importlib.import_module("ray.data")
        data.DataContext.get_current().enable_progress_bars = False
        logging.getLogger("ray.data").setLevel(logging.ERROR)
        return data


_Batch = dict[str, Sequence[bytes]]


def _to_task(function: Callable[[T], R]) -> Callable[[_Batch], _Batch]:
    """Return what runs a function on a batch in any process that Ray has."""

    def run(batch: _Batch) -> _Batch:
        # Pieces and results were pickled by this module.
        return {"result": [pickle.dumps(function(pickle.loads(p))) for p in batch["piece"]]}  # noqa: S301

    return run


def _to_actor(function: Callable[[T], R]) -> type:
    """Return a class whose actors keep a function, with all that it loaded, between batches.

    The class carries the function: an actor's arguments would be lost with the node that holds
    them, and the actor could not be started again.
    """
    run = _to_task(function)

    class Carrier:
        def __call__(self, batch: _Batch) -> _Batch:
            return run(batch)

    return Carrier


ENGINES = ("pool", "ray")


def open_engine(name: str, *, jobs: int, address: str | None = None) -> Engine:
    """Return the engine of a name from ``ENGINES``.

    Raises:
        InputError: There is none of that name, or it takes no address.
    """
    if name == "ray":
        return Ray(jobs, address)
    if name != "pool":
        raise InputError(f"unknown engine {name!r}; known are {' and '.join(ENGINES)}")
    if address is not None:
        raise InputError("an address is of use to the engine ray only; add --engine ray")
    return Pool(jobs)
