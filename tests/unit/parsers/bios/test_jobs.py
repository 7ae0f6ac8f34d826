"""What stands where a job does: a job, an employer, or something else."""

import pytest

from scraper import extract
from scraper.parsers.bios.jobs import NO_JOB, Job, judge_job

SENTENCE = (
    "The ferry leaves when the tide allows it, and the people of the island have learned to wait "
    "for it with a patience that visitors take for sloth."
)
BIO = "Mira Stone has worked at the ferry office since 1990, and on board of nine boats before."


@pytest.mark.parametrize(
    "text, role, employer",
    [
        ("Staff Writer", "Staff Writer", None),
        ("Senior Engineer, Harbour Works", "Senior Engineer, Harbour Works", "Harbour Works"),
        ("Founder, & Guide at Quay Tours", "Founder, & Guide at Quay Tours", "Quay Tours"),
        ("China Correspondent, in Seoul", "China Correspondent, in Seoul", None),
        ("· Editor-in-Chief |", "Editor-in-Chief", None),
        ("Professora de história, Universidade do Cais", "Professora de história, Universidade do Cais", "Universidade do Cais"),
        ("Fellow in Tides at Northquay University", "Fellow in Tides at Northquay University", "Northquay University"),
        ("Subdirector", "Subdirector", None),
        ("Search Engineer", "Search Engineer", None),
        ("Email Marketing Manager", "Email Marketing Manager", None),
        ("Redaktion", "Redaktion", None),
        ("Northquay University", None, "Northquay University"),
        ("dpa", None, "dpa"),
        ("Dozent an der Universität Nordkai", "Dozent an der Universität Nordkai", "Universität Nordkai"),
        ("Profesor de la Universidad de Muelle", "Profesor de la Universidad de Muelle", "Universidad de Muelle"),
        ("Hoogleraar aan de Universiteit Kade", "Hoogleraar aan de Universiteit Kade", "Universiteit Kade"),
        ("Biologist at the University of Quay", "Biologist at the University of Quay", "University of Quay"),
        ("Captain of the club", "Captain of the club", None),
        ("Okuma Merkezi Müdürü", "Okuma Merkezi Müdürü", None),
        ("Kierownik Centrum Czytania", "Kierownik Centrum Czytania", None),
        ("Museo del Instituto Náutico", None, "Museo del Instituto Náutico"),
        ("Deputy Editor, News", "Deputy Editor, News", None),
        ("Schrijver en dichter", "Schrijver en dichter", None),
        ("Author and historian", "Author and historian", None),
        ("Autorin und Seglerin", "Autorin und Seglerin", None),
        ("Author of three novels", "Author of three novels", None),
        ("Senior Fellow, 2023", "Senior Fellow", None),
        ("Head of Tides (2019–2023)", "Head of Tides", None),
        ("Corresponsal en Berlín", "Corresponsal en Berlín", None),
        ("Pilot, Seattle", "Pilot, Seattle", None),
        ("Photographer, Cape Town", "Photographer, Cape Town", None),
        ("Journalist, 34", "Journalist, 34", None),
        ("Journalistin, lebt in Köln", "Journalistin, lebt in Köln", None),
        ("Economista en el Banco del Muelle", "Economista en el Banco del Muelle", "Banco del Muelle"),
        ("Redazione Sport", "Redazione Sport", None),
        ("Mitarbeiter der Redaktion", "Mitarbeiter der Redaktion", None),
        ("Redaktion Kaibote", None, "Redaktion Kaibote"),
    ],
)  # fmt: skip
def test_jobs_and_employers(text, role, employer):
    assert judge_job(text) == Job(role, employer)


