"""Locks that end with the process that holds them, however it ends."""

import fcntl
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scraper.errors import JobLocked, StoreError


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
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip()
            message = f"another run of this job is going on (process {holder or 'unknown'})"
            raise JobLocked(message) from error
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)


class HostLocks:
    """Hosts that this process asks at the moment, so that no two jobs ask one at a time.

    Jobs of one user on one machine see each other. Where the folder can't be used (it belongs to
    somebody else), every host is free.

    Args:
        folder: Where the lock files are; one for the user in the system's temporary folder
            without it.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or Path(tempfile.gettempdir()) / f"pullquote-hosts-{os.getuid()}"
        self._held: dict[str, int] = {}
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._is_ours = self._folder.lstat().st_uid == os.getuid()
        except OSError:
            self._is_ours = False

    def acquire(self, host: str) -> bool:
        """Return whether a host is ours now; False where another job asks it."""
        if host in self._held or not self._is_ours:
            return True
        name = hashlib.sha256(host.encode()).hexdigest()[:24] + ".lock"
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
        try:
            descriptor = os.open(self._folder / name, flags, 0o600)
        except OSError:
            # No file can be made (disk or file table full): politeness within the job remains.
            return True
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return False
        self._held[host] = descriptor
        return True

    def release(self, host: str) -> None:
        """Let other jobs ask a host."""
        descriptor = self._held.pop(host, None)
        if descriptor is not None:
            os.close(descriptor)

    def close(self) -> None:
        """Let go of all hosts."""
        for host in list(self._held):
            self.release(host)
