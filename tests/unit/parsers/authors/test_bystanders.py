"""People whom lines around a text name and who have not written it, on pages that nobody signs."""

import pytest

from scraper import extract

FIRST = (
    "The lock keeper opened the upper gate at dawn, and forty boats that had waited since the storm "
    "went through before noon, one behind the other, with their masts laid down on deck."
)
SECOND = (
    "Nobody had counted on so many. The canteen by the basin ran out of bread at nine, and the "
    "baker from the village sent her son with two baskets on the carrier of his bicycle."
)


def names(top="", end="", behind="", title="Forty boats before noon"):
    page = (
        f"<html lang='en'><head><title>{title} - Canal Notes</title></head><body>"
        "<ul class='menu'><li><a href='/'>Home</a></li><li><a href='/boats'>Boats</a></li></ul>"
        f"<article><h1>{title}</h1>{top}<p>{FIRST}</p><p>{SECOND}</p>"
        f"<p>{SECOND} {FIRST}</p>{end}</article>{behind}<p>© 2024 Canal Notes</p></body></html>"
    )
    return [author.name for author in extract(page, url="https://canal.example/a/lock").authors]


@pytest.mark.parametrize(
    "top",
    [
        "<p>Author: Marian Holloway<br>Publisher: Grey Heron<br>Pages: 288</p>",
        "<ul><li>Autorin: Jette Lorenz</li><li>Verlag: Nordlicht</li><li>Seiten: 312</li></ul>",
        "<p>Auteur : Clément Morvan</p><p>Éditeur : Le Passage</p><p>Pages : 240</p>",
    ],
    ids=["english", "german", "french"],
)
def test_a_works_author_stands_among_its_facts(top):
    assert names(top=top) == []


def test_a_label_with_one_such_fact_is_a_byline():
    top = "<p>Author: Marian Holloway<br>Publisher: Canal Notes</p>"
    assert names(top=top) == ["Marian Holloway"]


@pytest.mark.parametrize(
    "end",
    [
        "<p>Kerstin Albers<br>Pressesprecherin<br>Moorstedt</p>",
        "<address><p>Francesca Bellini</p><p>Ufficio stampa</p></address>",
        "<p>Tomasz Baran<br>Rzecznik prasowy</p>",
        "<h4>Ask us</h4><p>Laura Fairweather</p><p>Tel. 600 555 012</p>",
    ],
    ids=["german", "italian", "polish", "telephone"],
)
def test_whom_the_press_may_call_has_not_written(end):
    assert names(end=end) == []


@pytest.mark.parametrize(
    ("last", "name"),
    [
        ("A spokeswoman for the port declined to comment.", "Jane Holloway"),
        ("Ein Pressesprecher wollte sich nicht äußern.", "Hans Maier"),
    ],
)
def test_a_sentence_that_a_spokesperson_has_is_no_contact(last, name):
    assert names(end=f"<p>{last}</p><p>{name}</p>") == [name]


def test_a_byline_may_have_a_telephone():
    end = "<p>Dana Whitlock, staff writer. Tel. 555 0123</p>"
    assert names(top="<p>By Dana Whitlock</p>", end=end) == ["Dana Whitlock"]


@pytest.mark.parametrize(
    "top",
    [
        "<p>Birgit Sandell</p><p>* 1940 – 2024</p>",
        "<h2>Heinrich Lohse</h2><p>1932–2024</p>",
        "<p>António Faria (1941–2024)</p>",
    ],
    ids=["star", "heading", "same-line"],
)
def test_years_of_a_life_stand_below_a_subject(top):
    assert names(top=top) == []


@pytest.mark.parametrize(
    "heading",
    [
        *("Comments (2)", "2 Kommentare", "Комментарии", "Yorumlar (2)", "댓글 2"),
        *("Opinie gości", "Avis clients", "Kontakta oss", "Ansprechpartnerin"),
    ],
)
def test_readers_guests_and_staff_stand_below_headings_that_say_so(heading):
    thread = "<p>Anna Fairweather</p><p>Well done, all of you.</p><p>John Marsh</p><p>Yes.</p>"
    assert names(end=f"<h3>{heading}</h3>{thread}") == []


def test_a_writers_box_stands_below_comments_too():
    box = "<div class='author-bio'><p>Written by Carla Stone</p><p>Carla keeps the roof.</p></div>"
    end = f"<h3>3 Comments</h3><p>Nice work.</p>{box}"
    assert names(end=end) == ["Carla Stone"]


