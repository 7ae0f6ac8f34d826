"""Bylines as papers of many countries print them: invented people, papers and places."""

import pytest

from scraper import extract
from scraper.parsers.names import part_photographers, pictures_behind, split_names

TEXTS = {
    "en": "The old lock by the harbour opened again on Friday, after two winters of repairs that "
    "nobody had expected to take so long, and the first boats passed before noon.",
    "pt": "A velha eclusa do porto reabriu na sexta-feira, depois de dois invernos de obras que "
    "ninguém esperava tão longas, e os primeiros barcos passaram antes do meio-dia.",
    "ko": "항구의 오래된 갑문이 두 겨울에 걸친 수리를 마치고 금요일에 다시 열렸고 첫 배들은 정오가 되기 전에 지나갔다. "
    "아무도 공사가 이렇게 오래 걸릴 줄 몰랐다고 주민들은 말했다.",
    "ja": "港の古い水門が二度の冬にわたる修理を終えて金曜日に再び開き、最初の船は正午前に通り抜けた。"
    "工事がこれほど長引くとは誰も思っていなかった。",
    "zh": "港口的老船闸经过两个冬天的维修，于星期五重新开放，第一批船只在中午之前通过。"
    "没有人想到工程会持续这么久，附近的居民说。",
    "el": "Η παλιά υδατοφράκτης του λιμανιού άνοιξε ξανά την Παρασκευή, ύστερα από δύο χειμώνες "
    "έργων που κανείς δεν περίμενε τόσο μεγάλα.",
}


def page(language, *, line="", first="", behind="", site="Harbour Notes"):
    """Return a page with a line below its headline, words before its text and lines behind it."""
    text = TEXTS[language]
    return (
        f'<html lang="{language}"><head><title>The lock opens | {site}</title>'
        f'<meta property="og:site_name" content="{site}"></head><body>'
        f'<header><a href="/">{site}</a></header><main><article><h1>The lock opens</h1>{line}'
        f"<p>{first}{text}</p><p>{text}</p><p>{text}</p></article>{behind}</main>"
        f"<footer>© 2025 {site}</footer></body></html>"
    )


def read(html):
    """Return the names of a page's authors, and of its contributors with what they did."""
    article = extract(html.encode(), url="https://www.notes.example/2025/05/lock")
    return [a.name for a in article.authors], [(c.name, c.role) for c in article.contributors]


@pytest.mark.parametrize(
    ("language", "first", "authors"),
    [
        ("ko", "(부산=항만통신) 서가온 기자 = ", ["서가온"]),
        ("ko", "[부산=항만통신] 서가온·민도하 기자 = ", ["서가온", "민도하"]),
        ("ja", "【リスボン＝石田美穂】", ["石田美穂"]),
        ("zh", "本报宁波5月3日电（记者 陆思远、方晓棠）", ["陆思远", "方晓棠"]),
        ("zh", "（港灣社記者葉書宏台南2日電）", ["葉書宏"]),
        ("zh", "市政厅今日（记者 陆思远 方晓棠）公布", ["陆思远", "方晓棠"]),
        ("zh", "市长（记者招待会）今日公布", []),
        ("zh", "大桥开通（记者陆思远摄）", []),
        ("ja", "市長は10日（記者会見）述べた", []),
        ("ja", "【リスボン＝大森亮介】", ["大森亮介"]),
        ("ja", "【リスボン＝共同】", []),
        ("zh", "（完）", []),
    ],
)
def test_a_writer_is_named_in_front_of_the_first_sentence(language, first, authors):
    assert read(page(language, first=first))[0] == authors


