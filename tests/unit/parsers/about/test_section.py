"""The section: what is stated, the trail of links, the link by the headline, the menu's name."""

import json

import pytest

from scraper.page import read_page
from scraper.parsers.about import find_section

URL = "https://valley-post.example/local-news/river-watch/flood-reaches-the-mill"
TITLE = "Flood reaches the mill"


def section(html: str, *, url: str | None = URL, title: str = TITLE, site: str | None = None):
    found = find_section(read_page(html, url=url), title, site)
    return found.value if found else None


def trail(*steps: str | tuple[str, str]) -> str:
    """Return a breadcrumb list; a step is a name, or a name with its address."""
    items = [
        {"@type": "ListItem", "name": step}
        if isinstance(step, str)
        else {"@type": "ListItem", "item": {"@id": step[1], "name": step[0]}}
        for step in steps
    ]
    data = json.dumps({"@type": "BreadcrumbList", "itemListElement": items})
    return f'<script type="application/ld+json">{data}</script>'


def blog(section: object) -> str:
    data = json.dumps({"@type": "BlogPosting", "articleSection": section})
    return f'<script type="application/ld+json">{data}</script>'


def test_what_is_stated_goes_before_the_trail():
    crumbs = trail("Home", "Weather", TITLE)
    assert section(crumbs) == "Weather"
    assert section('<meta property="article:section" content="Local">' + crumbs) == "Local"
    assert section(blog("Rivers") + crumbs) == "Rivers"
    assert section("<p>x</p>") is None


@pytest.mark.parametrize("label", ["Category: ", "Kategorie: ", "Catégorie : ", "Categoría: "])
def test_the_title_of_an_archive_is_its_category(label):
    assert section(trail("Home", f"{label}Weather", TITLE)) == "Weather"
    assert section(trail("Home", f"{label}Uncategorized", TITLE)) is None


@pytest.mark.parametrize(
    "stated",
    [
        "Valley Post",
        "The Valley Post",
        "The Valley Post Blog",
        "valleypost",
        "Uncategorized",
        "Home",
        "07",
        "Zurück",
        "← All posts",
        TITLE,
    ],
)
def test_no_section_is_the_site_the_front_page_or_the_themes_default(stated: str):
    html = f'<meta property="article:section" content="{stated}">'
    assert section(html, site="The Valley Post", url="https://valleypost.example/a") is None


def test_news_is_a_section_only_where_nothing_says_more():
    html = '<meta property="article:section" content="News">'
    assert section(html) == "News"
    assert section(html + trail("Home", "News", "Weather", TITLE)) == "Weather"


def test_of_all_categories_the_one_of_the_trail_is_taken():
    joined = blog("Archive, Dams, Rivers")
    assert section(joined) == "Dams"
    assert section(joined + trail("Home", "Rivers", TITLE)) == "Rivers"
    assert section(blog(["Dams", "River Watch"])) == "River Watch"


def test_a_section_may_have_a_comma():
    assert section(blog("Arts, Culture and Media")) == "Arts, Culture and Media"


def test_the_last_step_of_a_trail_is_the_article_only_where_it_leads_there():
    ends_above = trail(
        ("Home", "https://valley-post.example/"),
        ("Weather", "https://valley-post.example/w"),
        ("Storms", "https://valley-post.example/w/storms"),
    )
    assert section(ends_above) == "Storms"
    ends_here = trail(("Home", "https://valley-post.example/"), ("Weather", "/w"), ("Mill", URL))
    assert section(ends_here) == "Weather"


def test_a_trail_that_is_printed_only():
    html = (
        '<ol class="breadcrumbs"><li><a href="/">Start</a></li><li><a href="/w">Weather</a></li>'
        f"<li>Mill</li></ol><h1>{TITLE}</h1>"
    )
    assert section(html) == "Weather"
    assert section(f'<div class="Rootline">Start › Weather › {TITLE}</div>') == "Weather"


def test_a_line_above_the_headline_that_begins_at_the_front_page():
    assert section(f"<p>首页 >> 教育 >> 新闻 >> 正文</p><h1>{TITLE}</h1>") == "教育"
    assert section(f"<p>Accueil du site > Emissions > {TITLE}</p><h1>{TITLE}</h1>") == "Emissions"
    assert section(f"<p>Tea > Coffee</p><h1>{TITLE}</h1>") is None
    assert section(f"<p>Home | Weather | Sport</p><h1>{TITLE}</h1>") is None
    linked = '<a href="/">Home</a> › <a href="/w">Weather</a> › Short title'
    assert section(f"<p>{linked}</p><h1>{TITLE}</h1>") == "Weather"


