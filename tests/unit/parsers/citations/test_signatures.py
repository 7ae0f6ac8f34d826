"""Signatures below quotations that say where the words stand."""

import pytest

from schemas import Quote
from scraper import extract
from scraper.page import read_page
from scraper.parsers.body_text import Piece, assemble
from scraper.parsers.citations import cite_signatures, link_quotes
from scraper.parsers.references import ReferenceList

FILLER = (
    "<p>The harbour was quiet that morning, and the boats that had come in before the storm lay "
    "two and three abreast along the old wall, where nobody had swept since the spring.</p>"
)
WORDS = "Nobody has counted what is not there, and nobody will do so after us."


def cited(*paragraphs, kind="block", mention=None):
    page = read_page("".join(f"<p>{text}</p>" for text in paragraphs))
    body = assemble([Piece(block, "paragraph") for block in page.blocks])
    start = body.text.index(WORDS)
    quote = Quote(
        text=WORDS, kind=kind, start=start, end=start + len(WORDS), speaker_mention=mention
    )
    citations = cite_signatures(body, [quote], [], ReferenceList())
    quotes, citations = link_quotes(body, [quote], citations)
    for citation in citations:
        assert body.text[citation.start : citation.end] == citation.text
    return quotes[0], citations


@pytest.mark.parametrize(
    "signature, text, authors, year, locator",
    [
        ("— Ada Finch, Harbour Studies, 2016", "Ada Finch, Harbour Studies, 2016", "Finch", "2016", None),
        (" Ada Finch, Nov. 15, 2017.", "Ada Finch, Nov. 15, 2017", "Finch", "2017", None),
        ("-- The long way home, Ada Finch, 2016", "The long way home, Ada Finch, 2016", "Finch", "2016", None),
        ("— Ada Finch, Harbour Studies, p. 12", "Ada Finch, Harbour Studies, p. 12", "Finch", None, "12"),
        ("(Ada Finch, Harbour Studies, 2016)", "Ada Finch, Harbour Studies, 2016", "Finch", "2016", None),
    ],
)  # fmt: skip
def test_a_signature_with_a_date_or_a_place_is_a_citation(signature, text, authors, year, locator):
    quote, citations = cited(f"“{WORDS}” {signature}")
    assert [citation.text for citation in citations] == [text]
    item = citations[0].items[0]
    assert (item.authors, item.year, item.locator) == ([authors], year, locator)
    assert (quote.citation, citations[0].quote) == (0, 0)


def test_a_signature_in_the_block_below():
    quote, citations = cited(
        f"“{WORDS}”", "— Ada Finch, Harbour Studies, 2016", mention="Ada Finch"
    )
    assert [citation.text for citation in citations] == ["Ada Finch, Harbour Studies, 2016"]
    assert quote.citation == 0


@pytest.mark.parametrize(
    "behind",
    [
        "— Ada Finch",
        "— Ada Finch, harbour master since 2016, who lives nearby and keeps the old books of the port",
        "Ada Finch came in 2016",
        "That was in 2016. She left soon.",
        "The year was 2016",
    ],
)
def test_what_is_no_source(behind):
    quote, citations = cited(f"“{WORDS}” {behind}.")
    assert (quote.citation, citations) == (None, [])


def test_the_paragraph_below_a_direct_quotation_signs_nothing():
    quote, citations = cited(f"“{WORDS}”", "Ada Finch, Harbour Studies, 2016", kind="direct")
    assert (quote.citation, citations) == (None, [])


@pytest.mark.parametrize(
    "block",
    [
        f"<blockquote><p>{WORDS}” Ada Finch, Nov. 15, 2017.</p></blockquote>",
        f"<blockquote><p>“{WORDS}”</p><p>— Ada Finch, Harbour Studies, 2017</p></blockquote>",
        f"<blockquote><p>{WORDS} <cite>-- The long way home of a port, Ada Finch, 2017</cite></p></blockquote>",
    ],
    ids=["no-opening-mark", "below", "cite"],
)
def test_signatures_on_whole_pages(block):
    byline = "<p class='byline'>By Tom Adair</p>"
    article = extract(f"<article><h1>Ports</h1>{byline}{FILLER * 3}{block}{FILLER * 3}</article>")
    quote = next(q for q in article.quotes if q.text == WORDS)
    assert quote.speaker == "Ada Finch"
    citation = article.citations[quote.citation]
    assert (citation.items[0].authors, citation.items[0].year) == (["Finch"], "2017")


def test_a_quotation_in_a_note_carries_the_mark_that_leads_to_it():
    text = "".join(
        f"<p>The port grew for {n} years.<sup><a href='#fn{n}' id='ref{n}'>{n}</a></sup> "
        "It had no wall then, and no light, and the boats lay where the sand let them.</p>"
        for n in (1, 2, 3)
    )
    notes = (
        "<li id='fn1'>Ada Finch, <i>Harbour Studies</i> (Leeds, 2016), 12.</li>"
        "<li id='fn2'>Finch et al., Section 4: “We counted the boats in all three of the ports.”</li>"
        "<li id='fn3'>Tom Adair and Priya Nair, “On sand,” <i>Journal of Ports</i> 7 (2019): "
        "“The sand moves by a yard in each year.”</li>"
    )
    article = extract(
        f"<article><h1>Ports</h1>{FILLER}{text}{FILLER}<h2>Notes</h2><ol>{notes}</ol></article>"
    )
    found = {
        q.text: (q.speaker, article.citations[q.citation].text)
        for q in article.quotes
        if q.citation is not None
    }
    assert found["We counted the boats in all three of the ports."] == ("Ada Finch", "2")
    assert found["The sand moves by a yard in each year."] == ("Tom Adair", "3")


def test_who_speaks_is_told_by_the_note_behind_the_words():
    notes = "<li id='fn1'>Ada Finch, <i>Harbour Studies</i> (Leeds: Nair, 2016), 12.</li>"
    text = (
        "<p>The first light was “a lamp on a pole that nobody tended.”"
        "<sup><a href='#fn1' id='ref1'>1</a></sup> It had no wall then.</p>"
    )
    article = extract(
        f"<article><h1>Ports</h1>{FILLER}{text}{FILLER}<h2>Notes</h2><ol>{notes}</ol></article>"
    )
    quote = article.quotes[0]
    assert (quote.speaker, article.citations[quote.citation].reference) == ("Ada Finch", 0)
