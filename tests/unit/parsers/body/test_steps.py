"""Steps of an instruction below their pictures, and captions in boxes of the same names."""

import pytest

from scraper import extract

TEXT = (
    "The pump behind the mill takes water from the upper pond, and its filter is full of leaves after "
    "every storm, so that the wheel stands still until somebody has changed it by hand."
)
STEPS = (
    "Turn the screw to the left until it clicks, and take the lid off with both hands.",
    "Lift the old filter out of the pump and let the water run off into a bucket.",
    "Rinse the new filter under the tap for a minute, then press it into the seat.",
    "Close the lid and open the valve slowly until no more air comes out of it.",
)


def body(middle):
    return extract(
        "<html lang='en'><head><title>How to change the filter</title></head><body>"
        f"<h1>How to change the filter</h1><p>{TEXT}</p><p>{TEXT} {TEXT}</p>{middle}<p>{TEXT}</p>"
        "</body></html>",
        url="https://mill.example/filter",
    ).body


@pytest.mark.parametrize(
    "box",
    [
        "<div class='step image'><img src=x><br>{}</div>",
        "<p class=photo><img src=x>{}</p>",
        "<div class=step><div class=media-image><img src=x><p class='img-text'>{}</p></div></div>",
        "<img src=x><p class='image-text'>{}</p>",
        "<h3>Next</h3><div class=image><img src=x>{}</div>",
    ],
)
def test_steps_below_pictures_are_text(box):
    text = body("".join(map(box.format, STEPS)))
    assert [step for step in STEPS if step not in text] == []


def test_steps_in_a_table_are_text():
    rows = "".join(f"<tr><td class=image><img src=x>{step}</td></tr>" for step in STEPS)
    text = body(f"<table>{rows}</table>")
    assert [step for step in STEPS if step not in text] == []


@pytest.mark.parametrize(
    "middle",
    [
        "<div class=image><img src=x>{0}</div>",
        "<div class=image><img src=x>{0}</div><div class=image><img src=y>{1}</div>",
        "<div class=image><img src=x>{0}</div><p>{3} {3}</p><div class=image><img src=x>{1}</div>",
    ],
    ids=["one", "two", "among text"],
)
def test_captions_stand_alone(middle):
    assert STEPS[0] not in body(middle.format(*STEPS))


def test_short_lines_below_pictures_are_captions_of_a_gallery():
    boxes = "".join(f"<div class=image><img src=x>The mill, view {n}</div>" for n in range(4))
    assert "view 2" not in body(boxes)
