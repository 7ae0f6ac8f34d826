"""Entries that print a dash or a word for the authors of the entry before."""

import pytest

from schemas import Name, Reference
from scraper.parsers.references.again import with_repeated_names

OKAFOR = Name(family="Okafor", given="Ada")


def names(*texts, **fields):
    first = Reference(text="Okafor, Ada. Slow Rivers. 2014.", author=[OKAFOR])
    rest = (Reference(text=text, **fields) for text in texts)
    found = list(with_repeated_names([first, *rest]))
    return [(r.author or None, r.editor or None) for r in found[1:]]


@pytest.mark.parametrize(
    "text",
    [
        "———. 2016. Fast Rivers.",
        "---. Fast Rivers. Bonn, 2016.",
        "–––––. Fast Rivers.",
        "____. Fast Rivers.",
        "— — —, Fast Rivers",
        "―. (2016). Fast Rivers.",
        "Ders.: Schnelle Flüsse. Bonn 2016.",
        "Dies., Schnelle Flüsse. Bonn 2016.",
        "Id., Fiumi veloci, Roma 2016.",
    ],
)
def test_names_of_the_entry_before(text):
    assert names(text) == [([OKAFOR], None)]


def test_names_are_handed_on_through_a_row_of_dashes():
    assert names("———. Fast Rivers.", "———. Lakes.") == [([OKAFOR], None)] * 2


@pytest.mark.parametrize("text", ["———, ed. Lakes.", "———. (Eds.) Lakes.", "Ders. (Hg.): Seen."])
def test_they_may_be_editors_there(text):
    assert names(text) == [(None, [OKAFOR])]


@pytest.mark.parametrize(
    "text",
    ["Fast Rivers. 2016.", "– a note on rivers", "Identity and rivers. 2016.", "- Fast Rivers"],
)
def test_other_entries_keep_what_they_have(text):
    assert names(text) == [(None, None)]


def test_own_names_behind_the_dash_stay():
    lind = Name(family="Lind", given="B.")
    assert names("———, and B. Lind. Lakes.", author=[lind]) == [([lind], None)]


def test_nothing_to_repeat():
    found = list(with_repeated_names([Reference(text="———. Fast Rivers.")]))
    assert found[0].author == []
