import numpy as np
import pytest
from lxml import etree

from scraper.cut import cut
from scraper.parsers.body.dialogs import is_dialog_name, without_dialogs
from scraper.parsers.rules.boilerplate import DIALOG_WORDS

STORY = (
    "The ferry to Lund Island was built in 1931 and has crossed the sound every day since then. "
)


def left(html: str, *probabilities: float) -> list[str]:
    """Return what is left where every block was chosen."""
    root = etree.fromstring(f"<html><body>{html}</body></html>", etree.HTMLParser())
    blocks, containers = cut(root.find("body"))
    given = np.array(probabilities, np.float32)
    kept = without_dialogs(blocks, containers, given, range(len(blocks)))
    return [blocks[index].text for index in kept]


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param("<div class='login-modal dark'>", id="class"),
        pytest.param("<div id=cookiePopup><div>", id="id"),
        pytest.param("<section role=dialog>", id="role"),
        pytest.param("<dialog>", id="element"),
    ],
)
def test_what_opens_over_the_page_goes(opening):
    assert left(f"<p>{STORY * 3}</p>{opening}<p>Choose a password", 0.9, 0.5) == [
        (STORY * 3).strip()
    ]


@pytest.mark.parametrize(
    "html, probabilities",
    [
        pytest.param(f"<p>{STORY * 3}</p><div class=modal><p>{STORY}", (0.9, 0.9), id="sure"),
        pytest.param(f"<p>{STORY}</p><div class=modal><p>{STORY}", (0.9, 0.5), id="half of it"),
        pytest.param(f"<div class=modal><p>{STORY * 3}</p><p>It leaves", (0.9, 0.5), id="all"),
        pytest.param(f"<p>{STORY * 3}</p><div class=modality><p>It", (0.9, 0.5), id="other name"),
        pytest.param(f"<p>{STORY * 3}</p><div class=modal><p>It</div><div class=modal><p>{STORY}", (0.9, 0.5, 0.9), id="a site that shows its text so"),
    ],
)  # fmt: skip
def test_what_may_be_text_stays(html, probabilities):
    assert len(left(html, *probabilities)) == len(probabilities)


@pytest.mark.parametrize(
    "name, expected",
    [
        ("modal__body", True),
        ("popupBox", True),
        ("post has-modal", False),
        ("js-dialog-link", False),
        ("modality", False),
        *(("modal-verb", False), ("popup-restaurants", False), ("modal-jazz intro", False)),
        *(("modal-lg", True), ("modal-verb modal", True)),
        ("", False),
    ],
)
def test_names_of_dialogs(name, expected):
    assert is_dialog_name(name) is expected


def test_every_word_for_a_dialog_is_looked_for():
    assert all(is_dialog_name(word) for word in DIALOG_WORDS)
