import pytest
from lxml import etree

from scraper.cut import cut
from scraper.formulas import formula_text


def math(inner: str, attributes: str = "") -> etree._Element:
    html = f"<html><body><math {attributes}>{inner}</math></body></html>"
    return etree.fromstring(html, etree.HTMLParser()).find(".//math")


def lines(html: str) -> list[str]:
    root = etree.fromstring(f"<html><body>{html}</body></html>", etree.HTMLParser())
    return [block.text for block in cut(root.find("body"))[0]]


@pytest.mark.parametrize(
    "inner, expected",
    [
        ("<mi>a</mi><mo>≠</mo><mn>0</mn>", "a≠0"),
        ("<msup><mi>x</mi><mn>2</mn></msup>", "x^2"),
        ("<msub><mi>x</mi><mrow><mi>i</mi><mo>+</mo><mn>1</mn></mrow></msub>", "x_(i+1)"),
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>", "(a+b)/c"),
        ("<msqrt><mi>b</mi><mo>−</mo><mi>c</mi></msqrt>", "√(b−c)"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "3√(x)"),
        ("<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mi>i</mi>", "∑_i^ni"),
        ("<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable>", "a, b"),
        ("<semantics><mi>x</mi><annotation>other</annotation></semantics>", "x"),
        (
            "<mfrac><mrow><mo>(</mo><mi>a</mi><mo>+</mo><mi>b</mi><mo>)</mo></mrow><mi>c</mi></mfrac>",
            "(a+b)/c",
        ),
        ("", ""),
    ],
)
def test_the_drawn_form_on_one_line(inner, expected) -> None:
    assert formula_text(math(inner)) == expected


def test_what_the_author_wrote_comes_first() -> None:
    tex = '<semantics><mi>x</mi><annotation encoding="application/x-tex">\\hat{x}</annotation></semantics>'
    assert formula_text(math(tex)) == "\\hat{x}"
    assert formula_text(math("<mi>x</mi>", 'alttext="{\\displaystyle  x_{1}}"')) == "x_{1}"


def test_formulas_stand_in_their_sentence() -> None:
    html = "<p>If <math><mi>a</mi><mo>&gt;</mo><mn>0</mn></math>, then it <b>rises</b>.</p>"
    assert lines(html) == ["If a>0, then it rises."]


def test_a_formula_that_scripts_drew_is_read_once() -> None:
    drawn = "<mjx-container><mjx-math></mjx-math><mjx-assistive-mml><math><mi>x</mi></math></mjx-assistive-mml></mjx-container>"
    assert lines(f"<p>Let {drawn} be a number.</p>") == ["Let x be a number."]
    katex = (
        '<span class="katex"><span class="katex-mathml"><math><mi>x</mi></math></span>'
        '<span class="katex-html" aria-hidden="true">x</span></span>'
    )
    assert lines(f"<p>Let {katex} be a number.</p>") == ["Let x be a number."]
    assert lines("<p>Let <mjx-container><mjx-math></mjx-math></mjx-container> be.</p>") == [
        "Let be."
    ]


def test_deep_formulas_are_read_to_the_end() -> None:
    root = etree.Element("math")
    inner = root
    for _ in range(5000):
        inner = etree.SubElement(inner, "mrow")
    etree.SubElement(inner, "mi").text = "x"
    assert formula_text(root) == "x"
