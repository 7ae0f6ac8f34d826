"""Lines around a text in the languages of the larger presses, with nothing but words to tell them by."""

import pytest

from scraper import extract
from scraper.page import read_page
from scraper.parsers.body.furniture import is_counter, is_pointer
from scraper.parsers.body.pitches import find_pitches

COUNTERS = (
    "Views: 512|512 vues|512 visitas|512 keer bekeken|512 visninger|512 katselukertaa|Wyświetleń: 512|"
    "Zobrazení: 512|Megtekintések: 512|Vizualizări: 512|Прегледи: 512|Pregleda: 512|Просмотров: 512|"
    "Переглядів: 512|Προβολές: 512|Görüntülenme: 512|Dilihat: 512 kali|Lượt xem: 512|เข้าชม 512 ครั้ง|"
    "閲覧数：512|浏览次数：512|조회수 512|المشاهدات: 512|بازدید: 512|צפיות: 512|Peržiūros: 512|3 comentarii|"
    "3 hozzászólás|3 коментара|3 σχόλια|3 yorum|3 bình luận|コメント3件|3条评论|댓글 3개|3 تعليقات|3 תגובות|"
    "5 min czytania|5 perc olvasás|5 dk okuma|5 menit baca|5 phút đọc|อ่าน 5 นาที|この記事は5分で読めます|"
    "阅读时间5分钟|읽는 시간 5분|5 دقائق للقراءة|5 דקות קריאה|5 хв. читання|Время чтения: 5 мин."
)


@pytest.mark.parametrize("line", COUNTERS.split("|"))
def test_counters_of_readers_answers_and_minutes(line):
    assert is_counter(read_page(f"<p>{line}</p>").blocks[0])


@pytest.mark.parametrize(
    "line",
    [
        *("3 Aufrufe zum Streik", "Bei 512 Besuchern", "5 minut przerwy", "Yorum yapan 3 kişi"),
        *(
            "Комментарии эксперта",
            "512 просмотров хватило городу",
            "5 دقائق من الصمت",
            "Kommentare..",
        ),
        *("View 3", "Comment 12:", "Kommentar 3", "Viewpoint 2", "12 shareholders", "5 viewers"),
        *("Shareholders 1,200", "Preglednica 2", "Visita 3", "5 comentaristas", "5 ogledal"),
    ],
)
def test_lines_that_only_speak_of_such_things(line):
    assert not is_counter(read_page(f"<p>{line}</p>").blocks[0])


POINTERS = (
    "Articles similaires|Artículos relacionados|Articoli correlati|Gerelateerde artikelen|Relaterade artiklar|"
    "Powiązane artykuły|Související články|Articole similare|Свързани статии|Povezani članci|Похожие статьи|"
    "Схожі статті|Σχετικά άρθρα|Bài viết liên quan|บทความที่เกี่ยวข้อง|相关文章|مقالات ذات صلة"
).split("|")


@pytest.mark.parametrize("line", POINTERS)
def test_headings_of_other_articles(line):
    assert is_pointer(read_page(f"<p>{line}</p>").blocks[0])
    assert not is_pointer(read_page(f"<p>{line} czy tak albo inaczej</p>").blocks[0])


PITCHES = (
    "Newsletter abonnieren|Subscreva a nossa newsletter|Iratkozzon fel hírlevelünkre|Bültenimize abone olun|"
    "Абонирайте се за нашия бюлетин|Εγγραφείτε στο newsletter μας|Berlangganan buletin kami|"
    "Đăng ký nhận bản tin|สมัครรับจดหมายข่าว|اشترك في نشرتنا البريدية|הירשמו לניוזלטר שלנו|"
    "Vi använder cookies för att förbättra din upplevelse.|Käytämme evästeitä.|Sütiket használunk.|"
    "Koristimo kolačiće kako bismo poboljšali vaše iskustvo.|Χρησιμοποιούμε cookies.|Çerezler kullanıyoruz.|"
    "Chúng tôi sử dụng cookie.|当サイトではクッキーを使用しています。|我们使用Cookie来改善您的体验。|"
    "نستخدم ملفات تعريف الارتباط لتحسين تجربتك.|אנו משתמשים בעוגיות כדי לשפר את חווייתך."
)


@pytest.mark.parametrize("line", PITCHES.split("|"))
def test_letters_offered_and_consent_asked(line):
    assert find_pitches([line.lower()]) == [0]


@pytest.mark.parametrize(
    "line",
    [
        "Der Newsletter der Mühle erscheint seit 1950.",
        "Kolačiće peku dvaput godišnje.",
        "Бюлетин на общината излезе вчера.",
        "Le meunier a lancé une infolettre.",
    ],
)
def test_sentences_about_letters_and_biscuits(line):
    assert find_pitches([line.lower()]) == []


TEXT = (
    "Śluzę zbudowano dla barek, które już nie przypływają, a jej strażnik wciąż otwiera ją dwa razy "
    "dziennie, bo ryby nauczyły się godzin."
)


@pytest.mark.parametrize(
    "line, is_left",
    [
        ("Tagi: rzeka, śluza", False),
        ("Słowa kluczowe: rzeka", False),
        ("Udostępnij artykuł", False),
        ("Wniosek: rzeka, śluza i barki", True),
        ("Tagi: tak nazywano tu dawniej barki.", True),
        ("Tags: St. Louis, U.S. Senate", False),
        ("Tag: Samstag, 14. Juni", True),
        ("Temas: compuertas. Ponentes: Ada Ruiz", True),
    ],
)
def test_lists_of_tags_and_calls_to_share_end_no_text(line, is_left):
    body = extract(
        f"<html><body><h1>Śluza</h1>{f'<p>{TEXT}</p>' * 5}<p>{line}</p></body></html>"
    ).body
    assert (line in body) is is_left
