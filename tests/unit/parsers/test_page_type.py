"""One article, or what else."""

import pytest

from scraper.page import read_page
from scraper.parsers.body import find_body
from scraper.parsers.page_type import _reason, find_page_type
from scraper.parsers.title import find_title

PLACES = "bridge school harbour market station library".split()
PARAGRAPHS = "".join(
    f"<p>The water came to the {place} before midnight, and by the morning those who live near the "
    f"{place} had carried what they own to the upper floor. Nobody at the {place} slept, one of "
    f"them said, and nobody complained about it either until the {place} was dry again.</p>"
    for place in PLACES
)
ARTICLE = (
    "<title>The river rose for three days | River Post</title>"
    "<article><h1>The river rose for three days</h1>" + PARAGRAPHS + "</article>"
)


def kind(
    html: str, url: str | None = "https://a.example/2020/05/the-river-rose", status=None
) -> str:
    page = read_page(html, url=url, status=status)
    title = find_title(page)
    return find_page_type(page, find_body(page, title), title).kind


def test_paragraphs_under_a_headline_are_an_article():
    assert kind(ARTICLE) == "article"
    assert kind(ARTICLE, url=None) == "article"


def test_an_error_status_is_an_error_page():
    assert kind(ARTICLE, status=404) == "error"


@pytest.mark.parametrize(
    "heading",
    [
        "404 – Page not found",
        "Error 404",
        "Oops (404)",
        "Seite nicht gefunden",
        "Siden blev ikke fundet",
        "No s’ha trobat la pàgina",
        "Página no encontrada",
        "找不到页面",
    ],
)
def test_a_soft_404_is_an_error_page(heading):
    assert kind(f"<title>{heading}</title><h1>{heading}</h1><p>Try the search.</p>") == "error"


def test_a_number_in_a_short_article_s_headline_is_no_error():
    html = "<title>The 404 show: eels</title><h1>The 404 show: eels</h1><p>Listen to the eels.</p>"
    assert kind(html) != "error"


def test_a_short_article_on_what_was_not_written_on_a_page_is_no_error():
    html = "<title>Prima pagină nu a fost scrisă de el</title><p>The river rose.</p>"
    assert kind(html) != "error"
    assert kind("<title>Pagina nu a fost găsită</title><p>Căutați.</p>") == "error"


def test_an_article_about_a_404_is_an_article():
    assert kind(ARTICLE.replace("The river rose", "The page not found")) == "article"


@pytest.mark.parametrize(
    "around",
    [
        '<div class="modal-login fade">{}</div>',
        "<dialog>{}</dialog>",
        "<header>{}</header>",
        '<div id="sidebar"><div class=box>{}</div></div>',
        '<div role="dialog">{}</div>',
        "<div aria-hidden=true>{}</div>",
        '<ul class="user-menu"><li>{}</li></ul>',
    ],
)
def test_a_password_field_beside_the_text_says_nothing(around):
    field = around.format("<form><input type=password></form>")
    text = "<p>The weir at Tarn Bridge was opened on Monday, and the eels went up at once.</p>" * 3
    assert kind(f"<h1>Eels at Tarn Bridge</h1><article>{text}</article>{field}") != "login"


def test_a_password_field_and_little_text_is_a_login():
    assert kind("<h1>Welcome back</h1><form><input type=password></form>") == "login"


@pytest.mark.parametrize(("count", "is_dated"), [(1, True), (4, False)])
def test_next_to_no_text_or_no_day_leaves_a_login(count, is_dated):
    text = "<p>The weir at Tarn Bridge was opened on Monday, and the eels went up at once.</p>"
    html = f"<h1>Eels</h1>{text * count}<form><input type=password></form>"
    page = read_page(html, url="https://riverpost.example/eels-at-tarn")
    title = find_title(page)
    assert find_page_type(page, find_body(page, title), title, is_dated=is_dated).kind == "login"


def test_short_news_with_its_day_are_no_login():
    text = "<p>The weir at Tarn Bridge was opened on Monday, and the eels went up at once.</p>" * 5
    html = f"<article><h1>Eels at Tarn</h1>{text}</article><form><input type=password></form>"
    page = read_page(html, url="https://riverpost.example/eels-at-tarn")
    title = find_title(page)
    assert find_page_type(page, find_body(page, title), title, is_dated=True).kind != "login"


def test_a_challenge_is_a_wall():
    assert kind("<title>Just a moment...</title><p>Checking your browser.</p>") == "wall"


def test_a_consent_dialogue_alone_is_a_wall():
    text = "We use cookies. Cookies help us. Read the cookies policy and give your consent."
    assert kind(f"<h1>Before you go on</h1><p>{text}</p>") == "wall"


def test_an_empty_root_with_scripts_is_a_shell():
    assert kind('<div id="root"></div><script src="a.js"></script>') == "shell"


def test_a_front_page_of_teasers_is_no_article():
    teasers = "".join(
        f'<div><h3><a href="/{n}">Story number {n} of this day</a></h3></div>' for n in range(40)
    )
    assert (
        kind(f"<title>River Post</title><h1>River Post</h1>{teasers}", "https://a.example/")
        != "article"
    )


def test_the_reason_names_what_decided():
    page = read_page(ARTICLE, url="https://a.example/2020/05/the-river-rose")
    title = find_title(page)
    found = find_page_type(page, find_body(page, title), title)
    assert "article path" in found.reason


