"""Brackets with names and years: what reads as a citation, and what only looks like one."""

import pytest

from scraper.parsers.citations.author_date import context_score, find_author_date, parse_bracket
from scraper.parsers.citations.candidates import Candidate
from scraper.parsers.rules.citations import CITE_PREFIXES

ENOUGH = 3


def only(text: str) -> Candidate:
    found = list(find_author_date(text))
    assert len(found) == 1
    return found[0]


def works(text: str) -> list[tuple[tuple[str, ...], str | None, str | None, str | None]]:
    candidate = only(text)
    return [(item.authors, item.year, item.suffix, item.locator) for item in candidate.items]


@pytest.mark.parametrize(
    "bracket, expected",
    [
        ("(Okafor, 2016)", [(("Okafor",), "2016", None, None)]),
        ("(Okafor 2016)", [(("Okafor",), "2016", None, None)]),
        ("(Okafor,2016)", [(("Okafor",), "2016", None, None)]),
        ("(Okafor 2016:2)", [(("Okafor",), "2016", None, "2")]),
        ("(Okafor, 2016: 33)", [(("Okafor",), "2016", None, "33")]),
        ("(Okafor, 2016, p. 4)", [(("Okafor",), "2016", None, "4")]),
        ("(Okafor, 2016, pp. 4–7)", [(("Okafor",), "2016", None, "4–7")]),
        ("(Okafor 2016, S. 12)", [(("Okafor",), "2016", None, "12")]),
        ("(Okafor 2016, S. 12 ff.)", [(("Okafor",), "2016", None, "12 ff")]),
        ("(Okafor 2016, § 3)", [(("Okafor",), "2016", None, "3")]),
        ("(Okafor, 2016, ch. 2)", [(("Okafor",), "2016", None, "2")]),
        ("(Okafor, 2016, para. 5)", [(("Okafor",), "2016", None, "5")]),
        ("(Okafor, 2016, 33-35)", [(("Okafor",), "2016", None, "33-35")]),
        ("(Okafor 2016, 33n2)", [(("Okafor",), "2016", None, "33n2")]),
        ("(Okafor 2016, 1:77)", [(("Okafor",), "2016", None, "1:77")]),
        ("(Okafor, 2016, 00:12:40)", [(("Okafor",), "2016", None, "00:12:40")]),
        ("(por. Okafor 2016; za: Lind 1999, s. 7)", [(("Okafor",), "2016", None, None), (("Lind",), "1999", None, "7")]),
        ("(so schon Okafor 2016; anders Vogt/Hahn 2009)", [(("Okafor",), "2016", None, None), (("Vogt", "Hahn"), "2009", None, None)]),
        ("(porov. Kováč, 2009, s. 12)", [(("Kováč",), "2009", None, "12")]),
        ("(см.: Соколов и др., 2018)", [(("Соколов",), "2018", None, None)]),
        ("(viz Okafor a kol., 2016)", [(("Okafor",), "2016", None, None)]),
        ("(vö. Szabó–Tóth 2008: 14)", [(("Szabó", "Tóth"), "2008", None, "14")]),
        ("(Bakker e.a., 2015)", [(("Bakker",), "2015", None, None)]),
        ("(منصور وآخرون، 2018)", [(("منصور",), "2018", None, None)]),
        ("(COSTA, 1999 apud LIMA, 2018, p. 7)", [(("COSTA",), "1999", None, None), (("LIMA",), "2018", None, "7")]),
        ("(Okafor, 1920, as cited in Lind, 1999)", [(("Okafor",), "1920", None, None), (("Lind",), "1999", None, None)]),
        ("(Okafor 2016, Kap. 3)", [(("Okafor",), "2016", None, "3")]),
        ("(Okafor, 2016, pág. 12)", [(("Okafor",), "2016", None, "12")]),
        ("(Okafor 2016, vol. 2, p. 5)", [(("Okafor",), "2016", None, "vol. 2, p. 5")]),
        ("(Иванов, 2016, с. 12)", [(("Иванов",), "2016", None, "12")]),
        ("(Putri, 2016, hlm. 12)", [(("Putri",), "2016", None, "12")]),
        ("(Νικολάου, 2016, σ. 12)", [(("Νικολάου",), "2016", None, "12")]),
        ("(كلارك، 2016، ص 12)", [(("كلارك",), "2016", None, "12")]),
    ],
)  # fmt: skip
def test_year_and_locator_in_every_punctuation(bracket, expected):
    assert works(f"The dam held {bracket}.") == expected


