"""Pages of journals and repositories: whose name, day, section, tags and institutions they give."""

import pytest

from scraper import extract

TITLE = "Ferries before railways"
TEXT = (
    "Coastal ferries have long been treated as a footnote to the history of railways. This article "
    "argues that the reverse is closer to the truth: where a ferry ran, the railway followed, and "
    "where it stopped, the line was closed within a decade, whatever the fares had been."
)
FOOTER = "<footer>Archive software copyright 2002-2016 <a href=/contact>Contact Us</a></footer>"


def record(above="", *, head="", below=""):
    metas = "".join(f'<meta name="{key}" content="{value}">' for key, value in head)
    html = (
        f"<title>{TITLE}</title>{metas}<main><h1>{TITLE}</h1>{above}"
        f"<h2>Abstract</h2><p>{TEXT}</p><p>{TEXT}</p>{below}</main>{FOOTER}"
    )
    return extract(html, url="https://jch.example/article/view/77")


AUTHORS = [("citation_author", "Tolley, Anna"), ("citation_author", "Okafor, Kwame")]
NOTED = "<p>Anna Tolley<sup>1,*</sup>, Kwame Okafor<sup>2</sup></p>"


@pytest.mark.parametrize(
    "notes",
    [
        "<p><sup>1</sup> Department of History, Northmoor</p><p><sup>2</sup> University of Harrow</p>",
        "<p><sup>1</sup>Department of History, Northmoor; <sup>2</sup>University of Harrow.</p>",
        "<p><sup>1</sup>Department of History, Northmoor<br><sup>2</sup>University of Harrow</p>",
        "<ul><li>1 Department of History, Northmoor</li><li>2. University of Harrow</li></ul>",
    ],
    ids=["a paragraph each", "one line", "line breaks", "numbers that are not raised"],
)
def test_signs_behind_names_lead_to_institutions(notes):
    note = "<p>* Corresponding author: a.tolley@northmoor.example</p>"
    found = record(NOTED + notes + note, head=AUTHORS)
    assert [author.affiliation for author in found.authors] == [
        "Department of History, Northmoor",
        "University of Harrow",
    ]


@pytest.mark.parametrize(
    "above",
    [
        "<p>Anna Tolley, Kwame Okafor</p><p>1 Department of History</p>",
        NOTED + "<p>3 Department of History, Northmoor</p>",
        NOTED + "<p><sup>1</sup>a.tolley@northmoor.example</p>",
        "<p>Anna Tolley, Kwame Okafor</p><p>CO<sup>2</sup> and its ferries</p>",
        NOTED + "<h2>1 Introduction</h2><h2>2. Material and methods</h2>",
        NOTED.replace("1,*", "a") + "<p>a ferry of the lakes</p>",
    ],
)
def test_what_no_sign_leads_to_is_no_institution(above):
    assert [author.affiliation for author in record(above, head=AUTHORS).authors] == [None, None]


def test_a_name_within_another_has_its_own_sign():
    authors = [("citation_author", "Tolleyson, Anna"), ("citation_author", "Tolley, Anna")]
    names = "<p>Anna Tolleyson<sup>2</sup>, Anna Tolley<sup>1</sup></p>"
    notes = "<ul><li>1 Department of History, Northmoor</li><li>2 University of Harrow</li></ul>"
    assert [author.affiliation for author in record(names + notes, head=authors).authors] == [
        "University of Harrow",
        "Department of History, Northmoor",
    ]


def test_a_repository_says_when_the_work_was_issued():
    deposit = [*AUTHORS, ("DCTERMS.available", "2020-02-03T10:11:12Z")]
    assert record(head=deposit).date_published == "2020-02-03T10:11:12Z"
    assert record(head=[*deposit, ("DCTERMS.issued", "2019")]).date_published == "2019"


def test_the_journal_is_the_site():
    head = [*AUTHORS, ("citation_journal_title", "Journal of Coastal History")]
    line = "<p>Copyright (c) 2019 Anna Tolley, Kwame Okafor</p>"
    assert record(head=head, below=line).site_name == "Journal of Coastal History"


def test_a_link_of_the_menu_in_a_copyright_line_is_no_site():
    assert record(head=AUTHORS).site_name is None


def test_a_trail_through_issues_is_filed_under_what_comes_behind():
    def trail(*steps):
        links = "".join(f"<li><a href='/{n}'>{step}</a></li>" for n, step in enumerate(steps))
        return record(f"<nav class=breadcrumbs><ol>{links}</ol></nav>").section

    assert trail("Home", "Archives", "Vol. 17 No. 1 (2019)", "Reviews") == "Reviews"
    assert trail("Home", "Essays", "Bd. 17, Heft 1") == "Essays"
    assert trail("Home", "Archives", "Vol. 17 No. 1 (2019)") is None


@pytest.mark.parametrize(
    "line",
    [
        "<p><b>Keywords:</b> ferries; account books; railways.</p>",
        "<p>Keywords: ferries, account books, railways</p>",
        "<h3>Keywords</h3><p>ferries · account books · railways</p>",
        "<p>Palabras clave: ferries, account books, railways</p>",
        "<dl><dt>Schlüsselwörter</dt><dd>ferries | account books | railways</dd></dl>",
        "<p>关键词：ferries；account books；railways</p>",
        "<p>キーワード：ferries、account books、railways</p>",
    ],
)
def test_printed_keywords_without_links(line):
    assert record(below=line).tags == ["ferries", "account books", "railways"]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Keywords: ferries</p>",
        "<p>Topics: why ferries sank, what the clerks wrote</p>",
        f"<h3>Tags</h3><p>{TEXT} {TEXT}</p>",
        "<p>The keywords are ferries, account books</p>",
        "<h2>Keywords</h2><p>Keywords are the words, phrases and terms that people type in.</p>",
        "<p>Keywords: the terms, signs and numbers that a clerk wrote in his books.</p>",
        "<p>Tag: Montag, Dienstag und Mittwoch</p>",
        "<h3>Temat</h3><p>Prom, który wraca do domu.</p>",
        "<h3>Tags</h3><h3>Comments, and more</h3>",
    ],
)
def test_what_no_keywords_are(line):
    assert record(below=line).tags == []
