"""Pairs quotation marks within a block, in one pass over its marks.

Which mark opens depends on the mark, on what stands around it, and on what is open; the page's
own usage settles the direction of guillemets. Apostrophes, primes and inches never open. Marks
that are never closed, or never opened, are reported as such and left to the caller.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from scraper.parsers.quotes.texts import CJK_LETTER, last_before
from scraper.parsers.rules.quote_marks import (
    CJK,
    CLOSERS,
    DOUBLE,
    ELISIONS,
    FREE_AFTER,
    FREE_BEFORE,
    GUILLEMETS,
    ONLY_CLOSE,
    ONLY_OPEN,
    SINGLE,
)
from scraper.patterns import late

MARKS = DOUBLE + SINGLE + CJK
MARK = late(rf"[{re.escape(MARKS)}](?<!â€.)(?<!\w['’](?=\w))(?:(?<=')'|(?<=`)`)?")
"""A mark, typewritten double ones as one.

Apostrophes between letters are left out, and what stands behind ``â€``: the end of a dash whose
UTF-8 was read as Windows-1252 looks like a closing mark.
"""
_WORD = late(r"\w+")
_CJK_BOTH = late(rf"[{CJK_LETTER}].{{1,2}}[{CJK_LETTER}]$")
_MARKS_LIMIT = 20_000
"""Marks that are read in one block; what follows more is no writing."""
_DEPTH_LIMIT = 8
"""Deeper nesting than this is not writing; it bounds the stack on hostile text."""
_SINGLES = frozenset("'‘’‛`‚‹›")
_APOSTROPHES = frozenset("'’‘`")
_CITED = late(r"\s?[(\[][^()\[\]]{0,120}\d")
_CITATION_BEHIND = late(
    r"\s?[(\[](?=[^()\[\]]*[^\W\d_]{2})[^()\[\]]{0,120}\b(?:1[5-9]|20)\d\d[a-z]?\b"
    r"[^()\[\]]{0,60}[)\]](?=[.,;:]|\s*$)"
)
"""A citation that ends a clause: brackets with a word and a year in them."""
_CITATION_WITHIN_CHARS = 1_500
_SENTENCE_BREAK = late(r"[.!?…]\s")
_SHORTEST_CITED_WORDS = 3
_SHORTEST_UNOPENED = 12
"""Characters before a closing guillemet behind a blank: less is a menu."""
_OPENS = r"(?:(?<=^.)|(?<=[\s(\[—–].))[^\W_]"
_CLOSES = r"(?:(?<=[^\W_].)|(?<=[^\W_][.,!?…].))(?=[\s.,;:)]|$)"
_OUTWARD = late(rf"[«‹]{_OPENS}|[»›]{_CLOSES}")
_INWARD = late(rf"[»›]{_OPENS}|[«‹]{_CLOSES}")
_SPACED = late(r"[«»‹›](?:(?<=^.)|(?<=\s.))\s\S[^«»‹›]*\s[«»‹›](?=[\s.,;:!?)]|$)")
_BEHIND_BLANK = late(r"[.,;:!?)]|\s?[,;]|\s[([]|\s+[^\WA-Z_\d]|\s*$")
"""What follows a closing guillemet behind a blank, but no step of a path (``Home » News``)."""
_MEASURE = late(r"(?:^|[^\w.,])\d{1,2}$")
_NO_BREAK = "\u00a0\u202f"
_PLURAL = frozenset("sSzZxX")
_TERM_SPACES = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks that belong together: offsets of the marks themselves."""

    left: int
    start: int
    end: int
    right: int
    open_mark: str
    close_mark: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A mark that opens something."""

    left: int
    start: int
    mark: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """What the marks of one block amount to."""

    pairs: tuple[Pair, ...] = ()
    """Outermost pairs in order."""
    unclosed: Opened | None = None
    """The mark that stays open at the end of the block, if nothing behind it is paired."""
    unopened: tuple[int, int, str] | None = None
    """Offsets of the first closing mark that nothing opened before any pair, and the mark."""
    orphans: tuple[tuple[int, int, str], ...] = ()
    """Closing marks that nothing opened, behind some pair."""


@dataclass(frozen=True, slots=True)
class Usage:
    """How a page uses its marks."""

    reversed_guillemets: bool = False
    single_pairs: int = 0
    double_pairs: int = 0
    spaced_guillemets: bool = False
    """Whether blanks part guillemets from the words, as in French."""


def read_usage(texts: Sequence[str], language: str | None) -> Usage:
    """Return how the texts of a page use quotation marks.

    Guillemets point inwards (»so«) where more of them stand tight before a word that way than
    the other; without evidence only German, Danish, Croatian and Slovene books do it.
    """
    outward = inward = 0
    spaced = (language or "").split("-")[0] == "fr"
    # All texts at once: most pages have few of these marks, or none.
    whole = "\n".join(texts)
    if any(mark in whole for mark in GUILLEMETS):
        marked = [text for text in texts if any(mark in text for mark in GUILLEMETS)]
        outward = sum(len(_OUTWARD.findall(text)) for text in marked)
        inward = sum(len(_INWARD.findall(text)) for text in marked)
        spaced = spaced or any(map(_SPACED.search, marked))
    singles, doubles = whole.count("‘"), whole.count("“")
    if '"' in whole:
        doubles += sum(text.count('"') // 2 for text in texts)
    tied = inward == outward and (language or "").split("-")[0] in ("da", "hr", "sl")
    return Usage(inward > outward or tied, singles, doubles, spaced)


@dataclass(slots=True)
class _State:
    """The stack of open marks and what has been found."""

    text: str
    usage: Usage
    stack: list[Opened] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    orphans: list[tuple[int, int, str]] = field(default_factory=list)

    def push(self, left: int, right: int, mark: str) -> None:
        if len(self.stack) < _DEPTH_LIMIT:
            self.stack.append(Opened(left, right, mark))

    def opener_of(self, mark: str) -> int | None:
        """Return the slot of the innermost open mark that this one may close."""
        for slot in range(len(self.stack) - 1, -1, -1):
            if mark in CLOSERS.get(self.stack[slot].mark[0], ""):
                return slot
        return None

    def close(self, slot: int, left: int, right: int, mark: str) -> None:
        opened = self.stack[slot]
        del self.stack[slot:]
        self.pairs.append(Pair(opened.left, opened.start, left, right, opened.mark, mark))


def pair_marks(text: str, usage: Usage, skip: Sequence[tuple[int, int]] = ()) -> Pairing:
    """Return the outermost pairs of marks in a block's text, and what stays alone.

    Args:
        skip: Sorted stretches (code) whose marks do not count.

    Returns:
        Pairs in order, linear in the number of marks; marks beyond the limit are not read.
    """
    state = _State(text, usage)
    found = list(islice(MARK.finditer(text), _MARKS_LIMIT))
    if not found:
        return Pairing()
    later = _later_closers(text, found)
    stretch = 0
    for number, match in enumerate(found):
        left, right = match.span()
        while stretch < len(skip) and skip[stretch][1] <= left:
            stretch += 1
        if stretch < len(skip) and skip[stretch][0] <= left:
            continue
        mark = {"``": "“", "''": "”"}.get(match.group(), match.group())
        if mark in _SINGLES and mark not in "‹›":
            _read_single(state, (left, right), mark, later=later[number])
        else:
            _read_double(state, left, right, mark)
    return _result(state)


def _freedom(text: str, left: int, right: int) -> tuple[bool, bool]:
    """Return whether a mark's place is one for opening, and whether one for closing.

    White space weighs more than punctuation, so that ``,“ he`` closes and ``("…so`` opens.
    """
    before = after = 0
    if left == 0 or text[left - 1].isspace():
        before = 2
    elif text[left - 1] in FREE_BEFORE:
        before = 1
    if right >= len(text) or text[right].isspace():
        after = 2
    elif text[right] in FREE_AFTER:
        after = 1
    return before > 0 and before >= after, after > 0 and after >= before


def _later_closers(text: str, found: Sequence[re.Match[str]]) -> list[bool]:
    """Return for each mark whether a single closing mark follows before the next single opens."""
    later = [False] * len(found)
    ahead = False
    for number in range(len(found) - 1, -1, -1):
        later[number] = ahead
        mark = found[number].group()
        if mark not in _APOSTROPHES:
            continue
        left, right = found[number].span()
        before, after = _freedom(text, left, right)
        if before and not after:
            ahead = False
        elif after and not before:
            ahead = True
    return later


def _read_single(state: _State, place: tuple[int, int], mark: str, *, later: bool) -> None:
    """Decide what a single mark is: apostrophe, opening or closing."""
    text = state.text
    left, right = place
    before, after = _freedom(text, left, right)
    if mark == "‚":
        if before and not after:
            state.push(left, right, mark)
        return
    slot = state.opener_of(mark)
    if not before and not after:
        return
    if before and (not after or (mark == "‘" and slot is None)):
        word = _WORD.match(text, right)
        elided = word is not None and word.group().lower() in ELISIONS and mark != "‘"
        is_paired = later and not elided and (slot is None or state.stack[-1].mark not in "'‘")
        if is_paired or (not state.stack and _is_cited_single(text, Opened(left, right, mark))):
            state.push(left, right, mark)
        elif slot is not None and state.stack[slot].mark == "‚":
            state.close(slot, left, right, mark)
        return
    if slot is not None and state.stack[slot].mark in "'‘’‚‛`":
        possessive = left and text[left - 1] in _PLURAL and right + 1 < len(text)
        if possessive and later and text[right] == " " and text[right + 1].islower():
            return
        state.close(slot, left, right, mark)
    elif mark in "’'" and not state.stack and not before and _ends_quoted(text, left, right):
        state.orphans.append((left, right, mark))


def _ends_quoted(text: str, left: int, right: int) -> bool:
    """Return whether a single mark that nothing opened still closes a quotation.

    A citation right behind it says so; else it is a possessive or an elision.
    """
    return _CITED.match(text, right) is not None and (
        text[left - 1] not in _PLURAL or text[right : right + 2] != " ["
    )


def _read_double(state: _State, left: int, right: int, mark: str) -> None:
    """Decide what a double mark, guillemet or corner bracket is."""
    if _opens(state, left, right, mark):
        state.push(left, right, mark)
        return
    slot = state.opener_of(mark)
    if slot is not None:
        state.close(slot, left, right, mark)
    elif state.stack or not left or _is_inches(state.text, left, mark):
        return
    elif not state.text[left - 1].isspace() or _closes_behind_blank(state, left, right, mark):
        state.orphans.append((left, right, mark))


def _is_inches(text: str, left: int, mark: str) -> bool:
    """Return whether a mark that nothing opened stands behind a measure: ``a 12” skillet``."""
    if mark == '"':
        return text[left - 1].isdigit()
    return mark == "”" and _MEASURE.search(text, max(left - 4, 0), left) is not None


def _closes_behind_blank(state: _State, left: int, right: int, mark: str) -> bool:
    """Return whether a guillemet behind a blank closes what nothing opened.

    A comma or stop behind it says so; elsewhere the page has to part guillemets by blanks, and
    at the end of a block a sentence has to end before it (``Lire la suite »`` is a link).
    """
    text = state.text
    if mark not in GUILLEMETS or left < _SHORTEST_UNOPENED or not text[left - 1].isspace():
        return False
    if (mark in "«‹") != state.usage.reversed_guillemets:
        return False
    behind = _BEHIND_BLANK.match(text, right)
    if behind is None:
        return False
    if behind.group().strip()[:1] in tuple(".,;:"):
        return True
    if not behind.group().strip() and last_before(text, left) not in ".!?…":
        return False
    return state.usage.spaced_guillemets or text[left - 1] in _NO_BREAK


def _opens(state: _State, left: int, right: int, mark: str) -> bool:
    """Return whether a double mark opens."""
    if mark in ONLY_OPEN or mark in ONLY_CLOSE:
        return mark in ONLY_OPEN
    before, after = _freedom(state.text, left, right)
    slot = state.opener_of(mark)
    if mark in GUILLEMETS:
        straight = mark in "«‹"
        if slot is None:
            if straight != state.usage.reversed_guillemets:
                return True
            return before and not after and not _closes_behind_blank(state, left, right, mark)
        return straight != state.usage.reversed_guillemets and not (after and not before)
    if mark == "“":
        # In German it closes: where nothing is open, its place tells which of the two it is.
        low = slot is not None and state.stack[slot].mark == "„"
        return not low and not (after and not before)
    if mark == "”":
        return before and not after and (slot is None or state.stack[-1].mark not in '„“”"')
    if before and not after:
        return True
    if after and not before:
        return False
    return slot is None and (before or _within_cjk(state.text, left, right))


def _within_cjk(text: str, left: int, right: int) -> bool:
    """Return whether a mark stands between characters of a script that parts no words."""
    return _CJK_BOTH.match(text, left - 1, right + 1) is not None if left else False


def _is_term(text: str, pair: Pair) -> bool:
    """Return whether a pair holds a word or two within somebody's longer words.

    Newspapers that open each paragraph of a statement with a straight mark print the same mark
    around the terms in it.
    """
    words = text[pair.start : pair.end]
    return words.count(" ") <= _TERM_SPACES and words[-1:] not in ",.!?"


def citation_behind(text: str, start: int) -> int | None:
    """Return where the first citation begins that ends a clause behind ``start``, or None.

    Writers who quote with a citation forget the closing mark before it.
    """
    # Bounded, so that a text of nothing but opening marks is read in linear time.
    cited = _CITATION_BEHIND.search(text, start, start + _CITATION_WITHIN_CHARS)
    return None if cited is None else cited.start()


def _is_cited_single(text: str, opened: Opened) -> bool:
    """Return whether a single mark that stays open opens a quotation all the same.

    It may be a mistyped apostrophe; within one sentence before a citation it is a quotation.
    """
    if opened.mark != "‘" or not text[opened.start : opened.start + 1].isalpha():
        return False
    end = citation_behind(text, opened.start)
    if end is None or _SENTENCE_BREAK.search(text, opened.start, end):
        return False
    return len(text[opened.start : end].split()) >= _SHORTEST_CITED_WORDS


def _result(state: _State) -> Pairing:
    """Return the outermost pairs and the marks that stayed alone."""
    pairs: list[Pair] = []
    for pair in sorted(state.pairs, key=lambda item: (item.left, -item.right)):
        if not pairs or pair.left >= pairs[-1].right:
            pairs.append(pair)
    unclosed = next((o for o in state.stack if o.mark not in "'‘’`‛"), None)
    if unclosed is None:
        unclosed = next((o for o in state.stack if _is_cited_single(state.text, o)), None)
    if unclosed is not None:
        inner = [
            p
            for p in pairs
            if p.left > unclosed.left and (p.open_mark != unclosed.mark or _is_term(state.text, p))
        ]
        if pairs and pairs[-1].left > unclosed.left and pairs[-1] not in inner[-1:]:
            unclosed = None
        elif all(p.open_mark in _SINGLES or _is_term(state.text, p) for p in inner):
            pairs = [p for p in pairs if p.left < unclosed.left]
        else:
            unclosed = None
    first_pair = pairs[0].left if pairs else len(state.text) + 1
    unopened = None
    orphans = state.orphans
    if orphans and orphans[0][0] < first_pair:
        unopened, orphans = orphans[0], orphans[1:]
    return Pairing(tuple(pairs), unclosed, unopened, tuple(orphans))