@pytest.mark.parametrize(
    "head, is_dated, expected",
    [
        pytest.param("", False, "other", id="a notice"),
        pytest.param("", True, "article", id="dated"),
        pytest.param('<meta property="og:type" content="article">', False, "article", id="stated"),
    ],
)
def test_a_line_or_two_are_an_article_where_something_says_so(head, is_dated, expected):
    page = read_page(
        f"<html><head><title>Back soon</title>{head}</head><body><h1>The mill is being mended</h1>"
        "<p>The wheel stands still until Monday. Please come again in a week.</p></body></html>".encode(),
        url="https://www.example.org/2020/the-mill-is-being-mended",
    )
    title = find_title(page)
    found = find_page_type(page, find_body(page, title), title, is_dated=is_dated)
    assert found.kind == expected


TEASERS = [
    (f"<h3><a href='{{host}}/{place}'>How the {place} was cleared of mud</a></h3>", paragraph)
    for place, paragraph in zip(PLACES, PARAGRAPHS.split("</p>"), strict=False)
]


def listed(host: str = "", *, before: str = "", below: int = 1) -> str:
    items = "".join(head.format(host=host) + text * below for head, text in TEASERS)
    title = "<title>Seventeen pages on mud | River Post</title><h1>Seventeen pages on mud</h1>"
    return f"{title}<main>{before}<div>{items}</div></main>"


def test_paragraphs_each_below_a_link_to_another_page_are_a_list():
    assert kind(listed(), url="https://a.example/mud") == "list"
    inside = listed().replace("<h3><a ", "<a ").replace("'>How", "'><h3>How")
    assert kind(inside.replace("</a></h3>", "</h3></a>"), url="https://a.example/mud") == "list"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(listed("https://shop.example"), id="recommended elsewhere"),
        pytest.param(listed(before=PARAGRAPHS[:400] + "</p>"), id="an introduction"),
        pytest.param(listed(below=2), id="several paragraphs each"),
    ],
)
def test_a_list_of_recommendations_is_an_article(html):
    assert kind(html, url="https://a.example/blog/seventeen-ways-out-of-mud") == "article"


def test_a_password_field_in_the_header_of_a_short_article_is_no_login():
    short = ARTICLE[: ARTICLE.index("</p><p>", ARTICLE.index("</p>") + 4) + 4] + "</article>"
    assert kind("<header><form><input type=password></form></header>" + short) == "article"


def test_a_number_in_the_name_of_a_show_is_no_error():
    short = ARTICLE[: ARTICLE.index("</p>") + 4].replace(
        "The river rose for three days | River Post", "The 404 1,310: Mud | The 404 Podcast - Post"
    )
    assert kind(short + "</article>") == "article"
    assert kind("<title>404 | River Post</title><p>Try the search.</p>") == "error"
    assert kind("<title>Error 404</title><p>Try the search.</p>") == "error"


def test_the_reason_names_what_spoke_loudest():
    weights = {"feed": 1.0, "depth": -2.0, "code": 0.9, "query": 0.1, "always": 3.0}
    features = {"feed": 1.0, "depth": 1.0, "code": 1.0, "query": 1.0, "always": 0.0}
    assert _reason(features, weights, 1) == "feed, code"
    assert _reason(features, weights, -1) == "depth"
    assert _reason({}, weights, 1) == "nothing in particular"


@pytest.mark.parametrize(
    "sentence",
    [
        "Die gewünschte Seite existiert leider nicht mehr.",
        *("Désolé, la page que vous cherchez a été déplacée.", "Aradığınız sayfa kaldırılmış."),
        *("Maaf, halaman yang Anda cari tidak ada.", "Rất tiếc, trang bạn tìm không tồn tại."),
        *(
            "صفحه مورد نظر شما وجود ندارد.",
            "お探しのページは削除されました。",
            "요청하신 페이지가 없습니다.",
        ),
    ],
)
def test_a_sentence_about_the_page_that_was_asked_for_is_an_error(sentence):
    html = f"<title>River Post</title><nav><a href='/'>Home</a></nav><main><p>{sentence}</p></main>"
    assert kind(html) == "error"


@pytest.mark.parametrize(
    "text",
    [
        "We value your privacy. We and our partners use cookies and process personal data.",
        "Wir und unsere Partner verarbeiten personenbezogene Daten, Ihre Zustimmung gilt überall.",
        "Dbamy o Twoją prywatność. My i nasi partnerzy przetwarzamy dane osobowe.",
        "Vi värnar om din integritet. Vi och våra partner behandlar personuppgifter.",
        "Biz ve iş ortaklarımız çerezler kullanıyor ve kişisel verilerinizi işliyoruz.",
    ],
)
def test_little_but_words_about_data_and_partners_is_a_wall(text):
    assert kind(f"<title>River Post</title><div><h1>River Post</h1><p>{text}</p></div>") == "wall"


@pytest.mark.parametrize(
    "text",
    [
        "Bitte aktivieren Sie JavaScript.",
        "このページにはJavaScriptが必要です。",
        "Włącz JavaScript.",
    ],
)
def test_a_page_that_asks_for_scripts_and_shows_nothing_else_is_a_shell(text):
    html = (
        f"<title>River Post</title><div class=page><p>{text}</p></div><script src=/a.js></script>"
    )
    assert kind(html) == "shell"
    assert kind(html.replace("<script src=/a.js></script>", "")) != "shell"
