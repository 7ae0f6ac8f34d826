"""The compiled twins of the body parser give what those in Python give, to the last bit."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from lxml import etree
from pullquote_test_twins import compiled, elements, has_compiler, twins

from scraper.cut import cut
from scraper.page import read_page
from scraper.parsers.body import characters, features, layout, masses, trees
from scraper.parsers.body.layout import Hints
from scraper.parsers.rules.boilerplate import TAG_CODES
from scraper.text import Container, TextBlock

WEIGHTS = {"menu": -3.0, "post": 0.1, "body": 0.7, "share": -0.3, "bar": 1e-9}
NAMES = st.sampled_from(
    ["class", "id", "itemprop", "role", "hidden", "aria-hidden", "style", "title", "{urn:x}class"]
)
VALUES = st.sampled_from(
    ["", "post", "post-body", "menu share bar", "shareBar", "é post", "navigation", "banner"]
) | st.sampled_from(["true", "x", "display: none", "display:block", "none"])
TAGS = st.sampled_from(
    ["div", "p", "h2", "nav", "section", "li", "x-y", "header", "html", "{urn:x}p"]
)


def assert_equal(one: np.ndarray, other: np.ndarray) -> None:
    assert one.dtype == other.dtype
    assert one.shape == other.shape
    assert np.array_equal(one, other, equal_nan=True)


TEXTS = st.sampled_from([(None, None), ("a", None), ("a", "b")])
ROOTS = elements(TAGS, NAMES, VALUES, TEXTS)


def trees_of_containers() -> st.SearchStrategy[list[Container]]:
    return ROOTS.map(lambda root: cut(root)[1])


def assert_same_rows(containers: list[Container]) -> None:
    if has_compiler():
        read_rows = compiled("scraper.parsers.body.layout", "read_rows")
        for expected, actual in zip(
            layout.read_rows(containers, Hints(WEIGHTS)),
            read_rows(containers, Hints(WEIGHTS)),
            strict=True,
        ):
            assert_equal(actual, expected)


@given(trees_of_containers())
def test_any_containers(containers):
    assert_same_rows(containers)


WORDS = {
    "ab": 0.1,
    "ba": -0.7,
    "abb": 1e-9,
    "aaa": 0.3,
    "bbbb": -1e-9,
    "é": 9.0,
    "AB": 9.0,
    "aB": -9.0,
}
SIGNS = st.text("aAbB-é{ ", max_size=14)


@given(st.lists(SIGNS, max_size=6), st.integers(290, 300), SIGNS)
def test_words_in_any_case(values, size, last):
    root = etree.Element("body")
    for value in [*values, "é" * size + last, "a" * size + last, " ".join(values)]:
        etree.SubElement(root, "p", {"class": value, "id": value.swapcase()}).text = "a"
    containers = cut(root)[1]
    if has_compiler():
        pure, native = (
            read_rows(containers, Hints(WORDS))
            for read_rows in (
                layout.read_rows,
                compiled("scraper.parsers.body.layout", "read_rows"),
            )
        )
        for expected, actual in zip(pure, native, strict=True):
            assert_equal(actual, expected)


def test_many_different_values_are_told_apart():
    if has_compiler():
        read_rows = compiled("scraper.parsers.body.layout", "read_rows")
        html = "".join(f"<p class='c{n % 700} post'>a" for n in range(2_100))
        containers = read_page(html).containers
        families = read_rows(containers, Hints(WEIGHTS))[0][layout.FAMILY]
        assert len(set(families.tolist())) == 701


@given(st.lists(st.text("aB1é-", min_size=1, max_size=20), min_size=1, max_size=60))
def test_values_and_parents_that_differ_in_little_are_told_apart(ends):
    root = etree.Element("body")
    for end in ends:
        outer = etree.SubElement(root, "div", {"class": "aaaaaaaa" + end[:2]})
        etree.SubElement(outer, "p", {"class": "aaaaaaaaaaaaaa" + end}).text = "a"
        etree.SubElement(outer, "p").text = "a"
    assert_same_rows(cut(root)[1])


def test_the_words_of_the_hints_in_hand_are_asked():
    if has_compiler():
        read_rows = compiled("scraper.parsers.body.layout", "read_rows")
        containers = read_page("<p class=menu>a").containers
        least = [
            read_rows(containers, Hints(weights))[1][layout.LEAST].min()
            for weights in ({"menu": -1.0}, {}, {"menu": -2.0})
        ]
        assert least == [-1.0, 0.0, -2.0]


@pytest.mark.parametrize(
    "html",
    [
        "<div class=post>" * 700 + "x",
        "".join(f"<p class='c{n} post' id=menu{n}>a" for n in range(20_000)),
        "<li class=menu>a" * 50_000,
        f"<div class='{'post ' * 100_000}'>a</div>",
        "<div class='&#55296; post' id=x>a</div>",
    ],
    ids=["deep", "many classes", "many alike", "a long class", "half a pair"],
)
def test_hostile_pages(html):
    assert_same_rows(read_page(html).containers)


def test_an_attribute_in_parts_is_read_whole():
    parser = etree.XMLParser(resolve_entities=False)
    root = etree.fromstring(
        "<!DOCTYPE b [<!ENTITY e 'dy'>]><body><p class='post-bo&e; menu'>a</p></body>", parser
    )
    assert_same_rows(cut(root)[1])


@pytest.mark.parametrize("twin", twins("scraper.parsers.body.layout", "read_rows"))
def test_more_containers_than_are_numbered(twin, monkeypatch):
    (outer, inner) = cut(etree.fromstring("<body><p class='menu'>a</p></body>"))[1]
    many = [outer] + [inner] * (1 << 20)
    numbers, hinted = twin()(many, Hints(WEIGHTS))
    assert numbers[layout.FAMILY].max() == 1
    assert hinted[layout.LEAST].tolist() == [0.0] + [-3.0] * (1 << 20)


def test_containers_out_of_order_are_refused():
    if has_compiler():
        outer, inner = cut(etree.fromstring("<body><p>a</p></body>"))[1]
        with pytest.raises(ValueError, match="stands before the one around it"):
            compiled("scraper.parsers.body.layout", "read_rows")([inner, outer], Hints(WEIGHTS))


Given = tuple[list[TextBlock], str, layout.Layout, characters.Characters, masses.Masses]


def given_of(root: etree._Element, title: str = "") -> Given:
    """Return what a table of features is made from; the tree must hold text."""
    blocks, containers = cut(root)
    laid = layout.lay_out(blocks, containers, Hints(WEIGHTS))
    chars = characters.count_characters([block.text for block in blocks])
    links = np.array([block.link_chars for block in blocks], np.float32)
    return blocks, title, laid, chars, masses.weigh(chars, links, laid.tag[laid.own])


def assert_same_table(given: Given) -> None:
    if has_compiler():
        table, core = compiled("scraper.parsers.body.features", "tabulate")(*given)
        expected, expected_core = features.tabulate(*given)
        assert_equal(table, expected)
        assert table.tobytes() == expected.tobytes()
        assert core == expected_core


LINES = st.sampled_from(
    [
        *("The river rose.", "It rose for three days, and the bridge at Arnholt was closed. "),
        *("7:30", "东京 大桥关闭了。", "“No”, she said\n\n2 DAYS ago"),
    ]
)
PIECES = st.sampled_from(["{}", "<a href=x>{}</a>", "<b>{}</b>", "<p>{}<br>{}", "<img>{}<input>"])


@st.composite
def pages(draw: st.DrawFn) -> etree._Element:
    """Draw a tree whose elements hold words, links, pictures and copies of one another."""
    root = draw(ROOTS)
    for element in [root, *root.iter("p", "div", "li", "h2")]:
        piece, line = draw(PIECES), draw(LINES)
        made = etree.fromstring(
            f"<body><i>{piece.format(line, line)}</i></body>", etree.HTMLParser()
        )
        element.append(made[0][0])
    return root


@given(pages(), st.sampled_from(["", "the river rose.", "the river rose. - arnholt post"]))
def test_any_page_has_the_same_table(root, title):
    assert_same_table(given_of(root, title))


@pytest.mark.parametrize(
    "html",
    [
        "a",
        "<div class=post>" * 700 + "x",
        "<h1>a</h1>" * 300 + "<p>The river rose for three days, and the bridge was closed.</p>",
        "<ul>" + "<li><a href=x>menu</a><li>The river rose, and the bridge was closed." * 300,
    ],
    ids=["one block", "deep", "headings alone", "a list"],
)
def test_odd_pages_have_the_same_table(html):
    assert_same_table(given_of(read_page(html).root, "a"))


@pytest.mark.parametrize(
    "name, index",
    [("own", 9), ("own", -1), ("first", 2), ("end", 9), ("up", 9), ("family", 99), ("kin", -1)],
)
def test_a_layout_that_leads_nowhere_is_refused(name, index):
    if has_compiler():
        blocks, title, laid, chars, weights = given_of(read_page("<p>a<p>b").root)
        wrong = replace(laid, **{name: np.full_like(getattr(laid, name), index)})
        with pytest.raises(ValueError, match="not there"):
            compiled("scraper.parsers.body.features", "tabulate")(
                blocks, title, wrong, chars, weights
            )


def test_what_is_no_block_is_refused():
    if has_compiler():
        blocks, *given = given_of(read_page("<p>a<p>b").root)
        with pytest.raises(TypeError, match="expected blocks"):
            compiled("scraper.parsers.body.features", "tabulate")([blocks[0], "b"], *given)
        with pytest.raises(TypeError, match="expected containers"):
            compiled("scraper.parsers.body.layout", "read_rows")(["b"], Hints(WEIGHTS))


@given(
    st.lists(
        st.tuples(LINES, st.integers(0, 90), st.sampled_from(["p", "h1", "h6", "td"])), min_size=1
    )
)
def test_any_blocks_weigh_the_same(drawn):
    if has_compiler():
        texts, links, tags = zip(*drawn, strict=True)
        given = (
            characters.count_characters(list(texts)),
            np.array(links, np.float32),
            np.array([TAG_CODES[tag] for tag in tags], np.float32),
        )
        to_rows = compiled("scraper.parsers.body.masses", "to_rows")
        for expected, actual in zip(masses.to_rows(*given), to_rows(*given), strict=True):
            assert_equal(actual, expected)


def assert_same_tally(texts: list[str]) -> None:
    if has_compiler():
        tally = compiled("scraper.parsers.body.characters", "tally")
        table = characters._class_table()
        assert_equal(tally(texts, table), characters.tally(texts, table))


@given(st.lists(st.text(st.characters(exclude_characters="\0"), min_size=1), min_size=1))
def test_any_texts(texts):
    assert_same_tally(texts)


@pytest.mark.parametrize("text", ["\ud800", "a\udfffB", "\U0010ffff", "\U0001f600 A", "\uffff"])
def test_characters_that_are_not_in_the_table(text):
    assert_same_tally([text, "A " + text])


NUMBERS = st.floats(width=32, allow_nan=True, allow_infinity=True)


@st.composite
def models(draw: st.DrawFn) -> tuple[np.ndarray, ...]:
    """Draw a matrix and the parts of a model that asks about it."""
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 140))
    questions, depth, size = (
        draw(st.integers(1, 9)),
        draw(st.integers(1, 8)),
        draw(st.integers(1, 12)),
    )
    seed = np.random.default_rng(draw(st.integers(0, 1000)))
    matrix = draw(arrays.arrays(np.float32, (rows, 1), elements=NUMBERS)) + seed.normal(
        size=(rows, columns)
    ).astype(np.float32)
    return (
        matrix.astype(np.float32),
        seed.integers(0, rows, questions),
        seed.normal(size=questions).astype(np.float32),
        seed.integers(0, questions, (depth, size)),
        seed.normal(size=size << depth).astype(np.float32),
    )


@pytest.mark.filterwarnings("ignore:invalid value")
@given(models())
def test_any_model(given):
    if has_compiler():
        leaf_sums = compiled("scraper.parsers.body.trees", "leaf_sums")
        assert_equal(leaf_sums(*given), trees.leaf_sums(*given))


@pytest.mark.parametrize("columns", [1, 2, 31, 32, 33, 127, 128, 129, 300])
def test_the_shipped_model_sums_alike(columns):
    if has_compiler():
        shipped = trees.load_model().trees
        features, borders = shipped.question_feature, shipped.question_border
        seed = np.random.default_rng(columns)
        matrix = seed.choice(borders, (len(shipped.names), columns)) + seed.choice(
            np.array([0, 1e-3], np.float32), (len(shipped.names), columns)
        )
        given = matrix, features, borders, shipped.splits, shipped.values
        leaf_sums = compiled("scraper.parsers.body.trees", "leaf_sums")
        assert_equal(leaf_sums(*given), trees.leaf_sums(*given))


MATRIX = np.zeros((2, 3), np.float32)
MODEL = {
    "features": np.array([0, 1]),
    "borders": np.zeros(2, np.float32),
    "splits": np.array([[0, 1]]),
    "values": np.zeros(4, np.float32),
}


@pytest.mark.parametrize(
    "part, value",
    [
        ("features", np.array([0, 2])),
        ("features", np.array([-1, 0])),
        ("borders", np.zeros(1, np.float32)),
        ("borders", np.zeros(2, np.float64)),
        ("splits", np.array([[0, 2]])),
        ("splits", np.zeros((9, 2), np.int64)),
        ("values", np.zeros(3, np.float32)),
        ("values", np.zeros(8, np.float32)[::2]),
    ],
)
def test_a_model_that_does_not_fit_is_refused(part, value):
    if has_compiler():
        leaf_sums = compiled("scraper.parsers.body.trees", "leaf_sums")
        with pytest.raises((ValueError, BufferError)):
            leaf_sums(MATRIX, **MODEL | {part: value})
