"""What is done with a line of names before it is taken apart: most are nothing but one name."""

import re

from scraper.parsers.names.jobs import LEAST_WITH_JOB, glued_job
from scraper.parsers.names.looks import is_role_word
from scraper.parsers.rules import names as rules

_PLAIN = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,3}")
_JOBS = (
    *("redakteur", "redaktor", "experte", "expert", "autor", "reporter", "korrespondent"),
    *("kolumnist", "mitarbeiter", "journalist", "chef"),
)
_LEADING_JOBS = (*_JOBS, *(f"{job}in" for job in _JOBS))
_LONG_WORD = 10
"""Letters of a family name that a job may be glued to."""
_PARTING = (
    rules.AGENCIES_ALONE
    | rules.OURS
    | rules.HONORIFICS
    | rules.CREDENTIALS
    | frozenset(
        "and und et och og ja ve ta dan sowie samt with mit avec con med on y e i a en com met o "
        "ir un in si z s of as together by von par por di av af door for para pour per voor till "
        "aus em da symbolbild stand kategorie kategorien filed posted tag tags tagged comment "
        "comments kommentar kommentare hinterlasse leave view read share shares illustration "
        "illustrationen foto fotos photo photos bild bilder abteilung bewertung im rating ratings "
        "lesezeit aktualisiert zuletzt erstellt follow folgen suivre seguir bio contact email mail "
        "website".split()
    )
)
"""Words that part names from each other, or from what is printed around them."""


_LEADING_JOB = re.compile(
    rf"^(?:[\w&-]+-)?(?:[\w-]*(?:{'|'.join(_JOBS)})(?:in)?)\s+(?=[^\W\d_])", re.I
)


_DESK = re.compile(
    r"(?:編集部|编辑部|編輯部|取材班|報道部|本報|本报|편집부|취재팀)[\s　・/／]+(?=\S)"
)
"""The desk that a writer works for, as papers of Japan, China and Korea print it."""


def without_leading_job(text: str) -> str:
    """Return a name without the job in one word that stands before it ("Sportredakteurin")."""
    first = text.split(maxsplit=1)[:1]
    leads = bool(first) and first[0].lower().endswith(_LEADING_JOBS)
    if not text.isascii() and (desk := _DESK.match(text)):
        return text[desk.end() :]
    return _LEADING_JOB.sub("", text) if leads else text


def is_plain(text: str) -> bool:
    """Return whether a line is a few words in capitals none of which is anything but a name's.

    A quick test: what it lets through needs none of the searches for separators, dates, jobs,
    honorifics and degrees. Words in other scripts or with accents take the longer way.
    """
    if _PLAIN.fullmatch(text) is None:
        return False
    words = text.lower().split(" ")
    if not _PARTING.isdisjoint(words) or words[0].endswith(_LEADING_JOBS):
        return False
    if len(words) > LEAST_WITH_JOB and is_role_word(words[-1]):
        return False
    return len(words[-1]) < _LONG_WORD or not glued_job(words[-1])


_BORDER = re.compile(r"([,;/&|]|\s(?:und|and|et|y|e|en|og|och|i|ja)\s)")
_PICTURES = (
    r"\((?P<role>bild(?:er)?|fotos?|photos?|pictures?|images?|video|illustration(?:en|s)?|beeld|"
    r"(?:ph|f)otogra(?:f[ií][aeo]|phi?es?|phy)|imagen|imagem|zdjęcia|kuvat?|снимки|фото)\)"
)
_PICTURED = re.compile(rf"{_PICTURES}\s*$", re.I)
_PICTURES_BEHIND = re.compile(rf"\s*{_PICTURES}", re.I)


def part_photographers(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Return a line without those who made the pictures, and what each made with the name.

    "Jane Doe (text), John Roe (photos)" names one author.
    """
    borders = ["", *_BORDER.findall(text)]
    kept: list[str] = []
    made: list[tuple[str, str]] = []
    for border, piece in zip(borders, _BORDER.split(text)[::2], strict=True):
        if pictured := _PICTURED.search(piece):
            made.append((pictured["role"], piece[: pictured.start()].strip()))
        else:
            kept.append(border + piece)
    return ("".join(kept), made) if made else (text, made)


def pictures_behind(text: str) -> str | None:
    """Return the pictures that brackets right behind a name say it made."""
    match = _PICTURES_BEHIND.match(text)
    return match["role"] if match else None
