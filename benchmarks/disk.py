"""What a disk may hold after a power cut, worked out from the system calls of a program.

``read_trace`` turns the output of strace into operations on files; ``Disk`` replays them and says
what may be there if the power fails at any of them: everything that was synced, and of the rest
whatever chance leaves, in pieces of a sector. The rules are those that POSIX gives and no more: a
file's content is safe once that file was synced, a name once its folder was. File systems promise
more than that; a program that needs no more is safe on all of them.

Source: Pillai et al., "All File Systems Are Not Created Equal" (OSDI 2014); Mohan et al., "Finding
Crash-Consistency Bugs with Bounded Black-Box Crash Testing" (OSDI 2018).
"""

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR_BYTES = 512
TRACED = (
    "open,openat,creat,close,write,pwrite64,fsync,fdatasync,sync,rename,renameat,renameat2,unlink,"
    "unlinkat,ftruncate,truncate,mkdir,mkdirat,rmdir,lseek,writev,pwritev,pwritev2,link,linkat,"
    "symlink,symlinkat,fallocate,copy_file_range,sendfile,syncfs,sync_file_range"
)
"""All calls that change files; those that ``Tracer`` does not know end the run where they occur."""
STRACE = (
    "strace",
    "-f",
    "-y",
    "-xx",
    "-s",
    "100000000",
    "-e",
    f"trace={TRACED}",
    "-e",
    "signal=none",
)

_LINE = re.compile(r"^(\d+) +(.*)$", re.S)
_RESUMED = re.compile(r"<\.\.\. (\w+) resumed>(.*)$", re.S)
_CALL = re.compile(r"(\w+)\((.*)\) += (-?\d+)(<[^>]*>)?", re.S)
_UNFINISHED = " <unfinished ...>"
_QUOTED = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FILE = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2})*)(?:\(deleted\))?>")
_QUIET = frozenset({"write", "pwrite64", "lseek", "close", "open", "openat"})
_BEFORE = -1
"""Number of the operation that made what was there already."""
_FORGOTTEN = ("-shm",)
"""Endings of files that are made anew after a crash: SQLite's index of its log is one."""


class UnknownChange(Exception):
    """A recorded call changes the folder in a way that the model has no rule for.

    The run ends there: to go on would be to work out disks that no power cut leaves.
    """


@dataclass(frozen=True, slots=True)
class Call:
    """One system call that came back: what, on which paths, and when it had begun."""

    name: str
    begun: int
    """Number of calls that had come back when it began."""
    paths: tuple[str, ...] = ()
    text: str = field(default="", repr=False)
    """Its arguments as strace wrote them."""
    descriptor: tuple[int, str] = (-1, "")
    """Number and path of the file it was given, where it was given one."""
    result: int = 0
    opened: str = ""


def unescape(text: str) -> bytes:
    r"""Return the bytes of a text in which each is written as ``\x2f``."""
    return bytes.fromhex(text.replace("\\x", ""))


def read_trace(lines: Iterable[str]) -> Iterator[Call]:
    """Yield the calls that came back without an error, in the order in which they did.

    Args:
        lines: Output of ``strace`` with the options ``STRACE``. A call during which another thread
            made one stands on two lines.
    """
    begun: dict[str, tuple[str, int]] = {}
    count = 0
    for line in lines:
        if (match := _LINE.match(line.rstrip("\n"))) is None:
            continue
        thread, text = match.groups()
        start = count
        if text.endswith(_UNFINISHED):
            begun[thread] = text.removesuffix(_UNFINISHED), count
            continue
        if (resumed := _RESUMED.match(text)) is not None:
            head, start = begun.pop(thread)
            text = head + resumed[2]
        if (known := _CALL.match(text)) is None or int(known[3]) < 0:
            continue
        count += 1
        yield _to_call(known, start)


