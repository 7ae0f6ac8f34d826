"""Author boxes as the web prints them: many shapes, one page, the same answer."""

import pytest

from scraper import extract

SENTENCE = (
    "The ferry leaves when the tide allows it, and the people of the island have learned to wait "
    "for it with a patience that visitors take for sloth."
)
BODY = f"<p>{SENTENCE}</p>" * 8
BIO = (
    "Mira Stone keeps the records of the island's ferries. She has sailed on all nine of them and "
    "lives above the harbour office."
)
FIRST = "I keep the records of the ferries and have sailed on all nine of them since I was a child."
PRONOUN = "She keeps the records of the island's ferries and has sailed on all nine of them."
JONAS = "Jonas Reed builds model boats. His workshop on the quay has been open since the war."
LETTERS = "Her letters have been read on the radio, and a street of the old town bears her name."
HARBOUR = "The Harbour Letter reports on islands and their boats every Thursday of the year."


def page(card="", *, byline="<p class=byline>By Mira Stone</p>", above="", body=BODY, side=""):
    return (
        "<html><head><title>Waiting for the ferry - Harbour Letter</title></head><body>"
        "<header><a href='/'>Harbour Letter</a><nav><a href='/boats'>Boats</a></nav></header>"
        f"<main><article><h1>Waiting for the ferry</h1>{byline}{above}"
        f"<div class=content>{body}</div>{card}</article>{side}</main>"
        f"<footer><p>{HARBOUR}</p><p>© 2021 Harbour Letter</p></footer></body></html>"
    )


def read(html):
    return extract(html, "https://harbour.example/2021/ferry")


def bios(record):
    return {author.name: author.bio for author in record.authors if author.bio}


LATEST = "<ul><li><a href='/a'>The last lamp on the pier</a></li><li><a href='/b'>Salt roads</a></li></ul>"
SOCIAL = "<a href='https://x.com/mirastone'>Twitter</a><a href='https://mira.example'>Website</a>"

