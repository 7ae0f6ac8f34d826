"""Notes in the margin: out of the sentence, behind the paragraph, with the mark that readers see."""

import time

import pytest
from pullquote_test_articles import read

from scraper.page import read_page
from scraper.sidenotes import may_hold_sidenotes

TOGGLE = "<label for=s{0} class='margin-toggle sidenote-number'></label><input type=checkbox id=s{0} class=margin-toggle>"
ONE = "Nadia Abara, Oak and Water (Kiel: Harbour, 2011), 4."
TWO = "Eva Lind, Wheels (Bonn: Tilde, 2016), 9."


def texts(html):
    page = read_page(f"<body><article>{html}</article></body>")
    return [block.text for block in page.blocks]


def test_notes_that_a_style_sheet_counts():
    html = (
        f"<p>Oak was dear{TOGGLE.format(1)}<span class=sidenote>{ONE}</span> and flour was money."
        f"{TOGGLE.format(2)}<span class=sidenote>{TWO}</span></p>"
    )
    assert texts(html) == ["Oak was dear1 and flour was money.2", f"1. {ONE}", f"2. {TWO}"]
    record = read(html)
    assert [(entry.label, entry.text) for entry in record.references] == [("1", ONE), ("2", TWO)]
    found = [(c.kind, c.text, c.items[0].reference) for c in record.citations]
    assert found == [("footnote", "1", 0), ("footnote", "2", 1)]


@pytest.mark.parametrize(
    "html",
    [
        f"<p>Oak was dear<sup><a href='#n1'>1</a></sup><small id=n1 class=sidenote>1. {ONE}</small> and flour.</p>",
        f"<p>Oak was dear<sup><a href='#n1'>1</a></sup> <span id=n1 class='sidenote right'>1 {ONE}</span>and flour.</p>",
        f"<p>Oak was dear<span class=w><label class=sidenote-number>1</label><small class=sidenote>1 {ONE}</small></span> and flour.</p>",
    ],
    ids=["linked", "two classes", "number in the label"],
)
def test_notes_with_printed_numbers(html):
    record = read(html)
    assert "Oak was dear1 and flour." in record.body
    assert [(entry.label, entry.text) for entry in record.references] == [("1", ONE)]
    assert [c.items[0].reference for c in record.citations] == [0]


def test_note_without_number_leaves_the_sentence():
    html = (
        "<p>It went on.<label for=m1 class=margin-toggle>&#8853;</label>"
        "<input type=checkbox id=m1 class=margin-toggle>"
        "<span class=marginnote>A wheel has forty teeth.</span> And on.</p>"
    )
    assert texts(html) == ["It went on. And on.", "A wheel has forty teeth."]


@pytest.mark.parametrize(
    "html",
    [
        "<p><span class=sidenote>A note alone.</span></p>",
        "<aside class=sidenote><p>A note alone.</p></aside>",
        "<p class=sidenote>A note alone.</p>",
    ],
)
def test_note_in_an_element_of_its_own_stays(html):
    assert texts(f"<p>Oak was dear.</p>{html}") == ["Oak was dear.", "A note alone."]


def test_note_in_an_item_stays_in_its_item():
    html = "<ul><li>Oak<span class=sidenote>Dear.</span> and ash</li><li>Elm</li></ul>"
    assert texts(html) == ["Oak and ash", "Dear.", "Elm"]


def test_many_notes_take_linear_time():
    def seconds(notes):
        html = f"<p>{'Oak<span class=sidenote>Dear.</span> ' * notes}</p>"
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            read_page(f"<body>{html}</body>")
            best = min(best, time.process_time() - start)
        return best

    assert seconds(3000) < 20 * seconds(600) + 0.2


@pytest.mark.parametrize(
    ("page", "may"),
    [
        (b"<span class=sidenote>", True),
        (b"<span class='marginnotes small'>", True),
        (b"marginnote", True),
        (b"sidenot<b>e", False),
        (b"inside notes", False),
        (b"arginnote", False),
        (b"", False),
    ],
)
def test_few_pages_name_sidenotes(page, may):
    assert may_hold_sidenotes(page) is may
