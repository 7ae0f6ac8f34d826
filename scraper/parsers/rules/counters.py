"""Lines that count: how long a text takes to read, how often it was read, shared or answered.

Words as systems for content and their themes print them, in the languages of the larger presses;
a star stands for any ending.
"""

import re

from scraper.patterns import late

_READING_TIME = (
    "estimated reading time|reading time|read time|lesezeit|lesedauer|tempo di lettura|temps de lecture|"
    "durée de lecture|tiempo de lectura|tempo de leitura|leestijd|lästid|læsetid|lesetid|lukuaika|"
    "czas czytania|doba čtení|olvasási idő|timp de citire|време за четене|vrijeme čitanja|время чтения|"
    "час читання|χρόνος ανάγνωσης|okuma süresi|waktu baca|thời gian đọc|skaitymo laikas|阅读时间|"
    "閱讀時間|읽는 시간|مدة القراءة|زمان مطالعه|זמן קריאה"
)
_MINUTES = (
    "min*|min*.|mín.|perc|мин*|мин.|хв*|хв.|λεπτ*|dk|dk.|dakika|menit|phút|นาที|分|分钟|分鐘|분|دقائق|"
    "دقيقة|دقیقه|דקות|मिनट"
)
_OF_READING = (
    "read|to read|lesezeit|de lecture|de lectura|de leitura|di lettura|leestijd|läsning|læsetid|lesetid|"
    "lukuaika|czytania|čtení|čítania|olvasás|de citit|четене|čitanja|branja|ανάγνωση|okuma|baca|đọc|"
    "чтения|читання|skaitymo|lasīšanai|lugemist|للقراءة|قراءة|مطالعه|קריאה|में पढ़ें"
)
_READERS = (
    "view|views|reads|hits|share|shares|aufrufe|vues|visita|visitas|visites|visualizaci*|visualizaç*|"
    "visualizzazion*|keer bekeken|weergaven|"
    "visning|visningar|visninger|katselukert*|wyświetle*|odsłon|odsłona|odsłony|zobrazení|zobrazenia|zhlédnut*|"
    "megtekintés*|vizualizări|afișări|"
    "преглед|прегледа|прегледи|преглеждания|pregled|pregleda|pregledi|pregledov|ogled|ogleda|ogledi|ogledov|"
    "просмотр*|перегляд*|προβολές|görüntülenme|görüntüleme|"
    "okunma|dilihat|dibaca|lượt xem|เข้าชม|閲覧数|浏览次数|浏览量|阅读量|阅读|點閱|瀏覽*|조회수|조회|"
    "المشاهدات|مشاهدة|بازدید|צפיות|देखा गया|peržiūr*|skatījum*|vaatamis*"
)
_ANSWERS = (
    "comment|comments|comentari|comentario|comentarios|comentarii|comentariu|comentaris|comentári*|commenti|"
    "commento|commentaire*|kommentar|kommentare|kommentarer|reactie|reacties|"
    "kommentt*|kommentit|komentarz*|komentář*|komentár*|hozzászólás*|коментар*|komentar*|комментари*|"
    "σχόλι*|yorum|bình luận|ความคิดเห็น|コメント|条评论|則留言|댓글|تعليق*|نظر|תגובות|टिप्पणियाँ|"
    "komentār*|kommentaari"
)
_TIMES = "times|mal|fois|veces|vezes|volte|keer|gånger|razy|kali|раз|ครั้ง|次|回|件|개"
_PAGE = "page|seite|página|pagina|strona|stránka|stranka|sida|side|sidan|siden|sivu|страница|sayfa|halaman|trang"
_NUMBER = r"\(?\d[\d.,]{0,15} ?k?\+?\)?"
_BEHIND = r"(?:\s?[:：]\s?|(?<=[\u0590-\U0010ffff])\s?|\s?(?=\(|\d[\d.,]{2}))"
"""What parts word and number: "View 3" is a heading or a label of a part, "Views 1,204" counts."""


def _any(words: str) -> str:
    """Return a pattern of one of some words parted by strokes."""
    return rf"(?:{re.escape(words).replace(chr(92) + '|', '|').replace(chr(92) + '*', chr(92) + 'w*')})"


COUNTER_LINE = late(
    rf"\W*{_any(_READING_TIME)}\W{{0,3}}(?:ca\.?|about|approx\.?|etwa)?\s*<?\d+\s*(?:[-–]\s*\d+\s*)?\w{{0,8}}\W*"
    rf"|\W*{_NUMBER}[ -]?{_any(_MINUTES)}[ -]*{_any(_OF_READING)}\W*"
    rf"|\W*อ่าน {_NUMBER} นาที\W*|\W*この記事は{_NUMBER}分で読めます\W*"
    rf"|\W*{_any(_PAGE)}\s\d+\s(?:of|von|sur|d[ei]|van|z|av|af|из|/)\s?\d+\W*"
    rf"|\W*{_NUMBER} ?(?:{_any(_READERS)}|{_any(_ANSWERS)})\W*"
    rf"|\W*(?:{_any(_READERS)}|{_any(_ANSWERS)}){_BEHIND}{_NUMBER}\s?{_any(_TIMES)}?\W*",
    re.I,
)
"""Lines that say how long a text takes to read, which of its pages this is, or how often it was read,
shared or answered."""

COUNTER_STEMS = tuple(
    dict.fromkeys(
        word.rstrip("*")
        for words in (_READING_TIME, _OF_READING, _READERS, _ANSWERS, "อ่าน|この記事", _PAGE)
        for word in words.split("|")
    )
)
"""What such lines hold one of, in lower case: asked first, since most short lines with a number are days."""
