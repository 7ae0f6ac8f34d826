"""Who said it: cues in every place, and mentions resolved to the fullest name."""

import pytest


@pytest.mark.parametrize(
    "html, speaker, cue",
    [
        pytest.param("<p>“The road is closed today,” said Ada Finch.</p>", "Ada Finch", "said", id="inverted"),
        pytest.param("<p>“The road is closed today,” Ada Finch said.</p>", "Ada Finch", "said", id="behind"),
        pytest.param("<p>Ada Finch said: “The road is closed today.”</p>", "Ada Finch", "said", id="before"),
        pytest.param("<p>According to Ada Finch, “the road is closed today”.</p>", "Ada Finch", "According to", id="according-to"),
        pytest.param("<p>As Ada Finch told me, “The road is closed today.”</p>", "Ada Finch", "told", id="as-told"),
        pytest.param("<p>“The road is closed today,” says CEO Ada Finch.</p>", "Ada Finch", "says", id="role-before"),
        pytest.param("<p>“The road is closed today,” says Harbour Ltd's Vice President, Ada Finch.</p>", "Ada Finch", "says", id="role-then-name"),
        pytest.param("<p>“The road is closed today,” said lead author Ada B. Finch, MD, a doctor.</p>", "Ada B. Finch", "said", id="initial"),
        pytest.param("<p>Ada Finch, the youngest member of the board, said: “The road is closed today.”</p>", "Ada Finch", "said", id="apposition"),
        pytest.param("<p>“The road is closed today” for lorries and vans, says Ada Finch.</p>", "Ada Finch", "says", id="end-of-sentence"),
        pytest.param("<p>“The road is closed today.” – Ada Finch</p>", "Ada Finch", None, id="signature"),
        pytest.param("<p>A spokesperson for Harrow Steel said the firm “stands behind every single rivet”.</p>", "Harrow Steel", "said", id="organisation"),
    ],
)  # fmt: skip
def test_attribution(quotes, html, speaker, cue):
    (found,) = quotes(html)
    assert (found.speaker, found.cue) == (speaker, cue)


@pytest.mark.parametrize("source", ["one tester", "the source", "a neighbour", "A spokesman"])
def test_an_unnamed_source_stays_unnamed(quotes, source):
    (found,) = quotes(f"<p>“The road is closed today,” said {source}.</p>")
    assert found.speaker is None
    assert found.speaker_mention == source


def test_surnames_and_titles_go_to_the_fullest_name(quotes):
    html = "<p>Nadia Cavalcante Parr teaches here.</p><p>“The healthiest foods are the simplest,” Dr. Parr says.</p>"
    assert quotes(html)[0].speaker == "Nadia Cavalcante Parr"


def test_first_names_go_to_the_fullest_name(quotes):
    html = (
        "<p>Dan Lieberman built it.</p><p>“There were no solar firms at the time,” Dan recalls.</p>"
    )
    assert quotes(html)[0].speaker == "Dan Lieberman"


def test_pronouns_go_to_the_person_named_last_whose_gender_fits(quotes):
    html = "<p>Ruth Kessler and Peter Lamb met in May.</p><p>“She never said a word about it,” he said.</p><p>“I saw no need to speak,” she said.</p>"
    assert [q.speaker for q in quotes(html)] == ["Peter Lamb", "Ruth Kessler"]


def test_a_role_between_leaves_a_pronoun_open(quotes):
    html = "<p>Samir Belkacem built the hall. The mayor came late. “It took us three years to finish,” he said.</p>"
    assert quotes(html)[0].speaker is None


def test_the_next_sentence_goes_on_with_the_speaker(quotes):
    html = "<p>Ada Finch said the firm “stands behind every single rivet”. “We have nothing to add to that.”</p>"
    assert [q.speaker for q in quotes(html)] == ["Ada Finch", "Ada Finch"]


def test_the_author_speaks_as_i(quotes):
    (found,) = quotes("<p>“Where is everybody going tonight?” I asked.</p>", authors=["Nina Pine"])
    assert found.speaker == "Nina Pine"


