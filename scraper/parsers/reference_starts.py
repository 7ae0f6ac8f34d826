"""Finds where the source begins in a note that says something before it."""

from scraper.needles import make_needles
from scraper.parsers.reference_tokens import MAX_CHARS
from scraper.parsers.rules.citations import UPPER
from scraper.patterns import late

SMALL_NAME_WORDS = r"(?:van|von|der|den|de|del|della|di|da|du|des|la|le)"
FULL_NAME = (
    rf"{UPPER}[\w’'‐-]+(?:\s{UPPER}[\w’'‐-]+)?(?:\s{UPPER}\.)*"
    rf"(?:\s{SMALL_NAME_WORDS})*\s{UPPER}[\w’'‐-]+"
)
"""A name in reading order, with up to two given names and a middle initial."""
_SOURCE = late(r"[.!?)(–—-]\s*(?:Sources?|Quellen?|Fuente|Fonte)\s?:\s+(?=\S.{15})")
_SHORTEST_REMARK = 40
_POINTED = late(
    r"(?:^|[\s(])(?:[Ss]ee(?:\salso)?|[Cc]f\.|[Cc]ompare|[Ss]iehe(?:\sauch)?|[Vv]gl\.|[Vv]oir|"
    rf"[Vv]éase|[Cc]fr\.)\s+(?={FULL_NAME}(?:\s(?:and|und|et|y|e|&)\s{FULL_NAME})?[,:]\s"
    r"[^()]{3,160}\((?:[^():]{2,40}:\s)?[^():]{2,60},\s(?:1[5-9]|20)\d\d\))"
)
"""A pointer to a work that is named in full."""
_POINTERS = make_needles(
    "See see Cf. cf. Compare compare Siehe siehe Vgl. vgl. Voir voir Véase véase Cfr. cfr.".split()
)
"""One of these is in all that ``_POINTED`` finds."""


def start_of_source(text: str) -> int:
    """Return where the source begins in a note that names one behind its own words.

    That is behind "Source:", or behind "see" where a name, a title and an imprint in brackets
    follow, as the note styles of Chicago and MHRA print a work in full.
    """
    match = _SOURCE.search(text, _SHORTEST_REMARK, MAX_CHARS)
    if match is None and _POINTERS.held_in(text):
        match = _POINTED.search(text, 0, MAX_CHARS)
    return match.end() if match else 0
