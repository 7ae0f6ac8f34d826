import pytest

from schemas import Article, Author, Block, Citation, Quote, QuotePart, Reference
from scraper.review.text_view import find_mention, view_text

BODY = (
    "“It creaks,” said Ada Lund. “It sings (Ofsted, 2016).”\n\n1\t2\n3\t4\n\nOfsted (2016) Report."
)


def span(words):
    start = BODY.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


@pytest.fixture
def record():
    parts = [QuotePart(**span("It creaks,")), QuotePart(**span("It sings (Ofsted, 2016)."))]
    return Article(
        id="x",
        body=BODY,
        blocks=[
            Block(kind="paragraph", **span(BODY.split("\n\n", maxsplit=1)[0])),
            Block(kind="table_row", **span("1\t2")),
            Block(kind="table_row", **span("3\t4")),
            Block(kind="paragraph", **span("Ofsted (2016) Report.")),
            Block(kind="caption", text="A pier"),
        ],
        quotes=[
            Quote(
                text="It creaks, It sings (Ofsted, 2016).",
                speaker="Ada Lund",
                speaker_mention="Ada Lund",
                parts=parts,
                start=parts[0].start,
                end=parts[1].end,
            )
        ],
        citations=[Citation(**span("(Ofsted, 2016)"), kind="author-date", reference=0)],
        references=[Reference(text="Ofsted (2016) Report.")],
    )


def test_the_text_stays_the_text(record):
    blocks = [block for group in view_text(record) for block in group.blocks]
    assert ["".join(s.text for s in block.segments) for block in blocks] == [
        block.text for block in record.blocks
    ]


def test_marks_nest_and_know_their_numbers(record):
    segments = view_text(record)[0].blocks[0].segments
    marked = [(s.text, s.quote, s.citation, s.speaker) for s in segments if s.text.strip("“”. ")]
    assert marked == [
        ("It creaks,", 0, None, None),
        ("” said ", None, None, None),
        ("Ada Lund", None, None, 0),
        ("It sings ", 0, None, None),
        ("(Ofsted, 2016)", 0, 0, None),
    ]


def test_an_id_is_given_once_and_the_note_stands_where_the_quotation_ends(record):
    block = view_text(record)[0].blocks[0]
    assert [s.opens for s in block.segments if s.opens] == [
        ("quote-0",),
        ("speaker-0",),
        ("citation-0",),
    ]
    assert block.notes == (0,)


def test_rows_and_items_stand_together(record):
    groups = view_text(record)
    assert [(group.kind, len(group.blocks)) for group in groups] == [
        ("paragraph", 1),
        ("table_row", 2),
        ("paragraph", 1),
        ("caption", 1),
    ]
    assert [[s.text for s in cell] for cell in groups[1].blocks[0].cells] == [["1"], ["2"]]


def test_a_reference_and_a_bio_that_stand_in_the_body_are_marked(record):
    record = record.model_copy(update={"authors": [Author(name="A", bio="Ofsted (2016) Report.")]})
    (segment,) = view_text(record)[2].blocks[0].segments
    assert (segment.reference, segment.bio, segment.classes) == (0, 0, "reference bio")


def test_a_body_without_blocks_is_cut_into_paragraphs():
    groups = view_text(Article(id="x", body="One.\n\nTwo."))
    assert [group.blocks[0].segments[0].text for group in groups] == ["One.", "Two."]
    assert view_text(Article(id="x")) == []


@pytest.mark.parametrize(
    "body, mention, words",
    [
        ("Ada spoke. “Ada is here,” said Ada.", "Ada", "Ada."),
        ("She left. “No,” he said. She left.", "she", None),
        ("“No,” said nobody.", None, None),
    ],
)
def test_the_mention_nearest_to_the_words_is_the_speaker(body, mention, words):
    start = body.index("“") + 1
    quote = Quote(text="x", speaker_mention=mention, start=start, end=body.index("”"))
    found = find_mention(body, quote)
    if words is None:
        assert found is None
    else:
        assert body[found[0] :] == words
