"""Bylines as papers print them in other scripts: by-words, several credits in a line, reporters."""

import pytest

from scraper import extract

PARAGRAPHS = {
    "ko": ("시립 도서관, 야간 개방 늘린다", "시립 도서관은 다음 달부터 평일 야간 개방 시간을 두 시간 늘린다고 밝혔다."),
    "ja": ("市立図書館、夜間の開館を延長へ", "市立図書館は来月から平日の開館時間を二時間延長すると発表した。"),
    "zh": ("市图书馆延长夜间开放时间", "市图书馆宣布，从下月起工作日开放时间延长两小时，以满足读者需求。"),
    "ar": ("المكتبة تمدد ساعات العمل", "أعلنت المكتبة البلدية أنها ستمدد ساعات العمل المسائية ابتداء من الشهر المقبل."),
    "fa": ("کتابخانه ساعت کار را افزایش می‌دهد", "کتابخانه شهر اعلام کرد که از ماه آینده دو ساعت بیشتر باز خواهد بود."),
    "he": ("הספרייה מאריכה את שעות הפתיחה", "הספרייה העירונית הודיעה כי החל מהחודש הבא יוארכו שעות הפתיחה בשעתיים."),
    "ru": ("Библиотека продлевает вечерние часы", "Городская библиотека объявила, что будет работать по будням дольше."),
    "el": ("Η βιβλιοθήκη επεκτείνει το ωράριο", "Η δημοτική βιβλιοθήκη ανακοίνωσε ότι θα λειτουργεί δύο ώρες περισσότερο."),
    "hi": ("नगर पुस्तकालय शाम का समय बढ़ाएगा", "नगर पुस्तकालय ने घोषणा की है कि वह दो घंटे अधिक खुला रहेगा।"),
    "th": ("ห้องสมุดขยายเวลาเปิดช่วงค่ำ", "ห้องสมุดเทศบาลประกาศว่าตั้งแต่เดือนหน้าจะขยายเวลาเปิดอีกสองชั่วโมง"),
    "en": ("The library extends its hours", "The library said it will stay open two hours longer on weekdays."),
}  # fmt: skip


def names(language, line):
    title, text = PARAGRAPHS[language]
    html = f"<html lang={language}><title>{title}</title><article><h1>{title}</h1>{line}"
    paragraphs = "".join(f"<p>{text} {number}</p>" for number in "ABC")
    article = extract(f"{html}{paragraphs}</article>", url="https://lantern.example/a")
    return [author.name for author in article.authors]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("ko", "<p>홍길동 기자 gildong@lantern.example</p>", ["홍길동"]),
        ("ko", "<p>박민수·이지은 기자</p>", ["박민수", "이지은"]),
        ("ko", "<span class=writer>강도윤 선임기자</span>", ["강도윤"]),
        ("ko", "<p>입력 2024.03.05 09:12 / 한지우 특파원</p>", ["한지우"]),
        ("ko", "<p>글·사진 서지훈</p>", ["서지훈"]),
        ("ja", "<p>文＝佐藤 美咲</p>", ["佐藤 美咲"]),
        ("ja", "<p>取材・文／高橋直子　撮影／中村誠</p>", ["高橋直子"]),
        ("ja", "<p>執筆者：吉田 拓也</p>", ["吉田 拓也"]),
        ("ja", "<p>【執筆】大野 悠斗</p>", ["大野 悠斗"]),
        ("zh", "<p>来源：晨光日报 作者：陈思远 责任编辑：赵敏</p>", ["陈思远"]),
        ("zh", "<p>撰文：吴佳怡　摄影：郑强</p>", ["吴佳怡"]),
        ("zh", "<p>〔記者許家豪／高雄報導〕</p>", ["許家豪"]),
        ("zh", "<p>本报记者 王丽华</p>", ["王丽华"]),
        ("zh", "<p>（作者：韩冰，市图书馆馆员）</p>", ["韩冰"]),
        ("ar", "<p>كتب/ طارق شلبي</p>", ["طارق شلبي"]),
        ("ar", "<p>بقلم الدكتور نبيل عوض</p>", ["نبيل عوض"]),
        ("ar", "<p>حوار: أمل جابر | تصوير: زياد فارس</p>", ["أمل جابر"]),
        ("fa", "<p>به قلم سارا رستمی</p>", ["سارا رستمی"]),
        ("he", '<p>מאת ד"ר מיכל אלון</p>', ["מיכל אלון"]),
        ("ru", "<p>Материал подготовил Алексей Фролов</p>", ["Алексей Фролов"]),
        ("ru", "<p>Автор статьи — Наталья Жукова</p>", ["Наталья Жукова"]),
        ("el", "<p>Γράφουν οι Ηλίας Τσάκος και Ράνια Μπέη</p>", ["Ηλίας Τσάκος", "Ράνια Μπέη"]),
        ("hi", "<p>संवाददाता: राकेश यादव</p>", ["राकेश यादव"]),
        ("th", "<p>บทความโดย ศิริพร แก้วใส</p>", ["ศิริพร แก้วใส"]),
    ],
)
def test_who_wrote_is_told_by_the_words_of_the_script(language, line, expected):
    assert names(language, line) == expected


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh", "<p>责任编辑：赵敏</p>"),
        ("zh", "<p>编译：许晴</p>"),
        ("ar", "<p>تحرير: سلمى ناصر</p>"),
        ("fa", "<p>مترجم: نگار صادقی</p>"),
        ("he", "<p>צילום: אורי שמש</p>"),
        ("hi", "<p>संपादक: विजय गुप्ता</p>"),
        ("th", "<p>บรรณาธิการ: ชูใจ วงศ์ดี</p>"),
        ("ru", "<p>Редактор: Елена Крылова</p>"),
    ],
)
def test_editors_translators_and_photographers_are_no_authors(language, line):
    assert names(language, line) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Jane Doe for The Evening Lantern", ["Jane Doe"]),
        ("Jane Doe (The Lantern)", ["Jane Doe"]),
        ("12 March 2024 / Jane Doe", ["Jane Doe"]),
        ("Words: Jane Doe Photos: John Roe", ["Jane Doe"]),
        ("Text Jane Doe Foto John Roe", ["Jane Doe"]),
        ("Recipes for the Garden", []),
    ],
)
def test_whom_and_where_somebody_writes_for_is_no_part_of_the_name(line, expected):
    assert names("en", f"<p>{line}</p>") == expected


