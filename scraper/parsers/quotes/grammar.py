"""The reporting words of a language as compiled patterns, made once a language."""

import re
from dataclasses import dataclass
from functools import cache

from scraper.parsers.quotes.texts import CJK_LETTER, words_pattern
from scraper.parsers.rules import quote_cues as table
from scraper.parsers.rules.quote_words import ADVERBS as ADVERB_WORDS
from scraper.parsers.rules.quote_words import (
    AUXILIARIES,
    PHRASE_STOPS,
    PHRASE_STOPS_ELSEWHERE,
)

_ADVERB = rf"(?:{ADVERB_WORDS})"


@dataclass(frozen=True, slots=True)
class Grammar:
    """What reports speech in one language (with English, which many pages mix in)."""

    language: str
    cue: re.Pattern[str]
    phrase: re.Pattern[str]
    calling: re.Pattern[str]
    works: re.Pattern[str]
    stop: re.Pattern[str]
    """What ends the mention of a source behind its verb."""
    cjk: bool = False
    listed: bool = True
    """Whether the reporting words of the page's own language are known."""
    verb_second: bool = False
    """Whether the subject follows its verb wherever something else opens the sentence."""


@cache
def grammar_of(language: str | None) -> Grammar:
    """Return the patterns of a language's primary subtag; of English for one without a table."""
    code = (language or "en").split("-")[0].lower()
    listed = code in table.VERBS or code == "en"
    if not listed:
        code = "en"
    if code in ("zh", "ja"):
        verbs = "|".join(sorted(table.VERBS[code].split(), key=len, reverse=True))
        return Grammar(
            code,
            re.compile(verbs),
            re.compile(table.PHRASES[code]),
            re.compile("|".join(table.CALLING[code].split())),
            re.compile("|".join(table.WORKS[code].split())),
            _stop_of(code),
            cjk=True,
        )
    verbs = " ".join((*table.ENGLISH, table.VERBS.get(code, "")))
    phrases = table.PHRASES["en"] + ("|" + table.PHRASES[code] if code != "en" else "")
    inverted = r"(?:a|ont|avait|est)-(?:t-)?(?:il|elle|ils|elles|on)\s+" if code == "fr" else ""
    pattern = words_pattern(verbs).pattern
    if inverted:
        pattern = rf"(?:{inverted})?{pattern}(?:-(?:t-)?(?:il|elle|ils|elles|on))?"
    return Grammar(
        code,
        re.compile(pattern),
        re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE),
        words_pattern(table.CALLING["en"] + " " + table.CALLING.get(code, "")),
        words_pattern(table.WORKS["en"] + " " + table.WORKS.get(code, "")),
        _stop_of(code),
        listed=listed,
        verb_second=code in ("de", "nl"),
    )


def _stop_of(code: str) -> re.Pattern[str]:
    words = (
        PHRASE_STOPS + "|" + PHRASE_STOPS_ELSEWHERE[code]
        if code in PHRASE_STOPS_ELSEWHERE
        else PHRASE_STOPS
    )
    return re.compile(rf"[.;:!?…“”\"«»„()\[\]]|\s[–—-]\s|\b(?:{words})\b")


NAME_CJK = re.compile(rf"([{CJK_LETTER}A-Za-z・]{{1,24}}?)(?:は|が|も|によると|によれば)[、,]?$")
ADVERBS = re.compile(rf"(?:\s*\b{_ADVERB})+$")
LEADING_ADVERBS = re.compile(rf"(?:{_ADVERB}|{AUXILIARIES})\s+")
