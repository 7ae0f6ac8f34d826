import pytest
from lxml import etree
from pullquote_test_twins import compiled, has_compiler, twins

from scraper import census
from scraper.tree import MOST_FOUND


@pytest.fixture(params=twins("scraper.census", "count"))
def count(request):
    return request.param()


def parse(html: str) -> etree._Element:
    return etree.fromstring(html, etree.HTMLParser())


def test_tags_in_document_order(count):
    root = parse("<head><meta name=a><title>T</title></head><p><time>1</time><b><time>2</time>")
    tags = count(root)[0]
    assert [element.get("name") for element in tags["meta"]] == ["a"]
    assert [element.text for element in tags["time"]] == ["1", "2"]
    assert tags["abbr"] == []
    assert list(tags) == list(census.TAGS)


def test_elements_are_those_of_the_tree(count):
    root = parse("<p><time itemprop=a>1</time>")
    tags, marked, _ = count(root)
    assert tags["time"][0] is marked["microdata"][0] is root.find(".//time")


def test_an_element_with_two_attributes_is_marked_once(count):
    root = parse("<div itemscope itemprop=a typeof=B property=c><i itemprop=b>x</i></div>")
    marked = count(root)[1]
    assert [element.tag for element in marked["microdata"]] == ["div", "i"]
    assert [element.tag for element in marked["rdfa"]] == ["div"]


def test_trails_categories_and_tags_are_named_by_several_attributes(count):
    root = parse(
        "<nav id=Breadcrumb><ol class='rootline'><a rel='category tag'>Sport</a></ol></nav>"
        "<p aria-label=breadcrumbs><b class=post-tags>x</b><i class=other rel=next>y</i>"
    )
    named = count(root)[2]
    tags = {name: [element.tag for element in found] for name, found in named.items()}
    assert tags == {"trail": ["nav", "ol", "p"], "category": ["a"], "tag": ["a", "b"]}


def test_names_of_other_vocabularies_do_not_count(count):
    root = etree.fromstring("<html xmlns:x='urn:x'><x:time x:itemprop='b'/><time/></html>")
    tags, marked, _ = count(root)
    assert [element.tag for element in tags["time"]] == ["time"]
    assert marked["microdata"] == []


def test_what_stands_beside_the_element_does_not_count(count):
    root = parse("<p><b itemprop=b>x</b><time>1</time></p><p itemprop=c>y<time>2")
    tags, marked, _ = count(root.find(".//p"))
    assert [element.text for element in tags["time"]] == ["1"]
    assert [element.get("itemprop") for element in marked["microdata"]] == ["b"]
    assert count(root.find(".//b"))[1]["microdata"] == [root.find(".//b")]


def test_comments_and_entities_are_no_elements(count):
    parser = etree.XMLParser(resolve_entities=False)
    root = etree.fromstring(
        "<!DOCTYPE b [<!ENTITY e '<time/>'>]><b>&e;<!--c--><?p?><time/></b>",
        parser,
    )
    assert len(count(root)[0]["time"]) == 1


def test_no_more_than_some_thousand_of_an_attribute(count):
    root = parse("<i itemprop=a>x</i>" * (MOST_FOUND + 5) + "<i itemscope>y</i>")
    assert len(count(root)[1]["microdata"]) == MOST_FOUND + 1


def test_a_page_counted_meanwhile_leaves_the_count_alone():
    if not has_compiler():
        return  # XPath, which counts without one, lets nobody in
    count = compiled("scraper.census", "count")
    other = parse("<p>nothing to make an element of")

    class Interrupting(etree.PythonElementClassLookup):
        """Counts another page while an element of this one is made, as a thread might."""

        def lookup(self, _document, element):
            if element.tag == "u":
                count(other)

    parser = etree.HTMLParser()
    parser.set_element_class_lookup(Interrupting())
    tags = "<a class=tag>x</a>" * (MOST_FOUND - 1)
    root = etree.fromstring(f"{tags}<u class=tag>y</u><a class=tag>x</a>", parser)
    assert len(count(root)[2]["tag"]) == MOST_FOUND


@pytest.mark.parametrize(
    "html",
    [
        "<div class=a>" * 700 + "x",
        "<p class='a&amp;b &#233;' itemprop>x" * 3000,
        f"<p class='{'a ' * 100_000}' property=b>x",
    ],
    ids=["deep", "many", "a long class"],
)
def test_hostile_pages(html):
    if has_compiler():
        root = parse(html)
        assert compiled("scraper.census", "count")(root) == census.count(root)
