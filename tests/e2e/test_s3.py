"""Archives and partitions in an object store: moto's S3 on loopback, reached as any other is.

`make distributed` installs both sides; without them these tests are skipped and say so.
"""

import importlib.util
import io
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest
from lxml import etree

MISSING = [name for name in ("moto", "flask", "s3fs") if importlib.util.find_spec(name) is None]
pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"{MISSING} not installed here; `make distributed` installs them"
)

WITHIN_S = 60


class Bucket:
    """A bucket, asked over plain HTTP: the store's own way in, without a client of ours."""

    def __init__(self, address):
        self.address = address
        self.ask("PUT")

    def ask(self, method, key="", content=None):
        body = (content or b"") if method == "PUT" else None
        # The store looks whether somebody signed, and not who.
        headers = {"Content-Type": "application/octet-stream", "Authorization": "AWS nobody:x"}
        request = Request(f"{self.address}/news/{key}", data=body, headers=headers, method=method)
        with urlopen(request, timeout=30) as answer:
            return answer.read()

    def keys(self, ending):
        names = etree.fromstring(self.ask("GET")).iter("{*}Key")
        return sorted(name.text for name in names if name.text.endswith(ending))

    def lines(self):
        return sorted(
            line for key in self.keys(".jsonl") for line in self.ask("GET", key).splitlines()
        )


@pytest.fixture
def bucket():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + WITHIN_S
    while True:
        try:
            yielded = Bucket(f"http://127.0.0.1:{port}")
            break
        except URLError:
            assert time.monotonic() < until
            assert server.poll() is None
            time.sleep(0.1)
    yield yielded
    server.terminate()
    server.wait()


@pytest.fixture
def extract(bucket, tmp_path):
    """A function that runs `pullquote extract`; returns what it printed."""
    account = {
        "AWS_ENDPOINT_URL": bucket.address,
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_DEFAULT_REGION": "us-east-1",
    }

    def run(*arguments):
        done = subprocess.run(
            [Path(sys.executable).with_name("pullquote"), "extract", *map(str, arguments)],
            cwd=tmp_path,
            env={**os.environ, **account},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    return run


def test_an_archive_in_a_bucket_gives_the_records_of_one_in_a_folder(
    bucket, extract, write_archive, tmp_path
):
    for number in range(2):
        path = write_archive(f"{number}.warc.gz", 6, first=6 * number)
        bucket.ask("PUT", f"crawl/{path.name}", path.read_bytes())
    source = ["s3://news/crawl/*.warc.gz", "--engine", "pool", "--jobs", "2"]
    assert "(0 were there before)" in extract(*source, "-o", "s3://news/records")
    extract(tmp_path / "*.warc.gz", "--engine", "pool", "-o", "here")
    here = sorted(
        line for path in (tmp_path / "here").glob("*.jsonl") for line in path.read_bytes().split(b"\n")
        if line
    )  # fmt: skip
    assert bucket.lines() == here
    assert len(here) == 12

    assert "(2 were there before)" in extract(*source, "-o", "s3://news/records")
    gone = bucket.keys(".outcome.json")[0]
    bucket.ask("DELETE", gone)
    assert "(1 were there before)" in extract(*source, "-o", "s3://news/records")
    assert bucket.lines() == here


def test_parquet_in_a_bucket_is_whole(bucket, extract, write_archive):
    parquet = pytest.importorskip("pyarrow.parquet")
    path = write_archive("0.warc.gz", 3)
    bucket.ask("PUT", f"crawl/{path.name}", path.read_bytes())
    extract("s3://news/crawl/0.warc.gz", "--engine", "pool", "--to", "parquet", "-o", "s3://news/t")
    (key,) = bucket.keys(".parquet")
    table = parquet.read_table(io.BytesIO(bucket.ask("GET", key)))
    assert sorted(table["title"].to_pylist()) == [f"Story number {number}" for number in range(3)]
