"""Locks that end with the process that holds them, however it ends."""

import contextlib
import fcntl
import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from scraper.errors import JobLocked, StoreError

LOCK = "pullquote.lock"
"""Name of a job's lock file in its output folder."""
_LONGEST_REST_S = 300.0
_LOOK_S = 0.1
_LANES = "lanes"
"""Who holds a host while a crawl has lanes for it."""


class Pace(Protocol):
    """What the locks ask of politeness."""

    def defer(self, host: str, seconds: float) -> None:
        """Ask nothing of a host for some seconds."""

    def rest_s(self, host: str) -> float:
        """Return the seconds until a host may be asked again."""


@contextmanager
def job_lock(path: Path) -> Iterator[None]:
    """Hold a job's lock file inside.

    Raises:
        JobLocked: Another process holds it.
        StoreError: The file can't be made.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        message = f"cannot open {path}: {error.strerror}; check the folder and its permissions"
        raise StoreError(message) from error
    try:
        try:
            _take(descriptor)
        except BlockingIOError as error:
            holder = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip()
            message = f"another run of this job is going on (process {holder or 'unknown'})"
            raise JobLocked(message) from error
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        # Somebody may only be looking whether it is held.
        time.sleep(_LOOK_S)
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def is_held(path: Path) -> bool:
    """Return whether a process holds a job's lock file."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


class HostLocks:
    """Hosts that this process asks at the moment, so that no two jobs ask one at a time.

    Jobs of one user on one machine see each other. Where the folder can't be used (it belongs to
    somebody else), every host is free. Within a process a host may have several holders: the lanes
    of the crawl, and single requests such as those of a page that is rendered.

    Args:
        folder: Where the lock files are; one for the user in the system's temporary folder
            without it.
        pace: What is left of a host's pause is written into its lock file and kept by the next
            job; without it jobs may follow one another at once.
    """

    def __init__(self, folder: Path | None = None, pace: "Pace | None" = None) -> None:
        self._pace = pace
        self._folder = folder or Path(tempfile.gettempdir()) / f"pullquote-hosts-{os.getuid()}"
        self._files: dict[str, int] = {}
        self._holders: dict[str, set[object]] = {}
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._is_ours = self._folder.lstat().st_uid == os.getuid()
            self._sweep()
        except OSError:
            self._is_ours = False

    def _sweep(self) -> None:
        """Remove the lock files that nobody holds and whose pauses are over."""
        if not self._is_ours:
            return
        for path in self._folder.glob("*.lock"):
            with contextlib.suppress(OSError):
                if time.time() - path.stat().st_mtime > _LONGEST_REST_S:
                    _remove_free(path)

    def acquire(self, host: str, holder: object = _LANES) -> bool:
        """Return whether a host is ours now; False where another job asks it."""
        holders = self._holders.get(host)
        if holders is not None:
            holders.add(holder)
            return True
        if self._is_ours and not self._lock(host):
            return False
        self._holders[host] = {holder}
        return True

    def _lock(self, host: str) -> bool:
        try:
            descriptor = _take_file(self._path_of(host), os.O_CREAT)
        except BlockingIOError:
            return False
        except OSError:
            # No file can be made (disk or file table full): politeness within the job remains.
            return True
        self._files[host] = descriptor
        if self._pace is not None and (rest := _read_rest(descriptor)) > 0:
            self._pace.defer(host, rest)
        return True

    def _path_of(self, host: str) -> Path:
        return self._folder / f"{hashlib.sha256(host.encode()).hexdigest()[:24]}.lock"

    def release(self, host: str, holder: object = _LANES) -> None:
        """Let other jobs ask a host, once its last holder lets go."""
        holders = self._holders.get(host)
        if holders is None:
            return
        holders.discard(holder)
        if not holders:
            del self._holders[host]
            descriptor = self._files.pop(host, None)
            if descriptor is not None:
                self._let_go(host, descriptor)

    def close(self) -> None:
        """Let go of all hosts."""
        for host, descriptor in self._files.items():
            self._let_go(host, descriptor)
        self._files.clear()
        self._holders.clear()

    def _let_go(self, host: str, descriptor: int) -> None:
        rest = self._pace.rest_s(host) if self._pace is not None else 0.0
        # On a full disk the next job comes too early, which is no reason to end this one.
        with contextlib.suppress(OSError):
            if rest > 0:
                os.ftruncate(descriptor, 0)
                os.pwrite(descriptor, f"{time.time() + rest:.3f}".encode(), 0)
            else:
                self._path_of(host).unlink(missing_ok=True)
        os.close(descriptor)


def _take_file(path: Path, flags: int = 0) -> int:
    """Return the descriptor of a lock file that is held now.

    Whoever holds a file may delete it, so one that was opened before and is held after that is
    no lock any more, and the next one is taken.

    Raises:
        BlockingIOError: Somebody else holds it.
        OSError: It can't be opened.
    """
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW | flags, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(os.fstat(descriptor), path.lstat()):
                return descriptor
        except FileNotFoundError:
            pass
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _remove_free(path: Path) -> None:
    """Remove a lock file that nobody holds.

    Raises:
        OSError: Somebody holds it, or it can't be removed.
    """
    descriptor = _take_file(path)
    try:
        path.unlink()
    finally:
        os.close(descriptor)


def _read_rest(descriptor: int) -> float:
    """Return the seconds for which the job before wants its host left alone."""
    try:
        rest = float(os.pread(descriptor, 32, 0)) - time.time()
    except (OSError, ValueError):
        return 0.0
    # More than that was written by a clock that was wrong.
    return rest if rest <= _LONGEST_REST_S else 0.0
