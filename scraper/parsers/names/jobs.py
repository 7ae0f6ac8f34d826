"""Tells the job that is printed behind a name, without a comma, from the name."""

import re

from scraper.parsers.names.looks import (
    is_given_name,
    is_role,
    is_role_word,
    looks_like_person,
)

LEAST_WITH_JOB = 2
"""Words of a line that a job may end without a comma have more than these."""
_BEHIND_NAME = slice(2, 4)
"""The words of a line that may be the first behind a name."""
_KNOWN = 0.85
"""Likelihood of a full name with a frequent given name: "Jane Doe — São Paulo" is one name."""
_A_NAME = 0.6
"""Likelihood from which on a text is taken for a full name."""
_DESK = re.compile(r"（([^（）]{1,30})）$")
"""The desk of a writer, as papers of Japan and China print it behind the name."""
_CAPITALS = "A-ZÀ-ÞΑ-ΩА-ЯЁІЇЄ"
_GLUED = re.compile(rf"(?<=[^\W\d_{_CAPITALS}]{{2}})(?=[{_CAPITALS}][^\W\d_{_CAPITALS}]{{3}})")
"""Where a word begins within a word: each was in an element of its own ("Jane DoeReporter")."""
_PREFIXES = frozenset("mac fitz van von vander saint santa".split())
"""What families with a capital within begin with."""
_LEAST_NAME, _LEAST_JOB = 3, 7
"""Letters of a name and of the job that is glued to it."""
_PARTS_OF_NAMES = frozenset(
    "coach fellow guest head junior leiter nurse officer principal senior student tester".split()
)
"""Words of jobs that end names, too: families, and who is the younger of two."""
_NOT_GLUED = frozenset(("gardener",))
"""Jobs that families end in ("Baumgardener")."""
_BRACKETED = re.compile(r"\s\(([^()]{4,60})\)$")
"""What a name goes on with in brackets: a job, an employer."""


def cut_role(text: str, *, titled: bool = False) -> tuple[str, str | None]:
    """Return a name without the job behind it, in brackets or in a small letter, and the job.

    Behind a title (``titled``) stands a person, whether or not the given name is a frequent one.
    """
    if not text.isascii() and (desk := _DESK.search(text)):
        return text[: desk.start()], desk[1]
    glued = _GLUED.search(text)
    if glued and looks_like_person(text[: glued.start()]) >= _A_NAME:
        job = text[glued.start() :]
        # "MacDonald Editor", and "Doe" with "Senior Researcher" behind it.
        family = text[: glued.start()].rsplit(maxsplit=1)[-1].casefold() not in _PREFIXES
        if is_role(job.partition(" ")[0]) or (family and is_role(job)):
            return text[: glued.start()], job
    words = text.split()
    if len(words) > 1 and (start := glued_job(words[-1])):
        name = text[: start - len(words[-1])]
        if looks_like_person(name) >= _KNOWN:
            return name, words[-1][start:]
    if len(words) > LEAST_WITH_JOB and _ends_in_job(words):
        least = _A_NAME if titled else _KNOWN
        for count in (2, 3):
            name = " ".join(words[:count])
            job = " ".join(words[count:])
            if job.istitle() and job.casefold() in _PARTS_OF_NAMES:
                continue
            if is_role(job) and looks_like_person(name) >= least:
                return name, job
    match = _BRACKETED.search(text) if text.endswith(")") else None
    if match is None:
        return text, None
    name, job = text[: match.start()], match.group(1)
    # In brackets behind somebody who is a person by name stands whom they write for.
    least = _A_NAME if is_role(job) else _KNOWN
    return (name, job) if looks_like_person(name) >= least else (text, None)


def glued_job(word: str) -> int:
    """Return where a job in small letters begins within a family name ("Doereporter"), or 0."""
    least = word.rfind("-") + 1 + _LEAST_NAME
    if len(word) - _LEAST_JOB < least or not word[least:].islower():
        return 0
    places = range(least, len(word) - _LEAST_JOB + 1)
    jobs = (place for place in places if is_role_word(word[place:]))
    return next((place for place in jobs if word[place:] not in _NOT_GLUED), 0)


def _ends_in_job(words: list[str]) -> bool:
    """Return whether a job ends a line in small letters, or begins behind two or three names."""
    if words[-1].islower() and _is_job(words[-1]):
        return True
    behind = (word for word in words[_BEHIND_NAME] if word[:1].isalpha())
    return any(_is_job(word) and not is_given_name(word) for word in behind)


def _is_job(word: str) -> bool:
    """Return whether a single word is a job; signs may part it into several."""
    return is_role_word(word.casefold()) if word.isalpha() else is_role(word)
