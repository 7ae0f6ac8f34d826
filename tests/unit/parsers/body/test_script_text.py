import json
from html import escape

import pytest

from scraper.page import read_page
from scraper.parsers.body.script_text import stated_body

TEXT = "The mill at Arnholt has ground flour since 1740. " * 6


def page(value: object, kind: str = "application/ld+json"):
    return read_page(f'<script type="{kind}">{json.dumps(value)}</script><div id=app></div>')


def texts(value: object, **options: str) -> list[str]:
    stated = stated_body(page(value, **options))
    return [block.text for block in stated.blocks] if stated else []


@pytest.mark.parametrize(
    "value",
    [
        {"@type": "Article", "articleBody": TEXT},
        [{"@type": "WebSite"}, {"@graph": [{"articleBody": TEXT}]}],
        {"mainEntity": {"articleBody": TEXT}},
    ],
    ids=["plain", "graph", "nested"],
)
def test_stated_body_is_found(value: object) -> None:
    assert texts(value) == [TEXT.strip()]


def test_lines_and_elements_are_blocks() -> None:
    assert texts({"articleBody": f"{TEXT}\n\nEnd."}) == [TEXT.strip(), "End."]
    assert texts({"articleBody": f"<p>{TEXT}</p><p>End.</p>"}) == [TEXT.strip(), "End."]


def test_the_longest_counts() -> None:
    assert texts([{"articleBody": TEXT}, {"articleBody": TEXT + "End."}]) == [TEXT + "End."]


@pytest.mark.parametrize(
    "value",
    [{"articleBody": "short"}, {"articleBody": [TEXT]}, {"text": TEXT}, {"articleBody": None}, []],
    ids=["short", "list", "other key", "null", "empty"],
)
def test_nothing_stated(value: object) -> None:
    assert texts(value) == []


def test_broken_json_is_no_error() -> None:
    html = '<script type="application/ld+json">{"articleBody": "no end</script>'
    assert stated_body(read_page(html)) is None


def test_odd_characters_are_replaced() -> None:
    (block,) = stated_body(page({"articleBody": f"\ud800\x00{TEXT}"})).blocks
    assert block.text.encode("utf-8")


def test_deep_nesting_ends() -> None:
    value: object = {"articleBody": TEXT}
    for _ in range(40):
        value = {"x": value}
    assert texts(value) == []


def where(html: str) -> tuple[str, str, list[str]] | None:
    stated = stated_body(read_page(html))
    return stated and (stated.source, stated.where, [block.text for block in stated.blocks])


def test_data_of_scripts_is_read() -> None:
    data = json.dumps({"props": {"post": {"html": f"<p>{TEXT}</p><p>End.</p>", "id": 7}}})
    html = f'<div id=app></div><script type="application/json">{data}</script>'
    assert where(html) == ("script", "props.post.html", [TEXT.strip(), "End."])


def test_data_in_attributes_is_read() -> None:
    data = json.dumps({"props": {"post": {"html": f"<p>{TEXT}</p>"}}}).replace('"', "&quot;")
    stated = stated_body(read_page(f'<div id=app data-page="{data}"></div>'))
    assert stated is not None
    assert [block.text for block in stated.blocks] == [TEXT.strip()]
    assert (stated.source, stated.where) == ("script", "props.post.html")


def test_stated_body_goes_before_data_of_scripts() -> None:
    data = json.dumps({"text": TEXT * 2 + "\nEnd."})
    stated = json.dumps({"articleBody": TEXT})
    html = f'<script>var a = {data}</script><script type="application/ld+json">{stated}</script>'
    found = where(html)
    assert found is not None
    assert found[0] == "json-ld"


@pytest.mark.parametrize("tag", ["noscript", "template"])
def test_text_for_readers_without_scripts_is_read(tag: str) -> None:
    menu = "<ul><li><a href=/a>News of the week</a></li></ul>"
    html = f"<body><div id=app></div><{tag}>{menu}<p>{TEXT}</p><p>End.</p></{tag}></body>"
    assert where(html) == ("text", f"/html/body/{tag}", [TEXT.strip(), "End."])


def test_a_page_in_a_frame_is_read() -> None:
    inner = escape(f"<h1>The weir</h1><p>{TEXT}</p>", quote=True)
    stated = stated_body(read_page(f'<iframe srcdoc="{inner}"></iframe>'))
    assert stated is not None
    assert [block.text for block in stated.blocks] == ["The weir", TEXT.strip()]


def test_a_request_to_switch_scripts_on_is_no_body() -> None:
    assert where("<noscript>Please switch scripts on to read this page.</noscript>") is None
