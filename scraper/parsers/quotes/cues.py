"""Finds what the sentence around a quotation says about its source.

Looks right behind the words first (“…,” said Smith), then before them (Smith said: “…”), then
for a phrase (according to Smith) or a colon. What is found is worded as on the page; whom it
means is decided elsewhere.
"""

import re
from collections.abc import Sequence

from scraper.parsers.quotes.cjk import find_cjk
from scraper.parsers.quotes.frames import Frame, made
from scraper.parsers.quotes.grammar import ADVERBS, REFLEXIVE, Grammar
from scraper.parsers.quotes.mentions import (
    first_name,
    is_subject,
    mention_forward,
    subject_before,
    subject_head,
)
from scraper.parsers.quotes.runs import RUN
from scraper.parsers.quotes.spans import Attribution
from scraper.parsers.quotes.texts import last_before
from scraper.parsers.quotes.unlisted import find_inverted, find_inverted_german
from scraper.parsers.rules.quote_cues import BARE_ENGLISH, BE, STRONG_ENGLISH
from scraper.parsers.rules.quote_words import AGED, FRONTED_DE, OWNED
from scraper.patterns import late

_SKIPPED = late(r"[\s,;:–—\-…]*(?:[(\[][^()\[\]]{0,160}[)\]][\s,.;:]*)?")
_COLON = late(r"[:：]\s*$")
_RUN_IN = late(r"\b(?:as saying(?: [^,]{1,40})?|that|how|que|dass|che|dat|że|что)$")
_RUN_IN_SIGNS = (":", ",", "，")
_RUN_IN_CHARS = 60
"""More than the longest of these words have, and what stands before them."""
_SIGNED = late(
    rf"[\s,.]*[–—―~-]{{1,2}}\s?({RUN.pattern}\.?)(?=\s*(?:$|[,\n(|]|(?:at|of|from|in)\s))"
)
_NOTED = late(
    rf"\W{{0,3}}(?:\d{{1,3}}\W{{1,3}})?(?:See\s|Cf\.\s|Vgl\.\s|Voir\s)?({RUN.pattern}(?:\s[a-z]{{2,14}})??)"
    rf"(?:(?:,|\sand|\s&|\sund|\set)\s{RUN.pattern}){{0,8}}(?:\set\sal\.?)?,\s(?=[^\n]{{0,400}}?"
    r"(?:\b(?:1[5-9]|20)\d\d\)?|\b(?:pp?\.|S\.|ch\.|Ch\.|Chapter|Section|§)\s?\d[^“”\"«»\n]{0,40}"
    r"|\b(?:Introduction|Conclusion|Abstract|Appendix|Preface)|https?://[^\s“”]{4,200}?)\s?[:：]\s?$)"
)
"""What a note says before its words: authors, and a year, a place in the work or an address."""
_SIGNED_LIMIT = 120
_OWNED = late(rf"({RUN.pattern})[’']s?\s(?:\w+\s){{0,2}}?(?:{OWNED})\b")
_THAT_WAS = late(
    r"\s+(?:That|This|Those|Such) (?:was|is|were|are) (?:the|how|what)\b"
    rf"[^.!?]{{0,60}}?\s({RUN.pattern})\s\w+"
)
_SURE = 0.7
_LIKELY = 0.6
_ADJACENT = 2
"""Characters between the mark and an inverted cue: ``“…” said Smith``."""
_NEAR = 70
"""A cue farther than this from the mark needs a colon, comma or "that" before the mark."""
_FAR = 260


def find_attribution(frame: Frame, grammar: Grammar) -> Attribution | None:
    """Return what the sentence says about the source of the words, or None."""
    if grammar.cjk:
        return find_cjk(frame, grammar)
    if not grammar.listed:
        inverted = find_inverted(frame, grammar.small_words, listed=False)
        if inverted is not None:
            return inverted
    behind = _behind(frame, grammar)
    # ``The post reads, “….” Emery shared the story``: what follows is a sentence of its own.
    parted = behind is not None and behind.reach > _ADJACENT and _is_led_in(frame)
    parted = parted and (frame.ended or _leads_on(frame))
    if behind is not None and behind.strength > _SURE and not parted:
        return behind
    ahead = _ahead(frame, grammar)
    if ahead is None and behind is None and grammar.small_words:
        if grammar.language == "de":
            return find_inverted_german(frame, grammar.small_words)
        return find_inverted(frame, grammar.small_words, listed=grammar.listed)
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
        mention = _behind_cue(text, cue, tail, grammar) or _clitic(cue)
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
    return mention_forward(text, place, tail, grammar.stop)


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


def _clitic(cue: re.Match[str]) -> tuple[str, int] | None:
    """Return the pronoun of a French inversion (``a-t-il ajouté``)."""
    found = re.search(r"\b(?:il|elle|ils|elles|on)\b", cue.group())
    return (found.group(), cue.start() + found.start()) if found else None


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
    mention = _clitic(cue) or (words, place + offset)
    return made(frame, mention, cue.group(), strength, cue.start() - frame.right)