@pytest.mark.parametrize(
    "text",
    [
        *("and", "und", "Author", "Autor*in", "about the author", "", None, "—"),
        *("mira@harbour.example", "https://harbour.example", "@mstone", "#tides"),
        *("Datum: 03.Mär.19", "Updated 6 May 2025", "Windows 2", "3 min read"),
        *("Get author RSS feed", "email the author", "Related stories", "More from author"),
        *("By harbour staff", "From Northquay", "aus Nordkai", "Subscribe to our newsletter"),
        *("News", "Marketing", "Author of this post", "Autor Jonas Reed"),
        *("with Jonas Reed", "mit Hans Maier", "y María García"),
        *("Opinion", "Kultur", "Seattle", "Buenos Aires", "Alle Beiträge", "Tous les articles"),
        "Editor, " + 40 * "and now and then ",
    ],
)
def test_what_is_no_job(text):
    assert judge_job(text) is NO_JOB


def author(byline, card=""):
    """The first author of a page with a byline, eight paragraphs and a card behind them."""
    record = extract(
        "<html><head><title>Waiting for the ferry - Harbour Letter</title></head><body><main>"
        f"<article><h1>Waiting for the ferry</h1><p class=byline>{byline}</p><div>"
        f"{f'<p>{SENTENCE}</p>' * 8}</div>{card}</article></main>"
        "<footer><p>© 2021 Harbour Letter</p></footer></body></html>",
        "https://harbour.example/2021/ferry",
    )
    return record.authors[0]


def test_an_institution_behind_the_name_is_the_employer():
    found = author("By Mira Stone, Northquay University")
    assert (found.name, found.role, found.affiliation) == (
        "Mira Stone",
        None,
        "Northquay University",
    )


def test_a_word_between_two_names_is_the_job_of_neither():
    found = author("Mira Stone, PhD, and, Jonas Reed, PhD")
    assert (found.name, found.role) == ("Mira Stone", None)


@pytest.mark.parametrize(
    "line",
    [
        "<p>By harbour staff</p>",
        "<p><a href=/feed>Get author RSS feed</a></p>",
        "<p><a href=/t/1>editor</a><a href=/t/2>tides</a><a href=/t/3>ferries</a></p>",
        "<p>Partner arrested</p>",
    ],
    ids=["byline-of-another", "button", "tags", "heading-of-a-teaser"],
)
def test_lines_below_a_name_without_a_text(line):
    card = f"<div class=author-box><h4>Mira Stone</h4><p>18 articles</p>{line}</div>"
    assert author("By Mira Stone", card).role is None


def test_the_job_below_the_name_may_be_linked():
    line = "<p><a href=/jobs>Harbour Pilot</a>, <a href=/works>Quay Works</a></p>"
    card = f"<div class=author-box><h4>Mira Stone</h4>{line}<p>{BIO}</p></div>"
    assert author("By Mira Stone", card).bio == BIO
    card = card.replace("Harbour Pilot", "Staff Writer")
    found = author("By Mira Stone", card)
    assert (found.role, found.affiliation) == ("Staff Writer, Quay Works", "Quay Works")


@pytest.mark.parametrize(
    ("lines", "role"),
    [
        ("<b>Mira Stone</b><br>Harbour Pilot<br>", "Harbour Pilot"),
        ("<b>Dr Mira Stone</b><br>Harbour Pilot<br>m.stone@quay.example<br>", "Harbour Pilot"),
        ("Mira Stone, PhD<br>Staff Writer<br>Quay Works<br>", "Staff Writer"),
        ("<b>Mira Stone</b><br>", None),
        ("<b>Mira Stone</b><br>She rowed before she wrote.<br>", None),
    ],
    ids=["job", "job-and-address", "job-and-employer", "name-alone", "a-sentence"],
)
@pytest.mark.parametrize("box", ["<p>{}</p>", "<table><tr><td>{}</td></tr></table>"])
def test_name_and_job_in_lines_above_the_bio_in_one_text(box, lines, role):
    card = "<h4>Meet the author</h4>" + box.format(lines + BIO)
    found = author("By Mira Stone", card)
    assert found.role == role
    assert found.bio == (BIO if "She rowed" not in lines else f"She rowed before she wrote.\n{BIO}")
