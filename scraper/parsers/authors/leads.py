"""Reads what ends the text before a name: a by-word, a credit, a label of somebody to ask.

The patterns try some hundred words at each letter of the text, and few texts end with one: the last
word tells.
"""

import re

from scraper.parsers.authors.openings import may_be_announced, may_be_written
from scraper.parsers.rules import bylines as rules
from scraper.remembering import remembered

BY, WRITTEN, OTHER = "by", "written", "other"
"""What a text announces that is no credit: an author, one who has written, somebody else."""
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BORDER = re.compile(r"^|[\s|•·(,.;–—-]")
"""Where a word may begin."""
_BYWORD_BORDER = re.compile(r"^|[\s|•·(,;–—-]|(?<![A-Za-z])\.")
"""Where a by-word may begin: behind a full stop only where that ends no word (an address)."""
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
        written = cut_last_byword(lead)
        # "Text and photos:" is more than "photos:".
        longer = written is not None and len(written[1]) > len(credit.group())
        return BY if longer else credit.group("role").strip()
    if rules.OTHER_END.search(lead):
        return OTHER
    ends = (lead[border.end() :] for border in _BORDER.finditer(lead))
    if any(may_be_written(text) and rules.WRITTEN_ALONE.match(text) for text in ends):
        return WRITTEN
    return BY if cut_last_byword(lead) else None


def cut_last_byword(lead: str) -> tuple[str, str] | None:
    """Return the text before the by-word that a text before a name ends with, and the by-word.

    None where it ends with none.
    """
    for border in _BYWORD_BORDER.finditer(lead):
        word = lead[border.end() :]
        if may_be_announced(word) and rules.BY_ALONE.match(word):
            return lead[: border.start()], word
    return None
