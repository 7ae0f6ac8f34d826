from lxml import etree

from scraper.cut import cut
from scraper.parsers.body.other_articles import without_other_articles

MILL = "<article><h2>The mill turns again</h2><p>It has ground flour since 1740.</p></article>"
FERRY = (
    "<article><h2>The ferry is sold</h2><p>It had crossed the river for a century.</p></article>"
)
PARTS = (
    "<article><h2>Wind</h2><p>North-west.</p></article><article><h2>Rain</h2><p>None.</p></article>"
)


def left(html: str, title: str) -> list[str]:
    root = etree.fromstring(f"<html><body>{html}</body></html>", etree.HTMLParser())
    blocks, containers = cut(root.find("body"))
    kept = without_other_articles(blocks, containers, title.lower(), range(len(blocks)))
    return [blocks[index].text for index in kept]


def test_the_next_articles_go_where_the_title_names_the_first() -> None:
    assert left(f"<main>{MILL}{FERRY}{FERRY}</main>", "The mill turns again – The Herald") == [
        "The mill turns again",
        "It has ground flour since 1740.",
    ]


def test_an_article_further_down_may_be_the_one() -> None:
    assert left(f"<main>{FERRY}{MILL}</main>", "The mill turns again")[0] == "The mill turns again"


def test_a_list_of_articles_stays_whole() -> None:
    assert len(left(f"<main>{MILL}{FERRY}</main>", "News from the river")) == 4


def test_the_parts_of_one_article_stay() -> None:
    headline = "<article><h1>Weather in May</h1><p>A dry month.</p></article>"
    assert len(left(f"<main>{headline}{PARTS}</main>", "Weather in May")) == 6


def test_an_article_within_the_article_stays() -> None:
    assert (
        len(
            left(
                f"<main><article><h2>The mill turns again</h2>{FERRY}</article></main>",
                "The mill turns again",
            )
        )
        == 3
    )


def boxes(name: str, tag: str = "h1") -> str:
    """Return two boxes of a class, each with a headline and a line of text."""
    return "".join(
        f"<div class='{name}'><{tag}>{head}</{tag}><p>{line}</p></div>"
        for head, line in (
            ("The mill turns again", "It has ground flour since 1740."),
            ("The ferry is sold", "It had crossed the river for a century."),
        )
    )


def test_boxes_that_are_called_articles_are_such() -> None:
    for name in ("story", "Post wide", "article"):
        assert left(boxes(name), "The mill turns again – The Herald") == [
            "The mill turns again",
            "It has ground flour since 1740.",
        ]


def test_sections_of_one_article_stay_whatever_their_rank() -> None:
    title = "The mill turns again – The Herald"
    assert len(left(boxes("section"), title)) == 4
    assert len(left(boxes("story-part"), title)) == 4
    assert len(left(boxes("story", "h2"), title)) == 4
