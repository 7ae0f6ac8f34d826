import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from schemas import Article, Block, Citation, Quote, Reference
from scraper.exporters import write_exports
from scraper.exporters.tei import to_tei

NAMES = {"t": "http://www.tei-c.org/ns/1.0", "x": "http://www.w3.org/XML/1998/namespace"}
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def parse(record):
    return etree.fromstring(to_tei(record).encode())


def text_of(element):
    return "".join(element.itertext())


def test_header(record):
    tree = parse(record)
    assert tree.get(f"{{{NAMES['x']}}}lang") == "en-GB"
    assert tree.findtext(".//t:titleStmt/t:title", namespaces=NAMES) == record.title
    authors = [text_of(e) for e in tree.iterfind(".//t:titleStmt/t:author", NAMES)]
    assert authors == ["Ada Öztürk", "Schools Desk"]
    assert tree.find(".//t:bibl/t:date", NAMES).get("when") == "2016-03-08"
    assert tree.findtext(".//t:bibl/t:idno", namespaces=NAMES) == record.canonical_url
    assert [text_of(e) for e in tree.iterfind(".//t:term", NAMES)] == ["schools", "policy; law"]


def test_quotations_point_to_speakers_and_citations_to_works(record):
    tree = parse(record)
    parts = tree.findall(".//t:body//t:q", NAMES)
    assert [text_of(part) for part in parts] == ["We chose this,", "Nobody else did."]
    (ref,) = tree.findall(".//t:body//t:ref", NAMES)
    assert text_of(ref) == "(Ofsted, 2016: 33)"
    ids = {element.get(f"{{{NAMES['x']}}}id"): text_of(element) for element in tree.iter()}
    assert ids[parts[0].get("who")[1:]] == "Ada Öztürk"
    assert ids[ref.get("target")[1:]].startswith("Ofsted (2016)")
    body = [text_of(p) for p in tree.iterfind(".//t:body//t:p", NAMES)]
    assert "\n\n".join(body) == record.body


def test_blocks_become_elements():
    record = Article(
        id="a",
        blocks=[
            Block(kind="paragraph", text="One\ntwo"),
            Block(kind="heading", level=2, text="Next"),
            Block(kind="list_item", level=1, ordinal=1, text="a"),
            Block(kind="list_item", level=1, ordinal=2, text="b"),
            Block(kind="blockquote", text="Said"),
            Block(kind="table_row", text="x\ty"),
            Block(kind="code", text="if a < b:\n    c"),
            Block(kind="caption", text="A quay"),
        ],
    )
    tree = parse(record)
    divs = tree.findall(".//t:body/t:div", NAMES)
    assert [etree.QName(child).localname for div in divs for child in div] == [
        *("p", "head", "list", "q", "table", "eg", "figure")
    ]
    assert tree.find(".//t:p/t:lb", NAMES) is not None
    assert tree.find(".//t:list", NAMES).get("rend") == "numbered"
    assert [text_of(cell) for cell in tree.iterfind(".//t:cell", NAMES)] == ["x", "y"]
    assert tree.findtext(".//t:eg", namespaces=NAMES) == "if a < b:\n    c"


def test_spans_within_and_across_each_other():
    body = "He said that Ofsted (2016) knew it all."
    record = Article(
        id="a",
        body=body,
        blocks=[Block(kind="paragraph", text=body, start=0, end=len(body))],
        quotes=[Quote(text=body[8:34], start=8, end=34), Quote(text=body[30:38], start=30, end=38)],
        citations=[Citation(text="Ofsted (2016)", kind="narrative", start=13, end=26)],
    )
    tree = parse(record)
    assert text_of(tree.find(".//t:q/t:ref", NAMES)) == "Ofsted (2016)"
    assert len(tree.findall(".//t:q", NAMES)) == 1
    assert text_of(tree.find(".//t:body//t:p", NAMES)) == body


@pytest.mark.parametrize("record", [Article(id="a"), Article(id="a", body="One.\n\nTwo.")])
def test_sparse_records_are_documents(record):
    tree = parse(record)
    assert len(tree.findall(".//t:body//t:p", NAMES)) == max(1, record.body.count("\n\n") + 1)
    assert tree.find(".//t:back", NAMES) is None


@given(TEXT)
def test_any_text_is_well_formed(text):
    record = Article(
        id="a",
        title=text,
        body=text,
        tags=[text],
        url=text,
        quotes=[Quote(text=text, speaker=text)],
        references=[Reference(text=text)],
    )
    assert parse(record) is not None


def test_one_file_an_article(record, tmp_path):
    write_exports([record], tmp_path, ["tei"])
    (path,) = (tmp_path / "tei").iterdir()
    assert path.name == "2016-03-08-class-sizes-the-ofsted-report-100-of-us-agree-3f9a1c22.xml"
