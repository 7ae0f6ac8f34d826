"""Sets who speaks before what is said, where a transcript prints it in a line of its own.

Pages of podcasts and interviews have a box for the speaker, and for the time on the recording,
above each turn. The same few lines in the same box again and again are such labels: "Ada Finch
02:14" above a paragraph reads "Ada Finch: …", as it does where both stand in one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from scraper.parsers.body_text import Piece
from scraper.patterns import late
from scraper.text import Container, Mark

_LONGEST = 60
"""Characters of a label."""
_TURNS = 4
"""Labels of one sort at least, on every two of which one speaker comes."""
_STAMP = late(r"\W*(?:\d{1,2}:)?\d{1,2}:\d\d\W*$|^\W*(?:\d{1,2}:)?\d{1,2}:\d\d\W*")
"""The time on the recording behind or before a name; style sheets part them ("Ada Finch02:14")."""
_SPEAKER = late(r"speaker|sprecher|talker|interlocut|orador|relator|participant")
"""What the class of such a label says."""
_CLOCKS = frozenset(("am", "pm", "a.m", "p.m", "a.m.", "p.m."))
"""What goes with a time of the day, two of which a day has."""
_FIRST_MINUTE = 5
"""Of the first label at the latest."""
_ENDS = (".", "!", "?", "…", ",", ";", "。", "！", "？")


def join_labels(pieces: Sequence[Piece], containers: Sequence[Container]) -> Sequence[Piece]:
    """Return the pieces with those that name a speaker joined to what they say."""
    sorts: dict[tuple[str, str], list[int]] = {}
    short = [n for n, piece in enumerate(pieces[:-1]) if len(piece.source.text) <= _LONGEST]
    if len(short) < _TURNS:
        return pieces
    for place in short:
        if _may_label(piece := pieces[place], pieces[place + 1]):
            box = containers[piece.source.container]
            sorts.setdefault((box.tag, box.attributes.get("class", "")), []).append(place)
    labels: dict[int, str] = {}
    for (_, names), places in sorts.items():
        if len(places) >= _TURNS:
            labels.update(_speakers([pieces[place].text for place in places], names, places))
    return _joined(pieces, labels) if labels else pieces


def _may_label(piece: Piece, behind: Piece) -> bool:
    text = piece.text
    if piece.kind not in ("paragraph", "heading") or text.endswith(_ENDS) or "\n" in text:
        return False
    return behind.kind in ("paragraph", "list_item") and piece.source.container >= 0


def _speakers(texts: Sequence[str], names: str, places: Sequence[int]) -> dict[int, str]:
    """Return the speaker at each place; none where the lines do not label turns."""
    speakers = [_STAMP.sub("", text).strip(" :：-–—") for text in texts]
    if not all(speakers) or len(set(speakers)) * 2 > len(speakers):
        return {}
    if _SPEAKER.search(names.lower()) is None and not _is_recorded(texts, set(speakers)):
        return {}
    return dict(zip(places, speakers, strict=True))


def _is_recorded(texts: Sequence[str], speakers: set[str]) -> bool:
    """Return whether lines have times on a recording: of several people, from its beginning on.

    Tickers and programmes have the day's ("14:20 Uhr", "Update 9:50 AM", "20:15 News").
    """
    stamps = [_STAMP.search(text) for text in texts]
    if None in stamps or len(speakers) == 1 or not _CLOCKS.isdisjoint(map(str.casefold, speakers)):
        return False
    hour, *others = re.findall(r"\d+", stamps[0].group() if stamps[0] else "")
    return int(hour) <= (0 if len(others) > 1 else _FIRST_MINUTE)


def _joined(pieces: Sequence[Piece], labels: dict[int, str]) -> list[Piece]:
    joined: list[Piece] = []
    for place, piece in enumerate(pieces):
        speaker = labels.get(place - 1)
        if speaker is not None and place not in labels:
            lead = f"{speaker}: "
            source = piece.source
            marks = tuple(
                Mark(m.start + len(lead), m.end + len(lead), m.element) for m in source.raw_marks
            )
            text = replace(
                source, text=lead + source.text, raw=lead + source.raw, raw_marks=marks, touching=()
            )
            joined.append(Piece(text, "paragraph"))
        elif place not in labels or place + 1 in labels:
            joined.append(piece)
    return joined