@pytest.mark.parametrize(
    ("line", "authors", "others"),
    [
        ("<p>By Ilka Brandvold, Harbour Notes — Saltwick</p>", ["Ilka Brandvold"], []),
        (
            (
                '<div class="c-signature"><strong class="c-signature__author">Lívia de Abreu e Sena</strong> '
                '<span class="c-signature__location">Ponta Negra (RN)</span></div>'
            ),
            ["Lívia de Abreu e Sena"],
            [],
        ),
        ('<div class="info"><span>3. 5. 2025</span> <span class="autor">Zuzana Ondrejková / TASR</span></div>', ["Zuzana Ondrejková"], []),
        (
            '<p><a rel="author" href="/a/1">Lídia Borba</a> (texto) e <a rel="author" href="/a/2">Davi Leme</a> (fotografia)</p>',
            ["Lídia Borba"],
            [("Davi Leme", "fotografia")],
        ),
        (
            (
                '<ul class="authors"><li class="author"><span>Ingrid Solvang</span> <span>Journalist</span></li>'
                '<li class="author"><span>Eirik Brekke</span> <span>Fotograf</span></li></ul>'
            ),
            ["Ingrid Solvang"],
            [("Eirik Brekke", "Fotograf")],
        ),
        (
            (
                '<div class="author-info"><a class="name" href="/tac-gia/a">Nguyễn Hải Đăng</a> - '
                '<a class="name" href="/tac-gia/b">Lê Bảo Khuê</a></div>'
            ),
            ["Nguyễn Hải Đăng", "Lê Bảo Khuê"],
            [],
        ),
        ("<p>Caoimhe Ní Bhriain agus Eoghan Ó Dálaigh</p>", ["Caoimhe Ní Bhriain", "Eoghan Ó Dálaigh"], []),
        ('<p class="author">Guðrún Ösp Eiríksdóttir skrifar</p>', ["Guðrún Ösp Eiríksdóttir"], []),
        ("<div><span>كتب: أحمد السيد ومحمود عبد الغني</span><span>الجمعة 02 مايو 2025</span></div>", ["أحمد السيد", "محمود عبد الغني"], []),
        ('<div class="journalist"><em>하지원 기자</em><em>표승민 기자</em></div>', ["하지원", "표승민"], []),
        ("<p>تحریر: ڈاکٹر نازیہ رفیق</p>", ["نازیہ رفیق"], []),
        ("<p>dal nostro inviato Gherardo Dall'Oglio</p>", ["Gherardo Dall'Oglio"], []),
        ("<p>Par Hermine de Kerdrel et Ousmane Diallo (Saint-Brieuc, correspondant)</p>", ["Hermine de Kerdrel", "Ousmane Diallo"], []),
        ("<p>Von Ottilie von der Recke, Bad Wimpfen</p>", ["Ottilie von der Recke"], []),
        ('<p class="byline">By Jane Mc<b>Donald</b></p>', ["Jane McDonald"], []),
        ('<p class="author"><span>Jane</span><span>Doyle</span></p>', ["Jane Doyle"], []),
        ("<ul><li><a href='/'>Home</a></li><li>› Taylor Brandvold</li></ul>", [], []),
        ('<p class="author">Bülent Karataş/ANTALYA</p>', ["Bülent Karataş"], []),
        ("<p>كتب ـ عصام الدين رفعت</p>", ["عصام الدين رفعت"], []),
        ("<p>By Chukwuemeka Nwosu-Ibe, Port Harcourt</p>", ["Chukwuemeka Nwosu-Ibe"], []),
        ("<p>文／黄美玲 图／陈志强</p>", ["黄美玲"], [("陈志强", "图")]),
        ("<p>Listed by</p><p>Harvey Stubbs</p>", [], []),
        ("<p>Ze stróżem Tadeuszem Wroną rozmawia Jagoda Bielik</p>", ["Jagoda Bielik"], []),
    ],
)  # fmt: skip
def test_a_line_of_the_press(line, authors, others):
    assert read(page("en", line=line)) == (authors, others)


@pytest.mark.parametrize(
    ("behind", "authors", "others"),
    [
        ("<p>Reporting by Tabitha Okello in Kampala; Editing by Rufus Lang</p>", ["Tabitha Okello"], [("Rufus Lang", "Editing by")]),
        ("<p>Autor: Triin Laanemets</p><p>Toimetaja: Urmas Veski</p>", ["Triin Laanemets"], [("Urmas Veski", "Toimetaja")]),
        ("<p>Текст: Десислава Янчева<br>Снимки: Красимир Стоев</p>", ["Десислава Янчева"], [("Красимир Стоев", "Снимки")]),
        ("<p>Text und Fotos: Lena Wiesner</p>", ["Lena Wiesner"], []),
        (
            (
                "<div><h3>See also</h3><div><a href='/a'>A new bridge</a><p>By Rupert Alves</p></div>"
                "<div><a href='/b'>A book fair</a><p>By Ines Duarte</p></div></div>"
            ),
            [],
            [],
        ),
    ],
)  # fmt: skip
def test_who_signs_behind_the_text(behind, authors, others):
    assert read(page("en", behind=behind)) == (authors, others)


@pytest.mark.parametrize("site", ["Victoria Advocate", "Austin Chronicle", "Santiago Heraldo"])
def test_a_paper_with_a_given_name_is_nobody(site):
    assert read(page("en", site=site))[0] == []


def test_a_site_whose_name_begins_like_a_byline_signs_nothing():
    line = '<p><span class="auteur">Merel van der Sluijs</span> zaterdag 3 mei 2025</p>'
    assert read(page("en", line=line, site="De Oever"))[0] == ["Merel van der Sluijs"]


