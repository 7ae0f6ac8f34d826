"""Who signs a quotation that is set off."""

import pytest

from scraper.parsers.quotes.signing import name_part, signing_name


@pytest.mark.parametrize(
    "signature, part, name",
    [
        ("Ada Finch, harbour master", "Ada Finch", "Ada Finch"),
        ("The long way home, Ada Finch, 2016", "Ada Finch", "Ada Finch"),
        ("Harbour Watch, 2016", "Harbour Watch", "Harbour Watch"),
        ("Information Security Consultant, Leeds", "Information Security Consultant", None),
        ("Senior Manager Port Services: Internal IT, Leeds", None, None),
        ("Managing Director Ada Finch", "Managing Director Ada Finch", "Ada Finch"),
    ],
)
def test_the_name_in_a_signature(signature, part, name):
    assert part is None or name_part(signature) == part
    assert signing_name(signature) == name


def test_the_class_of_the_whole_article_is_no_sign_of_a_note(quotes):
    html = (
        "<div class='post note'><p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p>"
        "<blockquote><p>The council records its thanks to all. -- Ada Finch</p></blockquote></div>"
    )
    assert [(q.text, q.speaker) for q in quotes(html)] == [
        ("The council records its thanks to all.", "Ada Finch")
    ]


def test_a_closing_mark_alone_is_no_part_of_the_words(quotes):
    html = "<blockquote><p>The council records its thanks to all.” Ada Finch, May 2016.</p></blockquote>"
    assert [(q.text, q.speaker) for q in quotes(html)] == [
        ("The council records its thanks to all.", "Ada Finch")
    ]


def test_a_sentence_behind_speech_in_a_block_signs_nothing(quotes):
    html = (
        "<p>She said:</p><blockquote><p>He told us to go home.” Then he left us.</p></blockquote>"
    )
    assert all(q.speaker != "Then" for q in quotes(html))
