"""Tags: split, cleaned of marks for machines, told from the keywords of the site."""

import json

import pytest

from scraper.page import read_page
from scraper.parsers.about import find_tags

URL = "https://valley-post.example/flood"


def tags(html: str, *, title: str = "Flood", text: str | None = None, site: str | None = None):
    found = find_tags(read_page(html, url=URL), title, text, site)
    return found.value if found else None


def metas(key: str, *values: str) -> str:
    return "".join(f'<meta name="{key}" content="{value}">' for value in values)


def test_tags_are_split_and_unique_in_order():
    assert tags(metas("article:tag", "Dams", "dams, Rain")) == ["Dams", "Rain"]
    assert tags(metas("keywords", "a; b|c")) == ["a", "b", "c"]
    assert tags(metas("keywords", "#rain #river mill")) == ["rain", "river mill"]
    assert tags(metas("keywords", "洪水、河川，ダム")) == ["洪水", "河川", "ダム"]
    assert tags(metas("keywords", "Doe, Jane; Roe, Ann; Rain")) == ["Doe, Jane", "Roe, Ann", "Rain"]


def test_a_headline_in_the_place_of_keywords_is_not_split():
    assert tags(metas("keywords", "洪水 河川 ダム"), title="洪水 河川 ダム") is None
    assert tags(metas("keywords", "洪水 河川 ダム")) == ["洪水", "河川", "ダム"]


def test_a_tag_of_a_list_may_have_a_comma():
    assert tags(metas("article:tag", "Paris, Texas", "Rain", "River")) == [
        "Paris, Texas",
        "Rain",
        "River",
    ]


def test_a_form_for_addresses_is_the_same_tag():
    assert tags(metas("article:tag", "river-watch", "River Watch", "rain")) == [
        "River Watch",
        "rain",
    ]


@pytest.mark.parametrize(
    "mark",
    [
        "Lite:true",
        "Category: Reviews",
        "type_review",
        "stream-23490979",
        "18153161",
        "https://x.example/a",
        "Valley Post",
        "Valley Post-US",
        "Flood",
        "news",
        "a long keyword that says everything the headline says once more",
    ],
)
def test_marks_for_machines_and_for_the_site_are_no_tags(mark: str):
    assert tags(metas("article:tag", "Rain", mark), site="Valley Post") == ["Rain"]


def test_a_key_may_lead_to_a_tag_and_a_colon_may_be_part_of_one():
    html = metas("article:tag", "Tag:Docker", "Space Wars: The Return")
    assert tags(html) == ["Docker", "Space Wars: The Return"]


def test_keywords_that_the_article_never_names_are_those_of_the_site():
    html = metas("keywords", "politics, sport, culture, stock market, weather")
    assert tags(html, text="The river rose in the night.") is None
    phrases = metas("keywords", "how to measure river levels, rising river, dam failure")
    assert tags(phrases, text="How a river is measured; what levels mean when a river is rising.")
    on_topic = metas("keywords", "river, dam, rainfall record")
    assert tags(on_topic, text="The river rose behind the dam.") == [
        "river",
        "dam",
        "rainfall record",
    ]


def test_keywords_of_the_articles_item_go_before_those_for_search_engines():
    data = json.dumps({"@type": "NewsArticle", "keywords": ["Dams", "Rain"]})
    item = f'<script type="application/ld+json">{data}</script>'
    assert tags(item + metas("keywords", "river")) == ["Dams", "Rain"]


def test_printed_tags_by_rel_or_class_but_no_cloud_and_no_teasers():
    links = '<a rel="tag" href="/t/1">Dams</a> <a rel="tag" href="/t/2">Rain</a>'
    assert tags(f"<footer>{links}</footer>") == ["Dams", "Rain"]
    assert tags(f"<div class='tag-cloud'>{links}</div>") is None
    assert tags(f"<div class='related-posts'>{links}</div>") is None
    classed = (
        '<ul class="post-tags"><li><a href="/a">Dams</a></li><li><a href="/b">Rain</a></li></ul>'
    )
    assert tags(classed) == ["Dams", "Rain"]
    assert tags(classed.replace("post-tags", "ArticlePage-tags")) == ["Dams", "Rain"]
    assert tags(classed.replace("post-tags", "story-price-tag")) is None
    stage = '<div class="stage"><a href="/a">Dams</a></div>'
    assert tags(stage) is None
    first = "<ul><li><a rel=tag href=/t/1>Dams</a></li><li><a rel=tag href=/t/2>Rain</a></li></ul>"
    assert tags(first + "<p><a rel=tag href=/t/9>Other story</a></p>") == ["Dams", "Rain"]


