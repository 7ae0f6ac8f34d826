"""Moves what many pages are read with into large pages of memory, where Linux has them.

To read a page touches tables, models and objects all over a hundred megabytes, and the processor
knows the places of few pages of four kilobytes by heart. In pages of two megabytes it knows all
(decision 0169). The kernel copies the process's memory into them; no address changes.
``PULLQUOTE_LARGE_PAGES=0`` in the environment leaves the memory as it is.
"""

import mmap
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

_AFTER_PAGES = 64
"""Pages read before: to copy takes as much time as is saved on so many."""
_AGAIN_AFTER = 256
"""Pages after which what was had anew is moved, too, which takes a tenth of the first time."""
_LARGE_BYTES = 2 << 20
"""A large page of x86-64, and of arm64 where small ones have four kilobytes."""
_MOST_BYTES = 1 << 29
"""A process that may write to more is more than a reader of pages, and is left alone."""
_COLLAPSE = 25
"""``MADV_COLLAPSE`` of madvise(2), since Linux 6.1; older kernels say that they do not know it."""
_SYSTEM = Path("/sys/kernel/mm/transparent_hugepage")
_MAPS, _PRESENT = Path("/proc/self/maps"), Path("/proc/self/pagemap")
_ENTRY_BYTES = 8
"""Of a small page in proc_pid_pagemap(5); the highest bit says that it is in memory."""

_pages = 0


def count_page() -> None:
    """Count a page that is about to be read; use large pages from the 64th one on."""
    global _pages  # noqa: PLW0603 - memory is the process's
    _pages = count = _pages + 1
    if count % _AGAIN_AFTER == _AFTER_PAGES:
        use_large_pages()


def use_large_pages() -> int:
    """Have the kernel move this process's memory into large pages; return how many it made.

    None are made where they are switched off, by the system's owner or the environment, on other
    systems than Linux, where the kernel does not let a process see its own memory, and in a Python
    that can call nothing of C.
    """
    if sys.platform != "linux" or os.environ.get("PULLQUOTE_LARGE_PAGES") == "0":
        return 0
    try:
        if not _are_allowed():
            return 0
        with _MAPS.open("rb") as maps:
            places = list(_full_places(list(writable_spans(maps))))
        advise = _find_advise()
    except (OSError, ImportError):
        return 0
    return sum(advise(place, _LARGE_BYTES, _COLLAPSE) == 0 for place in places)


def _find_advise() -> Callable[[int, int, int], int]:
    """Return madvise(2), which gives 0, or -1 where the kernel could not do it.

    Raises:
        ImportError: Python was built without ``ctypes``.
        OSError: It was linked in a way in which nothing can be looked up.
    """
    import ctypes  # some Pythons have none, and who reads ten pages needs none

    advise: Any = ctypes.CDLL(None).madvise
    advise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    return advise  # type: ignore[no-any-return]


def _are_allowed() -> bool:
    """Return whether the system has large pages of the size known here, and lets them be used."""
    is_known = (_SYSTEM / "hpage_pmd_size").read_bytes().strip() == b"%d" % _LARGE_BYTES
    return is_known and b"[never]" not in (_SYSTEM / "enabled").read_bytes()


def writable_spans(maps: Iterable[bytes]) -> Iterator[range]:
    """Yield the addresses at which large pages may begin, a range for each part of the memory.

    Args:
        maps: Lines as in proc_pid_maps(5), where names of files are bytes of any kind. Only what a
            process writes for itself counts: its heap, and what has neither a name nor a file.
    """
    for line in maps:
        addresses, rights, _, _, inode, *name = line.split(maxsplit=5)
        if rights == b"rw-p" and inode == b"0" and b"".join(name).strip() in (b"", b"[heap]"):
            start, end = (int(address, 16) for address in addresses.split(b"-"))
            start += -start % _LARGE_BYTES
            yield range(start, end - _LARGE_BYTES + 1, _LARGE_BYTES)


def _full_places(spans: list[range]) -> Iterator[int]:
    """Yield where at least half of a large page is in memory: the stack of a thread never is."""
    if sum(map(len, spans)) * _LARGE_BYTES > _MOST_BYTES:
        return
    small = _LARGE_BYTES // mmap.PAGESIZE
    with _PRESENT.open("rb", buffering=0) as entries:
        for place in (place for span in spans for place in span):
            found = os.pread(
                entries.fileno(), small * _ENTRY_BYTES, place // mmap.PAGESIZE * _ENTRY_BYTES
            )
            # Numbers are little-endian on the processors that have pages of this size.
            if sum(byte >> 7 for byte in found[_ENTRY_BYTES - 1 :: _ENTRY_BYTES]) * 2 >= small:
                yield place