ONE = {
    "theme box: picture, name link, text": (
        "<div class='wrap-9f'><div><img src='/m.jpg'></div><div><h5><a href='/author/mira'>Mira Stone"
        f"</a></h5><div>{BIO}</div></div></div>"
    ),
    "plugin box with accounts behind": (
        "<div class='saboxplugin-wrap'><div class=saboxplugin-authorname><a href='/author/mira'>Mira "
        f"Stone</a></div><div class=saboxplugin-desc><div><p>{BIO}</p></div></div><div>{SOCIAL}</div></div>"
    ),
    "plugin box with latest posts behind": (
        "<div class=abh_box><div class=abh_about><div>Mira Stone</div><div>Archivist at Harbour Office"
        f"</div><div>{BIO}</div></div><div class=abh_posts><div>Latest posts by Mira Stone</div>{LATEST}"
        "</div></div>"
    ),
    "page builder, hashed classes": (
        "<div class='css-1x'><div class='css-2y'><p class='css-3z'>Mira Stone</p><p class='css-4w'>"
        f"Archivist</p></div><p class='css-5v'>{BIO}</p></div>"
    ),
    "written by above the name": (
        f"<section><p>Written by</p><h3>Mira Stone</h3><p>{BIO}</p></section>"
    ),
    "name and heading in one line": f"<section><h4>About Mira Stone</h4><p>{BIO}</p></section>",
    "about with role in the heading": (
        f"<section><h4>About Mira Stone, Archivist</h4><p>{BIO}</p></section>"
    ),
    "heading glued to the bio by a break": f"<p><strong>About the author</strong><br>{BIO}</p>",
    "bold heading in the same line": f"<p><b>About the Author:</b> {BIO}</p>",
    "last italic paragraph in the body": (None, f"{BODY}<p><i>{BIO}</i></p>"),
    "behind a rule": (None, f"{BODY}<hr><p>{BIO}</p>"),
    "name in bold opens the text": (None, f"{BODY}<hr><p><b>Mira Stone</b> {BIO[11:]}</p>"),
    "in brackets": (None, f"{BODY}<p>({BIO})</p>", f"({BIO})"),
    "signature, then bio": (None, f"{BODY}<p>— Mira Stone</p><p><em>{BIO}</em></p>"),
    "text in two paragraphs": (
        f"<div class=author-bio><h3>Mira Stone</h3><p>{BIO}</p><p>{LETTERS}</p></div>",
        BODY,
        f"{BIO}\n\n{LETTERS}",
    ),
    "first person": (
        f"<div class=about-author><h3>About the author</h3><p>{FIRST}</p></div>",
        BODY,
        FIRST,
    ),
    "pronoun": (f"<div class=author-box><h3>Mira Stone</h3><p>{PRONOUN}</p></div>", BODY, PRONOUN),
    "definition list": f"<dl class=author><dt>Mira Stone</dt><dd>{BIO}</dd></dl>",
    "table of 1999": (
        "<table border=1 cellpadding=4><tr><td><img src='m.gif'></td><td><font size=2><b>About the "
        f"author</b><br>{BIO}</font></td></tr></table>"
    ),
    "center and font": f"<center><font size='-1'><i>{BIO}</i></font></center>",
    "university card": (
        "<section><h2>Meet the author</h2><article><a href='/people/stone'><h3>Mira Stone</h3></a>"
        f"<p>Senior Archivist, Island Records Office</p><div><p>{BIO}</p></div></article></section>"
    ),
    "contributor notes": (f"<div><h3>Notes on contributors</h3><p>{BIO}</p></div>"),
    "disclosure of a university blog": (
        f"<div role=complementary><h2>Contributor</h2><div><h4>Mira Stone</h4><p>{BIO}</p></div></div>"
    ),
    "read more button in the text": (
        f"<div class=author><h4>Mira Stone</h4><p>{BIO} <a href='/author/mira'>Read more</a></p></div>"
    ),
    "view all posts behind": (
        f"<div class=author-info><h3>Mira Stone</h3><p>{BIO}</p><a href='/author/mira'>View all posts "
        "by Mira Stone</a></div>"
    ),
    "count of articles before the text": (
        f"<div class=writer><h4>Mira Stone</h4><span>128 Articles</span><div>{BIO}</div></div>"
    ),
    "details element": (f"<details><summary>About the author</summary><p>{BIO}</p></details>"),
    "figure": f"<figure><img src=m.jpg><figcaption>Mira Stone</figcaption></figure><p>{BIO}</p>",
    "German heading": f"<div><h3>Zur Person</h3><p>{BIO}</p></div>",
    "French heading": f"<div><h3>À propos de l’autrice</h3><p>{BIO}</p></div>",
    "Spanish heading": f"<div><h3>Sobre la autora</h3><p>{BIO}</p></div>",
    "Dutch heading": f"<div><h3>Over de auteur</h3><p>{BIO}</p></div>",
    "Italian heading": f"<div><h3>L'autrice</h3><p>{BIO}</p></div>",
    "Polish heading": f"<div><h3>O autorze</h3><p>{BIO}</p></div>",
    "Swedish heading": f"<div><h3>Om författaren</h3><p>{BIO}</p></div>",
}


@pytest.mark.parametrize("shape", ONE)
def test_the_bio_whole_and_nowhere_else(shape):
    made = ONE[shape]
    card, body, expected = (made, BODY, BIO) if isinstance(made, str) else (*made, BIO)[:3]
    record = read(page(card or "", body=body))
    assert bios(record) == {"Mira Stone": expected}
    assert "all nine of them" not in record.body
    assert record.body.count("patience that visitors") == 8


PLACES = {
    "above": {"above": f"<div class=author-card><b>Mira Stone</b><p>{BIO}</p></div>"},
    "beside": {
        "side": f"<aside><div class=author-box><h4>Mira Stone</h4><p>{BIO}</p></div></aside>"
    },
    "teaser and full text": {
        "above": "<div class=author-tip><b>Mira Stone</b><p>Mira Stone keeps the records of the…</p></div>",
        "card": f"<div class=author-full><h4>Mira Stone</h4><p>{BIO}</p></div>",
    },
    "hover card": {
        "byline": "<div class=byline>By <a href='/author/mira'>Mira Stone</a><div class=popover hidden>"
        f"<p>Mira Stone</p><p>{BIO}</p></div></div>"
    },
    "no byline": {"byline": "", "card": f"<div><h3>About the author</h3><p>{BIO}</p></div>"},
}


@pytest.mark.parametrize("place", PLACES)
def test_place_does_not_matter(place):
    record = read(page(**PLACES[place]))
    assert bios(record) == {"Mira Stone": BIO}
    assert "all nine of them" not in record.body


