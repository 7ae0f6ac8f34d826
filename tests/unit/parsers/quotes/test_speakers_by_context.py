"""Who a sentence means: subjects at a distance, pronouns, people without a name."""

import pytest


@pytest.mark.parametrize(
    "html, speaker",
    [
        pytest.param(
            "<p>Ada Finch, head of parks at Leeds University, who leads the study, says: “The road "
            "is closed today.”</p>",
            "Ada Finch",
            id="relative-clause-between",
        ),
        pytest.param("<p>Ada Finch toured the South Harbour area and says that “the road is closed today”.</p>", "Ada Finch", id="second-verb-of-a-sentence"),
        pytest.param("<p>Harbour Board Chief Executive, Ada Finch, said: “The road is closed today.”</p>", "Ada Finch", id="name-behind-a-long-role"),
        pytest.param("<p>A Harbour Party councillor has said that “the road is closed today”.</p>", None, id="somebody-of-a-party"),
        pytest.param("<p>Residents of South Harbour said: “The road is closed today.”</p>", None, id="people-of-a-place"),
        pytest.param("<p>A spokesman for Harbour Ltd said: “The road is closed today.”</p>", "Harbour Ltd", id="who-speaks-for-it"),
        pytest.param("<p>The Harbour Board complaint says: “The road is closed today.”</p>", "Harbour Board", id="writing-of-an-organisation"),
        pytest.param("<p>Ada Finch spoke first. Bob Moor, she said, “was never on the road that day”.</p>", "Ada Finch", id="not-the-one-beside-the-pronoun"),
        pytest.param("<p>Bob Moor met Cameron Lind. Lind says that the road matters. “It is closed today,” she says.</p>", "Cameron Lind", id="given-name-of-both-sexes"),
        pytest.param(
            "<p>Fiona Lind spoke for Ada Moor. “The road is closed today,” her mother, Fiona, "
            "said in a statement.</p>",
            "Fiona Lind",
            id="relative-by-first-name",
        ),
        pytest.param("<p>“The road is closed today.” — Ada Finch at harbour.example.</p>", "Ada Finch", id="signed-at-a-site"),
        pytest.param(
            "<p>The Harbour Board said: “The road is closed today.” It added that “nobody will "
            "be let through”.</p>",
            "Harbour Board",
            id="it-is-the-organisation",
        ),
    ],
)  # fmt: skip
def test_the_last_quotation_has_this_speaker(html, speaker, quotes):
    assert quotes(html)[-1].speaker == speaker


@pytest.mark.parametrize(
    "opening, speaker",
    [
        ("New York was cold that winter.", None),
        ("Black Friday was a bad day for the shop.", None),
        ("Lake Tahoe, the home of the trout, froze over.", None),
        ("Main Street was under water for two weeks.", None),
        ("Zorvik Tammeling walked along the dam.", None),
        ("Zorvik Tammeling, 58, walked along the dam.", "Zorvik Tammeling"),
        ("Zorvik Tammeling, a local farmer, walked along the dam.", "Zorvik Tammeling"),
    ],
)
def test_a_pronoun_means_who_opens_the_sentence_before_if_that_is_a_person(
    opening, speaker, quotes
):
    (quote,) = quotes(f"<p>{opening} “We had never seen so much ice,” she said.</p>")
    assert quote.speaker == speaker


def test_a_lead_in_announces_all_paragraphs_of_a_statement(quotes):
    found = quotes(
        "<p>Ada Finch spoke to the board.</p><p>She said: “The road is closed today.</p>"
        "<p>“Nobody will be let through.</p><p>“We thank everybody for waiting.”</p>"
    )
    assert [(quote.speaker, quote.cue) for quote in found] == [("Ada Finch", "said")]
    assert found[0].text.endswith("for waiting.")


def test_a_statement_may_hold_terms_in_the_same_marks(quotes):
    found = quotes(
        '<p>She said: "The road is closed today.</p>'
        '<p>"They call it "temporary", but nobody says how long a "temporary" closure is.</p>'
        '<p>"We are still waiting for an answer."</p>'
    )
    assert len(found) == 1
    assert found[0].text.endswith("for an answer.")


