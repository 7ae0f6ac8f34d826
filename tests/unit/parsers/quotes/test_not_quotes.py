"""What stands between marks and is no quotation."""

import pytest

from scraper.parsers.quotes.not_quotes import Model


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The practice known as ‘Signs of Steadiness’ asks another question.", id="known-as"),
        pytest.param("The so-called “temporary access road” is in its tenth year.", id="so-called"),
        pytest.param("Her essay “On Leaving the Door Open” came out in May.", id="title"),
        pytest.param("As the old adage goes, “a stitch in time saves nine”.", id="proverb"),
        pytest.param("Ask yourself, “Would I say this to my grandmother?” before you write.", id="question-to-oneself"),
        pytest.param("Your manager might say, “Let’s take this offline,” which means never.", id="might-say"),
        pytest.param("Then press “Delete draft now” and start again.", id="button"),
        pytest.param("You will look at a net and ask yourself, “Will this hold a cod?”", id="ask-yourself"),
        pytest.param("“Tern 2.0” offers floats in four colours.", id="product-number"),
        pytest.param("According to a study by Brill titled “The 2022 Harbour Survey,” crews sleep less.", id="titled"),
        pytest.param("The term “circular water economy” means many things.", id="term"),
    ],
)  # fmt: skip
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


GUIDE = (
    "<p>When you call your landlord, you should have your papers with you. You can ask what you "
    "like.</p>"
)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>Say, “I would like to talk about the rent of my flat.”</p>", id="say"),
        pytest.param("<p>Ask your landlord: “When will the roof be mended?”</p>", id="ask"),
        pytest.param("<p>It is common for tenants to say, “I will pay the rent next month.”</p>", id="common-to-say"),
        pytest.param("<p>She looked at him as if to say, “We will get through this together.”</p>", id="as-if-to-say"),
        pytest.param("<p>I remember thinking, “This is the worst day of my life.”</p>", id="a-thought"),
        pytest.param("<p>A common question is, “Should I move to another part of the town?”</p>", id="common-question"),
        pytest.param("<p>“This whole business is hard,” said every tenant in the country.</p>", id="everybody"),
        pytest.param("<p>Your landlord might answer, “I am not trying to do that.”</p>", id="might-answer"),
        pytest.param(
            "<h2>Phrases to use</h2><ul><li>“I would like to talk about the rent.”</li>"
            "<li>“When will the roof be mended?”</li><li>“Can we find another day?”</li></ul>",
            id="list-of-phrases",
        ),
        pytest.param("<p>Read more: “Why the roofs of the town leak in the winter”</p>", id="read-more"),
        pytest.param("<p>Tenants who move in generally respond with, “Can you not just mend the roof?”</p>", id="what-they-generally-say"),
        pytest.param("<h2>Objections</h2><p>“This is much too slow and I have no time.”</p><p>You have time this week.</p>", id="objection-under-a-heading"),
        pytest.param("<p>Example: “That was so funny I nearly cried.”</p>", id="example"),
        pytest.param("<p>A “ten things I wish I knew” post would be perfect for this.</p>", id="work-behind"),
        pytest.param("<p>For more on this, read “Why the roofs of the town leak in winter.”</p>", id="for-more"),
        pytest.param("<p>I asked myself, “What could I have done better that year?”</p>", id="asked-myself"),
        pytest.param("<p>It is a pan of a 12” rim and you should buy it today.</p>", id="inches"),
    ],
)  # fmt: skip
def test_words_that_guides_make_up(html, texts):
    assert texts(GUIDE + html) == []


@pytest.mark.parametrize(
    "language, html",
    [
        ("fr", "Il en parle (lire « Pourquoi les toits de la ville fuient »)."),
        ("de", "Mehr Informationen zu den Dächern: «Warum die Dächer der Stadt undicht sind»"),
    ],
)
def test_titles_of_other_pieces(language, html, texts):
    assert texts(f"<p>So ist es.</p><p>{html}</p>", language) == []


def test_who_went_on_to_say_something_said_it(texts):
    html = GUIDE + "<p>The clerk went on to say, “The roof will be mended this year.”</p>"
    assert texts(html) == ["The roof will be mended this year."]


def test_a_heading_that_announces_who_speaks(texts):
    words = "This year I shall plant more trees than ever before."
    for heading in ("Ada Finch, gardener at Leeds:", "Ada Finch"):
        assert texts(f"<h3>{heading}</h3><p>“{words}”</p>") == [words]


def test_other_languages_ask_for_less():
    model = Model({}, threshold=0.55, elsewhere=0.45)
    assert not model.accepts(0.5, english=True)
    assert model.accepts(0.5, english=False)
