"""Speakers in languages whose reporting verbs no table holds, by the order of words alone."""

import pytest

from scraper.parsers.quotes.caseless import _name_start
from scraper.parsers.rules.speech_verbs import CASELESS


@pytest.mark.parametrize(
    "language, html, speaker, cue",
    [
        ("sv", "”Hamnen ska räddas i år”, säger Anna Svensson, som bor där.", "Anna Svensson", "säger"),
        ("cs", "„Přístav bude letos zachráněn,“ řekl starosta Jan Novák novinářům.", "Jan Novák", "řekl"),
        ("hu", "„A kikötőt idén megmentik” – mondta Kovács János polgármester.", "Kovács János", "mondta"),
        ("ro", "„Portul va fi salvat anul acesta”, a declarat primarul Ion Popescu.", "Ion Popescu", "declarat"),
        ("tr", "“Liman bu yıl kurtarılacak,” dedi Ahmet Yılmaz.", "Ahmet Yılmaz", "dedi"),
        ("el", "«Το λιμάνι θα σωθεί φέτος», είπε ο Γιώργος Παπαδόπουλος.", "Παπαδόπουλος", "είπε"),
        ("id", "“Pelabuhan akan selamat tahun ini,” kata Budi Santoso, wali kota.", "Budi Santoso", "kata"),
        ("uk", "«Гавань цього року врятують», — розповідає Олена Коваль з Одеси.", "Олена Коваль", "розповідає"),
        ("fi", "”Satama pelastetaan tänä vuonna”, sanoo Matti Virtanen.", "Matti Virtanen", "sanoo"),
    ],
)  # fmt: skip
def test_the_name_behind_small_words_speaks(language, html, speaker, cue, quotes):
    found = quotes(f"<p>{html}</p>", language)
    assert len(found) == 1
    assert (found[0].speaker or "").endswith(speaker)
    assert found[0].cue == cue


@pytest.mark.parametrize(
    "language, html, speaker",
    [
        ("es", "“El puerto se salvará”, dijo a este diario la alcaldesa Marta Gil.", "Marta Gil"),
        ("es", "“El puerto se salvará”, dijo ayer en rueda de prensa el edil Luis Prado.", "Luis Prado"),
        ("fr", "« Le port sera sauvé », a déclaré à l’AFP le maire Jean Roux.", "Jean Roux"),
        ("pt", "“O porto será salvo”, disse ao Verifica a médica Ana Souza.", "Ana Souza"),
        ("cs", "„Přístav bude zachráněn,“ řekl ČTK starosta Jan Novák.", "Jan Novák"),
        ("bg", "„Пристанището ще бъде спасено“, каза пред БНР кметът Иван Петров.", "Иван Петров"),
        ("es", "“El puerto se salvará”, dijo en la ciudad de Nueva York.", None),
        ("es", "“El puerto se salvará”, un libro del escritor Luis Prado.", None),
        ("fr", "« Le port sera sauvé », a-t-on déclaré à la famille de Jean Roux.", None),
    ],
)  # fmt: skip
def test_whom_it_is_said_to_does_not_speak(language, html, speaker, quotes):
    assert [quote.speaker for quote in quotes(f"<p>{html}</p>", language)] in ([speaker], [])


@pytest.mark.parametrize(
    "language, html",
    [
        ("sv", "”Hamnen ska räddas i år”, säger kommunen."),
        ("sv", "”Hamnen ska räddas i år”, och i Malmö väntar alla."),
        ("cs", "„Přístav bude letos zachráněn,“ píše o Gary Lind."),
        ("cs", "Kniha „Přístav bude letos zachráněn“ od Jan Novák vyšla."),
    ],
    ids=["no-name", "conjunction", "preposition", "title"],
)
def test_other_words_name_nobody(language, html, quotes):
    assert [quote.speaker for quote in quotes(f"<p>{html}</p>", language)] in ([None], [])


def test_a_name_that_a_run_of_capitals_only_ends_with(quotes):
    html = "<p>Suami Donna sudah pulang.</p><p>“Pelabuhan akan selamat,” tutur Donna.</p>"
    assert [quote.speaker for quote in quotes(html, "id")] == ["Donna"]


@pytest.mark.parametrize(
    "language, name",
    [
        ("ar", "الكسندر دي كرو"),
        ("ar", "الياس جورج خوري"),
        ("he", "הילרי רודהם קלינטון"),
        ("he", "הנרי דוד כהן"),
        ("he", "הדסה בן עמי"),
    ],
)
def test_a_given_name_that_begins_like_the_article_stays(language: str, name: str) -> None:
    assert _name_start(name, CASELESS[language]) == 0
