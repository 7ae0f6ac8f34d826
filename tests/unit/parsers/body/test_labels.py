"""Who speaks stands before what is said, where a transcript prints it in a line of its own."""

import pytest

from scraper import extract
from scraper.page import read_page
from scraper.parsers.body import find_body

TURNS = [
    ("Ada Finch", "Welcome back to the show about tools that have outlived the people who made them."),
    ("Oren Vale", "Thank you. I repair the stairs as well, since nobody else goes up there any more."),
    ("Ada Finch", "How many of the towers in the county do you look after at the moment?"),
    ("Oren Vale", "Forty-one. The vicar told me, “We have telephones now,” and he let one clock stop."),
    ("Ada Finch", "And what is it that goes wrong with a clock of that size in a usual winter?"),
    ("Oren Vale", "Pigeons, mostly. Then frost. Then people who oil what should have been left dry."),
]  # fmt: skip
SAID = [f"{who}: {text}" for who, text in TURNS]


def page(turn, turns=TURNS):
    shown = "".join(
        turn.format(who=who, text=text, at=f"{place}:{10 + place}")
        for place, (who, text) in enumerate(turns)
    )
    return f"<html><body><article><h1>The man who climbs</h1>{shown}</article></body></html>"


@pytest.mark.parametrize(
    "turn",
    [
        "<div class=m><span>{who}</span><span>{at}</span></div><div class=t>{text}</div>",
        "<p class=speaker>{who}</p><p>{text}</p>",
        "<p class=speaker>{who}:</p><p>{text}</p>",
        "<p class=a><b>{who}</b> (0{at}):</p><p class=b>{text}</p>",
        "<p class=a>[00:0{at}] {who}</p><p class=b>{text}</p>",
        "<h4 class=speaker-name>{who}</h4><p>{text}</p>",
        "<dl><dt class=speaker>{who}</dt><dd>{text}</dd></dl>",
    ],
)
def test_a_label_and_what_follows_are_one_paragraph(turn):
    body = find_body(read_page(page(turn)), None)
    assert [block.text for block in body.blocks if block.text != "The man who climbs"] == SAID


@pytest.mark.parametrize(
    "turn, turns",
    [
        ("<p class=note>{who}</p><p>{text}</p>", TURNS),
        ("<p class=speaker>{who}</p><p>{text}</p>", TURNS[:2]),
        (
            "<p class=speaker>{who}</p><p>{text}</p>",
            [(f"Guest {n}", text) for n, (_, text) in enumerate(TURNS)],
        ),
    ],
    ids=["nothing marks them", "few", "each another"],
)
def test_other_short_lines_stay_by_themselves(turn, turns):
    body = find_body(read_page(page(turn, turns)), None)
    assert {text for _, text in turns} <= {block.text for block in body.blocks}


def test_offsets_links_and_speakers_count_from_the_label_on():
    turns = [
        (who, text.replace("the county", '<a href="/map">the county</a>')) for who, text in TURNS
    ]
    article = extract(
        page("<p class=speaker>{who}</p><p>{text}</p>", turns).encode(), url="https://a.example/b"
    )
    (link,) = article.links
    assert article.body[link.start : link.end] == link.text == "the county"
    (quote,) = article.quotes
    assert article.body[quote.start : quote.end] == quote.text == "We have telephones now,"
    assert quote.speaker is None


def test_who_speaks_in_an_interview_is_nobody_whom_it_speaks_of():
    turns = [(who, text.replace("The vicar told", "He told")) for who, text in TURNS]
    (quote,) = extract(page("<p><b>{who}:</b> {text}</p>", turns)).quotes
    assert quote.speaker is None


@pytest.mark.parametrize(
    "label",
    ["14:{}0 Uhr", "1:{}0 AM", "0:{}0 GMT", "Update 9:{}0", "Posted at 4:{}0", "1{}:30 News"],
)
def test_times_of_the_day_label_no_turns(label):
    turns = [(label.format(place), text) for place, (_, text) in enumerate(TURNS)]
    body = find_body(read_page(page("<h4>{who}</h4><p>{text}</p>", turns)), None)
    assert {text for _, text in turns} <= {block.text for block in body.blocks}


def test_half_days_are_no_speakers():
    times = ["0:40 AM", "1:20 AM", "9:50 AM", "0:10 PM", "1:15 PM", "2:30 PM"]
    turns = [(time, text) for time, (_, text) in zip(times, TURNS, strict=True)]
    body = find_body(read_page(page("<h4>{who}</h4><p>{text}</p>", turns)), None)
    assert {text for _, text in turns} <= {block.text for block in body.blocks}


def test_an_answer_of_an_exam_is_no_number_of_a_picture():
    listed = "<li>2 of 3</li><li>1 of 5</li><li>4 of 7</li>"
    text = " ".join(text for _, text in TURNS)
    body = extract(f"<article><h1>Marks</h1><p>{text}</p><p>{text}</p><ul>{listed}</ul><p>{text}")
    assert "1 of 5" in body.body
