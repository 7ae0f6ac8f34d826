"""Finds who speaks in what leads into the words: ``Smith said: “…”``, ``As Smith put it, “…”``."""

import re
from collections.abc import Sequence

from scraper.parsers.quotes.frames import Frame, made
from scraper.parsers.quotes.grammar import Grammar
from scraper.parsers.quotes.mentions import first_name, mention_forward, subject_before
from scraper.parsers.quotes.runs import RUN, given_gender
from scraper.parsers.quotes.spans import Attribution
from scraper.parsers.rules.quote_cues import BARE_ENGLISH, BE, STRONG_ENGLISH
from scraper.parsers.rules.quote_words import AGED, FRONTED_DE, OWNED
from scraper.patterns import late

_COLON = late(r"[:：]\s*$")
_RUN_IN = late(r"\b(?:as saying(?: [^,]{1,40})?|that|how|que|dass|che|dat|że|что)$")
_RUN_IN_SIGNS = (":", ",", "，")
_RUN_IN_CHARS = 60
"""More than the longest of these words have, and what stands before them."""
_NOTED = late(
    rf"\W{{0,3}}(?:\d{{1,3}}\W{{1,3}})?(?:See\s|Cf\.\s|Vgl\.\s|Voir\s)?({RUN.pattern}(?:\s[a-z]{{2,14}})??)"
    rf"(?:(?:,|\sand|\s&|\sund|\set)\s{RUN.pattern}){{0,8}}(?:\set\sal\.?)?,\s(?=[^\n]{{0,400}}?"
    r"(?:\b(?:1[5-9]|20)\d\d\)?|\b(?:pp?\.|S\.|ch\.|Ch\.|Chapter|Section|§)\s?\d[^“”\"«»\n]{0,40}"
    r"|\b(?:Introduction|Conclusion|Abstract|Appendix|Preface)|https?://[^\s“”]{4,200}?)\s?[:：]\s?$)"
)
"""What a note says before its words: authors, and a year, a place in the work or an address."""
_OWNED = late(rf"({RUN.pattern})[’']s?\s(?:\w+\s){{0,2}}?(?:{OWNED})\b")
_TIED = (0.85, 0.75, 0.55)
_LOOSE = (0.7, 0.6, 0.4)
"""Strength of a verb right before the words, near them, and farther off: with and without a tie."""
_WEAK = 0.2
"""So much less has a verb of English that says other things, too."""
_BESIDE = 12
"""Characters between a verb and the words where hardly more than its subject stands there."""
_NEAR = 70
"""A cue farther than this from the mark needs a colon, comma or "that" before the mark."""
_FAR = 260
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
"""A surname with its particle right behind a verb: ``Am Abend sagte von Holm: „…“``."""
_OF_MARKED = late(
    rf"({RUN.pattern}),?\s(?:of|from|von|vom|de|du|di|del|della|do|da|van)(?:\s[^\W\d_]+){{0,2}}"
    r"\s[„“”\"«»‘']\s?[^„“”\"«»\n]{2,60}[“”\"»’'],?\s*$"
)
"""The person before an organisation in marks: ``Ada Finch of “Save the Quay” said``."""
_AGED = late(rf"\W*([^\W\d_]{{2,4}}\s\d{{1,3}}(?:{AGED}))\s?[:：]")
"""Somebody's age before a colon that nothing else precedes: ``Der 24-Jährige: „…“``."""
_IN_OFFICE = late(
    rf"\W*(?:(?P<article>Il|Lo|La|Le|El|O|A)\s|L[’'])(?:[^\WA-Z_\d][\w’'-]*\s){{0,3}}(?P<before>[^\WA-Z_\d][\w’'-]*)\s"
    rf"(?P<name>{RUN.pattern})\s?(?:\([^()]{{1,20}}\)\s?)?[:：]\s*$"
)
"""A name behind its office, with the article of a Romance language: ``Il sindaco Paolo Ferri:``."""
_NO_OFFICE = frozenset(
    "di de do da du en em in su del dos das des por par per con com sur sul sulla nel nella un una "
    "une à au della dello delle dei degli para pour dans avec sobre selon según segundo secondo "
    "tra fra entre".split()
)
"""What stands before a name that is not the sentence's subject."""
_MOVES = late(r"(?:freut|wundert)e?\s(?=den\s|die\s|[A-ZÄÖÜ])(?![^.:]{0,60}\ssich\b)")
_OBJECT_STOP = late(r"[.;:!?…“”\"«»„()\[\]]")
_NAMED_BEHIND = late(rf"\s({RUN.pattern})\s?[:,]\s*(?:que|che|że|что)?\s*$")
"""A name between a verb and the colon before the words (``El martes dijo Ruiz: «…»``)."""


