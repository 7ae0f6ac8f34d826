"""Finds who speaks in scripts without capitals, by verbs of saying and the order of words.

Nothing in the shape of a word tells a name there. Arabic and Hebrew put verb and subject right
behind the words, Persian, Hindi, Urdu and Korean the subject before its verb; particles, stop
words and signs end it. Han and kana, which do not part words, are read in ``cjk``.
"""

import re
from collections.abc import Sequence
from functools import cache

from scraper.parsers.quotes.frames import Frame, made
from scraper.parsers.quotes.spans import Attribution
from scraper.parsers.rules import speech_verbs as table
from scraper.parsers.rules.names import HANGUL_SURNAMES
from scraper.patterns import late

_STRENGTH = 0.8
_FULL_HANGUL = 3
"""Syllables of nearly every Korean name, the surname's among them."""
_ERGATIVE = late(r"(?<=[აეიოუ])მ$|(?<=[^აეიოუ])მა$")
"""The case of a Georgian subject in the past: ``ბერიძემ``, ``დოლიძემ``; of a name in -ი ``მა``."""
_TRADE_AND_NAME = 3
_REACH = 90
"""Characters behind the words in which their verb stands."""
_SIGNS = r"[\s،,.؛–—-]*"
_WORD = r"[^\s\d،,.:؛;()«»“”‘„।۔!?؟]+"
"""A word: signs of vowels, which are no letters to ``\\w``, belong to it."""
_END = r"(?=[\s]*(?:[،,.:؛;()«»“”\"।۔!?؟\n]|$)|\s(?:{stop})(?!\w))"
_APPOSITION = r"(?:[،,]\s[^،,.:؟।۔«“\"\n]{2,60}[،,])?"
"""What somebody is, between commas behind the name."""
_HANGUL_SUBJECT = r"(?P<name>[가-힣A-Za-z ]{2,40}?)(?:은|는|이|가)\s"
_HANGUL_TOPIC = late(rf"(?:^|[.!?\n]\s*|[,·]\s){_HANGUL_SUBJECT}[^“\"‘]{{0,40}}$")
_HANGUL_QUOTED = r"(?:(?:이?라|다|냐|자)?고|며|면서)\s"
"""The particle behind quoted words, or what says that more was done meanwhile."""
_HANGUL_BETWEEN = rf"(?:[^.“\"]{{0,40}}?\s)?(?P<verb>{table.KOREAN})"
_HANGUL_BEHIND = late(_HANGUL_QUOTED + _HANGUL_SUBJECT + _HANGUL_BETWEEN)
_HANGUL_THUS = late(
    rf"\s{_HANGUL_SUBJECT}(?:이렇게|이같이|이처럼|그렇게)\s(?P<verb>{table.KOREAN})"
)
"""Behind words that are a sentence of their own: who *said so*."""
_HANGUL_VERB = late(_HANGUL_QUOTED + _HANGUL_BETWEEN)
_HANGUL_NAME = late(rf"[{HANGUL_SURNAMES}][가-힣]{{1,3}}")

Pattern = re.Pattern[str]


@cache
def _patterns(language: str) -> tuple[Pattern, tuple[Pattern, ...]] | None:
    """Return what a language prints behind quoted words, and what before them: verb and name."""
    words = table.CASELESS.get(language)
    if words is None:
        return None
    verb = rf"(?P<verb>{'|'.join(sorted(words.verbs, key=len, reverse=True))})"
    stops = "|".join(words.stops)
    word = rf"(?!(?:{stops})(?!\w)){_WORD}"
    name = rf"(?P<name>{word}(?:\s{word}){{0,5}}?)"
    between = rf"\s{words.mark}\s(?:[^,،.।۔«“\"]{{0,30}}?\s)?" if words.mark else r"\s"
    last = rf"{name}{_APPOSITION}{between}{verb}(?![\w\u200c])"
    # Where a subject has its mark, whatever stands before it may end in a particle.
    behind = rf"|(?<=\s)(?:{stops})\s" if words.mark else ""
    opening = rf"(?:^|(?<=[.!?؟।۔،\n]\s){behind}){last}"
    if not words.verb_first:
        return re.compile(_SIGNS + last), (re.compile(opening),)
    first = rf"(?:{words.prefix})?{verb}\s{name}{_END.format(stop=stops)}"
    before = rf"(?:^|(?<=\s)){first}", rf"{opening}[:،,]?\s*$"
    return re.compile(_SIGNS + first), tuple(map(re.compile, before))


