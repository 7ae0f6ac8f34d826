"""Finds what the sentence around a quotation says about its source.

Looks right behind the words first (“…,” said Smith), then before them (Smith said: “…”), then
for a phrase (according to Smith) or a colon. What is found is worded as on the page; whom it
means is decided elsewhere.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scraper.parsers.quotes.grammar import ADVERBS, LEADING_ADVERBS, NAME_CJK, Grammar
from scraper.parsers.quotes.names import RUN
from scraper.parsers.quotes.spans import Attribution
from scraper.parsers.rules.quote_cues import BARE_ENGLISH, BE, STRONG_ENGLISH
from scraper.parsers.rules.quote_people import NOT_NAMES, PRONOUNS, ROLES

_SKIPPED = re.compile(r"[\s,;:–—\-…]*(?:[(\[][^()\[\]]{0,160}[)\]][\s,.;:]*)?")
_SUBJECT_STOP = re.compile(
    r"[.;:!?…“”\"«»„()\[\]]|\s[–—-]\s|\b(?:who|which|that|when|while|after|before|during|where|adding|noting|in|on|at|via|about|because|if|with|from|following|whose|as|to|by|upon|regarding|this|last|upon)\b"
)
_DETERMINER = re.compile(
    r"(?:the|a|an|one|another|some|several|many|most|other|two|three|his|her|their|its|my|our|this|that|these|those|"
    r"der|die|das|ein|eine|le|la|les|un|une|l|el|los|las|una|il|lo|gli|i|uno|o|os|as|um|uma|de|het|een|son|sa|su|seu|sua|sein|seine|ihr|ihre)(?=[\s’'])",
    re.IGNORECASE,
)
_CONNECTIVE = re.compile(
    r"^(?:(?:and|but|so|yet|or|as|because|when|while|though|although|if|since|then|also|however|indeed|still|now|"
    r"meanwhile|for example|for instance|in turn|in fact|that|which|como|comme|wie|zoals|jak|как|und|et|y|e|en|i|и)\b,?\s+)+",
    re.IGNORECASE,
)
_COLON = re.compile(r"[:：]\s*$")
_RUN_IN = re.compile(r"(?:\bthat|\bhow|[:,，]|\bde que|\bque|\bdass|\bche|\bdat|\bże|\bчто)\s*$")
_BRACKETED = re.compile(r"\([^()]{0,200}\)")
_SIGNED = re.compile(rf"[\s,.]*[–—―~-]{{1,2}}\s?({RUN.pattern}\.?)(?=\s*(?:$|[,\n(|]))")
_SIGNED_LIMIT = 120
_OWNED = re.compile(
    rf"({RUN.pattern})[’']s?\s(?:\w+\s){{0,2}}?(?:words|description|definition|statement|answer|reply|response|"
    r"remarks?|comments?|motto|slogan|mission|advice|message|account|tagline|promise|philosophy|goal|verdict)\b"
)
_POSSESSIVES = frozenset("his her their my our its sein seine ihr ihre son sa su seu sua".split())
_NEAR = 70
"""A cue farther than this from the mark needs a colon, comma or "that" before the mark."""
_FAR = 260


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a span stands in its block: what the search may read."""

    text: str
    block: int
    lead: int
    """Start of the sentence, or end of the quotation before it."""
    left: int
    right: int
    tail: int
    """End of the sentence behind, or start of the next quotation."""
    ended: bool
    """Whether the words end a sentence inside the marks."""


