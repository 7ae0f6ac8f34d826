"""Finds what the sentence around a quotation says about its source.

Looks right behind the words first (“…,” said Smith), then before them (Smith said: “…”), then
for a phrase (according to Smith) or a colon. What is found is worded as on the page; whom it
means is decided elsewhere.
"""

import re

from scraper.parsers.quotes.ahead import clitic, find_ahead, without_auxiliary
from scraper.parsers.quotes.caseless import find_caseless
from scraper.parsers.quotes.cjk import find_cjk
from scraper.parsers.quotes.frames import Frame, made
from scraper.parsers.quotes.grammar import ADVERBS, REFLEXIVE, Grammar
from scraper.parsers.quotes.mentions import (
    is_subject,
    mention_forward,
    subject_head,
)
from scraper.parsers.quotes.runs import RUN
from scraper.parsers.quotes.spans import Attribution
from scraper.parsers.quotes.texts import last_before
from scraper.parsers.quotes.unlisted import IN_CASE, find_inverted, find_inverted_german
from scraper.parsers.rules.quote_cues import BARE_ENGLISH, STRONG_ENGLISH
from scraper.parsers.rules.speech_verbs import BEFORE_NAMES
from scraper.patterns import late

_SKIPPED = late(r"[\s,;:–—\-…]*(?:[(\[][^()\[\]]{0,160}[)\]][\s,.;:]*)?")
_SIGNED = late(
    rf"[\s,.]*[–—―~-]{{1,2}}\s?({RUN.pattern}\.?)(?=\s*(?:$|[,\n(|]|(?:at|of|from|in)\s))"
)
_SIGNED_LIMIT = 120
_THAT_WAS = late(
    r"\s+(?:That|This|Those|Such) (?:was|is|were|are) (?:the|how|what)\b"
    rf"[^.!?]{{0,60}}?\s({RUN.pattern})\s\w+"
)
_SURE = 0.7
_LIKELY = 0.6
_ADJACENT = 2
"""Characters between the mark and an inverted cue: ``“…” said Smith``."""

_LEADING = BEFORE_NAMES | {"a", "az"}
_FIRST_WORDS = 40
"""Characters behind a verb in which its subject begins, or what is none."""


def find_attribution(frame: Frame, grammar: Grammar) -> Attribution | None:
    """Return what the sentence says about the source of the words, or None."""
    if grammar.cjk:
        return find_cjk(frame, grammar)
    if grammar.caseless is not None:
        caseless = find_caseless(frame, grammar.caseless)
        if caseless is not None:
            return caseless
    if not grammar.listed:
        inverted = find_inverted(frame, grammar)
        if inverted is not None:
            return inverted
    behind = _behind(frame, grammar)
    # ``The post reads, “….” Emery shared the story``: what follows is a sentence of its own.
    parted = behind is not None and behind.reach > _ADJACENT and _is_led_in(frame)
    parted = parted and (frame.ended or _leads_on(frame))
    if behind is not None and behind.strength > _SURE and not parted:
        return behind
    ahead = find_ahead(frame, grammar)
    if ahead is None and behind is None and grammar.small_words:
        if grammar.language == "de":
            return find_inverted_german(frame, grammar.small_words)
        return find_inverted(frame, grammar)
    if ahead is None or (behind is not None and not parted and ahead.strength < behind.strength):
        return behind
    return ahead if not parted or ahead.strength > _LIKELY else behind


def _behind(frame: Frame, grammar: Grammar) -> Attribution | None:
    """Return an attribution right behind the words."""
    text, tail = frame.text, frame.tail
    signed = _SIGNED.match(text, frame.right)
    if signed is not None and len(text) - frame.right < _SIGNED_LIMIT:
        return Attribution(
            signed.group(1).strip(), None, "signature", 0.9, (frame.block, signed.start(1))
        )
    skipped = _SKIPPED.match(text, frame.right, tail)
    place = skipped.end() if skipped else frame.right
    follows = text[frame.right : frame.right + 1]
    stopped = follows == "." or (frame.ended and follows != ",")
    adverb = grammar.leading.match(text, place, tail)
    start = adverb.end() if adverb else place
    phrase = grammar.phrase.match(text, place, tail)
    if phrase is not None and not stopped:
        mention = mention_forward(text, phrase.end(), tail, grammar.stop)
        return made(frame, mention, phrase.group(), 0.9, place - frame.right) if mention else None
    cue = grammar.cue.match(text, start, tail)
    if cue is not None and grammar.reports(text, cue):
        mention = _behind_cue(text, cue, tail, grammar) or clitic(cue)
        if mention is None and not (grammar.drops_subject and _ends_clause(text, cue.end(), tail)):
            return None
        strength = 0.9 if cue.group() in STRONG_ENGLISH or grammar.language != "en" else 0.75
        return made(frame, mention, cue.group(), strength, start - frame.right)
    found = _subject_first(frame, grammar, place, stopped=stopped)
    if found is None and adverb is not None:
        # ``hat Ada Finch gesagt``: the auxiliary stands before the subject.
        found = _subject_first(frame, grammar, start, stopped=stopped)
    if found is None and not stopped:
        found = _trailing(frame, grammar)
    return found or _told_behind(frame)


