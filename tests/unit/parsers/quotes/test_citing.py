"""A citation names the speaker where the text does not."""

import pytest

from schemas import Citation, CitationItem, Name, Quote, Reference
from scraper.parsers.quotes import speaker_from_citation

CITATION = Citation(
    text="(Inspectorate, 2016: 4)",
    kind="author-date",
    items=[CitationItem(authors=["Inspectorate"], year="2016")],
)


def test_an_author_named_only_in_the_citation_is_the_speaker():
    assert (
        speaker_from_citation(Quote(text="They act quickly."), CITATION).speaker == "Inspectorate"
    )


@pytest.mark.parametrize(
    "text, authors, speaker",
    [
        ("Holm and Lind (2014)", ["Holm", "Lind"], "Holm and Lind"),
        ("(Holm & Lind, 2014)", ["Holm", "Lind"], "Holm & Lind"),
        ("(Holm, Lind, and Berg 2014)", ["Holm", "Lind", "Berg"], "Holm"),
    ],
)
def test_two_who_are_cited_speak_together_as_printed(text, authors, speaker):
    item = CitationItem(authors=authors, year="2014")
    cited = Citation(text=text, kind="author-date", items=[item])
    assert speaker_from_citation(Quote(text="They act quickly."), cited).speaker == speaker


def test_whoever_is_cited_with_the_speaker_speaks_too():
    cited = Citation(
        text="Holm and Lind (2014)",
        kind="narrative",
        items=[CitationItem(authors=["Holm", "Lind"], year="2014")],
    )
    said = Quote(text="They act quickly.", speaker="Holm", speaker_mention="Holm", cue="put")
    assert speaker_from_citation(said, cited).speaker == "Holm and Lind"
    other = said.model_copy(update={"speaker": "Lind"})
    assert speaker_from_citation(other, cited) == other


def test_a_source_in_the_sentence_goes_before():
    worded = Quote(text="They act quickly.", speaker_mention="one worker")
    assert speaker_from_citation(worded, CITATION) == worded
    named = Quote(text="They act quickly.", speaker="Ada Finch")
    assert speaker_from_citation(named, CITATION) == named


def test_numbers_name_nobody():
    numeric = Citation(text="[4]", kind="numeric", items=[CitationItem(number="4")])
    assert speaker_from_citation(Quote(text="They act quickly."), numeric).speaker is None


def test_a_speaker_carried_over_from_before_gives_way():
    carried = Quote(text="They act quickly.", speaker="Ada Finch", speaker_confidence=0.5)
    assert speaker_from_citation(carried, CITATION).speaker == "Inspectorate"
    cued = carried.model_copy(update={"cue": "said"})
    assert speaker_from_citation(cued, CITATION) == cued


def test_the_cited_writing_speaks_through_its_author():
    reported = Quote(text="They act quickly.", speaker_mention="The report", cue="noted")
    assert speaker_from_citation(reported, CITATION).speaker == "Inspectorate"
    told = reported.model_copy(update={"speaker_mention": "The report of one worker"})
    assert speaker_from_citation(told, CITATION) == told


def test_a_pronoun_for_nobody_named_is_the_cited_author():
    warned = Quote(text="They act quickly.", speaker_mention="they", cue="warn")
    assert speaker_from_citation(warned, CITATION).speaker == "Inspectorate"
    own = warned.model_copy(update={"speaker_mention": "we"})
    assert speaker_from_citation(own, CITATION) == own


@pytest.mark.parametrize(
    "author, kind, speaker",
    [
        (Name(family="Finch", given="Ada"), "source", "Ada Finch"),
        (Name(family="Finch", given="A."), "source", "Finch"),
        (Name(literal="Harbour Board"), "source", None),
        (Name(family="Finch", given="Ada"), "note", None),
    ],
)
def test_the_person_whom_a_note_names_first(author, kind, speaker):
    numeric = Citation(text="[4]", kind="numeric", reference=0)
    entry = Reference(text="A. Finch, Harbour Studies.", author=[author], kind=kind)
    quote = Quote(text="They act quickly.")
    assert speaker_from_citation(quote, numeric, [entry]).speaker == speaker
    worded = quote.model_copy(update={"speaker_mention": "one worker"})
    assert speaker_from_citation(worded, numeric, [entry]) == worded
