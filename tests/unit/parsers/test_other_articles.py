"""Markup of teasers and comments is that of other texts than the page's."""

import pytest

from scraper import extract
from scraper.page import read_page
from scraper.parsers.other_articles import describes_another

TEXT = (
    "The last ferry crossed the bay on a windy morning, and forty people stood on the pier to see "
    "it go. For sixty years it had carried bread, bicycles and children to the island."
)
TEASER = (
    "<div itemscope itemtype='https://schema.org/Article'><a itemprop='url' href='{href}'>"
    "<span itemprop='headline'>{headline}</span></a><span itemprop='author'>Petra Lindner</span>"
    "<meta itemprop='datePublished' content='2026-01-02'></div>"
)


def page_of(behind, url="https://lantern.example/2026/ferry"):
    html = (
        f"<html lang=en><title>The last ferry</title><article><h1>The last ferry</h1><p>{TEXT}</p>"
        f"<p>{TEXT}</p></article><div class='row'>{behind}</div></html>"
    )
    return read_page(html.encode(), url=url)


def test_a_teasers_writer_and_day_are_not_the_articles():
    article = extract(page_of(TEASER.format(href="/2026/bread", headline="Bread from the shore")))
    assert (article.authors, article.date_published) == ([], None)


@pytest.mark.parametrize(
    ("href", "headline", "url", "expected"),
    [
        ("/2026/bread", "Bread from the shore", "https://lantern.example/2026/ferry", True),
        ("/2026/ferry/", "Bread from the shore", "https://www.lantern.example/2026/ferry", False),
        ("/", "Bread from the shore", "https://lantern.example/2026/ferry", False),
        ("/2026/bread", "The last ferry of the bay", "https://lantern.example/2026/ferry", False),
        ("/2026/bread", "Bread from the shore", None, False),
        ("http://[", "Bread from the shore", "https://lantern.example/2026/ferry", False),
    ],
)
def test_another_headline_and_another_address_together_tell_a_teaser(href, headline, url, expected):
    page = page_of(TEASER.format(href=href, headline=headline), url)
    item = page.structured.items[0]
    assert describes_another(item, page, "The last ferry") is expected


def test_an_address_that_the_page_gives_itself_is_its_own():
    html = "<head><link rel=canonical href='https://lantern.example/ferry'></head>" + TEASER.format(
        href="https://lantern.example/ferry", headline="Goodbye, old boat"
    )
    page = read_page(html.encode(), url="https://lantern.example/?p=7")
    assert not describes_another(page.structured.items[0], page, "The last ferry")


def test_writers_of_comments_that_the_articles_markup_holds_are_not_its_authors():
    comments = "".join(
        f"<li class='comment'><p>by <span itemprop='author'>{name}</span></p><p>{TEXT}</p></li>"
        for name in ("Mark Bernhard", "Liam Nugent", "Liam Nugent")
    )
    html = (
        "<html lang=en><title>The last ferry</title><body itemscope "
        "itemtype='https://schema.org/Article'><h1 itemprop='headline'>The last ferry</h1>"
        f"<p>by <a itemprop='author' href='/author/jo'>Joan Zellman</a></p><p>{TEXT}</p><p>{TEXT}</p>"
        f"<section id='comments' class='comments'><h2>Comments</h2><ol>{comments}</ol></section>"
    )
    article = extract(html, url="https://lantern.example/2026/ferry")
    assert [author.name for author in article.authors] == ["Joan Zellman"]
