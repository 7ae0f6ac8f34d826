"""The body as a value: pieces put together, and taken out again."""

import pytest
from pullquote_test_twins import twins

from schemas import Evidence
from scraper.parsers.body_text import Piece, assemble, with_evidence
from scraper.text import TextBlock

KINDS = ["heading", "paragraph", "caption", "list_item", "list_item", "table_row", "table_row"]


@pytest.fixture(params=twins("scraper.parsers.body_text", "place"))
def place(request):
    return request.param()


def pieces(*kinds: str) -> list[Piece]:
    return [
        Piece(TextBlock(f"{kind} № {index}", index, -1, "p"), kind, index, None)
        for index, kind in enumerate(kinds)
    ]


def test_pieces_stand_where_their_places_say(place):
    placed, text, starts, order = place(pieces(*KINDS))
    spoken = [piece for piece in placed if piece.kind != "caption"]
    assert [text[piece.start : piece.end] for piece in spoken] == [p.text for p in spoken]
    assert starts == [piece.start for piece in spoken]
    assert order == [0, 1, 3, 4, 5, 6]
    assert placed[2].start is placed[2].end is None


def test_only_items_and_rows_of_one_kind_follow_line_by_line(place):
    _, text, starts, _ = place(pieces(*KINDS))
    gaps = [text[start - 2 : start] for start in starts[1:]]
    assert [gap == "\n\n" for gap in gaps] == [True, True, False, True, False]
    assert text.count("\n") == 8


def test_the_pieces_given_stay_as_they_are(place):
    given = pieces("heading", "paragraph")
    placed = place(iter(given))[0]
    assert [(p.start, p.end) for p in given] == [(None, None)] * 2
    assert [(p.source, p.kind, p.level, p.ordinal) for p in placed] == [
        (p.source, p.kind, p.level, p.ordinal) for p in given
    ]
    assert not any(one is other for one, other in zip(given, placed, strict=True))


def test_nothing_makes_nothing(place):
    assert place([]) == ([], "", [], [])


def test_a_body_without_a_block_keeps_the_rest_and_who_says_so():
    evidence = Evidence(source="text", where="/html/body", confidence=0.9)
    body = with_evidence(assemble(pieces(*KINDS)), evidence, 0.9)
    less = body.without({0, 2})
    assert [source.index for source in less.sources] == [1, 3, 4, 5, 6]
    assert less.text.startswith("paragraph № 1\n\nlist_item № 3\nlist_item № 4\n\n")
    assert (less.evidence, less.score) == (evidence, 0.9)
    assert [less.block_at(start) for start in (0, 15, len(less.text))] == [0, 1, 4]
    assert body.without({99}) is body
