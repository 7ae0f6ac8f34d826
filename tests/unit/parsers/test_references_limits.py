"""What is read of a list that is longer than any article's, and what finding its places costs."""

import time
from types import SimpleNamespace

import pytest

from scraper.page import read_page
from scraper.parsers import references
from scraper.parsers.body_text import Piece, assemble
from scraper.parsers.references import find_references
from scraper.parsers.references.anchors import find_places
from scraper.parsers.references.markers import same_page_fragment

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


def test_places_take_time_in_proportion_to_the_ids_of_a_page():
    """Going from attributes to their elements took libxml2 the square of their number."""

    def seconds(count):
        notes = (f"<li id=n{n}>My aunt said so, too." for n in range(count))
        page = read_page(f"<body><ol>{''.join(notes)}</ol>")
        assert len(page.blocks) == count
        started = time.process_time()
        assert len(find_places(page, [f"n{n}" for n in range(count)])) == count
        return time.process_time() - started

    # Twenty times as many took four hundred times as long, and would fail by a factor of five.
    assert min(seconds(20_000), seconds(20_000)) < 80 * max(
        min(seconds(1_000), seconds(1_000)), 0.002
    )


@pytest.mark.parametrize(
    ("anchor", "fragment", "is_place"),
    [
        ("<a name=n1></a>", "n1", True),
        ("<a name=n1 id=x></a>", "n1", True),
        ("<span name=n1 id=x></span>", "n1", True),
        ("<span name=n1></span>", "n1", False),
        ("<meta name=n1>", "n1", False),
        ("<span id=n1></span>", "n1", True),
    ],
)
def test_what_a_fragment_leads_to(anchor, fragment, is_place):
    page = read_page(f"<body><p>The weir.</p><p>{anchor}My aunt said so.</p>")
    places = find_places(page, [fragment])
    assert [place.block for place in places.values()] == [1] * is_place


@pytest.mark.parametrize(
    ("href", "fragment"),
    [
        ("#n1", "n1"),
        ("https://weir.example/old#n1", "n1"),
        ("/new/#n1", "n1"),
        ("/other#n1", None),
        ("#!n1", None),
        ("#:~:text=weir", None),
    ],
)
def test_a_page_is_led_to_by_its_address_and_by_its_canonical_one(href, fragment):
    html = "<link rel=canonical href=https://weir.example/new><body><p>The weir.</p>"
    page = read_page(html, url="https://weir.example/old")
    assert same_page_fragment(page, href) == fragment
