"""Names that close a text as one signs a letter, and bylines whose marks outweigh odd names."""

from collections import defaultdict

import pytest

from scraper import extract
from scraper.parsers.authors.candidates import Candidate
from scraper.parsers.authors.mentions import Mention
from scraper.parsers.authors.ranking import choose
from scraper.parsers.authors.signatures import find_presented
from scraper.parsers.names import PersonName

FIRST = (
    "The lock keeper opened the upper gate at dawn, and forty boats that had waited since the storm "
    "went through before noon, one behind the other, with their masts laid down on deck."
)
SECOND = (
    "Nobody had counted on so many. The canteen by the basin ran out of bread at nine, and the "
    "baker from the village sent her son with two baskets on the carrier of his bicycle."
)


def names(top="", end="", behind="", url="https://canal.example/notes/lock"):
    page = (
        "<html lang='en'><head><title>Forty boats before noon - Canal Notes</title></head><body>"
        "<ul class='menu'><li><a href='/'>Home</a></li><li><a href='/boats'>Boats</a></li></ul>"
        f"<div class='entry'><h1>Forty boats before noon</h1>{top}<p>{FIRST}</p><p>{SECOND}</p>"
        f"<p>{SECOND} {FIRST}</p>{end}</div>{behind}<p>© 2024 Canal Notes</p></body></html>"
    )
    return [author.name for author in extract(page, url=url).authors]


@pytest.mark.parametrize(
    ("end", "name"),
    [
        ("<p>Until next time,<br>Jane</p>", "Jane"),
        ("<p>Eure Lena</p>", "Lena"),
        ("<p>Cheers – Jane</p>", "Jane"),
        ("<p>Grüße – Lena Ostertag</p>", "Lena Ostertag"),
        (f"<p>Beste Freunde waren sie nie. {SECOND}</p><p>Eure Lena</p>", "Lena"),
        ("<p>Mit sportlichen Grüßen</p><p>Lena Ostertag</p>", "Lena Ostertag"),
        ("<p>Bises,<br>Camille</p>", "Camille"),
        ("<p>Un abrazo, Lucía</p>", "Lucía"),
        ("<p>Pozdrawiam<br>Katarzyna</p>", "Katarzyna"),
        ("<p>С уважением,<br>Анна</p>", "Анна"),
        ("<p>Lena<br>10 September 2017</p>", "Lena"),
        (f"<p>Until next time,<br>Jane</p><p>P.S. {SECOND}</p>", "Jane"),
        ("<p>Jane Fairweather is a writer in Porthcawl.</p>", "Jane Fairweather"),
    ],
    ids=lambda value: value if value.isalpha() else "",
)
def test_who_takes_leave_below_a_text_has_written_it(end, name):
    assert names(end=end) == [name]


@pytest.mark.parametrize(
    "end",
    [
        "<p>Best places on the river</p>",
        "<p>Ihre Meinung</p>",
        "<p>Love,<br>peace and quiet</p>",
        "<p>Lisbon<br>10 September 2017</p>",
        "<p>Trieste<br>1914</p>",
        f"<p>Best, Anna</p><p>{SECOND}</p>",
        "<p>Dear Mr. Lamb, the mill was cold, and we burned what we found.</p><p>Best, Anna</p>",
        "<p>Jane Fairweather is the oldest of them.</p>",
        "<p>Boats<br>10 September 2017, by invitation of the harbour master and his wife</p>",
    ],
)
def test_a_last_line_that_takes_no_leave_names_nobody(end):
    assert names(end=end) == []


@pytest.mark.parametrize(
    "top",
    [
        "<p class='meta'>3 May 2021 // Author: <a rel='author' href='/author/k4y/'>k4y</a></p>",
        "<div class='byline'>by <a href='/user/k4y'>k4y</a><br>on 03.05.2021</div>",
        "<p>Filed under: <a rel='category tag' href='/c'>Canals</a> — k4y @ 00:11</p>",
    ],
    ids=["rel", "class", "clock"],
)
def test_a_login_with_all_marks_of_a_byline_is_the_author(top):
    assert names(top) == ["k4y"]


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("<p class='meta'>3 May 2021, 08:12 | Γράφει η Ευανθία Παπαδοπούλου</p>", "Ευανθία Παπαδοπούλου"),
        ("<p>4 min read · 3 May 2021 · Napsala Jana Dvořáková</p>", "Jana Dvořáková"),
        ("<p><em>This is a guest post by Oluwaseun Akinola, who runs the archive.</em></p>", "Oluwaseun Akinola"),
    ],
)  # fmt: skip
def test_a_byword_may_open_any_part_of_a_line_or_a_sentence(top, name):
    assert names(top) == [name]