SEVERAL = {
    "meet the authors": (
        f"<section><h2>Meet the authors</h2><div><h3>Mira Stone</h3><p>{BIO}</p></div>"
        f"<div><h3>Jonas Reed</h3><p>{JONAS}</p></div></section>"
    ),
    "two boxes": (
        f"<div class=author-box><h4>Mira Stone</h4><p>{BIO}</p></div>"
        f"<div class=author-box><h4>Jonas Reed</h4><p>{JONAS}</p></div>"
    ),
    "two paragraphs under one heading": f"<h3>About the authors</h3><p>{BIO}</p><p>{JONAS}</p>",
    "two italic paragraphs at the end": f"<p><i>{BIO}</i></p><p><i>{JONAS}</i></p>",
    "list": f"<h3>Authors</h3><ul><li>{BIO}</li><li>{JONAS}</li></ul>",
    "table row a person": (
        f"<table><tr><td><b>Mira Stone</b><br>{BIO}</td></tr><tr><td><b>Jonas Reed</b><br>{JONAS}</td>"
        "</tr></table>"
    ),
}


@pytest.mark.parametrize("shape", SEVERAL)
def test_each_of_several_authors_has_their_own(shape):
    record = read(page(SEVERAL[shape], byline="<p class=byline>By Mira Stone and Jonas Reed</p>"))
    assert bios(record) == {"Mira Stone": BIO, "Jonas Reed": JONAS}


NOT_BIOS = {
    "box with a name only": "<div class=author-box><h4>Mira Stone</h4><a href='/author/mira'>Profile</a></div>",
    "newsletter": "<div class=box><h3>About us</h3><p>The Harbour Letter has reported on boats for forty years and is read on all islands.</p></div>",
    "comment": f"<div id=comments><div class=comment><b>Mira Stone</b><p>{JONAS}</p></div></div>",
    "teaser of another": "<div class=related><h3>Mira Stone</h3><p>The lamp on the pier was lit again on Friday, to nobody's surprise but the keeper's own.</p></div>",
    "subscribe": "<div class=author-box><h4>Mira Stone</h4><p>Subscribe to our newsletter and never miss a story from the islands again.</p></div>",
}


@pytest.mark.parametrize("shape", NOT_BIOS)
def test_what_is_no_bio(shape):
    record = read(page(NOT_BIOS[shape]))
    assert [author.name for author in record.authors] == ["Mira Stone"]
    assert bios(record) == {}


def test_owner_of_the_blog_under_a_guest_post():
    owner = f"<aside class=widget><h3>About me</h3><p>{JONAS}</p></aside>"
    guest = f"<div class=author-box><h4>About the guest author</h4><p>{BIO}</p></div>"
    record = read(page(guest, byline="<p>A guest post by Mira Stone</p>", side=owner))
    assert bios(record) == {"Mira Stone": BIO}


def test_reviewer_is_kept_apart():
    reviewed = f"<div class=box><p>Medically reviewed by</p><h4>Jonas Reed</h4><p>{JONAS}</p></div>"
    record = read(page(f"<div class=author-box><h4>Mira Stone</h4><p>{BIO}</p></div>{reviewed}"))
    assert bios(record) == {"Mira Stone": BIO}
    assert [(p.name, p.role) for p in record.contributors] == [
        ("Jonas Reed", "Medically reviewed by")
    ]


def test_sentences_about_the_author_in_the_body_stay_there():
    body = f"{BODY}<p>Mira Stone is the name painted on the bow of the oldest boat.</p>{BODY}"
    record = read(page(body=body))
    assert bios(record) == {}
    assert "painted on the bow" in record.body


DETAILS = {
    "role": (
        "<p>Senior Archivist, Island Records Office</p>",
        "role",
        "Senior Archivist, Island Records Office",
    ),
    "affiliation": (
        "<p>Senior Archivist, Island Records Office</p>",
        "affiliation",
        "Island Records Office",
    ),
    "profile": (
        "<a href='/author/mira-stone'>More by Mira</a>",
        "profile_url",
        "https://harbour.example/author/mira-stone",
    ),
    "orcid": (
        "<a href='https://orcid.org/0000-0002-1825-0097'>iD</a>",
        "orcid",
        "0000-0002-1825-0097",
    ),
    "picture": ("<img src='/people/mira.jpg'>", "image", "https://harbour.example/people/mira.jpg"),
}


