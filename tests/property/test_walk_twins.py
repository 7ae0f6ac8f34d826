"""The compiled walk gives what the one in Python gives: on any tree, and on hostile ones."""

import gc
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pullquote_test_twins import compiled, has_compiler, twins

from scraper.cut import walk
from scraper.cut.kinds import KINDS
from scraper.page import read_page
from scraper.text import Container, Mark, TextBlock

TAGS = sorted(tag for tag in KINDS if isinstance(tag, str))
TAGS += ["x-y", "nav-bar", "font-face", "section2", "{urn:x}p", "{urn:x}a", "{urn:x}x-y"]
PARSED = [tag for tag in TAGS if tag[0] != "{"] + ["o:p"]
TEXTS = st.one_of(
    st.none(),
    st.sampled_from(["", " ", "\n\t ", "  ", "a", " a", "b ", "a  b", "\x85", "\xa0", "\u3000x"]),
    st.sampled_from(
        ["\u00ad", "\u200b", "é\u0301", "\U0001f600", "行", "a\n\nb", "\x7f", "x\x7fy"]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=6),
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["class", "type", "role", "href", "alttext"]),
    st.sampled_from(["hidden", "none", "presentation", "x", ""]),
    max_size=2,
)


def filled(element: etree._Element, text: str | None, tail: str | None) -> etree._Element:
    """Set the text around an element, as far as XML can hold it."""
    if isinstance(element.tag, str):
        element.text = text
    element.tail = tail
    return element


def new_node(kind: str) -> etree._Element:
    if kind == "#comment":
        return etree.Comment("a note")
    if kind == "#instruction":
        return etree.ProcessingInstruction("php", "echo 1")
    if kind == "#entity":
        return etree.Entity("nbsp")
    return etree.Element(kind)


@st.composite
def trees(draw: st.DrawFn) -> etree._Element:
    """Draw a tree of any elements in any order, as no parser would make them."""
    root = filled(etree.Element(draw(st.sampled_from(TAGS))), draw(TEXTS), draw(TEXTS))
    elements = [root]
    kinds = st.sampled_from([*TAGS, "#comment", "#instruction", "#entity"])
    for kind in draw(st.lists(kinds, max_size=30)):
        node = filled(new_node(kind), draw(TEXTS), draw(TEXTS))
        # Mostly below the last one: deep trees show more than wide ones.
        place = max(0, len(elements) - 1 - draw(st.integers(0, 4)))
        elements[place].append(node)
        if isinstance(node.tag, str):
            for name, value in draw(ATTRIBUTES).items():
                node.set(name, value)
            elements.append(node)
    return root


def plain(made: tuple[list[TextBlock], list[Container]]) -> list[list[object]]:
    """Return everything that blocks and containers hold; elements are the same or are not."""
    return [[getattr(item, field.name) for field in fields(item)] for item in [*made[0], *made[1]]]


def assert_same(root: etree._Element) -> None:
    if has_compiler():
        cut = compiled("scraper.cut.walk", "cut")
        expected = walk.cut(root)
        actual = cut(root)
        assert plain(actual) == plain(expected)
        assert all(type(mark) is Mark for block in actual[0] for mark in block.raw_marks)
        assert all(type(block.raw_marks) is tuple for block in actual[0])


@given(trees())
def test_any_tree(root):
    assert_same(root)


PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in PARSED]),
    st.sampled_from([f"</{tag}>" for tag in PARSED]),
    st.sampled_from(["<!-- a -->", "<?php x ?>", "<![CDATA[y]]>", "&nbsp;", "&unknown;", "&#30;"]),
    st.sampled_from(["<input type=hidden>", "<td role=none>", "<br><br>", "\ud800", "&#xd800;"]),
    st.text(alphabet="ab \n\t\u00ad\u200b。é&;#x1e<", max_size=8),
)


