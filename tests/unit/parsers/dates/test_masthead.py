"""Today's date above a page's headline, and words before the day of publication."""

import pytest

from scraper import extract

TEXT = (
    "The lock keeper opened the upper gate at dawn, and forty boats that had waited since the storm "
    "went through before noon, one behind the other, with their masts laid down on deck."
)


def published(above="", below="", meta="", lang="en"):
    page = (
        f"<html lang='{lang}'><head><title>Forty boats before noon - Canal Notes</title>{meta}</head>"
        "<body><ul class='menu'><li><a href='/'>Home</a></li><li><a href='/b'>Boats</a></li></ul>"
        f"{above}<div class='entry'><h1>Forty boats before noon</h1>{below}<p>{TEXT}</p>"
        f"<p>{TEXT} {TEXT}</p></div></body></html>"
    )
    return extract(page, url="https://canal.example/notes/lock").date_published


@pytest.mark.parametrize(
    ("lang", "above", "below"),
    [
        ("en", "<div>Saturday, 22 November 2025</div>", "<p>Jane Roe | 3 May 2025</p>"),
        ("de", "<div>Samstag, 22. November 2025</div>", "<p>03.05.2025 | Lena Ostertag</p>"),
        ("fr", "<div>Nous sommes le samedi 22 novembre 2025</div>", "<p>Posté le 3 mai 2025</p>"),
        ("es", "<div>sábado, 22 de noviembre de 2025</div>", "<p>3 de mayo de 2025</p>"),
        ("pl", "<div>sobota, 22 listopada 2025, imieniny Marka</div>", "<p>3 maja 2025</p>"),
        ("it", "<div>22 novembre 2025</div>", "<p>Carla Neri, 3 maggio 2025</p>"),
        ("vi", "<div>Thứ bảy, 22/11/2025</div>", "<p>03/05/2025</p>"),
        ("hi", "<div>शनिवार, 22 नवंबर 2025, पटना</div>", "<p>3 मई 2025</p>"),
        ("es", "<div>Quito, sábado 22 de noviembre de 2025</div>", f"<p>Loja, 03-05-2025.- {TEXT}"),
        ("zh", "<div>2025年11月22日</div>", "<p>2025-05-03 09:12 来源：河边晚报</p>"),
    ],
    ids=lambda value: value if len(value) == 2 else "",
)
def test_the_day_of_the_visit_above_everything_is_not_the_article_s(lang, above, below):
    assert published(above, below, lang=lang)[:10] == "2025-05-03"


def test_a_weekday_above_the_headline_stays_where_no_older_day_stands_below_it():
    assert published("<div>Saturday, 3 May 2025</div>") == "2025-05-03"
    later = "<p>For the fair of 14 June 2025 they come back</p>"
    assert published("<div>Saturday, 3 May 2025</div>", later) == "2025-05-03"


@pytest.mark.parametrize(
    "above",
    [
        "<h2 class='date-header'><span>Saturday, 22 November 2025</span></h2>",
        "<div>Published on Saturday, 22 November 2025</div>",
    ],
    ids=["heading of a blog", "label"],
)
def test_the_day_of_a_post_may_stand_above_its_headline(above):
    below = "<p>A book of 384 pages, out since 3 May 2025</p>"
    assert published(above, below) == "2025-11-22"


def test_a_day_in_the_headline_s_own_box_is_the_article_s():
    page = (
        "<html lang='en'><head><title>Forty boats before noon - Canal Notes</title></head><body>"
        "<div><a href='/'>Home</a></div><div class='entry'><p>Saturday, 22 November 2025</p>"
        "<h1>Forty boats before noon</h1><p>Town Hall, 3 May 2025</p>"
        f"<p>{TEXT}</p><p>{TEXT} {TEXT}</p></div></body></html>"
    )
    assert extract(page, url="https://canal.example/lock").date_published == "2025-11-22"


def test_what_data_state_is_not_taken_for_the_day_of_the_visit():
    meta = "<meta property='article:published_time' content='2025-11-22'>"
    above = "<div>Saturday, 22 November 2025</div>"
    assert published(above, "<p>3 May 2025</p>", meta) == "2025-11-22"


def test_who_says_posted_in_french_names_the_day_rather_than_an_event_above_it():
    below = (
        "<p>Rendez-vous le 14 juin 2025 au port pour la fête du bac.</p>"
        "<p>Posté le 3 mai 2025 par Camille</p>"
    )
    assert published(below=below, lang="fr") == "2025-05-03"
