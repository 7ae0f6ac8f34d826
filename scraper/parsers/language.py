"""Finds the language of the article: what the page states, checked against the text.

``lang`` attributes are wrong on one page in forty, mostly because a theme was left as shipped;
the words of the text are not. The text is told by its script, by function words and by letters
that few languages use; where it is too short or says too little, what is stated stands.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from schemas import Evidence
from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.found import Found
from scraper.parsers.function_words import FunctionWords, make_function_words
from scraper.parsers.rules import languages as rules
from scraper.remembering import remembered

_TAG = re.compile(r"([A-Za-z]{2,8})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?![A-Za-z])")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_BROKEN_WORD = re.compile(r"[^\s.,;:!?()\[\]\"'“”«»\d|/–—।]+")
"""Words of scripts whose vowel signs Python counts among punctuation."""
_TEXT_CHARS = 1500
_SCRIPT_SAMPLE = 100
_FEW_WORDS = 12
_SURE_SHARE = 0.12
"""Weighed share of function words above which a text is taken to be of the language; running text
has .2 to .4, lists of names hardly any."""
_CLEAR_LEAD = 1.35
_LETTER_WEIGHT = 0.7
_LAST_OF_LATIN = "\u024f"
_KANA_SHARE = 0.06
_BLOCK_CHARS = 60
_ENOUGH_CHARS = 300
_CONFIDENCE = {"both": 0.99, "stated": 0.8, "text": 0.9, "text alone": 0.85}


@dataclass(frozen=True, slots=True)
class _Stated:
    """A tag that the page states, in parts."""

    language: str
    script: str
    region: str
    source: str
    where: str

    def tag(self) -> str:
        """Return the tag in the case that BCP 47 recommends."""
        return "-".join(part for part in (self.language, self.script, self.region) if part)


def find_language(page: Page, body: Body) -> Found[str] | None:
    """Return the BCP 47 tag of the article's language.

    Args:
        page: The page, whose ``lang`` attributes and metadata state a language.
        body: The article's text, which decides where it clearly contradicts them.

    Returns:
        The stated tag with script and region where these are credible (``pt-BR``; the
        ``en-US`` that themes are shipped with only on hosts where it can be meant); the bare
        language where the text had to tell; None where neither says anything.
    """
    stated = list(_stated(page))
    detected = detect_language(_text_of(page, body))
    first = stated[0] if stated else None
    if detected is None:
        return _found(_with_region(page, first, stated), first, "stated") if first else None
    agreeing = next((s for s in stated if _agree(s.language, detected)), None)
    if agreeing is not None and (agreeing is first or not _are_relatives(first, detected)):
        return _found(_with_region(page, agreeing, stated), agreeing, "both")
    if first is not None and _are_relatives(first, detected) and not detected.clear:
        return _found(_with_region(page, first, stated), first, "stated")
    confidence = _CONFIDENCE["text" if stated else "text alone"]
    where = body.evidence.where if body.evidence else None
    evidence = Evidence(source="text", where=where, confidence=confidence)
    return Found(detected.language, evidence)


def _found(tag: str, stated: _Stated, how: str) -> Found[str]:
    evidence = Evidence(source=stated.source, where=stated.where, confidence=_CONFIDENCE[how])
    return Found(tag, evidence)


# --- what the page states -------------------------------------------------------------------


def _stated(page: Page) -> Iterator[_Stated]:
    """Yield the tags that the page states, the one closest to the text's markup first."""
    root = page.root
    elements = [(root, "/html/@lang")]
    page_body = root.find("body")
    if page_body is not None:
        elements.append((page_body, "/html/body/@lang"))
    for element, where in elements:
        value = element.get("lang") or element.get("xml:lang") or ""
        if found := _parse_tag(value, "lang", where):
            yield found
    structured = page.structured
    for item in structured.items[:100]:
        for value in item.texts("inLanguage")[:1] if "inLanguage" in item.values else ():
            if found := _parse_tag(value, item.syntax, f"{item.where}.inLanguage"):
                yield found
    for key in ("og:locale", "content-language", "dc.language", "dcterms.language", "language"):
        for value in structured.metas(key)[:1]:
            if found := _parse_tag(value, "meta", key):
                yield found


@remembered(256)
def _parse_tag(value: str, source: str, where: str) -> _Stated | None:
    """Return a tag in parts; None for what is no tag (``lang``, ``x-default``, empty)."""
    match = _TAG.match(value.strip()[:40])
    if match is None:
        return None
    language = match[1].lower()
    language = rules.WRONG_TAGS.get(language, language)
    if len(language) > 3 or language in ("und", "mul", "zxx", "xx"):
        return None
    script, region = match[2] or "", match[3] or ""
    return _Stated(language, script.title(), region.upper(), source, where)


def _with_region(page: Page, stated: _Stated, others: list[_Stated]) -> str:
    """Return the stated tag, with a region of another statement and without a theme's."""
    if stated.tag() == rules.THEME_DEFAULT:
        ending = (page.host or "").rsplit(".", 1)[-1]
        is_country = len(ending) == 2 and ending not in rules.AMERICAN_ENDINGS
        return stated.language if is_country else stated.tag()
    if not stated.region and not stated.script:
        for other in others:
            fuller = other.language == stated.language and other.region
            if fuller and other.tag() != rules.THEME_DEFAULT:
                return other.tag()
    return stated.tag()


