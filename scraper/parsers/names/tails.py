"""Cuts off a printed line what stands around its names: dates, separators, marks of notes.

Lines of names end in what a theme prints beside them: a day, a section, the words of a button.
"""

import re

from scraper.needles import make_needles
from scraper.parsers.names.looks import LONGEST_NAME, is_given_name, is_role, looks_like_person
from scraper.parsers.rules.months import month_numbers
from scraper.parsers.rules.weekdays import WEEKDAYS

EDGE = ' \t\n,،;:|ـ｜/／·・•●∙–—-_*#»«›‹>"“”„…→←▸►✍✎【】'
"""What may stand around a name and is no part of it."""
_DAY_WORD = (
    r"(?:(?![A-ZÀ-ÞА-ЯЁІЇЄ])[^\W\d_]+|" + "|".join(sorted(map(str.capitalize, WEEKDAYS))) + ")"
)
"""A word between an article and a day: "le lundi 12 mai". Others with a capital go on with a name,
as in "Jan van den Berg 12 mei" and "Jean Le Goff 12 mai"."""
_TAIL = re.compile(
    r"[|•·●∙\t\n]|\s?[–—]\s?(?=\d)|"
    r"\s(?:[|•·●∙–—-]\s|-\s?(?=\d)|(?=\d{1,3}[\s-]?(?:[Mm]in|мин|хв)\b)|"
    r"of (?:the|our)\s|(?:tarafından|által|yazdı|skrif(?:ar|aði))\b|à\(s\)|"
    r"(?:filed )?under\s|@\s(?=\d)|"
    r"(?:Symbolbild|Stand|Kategorien?|Filed|Posted|Tagged|Tags?|Comments?|Kommentare?|Hinterlasse|"
    r"Leave|View|Read|Shares?|Illustration(?:en)?|Fotos?|Photos?|Bild(?:er)?|Beeld|Kuvat?|Abteilung|"
    r"Bewertung|im Gespräch|im Interview|Ratings?|Lesezeit|Aktualisiert|Veröffentlicht|Zuletzt|"
    r"Erstellt|Publié|Mis à jour|Publicado|Pubblicato|Publicerad|Publisert|Opublikowano|"
    r"Yayınlan\w+)\b)|"
    r"\b(?:on behalf of\b|(?:um|at|a las|à|kl\.?)\s(?=\d)|"
    r"(?:[Oo]n|[Aa]t|am|dne|dnia|w dniu|dia|em|på|pada|ngày|tarihinde|"
    r"на|vom|[Uu]pdated|[Pp]ublished|[Pp]osted|[Ll]ast)\s+"
    r"(?=(?:[^\W\d_]+\.?,?\s+){0,2}\d)|"
    rf"(?:[Ll]e|[Ee]l|il|op|den|la|en)\s+(?=(?:{_DAY_WORD}\.?,?\s+){{0,2}}\d)|"
    r"(?=\d{1,2}[./\s]\s?"
    r"(?:\d{1,2}[./]\s?|(?:de\s)?[^\s\d.,/|]{3,10}\.?,?\s(?:de\s)?)\d{2,4})|"
    r"(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d))|"
    r"(?<=\s)(?=\d{4}(?:[-/.]\d|年|\.\s[^\W\d_]+\s\d))|"
    r"(?<=[a-zß-ÿ\u0370-\u0fff])(?=\d{1,2}"
    r"(?:[./]\s?[^\W_]|\s(?:de\s)?[^\s\d.,/|]{3,}\.?,?\s(?:de\s)?\d))|"
    r"(?<=[a-zß-ÿ])(?:"
    r"(?=(?:By|Published|Updated|Posted|Follow|Contributor|Share|Staff|Editor|Senior)\b))",
)
"""Where something else than names begins in a line: separators, dates."""
_WEEKDAY_END = re.compile(
    rf"(?<=\w\s)(?:{'|'.join(sorted(WEEKDAYS))}|mon|tue|wed|thu|fri|sat|sun|thứ \w+|chủ nhật)"
    r"(?:-feira)?[\s,.]*$",
    re.I,
)
"""The day of the week in front of a day, which English and others print without a word; behind a
given name alone it is a family's ("Ana Domingo")."""
_AROUND_DAY = " ,."
_DAY_END = re.compile(r"\s\d{1,2}\.?\s(?:de\s)?([^\W\d_]{3,10})$")
_WORDS_WITH_DAY = 3
_TAIL_SIGNS = frozenset("|•·●∙–—-\t\n")
_TAIL_WORDS = make_needles(
    (
        *("on behalf of", "of the", "of our", "tarafından", "által", "yazdı", "skrif"),
        *("à(s)", "under"),
        *("Symbolbild", "Stand", "Kategorie", "Filed", "Posted", "Tag", "Comment", "Kommentar"),
        *("Hinterlasse", "Leave", "View", "Read", "Share", "Illustration", "Foto", "Photo", "Bild"),
        *("Beeld", "Kuva"),
        *("Abteilung", "Bewertung", "Gespräch", "Interview", "Rating", "Lesezeit", "Aktualisiert"),
        *"Veröffentlicht|Zuletzt|Erstellt|By|Publi|Mis à|Pubbl|Opubl|Yayın".split("|"),
        *("Updated", "Follow", "Contributor", "Staff", "Editor", "Senior"),
    )
)
"""What it matches holds a digit, one of the signs, or one of these."""
_ASIAN_DAY = r"\d{4}[年년]\s?\d{1,2}[月월]\s?\d{1,2}[日일]"
_LEAD_DATE = re.compile(
    rf"^\W*{_ASIAN_DAY}(?:[\d\s:(),.時分시분]|[가-힣一-鿿](?=\W))*[|•·●∙–—/-]\s*|"
    r"^\W*\d{4}年\d{1,2}月\d{1,2}日\S*\s+|"
    r"^\W*(?:[^\W\d_]{2,10}[.,:]?\s)?(?:[^\W\d_]{3,10}\.?\s)?\d{1,4}[.,/-]?\s?"
    r"(?:(?:de\s)?[^\W\d_]{3,10}\.?,?\s(?:del?\s)?|\d{1,2}[./-]\s?)?\d{2,4}"
    r"(?:[^|•·●∙–—\w]|\d|um|at|à|uhr|am|pm)*"
    r"\s*[|•·●∙–—/-]\s*(?!\d)",
    re.I,
)
"""A date and a separator in front of the names."""
_GLUED_DATE = re.compile(
    r"^\W*(?:\d{1,2}[:.]\d\d[,|·\s]\s?)?(?:[^\W\d_]{2,10}[.,:]\s?)?(?:[^\W\d_]{3,10}\.?\s\d{1,2},?\s\d{4}|"
    r"\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,10}\.?,?\s(?:del?\s)?\d{4}|\d{4}\.\s?[^\W\d_]{3,10}\s\d{1,2}\.|"
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d)"
    r"\s?(?=[A-ZÀ-ÞА-ЯЁІЇЄ][a-zß-ÿа-яёіїє]|[\u0620-\u064a]{2})"
)
"""A date, perhaps behind a clock, in front of the names with nothing between: each was in an
element of its own."""
_NOTE_MARK = re.compile(
    r"(?<=[^\W\d_])\s?(?:\d{1,2}|[*†‡§¶])(?:,?\s?(?:\d{1,2}|[*†‡§¶])(?!\w))*"
    r"(?=\s*(?:[;,&]|$|(?:and|und|et|y)\b))(?!,?\s(?:19|20)\d\d)"
)
"""Raised numbers behind the names of scholars, which point at their institutes."""
_LEAST_NOTES = 2
"""Names with such a mark from which on it is one: a login may end in a number, too."""
_LONE_NOTE = re.compile(r"^[^\W\d_]+(?:\s[^\W\d_]\.?)*\s[^\W\d_]{2,}\d{1,2}(?:,\d{1,2})*$")
"""The mark of an only author, glued to the surname, where no login has a blank: "Jane H. Doe1"."""
_KNOWN = 0.85
"""Likelihood of a full name with a frequent given name: "Jane Doe — São Paulo" is one name."""
_DIGIT = re.compile(r"\d")