def test_what_follows_may_belong_to_the_next_quotation(quotes):
    found = quotes(
        "<p>The post of the Harbour Board reads, “The road is closed today.” Ada Finch shared it, "
        "saying, “What on earth happened here?”</p>"
    )
    assert [quote.cue for quote in found] == ["reads", "saying"]
    assert found[1].speaker == "Ada Finch"


def test_a_signature_belongs_to_the_quotation_that_it_follows(quotes):
    found = quotes(
        '<div><blockquote class="pullquote"><p>The road is closed and will stay so.</p></blockquote>'
        "<p>More about it was said later in the day by others.</p>"
        "<blockquote><p>The board records its thanks to all drivers.</p>"
        "<cite>Bob Moor</cite></blockquote></div>"
    )
    assert {quote.text[:8]: quote.speaker for quote in found}.get("The road") is None


@pytest.mark.parametrize(
    "html, speaker, mention",
    [
        pytest.param(
            "<p>„Die Straße ist heute gesperrt“, sagte Bürgermeisterin Ada Finch bei der Feier.</p>",
            "Ada Finch",
            "Bürgermeisterin Ada Finch",
            id="stops-at-preposition",
        ),
        pytest.param("<p>„Die Straße ist heute gesperrt“, sagte ein Polizist.</p>", None, "ein Polizist", id="noun-is-no-name"),
        pytest.param("<p>Verbands-Chefin Ada Finch kam. „Die Straße ist heute gesperrt“, erläuterte Finch.</p>", "Ada Finch", "Finch", id="surname-to-full-name"),
        pytest.param(
            "<p>Ada Finch kam. In Anlehnung an den Dichter Bogdan Moor fragte sie: „Ist die Straße "
            "heute gesperrt?“</p>",
            "Ada Finch",
            "sie",
            id="subject-behind-the-verb",
        ),
        pytest.param("<p>Das Problem: „Die Straße ist heute gesperrt und niemand weiß warum.“</p>", None, "Das Problem", id="colon-behind-a-noun"),
        pytest.param("<p>„Die Straße ist heute gesperrt“, heißt es in der Mitteilung.</p>", None, "der Mitteilung", id="it-says-in"),
    ],
)  # fmt: skip
def test_german_sentences(html, speaker, mention, quotes):
    found = quotes(html, "de")
    assert [(quote.speaker, quote.speaker_mention) for quote in found] == [(speaker, mention)]


def test_without_the_verbs_of_a_language_nobody_is_guessed(quotes):
    html = "<p>Tomáš Lind hrál dobře.</p><p>„Cesta je dnes zavřená,“ píše starosta města.</p>"
    assert [quote.speaker for quote in quotes(html, "cs")] == [None]


def test_a_german_closing_mark_opens_nothing(texts):
    html = "<p>So ist es, das gilt auch für die Westmole“ (mehr dazu im Bericht der Stadt)</p>"
    assert not any("mehr dazu" in text for text in texts(html, "de"))


def test_a_french_attribution_within_the_marks(quotes):
    html = (
        "<p>Ada Finch est là. « La route est fermée, sourit-elle en partant. Elle le restera. »</p>"
    )
    found = quotes(html, "fr")
    assert [(quote.speaker_mention, len(quote.parts)) for quote in found] == [("elle", 2)]


def test_a_headline_that_names_no_person_speaks_for_nobody(quotes):
    html = (
        "<p>Nets changed.</p><h2>The Paper Wars</h2><p>“We all hated the forms of those years.”</p>"
    )
    assert [q.speaker for q in quotes(html)] in ([], [None])
    named = html.replace("The Paper Wars", "Ada Finch, net maker")
    assert [q.speaker for q in quotes(named)] == ["Ada Finch"]


SAID = "“The road is closed today.”"


