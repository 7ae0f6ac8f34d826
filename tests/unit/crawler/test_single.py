import pytest

from scraper.crawler import single
from scraper.crawler.single import fetch_one
from scraper.errors import (
    BlockedAddress,
    HttpStatusError,
    InputError,
    NetworkError,
    NotHtml,
    RobotsDenied,
    TooManyRedirects,
)

PAGE = "<!doctype html><title>A</title><h1>A</h1><p>Text."


@pytest.fixture(autouse=True)
def _without_pause(monkeypatch):
    monkeypatch.setattr(single, "_DELAY_S", 0.0)
    monkeypatch.setattr(single, "_ATTEMPTS", 1)


@pytest.fixture
def site(httpserver):
    httpserver.expect_request("/robots.txt").respond_with_data(
        "User-agent: *\nDisallow: /private\n"
    )
    httpserver.expect_request("/a").respond_with_data(PAGE, content_type="text/html")
    return httpserver


def test_a_page(site):
    response = fetch_one(site.url_for("/a"))
    assert (response.status, response.content.decode()) == (200, PAGE)
    assert response.url == site.url_for("/a")


def test_redirects_are_followed(site):
    site.expect_request("/old").respond_with_data("", status=301, headers={"Location": "/a"})
    assert fetch_one(site.url_for("/old")).url == site.url_for("/a")


def test_a_loop_of_redirects_ends(site):
    site.expect_request("/loop").respond_with_data("", status=302, headers={"Location": "/loop"})
    with pytest.raises(TooManyRedirects, match="more than 10 redirects"):
        fetch_one(site.url_for("/loop"))


def test_robots_are_obeyed(site):
    with pytest.raises(RobotsDenied, match=r"robots\.txt does not allow it"):
        fetch_one(site.url_for("/private"))


def test_a_redirect_to_another_private_address_is_blocked(site):
    target = "http://127.0.0.2:9/"
    site.expect_request("/out").respond_with_data("", status=302, headers={"Location": target})
    with pytest.raises(BlockedAddress):
        fetch_one(site.url_for("/out").replace("localhost", "127.0.0.1"))


@pytest.mark.parametrize(
    "status, body, kind, error",
    [(404, PAGE, "text/html", HttpStatusError), (200, "png", "image/png", NotHtml)],
)
def test_what_is_no_page_is_an_error(site, status, body, kind, error):
    site.expect_request("/x").respond_with_data(body, status=status, content_type=kind)
    with pytest.raises(error, match="/x: "):
        fetch_one(site.url_for("/x"))


def test_a_server_that_is_not_there():
    with pytest.raises(NetworkError):
        fetch_one("http://127.0.0.1:9999/")


def test_an_address_that_is_none():
    with pytest.raises(InputError, match="is no web address"):
        fetch_one("http://")
