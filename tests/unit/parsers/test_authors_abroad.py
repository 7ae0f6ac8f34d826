"""Bylines of blogs' systems in many languages, and accounts that are nobody."""

import pytest

from scraper import extract
from scraper.parsers.rules import bylines, posted

TEXT = {
    "": "The town library will stay open two hours longer on weekdays, as its head announced, so "
    "that those who work late can still borrow books and read the papers in the evening.",
    "ru": "Городская библиотека с будущего месяца будет работать по будням на два часа дольше, чтобы "
    "те, кто поздно заканчивает работу, тоже могли взять книги.",
    "pl": "Biblioteka miejska od przyszłego miesiąca będzie czynna w dni powszednie o dwie godziny "
    "dłużej, aby także pracujący do późna mogli wypożyczać książki.",
    "ar": "أعلنت المكتبة البلدية أنها ستمدد ساعات العمل المسائية ابتداء من الشهر المقبل ليتمكن العاملون "
    "من استعارة الكتب وقراءة الصحف في المساء.",
}


def names(line, language="", head="", behind=""):
    text = TEXT.get(language, TEXT[""])
    html = (
        f"<html lang='{language or 'en'}'><head><title>Longer hours</title>{head}</head><body><article>"
        f"<h1>Longer hours</h1>{line}<p>{text}</p><p>{text} {text}</p></article>{behind}</body></html>"
    )
    return [author.name for author in extract(html, url="https://lantern.example/a/b").authors]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Opublikowane przez Hanna Wilczek w dniu 3.04.2026", "Hanna Wilczek"),
        *(("opr. Hanna Wilczek", "Hanna Wilczek"), ("Oprac.: Hanna Wilczek", "Hanna Wilczek")),
        ("Teksti Aino Harjula Kuvat Ville Ketola", "Aino Harjula"),
        *(("Dodał(a): Hanna Wilczek", "Hanna Wilczek"), ("przez Hanna Wilczek", "Hanna Wilczek")),
        ("Autor gościnny: Hanna Wilczek", "Hanna Wilczek"),
        ("Zveřejnil Radek Souček 3. 4. 2026", "Radek Souček"),
        ("Publikováno 3. 4. 2026 od Radek Souček", "Radek Souček"),
        ("Publicat de Mircea Dobre la 3 aprilie 2026", "Mircea Dobre"),
        ("Inserito da Fulvio Serra il 3 aprile 2026", "Fulvio Serra"),
        ("Autora invitada: Nieves Carrasco", "Nieves Carrasco"),
        ("Publicada por Nieves Carrasco", "Nieves Carrasco"),
        ("Postado por Tainá Queiroz em 3 de abril de 2026", "Tainá Queiroz"),
        ("Geplaatst door Sietske Hoekstra op 3 april 2026", "Sietske Hoekstra"),
        ("Auteur invité : Gwenaël Morvan", "Gwenaël Morvan"),
        ("Gastautorin: Friederike Lohse", "Friederike Lohse"),
        *(("Ekleyen: Nilgün Aksoy", "Nilgün Aksoy"), ("Konuk Yazar: Nilgün Aksoy", "Nilgün Aksoy")),
        ("Elif Aksoy tarafından 3 Nisan 2026 tarihinde yayınlandı", "Elif Aksoy"),
        ("Közzétette: Kárpáti Noémi", "Kárpáti Noémi"),
        *(("Publicerat av Tuva Lindmark", "Tuva Lindmark"), ("Piše: Vesna Barić", "Vesna Barić")),
        *(
            ("Julkaissut Onni Rautio 3.4.2026", "Onni Rautio"),
            ("Parašė Rasa Urbonė", "Rasa Urbonė"),
        ),
        ("Diposting oleh Ratna Wulandari", "Ratna Wulandari"),
        *(("Đăng bởi: Phạm Quỳnh Mai", "Phạm Quỳnh Mai"), ("Nga Besnik Hoti", "Besnik Hoti")),
    ],
)
def test_systems_say_in_their_language_who_put_an_article_online(line, name):
    assert names(f"<p>{line}</p>") == [name]


@pytest.mark.parametrize(
    ("line", "name", "language"),
    [
        ("Опубликовала: Вера Зимина", "Вера Зимина", "ru"),
        ("Добавил: Егор Лапшин", "Егор Лапшин", "ru"),
        ("14:05, 3 апреля 2026 Вера Зимина", "Вера Зимина", "ru"),
        ("Публикувано от Калина Дечева", "Калина Дечева", "ru"),
        ("Додала Леся Гнатюк", "Леся Гнатюк", "ru"),
        ("نشر بواسطة: سلمى العطار", "سلمى العطار", "ar"),
        ("توسط پروین کاشانی", "پروین کاشانی", "ar"),
        ("על ידי תמר אלוני", "תמר אלוני", "ar"),
        ("投稿者：三宅ひかり", "三宅ひかり", ""),
    ],
)
def test_so_they_do_in_other_scripts(line, name, language):
    assert names(f"<p>{line}</p>", language) == [name]


@pytest.mark.parametrize("phrase", [p for p in posted.PHRASES if p[0] < bylines.CASELESS_FROM])
def test_each_phrase_announces_a_name_and_passes_the_quick_test(phrase):
    assert bylines.BYLINE.match(f"{phrase} Jane Doe")
    first = bylines.FIRST_WORD.match(phrase).group().lower()
    assert first in bylines.ANNOUNCING_WORDS


