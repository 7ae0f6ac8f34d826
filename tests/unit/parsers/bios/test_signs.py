"""What a text about somebody shows at its beginning."""

import pytest

from scraper.parsers.bios.people import Person, to_people
from scraper.parsers.bios.signs import begins_as_heading, find_beginnings

HEADS = [
    "about the author",
    "",
    " • o autorze",
    "a szerzőről",
    "a\nszerző",
    "prices of boats",
    "o\tautorze",
    "über die autorin",
    "*meet the writer*",
]


def test_beginnings_are_those_that_begin_as_headings_one_by_one() -> None:
    """The test of all texts at once says what the test of each would."""
    alone = [index for index, head in enumerate(HEADS) if begins_as_heading(head)]
    assert list(find_beginnings(HEADS)) == alone
    assert {0, 2, 3, 7, 8} <= set(alone)
    assert not {1, 5} & set(alone)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["by ada lunt", "a boat", "lunt ada", "adamant"], {0, 2, 3}),
        (["first\nada", "second", "third ada ada"], {0, 2}),
        (["", "", "lunt"], {2}),
        ([], set()),
    ],
    ids=["by-any-word", "line-breaks-in-a-text", "empty-texts", "nothing"],
)
def test_mentioned_in_gives_the_texts_that_may_hold_a_name(
    texts: list[str], expected: set[int]
) -> None:
    """Words are looked for in all texts at once, and found in each."""
    people = to_people([Person("Ada Lunt")])
    assert people.mentioned_in(texts) == expected
    assert {i for i, text in enumerate(texts) if people.may_be_in(text)} == expected
