"""Sees that files and their names outlast a power cut.

Source: POSIX ``fsync``: what was written to a file is safe once that file was synced, and its name
once its folder was; neither says anything about the other.
"""

import errno
import os
import sys
from pathlib import Path

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""Errors of a write for which there is no room: the disk, a quota, or the size of a file."""

_MANY = 64
"""Files that are synced one by one. Elsewhere than on Linux ``sync`` may return before the end."""


def sync_file(path: Path) -> None:
    """Return when a file's content outlasts a power cut.

    Raises:
        OSError: It can't be written.
    """
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Return when the names in a folder outlast a power cut; some systems have no such call.

    Raises:
        OSError: It can't be written.
    """
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(folder: Path) -> None:
    """Return when all that is in a folder outlasts a power cut.

    Raises:
        OSError: Something of it can't be written.
    """
    paths = [folder, *folder.rglob("*")]
    if len(paths) > _MANY and sys.platform == "linux":
        os.sync()  # Everything of the machine, once: cheaper than so many files one by one.
        return
    for path in paths:
        (sync_folder if path.is_dir() else sync_file)(path)


def make_folder(folder: Path) -> None:
    """Make a folder, with those above it, whose name outlasts a power cut; nothing if it is there.

    Raises:
        OSError: It can't be made.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)
