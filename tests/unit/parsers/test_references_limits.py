"""What is read of a list that is longer than any article's, and what finding its places costs."""

from types import SimpleNamespace

from scraper.page import read_page
from scraper.parsers import references
from scraper.parsers.body_text import Piece, assemble
from scraper.parsers.references import find_references

ENTRIES = "".join(
    f"<li>Okafor, A. (20{n}). Slow rivers, part {n}. Journal of Rivers, 3(2), 1–9.</li>"
    for n in range(10, 16)
)


def read():
    html = (
        f"<title>On rivers</title><body><p>The river rose.</p><h2>References</h2><ol>{ENTRIES}</ol>"
    )
    page = read_page(html, url="https://rivers.example/post")
    return find_references(page, assemble([Piece(b, "paragraph") for b in page.blocks]))


def test_entries_beyond_a_limit_have_their_text_and_no_fields(monkeypatch):
    monkeypatch.setattr(references, "_MOST_FIELDS", 4)
    found = read()
    assert [entry.issued for entry in found.entries] == ["2010", "2011", "2012", "2013", None, None]
    assert found.entries[5].text.startswith("Okafor, A. (2015)")
    assert found.warnings == ("references: only the first 4 of 6 entries have their fields",)


def test_entries_beyond_the_last_limit_are_left_out(monkeypatch):
    monkeypatch.setattr(references, "_MOST_ENTRIES", 5)
    found = read()
    assert len(found.entries) == 5
    assert found.warnings == ("references: only the first 5 of 6 entries are kept",)


def test_a_list_of_usual_length_is_read_whole():
    assert read().warnings == ()


def test_brothers_are_counted_once_for_all():
    """Counting the children of an lxml element takes as long as there are children."""

    class Parent(list):
        counted = 0

        def __len__(self):
            self.counted += 1
            return super().__len__()

    class Element:
        tag = "li"

        def getparent(self):
            return parent

    parent = Parent(Element() for _ in range(1_000))
    page = SimpleNamespace(
        containers=[SimpleNamespace(element=element) for element in parent],
        xpath_of=lambda element: "/ol",
    )
    paths = references._Paths(page)
    assert [paths.of(index) for index in (0, 1, 999)] == ["/ol/li[1]", "/ol/li[2]", "/ol/li[1000]"]
    assert [paths.of(index) for index in range(1_000)][-1] == "/ol/li[1000]"
    assert parent.counted == 1
