"""The headline as displayed, and the dek beneath it."""

import time

import pytest

from scraper.page import read_page
from scraper.parsers.subtitle import find_subtitle
from scraper.parsers.title import find_title
from scraper.parsers.title.stated import unglued

TEXT = "<p>" + "The river rose for three days and nobody slept in the lower town. " * 6 + "</p>"


def title(html: str, url: str = "https://www.riverpost.example/2020/05/flood") -> str | None:
    found = find_title(read_page(html, url=url))
    return found.value if found else None


def test_site_name_behind_the_headline_is_cut():
    html = "<title>The river rose for days | River Post</title><body>" + TEXT
    assert title(html) == "The river rose for days"


def test_the_displayed_headline_wins_over_a_shorter_social_one():
    html = (
        "<title>The river rose for three days - River Post</title>"
        '<meta property="og:title" content="River rises"><body>'
        "<h1>The river rose for three days</h1>" + TEXT
    )
    assert title(html) == "The river rose for three days"


def test_a_logo_in_h1_is_not_the_headline():
    html = (
        "<title>The river rose for three days | River Post</title><body>"
        '<header><h1><a href="/">River Post</a></h1></header>'
        "<article><h2>The river rose for three days</h2>" + TEXT + "</article>"
    )
    assert title(html) == "The river rose for three days"


@pytest.mark.parametrize(
    "heading",
    [
        'The river rose<a class="headerlink" href="#river">¶</a>',
        '<a class="anchor" href="#river">#</a> The river rose',
    ],
)
def test_the_sign_by_which_a_headline_leads_to_itself_is_left_out(heading):
    html = f"<title>The river rose — River Post</title><body><h1>{heading}</h1>{TEXT}"
    assert title(html) == "The river rose"


def test_a_kicker_inside_h1_is_left_out():
    html = (
        "<title>The river rose for three days | River Post</title><body><article>"
        '<h1><span class="kicker">Weather</span> <span>The river rose for three days</span></h1>'
        + TEXT
    )
    assert title(html) == "The river rose for three days"


def test_a_hyphen_inside_the_headline_stays():
    html = "<title>Long-term care: a follow-up | River Post</title><h1>Long-term care: a follow-up</h1>"
    assert title(html) == "Long-term care: a follow-up"


def test_headline_without_any_heading_is_found_in_a_div():
    html = (
        "<title>River Post - The river rose for three days</title><body>"
        '<table><tr><td class="title">The river rose for three days</td></tr></table>' + TEXT
    )
    assert title(html) == "The river rose for three days"


def test_headings_of_other_stories_are_not_taken():
    html = (
        "<title>The river rose for three days</title><body><aside><h2>Council votes on bins</h2></aside>"
        "<h1>The river rose for three days</h1>" + TEXT + "<h2>Read more: library reopens</h2>"
    )
    assert title(html) == "The river rose for three days"


@pytest.mark.parametrize("html", ["", "<body><p>Only text.</p>", "<title></title>"])
def test_no_heading_and_no_title_is_none(html):
    assert title(html) is None


def test_evidence_leads_to_the_heading():
    page = read_page("<body><main><h1>The river rose</h1>" + TEXT)
    found = find_title(page)
    assert found is not None
    assert page.root.xpath(found.evidence.where)[0].text == "The river rose"


def subtitle(html: str) -> str | None:
    page = read_page(html, url="https://www.riverpost.example/2020/05/flood")
    found = find_subtitle(page, find_title(page))
    return found.value if found else None


@pytest.mark.parametrize(
    "dek",
    [
        '<p class="standfirst">{}</p>',
        "<h2>{}</h2>",
        '<div class="article-lead"><p>{}</p></div>',
    ],
)
def test_the_line_beneath_the_headline_is_the_dek(dek):
    line = "Three bridges are closed and the school has become a dormitory."
    html = "<h1>The river rose for three days</h1>" + dek.format(line) + TEXT
    assert subtitle(html) == line


def test_the_first_paragraph_is_not_a_dek():
    assert subtitle("<h1>The river rose for three days</h1>" + TEXT) is None


