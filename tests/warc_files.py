"""Writes WARC files for tests and measurements: answers, with what else stands between them."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

DATE = "2024-05-01T08:00:00Z"


@dataclass(frozen=True)
class Answered:
    """One answer of a server, as sent."""

    url: str
    content: bytes
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html"),)
    status: str = "200 OK"


def write_answers(path: Path, answers: Iterable[Answered], *, gzip: bool = True) -> Path:
    """Write a WARC file that begins with ``warcinfo``; return its path."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=gzip)
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "test"}))
        for answer in answers:
            record = writer.create_warc_record(
                answer.url,
                "response",
                payload=io.BytesIO(answer.content),
                length=len(answer.content),
                http_headers=StatusAndHeaders(answer.status, list(answer.headers), "HTTP/1.1"),
                warc_headers_dict={"WARC-Date": DATE},
            )
            writer.write_record(record)
    return path


def story(number: int) -> bytes:
    """Return an article page like no other number's."""
    paragraphs = "".join(
        f"<p>Paragraph {n} of story {number} tells at some length how the harbour was dredged, who "
        "paid for it, and what the boatmen said when the ferry came back in the spring.</p>"
        for n in range(4)
    )
    title = f"Story number {number}"
    return (
        f"<html lang=en><head><title>{title}</title></head>"
        f"<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    ).encode()


def stories(first: int, count: int) -> Iterator[Answered]:
    """Yield the answers for so many stories, each followed by a picture and a missing page."""
    for number in range(first, first + count):
        url = f"https://news.example/{number}"
        yield Answered(url, story(number))
        yield Answered(url, b"\x89PNG", headers=(("Content-Type", "image/png"),))
        yield Answered(url, b"<p>gone", status="404 Not Found")
