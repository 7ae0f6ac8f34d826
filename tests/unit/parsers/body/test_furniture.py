import numpy as np
import pytest
from lxml import etree

from scraper.cut import cut
from scraper.parsers.body.buttons import is_button
from scraper.parsers.body.choose import choose
from scraper.parsers.body.features import describe
from scraper.parsers.body.furniture import (
    is_ad_label,
    is_copyright_line,
    is_counter,
    is_pointer,
    is_share_bar,
    is_tag_line,
    is_unfilled,
)
from scraper.parsers.body.layout import Hints
from scraper.parsers.rules.boilerplate import POINTERS

LINE = "The mill at Arnholt has ground flour since 1740, and still does."
SHARE = (
    '<a href="https://www.facebook.com/sharer.php?u=x">Facebook</a> '
    '<a href="https://twitter.com/intent/tweet?url=x">Twitter</a> <a href="mailto:?subject=x">Email</a>'
)


def page(html: str):
    root = etree.fromstring(f"<html><body>{html}</body></html>", etree.HTMLParser())
    blocks, containers = cut(root.find("body"))
    return blocks, describe(blocks, containers, "", Hints({}))


def chosen(html: str, *left_out: int) -> list[str]:
    """Return what is chosen where the model wants every block but some."""
    blocks, described = page(html)
    wanted = [0.01 if index in left_out else 0.99 for index in range(len(blocks))]
    return [
        blocks[index].text for index in choose(blocks, described, np.array(wanted, np.float32)).kept
    ]


def block(html: str):
    return page(html)[0][0]


@pytest.mark.parametrize(
    "html, expected",
    [
        ("<p>Read more: <a href=x>The mill is sold</a></p>", True),
        ("<p><a href=x>Read more: The mill is sold</a></p>", True),
        ("<p>READ ALSO <b><a href=x>The mill is sold</a></b></p>", True),
        ("<p>Lesen Sie auch: <a href=x>Die Mühle ist verkauft</a></p>", True),
        ("<p>相关阅读：<a href=x>磨坊已售</a></p>", True),
        ("<h3>Related articles</h3>", True),
        ("<p>Das könnte Sie auch interessieren!</p>", True),
        ("<p>Diese Artikel könnten euch auch interessieren:</p>", True),
        ("<p>Schon gelesen? <a href=x>Die Mühle ist verkauft</a></p>", True),
        ("<p>Das könnte Sie auch interessieren, sagte der Müller.</p>", False),
        ("<p>[Read more: <a href=x>The mill is sold</a>]</p>", True),
        ("<p>(Read more in the book of 1931.)</p>", False),
        ("<p>>> Learn more: <a href=x>Which wheel turns longest</a></p>", True),
        ("<p>» <a href=x>The mill is sold</a></p>", True),
        ("<p>→ The mill is sold, and what its <a href=x>new owner</a> says</p>", False),
        ("<p>»<a href=x>The mill is sold</a>«</p>", False),
        ("<ul><li>» <a href=x>The mill is sold</a></ul>", False),
        ("<p>Read more about <a href=x>mills</a> in the book of 1931.</p>", False),
        ("<p>Related questions came up at once.</p>", False),
        ("<p>Relatedness is <a href=x>a measure of kinship, and a good one</a></p>", False),
    ],
)
def test_lines_that_point_to_another_story(html, expected) -> None:
    assert is_pointer(block(html)) is expected


@pytest.mark.parametrize("pointer", POINTERS)
def test_pointers_in_any_case(pointer) -> None:
    for text in (pointer, pointer.upper(), pointer.capitalize()):
        assert is_pointer(block(f"<p>{text}:</p>")), text


@pytest.mark.parametrize(
    "html, expected",
    [
        pytest.param(f"<div>Share this: {SHARE}</div>", True, id="label and links"),
        pytest.param(f"<div>{SHARE}</div>", True, id="links only"),
        pytest.param('<div>Teilen <a href="whatsapp://send?text=x">WhatsApp</a></div>', True, id="an app"),
        pytest.param('<div>Follow <a href="https://www.facebook.com/millers">the millers</a></div>', False, id="an account"),
        pytest.param(
            '<p>She had <a href="https://twitter.com/share">this button</a> on every page that she made '
            "in those years, and was sorry.</p>",
            False,
            id="a sentence about a button",
        ),
        pytest.param("<div>Share this</div>", False, id="no link"),
    ],
)  # fmt: skip
def test_share_bars_are_told_by_what_they_lead_to(html, expected) -> None:
    assert is_share_bar(block(html)) is expected


