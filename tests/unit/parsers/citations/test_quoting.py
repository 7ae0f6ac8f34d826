"""Quotations and the citations that back them."""

import pytest

from schemas import Citation, Quote
from scraper.page import read_page
from scraper.parsers.body_text import Body, Piece, assemble
from scraper.parsers.citations import link_quotes


def body_of(*paragraphs: str) -> Body:
    page = read_page("<body>" + "".join(f"<p>{p}</p>" for p in paragraphs) + "</body>")
    return assemble([Piece(block, "paragraph") for block in page.blocks])


def quote(body: Body, text: str, kind: str = "direct") -> Quote:
    start = body.text.index(text)
    return Quote(text=text, kind=kind, start=start, end=start + len(text))


def citation(body: Body, text: str, kind: str = "author-date") -> Citation:
    start = body.text.index(text)
    return Citation(text=text, kind=kind, start=start, end=start + len(text))


@pytest.mark.parametrize(
    "text, cited, kind",
    [
        ("They say “it rose and rose” (Tilde, 2016: 33).", "(Tilde, 2016: 33)", "author-date"),
        ("They say “it rose and rose”.[7, p. 15] Then", "[7, p. 15]", "numeric"),
        ("They say “it rose and rose.”3 Then it fell", "3", "footnote"),
        ("As Okafor (2014: 27) puts it, ‘it rose and rose’.", "Okafor (2014: 27)", "narrative"),
        ("„it rose and rose“, schreibt Okafor (2014: 27).", "Okafor (2014: 27)", "narrative"),
        ("“it rose and rose,” the mayor said in May.[3] Then", "[3]", "numeric"),
        ("Okafor (2014) saw it first. “it rose and rose,” she writes.", "Okafor (2014)", "narrative"),
    ],
)  # fmt: skip
def test_citation_around_a_quotation(text, cited, kind):
    body = body_of(text)
    quotes, citations = link_quotes(
        body, [quote(body, "it rose and rose")], [citation(body, cited, kind)]
    )
    assert quotes[0].citation == 0
    assert citations[0].quote == 0


def test_block_quotation_that_ends_in_its_citation():
    body = body_of("It was said:", "It rose and rose. (Okafor 2014: 3)")
    block = quote(body, "It rose and rose. (Okafor 2014: 3)", "block")
    quotes, _ = link_quotes(body, [block], [citation(body, "(Okafor 2014: 3)")])
    assert quotes[0].citation == 0


def test_block_quotation_introduced_by_the_paragraph_before():
    body = body_of("Okafor (2014) argues that,", "It rose and rose until it fell.")
    block = quote(body, "It rose and rose until it fell.", "block")
    quotes, _ = link_quotes(body, [block], [citation(body, "Okafor (2014)", "narrative")])
    assert quotes[0].citation == 0


@pytest.mark.parametrize(
    "text",
    [
        "“it rose and rose,” she said. That year was wet (Tilde, 2016).",
        "That year was wet (Tilde, 2016). “it rose and rose,” she said.",
        "It is known (Tilde, 2016) and old. A day passed. “it rose and rose,” she said.",
    ],
)
def test_citation_of_another_sentence(text):
    body = body_of(text)
    quotes, citations = link_quotes(
        body, [quote(body, "it rose and rose")], [citation(body, "(Tilde, 2016)")]
    )
    assert quotes[0].citation is None
    assert citations[0].quote is None


def test_nearest_of_two_citations():
    body = body_of("“it rose” (Tilde, 2016), but “it fell” (Okafor, 2014).")
    both = [quote(body, "it rose"), quote(body, "it fell")]
    cited = [citation(body, "(Tilde, 2016)"), citation(body, "(Okafor, 2014)")]
    quotes, _ = link_quotes(body, both, cited)
    assert [q.citation for q in quotes] == [0, 1]


def test_citation_behind_beats_the_author_of_the_sentence_before():
    body = body_of(
        "Okafor (2014) saw it. New staff were told “all is well” and sent in (Lind, 2015)."
    )
    cited = [citation(body, "Okafor (2014)", "narrative"), citation(body, "(Lind, 2015)")]
    quotes, _ = link_quotes(body, [quote(body, "all is well")], cited)
    assert quotes[0].citation == 1


def test_quotation_outside_the_body_stays_as_it_is():
    body = body_of("It rose (Tilde, 2016).")
    pull = Quote(text="It rose", kind="pull")
    quotes, citations = link_quotes(body, [pull], [citation(body, "(Tilde, 2016)")])
    assert quotes == [pull]
    assert citations[0].quote is None


def test_nothing_to_link():
    body = body_of("It rose.")
    assert link_quotes(body, [], []) == ([], [])
