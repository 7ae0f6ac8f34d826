"""What is found out about a text is remembered for the next one, and forgotten in time.

Class values, names and labels come again within a page and on the next page of a site. A cache
counts its entries and not their sizes, and a hostile page may hold thousands of a megabyte each:
so all caches of what pages say are emptied whenever so much has been read that they could grow.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")

READ_LIMIT = 64 * 1024 * 1024
"""Bytes of pages after which all is forgotten: some four hundred pages. A cache can't hold more
text than was read since; to fill the caches again costs less than one can measure (200 pages,
emptied before each of them or never)."""

_forget: list[Callable[[], None]] = []
_read = 0


def remembered(maxsize: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Return a decorator that keeps the results of a function of what a page says.

    Args:
        maxsize: Results kept at most; the least recently used go first.
    """

    def remember(function: Callable[P, T]) -> Callable[P, T]:
        kept = lru_cache(maxsize=maxsize)(function)
        forgotten(kept.cache_clear)
        return cast("Callable[P, T]", kept)

    return remember


def forgotten(clear: Callable[[], None]) -> None:
    """Have a cache emptied with the others; ``clear`` is kept, and called again and again."""
    _forget.append(clear)


def count_read(size: int) -> None:
    """Count the bytes of a page that is about to be read; forget all where they are many.

    Threads that count at the same time may count one page too few.
    """
    global _read  # noqa: PLW0603 - caches are the process's
    _read += size
    if _read >= READ_LIMIT:
        _read = 0
        for clear in _forget:
            clear()
