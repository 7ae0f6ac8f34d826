"""Places in the body: where words stand, and where they stand after the text was corrected.

A corrected body keeps the blocks of the paragraphs that are the same; quotations, citations and
links are looked for again and stay where they are found.

Parsers are imported where they are used: exports read this module, and most need no parser.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

_GAP = "\n\n"
_SPACE = re.compile(r"\s+")


class NotInBody(ValueError):
    """Words that do not stand in the body; not one of ``ScraperError``, as it never leaves here."""

    def __init__(self, words: str) -> None:
        short = words if len(words) <= 60 else f"{words[:60]}…"
        super().__init__(f"the words “{short}” do not stand in the body")


def find_words(body: str, words: str, near: int | None) -> tuple[int, int] | None:
    """Return where words stand in a body, nearest to ``near``; white space may differ."""
    pieces = [re.escape(piece) for piece in _SPACE.split(words.strip()) if piece]
    if not pieces:
        return None
    spans = [match.span() for match in re.finditer(r"\s+".join(pieces), body)]
    if not spans:
        return None
    return spans[0] if near is None else min(spans, key=lambda span: abs(span[0] - near))


def _span_of(found: Mapping[str, Any], body: str, near: int | None) -> tuple[int, int]:
    text = str(found.get("text") or "")
    span = find_words(body, text, near)
    if span is None:
        raise NotInBody(text)
    return span


def locate_quote(quote: dict[str, Any], body: str, url: str | None, near: int | None) -> None:
    """Give a quotation the place and selectors of its words.

    Raises:
        NotInBody: The words do not stand there.
    """
    start, end = _span_of(quote, body, near)
    from scraper.parsers.quotes.fragments import select

    selector = select(body, start, end, url)
    quote.update(
        text=body[start:end],
        start=start,
        end=end,
        parts=[],
        prefix=selector.prefix,
        suffix=selector.suffix,
        fragment_url=selector.fragment_url,
        confidence=1.0,
    )


def locate_citation(citation: dict[str, Any], body: str, near: int | None) -> None:
    """Give a citation the place of its text.

    Raises:
        NotInBody: The text does not stand there.
    """
    start, end = _span_of(citation, body, near)
    citation.update(text=body[start:end], start=start, end=end)


def replace_body(
    data: dict[str, Any], lists: Mapping[str, Sequence[dict[str, Any]]], text: str
) -> None:
    """Replace the body of a record's data, with all that follows from it.

    Args:
        data: The record; body, blocks, links, word count and content hash are changed.
        lists: Its quotations and citations; those not found again lose their place.
        text: The right body, paragraphs parted by a blank line.
    """
    body = _GAP.join(part.strip() for part in re.split(r"\n\s*\n", text.strip()) if part.strip())
    old = str(data["body"])
    data["blocks"] = list(_new_blocks(old, body, data["blocks"]))
    data["body"] = body
    from scraper.words import count_words

    data["word_count"] = count_words(body)
    data["content_hash"] = hashlib.sha256(body.encode()).hexdigest()
    moved = _Moved(old, body)
    for quote in lists["quotes"]:
        _move_quote(quote, moved, data["url"])
    for entry in (*lists["citations"], *data["links"]):
        moved.move(entry)


class _Moved:
    """Where the spans of an old body stand in a new one."""

    def __init__(self, old: str, new: str) -> None:
        self.new = new
        matcher = SequenceMatcher(None, old.split(_GAP), new.split(_GAP), autojunk=False)
        old_starts, new_starts = list(_starts(old)), list(_starts(new))
        self._shifts = [
            (old_starts[a + n], new_starts[b + n] - old_starts[a + n])
            for a, b, size in matcher.get_matching_blocks()
            for n in range(size)
        ]

    def move(self, entry: dict[str, Any]) -> None:
        """Give an entry with ``text``, ``start`` and ``end`` its place in the new body."""
        if entry.get("start") is None:
            return
        start = entry["start"]
        shift = next((by for place, by in reversed(self._shifts) if place <= start), 0)
        span = find_words(self.new, str(entry["text"]), start + shift)
        if span is None:
            entry.update(start=None, end=None)
        else:
            entry.update(start=span[0], end=span[1], text=self.new[span[0] : span[1]])


def _move_quote(quote: dict[str, Any], moved: _Moved, url: str | None) -> None:
    stretches = quote["parts"] or [quote]
    for stretch in stretches:
        moved.move(stretch)
    if any(stretch["start"] is None for stretch in stretches):
        quote.update(start=None, end=None, parts=[], prefix=None, suffix=None)
        return
    if quote["parts"]:
        quote.update(start=stretches[0]["start"], end=stretches[-1]["end"])
    if quote["start"] is not None:
        from scraper.parsers.quotes.fragments import select

        selector = select(moved.new, quote["start"], quote["end"], url)
        quote.update(prefix=selector.prefix, suffix=selector.suffix)


def _new_blocks(
    old: str, new: str, blocks: Sequence[Mapping[str, Any]]
) -> Iterator[Mapping[str, Any]]:
    """Yield the blocks of a new body: kept where a paragraph is the same, else of its kind.

    Captions, which stand outside the body, come last.
    """
    old_parts, new_parts = old.split(_GAP), new.split(_GAP)
    groups = [
        [b for b in blocks if b["start"] is not None and start <= b["start"] < start + len(part)]
        for start, part in zip(_starts(old), old_parts, strict=True)
    ]
    kept = dict(_pairs(old_parts, new_parts))
    for number, (start, part) in enumerate(zip(_starts(new), new_parts, strict=True)):
        group = groups[kept[number]] if number in kept else []
        if group and "\n".join(block["text"] for block in group) == part:
            shift = start - group[0]["start"]
            for block in group:
                yield {**block, "start": block["start"] + shift, "end": block["end"] + shift}
        elif part:
            kind = group[0] if len(group) == 1 else {"kind": "paragraph"}
            yield {**kind, "text": part, "start": start, "end": start + len(part)}
    yield from (block for block in blocks if block["start"] is None)


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield (new place, old place) of paragraphs that are the same or replaced each other."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation == "equal" or (operation == "replace" and b - a == d - c):
            yield from ((c + n, a + n) for n in range(b - a))


def _starts(body: str) -> Iterator[int]:
    position = 0
    for part in body.split(_GAP):
        yield position
        position += len(part) + len(_GAP)
