"""The review desk in a real browser: search, filter, open, correct, export, and no way out."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scraper.fixtures import find_fixtures

FIXTURES = Path(__file__).parents[2] / "fixtures"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
ARTICLE = "907eb7b92bb9802a"

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def study():
    """The records of the bundled articles, as JSON Lines."""
    records = [fixture.extract() for fixture in find_fixtures(FIXTURES)]
    return "".join(r.model_dump_json() + "\n" for r in records if r.page_type.kind == "article")


@pytest.fixture
def desk(tmp_path, study):
    """Start the command on the bundled pages, one of them hostile; give its address."""
    (tmp_path / "study.jsonl").write_text(study, encoding="utf-8")
    pages = tmp_path / "pages"
    shutil.copytree(FIXTURES / "northmoor-university", pages)
    page = pages / "seven-minutes-in-june.html"
    attack = (
        "<body><script>document.title='owned'</script><img src=x onerror=\"document.title='o'\">"
    )
    page.write_text(page.read_text().replace("<body>", attack, 1))
    words = ["review", tmp_path / "study.jsonl", "--no-browser", "--as", "Tess", "--pages", pages]
    command = [sys.executable, "-c", "from scraper.cli import main; main()", *map(str, words)]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True)
    try:
        line = process.stdout.readline()
        yield re.search(r"http://\S+", line).group()
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def scripts(request):
    return request.param


@pytest.fixture
def context(browser, desk):
    made = []

    def open_context(**options):
        context = browser.new_context(viewport={"width": 1280, "height": 860}, **options)
        made.append(context)
        context.set_default_timeout(10_000)
        context.problems = []
        page = context.new_page()
        page.on("console", lambda m: context.problems.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: context.problems.append(str(error)))
        page.on("request", lambda r: context.problems.append(r.url) if elsewhere(r.url) else None)
        page.goto(desk)
        return page

    yield open_context
    for one in made:
        assert one.problems == []
        one.close()


def elsewhere(url):
    return not url.startswith("http://127.0.0.1:")


def test_find_open_correct_and_export(context, scripts, tmp_path):
    page = context(java_script_enabled=scripts)
    page.fill("#words", "phonics drill")
    if not scripts:
        page.click(".searchline button")
    page.wait_for_url("**words=phonics+drill**")
    page.check("text=bios >> nth=0")
    if not scripts:
        page.click("#filters button")
    page.wait_for_url("**has=bios**")
    page.locator(f'a.open[href^="/article/{ARTICLE}"]').click()

    page.locator("mark.quote").first.wait_for()
    page.click("nav.tabs >> text=Fields")
    page.click("#f-title summary")
    page.fill("#in-title", "Seven minutes, no more")
    page.click("#f-title button[value=save]")
    page.locator("#f-title .source.corrected").wait_for()
    assert page.locator("article h1").inner_text() == "Seven minutes, no more"

    page.goto(page.url.split("/article")[0] + "/export?words=title:minutes+more")
    page.check("input[value=jsonl]")
    page.click("main button")
    with page.expect_download() as download:
        page.click("text=articles.jsonl")
    (line,) = Path(download.value.path()).read_text().splitlines()
    record = json.loads(line)
    assert record["title"] == "Seven minutes, no more"
    assert record["evidence"]["title"]["where"].startswith("Tess, ")
    (kept,) = (tmp_path / "study.corrections.jsonl").read_text().splitlines()
    assert json.loads(kept)["old"] == "Seven minutes in June: what the phonics check is for"


def test_everything_is_done_with_the_keyboard(context, tmp_path):
    page = context()
    page.keyboard.press("/")
    page.keyboard.type("title:ferry")
    page.wait_for_url("**title**ferry**")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.locator("mark.quote").first.wait_for()
    # The text is there before the script is; keys mean something once the page has loaded.
    page.wait_for_load_state()
    page.keyboard.press("f")
    page.locator("#f-title").wait_for()
    page.wait_for_load_state()
    page.keyboard.press("j")
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.id") == "in-title"
    page.keyboard.type("A pier by one vote")
    page.keyboard.press("Control+Enter")
    page.locator("#f-title .source.corrected").wait_for()
    page.locator("#f-title > summary:focus").wait_for()


def test_words_that_are_selected_become_a_quotation(context):
    page = context()
    page.goto(page.url + f"article/{ARTICLE}?side=fields")
    page.evaluate(
        "() => { const p = [...document.querySelectorAll('.para p')]"
        ".find(p => p.textContent.startsWith('That is not reading'));"
        "getSelection().selectAllChildren(p); }"
    )
    page.keyboard.press("q")
    page.keyboard.type("Helen Marrow")
    page.click("#f-quotes-new button[value=save]")
    page.locator("mark.quote", has_text="That is not reading").wait_for()


def test_one_key_saves_a_corrected_page_as_a_fixture(context, tmp_path):
    page = context()
    page.goto(page.url + f"article/{ARTICLE}?side=fields")
    page.keyboard.press("s")
    page.locator(".done", has_text="Saved as fixture").wait_for()
    (record,) = (tmp_path / "fixtures").rglob("*.json")
    assert json.loads(record.read_text())["id"] == ARTICLE


def test_a_saved_page_runs_nothing_and_shows_its_places(context):
    page = context()
    page.goto(page.url + f"article/{ARTICLE}")
    frame = page.frame_locator("iframe")
    frame.locator("mark.pq-quote").first.wait_for()
    assert frame.locator("script, [onerror]").count() == 0
    assert page.frames[1].evaluate("document.title") != "owned"
    page.locator(".note .mark-no").nth(3).click()
    frame.locator("#quote-3:target").wait_for()
    page.goto(page.url.split("/article")[0] + f"/page/{ARTICLE}")
    assert page.title() == "Seven minutes in June: what the phonics check is for"


def test_a_citation_shows_its_reference(context):
    page = context(java_script_enabled=False)
    page.goto(page.url + f"article/{ARTICLE}")
    card = page.locator(".card").first
    assert not card.is_visible()
    page.locator("a.citation").first.hover()
    assert card.is_visible()
    assert "Reading in the first two years" in card.inner_text()


@pytest.mark.parametrize("width", [400, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_its_window(browser, desk, width, scheme):
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(desk)
    base = page.url
    paths = ["", f"article/{ARTICLE}", f"article/{ARTICLE}?side=fields", "overview", "export"]
    for path in [*paths, "corrections", "speaker?name=Ofsted"]:
        page.goto(base + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()


def test_bars_of_a_chart_have_the_room_that_words_and_numbers_leave(context):
    page = context()
    page.goto(page.url + "overview")
    for table in page.locator("table.bars").all():
        cells = table.locator("tr").nth(1).locator("th, td").all()
        label, bar, count = (cell.bounding_box()["width"] for cell in cells)
        assert label == pytest.approx(0.46 * (label + bar + count), rel=0.02)
        assert count == pytest.approx(
            118.4 if "noted" in table.get_attribute("class") else 54.4, 0.1
        )


# What a checker of WCAG 2.2 AA (axe-core) asks of these pages, and had found wrong at some time.
PROBLEMS = {
    "controls without a name": """
        [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
        .filter(e => !e.labels.length && !e.getAttribute('aria-label')).map(e => e.name)""",
    "links and buttons without words": """
        [...document.querySelectorAll('a, button')]
        .filter(e => !(e.textContent.trim() || e.getAttribute('aria-label'))).map(e => e.outerHTML)""",
    "what is pressed within what is pressed": """
        [...document.querySelectorAll(':is(summary, a, button) :is(a, button, input, select)')]
        .filter(e => e.closest('summary, a[href], button')).map(e => e.outerHTML)""",
    "links in text told by colour alone": """
        [...document.querySelectorAll(':is(.text p, .hint, .back, .dates) a')]
        .filter(e => !getComputedStyle(e).textDecorationLine.includes('underline'))
        .filter(e => !e.matches('.mark-no')).map(e => e.outerHTML)""",
    "headings with another role": """
        [...document.querySelectorAll(':is(h1, h2)[role]')].map(e => e.outerHTML)""",
    "ids given twice": """
        [...document.querySelectorAll('[id]')].map(e => e.id).filter((id, n, all) => all.indexOf(id) < n)""",
    "labels and descriptions that lead nowhere": """
        ['aria-describedby', 'aria-labelledby', 'aria-controls'].flatMap(name =>
            [...document.querySelectorAll(`[${name}]`)].map(e => e.getAttribute(name)))
        .filter(id => !document.getElementById(id))""",
}


def test_a_checker_of_accessibility_finds_nothing(context):
    page = context()
    base = page.url
    paths = ["", "?words=school", "?words=zzzz", f"article/{ARTICLE}", "overview", "export"]
    for path in [*paths, f"article/{ARTICLE}?side=fields", "corrections", "speaker?name=Ofsted"]:
        page.goto(base + path)
        found = {name: page.evaluate(f"() => {script}") for name, script in PROBLEMS.items()}
        assert {name: places for name, places in found.items() if places} == {}, path
        assert page.locator("main").count() == page.locator("h1").count() == 1
        assert page.locator("header nav").count() == 1


def test_text_from_right_to_left_begins_on_the_right(context):
    page = context()
    base = page.url
    page.goto(base + "?language=ar")
    title, facts = page.locator("a.open").first, page.locator(".facts").first
    middle = page.viewport_size["width"] / 2
    assert title.bounding_box()["x"] > middle
    assert facts.inner_text().split()[1] == "words"
    title.click()
    assert page.locator("article.text").get_attribute("dir") == "rtl"
    page.locator(".para > p").first.wait_for()
    # In one look: what is beside the text may come between two.
    right = "name => document.querySelector(name).getBoundingClientRect().right"
    ends = page.evaluate(f"['article.text', '.para > p'].map({right})")
    assert ends[0] == pytest.approx(ends[1], abs=1)


def test_what_a_search_found_is_said(context):
    page = context()
    page.fill("#words", "zzzz")
    page.locator("#said", has_text="0 articles of ").wait_for(state="attached")