def _is_led_in(frame: Frame) -> bool:
    """Return whether a colon or comma ties the words to what stands before them."""
    return frame.text[frame.lead : frame.left].rstrip()[-1:] in (":", ",", "：", "，")


def _leads_on(frame: Frame) -> bool:
    """Return whether what follows leads into the next words (``“A?” Finch said: “B.”``)."""
    return frame.text[frame.right : frame.tail].rstrip()[-1:] in (":", "：")


def _told_behind(frame: Frame) -> Attribution | None:
    """Return the person of a next sentence (``That was the estimate Amadi gave.``)."""
    found = _THAT_WAS.match(frame.text, frame.right)
    if found is None:
        return None
    return made(frame, (found.group(1), found.start(1)), None, 0.72, 0)


def _behind_cue(
    text: str, cue: re.Match[str], tail: int, grammar: Grammar
) -> tuple[str, int] | None:
    """Return the source behind an inverted verb and its reflexive pronoun."""
    reflexive = REFLEXIVE.match(text, cue.end(), tail)
    place = reflexive.end() if reflexive is not None else cue.end()
    if grammar.no_subject and not _may_be_subject(text[place : place + _FIRST_WORDS], grammar):
        return None
    return mention_forward(text, place, tail, grammar.stop)


def _may_be_subject(behind: str, grammar: Grammar) -> bool:
    """Return whether nothing behind a verb opens with a preposition or is in a case."""
    words = (word.strip(",.") for word in behind.split())
    first = next((word for word in words if word.casefold() not in _LEADING), "")
    return first.casefold() not in grammar.no_subject and IN_CASE.fullmatch(first) is None


def _ends_clause(text: str, place: int, tail: int) -> bool:
    """Return whether nothing of a clause follows its verb."""
    return not text[place:tail].strip() or text[place] in ".,;:"


def _trailing(frame: Frame, grammar: Grammar) -> Attribution | None:
    """Return an inverted attribution that ends the sentence (``“…” for us, says Mellor.``)."""
    text, end = frame.text, min(frame.tail, frame.right + 200)
    if text.find(",", frame.right, end) < 0 and last_before(text, frame.right) != ",":
        return None
    for cue in grammar.cue.finditer(text, frame.right, end):
        if last_before(text, cue.start()) != "," or cue.group().endswith("ing"):
            continue
        if not grammar.reports(text, cue):
            continue
        mention = _behind_cue(text, cue, frame.tail, grammar)
        if mention is None:
            continue
        rest = text[mention[1] + len(mention[0]) : frame.tail].lstrip()
        if not rest.strip(" .,") or (rest[0] == "," and cue.group() in STRONG_ENGLISH):
            return made(frame, mention, cue.group(), 0.8, cue.start() - frame.right)
    return None


def _subject_first(
    frame: Frame, grammar: Grammar, place: int, *, stopped: bool
) -> Attribution | None:
    """Return an attribution with the subject before its verb: ``Smith said``."""
    text = frame.text
    found = _first_verb(text, place, min(frame.tail, place + 150), grammar)
    if found is None:
        return None
    cue, subject = found
    short = len(subject.split()) <= 4
    if stopped and not (short and _closes_sentence(text, cue.end(), frame.tail)):
        return None
    weak = cue.group() not in STRONG_ENGLISH and grammar.language == "en"
    strength = (0.9 if short else 0.8) - (0.25 if weak else 0.0)
    words, offset = subject_head(subject)
    mention = clitic(cue) or (words, place + offset)
    return made(frame, mention, cue.group(), strength, cue.start() - frame.right)


def _first_verb(
    text: str, place: int, end: int, grammar: Grammar
) -> tuple[re.Match[str], str] | None:
    """Return the first cue that has a subject before it, and that subject."""
    for cue in grammar.cue.finditer(text, place, end):
        subject = ADVERBS.sub("", text[place : cue.start()].rstrip())
        if grammar.auxiliary is not None:
            subject = without_auxiliary(subject, grammar.auxiliary)
        spoken = is_subject(subject) and not _is_noun(cue.group(), subject)
        if spoken and grammar.reports(text, cue):
            return cue, subject
    return None


def _is_noun(cue: str, subject: str) -> bool:
    """Return whether a bare verb form is a noun here, since its subject is one person or thing."""
    if cue not in BARE_ENGLISH:
        return False
    words = subject.split()
    last = words[-1].casefold().strip(",") if words else ""
    plural = (
        last in ("i", "we", "you", "they", "people") or last.endswith("s") or " and " in subject
    )
    return not plural or subject.endswith(("’s", "'s", "s’"))


def _closes_sentence(text: str, place: int, tail: int) -> bool:
    """Return whether little follows a cue: then a full stop inside the marks was the printer's."""
    rest = text[place:tail].strip()
    return not rest or rest[0] in ".,:;" or len(rest.split()) <= 3
