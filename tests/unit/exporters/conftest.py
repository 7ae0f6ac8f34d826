"""One record with everything in it, made by hand."""

from datetime import UTC, datetime

import pytest

from schemas import (
    Article,
    Author,
    Block,
    Citation,
    CitationItem,
    Evidence,
    Link,
    Name,
    PageType,
    Quote,
    QuotePart,
    Reference,
)

BODY = "Class sizes are a choice, the report says.\n\n“We chose this,” said Ada Öztürk. “Nobody else did.” (Ofsted, 2016: 33)"


@pytest.fixture
def record() -> Article:
    return Article(
        id="3f9a1c22aa00bb11",
        url="https://news.northmoor.example/2016/class-sizes?x=1&y=%20",
        canonical_url="https://news.northmoor.example/2016/class-sizes",
        title="Class sizes & the Ofsted report: 100% of {us} agree",
        subtitle="A choice, not a fate",
        authors=[
            Author(
                name="Ada Öztürk",
                given="Ada",
                family="Öztürk",
                honorific="Dr",
                role="Senior lecturer",
                affiliation="Northmoor University",
                bio="Ada studies schools.\n\nShe lives in Hull.",
                profile_url="https://news.northmoor.example/people/ada",
                same_as=["https://social.example/@ada", "https://orcid.org/0000-0002-1825-0097"],
                orcid="0000-0002-1825-0097",
            ),
            Author(name="Schools Desk", kind="organization"),
        ],
        contributors=[Author(name="Jo Lund", role="Photographs")],
        date_published="2016-03-08",
        date_modified="2016-03-09T10:00:00+00:00",
        language="en-GB",
        site_name="Northmoor News",
        section="Education",
        tags=["schools", "policy; law"],
        description="What the report chose.",
        body=BODY,
        blocks=[
            Block(kind="paragraph", text=BODY.split("\n\n", maxsplit=1)[0], start=0, end=42),
            Block(kind="paragraph", text=BODY.split("\n\n")[1], start=44, end=len(BODY)),
        ],
        quotes=[
            Quote(
                text="We chose this, Nobody else did.",
                speaker="Ada Öztürk",
                speaker_mention="Ada Öztürk",
                cue="said",
                parts=[
                    QuotePart(text="We chose this,", start=45, end=59),
                    QuotePart(text="Nobody else did.", start=79, end=95),
                ],
                citation=0,
                start=45,
                end=95,
                confidence=0.9,
                speaker_confidence=0.8,
            )
        ],
        citations=[
            Citation(
                text="(Ofsted, 2016: 33)",
                kind="author-date",
                items=[
                    CitationItem(authors=["Ofsted"], year="2016", locator="33", reference=0),
                    CitationItem(authors=["Lund"], year="2015"),
                ],
                reference=0,
                quote=0,
                start=97,
                end=115,
            ),
            Citation(text="[2]", kind="numeric", reference=1),
        ],
        references=[
            Reference(
                text="Ofsted (2016) Annual report of the Chief Inspector. London: Ofsted.",
                type="report",
                author=[Name(literal="Ofsted")],
                issued="2016",
                title="Annual report of the Chief Inspector",
                publisher="Ofsted",
                publisher_place="London",
                URL="https://reports.example/a_b%20c?x={1}&y=~z",
            ),
            Reference(
                text="Lund, J. and de la Cruz, M. (2015) Small rooms. J. Rooms 3(2), 4–17.",
                type="article-journal",
                author=[Name(family="Lund", given="J."), Name(family="de la Cruz", given="M.")],
                issued="2015",
                title="Small rooms and NATO",
                container_title="Journal of Rooms",
                volume="3",
                issue="2",
                page="4–17",
                DOI="10.1000/xyz_1",
            ),
            Reference(text="See above.", kind="note", label="*"),
        ],
        links=[Link(url="https://reports.example/", text="report", start=30, end=36)],
        word_count=19,
        page_type=PageType(kind="article", score=0.97, reason="one headline, long text"),
        evidence={
            "title": Evidence(source="heading", where="/html/body/h1", confidence=0.9),
            "authors.0": Evidence(source="byline", where="/html/body/p", confidence=0.8),
        },
        warnings=["two dates"],
        fetched_at=datetime(2016, 3, 10, 8, 0, tzinfo=UTC),
        http_status=200,
        content_hash="ab" * 32,
        extractor_version="0.1.0",
    )
