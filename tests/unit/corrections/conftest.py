from datetime import UTC, datetime

import pytest

from schemas import Article, Author, Citation, CitationItem, Correction, Evidence, Quote, Reference

BODY = "The pier is old.\n\n“It creaks,” said Ada Lund. “It sings.” (Ofsted, 2016)\n\nNobody minds."
WHEN = datetime(2026, 11, 26, 10, tzinfo=UTC)


def at(words):
    start = BODY.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


@pytest.fixture
def record():
    return Article(
        id="pier",
        url="https://a.example/pier",
        title="The peer",
        authors=[Author(name="Jo Holt"), Author(name="By Staff")],
        date_published="2016-03-08",
        body=BODY,
        quotes=[
            Quote(**at("It creaks,"), speaker="Ada Lund"),
            Quote(**at("It sings."), citation=0),
        ],
        citations=[
            Citation(
                **at("(Ofsted, 2016)"),
                kind="author-date",
                items=[CitationItem(authors=["Ofsted"], year="2016", reference=0)],
                reference=0,
                quote=1,
            )
        ],
        references=[Reference(text="Ofsted (2016) Report."), Reference(text="Quill (2011) Books.")],
        evidence={
            "title": Evidence(source="heading", confidence=0.9),
            "authors.1": Evidence(source="byline", confidence=0.4),
        },
    )


@pytest.fixture
def correct():
    def make(path, new, old=None, anchor=None, **more):
        return Correction(
            article="pier",
            path=path,
            anchor=anchor,
            old=old,
            new=new,
            who="Tess",
            when=WHEN,
            **more,
        )

    return make
