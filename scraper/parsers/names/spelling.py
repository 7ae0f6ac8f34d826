"""Compares spellings of a name, and parts it where that is certain."""

from scraper.parsers.names.looks import ASIAN, INITIAL, is_given_name, name_key
from scraper.parsers.rules import names as rules
from scraper.remembering import remembered


def same_person(one: str, other: str) -> bool:
    """Return whether two names can be forms of one: equal, initials, or one within the other."""
    first, second = name_key(one).split(), name_key(other).split()
    if not first or not second:
        return False
    if first == second or "".join(first) == "".join(second):
        return True
    # Of two that are as long, always the same one is asked whether it is part of the other.
    short, long = sorted((first, second), key=lambda words: (len(words), words))
    if len(short) == 1:
        return len(short[0]) > 2 and short[0] in (long[0], long[-1])
    if short[-1] != long[-1] and short[-1] not in long:
        return False
    return (
        short[0] == long[0]
        or (min(len(short[0]), len(long[0])) == 1 and short[0][0] == long[0][0])
        or set(short) <= set(long)
    )


@remembered(4096)
def spelling_rank(name: str) -> int:
    """Rank spellings of one name: mixed case before all capitals before a login form."""
    letters = [c for c in name if c.isalpha()]
    if any(map(str.isdigit, name)) or "_" in name or ("." in name and " " not in name):
        return 0
    if all(c.islower() for c in letters):
        return 1
    if len(letters) > 3 and name.isupper():
        return 2
    return 3


def name_parts(name: str) -> tuple[str | None, str | None]:
    """Return (given, family) where the split is certain, else (None, None).

    Certain are: two words the first of which is a frequent given name or an initial; names
    whose family name begins with a particle; three words with an initial in the middle.
    """
    words = name.split()
    if not 2 <= len(words) <= 5 or ASIAN.search(name) or not all(w[0].isalpha() for w in words):
        return None, None
    suffix = ""
    if len(words) > 2 and words[-1].casefold().rstrip(".") in rules.SUFFIXES:
        suffix = f" {words.pop()}"
    first_known = is_given_name(words[0])
    if not first_known and not INITIAL.fullmatch(words[0]):
        return None, None
    for place, word in enumerate(words[1:-1], 1):
        if word.casefold() in rules.PARTICLES and word[0].islower():
            return " ".join(words[:place]), " ".join(words[place:]) + suffix
    if len(words) == 2 or all(INITIAL.fullmatch(w) for w in words[1:-1]):
        return " ".join(words[:-1]), words[-1] + suffix
    return None, None
