"""Pages that need their scripts, crawled with the system's Chromium.

Without one these tests are skipped: the reason says what to install.
"""

import asyncio
import json
import os
import signal
import threading
from urllib.request import urlopen

import pytest
from pullquote_test_server import Here, Server, answer, article, serve

from schemas import Article, CrawlJob
from scraper.crawler.archive import read_archive
from scraper.crawler.browser import chromium
from scraper.crawler.browser.find import find_chromium
from scraper.crawler.browser.processes import find_browsers, kill_browsers
from scraper.crawler.browser.visit import Visit
from scraper.crawler.crawl import Silent, run_job
from scraper.errors import JobError

try:
    find_chromium()
    MISSING = ""
except JobError as error:
    MISSING = str(error)
pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)

SHELL = (
    '<!doctype html><html lang="en"><head><title>The Quay Post</title></head><body>'
    '<noscript>Please turn on JavaScript.</noscript><div id="app"></div>'
    '<script src="/app.js"></script></body></html>'
)
APP = """
fetch("/api" + location.pathname, {headers: {"x-edition": "morning"}})
  .then((answer) => answer.json())
  .then((story) => {
    document.title = story.title;
    document.cookie = "seen=1";
    const page = document.createElement("article");
    page.innerHTML = story.html;
    document.getElementById("app").append(page);
  });
"""


def story(title):
    """Return what the site's interface says about a story: its text as HTML."""
    html = article(title).partition("<article>")[2].partition("</article>")[0]
    return answer(json.dumps({"title": title, "html": html}), kind="application/json")


def job_of(site, **keys):
    values = {"name": "j", "seeds": [site.url + "/"], "delay": 0, "workers": 1, "revisit": 0}
    values |= {"allow_private_hosts": ["127.0.0.1"], "contact": "desk@lab.example"}
    return CrawlJob.model_validate(values | {"browser": True} | keys)


def records(folder):
    lines = (folder / "articles.jsonl").read_text("utf-8").splitlines()
    return {record.title: record for record in map(Article.model_validate_json, lines)}


def messages(listener):
    return {fetch.url: (fetch.outcome, fetch.message or "") for fetch in listener.fetches}


class Listening(Silent):
    def __init__(self):
        self.fetches, self.notes = [], []

    def on_fetch(self, fetch, queued, records):
        self.fetches.append(fetch)

    def on_note(self, note):
        self.notes.append(note)


def run(job, tmp_path, listener=None):
    return run_job(job, tmp_path, None, listener or Listening(), new_reader=Here)


TITLES = ["Harbour wall is to be raised", "Last ferry to Dunmarsh sails"]


@pytest.fixture
def shells(site):
    """A site with two stories that scripts bring, and one that is there."""
    links = ["/2024/05/01/harbour-wall-raised", "/2024/05/02/last-ferry-sails", "/2024/05/03/plain"]
    site.answers["/"] = answer(article("Front page", links=links))
    for path, title in zip(links, TITLES, strict=False):
        site.answers[path] = answer(SHELL, ETag='"same"')
        site.answers["/api" + path] = story(title)
    site.answers[links[2]] = answer(article("A plain story of the quay"))
    site.answers["/app.js"] = answer(APP, kind="text/javascript")
    return site


def test_shells_are_rendered_and_plain_pages_are_not(shells, tmp_path):
    listener = Listening()
    run(job_of(shells), tmp_path, listener)

    found = records(tmp_path / "j")
    assert {*TITLES, "A plain story of the quay"} <= set(found)
    assert found[TITLES[0]].word_count > 200
    assert shells.count("/app.js") == 1, "scripts are kept for the run"
    assert shells.count("/2024/05/01/harbour-wall-raised") == 1, "the page is not fetched twice"
    asked = {hit.path: hit.headers for hit in shells.hits}
    api = asked["/api/2024/05/01/harbour-wall-raised"]
    assert api["x-edition"] == "morning"
    assert api["user-agent"].endswith("(+desk@lab.example)")
    assert not any("cookie" in hit.headers for hit in shells.hits)
    told = messages(listener)
    assert "rendered: " in told[shells.url + "/2024/05/01/harbour-wall-raised"][1]
    assert "rendered" not in told[shells.url + "/2024/05/03/plain"][1]
    assert any(note.startswith("browser: 2 pages rendered, 1 starts") for note in listener.notes)


def test_the_archive_gives_the_rendered_page_again(shells, tmp_path):
    run(job_of(shells), tmp_path)
    (path,) = (tmp_path / "j" / "warc").glob("*.gz")
    kept = {page.url: page for page in read_archive(path)}
    page = kept[shells.url + "/2024/05/01/harbour-wall-raised"]
    assert page.is_rendered
    assert TITLES[0] in page.content.decode()
    assert b"noscript" not in page.content
    assert not kept[shells.url + "/2024/05/03/plain"].is_rendered