def find_attribution(frame: Frame, grammar: Grammar) -> Attribution | None:
    """Return what the sentence says about the source of the words, or None."""
    if grammar.cjk:
        return _cjk(frame, grammar)
    behind = _behind(frame, grammar)
    if behind is not None and behind.strength > 0.7:
        return behind
    ahead = _ahead(frame, grammar)
    if ahead is not None and (behind is None or ahead.strength >= behind.strength):
        return ahead
    return behind


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
    stopped = frame.ended or text[frame.right : frame.right + 1] == "."
    adverb = LEADING_ADVERBS.match(text, place, tail)
    start = adverb.end() if adverb else place
    phrase = grammar.phrase.match(text, place, tail)
    if phrase is not None and not stopped:
        mention = _mention_forward(text, phrase.end(), tail)
        return _made(frame, mention, phrase.group(), 0.9, place - frame.right) if mention else None
    cue = grammar.cue.match(text, start, tail)
    if cue is not None:
        mention = _mention_forward(text, cue.end(), tail) or _clitic(cue, text)
        if mention is None:
            return None
        strength = 0.9 if cue.group() in STRONG_ENGLISH or grammar.language != "en" else 0.75
        return _made(frame, mention, cue.group(), strength, start - frame.right)
    found = _subject_first(frame, grammar, place, stopped=stopped)
    return found if found is not None or stopped else _trailing(frame, grammar)


def _trailing(frame: Frame, grammar: Grammar) -> Attribution | None:
    """Return an inverted attribution at the end of the sentence: ``“…” for us, says Mellor.``"""
    text = frame.text
    for cue in grammar.cue.finditer(text, frame.right, min(frame.tail, frame.right + 200)):
        if text[: cue.start()].rstrip()[-1:] != "," or cue.group().endswith("ing"):
            continue
        mention = _mention_forward(text, cue.end(), frame.tail)
        if mention is None:
            continue
        rest = text[mention[1] + len(mention[0]) : frame.tail].lstrip()
        if not rest.strip(" .,") or (rest[0] == "," and cue.group() in STRONG_ENGLISH):
            return _made(frame, mention, cue.group(), 0.8, cue.start() - frame.right)
    return None


def _clitic(cue: re.Match[str], text: str) -> tuple[str, int] | None:
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
    head, offset = _head(subject)
    return _made(frame, (head, place + offset), cue.group(), strength, cue.start() - frame.right)


def _first_verb(
    text: str, place: int, end: int, grammar: Grammar
) -> tuple[re.Match[str], str] | None:
    """Return the first cue that has a subject before it, and that subject."""
    for cue in grammar.cue.finditer(text, place, end):
        subject = ADVERBS.sub("", text[place : cue.start()].rstrip())
        if _is_subject(subject) and not _is_noun(cue.group(), subject):
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


def _is_subject(subject: str) -> bool:
    """Return whether words before a verb can be its subject."""
    words = subject.split()
    if not words or len(words) > 16:
        return False
    first = words[0].strip(",").casefold()
    if first in PRONOUNS:
        return len(words) <= 2
    if re.search(
        r"[;:!?]|\b(?:is|was|are|were|will|would|which|but|because|if|has been)\b", subject
    ):
        return False
    return bool(_DETERMINER.match(subject)) or (words[0][:1].isupper() and first not in NOT_NAMES)


def _head(subject: str) -> tuple[str, int]:
    """Return the subject without what follows its first comma, unless the name follows it."""
    head, comma, rest = subject.partition(",")
    named = RUN.match(rest.strip())
    if comma and named and " " in named.group() and _is_role(head) and _has_full_name(rest):
        offset = len(head) + 1 + (len(rest) - len(rest.lstrip()))
        return named.group(), offset
    return head.strip(), 0


def _is_role(head: str) -> bool:
    """Return whether words describe somebody by role, so that the name may follow."""
    words = [word.strip(".,").casefold() for word in head.split()]
    return not ROLES.isdisjoint(words) or (bool(words) and words[0] in _POSSESSIVES)


def _has_full_name(text: str) -> bool:
    """Return whether words hold a name of two parts that is not a role."""
    return any(
        " " in run.group() and not {w.casefold() for w in run.group().split()} & ROLES
        for run in RUN.finditer(text)
    )


