"""Cards of authors in many languages: name, job, house, text and button each where it belongs."""

import pytest

from scraper import extract
from scraper.page import read_page
from scraper.parsers.bios.jobs import judge_job
from scraper.parsers.bios.scholars import find_cited
from scraper.parsers.bios.signs import is_heading
from scraper.parsers.names import split_names

STORY = (
    "<p>The ferry leaves when the tide allows it, and the people of the island have learned to "
    "wait for it with a patience that visitors take for sloth.</p>"
) * 4


def record(rest, *, language="en", head="", above=""):
    return extract(
        f"<html lang={language}><head><title>The late ferry</title>{head}</head><body><main>"
        f"<h1>The late ferry</h1>{above}{STORY}{rest}</main></body></html>",
        "https://quay.example/2025/ferry",
    )


@pytest.mark.parametrize(
    "heading",
    [
        *("O autoru", "O autorke", "O autorici", "O avtorju", "O avtorici", "Par autoru"),
        *("Apie autorių", "За автора", "Об авторке", "Про авторку", "О аутору", "A szerzőkről"),
    ],
)
def test_headings_that_announce_an_author(heading):
    assert is_heading(heading)


CARDS = {
    "pl": ("O autorze", "Wojciech Zaremba", "Adiunkt", "Instytut Żeglugi", "Wszystkie teksty autora",
           "Wojciech Zaremba bada promy i przystanie. Mieszka w Toruniu i pływa po Wiśle."),
    "cs": ("O autorovi", "Radek Hruška", "Vědecký pracovník", "Ústav plavby", "Další články autora",
           "Radek Hruška zkoumá přívozy a mosty. Žije v Plzni a píše o řekách."),
    "hu": ("A szerzőről", "Szabó Eszter", "tudományos munkatárs", "Hajózási Intézet", "További cikkei",
           "Szabó Eszter a kompokat és a hidakat kutatja. Szegeden él, és szeret evezni."),
    "bg": ("За автора", "Десислава Тодорова", "Главен асистент", "Институт по корабоплаване",
           "Още от автора", "Десислава Тодорова изучава фериботите. Живее в Русе и пише за Дунав."),
    "tr": ("Yazar hakkında", "Zeynep Aksoy", "Araştırmacı", "Deniz Bilimleri Enstitüsü",
           "Diğer yazıları", "Zeynep Aksoy feribotları araştırıyor. Samsun'da yaşıyor ve yazıyor."),
    "el": ("Σχετικά με τον συντάκτη", "Ελένη Παπαδάκη", "Ερευνήτρια", "Ινστιτούτο Ναυτιλίας",
           "Όλα τα άρθρα", "Η Ελένη Παπαδάκη μελετά τα λιμάνια. Ζει στη Λάρισα και γράφει βιβλία."),
    "he": ("אודות הכותבת", "נועה ברגמן", "חוקרת בכירה", "המכון לחקר הים", "עוד כתבות",
           "נועה ברגמן חוקרת מעבורות וגשרים. היא גרה בחיפה וכותבת על נמלים."),
    "ja": ("この記事を書いた人", "高橋健太", "主任研究員", "海運研究所", "高橋健太の記事一覧",
           "高橋健太は渡し船と橋を研究している。長野で暮らし、川について書いている。"),
}  # fmt: skip


@pytest.mark.parametrize("language", CARDS)
@pytest.mark.parametrize("shape", ["fields", "text", "breaks"])
def test_card_of_name_job_house_bio_and_button(language, shape):
    heading, name, job, house, button, bio = CARDS[language]
    link = f'<a href="/author/x17">{button}</a>'
    above = f'<p>By <a rel=author href="/author/x17">{name}</a></p>' if shape == "fields" else ""
    card = {
        "fields": f"<h4>{heading}</h4><div>{name}</div><div>{job}</div><div>{house}</div><p>{bio}</p>",
        "text": f"<h4>{heading}</h4><p>{name}</p><p>{job}<br>{house}</p><p>{bio}</p>{link}",
        "breaks": f"<h4>{heading}</h4><p><b>{name}</b><br>{job}, {house}</p><p>{bio}</p>{link}",
    }[shape]
    (author,) = record(f"<div>{card}</div>", language=language, above=above).authors
    assert (author.name, author.bio, author.affiliation) == (name, bio, house)
    assert author.role in (job, f"{job}, {house}")


@pytest.mark.parametrize("language", ["pl", "cs", "bg", "el"])
def test_a_link_to_the_authors_page_behind_the_bio_is_no_part_of_it(language):
    heading, name, _, _, button, bio = CARDS[language]
    card = f'<h4>{heading}</h4><p>{name}</p><p>{bio} <a href="/author/x17">{button}</a></p>'
    assert record(f"<div class=author-box>{card}</div>", language=language).authors[0].bio == bio


def test_a_login_that_its_address_spells_signs_all_the_same():
    by = '<p><a href="/author/harbour-watch" rel=author>harbour watch</a> 3 May 2021</p>'
    assert [a.name for a in record("", above=by).authors] == ["harbour watch"]


def test_name_and_job_in_brackets_stand_above_the_bio():
    bio = "Rocío Benavente investiga las mareas. Ha publicado dos libros sobre el puerto."
    card = (
        "<details><summary>Sobre la autora</summary><p>Rocío Benavente (Investigadora, Instituto "
        f"de Mareas)</p><p>{bio}</p></details>"
    )
    (author,) = record(card, language="es", above="<p>Por Rocío Benavente</p>").authors
    assert (author.bio, author.affiliation) == (bio, "Instituto de Mareas")