@pytest.mark.parametrize("detail", DETAILS)
def test_details_of_a_card(detail):
    extra, name, expected = DETAILS[detail]
    card = f"<div class=author-box><h4>Mira Stone</h4>{extra}<p>{BIO}</p></div>"
    record = read(page(card))
    assert getattr(record.authors[0], name) == expected
    assert record.authors[0].bio == BIO


def test_the_picture_of_the_article_is_no_portrait():
    pictures = "<img src='/boats/ferry.jpg'><img src='/people/mira.jpg'>"
    card = f"<div class=author-box><h4>Mira Stone</h4>{pictures}<p>{BIO}</p></div>"
    lead = "<meta property=og:image content='https://harbour.example/boats/ferry.jpg'></head>"
    record = read(page(card).replace("</head>", lead))
    assert record.image == "https://harbour.example/boats/ferry.jpg"
    assert record.authors[0].image == "https://harbour.example/people/mira.jpg"


SHORT_BIO = "Mira Stone keeps the records. She lives above the office."


@pytest.mark.parametrize(
    "heading, byline, bio",
    [
        ("About the author", "By Mira Stone", SHORT_BIO),
        ("Sobre o autor", "Por Mira Stone", "Mira Stone escreve sobre barcos. Mora no Porto."),
        ("Об авторе", "Автор: Ольга Соколова", "Ольга Соколова пишет о паромах и тумане."),
    ],
)
def test_heading_and_a_short_bio_in_one_line(heading, byline, bio):
    record = read(page(f"<p>{heading}: {bio}</p>", byline=f"<p class=byline>{byline}</p>"))
    assert list(bios(record).values()) == [bio]
    assert bio not in record.body


def test_name_lines_in_the_paragraphs_of_two_authors():
    card = f"<section><h4>About the authors</h4><p><b>Mira Stone</b><br>{BIO}</p><p><b>Jonas Reed</b><br>{JONAS}</p></section>"
    record = read(page(card, byline="<p class=byline>By Mira Stone and Jonas Reed</p>"))
    assert bios(record) == {"Mira Stone": BIO, "Jonas Reed": JONAS}


@pytest.mark.parametrize("tag", ["em", "b", "span"])
def test_last_paragraph_that_begins_with_a_name_without_spaces(tag):
    bio = "李丽娜写渡轮与雾，与两只狗住在厦门，每天清晨都会去港口散步。"
    body = "<p>当时没有人把这些写下来，我们所知道的都来自后来提问的人，他们记下了一切。</p>" * 8
    record = read(
        page(f"<p><{tag}>{bio}</{tag}></p>", byline="<p class=byline>作者：李丽娜</p>", body=body)
    )
    assert bios(record) == {"李丽娜": bio}


def test_a_dash_that_stands_for_is_belongs_to_the_bio():
    bio = "Михаил Рыбаков — историк, с 2004 года чинит лампы. Следующая книга будет о верёвках."
    card = (
        f"<aside class='about-author'><h2>Об авторе</h2><h3>Михаил Рыбаков</h3><p>{bio}</p></aside>"
    )
    record = read(page(card, byline="<p class=byline>Автор: Михаил Рыбаков</p>"))
    assert bios(record) == {"Михаил Рыбаков": bio}


def test_a_dash_behind_the_name_of_a_line_does_not():
    card = f"<div class=author-box><h4>Mira Stone</h4><p>Mira Stone – {PRONOUN}</p></div>"
    assert bios(read(page(card))) == {"Mira Stone": PRONOUN}


def test_a_call_to_subscribe_behind_the_name_of_a_newsletter_is_no_bio():
    call = "Mira Stone - “Waiting” is a reader-supported publication. To receive new posts, become a subscriber."
    record = read(page(body=f"{BODY}<div class=subscription-widget><p>{call}</p></div>"))
    assert bios(record) == {}


@pytest.mark.parametrize(
    "heading",
    ["この記事を書いた人", "عن الكاتبة", "על הכותבת", "लेखक के बारे में", "เกี่ยวกับผู้เขียน"],
)
def test_boxes_without_a_class_in_more_languages(heading):
    card = f"<div><h2>{heading}</h2><div><h3>Mira Stone</h3><p>{BIO}</p></div></div>"
    record = read(page(card))
    assert bios(record) == {"Mira Stone": BIO}
    assert BIO not in record.body


