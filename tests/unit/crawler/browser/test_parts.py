import asyncio
from datetime import UTC, datetime

from scraper.crawler.browser import parts as parts_module
from scraper.crawler.browser.parts import Parts
from scraper.crawler.response import Attempted, Response
from scraper.crawler.robots import Robots, parse_robots

NOW = datetime(2024, 5, 1, tzinfo=UTC)


class Web:
    """A fetcher and its robots at once: URL → (status, headers, body)."""

    def __init__(self, answers, robots=None):
        self.answers, self.asked = answers, []
        self.robots = robots or Robots("all")

    async def fetch(self, request, *, attempts=None):
        self.asked.append(request)
        found = self.answers.get(request.url)
        if found is None:
            return Attempted("network-error", NOW, 0.0, 1)
        status, headers, body = found
        return Attempted("ok", NOW, 0.0, 1, Response(request.url, status, headers, body, body, NOW))

    async def rules_for(self, url):
        return self.robots


def fetch(web, *urls, headers=None, is_script=True, robots=True):
    async def do():
        parts = Parts(web, web if robots else None)
        return [await parts.fetch(url, headers or {}, is_script=is_script) for url in urls]

    return asyncio.run(do())


A = "https://a.example/"


def test_a_script_is_fetched_once_and_data_each_time():
    web = Web({A + "a.js": (200, {}, b"1")})
    first, second = fetch(web, A + "a.js", A + "a.js#x")
    assert first == second
    assert len(web.asked) == 1
    fetch(web, A + "a.js", A + "a.js", is_script=False)
    assert len(web.asked) == 3


def test_pages_side_by_side_wait_for_one_answer():
    class Slow(Web):
        async def fetch(self, request, *, attempts=None):
            await asyncio.sleep(0)
            return await super().fetch(request, attempts=attempts)

    async def do(web):
        parts = Parts(web, None)
        asked = [parts.fetch(A + "a.js", {}, is_script=True) for _ in range(3)]
        given_up = asyncio.create_task(parts.fetch(A + "a.js", {}, is_script=True))
        await asyncio.sleep(0)
        given_up.cancel()
        return await asyncio.gather(*asked)

    web = Slow({A + "a.js": (200, {}, b"1")})
    first, *others = asyncio.run(do(web))
    assert first is not None
    assert all(other is first for other in others)
    assert len(web.asked) == 1


def test_what_is_not_to_be_kept_is_not():
    web = Web({A + "a.js": (200, {"cache-control": "no-store"}, b"1"), A + "b.js": (404, {}, b"2")})
    fetch(web, A + "a.js", A + "a.js", A + "b.js", A + "b.js")
    assert len(web.asked) == 4


def test_the_oldest_scripts_give_way(monkeypatch):
    monkeypatch.setattr(parts_module, "_MOST_KEPT_BYTES", 10)
    web = Web({A + name: (200, {}, b"x" * 6) for name in "ab"})
    fetch(web, A + "a", A + "b", A + "b", A + "a")
    assert [request.url[-1] for request in web.asked] == ["a", "b", "a"]


def test_requests_carry_what_scripts_add_and_no_more():
    web = Web({A: (200, {}, b"")})
    sent = {"accept": "application/json", "x-key": "1", "referer": A, "cookie": "a=1",
            "user-agent": "Chrome", "sec-fetch-mode": "cors", "host": "b.example", "range": "0-"}  # fmt: skip
    fetch(web, A, headers=sent)
    assert web.asked[0].headers == {"accept": "application/json", "x-key": "1", "referer": A}
    assert web.asked[0].is_part


def test_answers_lose_cookies_and_framing():
    headers = {"content-type": "text/javascript", "set-cookie": "a=1", "content-encoding": "br",
               "access-control-allow-origin": "*"}  # fmt: skip
    (part,) = fetch(Web({A: (200, headers, b"1")}), A)
    assert part.headers == {"content-type": "text/javascript", "access-control-allow-origin": "*"}


def test_redirects_are_followed_within_reason():
    web = Web({
        A + "old": (302, {"location": "/new"}, b""),
        A + "new": (200, {}, b"found"),
        A + "ring": (301, {"location": "/ring"}, b""),
        A + "file": (301, {"location": "file:///etc/hosts"}, b""),
    })  # fmt: skip
    old, ring, file = fetch(web, A + "old", A + "ring", A + "file")
    assert (old.status, old.content) == (200, b"found")
    assert ring is file is None


def test_robots_rules_are_asked_for_every_hop():
    web = Web(
        {A + "open": (302, {"location": "/api/x"}, b""), A + "api/x": (200, {}, b"")},
        parse_robots("User-agent: *\nDisallow: /api/", "pullquote"),
    )
    assert fetch(web, A + "open", A + "api/x") == [None, None]
    assert [request.url for request in web.asked] == [A + "open"]
    assert fetch(web, A + "api/x", robots=False)[0].status == 200


def test_a_host_that_does_not_say_its_rules_is_left():
    web = Web({A: (200, {}, b"")}, Robots("none"))
    assert fetch(web, A) == [None]
    assert web.asked == []


def test_what_cannot_be_had_is_none():
    assert fetch(Web({}), A, "data:text/plain,x") == [None, None]