def _may_go_on(text: str) -> bool:
    """Return whether something else than names may begin in a line: a quick test."""
    if not _TAIL_SIGNS.isdisjoint(text) or any(map(str.isdigit, text)):
        return True
    return bool(_TAIL_WORDS.held_in(text))


def cut_tail(text: str) -> str:
    """Return a line without what it goes on with behind the names, and without a date before them.

    A job behind a separator follows a comma then, and another name a semicolon.
    """
    if _DIGIT.search(text):
        if len(_NOTE_MARK.findall(text)) >= _LEAST_NOTES or _LONE_NOTE.search(text):
            text = _NOTE_MARK.sub("", text)
        text = _GLUED_DATE.sub("", text, count=1)
        text = _LEAD_DATE.sub("", text, count=1).strip(EDGE)
        text = _without_day(text)
    match = _TAIL.search(text, 1) if _may_go_on(text) else None
    if match is None:
        return text
    rest = text[match.end() :]
    head = text[: match.start()]
    following = re.split(r"[|•·\n\t]|\s[–—-]\s", rest, maxsplit=1)[0].strip()
    if is_role(following) and len(following) < LONGEST_NAME:
        return f"{head}, {following}"
    if not match.group():
        head = _without_weekday(head)
    if match.group().strip().isalpha():
        # A word parts them: "Jane Doe Photos John Roe".
        return head
    if not any(map(str.isdigit, rest[:40])) and looks_like_person(rest.strip()) >= _KNOWN:
        return f"{head};{rest}"
    return head


def _without_day(text: str) -> str:
    """Return a name of several words without the day, and no year, at a line's end."""
    day = _DAY_END.search(text)
    if day is None or day[1].casefold() not in month_numbers() or " " not in text[: day.start()]:
        return text
    return _without_weekday(f"{text[: day.start()]} ")


def _without_weekday(head: str) -> str:
    """Return what stands before a day without the day of the week; some families are called so."""
    words = head.rstrip(_AROUND_DAY).split()
    family = len(words) < _WORDS_WITH_DAY or all(map(is_given_name, words[:-1]))
    return head if family else _WEEKDAY_END.sub("", head)