def test_a_greek_bio_has_an_article_before_the_name():
    bio = "Η Ελένη Παπαδάκη μελετά τα λιμάνια και τα πλοία. Ζει στη Λάρισα και γράφει για αυτά."
    found = record(f"<p><em>{bio}</em></p>", language="el", above="<p>Της Ελένη Παπαδάκη</p>")
    assert [(a.name, a.bio) for a in found.authors] == [("Ελένη Παπαδάκη", bio)]
    assert bio not in found.body


def test_job_and_house_side_by_side_are_two_things():
    card = (
        "<section class=author-card><h3>Jane Doe</h3><span>Pilot</span><span>Harbour Institute"
        "</span><p>Jane Doe is at sea. She has written two books about tides.</p></section>"
    )
    (author,) = record(
        card, above='<p>By <a rel=author href="/author/jane">Jane Doe</a></p>'
    ).authors
    assert (author.role, author.affiliation) == ("Pilot", "Harbour Institute")


@pytest.mark.parametrize(
    ("line", "name", "role"),
    [
        ("Jane DoeSenior Researcher", "Jane Doe", "Senior Researcher"),
        ("Вера СоколоваНаучный сотрудник", "Вера Соколова", "Научный сотрудник"),
        ("Jane MacDonald", "Jane MacDonald", None),
        ("Ian MacDonald Editor", "Ian MacDonald", "Editor"),
    ],
)
def test_a_job_of_several_words_glued_to_the_name(line, name, role):
    assert [(n.name, n.role) for n in split_names(line)] == [(name, role)]


@pytest.mark.parametrize(
    "house",
    [
        *(
            "Instituut voor Waterstaat",
            "Institutul de Hidrologie",
            "Ústav hydrológie",
            "Viện Thủy lợi",
        ),
        *(
            "Vízügyi Intézet",
            "Su Bilimleri Enstitüsü",
            "Vesistöinstituutti",
            "水利研究院",
            "하천연구소",
        ),
        *("Laboratoire des Eaux Vives", "معهد دراسات المياه", "המכון לחקר המים", "河川研究所"),
    ],
)
def test_a_house_alone_is_an_employer(house):
    assert judge_job(house).employer == house
    assert judge_job(house).role is None


IDS = "0000-0002-1825-0097", "0000-0001-5109-3700"


def linked(name, number):
    return f'{name} <a href="https://orcid.org/{number}"><img src=id.png></a>'


def test_the_id_that_is_printed_behind_a_name_is_its_own():
    by = f"<p class=authors>By {linked('Jane Doe', IDS[0])}, {linked('John Roe', IDS[1])}</p>"
    found = record("", above=by).authors
    assert [(a.name, a.orcid) for a in found] == [("Jane Doe", IDS[0]), ("John Roe", IDS[1])]
    one = f"<p class=authors>By Jane Doe, {linked('John Roe', IDS[1])}</p>"
    found = record("", above=one).authors
    assert [(a.name, a.orcid) for a in found] == [("Jane Doe", None), ("John Roe", IDS[1])]


TAGS = (
    '<meta name=citation_author content="Doe, Jane"><meta name=citation_author_institution '
    'content="Harbour Lab"><meta name=citation_author content="John Roe"><meta '
    f'name=citation_author_orcid content="https://orcid.org/{IDS[1]}">'
)


def test_scholarly_tags_say_what_is_each_authors():
    page = read_page(f"<head>{TAGS}</head>", url="https://quay.example/a")
    assert find_cited(page, "Jane Doe", "citation_author_institution") == "Harbour Lab"
    assert find_cited(page, "John Roe", "citation_author_institution") is None
    assert find_cited(page, "Jane Doe", "citation_author_orcid") is None
    found = record("", head=TAGS, above="<p>Jane Doe and John Roe</p>").authors
    assert [(a.affiliation, a.orcid) for a in found] == [("Harbour Lab", None), (None, IDS[1])]


def test_tags_of_thousands_are_not_all_read():
    tag = '<meta name=citation_author content="John Roe">'
    last = TAGS.replace("John Roe", "Mira Stone")
    page = read_page(f"<head>{tag * 3000}{last}</head>", url="https://quay.example/a")
    assert find_cited(page, "Jane Doe", "citation_author_institution") is None


def test_a_box_marked_up_as_a_person_holds_their_accounts():
    card = (
        '<div class="h-card"><div><h3 class="author__name">Jane Doe</h3><div class="author__bio"><p>'
        "Jane Doe pilots ferries. She has written two books about tides.</p></div></div><div><ul>"
        "<li>Northquay</li><li><a href=https://mastodon.social/@janedoe>Mastodon</a></li></ul></div>"
        "</div>"
    )
    (author,) = record(card, above="<p>By Jane Doe</p>").authors
    assert author.same_as == ["https://mastodon.social/@janedoe"]


@pytest.mark.parametrize(
    "line",
    [
        *("Text and photos: Jane Doe", "Words & pictures: Jane Doe", "By Jane Doe MP"),
        *("By Jane Doe, MEP", "(Reporting by Jane Doe; Editing by John Roe)"),
    ],
)
def test_who_wrote_is_named_and_nothing_else(line):
    assert [(a.name, a.role) for a in record(f"<p>{line}</p>").authors] == [("Jane Doe", None)]


@pytest.mark.parametrize("sign", ["時事", "石川県"])
def test_an_agency_or_a_prefecture_in_brackets_signs_nothing(sign):
    found = record("", language="ja", above=f"<p>【{sign}】</p>")
    assert found.authors == []