def test_a_list_is_taken_whole_where_only_some_links_are_marked():
    links = '<a href="/t/1">Dams</a> <a href="/t/2">Rain</a> <a rel="tag" href="/t/3">River</a>'
    assert tags(f"<p class='topics'>{links}</p>") == ["Dams", "Rain", "River"]
    assert tags(f"<p>{links}</p>") == ["River"]


def test_the_headline_cut_into_words_is_no_list_of_tags():
    title = "Valley workers leave as new dam law takes effect"
    cut = "valley, workers, leave, as, new, dam, law, takes, effect, post news"
    assert tags(metas("keywords", cut), title=title) is None
    assert tags(metas("keywords", "dam, law, valley"), title=title) == ["dam", "law", "valley"]


def test_how_many_articles_have_a_tag_is_no_part_of_it():
    assert tags(metas("tags", "Dams (611 posts)", "Rain (36)", "Rain (Weather)")) == [
        "Dams",
        "Rain",
        "Rain (Weather)",
    ]


def test_a_year_is_a_part_of_the_tag():
    names = ["Flood (1953)", "Harbour (2015 film)"]
    assert tags(metas("tags", *names, "Rain (1204)")) == [*names, "Rain"]


def test_a_label_may_be_longer_than_the_tags_beside_it():
    line = '<div class="tags"><span>الكلمات المفتاحية</span><a href="/t/1">الماء</a></div>'
    assert tags(f"<h1>Flood</h1><p>Text.</p>{line}") == ["الماء"]


@pytest.mark.parametrize(
    "line",
    [
        'Címkék: <a href="/c/1">duna</a>, <a href="/c/2">híd</a>',
        'Tagy: <a href="/c/1">duna</a>, <a href="/c/2">híd</a>',
        'registrado em: <a href="/c/1">duna</a>, <a href="/c/2">híd</a>',
        '<span>關鍵字：</span><a href="/k/1">duna</a><a href="/k/2">híd</a>',
    ],
)
def test_a_word_for_tags_opens_their_line(line: str):
    assert tags(f"<h1>Flood</h1><p>Text.</p><div>{line}</div>") == ["duna", "híd"]


def test_a_sentence_with_one_link_is_no_line_of_tags():
    line = 'Themen: was <a href="/x">hier</a> in der Woche noch alles zu lesen und zu hören ist.'
    assert tags(f"<h1>Flood</h1><p>{line}</p>") is None


@pytest.mark.parametrize(
    "around",
    [
        "<nav>{}</nav>",
        "<header><div>{}</div></header>",
        "<footer><div>{}</div></footer>",
        "<aside>{}</aside>",
        "<div class='related-posts'><h3><a href='/9'>Another story</a></h3>{}</div>",
    ],
)
def test_the_sites_own_line_of_topics_is_none_of_the_articles(around: str):
    topics = around.format('<p>Topics: <a href="/sport">Sport</a> <a href="/trade">Trade</a></p>')
    own = '<p>Tags: <a href="/t/1">Dams</a>, <a href="/t/2">Rain</a></p>'
    story = "<h1>Flood</h1><p>Text.</p>"
    assert tags(f"{topics}<main>{story}</main>") is None
    assert tags(f"{topics}<main>{story}{own}</main>") == ["Dams", "Rain"]
    assert tags(f"{story}<footer class='entry-footer'>{own}</footer>") == ["Dams", "Rain"]
    assert tags(f"<article>{story}<footer>{own}</footer></article>") == ["Dams", "Rain"]
