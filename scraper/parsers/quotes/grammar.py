"""The reporting words of a language as compiled patterns, made once a language."""

import re
from dataclasses import dataclass

from scraper.parsers.quotes.texts import words_pattern
from scraper.parsers.rules import quote_cues as table
from scraper.parsers.rules import speech_verbs
from scraper.parsers.rules.languages import FUNCTION_WORDS
from scraper.parsers.rules.quote_words import ADVERBS as ADVERB_WORDS
from scraper.parsers.rules.quote_words import (
    AUXILIARIES,
    CLITICS,
    PASSIVES,
    PHRASE_STOPS,
    PHRASE_STOPS_ELSEWHERE,
)
from scraper.patterns import late
from scraper.remembering import remembered

_ADVERB = rf"(?:{ADVERB_WORDS})"
LEADING_ADVERBS = late(rf"{_ADVERB}\s+")
_INCISE = (
    r"(?<=[»”\",!?…]\s)(?!(?:a|est|ont|sont|était|étaient|avait|aurait|serait|peut|faut|doit|fait|va|vont)-)"
    r"[^\WA-Z_]{4,}-(?:t-)?(?:il|elle|ils|elles)(?![\w-])"
)
"""Any French verb inverted with its pronoun right behind words (``« … », déplore-t-elle``)."""
_BY_VERBS = frozenset(("en", "zh", "ja"))
"""English may put the subject first."""
_AUXILIARY_REACH = 60
_AUXILIARY_WORDS = 4
"""Words between an auxiliary and its participle: ``hat die Bürgermeisterin Finch gesagt``."""


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
    caseless: str | None = None
    """The language, if its script has no capitals and is not Han or kana."""
    listed: bool = True
    """Whether the reporting words of the page's own language are known."""
    said: re.Pattern[str] | None = None
    """The verbs of saying of a language that has no other table."""
    no_subject: frozenset[str] = frozenset()
    """Words behind such a verb that make what follows its addressee, its place or its object."""
    small_words: frozenset[str] = frozenset()
    """Function words of languages in which the order of words may tell who speaks."""
    verb_second: bool = False
    """Whether the subject follows its verb wherever something else opens the sentence."""
    participle: re.Pattern[str] | None = None
    """Forms of the cues that report only behind an auxiliary."""
    auxiliary: re.Pattern[str] | None = None
    """The auxiliaries of these."""
    drops_subject: bool = False
    """Whether a verb does without its pronoun."""
    leading: re.Pattern[str] = LEADING_ADVERBS
    """What stands between the words and the verb: adverbs, auxiliaries, pronouns."""

    def reports(self, text: str, cue: re.Match[str]) -> bool:
        """Return whether a cue can report here: a participle needs the auxiliary of the perfect.

        ``a expliqué``, ``a-t-elle expliqué`` and ``hat Finch gesagt`` report;
        ``est poursuivi`` and ``sigue enfadado`` do not.
        """
        if self.participle is None or self.auxiliary is None:
            return True
        if self.participle.fullmatch(cue.group()) is None:
            return True
        before = text[max(cue.start() - _AUXILIARY_REACH, 0) : cue.start()]
        ends = [helped.end() for helped in self.auxiliary.finditer(before)]
        if not ends:
            return False
        between = before[ends[-1] :].split()
        return len(between) <= _AUXILIARY_WORDS and PASSIVES.isdisjoint(between)


@remembered(256)
def grammar_of(language: str | None) -> Grammar:
    """Return the patterns of a language's primary subtag; of English for one without a table."""
    code = (language or "en").split("-")[0].lower()
    code = "no" if code in ("nb", "nn") else code
    listed = code in table.VERBS or code == "en"
    small_words: frozenset[str] = frozenset()
    if code not in _BY_VERBS:
        small_words = frozenset(FUNCTION_WORDS.get(code, "").split()) - table.SAID_ELSEWHERE
    further = speech_verbs.VERBS.get(code, "")
    no_subject = small_words.difference(
        speech_verbs.BEFORE_NAMES, speech_verbs.ARTICLES.get(code, "").split()
    )
    caseless = code if code in speech_verbs.CASELESS or code == "ko" else None
    leading = _leading_of(code)
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
    verbs = " ".join((*table.ENGLISH, table.VERBS.get(code, ""), further))
    phrases = table.PHRASES_EVERYWHERE + "|" + table.PHRASES[code]
    inverted = r"(?:a|ont|avait|est)-(?:t-)?(?:il|elle|ils|elles|on)\s+" if code == "fr" else ""
    pattern = words_pattern(verbs).pattern
    if inverted:
        pattern = rf"(?:{inverted})?{pattern}(?:-(?:t-)?(?:il|elle|ils|elles|on))?|{_INCISE}"
    return Grammar(
        code,
        re.compile(pattern),
        re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE),
        words_pattern(table.CALLING["en"] + " " + table.CALLING.get(code, "")),
        words_pattern(table.WORKS["en"] + " " + table.WORKS.get(code, "")),
        _stop_of(code),
        caseless=caseless,
        listed=listed,
        said=words_pattern(further) if further else None,
        no_subject=no_subject if further else frozenset(),
        small_words=small_words,
        verb_second=code in ("de", "nl"),
        participle=_pattern_of(table.PARTICIPLES.get(code)),
        auxiliary=_pattern_of(AUXILIARIES.get(code)),
        leading=leading,
        drops_subject=code in table.DROPS_SUBJECT,
    )


def _pattern_of(shape: str | None) -> re.Pattern[str] | None:
    return re.compile(rf"(?<![\w’'])(?:{shape})(?![\w’'])") if shape is not None else None


def _leading_of(code: str) -> re.Pattern[str]:
    """Return what may stand between the words and their verb in a language."""
    helpers = [h for h in (AUXILIARIES.get(code), CLITICS.get(code)) if h is not None]
    if not helpers:
        return LEADING_ADVERBS
    return re.compile(rf"(?:(?:{_ADVERB}|{'|'.join(helpers)})(?:\s+|(?<=[’'])|(?<=est)-)){{1,3}}")


def _stop_of(code: str) -> re.Pattern[str]:
    words = (
        PHRASE_STOPS + "|" + PHRASE_STOPS_ELSEWHERE[code]
        if code in PHRASE_STOPS_ELSEWHERE
        else PHRASE_STOPS
    )
    return re.compile(rf"[.;:!?…“”\"«»„()\[\]]|\s[–—-]\s|\b(?:{words})\b")


ADVERBS = late(rf"(?:\s*\b{_ADVERB})+$")
REFLEXIVE = late(
    r"\s(?:sich|się|zich|en cambio|por su parte|por su lado|a su vez|pour sa part|de son côté|"
    r"également|da parte sua|invece|inoltre|por sua vez|ainda|dagegen|hingegen|indes|"
    r"daarentegen)(?=\s)"
)
"""What stands between a cue and its subject (``freut sich Finch``, ``opina en cambio Ruiz``)."""
