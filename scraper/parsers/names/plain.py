"""What is done with a line of names before it is taken apart: most are nothing but one name."""

import re

from scraper.parsers.rules import names as rules

_PLAIN = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,3}")
_JOBS = (
    *("redakteur", "redaktor", "experte", "expert", "autor", "reporter", "korrespondent"),
    *("kolumnist", "mitarbeiter", "journalist", "chef"),
)
_LEADING_JOBS = (*_JOBS, *(f"{job}in" for job in _JOBS))
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
    return _PARTING.isdisjoint(words) and not words[0].endswith(_LEADING_JOBS)


_BORDER = re.compile(r"([,;/&|]|\s(?:und|and|et|y|e|en|og|och)\s)")
_PICTURED = re.compile(
    r"\((?:bild(?:er)?|fotos?|photos?|pictures?|images?|video|illustration(?:en|s)?)\)\s*$", re.I
)


def without_photographers(text: str) -> str:
    """Return a line without those who made the pictures: "Jane Doe (text), John Roe (photos)"."""
    borders = ["", *_BORDER.findall(text)]
    pieces = list(zip(borders, _BORDER.split(text)[::2], strict=True))
    kept = [border + piece for border, piece in pieces if not _PICTURED.search(piece)]
    return text if len(kept) == len(pieces) else "".join(kept)
