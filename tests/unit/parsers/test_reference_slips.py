"""Borders of title and container that the punctuation moves."""

import pytest

from scraper.parsers.reference_runs import Run
from scraper.parsers.reference_slips import cut_number, mend_slips


def mended(text, *labelled):
    """Mend runs given as (label, words) in order; return them as (label, words)."""
    runs, place = [], 0
    for label, words in labelled:
        place = text.index(words, place)
        runs.append(Run(label, place, place + len(words), words.count(" ") + 1))
        place += len(words)
    return [(run.label, text[run.start : run.end]) for run in mend_slips(text, runs)]


@pytest.mark.parametrize(
    "title, container, moved",
    [
        pytest.param("Salt wells of western Texas", "USA. Geology", ("Salt wells of western Texas, USA", "Geology"), id="capitals"),
        pytest.param("Lamps of a lake", "rivers and the sea. Neuroscience", ("Lamps of a lake, rivers and the sea", "Neuroscience"), id="small-letters"),
        pytest.param("Lamps of a lake", "J. Appl. Phys", ("Lamps of a lake", "J. Appl. Phys"), id="short"),
        pytest.param(
            "Lamps of a lake",
            "Proceedings of the Quay Conference. Springer",
            ("Lamps of a lake", "Proceedings of the Quay Conference. Springer"),
            id="names-a-meeting",
        ),
    ],
)  # fmt: skip
def test_a_stop_within_the_container_ends_the_title(title, container, moved):
    found = mended(f"{title}, {container}", ("title", title), ("container", container))
    assert found == [("title", moved[0]), ("container", moved[1])]


def test_a_stop_between_them_moves_nothing():
    text = "Lamps of a lake. Review of rivers. Neuroscience"
    parts = ("title", "Lamps of a lake"), ("container", "Review of rivers. Neuroscience")
    assert mended(text, *parts) == list(parts)


def test_a_bracket_of_the_title_stays_with_it():
    text = "Lamps of a lake (in Russian). Annals of Quays"
    found = mended(
        text, ("title", "Lamps of a lake"), ("container", "in Russian). Annals of Quays")
    )
    assert found == [("title", "Lamps of a lake (in Russian)"), ("container", "Annals of Quays")]


def test_an_abbreviation_opens_the_container():
    text = "Lamps, Proc. of the Quay Meeting"
    found = mended(text, ("title", "Lamps"), ("container", "the Quay Meeting"))
    assert found[1] == ("container", "Proc. of the Quay Meeting")


@pytest.mark.parametrize(
    "labelled, whole",
    [
        pytest.param("Lamp Makers (August", "Lamp Makers", id="date"),
        pytest.param("Lamp Makers (LAMPS", "Lamp Makers (LAMPS 2023)", id="acronym"),
    ],
)
def test_half_a_bracket_is_made_whole_or_left_out(labelled, whole):
    rest = ", 1921)." if labelled.endswith("August") else " 2023), 3–9."
    text = f"Lamps of a lake. {labelled}{rest}"
    found = mended(text, ("title", "Lamps of a lake"), ("container", labelled))
    assert found[1] == ("container", whole)


def test_what_stands_behind_editors_holds_the_first_title():
    text = "Lamps in Ada Finch, ed., Lights of the Coast"
    found = mended(
        text, ("title", "Lamps"), ("editor", "Ada Finch"), ("title", "Lights of the Coast")
    )
    assert found[-1] == ("container", "Lights of the Coast")


@pytest.mark.parametrize(
    "container, cut",
    [
        ("Lisp and Lamps 8", ("Lisp and Lamps", "8")),
        ("Crafts no. 211", ("Crafts", "211")),
        ("Lamps and Lights 2001", ("Lamps and Lights 2001", None)),
        ("Quay Conference 13", ("Quay Conference 13", None)),
        ("Lamps", ("Lamps", None)),
    ],
)
def test_numbers_behind_a_journal_are_its_volume(container, cut):
    assert cut_number(container) == cut


@pytest.mark.parametrize(
    "text, title, labelled, whole",
    [
        pytest.param(
            "“Lamps of a lake,” in QUAY ’95. Lamps in a Changing World. Conference Proceedings, 3.",
            "Lamps of a lake",
            "Conference Proceedings",
            "QUAY ’95. Lamps in a Changing World. Conference Proceedings",
            id="from-the-quotation-mark-on",
        ),
        pytest.param(
            "“Lamps of a lake.” Poster presented at the Meeting of Lamp Makers, Quay 2014.",
            "Lamps of a lake",
            "Meeting of Lamp Makers",
            "Poster presented at the Meeting of Lamp Makers",
            id="presented-at",
        ),
    ],
)
def test_containers_end_where_their_names_do(text, title, labelled, whole):
    assert mended(text, ("title", title), ("container", labelled)) == [
        ("title", title),
        ("container", whole),
    ]


def test_editors_between_title_and_container_stay_outside():
    text = "“Lamps of a lake,” in A. Holm (ed.), Quay Papers, 3."
    assert mended(text, ("title", "Lamps of a lake"), ("container", "Quay Papers"))[1] == (
        "container",
        "Quay Papers",
    )
