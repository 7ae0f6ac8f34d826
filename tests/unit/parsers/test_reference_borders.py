"""Names, titles and containers that the marks between them make whole or part."""

import time

import pytest

from scraper.parsers.reference_borders import mend_borders
from scraper.parsers.reference_runs import Run


def mended(text, *labelled):
    """Mend runs given as (label, words) in order; return them as (label, words)."""
    runs, place = [], 0
    for label, words in labelled:
        place = text.index(words, place)
        runs.append(Run(label, place, place + len(words), words.count(" ") + 1))
        place += len(words)
    return [(run.label, text[run.start : run.end]) for run in mend_borders(text, runs)]


def test_no_runs_stay_no_runs():
    assert mend_borders("", []) == []


@pytest.mark.parametrize(
    "text, labelled, expected",
    [
        pytest.param(
            "Lamps of the Harbour Review, 4",
            (("title", "Lamps of the"), ("container", "Harbour Review"), ("volume", "4")),
            [("title", "Lamps of the"), ("container", "Harbour Review"), ("volume", "4")],
            id="capitals-behind-a-space-do-not",
        ),
        pytest.param(
            "A lake of salt (in Latvian). Annals of Quays, v. 2",
            (
                ("title", "A lake of salt"),
                ("container", "Latvian). Annals of Quays"),
                ("volume", "2"),
            ),
            [
                ("title", "A lake of salt (in Latvian)"),
                ("container", "Annals of Quays"),
                ("volume", "2"),
            ],
            id="half-a-bracket",
        ),
    ],
)
def test_what_no_mark_parts_is_whole(text, labelled, expected):
    assert mended(text, *labelled) == expected


@pytest.mark.parametrize(
    "tail",
    [
        ". Edited by Ada Quill",
        ". Translated by Ada Quill and Otto Sand",
        ", trans",
        ". Herausgegeben von Ada Quill",
        ", trad. de Ada Quill",
    ],
)
def test_a_title_ends_before_who_made_it(tail):
    text = f"A Year of Lamps{tail}. Leeds: Tilde Press"
    assert mended(text, ("title", f"A Year of Lamps{tail}")) == [("title", "A Year of Lamps")]


@pytest.mark.parametrize(
    "title, serial, behind",
    [
        ("Lamps of a lake (abstract)", "Harbour and Planetary Science", ("volume", "4")),
        ("A report on the language of lamps, version 1.2", "ACM Lamp Notices", ("volume", "27")),
        ("Who lights the lamps?", "Tern Mechanics", ("pages", "3-9")),
    ],
)
@pytest.mark.parametrize("label", ["title", "container"])
def test_a_counted_serial_behind_a_stop_is_parted(title, serial, behind, label):
    whole = f"{title}{' ' if title.endswith('?') else '. '}{serial}"
    found = mended(f"{whole}, {behind[1]}", (label, whole), behind)
    assert found == [("title", title), ("container", serial), behind]


def test_a_site_before_an_address_is_parted():
    text = "Black lamps, unlit. The Tern. Retrieved from https://tern.example/lamps"
    assert mended(text, ("title", "Black lamps, unlit. The Tern")) == [
        ("title", "Black lamps, unlit"),
        ("container", "The Tern"),
    ]


@pytest.mark.parametrize(
    "title, behind",
    [
        pytest.param("Lamps of a lake. A study of light", "4", id="small-letters"),
        pytest.param("The lamps of St. Ives Harbour", "4", id="abbreviation"),
        pytest.param("Lamps of a lake. The Tern", "", id="nothing-counts-it"),
    ],
)
def test_a_title_that_is_one_stays_so(title, behind):
    text = f"{title}, {behind}"
    counted = (("volume", behind),) if behind else ()
    assert mended(text, ("title", title), *counted) == [("title", title), *counted]


@pytest.mark.parametrize(
    "text, author, title, expected",
    [
        pytest.param(
            "Gena F. Holm, J. David Marsh, and Abbas Quay-Ito. Lamps and light. Leeds: Tilde",
            "Gena F. Holm",
            "J. David Marsh, and Abbas Quay-Ito. Lamps and light",
            ("Gena F. Holm, J. David Marsh, and Abbas Quay-Ito", "Lamps and light"),
            id="given-name",
        ),
        pytest.param(
            "Holm, Gena K., Carla M. Dahl and Wyndel Corb, Becoming Light, Leeds: Tilde",
            "Holm, Gena K., Carla M.",
            "Dahl and Wyndel Corb, Becoming Light",
            ("Holm, Gena K., Carla M. Dahl and Wyndel Corb", "Becoming Light"),
            id="behind-an-initial",
        ),
    ],
)
def test_names_that_a_title_begins_with_are_authors(text, author, title, expected):
    found = mended(text, ("author", author), ("title", title))
    assert found == [("author", expected[0]), ("title", expected[1])]


def test_a_title_of_two_nouns_is_no_name():
    text = "Holm, Gena. On Lamps and Social Forms. Leeds: Tilde"
    parts = ("author", "Holm, Gena"), ("title", "On Lamps and Social Forms")
    assert mended(text, *parts) == list(parts)


def test_a_french_name_in_front_is_the_author():
    assert mended(
        "DUVAL (Anne), Lampes du port, Seuil", ("title", "DUVAL (Anne), Lampes du port")
    ) == [
        ("author", "DUVAL (Anne)"),
        ("title", "Lampes du port"),
    ]


@pytest.mark.parametrize(
    "behind, label", [("publisher", "title"), ("issue", "container"), ("pages", "container")]
)
def test_a_volume_of_a_publisher_is_a_title(behind, label):
    text = "Speech and lamps, Vol. 770, Tilde"
    parts = ("container", "Speech and lamps"), ("volume", "770"), (behind, "Tilde")
    assert mended(text, *parts) == [(label, "Speech and lamps"), *parts[1:]]


@pytest.mark.parametrize("words", ["Lamp Quay ", "Lamp, ", "Lamp. ", "L. ", "Lamp and Quay "])
def test_long_titles_of_capitals_are_read_at_once(words):
    title = (words * 400).strip()
    started = time.process_time()
    mended(f"A. {title}, 4", ("author", "A"), ("title", title), ("volume", "4"))
    assert time.process_time() - started < 0.5
