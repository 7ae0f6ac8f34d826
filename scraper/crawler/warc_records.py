"""The WARC records of one fetch: answer, request, how it ended, what was rendered.

Follows WARC 1.1 (ISO 28500:2017): ``response`` and ``request`` as sent; ``revisit`` with the
profile of what was found unchanged (by the server, or by the bytes) and where the original is;
``WARC-Truncated`` where an answer is kept in part; ``metadata`` with how the fetch ended, also
where no answer came, and with the head of a 304; ``conversion`` for the page that a browser made
of an answer.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from scraper.crawler.exchange import Exchange
from scraper.crawler.response import Rendered, Response, read_field
from scraper.store import Original

NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_HTML = "text/html; charset=utf-8"
_FIELDS = "application/warc-fields"
_MESSAGE = "application/http; msgtype="
_VERSION = "WARC/1.1"
_END = b"\r\n\r\n"
_CODING = re.compile(rb"\r\ncontent-encoding:([^\r]*)", re.I)


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """A record as it is written: heads, body, and the empty lines behind it."""

    id: str
    heads: bytes
    """Of the record, and of the message in it."""
    body: bytes
    """With the empty lines."""
    is_packed: bool = False
    """Whether the server had packed the body."""


def make_records(exchange: Exchange) -> tuple[list[WarcRecord], Original | None]:
    """Return the records of an exchange in the order in which they are written.

    Returns:
        The records, and what later copies of the answer refer to: None where the answer is
        a copy itself, is kept in part, or is none.
    """
    response = exchange.response
    if response is None:
        return [_metadata(exchange, exchange.started_at, None)], None
    answer, original = _answer(exchange, response)
    records = [answer, _metadata(exchange, response.arrived_at, answer.id)]
    if response.status != 304:
        # What is asked on a condition day after day would be most of an archive of years.
        records.insert(1, _request(response, answer.id))
    if exchange.rendered is not None:
        records.append(_conversion(response.url, exchange.rendered, answer.id))
    return records, original


def make_info(name: str, facts: Mapping[str, str]) -> WarcRecord:
    """Return the ``warcinfo`` that opens a file, made now."""
    fields = {"WARC-Filename": name, "WARC-Date": to_warc_date(datetime.now(UTC))}
    return _record("warcinfo", "", fields, _FIELDS, body=_to_fields(facts.items()))


def _record(
    kind: str,
    url: str,
    fields: dict[str, str],
    content_type: str,
    *,
    head: bytes = b"",
    body: bytes = b"",
    is_packed: bool = False,
) -> WarcRecord:
    """Return a record.

    Args:
        url: What it is about, empty for the file itself.
        fields: Its other headers; the digest of its payload where that is known.
        head: Of the message in it.
    """
    record_id = f"<urn:uuid:{uuid4()}>"
    digest = hashlib.sha1(head, usedforsecurity=False)
    digest.update(body)
    fields |= {"WARC-Type": kind, "WARC-Record-ID": record_id}
    if url:
        fields["WARC-Target-URI"] = url
    fields["WARC-Block-Digest"] = _to_digest(digest.digest())
    fields["Content-Type"] = content_type
    fields["Content-Length"] = str(len(head) + len(body))
    lines = [_VERSION, *(f"{name}: {value}" for name, value in fields.items())]
    own = "\r\n".join(lines).encode("utf-8", "replace")
    return WarcRecord(record_id, own + _END + head, body + _END, is_packed)


def _answer(exchange: Exchange, response: Response) -> tuple[WarcRecord, Original | None]:
    """Return the answer as ``response`` or ``revisit``, and what copies of it refer to."""
    digest, known = payload_digest(response.packed), exchange.original
    fields = _common(response)
    if response.status == 304:
        fields |= {"WARC-Profile": NOT_MODIFIED} | _refers_to(exchange.url, known)
    elif known is not None and known.digest == digest and not response.truncated:
        fields |= {"WARC-Profile": SAME_PAYLOAD} | _refers_to(exchange.url, known)
    else:
        return _full(response, fields | {"WARC-Payload-Digest": digest})
    # Replay tools show an empty page for the head of a 304, and the original without it.
    head = _to_head(response) if response.status != 304 else b""
    return _record("revisit", response.url, fields, f"{_MESSAGE}response", head=head), None


def _full(response: Response, fields: dict[str, str]) -> tuple[WarcRecord, Original | None]:
    if response.truncated:
        fields["WARC-Truncated"] = response.truncated
    head = _to_head(response)
    record = _record(
        "response",
        response.url,
        fields,
        f"{_MESSAGE}response",
        head=head,
        body=response.packed,
        is_packed=_is_packed(head),
    )
    if response.truncated or response.status != 200:
        return record, None
    return record, Original(record.id, fields["WARC-Date"], fields["WARC-Payload-Digest"])


def _request(response: Response, answer_id: str) -> WarcRecord:
    fields = _common(response) | {"WARC-Concurrent-To": answer_id}
    fields["WARC-Payload-Digest"] = _NOTHING
    head = _without_framing(response.raw_request)
    return _record("request", response.url, fields, f"{_MESSAGE}request", head=head)


def _metadata(exchange: Exchange, moment: datetime, answer_id: str | None) -> WarcRecord:
    fields = {"WARC-Date": to_warc_date(moment)}
    if answer_id is not None:
        fields["WARC-Concurrent-To"] = answer_id
    return _record("metadata", exchange.url, fields, _FIELDS, body=_to_fields(_facts(exchange)))


def _conversion(url: str, rendered: Rendered, answer_id: str) -> WarcRecord:
    fields = {
        "WARC-Date": to_warc_date(rendered.rendered_at),
        "WARC-Refers-To": answer_id,
        "WARC-Rendered-By": rendered.renderer,
    }
    return _record("conversion", url, fields, _HTML, body=rendered.content)


def _to_fields(facts: Iterable[tuple[str, str]]) -> bytes:
    """Return lines as ``application/warc-fields`` has them."""
    return "".join(f"{name}: {value}\r\n" for name, value in facts).encode("utf-8", "replace")


def payload_digest(payload: bytes) -> str:
    """Return the digest of a payload as WARC writes it, SHA-1 in base 32."""
    return _to_digest(hashlib.sha1(payload, usedforsecurity=False).digest())


def _to_digest(digest: bytes) -> str:
    return f"sha1:{base64.b32encode(digest).decode()}"


_NOTHING = payload_digest(b"")


def to_warc_date(moment: datetime) -> str:
    """Return a moment in the form of ``WARC-Date``, to the microsecond."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _common(response: Response) -> dict[str, str]:
    fields = {"WARC-Date": to_warc_date(response.arrived_at)}
    if response.ip:
        fields["WARC-IP-Address"] = response.ip
    return fields