def test_a_link_on_the_last_line_is_no_part_of_the_bio():
    card = f"<p><b>About the author</b><br>{BIO}<br><a href='/staff'>Alle Profile ansehen</a></p>"
    assert bios(read(page(card))) == {"Mira Stone": BIO}


@pytest.mark.parametrize(
    "row",
    [
        "<div><p><b>{}</b></p><p>{}</p><p>{}</p><p><a href=/{}>View full profile</a></p></div>",
        "<div><img src=/{3}.jpg><h4>{0}</h4><p>{1}</p><p>{2}</p><a href=/{3}>View profile</a></div>",
        "<p><b>{}</b><br>{}<br>{}<br><a href=/{}>View full profile</a></p>",
    ],
    ids=["paragraphs", "heading-and-picture", "lines"],
)
@pytest.mark.parametrize(
    "heading", ["Meet the author(s)", "About the author(s)", "About the authors"]
)
@pytest.mark.parametrize(
    "byline", ["<p class=byline>By Mira Stone and Jonas Reed</p>", "<p>Posted by ferrydesk</p>"]
)
def test_name_job_bio_and_button_of_two_under_one_heading(byline, heading, row):
    people = [("Mira Stone", "Harbour Pilot", BIO, 1), ("Jonas Reed", "Head of Models", JONAS, 2)]
    rows = "".join(row.format(*one) for one in people)
    record = read(page(f"<h3>{heading}</h3>{rows}", byline=byline))
    assert [(a.name, a.role, a.bio) for a in record.authors] == [one[:3] for one in people]
    assert [(a.profile_url or "")[-2:] for a in record.authors] == ["/1", "/2"]
    assert not any(text in record.body for one in people for text in one[:3])
    if "img" in row:
        assert [a.image[-6:] for a in record.authors] == ["/1.jpg", "/2.jpg"]


def test_a_bio_under_another_name_is_not_that_of_the_login_that_posted():
    card = f"<h3>Meet the author</h3><p><b>Jonas Reed</b><br>Boatbuilder<br>{JONAS}</p>"
    record = read(page(card, byline="<p>Posted by ferrydesk</p>"))
    assert [(a.name, a.bio) for a in record.authors] == [("Jonas Reed", JONAS)]


def test_a_list_of_stories_behind_the_authors_presents_nobody():
    stories = "<b>More news</b><br><a href=/1>Sports hall to open</a><br><a href=/2>A new chief</a>"
    card = (
        f"<table><tr><td><h3>Meet the author(s)</h3><p><b>Mira Stone</b><br>{BIO}</p></td>"
        f"<td>{stories}</td></tr></table>"
    )
    assert bios(read(page(card))) == {"Mira Stone": BIO}


@pytest.mark.parametrize("button", ["View full profile", "Bekijk profiel", "Zum Profil"])
def test_a_button_behind_the_bio_goes_with_it_where_nothing_holds_both(button):
    lines = f"<h4>Meet the author(s)</h4><p>Mira Stone</p><p>Harbour Pilot</p><p>{BIO}</p>"
    record = read(page(f"{lines}<p><a href=/mira>{button}</a></p>"))
    assert record.authors[0].profile_url.endswith("/mira")
    assert not any(text in record.body for text in (button, "Harbour Pilot", BIO))


@pytest.mark.parametrize(
    "behind",
    ["<p><b>Tern Publishing House</b><br>3 Quay Lane<br>{}</p>", "<h4>Ada Finch</h4><p>{}</p>"],
)
def test_the_next_heading_of_its_rank_ends_the_authors_under_one(behind):
    card = f"<h3>About the authors</h3><p><b>Mira Stone</b><br>{BIO}</p><h3>Our newsletter</h3>"
    other = "She has written of the sea and its ports for us since the spring of 2009."
    record = read(page(card + behind.format(other), byline="<p class=byline>By Mira Stone</p>"))
    assert [a.name for a in record.authors] == ["Mira Stone"]


@pytest.mark.parametrize("heading", ["<h3>Sources</h3>", "<p>References:</p>"])
def test_sources_behind_the_authors_name_are_no_bio(heading):
    sources = "Harbour Office: Stones of the quay, a report on the building of 1921 (seen in May)."
    card = f"<h3>About the author</h3><p>Mira Stone</p>{heading}<ul><li>{sources}</li></ul>"
    record = read(page(card))
    assert record.authors[0].bio is None
