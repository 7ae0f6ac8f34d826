import pytest

from schemas import Name, Reference
from scraper.exporters.bibtex import bibtex_entry
from scraper.exporters.csl import reference_item


def entry(**fields):
    return bibtex_entry(reference_item(Reference(text="x", **fields)))


@pytest.mark.parametrize(
    "title, written",
    [
        ("A sea of rooms", "A sea of rooms"),
        ("Rooms in Hull", "Rooms in {Hull}"),
        ("NATO and us", "{NATO} and us"),
        ("iPads at school", "{iPads} at school"),
        ("Anglo-French rooms", "Anglo-{French} rooms"),
        ("R&D: 5% of $1 #1 a_b", r"{R\&D:} 5\% of \$1 \#1 a\_b"),
        (
            "a {b} \\c ~d ^e",
            r"{a} \textbraceleft{}b\textbraceright{} \textbackslash{}c \textasciitilde{}d \textasciicircum{}e",
        ),
        ("two\nlines", "{two} lines"),
    ],
)
def test_titles_keep_their_capitals_and_signs(title, written):
    assert f"  title = {{{written}}}" in entry(title=title)


@pytest.mark.parametrize(
    "name, written",
    [
        (Name(family="de la Cruz", given="M."), "de la Cruz, M."),
        (Name(literal="Ofsted and Partners"), "{Ofsted and Partners}"),
        (Name(family="Plato"), "{Plato}"),
        (Name(given="Ada"), "{Ada}"),
    ],
)
def test_names(name, written):
    assert f"  author = {{{written}}}" in entry(author=[name])


@pytest.mark.parametrize(
    "issued, line", [("2016", "year = {2016}"), ("2016-03", "date = {2016-03}")]
)
def test_a_bare_year_is_a_year(issued, line):
    assert line in entry(issued=issued)


@pytest.mark.parametrize(
    "kind, line",
    [
        ("article-journal", "journal = {Box}"),
        ("chapter", "booktitle = {Box}"),
        ("webpage", "organization = {Box}"),
        (None, "howpublished = {Box}"),
        ("webpage", "journal = {Box}"),
        (None, "journal = {Box}"),
    ],
)
def test_what_holds_the_work_has_the_field_of_its_type(kind, line):
    assert line in entry(type=kind, container_title="Box")


def test_a_publisher_has_the_field_of_its_type():
    assert "institution = {MIT}" in entry(type="thesis", publisher="MIT")
    assert "publisher = {MIT}" in entry(type="book", publisher="MIT")
    assert "organization = {MIT}" in entry(type="webpage", publisher="MIT")
    both = entry(type="webpage", publisher="MIT", container_title="Box")
    assert both.count("organization") == 1
    assert "organization = {MIT}" in both
    assert "journal = {Box}" in both


@pytest.mark.parametrize(
    "kind, line",
    [
        ("article-newspaper", "entrysubtype = {newspaper}"),
        ("article-magazine", "entrysubtype = {magazine}"),
    ],
)
def test_kinds_of_articles_are_told_apart(kind, line):
    assert line in entry(type=kind, container_title="Box")
    assert "entrysubtype" not in entry(type="article-journal", container_title="Box")


def test_addresses_stay_as_they_are_but_for_braces():
    text = entry(URL="https://a.example/x_y?z=%20&{q}#~", DOI="10.1/a_b")
    assert "url = {https://a.example/x_y?z=%20&%7Bq%7D#~}" in text
    assert "doi = {10.1/a_b}" in text


def test_capitals_of_a_book_are_protected_and_of_no_journal():
    assert "booktitle = {Metabolism in {Man}}" in entry(
        type="chapter", container_title="Metabolism in Man"
    )
    assert "journal = {Man and Metabolism}" in entry(
        type="article-journal", container_title="Man and Metabolism"
    )