@pytest.mark.parametrize(
    "line",
    [
        "Portrait by Simon Delacourt",
        "Cover painting by Alma Reyes",
        "Nach einem Rezept von Hedwig Brandt",
        "Report from a poem by Hedwig Brandt",
        "» zum Spielerprofil von Karin Lindqvist",
    ],
)
def test_a_by_word_behind_other_words_announces_no_writer(line):
    assert names(top=f"<p>{line}</p>") == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("A film review by Harriet Cole", "Harriet Cole"),
        ("Weekly column by Martin Ashe", "Martin Ashe"),
        ("Opinion | By Gareth Pugh", "Gareth Pugh"),
        ("Ein Rezept von Gudrun Falk", "Gudrun Falk"),
        ("Poem by Harriet Cole", "Harriet Cole"),
        ("Letter from Paris by Harriet Cole", "Harriet Cole"),
        ("Bericht aus Rom von Gudrun Falk", "Gudrun Falk"),
        ("Een column door Jan de Vries", "Jan de Vries"),
        ("Entrevista por María García", "María García"),
        ("Kolom oleh Budi Santoso", "Budi Santoso"),
        ("Posted on Canal Notes by Harriet Cole", "Harriet Cole"),
    ],
)
def test_a_by_word_behind_a_word_for_a_text_does(line, name):
    assert names(top=f"<p>{line}</p>") == [name]


def test_a_subject_whom_the_last_line_presents_has_not_written():
    top = "<p>“I only wanted a dry floor,” said Joan Ferris, who has lived by the weir since.</p>"
    assert names(top=top, end="<p>Joan Ferris is a teacher in Moorgate.</p>") == []
    assert names(end="<p>Joan Ferris is a teacher in Moorgate.</p>") == ["Joan Ferris"]


def test_a_writer_whom_the_lines_at_the_end_name_twice_has():
    end = "<p>Ruth Garland</p><p>Ruth Garland is a writer in Cumbria. Garland walks rivers.</p>"
    assert names(end=end) == ["Ruth Garland"]


def test_linked_names_of_a_list_beside_the_article_are_a_sites_writers():
    links = "".join(
        f"<li><a href='/author/{name.lower().replace(' ', '-')}'>{name}</a></li>"
        for name in ("Ann Porter", "Bill Marsh")
    )
    assert names(behind=f"<aside><h3>Our writers</h3><ul>{links}</ul></aside>") == []


def test_bylines_below_headings_behind_a_text_are_of_other_articles():
    teasers = "".join(
        f"<div><h4>{head}</h4><p>By {name}</p></div>"
        for head, name in (
            ("The fair", "Mary Conti"),
            ("A new mayor", "Luke Ferris"),
            ("Schools closed", "Sarah Black"),
        )
    )
    assert names(behind=f"<section><h3>More news</h3>{teasers}</section>") == []


@pytest.mark.parametrize(
    "top",
    [
        "<p>Sort By:</p><p>Featured Items</p>",
        "<p>By submitting this form you agree to our Privacy Rules and House Terms</p>",
        "<p>office@canal.de</p><h4>Tested Quality</h4>",
        "<p>A film by Ellen Garrec<br>With Louis Armand, Nadia Ferrand</p>",
    ],
    ids=["order", "consent", "address", "cast"],
)
def test_lines_that_only_look_like_a_byline_name_nobody(top):
    assert names(top=top) == []


def test_the_subject_of_a_headline_in_a_line_of_its_own_is_no_writer():
    title = "Mary Fairweather's boat stolen before noon"
    assert names(top="<h2>Mary Fairweather</h2>", title=title) == []


@pytest.mark.parametrize(
    ("page_line", "text"),
    [("佐藤健太", "大工の佐藤さんは屋根を直した。"), ("박정호", "목수 박정호 씨는 지붕을 고쳤다.")],
    ids=["japanese", "korean"],
)
def test_of_whom_a_text_speaks_with_respect_is_its_subject(page_line, text):
    page = (
        "<html><head><title>水車</title></head><body><article><h1>水車小屋</h1>"
        f"<p>{text * 8}</p><p>{text * 6}</p><p>{page_line}</p></article></body></html>"
    )
    assert extract(page, url="https://weir.example/a").authors == []


def test_who_signs_a_letter_that_a_text_quotes_has_not_written_the_text():
    letter = "<p>Dear all, the mill was cold, and we burned what we could find.</p>"
    assert names(end=f"{letter}<p>Love, Anna</p>") == []
    assert names(end="<p>Love, Anna</p>") == ["Anna"]


def test_a_pictures_author_is_named_by_two_words():
    assert names(top="<p>Автор фото: Игорь Титов</p>") == []
    assert names(top="<p>Автор: Игорь Титов</p>") == ["Игорь Титов"]


@pytest.mark.parametrize("house", ["Museo del Agua", "Comune di Vallescura", "Rathaus Moorstedt"])
def test_a_house_is_no_person(house):
    assert names(top=f"<p>{house}</p>") == []
