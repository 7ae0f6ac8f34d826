"""Text that a content system encoded in UTF-8 twice is put right."""

import pytest

from scraper.charset import decode


@pytest.mark.parametrize("text", ["“Good,” she said.", "naïve café – 5 €", "東京 and Łódź"])
def test_text_encoded_twice_is_read_once(text):
    twice = text.encode().decode("latin-1").encode()
    assert decode(b"<p>" + twice + b"</p>").text == f"<p>{text}</p>"


@pytest.mark.parametrize(
    "text", ["Ã la carte, â and Â°", "plain “text” of today", "Ü€ and â\u0085b"]
)
def test_other_text_is_left_alone(text):
    assert decode(text.encode()).text == text


def test_a_part_encoded_twice_leaves_the_rest():
    mixed = "“kept” " + "“mended”".encode().decode("latin-1")
    assert decode(mixed.encode()).text == "“kept” “mended”"
