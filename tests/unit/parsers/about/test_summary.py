"""The summary: the article's own, whole, without tags."""

import json

import pytest

from scraper.page import read_page
from scraper.parsers.about import find_description

DEK = "After two nights of rain the river has reached the old mill and its museum."


def summary(html: str, title: str = "Flood reaches the mill", dek: str | None = None):
    page = read_page(html, url="https://valley-post.example/flood")
    found = find_description(page, title, dek, "Valley Post")
    return found.value if found else None


def stated(*values: str) -> str:
    keys = ("og:description", "description", "twitter:description")
    return "".join(
        f'<meta name="{key}" content="{value}">' for key, value in zip(keys, values, strict=False)
    )


def test_the_first_statement_without_tags():
    assert summary(stated("Short.", "Other.")) == "Short."
    assert summary(stated("&lt;p&gt;The &amp;amp; river.&lt;/p&gt;")) == "The & river."
    assert summary("<meta name=dc.description.abstract content='We measure a river.'>")
    assert summary("<p>x</p>") is None


@pytest.mark.parametrize(
    "text",
    [
        "Welcome to the Valley Post, your paper since 1901.",
        "Die offizielle Startseite des Talvereins mit allen Terminen.",
        "Flood reaches the mill",
        "Valley Post",
        "Description",
    ],
)
def test_what_is_said_on_every_page_is_no_summary(text: str):
    assert summary(stated(text)) is None
    assert summary(stated(text, "The river rose.")) == "The river rose."


def test_an_article_about_a_welcome_keeps_its_summary():
    text = "Welcome to Hollow Mill: how a village greets its new neighbours."
    assert summary(stated(text), title="A village greets its neighbours") == text


def test_a_welcome_to_something_else_is_a_summary():
    text = "Welcome to the lab where the drugs you bought are tested for purity."
    assert summary(stated(text), title="Inside the chemists' basement") == text


def test_a_slogan_is_not_taken_for_a_cut_excerpt():
    cut = "After two nights of rain in the hills above…"
    assert summary(stated(cut, "Yet another paper for people who like papers.")) == cut
    assert summary(stated(cut, "The nights of rain have brought the river to a leve")) == cut


def test_the_slogan_of_the_sites_item_is_no_summary():
    data = json.dumps({"@type": "WebSite", "description": "All the valley, every day."})
    html = f'<script type="application/ld+json">{data}</script>'
    assert summary(html + stated("All the valley, every day.")) is None


@pytest.mark.parametrize(
    "end", ["…", " [...]", " [&hellip;]", " (...)", "... Continue reading →", " weiterlesen →"]
)
def test_an_excerpt_that_breaks_off_gives_way_to_a_whole_one_and_to_the_dek(end: str):
    cut = "After two nights of rain in the hills" + end
    whole = "Two nights of rain have brought the river to the mill and its museum."
    assert summary(stated(cut, whole)) == whole
    assert summary(stated(cut), dek=DEK) == DEK
    assert summary(stated(cut)).startswith("After two nights")


def test_a_dek_goes_on_where_the_summary_is_cut_without_a_mark():
    assert summary(stated(DEK[:40]), dek=DEK) == DEK
    other = "What the valley needs now is sandbags."
    assert summary(stated(other), dek=DEK) == other


def test_the_whole_text_is_no_summary():
    assert summary(stated("word " * 2000)) is None
