"""Selectors that find a quotation again."""

from scraper.parsers.quotes.fragments import CONTEXT, select

URL = "https://paper.example/story#top"


def made(text, words, url=URL):
    start = text.index(words)
    return select(text, start, start + len(words), url)


def test_short_words_are_given_whole_and_escaped():
    found = made("He said: a well-known, dry & odd thing. End.", "a well-known, dry & odd thing")
    assert found.fragment_url == (
        "https://paper.example/story#:~:text=a%20well%2Dknown%2C%20dry%20%26%20odd%20thing"
    )


def test_contexts_are_cut_at_their_length():
    found = made("x" * 50 + "the words" + "y" * 50, "the words")
    assert (len(found.prefix), len(found.suffix)) == (CONTEXT, CONTEXT)


def test_long_words_are_given_by_their_ends():
    words = (
        "one two three four five six " + "and so on " * 20 + "seven eight nine ten eleven twelve"
    )
    found = made(f"Start. {words} End.", words)
    assert found.fragment_url.endswith("text=one%20two%20three,ten%20eleven%20twelve")


def test_ends_grow_until_they_stand_once_whatever_their_capitals():
    words = "The harbour of the old town was " + "never so full " * 6 + "as on that very day"
    text = f"So the harbour of the old quay fell. {words}. And that very day it rained."
    directive = made(text, words).fragment_url.split("text=")[1]
    assert directive == "The%20harbour%20of%20the%20old%20town,that%20very%20day"


def test_cells_of_a_row_are_given_by_their_ends():
    assert made("The harbour\tis closed now.", "harbour\tis closed").fragment_url.endswith(
        "text=harbour,is%20closed"
    )


def test_words_that_stand_twice_get_their_context():
    text = "First we said go home now. Later they said go home now again."
    start = text.rindex("go home now")
    directive = select(text, start, start + 11, URL).fragment_url.split("text=")[1]
    assert "-,go%20home%20now,-" in directive


def test_without_an_address_there_is_no_link():
    assert made("He said so it is.", "so it is", url=None).fragment_url is None


def test_a_mark_alone_is_no_context():
    text = "The harbour is closed. “The harbour is closed.”"
    start = text.index("“") + 1
    directive = select(text.replace(". “", ".\n“"), start, len(text) - 1, URL).fragment_url
    assert directive is not None
    assert directive.endswith("text=The%20harbour%20is%20closed.")
