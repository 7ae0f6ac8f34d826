import http.client
import json

import pytest

from scraper.demo.server import serve
from scraper.demo.site import read_sites


@pytest.fixture
def connection(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "p.html").write_text("<p>A page")
    (tmp_path / "a" / "p.json").write_text(json.dumps({"url": "https://a.example/p"}))
    with serve(read_sites(tmp_path)) as sites:
        (address,) = sites
        opened = http.client.HTTPConnection(address.removeprefix("http://"), timeout=5)
        yield opened
        opened.close()


def ask(connection, method, path, **headers):
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.read(), answer.headers


def test_pages_heads_and_unchanged_pages(connection):
    status, body, headers = ask(connection, "GET", "/p")
    assert (status, body) == (200, b"<p>A page")
    assert ask(connection, "HEAD", "/p")[:2] == (200, b"")
    again = {"If-None-Match": headers["ETag"]}
    assert ask(connection, "GET", "/p", **again)[:2] == (304, b"")
    assert ask(connection, "GET", "/none")[0] == 404
