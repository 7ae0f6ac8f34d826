"""Narrative citations: the author in the sentence, the year in the bracket."""

import pytest

from scraper.parsers.citations.candidates import Candidate
from scraper.parsers.citations.narrative import find_narrative

ENOUGH = 3


def best(text: str) -> Candidate | None:
    return max(find_narrative(text), key=lambda candidate: candidate.score, default=None)


@pytest.mark.parametrize(
    "text, span, names",
    [
        ("As Okafor (2014: 27) puts it, yes.", "Okafor (2014: 27)", ("Okafor",)),
        ("Here Okafor (2014) argues that", "Okafor (2014)", ("Okafor",)),
        ("Okafor and Lind (2014) found that", "Okafor and Lind (2014)", ("Okafor", "Lind")),
        ("Okafor, Lind, and Brandt (2014) say", "Okafor, Lind, and Brandt (2014)", ("Okafor", "Lind", "Brandt")),
        ("Okafor et al. (2014) reported", "Okafor et al. (2014)", ("Okafor",)),
        ("Okafor and colleagues (2014) saw", "Okafor and colleagues (2014)", ("Okafor",)),
        ("Ada Okafor (2014) claims", "Ada Okafor (2014)", ("Okafor",)),
        ("A. B. Okafor (2014) claims", "A. B. Okafor (2014)", ("Okafor",)),
        ("In Okafor’s (2014) view", "Okafor’s (2014)", ("Okafor",)),
        ("according to Okafor (2014), it", "Okafor (2014)", ("Okafor",)),
        ("Wie Okafor (2014: 12) zeigt,", "Okafor (2014: 12)", ("Okafor",)),
        ("Nach Okafor/Lind (2014) ist", "Okafor/Lind (2014)", ("Okafor", "Lind")),
        ("Nach Angaben von Fischer (2018, S. 23) sind", "Fischer (2018, S. 23)", ("Fischer",)),
        ("laut van der Meer (2016)", "van der Meer (2016)", ("van der Meer",)),
        ("So ist es, vgl. Okafor (2014), hier", "Okafor (2014)", ("Okafor",)),
        ("according to Lind\nOkafor (2014) argues", "Okafor (2014)", ("Okafor",)),
        ("Selon de la Cruz (2016), le", "de la Cruz (2016)", ("de la Cruz",)),
        ("como señala Lund (2016: 4)", "Lund (2016: 4)", ("Lund",)),
        ("the study by Okafor (2015) is", "Okafor (2015)", ("Okafor",)),
        ("what al-Khatib (2014) says", "al-Khatib (2014)", ("al-Khatib",)),
        ("Zuletzt Meyer-Lüdke u. a. (2018) zeigen", "Meyer-Lüdke u. a. (2018)", ("Meyer-Lüdke",)),
        ("Podľa Vargu (2011, s. 9) je", "Vargu (2011, s. 9)", ("Vargu",)),
        ("Nach Vogt (2011, S. 9 f., 14) ist", "Vogt (2011, S. 9 f., 14)", ("Vogt",)),
        ("Segundo Ferreira (2015, p. 12), a", "Ferreira (2015, p. 12)", ("Ferreira",)),
        ("D’après Morel (2013 : 41), la", "Morel (2013 : 41)", ("Morel",)),
        ("according to Commission on Rivers (2008), so", "Commission on Rivers (2008)", ("Commission on Rivers",)),
        ("Okafor (2014a, 2014b) claims", "Okafor (2014a, 2014b)", ("Okafor",)),
    ],
)  # fmt: skip
def test_name_before_the_bracket(text, span, names):
    found = best(text)
    assert found is not None
    assert text[found.start : found.end] == span
    assert found.items[0].authors == names
    assert found.score >= ENOUGH


@pytest.mark.parametrize(
    "text, span, names",
    [
        ("We read Tilde’s report into effective rivers (2015) twice.", "Tilde’s report into effective rivers (2015)", ("Tilde",)),
        (
            "As the historian Ada Okafor argued in her book Slow Rivers: A History (Tilde Press, 1997), it rose.",
            "Ada Okafor argued in her book Slow Rivers: A History (Tilde Press, 1997)",
            ("Okafor",),
        ),
        ("Ada Okafor in Slow Rivers (1990) argues that", "Ada Okafor in Slow Rivers (1990)", ("Okafor",)),
        ("Jon Lund knew it. He says so in the second edition of his Treatise on the Nature of Rain (1792).", "Treatise on the Nature of Rain (1792)", ("Lund",)),
    ],
)  # fmt: skip
def test_words_between_author_and_year(text, span, names):
    found = best(text)
    assert found is not None
    assert text[found.start : found.end] == span
    assert found.items[0].authors == names
    assert found.score >= ENOUGH


@pytest.mark.parametrize(
    "text",
    [
        "Slow Rivers (2010) is a film about rain.",
        "Jon Lund in Slow Rivers (1995) is a delight.",
        "the Tilde One (2007) changed phones",
        "Hurricane Tilda (2005) showed what wind does",
        "The Treaty of Lisbon (2009) was signed",
        "Okafor v. Board of Rivers (1954) was decided",
        "in Berlin (2015) it rained",
        "Ada Okafor (1918–2013) lived here",
        "Ada Okafor (b. 1970) lives here",
        "Ada Okafor (45) said so",
        "World Cup (2014)",
        "her album Slow Rivers (2016) sold",
        "published in her influential book Casa de los Ríos (1989).",
        "Morris, Rod (2000). Birds of the hills.",
        "See Figure 2 (2016)",
    ],
)
def test_titles_events_and_lives_weigh_little(text):
    found = best(text)
    assert found is None or found.score < ENOUGH


def test_year_range_is_no_citation():
    assert best("Okafor (2009–2017) argues that") is None


@pytest.mark.parametrize(
    "text, span, names",
    [
        ("Le Goff-Petit (1991: 233) affirme que", "Le Goff-Petit (1991: 233)", ("Le Goff-Petit",)),
        ("come scrive De Rosa (1986) del porto", "De Rosa (1986)", ("De Rosa",)),
        ("selon d’Aubigny et al. (2021), on", "d’Aubigny et al. (2021)", ("d’Aubigny",)),
        ("Согласно Соколова (2020), лампы", "Соколова (2020)", ("Соколова",)),
        ("Как показывает Соколова (2020), гавань", "Соколова (2020)", ("Соколова",)),
    ],
)
def test_names_with_particles_and_in_other_scripts(text, span, names):
    found = best(text)
    assert found is not None
    assert text[found.start : found.end] == span
    assert found.items[0].authors == names
