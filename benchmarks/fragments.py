"""Checks in a real Chromium that links to quotations open the page at the quotation.

    python benchmarks/fragments.py BENCH [--pages 50] [--set wcxb-dev] [--failed]

Needs Chromium and playwright (``--chromium`` names the program). Saved pages are served over
loopback without scripts and whatever lies elsewhere, between two tall empty boxes; each
``fragment_url`` is opened by a navigation of its own. A link resolves if the quotation's words
stand in the window then: Chromium puts what it finds into the middle, and nothing stands there
before. Nothing else is fetched.
"""

import argparse
import gzip
import hashlib
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urldefrag

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scraper import extract

FLAGS = (
    "--disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --no-sandbox"
).split()
LOOKS = 15
PAUSE_MS = 100
TALL = 6000
"""Height in CSS pixels of the boxes above and below the page: no match stands where it loads."""
SCRIPT = re.compile(rb"<script\b.*?</script\s*>|<noscript\b.*?</noscript\s*>", re.S | re.I)
FETCHED = re.compile(rb"<link\b[^>]*>|\s(?:src|srcset|poster)\s*=\s*(?:\"[^\"]*\"|'[^']*')", re.I)
"""What would be fetched from elsewhere: its late failure moves the page under the window."""
STILL = (
    b"<style>*{scroll-behavior:auto!important;animation:none!important;"
    b"transition:none!important}</style>"
)
BODY = re.compile(rb"<body\b[^>]*>", re.I)
PLACES = """
(words) => {
  const squeeze = (s) => s.normalize('NFKC').toLowerCase().replace(/[^\\p{L}\\p{N}]+/gu, '');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [], starts = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push(node); starts.push(text.length); text += squeeze(node.data);
  }
  const wanted = squeeze(words), found = [];
  for (let at = text.indexOf(wanted); at >= 0 && wanted; at = text.indexOf(wanted, at + 1)) {
    let low = 0;
    while (low + 1 < nodes.length && starts[low + 1] <= at) low++;
    const box = document.createRange();
    box.selectNodeContents(nodes[low]);
    const rect = box.getBoundingClientRect();
    if (rect.height) found.push([rect.top, rect.bottom]);
    if (found.length > 40) break;
  }
  return {scrolled: window.scrollY, height: window.innerHeight, places: found};
}
"""


@dataclass(frozen=True, slots=True)
class Link:
    """A quotation of a page with the directive of its link."""

    page: str
    text: str
    fragment: str


def pages_of(folder: Path, count: int, only: str) -> Iterator[tuple[str, bytes, list[Link]]]:
    """Yield so many pages that hold quotations, with these, in an order that is always the same."""
    lines = (folder / "gold.jsonl").read_bytes().splitlines()
    ids = [str(json.loads(line)["id"]) for line in lines]
    for ident in sorted(ids, key=lambda i: hashlib.sha1(i.encode()).hexdigest()):
        path = folder / "pages" / f"{ident}.html.gz"
        if count <= 0 or not path.exists() or (only and ident not in only.split(",")):
            continue
        content = gzip.decompress(path.read_bytes())
        links = links_of(ident, content)
        if links:
            count -= 1
            yield ident, content, links


def links_of(ident: str, content: bytes) -> list[Link]:
    """Return the links to the quotations of a page."""
    article = extract(content, url="https://saved.example/page")
    found = []
    for quote in article.quotes:
        _, fragment = urldefrag(quote.fragment_url or "")
        if fragment:
            first = quote.parts[0].text if quote.parts else quote.text
            found.append(Link(ident, first.split("\n")[0], fragment))
    return found


def served(content: bytes) -> bytes:
    """Return a page without scripts and foreign parts, between two tall boxes."""
    plain = FETCHED.sub(b"", SCRIPT.sub(b"", content))
    box = f'<div style="height:{TALL}px;clear:both"></div>'.encode()
    body = BODY.search(plain)
    at = body.end() if body else 0
    return plain[:at] + STILL + box + plain[at:] + box


def serve(pages: dict[str, bytes]) -> ThreadingHTTPServer:
    """Return a server on loopback that answers with these pages."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = pages.get(self.path.strip("/"))
            self.send_response(404 if content is None else 200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            with suppress(ConnectionError):
                self.wfile.write(content or b"")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - name of the base
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def outcome(tab: Any, address: str, link: Link) -> str:
    """Open a link and return what became of it, once the page lies still."""
    tab.goto("about:blank")
    tab.goto(f"{address}#{link.fragment}", wait_until="load")
    found = "unscrolled"
    for _ in range(LOOKS):
        tab.wait_for_timeout(PAUSE_MS)
        seen = tab.evaluate(PLACES, link.text)
        if any(top < seen["height"] and bottom > 0 for top, bottom in seen["places"]):
            return "resolved"
        found = "elsewhere" if seen["scrolled"] else "unscrolled" if seen["places"] else "hidden"
    return found


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("bench", type=Path)
    parser.add_argument("--set", default="wcxb-dev", help="folder of the data set (wcxb-dev)")
    parser.add_argument("--pages", type=int, default=50)
    parser.add_argument("--only", default="", help="ids of pages, parted by commas")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--failed", action="store_true", help="print the links that fail")
    options = parser.parse_args()
    from playwright.sync_api import sync_playwright

    chosen = list(pages_of(options.bench / options.set, options.pages, options.only))
    server = serve({ident: served(content) for ident, content, _ in chosen})
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as profile, sync_playwright() as play:
        browser = play.chromium.launch_persistent_context(
            profile, executable_path=options.chromium, headless=True, args=FLAGS
        )
        tab = browser.new_page()
        local = f"http://127.0.0.1:{server.server_port}"
        tab.route(lambda url: not url.startswith(local), lambda route: route.abort())
        for ident, _, links in chosen:
            for link in links:
                found = outcome(tab, f"{local}/{ident}", link)
                counts[found] += 1
                if options.failed and found != "resolved":
                    print(
                        f"{found:10} {ident} {link.text[:80]!r}\n           {link.fragment[:200]}"
                    )
        browser.close()
    total = counts.total()
    print(f"{len(chosen)} pages, {total} links: {counts['resolved'] / max(total, 1):.3f} resolved")
    print(", ".join(f"{name} {count}" for name, count in counts.most_common()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
