import json

import pytest

from scraper.page import read_page
from scraper.parsers.body.script_text import stated_blocks

TEXT = "The mill at Arnholt has ground flour since 1740. " * 6


def page(value: object, kind: str = "application/ld+json"):
    return read_page(f'<script type="{kind}">{json.dumps(value)}</script><div id=app></div>')


def texts(value: object, **options: str) -> list[str]:
    return [block.text for block in stated_blocks(page(value, **options))]


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


def test_other_scripts_are_not_read() -> None:
    assert texts({"articleBody": TEXT}, kind="text/javascript") == []


def test_broken_json_is_no_error() -> None:
    html = '<script type="application/ld+json">{"articleBody": "no end</script>'
    assert stated_blocks(read_page(html)) == []


def test_odd_characters_are_replaced() -> None:
    (block,) = stated_blocks(page({"articleBody": f"\ud800\x00{TEXT}"}))
    assert block.text.encode("utf-8")


def test_deep_nesting_ends() -> None:
    value: object = {"articleBody": TEXT}
    for _ in range(40):
        value = {"x": value}
    assert texts(value) == []
