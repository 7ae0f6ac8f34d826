"""Stretches of a body: paragraphs, misprints, q elements, dashes."""


def test_paragraphs_that_repeat_the_mark_are_one_quotation(quotes):
    html = (
        "<p>“You learned the voices first, and then the rest of us.</p>"
        "<p>“Then you learned the silences, which took longer,” said Ruth Kessler.</p>"
    )
    (found,) = quotes(html)
    assert found.text.startswith("You learned")
    assert found.text.endswith("took longer,")
    assert found.speaker == "Ruth Kessler"


def test_a_picture_does_not_end_a_quotation(texts):
    html = (
        "<p>“We were surprised by what we saw, said nobody at all.</p><figure><figcaption>A view of it.</figcaption></figure>"
        "<p>“It never improved on its own,” said Ada Finch.</p>"
    )
    assert len(texts(html)) == 1


def test_a_missing_closing_mark_ends_with_the_paragraph(quotes):
    html = "<p>In an answer, the agency said, “We follow the rules of the road everywhere.</p><p>More.</p>"
    (found,) = quotes(html)
    assert found.text == "We follow the rules of the road everywhere."


def test_a_missing_opening_mark_takes_the_paragraph(quotes):
    html = "<p>The council kept its promise of weekly meetings all year’ (Board, 2016: 11).</p>"
    (found,) = quotes(html)
    assert found.text == "The council kept its promise of weekly meetings all year"


def test_q_elements_count(quotes):
    (found,) = quotes("<p><q>I will not let a river stop me</q> said Edith Sumner.</p>")
    assert (found.text, found.speaker, found.cue) == (
        "I will not let a river stop me",
        "Edith Sumner",
        "said",
    )


def test_code_holds_no_quotations(texts):
    assert (
        texts('<p>Set <code>name = "no such user here"</code> first.</p><pre>"a b c d"</pre>') == []
    )


def test_spanish_dashes(quotes):
    (found,) = quotes(
        "<p>—No vamos a cerrar —insiste Amaia Goñi—. Ni este año ni el que viene.</p>", "es"
    )
    assert [part.text for part in found.parts] == [
        "No vamos a cerrar",
        "Ni este año ni el que viene.",
    ]
    assert found.speaker == "Amaia Goñi"


def test_dashes_without_a_comment_are_no_speech(texts):
    assert texts("<p>— primero esto, luego lo otro.</p>", "es") == []


def test_french_incise(quotes):
    (found,) = quotes(
        "<p>« Les clients reviendront, assure la maraîchère Odile Ferrand, parce qu’ils y tiennent. »</p>",
        "fr",
    )
    assert len(found.parts) == 2
    assert (found.speaker, found.cue) == ("Odile Ferrand", "assure")


def test_a_missing_closing_mark_ends_at_the_citation_behind_it(quotes):
    for mark in "“‘":
        html = f"<p>Time is short, so {mark}the first thing to go is the conversation (Hodgen, 2013: 4). All agree.</p>"
        (found,) = quotes(html)
        assert found.text == "the first thing to go is the conversation"
