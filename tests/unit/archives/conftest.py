import io

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


def html(number):
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


@pytest.fixture
def write_archive(tmp_path):
    """A function that writes a WARC file of so many pages, with other records between them."""

    def write(name, pages, *, first=0, gzip=True):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            writer = WARCWriter(file, gzip=gzip)
            writer.write_record(writer.create_warcinfo_record(name, {"software": "test"}))
            for number in range(first, first + pages):
                for kind, content, status in (
                    ("text/html", html(number), "200 OK"),
                    ("image/png", b"\x89PNG", "200 OK"),
                    ("text/html", b"<p>gone", "404 Not Found"),
                ):
                    headers = StatusAndHeaders(status, [("Content-Type", kind)], "HTTP/1.1")
                    record = writer.create_warc_record(
                        f"https://news.example/{number}",
                        "response",
                        payload=io.BytesIO(content),
                        length=len(content),
                        http_headers=headers,
                        warc_headers_dict={"WARC-Date": "2024-05-01T08:00:00Z"},
                    )
                    writer.write_record(record)
        return path

    return write
