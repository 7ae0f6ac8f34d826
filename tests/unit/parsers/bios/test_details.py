"""Boxes as theirs makers mark them, and what of their text is no part of the bio."""

import pytest

from scraper import extract

SENTENCE = (
    "The ferry leaves when the tide allows it, and the people of the island have learned to wait "
    "for it with a patience that visitors take for sloth."
)
BIO = "Since 1990 at the ferry office, and on board of all nine boats before that."


def read(card, *, byline="By Mira Stone", above=""):
    """The record of a page with a byline, eight paragraphs and a card behind them."""
    return extract(
        "<html><head><title>Waiting for the ferry - Harbour Letter</title></head><body><main>"
        f"<article><h1>Waiting for the ferry</h1><p class=byline>{byline}</p>{above}<div>"
        f"{f'<p>{SENTENCE}</p>' * 8}</div>{card}</article></main>"
        "<footer><p>© 2021 Harbour Letter</p></footer></body></html>",
        "https://harbour.example/2021/ferry",
    )


def bios(card, **options):
    return {author.name: author.bio for author in read(card, **options).authors}


@pytest.mark.parametrize(
    "card",
    [
        f"<div class=box-inline><div class=author-inline__bio>{BIO}</div></div>",
        f"<div class=author-bio><p>{BIO}</p></div>",
        (
            f"<div class=mh-author-box><div>About Mira Stone 257 Articles</div>"
            f"<div class=mh-author-box-bio>{BIO}</div></div>"
        ),
        f"<div class=author-box><div>Mira Stone</div><div class=bio>{BIO}</div></div>",
        f"<div><h4>Who is Mira Stone?</h4><p>{BIO}</p></div>",
        (
            f"<div class=entry-author><h2>Veröffentlicht von Mira Stone</h2><p class=author-bio>{BIO} "
            "<a href='/author/mira'>Zeige alle Beiträge von Mira Stone</a></p></div>"
        ),
        f"<div class=author-bio><p>{BIO} <a href='https://x.com/mstone'>@mstone</a></p></div>",
    ],
    ids=(
        "class-alone class-of-the-box count-of-articles under-the-name who-is link-to-all-posts "
        "account-at-the-end"
    ).split(),
)
def test_text_that_its_box_makes_a_bio(card):
    assert bios(card) == {"Mira Stone": BIO}


@pytest.mark.parametrize(
    "card",
    [
        f"<div class=author-box><div>Jonas Reed</div><div class=bio>{BIO}</div></div>",
        "<div class=author-bio><p>Jonas Reed is the pilot of the harbour and its poet.</p></div>",
        "<div class=author-bio><p>Harbour Letter<br>12 Quay Street<br>Island Town 4455</p></div>",
        (
            "<section><h4>Author</h4><p>Records Office, Department of Boats, 12 Quay Street, "
            "Old Harbour, Island Town, 4455, Islands</p></section>"
        ),
        "<p>Mira Stone reported from the island, and Jonas Reed from the harbour.</p>",
    ],
    ids=["name-above", "name-in-the-text", "address-in-lines", "address", "who-reported-where"],
)
def test_text_that_is_no_bio_of_the_author(card):
    assert bios(card) == {"Mira Stone": None}


def test_class_alone_is_no_bio_of_an_organisation():
    card = f"<div class=author-bio><p>{BIO}</p></div>"
    assert set(bios(card, byline="By Harbour Letter Staff").values()) <= {None}


def test_short_form_of_the_given_name_under_a_heading():
    card = "<section><h3>About the author</h3><p>Mattie Stone is a pilot. {}</p></section>"
    text = f"Mattie Stone is a pilot. {BIO}"
    assert bios(card.format(BIO), byline="By Matilda Stone") == {"Matilda Stone": text}
    other = bios(card.format(BIO).replace("Mattie Stone", "Mattie Reed"), byline="By Mira Stone")
    assert other == {"Mira Stone": None}


def test_sentence_without_full_stop():
    card = "<section class=author-bio><h2>Mira Stone</h2><p>Mira Stone is the pilot of the harbour</p></section>"
    assert bios(card) == {"Mira Stone": "Mira Stone is the pilot of the harbour"}