@pytest.mark.parametrize(
    "behind",
    [
        "<div><p>A post shared by Amina Kessler (@aminak)</p></div>",
        "<p>Ein Beitrag geteilt von Amina Kessler (@aminak)</p>",
        "<p>— Rob Tanner (@robt) May 3, 2025</p>",
    ],
)
def test_who_posted_what_is_shown_has_not_written_it(behind):
    html = page("en").replace("</article>", f"{behind}<p>{TEXTS['en']}</p></article>")
    assert read(html)[0] == []


def test_two_teasers_with_their_writers_behind_links():
    teasers = "".join(
        f'<div class="it"><a href="/{n}">{title}</a><span class="author">{name}</span></div>'
        for n, (title, name) in enumerate(
            [("Η γέφυρα", "Μαρία Λάμπρου"), ("Ο φάρος", "Πέτρος Ψαρράς")]
        )
    )
    assert read(page("el", behind=f"<section><h3>Διαβάστε ακόμη</h3>{teasers}</section>"))[0] == []


def test_an_editor_whom_data_states_comes_behind_who_is_printed():
    html = page("zh", behind="<p>作者：春雨</p><p>责任编辑：肖春芳</p>").replace(
        "</head>", '<meta name="author" content="肖春芳"></head>'
    )
    assert read(html)[0] == ["春雨"]


def test_a_question_in_a_box_called_poster_is_nobody():
    box = '<div class="tr-Poster"><p>How can Jane Doe help your harbour?</p></div>'
    assert read(page("en", behind=box))[0] == []


def test_names_with_their_jobs_glued_to_them():
    assert [(n.name, n.role) for n in split_names("Tuomas Rantakuvaaja")] == [
        ("Tuomas Ranta", "kuvaaja")
    ]
    assert split_names("Anna Forster")[0].name == "Anna Forster"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ana María Domingo 8 marzo", "Ana María Domingo"),
        ("Ana María Domingo 8 marzo 2021", "Ana María Domingo"),
        ("Jane Doe Sunday 8 March", "Jane Doe"),
        ("Reading Time 3 minutes", ""),
        ("Studio 54 Team", "Studio 54 Team"),
    ],
)
def test_a_day_without_its_year_ends_a_line(line, name):
    assert [n.name for n in split_names(line)] == [name] * bool(name)


def test_brackets_sign_behind_a_text_in_japanese():
    assert read(page("ja", behind="<p>【大森亮介】</p>"))[0] == ["大森亮介"]
    for words in tuple("関連記事 写真 広告 東京 北海道 続きを読む".split()):
        assert read(page("ja", behind=f"<p>【{words}】</p>"))[0] == []
    assert read(page("zh", behind="<p>【纠错】</p>"))[0] == []


def test_chinese_pages_of_hong_kong_print_the_year_last():
    html = page("zh", line="<p>05/06/24 18:30</p>")
    days = {
        address: str(extract(html.encode(), url=f"https://www.notes.{address}/a").date_published)[
            :10
        ]
        for address in ("com.hk", "com.tw")
    }
    assert days == {"com.hk": "2024-06-05", "com.tw": "2005-06-24"}


def test_brackets_say_who_made_the_pictures():
    assert part_photographers("Lea Moser (Text) und Urs Kern (Bilder)") == (
        "Lea Moser (Text)",
        [("Bilder", "Urs Kern")],
    )
    assert part_photographers("Lea Moser, Urs Kern") == ("Lea Moser, Urs Kern", [])
    assert pictures_behind(" (fotografía), Lisboa") == "fotografía"
    assert pictures_behind(" (Lisboa)") is None


@pytest.mark.parametrize(
    ("line", "others"),
    [
        ("Text: Anna Holm, Grafik: Jan Berg", [("Jan Berg", "Grafik")]),
        ("Text: Anna Holm Foto: Jan Berg", [("Jan Berg", "Foto")]),
        ("Words: Anna Holm. Photographs: Jan Berg", [("Jan Berg", "Photographs")]),
        ("Teksti: Anna Holm, grafiikka: Jan Berg", [("Jan Berg", "grafiikka")]),
        ("Testo: Anna Holm, foto: Jan Berg", [("Jan Berg", "foto")]),
        (
            "<span>3 May 2025</span><span>Text: Anna Holm</span><span>Foto: Jan Berg</span>",
            [("Jan Berg", "Foto")],
        ),
        ("Text and photos: Anna Holm", []),
        ("By Anna Holm and Harbour Notes staff", []),
    ],
)
def test_credits_in_one_line_are_read_one_by_one(line, others):
    article = extract(page("en", line=f"<p>{line}</p>").encode())
    assert [(a.name, a.role) for a in article.authors] == [("Anna Holm", None)]
    assert [(c.name, c.role) for c in article.contributors] == others