def _mention_forward(text: str, place: int, tail: int) -> tuple[str, int] | None:
    """Return the source behind an inverted verb or phrase, and where it starts."""
    while place < tail and text[place] in " ,":
        place += 1
    stop = _SUBJECT_STOP.search(text, place, min(tail, place + 160))
    end = stop.start() if stop else min(tail, place + 160)
    if (
        stop
        and stop.group() == "."
        and re.search(r"(?:^|\s)(?:Dr|Mr|Mrs|Ms|Prof|St|[A-Z])$", text[place:end])
    ):
        stop = _SUBJECT_STOP.search(text, end + 1, min(tail, place + 160))
        end = stop.start() if stop else min(tail, place + 160)
    phrase = text[place:end].rstrip(" ,")
    if not phrase:
        return None
    words = phrase.split()
    first = words[0].strip(",").casefold()
    if first in PRONOUNS:
        return words[0].strip(","), place
    if not (
        _DETERMINER.match(phrase)
        or words[0][:1].isupper()
        or first in ROLES
        or len(words) <= 4
        or RUN.search(phrase)
    ):
        return None
    head, offset = _head(phrase)
    if len(head.split()) > 12:
        return None
    return head, place + offset


def _ahead(frame: Frame, grammar: Grammar) -> Attribution | None:
    """Return an attribution before the words."""
    text, left = frame.text, frame.left
    lead_start = max(frame.lead, left - _FAR)
    lead = text[lead_start:left]
    if not lead.strip(" ,;:—–-.()"):
        return None
    phrase = next(grammar.phrase.finditer(text, lead_start, left), None)
    colon = _COLON.search(lead) is not None
    tied = colon or _RUN_IN.search(lead) is not None
    verbs = [c for c in grammar.cue.finditer(text, lead_start, left) if _is_active(text, c)]
    best = verbs[-1] if verbs else None
    if phrase is not None and (best is None or phrase.start() < best.start()):
        mention = _mention_forward(text, phrase.end(), left)
        if mention is not None:
            return _made(frame, mention, phrase.group(), 0.8, left - phrase.end(), "before")
    if best is not None:
        distance = left - best.end()
        found = _subject_of(text, lead_start, verbs, left)
        strong = best.group() in STRONG_ENGLISH or grammar.language != "en"
        if found is not None or tied:
            strength = (
                (0.85 if distance < 12 else 0.75 if distance < _NEAR else 0.55)
                if tied
                else (0.7 if distance < 12 else 0.6 if distance < _NEAR else 0.4)
            )
            return _made(
                frame, found, best.group(), strength - (0 if strong else 0.2), distance, "before"
            )
    owned = _OWNED.search(text, lead_start, left)
    if owned is not None:
        return _made(frame, (owned.group(1), owned.start()), None, 0.65, 0, "before")
    found = _first_name(text, lead_start, left) if colon else None
    return _made(frame, found, None, 0.6, 0, "before") if found is not None else None


def _is_active(text: str, cue: re.Match[str]) -> bool:
    """Return whether a cue is a verb in the active voice: not ``is called``, not ``the report``."""
    before = text[max(cue.start() - 40, 0) : cue.start()].split()
    if not before:
        return True
    last = before[-1].casefold().strip(",")
    if last in BE and not cue.group().endswith("ing"):
        return False
    if cue.group() not in BARE_ENGLISH:
        return True
    return last in ("i", "we", "you", "they", "to", "people", "and") or (
        last.endswith("s")
        and not last.endswith(("’s", "'s"))
        and last not in ("his", "its", "this", "as")
    )


def _subject_of(
    text: str, start: int, verbs: Sequence[re.Match[str]], left: int
) -> tuple[str, int] | None:
    """Return the subject of the last of the verbs that stand before the words."""
    cue = verbs[-1]
    if cue.group().endswith("ing") and text[: cue.start()].rstrip().endswith(","):
        # ``Mann agreed that …, stating, “…”``: the participle's subject opens the sentence.
        return _first_name(text, start, cue.start())
    found = _subject_before(text, start, cue.start())
    if found is None and left - cue.end() > 3:
        found = _mention_forward(text, cue.end(), left)
    if found is None and len(verbs) > 1:
        # ``A review found … and concluded``: verbs share the subject of the first.
        found = _subject_before(text, start, verbs[0].start())
    return found


