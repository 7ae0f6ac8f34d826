"""Lines at the body's beginning that have a field of their own."""

import pytest

from schemas import Evidence
from scraper import extract
from scraper.page import read_page
from scraper.parsers.body_text import Piece, assemble
from scraper.parsers.found import Found
from scraper.parsers.leading_lines import about_blocks, dek_blocks, headline_blocks


@pytest.mark.parametrize(
    "line, is_headline",
    [
        ("The river rose above the old stone bridge on Sunday", True),
        ("THE RIVER ROSE ABOVE THE OLD STONE BRIDGE ON SUNDAY", True),
        ("The river rose above the old stone bridge on Sunday night", False),
        ("The river rose above the old stone bridge", False),
        ("The river fell", False),
        ("Mid County<br>The river rose above the old stone bridge on Sunday", True),
        (f"{'All week. ' * 9}<br>The river rose above the old stone bridge on Sunday", False),
    ],
)
def test_a_line_is_the_headline_if_it_has_all_of_its_words_and_no_others(line, is_headline):
    title = "The river rose above the old stone bridge on Sunday"
    page = read_page(f"<main><p>{line}</p><p>Nobody slept that night.</p></main>")
    body = assemble([Piece(block, "paragraph") for block in page.blocks])
    found = Found(title, Evidence(source="heading"))
    assert headline_blocks(body, found) == ({0} if is_headline else set())


@pytest.mark.parametrize("confidence, is_left_out", [(0.9, True), (0.5, False)])
def test_a_dek_is_left_out_only_where_the_markup_names_it(confidence, is_left_out):
    dek = "After a week of rain the town counts its cellars."
    page = read_page(f"<main><p>{dek}</p><p>Nobody slept that night.</p></main>")
    body = assemble([Piece(block, "paragraph") for block in page.blocks])
    found = Found(dek, Evidence(source="text", confidence=confidence))
    assert dek_blocks(body, found) == ({0} if is_left_out else set())


def test_a_dek_is_left_out_with_the_kicker_before_it():
    dek = "After a week of rain the town counts its cellars."
    page = read_page(f"<main><p>Floods {dek}</p><p>Nobody slept that night.</p></main>")
    body = assemble([Piece(block, "paragraph") for block in page.blocks])
    assert dek_blocks(body, Found(dek, Evidence(source="text", confidence=0.9))) == {0}


TEXT = "".join(
    f"<p>{line}</p>"
    for line in (
        "Nobody slept that night, and the bells of both churches rang until the morning.",
        "By eight the water stood at the second step of the town hall and rose no further.",
        "The mayor thanked the firemen, who had come from nine villages with their pumps.",
    )
)
LEAD = "<figure><img src='a.jpg'><figcaption>The bridge on Sunday</figcaption></figure>"


@pytest.mark.parametrize(
    "above, captions",
    [
        pytest.param(LEAD + "<p>By Ada Lund</p>", ["The bridge on Sunday"], id="above the byline"),
        pytest.param(LEAD * 2, ["The bridge on Sunday"], id="twice, for two widths"),
        pytest.param(
            "<div><img src='a.jpg'><p class='caption'>The weir</p><p class='photo-credit'>Archive of the town</p></div>",
            ["The weir", "Archive of the town"],
            id="with its credit",
        ),
        pytest.param("<img src='a.jpg'><button class='caption'>Show the caption</button>", [], id="button"),
        pytest.param("<figure><a href='/b'><img src='b.jpg'><figcaption>Last year's flood</figcaption></a></figure>", [], id="a link to another story"),
        pytest.param("<p class='caption'>The weir</p>", [], id="no picture"),
        pytest.param(
            "<figure><img src='a.jpg'><figcaption>The weir. Photo: Jo Ek</figcaption></figure>",
            ["The weir. Photo: Jo Ek"],
            id="who took it has a field as well",
        ),
        pytest.param("<div class='credits'><img src='p.png'><span>Medically reviewed by Mira Stone, MD</span></div>", [], id="a byline in small letters"),
    ],
)  # fmt: skip
def test_the_caption_of_the_picture_above_the_text_is_the_articles(above, captions):
    title = "The river rose above the old stone bridge"
    page = f"<article><h1>{title}</h1>{above}<div class='text'>{TEXT}</div></article>"
    record = extract(f"<title>{title}</title><body><main>{page}</main></body>")
    assert [block.text for block in record.blocks if block.kind == "caption"] == captions
    assert record.body.startswith("Nobody slept")


def test_a_list_of_who_and_when_above_the_text_is_none_of_it():
    rows = "<dt>Tekst</dt><dd>Saskia Meer</dd><dt>Leestijd</dt><dd>6 minuten</dd>"
    story = "<p>Nobody slept that night.</p><ul><li>Saskia Meer</li><li>bread</li></ul>"
    page = read_page(f"<main><dl>{rows}</dl>{story}</main>")
    body = assemble([Piece(block, "list_item") for block in page.blocks])
    assert about_blocks(page, body, {1}) == {0, 1, 2, 3}
    assert about_blocks(page, body, set()) == set()
    assert about_blocks(page, body, {5}) == set()


@pytest.mark.parametrize(
    "text", [f"<li>{'Nobody slept that night, and everybody told it. ' * 2}</li>", "<li>bread</li>"]
)
def test_a_list_that_holds_the_text_stays(text):
    page = read_page(f"<main><ul><li>Saskia Meer</li><li>3 May 2020</li>{text * 6}</ul></main>")
    body = assemble([Piece(block, "list_item") for block in page.blocks])
    assert about_blocks(page, body, {0, 1}) == set()
