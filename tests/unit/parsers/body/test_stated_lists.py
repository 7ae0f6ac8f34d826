import json

import pytest

from scraper.page import read_page
from scraper.parsers.body.stated_lists import with_stated_lists

INGREDIENTS = ["300 g rye flour", "2 eggs", "Salt", "A pinch of caraway"]
STORY = "Every autumn the bakers of Tarn Bridge light the old oven and bake for the whole street."
RECIPE = {"@type": "Recipe", "name": "Tarn rye", "recipeIngredient": INGREDIENTS}


def left(html: str, data: dict, chosen: tuple[str, ...] = (STORY,)) -> list[str]:
    """Return what is left where some texts were chosen, each where it stands first."""
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    page = read_page(f"<html><head>{script}</head><body>{html}</body></html>")
    first = {block.text: block.index for block in reversed(page.blocks)}
    kept = sorted(first[text] for text in chosen)
    return [page.blocks[index].text for index in with_stated_lists(page, kept)]


def shown(line: str) -> str:
    return "".join(line.format(text) for text in INGREDIENTS)


@pytest.mark.parametrize(
    "box",
    [
        pytest.param("<ul>" + shown("<li>{}</li>") + "</ul>", id="list"),
        pytest.param("<div>" + shown("<div>{}</div>") + "</div>", id="single containers"),
        pytest.param(
            "<form>" + shown("<p><input type=checkbox><label>{}</label></p>") + "</form>",
            id="labels of check boxes",
        ),
        pytest.param("<dl>" + shown("<dd>{}</dd>") + "</dl>", id="definitions"),
    ],
)
def test_ingredients_are_added_with_their_heading(box):
    html = f"<p>{STORY}</p><div><h3>Ingredients</h3>{box}<button>Print</button></div>"
    assert left(html, RECIPE) == [STORY, "Ingredients", *INGREDIENTS]


def test_amounts_and_things_in_cells_of_their_own():
    data = RECIPE | {"recipeIngredient": ["2 cups flour", "1 cup buttermilk", "1 egg"]}
    cells = "".join(
        f"<li><div>{amount}</div><div>{thing}</div></li>"
        for amount, thing in [("2 cups", "flour"), ("1 cup", "buttermilk"), ("1", "egg")]
    )
    html = f"<p>{STORY}</p><ul>{cells}</ul><p>1</p>"
    assert left(html, data)[1:] == ["2 cups", "flour", "1 cup", "buttermilk", "1", "egg"]


def test_steps_in_sections_and_questions_with_answers():
    steps = [
        {"@type": "HowToSection", "name": "Dough", "itemListElement": [
            {"@type": "HowToStep", "text": "Knead the flour with the water."},
            {"@type": "HowToStep", "text": "Leave it under a cloth until it has doubled."},
        ]},
        {"@type": "HowToStep", "text": "Bake until the crust sounds hollow."},
    ]  # fmt: skip
    data = {"@type": "Recipe", "recipeInstructions": steps}
    texts = ["Dough", *(s["text"] for s in [*steps[0]["itemListElement"], steps[1]])]
    html = f"<p>{STORY}</p><div>{''.join(f'<div>{text}</div>' for text in texts)}</div>"
    assert left(html, data) == [STORY, *texts]
    question, answer = "Does rye keep?", "<p>It keeps for a <b>week</b> in a cloth.</p>"
    answered = {"@type": "Question", "name": question, "acceptedAnswer": {"text": answer}}
    again = {"@type": "Question", "name": "And wheat?", "acceptedAnswer": {"text": "Two days."}}
    html = (
        f"<p>{STORY}</p><section><button>{question}</button>{answer}"
        "<button>And wheat?</button><p>Two days.</p></section>"
    )
    found = left(html, {"@type": "FAQPage", "mainEntity": [answered, again]})
    assert found[1:] == [question, "It keeps for a week in a cloth.", "And wheat?", "Two days."]


@pytest.mark.parametrize(
    "html, data",
    [
        pytest.param(f"<p>{STORY}</p><ul><li>2 eggs</li></ul>", RECIPE, id="hardly shown"),
        pytest.param(
            f"<p>{STORY}</p><ul>{shown('<li>{}</li>')}</ul>",
            {"@type": "Product", "recipeIngredient": INGREDIENTS},
            id="data of something else",
        ),
    ],
)
def test_nothing_is_added(html, data):
    assert left(html, data) == [STORY]


def test_a_second_display_is_not_added():
    html = f"<p>{STORY}</p><ul>{shown('<li>{}</li>')}</ul><hr><div>{shown('<p>{}</p>')}</div>"
    assert left(html, RECIPE, (STORY, *INGREDIENTS)) == [STORY, *INGREDIENTS]