@given(st.lists(PIECES, max_size=60), st.booleans())
def test_any_page(pieces, keeps_comments):
    html = "".join(pieces)
    assert_same(read_page(html).root)
    parser = etree.HTMLParser(remove_comments=not keeps_comments)
    root = etree.fromstring(f"<html>{html.encode('utf-8', 'replace').decode()}</html>", parser)
    assert_same(root)


@given(st.lists(st.sampled_from([" ", "a", "<![CDATA[]]>", "<![CDATA[ b]]>", "<i> c</i>", "<p/>"])))
def test_any_text_in_parts(parts):
    parser = etree.XMLParser(strip_cdata=False)
    assert_same(etree.fromstring(f"<div>{''.join(parts)}</div>", parser))


@given(st.binary(max_size=200))
def test_any_bytes(content):
    assert_same(read_page(b"<p>" + content).root)


def deep(tag: str, depth: int) -> etree._Element:
    """Return a tree deeper than any parser makes, without a call a level."""
    root = place = etree.Element("body")
    for number in range(depth):
        place = etree.SubElement(place, tag)
        place.text = f"{number} "
    return root


HOSTILE = {
    "deep containers": lambda: deep("div", 3000),
    "deep marks": lambda: deep("b", 3000),
    "deep custom elements": lambda: deep("x-y", 3000),
    "deep lists of code": lambda: deep("pre", 400),
    "a long text": lambda: read_page("<p>" + "word and " * 200_000).root,
    "long white space": lambda: read_page("<p>a" + " \n" * 500_000 + "<b>b</b>").root,
    "many items": lambda: read_page("<li>one" * 50_000).root,
    "many names": lambda: read_page("".join(f"<x{n}>a</x{n}>" for n in range(3000))).root,
    "many breaks": lambda: read_page("a<br>" * 20_000).root,
    "many links": lambda: read_page("<a href=x>a</a> " * 20_000).root,
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages(make):
    assert_same(make())


@pytest.mark.parametrize("twin", twins("scraper.cut.walk", "cut"))
def test_what_is_kept_keeps_the_document(twin):
    blocks, containers = twin()(read_page("<div class=x><p>one <b>two</b></p></div>").root)
    gc.collect()
    (block,) = blocks
    assert [mark.element.text for mark in block.raw_marks] == ["two"]
    assert block.raw_marks[0].element.getparent().getparent().get("class") == "x"
    assert [container.element.tag for container in containers] == ["html", "body", "div", "p"]


@pytest.mark.parametrize("twin", twins("scraper.cut.walk", "cut"))
def test_an_element_that_was_taken_out_stays_whole(twin):
    root = read_page("<div><p>one</p><p>two</p></div>").root
    blocks, containers = twin()(root)
    root.clear()
    del root
    gc.collect()
    assert [containers[block.container].element.text for block in blocks] == ["one", "two"]


@pytest.mark.parametrize("twin", twins("scraper.cut.walk", "cut"))
def test_no_memory_is_kept(twin):
    root = read_page("<div>a <b>b <i>c</i></b><pre>d</pre><x-y>e</x-y></div>" * 20).root
    cut = twin()
    kept = (Container, TextBlock, Mark)
    cut(root)
    gc.collect()
    before = sum(isinstance(found, kept) for found in gc.get_objects())
    for _ in range(5):
        cut(root)
    gc.collect()
    assert sum(isinstance(found, kept) for found in gc.get_objects()) <= before


@pytest.mark.parametrize("twin", twins("scraper.cut.walk", "cut"))
def test_what_is_no_element_is_refused(twin):
    with pytest.raises((TypeError, AttributeError)):
        twin()(None)


@pytest.mark.parametrize("code", [9, 10, 11, 12, 13, *range(28, 34), 127])
@pytest.mark.parametrize("form", ["{0}a{0}{0} b{0}", "{0}", "a{0}", "  a {0}  b  ", "a{0}<br>{0}b"])
def test_white_space_and_controls_of_ascii(code, form):
    text = form.format(chr(code))
    assert_same(read_page(f"<p>{text}<pre>{text}</pre><table><td>{text}<td>{text}</table>").root)
