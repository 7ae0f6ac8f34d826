import pytest

CASES = [
    pytest.param(
        "en",
        "The report noted that the pier had sunk by a hand’s breadth in one winter” (Finch, 2019).",
        "the pier had sunk by a hand’s breadth in one winter",
        "The report",
        "noted",
        id="that",
    ),
    pytest.param(
        "en",
        "The survey agrees, concluding that the pier had sunk by a hand’s breadth” (Finch, 2019).",
        "the pier had sunk by a hand’s breadth",
        "The survey",
        "concluding",
        id="second verb",
    ),
    pytest.param(
        "en",
        "Ada Finch also said: The pier has sunk by a hand’s breadth.” Nobody had seen it.",
        "The pier has sunk by a hand’s breadth.",
        "Ada Finch",
        "said",
        id="colon",
    ),
    pytest.param(
        "de",
        "Der Bericht hielt fest, dass der Steg um eine Handbreit gesunken sei“ (Finch 2019).",
        "der Steg um eine Handbreit gesunken sei",
        "Der Bericht",
        "hielt",
        id="German dass",
    ),
]


@pytest.mark.parametrize("language, sentence, text, mention, cue", CASES)
def test_words_begin_behind_the_phrase_that_reports_them(
    quotes, language, sentence, text, mention, cue
):
    (quote,) = quotes(f"<p>{sentence}</p>", language=language)
    assert (quote.text, quote.speaker_mention, quote.cue) == (text, mention, cue)
    assert sentence[: quote.start].startswith(mention), "the phrase stands before the words"


@pytest.mark.parametrize(
    "sentence",
    [
        "The pier that the town had built has sunk by a hand’s breadth,” Ada Finch said.",
        "I always said the pier would sink by a hand’s breadth,” Ada Finch said.",
    ],
)
def test_without_a_reporting_phrase_the_paragraph_is_taken(quotes, sentence):
    (quote,) = quotes(f"<p>{sentence}</p>")
    assert quote.start == 0
