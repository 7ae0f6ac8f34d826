"""The processes of the browser, read from ``/proc``: which they are, and what memory they hold."""

import contextlib
import os
import signal
from collections.abc import Iterable
from pathlib import Path

_PROC = Path("/proc")
_DRIVER = b"playwright"
"""Stands in the command line of Playwright's driver, whose children the browsers are."""


def find_browsers(proc: Path = _PROC) -> list[int]:
    """Return the driver that this process started, and everything below it; empty without one."""
    children = _children(proc)
    drivers = [pid for pid in children.get(os.getpid(), []) if _DRIVER in _command(proc / str(pid))]
    found = drivers[:]
    for pid in found:
        found += children.get(pid, [])
    return found


def memory_mib(pids: Iterable[int], proc: Path = _PROC) -> int:
    """Return the MiB that processes hold, pages that they share counted once (PSS)."""
    return sum(_memory_kib(proc / str(pid)) for pid in pids) // 1024


def kill_browsers() -> None:
    """End the browsers at once, not their driver."""
    for pid in find_browsers()[1:]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _children(proc: Path) -> dict[int, list[int]]:
    """Return process → its children."""
    children: dict[int, list[int]] = {}
    for entry in proc.glob("[0-9]*"):
        parent = _parent(entry)
        if parent is not None:
            children.setdefault(parent, []).append(int(entry.name))
    return children


def _parent(process: Path) -> int | None:
    # The name stands in parentheses and may hold any character, so the fields are counted behind.
    fields = _read(process / "stat").decode("ascii", "replace").rpartition(")")[2].split()
    return int(fields[1]) if len(fields) > 1 else None


def _command(process: Path) -> bytes:
    return _read(process / "cmdline")


def _memory_kib(process: Path) -> int:
    lines = _read(process / "smaps_rollup").decode("ascii", "replace").splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _read(path: Path) -> bytes:
    """Return a file of a process; empty where the process has ended."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
