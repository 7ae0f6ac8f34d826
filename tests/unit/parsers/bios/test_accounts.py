import json

import pytest

from schemas import Author
from scraper.page import read_page
from scraper.parsers.bios.accounts import find_accounts, is_account

JANE = Author(name="Jane Doe")


def accounts(*links, html="<p>text</p>", author=JANE):
    page = read_page(f"<html><body>{html}</body></html>", url="https://bridges.example/a")
    return find_accounts(page, author, [link if link[1:] else (*link, "") for link in links], ())


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://x.com/janedoe", True),
        ("https://janedoe.tumblr.com/", True),
        ("https://www.tumblr.com/", False),
        ("https://instagram.com/", False),
        ("https://facebook.com", False),
        ("https://x.com/https://x.com/janedoe", False),
        ("https://www.facebook.com/sharer.php?u=https://bridges.example/a", False),
        ("https://harbour.example/janedoe", False),
        ("https://medium.com/search", False),
        ("https://medium.com/m/signin?redirect=x", False),
        ("https://www.linkedin.com/learning/riveting-for-beginners", False),
        ("https://www.youtube.com/watch?v=abc", False),
        ("https://www.linkedin.com/in/janedoe", True),
        ("https://medium.com/@janedoe", True),
        ("https://[broken/janedoe", False),
    ],
)
def test_address_of_one_account(address, expected):
    assert is_account(address) is expected


def test_spellings_of_one_account_are_one():
    assert accounts(
        ("https://twitter.com/JaneDoe",),
        ("http://www.x.com/janedoe/",),
        ("https://de.linkedin.com/in/jane-doe",),
        ("https://www.linkedin.com/in/jane-doe?trk=box",),
    ) == ["https://twitter.com/JaneDoe", "https://de.linkedin.com/in/jane-doe"]


def test_query_tells_accounts_apart_where_it_names_them():
    both = ["https://facebook.com/profile.php?id=1", "https://facebook.com/profile.php?id=2"]
    assert accounts(*((address,) for address in both)) == both


def test_account_of_somebody_else():
    assert accounts(("https://x.com/johnroe", "John Roe"), ("https://x.com/jd", "Jane Doe")) == [
        "https://x.com/jd"
    ]


def test_encyclopedia_only_about_the_person():
    own = "https://en.wikipedia.org/wiki/Jane_Doe_(engineer)"
    assert accounts((own,), ("https://en.wikipedia.org/wiki/Footbridge",)) == [own]


@pytest.mark.parametrize(
    "frame",
    [
        "<footer><a href='https://x.com/bridgesweekly'>X</a></footer>",
        "<div id=header><a href='https://twitter.com/BridgesWeekly/'>X</a></div>",
        "<script type='application/ld+json'>"
        + json.dumps(
            {
                "@context": "https://schema.org",
                "@type": "Organization",
                "name": "Bridges Weekly",
                "sameAs": ["https://x.com/bridgesweekly"],
            }
        )
        + "</script>",
    ],
)
def test_account_of_the_site(frame):
    links = ("https://x.com/bridgesweekly",), ("https://x.com/jd",)
    assert accounts(*links, html=frame) == ["https://x.com/jd"]
    desk = Author(name="Bridges Weekly", kind="organization")
    assert accounts(*links, html=frame, author=desk) == [link for (link,) in links]


def test_personal_site_shows_its_author_in_the_frame():
    frame = "<footer><a href='https://x.com/jane_does_bridges'>X</a></footer>"
    links = [("https://x.com/jane_does_bridges",)]
    assert accounts(*links, html=frame) == [links[0][0]]


def test_header_of_the_article_is_no_frame():
    html = "<article><header><a href='https://x.com/bridgemaker'>X</a></header></article>"
    assert accounts(("https://x.com/bridgemaker",), html=html) == ["https://x.com/bridgemaker"]