def _first_verb(
    text: str, place: int, end: int, grammar: Grammar
) -> tuple[re.Match[str], str] | None:
    """Return the first cue that has a subject before it, and that subject."""
    for cue in grammar.cue.finditer(text, place, end):
        subject = ADVERBS.sub("", text[place : cue.start()].rstrip())
        if grammar.auxiliary is not None:
            subject = _without_auxiliary(subject, grammar.auxiliary)
        spoken = is_subject(subject) and not _is_noun(cue.group(), subject)
        if spoken and grammar.reports(text, cue):
            return cue, subject
    return None


def _without_auxiliary(subject: str, auxiliary: re.Pattern[str]) -> str:
    """Return a subject without the auxiliary behind it (``Claire Morvan a`` ajouté)."""
    head, _, last = subject.rpartition(" ")
    return head if head and auxiliary.fullmatch(last) else subject


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


def _ahead(frame: Frame, grammar: Grammar) -> Attribution | None:
    """Return an attribution before the words."""
    text, left = frame.text, frame.left
    lead_start = max(frame.lead, left - _FAR)
    lead = text[lead_start:left]
    if not lead.strip(" ,;:—–-.()"):
        return None
    colon = _COLON.search(lead) is not None
    noted = _NOTED.match(text, 0, left) if colon else None
    if noted is not None:
        return made(frame, (noted.group(1), noted.start(1)), None, 0.75, 0, "before")
    phrase = next(grammar.phrase.finditer(text, lead_start, left), None)
    tied = colon or _is_run_in(lead)
    verbs = [
        cue
        for cue in grammar.cue.finditer(text, lead_start, left)
        if _is_active(text, cue) and grammar.reports(text, cue)
    ]
    best = verbs[-1] if verbs else None
    if phrase is not None and (best is None or phrase.start() < best.start()):
        mention = mention_forward(text, phrase.end(), left, grammar.stop)
        if mention is not None:
            return made(frame, mention, phrase.group(), 0.8, left - phrase.end(), "before")
    if best is not None:
        distance = left - best.end()
        found = _clitic(best) or _subject_of(text, lead_start, verbs, left, grammar)
        if found is not None and grammar.auxiliary is not None:
            found = _without_auxiliary(found[0], grammar.auxiliary), found[1]
        strong = best.group() in STRONG_ENGLISH or grammar.language != "en"
        if found is not None or tied:
            strength = (
                (0.85 if distance < 12 else 0.75 if distance < _NEAR else 0.55)
                if tied
                else (0.7 if distance < 12 else 0.6 if distance < _NEAR else 0.4)
            )
            return made(
                frame, found, best.group(), strength - (0 if strong else 0.2), distance, "before"
            )
    owned = _OWNED.search(text, lead_start, left)
    if owned is not None:
        return made(frame, (owned.group(1), owned.start()), None, 0.65, 0, "before")
    if not colon:
        return None
    found = _aged(text, lead_start, left) or first_name(text, lead_start, left)
    return made(frame, found, None, 0.6, 0, "before") if found is not None else None


def _is_run_in(lead: str) -> bool:
    """Return whether a comma, a colon or a conjunction ties words to what leads into them."""
    lead = lead.rstrip()
    return lead.endswith(_RUN_IN_SIGNS) or _RUN_IN.search(lead[-_RUN_IN_CHARS:]) is not None


def _is_active(text: str, cue: re.Match[str]) -> bool:
    """Return whether a cue is a verb in the active voice: not ``is called``, not ``the report``."""
    before = text[max(cue.start() - 40, 0) : cue.start()].split()
    if not before:
        return True
    last = before[-1].casefold().strip(",")
    if last in BE and not cue.group().endswith("ing") and cue.group() != "quoted":
        return False
    if cue.group() not in BARE_ENGLISH:
        return True
    return last in ("i", "we", "you", "they", "to", "people", "and") or (
        last.endswith("s")
        and not last.endswith(("’s", "'s"))
        and last not in ("his", "its", "this", "as")
    )


