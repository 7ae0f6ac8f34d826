import pytest

from scraper import extract
from scraper.page import read_page
from scraper.parsers.body_text import Piece, assemble
from scraper.parsers.quotes.around import describe_all
from scraper.parsers.quotes.grammar import grammar_of
from scraper.parsers.quotes.marks import read_usage
from scraper.parsers.quotes.not_quotes import load_model
from scraper.parsers.quotes.recipe import find_candidates, find_spans, judge
from scraper.parsers.quotes.setting import Setting

TEXTS = {
    "short": "The “so-called” mill and the ‘new’ weir stand at “Arnholt”.",
    "list": "He wrote “mill”, “weir”, “the wheel that still turns” and “grist”, she said.",
    "interrupted": "“It turns,” said Ada Finch. “All day long, all year round, it turns.” And “so” on.",
    "mixed": "“The wheel has not turned since May,” said Finch, of the “old” mill. “No,” he said.",
}


def setting_of(text: str) -> Setting:
    page = read_page(f"<html><body><p>{text}</p></body></html>")
    body = assemble([Piece(block, "paragraph") for block in page.blocks])
    texts = tuple(piece.text for piece in body.blocks)
    return Setting(page, body, texts, grammar_of("en"), read_usage(texts, "en"), "en")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_is_described_does_not_depend_on_what_else_is(text):
    setting = setting_of(text)
    candidates = find_candidates(setting, find_spans(setting, [], "en"))
    everything = describe_all(setting, candidates, range(len(candidates)))
    assert list(everything) == list(range(len(candidates)))
    for number in everything:
        some = describe_all(setting, candidates, [number])
        assert some.items() <= everything.items()
        assert number in some


def test_stretches_too_short_for_a_quotation_are_not_judged():
    setting = setting_of(TEXTS["mixed"])
    judged = judge(setting, find_candidates(setting, find_spans(setting, [], "en")), load_model())
    scores = {candidate.text: candidate.score for candidate in judged}
    assert scores["The wheel has not turned since May,"] > 0.5
    assert scores["old"] == 0.0


def test_thousands_of_short_stretches_hide_no_quotation():
    strings = ", ".join(f"“v{number}”" for number in range(3000))
    said = "“The wheel has not turned since the flood in May,” said Ada Finch, the miller."
    record = extract(
        f"<html lang=en><body><article><h1>Mill</h1><p>{said}</p><p>{strings}</p></article>"
    )
    assert [quote.text for quote in record.quotes] == [
        "The wheel has not turned since the flood in May,"
    ]


def quoted(text):
    record = extract(f"<html lang=en><body><article><h1>Mill</h1><p>{text}</p></article>")
    return [quote.text for quote in record.quotes]


def test_short_stretches_of_one_quotation_are_counted_together():
    around = "The wheel has not turned since the flood, and the town wants to know why."
    assert quoted(f"{around} “Stay here,” said Ada Finch, the miller. “Please.”") == [
        "Stay here, Please."
    ]
    assert quoted(f"{around} The “old” mill is “so-called” by many.") == []