def test_a_link_to_the_category_by_the_headline():
    kicker = '<a class="post-category" href="/c/9">Weather</a>'
    assert section(f"<p>{kicker}</p><h1>{TITLE}</h1>") == "Weather"
    assert section(f'<h1>{TITLE}</h1><a rel="category tag" href="/c/9">Weather</a>') == "Weather"
    assert section(f"<nav><p>{kicker}</p></nav><h1>{TITLE}</h1>") is None
    far = "<p>Text.</p>" * 9
    assert section(f"<h1>{TITLE}</h1>{far}<p>{kicker}</p>") is None


def test_what_the_menu_calls_the_folder_of_the_address():
    menu = (
        '<nav><a href="/local-news">Local</a><a href="/local-news/river-watch/">River Watch</a>'
        '<a href="/sport">Sport</a></nav>'
    )
    assert section(menu) == "River Watch"
    assert section('<a href="/local-news/river-watch/">See all</a>') is None
    own = "https://post.example/@jane-doe/flood"
    assert section('<a href="/@jane-doe">Jane Doe</a>', url=own) is None


def test_a_word_of_an_address_is_spelled_as_readers_see_it():
    html = '<meta property="article:section" content="river-watch">'
    menu = '<a href="/local-news/river-watch/">River Watch</a>'
    assert section(html) == "river-watch"
    assert section(html + menu) == "River Watch"


def test_a_line_of_steps_may_begin_with_news():
    line = (
        "<p><a href=/>News</a> &gt; <a href=/e>Economy</a> &gt; <a href=/t>Trade</a></p>"
        f"<h1>{TITLE}</h1><p>Water stood a foot high in the yard.</p>"
    )
    assert section(line) == "Trade"
    assert section("<p><a href=/>News</a> &gt; <a href=/t>Top stories</a></p>" + line[:0]) is None


def test_the_part_of_the_page_s_title_between_headline_and_site():
    html = "<title>{} | Society | The Valley Post</title><h1>" + TITLE + "</h1>"
    assert section(html.format(TITLE), site="The Valley Post") == "Society"
    assert section(html.format("Other words"), site="The Valley Post") is None
    assert section(html.format(TITLE), site="Somebody else") is None


def test_a_channel_is_a_section():
    assert section('<meta name="channel" content="Management">') == "Management"


def test_who_wrote_it_is_no_section():
    html = f"<title>{TITLE} | Anna Berg | The Valley Post</title><h1>{TITLE}</h1>"
    assert section(html, site="The Valley Post") is None


@pytest.mark.parametrize(
    "step",
    (
        "Breadcrumb|Zur Startseite|Go back home|Home {{ item.title }}|Español|Talpost Startseite|"
        "Ada Quill"
    ).split("|"),
)
def test_what_a_trail_ends_with_besides_sections(step: str):
    html = (
        f"<div class=breadcrumb><a href=/w>Weather</a><a href=/x>{step}</a></div><h1>{TITLE}</h1>"
    )
    found = find_section(read_page(html, url=URL), TITLE, None, ["Ada Quill"])
    assert found is not None
    assert found.value == "Weather"


@pytest.mark.parametrize("step", ["tv", "uk", "ki"])
def test_a_section_may_have_two_small_letters(step: str):
    html = f"<div class=breadcrumb><a href=/>Home</a><a href=/x>{step}</a></div><h1>{TITLE}</h1>"
    assert section(html) == step


def test_a_script_holds_no_trail():
    code = "<script class=breadcrumb>a = '» b » c'</script>"
    assert section(f"{code}<h1>{TITLE}</h1>") is None


MENU = '<nav><a href="/praha">Praha</a><a href="/kraje">Kraje</a></nav>'


def test_a_link_right_above_the_headline_that_the_menu_has_too():
    above = '<div class="x1"><a href="/kraje">Kraje</a></div>'
    assert section(f"{MENU}{above}<h1>{TITLE}</h1><p>Text.</p>", url=None) == "Kraje"
    assert section(f"{above}<h1>{TITLE}</h1><p>Text.</p>", url=None) is None


def test_the_last_link_of_a_menu_is_no_section():
    assert section(f"{MENU}<h1>{TITLE}</h1><p>Text.</p>{MENU}", url=None) is None
    items = '<ul><li><a href="/praha">Praha</a></li><li><a href="/kraje">Kraje</a></li></ul>'
    assert section(f"{items}<h1>{TITLE}</h1><p>Text.</p>{items}", url=None) is None