def find_ahead(frame: Frame, grammar: Grammar) -> Attribution | None:
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
    if best is not None and (said := _by_verb(frame, lead_start, verbs, grammar, tied=tied)):
        return said
    owned = _OWNED.search(text, lead_start, left)
    if owned is not None:
        return made(frame, (owned.group(1), owned.start()), None, 0.65, 0, "before")
    if not colon:
        return None
    found = (
        _named_in(_AGED.match(text, lead_start, left))
        or _in_office(text, lead_start, left, grammar)
        or first_name(text, lead_start, left)
    )
    return made(frame, found, None, 0.6, 0, "before") if found is not None else None


def _in_office(text: str, start: int, end: int, grammar: Grammar) -> tuple[str, int] | None:
    """Return the name of a lead that is an office and a name; French begins with "Il" otherwise.

    What has no given name, or stands behind a preposition, may be a paper, a film or a place.
    """
    found = _IN_OFFICE.match(text, start, end)
    if found is None or (grammar.language == "fr" and found["article"] == "Il"):
        return None
    if found["before"] in _NO_OFFICE or given_gender(found["name"].split()[0]) is None:
        return None
    return found["name"], found.start("name")


def _by_verb(
    frame: Frame, start: int, verbs: Sequence[re.Match[str]], grammar: Grammar, *, tied: bool
) -> Attribution | None:
    """Return the attribution of the last of the verbs before the words.

    Args:
        start: Where what leads in begins.
        verbs: Cues in it, one at least.
        tied: Whether a colon, a comma or a conjunction ties the words to it: then a verb without a
            subject is one as well.
    """
    text, left, cue = frame.text, frame.left, verbs[-1]
    found = clitic(cue) or _subject_of(text, start, verbs, left, grammar)
    if found is not None and grammar.auxiliary is not None:
        found = without_auxiliary(found[0], grammar.auxiliary), found[1]
    if found is None and not tied:
        return None
    distance = left - cue.end()
    place = 0 if distance < _BESIDE else 1 if distance < _NEAR else 2
    strength = (_TIED if tied else _LOOSE)[place]
    if cue.group() not in STRONG_ENGLISH and grammar.language == "en":
        strength -= _WEAK
    return made(frame, found, cue.group(), strength, distance, "before")


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
            inverted = _named_in(_PARTICLED.match(text, cue.end(), left))
        if inverted is not None:
            return inverted
    named = _NAMED_BEHIND.match(text, cue.end(), left) if grammar.language != "en" else None
    if named is not None:
        return _named_in(named)
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
    of_marked = max(cue.start() - _FAR, 0), cue.start()
    found = subject_before(text, start, cue.start()) or _named_in(
        _OF_MARKED.search(text, *of_marked)
    )
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
    return _named_in(found, 2 if found is not None and found.group(2) is not None else 1)


def _inverted_subject(text: str, place: int, left: int) -> tuple[str, int] | None:
    """Return the pronoun or name right behind a verb (``Am Abend sagte Finch der Zeitung: „…“``).

    A noun with its article may be an object there, and is left to what stands before the verb.
    """
    found = _INVERTED.match(text, place, left)
    return _named_in(found, (found and found.lastindex) or 1)


def _is_fronted(text: str, start: int, cue: int) -> bool:
    """Return whether a word opens the sentence that puts its subject behind the verb."""
    opening = text[start:cue].split(maxsplit=1)
    return bool(opening) and opening[0].casefold() in FRONTED_DE


def _named_in(found: re.Match[str] | None, group: int = 1) -> tuple[str, int] | None:
    """Return what a group of a match took and where it starts, None where nothing was found."""
    return (found.group(group), found.start(group)) if found is not None else None


def clitic(cue: re.Match[str]) -> tuple[str, int] | None:
    """Return the pronoun of a French inversion (``a-t-il ajouté``)."""
    found = re.search(r"\b(?:il|elle|ils|elles|on)\b", cue.group())
    return (found.group(), cue.start() + found.start()) if found else None


def without_auxiliary(subject: str, auxiliary: re.Pattern[str]) -> str:
    """Return a subject without the auxiliary behind it (``Claire Morvan a`` ajouté)."""
    head, _, last = subject.rpartition(" ")
    return head if head and auxiliary.fullmatch(last) else subject