def test_the_place_behind_the_name_is_cut_before_the_paper():
    line = "<div class=byline>Jane Doe in Springfield for Lantern Online</div>"
    assert names("en", line) == ["Jane Doe"]


def test_a_sentence_behind_a_name_is_its_bio_and_no_job():
    title, text = PARAGRAPHS["ar"]
    bio = "أحمد الحداد صحفي يكتب عن المدن القديمة منذ عام 2010 وله كتاب عن الأسواق."
    card = f"<div class=author-bio><p>{bio}</p></div>"
    html = f"<html lang=ar><article><h1>{title}</h1><p>بقلم: أحمد الحداد</p><p>{text}</p>{card}</article>"
    (author,) = extract(html, url="https://lantern.example/a").authors
    assert author.bio == bio


@pytest.mark.parametrize(
    "line",
    [
        "<p>DE FR IT EN</p>",
        "<p class=byline>von am 20.06.2018</p>",
        "<p>编辑 锁定 讨论</p>",
        "<p>Frau Rita Moor</p>",
    ],
)
def test_switches_gaps_buttons_and_whom_to_ask_are_nobody(line):
    assert names("en", line) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<p class=byline>vonRita Moor 31.10.2023</p>", ["Rita Moor"]),
        (
            "<p class=byline>By <a rel=author href=/m>Rita Moor<span>Rita Moor</span></a></p>",
            ["Rita Moor"],
        ),
        ("<p>Autor/-in: Rita Moor</p>", ["Rita Moor"]),
        ("<p>Yazan: Can Demir</p>", ["Can Demir"]),
        ("<p>By Mrs. Rita Moor</p>", ["Rita Moor"]),
    ],
)
def test_names_glued_to_a_word_or_to_their_copy(line, expected):
    assert names("en", line) == expected


def test_a_name_in_brackets_closes_a_text_that_is_short_in_characters():
    title, text = PARAGRAPHS["ja"]
    html = f"<title>{title}</title><article><h1>{title}</h1><p>{text}</p><p>{text}{text}</p>"
    article = extract(f"{html}<p>（水野真琴）</p></article>", url="https://lantern.example/a")
    assert [author.name for author in article.authors] == ["水野真琴"]
