"""Collects every stretch of a body that stands between marks, or behind a dash.

Works block by block; a mark that stays open runs on into the next paragraphs where those repeat
it, as printers do, and else to the citation behind it, or to the end of its paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scraper.parsers.body_text import Body, Piece
from scraper.parsers.quotes.marked import find_marked
from scraper.parsers.quotes.marks import (
    Opened,
    Pair,
    Pairing,
    Usage,
    citation_behind,
    pair_marks,
)
from scraper.parsers.quotes.spans import Span
from scraper.parsers.rules.quote_marks import DASH_LANGUAGES, DASHES, TALKING_LANGUAGES
from scraper.parsers.rules.quote_people import PRONOUNS
from scraper.patterns import late
from scraper.text import Mark, TextBlock

_SENTENCE_END = late(r"[.!?…][)\]]?\s+(?=[^\Wa-z_])")
_RUNS_ON = frozenset("paragraph list_item blockquote".split())
_PARAGRAPHS_LIMIT = 40
"""Paragraphs of one quotation: official statements that papers print whole have up to thirty."""
_CODE = frozenset({"code", "kbd", "samp", "var"})
_TELLING = _CODE | {"q"}
_NO_MARKS = Pairing()
_NO_TAGS: frozenset[str] = frozenset()


def collect_spans(body: Body, usage: Usage, limit: int) -> list[Span]:
    """Return the marked stretches of a body, outermost only, in order; so many at most."""
    tags = _tags_of_all([source.raw_marks for source in body.sources])
    marked = find_marked([source.text for source in body.sources])
    pairings = [
        _pair_block(block, own, usage)
        if index in marked
        else _NO_MARKS
        if "q" in own and block.kind != "code"
        else None
        for index, (block, own) in enumerate(zip(body.blocks, tags, strict=True))
    ]
    found: list[Span] = []
    taken_until = -1
    for index, pairing in enumerate(pairings):
        if pairing is None:
            continue
        if len(found) >= limit:
            break
        block = body.blocks[index]
        tagged = _tagged(body.sources[index], index) if "q" in tags[index] else []
        spans = [_of_pair(pair, block.text, index) for pair in pairing.pairs]
        if index > taken_until:
            spans += _of_orphans(pairing, block.text, index)
        if pairing.unclosed is not None and index >= taken_until:
            open_span = _run_on(body.blocks, pairings, index, pairing.unclosed)
            taken_until = open_span.last
            spans.append(open_span)
        found += _without_inner(spans, tagged)
    return _without_covered(found[:limit])


def _tags_of_all(marks: Sequence[Sequence[Mark]]) -> list[frozenset[str]]:
    """Return for each block the tags of its inline elements, if any block has one that matters."""
    if _TELLING.isdisjoint([element.tag for own in marks for _, _, element in own]):
        return [_NO_TAGS] * len(marks)
    return [frozenset([str(element.tag) for _, _, element in own]) for own in marks]


def _pair_block(block: Piece, tags: frozenset[str], usage: Usage) -> Pairing | None:
    """Return how the marks of a block pair, or None for code."""
    if block.kind == "code":
        return None
    source = block.source
    skip: list[tuple[int, int]] = []
    if not _CODE.isdisjoint(tags):
        skip = [(m.start, m.end) for m in source.marks() if m.element.tag in _CODE]
    return pair_marks(source.text, usage, skip)


def _tagged(source: TextBlock, index: int) -> list[Span]:
    """Return the ``q`` elements of a block; browsers print their marks, the text has none."""
    marks = [mark for mark in source.marks() if mark.element.tag == "q" and mark.end > mark.start]
    return [Span(index, m.start, m.end, index, m.start, m.end, shape="q") for m in marks]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _of_pair(pair: Pair, text: str, index: int) -> Span:
    start, end = trimmed(text, pair.start, pair.end)
    return Span(index, start, end, index, pair.left, pair.right, pair.open_mark, pair.close_mark)


def _of_orphans(pairing: Pairing, text: str, index: int) -> Iterator[Span]:
    """Yield the stretches before closing marks that nothing opened.

    The first one of a paragraph takes all before it; one behind another quotation starts with
    the next sentence.
    """
    if pairing.unopened is not None:
        left, right, mark = pairing.unopened
        start, end = trimmed(text, 0, left)
        yield Span(index, start, end, index, start, right, None, mark)
    for left, right, mark in pairing.orphans[:1]:
        before = max((pair.right for pair in pairing.pairs if pair.right <= left), default=0)
        sentence = _SENTENCE_END.search(text, before, left)
        if sentence is not None:
            start, end = trimmed(text, sentence.end(), left)
            yield Span(index, start, end, index, start, right, None, mark)


def _run_on(
    blocks: Sequence[Piece], pairings: Sequence[Pairing | None], index: int, opened: Opened
) -> Span:
    """Return the stretch behind a mark that its paragraph does not close."""
    last = reached = index
    for following in range(index + 1, min(index + _PARAGRAPHS_LIMIT, len(blocks))):
        block, pairing = blocks[following], pairings[following]
        if block.kind == "caption" and reached == following - 1:
            reached = following
            continue
        if block.kind not in _RUNS_ON or block.start is None or pairing is None:
            break
        first = pairing.pairs[0] if pairing.pairs else None
        if pairing.unopened is not None and following == reached + 1:
            left, right, mark = pairing.unopened
            return _opened_span(blocks, index, opened, following, (left, right, mark))
        if first is not None and first.left == 0 and first.open_mark == opened.mark:
            return _opened_span(
                blocks, index, opened, following, (first.end, first.right, first.close_mark)
            )
        repeats = pairing.unclosed is not None and pairing.unclosed.left == 0
        if not repeats or pairing.pairs:
            break
        last = reached = following
    if last == index:
        end = citation_behind(blocks[index].text, opened.start)
        return _opened_span(blocks, index, opened, index, None if end is None else (end, end, None))
    return _opened_span(blocks, index, opened, last, None)


def _opened_span(
    blocks: Sequence[Piece],
    index: int,
    opened: Opened,
    last: int,
    closed: tuple[int, int, str | None] | None,
) -> Span:
    text = blocks[last].text
    start, _ = trimmed(blocks[index].text, opened.start, len(blocks[index].text))
    left, right, mark = closed if closed is not None else (len(text), len(text), None)
    _, end = trimmed(text, start if last == index else 0, left)
    return Span(index, start, end, last, opened.left, right, opened.mark, mark)


def _without_inner(spans: Sequence[Span], tagged: Sequence[Span]) -> list[Span]:
    """Return spans and ``q`` elements in order; of two that overlap the outer one."""
    ordered = sorted(
        [*spans, *tagged], key=lambda s: (s.left, -s.right if s.last == s.block else 0)
    )
    kept: list[Span] = []
    for span in ordered:
        if span.start >= span.end and span.last == span.block:
            continue
        if not kept or (kept[-1].last == span.block and span.left >= kept[-1].right):
            kept.append(span)
        elif span.shape == "q" and kept[-1].block == kept[-1].last:
            kept[-1] = replace(kept[-1], shape="q")
    return kept


def _without_covered(spans: Sequence[Span]) -> list[Span]:
    """Return spans without those inside one that runs over several paragraphs."""
    kept: list[Span] = []
    for span in spans:
        if kept and kept[-1].last > kept[-1].block:
            outer = kept[-1]
            if span.block < outer.last or (span.block == outer.last and span.left < outer.right):
                continue
        kept.append(span)
    return kept


def collect_dashes(body: Body, language: str | None, cue: re.Pattern[str]) -> list[list[Span]]:
    """Return speech behind dashes, the stretches of one speech together.

    Args:
        language: BCP 47 tag; only languages that print speech so are read.
        cue: Pattern of the language's reporting verbs: a comment between dashes must hold one.
    """
    code = (language or "").split("-")[0]
    read = _talked if code in TALKING_LANGUAGES else _dashed if code in DASH_LANGUAGES else None
    if read is None:
        return []
    found: list[list[Span]] = []
    for index, block in enumerate(body.blocks):
        if block.kind != "paragraph" or not block.text.startswith(tuple(DASHES)):
            continue
        spans = read(block.text, index, cue) or _dashed(block.text, index, cue)
        if spans:
            found.append(spans)
    return found


_TURN = late(rf"(?:(?<=\s)|(?<=[.,!?…]))[{DASHES}]\s*(?=\w)|[{DASHES}](?=[.,;:\s]|$)")


def _dashed(text: str, index: int, cue: re.Pattern[str]) -> list[Span]:
    """Return the speech in a paragraph that opens with a dash: comments stand between dashes."""
    borders = [m.span() for m in _TURN.finditer(text, 1)]
    pieces: list[tuple[int, int]] = []
    place = 1
    for left, right in [*borders, (len(text), len(text))]:
        pieces.append((place, left))
        place = right
    speech: list[Span] = []
    commented = False
    for piece in pieces:
        start, end = trimmed(text, *piece)
        if speech and cue.match(text, start, end):
            commented = True
            continue
        while start < end and text[start] in ".,;: ":
            start += 1
        if start < end:
            speech.append(_speech(text, index, start, end))
    return speech if commented else []


_CLAUSE = late(r"(?<=[,?!…])\s+([^\W\d_][^,.?!…]*)")
_SPEAKER_WORDS = 4
"""Words in which the name stands: before the verb (``…, Virtanen sanoo.``) or behind it."""


def _talked(text: str, index: int, cue: re.Pattern[str]) -> list[Span]:
    """Return the speech in a paragraph that opens with a dash: who says so stands behind a comma.

    What follows the sentence in which somebody is named is speech again.
    """
    speech: list[Span] = []
    place = 1
    for clause in _CLAUSE.finditer(text):
        if clause.start() < place or not _tells(clause.group(1), cue):
            continue
        comma = text[clause.start() - 1] == ","
        speech.append(_speech(text, index, place, clause.start() - comma))
        ended = _SPEECH_AGAIN.search(text, clause.end())
        place = ended.end() if ended is not None else len(text)
    if speech and len(text) > place:
        speech.append(_speech(text, index, place, len(text)))
    return speech


_SPEECH_AGAIN = late(rf"[.?!…]\s+(?:[{DASHES}]\s*)?(?=[^\Wa-z_])")
"""Where speech goes on behind who speaks, with a dash of its own or without."""


def _tells(clause: str, cue: re.Pattern[str]) -> bool:
    """Return whether a clause begins with a verb before who speaks, or ends with one behind a name.

    Verbs of saying have other objects, too: "…, skriver brev".
    """
    said = cue.search(clause)
    if said is None:
        return False
    before = clause[: said.start()].split()
    behind = clause[said.end() :].split()
    if not before:
        named = any(word[0].isupper() for word in behind[:_SPEAKER_WORDS])
        return named or (bool(behind) and behind[0].casefold() in PRONOUNS)
    return len(before) <= _SPEAKER_WORDS and before[-1][0].isupper() and not behind


def _speech(text: str, index: int, start: int, end: int) -> Span:
    """Return the span of words behind a dash."""
    start, end = trimmed(text, start, end)
    return Span(index, start, end, index, max(start - 1, 0), end, text[0], None, "dash")
