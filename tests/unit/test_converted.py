"""Pages that word processors, TeX's converters and an archive of books write."""

import pytest

from scraper import extract

TEXT = (
    "In the winter of 1787 a clerk wrote in the margin of a ledger that the lamp had gone out, and "
    "that he had gone on writing all the same. The remark has been read as a complaint; it is read "
    "here as a boast, since those who kept the books slept above them."
)


@pytest.mark.parametrize(
    "body",
    [
        "<div class=WordSection1><p class=MsoTitle align=center><b>The Ledger</b></p>{}</div>",
        "<div id=contents><div class='doc-content c1'><p class='c7 title'>The Ledger</p>{}</div></div>",
        "<div class=maketitle><h2 class=titleHead>The Ledger</h2></div>{}",
        "<p align=center><font size=5><b>The Ledger</b></font></p>{}",
        "<center><b>The Ledger</b><br>A sermon</center>{}",
    ],
    ids=["Word", "Google Docs", "TeX4ht", "LibreOffice", "by hand"],
)
def test_a_headline_that_is_no_heading(body):
    page = f"<title>draft_3_final.doc</title><body>{body.format(f'<p>{TEXT}</p>' * 3)}"
    assert extract(page).title == "The Ledger"


@pytest.mark.parametrize(
    "body",
    [
        "<p><b>Northmoor Parish Papers</b></p><p>The Ledger and the Lamp</p>",
        "<p><font size=1>Home</font></p>",
        "<p>She <b>wrote</b> all the same.</p>",
    ],
)
def test_bold_words_are_no_headline_where_the_title_is_shown_or_they_are_small(body):
    page = f"<title>The Ledger and the Lamp</title>{body}<p>{TEXT}</p><p>{TEXT}</p>"
    assert extract(page).title == "The Ledger and the Lamp"


def test_signs_before_paragraphs_of_word_are_items():
    item = "<p class=MsoListParagraph><span>·<span>&nbsp; &nbsp;</span></span>{}</p>"
    items = item.format("candles for the house") + item.format("paper for the clerk")
    page = f"<div class=WordSection1><h1>The Ledger</h1><p>{TEXT}</p>{items}<p>{TEXT}</p></div>"
    listed = [block.text for block in extract(page).blocks if block.kind == "list_item"]
    assert listed == ["candles for the house", "paper for the clerk"]


NOTE = (
    "<span class='ltx_note ltx_role_footnote'><sup class=ltx_note_mark>1</sup><span "
    "class=ltx_note_outer><span class=ltx_note_content><sup class=ltx_note_mark>1</sup>"
    "<span class='ltx_tag ltx_tag_note'>1</span>Indigo was left out.</span></span></span>"
)
PERSON = (
    "<span class='ltx_creator ltx_role_author'><span class=ltx_personname>{}<sup class=ltx_sup>{}"
    "</sup></span><span class=ltx_author_notes><span class='ltx_contact ltx_role_email'>"
    "<a href=mailto:x@ghent.example>x@ghent.example</a></span></span></span>"
)


def latexml(names, text=""):
    return extract(
        "<div class=ltx_page_main><article class=ltx_document><h1 class=ltx_title_document>"
        f"Slow light in woven fibres</h1><div class=ltx_authors>{names}</div>"
        f"<div class=ltx_para><p class=ltx_p>{TEXT} {text}</p></div><p class=ltx_p>{TEXT}</p>"
    )


def test_authors_of_latexml_have_their_addresses_behind_the_line():
    found = latexml(f"{PERSON.format('Mireille Van Daele', 1)}, {PERSON.format('Aiko Mori', 2)}")
    assert [author.name for author in found.authors] == ["Mireille Van Daele", "Aiko Mori"]
    assert "ghent.example" not in found.body


def test_notes_of_latexml_stand_behind_their_sentence():
    found = latexml(PERSON.format("Aiko Mori", ""), f"No dye mattered{NOTE}. It vanished later.")
    assert "No dye mattered1. It vanished later." in found.body
    assert "Indigo" not in found.body
    (note,) = found.references
    assert note.text == "Indigo was left out."


def test_the_frame_around_a_book_is_no_part_of_it():
    frame = (
        "<section class='pg-boilerplate pgheader'><p>You may copy it, give it away.</p></section>"
    )
    number = "<span class=pagenum>[Pg 2]</span>"
    page = f"{frame}<h1>A walk</h1><p>{TEXT}</p><p>They would be{number} gone. {TEXT}</p>{frame}"
    found = extract(page)
    assert "give it away" not in found.body
    assert "They would be gone." in found.body


def test_names_of_ordinary_pages_mend_nothing():
    inner = f"<p class=title>Most read</p><p>{TEXT}</p><div class=t>{TEXT}</div>"
    page = f"<h1>The Ledger</h1><div id=page-container>{inner}</div><div id=contents>{inner}</div>"
    kinds = {block.kind for block in extract(page).blocks}
    assert kinds == {"paragraph"}


@pytest.mark.parametrize("title", ["The Ledger and the Lamp", "How a ledger was kept at night"])
@pytest.mark.parametrize("line", ["By Ada Finch", "3 May 2019", "Subscribe now", "NOTE:"])
def test_a_title_of_words_is_kept_before_any_bold_line(title, line):
    page = f"<title>{title}</title><p><b>{line}</b></p><p>{TEXT}</p><p>{TEXT}</p>"
    assert extract(page).title == title


def test_a_body_with_the_name_of_a_frame_stays():
    assert TEXT in extract(f"<body class=pg-boilerplate><h1>A walk</h1><p>{TEXT}</p>").body
