import json

import bibtexparser
import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import Article, Author, Evidence, Name, Reference
from scraper.exporters import write_exports

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1)


def read_bibtex(path):
    library = bibtexparser.parse_string(path.read_text(encoding="utf-8"))
    assert not library.failed_blocks
    return {entry.key: entry for entry in library.entries}


def read_ris(path):
    with path.open(encoding="utf-8", newline="") as file:
        return rispy.load(file)


def test_csl_json_of_an_article(record, tmp_path):
    (path,) = write_exports([record], tmp_path, ["csl"])
    (item,) = json.loads(path.read_text(encoding="utf-8"))
    assert item["type"] == "webpage"
    assert item["author"] == [
        {"family": "Öztürk", "given": "Ada"},
        {"literal": "Schools Desk"},
    ]
    assert item["issued"] == {"date-parts": [[2016, 3, 8]]}
    assert item["accessed"] == {"date-parts": [[2016, 3, 10]]}
    assert item["container-title"] == "Northmoor News"
    assert item["URL"] == "https://news.northmoor.example/2016/class-sizes"


def test_csl_json_of_the_cited_works_leaves_notes_out(record, tmp_path):
    (path,) = write_exports([record], tmp_path, ["csl-cited"])
    report, paper = json.loads(path.read_text(encoding="utf-8"))
    assert report["issued"] == {"date-parts": [[2016]]}
    assert report["publisher-place"] == "London"
    assert paper["DOI"] == "10.1000/xyz_1"
    assert paper["author"][1] == {"family": "de la Cruz", "given": "M."}


def test_bibtex_is_read_back_by_a_foreign_parser(record, tmp_path):
    write_exports([record], tmp_path, ["bibtex", "bibtex-cited"])
    (article,) = read_bibtex(tmp_path / "articles.bib").values()
    assert article.entry_type == "online"
    assert article["author"] == "Öztürk, Ada and {Schools Desk}"
    assert article["title"] == (
        r"Class sizes \& the {Ofsted} report: 100\% of \textbraceleft{}us\textbraceright{} agree"
    )
    assert article["date"] == "2016-03-08"
    report, paper = read_bibtex(tmp_path / "cited-works.bib").values()
    assert report["url"] == "https://reports.example/a_b%20c?x=%7B1%7D&y=~z"
    assert report["year"] == "2016"
    assert report["institution"] == "Ofsted"
    assert paper["title"] == "Small rooms and {NATO}"
    assert paper["pages"] == "4--17"
    assert paper["doi"] == "10.1000/xyz_1"
    assert paper["journal"] == "Journal of Rooms"


def test_ris_is_read_back_by_a_foreign_parser(record, tmp_path):
    write_exports([record], tmp_path, ["ris", "ris-cited"])
    (article,) = read_ris(tmp_path / "articles.ris")
    assert article["type_of_reference"] == "ELEC"
    assert article["authors"] == ["Öztürk, Ada", "Schools Desk"]
    assert article["title"] == record.title
    assert article["year"] == "2016"
    assert article["keywords"] == ["schools", "policy; law"]
    report, paper = read_ris(tmp_path / "cited-works.ris")
    assert report["type_of_reference"] == "RPRT"
    assert report["urls"] == ["https://reports.example/a_b%20c?x={1}&y=~z"]
    assert (paper["start_page"], paper["end_page"]) == ("4", "17")
    assert paper["doi"] == "10.1000/xyz_1"


def test_keys_depend_on_the_work_alone(record, tmp_path):
    other = Article(id="ff", title="Class sizes again", date_published="2016")
    keys = []
    for name, records in (("a", [record]), ("b", [other, record])):
        (path,) = write_exports(records, tmp_path / name, ["bibtex"])
        keys.append(set(read_bibtex(path)))
    assert keys[0] < keys[1]
    assert next(iter(keys[0])).startswith("ozturk2016class-")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (Reference(text="a", DOI="10.1/x"), Reference(text="b", DOI="10.1/x", title="B")),
        (
            Reference(
                text="a", title="Small Rooms", issued="2015-03", author=[Name(family="Lund")]
            ),
            Reference(text="b", title="Small rooms.", issued="2015", author=[Name(family="LUND")]),
        ),
        (
            Reference(text="a", URL="https://x.example/"),
            Reference(text="b", URL="https://x.example/"),
        ),
        (Reference(text="Lund (2015)"), Reference(text="Lund, 2015.")),
    ],
    ids=["doi", "author-year-title", "url", "text"],
)
def test_a_work_cited_twice_stands_once(one, two, tmp_path):
    records = [Article(id="a", references=[one]), Article(id="b", references=[two])]
    (path,) = write_exports(records, tmp_path, ["csl-cited"])
    assert len(json.loads(path.read_text())) == 1


def test_different_works_stay_apart(tmp_path):
    works = [
        Reference(text="a", title="Rooms", issued="2015"),
        Reference(text="b", title="Rooms", issued="2016"),
        Reference(text="c", title="Rooms", issued="2015", DOI="10.1/z"),
    ]
    (path,) = write_exports([Article(id="a", references=works)], tmp_path, ["csl-cited"])
    ids = [item["id"] for item in json.loads(path.read_text())]
    assert len(set(ids)) == 3


