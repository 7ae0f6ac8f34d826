import json

import pytest

from scraper.parsers.body.script_data import longest_text, values_of

ONE = "The ferry to the island will run every hour from May, the harbour office said on Monday."
TWO = "Tickets bought on board cost a little more, but children under six go free all summer."
BLURB = "A short word about another story that stands beside this one, and ends with a stop."


@pytest.mark.parametrize(
    "script, expected",
    [
        pytest.param('{"a": 1}', [{"a": 1}], id="bare"),
        pytest.param("\n [1, 2] ", [[1, 2]], id="list"),
        pytest.param('window.__STATE__ = {"a": 1}; start()', [{"a": 1}], id="assigned"),
        pytest.param('var a={"b":1},c={"d":2};', [{"b": 1}, {"d": 2}], id="two variables"),
        pytest.param(r'x = JSON.parse("{\"a\": 1}")', [{"a": 1}], id="parsed"),
        pytest.param("if (a == {b: 1}) { c = [d] }", [], id="a script"),
        pytest.param('x = {"a": ', [], id="cut off"),
        pytest.param("", [], id="empty"),
    ],
)
def test_values_of_a_script(script: str, expected: list[object]) -> None:
    assert list(values_of(script)) == expected


@pytest.mark.parametrize(
    "value, expected",
    [
        pytest.param(
            {"post": {"body": f"{ONE}\n{TWO}"}}, ["post.body", f"{ONE}\n{TWO}"], id="lines"
        ),
        pytest.param(
            {"blocks": [{"t": "p", "text": ONE}, {"t": "h2", "text": "Prices"}, {"text": TWO}]},
            ["blocks.*.text", ONE, "Prices", TWO],
            id="a list of paragraphs",
        ),
        pytest.param(
            {
                "body": [
                    {"children": [{"text": ONE[:30]}, {"text": ONE[30:]}]},
                    {"children": [{"text": TWO}]},
                ]
            },
            ["body.*.children.*.text", ONE, TWO],
            id="stretches are joined",
        ),
        pytest.param(
            {
                "main": {"html": f"<p>{ONE}</p><p>{TWO}</p>"},
                "more": [{"blurb": BLURB}, {"blurb": "b"}],
            },
            ["main.html", f"<p>{ONE}</p><p>{TWO}</p>"],
            id="a teaser is shorter",
        ),
        pytest.param(
            {"posts": [{"html": f"<p>{ONE}</p>"}, {"html": f"<p>{ONE}</p><p>{TWO}</p>"}]},
            ["posts.1.html", f"<p>{ONE}</p><p>{TWO}</p>"],
            id="one of several articles",
        ),
        pytest.param({"css": "a{b:c}" * 40, "n": [1, None, True]}, [""], id="no text"),
    ],
)
def test_longest_text(value, expected: list[str]) -> None:
    where, lines = longest_text(value)
    assert [where, *lines] == expected


def test_deep_and_wide_values_are_no_trouble() -> None:
    deep: object = ONE
    for _ in range(500):
        deep = [deep]
    assert longest_text(deep)[1] == [ONE]  # type: ignore[arg-type] - nested by hand
    assert list(values_of("[" * 100_000)) == []
    wide = json.dumps({"rows": [{"n": n} for n in range(1000)], "text": ONE})
    assert longest_text(next(values_of(wide)))[1] == [ONE]