@pytest.mark.parametrize(
    "html, expected",
    [
        ('<p>Tags: <a href="/tag/flour">flour</a>, <a href="/tag/mills">mills</a></p>', True),
        (
            '<p>Schlagwörter <a href="/tag/mehl/">Mehl</a> <a href="/thema/müller">Müller</a></p>',
            True,
        ),
        ('<p><a href="/mill/feed/">RSS</a> | <a href="/mill/trackback/">Trackback</a></p>', True),
        ('<p>More on <a href="/topics/mills">mills</a></p>', False),
        ('<p><a href="/2019/flour">flour</a>, <a href="/2020/mills">mills</a></p>', False),
    ],
)
def test_tag_lines_are_told_by_what_they_lead_to(html, expected) -> None:
    assert is_tag_line(block(html)) is expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Advertisement", True),
        ("— ANZEIGE —", True),
        ("Story continues below advertisement…", True),
        ("Advertisement. Scroll to continue reading.", True),
        ("Advertising: how the mill was sold", False),
        ("広告", True),
        ("Advertisement of 1912: flour at two pence", False),
        ("* * *", False),
        ("Ad: | ads", True),
        ("ADS", True),
        ("Laden…", True),
        ("Laden...", True),
        ("Laden", False),
        ("Chargement en cours…", True),
        ("Loading", False),
    ],
)
def test_labels_of_advertisements(text, expected) -> None:
    assert is_ad_label(block(f"<p>{text}</p>")) is expected


@pytest.mark.parametrize(
    "html, expected",
    [
        ("<p>© 2016 Arnholt Mill. All rights reserved.</p>", True),
        ("<p>Copyright 2001 Arnholt Mill. You may print this page.</p>", True),
        ("<p>(c) 1999 Arnholt Mill</p>", True),
        ("<p><a href=/>Home</a> | <a href=/news>News</a><br>Copyright 2021 Arnholt Mill</p>", True),
        ("<p>Copyright law of 1976 covers the design of mills.</p>", False),
        ("<p>Copyright is a right of authors.</p>", False),
        ("<p>The miller died in spring.<br>© 2016 Arnholt Mill</p>", False),
    ],
)
def test_copyright_lines(html, expected) -> None:
    assert is_copyright_line(block(html)) is expected


def test_short_links_behind_the_text_are_ways_out_of_it() -> None:
    ways = "<p><a href=/>Back</a></p><ul><li><a href=/mills>All mills</a></li></ul>"
    assert chosen(
        f"{ways}<p>{LINE}</p>{ways}<p><a href=/1931>The history of 1931, as a book</a></p>"
    ) == [
        "Back",
        "All mills",
        LINE,
        "The history of 1931, as a book",
    ]


def test_bars_and_labels_within_the_text_are_left_out() -> None:
    html = (
        f"<div>Share this: {SHARE}</div><p>{LINE}</p><p>Advertisement</p><p>{LINE} Today.</p>"
        '<div>Tags: <a href="/tag/flour">flour</a>, <a href="/tag/mills">mills</a></div>'
    )
    assert chosen(html) == [LINE, f"{LINE} Today."]


def test_links_to_lists_within_the_text_stay() -> None:
    tags = '<p><a href="/tag/oats">oats</a> and <a href="/tag/rye">rye</a></p>'
    assert chosen(f"<p>{LINE}</p>{tags}<p>{LINE} Today.</p>") == [
        LINE,
        "oats and rye",
        f"{LINE} Today.",
    ]


def test_the_label_of_a_share_bar_goes_with_it() -> None:
    html = f"<p>{LINE}</p><h3>Share this:</h3><ul><li>{SHARE}</li></ul>"
    assert chosen(html) == [LINE]
    assert chosen(html, 2) == [LINE]


LINKS = '<ul><li><a href="/a">Rye is back</a></li><li><a href="/b">Oats too</a></li></ul>'