@pytest.mark.parametrize(
    ("csl_type", "bibtex", "ris"),
    [
        ("book", "book", "BOOK"),
        ("chapter", "incollection", "CHAP"),
        ("article-newspaper", "article", "NEWS"),
        ("thesis", "thesis", "THES"),
        ("webpage", "online", "ELEC"),
        ("interview", "misc", "GEN"),
        (None, "misc", "GEN"),
    ],
)
def test_types(csl_type, bibtex, ris, tmp_path):
    work = Reference(
        text="x",
        type=csl_type,
        title="T",
        container_title="Box",
        publisher="House",
        issued="2001-02",
        accessed="2020-01-02",
        arxiv="2001.00001",
    )
    write_exports([Article(id="a", references=[work])], tmp_path, ["bibtex-cited", "ris-cited"])
    (entry,) = read_bibtex(tmp_path / "cited-works.bib").values()
    assert entry.entry_type == bibtex
    assert entry["eprint"] == "2001.00001"
    assert entry["urldate"] == "2020-01-02"
    assert read_ris(tmp_path / "cited-works.ris")[0]["type_of_reference"] == ris


def test_pubmed_numbers_are_eprints(tmp_path):
    work = Reference(text="x", PMID="12345678", page="e12")
    write_exports([Article(id="a", references=[work])], tmp_path, ["bibtex-cited", "ris-cited"])
    (entry,) = read_bibtex(tmp_path / "cited-works.bib").values()
    assert (entry["eprint"], entry["eprinttype"]) == ("12345678", "pubmed")
    assert read_ris(tmp_path / "cited-works.ris")[0]["start_page"] == "e12"


@settings(max_examples=25)
@given(TEXT, TEXT, TEXT)
def test_no_text_breaks_a_file(tmp_path_factory, title, name, url):
    folder = tmp_path_factory.mktemp("bib")
    work = Reference(text=title, title=title, author=[Name(literal=name)], URL=url)
    record = Article(id="a", title=title, authors=[Author(name=name)], url=url, references=[work])
    formats = [f"{f}{s}" for f in ("csl", "bibtex", "ris") for s in ("", "-cited")]
    write_exports([record, Article(id="b", title="after")], folder, formats)
    assert len(read_bibtex(folder / "articles.bib")) == 2
    assert len(read_bibtex(folder / "cited-works.bib")) == 1
    assert [e["title"] for e in read_ris(folder / "articles.ris")] == [title.strip(), "after"]
    assert json.loads((folder / "articles.csl.json").read_text("utf-8"))[0]["title"] == title


def test_an_entry_that_is_only_an_address(tmp_path):
    url = "https://www.journal.example/a"
    record = Article(id="a", references=[Reference(text=url, URL=url)])
    (path,) = write_exports([record], tmp_path, ["bibtex-cited"])
    ((key, entry),) = read_bibtex(path).items()
    assert key.startswith("journal-")
    assert "note" not in entry


MARK = Evidence(source="correction", where="Tess, 2026-11-26", confidence=1.0)


def test_what_a_reader_corrected_is_told_where_no_style_prints_it(tmp_path):
    record = Article(
        id="a1",
        url="https://paper.example/a",
        title="The pier",
        authors=[Author(name="Jo Holt")],
        body="Old.",
        references=[
            Reference(text="A note, 1990.", kind="note"),
            Reference(text="Quill, Books, 2011.", title="Books"),
            Reference(text="Lund, Piers, 2012.", title="Piers"),
            Reference(text="Tern, Quays, 2013.", title="Quays"),
        ],
        evidence={
            "body": MARK,
            "authors.0.name": MARK,
            "title": MARK,
            "references.1.title": MARK,
            "references.3": MARK,
        },
    )
    formats = ["csl", "bibtex", "ris", "csl-cited", "bibtex-cited", "ris-cited"]
    write_exports([record], tmp_path, formats)
    of_article = "Corrected by Tess, 2026-11-26 (authors, title)"
    of_works = {
        "Books": "Corrected by Tess, 2026-11-26 (title)",
        "Piers": None,
        "Quays": "Corrected by Tess, 2026-11-26 (whole entry)",
    }
    (article,) = json.loads((tmp_path / "articles.csl.json").read_text("utf-8"))
    works = json.loads((tmp_path / "cited-works.csl.json").read_text("utf-8"))
    assert article["annote"] == of_article
    assert {work["title"]: work.get("annote") for work in works} == of_works
    (article,) = read_bibtex(tmp_path / "articles.bib").values()
    works = [dict(work.items()) for work in read_bibtex(tmp_path / "cited-works.bib").values()]
    assert article["annotation"] == of_article
    assert {work["title"]: work.get("annotation") for work in works} == of_works
    (article,) = read_ris(tmp_path / "articles.ris")
    works = read_ris(tmp_path / "cited-works.ris")
    assert article["notes"] == [of_article]
    found = {work["title"]: work.get("notes", [None])[0] for work in works}
    assert found == of_works
