"""Lines that were wrapped by hand with ``br`` are one paragraph; other breaks stay."""

import pytest

from scraper import extract
from scraper.page import read_page
from tests.building import seconds_of

FERRY = (
    "The ferry that ran between Harrow and the islands was never meant",
    "to last. It had been built for a lake, with a flat bottom and a",
    "funnel that folded, and the first winter in open water broke its",
    "rail in four places.",
)
QUOTE = (
    "“You could tell a man had been on the mainland,” said Morag Lund,",
    "who sold tickets for thirty years, “because he came home smelling",
    "of somebody else’s fruit, and the whole pier could tell.” She kept",
    "the last ticket in a drawer.",
)


def texts(html):
    return [block.text for block in read_page(f"<body><div>{html}</div></body>").blocks]


def wrapped(lines, sign="<br>"):
    return sign.join(lines)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (wrapped(FERRY), [" ".join(FERRY)]),
        (wrapped(FERRY, "<br/>\n"), [" ".join(FERRY)]),
        (wrapped(FERRY, " \n<br>\n"), [" ".join(FERRY)]),
        (wrapped(FERRY) + "<p>" + wrapped(QUOTE) + "</p>", [" ".join(FERRY), " ".join(QUOTE)]),
        (wrapped(FERRY).replace("lake", "<a href=/l>lake</a>"), [" ".join(FERRY)]),
    ],
    ids=["bare", "with line ends", "with space", "two elements", "with a link"],
)  # fmt: skip
def test_paragraphs_are_whole(html, expected):
    assert texts(html) == expected


def test_paragraphs_stay_apart():
    html = f"{wrapped(FERRY)}<br><br>{wrapped(QUOTE)}"
    assert "".join(texts(html)).count("\n") in (0, 1, 2)
    found = extract(f"<title>Ferry</title><h1>Ferry</h1><div>{html}<br><br>{html}</div>")
    assert f"{' '.join(FERRY)}\n" in found.body
    (quote, _) = found.quotes
    assert quote.speaker == "Morag Lund"
    assert "\n" not in quote.text


def test_a_hyphen_and_the_end_of_a_paragraph_without_an_empty_line():
    lines = (
        "The ferry that ran between Harrow and the islands was a well-",
        "known one, and those who remember it speak of its smell first,",
        "of oil and oranges, then of its funnel.",
        "When it was sold, nobody would say who had bought it, and the",
        "pier stood empty for a summer and a winter, as they tell it.",
    )
    joined = f"{lines[0]}{lines[1]} {lines[2]}\n{lines[3]} {lines[4]}"
    assert texts(wrapped(lines)) == [joined]


@pytest.mark.parametrize(
    "lines",
    [
        ("Harbour Office", "4 Pier Road", "Harrow", "open on weekdays"),
        ("he came by night across the sound", "and nobody had called", "his lantern round"),
        ("Anna Tolley teaches history at Northmoor University in Harrow",
         "Kwame Okafor teaches geography at the University of the Islands",
         "Eva Lind is a writer who lives in a lighthouse on the far coast"),
        FERRY[:2],
        ("let ferry = new Ferry({ name: 'Harrow', lake: true, rail: 4 });",
         "ferry.sail({ to: 'islands', winter: true }); // it breaks its",
         "rail = ferry.rail; fix(rail); ferry.rail = mend({ rail, 4: 0 });"),
        ("van der Meer, P. (2007) The ledger of small islands. Leeds: Northgate.",
         "van der Meer, T. (1982) Harbour walls and their people. Leeds: Saltmarsh.",
         "van Dalen, A. (2009) Rope, rust and repair. Halifax: Northgate Press."),
    ],
    ids=["an address", "verses", "a line each", "two lines", "code", "entries of a list"],
)  # fmt: skip
def test_other_breaks_stay(lines):
    assert texts(wrapped(lines)) == ["\n".join(lines)]


@pytest.mark.parametrize(
    "part",
    [
        wrapped(FERRY) + "<br><br>",
        "the ferry that ran between Harrow and the isles was lost<br>" * 4,
    ],
    ids=["paragraphs", "one paragraph"],
)
def test_time_grows_with_the_page(part):
    small, large = (
        seconds_of(lambda s=size: read_page(f"<div>{part * s}</div>")) for size in (400, 3200)
    )
    assert large < 30 * small + 0.05
