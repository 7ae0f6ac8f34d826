"""Documents turned into HTML by typesetters, converters and catalogues: who wrote them."""

import pytest

from scraper import extract

TEXT = (
    "Every library keeps a list of what it has lost, and hardly any library reads it. We asked "
    "nineteen of them for theirs, which go back to the year of the flood in one case and to the "
    "last audit in most, and counted what had come back without anybody noticing."
)


def names(above, *, head="", title="On lending libraries and their losses"):
    html = f"<title>{title}</title>{head}<main><h1>{title}</h1>{above}<p>{TEXT}</p><p>{TEXT}</p>"
    return [author.name for author in extract(html, url="https://calder.example/lib/7").authors]


@pytest.mark.parametrize("key", ["DC.creator", "DCTERMS.creator", "DC.contributor.author"])
@pytest.mark.parametrize(
    "value, name",
    [
        ("Wojnarowska, Bronisława", "Bronisława Wojnarowska"),
        ("Albuquerque, Neide", "Neide Albuquerque"),
        ("Bronisława Wojnarowska, redaktor", "Bronisława Wojnarowska"),
        ("Jane Doe, PhD", "Jane Doe"),
        ("Jane Doe, University of Calder", "Jane Doe"),
        ("Bronisława Wojnarowska, political editor", "Bronisława Wojnarowska"),
        ("García Márquez, Gabriel", "Gabriel García Márquez"),
        ("Jane Doe, Leeds", "Jane Doe"),
        ("Jane Doe, Jr.", "Jane Doe Jr."),
    ],
)
def test_a_catalogue_gives_the_family_first(key, value, name):
    printed = f"<div class=authors><h5>Author</h5><div>{value}</div></div>"
    assert names(printed, head=f'<meta name="{key}" content="{value}">') == [name]


def test_lines_of_their_own_are_a_list_where_tags_state_both():
    head = "<meta name=author content='Ines Calloway'><meta name=author content='Oduya Bekele'>"
    lines = "<div>Authors</div><div><p>Ines Calloway</p><p>Oduya Bekele</p></div>"
    assert names(lines, head=head) == ["Ines Calloway", "Oduya Bekele"]
    assert names("<div>Authors</div><p>Ines Calloway</p>") == ["Ines Calloway"]


def test_a_box_of_names_with_an_institute_below_each():
    box = (
        "<div class=author>Gwendolyn Parrish<br>University of Calder<br>"
        "Niels Overgaard<br>Aarhus School of Records</div>"
    )
    assert names(box) == ["Gwendolyn Parrish", "Niels Overgaard"]


def test_the_article_before_a_title_is_no_part_of_the_name():
    (author,) = extract(
        f"<h1>The well at noon</h1><p><i>by the Revd Canon Prudence Oakeshott</i></p><p>{TEXT}"
    ).authors
    assert (author.name, author.honorific) == ("Prudence Oakeshott", "Revd Canon")


def test_the_formula_of_a_ruling_signs_nothing():
    assert names("", title="Arrêt du 14 mars") == []
    ruling = f"<p>{TEXT}</p><p>PAR CES MOTIFS :</p><p>REJETTE le pourvoi.</p>"
    assert names(ruling, title="Arrêt du 14 mars") == []


def test_a_name_that_cannot_be_read_stands_where_the_list_has_it():
    people = ("Linnea Strandqvist", "Ravindu Perera", "Maud Ferris")
    head = "".join(f"<meta name=citation_author content='{name}'>" for name in people)
    line = (
        "<div><span class=citation-author><span>View ORCID Profile</span><span>Linnea</span> "
        "<span>Strandqvist</span></span>, <span class=citation-author>Ravindu Perera</span>, "
        "<span class=citation-author>Maud Ferris</span></div>"
    )
    assert names(line, head=head) == [*people]


@pytest.mark.parametrize(
    "heading", ["<div class=center><p>Abstract</p></div>", "<div>Souhrn</div>"]
)
def test_an_abstract_with_a_heading_of_its_own_is_no_dek(heading):
    abstract = "Lending libraries lose one book in ninety a year, and hardly any of it is theft."
    found = extract(
        f"<h1>On lending libraries</h1><div class=abstract>{heading}<p>{abstract}</p></div>"
        f"<h3>Introduction</h3><p>{TEXT}</p><p>{TEXT}</p>"
    )
    assert found.subtitle is None
    assert abstract in found.body


def test_two_names_of_a_byline_in_a_catalogue_are_two():
    head = "<meta name=DC.creator content='Jane Doe, John Roe'>"
    assert names("", head=head) == ["Jane Doe", "John Roe"]


@pytest.mark.parametrize(
    "first", ["By Jane Doe and Niels Overgaard", "By Jane Doe, Niels Overgaard"]
)
def test_a_box_of_lines_without_institutes_loses_nobody(first):
    box = f"<div class=author>{first}<br>Ann Poole<br>Max Wray</div>"
    assert names(box) == ["Jane Doe", "Niels Overgaard", "Ann Poole", "Max Wray"]
