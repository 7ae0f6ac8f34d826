import re

import pytest

ARTICLE = "907eb7b92bb9802a"
CORRECT = f"/article/{ARTICLE}/correct"
FORM = {"path": "title", "value": "Another title"}


def test_without_the_key_nothing_is_shown(client):
    answer = client.get("/", key=False)
    assert (answer.status_code, "has a key" in answer.text) == (401, True)
    assert client.get("/", key=False, headers={"cookie": "x=y; ;;"}).status_code == 401


def test_the_key_becomes_a_cookie_and_leaves_the_address(client):
    answer = client.get(f"/?key={client.keys.key}", key=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(client.keys.cookie)
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


@pytest.mark.parametrize("host", ["evil.example:8765", "127.0.0.1:80", "127.0.0.1", ""])
def test_another_host_is_refused_before_anything_else(client, host):
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
    ],
)
def test_a_form_of_another_site_is_refused(client, desk, headers):
    assert client.post(CORRECT, FORM, headers=headers).status_code == 403
    assert len(desk.log) == 0


def test_a_form_needs_its_token(client, desk):
    answer = client.post(CORRECT, {**FORM, "token": "guessed"})
    assert (answer.status_code, "another session" in answer.text) == (403, True)
    assert len(desk.log) == 0


def test_a_form_that_is_too_long_is_refused(client):
    assert client.post(CORRECT, {**FORM, "value": "x" * 4_100_000}).status_code == 413


def test_changes_need_a_form(client):
    assert client.get(CORRECT).status_code == 405


def test_every_answer_has_its_policy(client):
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    page = client.get(f"/page/{ARTICLE}").headers["content-security-policy"]
    assert page.startswith("sandbox;")
    assert "script-src" not in page


@pytest.mark.parametrize(
    "path", ["/", f"/article/{ARTICLE}", f"/article/{ARTICLE}?side=fields", "/overview", "/export"]
)
def test_pages_load_nothing_from_elsewhere(client, path):
    html = client.get(path).text
    loaded = re.findall(r"<(?:script|link|img|iframe)\b[^>]*?(?:src|href)=\"([^\"]*)\"", html)
    assert loaded
    assert all(address.startswith("/") for address in loaded)
    assert " style=" not in html
    assert not re.search(r"\son\w+=", html)


def test_text_of_a_record_is_never_markup(client):
    client.post(CORRECT, {**FORM, "value": "<script>alert(1)</script>"})
    for path in ("/", f"/article/{ARTICLE}?side=fields", "/corrections"):
        html = client.get(path).text
        assert "<script>alert" not in html
        assert "&lt;script&gt;alert" in html
