"""Reads what ends the text before a name: a by-word, a credit, a label of somebody to ask.

The patterns try some hundred words at each letter of the text, and few texts end with one: the last
word tells.
"""

import re

from scraper.parsers.rules import bylines as rules
from scraper.remembering import remembered

BY, WRITTEN, OTHER = "by", "written", "other"
"""What a text announces that is no credit: an author, one who has written, somebody else."""
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SIGNS = ":：︱|｜/／＝"
"""What may stand between a credit and the name, beside white space."""


def announced_by(lead: str) -> str | None:
    """Return the credit that a text before a name ends with."""
    return _credit_at_end(lead) if _may_announce(lead) else None


def _may_announce(lead: str) -> bool:
    """Return whether a text ends with the last word of a credit: a quick test, true for few."""
    lead = lead.rstrip().rstrip(_SIGNS).rstrip()
    word = lead.rpartition(" ")[2]
    if word.isascii() and word.isalpha():
        # A capital "I" may be that of a dotless one ("HAZIRLAYAN").
        if word.lower() in rules.ENDING_WORDS or "I" in word[1:]:
            return True
        # Themes glue a credit to the name before it ("DoeEditor:").
        glued = _GLUED.finditer(word) if not word[1:].islower() else ()
        return any(word[border.start() :].lower() in rules.ENDING_WORDS for border in glued)
    return bool(lead) and (lead[-1].isalpha() or lead[-1] in "()." or not lead[-1].isascii())


@remembered(2048)
def _credit_at_end(lead: str) -> str | None:
    """Return the same without the quick test; sites print the same ones again."""
    if credit := rules.CREDIT_END.search(lead):
        return credit.group("role").strip()
    if rules.OTHER_END.search(lead):
        return OTHER
    if rules.WRITTEN_END.search(lead):
        return WRITTEN
    return BY if rules.BY_END.search(lead) else None
