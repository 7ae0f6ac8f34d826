"""Lists, threads, adverts for jobs and goods, which read like articles."""

import pytest

from scraper.page import read_page
from scraper.parsers.body import find_body
from scraper.parsers.page_signs import find_sign
from scraper.parsers.page_type import find_page_type
from scraper.parsers.title import find_title

PLACES = "bridge school harbour market station library quay mill".split()


def text(place, number=1):
    sentence = (
        f"The water came to the {place} before midnight, and by the morning those who live near "
        f"it had carried what they own to the upper floor. "
    )
    return "".join(f"<p>{sentence * 2}</p>" for _ in range(number))


def article(inside, title="The river rose for three days"):
    return f"<title>{title}</title><main><h1>{title}</h1>{inside}</main>"


def sign(html):
    page = read_page(html, url="https://a.example/the-river")
    return find_sign(page, find_body(page, find_title(page)))


def kind(html, url="https://a.example/the-river"):
    page = read_page(html, url=url)
    title = find_title(page)
    return find_page_type(page, find_body(page, title), title).kind


@pytest.mark.parametrize(
    "entry",
    [
        "<h2><a href=/a/{place}>The {place}</a></h2>{text}",
        "<div class=row><div class=hl><a href=/a/{place}>The {place}</a></div>{text}</div>",
        "<li><a href=/a/{place}><b>The {place}</b></a>{text}</li>",
        "<h2><a href=/a/{place}>The {place}</a></h2>{text}{text}<p><a href=/a/{place}#c>3 comments</a></p>",
    ],
    ids=["headings", "lines", "items", "whole posts"],
)
def test_paragraphs_below_titles_of_other_pages_are_a_list(entry):
    entries = "".join(entry.format(place=place, text=text(place)) for place in PLACES)
    assert sign(article(entries)).kind == "list"
    # Some words in front of the first make it a choice that somebody wrote about.
    assert sign(article(text("valley") + entries)) is None


def test_recommendations_of_several_paragraphs_are_none():
    entries = "".join(
        f"<h2><a href=/a/{place}>{place}</a></h2>{text(place, 2)}" for place in PLACES
    )
    assert sign(article(entries)) is None


def test_links_that_lead_to_other_sites_head_no_teasers():
    entries = "".join(f"<h3><a href=https://{p}.example/>{p}</a></h3>{text(p)}" for p in PLACES)
    assert sign(article(entries)) is None


@pytest.mark.parametrize(
    "line",
    (
        "<a>Quote</a> <a>Like (2)</a>|Reply|answered Mar 3, 2021 by reed7|Zitieren|"
        "Répondre · Citer|Responder|返信"
    ).split("|"),
)
def test_what_answers_posts_between_paragraphs_is_a_thread(line):
    posts = "".join(f"<div>{text(place)}<div>{line}</div></div>" for place in PLACES)
    assert sign(article(posts + text("town"))).reason.startswith("what one answers")


def test_buttons_below_the_comments_of_an_article_are_no_thread():
    comments = "".join(f"<li class=comment><p>{p}?</p><a>Reply</a></li>" for p in PLACES)
    html = article(text("valley", 6)) + f"<section id=comments><ol>{comments}</ol></section>"
    assert kind(html) == "article"


@pytest.mark.parametrize(
    "headings",
    [
        ("About the role", "Responsibilities"),
        ("What you'll do", "What you bring"),
        ("Ihre Aufgaben:", "Ihr Profil:"),
        ("Vos missions", "Profil recherché"),
        ("Requisitos", "Qué ofrecemos"),
        ("Обязанности:", "Требования:"),
        ("仕事内容", "応募資格"),
    ],
)
def test_headings_of_an_advert_for_a_job(headings):
    parts = "".join(f"<h3>{heading}</h3>{text('lock')}" for heading in headings)
    assert sign(article(text("river") + parts)).reason.startswith("its headings")
    assert kind(article(text("river") + parts)) == "other"


def test_one_such_heading_or_those_of_a_menu_are_no_advert():
    assert sign(article(f"{text('river')}<h2>Requirements</h2>{text('mill')}")) is None
    menu = "<nav><a href=/b>Benefits</a><a href=/d>Duties</a><a href=/q>Qualifications</a></nav>"
    assert sign(menu + article(text("river", 4))) is None


@pytest.mark.parametrize(
    "button",
    [
        "<button>Add to cart</button>",
        "<button><span>In den Warenkorb</span></button>",
        "<input type=submit value='Ajouter au panier'>",
        "<button>Añadir al carrito</button>",
        "<button>カートに入れる</button>",
    ],
)
def test_a_button_and_a_price_are_goods(button):
    page = article(f"<form>{button}</form><div>€ 34.90</div>{text('paint', 4)}")
    assert sign(page).reason.startswith("a button")


@pytest.mark.parametrize(
    "goods",
    [
        "<button>Add to cart</button>" * 4 + "<div>€ 34.90</div>",
        "<aside><button>Add to cart</button></aside><div>€ 34.90</div>",
        "<button>Add to cart</button>",
        "<button>Subscribe</button><div>€ 34.90</div>",
    ],
    ids=["several goods", "beside the text", "no price", "another button"],
)
def test_goods_beside_an_article_are_its_furniture(goods):
    assert sign(article(text("paint", 4) + goods)) is None


def test_who_states_an_article_is_believed():
    head = "<meta property=og:type content=article>"
    parts = f"<h3>Responsibilities</h3>{text('lock', 3)}<h3>What we offer</h3>{text('mill', 3)}"
    assert kind(head + article(text("river", 3) + parts)) == "article"


RESULTS = "".join(
    f"<li><h3><a href='/{place}'>The water came to the {place}</a></h3>{text(place)}</li>"
    for place in PLACES[:3]
)


@pytest.mark.parametrize(
    "headline",
    [
        *("Search results for flood", "Suchergebnisse für „Flut“", "Résultats de recherche : crue"),
        *(
            "Resultados de la búsqueda: riada",
            "Wyniki wyszukiwania: powódź",
            "نتائج البحث عن: فيضان",
        ),
        *("Результаты поиска: паводок", "「洪水」の検索結果", "Arama sonuçları: sel"),
    ],
)
def test_a_headline_of_results_above_linked_headings_is_a_list(headline):
    page = read_page(article(f"<ul>{RESULTS}</ul>", headline), url="https://a.example/find")
    title = find_title(page)
    assert find_sign(page, find_body(page, title), title).kind == "list"


@pytest.mark.parametrize("url", ["https://a.example/?p=2231", "https://a.example/a?utm_source=x"])
def test_results_of_a_search_may_be_what_an_article_is_about(url):
    related = "".join(f"<h3><a href=/a/{place}>The {place}</a></h3>" for place in PLACES)
    html = article(text("mill", 6), "Suchergebnisse bei Google werden schlechter") + related
    page = read_page(html, url=url)
    title = find_title(page)
    assert find_sign(page, find_body(page, title), title) is None


def test_an_article_may_speak_of_results_of_a_search():
    page = read_page(article(text("mill", 6), "Suchergebnisse sind keine Wahrheit"), url=None)
    title = find_title(page)
    assert find_sign(page, find_body(page, title), title) is None
