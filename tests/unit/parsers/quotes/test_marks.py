"""Which marks pair, and which are apostrophes, inches or misprints."""

import pytest

from scraper.parsers.quotes import marks
from scraper.parsers.quotes.marks import Usage, pair_marks, read_usage


def inside(text, usage=None):
    return [text[p.start : p.end].strip() for p in pair_marks(text, usage or Usage()).pairs]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("“A b,” she said. “C d.”", ["A b,", "C d."], id="typographic"),
        pytest.param('"A b," she said. "C d."', ["A b,", "C d."], id="straight"),
        pytest.param("“A b,“ she said. “C d.“", ["A b,", "C d."], id="opening-mark-closes"),
        pytest.param('“A b," she said.', ["A b,"], id="mixed"),
        pytest.param("”Vi delar isen,” sa hon.", ["Vi delar isen,"], id="swedish"),
        pytest.param("„Wir warten“, sagt sie.", ["Wir warten"], id="german"),
        pytest.param("„Morze jest nasze”, mówi.", ["Morze jest nasze"], id="polish"),
        pytest.param("« Nous voilà », dit-il.", ["Nous voilà"], id="french"),
        pytest.param("「明るくする」と話した。", ["明るくする"], id="japanese"),
        pytest.param("‘the managers’ diaries are full’ he said", ["the managers’ diaries are full"], id="possessive-inside"),
        pytest.param("said ``so be it'' then", ["so be it"], id="tex"),
        pytest.param("said, “ How are you?”.", ["How are you?"], id="space-after-mark"),
        pytest.param('fraud with a "low "very low" price" now', ['low "very low" price'], id="nested-straight"),
        pytest.param("“He said ‘no’ twice”", ["He said ‘no’ twice"], id="nested-single"),
    ],
)  # fmt: skip
def test_pairs(text, expected):
    assert inside(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "6'2\" tall and 11' long",
        '24" × 36" posters',
        "the ’90s and the workers’ party",
        "it isn’t John’s",
        "rock 'n' roll",
    ],
)
def test_apostrophes_and_inches_open_nothing(text):
    assert inside(text) == []


def test_guillemets_point_as_the_page_uses_them():
    usage = read_usage(["»Ja, gern«, sagte er. »Nein«, sagte sie."], "de")
    assert usage.reversed_guillemets
    assert inside("»Der Antrag liegt vor«, heißt es.", usage) == ["Der Antrag liegt vor"]


def test_single_mark_that_only_closes_needs_a_citation():
    cited = pair_marks("Staff stay when they are heard’ (Board, 2016: 4).", Usage())
    assert cited.unopened is not None
    assert pair_marks("The workers’ hours are long.", Usage()).unopened is None


def test_mark_that_stays_open_is_reported():
    assert pair_marks("“We kept the letter.", Usage()).unclosed.mark == "“"
    assert pair_marks("“We kept ‘the letter’ here.", Usage()).unclosed is not None


def test_code_is_skipped():
    text = 'set name = "no such user" here'
    assert pair_marks(text, Usage(), [(4, 26)]).pairs == ()


CITED = "It means that {}the first thing to go is the conversation (Hodgen, 2013: 4)."


def test_a_single_mark_that_a_citation_ends_stays_open_as_a_quotation():
    assert pair_marks(CITED.format("‘"), Usage()).unclosed.mark == "‘"


@pytest.mark.parametrize(
    "text",
    [
        "Back in the ‘90s talk was rare in the classroom (Hodgen, 2013: 4).",
        "It means that ‘the first thing goes. So says the survey of schools (Hodgen, 2013: 4).",
        "It means that ‘the first thing to go is the conversation (see below).",
    ],
    ids=["decade", "another sentence", "no citation"],
)
def test_other_single_marks_that_stay_open_open_nothing(text):
    assert pair_marks(text, Usage()).unclosed is None


def test_marks_beyond_a_limit_are_not_read(monkeypatch):
    monkeypatch.setattr(marks, "_MARKS_LIMIT", 4)
    assert inside("“A b” “C d” “E f”") == ["A b", "C d"]


def test_dashes_read_in_the_wrong_charset_close_nothing():
    pairing = pair_marks("We wait for better daysâ€”nobody knows how many are left.", Usage())
    assert pairing.unopened is None


def test_straight_marks_within_chinese_open_and_close():
    assert inside('相信"之前的車況"給受驚擾了，今年的"美樹楓紅"很優。') == [
        "之前的車況",
        "美樹楓紅",
    ]


NB = "\u00a0"


@pytest.mark.parametrize(
    "language, html, text",
    [
        ("fr", f"Le port sera sauvé cette année{NB}», a dit Paul Martin.", "Le port sera sauvé cette année"),
        ("fr", "Le port sera sauvé cette année », a dit Paul Martin.", "Le port sera sauvé cette année"),
        ("fr", "Le port sera sauvé cette année. »", "Le port sera sauvé cette année."),
        ("fr", "Le port sera sauvé cette année » a dit Paul Martin.", "Le port sera sauvé cette année"),
        ("es", "El puerto se salvará este año », dijo Pablo Ruiz.", "El puerto se salvará este año"),
        ("ru", "Порт будет спасён в этом году », сказал Павел Мартин.", "Порт будет спасён в этом году"),
        ("de", "Der Hafen wird jetzt gerettet«, sagte Paul Martin.", "Der Hafen wird jetzt gerettet"),
        ("de", "Der Hafen wird jetzt gerettet“, sagte Paul Martin.", "Der Hafen wird jetzt gerettet"),
        ("pl", "Port zostanie uratowany w tym roku”, powiedział Jan Lis.", "Port zostanie uratowany w tym roku"),
        ("fr", "Paul Martin a dit : « Le port sera sauvé. Nul ne part.", "Le port sera sauvé. Nul ne part."),
        ("de", "Paul Martin sagte: „Der Hafen wird gerettet. Wir bleiben.", "Der Hafen wird gerettet. Wir bleiben."),
        ("ja", "田中太郎さんは言った。「港は今年救われる。", "港は今年救われる。"),
    ],
)  # fmt: skip
def test_marks_that_nothing_opens_or_closes(language, html, text, texts):
    before = "<p>Sie sagten »ja« dazu.</p>" if language == "de" and "«" in html else ""
    assert texts(f"{before}<p>{html}</p>", language)[-1:] == [text]


@pytest.mark.parametrize(
    "language, html",
    [
        ("fr", "Lire la suite de cet article »"),
        ("fr", "Accueil » Actualités » Politique » Le port sera sauvé"),
        ("en", "Read more about the old harbour »"),
        ("en", "Home » News » The harbour will be saved this year"),
    ],
)
def test_guillemets_of_links_and_menus_close_nothing(language, html, texts):
    assert texts(f"<p>Le port est ouvert.</p><p>{html}</p>", language) == []


def test_usage_is_counted_text_by_text_where_a_pair_stands_in_one():
    usage = read_usage(['The 12" pan and', 'the 9" one, "both"', "“so” ‘it’ goes"], "en")
    assert (usage.double_pairs, usage.single_pairs) == (2, 1)
