import numpy as np
import pytest
from pullquote_test_building import SENTENCES, STORY, described

from scraper.parsers.body.surroundings import NO_HEADLINE, find_core


def test_the_core_holds_most_running_text() -> None:
    page, _, containers = described(STORY)
    assert containers[page.core].element.get("class") == "story"


def test_sections_have_their_common_container_as_core() -> None:
    html = "".join(f"<section><h2>x</h2><p>{SENTENCES}</p></section>" for _ in range(6))
    page, _, containers = described(f"<div><p>menu</p></div><article>{html}</article>")
    assert containers[page.core].tag == "article"


def test_steps_from_the_core_grow_outwards() -> None:
    page, blocks, _ = described(STORY)
    steps = dict(zip([b.text for b in blocks], page.columns["core_steps"], strict=True))
    assert steps["What next"] == 0 < steps["Bridge closed"] < steps["Arnholt Post"]


def test_the_lead_is_the_text_below_the_headline_not_the_longest() -> None:
    comments = "".join(f"<div><p>{SENTENCES * 2}</p></div>" for _ in range(9))
    page, blocks, _ = described(
        f"<h1>Bridge closed</h1><div><p>{SENTENCES * 4}</p><p>{SENTENCES * 4}</p></div>"
        f"<p>Comments</p><section>{comments}</section>",
        "bridge closed",
    )
    assert page.columns["lead_steps"][1] == 0
    assert page.columns["lead_steps"][len(blocks) - 1] > 0


def test_find_core_takes_the_first_where_all_are_alike() -> None:
    page, _, _ = described("<p>a</p>")
    assert find_core(np.zeros(1, np.float32), page.layout) == 0


def column(html: str, name: str, title: str = "") -> dict[str, float]:
    page, blocks, _ = described(html, title)
    return {b.text: float(v) for b, v in zip(blocks, page.columns[name], strict=True)}


def test_what_holds_the_headline_too_is_near_it() -> None:
    steps = column(STORY, "top_steps", "bridge closed - arnholt post")
    assert steps["Bridge closed"] == 0 < steps["What next"] < steps["Arnholt Post"]


def test_a_page_without_a_headline_has_no_distance_from_it() -> None:
    assert set(column(f"<p>{SENTENCES}</p><p>x</p>", "top_share").values()) == {NO_HEADLINE}


def test_pictures_and_form_fields_of_the_containers_around() -> None:
    html = f"<div><p>{SENTENCES}</p></div><form><p>a</p><img><input><p>b</p><input><p>c</p></form>"
    assert column(html, "controls_1")["a"] == pytest.approx(2 / 3)
    assert column(html, "media_1")["c"] == pytest.approx(1 / 3)
    assert column(html, "controls_2")["a"] == pytest.approx(2 / 4)
    assert column(f"<p>{SENTENCES}</p>", "media_3")[SENTENCES.strip()] == 0


def test_a_heading_knows_what_stands_below_it() -> None:
    html = (
        f"<p>a</p><h2>One</h2><p>{SENTENCES}</p><p>b</p>"
        "<h2>Two</h2><ul><li><a href=x>c</a></li></ul><h3>Three</h3>"
    )
    assert column(html, "section_count") == {
        **dict.fromkeys(["a"], 1),
        **dict.fromkeys(["One", SENTENCES.strip(), "b"], 2),
        **dict.fromkeys(["Two", "c"], 1),
        "Three": 0,
    }
    links = column(html, "section_links")
    assert (links["One"], links["Two"], links["Three"]) == (0, 1, 0)
    assert column(html, "section_left")["One"] == 3