@pytest.mark.parametrize(
    "html, speaker",
    [
        pytest.param(f"<p>On the harbour’s page, Emily wrote: {SAID}</p>", "Emily", id="emily"),
        pytest.param(f"<p>Ronnie Finch fell.</p><p>Ronnie’s family wrote a letter, which reads: {SAID}</p>", None, id="somebody’s-family"),
        pytest.param(
            "<p>Speaking then, Tom Adair told the paper that he hoped to see Jim Adair again.</p>"
            f"<p>He said: {SAID}</p>",
            "Tom Adair",
            id="subject-of-the-paragraph-before",
        ),
        pytest.param(f"<p>Enter Tom Adair, a binder. {SAID} he says, over his tea.</p>", "Tom Adair", id="enter"),
        pytest.param("<p>“I know the road,” Tom Adair writes, before conceding that “it will be closed today and on Monday.”</p>", "Tom Adair", id="participle"),
        pytest.param(
            "<p>Tom Adair said: “We do not know.</p><p>“The road is closed.”</p>"
            "<p>“It will stay closed for many more days.”</p>",
            "Tom Adair",
            id="goes-on-behind-paragraphs",
        ),
        pytest.param(f"<p>In the Commons, the Conservative MP said: {SAID}</p>", None, id="a-post"),
        pytest.param(f"<p>Harbour Watch’s Ada Finch said: {SAID}</p>", "Ada Finch", id="owner-before"),
        pytest.param(f"<p>The attorney for Texas Ada Finch came. Finch said: {SAID}</p>", "Ada Finch", id="state-before"),
        pytest.param(f"<p>John Finch died. {SAID} Ms Finch told the court.</p>", "Finch", id="ms"),
        pytest.param("<p>The court also found a law, the Harbour Act of 1996, noting that “it does not apply to this road.”</p>", None, id="participle-of-the-court"),
        pytest.param(
            "<p>The leader of Harbour, Tom Adair, condemned it, saying it “will not break the will "
            "of the people.”</p>",
            "Tom Adair",
            id="participle-of-a-leader",
        ),
        pytest.param(
            "<p>2</p><p>Tom Adair and Priya Nair, “On sand,” <i>Journal of Ports</i> 7 (2019): "
            "“The sand moves by a yard in each year.”</p>",
            "Tom Adair",
            id="note",
        ),
    ],
)  # fmt: skip
def test_speakers_of_whole_paragraphs(html, speaker, quotes):
    assert quotes(html)[-1].speaker == speaker


@pytest.mark.parametrize(
    "language, html, speaker",
    [
        ("fr", "<p>Claire Morvan parle du port.</p><p>« Rien ne change ici », déplore-t-elle.</p>", "Claire Morvan"),
        ("fr", "<p>Claire Morvan hésite. Certes, concède-t-elle, « rien ne change ici ».</p>", "Claire Morvan"),
        ("fr", "<p>« Rien ne change ici », s'étonne le magistrat Paul Martin.</p>", "Paul Martin"),
        ("fr", "<p>« Rien ne change ici », plaide l'avocate de Paul Martin.</p>", None),
        ("es", "<p>“Nada cambia en el puerto”, opina en cambio Pablo Ruiz.</p>", "Pablo Ruiz"),
        ("fr", "<p>« Rien ne change ici », constate Paul Martin, le maire. Il ajoute : « On attend le port. »</p>", "Paul Martin"),
        ("fr", "<p>« Rien ne change, explique Paul Martin, toxicologue au port. Il faut attendre encore. »</p>", "Paul Martin"),
        ("fr", "<p>Anne Roux, fondatrice de Nord affirme « Rien ne change ici ».</p>", "Anne Roux"),
        ("fr", "<p>La ministre de la Mer Anne Roux a déclaré : « Rien ne change ici. »</p>", "Anne Roux"),
        ("fi", "<p>”Mikään ei muutu satamassa tänä vuonna”, Virtanen muistutti.</p>", "Virtanen"),
        ("zh", "<p>“港口今年会得救的。”编剧张晓阳介绍说，为了港口。</p>", "张晓阳"),
        ("zh", "<p>王慧杰激动地说：“港口今年会得救的。”</p>", "王慧杰"),
        ("zh", "<p>在海外留学的王丽说：“港口今年会得救的。”</p>", "王丽"),
        ("zh", "<p>一位机关干部表示：“港口今年会得救的。”</p>", None),
        ("it", "<p>«Qui non cambia niente», ha detto il sindaco Paolo Bianchi.</p>", "Paolo Bianchi"),
        ("de", "<p>Neben Tom Adair kam er.</p><p>„Hier ändert sich gar nichts.“</p>", "Tom Adair"),
    ],
)  # fmt: skip
def test_speakers_in_other_languages(language, html, speaker, quotes):
    assert quotes(html, language)[-1].speaker == speaker
