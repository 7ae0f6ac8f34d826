import pytest

from schemas import Name, Reference
from scraper.exporters.csl import reference_item
from scraper.exporters.ris import ris_entry


def lines(**fields):
    return ris_entry(reference_item(Reference(text="x", **fields))).split("\r\n")


def test_an_entry_begins_with_its_type_and_ends_with_er():
    found = lines(type="book", title="Rooms")
    assert found[0] == "TY  - BOOK"
    assert found[-3:] == ["ER  - ", "", ""]
    assert "TI  - Rooms" in found


@pytest.mark.parametrize(
    "pages, expected",
    [
        ("4–17", ["SP  - 4", "EP  - 17"]),
        ("4-17", ["SP  - 4", "EP  - 17"]),
        ("e12", ["SP  - e12"]),
        ("12-", ["SP  - 12-"]),
    ],
)
def test_pages(pages, expected):
    assert [line for line in lines(page=pages) if line[:2] in ("SP", "EP")] == expected


@pytest.mark.parametrize(
    "date, expected", [("2016", "2016//"), ("2016-03", "2016/03/"), ("2016-03-08", "2016/03/08")]
)
def test_dates(date, expected):
    found = lines(issued=date, accessed=date)
    assert "PY  - 2016" in found
    assert f"DA  - {expected}" in found
    assert f"Y2  - {expected}" in found


def test_names_and_line_breaks():
    found = lines(
        author=[Name(family="Lund", given="J."), Name(literal="Ofsted")],
        editor=[Name(family="Dray")],
        title="Two\nlines",
    )
    assert [line for line in found if line[:2] in ("AU", "ED")] == [
        "AU  - Lund, J.",
        "AU  - Ofsted",
        "ED  - Dray",
    ]
    assert "TI  - Two lines" in found
