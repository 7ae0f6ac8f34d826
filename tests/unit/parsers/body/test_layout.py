import pytest
from lxml import etree

from scraper.cut import cut
from scraper.parsers.body.layout import Hints, lay_out, name_parts, read_rows, whole_mark
from scraper.parsers.rules.boilerplate import ANCESTOR_BITS, WHOLE_MARKS

WEIGHTS = {"menu": -3.0, "post": 1.0, "body": 0.5}


def laid_out(html: str):
    root = etree.fromstring(f"<html><body>{html}</body></html>", etree.HTMLParser())
    blocks, containers = cut(root.find("body"))
    return lay_out(blocks, containers, Hints(WEIGHTS)), blocks


@pytest.mark.parametrize(
    "value, expected",
    [
        ("post-body", ["post", "body"]),
        ("postBody", ["post", "body"]),
        ("PostBody post_body", ["post", "body"]),
        ("sc-1f9 a", ["sc"]),
        ("NAV Menu", ["nav", "menu"]),
        ("", []),
    ],
)
def test_name_parts(value: str, expected: list[str]) -> None:
    assert name_parts(value) == expected


def test_only_the_start_of_a_long_attribute_is_read() -> None:
    assert len(name_parts(" ".join(f"x{chr(97 + i % 26)}q" for i in range(10_000)))) < 200


def test_hints_are_least_greatest_and_sum() -> None:
    hints = Hints(WEIGHTS)
    assert hints.of("post-menu") == (-3.0, 1.0, -2.0)
    assert hints.of("post-menu") == (-3.0, 1.0, -2.0)
    assert hints.of("post-body") == (0.0, 1.0, 1.5)
    assert hints.of("unheard") == (0.0, 0.0, 0.0)


def test_up_skips_containers_of_the_same_blocks() -> None:
    layout, _ = laid_out("<div><section><div><p>a</p></div></section><p>b</p></div>")
    own = layout.own[0]
    outer = layout.up[own]
    assert (layout.first[outer], layout.end[outer]) == (0, 2)
    assert layout.up[layout.up[outer]] == layout.up[outer]


def test_hints_reach_down_and_join_over_wrappers() -> None:
    layout, _ = laid_out('<div class="menu"><div><p>a</p></div></div><p class="post">b</p>')
    first, second = layout.own
    assert layout.least[first] == -3
    assert layout.path_least[first] == -3
    assert layout.path_sum[second] == 1
    assert layout.path_least[second] == 0


def test_ids_of_headings_are_words_of_the_text() -> None:
    layout, _ = laid_out('<h2 id="menu">Menu</h2><p id="menu">x</p>')
    assert layout.least[layout.own].tolist() == [0, -3]


@pytest.mark.parametrize(
    "html, name",
    [
        ("<nav><p>x</p></nav>", "nav"),
        ('<div role="navigation"><p>x</p></div>', "nav"),
        ('<div role="contentinfo"><p>x</p></div>', "footer"),
        ('<div style="color:red;display: none"><p>x</p></div>', "hidden"),
        ("<div hidden><p>x</p></div>", "hidden"),
        ('<div aria-hidden="true"><p>x</p></div>', "hidden"),
        ("<figure><figcaption>x</figcaption></figure>", "figcaption"),
    ],
)
def test_what_a_block_stands_in(html: str, name: str) -> None:
    layout, _ = laid_out(html)
    assert layout.bits[layout.own[0]] & ANCESTOR_BITS[name]


def test_families_are_siblings_alike_and_kin_are_alike_all_the_way_up() -> None:
    layout, _ = laid_out(
        '<ul><li class="x"><p>a</p></li><li class="x"><p>b</p></li></ul><ul><li class="x">c</ul>'
    )
    a, b, c = layout.own
    assert layout.kin[a] == layout.kin[b] != layout.kin[c]
    assert layout.family[layout.up[a]] != layout.family[c]


@pytest.mark.parametrize(
    "html, expected",
    [
        ("<p><a href=x>All of it</a></p>", "a"),
        ("<p><strong>Lead line.</strong> x</p>", "strong"),
        ("<p>A line with <b>one</b> word</p>", None),
    ],
)
def test_whole_mark(html: str, expected: str | None) -> None:
    _, (block,) = laid_out(html)
    assert whole_mark(block, WHOLE_MARKS) == (WHOLE_MARKS[expected] if expected else 0)


def test_the_rows_lie_in_one_piece_as_the_compiled_table_wants_them() -> None:
    root = etree.fromstring("<body><div><p>a<p>b</div><p>c", etree.HTMLParser())
    numbers, hinted = read_rows(cut(root.find("body"))[1], Hints({}))
    assert numbers.flags.c_contiguous
    assert hinted.flags.c_contiguous
