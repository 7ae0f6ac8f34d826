"""Lines by which a newsroom signs behind the text."""

import pytest

from scraper.page import read_page
from scraper.parsers.authors import find_authors
from scraper.parsers.authors.houses import read_house
from scraper.parsers.body import find_body
from scraper.parsers.title import find_title

_PARAGRAPH = "Die Fähre legt seit Montag wieder ab, und auf der Insel ist man erleichtert darüber. "


@pytest.mark.parametrize(
    ("line", "signature"),
    [
        ("Quelle: inselfunk.example/ls", "inselfunk.example/ls"),
        ("Quelle: Inselfunk Redaktion/ab", "Inselfunk Redaktion/ab"),
        ("(LZ mit dpa)", "LZ mit dpa"),
        ("red, insel.example/Agenturen", "red, insel.example/Agenturen"),
        ("APA/dpa", "APA/dpa"),
        ("dpa/lby", "dpa/lby"),
        ("(LZ/dpa/jt)", "LZ/dpa/jt"),
    ],
)
def test_a_house_with_an_agency_or_a_code_signs(line, signature):
    assert read_house(line) == signature


@pytest.mark.parametrize(
    "line",
    [
        "dpa",
        "Hamburg/Kiel",
        "und/oder",
        "km/h",
        "24/7",
        "Source: Office for Rivers",
        "Quelle: Jonas Keller / Bildhaus",
        "Anna Berg/dpa",
        "Foto: dpa/xy",
        "Sport/Wetter",
        "",
    ],
)
def test_other_lines_sign_nothing(line):
    assert read_house(line) is None


def _names(end: str, byline: str = "", head: str = "") -> list[str]:
    text = "".join(f"<p>{number}. {_PARAGRAPH * 3}</p>" for number in range(4))
    page = read_page(
        f"<html lang=de><head><title>Die Fähre fährt wieder</title>{head}</head><body>"
        f"<main><h1>Die Fähre fährt wieder</h1>{byline}{text}{end}</main></body></html>".encode()
    )
    title = find_title(page)
    return [f.value.name for f in find_authors(page, title, find_body(page, title), None).authors]


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("<p>Quelle: inselfunk.example/ls</p>", ["inselfunk.example/ls"]),
        ("<div class=story-footer><p class=byline>red/APA</p></div>", ["red/APA"]),
        (f"<p>{_PARAGRAPH}(LZ mit dpa)</p>", ["LZ mit dpa"]),
        ("<aside class=related><p>LZ mit dpa</p></aside>", []),
        ("<figure><figcaption>LZ/dpa</figcaption></figure>", []),
    ],
)
def test_the_newsroom_signs_behind_the_text(end, names):
    assert _names(end) == names


def test_a_writer_comes_before_the_newsroom():
    assert _names("<p>(LZ/dpa)</p>", byline="<p class=byline>Von Anna Berg</p>") == ["Anna Berg"]


def test_the_printed_newsroom_comes_before_what_only_data_states():
    head = "<meta name=author content='inselfunk.example, Hamburg, Germany'>"
    assert _names("<p>Quelle: inselfunk.example/ls</p>", head=head) == ["inselfunk.example/ls"]
