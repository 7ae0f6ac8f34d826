"""Patterns and check digits of identifiers."""

import pytest

from schemas.identifiers import (
    find_dois,
    find_isbns,
    parse_arxiv,
    parse_doi,
    parse_isbn,
    parse_issn,
    parse_orcid,
    parse_pmcid,
    parse_pmid,
)


@pytest.mark.parametrize(
    "printed, doi",
    [
        pytest.param("10.1000/ABC.1", "10.1000/abc.1", id="bare, lower case"),
        pytest.param("doi:10.1000/abc.", "10.1000/abc", id="label and final stop"),
        pytest.param("https://doi.org/10.1000/abc?x=1", "10.1000/abc", id="resolver and query"),
        pytest.param("(see 10.1000/abc)", "10.1000/abc", id="bracket of the sentence"),
        pytest.param("10.1000/S0140(20)30183-5", "10.1000/s0140(20)30183-5", id="own brackets"),
        pytest.param("https://pub.example/doi/10.1000/abc/full", "10.1000/abc", id="view"),
        pytest.param("https://pub.example/doi/10.1000/abc.pdf", "10.1000/abc", id="pdf"),
        pytest.param("https://doi.org/10.1000%2Fabc", "10.1000/abc", id="escaped slash"),
        pytest.param("[doi>10.1000/s10207-013-9]", "10.1000/s10207-013-9", id="square bracket"),
        pytest.param("10.1000/", None, id="no suffix"),
        pytest.param("version 10.2/3", None, id="prefix too short"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_doi(printed, doi):
    assert parse_doi(printed) == doi


def test_dois_in_order_and_once():
    text = "10.1000/b, https://doi.org/10.1000/a and again 10.1000/B."
    assert find_dois(text) == ["10.1000/b", "10.1000/a"]


def test_parsing_a_doi_again_changes_nothing():
    doi = parse_doi("https://doi.org/10.1000/Xyz(3)/full.")
    assert doi is not None
    assert parse_doi(doi) == doi


@pytest.mark.parametrize(
    "printed, isbn",
    [
        pytest.param("ISBN 0-306-40615-2", "0306406152", id="ten"),
        pytest.param("978-0-306-40615-7", "9780306406157", id="thirteen"),
        pytest.param("ISBN-13: 978 0 306 40615 7", "9780306406157", id="label with 13"),
        pytest.param("ISBN 0-8044-2957-X", "080442957X", id="check digit X"),
        pytest.param("0–306–40615–2", "0306406152", id="dashes"),
        pytest.param("0-306-40615-3", None, id="wrong check digit of ten"),
        pytest.param("978-0-306-40615-8", None, id="wrong check digit of thirteen"),
        pytest.param("12345", None, id="too short"),
    ],
)
def test_isbn(printed, isbn):
    assert parse_isbn(printed) == isbn


def test_isbns_of_two_bindings():
    text = "ISBN 0-306-40615-2 (cloth), ISBN 978-0-306-40615-7 (paper), ISBN 0-306-40615-2"
    assert find_isbns(text) == ["0306406152", "9780306406157"]


@pytest.mark.parametrize(
    "printed, issn",
    [
        ("ISSN 0378-5955", "0378-5955"),
        ("eISSN: 03785955", "0378-5955"),
        ("2434-561X", "2434-561X"),
        ("2434-561x", "2434-561X"),
        ("ISSN 0378-5954", None),
        ("pages 1234-5678", None),
    ],
)
def test_issn(printed, issn):
    assert parse_issn(printed) == issn


@pytest.mark.parametrize(
    "printed, orcid",
    [
        ("https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("0000000218250097", "0000-0002-1825-0097"),
        ("0000-0002-1694-233X", "0000-0002-1694-233X"),
        ("0000-0002-1825-0098", None),
        ("1-0000-0002-1825-0097-2", None),
    ],
)
def test_orcid(printed, orcid):
    assert parse_orcid(printed) == orcid


@pytest.mark.parametrize(
    "printed, pmid",
    [
        ("PMID: 24055351.", "24055351"),
        ("PubMed ID 123", "123"),
        ("https://pubmed.ncbi.nlm.nih.gov/24055351/", "24055351"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/24055351", "24055351"),
        ("24055351", None),
        ("PMID: 0123", None),
        ("PMID: 123456789", None),
    ],
)
def test_pmid(printed, pmid):
    assert parse_pmid(printed) == pmid


@pytest.mark.parametrize(
    "printed, pmcid",
    [
        ("PMCID: PMC3238453", "PMC3238453"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC5094759/", "PMC5094759"),
        ("pmc5094759", "PMC5094759"),
        ("XPMC12", None),
        ("PMC", None),
    ],
)
def test_pmcid(printed, pmcid):
    assert parse_pmcid(printed) == pmcid


@pytest.mark.parametrize(
    "printed, arxiv",
    [
        ("arXiv:2503.20634v2", "2503.20634"),
        ("arXiv preprint arXiv:1504.07295", "1504.07295"),
        ("https://arxiv.org/abs/2503.20634", "2503.20634"),
        ("https://arxiv.org/pdf/2503.20634v1.pdf", "2503.20634"),
        ("https://doi.org/10.48550/arXiv.2503.20634", "2503.20634"),
        ("hep-th/9901001", "hep-th/9901001"),
        ("math.GT/0309136", "math.GT/0309136"),
        ("1999.12345", None),
        ("see 2503.20634", None),
    ],
)
def test_arxiv(printed, arxiv):
    assert parse_arxiv(printed) == arxiv
