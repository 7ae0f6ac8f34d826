"""Finds attributions in languages whose reporting verbs no table knows.

Nearly every language of Europe, and Turkish and Indonesian, inverts the sentence behind quoted
words: “…,” verb Name. Where the words end as speech does, one to three small words stand behind
them, and the last of these is neither preposition nor conjunction, the name behind it speaks.
"""

from scraper.parsers.quotes.frames import Frame, made
from scraper.parsers.quotes.runs import RUN, given_gender
from scraper.parsers.quotes.spans import Attribution
from scraper.parsers.rules.quote_words import NO_SUBJECT_BEHIND_DE
from scraper.patterns import late

_SPOKEN = late(r"[,.!?…]$")
_PARTED = late(r"\s*[,–—-]+\s*|\s+")
_VERB_THEN_NAME = late(
    rf"((?:[^\W\d_A-Z][\w’'-]*\s){{1,3}})({RUN.pattern})(?=[,.;:(]|\s[^\W\d_A-Z]|\s?$|\n)"
)
_NAME_THEN_VERB = late(rf"({RUN.pattern})\s([^\W\d_A-Z][\w’'-]*)")
_COMMA = late(r"\s?,\s")
_QUOTED = late(r"[^.:;“„]{0,80}\szitiert\b")
_LEAST_LETTERS = 3
_STRENGTH = 0.75


def find_inverted(frame: Frame, small_words: frozenset[str], *, listed: bool) -> Attribution | None:
    """Return the attribution right behind the words, by its order alone, or None.

    Args:
        frame: The sentence around the words.
        small_words: The commonest function words of the language; without them nothing is read.
        listed: Whether a table holds the verbs of the language: what it has not is a verb less
            surely, and only somebody with a given name speaks.
    """
    if not small_words:
        return None
    text = frame.text
    parted = _PARTED.match(text, frame.right, frame.tail)
    if parted is None:
        return None
    spoken = _SPOKEN.search(text[frame.left : frame.right].rstrip("”“\"»«’' ")) is not None
    if not spoken and not parted.group().strip():
        return None
    found = _VERB_THEN_NAME.match(text, parted.end(), frame.tail)
    if found is None:
        if listed or "," not in parted.group():
            return None
        return _name_first(frame, parted.end(), small_words)
    words = [word.casefold() for word in found.group(1).split()]
    last = words[-1]
    if last in small_words or len(last) < _LEAST_LETTERS or not last[0].islower():
        return None
    cue = next(word for word in words if word not in small_words and len(word) >= _LEAST_LETTERS)
    name, place = _from_given_name(found.group(2), found.start(2))
    if listed and given_gender(name.split(" ")[0]) is None:
        return None
    return made(frame, (name, place), cue, _STRENGTH, parted.end() - frame.right)


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


def _name_first(frame: Frame, place: int, small_words: frozenset[str]) -> Attribution | None:
    """Return an attribution that does not invert: ``”…”, Virtanen muistutti`` (Finnish)."""
    found = _NAME_THEN_VERB.match(frame.text, place, frame.tail)
    if found is None or found.group(2) in small_words or len(found.group(2)) < _LEAST_LETTERS:
        return None
    name, start = _from_given_name(found.group(1), found.start(1))
    return made(frame, (name, start), found.group(2), _STRENGTH, place - frame.right)


def _from_given_name(run: str, place: int) -> tuple[str, int]:
    """Return a run of capitalised words from its first given name on (``Sparta Jan Novák``)."""
    words = run.split(" ")
    for number, word in enumerate(words[:-1]):
        if given_gender(word) is not None:
            return " ".join(words[number:]), place + len(" ".join(words[:number])) + bool(number)
    return run, place