def _to_call(known: "re.Match[str]", begun: int) -> Call:
    name, arguments, result, opened = known.groups()
    given = _FILE.match(arguments)
    descriptor = (int(given[1]), unescape(given[2]).decode()) if given else (-1, "")
    is_write = name in {"write", "pwrite64"}
    quoted = [] if is_write else _QUOTED.findall(arguments)
    return Call(
        name=name,
        begun=begun,
        paths=tuple(unescape(path).decode() for path in quoted),
        text=arguments,
        descriptor=descriptor,
        result=int(result),
        opened=unescape(opened[1:-1]).decode() if opened and "\\x" in opened else "",
    )


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a file's content, or of a folder's names."""

    at: int
    """Number of the operation that made it."""
    offset: int = 0
    data: bytes | None = field(default=None, repr=False)
    """What is written; None where the file is cut to ``offset`` bytes."""
    name: str = ""
    """The name in the folder that is ``node``'s now, nobody's where that is None."""
    node: int | None = None
    before: str = ""
    """The name that the node had in the folder until then."""


@dataclass
class Node:
    """A file or a folder with its changes since it is watched."""

    is_folder: bool
    changes: list[Change] = field(default_factory=list)
    syncs: list[tuple[int, int]] = field(default_factory=list)
    """(number of the operation that synced it, number before which changes are safe since)."""
    size: int = 0

    def changes_before(self, at: int) -> Iterator[tuple[Change, bool]]:
        """Yield the changes of the first ``at`` operations, and whether each is safe by then."""
        safe = max((before for synced, before in self.syncs if synced < at), default=_BEFORE)
        for change in self.changes:
            if change.at >= at:
                return
            yield change, change.at < safe


@dataclass(frozen=True, slots=True)
class Chance:
    """How a power cut treats what was not synced."""

    content: float
    """Share of the sectors written that are there."""
    names: float
    """Share of the changes of names that are there."""
    in_order: bool = False
    """Whether changes of names outlast it up to one moment, as with a journal."""


class Disk:
    """The files below a folder, as a running program changes them.

    Args:
        root: The folder; what is in it is taken to be safe.
    """

    def __init__(self, root: Path) -> None:
        self.root = str(root)
        self.nodes = [Node(is_folder=True)]
        self._live = {self.root: 0}
        self._positions: dict[int, int] = {}
        self._appending: set[int] = set()
        self.count = _BEFORE
        for path in sorted(root.rglob("*")):
            node = self._add(str(path), is_folder=path.is_dir())
            if path.is_file():
                self._write(node, 0, path.read_bytes())
        self.count = 0
        """Operations so far."""
        self._sync(range(len(self.nodes)), 0, at=_BEFORE)
        self.touched: list[int] = []
        """Numbers of the operations on files below the root."""
        self.turning_points: list[int] = []
        """Operations around which something becomes safe or changes its name."""

    # --- replaying ----------------------------------------------------------------------------

    def apply(self, call: Call) -> None:
        """Take up a call; one that does not concern the folder changes nothing.

        Raises:
            UnknownChange: It changes a file in a way that is not known here.
        """
        method = getattr(self, f"_on_{call.name}", None)
        if method is not None:
            method(call)
        elif any(self._is_ours(path) for path in (*call.paths, call.descriptor[1])):
            raise UnknownChange(f"{call.name} on {call.paths or call.descriptor[1]}")
        self.count += 1
        if any(self._is_ours(path) for path in (*call.paths, call.descriptor[1], call.opened)):
            self.touched.append(self.count)
            if call.name not in _QUIET:
                self.turning_points += [self.count - 1, self.count]

    def _is_ours(self, path: str) -> bool:
        return path.startswith(self.root + "/") and not path.endswith(_FORGOTTEN)

    def _add(self, path: str, *, is_folder: bool) -> int:
        number = len(self.nodes)
        self.nodes.append(Node(is_folder))
        self._live[path] = number
        self._rename(path, number)
        return number

    def _rename(self, path: str, node: int | None, before: str = "") -> None:
        folder, _, name = path.rpartition("/")
        parent = self.nodes[self._live[folder]]
        parent.changes.append(Change(self.count, name=name, node=node, before=before))

    def _write(self, node: int, offset: int, data: bytes) -> None:
        known = self.nodes[node]
        known.changes.append(Change(self.count, offset, data))
        known.size = max(known.size, offset + len(data))

    def _cut(self, node: int, size: int) -> None:
        self.nodes[node].changes.append(Change(self.count, size))
        self.nodes[node].size = size

    def _on_open(self, call: Call) -> None:
        path, descriptor = call.opened, call.result
        if not self._is_ours(path):
            return
        node = self._live.get(path)
        if node is None:
            node = self._add(path, is_folder=False)
        elif "O_TRUNC" in call.text:
            self._cut(node, 0)
        self._positions[descriptor] = 0
        (self._appending.add if "O_APPEND" in call.text else self._appending.discard)(descriptor)

    _on_openat = _on_creat = _on_open

    def _on_close(self, call: Call) -> None:
        self._positions.pop(call.descriptor[0], None)
        self._appending.discard(call.descriptor[0])

    def _on_lseek(self, call: Call) -> None:
        if call.descriptor[0] in self._positions:
            self._positions[call.descriptor[0]] = call.result

    def _on_write(self, call: Call) -> None:
        descriptor, path = call.descriptor
        if not self._is_ours(path):
            return
        node = self._live[path]
        is_appending = descriptor in self._appending
        offset = self.nodes[node].size if is_appending else self._positions[descriptor]
        self._write(node, offset, self._data_of(call))
        self._positions[descriptor] = offset + call.result

    def _on_pwrite64(self, call: Call) -> None:
        if self._is_ours(call.descriptor[1]):
            offset = int(call.text.rpartition(",")[2])
            self._write(self._live[call.descriptor[1]], offset, self._data_of(call))

    @staticmethod
    def _data_of(call: Call) -> bytes:
        quoted = _QUOTED.search(call.text)
        return unescape(quoted[1])[: call.result] if quoted else b""

    def _on_ftruncate(self, call: Call) -> None:
        path = call.descriptor[1] or call.paths[0]
        if self._is_ours(path):
            self._cut(self._live[path], int(call.text.rpartition(",")[2]))

    _on_truncate = _on_ftruncate

    def _on_fsync(self, call: Call) -> None:
        path = call.descriptor[1]
        if self._is_ours(path) or path == self.root:
            # What was written while it was at work may have come too late for it.
            self._sync([self._live[path]], call.begun, at=self.count)

    _on_fdatasync = _on_fsync

    def _sync(self, nodes: Iterable[int], before: int, *, at: int) -> None:
        for number in nodes:
            self.nodes[number].syncs.append((at, before))

    def _on_sync(self, call: Call) -> None:
        self._sync(range(len(self.nodes)), call.begun, at=self.count)

    def _on_mkdir(self, call: Call) -> None:
        if self._is_ours(call.paths[-1]):
            self._add(call.paths[-1], is_folder=True)

    _on_mkdirat = _on_mkdir

    def _on_rename(self, call: Call) -> None:
        before, after = call.paths[-2:]
        if not self._is_ours(after):
            return
        if before.rpartition("/")[0] != after.rpartition("/")[0]:
            raise UnknownChange(f"a move from one folder to another: {before} to {after}")
        node = self._live.pop(before)
        self._live[after] = node
        for path in [path for path in self._live if path.startswith(before + "/")]:
            self._live[after + path.removeprefix(before)] = self._live.pop(path)
        self._rename(after, node, before.rpartition("/")[2])

    _on_renameat = _on_renameat2 = _on_rename

    def _on_unlink(self, call: Call) -> None:
        path = call.paths[-1]
        if call.name == "unlinkat" and not path.startswith("/"):
            path = f"{call.descriptor[1]}/{path}"
        if self._is_ours(path):
            del self._live[path]
            self._rename(path, None)

    _on_unlinkat = _on_rmdir = _on_unlink

    # --- after the cut ------------------------------------------------------------------------

    def after_cut(self, at: int, chance: Chance, source: random.Random) -> dict[str, bytes | None]:
        """Return path below the root → content of each file, None for a folder.

        Args:
            at: Operations that were done; later ones never were.
            chance: What becomes of what was not safe.
            source: Of random numbers.
        """
        last = source.uniform(0, at) if chance.in_order else None
        found: dict[str, bytes | None] = {}
        waiting = [("", 0)]
        while waiting:
            path, number = waiting.pop()
            node = self.nodes[number]
            if not node.is_folder:
                found[path] = self._content_of(node, at, chance, source)
                continue
            if path:
                found[path] = None
            prefix = f"{path}/" if path else ""
            entries = self._entries_of(node, at, last, chance, source)
            waiting += [(prefix + name, child) for name, child in entries.items()]
        return found

    @staticmethod
    def _content_of(node: Node, at: int, chance: Chance, source: random.Random) -> bytes:
        content = bytearray()
        for change, is_safe in node.changes_before(at):
            if change.data is None:
                if is_safe or source.random() < chance.content:
                    del content[change.offset :]
                    content.extend(bytes(change.offset - len(content)))
                continue
            for offset, piece in _sectors(change.offset, change.data):
                if is_safe or source.random() < chance.content:
                    content.extend(bytes(max(0, offset - len(content))))
                    content[offset : offset + len(piece)] = piece
        return bytes(content)

    @staticmethod
    def _entries_of(
        node: Node, at: int, last: float | None, chance: Chance, source: random.Random
    ) -> dict[str, int]:
        entries: dict[str, int] = {}
        for change, is_safe in node.changes_before(at):
            kept = source.random() < chance.names if last is None else change.at < last
            if not (is_safe or kept):
                continue
            entries.pop(change.before, None)
            if change.node is None:
                entries.pop(change.name, None)
            else:
                entries[change.name] = change.node
        return entries


def _sectors(offset: int, data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (offset, bytes) of what is written, cut where a sector ends."""
    at = 0
    while at < len(data):
        size = SECTOR_BYTES - (offset + at) % SECTOR_BYTES
        yield offset + at, data[at : at + size]
        at += size


def write_files(files: dict[str, bytes | None], folder: Path) -> None:
    """Write files and folders as ``after_cut`` gave them."""
    folder.mkdir(parents=True)
    for path, content in sorted(files.items()):
        if content is None:
            (folder / path).mkdir(parents=True, exist_ok=True)
        else:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
