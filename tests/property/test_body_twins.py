"""The compiled twins of the body parser give what those in Python give, to the last bit."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from lxml import etree
from pullquote_test_twins import compiled, has_compiler, twins

from scraper.cut import cut
from scraper.page import read_page
from scraper.parsers.body import characters, layout, trees
from scraper.parsers.body.layout import Hints
from scraper.text import Container

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


@st.composite
def trees_of_containers(draw: st.DrawFn) -> list[Container]:
    root = etree.Element("body", dict(draw(st.dictionaries(NAMES, VALUES, max_size=3))))
    elements = [root]
    for tag in draw(st.lists(TAGS, max_size=25)):
        parent = elements[max(0, len(elements) - 1 - draw(st.integers(0, 3)))]
        element = etree.SubElement(parent, tag)
        for name, value in draw(st.dictionaries(NAMES, VALUES, max_size=4)).items():
            element.set(name, value)
        element.text, element.tail = draw(st.sampled_from([(None, None), ("a", None), ("a", "b")]))
        elements.append(element)
    return cut(root)[1]


def assert_same_rows(containers: list[Container]) -> None:
    if has_compiler():
        read_rows = compiled("scraper.parsers.body.layout", "read_rows")
        for expected, actual in zip(
            layout.read_rows(containers, Hints(WEIGHTS)),
            read_rows(containers, Hints(WEIGHTS)),
            strict=True,
        ):
            assert_equal(actual, expected)


@settings(deadline=None)
@given(trees_of_containers())
def test_any_containers(containers):
    assert_same_rows(containers)


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


def assert_same_tally(texts: list[str]) -> None:
    if has_compiler():
        tally = compiled("scraper.parsers.body.characters", "tally")
        table = characters._class_table()
        assert_equal(tally(texts, table), characters.tally(texts, table))


@settings(deadline=None)
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
@settings(deadline=None)
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
