"""Joins the stretches of a quotation that its attribution interrupts.

“A,” she said. “B.” is one quotation if the words between hold the attribution of A and no more,
if B follows at once, and if B has no attribution of its own.
"""

from collections.abc import Sequence

from scraper.parsers.quotes.spans import Attribution, Candidate
from scraper.parsers.quotes.texts import CJK_LETTER
from scraper.patterns import late

_GAP_LIMIT = 220
_CJK = late(f"[{CJK_LETTER}]")
_SENTENCE = late(r"[.!?]\s+[^\Wa-z_]")
_ABBREVIATED = late(r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|Inc|[A-Z])\.\s")
_ENDS = late(r"[.,:;，。：—–-]\s*[“\"‘'«„»]?$")
_NEW_CLAUSE = late(
    r",?\s*\b(?:adding|noting|and (?:added|said|noted|that)|but|saying|explaining|calling)\b"
)


def groups(candidates: Sequence[Candidate], texts: Sequence[str]) -> list[list[Candidate]]:
    """Return candidates in order, the stretches of one quotation together."""
    found: list[list[Candidate]] = []
    for candidate in candidates:
        if found and continues(found[-1], candidate, texts):
            found[-1].append(candidate)
        else:
            found.append([candidate])
    return found


def continues(group: Sequence[Candidate], following: Candidate, texts: Sequence[str]) -> bool:
    """Return whether a span goes on with the quotation of a group."""
    before = group[-1]
    one, two = before.span, following.span
    if (
        one.last != two.block
        or two.last != two.block
        or one.shape == "block"
        or two.shape == "block"
    ):
        return False
    if following.group:
        return following.group == before.group
    if one.shape == "dash":
        return two.shape == "dash"
    gap = texts[one.last][one.right : two.left]
    if not _least_gap(gap) <= len(gap) <= _GAP_LIMIT or "\n" in gap:
        return False
    said = before.attribution
    if len(group) > 1 or said is None or said.place != "after" or said.mention is None:
        return False
    if (
        following.attribution is not None
        and following.attribution.place == "after"
        and following.attribution.anchor[1] > two.left
    ):
        return False
    return _holds_only(gap, said)


def _least_gap(gap: str) -> int:
    """Return how long an attribution is at least: a name and a verb."""
    return 3 if not gap.isascii() and _CJK.search(gap) else 5


def _holds_only(gap: str, said: Attribution) -> bool:
    """Return whether the words between two stretches are an attribution and no more."""
    if (said.cue is not None and said.cue not in gap) or (said.mention or "") not in gap:
        return False
    stripped = gap.strip()
    if not _ENDS.search(stripped) or _NEW_CLAUSE.search(gap):
        return False
    sentence = _SENTENCE.search(_ABBREVIATED.sub("A ", gap.lstrip(" .")))
    return sentence is None
