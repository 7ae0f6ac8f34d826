"""Headings taken apart: kicker, headline, dek, lines."""

import pytest
from lxml import html

from scraper.parsers.title.parts import find_parts, headline_of


def parts(markup: str) -> list[tuple[str, str]]:
    return [(p.text, p.kind) for p in find_parts(html.fragment_fromstring(f"<h1>{markup}</h1>"))]


@pytest.mark.parametrize(
    "markup",
    [
        "Ferries stay in port",
        "<a href='/x'><span>Ferries stay in port</span></a>",
        "Ferries <em>stay</em> in port",
        "The <span class='caps'>HMS</span> Pelican returns",
        "",
    ],
)
def test_heading_of_one_piece(markup):
    assert parts(markup) == []


@pytest.mark.parametrize(
    "markup, expected",
    [
        ("<span class='article__kicker'>Harbour</span> Ferries stay in port", [("Harbour", "kicker"), ("Ferries stay in port", "text")]),
        (
            (
                "<span class='dachzeile'>Hafen</span><span class='vh'>:</span>"
                "<span class='headline'>Die Fähren bleiben</span>"
            ),
            [("Hafen", "kicker"), ("Die Fähren bleiben", "title")],
        ),
        ("<small>Harbour</small> Ferries stay in port", [("Harbour", "own"), ("Ferries stay in port", "text")]),
        ("<time>5 May 2021</time> Ferries stay in port", [("5 May 2021", "date"), ("Ferries stay in port", "text")]),
        ("Ferries stay in port<br>Captains wait for calm", [("Ferries stay in port", "line"), ("Captains wait for calm", "line")]),
        (
            "<style>.a{color:red}</style><span>Ferries stay</span> <span>Nobody sails</span>",
            [("Ferries stay", "span"), ("Nobody sails", "span")],
        ),
    ],
)  # fmt: skip
def test_parts_of_a_heading(markup, expected):
    assert parts(markup) == expected


@pytest.mark.parametrize(
    "markup, headline",
    [
        ("<span class='overline'>Harbour</span> Ferries stay in port", "Ferries stay in port"),
        ("<span class='subheading'>Harbour</span> Ferries stay in port", "Ferries stay in port"),
        ("Ferries stay in port <span class='entry-subtitle'>Captains wait</span>", "Ferries stay in port"),
        ("Ferries stay in port<div>5 May 2021</div>", "Ferries stay in port"),
        ("<small>Harbour</small> Ferries stay in port", "Ferries stay in port"),
        ("Ferries stay in port <small>by the crew</small>", "Ferries stay in port"),
        # What is left has to be able to be a headline.
        ("<span class='label'>Ferries stay in port</span> Live", "Ferries stay in port Live"),
        ("<div>Harbour</div><div>Ferries stay in port</div>", "Harbour Ferries stay in port"),
    ],
)  # fmt: skip
def test_headline_of_marked_parts(markup, headline):
    assert headline_of(find_parts(html.fragment_fromstring(f"<h1>{markup}</h1>"))) == headline


@pytest.mark.parametrize(
    "markup",
    [
        "<span class='x1'>Harbour news</span><span class='sr'>:</span>Ferries stay in port",
        "<span class='title'>Harbour news</span> <i>–</i> <span>Ferries stay in port</span>",
        "<span class='x1'>Harbour news <span class='sr'>:</span></span>Ferries stay in port",
    ],
)
def test_a_sign_for_screen_readers_ends_a_kicker(markup):
    assert parts(markup)[0] == ("Harbour news", "kicker")
    heading = html.fragment_fromstring(f"<h1>{markup}</h1>")
    assert headline_of(find_parts(heading)) == "Ferries stay in port"


def test_a_style_sheet_within_a_part_is_no_text():
    markup = "<span class='kicker'>Harbour <style>.a{color:red}</style>news</span>Ferries stay"
    assert parts(markup) == [("Harbour news", "kicker"), ("Ferries stay", "text")]


def test_a_sign_in_running_text_or_at_the_end_ends_no_kicker():
    assert parts("Harbour news: <em>Ferries</em> stay in port") == []
    assert parts("Ferries stay in port <span>:</span>") == []
