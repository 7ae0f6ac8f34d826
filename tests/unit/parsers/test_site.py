"""The site's name, by votes of all places that state it."""

import pytest

from scraper.page import read_page
from scraper.parsers.site import _is_form, find_site_name


def site(html: str, url: str | None = "https://www.riverpost.example/a") -> str | None:
    found = find_site_name(read_page(html, url=url))
    return found.value if found else None


@pytest.mark.parametrize(
    "html",
    [
        '<meta property="og:site_name" content="River Post">',
        '<meta property="og:site_name" content="River Post | News from the lower town">',
        "<title>The river rose | River Post</title>",
        "<title>The river rose for three days - River Post</title>",
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "publisher":'
            ' {"@type": "Organization", "name": "River Post Ltd"}}</script>'
        ),
        '<a href="/"><img alt="River Post logo" src="l.png"></a>',
        "<footer>© 2020 River Post. All rights reserved.</footer>",
        "<footer>© Copyright River Post 2020</footer>",
        "<footer>© 2020 <a href=/about-us>River Post</a></footer>",
        "<footer>Copyright © 2019-2020 River Post</footer>",
    ],
)
def test_each_place_alone_gives_the_name(html):
    assert site(html) == "River Post"


def test_the_host_settles_a_dispute():
    html = (
        '<meta property="og:site_name" content="Northern Media Group">'
        "<title>The river rose | River Post</title>"
        '<a href="https://www.riverpost.example/">River Post</a>'
    )
    assert site(html) == "River Post"


def test_an_address_is_no_name():
    assert site('<meta property="og:site_name" content="https://x.example">', url=None) is None


def test_nothing_stated_is_none():
    assert site("<p>Only text.</p>") is None


@pytest.mark.parametrize(
    "stated, name",
    [
        ("River Post S.p.A.", "River Post"),
        ("River Post Sp. z o.o.", "River Post"),
        ("River Post A/S", "River Post"),
        ("株式会社リバーポスト", "リバーポスト"),
        ("River Post powered by PressKit", "River Post"),
        ("River Post：das Blatt", "River Post"),
        ("リバーポスト｜最新の話題", "リバーポスト"),
        ("(C) River Post", "River Post"),
        ("© 2019 River Post", "River Post"),
        ("River Post/", "River Post"),
    ],
)
def test_legal_forms_and_taglines_are_left_out(stated, name):
    html = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "publisher":'
        f' {{"@type": "Organization", "name": "{stated}"}}}}</script>'
    )
    assert site(html, url=None) == name


def test_a_blog_is_named_by_the_label_before_the_service():
    html = "<title>The river rose</title><body><h2>Wet Feet</h2><h1>The river rose</h1>"
    assert site(html, url="https://wetfeet.blogspot.com/2020/05/flood.html") == "Wet Feet"


def test_spelling_with_capitals_is_how_it_is_printed():
    html = '<meta property="og:site_name" content="rpn"><title>The river rose | RPN</title>'
    assert site(html, url="https://www.rpn.example/a") == "RPN"


def test_without_a_host_the_title_goes_before_the_company():
    html = (
        "<title>The river rose | River Post</title>"
        '<script type="application/ld+json">{"@type": "NewsArticle", "publisher":'
        ' {"@type": "Organization", "name": "Northern Media"}}</script>'
    )
    assert site(html, url=None) == "River Post"


def test_a_place_in_brackets_that_repeats_the_name_before_it():
    assert site("<title>The mill | Lantern (Lantern Hill)</title>", url=None) == (
        "Lantern (Lantern Hill)"
    )


def test_the_whole_that_an_article_is_part_of():
    html = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "isPartOf":'
        ' {"@type": "Periodical", "name": "River Post"}}</script>'
    )
    assert site(html) == "River Post"


def test_what_stands_before_blog_archive_is_the_name():
    page = read_page("<title>The Film Gang &raquo; Blog Archive &raquo; Stand Up Guys</title>")
    assert find_site_name(page).value == "The Film Gang"


def test_a_bracket_behind_the_name_is_part_of_it():
    assert site("<title>Eels at Tarn | RIVER POST (Tarn)</title>") == "RIVER POST (Tarn)"
    assert site("<title>Eels at Tarn (River Post)</title>") == "River Post"


def test_a_name_in_the_headline_may_stand_behind_the_whole_of_it():
    headline = "The Tarn Valley Post wins a prize"
    page = read_page(
        f"<title>{headline} - The Tarn Valley Post</title><h1>{headline}</h1>".encode()
    )
    assert find_site_name(page, headline).value == "The Tarn Valley Post"


def test_who_took_a_picture_is_no_site():
    html = "<p>The weir</p><div>Copyright: Jane Doe</div>"
    assert site(html, url="https://www.valleytourism.example/a") is None
    assert site("<p>The weir</p><div>The weir in July 2020 © PICO</div>") is None
    html = "<p>The weir</p><div>Tarn Weir © Valley Tourism / Jane Doe</div>"
    assert site(html, url="https://www.valleytourism.example/a") == "Valley Tourism"


@pytest.mark.parametrize(
    ("whole", "name"),
    [
        ("Harbour Letter - The ferry waits for the tide", "Harbour Letter"),
        ("Harbour Letter » News » The ferry waits for the tide", "Harbour Letter"),
        ("The ferry waits for the tide", None),
        ("The ferry waits - for the tide", None),
        ("The ferry waits for the tide | Harbour Letter", "Harbour Letter"),
    ],
)
def test_the_headline_is_no_site(whole: str, name: str | None):
    page = read_page(f"<title>{whole}</title><h1>The ferry waits for the tide</h1>".encode())
    found = find_site_name(page, "The ferry waits for the tide")
    assert (found.value if found else None) == name


@pytest.mark.parametrize(
    "line",
    [
        "<a href=/>© 2018 Weir Notes</a> <a href=/legal>Imprint</a> <a href=/data>Privacy</a>",
        "© 2018 Weir Notes <a href=/legal>Imprint</a> <a href=/data>Privacy</a>",
        "© 2018 <a href=/>Weir Notes</a> All about weirs",
        "© 2018 Weir Notes",
    ],
)
def test_the_name_in_a_copyright_line_ends_where_a_link_begins_or_ends(line):
    assert site(f"<p>The weir</p><footer><p>{line}</p></footer>", None) == "Weir Notes"


@pytest.mark.parametrize(
    "head, name",
    [
        ('<h1><a href="/">Letters from the Quay</a></h1>', "Letters from the Quay"),
        ('<h1>News: <a href="/">Letters from the Quay</a></h1>', "Mira Stone"),
        ('<p><a href="/">Front page of all</a></p>', "Mira Stone"),
    ],
)
def test_a_heading_that_leads_home_goes_before_whose_the_rights_are(head, name):
    html = f"{head}<h1>The river rose</h1><p>{'Water. ' * 40}</p><p>© 2020 Mira Stone</p>"
    assert site(html, "https://substack.example/p/river") == name


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("riverpost", "theriverpost", True), ("rpn", "rpnnews", True), ("rp", "rpn", False)],
)
def test_names_of_two_letters_are_forms_of_no_other(one, other, alike):
    assert _is_form(one, other) == _is_form(other, one) == alike