def _refers_to(url: str, known: Original | None) -> dict[str, str]:
    """Return where the original of a copy is; nothing where it isn't in the archive.

    Source: WARC 1.1, 6.7.2 and 6.7.3, which recommend address and date, and allow the id.
    """
    if known is None:
        return {}
    return {
        "WARC-Refers-To": known.record,
        "WARC-Refers-To-Target-URI": url,
        "WARC-Refers-To-Date": known.date,
        "WARC-Payload-Digest": known.digest,
    }


def _facts(exchange: Exchange) -> Iterator[tuple[str, str]]:
    """Yield what is known of a fetch; ``fetchTimeMs`` is the standard's own name."""
    yield "outcome", exchange.outcome
    yield "fetchTimeMs", str(round(exchange.elapsed_s * 1000))
    yield "attempts", str(exchange.attempts)
    yield "depth", str(exchange.depth)
    note = exchange.rendered.note if exchange.rendered else None
    optional = {
        "message": exchange.message,
        "redirectTo": exchange.redirect_to,
        "record": exchange.article_id,
        "rendering": note,
    }
    for name, value in optional.items():
        if value:
            yield name, " ".join(value.split())
    if exchange.response is not None and exchange.response.status == 304:
        status, *headers = _lines(exchange.response.raw_head)
        yield "status", status
        yield from (("header", line) for line in headers)


def _to_head(response: Response) -> bytes:
    """Return status line and headers; an answer over HTTP/2 is written as HTTP/1.1.

    Readers of archives expect a status line of HTTP/1, which HTTP/2 does not have.
    """
    head = _without_framing(response.raw_head)
    protocol, blank, rest = head.partition(b" ")
    return head if protocol.startswith(b"HTTP/1") else b"HTTP/1.1" + blank + rest


def _lines(head: bytes) -> list[str]:
    return [read_field(line) for line in head.rstrip(b"\r\n").split(b"\r\n")]


def _without_framing(head: bytes) -> bytes:
    """Return the head of a message as it was sent, but for what was undone on the way."""
    lines = head.rstrip(b"\r\n").split(b"\r\n")
    kept = [line for line in lines if not line.lower().startswith(b"transfer-encoding:")]
    return b"\r\n".join(kept) + _END


def _is_packed(head: bytes) -> bool:
    """Return whether a body is packed already, by the head before it."""
    coding = _CODING.search(head)
    return coding is not None and coding[1].strip().lower() not in (b"", b"identity")
