"""The colours keep the contrast that WCAG 2.2 AA asks for: 4.5 to 1 for text, 3 to 1 for edges."""

import re
from itertools import product
from pathlib import Path

import pytest

import scraper.review

STATIC = Path(scraper.review.__file__).parent / "static"
TEXT = tuple("ink soft accent link quote citation reference bio good fair bad".split())
ON = {
    "desk.css": [
        *product(TEXT, ("paper", "sheet")),
        ("ink", "quote-wash"),
        ("quote", "quote-wash"),
        ("citation", "citation-wash"),
        ("ink", "reference-wash"),
        ("ink", "bio-wash"),
        ("bio", "bio-wash"),
        ("bad", "bad-wash"),
        ("ink", "bad-wash"),
        ("paper", "link"),
    ],
    "page.css": [
        *product(("ink", "soft"), ("paper",)),
        ("ink", "quote-wash"),
        ("citation", "citation-wash"),
        ("ink", "reference-wash"),
        ("ink", "bio-wash"),
    ],
}


def schemes(name):
    text = (STATIC / name).read_text()
    blocks = re.findall(r":root\s*\{(.*?)\}", text, re.DOTALL)
    light, dark = (dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", block)) for block in blocks)
    return {"light": light, "dark": {**light, **dark}}


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ON)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read(name, scheme):
    colours = schemes(name)[scheme]
    weak = {
        (front, back): round(contrast(colours[front], colours[back]), 2)
        for front, back in ON[name]
        if contrast(colours[front], colours[back]) < 4.5
    }
    assert not weak


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_edges_of_inputs_and_the_focus_can_be_seen(scheme):
    colours = schemes("desk.css")[scheme]
    for front, back in product(("edge", "focus"), ("paper", "sheet")):
        assert contrast(colours[front], colours[back]) >= 3


def test_nothing_is_loaded_from_elsewhere():
    for path in STATIC.iterdir():
        text = path.read_text().replace("http://www.w3.org/2000/svg", "")
        assert "http" not in text
        assert "@import" not in text