@pytest.mark.parametrize("behind", ["-河流网", " | 河流网"])
def test_site_name_without_blanks_in_chinese(behind):
    html = f"<title>河水连涨三天下城无人入睡{behind}</title><body>{TEXT}"
    assert title(html, url="https://www.hliu.example/1") == "河水连涨三天下城无人入睡"


def test_a_day_printed_below_the_headline_is_no_dek():
    page = read_page(
        "<title>Old ferries</title><h1>Old ferries</h1><h2>Wednesday, March 30, 2011</h2>"
        "<p>The boats came in late, and nobody on the pier was surprised by it any more."
    )
    assert find_subtitle(page, find_title(page)) is None


@pytest.mark.parametrize(
    "heading",
    [
        "<small>Weather</small> The river rose for three days",
        "<div class='topic-label'>Weather</div>The river rose for three days",
        "<span class='toptitle'>Weather</span>The river rose for three days",
        "<span>12.05.2020</span> The river rose for three days",
        "12.05.2020 - The river rose for three days",
    ],
)
def test_what_stands_in_front_within_h1_is_left_out(heading):
    html = (
        "<title>Weather: The river rose for three days | River Post</title>"
        f"<body><article><h1>{heading}</h1>" + TEXT
    )
    assert title(html) == "The river rose for three days"


@pytest.mark.parametrize(
    "headline",
    [
        "Report on the flood of 12.05.2020 – what now?",
        "Od 1. maja 2020 – nowe zasady",
        "Le point du 12 mai 2020 : où en est la rivière ?",
        "12 May 2020 – the day the river rose",
    ],
)
def test_a_day_within_the_words_before_a_dash_stays(headline):
    html = f"<title>{headline} | River Post</title><body><article><h1>{headline}</h1>" + TEXT
    assert title(html) == headline


def test_a_dash_within_the_displayed_headline_stays():
    html = (
        "<title>The river rose – the town slept - River Post</title>"
        '<meta property="og:site_name" content="River Post"><body>'
        "<h1>The river rose – the town slept</h1>" + TEXT
    )
    assert title(html) == "The river rose – the town slept"


def test_the_logo_text_tells_what_of_the_title_is_the_site():
    html = (
        "<title>The river rose for three days : Wet Feet | Notes from the lower town</title><body>"
        "<div><a href='/'><img alt='Wet Feet' src='/l.png'></a></div>"
        "<h3><a href='/2020/05/flood'>The river rose for three days</a></h3>" + TEXT
    )
    assert title(html, url="https://blog.example/?p=9") == "The river rose for three days"


def test_a_title_cut_off_with_dots_gives_way_to_the_whole_one():
    html = (
        "<title>The river rose for three days and nobody slept in the lower town | River Post</title>"
        '<meta property="og:title" content="The river rose for three days and nobody slept..."><body>'
        "<div>The river rose for three days and nobody slept in the lower town</div>" + TEXT
    )
    assert title(html) == "The river rose for three days and nobody slept in the lower town"


def test_agreement_of_heading_and_metadata_is_said_in_the_confidence():
    html = "<title>The river rose for days</title><h1>The river rose for days</h1>" + TEXT
    found = find_title(read_page(html))
    assert found is not None
    assert found.evidence.confidence == 0.97


def test_the_excerpt_of_a_teaser_is_no_dek():
    html = (
        "<title>Walks</title><h1>Walks</h1><article><h2><a href='/kilns/'>The lime kilns</a></h2>"
        "<div class='entry-summary'><p>A row of doorways stands in the hill above the burn.</p></div>"
        "</article>" + TEXT
    )
    assert subtitle(html) is None


