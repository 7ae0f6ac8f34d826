import pytest

from scraper import extract
from scraper.page import read_page
from scraper.parsers.authors import find_authors
from scraper.parsers.bios import add_bios
from scraper.parsers.bios.signs import is_heading
from scraper.parsers.body import find_body
from scraper.parsers.title import find_title
from tests.building import seconds_of

SENTENCE = (
    "A footbridge is mended by the people who walk over it, and the parish pays for the planks, "
    "which is why the bridges of the lower valley are narrow and sound."
)
BODY = f"<p>{SENTENCE}</p>" * 7
BIO = (
    "Jane Doe teaches bridge building at the Harbour School. She has mended forty footbridges and "
    "written two books about planks."
)


def page(card, *, byline="<p>By Jane Doe</p>", above=""):
    return (
        "<html><head><title>Who mends the bridge</title></head><body>"
        f"<article><h1>Who mends the bridge</h1>{byline}{above}<div>{BODY}</div>{card}</article>"
        "</body></html>"
    )


def read(html):
    return extract(html, "https://bridges.example/mend")


SHAPES = {
    "box with heading": f"<div class=author-box><h3>About the author</h3><p>{BIO}</p></div>",
    "box with name": f"<div class=author-bio><h4>Jane Doe</h4><p>{BIO}</p></div>",
    "no class": f"<div><h3>Jane Doe</h3><div>{BIO}</div></div>",
    "last paragraph": f"<p><em>{BIO}</em></p>",
    "heading in the text": f"<p>About the author: {BIO}</p>",
    "name glued to the text": f"<aside class=authorBio>Jane Doe, PhD{BIO}</aside>",
    "button inside": f"<div class=bio><b>Jane Doe</b><p>{BIO} <a href='/j'>Read more</a></p></div>",
    "hidden pop-up": f"<div style='display:none' class=author-popover><p>Jane Doe</p><p>{BIO}</p></div>",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_bio_in_many_shapes(shape):
    record = read(page(SHAPES[shape]))
    assert [author.name for author in record.authors] == ["Jane Doe"]
    assert record.authors[0].bio == BIO
    assert "forty footbridges" not in record.body


def test_german_box():
    card = (
        "<div class=autor-box><h3>Über die Autorin</h3><p>Jane Doe schreibt seit Jahren über Brücken "
        "und lebt am Hafen.</p></div>"
    )
    (author,) = read(page(card, byline="<p>Von Jane Doe</p>")).authors
    assert author.bio == "Jane Doe schreibt seit Jahren über Brücken und lebt am Hafen."


def test_box_without_bio_gives_link_and_role_only():
    card = (
        "<div class=author-box><a href='/author/jane-doe'>Jane Doe</a><p>Senior Writer</p>"
        "<a href='/author/jane-doe'>More articles from Jane Doe</a></div>"
    )
    (author,) = read(page(card)).authors
    assert author.bio is None
    assert author.role == "Senior Writer"
    assert author.profile_url == "https://bridges.example/author/jane-doe"


def test_details_of_a_card():
    card = (
        "<div class=author-box><img src='/jane.jpg'><h4><a href='/author/jane-doe'>Jane Doe</a></h4>"
        f"<p>Senior Engineer, Harbour School</p><p>{BIO}</p>"
        "<a href='https://twitter.com/janedoe'>X</a>"
        "<a href='https://orcid.org/0000-0002-1825-0097'>ORCID</a>"
        "<a href='https://twitter.com/intent/tweet?url=http://x'>Share</a></div>"
    )
    (author,) = read(page(card)).authors
    assert author.bio == BIO
    assert author.role == "Senior Engineer, Harbour School"
    assert author.affiliation == "Harbour School"
    assert author.profile_url == "https://bridges.example/author/jane-doe"
    assert author.same_as == [
        "https://twitter.com/janedoe",
        "https://orcid.org/0000-0002-1825-0097",
    ]
    assert author.orcid == "0000-0002-1825-0097"
    assert author.image == "https://bridges.example/jane.jpg"


def test_the_lead_picture_is_nobody():
    byline = "<div class=byline><p>By <a rel=author href='/jane'>Jane Doe</a>, Reporter</p><img src='/quay.jpg'></div>"
    html = page("", byline=byline).replace(
        "<head>", "<head><meta property='og:image' content='https://bridges.example/quay.jpg'>"
    )
    assert [author.image for author in read(html).authors] == [None]


def test_a_picture_belongs_to_the_narrowest_card():
    card = (
        "<div class=authors><h3>About the authors</h3>"
        f"<div class=author><h4>Jane Doe</h4><p>{BIO}</p></div>"
        f"<div class=author><img src='/john.jpg'><h4>John Roe</h4><p>{BIO.replace('Jane', 'John')}</p></div>"
        "</div>"
    )
    found = {a.name: a.image for a in read(page(card, byline="By Jane Doe and John Roe")).authors}
    assert found == {"Jane Doe": None, "John Roe": "https://bridges.example/john.jpg"}


def test_cards_of_several_authors():
    card = (
        "<section><h3>About the authors</h3>"
        f"<div><h4>Jane Doe</h4><p>{BIO}</p></div>"
        "<div><h4>Jonas Keller</h4><p>Jonas Keller keeps the ferry at the mill and draws maps of "
        "the fords.</p></div></section>"
    )
    record = read(page(card, byline="<p>By Jane Doe and Jonas Keller</p>"))
    assert [author.bio for author in record.authors] == [
        BIO,
        "Jonas Keller keeps the ferry at the mill and draws maps of the fords.",
    ]


def test_several_paragraphs_are_one_bio():
    second = "She lives above the lock with two dogs and a drawer of rivets."
    card = f"<div class=author-box><h3>About the author</h3><div><p>{BIO}</p><p>{second}</p></div></div>"
    (author,) = read(page(card)).authors
    assert author.bio == f"{BIO}\n\n{second}"


def test_a_title_and_a_shortened_copy_in_the_box_are_no_part_of_the_bio():
    card = (
        f"<section class=about-author><h4>Jane Doe</h4><div><p>Bio: {BIO}</p>"
        "<p>Jane Doe teaches bridge building at the Harbour School. She has mended...</p></div>"
        "</section>"
    )
    (author,) = read(page(card.replace("Bio: ", ""))).authors
    assert author.bio == BIO
    (author,) = read(page(card)).authors
    assert author.bio == BIO


def test_a_long_job_is_no_bio():
    job = (
        "Senior Vice President of Bridges and Ferry Operations at the Harbour School, and General "
        "Manager of the Lock and Weir Office"
    )
    card = f"<div class=author-box><h4>Jane Doe</h4><p>{job}</p></div>"
    (author,) = read(page(card)).authors
    assert author.bio is None


def test_text_under_the_byline_that_begins_with_the_name_is_a_bio():
    byline = (
        "<div><div><span>by</span><p>Jane Doe</p></div><div>Jane writes about bridges, locks and "
        "ferries for three newspapers of the lower valley.</div></div>"
    )
    (author,) = read(page("", byline=byline)).authors
    assert author.bio.startswith("Jane writes about bridges")


def test_a_place_on_the_page_is_no_profile():
    card = f"<div class=author-box><h4><a href='#author'>Jane Doe</a></h4><p>{BIO}</p></div>"
    (author,) = read(page(card, byline="<p>By <a href='#author'>Jane Doe</a></p>")).authors
    assert author.bio == BIO
    assert author.profile_url is None


def test_full_text_wins_over_a_teaser():
    above = (
        "<div class=author-tooltip><b>Jane Doe</b><p>Jane Doe teaches bridge building…</p></div>"
    )
    card = f"<div class=author-box><h4>Jane Doe</h4><p>{BIO}</p></div>"
    (author,) = read(page(card, above=above)).authors
    assert author.bio == BIO


def test_the_owner_of_the_blog_is_not_the_guest():
    card = (
        f"<div class=author-box><h4>Jane Doe</h4><p>{BIO}</p></div>"
        "<aside class=sidebar><h3>About the author</h3><p>Otto Brand has kept this blog about locks "
        "and weirs since he was twenty.</p></aside>"
    )
    record = read(page(card))
    assert [author.name for author in record.authors] == ["Jane Doe"]
    assert record.authors[0].bio == BIO


def test_a_box_names_the_author_where_nothing_else_does():
    card = f"<div class=author-box><h3>About the author</h3><h4>Jane Doe</h4><p>{BIO}</p></div>"
    record = read(page(card, byline=""))
    assert [author.name for author in record.authors] == ["Jane Doe"]
    assert record.authors[0].bio == BIO


def test_reviewers_are_kept_apart():
    card = (
        "<div class=author-box><h4>Mira Stone</h4><p>Mira Stone is an inspector of bridges and "
        "checks what we print.</p></div>"
    )
    byline = "<p>By Jane Doe</p><p>Reviewed by Mira Stone</p>"
    record = read(page(card, byline=byline))
    assert [author.name for author in record.authors] == ["Jane Doe"]
    assert record.authors[0].bio is None
    (reviewer,) = record.contributors
    assert (reviewer.name, reviewer.role) == ("Mira Stone", "Reviewed by")
    assert reviewer.bio.startswith("Mira Stone is an inspector")


def test_first_paragraph_under_a_byline_is_no_bio():
    record = read(page(""))
    assert record.authors[0].bio is None
    assert SENTENCE in record.body


# --- a page of a teachers' site: name and date in plain text, a card at the end ---------------------

CARD_BIO = (
    "Jane is head of learning at Harbour School. She taught chemistry for fourteen years and now "
    "helps teachers to plan their lessons."
)


def teachers_page(style):
    url = "https://teachers.example/about/jane-doe/"
    if style == "semantic":
        return (
            "<html><head><title>What marking is for</title></head><body><main><article><header>"
            "<h1>What marking is for</h1><p>Jane Doe</p><p>8th March 2016</p></header>"
            f"{BODY}</article><section><h2>Meet the author(s)</h2><article><h3>Jane Doe</h3>"
            f"<p>Head of Learning</p><p>{CARD_BIO}</p><a href='{url}'>View full profile</a>"
            "</article></section></main></body></html>"
        )
    if style == "div soup":
        return (
            "<html><head><title>What marking is for</title></head><body><div><div>"
            "<div><span>What marking is for</span></div><div>Jane Doe</div><div>8th March 2016</div>"
            f"<div>{BODY.replace('<p>', '<div>').replace('</p>', '</div>')}</div></div>"
            "<div><div>Meet the author(s)</div><div><div>Jane Doe</div><div>Head of Learning</div>"
            f"<div>{CARD_BIO}</div><div><a href='{url}'>View full profile</a></div></div></div>"
            "</div></body></html>"
        )
    return (
        "<html><head><title>What marking is for</title></head><body><table><tr><td>"
        "<font size=5><b>What marking is for</b></font></td></tr><tr><td>Jane Doe<br>8th March 2016"
        f"</td></tr><tr><td>{BODY}</td></tr><tr><td><b>Meet the author(s)</b></td></tr>"
        f"<tr><td><b>Jane Doe</b><br>Head of Learning<br><br>{CARD_BIO}<br><br>"
        f"<a href='{url}'>View full profile</a></td></tr></table></body></html>"
    )


@pytest.mark.parametrize("style", ["semantic", "div soup", "table"])
def test_card_at_the_end_of_a_page_in_plain_text(style):
    record = extract(teachers_page(style), "https://teachers.example/blog/marking/")
    (author,) = record.authors
    assert author.name == "Jane Doe"
    assert author.role == "Head of Learning"
    assert author.bio == CARD_BIO
    assert author.profile_url == "https://teachers.example/about/jane-doe/"
    assert "chemistry" not in record.body


@pytest.mark.parametrize(
    "piece",
    [
        "<h3>About the author</h3>",
        "<p>Jane Doe</p>",
        "<p>Jane Doe is a writer who lives above the lock.</p>",
        "<div class=author-box>",
    ],
)
def test_cost_grows_with_the_page_and_no_faster(piece):
    def spent(count):
        made = read_page(
            f"<html><body><h1>River</h1><p>By Jane Doe</p>{piece * count}</body></html>"
        )
        title = find_title(made)
        body = find_body(made, title)
        byline = find_authors(made, title, body, None)
        return seconds_of(add_bios, made, body, byline)

    spent(10)
    assert spent(1600) < 40 * max(spent(200), 0.005)


def test_a_byline_in_the_box_of_a_short_article_does_not_claim_the_article():
    html = (
        "<body><main><article><h1>The lamp on the quay</h1><p class=byline>Ines Calloway</p>"
        "<p>Nobody remembers who hung it there, and nobody has ever seen it lit.</p>"
        "<p>The harbour office sends a man up the ladder every spring all the same.</p>"
        "</article></main></body>"
    )
    page = read_page(html, url="https://a.example/lamp")
    body = find_body(page, None)
    byline = add_bios(page, body, find_authors(page, None, body, None))
    claimed = " ".join(page.blocks[i].text for i in byline.claimed)
    assert "harbour office" not in claimed
    assert "Nobody remembers" not in claimed


@pytest.mark.parametrize(
    "line",
    [
        *("About the author", "Meet Jane Doe", "The Author", "WRITTEN BY", "Über die Autorin"),
        *("Autor:innen", "Zu den AutorInnen:", "Zum Autor", "Über die Autor*innen"),
        *("À propos de l'auteur", "l’autore", "O autorze", "Chi è l'autore", "Sobre el autor"),
        *tuple(
            "Om författaren|A szerzőről|Об авторе|作者简介|著者プロフィール|글쓴이 소개".split("|")
        ),
    ],
)
def test_quick_test_lets_headings_through(line):
    assert is_heading(line)


def test_a_list_below_the_name_alone_is_no_part_of_its_card():
    lines = "".join(f"<li>{number} planks of oak</li>" for number in range(2, 12))
    card = (
        '<div class="plan"><ul><div class="author">Author: Jane Doe</div><div>Takes: 3 h</div></ul>'
        f"<h3>Planks</h3><ul>{lines}</ul></div>"
    )
    parsed = read_page(page("", byline="<p class=byline>By Jane Doe</p>", above=card))
    title = find_title(parsed)
    body = find_body(parsed, title)
    claimed = add_bios(parsed, body, find_authors(parsed, title, body, None)).claimed
    texts = {parsed.blocks[index].text for index in claimed}
    assert "Author: Jane Doe" in texts
    assert not any("planks of oak" in text for text in texts)


def test_a_credit_without_a_card_takes_no_captions_of_a_gallery():
    lines = [
        "Nets dry on the wall.",
        "A deckhand mends a trawl.",
        "Buyers raise a finger.",
        "The hall is empty.",
    ]
    slides = "".join(
        f'<figure><img src="/{n}.jpg"><figcaption>{line} Its keeper has seen forty winters of it.</figcaption></figure>'
        for n, line in enumerate(lines)
    )
    html = f"<article><h1>At the auction</h1><p class=byline>Photographs by Lena Osei</p><div>{slides}</div></article>"
    article = extract(f"<html><body>{html}</body></html>")
    assert all(line in article.body for line in lines)
    assert [c.name for c in article.contributors] == ["Lena Osei"]
