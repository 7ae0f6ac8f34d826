import pytest

from schemas import Quote
from scraper.corrections import apply_corrections, corrected_fields, describe_corrections


def test_a_single_field_is_set_and_marked(record, correct):
    applied = apply_corrections(record, [correct("title", "The pier", old="The peer")])
    assert applied.record.title == "The pier"
    mark = applied.record.evidence["title"]
    assert (mark.source, mark.where, mark.confidence) == ("correction", "Tess, 2026-11-26", 1.0)
    assert corrected_fields(applied.record) == ["title"]
    assert not applied.conflicts


def test_nothing_is_an_empty_list_where_the_record_has_a_list(record, correct):
    tagged = record.model_copy(update={"tags": ["a"]})
    applied = apply_corrections(tagged, [correct("tags", None, old=["a"])])
    assert applied.record.tags == []


def test_an_extraction_that_changed_is_a_conflict_and_the_reader_wins(record, correct):
    applied = apply_corrections(record, [correct("title", "The pier", old="A pear")])
    assert applied.record.title == "The pier"
    assert [(c.kind, c.found) for c in applied.conflicts] == [("changed", "The peer")]


def test_an_extraction_that_now_agrees_is_no_conflict(record, correct):
    assert not apply_corrections(record, [correct("title", "The peer", old="A pear")]).conflicts


def test_an_entry_is_found_by_its_words_where_its_place_has_changed(record, correct):
    applied = apply_corrections(record, [correct("quotes.0.speaker", "Jo Holt", anchor="it sings")])
    assert [quote.speaker for quote in applied.record.quotes] == ["Ada Lund", "Jo Holt"]
    assert applied.record.quotes[1].speaker_confidence == 1.0
    assert corrected_fields(applied.record) == ["quotes.1.speaker"]


def test_an_entry_that_is_gone_is_a_conflict(record, correct):
    applied = apply_corrections(record, [correct("quotes.0.speaker", "Jo", anchor="It hums")])
    assert [c.kind for c in applied.conflicts] == ["missing"]
    assert applied.record.quotes == record.quotes


def test_a_removed_entry_takes_its_links_and_evidence_along(record, correct):
    applied = apply_corrections(record, [correct("quotes.0", None, "It creaks,", "It creaks,")])
    assert [quote.text for quote in applied.record.quotes] == ["It sings."]
    assert applied.record.citations[0].quote == 0
    assert corrected_fields(applied.record) == ["quotes"]


def test_a_removed_reference_leaves_no_link_behind(record, correct):
    gone = correct("references.0", None, anchor="Ofsted (2016) Report.")
    citation = apply_corrections(record, [gone]).record.citations[0]
    assert citation.reference is None
    assert citation.items[0].reference is None


def test_evidence_moves_with_the_entries(record, correct):
    gone = correct("authors.0", None, anchor="Jo Holt")
    assert apply_corrections(record, [gone]).record.evidence["authors.0"].source == "byline"


def test_a_new_quotation_gets_its_place_and_selectors(record, correct):
    new = correct(
        "quotes.+", {"text": "The pier  is old", "speaker": "Jo"}, anchor="The pier is old"
    )
    quote = apply_corrections(record, [new]).record.quotes[0]
    assert isinstance(quote, Quote)
    assert (quote.text, quote.start, quote.end) == ("The pier is old", 0, 15)
    assert quote.fragment_url == "https://a.example/pier#:~:text=The%20pier%20is%20old"


def test_a_value_finds_the_entry_that_was_added_whatever_comes_first(record, correct):
    speaker = correct("quotes.0.speaker", "Jo", anchor="Nobody minds.")
    new = correct("quotes.+", {"text": "Nobody minds."}, anchor="Nobody minds.")
    applied = apply_corrections(record, [speaker, new])
    assert applied.record.quotes[2].speaker == "Jo"
    assert not applied.conflicts


def test_words_that_are_not_in_the_body_cannot_be_a_quotation(record, correct):
    new = correct("quotes.+", {"text": "It hums"}, anchor="It hums")
    applied = apply_corrections(record, [new])
    assert [c.kind for c in applied.conflicts] == ["unusable"]
    assert "do not stand in the body" in applied.conflicts[0].reason
    assert applied.record.quotes == record.quotes


def test_a_corrected_quotation_is_found_again(record, correct):
    longer = correct("quotes.0.text", "“It creaks,” said", "It creaks,", "It creaks,")
    applied = apply_corrections(record, [longer])
    quote = applied.record.quotes[0]
    assert record.body[quote.start : quote.end] == "“It creaks,” said"
    assert applied.anchors["quotes.0"] == "It creaks,"


def test_a_link_names_its_target_by_words(record, correct):
    link = correct(
        "citations.0.reference", "Quill (2011) Books.", "Ofsted (2016) Report.", "(Ofsted, 2016)"
    )
    item = correct(
        "citations.0.items.0.reference",
        "Quill (2011) Books.",
        "Ofsted (2016) Report.",
        "(Ofsted, 2016)",
    )
    applied = apply_corrections(record, [link, item])
    citation = applied.record.citations[0]
    assert (citation.reference, citation.items[0].reference) == (1, 1)
    assert not applied.conflicts


def test_a_value_that_the_record_cannot_hold_is_left_out_alone(record, correct):
    bad = correct("date_published", "8 March", old="2016-03-08")
    good = correct("title", "The pier", old="The peer")
    applied = apply_corrections(record, [bad, good])
    assert (applied.record.title, applied.record.date_published) == ("The pier", "2016-03-08")
    assert [(c.kind, c.correction) for c in applied.conflicts] == [("unusable", bad)]


def test_a_page_type_can_be_said_where_none_was_found(record, correct):
    applied = apply_corrections(record, [correct("page_type.kind", "list")])
    assert applied.record.page_type.kind == "list"


@pytest.mark.parametrize("words", ["It creaks,", "It sings.", "(Ofsted, 2016)"])
def test_what_stands_in_a_corrected_body_keeps_its_place(record, correct, words):
    text = "A new lede.\n\n" + record.body.replace("Nobody", "Hardly anybody")
    applied = apply_corrections(record, [correct("body", text, old=record.body)])
    fixed = applied.record
    spans = {entry.text: entry for entry in (*fixed.quotes, *fixed.citations)}
    assert fixed.body[spans[words].start : spans[words].end] == words
    assert [block.text for block in fixed.blocks] == fixed.body.split("\n\n")
    assert fixed.word_count == 19


def test_a_quotation_that_a_corrected_body_has_not_loses_its_place_only(record, correct):
    text = record.body.replace("It creaks,", "It groans,")
    quote = apply_corrections(record, [correct("body", text, old=record.body)]).record.quotes
    assert [(q.text, q.start is None) for q in quote] == [
        ("It sings.", False),
        ("It creaks,", True),
    ]


def test_corrections_are_told_in_a_line(record, correct):
    done = apply_corrections(
        record,
        [
            correct("title", "The pier", old="The peer"),
            correct("quotes.1.speaker", "Ada Lund", anchor="It sings."),
            correct("references.0.title", "Report", anchor=record.references[0].text),
        ],
    )
    assert not done.conflicts
    places = corrected_fields(done.record)

    def told(*more):
        return describe_corrections(done.record, places, *more)

    assert told({"title", "date_published"}) == "Corrected by Tess, 2026-11-26 (title)"
    assert told({"date_published"}) is None
    assert told({"speaker"}, "quotes.1.") == "Corrected by Tess, 2026-11-26 (speaker)"
    assert told({"speaker"}, "quotes.0.") is None
