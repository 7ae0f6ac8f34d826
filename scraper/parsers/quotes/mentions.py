"""Reads the words that mention a source: the subject before a verb, or what stands behind it.

Mentions are given as worded, with the place where they start, so that names are resolved from
there.
"""

import re
from collections.abc import Sequence

from scraper.parsers.quotes.grammar import ADVERBS
from scraper.parsers.quotes.naming import HANDLE
from scraper.parsers.quotes.runs import RUN, is_organisation
from scraper.parsers.rules import quote_words as table
from scraper.parsers.rules.given_names import given_names
from scraper.parsers.rules.quote_people import NAME_PARTICLES, NOT_NAMES, PRONOUNS, ROLES
from scraper.patterns import late

_DETERMINER = late(rf"(?:{table.NOUN_STARTS})(?=[\s’'])", re.IGNORECASE)
_CONNECTIVE = late(rf"^(?:(?:{table.CONNECTIVES})\b,?\s+)+", re.IGNORECASE)
_BRACKETED = late(r"\([^()]{0,200}\)")
_CLAUSE_WORDS = late(r"[;:!?]|\b(?:is|was|are|were|will|would|which|but|because|if|has been)\b")
_COORDINATED = late(r"[^;:\s]\s+(?:and|but|und)$")
_FIRST_WORD = late(r"[^\W\d_]+")
_ROLE_THEN_NAME = late(rf"\s([a-z-]+),?\s({RUN.pattern})")
_NO_PRONOUNS = frozenset(("il", "his", "her"))
"""Pronouns that begin a noun's phrase, too: Italian ``il sindaco``, ``his wife, Ann Moss``."""
_NAME_BEFORE_POST = late(rf"(?:^|[.!?]\s|\s)({RUN.pattern}),$")
_POST_WORDS = 2
_ENDS_NAMED = late(r"[^\Wa-z_\d][\w’'.&-]*\s*$")
_ABBREVIATED = late(r"(?:^|\s)(?:Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|[A-Z])$")
_APPOSED = late(rf",\s*({RUN.pattern})\s*(?=[,.;:)]|$)")
_APPOSED_FARTHER = late(rf"[^,.;:!?…“”\"«»„()]{{1,60}},(\s({RUN.pattern})\s*(?=[,.;:)]|$))")
_REACH = 160
"""Characters behind a verb that its subject may take."""


def is_subject(subject: str) -> bool:
    """Return whether words before a verb can be its subject."""
    words = subject.split()
    if not words or len(words) > 16:
        return False
    first = words[0].strip(",").casefold()
    if first in PRONOUNS and (len(words) <= 2 or first not in table.POSSESSIVES):
        return len(words) <= 2
    if _CLAUSE_WORDS.search(subject):
        return False
    if HANDLE.fullmatch(words[0]):
        return True
    if not ROLES.isdisjoint((first, first.removesuffix("s"))) and RUN.search(subject):
        return True
    return bool(_DETERMINER.match(subject)) or (words[0][:1].isupper() and first not in NOT_NAMES)


def subject_head(subject: str) -> tuple[str, int]:
    """Return the subject without what follows its first comma, unless the name follows it."""
    head, comma, rest = subject.partition(",")
    named = RUN.match(rest.strip())
    whole = rest.strip(" ,")
    full = named is not None and " " in named.group() and _has_full_name(rest)
    alone = whole.casefold() in given_names()
    if comma and named and (((full or alone) and _is_role(head)) or _is_explained(head, rest)):
        offset = len(head) + 1 + (len(rest) - len(rest.lstrip()))
        return named.group(), offset
    return head.strip(), 0


def _is_role(head: str) -> bool:
    """Return whether words describe somebody by role, so that the name may follow."""
    words = [word.strip(".,").casefold() for word in head.split()]
    if not ROLES.isdisjoint(words) or (bool(words) and words[0] in table.POSSESSIVES):
        return True
    return len(words) <= 3 and head.islower() and _DETERMINER.match(head) is not None


def _is_explained(head: str, rest: str) -> bool:
    """Return whether a person's full name alone follows what somebody is, in any language.

    ``der Präsident des Hafenvereins, Jan Holm``.
    """
    if _DETERMINER.match(head.strip() + " ") is None:
        return False
    if any(_opens_with_given(run.group()) for run in RUN.finditer(head)):
        return False
    return _APPOSED.match("," + rest) is not None and _opens_with_given(rest)


def _opens_with_given(text: str) -> bool:
    """Return whether words are a given name and another."""
    words = text.split()
    return len(words) > 1 and words[0].casefold() in given_names()


def _has_full_name(text: str) -> bool:
    """Return whether words hold a name of two parts that is not a role."""
    return any(
        " " in run.group() and not {w.casefold() for w in run.group().split()} & ROLES
        for run in RUN.finditer(text)
    )


