"""Names that stand on an article's page and are not its writer's."""

import pytest

from scraper import extract
from scraper.page import read_page
from scraper.parsers.authors import find_authors
from scraper.parsers.authors.displayed import find_displayed
from scraper.parsers.authors.ranking import find_candidates
from scraper.parsers.authors.regions import read_regions
from scraper.parsers.body import find_body
from scraper.parsers.names import split_names
from scraper.parsers.rules import bylines
from scraper.parsers.title import find_title

TEXT = [
    (
        "The town council met on Tuesday to speak about the new bridge over the river, which has been "
        "closed since the flood of last spring, and about what its repair will cost the town."
    ),
    (
        "Engineers had looked at the piers twice before, and found that two of the five stand on "
        "gravel that the water carries away, so that the road above sinks by a finger a year."
    ),
    (
        "Shops on the far bank say that they have lost a third of their customers. Buses now go the "
        "long way round by the mill, which takes half an hour more, and pupils are late at school."
    ),
    (
        "The work is to begin in May, when the river is low, and will last until autumn at least. "
        "Until then a ferry for people on foot goes every twenty minutes from the old landing place."
    ),
]
QUOTED = "“Whoever builds a bridge must first have seen both banks.”"


def names(top="", mid="", end="", title="The bridge will stay closed until autumn"):
    first, last = (
        "".join(f"<p>{text}</p>" for text in TEXT[:2]),
        "".join(f"<p>{text}</p>" for text in TEXT[2:]),
    )
    page = read_page(
        f"<html><head><title>{title} | Valley Courier</title></head><body>"
        "<nav><a href='/'>Home</a><a href='/news'>News</a></nav>"
        f"<main><article><h1>{title}</h1>{top}{first}{mid}{last}{end}</article></main>"
        "<footer><p>Copyright 2024 Valley Courier</p></footer></body></html>",
        url="https://courier.example/news/bridge",
    )
    headline = find_title(page)
    byline = find_authors(page, headline, find_body(page, headline), "Valley Courier")
    return [found.value.name for found in byline.authors]


@pytest.mark.parametrize(
    "top",
    [
        f"<blockquote><p>{QUOTED}</p><p>— Hannah Lindqvist</p></blockquote>",
        f"<p><em>{QUOTED}</em></p><p>– Marcus Feldman</p>",
        "<p>12 March 2024</p><p>“The river always wins in the end.”</p><p>Robert Kessler</p>",
        (
            "<figure><img src=b.jpg><figcaption>The bridge. <span class=credit>Thomas Becker</span>"
            "</figcaption></figure>"
        ),
        "<div class=image><img src=b.jpg><p class=credit>APA/Thomas Becker</p></div>",
        "<div class=image><img src=b.jpg><p>Thomas Becker / Getty Images</p></div>",
        "<p>Instandsetzung von Uferstraßen Altbrücken</p>",
        "<p>Фото из Инстаграма Анны Ивановой 15 марта 2024</p>",
        "<p>An interview with Monika Schreiber</p>",
        "<p>Ein Gespräch mit der Ingenieurin Monika Schreiber</p>",
    ],
)
def test_who_is_quoted_asked_or_has_made_the_picture(top):
    assert names(top) == []


@pytest.mark.parametrize(
    "mid",
    [
        (
            f"<blockquote class=quote><p>{QUOTED}</p><span class=quote-author>Anna Petrovic</span>"
            "</blockquote>"
        ),
        (
            "<blockquote class=twitter-tweet><p>Standing at the bridge again.</p>&mdash; Sarah Whitman "
            "(@swhitman) <a href='https://twitter.com/swhitman/status/1'>March 12, 2024</a></blockquote>"
        ),
        (
            "<div class=testimonial><p>“The best ferry in the valley, I take it every morning.”</p>"
            "<p class=author>Julia Brandt</p></div>"
        ),
        "<h3>Expert</h3><p>Dr. Susan Calloway</p><p>Professor of civil engineering</p>",
    ],
)
def test_who_signs_a_box_within_the_article(mid):
    assert names(mid=mid) == []