@pytest.mark.parametrize(
    "bracket, names",
    [
        ("(Okafor & Lind, 2016)", ("Okafor", "Lind")),
        ("(Okafor and Lind 2016)", ("Okafor", "Lind")),
        ("(Okafor/Lind 2016)", ("Okafor", "Lind")),
        ("(Okafor und Lind 2016)", ("Okafor", "Lind")),
        ("(Okafor y Lind, 2016)", ("Okafor", "Lind")),
        ("(Okafor i Lind, 2016)", ("Okafor", "Lind")),
        ("(Okafor oraz Lind, 2016)", ("Okafor", "Lind")),
        ("(Okafor ve Lind, 2016)", ("Okafor", "Lind")),
        ("(Okafor és Lind, 2016)", ("Okafor", "Lind")),
        ("(Okafor și Lind, 2016)", ("Okafor", "Lind")),
        ("(Okafor dan Lind, 2016)", ("Okafor", "Lind")),
        ("(Okafor và Lind, 2016)", ("Okafor", "Lind")),
        ("(Okafor un Lind, 2016)", ("Okafor", "Lind")),
        ("(Okafor ed Esposito, 2016)", ("Okafor", "Esposito")),
        ("(Νικολάου και Λιντ, 2016)", ("Νικολάου", "Λιντ")),
        ("(Коваль й Лінд, 2016)", ("Коваль", "Лінд")),
        ("(Nezvěda a Lind, 2016)", ("Nezvěda", "Lind")),
        ("(Dvořák a Lind, 2016)", ("Dvořák", "Lind")),
        ("(Hůrka a Lind, 2016)", ("Hůrka", "Lind")),
        ("(Kaľavský a Lind, 2016)", ("Kaľavský", "Lind")),
        ("(Vŕba a Lind, 2016)", ("Vŕba", "Lind")),
        ("(كلارك ورامبولد، 2016)", ("كلارك", "رامبولد")),
        ("(كلارك، 2016)", ("كلارك",)),
        ("(כהן ולוי, 2016)", ("כהן", "לוי")),
        ("(כהן ווייס, 2016)", ("כהן ווייס",)),
        ("(김철수·이영희, 2016)", ("김철수", "이영희")),
        ("(김철수와 이영희, 2016)", ("김철수", "이영희")),
        ("(Okafor, Lind, & Brandt, 2016)", ("Okafor", "Lind", "Brandt")),
        ("(Okafor; Lind, 2016)", ("Okafor", "Lind")),
        ("(Okafor et al., 2016)", ("Okafor",)),
        ("(Okafor et al 2016)", ("Okafor",)),
        ("(Okafor u. a. 2016)", ("Okafor",)),
        ("(Okafor u.a. 2016: 12)", ("Okafor",)),
        ("(Okafor et coll., 2016)", ("Okafor",)),
        ("(Okafor and colleagues, 2016)", ("Okafor",)),
        ("（王明，2016）", ("王明",)),
        ("（王明等，2016）", ("王明",)),
        ("(김철수 등, 2016)", ("김철수",)),
        ("(أحمد، 2016)", ("أحمد",)),
        ("(A. B. Okafor & C. Lind, 2016)", ("Okafor", "Lind")),
        ("(Okafor, A., 2016)", ("Okafor",)),
        ("(van der Meer 2016: 2)", ("van der Meer",)),
        ("(de la Cruz & O’Neill, 2016)", ("de la Cruz", "O’Neill")),
        ("(Department of Health and Care, 2016)", ("Department of Health and Care",)),
        ("(World Water Council [WWC], 2016)", ("World Water Council",)),
        ("(Journal of River Studies, 2016)", ("Journal of River Studies",)),
    ],
)
def test_authors(bracket, names):
    assert only(f"The dam held {bracket}.").items[0].authors == names


@pytest.mark.parametrize(
    "bracket, years",
    [
        ("(Okafor, 2016a, b)", ["2016a", "2016b"]),
        ("(Okafor, 2016a, 2016b)", ["2016a", "2016b"]),
        ("(Okafor 2016a/b)", ["2016a", "2016b"]),
        ("(Okafor, 2012, 2016)", ["2012", "2016"]),
        ("(Okafor 2012; 2016)", ["2012", "2016"]),
        ("(Okafor, 2012; Lind, 2016; Brandt et al., 2010)", ["2012", "2016", "2010"]),
        ("(Okafor 2012 and Lind 2016)", ["2012", "2016"]),
        ("(Okafor 2016a: 3; Lind 2012: 4–5)", ["2016a", "2012"]),
        ("(Okafor, 2016a, p. 3)", ["2016a"]),
        ("(Marx [1867] 1990: 125)", ["1990"]),
        ("(Marx, 1867/1990)", ["1867"]),
        ("(Okafor, 1990, as cited in Lind, 2012)", ["1990", "2012"]),
    ],
)
def test_several_works_in_one_bracket(bracket, years):
    items = only(f"The dam held {bracket}.").items
    assert [f"{item.year}{item.suffix or ''}" for item in items] == years
    assert all(item.authors for item in items)


@pytest.mark.parametrize(
    "bracket",
    [
        "(see Okafor, 2016)",
        "(see also Okafor, 2016, p. 3)",
        "(cf. Okafor 2016)",
        "(vgl. Okafor 2016: 44)",
        "(Vgl. auch Okafor 2016)",
        "(e.g., Okafor, 2016)",
        "(siehe Okafor 2016)",
        "(voir Okafor, 2016)",
        "(véase Okafor, 2016)",
        "(zit. nach Okafor 2016, S. 4)",
        "(as cited in Okafor, 2016)",
    ],
)
def test_words_before_the_author_are_not_the_author(bracket):
    candidate = only(f"The dam held {bracket}.")
    assert candidate.items[0].authors == ("Okafor",)
    assert candidate.score >= ENOUGH