def _subject_of(
    text: str, start: int, verbs: Sequence[re.Match[str]], left: int, grammar: Grammar
) -> tuple[str, int] | None:
    """Return the subject of the last of the verbs that stand before the words."""
    cue = verbs[-1]
    if grammar.language == "de" and _MOVES.match(text, cue.start()):
        # ``Dass alle kommen, freut den Trainer: „…“``: who is moved is the object.
        return mention_forward(text, cue.end(), left, _OBJECT_STOP)
    if grammar.verb_second:
        inverted = _inverted_subject(text, cue.end(), left)
        if inverted is None and _is_fronted(text, start, cue.start()):
            inverted = _particled(text, cue.end(), left)
        if inverted is not None:
            return inverted
    named = _NAMED_BEHIND.match(text, cue.end(), left) if grammar.language != "en" else None
    if named is not None:
        return named.group(1), named.start(1)
    if cue.group().endswith("ing") and _PARTICIPIAL.search(text, start, cue.start()):
        # ``Mann agreed that …, stating, “…”``: the participle's subject opens the sentence, or
        # stands right behind the words before (``“A,” Mann said, before adding “B”``).
        opening = _opening_phrase(text, start) or first_name(text, start, cue.start())
        if opening is None and len(verbs) > 1:
            return subject_before(text, start, verbs[-2].start())
        return opening
    if len(verbs) > 1 and text[: cue.start()].endswith(" as "):
        # ``The designer was quoted by the paper as saying``: the first verb has the subject.
        return subject_before(text, start, verbs[0].start())
    found = subject_before(text, start, cue.start()) or _of_marked(text, cue.start())
    if found is None and left - cue.end() > 3 and not grammar.verb_second:
        found = mention_forward(text, cue.end(), left, grammar.stop)
    if found is None and len(verbs) > 1 and grammar.verb_second:
        # ``sagt Ada Finch und fügt hinzu``: both verbs have the subject of the first.
        return mention_forward(text, verbs[-2].end(), cue.start(), grammar.stop)
    if found is None and len(verbs) > 1:
        # ``A review found … and concluded``: verbs share the subject of the first.
        found = subject_before(text, start, verbs[0].start())
    return found


def _opening_phrase(text: str, start: int) -> tuple[str, int] | None:
    """Return the noun phrase that opens a sentence, or the name that explains it.

    ``The court also found …, noting that``; ``The leader of Harbour, Ada Finch, condemned …,
    saying``.
    """
    found = _PHRASE_FIRST.match(text, start)
    if found is None:
        return None
    group = 2 if found.group(2) is not None else 1
    return found.group(group), found.start(group)


_PHRASE_FIRST = late(
    rf"\W*((?:The|A|An|His|Her|Its|Their|Our)\s[^\WA-Z_]\w+)(?:\s[^,.;:“”\"]{{0,60}},\s({RUN.pattern}),)?"
)
_PARTICIPIAL = late(r"(?:,|\b(?:before|after|while|when|by))\s*$")
_INVERTED = late(
    rf"\s(?:(er|sie|es|ich|wir|man|hij|zij|ze|ik|we)\b|({RUN.pattern})(?=\s[^\WA-Z_]|[,:]|\s*$))"
)


_PARTICLED = late(
    rf"\s((?:(?:von|van|de|zu)\s)(?:(?:der|den|dem|la)\s)?{RUN.pattern})(?=\s[^\WA-Z_]|[,:]|\s*$)"
)
_OF_MARKED = late(
    rf"({RUN.pattern}),?\s(?:of|from|von|vom|de|du|di|del|della|do|da|van)(?:\s[^\W\d_]+){{0,2}}"
    r"\s[„“”\"«»‘']\s?[^„“”\"«»\n]{2,60}[“”\"»’'],?\s*$"
)
_AGED = late(rf"\W*([^\W\d_]{{2,4}}\s\d{{1,3}}(?:{AGED}))\s?[:：]")
_MOVES = late(r"(?:freut|wundert)e?\s(?=den\s|die\s|[A-ZÄÖÜ])(?![^.:]{0,60}\ssich\b)")
_OBJECT_STOP = late(r"[.;:!?…“”\"«»„()\[\]]")
_NAMED_BEHIND = late(rf"\s({RUN.pattern})\s?[:,]\s*(?:que|che|że|что)?\s*$")
"""A name between a verb and the colon before the words (``El martes dijo Ruiz: «…»``)."""


def _inverted_subject(text: str, place: int, left: int) -> tuple[str, int] | None:
    """Return the pronoun or name right behind a verb (``Am Abend sagte Finch der Zeitung: „…“``).

    A noun with its article may be an object there, and is left to what stands before the verb.
    """
    found = _INVERTED.match(text, place, left)
    if found is None:
        return None
    group = found.lastindex or 1
    return found.group(group), found.start(group)


def _is_fronted(text: str, start: int, cue: int) -> bool:
    """Return whether a word opens the sentence that puts its subject behind the verb."""
    opening = text[start:cue].split(maxsplit=1)
    return bool(opening) and opening[0].casefold() in FRONTED_DE


def _particled(text: str, place: int, left: int) -> tuple[str, int] | None:
    """Return a surname with its particle right behind a verb (``Am Abend sagte von Holm: „…“``)."""
    found = _PARTICLED.match(text, place, left)
    return (found.group(1), found.start(1)) if found is not None else None


def _of_marked(text: str, place: int) -> tuple[str, int] | None:
    """Return the person before an organisation in marks (``Ada Finch of “Save the Quay” said``)."""
    found = _OF_MARKED.search(text, max(place - _FAR, 0), place)
    return (found.group(1), found.start(1)) if found is not None else None


def _aged(text: str, start: int, left: int) -> tuple[str, int] | None:
    """Return somebody's age before a colon that nothing else precedes (``Der 24-Jährige: „…“``)."""
    found = _AGED.match(text, start, left)
    return (found.group(1), found.start(1)) if found is not None else None
