"""Finds attributions in languages whose reporting verbs no table knows.

Nearly every language of Europe, and Turkish and Indonesian, inverts the sentence behind quoted
words: “…,” verb Name. Where the words end as speech does, one to three small words stand behind
them, and the last of these is neither preposition nor conjunction, the name behind it speaks.
"""

from scraper.parsers.quotes.frames import Frame, made
from scraper.parsers.quotes.grammar import Grammar
from scraper.parsers.quotes.runs import RUN, given_gender, without_told
from scraper.parsers.quotes.spans import Attribution
from scraper.parsers.quotes.texts import UPPER
from scraper.parsers.rules.quote_words import NO_SUBJECT_BEHIND_DE
from scraper.parsers.rules.speech_verbs import (
    ADVERBS_TR,
    BEFORE_NAMES,
    CASE_ENDINGS,
    OFFICES_TR,
)
from scraper.patterns import late

_SPOKEN = late(r"[,.!?…]$")
_PARTED = late(r"(?:\s*[,–—-])+\s*|\s+")
_SMALL = rf"[^\W\d_{UPPER}][\w’'-]*"
_NAME = rf"({RUN.pattern})(?=[,.;:(]|\s[^\W\d_{UPPER}]|\s?$|\n)"
_VERB_THEN_NAME = late(rf"((?:{_SMALL}\s){{1,3}}){_NAME}")
_POST_THEN_NAME = late(rf"(?<=\s)({_SMALL})\s{_NAME}")
_NAME_THEN_VERB = late(
    rf"(?:(?:{'|'.join(sorted(BEFORE_NAMES))})\s)?({RUN.pattern})(?:,[^,.:\n]{{2,60}},)?\s({_SMALL})"
)
_SAID_HOW = late(rf"(?:{_SMALL}\s){{0,2}}")
"""What stands before a verb that closes the sentence (``diye konuştu``)."""
_SUBJECT = late(rf"({RUN.pattern})(?:\s[^,]{{0,40}})?,\s*$")
_CLAUSE = late(rf"({_SMALL})\s({_SMALL})?[^.,;:!?()“”\"«»„]{{0,90}}")
"""A clause that begins with a verb, or with its auxiliary; what opens it is no name."""
_COMMA = late(r"\s?,\s")
_QUOTED = late(r"[^.:;“„]{0,80}\szitiert\b")
IN_CASE = late(rf"\w{{2,}}(?:{CASE_ENDINGS})")
_LEAST_LETTERS = 3
_STRENGTH = 0.75


def find_inverted(frame: Frame, grammar: Grammar) -> Attribution | None:
    """Return the attribution right behind the words, by its order alone, or None.

    Without the commonest function words of a language nothing is read. Where a table holds its
    verbs, what it has not is a verb less surely, and only somebody with a given name speaks.
    Behind one of the commonest verbs of saying (``Grammar.said``) a name speaks however the words
    before it end.
    """
    small_words, text = grammar.small_words, frame.text
    if not small_words:
        return None
    parted = _PARTED.match(text, frame.right, frame.tail)
    if parted is None:
        return None
    spoken = _SPOKEN.search(text[frame.left : frame.right].rstrip("”“\"»«’' ")) is not None
    if (closed := _verb_last(frame, grammar, parted.end())) is not None:
        return closed
    found = _VERB_THEN_NAME.match(text, parted.end(), frame.tail)
    said = found is not None and grammar.said is not None and grammar.said.search(found.group(1))
    if not (spoken or said or parted.group().strip()):
        return None
    named = found is not None and not BEFORE_NAMES.issuperset(found.group(1).split())
    if not named and not grammar.listed and _NAME_THEN_VERB.match(text, parted.end()):
        return _name_first(frame, parted.end(), grammar) if "," in parted.group() else None
    words = [word.casefold() for word in found.group(1).split()] if found is not None else [""]
    words = words[:-1] if words[-1] in BEFORE_NAMES and words[1:] else words
    if found is None or words[-1] in small_words or len(words[-1]) < _LEAST_LETTERS:
        return _after_addressee(frame, parted.end(), grammar)
    if found.group(2).isupper() and (told := _after_addressee(frame, parted.end(), grammar)):
        return told  # ``řekl ČTK starosta Petr Novák``: an agency was told.
    cue = next(word for word in words if word not in small_words and len(word) >= _LEAST_LETTERS)
    name, place = _from_given_name(found.group(2), found.start(2))
    if IN_CASE.fullmatch(name.rsplit(" ", 1)[-1]):
        return None
    if grammar.listed and given_gender(name.split(" ")[0]) is None:
        return None
    return made(frame, (name, place), cue, _STRENGTH, parted.end() - frame.right)


