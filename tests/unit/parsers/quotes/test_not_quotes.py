"""What stands between marks and is no quotation."""

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "The practice known as ‘Signs of Steadiness’ asks another question.", id="known-as"
        ),
        pytest.param("The so-called “temporary access road” is in its tenth year.", id="so-called"),
        pytest.param("Her essay “On Leaving the Door Open” came out in May.", id="title"),
        pytest.param("As the old adage goes, “a stitch in time saves nine”.", id="proverb"),
        pytest.param(
            "Ask yourself, “Would I say this to my grandmother?” before you write.",
            id="question-to-oneself",
        ),
        pytest.param(
            "Your manager might say, “Let’s take this offline,” which means never.", id="might-say"
        ),
        pytest.param("Then press “Delete draft now” and start again.", id="button"),
        pytest.param(
            "You will look at a net and ask yourself, “Will this hold a cod?”", id="ask-yourself"
        ),
        pytest.param("“Tern 2.0” offers floats in four colours.", id="product-number"),
        pytest.param(
            "According to a study by Brill titled “The 2022 Harbour Survey,” crews sleep less.",
            id="titled",
        ),
        pytest.param("The term “circular water economy” means many things.", id="term"),
    ],
)
def test_non_quotation(texts, sentence):
    assert texts(f"<p>{sentence}</p>") == []


def test_fewer_than_three_words_are_none(texts):
    assert texts("<p>The report called it “quite sobering”, said Ada Finch.</p>") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "“The steel of this bridge is fine,” Clara Novak said.",
        "According to Marsh (2020), “the margin is the classroom that students visit alone” (p. 7).",
        "‘Managers know the families and act when a plan stops working’ (Board, 2016: 4).",
    ],
)
def test_quotation(texts, sentence):
    assert len(texts(f"<p>{sentence}</p>")) == 1