@pytest.mark.parametrize(
    "html, language, speaker",
    [
        ("<p>„Wir haben nichts gegen Geduld“, sagt Bürgermeisterin Petra Lindner.</p>", "de", "Petra Lindner"),
        ("<p>« Nous avons gardé la charpente », explique l’architecte Samir Belkacem.</p>", "fr", "Samir Belkacem"),
        ("<p>«Aquí el verano se acaba pronto», dice la directora, Amaia Goñi.</p>", "es", "Amaia Goñi"),
        ("<p>«La piazza è di tutti noi», ha detto Marco Bellini.</p>", "it", "Marco Bellini"),
        ("<p>“A praça é de todos nós”, afirmou João Prado.</p>", "pt", "João Prado"),
        ("<p>‘Het water is van iedereen’, zegt Pieter van Dam.</p>", "nl", "Pieter van Dam"),
        ("<p>„Morze nie ma właściciela”, powiedział Marek Zawada.</p>", "pl", "Marek Zawada"),
        ("<p>«Мы все ждали этого дня», — сказал Иван Петров.</p>", "ru", "Иван Петров"),
    ],
)  # fmt: skip
def test_other_languages(quotes, html, language, speaker):
    (found,) = quotes(html, language)
    assert found.speaker == speaker


def test_japanese_names_with_and_without_a_given_name(quotes):
    html = "<p>組合長の田村健一さんは「暗い通りには誰も来ない」と話した。</p><p>市の担当者は「費用の半分は市が負担する」と述べた。</p>"
    assert [q.speaker for q in quotes(html, "ja")] == ["田村健一", None]


def test_a_verb_that_stands_before_a_cue_is_nobody(quotes):
    html = (
        "<p>Rentré de Jordanie, était poursuivi : « Nous avons le droit de dormir quand nous le "
        "voulons. »</p>"
    )
    assert [quote.speaker for quote in quotes(html, language="fr")] == [None]


@pytest.mark.parametrize(
    "sentence, speaker",
    [
        ("“The pier has sunk by a hand’s breadth,” tern88 wrote in a forum.", "tern88"),
        ("“The pier has sunk by a hand’s breadth,” wrote user tern88.", "tern88"),
        ("“The pier has sunk by a hand’s breadth,” @pier_watch posted.", "@pier_watch"),
    ],
)
def test_users_may_have_no_capital(quotes, sentence, speaker):
    assert [q.speaker for q in quotes(f"<p>{sentence}</p>")] == [speaker]


def test_somebody_of_one_name_who_speaks_is_found_by_pronouns(quotes):
    html = (
        "<p>“The pier has sunk by a hand’s breadth,” PierWatcher told me. Ada Finch measures.</p>"
        "<p>PierWatcher came back in May. “It sinks more than I thought,” he said.</p>"
    )
    assert [q.speaker for q in quotes(html)] == ["PierWatcher", "PierWatcher"]


def test_offices_with_a_small_letter_speak(quotes):
    html = "<p>Le quai est « une honte pour la ville », selon le ministère des Affaires étrangères.</p>"
    assert quotes(html, language="fr")[0].speaker == "ministère des Affaires étrangères"


def test_common_words_that_open_a_sentence_are_nobody(quotes):
    html = "<p>It is effective. Effective netting demands: “All of the crew must pull at once.”</p>"
    assert [q.speaker for q in quotes(html)] == [None]


def test_roles_in_the_plural_speak_by_their_first_name(quotes):
    html = "<p>“The nets were torn by night,” attorneys Ada Finch and Bob Moor wrote in May.</p>"
    assert [q.speaker for q in quotes(html)] == ["Ada Finch"]


def test_surnames_that_are_words_for_people_go_to_their_person(quotes):
    html = (
        "<p>“The nets are new,” said Ada Baker, who mends them. “They hold,” Bob Brand added then.</p>"
        "<p>“Nobody mends a net in a day,” Baker said.</p><p>“The baker is out today,” a baker said.</p>"
    )
    assert [q.speaker for q in quotes(html)][-2:] == ["Ada Baker", None]


def test_a_heading_in_capitals_is_no_longer_form_of_a_name(quotes):
    html = (
        "<h2>Clerks Did Not Pile On Against Marrow</h2><p>Nadia Marrow came late to the meeting.</p>"
        "<p>“We have to mend the bridge,” Marrow said.</p>"
    )
    assert [quote.speaker for quote in quotes(html)] == ["Nadia Marrow"]