def test_an_unchanged_shell_is_rendered_again(shells, tmp_path):
    run(job_of(shells), tmp_path)
    path = "/2024/05/01/harbour-wall-raised"
    shells.answers["/api" + path] = story("Harbour wall is not to be raised")
    shells.hits.clear()
    report = run(job_of(shells), tmp_path).report
    asked = {hit.path: hit.headers for hit in shells.hits}
    assert "if-none-match" not in asked[path]
    assert report.changed == 1
    assert "Harbour wall is not to be raised" in records(tmp_path / "j")


def test_robots_rules_hold_for_what_a_page_asks_for(shells, tmp_path):
    shells.answers["/robots.txt"] = answer("User-agent: *\nDisallow: /api/", kind="text/plain")
    listener = Listening()
    run(job_of(shells), tmp_path, listener)
    assert not [path for path in shells.paths() if path.startswith("/api")]
    assert set(records(tmp_path / "j")) & set(TITLES) == set()


def test_always_renders_every_page(shells, tmp_path):
    listener = Listening()
    run(job_of(shells, browser="always"), tmp_path, listener)
    assert any(note.startswith("browser: 4 pages rendered") for note in listener.notes)
    assert {*TITLES, "A plain story of the quay"} <= set(records(tmp_path / "j"))


HOSTILE = """<!doctype html><html><head>
<link rel="preconnect" href="//CANARY/"><link rel="dns-prefetch" href="//CANARY/">
<link rel="prefetch" href="//CANARY/prefetch"><link rel="stylesheet" href="//CANARY/style">
<link rel="modulepreload" href="//CANARY/module.js"><link rel="icon" href="//CANARY/icon">
<link rel="manifest" href="//CANARY/manifest">
<script type="speculationrules">{"prerender": [{"source": "list", "urls": ["//CANARY/rule"]}]}</script>
</head><body><div id="app"></div>
<img src="//CANARY/image"><iframe src="//CANARY/frame"></iframe><video src="//CANARY/film"></video>
<object data="//CANARY/object"></object><embed src="//CANARY/embed">
<script src="/moved.js"></script><script src="//CANARY/script.js"></script>
<form id="f" method="post" action="//CANARY/form"></form><a id="a" ping="//CANARY/ping" href="#">x</a>
<script>
const there = "//CANARY/";
const tries = [
  () => fetch(there + "fetch"), () => fetch("/moved.json"),
  () => fetch(there + "post", {method: "POST", body: "x", keepalive: true}),
  () => { const x = new XMLHttpRequest(); x.open("GET", there + "xhr"); x.send(); },
  () => navigator.sendBeacon(there + "beacon", "x"),
  () => new EventSource(there + "events"), () => new WebSocket("ws:" + there + "socket"),
  () => new Worker(URL.createObjectURL(new Blob(["fetch('http:" + there + "worker')"]))),
  () => new SharedWorker(URL.createObjectURL(new Blob(["fetch('http:" + there + "shared')"]))),
  () => navigator.serviceWorker.register("/sw.js"),
  () => { const p = new RTCPeerConnection({iceServers: [{urls: "stun:" + there.slice(2, -1)}]});
          p.createDataChannel("x"); p.createOffer().then((o) => p.setLocalDescription(o)); },
  () => new WebTransport("https:" + there + "transport"),
  () => window.open("http:" + there + "window"), () => document.getElementById("a").click(),
  () => document.getElementById("f").submit(),
  () => { const d = document.createElement("a"); d.href = "http:" + there + "file";
          d.download = "x"; d.click(); },
  () => import("http:" + there + "import.js"), () => { location.href = "http:" + there + "moved"; },
  () => fetch("file:///etc/hostname").then((a) => a.text()).then((t) => { document.title = t; }),
];
for (const attempt of tries) { try { const r = attempt(); if (r && r.catch) r.catch(() => 0); } catch {} }
setTimeout(() => { document.getElementById("app").innerHTML = "STORY"; }, 1500);
</script></body></html>"""


@pytest.fixture
def canary():
    """A server on an address that no job allows."""
    canary = Server(answers={}, default=answer("caught"))
    stop = serve(canary, "127.0.0.66")
    yield canary
    stop()


def be_hostile(site, canary):
    """Make the site's front page one that tries every way to the canary; return its address."""
    address = f"127.0.0.66:{canary.address[1]}"
    text = article("The page that looked elsewhere").partition("<article>")[2]
    body = HOSTILE.replace("CANARY", address).replace("STORY", text.partition("</article>")[0])
    moved = answer(b"", "302 Found", None, Location=f"http://{address}/redirected")
    site.answers |= {"/": answer(body), "/moved.js": moved, "/moved.json": moved}
    site.answers["/sw.js"] = answer("fetch('/from-sw')", kind="text/javascript")
    return address


def test_no_page_reaches_what_the_guard_refuses(site, canary, tmp_path):
    address = be_hostile(site, canary)
    listener = Listening()
    run(job_of(site, keep="all"), tmp_path, listener)

    assert canary.hits == []
    urlopen(f"http://{address}/", timeout=5).close()
    assert len(canary.hits) == 1, "it would have been seen"
    assert "/from-sw" not in site.paths()
    assert "The page that looked elsewhere" in records(tmp_path / "j")
    (fetch,) = listener.fetches
    assert (fetch.outcome, fetch.url) == ("ok", site.url + "/")


