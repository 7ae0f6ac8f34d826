import numpy as np

from scraper.parsers.body.characters import count_characters
from scraper.parsers.body.masses import running_total, weigh
from scraper.parsers.rules.boilerplate import TAG_CODES

TEXTS = [
    "Bridge closed",
    "The river rose for three days, and the old bridge had to be closed.",
    "The river rose for three days, and the old bridge had to be closed.",
]


def masses():
    tags = np.array([TAG_CODES["h2"], TAG_CODES["p"], TAG_CODES["p"]], np.float32)
    return weigh(count_characters(TEXTS), np.array([0, 0, len(TEXTS[2])], np.float32), tags)


def test_running_text_is_sentences_outside_links() -> None:
    assert masses().running.tolist() == [0, len(TEXTS[1]), 0]
    assert masses().link_density.tolist() == [0, 0, 1]
    assert masses().total_prose == len(TEXTS[1])


def test_headings_are_counted() -> None:
    assert masses().headings.tolist() == [0, 1, 1, 1]


def test_running_total_begins_with_nothing() -> None:
    assert running_total(np.array([1, 2], np.float32)).tolist() == [0, 1, 3]


def test_running_totals_of_several_rows() -> None:
    rows = np.array([[1, 2], [0, 5]], np.float32)
    assert running_total(rows).tolist() == [[0, 1, 3], [0, 0, 5]]