@pytest.mark.parametrize(
    "account",
    [
        *("Gastautor", "Invité", "Ospite", "Convidado", "Invitado", "Konuk Yazar", "Gästskribent"),
        *("Administrador", "Amministratore", "Администратор", "Správce webu", "Webmaster", "مدير"),
        *("Guest contributor", "Kontributor", "管理员", "ゲスト", "관리자", "Редактор"),
    ],
)
def test_an_account_for_guests_or_for_those_who_run_the_site_is_nobody(account):
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Longer hours", '
        f'"author": {{"@type": "Person", "name": "{account}"}}}}</script>'
    )
    assert names("", head=head) == []


@pytest.mark.parametrize("platform", ["Google", "Medium", "GitHub", "Getty Images", "WordPress"])
def test_what_runs_a_site_signs_nothing_on_another(platform):
    head = f'<meta name="author" content="{platform}">'
    assert names(f"<p class='author'>{platform}</p>", head=head) == []


def test_a_city_beside_the_byline_is_no_person():
    assert names("<p class='author'>São Paulo</p>") == []


def test_a_name_behind_more_than_a_button_is_read():
    link = "<p class='author'><a href='/author/vb'>Zum Profil von Vesna Barić</a></p>"
    assert names(link) == ["Vesna Barić"]


def test_an_inner_byword_among_related_articles_names_their_writer():
    behind = (
        "<div class='related'><h3>More</h3><p>9 April 2026 – Bridge opens, by Tom Hale</p></div>"
    )
    assert names("<p>By GUEST AUTHOR | 04/05/2026</p>", behind=behind) == []


def test_whom_a_sentence_links_to_is_no_writer():
    thanks = (
        "<p>Special thanks go to everybody who came to the meeting in spring and asked for longer "
        "hours, among them <a href='/people/vesna-baric'>Vesna Barić</a> of the school by the mill.</p>"
    )
    assert names("", behind=thanks) == []


@pytest.mark.parametrize(
    "line",
    [
        "Od Karla Čapka k Janu Nerudovi",
        "Od Jana Pawła po Wisłę: most łączy miasto",
        "От Ивана Грозного до Петра Первого",
        "Gastautor Peter Handke liest am Freitag im Rathaus",
        "Guest author Salman Rushdie opens the festival",
        "Napisao Ivo Andrić prije sto godina",
        "Objavio Ivan Horvat kod Školske knjige",
        "Közzétette Nagy Péter a jelentést",
        "Un texto de García Lorca sale a la luz",
        "Aufgezeichnet von der Polizei in Bremen",
        *("NOTA DE PRENSA", "Coluna de Opinião", "Chronique de Noël", "Firma: Karl Schmidt"),
    ],
)
def test_lines_that_begin_like_a_byline_in_some_language_name_nobody(line):
    assert names(f"<p>{line}</p>") == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Door Jan van den Berg 12 mei 2026", "Jan van den Berg"),
        ("Door Els op den Camp 12 mei 2026", "Els op den Camp"),
        ("Por Juan de la Cruz 12 mayo 2026", "Juan de la Cruz"),
        ("Par Jean Le Goff 12 mai 2026", "Jean Le Goff"),
        ("Por Omar El Sayed 12/05/2026", "Omar El Sayed"),
        ("Par Claire Morvan le Lundi 12 Mai 2026", "Claire Morvan"),
        ("Publicerat av Åsa Öberg", "Åsa Öberg"),
        ("Dodane przez Łucja Żak w dniu 12 maja 2026", "Łucja Żak"),
        ("Publicat de Ștefan Țurcanu la 3 aprilie 2026", "Ștefan Țurcanu"),
        ("Door Sietske Hoekstra op dinsdag 12 mei 2026", "Sietske Hoekstra"),
    ],
)
def test_a_name_keeps_its_article_before_a_day(line, name):
    assert names(f"<p class='byline'>{line}</p>") == [name]


def test_a_platform_signs_on_its_own_blog():
    head = '<meta name="author" content="GitHub"><meta property="og:site_name" content="The GitHub Blog">'
    assert names("<p class='author'>By GitHub</p>", head=head) == ["GitHub"]


def test_a_sentence_about_an_author_or_consent_is_no_byline():
    assert names("<p>Autorka je historička architektury.</p>", behind="<p>Marta Lis</p>") == [
        "Marta Lis"
    ]
    assert names("<p>By signing up you agree to our terms</p>") == []
    assert names("<p class=byline>By sterling brooks</p>") == ["sterling brooks"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("7 de noviembre de 2021 Lucía Berrocal Ferrer", "Lucía Berrocal Ferrer"),
        ("7 de novembro de 2021 • Helena Quintela • 4 min de leitura", "Helena Quintela"),
        ("2021년 11월 7일 18:05 • 한서윤 • 4분 읽기", "한서윤"),
        ("7 november 2021 – Quirijn van den Berg", "Quirijn van den Berg"),
        ("2021. november 7. Vámos Zsófia", "Vámos Zsófia"),
        ("7 novembre 2021 - Ginevra Maffei", "Ginevra Maffei"),
    ],
)
def test_a_bare_name_behind_a_day_signs(line, name):
    assert names(f"<p>{line}</p>") == [name]
