"""What the crawl and its readers tell each other, and its form as bytes between processes.

Knows nothing of pages and parsers, so that the crawling process need not load them.
"""

import base64
import json
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from itertools import accumulate, islice, pairwise
from typing import Any, NamedTuple

from schemas.fetch import FetchKind, Outcome
from scraper.crawler.response import Rendered
from scraper.urls import CanonicalUrl

_FRAME = struct.Struct(">II")

ORDER = struct.Struct(">cI")
"""What the crawl says to the nursery of workers: an order and the number of a worker."""
FORK, KILL = b"+", b"-"
"""Orders: make a worker for the socket that comes along; end one."""


class Found(NamedTuple):
    """One URL that a page leads to; a tuple, since a page has some hundred and they travel."""

    url: CanonicalUrl
    rank: int
    kind: FetchKind = "page"
    changed_at: float | None = None
    """When a sitemap or feed says that it was changed, in seconds since 1970."""
    is_redirect: bool = False
    """Whether the page does nothing but send its reader there."""


PIECE = 1000
"""URLs that are unpacked at a time; hardly a page has more, and a sitemap may have 50,000."""


class Packed:
    """The URLs of a long list as they travelled, unpacked piece by piece.

    A dozen sitemaps may wait to be written, and each takes ten times as much memory unpacked.

    Args:
        pieces: Up to ``PIECE`` URLs each, as JSON.
    """

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self.pieces = pieces

    @classmethod
    def of(cls, found: Iterable[Found]) -> "Packed":
        """Return URLs packed, taking ``PIECE`` of them at a time."""
        rest = iter(found)
        return cls([_encode(piece) for piece in iter(lambda: list(islice(rest, PIECE)), [])])

    def __iter__(self) -> Iterator[Found]:
        for piece in self.pieces:
            yield from _unpack(piece)


def _unpack(piece: bytes) -> Iterator[Found]:
    return map(Found._make, json.loads(piece.decode("utf-8", "surrogatepass")))


@dataclass(frozen=True, slots=True)
class Task:
    """One response to be read."""

    url: str
    depth: int
    kind: FetchKind
    """What was expected."""
    status: int
    headers: Mapping[str, str]
    fetched_at: str
    """ISO 8601."""
    content: bytes = field(repr=False, default=b"")
    is_signed: bool = False
    """Whether a digest of what a page links is asked for."""

    def to_frame(self) -> bytes:
        """Return the task as bytes for a worker."""
        head = {name: getattr(self, name) for name in _TASK_HEAD}
        return to_frame(head, self.content)

    @classmethod
    def from_frame(cls, head: dict[str, Any], body: bytes) -> "Task":
        """Return the task that ``to_frame`` made."""
        return cls(**head, content=body)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a response holds."""

    kind: FetchKind = "page"
    """What it turned out to be."""
    outcome: Outcome = "ok"
    message: str | None = None
    found: Iterable[Found] = field(default_factory=list)
    record_id: str | None = None
    is_own: bool = False
    """Whether the record calls the URL its own."""
    digest: str = ""
    signature: str | None = None
    """MinHash in base64."""
    links: str | None = None
    """Digest of what the page links (``sign_links``), in hexadecimal, where it is asked for."""
    record: bytes = field(repr=False, default=b"")
    """The record as JSON."""
    shell: str | None = None
    """Why the page has to be rendered to show its text; only looked at where the job renders."""
    words: int = 0
    """Words of the article that was found, whether it became a record or not."""
    is_bare: bool = False
    """Whether the page shows nothing, neither text nor links."""
    rendered: Rendered | None = None
    """The page as a browser left it, where it was read so; never crosses a pipe."""

    def to_frame(self) -> bytes:
        """Return the reading as bytes for the crawl loop."""
        found = self.found if isinstance(self.found, Packed) else Packed.of(self.found)
        pieces = found.pieces
        head = {name: getattr(self, name) for name in _READING_HEAD}
        head["pieces"] = list(map(len, pieces))
        return to_frame(head, b"".join([*pieces, self.record]))

    @classmethod
    def from_frame(cls, head: dict[str, Any], body: bytes) -> "Reading":
        """Return the reading that ``to_frame`` made."""
        ends = list(accumulate(head.pop("pieces"), initial=0))
        pieces = [body[start:end] for start, end in pairwise(ends)]
        found = list(_unpack(pieces[0])) if len(pieces) == 1 else Packed(pieces)
        return cls(**head, found=found, record=body[ends[-1] :])

    def signature_bytes(self) -> bytes | None:
        """Return the MinHash signature."""
        return base64.b64decode(self.signature) if self.signature else None


_TASK_HEAD = [known.name for known in fields(Task) if known.name != "content"]
_APART = frozenset({"record", "found", "rendered"})
_READING_HEAD = [known.name for known in fields(Reading) if known.name not in _APART]
"""Fields of a frame's head; what is large travels as bytes behind it."""


def to_frame(head: Mapping[str, Any], body: bytes) -> bytes:
    """Return a frame: the sizes of head and body, the head as JSON, the body."""
    encoded = _encode(head)
    return _FRAME.pack(len(encoded), len(body)) + encoded + body


def _encode(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def parse_head(encoded: bytes) -> dict[str, Any]:
    """Return the head of a frame."""
    head: dict[str, Any] = json.loads(encoded.decode("utf-8", "surrogatepass"))
    return head


FRAME_HEAD_BYTES = _FRAME.size


def frame_sizes(head: bytes) -> tuple[int, int]:
    """Return (size of head, size of body) that a frame begins with."""
    sizes: tuple[int, int] = _FRAME.unpack(head)
    return sizes