def _verb_last(frame: Frame, grammar: Grammar, place: int) -> Attribution | None:
    """Return the subject before the words whose verb closes the sentence ("Ada, “…” dedi.")."""
    text = frame.text
    verbs = grammar.said.finditer(text, place, frame.tail) if grammar.said is not None else ()
    verb = next((v for v in verbs if not text[v.end() : frame.tail].strip(" .!?")), None)
    if verb is None or _SAID_HOW.fullmatch(text, place, verb.start()) is None:
        return None
    subject = _SUBJECT.match(text, frame.lead, frame.left)
    if subject is None:
        return None
    name, start = _from_given_name(subject.group(1), subject.start(1))
    further = text[subject.end(1) : frame.left].strip(" ,")
    # ``Pazartesi günü, “…” dedi``: a day, not somebody.
    if name in ADVERBS_TR:
        return made(frame, None, verb.group(), _STRENGTH, 0, "before")
    is_name = IN_CASE.fullmatch(name.rsplit(" ", 1)[-1]) is None and (" " in name or not further)
    mention = (name, start) if is_name else None
    return made(frame, mention, verb.group(), _STRENGTH, 0, "before")


def _after_addressee(frame: Frame, place: int, grammar: Grammar) -> Attribution | None:
    """Return who speaks where it is said first to whom or where: ``dijo a este diario la edil …``.

    A full name with a given name speaks behind a noun (a post) or another name in the clause that
    the verb opens; what stands right behind a preposition is spoken to, or a place.
    """
    clause = _CLAUSE.match(frame.text, place, frame.tail)
    if clause is None:
        return None
    small = grammar.small_words
    verbs = [word for word in clause.groups() if word and word.casefold() not in small]
    cue = next((v for v in verbs if not grammar.listed or grammar.cue.fullmatch(v)), None)
    for found in _POST_THEN_NAME.finditer(frame.text, clause.start(), clause.end()):
        post, (name, start) = found.group(1), _from_given_name(found.group(2), found.start(2))
        told_first = start > found.start(2)  # ``rekla je u Zagrebu Ana Kovač``
        is_post = post not in (cue, *small) and len(post) >= _LEAST_LETTERS
        if cue is None or not (told_first or is_post):
            continue
        if " " in name and given_gender(name.split(" ")[0]) is not None:
            return made(frame, (name, start), cue, _STRENGTH, place - frame.right)
    return None


def find_inverted_german(frame: Frame, small_words: frozenset[str]) -> Attribution | None:
    """Return the attribution behind a comma, by its order: verb, some words, a full name, or None.

    Every noun has a capital there, so that only a given name with another tells who speaks. Nouns
    may stand before it (``“, erklärt auf Nachfrage Jan Holm``), but no preposition right before.
    """
    text = frame.text
    parted = _COMMA.match(text, frame.right, frame.tail)
    found = _VERB_THEN_NAME.match(text, parted.end(), frame.tail) if parted is not None else None
    if parted is None or found is None:
        return None
    words = found.group(1).split()
    name, place = _from_given_name(found.group(2), found.start(2))
    if " " not in name or given_gender(name.split(" ")[0]) is None:
        return None
    if place == found.start(2) and words[-1] in NO_SUBJECT_BEHIND_DE:
        return None
    verb = words[0]
    quoted = verb in ("wird", "wurde") and _QUOTED.match(text, found.end(), frame.tail) is not None
    if not quoted and (verb in small_words or len(verb) < _LEAST_LETTERS):
        return None
    return made(frame, (name, place), verb, _STRENGTH, parted.end() - frame.right)


def _name_first(frame: Frame, place: int, grammar: Grammar) -> Attribution | None:
    """Return an attribution that does not invert: ``”…”, Virtanen muistutti`` (Finnish)."""
    found = _NAME_THEN_VERB.match(frame.text, place, frame.tail)
    if found is None:
        return None
    said = grammar.said.match(frame.text, found.start(2)) if grammar.said is not None else None
    verb = said.group() if said is not None else found.group(2)
    if verb in grammar.small_words or len(verb) < _LEAST_LETTERS:
        return None
    name, start = _from_given_name(found.group(1), found.start(1))
    return made(frame, (name, start), verb, _STRENGTH, place - frame.right)


def _from_given_name(run: str, place: int) -> tuple[str, int]:
    """Return a run of capitalised words from its first given name on (``Sparta Jan Novák``).

    What is in a case by its ending, as an agency that was told (``MTI-nek``), is none of it.
    """
    run = without_told(run)
    words = run.split(" ")
    office = max((n for n, word in enumerate(words[:-1], 1) if word in OFFICES_TR), default=0)
    if office:
        return " ".join(words[office:]), place + len(" ".join(words[:office])) + 1
    for number, word in enumerate(words[:-1]):
        if given_gender(word) is not None or (number and IN_CASE.fullmatch(words[number - 1])):
            return " ".join(words[number:]), place + len(" ".join(words[:number])) + bool(number)
    return run, place
