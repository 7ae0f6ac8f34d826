"""How a run is told to stop, and how long its last steps may go on after that.

A signal that comes while pages are fetched ends the fetching. What follows it (marks of
duplicates, exports) takes as long as a job is large, so it goes on only for some seconds and is
given up then: nothing of it is lost, since the next run does it anew.
"""

import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

_T = TypeVar("_T")
PATIENCE_S = 3.0
"""Seconds after the first signal in which last steps may still come to their end. Supervisors
kill what has not ended after ten (containers) or ninety (systemd)."""


class GivenUp(Exception):
    """The time of a run that was told to stop is over."""


class Stop:
    """Whether a run is told to stop.

    Args:
        monotonic: Returns seconds of a clock that is never set.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._told_at: float | None = None
        self.signals: list[int] = []

    @property
    def is_told(self) -> bool:
        """Whether a signal came."""
        return bool(self.signals)

    def take(self, number: int) -> None:
        """Note a signal."""
        if self._told_at is None:
            self._told_at = self._monotonic()
        self.signals.append(number)

    def check(self) -> None:
        """Return if the run may go on with its last steps.

        Raises:
            GivenUp: A signal came, and the seconds that they had are over.
        """
        if self._told_at is not None and self._monotonic() - self._told_at > PATIENCE_S:
            raise GivenUp

    def watch(self, items: Iterable[_T]) -> Iterator[_T]:
        """Yield items as long as the run may go on; raises as ``check`` does, also at the end."""
        for item in items:
            self.check()
            yield item
        self.check()

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Take SIGINT and SIGTERM inside, in place of what was done on them before."""
        before = {}
        with suppress(ValueError):
            # Outside of the main thread signals are the caller's business.
            for number in (signal.SIGINT, signal.SIGTERM):
                before[number] = signal.signal(number, lambda came, _frame: self.take(came))
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
