"""The WARC records of one fetch: answer, request, how it ended, what was rendered.

Follows WARC 1.1 (ISO 28500:2017): ``response`` and ``request`` as sent; ``revisit`` with the
profile of what was found unchanged (by the server, or by the bytes) and where the original is;
``WARC-Truncated`` where an answer is kept in part; ``metadata`` with how the fetch ended, also
where no answer came, and with the head of a 304; ``conversion`` for the page that a browser made
of an answer.
"""

import base64
import hashlib
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scraper.crawler.exchange import Exchange
from scraper.crawler.response import Rendered, Response
from scraper.store import Original

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord
    from warcio.warcwriter import WARCWriter

NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_HTML = "text/html; charset=utf-8"


class RecordMaker:
    """Makes the records of exchanges.

    Args:
        writer: warcio's writer, for its record format.
    """

    def __init__(self, writer: "WARCWriter") -> None:
        self._writer = writer

    def make(self, exchange: Exchange) -> "tuple[list[ArcWarcRecord], Original | None]":
        """Return the records of an exchange in the order in which they are written.

        Returns:
            The records, and what later copies of the answer refer to: None where the answer is
            a copy itself, is kept in part, or is none.
        """
        response = exchange.response
        if response is None:
            return [self._metadata(exchange, exchange.started_at, None)], None
        answer, original = self._answer(exchange, response)
        answer_id = answer.rec_headers.get_header("WARC-Record-ID")
        records = [
            answer,
            self._request(response, answer_id),
            self._metadata(exchange, response.arrived_at, answer_id),
        ]
        if exchange.rendered is not None:
            records.append(self._conversion(response.url, exchange.rendered, answer_id))
        return records, original

    def _answer(
        self, exchange: Exchange, response: Response
    ) -> "tuple[ArcWarcRecord, Original | None]":
        """Return the answer as ``response`` or ``revisit``, and what copies of it refer to."""
        digest, known = payload_digest(response.packed), exchange.original
        fields = _common(response)
        if response.status == 304:
            fields |= {"WARC-Profile": NOT_MODIFIED} | _refers_to(exchange.url, known)
        elif known is not None and known.digest == digest and not response.truncated:
            fields |= {"WARC-Profile": SAME_PAYLOAD} | _refers_to(exchange.url, known)
        else:
            return self._full(response, fields | {"WARC-Payload-Digest": digest})
        # Replay tools show an empty page for the head of a 304, and the original without it.
        head = _head(response) if response.status != 304 else None
        record = self._writer.create_warc_record(
            response.url,
            "revisit",
            http_headers=head,
            warc_content_type="application/http; msgtype=response",
            warc_headers_dict=fields,
        )
        return record, None

    def _full(
        self, response: Response, fields: dict[str, str]
    ) -> "tuple[ArcWarcRecord, Original | None]":
        if response.truncated:
            fields["WARC-Truncated"] = response.truncated
        record = self._writer.create_warc_record(
            response.url,
            "response",
            payload=io.BytesIO(response.packed),
            length=len(response.packed),
            http_headers=_head(response),
            warc_headers_dict=fields,
        )
        if response.truncated or response.status != 200:
            return record, None
        record_id = record.rec_headers.get_header("WARC-Record-ID")
        return record, Original(record_id, fields["WARC-Date"], fields["WARC-Payload-Digest"])

    def _request(self, response: Response, answer_id: str) -> "ArcWarcRecord":
        from warcio.statusandheaders import StatusAndHeaders

        verb = _lines(response.raw_request)[0]
        pairs = _pairs(response.raw_request)
        return self._writer.create_warc_record(
            response.url,
            "request",
            http_headers=StatusAndHeaders(verb, pairs, is_http_request=True),
            warc_headers_dict=_common(response) | {"WARC-Concurrent-To": answer_id},
        )

    def _metadata(
        self, exchange: Exchange, moment: datetime, answer_id: str | None
    ) -> "ArcWarcRecord":
        fields = {"WARC-Date": to_warc_date(moment)}
        if answer_id is not None:
            fields["WARC-Concurrent-To"] = answer_id
        content = "".join(f"{name}: {value}\r\n" for name, value in _facts(exchange)).encode(
            "utf-8", "replace"
        )
        return self._writer.create_warc_record(
            exchange.url,
            "metadata",
            payload=io.BytesIO(content),
            length=len(content),
            warc_content_type="application/warc-fields",
            warc_headers_dict=fields,
        )

    def _conversion(self, url: str, rendered: Rendered, answer_id: str) -> "ArcWarcRecord":
        fields = {
            "WARC-Date": to_warc_date(rendered.rendered_at),
            "WARC-Refers-To": answer_id,
            "WARC-Rendered-By": rendered.renderer,
        }
        return self._writer.create_warc_record(
            url,
            "conversion",
            payload=io.BytesIO(rendered.content),
            length=len(rendered.content),
            warc_content_type=_HTML,
            warc_headers_dict=fields,
        )


def payload_digest(payload: bytes) -> str:
    """Return the digest of a payload as WARC writes it, SHA-1 in base 32."""
    digest = hashlib.sha1(payload, usedforsecurity=False).digest()
    return f"sha1:{base64.b32encode(digest).decode()}"


def to_warc_date(moment: datetime) -> str:
    """Return a moment in the form of ``WARC-Date``, to the microsecond."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


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


def _head(response: Response) -> object:
    """Return status line and headers; an answer over HTTP/2 is written as HTTP/1.1.

    Readers of archives expect a status line of HTTP/1, which HTTP/2 does not have.
    """
    from warcio.statusandheaders import StatusAndHeaders

    protocol, _, rest = _lines(response.raw_head)[0].partition(" ")
    if not protocol.startswith("HTTP/1"):
        protocol = "HTTP/1.1"
    return StatusAndHeaders(rest, _pairs(response.raw_head), protocol=protocol)


def _lines(head: bytes) -> list[str]:
    return head.decode("latin-1").rstrip("\r\n").split("\r\n")


def _pairs(head: bytes) -> list[tuple[str, str]]:
    """Return the headers of a message, without the framing that was undone on the way."""
    pairs = []
    for line in _lines(head)[1:]:
        name, _, value = line.partition(":")
        if name.lower() != "transfer-encoding":
            pairs.append((name, value.strip()))
    return pairs