@pytest.mark.parametrize(
    "html, left_out, expected",
    [
        pytest.param(f"<p>{LINE}</p><h2>From our shop</h2>{LINKS}", (2, 3), [LINE], id="at the end"),
        pytest.param(f"<h2>From our shop</h2>{LINKS}<h2>Today</h2><p>{LINE}</p>", (1, 2), ["Today", LINE], id="before the next section"),
        pytest.param(f"<h2>Flour</h2>{LINKS}<h3>Today</h3><p>{LINE}</p>", (1, 2), ["Flour", "Today", LINE], id="with a section below it"),
        pytest.param(f"<h2>Flour</h2>{LINKS}<p>{LINE}</p>", (1, 2), ["Flour", LINE], id="with text after"),
        pytest.param(f"<h2>Flour</h2><p>Sold by the sack</p><h2>Today</h2><p>{LINE}</p>", (1,), ["Flour", "Today", LINE], id="text left out"),
    ],
)  # fmt: skip
def test_a_heading_of_nothing_but_left_out_links_goes(html, left_out, expected) -> None:
    assert chosen(html, *left_out) == expected


def test_headings_that_end_the_text_go() -> None:
    found = chosen(f"<p>{LINE}</p><p>{LINE} Again.</p><h2>Sources</h2><h3>Books</h3>")
    assert found == [LINE, LINE + " Again."]


def test_lead_ins_that_have_lost_their_links_go() -> None:
    html = f"<p>{LINE}</p><h2>Mills near by</h2><p>You may visit these as well:</p>{LINKS}"
    assert chosen(html, 3, 4) == [LINE]
    assert len(chosen(html)) == 5
    below = f"<p>{LINE}</p><p>The table can be seen below:</p><p>Flour and bran</p>"
    assert len(chosen(below, 2)) == 2


TEASER = "<div><h3><a href=/{0}>The ferry</a></h3><p>1 May</p><p>It sails again.</p></div>"


def test_teasers_below_a_heading_that_only_points_go_with_it() -> None:
    box = f"<div><h3>Related posts</h3>{TEASER.format(1)}{TEASER.format(2)}</div>"
    assert chosen(f"<div><p>{LINE}</p></div>{box}<p>{LINE} Indeed.</p>", 1) == [
        LINE,
        f"{LINE} Indeed.",
    ]


def test_the_article_below_a_box_of_the_column_is_no_teaser() -> None:
    # Blogs print a box "Related posts" in the column first, and link the headline to the post.
    column = "<div><h3>Related posts</h3><p>All of them</p></div><p>Short words.</p>"
    text = f"<h2><a href=/p>The ferry</a></h2><p>{LINE}</p><p>{LINE} Indeed.</p>"
    assert chosen(f"<div>{column}{text}</div>", 1)[-2:] == [LINE, f"{LINE} Indeed."]


def test_what_stands_below_a_linked_heading_stays() -> None:
    assert len(chosen(f"<p>{LINE}</p>{TEASER.format(1)}{TEASER.format(2)}")) == 7


@pytest.mark.parametrize(
    "html, expected",
    [
        ("<p>{{ article.lastChange | date: 'dd/MM' }} - {{article.editor}}</p>", True),
        ("<p>By {{author.name}}</p>", True),
        ("<pre>{{ article.title }}</pre>", False),
        ("<p><code>{{ article.title }}</code></p>", False),
        ("<p>A template writes {{ title }} where the title of the page is to stand.</p>", False),
    ],
)
def test_places_that_no_script_has_filled_in(html, expected) -> None:
    assert is_unfilled(block(html)) is expected


def test_a_list_of_headings_stays() -> None:
    names = "".join(f"<h3>{number}. Mill</h3>" for number in range(4))
    assert len(chosen(f"<p>{LINE}</p>{names}")) == 5
    assert chosen("<h1>Mills</h1><h2>One</h2>") == ["Mills", "One"]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("3 MIN. READ", True),
        ("5 min read", True),
        ("Lesezeit: ca. 4 Minuten", True),
        ("Tempo di lettura: 3 minuti", True),
        ("1,693 views", True),
        ("12 Comments", True),
        ("Page 2 of 14", True),
        ("Seite 1 von 2", True),
        ("Página 3 de 8", True),
        ("Page 2 of the ledger", False),
        ("40 minutes of reading a day", False),
        ("Reading time is a luxury", False),
        ("3 views of the mill", False),
    ],
)
def test_lines_that_count_readers_or_minutes(text, expected) -> None:
    assert is_counter(block(f"<p>{text}</p>")) is expected


