"""Prose within ``pre`` and plain text: paragraphs, headings, lists and verses, as readers see them."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper import extract
from scraper.page import read_page
from scraper.preformatted import space_between
from tests.building import seconds_of

FERRY = """\
The ferry that ran between Harrow and the islands was never meant
to last. It had been built for a lake, with a flat bottom and a
funnel that folded, and the first winter in open water broke its
rail in four places."""
ORANGES = """\
People who remember it speak of the smell: oil, wet wool and
oranges. "You could tell a man had been on the mainland," said
Morag Lund, who sold tickets for thirty years, "because he came
home smelling of somebody else's fruit" (Lund, 1991: 12)."""
PAPER = f"""
                        THE LAST TICKET

                        by Anna Tolley
                          3 May 1998

{FERRY}

1.  The smell

{ORANGES}

  * oil
  * wool, wet,
    and oranges

{FERRY}

REFERENCES

Lund, M. (1991) Lights of the north coast. Harrow: Harbour Press.
"""


def page(text, before="", after=""):
    return f"<title>The last ticket - Harbour Society</title><body>{before}<pre>{text}</pre>{after}"


def blocks(html):
    return [(block.tag, block.text) for block in read_page(html).blocks]


def flat(text):
    return " ".join(text.split())


def test_a_paper_of_the_first_years_is_read_whole():
    nav = "<a href=/>Home</a> | <a href=/papers>Papers</a><hr>"
    record = extract(page(PAPER, nav, "<hr><i>Copyright 1998 Harbour Society</i>"))
    assert (record.title, record.date_published) == ("THE LAST TICKET", "1998-05-03")
    assert [author.name for author in record.authors] == ["Anna Tolley"]
    assert record.page_type.kind == "article"
    assert [(b.kind, record.body[b.start : b.end]) for b in record.blocks] == [
        ("paragraph", flat(FERRY)),
        ("heading", "1. The smell"),
        ("paragraph", flat(ORANGES)),
        ("list_item", "oil"),
        ("list_item", "wool, wet, and oranges"),
        ("paragraph", flat(FERRY)),
        ("heading", "REFERENCES"),
        ("paragraph", "Lund, M. (1991) Lights of the north coast. Harrow: Harbour Press."),
    ]
    (quote,) = record.quotes
    assert quote.speaker == "Morag Lund"
    (citation,) = record.citations
    assert (citation.items[0].locator, citation.items[0].reference) == ("12", 0)


def test_plain_text_is_set_in_the_same_way():
    record = extract(PAPER)
    assert (record.title, record.date_published) == ("THE LAST TICKET", "1998-05-03")
    assert [block.kind for block in record.blocks].count("list_item") == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rules\n=====\n\n" + FERRY, [("h1", "Rules"), ("p", flat(FERRY))]),
        ("# Rules #1\n\n" + FERRY, [("h1", "Rules #1"), ("p", flat(FERRY))]),
        (
            "     Rules of the boat\n\n   " + FERRY.replace("\n", "\n   ") + "\n\nOars\n\n   Two.",
            [("h1", "Rules of the boat"), ("p", flat(FERRY)), ("h2", "Oars"), ("p", "Two.")],
        ),
        (
            f"{FERRY}\n\nYear      Passengers\n1958          12,300\n1959          11,870",
            [
                ("p", flat(FERRY)),
                ("pre", "Year      Passengers\n1958          12,300\n1959          11,870"),
            ],
        ),
        (
            f"{FERRY}\n\n+-----+-----+\n| oil | red |\n+-----+-----+",
            [("p", flat(FERRY)), ("pre", "+-----+-----+\n| oil | red |\n+-----+-----+")],
        ),
        (
            "<a name=top><font size=2>\n"
            + FERRY
            + "\n\nAnna <b>Tolley</b>\n4 Pier Road\n</font></a>",
            [("p", flat(FERRY)), ("p", "Anna Tolley\n4 Pier Road")],
        ),
        (
            "Piet wrote:\n&gt;<i> The last column is\n</I>&gt;<i> off by one.\n</I>&gt;<i>\n</I>&gt;<i> Why?\n</I>\n"
            + FERRY,
            [
                ("p", "Piet wrote:"),
                ("p", "The last column is off by one."),
                ("p", "Why?"),
                ("p", flat(FERRY)),
            ],
        ),
        (
            "&gt; &gt; Why is the last column\n&gt; &gt; off by one?\n" + FERRY,
            [("p", "Why is the last column off by one?"), ("p", flat(FERRY))],
        ),
        (
            "<h2>Rules</h2>Anna Tolley\n\n" + FERRY,
            [("h2", "Rules"), ("p", "Anna Tolley"), ("p", flat(FERRY))],
        ),
        (
            "島へ渡る連絡船は長く使うつもりで造られたものではなく、もとは湖の\nための船で底が平らだった。",
            [
                (
                    "p",
                    "島へ渡る連絡船は長く使うつもりで造られたものではなく、もとは湖のための船で底が平らだった。",
                )
            ],
        ),
        (
            "It was the first time that so many people had seen a well-\nknown ferry at the bottom of the sea, and they talked.",
            [
                (
                    "p",
                    "It was the first time that so many people had seen a well-known ferry at the bottom of the sea, and they talked.",
                )
            ],
        ),
        (
            "He came by night across the sound,\n  and nobody had called,\nhis lantern swinging, round.",
            [
                (
                    "p",
                    "He came by night across the sound,\nand nobody had called,\nhis lantern swinging, round.",
                )
            ],
        ),
    ],
    ids=(
        "underlined|Markdown|centred, and less indented|a table|a drawing|"
        "within elements over empty lines|answered mail|mail answered twice|a heading of its own|no spaces|a hyphen|verses"
    ).split("|"),
)
def test_what_is_set_as_what(text, expected):
    assert blocks(page(text)) == expected


