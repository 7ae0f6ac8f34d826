"""Bytes, headers and address to a page."""

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.page import read_page


def test_links_resolve_against_the_base_element():
    page = read_page('<base href="/news/"><p>x</p>', url="https://a.example/x/y")
    assert page.resolve("story.html") == "https://a.example/news/story.html"


@pytest.mark.parametrize(
    "href", ["javascript:void(0)", "mailto:a@b.example", "", None, "http://[broken", "tel:1"]
)
def test_what_is_no_web_address_resolves_to_none(href):
    assert read_page("<p>x</p>", url="https://a.example/").resolve(href) is None


def test_the_title_element_is_the_head_s_and_no_drawing_s():
    drawing = "<svg><title>A gull</title></svg>"
    page = read_page(f"<html><head><title>Harbour news</title></head><body>{drawing}<p>x</p>")
    assert page.title_element is not None
    assert page.title_element.text == "Harbour news"
    assert read_page(f"<html><body>{drawing}<p>x</p>").title_element is None


def test_a_relative_link_without_page_address_is_none():
    assert read_page("<p>x</p>").resolve("story.html") is None


def test_line_breaks_in_an_address_are_dropped():
    page = read_page("<p>x</p>", url="https://a.example/")
    assert page.resolve(" /a\n/b ") == "https://a.example/a/b"


def test_header_names_are_folded():
    assert read_page("<p>x</p>", headers={"ETag": "1"}).headers == {"etag": "1"}


def test_xhtml_with_a_declaration_is_parsed_from_text():
    page = read_page('<?xml version="1.0" encoding="utf-16"?><html><body><p>x</p></body></html>')
    assert [block.text for block in page.blocks] == ["x"]


@pytest.mark.parametrize("content", [b"", b"   ", b"\x00\x00", b"<!-- only a comment -->"])
def test_an_empty_page_is_a_warning(content):
    page = read_page(content)
    assert page.blocks == []
    assert any("empty" in warning for warning in page.warnings)


def test_nul_bytes_do_not_end_the_page():
    page = read_page(b"<p>before\x00after</p>")
    assert [block.text for block in page.blocks] == ["beforeafter"]


def test_evidence_path_leads_to_the_element():
    page = read_page("<main><p>one</p><p>two</p></main>")
    path = page.path_of(page.blocks[1])
    assert page.root.xpath(path)[0].text == "two"


def test_deep_nesting_and_long_text_are_read():
    assert read_page(b"<div>" * 100_000 + b"x").containers
    assert len(read_page(b"<p>" + b"a " * 2_000_000).blocks[0].text) == 3_999_999


@pytest.mark.parametrize(
    "html",
    [
        "<title>t</title><article><p>one</p></article><p>two</p>",
        "<title>t</title><main><p>one</p></main><aside><p>two</p></aside>",
        "<head><title>t</title><body><my-story><p>one</p></my-story><p>two</p>",
        "<html><head><title>t</title><section><p>one</p></section></head><body><p>two</p></body>",
    ],
)
def test_content_of_a_page_without_head_and_body_tags_is_read(html):
    assert [block.text for block in read_page(html).blocks] == ["one", "two"]


DEEP = 3000


@pytest.mark.parametrize("tag", ["div", "b", "section><p", "ul><li"])
def test_text_of_elements_nested_too_deep_is_kept(tag: str) -> None:
    name = tag.partition(">")[0]
    html = f"<body>before{f'<{tag}>' * DEEP}<p>inside</p>{f'</{name}>' * DEEP}<p>after</p></body>"
    page = read_page(html)
    assert [block.text for block in page.blocks] == ["before", "inside", "after"]
    assert any("nested too deep" in warning for warning in page.warnings)


def test_flattening_leaves_scripts_and_comments_alone() -> None:
    odd = "<script>if (a<div>b) {}</script><!-- <div> --><title>a <div> b</title>"
    page = read_page(f"{odd * DEEP}{'<div>' * DEEP}<p>inside</p>{'</div>' * DEEP}<p>after</p>")
    assert [block.text for block in page.blocks] == ["inside", "after"]
    assert page.root.findtext(".//title") == "a <div> b"


def test_nesting_of_real_pages_leaves_no_warning() -> None:
    page = read_page(f"<body>{'<div>' * 200}<p>inside</p>{'</div>' * 200}<p>after</p></body>")
    assert page.warnings == ()