@pytest.mark.parametrize(
    "top",
    [
        "<a class='button' href='/member/'>Subscription</a>",
        "<p>3 May 2021 · <a rel='category tag' href='/c'>Soups by Mother</a> · 6 comments</p>",
        "<p>by <a rel='author' href='/author/wpadmin/'>wordpressadmin</a> | 3 May 2021</p>",
        "<p>by Guest</p>",
        "<p>Concert — Town Hall @ 08:15</p>",
    ],
    ids=["button", "section", "account", "guest", "place"],
)
def test_buttons_sections_and_accounts_are_nobody(top):
    assert names(top) == []


def test_who_closes_a_letter_that_a_column_answers_has_not_written_the_column():
    end = f"<p>Best, Anna</p><p>{SECOND}</p><p>{FIRST}</p>"
    assert names("<p>Jane Fairweather</p><p>3 May 2021</p>", end) == ["Jane Fairweather"]


def test_the_caption_of_a_picture_that_opens_over_the_page_is_nobody():
    box = (
        "<div class='modal fade'><div class='modal-body'><h4>Dora Lindqvist</h4><img src='a.jpg'>"
        "<small>Dora Lindqvist</small></div></div>"
    )
    assert names(box) == []


def test_who_is_linked_within_a_sentence_has_not_written_it():
    top = (
        "<p>Do you know which of the locks was drawn by <em>nobody</em> but "
        "<a href='/person.php?author=Lindqvist'>Dora Lindqvist</a> herself?</p>"
    )
    byline = "<p>Posted by <a rel='author' href='/author/jane/'>Jane Fairweather</a> at 18:52</p>"
    assert names(top, behind=byline) == ["Jane Fairweather"]


def test_two_who_sign_another_article_together_are_not_joined_to_one_of_them():
    def card(*writers):
        return "".join(
            f"<div class='listing'><h4><a href='/{n}'>Another tale of boats, number {n}</a></h4>"
            f"<h5>By {line}</h5></div>"
            for n, line in enumerate(writers)
        )

    def link(name):
        path = name.replace(" ", "-").lower()
        return f"<a class='fn' rel='author' href='/author/{path}'>{name}</a>"

    jane, john = link("Jane Fairweather"), link("John Roberts")
    cards = card(f"{john} and {jane}", link("Ada Lund"), f"{john}, {jane}", link("Nils Berg"))
    text = f"<p>{FIRST}</p><p>{SECOND}</p>" * 4
    assert names(f"<h2>By {jane}.</h2>", end=text, behind=cards) == ["Jane Fairweather"]


@pytest.mark.parametrize(
    ("text", "whole", "short"),
    [
        ("Jane Fairweather is a writer in Porthcawl.", "Jane Fairweather", "Jane Fairweather"),
        ("Lena Ostertag ist freie Journalistin.", "Lena Ostertag", "Lena Ostertag"),
        ("Jane Fairweather is at home by now.", "Jane Fairweather", None),
        ("It is a writer in Porthcawl.", None, None),
    ],
)
def test_a_short_line_presents_its_writer_by_a_job(text, whole, short):
    assert find_presented(text) == whole
    assert find_presented(text, by_job=True) == short


SLASHED = (
    "<p><a href='/autor/leire/'>Leire Goikoetxea</a> / <a href='/autor/nuria/'>Nuria Valls</a></p>"
    "<time>03/05/2025</time>"
)
DASHED = "<div class='detail-author'>Lê Quốc Bảo - Phạm Thu Hà</div><p>03/05/2025 08:12</p>"


@pytest.mark.parametrize(
    ("top", "both"),
    [
        (SLASHED, ["Leire Goikoetxea", "Nuria Valls"]),
        (DASHED, ["Lê Quốc Bảo", "Phạm Thu Hà"]),
    ],
    ids=["slash", "dash"],
)
def test_two_writers_may_be_parted_by_a_slash_or_a_dash(top, both):
    assert names(top) == both


def candidate(name, marks, chance, **features):
    mention = Mention(PersonName(name), 20, frozenset(marks), 1)
    told = defaultdict(float, {"words": len(name.split()), "tier": 2.0})
    told.update({key.replace("_", "-"): value for key, value in features.items()})
    return Candidate(name.lower(), [mention], features=told, likelihood=chance)


@pytest.mark.parametrize(("behind", "before", "counts"), [(2, -40, True), (40, -40, False)])
def test_the_byline_of_a_teaser_in_the_midst_of_a_text_signs_another_article(
    behind, before, counts
):
    marks = "by explicit class dated".split()
    one = candidate("k4y", marks, 0.1, from_body=behind, from_end=before)
    assert choose([one]) == ([one] if counts else [])