def mention_forward(
    text: str, place: int, tail: int, stop: re.Pattern[str]
) -> tuple[str, int] | None:
    """Return the source behind an inverted verb or phrase, and where it starts.

    Args:
        place: Behind the verb.
        tail: Where the sentence ends.
        stop: What ends the mention of a source in the language (``Grammar.stop``).
    """
    while place < tail and text[place] in " ,":
        place += 1
    end = _phrase_end(text, place, min(tail, place + _REACH), stop)
    phrase = text[place:end].rstrip(" ,")
    if not phrase:
        return None
    words = phrase.split()
    first = words[0].strip(",").casefold()
    if first in PRONOUNS and not (len(words) > 1 and first in _NO_PRONOUNS):
        return words[0].strip(","), place
    if not (
        _DETERMINER.match(phrase)
        or words[0][:1].isupper()
        or first in ROLES
        or len(words) <= 4
        or RUN.search(phrase)
    ):
        return None
    head, offset = subject_head(phrase)
    if len(head.split()) > 12:
        return None
    if offset == 0 and end < tail and text[end].isalpha():
        # ``la directrice du musée à Lyon, Anne Roux``: where it is stands between.
        apposed = _APPOSED_FARTHER.match(text, end, tail)
        if apposed is not None and _is_explained(head, apposed.group(1)):
            return apposed.group(2), apposed.start(2)
    return head, place + offset


def _phrase_end(text: str, place: int, limit: int, stop: re.Pattern[str]) -> int:
    """Return where the words that mention a source end; a title's full stop does not end them."""
    found = stop.search(text, place, limit)
    while (
        found is not None
        and found.group() == "."
        and _ABBREVIATED.search(text[place : found.start()])
    ):
        found = stop.search(text, found.end(), limit)
    return found.start() if found is not None else limit


def first_name(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Return the first name between two places."""
    for run in RUN.finditer(text, start, end):
        words = run.group().split()
        first = words[0].casefold()
        if _is_place_phrase(words):
            continue
        if first not in NOT_NAMES or " " in run.group():
            return run.group(), run.start()
        if first in PRONOUNS:
            return run.group(), run.start()
    return None


def _is_place_phrase(words: Sequence[str]) -> bool:
    """Return whether a particle follows what is neither a given name nor an organisation.

    ``Rentré de Jordanie`` opens a French sentence and is nobody.
    """
    if NAME_PARTICLES.isdisjoint(words) or is_organisation(words):
        return False
    return words[0].casefold() not in given_names()


def subject_before(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Return the subject before a verb: the words of its clause, without apposition."""
    plain = _BRACKETED.sub(lambda m: " " * len(m.group()), text[start:end])
    clause = ADVERBS.sub("", plain.rstrip())
    clause = re.sub(r"\s(?:who|which|that|was|were|is|are|been)$", "", clause)
    if _COORDINATED.search(clause):
        # ``Moss toured the estate and says``: both verbs have the subject that opens the sentence.
        return _opening_subject(clause, start)
    cut = max(clause.rfind(c) for c in ';:—–(\n“”"')
    offset = cut + 1
    clause = clause[offset:]
    if clause.rstrip().endswith(","):
        segments = clause.rstrip(" ,").split(",")
        chosen = _before_appositions(segments)
        head = segments[chosen]
        before = sum(len(s) + 1 for s in segments[:chosen])
    else:
        head = clause.rsplit(",", 1)[-1]
        before = len(clause) - len(head)
        named = _NAME_BEFORE_POST.search(clause[:before])
        if named is not None and _is_bare_post(head.strip()):
            # ``Ada Finch, fondatrice de Harbour affirme``: the comma behind the post is forgotten.
            return named.group(1), start + offset + named.start(1)
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


def _is_bare_post(head: str) -> bool:
    """Return whether words before a verb tell somebody's post without an article."""
    words = head.split()
    if len(words) < _POST_WORDS or not head[:1].islower() or _DETERMINER.match(head):
        return False
    return words[0].casefold() not in PRONOUNS


def _opening_subject(clause: str, start: int) -> tuple[str, int] | None:
    """Return the name or pronoun that opens a sentence, behind connectives."""
    opening = _CONNECTIVE.match(clause + " ")
    place = opening.end() if opening else len(clause) - len(clause.lstrip())
    word = _FIRST_WORD.match(clause, place)
    if word is not None and PRONOUNS.get(word.group().casefold()) in ("m", "f", "p"):
        return word.group(), start + place
    run = RUN.match(clause, place)
    if run is None or (" " not in run.group() and run.group().casefold() in NOT_NAMES):
        return None
    named = _ROLE_THEN_NAME.match(clause, run.end())
    if named is not None and named.group(1) in ROLES:
        return named.group(2), start + named.start(2)
    return run.group(), start + place


def _before_appositions(segments: Sequence[str]) -> int:
    """Return which of a clause's parts, parted by commas, is the subject that the others explain.

    ``Ann Moss, head of parks at Leeds University, who leads the study, says``.
    """
    chosen = len(segments) - 1
    while chosen > 0:
        segment = segments[chosen].strip()
        named = _ENDS_NAMED.search(segments[chosen - 1]) is not None
        explains = not segment or not segment[0].isupper()
        if not explains or (_DETERMINER.match(segment + " ") and not named):
            break
        chosen -= 1
    return chosen


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
    handled = HANDLE.search(head) is not None
    if not handled and not any(w[:1].isupper() for w in words) and not _DETERMINER.match(head):
        found = list(_DETERMINER.finditer(head))
        if not found:
            return ("", 0) if len(words) > 3 else (head, 0)
    return head, 0
