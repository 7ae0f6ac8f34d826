import numpy as np
import pytest
from lxml import etree

from scraper.cut import cut
from scraper.parsers.body.accordions import with_openers

ONE = "<div class=panel><p>Since 1740, with a pause for the war.</p></div>"
TWO = "<div class=panel><p>On Sundays the wheel stands still.</p></div>"


def chosen(between: str, probability: float = 0.3) -> list[str]:
    """Return what is chosen where everything was but what stands between two panels."""
    root = etree.fromstring(f"<html><body>{ONE}{between}{TWO}</body></html>", etree.HTMLParser())
    blocks, containers = cut(root.find("body"))
    judged = np.full(len(blocks), 0.9, np.float32)
    judged[1:-1] = probability
    kept = with_openers(blocks, containers, judged, [0, len(blocks) - 1])
    return [blocks[index].text for index in kept][1:-1]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param('<button aria-expanded="false">When is it open?</button>', id="button"),
        pytest.param('<h3><button aria-controls="p2">When is it open?</button></h3>', id="in heading"),
        pytest.param('<div data-toggle="collapse"><div>When is it open?</div></div>', id="Bootstrap 4"),
        pytest.param('<div data-bs-toggle="collapse">When is it open?</div>', id="Bootstrap 5"),
    ],
)  # fmt: skip
def test_a_line_that_opens_the_next_part_belongs_to_the_text(line):
    assert chosen(line) == ["When is it open?"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("<button>Subscribe</button>", id="opens nothing"),
        pytest.param(
            '<div aria-expanded="true"><button>Share</button><button>Save</button></div>',
            id="two lines",
        ),
        pytest.param("<p>Picture 1 of 10</p>", id="text"),
    ],
)
def test_other_lines_stay_out(line):
    assert chosen(line) == []


def test_what_the_model_is_sure_is_none_stays_out():
    assert chosen('<button aria-expanded="false">Menu</button>', 0.1) == []