def find_caseless(frame: Frame, language: str) -> Attribution | None:
    """Return the attribution of a quotation in a script without capitals, or None.

    Args:
        language: Primary subtag of a language of ``speech_verbs.CASELESS``, or ``ko``.
    """
    if language == "ko":
        return _korean(frame)
    patterns = _patterns(language)
    if patterns is None:
        return None
    behind, before = patterns
    found = behind.match(frame.text, frame.right, min(frame.tail, frame.right + _REACH))
    if found is not None:
        return _made(frame, found, "after", language)
    lead = frame.text[frame.lead : frame.left]
    found = next(filter(None, (pattern.search(lead) for pattern in before)), None)
    return _made(frame, found, "before", language, frame.lead) if found is not None else None


def _made(
    frame: Frame, found: re.Match[str], place: str, language: str, start: int = 0
) -> Attribution:
    skipped = _name_start(found["name"], table.CASELESS[language])
    name = found["name"][skipped:]
    if language == "ka":
        name = _ERGATIVE.sub(lambda end: "ი" if end[0] == "მა" else "", name)
    mention = (name, start + found.start("name") + skipped) if name else None
    return made(frame, mention, found["verb"], _STRENGTH, found.start() - frame.right, place)


def _name_start(subject: str, words: table.Caseless) -> int:
    """Return where in a subject the name begins, behind office and house."""
    place, led = 0, False
    parts = subject.split(" ")
    if _has_trade(parts, words):
        return len(parts[0]) + 1
    for word in parts:
        bare = word.removeprefix(words.article) if len(word) > len(words.article) + 1 else word
        is_role = word in words.roles or bare in words.roles
        is_complement = led and bool(words.article) and bare != word
        if not (is_role or is_complement):
            return place
        led = True
        place += len(word) + 1
    return len(subject)


def _has_trade(parts: Sequence[str], words: table.Caseless) -> bool:
    """Return whether a full name stands behind what somebody does, as that has the article."""
    if len(parts) < _TRADE_AND_NAME or not words.article:
        return False
    article = parts[0].startswith(words.article), parts[1].startswith(words.article)
    known = words.roles.union(words.like_articles)
    return article == (True, False) and known.isdisjoint(
        (*parts[:2], parts[0].removeprefix(words.article))
    )


def _korean(frame: Frame) -> Attribution | None:
    """Return the attribution of Korean words: the particle that quotes them, subject and verb."""
    text, tail = frame.text, min(frame.tail, frame.right + _REACH)
    found = _HANGUL_BEHIND.match(text, frame.right, tail)
    found = found or _HANGUL_THUS.match(text, frame.right, min(len(text), frame.right + _REACH))
    if found is not None and (name := _hangul_name(found)) is not None:
        return made(frame, name, found["verb"], _STRENGTH, 0)
    said = _HANGUL_VERB.match(text, frame.right, tail)
    topic = _HANGUL_TOPIC.search(text[frame.lead : frame.left]) if said is not None else None
    if said is None or topic is None or (name := _hangul_name(topic)) is None:
        return None
    words, place = name
    return made(frame, (words, frame.lead + place), said["verb"], _STRENGTH, 0, "before")


def _is_no_name(word: str) -> bool:
    """Return whether a Korean word names several people, or a job."""
    return word.endswith("들") or word in table.NO_NAMES_KO


def _hangul_name(found: re.Match[str]) -> tuple[str, int] | None:
    """Return the word of a subject that can be a name: the last, if possible one of three signs.

    Jobs and titles stand behind it, and begin as surnames do.
    """
    words = list(re.finditer(r"\S+", found["name"]))
    names = [
        word
        for word in words
        if _HANGUL_NAME.fullmatch(word.group()) and not _is_no_name(word.group())
    ]
    full = [word for word in names if len(word.group()) == _FULL_HANGUL] or names[:1]
    return (full[-1].group(), found.start("name") + full[-1].start()) if full else None
