"""Links to quotations, opened in the system's Chromium on the bundled pages.

Without a Chromium these tests are skipped: the reason says what to install.
"""

from pathlib import Path

import pytest

from benchmarks import fragments
from scraper.crawler.browser.find import find_chromium
from scraper.errors import JobError

try:
    CHROMIUM = find_chromium()
    MISSING = ""
except JobError as error:
    MISSING = str(error)
pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)

FIXTURES = Path(__file__).parents[2] / "fixtures"
PAGES = (
    "westbrook-college/why-talk-matters",
    "harbour-gazette/ferry-pier-vote",
    "gazette-des-collines/marche-couvert",
    "der-talbote/stadtbad-oeffnet",
    "minato-shimpo/furui-hashi",
    "old-harbour-society/the-keepers-tale",
)


@pytest.fixture(scope="module")
def tab(tmp_path_factory):
    from playwright.sync_api import sync_playwright

    profile = tmp_path_factory.mktemp("profile")
    with sync_playwright() as play:
        browser = play.chromium.launch_persistent_context(
            profile, executable_path=str(CHROMIUM), headless=True, args=list(fragments.FLAGS)
        )
        yield browser.new_page()
        browser.close()


@pytest.fixture(scope="module")
def site():
    contents = {path: (FIXTURES / f"{path}.html").read_bytes() for path in PAGES}
    server = fragments.serve({path: fragments.served(html) for path, html in contents.items()})
    yield f"http://127.0.0.1:{server.server_port}", contents
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", PAGES)
def test_each_link_opens_the_page_at_its_quotation(tab, site, path):
    address, contents = site
    links = fragments.links_of(path, contents[path])
    assert links, "the page holds quotations"
    found = {link.text: fragments.outcome(tab, f"{address}/{path}", link) for link in links}
    assert found == dict.fromkeys(found, "resolved")


def test_a_link_to_words_that_are_not_there_is_told_from_one_that_works(tab, site):
    address, contents = site
    link = fragments.links_of(PAGES[0], contents[PAGES[0]])[0]
    wrong = fragments.Link(link.page, link.text, ":~:text=words%20that%20nobody%20printed")
    assert fragments.outcome(tab, f"{address}/{PAGES[0]}", wrong) == "unscrolled"