@pytest.mark.parametrize(
    "html",
    [
        "<title>" + " (a" * 100_000 + "</title><h1>" + " (a" * 100_000 + "</h1>",
        "<title>River</title><h1>" + "<span>5 May 2021</span> " * 20_000 + "</h1>",
        "<meta property='og:title' content='" + "x - " * 50_000 + "'><h2>River rose again</h2>",
    ],
    ids=["brackets", "dates", "dashes"],
)
def test_endless_titles_take_no_endless_time(html):
    page = read_page(html)
    assert page.blocks is not None
    started = time.process_time()
    find_title(page)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "stated",
    [
        "The river rose for three days | Local | News | River Post",
        "The river rose for three days (River Post)",
    ],
)
def test_where_no_heading_shows_the_headline_the_sites_name_is_cut(stated):
    assert title(f"<title>{stated}</title>{TEXT}") == "The river rose for three days"


@pytest.mark.parametrize(
    "html, headline",
    [
        ("<title>河水连涨三天下城无人入睡_社会新闻_河流网</title>", "河水连涨三天下城无人入睡"),
        ("<title>川が増水、下町は眠れず | 社会 | 川新聞</title>", "川が増水、下町は眠れず"),
        ("<title>Река поднималась три дня :: Общество :: Речная газета</title>", "Река поднималась три дня"),
        (("<title>El río subió tres días | El Correo</title><h1>El río subió tres días <small>La ciudad no durmió</small></h1>"), "El río subió tres días"),
    ],
)  # fmt: skip
def test_headlines_of_other_languages(html, headline):
    assert title(f"{html}<body>{TEXT}", url="https://www.hl.example/1") == headline


def test_a_title_that_a_system_cut_gives_way_to_the_whole_one():
    whole = "The river rose for three days and nobody slept in the lower town"
    html = (
        f"<title>{whole} | River Post</title>"
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": '
        '"The river rose for three days and nobody..."}</script>'
        '<meta property="og:title" content="Nobody slept: the river rose">' + TEXT
    )
    assert title(html) == whole


def test_a_headline_that_its_writer_ends_in_dots_stays():
    html = (
        "<title>And then the river rose... | River Post</title>"
        "<h1>And then the river rose...</h1><h2>Nobody slept</h2>" + TEXT
    )
    assert title(html) == "And then the river rose..."


def test_what_stands_before_blog_archive_is_the_site():
    html = (
        "<title>Low Water Notes &raquo; Blog Archive &raquo; Seven piers of the old bridge</title>"
        "<body><h1><a href='/index.php'>Low Water Notes</a></h1><h2>Pages</h2><ul><li>About</ul>"
        "<div class=post><h2>Seven piers of the old bridge</h2>" + TEXT + "</div>"
    )
    assert title(html, url="https://archive.example/2013/notes") == "Seven piers of the old bridge"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (
            "The old bridgeNews of the valley | News of the valley",
            "The old bridge | News of the valley",
        ),
        ("News of the valley | News of the valley", None),
        ("The old bridge - News of the valley | News of the valley", None),
        ("Grand tour | Tour", None),
        ("欢迎访问河谷大学新闻中心网站 | 河谷大学新闻中心网站", None),
        ("وأخبار الوادي الكبير | أخبار الوادي الكبير", None),
        ("Das Sommermusikfestival | musikfestival", None),
        ("The old bridge", None),
    ],
)
def test_a_tagline_glued_to_the_headline_is_parted_from_it(stated, expected):
    assert unglued(stated) == (expected or stated)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("<b>The river rose for days</b><br>Jo Reed<br>8 March 2016", "The river rose for days"),
        ("<p>The river rose for days</p>", "The river rose for days"),
        ("<p>Floods: The river rose for days</p>", "Floods: The river rose for days"),
        ("", "Floods: The river rose for days"),
    ],
    ids=["line-of-a-block", "line-of-its-own", "colon-of-the-headline", "not-displayed"],
)
def test_a_name_before_a_colon_is_cut_where_the_page_displays_the_headline_without(shown, expected):
    html = f"<title>Floods: The river rose for days</title><body><div>{shown}</div>{TEXT}"
    assert title(html) == expected


def test_a_headline_over_two_lines_is_taken_whole():
    html = (
        "<title>The river rose for days - River Post</title><body>"
        f"<div>The river<br>rose for days</div>{TEXT}"
    )
    assert title(html) == "The river rose for days"