@pytest.mark.parametrize(
    "label", ["Mots-clés", "KOMMENTARE..", "Erschienen in:", "责任编辑：", "Ετικέτες:"]
)
def test_a_label_that_ends_the_text_goes(label: str) -> None:
    assert chosen(f"<p>{LINE}</p><p>{label}</p>") == [LINE]
    assert chosen(f"<p>{label}</p><p>{LINE}</p>") == [label, LINE]


@pytest.mark.parametrize("label", ["Table of Contents", "In this article:", "目次", "İçindekiler"])
def test_a_label_of_a_list_of_sections_goes_with_its_list(label: str) -> None:
    sections = "<ul><li><a href=#a>The wheel</a><li><a href=#b>The axle</a></ul>"
    text = f"<p>{LINE}</p><h2>The wheel</h2><p>It turns on Sundays, and on Mondays.</p>"
    assert label not in chosen(f"<p>{label}</p>{text}")
    assert label not in chosen(f"<p>{label}</p>{sections}{text}", 1, 2)
    assert label in chosen(f"<p>{label}</p>{sections}{text}")


def test_a_heading_that_may_head_a_summary_stays() -> None:
    assert chosen(f"<h2>Inhalt</h2><p>{LINE}</p>") == ["Inhalt", LINE]


def test_what_the_server_says_of_itself_goes() -> None:
    error = "Warning: Division by zero in /srv/mill/wheel.php on line 17"
    assert chosen(f"<p>{error}</p><p>{LINE}</p>") == [LINE]
    said = "Warning: the wheel in Arnholt is on line again."
    assert chosen(f"<p>{said}</p><p>{LINE}</p>") == [said, LINE]


def test_who_made_the_site_goes_with_the_copyright_line_that_ends_the_text():
    imprint = "<p>© 2019 Arnholt Mill Trust, all rights reserved.<br>Pages by Brook Studio</p>"
    assert chosen(f"<p>{LINE}</p>{imprint}") == [LINE]
    assert len(chosen(f"{imprint}<p>{LINE}</p>")) == 2


def test_a_short_sentence_before_a_share_bar_is_no_label():
    closing = "水車は月曜から土曜まで毎日回り、日曜だけ休む。見学はいつでもできる。"
    assert chosen(f"<p>{LINE}</p><p>{closing}</p><p>{SHARE}</p>", 2) == [LINE, closing]
    assert chosen(f"<p>{LINE}</p><p>Share</p><p>{SHARE}</p>", 2) == [LINE]


@pytest.mark.parametrize(
    "html, expected",
    [
        ("<p><a class='btn btn-primary' href=x>Check price</a></p>", True),
        (
            "<div><a class=cta-button href=x>Book a tour</a> <a class=button href=y>Map</a></div>",
            True,
        ),
        ("<p><a class=buttonwood href=x>About the price</a></p>", False),
        ("<p><a href=x>Check price</a></p>", True),
        ("<p><a href=x>Shop the wheel</a></p>", True),
        ("<p><a href=x>Read our full review of the wheel</a></p>", True),
        ("<p><a href=x>Zum Angebot</a></p>", True),
        ("<p><a href=x>→ Bei Amazon ansehen</a></p>", True),
        ("<p><a href=#top>Zurück zum Inhaltsverzeichnis</a></p>", True),
        ("<p><a href=#c>↑ Retour au sommaire</a></p>", True),
        ("<p><a href=x>Shopping in Arnholt</a></p>", False),
        ("<p><a href=x>Shop owners of Arnholt protest</a></p>", False),
        ("<p><a href=x>Acheter une maison au bord du fleuve</a></p>", False),
        ("<p><a href=x>Bei Amazon arbeiten Roboter</a></p>", False),
        ("<p><a href=x>→ Купить дом у реки</a></p>", False),
        ("<ul><li><a href=x>Buy or lease</a></ul>", False),
        ("<p>Shop the wheel at Arnholt, or see <a href=x>the price</a></p>", False),
        ("<h3><a class=accordion-button href=#x>When is it open?</a></h3>", False),
        ("<p>Tours are on Sundays: <a class=btn href=x>Book</a></p>", False),
    ],
)
def test_links_drawn_or_read_as_buttons(html, expected) -> None:
    assert is_button(block(html)) is expected


