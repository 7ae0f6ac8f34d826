"""Section, tags, description, picture and canonical address."""

from scraper.page import read_page
from scraper.parsers import about


def page(html: str):
    return read_page(html, url="https://a.example/2020/05/flood")


def test_section_from_meta_then_item_then_breadcrumb():
    crumbs = (
        '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": ['
        '{"@type": "ListItem", "name": "Home"}, {"@type": "ListItem", "item": '
        '{"@type": "Thing", "name": "Weather"}}, {"@type": "ListItem", "name": "Flood"}]}</script>'
    )
    assert about.find_section(page(crumbs)).value == "Weather"
    meta = '<meta property="article:section" content="Local">'
    assert about.find_section(page(meta + crumbs)).value == "Local"
    assert about.find_section(page("<p>x</p>")) is None


def test_tags_are_split_and_unique_in_order():
    html = '<meta property="article:tag" content="Flood"><meta property="article:tag" content="flood, Rain">'
    assert about.find_tags(page(html)).value == ["Flood", "Rain"]
    assert about.find_tags(page('<meta name="keywords" content="a; b|c">')).value == ["a", "b", "c"]


def test_description_and_image_are_resolved():
    html = '<meta name="description" content="Short."><meta property="og:image" content="/i.jpg">'
    assert about.find_description(page(html)).value == "Short."
    assert about.find_image(page(html)).value == "https://a.example/i.jpg"


def test_a_canonical_link_to_the_front_page_is_a_mistake():
    wrong = '<link rel="canonical" href="https://a.example/">'
    right = '<meta property="og:url" content="https://a.example/flood">'
    assert about.find_canonical_url(page(wrong)) is None
    assert about.find_canonical_url(page(wrong + right)).value == "https://a.example/flood"