@pytest.mark.parametrize(
    "end",
    [
        (
            "<div class=comments><div class=comment><span class=author>Karl Hoffmann</span>"
            "<p>We need the ferry at night too.</p></div></div>"
        ),
        (
            "<h3>2 Comments</h3><p>Karl Hoffmann says:</p><p>March 13, 2024 at 8:12 am</p>"
            "<p>We need the ferry at night too, as the late shift cannot get home.</p>"
        ),
        "<h3>Contact</h3><p>Julia Brandt</p><p>Press office</p><p>Phone 555 0101</p>",
        (
            "<aside class=related><h3>More stories</h3><a href=/x>Ferry goes all night</a>"
            "<p>By Oliver Stein</p><a href=/y>Weir to be rebuilt</a><p>By Emma Carver</p></aside>"
        ),
    ],
)
def test_who_comments_is_to_be_asked_or_wrote_something_else(end):
    assert names(end=end) == []


@pytest.mark.parametrize(
    ("top", "end", "expected"),
    [
        (f"<blockquote><p>{QUOTED}</p><p>— Hannah Lindqvist</p></blockquote>",
         "<p>Written by Nora Quist</p>", ["Nora Quist"]),
        ("<p>Ein Interview von Nora Quist mit Monika Schreiber</p>", "", ["Nora Quist"]),
        ("<p>By Nora Quist</p><p>An interview with Monika Schreiber</p>", "", ["Nora Quist"]),
        (("<figure><img src=b.jpg><figcaption>The bridge. Photo: Thomas Becker</figcaption></figure>"
         "<p>By Nora Quist</p>"), "", ["Nora Quist"]),
        ("<p><span>Mar 12, 2024</span><span>Nora Quist</span></p>", "", ["Nora Quist"]),
        ("<p class=author>Nora Quist, Lisbon, Peter Hale</p>", "", ["Nora Quist", "Peter Hale"]),
        ("", "<p>Autorin: Nora Quist, Leiterin des Büros</p>", ["Nora Quist"]),
    ],
)  # fmt: skip
def test_the_writer_among_them(top, end, expected):
    assert names(top, end=end) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Dec 17, 2025Jane Doe", ["Jane Doe"]),
        ("17. Dezember 2025Jane Doe", ["Jane Doe"]),
        ("2025-12-17 Jane Doe", ["Jane Doe"]),
        ("Jane Doe, London, John Roe", ["Jane Doe", "John Roe"]),
        ("London, Jane Doe, John Roe", ["London", "Jane Doe", "John Roe"]),
        ("kovarex, TOGos, Albert", ["kovarex", "TOGos", "Albert"]),
        ("Jane Doe and Cher", ["Jane Doe", "Cher"]),
    ],
)
def test_dates_glued_on_and_places_between_names_are_no_names(line, expected):
    assert [name.name for name in split_names(line)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Written by Jane Doe", True),
        ("Autorin: Jane Doe", True),
        ("Écrit par Jane Doe", True),
        ("文｜王小明", True),
        ("By Jane Doe", False),
        ("von Jane Doe", False),
        ("Author events in May", False),
    ],
)
def test_by_words_of_nothing_but_texts(text, expected):
    assert (bylines.WRITTEN.match(text) is not None) == expected


def test_the_word_for_article_is_no_by_word():
    assert names("<div class=info><span>文章 总阅读</span> <span>12</span></div>") == []
    assert bylines.BYLINE.match("文/王小明")
    assert bylines.BYLINE.match("文：王小明")
    assert not bylines.BYLINE.match("文化生活")


def test_names_of_a_menu_beside_the_headline_are_not_read():
    menu = "<ul class='related-posts'><li>Anna Berger</li><li>Paul Hofmann</li></ul>"
    assert names(menu) == []
    assert names(menu + "<p class=byline>By Jane Doe</p>") == ["Jane Doe"]


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("</article><div><h3>Tickets</h3><p>Robert Kessler</p><p>Anna Berger</p></div>", 0),
        ("<p>Jane Doe</p>", 1),
    ],
)
def test_only_the_last_line_of_a_text_signs_without_a_word(end, expected):
    page = read_page(
        "<html><body><main><article><h1>The bridge will stay closed</h1>"
        + "".join(f"<p>{text}</p>" for text in TEXT * 4)
        + f"{end}</article></main></body></html>"
    )
    headline = find_title(page)
    regions = read_regions(page, headline.value, find_body(page, headline))
    assert len(find_candidates(regions, find_displayed(regions), [], None)) == expected


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        ("<span class=byline__category>Wellness &amp; Prevention</span>", []),
        ("<a rel='category tag' href=/topics/anna-berger>Anna Berger</a>", []),
        ("<span itemprop=articleSection>Inland Waterways</span>", []),
        ("<a rel=author href=/authors/anna-berger>Anna Berger</a>", ["Anna Berger"]),
    ],
)
def test_the_name_of_a_topic_in_a_byline_is_nobody(topic, expected):
    assert names(f"<p class=byline>March 20, 2023 | {topic}</p>") == expected