def test_what_is_let_through_ends_at_the_door(site, canary, tmp_path, monkeypatch):
    """The second lock holds without the first: requests that are not answered get nowhere."""
    be_hostile(site, canary)
    answered = Visit.answer

    async def let_through(visit, route, request):
        if request.is_navigation_request() and not visit._is_open:
            await answered(visit, route, request)
        else:
            await route.continue_()

    monkeypatch.setattr(Visit, "answer", let_through)
    run(job_of(site, keep="all"), tmp_path)
    assert canary.hits == []
    assert set(site.paths()) == {"/robots.txt", "/"}


def page_with(script, text=""):
    return answer(
        f'<!doctype html><body><div id="app">{text}</div><script>{script}</script></body>'
    )


def test_pages_that_hang_or_burst_are_left(site, tmp_path, monkeypatch):
    monkeypatch.setattr(chromium, "_GRACE_S", 2.0)
    site.answers["/loop"] = page_with("for (;;) {}")
    site.answers["/burst"] = page_with(
        "const all = []; for (;;) all.push(new Array(1e6).fill('x'));"
    )
    site.answers["/"] = answer(article("Front page", links=["/loop", "/burst"]))
    listener = Listening()
    run(job_of(site, limits={"render": 2}), tmp_path, listener)
    told = {url.removeprefix(site.url): ended for url, ended in messages(listener).items()}
    assert {told["/loop"][0], told["/burst"][0]} == {"render-error"}
    assert told["/"][0] == "ok"
    assert find_browsers() == []


def filled_with(title):
    text = article(title).partition("<article>")[2].partition("</article>")[0]
    return f"document.getElementById('app').innerHTML = {json.dumps(text)};"


def test_pages_that_never_rest_are_taken_as_they_are(site, tmp_path, monkeypatch):
    monkeypatch.setattr(chromium, "_GRACE_S", 60.0)
    pages = {
        "/clock": page_with(
            filled_with("A story with a clock")
            + "setInterval(() => document.body.append(String(Math.random())), 50);"
        ),
        "/ask": page_with(
            filled_with("A story with a question")
            + "let n = 0; setInterval(() => fetch('/data?' + n++), 20);"
        ),
        "/large": page_with("document.getElementById('app').textContent = 'x '.repeat(3e6);"),
    }
    site.answers |= pages | {"/": answer(article("Front page", links=list(pages)))}
    site.default = answer("{}", kind="application/json")
    listener = Listening()
    run(job_of(site, limits={"render_requests": 5, "body_mb": 1}), tmp_path, listener)

    told = {url.removeprefix(site.url): ended for url, ended in messages(listener).items()}
    assert told["/clock"][0] == told["/ask"][0] == "ok"
    assert "more than 5 scripts and data" in told["/ask"][1]
    assert told["/large"][0] == "render-error"
    assert "over 1 MiB" in told["/large"][1]
    assert len([path for path in site.paths() if path.startswith("/data")]) == 5
    assert {"A story with a clock", "A story with a question"} <= set(records(tmp_path / "j"))


def test_a_browser_that_is_killed_is_started_again(shells, tmp_path):
    killed = []

    def kill(hit):
        if not killed:
            killed.extend(find_browsers()[1:2])
            os.kill(killed[0], signal.SIGKILL)
        return story(TITLES[0])

    shells.answers["/api/2024/05/01/harbour-wall-raised"] = kill
    listener = Listening()
    run(job_of(shells), tmp_path, listener)
    assert killed
    assert set(TITLES) <= set(records(tmp_path / "j"))
    assert any("2 starts" in note for note in listener.notes)
    assert threading.active_count() < 20


def test_a_page_that_a_killed_browser_leaves_waiting_is_tried_again(shells, tmp_path, monkeypatch):
    visit, hung = chromium.Chromium._visit, []

    async def hang(self, browser, page):
        if not hung:
            hung.append(page.url)
            kill_browsers()
            await asyncio.sleep(3600)
        return await visit(self, browser, page)

    monkeypatch.setattr(chromium.Chromium, "_visit", hang)
    monkeypatch.setattr(chromium, "_GRACE_S", 0.5)
    run(job_of(shells, limits={"render": 5}), tmp_path, Listening())
    assert hung
    assert set(TITLES) <= set(records(tmp_path / "j"))


def test_a_browser_that_has_grown_is_replaced(shells, tmp_path, monkeypatch):
    monkeypatch.setattr(chromium, "_PAGES_AT_ONCE", 1)
    monkeypatch.setattr(chromium, "MOST_MEMORY_MIB", 1)
    listener = Listening()
    run(job_of(shells), tmp_path, listener)
    assert set(TITLES) <= set(records(tmp_path / "j"))
    assert any("2 pages rendered, 2 starts" in note for note in listener.notes)