@pytest.mark.parametrize(
    "before, is_left",
    [
        pytest.param("<a href=/>Home</a> - <a href=/post>Write to us</a>", False, id="links"),
        pytest.param("The mill is open on Sundays, <a href=/>always</a>.", True, id="a sentence"),
    ],
)
def test_links_may_stand_before_the_copyright_line_that_ends_the_text(before, is_left):
    imprint = f"<div>{before}<br>© 2019 Arnholt Mill Trust<br>Pages by Brook Studio</div>"
    assert (len(chosen(f"<p>{LINE}</p>{imprint}")) == 2) is is_left


def test_every_counter_has_a_stem() -> None:
    """A line that no stem lets through would never be asked."""
    times = (
        "Estimated reading time|Read time|Lesezeit|Lesedauer|Tempo di lettura|Temps de lecture|"
        "Durée de lecture|Tiempo de lectura|Tempo de leitura|Leestijd|Lästid|Læsetid|Lesetid|"
        "Czas czytania|ВРЕМЯ ЧТЕНИЯ|Okuma süresi"
    )
    for word in times.split("|"):
        assert is_counter(block(f"<p>{word}: 7 min</p>")), word
    for unit in "read|Lesezeit|de lecture|de lectura|di lettura|leestijd".split("|"):
        assert is_counter(block(f"<p>7 min {unit}</p>")), unit
    units = "views|shares|Aufrufe|vues|visualizaciones|visualizações|Kommentare|comments|просмотров"
    for unit in units.split("|"):
        assert is_counter(block(f"<p>1.204 {unit}</p>")), unit


def test_a_pointer_with_a_letter_of_another_case_is_one() -> None:
    assert is_pointer(block("<p>AYRICA OKUYUN</p>"))
    assert not is_pointer(block("<p>relève de la garde</p>"))


@pytest.mark.parametrize(
    "address, expected",
    [
        ("?print", True),
        ("/news.php?id=4&print=1", True),
        ("?printmaking", False),
        ("/print", False),
    ],
)
def test_a_link_to_the_page_made_for_printing_is_a_tool(address, expected):
    assert is_share_bar(block(f"<p><a href='{address}'>Print</a></p>")) is expected


def test_signs_of_list_items_in_elements_of_their_own_are_left_out() -> None:
    items = "".join(f"<div><div>•</div><div>{LINE} {n}.</div></div>" for n in range(3))
    assert chosen(items + "<p>* * *</p><p>–</p>") == [
        *(f"{LINE} {n}." for n in range(3)),
        *("* * *", "–"),
    ]


def test_links_right_below_a_label_that_only_points_go_with_it() -> None:
    links = (
        "<ul><li><a href=/1>The mill burns</a></li><li><a href=/2>The mill is mended</a></li></ul>"
    )
    html = f"<p>{LINE}</p><p>Leia também:</p>{links}<p>{LINE}And on.</p>"
    assert chosen(html) == [LINE, f"{LINE}And on."]
    assert len(chosen(html.replace("Leia também:", "The mill in two songs:"))) == 5


def test_links_amid_the_text_that_share_it_or_lead_to_comments_go() -> None:
    html = f"<p>{LINE}</p><div><a href='#s'>Deel dit bericht</a></div><p>{LINE}And on.</p>"
    assert chosen(html) == [LINE, f"{LINE}And on."]
    assert len(chosen(html.replace("<a href='#s'>", "<b>").replace("</a>", "</b>"))) == 3


@pytest.mark.parametrize(
    "label",
    [
        "Article continues below this ad",
        "Continua a leggere dopo la pubblicità",
        "Artikeln fortsätter efter annonsen",
        "Dalsza część artykułu pod materiałem wideo",
        "Haberin devamı için tıklayınız",
        "ここから続き",
        "<저작권자 ⓒ 남도일보, 무단전재 및 재배포 금지>",
        "ⓒ 남도일보",
    ],
)
def test_lines_that_say_where_the_text_goes_on_and_whose_it_is(label: str) -> None:
    escaped = label.replace("<", "&lt;")
    assert chosen(f"<p>{LINE}</p><p>{escaped}</p><p>{LINE}And on.</p>") == [LINE, f"{LINE}And on."]


def test_who_edited_the_text_ends_it_in_brackets() -> None:
    assert chosen(f"<p>{LINE}</p><p>{LINE}And on.</p><p>（责任编辑：周华）</p>")[1:] == [
        f"{LINE}And on."
    ]