def test_a_writer_may_be_a_tag_too():
    tag = "<p class=tags><a rel=tag href=/tag/jane-doe>Jane Doe</a></p>"
    assert names("<p>By Jane Doe</p>", end=tag) == ["Jane Doe"]


def test_who_is_linked_in_a_sentence_of_the_text_is_not_its_writer():
    told = (
        "<p><a href='/people/ana'>Ana Brito</a> has kept the ferry since the flood; she rows it herself "
        "when the engine fails, and has done so every other morning since the clocks went back.</p>"
    )
    assert names(top="<p>14 March 2019 - Judith Okafor</p>", mid=told) == ["Judith Okafor"]
    assert names(mid=told) == []


@pytest.mark.parametrize(
    "line, expected",
    [
        pytest.param("文/林晓梅", ["林晓梅"], id="slash"),
        pytest.param("2018年9月27日 文/ 林晓梅", ["林晓梅"], id="behind the date"),
        pytest.param("本报记者", [], id="the paper's own"),
        pytest.param("文化", [], id="section"),
    ],
)
def test_chinese_lines_below_the_headline(line, expected):
    assert names(top=f"<p>{line}</p>", title="老渡口的最后一班船") == expected


@pytest.mark.parametrize(
    "line, expected",
    [
        ("Par Michelle Dubois et publié depuis Overblog", ["Michelle Dubois"]),
        ("By bell hooks", ["bell hooks"]),
        ("Von Anna van den Berg", ["Anna van den Berg"]),
        ("di cui saturi g 8.61", []),
        ("di cui acidi grassi saturi 1,2 g", []),
    ],
)
def test_figures_and_sentences_behind_a_by_word_are_no_names(line, expected):
    assert names(top=f'<div class="byline">{line}</div>') == expected


def test_the_name_of_a_language_to_switch_to_is_a_topic():
    page = read_page(
        "<html><body><main><h1>The bridge</h1><p><a class='language-link' href=/de/about>German</a></p>"
        f"<p>{TEXT[0]}</p></main></body></html>"
    )
    regions = read_regions(page, "The bridge", find_body(page, None))
    assert find_displayed(regions).topics == {(1, "german")}


def test_a_part_of_the_headline_is_nobody():
    heading = '<h1 class="author p-name">Apple Cake with Almonds</h1>'
    assert names(title="Apple Cake with Almonds", top=heading) == []


def test_who_signs_with_a_first_name_is_named_in_full_where_the_data_does():
    data = '{"@type": "Recipe", "author": {"@type": "Person", "name": "Marta Lindqvist"}}'
    top = (
        f'<script type="application/ld+json">{data}</script>'
        '<p class="entry-meta">May 3, 2023 by <a rel="author" href="/a/marta">Marta</a></p>'
    )
    assert names(top=top) == ["Marta Lindqvist"]


@pytest.mark.parametrize(
    ("top", "mid", "end"),
    [
        ("<figure><figcaption>The old bridge, by Hannah Lindqvist</figcaption></figure>", "", ""),
        ("", f"<blockquote>Hannah Lindqvist is a builder of bridges. {TEXT[0]}</blockquote>", ""),
        ("<p>Hannah Lindqvist – builder of bridges</p>", "", ""),
    ],
)
def test_whom_a_picture_a_blurb_or_the_headline_names(top, mid, end):
    title = "Hannah Lindqvist – builder of bridges and mills"
    assert names(top, mid, end, title=title) == []


def test_entries_of_a_list_within_the_text_have_not_written_it():
    signed = [
        "Joost Hendrix, huisarts",
        "Dr. Jan de Boer, Hogeschool Noord",
        "Anna Holm, wethouder",
    ]
    entries = "".join(f"<li>{name}</li>" for name in signed)
    assert names(end=f"<h3>Signed</h3><ul>{entries}</ul><p>You can sign below.</p>") == []


