"""Quotations on a block of their own."""

import pytest


@pytest.mark.parametrize(
    "html, text, speaker",
    [
        pytest.param(
            "<blockquote><p>The council records its thanks to all.</p><footer>— Priya Nair, <cite>Minutes</cite></footer></blockquote>",
            "The council records its thanks to all.",
            "Priya Nair",
            id="footer",
        ),
        pytest.param(
            "<figure class='quote'><blockquote>It smells of vinegar and victory.</blockquote><figcaption>Tom Adair, binder</figcaption></figure>",
            "It smells of vinegar and victory.",
            "Tom Adair",
            id="figcaption",
        ),
        pytest.param(
            "<div class='testimonial'><p>My daughter learned to read here.</p><p class='name'>Lena Hofer, visitor</p></div>",
            "My daughter learned to read here.",
            "Lena Hofer",
            id="testimonial",
        ),
        pytest.param(
            "<blockquote>“The box is universal hardware for all.” — Ada Finch</blockquote>",
            "The box is universal hardware for all.",
            "Ada Finch",
            id="inline-signature",
        ),
        pytest.param(
            "<p>Ada Finch says in her book:</p><blockquote><p>Nobody has counted what is not there.</p></blockquote>",
            "Nobody has counted what is not there.",
            "Ada Finch",
            id="lead-in",
        ),
        pytest.param(
            "<blockquote class='twitter-tweet'><p>We are open again from today.</p>— Ada Finch (@finch)</blockquote>",
            "We are open again from today.",
            "Ada Finch",
            id="embed",
        ),
    ],
)
def test_block_quotation(quotes, html, text, speaker):
    (found,) = quotes(html)
    assert (found.text, found.kind, found.speaker) == (text, "block", speaker)


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote class='readmore'><p>Read more: how the archive was saved</p></blockquote>",
        "<blockquote class='summary'><p>The bottom line: eggs are good for most people.</p></blockquote>",
        "<p>We get this output:</p><blockquote><p>Mrs. Laura Badger, Jr.</p></blockquote>",
        "<p>The prompt could look like this:</p><blockquote>You are a harbour master who writes.</blockquote>",
        "<p>Text.</p><blockquote><p>Tutors should wish to help children learn.</p></blockquote>",
    ],
)
def test_callouts_are_none(texts, html):
    assert texts(html) == []


def test_a_signature_without_a_name_names_nobody(quotes):
    html = "<blockquote><p>“It compiles, so it must work well.”</p><p>—Senior software engineer working in cars</p></blockquote>"
    (found,) = quotes(html)
    assert found.speaker is None


def test_a_display_repetition_is_a_pull_quote(quotes):
    html = (
        "<aside class='pull-quote'><p>We dried eleven thousand books by hand.</p></aside>"
        "<p>“We dried eleven thousand books by hand,” Edith Sumner said.</p>"
    )
    first, second = quotes(html)
    assert (first.kind, first.speaker) == ("pull", "Edith Sumner")
    assert second.kind == "direct"


def test_a_citation_in_the_block_is_not_part_of_the_words(quotes):
    html = "<p>Here is what Ada Finch writes:</p><blockquote><p>They were not remembered. (Marsh, 2020, pp. 8–9)</p></blockquote>"
    assert quotes(html)[0].text == "They were not remembered."


def test_a_role_in_the_caption_is_no_part_of_the_name(quotes):
    html = (
        "<figure class='testimonial'><blockquote><p>The new nets save us a day a week.</p></blockquote>"
        "<figcaption>Ada Finch <span class='testimonial__title'>Harbour Nets</span></figcaption></figure>"
    )
    assert quotes(html)[0].speaker == "Ada Finch"


def test_a_signature_in_a_box_of_its_own_is_no_quotation(quotes):
    html = "".join(
        f"<li><div class='quote__text'>“{words}”</div><div class='quote__source'>{who}, Harbour Master</div></li>"
        for words, who in (
            ("The nets hold all winter long.", "Ada Finch"),
            ("We mend them at night.", "Bob Moor"),
        )
    )
    assert [(q.text, q.speaker) for q in quotes(f"<ul>{html}</ul>")] == [
        ("The nets hold all winter long.", "Ada Finch"),
        ("We mend them at night.", "Bob Moor"),
    ]


def test_words_before_a_colon_name_only_who_is_known(quotes):
    block = "<blockquote class='twitter-tweet'><p>The nets are good all winter.</p></blockquote>"
    assert [q.speaker for q in quotes(f"<p>Podívejte se:</p>{block}", language="cs")] == [None]
    assert [q.speaker for q in quotes(f"<p>This is what Ada sent:</p>{block}")] == ["Ada"]