@pytest.mark.parametrize(
    "bracket, year",
    [
        ("(Okafor, n.d.)", "n.d."),
        ("(Okafor o. J.)", "o. J."),
        ("(Okafor, in press)", "in press"),
        ("(Okafor, forthcoming)", "forthcoming"),
        ("(Okafor, im Druck)", "im Druck"),
    ],
)
def test_no_date(bracket, year):
    assert only(f"The dam held {bracket}.").items[0].year == year


@pytest.mark.parametrize(
    "bracket, locator",
    [
        ("(ibid.)", None),
        ("(Ibid: 4)", "4"),
        ("(ibid., p. 4)", "4"),
        ("(ebd.: 33)", "33"),
        ("(ebd., S. 33)", "33"),
        ("(a.a.O., S. 5)", "5"),
        ("(Okafor, op. cit.: 4)", "4"),
    ],
)
def test_the_work_before_cited_again(bracket, locator):
    item = only(f"The dam held {bracket}.").items[0]
    assert item.again
    assert item.locator == locator


def test_name_and_place_without_a_year():
    item = only("The sea rose (RCA3, Ch. 2, page 2-10).").items[0]
    assert (item.authors, item.year, item.locator) == (("RCA3",), None, "Ch. 2, page 2-10")


def test_title_between_author_and_year():
    item = only("Es stieg (vgl. Lund, Geschichte der langen Netze, 1998, S. 70ff).").items[0]
    assert (item.authors[0], item.year, item.locator) == ("Lund", "1998", "70ff")


@pytest.mark.parametrize(
    "text",
    [
        "It opened (April, 2024).",
        "It opened (Stand: Oktober 2013).",
        "She painted (1881–1973) there.",
        "She painted (born 1970) there.",
        "It was sold (during the second quarter of 2025).",
        "The ruling (Okafor v. Lund) stood.",
        "He ran (2019) fast.",
        "See it (Figure 2, p. 4).",
        "See it (Season 2, 2019).",
        "It ran (Windows 10, 2015).",
        "They met (2008–2018).",
        "The head of state (2009–2017) spoke.",
        "It is f(x) = a(2000).",
        "A note (reg. no. 1997).",
        "It is law (Data Rivers Act, 2018).",
        "It won (River Prize, 2018).",
        "It hit (Hurricane Tilda, 2005).",
        "the phone (iPhone 4, 2010) sold",
    ],
)
def test_dates_and_parts_are_not_read(text):
    assert [c for c in find_author_date(text) if c.score >= ENOUGH] == []


@pytest.mark.parametrize(
    "text",
    [
        "her book Slow Rivers (Tilde Press, 1997) is",
        "her film Slow Rivers (Universal, 1997) is",
        "his series Slow Rivers (Paris, 2015) is",
        "the exhibition Slow Rivers (Tilde Gallery, 2015) is",
        "the film (Slow Rivers, 1997).",
        "The Slow River (Okafor, 1997) is on view",
    ],
)
def test_publishers_places_and_titles_weigh_little(text):
    assert [c for c in find_author_date(text) if c.score >= ENOUGH] == []


def test_square_brackets_weigh_less():
    assert only("so [Okafor 2016].").score < only("so (Okafor 2016).").score


def test_prose_before_and_clause_end_behind_weigh():
    text = "It held (Okafor 2016). The Dam (Okafor 2016) held."
    first, second = text.index("("), text.rindex("(")
    assert context_score(text, first, first + 13) > context_score(text, second, second + 13)


def test_too_many_parts_are_no_citation():
    assert parse_bracket("; ".join(["Okafor, 2016"] * 40)) is None


@pytest.mark.parametrize(
    "text, authors, locator",
    [
        ("It rose. [Okafor, p. 97]", ("Okafor",), "97"),
        ("Er stieg. [Okafor, S. 97]", ("Okafor",), "97"),
        ("It rose. [Slow Rivers, p. 12]", ("Slow Rivers",), "12"),
        ("It rose. [Op. Cit., vol. 2, p. 7]", (), "vol. 2, p. 7"),
    ],
)
def test_place_in_square_brackets_weighs_as_in_round_ones(text, authors, locator):
    (found,) = find_author_date(text)
    (round_one,) = find_author_date(text.replace("[", "(").replace("]", ")"))
    assert (found.items[0].authors, found.items[0].locator) == (authors, locator)
    assert found.score == round_one.score


@pytest.mark.parametrize("text", ["[see figure, p. 3]", "[Chapter 3, p. 9]", "[dear, p. 9 says]"])
def test_places_of_nobody_in_square_brackets(text):
    assert list(find_author_date(f"It rose {text} and fell.")) == []


def test_every_prefix_stands_before_a_name() -> None:
    assert [prefix for prefix in CITE_PREFIXES if prefix != prefix.strip()] == []
    assert works("(ausführlich Lind 2010)") == [(("Lind",), "2010", None, None)]