def test_a_paper_that_printed_a_notice_has_not_written_it():
    assert names(end="<p>Published by Prairie Mercury on Jan. 31, 2022.</p>") == []


def test_what_the_headline_is_about_heads_the_text():
    heading = "<h2>Agnes Tolliver Obituary</h2>"
    assert names(top=heading, title="Agnes Tolliver") == []


def test_a_section_that_is_stated_as_author_is_nobody():
    page = (
        '<html><head><title>Late trains</title><meta property="article:section" content="Letters">'
        '<meta property="article:author" content="Letters"></head><body><article><h1>Late trains</h1>'
        f"<p class=byline>Letters</p><p>{TEXT[0]}</p><p>{TEXT[1]}</p></article></body></html>"
    )
    article = extract(page)
    assert (article.authors, article.section) == ([], "Letters")


def test_who_began_a_thread_has_written_it():
    posts = [("ravi_k", TEXT[0]), ("lena.o", TEXT[1]), ("ravi_k", TEXT[2]), ("mo", TEXT[3])]
    shown = "".join(
        '<div class="post" itemprop="comment" itemscope itemtype="http://schema.org/DiscussionForumPosting">'
        f'<div class="meta"><span itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="/u/{who}">'
        f'<span itemprop="name">{who}</span></a></span><time datetime="2022-01-1{n}">1{n} January 2022</time></div>'
        f"<p>{text}</p></div>"
        for n, (who, text) in enumerate(posts)
    )
    article = extract(f"<html><body><div><h1>The bridge sinks</h1>{shown}</div></body></html>")
    assert [author.name for author in article.authors] == ["ravi_k"]
    assert all(text in article.body for _, text in posts)


def test_a_mail_is_from_whom_its_archive_names_before_the_address():
    line = '<b>Edith Marlowe</b> <a href="mailto:list">emarlowe at harbour.example</a><br><i>Tue Feb 12 2008</i>'
    assert names(top=line) == ["Edith Marlowe"]


def test_who_made_what_a_review_is_about_has_not_written_it():
    data = (
        '{"@context":"https://schema.org","@type":"Review","headline":"Tides","author":{"@type":"Person","name":"Mette Kragh"},'
        '"itemReviewed":{"@type":"Book","name":"Kelp","author":{"@type":"Person","name":"Sigrid Aagaard"}}}'
    )
    article = extract(
        f'<html><head><title>Tides</title><script type="application/ld+json">{data}</script></head><body><article>'
        f"<h1>Tides</h1><p>Mette Kragh</p><p>{TEXT[0]}</p><p>{TEXT[1]}</p></article></body></html>"
    )
    assert [author.name for author in article.authors] == ["Mette Kragh"]


@pytest.mark.parametrize("town", ["Puerto Claro", "Bad Lauchtal", "Fort Hollow"])
def test_the_town_before_a_day_is_nobody(town):
    assert names(top=f"<div>{town}, 17 May 2019</div>") == []


@pytest.mark.parametrize("paper", ["Las Palmas Observer", "Fort Hollow Times", "Los Faroles"])
def test_papers_of_towns_sign(paper):
    assert names(top=f"<p class=byline>By {paper}</p>") == [paper]


def test_who_published_a_post_is_named_in_a_sentence():
    assert names(top="<p>Published by Jane Doe on 3 May 2019.</p>") == ["Jane Doe"]


def test_who_writes_at_a_site_keeps_the_family_name():
    (name,) = names(top="<p class=byline>By Jane Doe at Harbour.com</p>")
    assert name.startswith("Jane Doe")


def test_an_article_that_its_page_is_about_names_its_author():
    data = (
        '{"@context":"https://schema.org","@type":"WebPage","about":{"@type":"NewsArticle",'
        '"headline":"Tides","author":{"@type":"Person","name":"Mette Kragh"}}}'
    )
    article = extract(
        f'<title>Tides</title><script type="application/ld+json">{data}</script>'
        f"<article><h1>Tides</h1><p>{TEXT[0]}</p><p>{TEXT[1]}</p></article>"
    )
    assert [author.name for author in article.authors] == ["Mette Kragh"]