def test_a_page_of_more_tags_than_are_read_is_cut_off(monkeypatch) -> None:
    monkeypatch.setattr("scraper.markup._TAG_LIMIT", 10)
    page = read_page("<body>" + "<p>text</p>" * 20)
    assert 0 < len(page.blocks) < 6
    assert page.warnings == ("html: only the first 10 tags are read",)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<body><p>a</p></body></html><div><p>b</p></div>", id="behind the root"),
        pytest.param("<body><p>a</p></body><div><p>b</p></div></html>", id="behind the body"),
        pytest.param(
            "<html><head><title>t</title></head><body><p>a</p></body></html>"
            "<html><head><meta name=x></head><body><p>b</p></body></html>",
            id="two pages in one",
        ),
    ],
)
def test_what_follows_the_end_is_in_the_body(html):
    page = read_page(html)
    assert [block.text for block in page.blocks] == ["a", "b"]
    assert all(child.tag in ("head", "body") for child in page.root)


def test_plain_text_has_paragraphs():
    long = "The council reopened the old bridge yesterday after two years of work,"
    page = read_page(f"The bridge\n\nBy Jane Doe\n12 March 2021\n\n{long}\nwith < 5 & music.\n")
    assert [block.text for block in page.blocks] == [
        "The bridge",
        "By Jane Doe\n12 March 2021",
        f"{long} with < 5 & music.",
    ]


def test_a_declared_shadow_root_is_shown():
    html = (
        "<x-story><template shadowrootmode=open><p>a</p></template></x-story><template>b</template>"
    )
    assert [block.text for block in read_page(html).blocks] == ["a"]


def test_what_follows_an_element_left_open_without_scripts_is_shown():
    html = "<noscript><div></noscript><p>a</p>{}<p>b</p><noscript></div></noscript>"
    assert [block.text for block in read_page(html.format("")).blocks] == ["a", "b"]
    html = "<noscript><div></noscript><p>a</p><script>c</script><p>b</p>"
    assert [block.text for block in read_page(html).blocks] == ["a", "b"]
    html = "<p>a</p><noscript><p>c</p></noscript><script>c</script>"
    assert [block.text for block in read_page(html).blocks] == ["a"]


def test_letters_with_their_accents_behind_them_are_composed():
    html = (
        '<meta name="author" content="Re\u0301my Du\u0302val"><p>Re\u0301my <b>Du\u0302val</b> '
        '<a href="https://a.example/re\u0301my.pdf">\u304b\u3099</a></p>'
    )
    page = read_page(html)
    assert page.blocks[0].text == "R\u00e9my D\u00fbval \u304c"
    assert page.root.find(".//meta").get("content") == "R\u00e9my D\u00fbval"
    assert page.root.find(".//a").get("href") == "https://a.example/re\u0301my.pdf"


def test_a_letter_without_a_composed_form_keeps_its_accent():
    assert read_page("<p>x\u0301y</p>").blocks[0].text == "x\u0301y"


PIECES = st.sampled_from(
    "http:// https:// HTTPS:// // / . .. ./ ? # ; & % : @ [ ] a b.c é ~ mailto: x=1 :80".split()
)
BASES = st.sampled_from(
    (
        "https://h.example/a/b.html?q=1#f",
        "http://u:p@h.example:8080/x/",
        "HTTP://H.example",
        "file:///a",
    )
)


@given(BASES, st.lists(PIECES, min_size=1, max_size=8).map("".join))
def test_plain_links_resolve_as_all_others_do(base, href):
    try:
        joined = urljoin(base, href)
        parts = urlsplit(joined)
        is_web = parts.scheme in ("http", "https") and parts.netloc != ""
    except ValueError:
        is_web = False
    assert read_page("<p>x</p>", url=base).resolve(href) == (joined if is_web else None)


def test_what_parsers_share_is_found_once():
    asked = []

    def count_blocks(page):
        asked.append(page)
        return len(page.blocks)

    page = read_page("<p>one</p><p>two</p>")
    assert [page.once(count_blocks), page.once(count_blocks)] == [2, 2]
    assert asked == [page]


def test_what_is_asked_with_an_argument_is_found_once_an_argument():
    asked = []

    def find_block(page, text):
        asked.append(text)
        return next((block.index for block in page.blocks if block.text == text), None)

    page = read_page("<p>one</p><p>two</p>")
    found = [page.once(find_block, text) for text in ("two", "none", "two", "none")]
    assert found == [1, None, 1, None]
    assert asked == ["two", "none"]