# --- what the text is -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Detected:
    """The language of a text."""

    language: str
    clear: bool
    """Whether the runner-up is far behind."""


def detect_language(text: str) -> Detected | None:
    """Return the language of a text, or None where it is too short or says too little.

    Args:
        text: Running text; the first few hundred words are looked at.
    """
    text = text[:_TEXT_CHARS]
    script = _script_of(text)
    if script is None:
        return None
    among = rules.SCRIPT_LANGUAGES[script].split()
    if len(among) == 1:
        return Detected(among[0], clear=True)
    text = text.lower()
    total, weights = _weigh(text, script)
    if total < _FEW_WORDS:
        return None
    scores = dict.fromkeys(among, 0.0) | weights
    if not text.isascii():
        _add_letters(scores, text)
    ranked = sorted([(-score, language) for language, score in scores.items() if score])
    if not ranked or -ranked[0][0] < _SURE_SHARE * total:
        return None
    top, best = -ranked[0][0], ranked[0][1]
    second = -ranked[1][0] if len(ranked) > 1 else 0.0
    return Detected(best, clear=top > _CLEAR_LEAD * second)


def _weigh(text: str, script: str) -> tuple[int, dict[str, float]]:
    """Return how many words a text has, and what its function words weigh for each language."""
    known = _function_words(script)
    if script != "devanagari":
        return known.weigh(text)
    words = _BROKEN_WORD.findall(text)
    return len(words), known.weigh_counted(Counter(words))


def _add_letters(scores: dict[str, float], text: str) -> None:
    """Add what the telling letters of a text weigh for the languages that are looked at."""
    for letter in sorted(set(_NOT_ASCII.findall(text)) & rules.TELLING_LETTERS.keys()):
        users = rules.TELLING_LETTERS[letter].split()
        share = _LETTER_WEIGHT * min(text.count(letter), 8) / len(users)
        for language in users:
            if language in scores:
                scores[language] += share


@cache
def _function_words(script: str) -> FunctionWords:
    """Return the function words of a script's languages; each counts less, the more have it."""
    among = rules.SCRIPT_LANGUAGES[script].split()
    users: dict[str, list[str]] = {}
    for language, words in rules.FUNCTION_WORDS.items():
        for word in dict.fromkeys(words.split()):
            users.setdefault(word, []).append(language)
    return make_function_words(
        {
            word: tuple((one, 1 / len(languages) ** 0.5) for one in languages if one in among)
            for word, languages in users.items()
            if not set(languages).isdisjoint(among)
        }
    )


@cache
def _ranges() -> tuple[list[int], list[int], list[str]]:
    ordered = sorted(rules.SCRIPTS)
    return [r[0] for r in ordered], [r[1] for r in ordered], [r[2] for r in ordered]


def _is_counted(char: str) -> bool:
    """Return whether a character behind the Latin ones can be a script's: marks are nobody's."""
    return not "\u2000" <= char < "\u3000"


def _script_of(text: str) -> str | None:
    """Return the script of most letters; Japanese is told by its kana, Korean by Hangul."""
    if text.isascii():
        return "latin" if text.strip() else None
    starts, ends, names = _ranges()
    step = max(len(text) // _SCRIPT_SAMPLE, 1)
    sample = text[::step]
    wide = {char for char in set(sample) if char > _LAST_OF_LATIN}
    if not any(map(_is_counted, wide)) and any(map(str.isalpha, sample)):
        return "latin"
    counts: dict[str, int] = {}
    for char in sample:
        if char.isspace() or not (char.isalpha() or char > "\u0590"):
            continue
        code = ord(char)
        slot = bisect_right(starts, code) - 1
        if slot >= 0 and code <= ends[slot]:
            counts[names[slot]] = counts.get(names[slot], 0) + 1
    if not counts:
        return None
    eastern = {name: counts.get(name, 0) for name in ("han", "kana", "hangul")}
    total = sum(eastern.values())
    if total > sum(counts.values()) / 3:
        if eastern["hangul"] > total / 3:
            return "hangul"
        return "kana" if eastern["kana"] > _KANA_SHARE * total else "han"
    return max(sorted(counts), key=lambda name: counts[name])


def _agree(stated: str, detected: Detected) -> bool:
    return stated == detected.language or any(
        stated in group and detected.language in group for group in rules.SAME
    )


def _are_relatives(stated: _Stated | None, detected: Detected) -> bool:
    return stated is not None and any(
        stated.language in group and detected.language in group for group in rules.RELATIVES
    )


def _text_of(page: Page, body: Body) -> str:
    """Return the article's text; on pages without one, their longer lines."""
    if len(body.text) >= _ENOUGH_CHARS:
        return _sample(body.text)
    parts = [body.text]
    length = 0
    for block in page.blocks:
        if len(block.text) > _BLOCK_CHARS and block.link_chars * 2 < len(block.text):
            parts.append(block.text)
            length += len(block.text)
            if length > _TEXT_CHARS:
                break
    return _sample("\n".join(parts))


def _sample(text: str) -> str:
    """Return three stretches of a long text: openings quote and are quoted in other languages."""
    if len(text) <= _TEXT_CHARS:
        return text
    part = _TEXT_CHARS // 3
    middle = (len(text) - part) // 2
    return f"{text[:part]} {text[middle : middle + part]} {text[-part:]}"
