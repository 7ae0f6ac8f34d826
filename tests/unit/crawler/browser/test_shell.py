"""Which plain answers are shells, on invented pages of the shapes that frameworks make."""

import pytest

from scraper.crawler.browser.shell import find_shell
from scraper.page import read_page

HEAVY = "<script>" + "let a = 1;" * 500 + "</script>"
FILE = '<script src="/a.js"></script>'
TEXT = "<p>" + "The council met on Monday and talked about the ferry. " * 12 + "</p>"
MENU = "<nav>" + "".join(f"<a href='/{n}'>Section number {n}</a>" for n in range(40)) + "</nav>"


def shell_of(body, head="", words=0):
    page = read_page(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode())
    return find_shell(page, words)


@pytest.mark.parametrize(
    "body, reason",
    [
        (f'<div id="root"></div>{FILE}', "div#root"),
        (f'<div id="app">Loading …</div>{FILE}', "div#app"),
        (f'<div id="__next"><div class="spinner"></div></div>{FILE}', "div#__next"),
        (f"<app-root></app-root>{FILE}", "app-root"),
        (f'<my-news-page lang="en"></my-news-page>{FILE}', "my-news-page"),
        (f'{MENU}<main id="content"></main><footer>{"Imprint " * 40}</footer>{FILE}', "main#content"),
        (f'<div role="main" id="story"></div>{HEAVY}', "div#story"),
        (f"<noscript>You need to enable JavaScript to run this app.</noscript><b>The Post</b>{FILE}", "JavaScript"),
        (f"<noscript><p>Veuillez activer <b>JavaScript</b>.</p></noscript>{FILE}", "JavaScript"),
        (f"<div class='a'><div class='b'></div></div>{HEAVY}", "next to no text"),
        (f"<p>One moment</p>{FILE}{FILE}", "next to no text"),
    ],
)  # fmt: skip
def test_shells_are_told_with_their_reason(body, reason):
    assert reason in shell_of(body)


@pytest.mark.parametrize(
    "body, words",
    [
        (f'<div id="root">{TEXT}</div>{FILE}{HEAVY}', 0),
        (f'<div id="modal-root"></div><article>{TEXT}</article>{FILE}', 0),
        ('<div id="root"></div>', 0),
        (f'<div id="root"></div>{FILE}', 120),
        ('<div id="root"></div><script type="application/ld+json">{"a": 1}</script>', 0),
        ("<p>Short and complete.</p>", 0),
        (f"<h1>Moved</h1><p>The page has moved to a new place.</p>{FILE}", 0),
        (f'<iframe src="/old-site"></iframe>{HEAVY}', 0),
        (f'<main><img src="/plan.png" alt=""></main><p>A plan</p>{FILE}', 0),
        (f"<noscript><img src='/count'></noscript><p>A short note.</p>{FILE}", 0),
    ],
    ids=["filled", "text elsewhere", "no scripts", "text in data", "data only", "short",
         "one script", "frames", "picture", "counting pixel"],
)  # fmt: skip
def test_pages_that_show_what_they_have_are_none(body, words):
    assert shell_of(body, words=words) is None


def test_a_page_without_body_is_none():
    assert find_shell(read_page(b""), 0) is None