def _first_name(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Return the first name between two places."""
    for run in RUN.finditer(text, start, end):
        first = run.group().split()[0].casefold()
        if first not in NOT_NAMES or " " in run.group():
            return run.group(), run.start()
        if first in PRONOUNS:
            return run.group(), run.start()
    return None


def _subject_before(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Return the subject before a verb: the words of its clause, without apposition."""
    plain = _BRACKETED.sub(lambda m: " " * len(m.group()), text[start:end])
    clause = ADVERBS.sub("", plain.rstrip())
    clause = re.sub(r"\s(?:who|which|that)$", "", clause)
    cut = max(clause.rfind(c) for c in ';:—–(\n“”"')
    offset = cut + 1
    clause = clause[offset:]
    if clause.rstrip().endswith(","):
        segments = clause.rstrip(" ,").split(",")
        head = segments[-2] if len(segments) > 1 else segments[-1]
        before = sum(
            len(s) + 1 for s in segments[: len(segments) - (2 if len(segments) > 1 else 1)]
        )
    else:
        head = clause.rsplit(",", 1)[-1]
        before = len(clause) - len(head)
    lead = len(head) - len(head.lstrip())
    head = head.strip()
    connective = _CONNECTIVE.match(head + " ")
    if connective:
        lead += connective.end()
        head = head[connective.end() :]
    words = head.split()
    if not words:
        return None
    if words[-1].casefold() in PRONOUNS:
        return words[-1], start + offset + before + lead + len(head) - len(words[-1])
    trimmed_head, skip = _last_noun_phrase(head)
    if not trimmed_head:
        return None
    return trimmed_head, start + offset + before + lead + skip


def _last_noun_phrase(head: str) -> tuple[str, int]:
    """Return the last words of a clause that can be a subject, and where they start."""
    words = head.split()
    if len(words) > 9:
        starts = [m.start() for m in re.finditer(rf"(?:(?<=\s)|^)(?:{_DETERMINER.pattern})", head)]
        starts += [m.start() for m in RUN.finditer(head)]
        near = [s for s in starts if len(head[s:].split()) <= 9]
        if not near:
            return "", 0
        return head[min(near) :], min(near)
    if not any(w[:1].isupper() for w in words) and not _DETERMINER.match(head):
        found = list(_DETERMINER.finditer(head))
        if not found:
            return ("", 0) if len(words) > 3 else (head, 0)
    return head, 0


def _cjk(frame: Frame, grammar: Grammar) -> Attribution | None:
    """Return an attribution in Chinese or Japanese: subject before, verb behind or before."""
    text = frame.text
    lead = text[frame.lead : frame.left]
    source = grammar.phrase.search(lead)
    tail = text[frame.right : min(frame.tail, frame.right + 24)]
    cue_behind = re.match(r"[、，,]?(?:と|などと|、)?[^。「]{0,6}?", tail)
    verb = grammar.cue.search(tail[: (cue_behind.end() if cue_behind else 0) + 10])
    if grammar.language == "ja":
        if source is not None:
            mention = lead[: source.start()].strip("、， ")
            return _made(frame, (mention[-12:], frame.lead), source.group(), 0.8, 0, "before")
        subject = NAME_CJK.search(lead.rstrip("、， ")) or re.search(r"()(?:は|が)", lead)
        if verb is None:
            return None
        found = (
            (subject.group(1).split("、")[-1], frame.lead + subject.start(1))
            if subject and subject.group(1)
            else None
        )
        return _made(frame, found, verb.group(), 0.85, verb.start())
    ahead = list(grammar.cue.finditer(lead))
    if ahead:
        before = re.split(r"[，。、；]", lead[: ahead[-1].start()])[-1]
        return _made(frame, (before, frame.lead), ahead[-1].group(), 0.85, 0, "before")
    if verb is not None:
        return _made(frame, (tail[: verb.start()].strip("，, "), frame.right), verb.group(), 0.8, 0)
    return None


def _made(
    frame: Frame,
    mention: tuple[str, int] | None,
    cue: str | None,
    strength: float,
    reach: int,
    place: str = "after",
) -> Attribution:
    words, anchor = mention if mention is not None else (None, frame.left)
    return Attribution(
        words,
        cue,
        "before" if place == "before" else "after",
        strength,
        (frame.block, anchor),
        max(reach, 0),
    )
