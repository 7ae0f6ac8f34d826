import pytest
from lxml import etree
from pullquote_test_twins import twins

from scraper.cut import cut
from scraper.text import TextBlock


@pytest.fixture(autouse=True, params=twins("scraper.cut.walk", "cut"))
def _twin(request, monkeypatch):
    monkeypatch.setitem(globals(), "cut", request.param())


def cut_html(html: str):
    root = etree.fromstring(f"<html><body>{html}</body></html>", etree.HTMLParser())
    return cut(root.find("body"))


def texts(html: str) -> list[str]:
    return [block.text for block in cut_html(html)[0]]


@pytest.mark.parametrize(
    "html, expected",
    [
        pytest.param("<p>One</p><p>Two</p>", ["One", "Two"], id="paragraphs"),
        pytest.param("<div>One<p>Two</p>Three</div>", ["One", "Two", "Three"], id="bare text"),
        pytest.param("<p>Fact<sup>1</sup> stands.</p>", ["Fact1 stands."], id="inline joins"),
        pytest.param("<p> so  \n much\t space </p>", ["so much space"], id="white space"),
        pytest.param("<p>one\u00adword\u200b</p>", ["oneword"], id="invisible characters"),
        pytest.param("<p>Line<br>break</p>", ["Line\nbreak"], id="line break"),
        pytest.param("<p>One<br><br>Two</p>", ["One", "Two"], id="two breaks part blocks"),
        pytest.param("<p>One<br> \n <br>Two</p>", ["One", "Two"], id="space between breaks"),
        pytest.param("<p>One</p><script>no()</script><style>p{}</style>", ["One"], id="scripts"),
        pytest.param("<p>a<script>x</script>b</p>", ["ab"], id="text behind a script"),
        pytest.param("<p><ruby>古<rp>(</rp><rt>ふる</rt><rp>)</rp></ruby>い橋</p>", ["古い橋"], id="readings"),
        pytest.param("<p></p><div> \n </div><p>x</p>", ["x"], id="empty elements"),
        pytest.param("<p>a <x-note>b</x-note> c</p>", ["a b c"], id="custom element in a line"),
        pytest.param("<x-card>a</x-card><x-card>b</x-card>", ["a", "b"], id="custom components"),
        pytest.param("<p>&#30;bell &#31; rings</p>", ["bell rings"], id="control characters"),
        pytest.param("<p>a<!-- note -->b<b>c</b></p>d", ["abc", "d"], id="text behind a comment"),
        pytest.param("<p>a<svg><g><text>x</text></g><g></g></svg>b</p><p>c</p>", ["ab", "c"], id="what is left out ends with its last child"),
        pytest.param("<div><div><div>a</div></div></div><p>b</p>", ["a", "b"], id="several end at once"),
        pytest.param("<pre></pre> <p>a</p><pre> b</pre> c", ["a", " b", "c"], id="around code"),
        pytest.param("", [], id="nothing"),
    ],
)  # fmt: skip
def test_blocks(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


def test_code_keeps_its_white_space_and_breaks() -> None:
    assert texts("<pre>\n  if x:\n    <b>go</b><br><br>end  \n</pre>") == ["  if x:\n    go\n\nend"]


def test_rows_of_a_data_table_are_lines_with_tabs() -> None:
    html = (
        "<table>\n<tr>\n<th>Town</th>\n<th>Rain</th>\n</tr>\n"
        "<tr>\n<td>Arnholt</td>\n<td><b>12</b> mm</td>\n</tr></table>"
    )
    assert texts(html) == ["Town\tRain", "Arnholt\t12 mm"]


def test_an_empty_corner_cell_keeps_its_column() -> None:
    html = "<table><tr><td></td><td>May</td></tr><tr><td>Rain</td><td>3</td></tr></table>"
    assert texts(html) == ["\tMay", "Rain\t3"]


def test_cells_of_a_layout_table_are_blocks() -> None:
    html = "<table role=presentation><tr><td>Menu</td><td>Text</td></tr><tr><td>a<td>b</table>"
    assert texts(html) == ["Menu", "Text", "a", "b"]


def test_containers_are_ranges_of_blocks_and_of_containers() -> None:
    blocks, containers = cut_html("<div><p>a</p><ul><li>b</li><li>c</li></ul></div><p>d</p>")
    assert [(c.tag, c.first, c.end, c.stop, c.parent, c.depth) for c in containers] == [
        ("body", 0, 4, 7, -1, 0),
        ("div", 0, 3, 6, 0, 1),
        ("p", 0, 1, 3, 1, 2),
        ("ul", 1, 3, 6, 1, 2),
        ("li", 1, 2, 5, 3, 3),
        ("li", 2, 3, 6, 3, 3),
        ("p", 3, 4, 7, 0, 1),
    ]
    assert [containers[block.container].tag for block in blocks] == ["p", "li", "li", "p"]
    assert [block.index for block in blocks] == [0, 1, 2, 3]


def test_link_characters_are_counted() -> None:
    (block,), _ = cut_html("<p>See <a href=x>the plan</a> of <a href=y>May</a>.</p>")
    assert block.link_chars == len("the plan") + len("May")


def test_a_link_around_blocks_counts_for_each() -> None:
    blocks, _ = cut_html("<a href=x><h3>Title</h3><p>Teaser</p></a>")
    assert [block.link_chars for block in blocks] == [5, 6]
    assert [block.marks()[0].element.tag for block in blocks] == ["a", "a"]


@pytest.mark.parametrize(
    ("anchor", "count"),
    [
        pytest.param("<a name=top>", 0, id="a place"),
        pytest.param("<a name=top href=/1>", 4, id="a link with a name"),
        pytest.param("<a class=share>", 4, id="by script"),
    ],
)
def test_a_place_that_was_left_open_is_no_link(anchor: str, count: int) -> None:
    blocks, _ = cut_html(f"{anchor}<p>Text</p>")
    assert [block.link_chars for block in blocks] == [count]


def marked(block: TextBlock) -> list[tuple[str, str]]:
    return [(m.element.tag, block.text[m.start : m.end]) for m in block.marks()]


@pytest.mark.parametrize(
    "html, expected",
    [
        pytest.param("<p>So <em>much</em> rain</p>", [("em", "much")], id="plain"),
        pytest.param("<p> So  <em> much </em>\n rain</p>", [("em", "much")], id="white space"),
        pytest.param(
            "<p><a href=x>All <b>of</b> it</a></p>", [("a", "All of it"), ("b", "of")], id="nested"
        ),
        pytest.param("<p>Fact<a id=n1></a> here</p>", [("a", "")], id="empty anchor"),
        pytest.param("<p>x\u00ad<i>y\u00adz</i></p>", [("i", "yz")], id="invisible characters"),
        pytest.param("<pre>\n\n  a <b>b</b></pre>", [("b", "b")], id="code"),
        pytest.param("<p>one<br><i>two</i></p>", [("i", "two")], id="after a break"),
        pytest.param("<p>plain</p>", [], id="none"),
    ],
)
def test_marks_cover_the_words_of_their_elements(html: str, expected) -> None:
    (block,), _ = cut_html(html)
    assert marked(block) == expected


def steps_of(count: int, html: str) -> int:
    """Count the pieces that a cut makes: grows as the work does."""
    blocks, containers = cut_html(html * count)
    return len(blocks) + len(containers) + sum(len(block.raw_marks) for block in blocks)


@pytest.mark.parametrize(
    "html", ["<p>a <a>b</a></p>", "<br>x", "<tr><td>a<td>b", "<b>x</b> "], ids=repr
)
def test_what_is_made_grows_with_the_page(html: str) -> None:
    assert steps_of(2000, html) < 2.2 * steps_of(1000, html)


def test_deep_nesting_is_cut() -> None:
    parser = etree.HTMLParser(huge_tree=True)
    depth = 1000
    root = etree.fromstring(f"<body>{'<div>' * depth}x{'</div>' * depth}</body>", parser)
    blocks, _ = cut(root.find("body"))
    assert [block.text for block in blocks] == ["x"]


def test_marks_and_attributes_are_read_once() -> None:
    (block,), containers = cut_html('<p class="dek" id=x>a  <b>word</b></p>')
    assert block.marks() is block.marks()
    holder = containers[block.container]
    assert holder.attributes == {"class": "dek", "id": "x"}
    assert holder.attributes is holder.attributes
    assert containers[0].attributes == {}


def test_pictures_and_form_fields_are_counted_with_the_block_that_follows() -> None:
    html = (
        "<img><p>one <img></p><form><input type=hidden><input><select></select></form><p>two</p>"
        "<iframe>x</iframe><p>three</p>"
    )
    blocks, _ = cut_html(html)
    assert [(b.text, b.media, b.controls) for b in blocks] == [
        ("one", 2, 0),
        ("two", 0, 2),
        ("three", 1, 0),
    ]


@pytest.mark.parametrize("tag", ["noscript", "b", "a", "pre", "article", "template"])
def test_any_element_can_be_cut(tag: str) -> None:
    root = etree.fromstring(f"<body><{tag}>one <i>two</i></{tag}>tail</body>", etree.HTMLParser())
    element = root.find(f".//{tag}")
    blocks, containers = cut(element)
    assert [(block.text, block.container) for block in blocks] == [("one two", 0)]
    assert [(c.element, c.first, c.end, c.stop) for c in containers] == [(element, 0, 1, 1)]


@pytest.mark.parametrize(
    ("html", "parted"),
    [
        ("<span>Jane Doe</span><span>March 8, 2016</span>", "Jane Doe · March 8, 2016"),
        ("<span>8 March 2016</span><span>4 min read</span>", "8 March 2016 · 4 min read"),
        ("<time>8 March 2016</time><a href=/s>Sport</a>", "8 March 2016 · Sport"),
        ("<span>By</span>\n<span>Jane</span><br><span>2016</span>", "By Jane\n2016"),
        ("<b>O</b>nce, <i>Mc</i>donald said in 2016<sup>th</sup>", "Once, Mcdonald said in 2016th"),
        ("<span>Doe</span><span>8 March</span>", "Doe8 March"),
        ("<span>a</span><span>B</span>" + "c" * 259, "aB" + "c" * 259),
        ("<pre><i>a</i><i>B</i></pre>", "aB"),
    ],
)
def test_words_and_numbers_of_two_elements_that_touch(html: str, parted: str) -> None:
    (block,), _ = cut_html(html)
    assert block.parted(" · ") == parted
    assert block.text.replace(" ", "") == parted.replace(" · ", "").replace(" ", "")