SORT = "def sort(items):\n    for a in items:\n        swap(a, b)\n\n    return items"
LOG = "\n".join(
    f"2020-05-0{n} 12:00:0{n} worker {n} started a job and waits for an answer" for n in range(9)
)


@pytest.mark.parametrize(
    "text",
    [SORT, LOG, "git push origin main\ngit pull origin main\n\ngit fetch", "a      b\nc      d"],
    ids=["code", "log", "commands", "columns"],
)
def test_what_is_no_prose_stays_as_it_is(text):
    assert blocks(page(text)) == [("pre", text)]


def test_prose_amid_another_text_stays_as_it_is():
    around = "".join(f"<p>{FERRY} {ORANGES}</p>" for _ in range(3))
    assert ("pre", ORANGES) in blocks(page(ORANGES, around))


def test_a_script_within_a_text_is_none_of_it():
    script = "<script>var adverts = 1;\n\nfunction shown() { return adverts }</script>"
    found = blocks(page(f"{FERRY}\n\n{ORANGES}\n\n{script}\n\n{FERRY}"))
    assert [text[:8] for _, text in found] == ["The ferr", "People w", "The ferr"]


def test_a_block_for_verses_is_set_wherever_it_stands():
    html = f"<p>{FERRY}</p><pre class=wp-block-verse>oil\n  and wool\n\nand oranges</pre><p>{FERRY}</p>"
    assert blocks(html)[1:3] == [("p", "oil\nand wool"), ("p", "and oranges")]


LINES = st.lists(
    st.text(alphabet=string.ascii_uppercase + " .,*-=#|1\t<>&É島", max_size=70), max_size=30
)


@given(LINES)
def test_no_letter_is_lost(lines):
    text = "\n".join([*FERRY.split("\n"), "", *lines])
    found = blocks(page(text.replace("&", "&amp;").replace("<", "&lt;")))
    kept = "".join(block for _, block in found)
    assert [*filter(str.isalpha, kept)] == [*filter(str.isalpha, text)]


@pytest.mark.parametrize(
    "text",
    [
        lambda size: f"{FERRY}\n\n" * size,
        lambda size: f"{FERRY}\n" * 8 * size,
        lambda size: f"<b>{FERRY}\n\n" * size,
        lambda size: "<b><i>" * size + FERRY * size,
        lambda size: f"{FERRY}<br>\n" * 8 * size,
        lambda size: "<pre>" * (size // 4) + f"{FERRY}\n\n" * size,
        lambda size: "&gt;<i> So long as the line is,\n</i>" * 8 * size + FERRY,
    ],
    ids=[
        *("paragraphs", "one paragraph", "nested elements", "nested without a line"),
        *("line breaks", "nested texts", "answered mail"),
    ],
)
def test_time_grows_with_the_text(text):
    small, large = (seconds_of(lambda s=size: read_page(page(text(s)))) for size in (100, 800))
    assert large < 30 * small + 0.05


def test_whose_words_an_answered_mail_are():
    text = f"On Monday Piet Smeets wrote:\n&gt; The last column is off by\n&gt; one centimetre.\n\n{FERRY}\n\n{FERRY}"
    (quote,) = extract(page(text)).quotes
    assert (quote.text, quote.speaker) == (
        "The last column is off by one centimetre.",
        "Piet Smeets",
    )


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("a well-", "known mill", ""),
        ("from 1914-", "to the end", " "),
        ("the mill -", "known to all", " "),
        ("a well-", "1914", " "),
        ("磨坊", "在河边", ""),
        ("磨坊", "mill", " "),
    ],
)
def test_what_stands_between_lines_that_are_set_as_one(before, after, between):
    assert space_between(before, after) == between


@pytest.mark.parametrize(
    "code", ["&gt;&gt;&gt; import harbour", "&gt; fit &lt;- lm(y ~ x)\n&gt; plot(fit)"]
)
def test_prompts_of_python_and_r_are_no_mail(code):
    body = extract(page(f"{FERRY}\n\n{code}\n\n{FERRY}\n\n{ORANGES}")).body
    assert f"{code.replace('&gt;', '>').replace('&lt;', '<').splitlines()[-1]}" in body