@pytest.mark.parametrize(
    ("card", "role"),
    [
        (f"<div>Mira Stone</div><div>Writer</div><p>{BIO}</p>", "Writer"),
        (f"<b>Mira Stone</b> Founder &amp; Lead Reviewer<p>{BIO}</p>", "Founder & Lead Reviewer"),
        (f"<b>Mira Stone</b> Author<p>{BIO}</p>", None),
        (f"<b>Mira Stone</b><h4>About</h4><p>{BIO}</p>", None),
    ],
    ids=["writer", "behind-the-name", "label-author", "label-about"],
)
def test_role_or_label(card, role):
    record = read(f"<div class=author-box>{card}</div>")
    assert [(author.bio, author.role) for author in record.authors] == [(BIO, role)]


@pytest.mark.parametrize("byline", ["By Mira Stone, in Seoul", "By Mira Stone (Author)"])
def test_place_or_label_is_no_role(byline):
    (author,) = read("", byline=byline).authors
    assert author.role is None


def test_boxes_without_text_end_where_the_next_begins():
    card = (
        "<div class=cards><div class=author-card><h2 class=author-card__name>Mira Stone</h2>"
        "<p>Pilot <a href='https://x.com/mstone'>X</a></p></div><div class=author-card>"
        "<h2 class=author-card__name>Jonas Reed</h2><p>Poet</p></div></div>"
        "<p>Topics: <a href='/team/nine-boats'>Nine Boats</a></p>"
    )
    record = read(card, byline="By Mira Stone and Jonas Reed")
    assert [(a.name, a.same_as, a.profile_url) for a in record.authors] == [
        ("Mira Stone", ["https://x.com/mstone"], None),
        ("Jonas Reed", [], None),
    ]


def test_account_with_the_name_of_another_author_of_the_page():
    links = "<a href='https://x.com/mirastone'>X</a> <a href='https://x.com/jonasreed'>X</a>"
    card = (
        "<div><h3>About the authors</h3><div><h4>Mira Stone</h4><p>Mira Stone is a pilot here.</p>"
        f"{links}</div><div><h4>Jonas Reed</h4><p>Jonas Reed is a poet here.</p></div></div>"
    )
    record = read(card, byline="By Mira Stone and Jonas Reed")
    assert record.authors[0].same_as == ["https://x.com/mirastone"]


@pytest.mark.parametrize(
    "card",
    [
        "<div class=author-box><h4>Mira Stone</h4><p>By Mira Stone For The Sunday Harbour</p></div>",
        "<div><p>Mira Stone</p><p>Mira Stone auf allen Wellen folgen, jetzt!</p></div>",
        (
            "<footer><ul><li><a href=/team>Meet the Team</a></li><li><a href=/kit>Press Kit</a></li>"
            "</ul><p>By signing up you agree that we send you letters about the harbour.</p></footer>"
        ),
    ],
    ids=["byline-again", "call-to-follow", "menu-of-the-footer"],
)
def test_lines_that_only_look_like_a_card(card):
    assert bios(card) == {"Mira Stone": None}


def test_an_item_of_the_texts_list_heads_no_card():
    items = "<li>Author information</li><li>The pointer to the ferry, as it left the harbour.</li>"
    above = f"<p>{SENTENCE}</p><p>A log of the harbour holds:</p><ul>{items}</ul><p>{SENTENCE}</p>"
    assert bios("", above=above) == {"Mira Stone": None}


@pytest.mark.parametrize(
    "text, found",
    [
        ("Harbour Letter is read by all who wait for a ferry on the island.", True),
        ("We print what the tide brings, and what the people of the island say of it.", True),
        ("Those who wait read the Harbour Letter, and pay for it on other devices.", False),
    ],
    ids=["by-name", "we", "named-within"],
)
def test_the_text_about_a_house_begins_with_it(text, found):
    name = "Harbour Letter Staff"
    card = f"<div class=box><p class=author>{name}</p><p>{text}</p></div>"
    assert bios(card, byline=f"By {name}") == {name: text if found else None}


@pytest.mark.parametrize(
    "text",
    [
        "Hi, my name is Mira, and I write of ferries for the island!",
        "Mira Stone is the pilot of the harbour and writes of its boats!",
    ],
)
def test_a_bio_may_end_with_an_exclamation(text):
    card = f"<div class=author-box><h4>Mira Stone</h4><p>{text}</p></div>"
    assert bios(card) == {"Mira Stone": text}


def test_an_account_is_not_the_name_again():
    text = "Mira Stone (@MiraStone) is the pilot of the harbour, and has been its poet since 1990."
    card = f"<div class=author-box><h4>Mira Stone</h4><p>{text}</p></div>"
    assert bios(card) == {"Mira Stone": text}
