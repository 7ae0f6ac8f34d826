"""Lines of printed pages become paragraphs, whatever program placed them."""

import pytest

from scraper import extract
from tests.building import seconds_of

HEAD, NAME, DAY = "After the water", "Leonie Hartgrave", "14 October 2019"
PAGES = [
    [
        "The river floods more often than any other of the province, and the",
        "towns along it have rebuilt their embank-",
        "ments four times since the war. This report asks what was learned from",
        "the last flood, and who paid for the well-known repairs.",
        "We spoke with eighty-one residents between March and August, and read",
    ],
    [
        "the minutes of the board for eleven years, which nobody had done since",
        "they were printed. Most of what follows was confirmed by well-",
        "known witnesses of the last flood, and where only one of them could be",
        "found this report says so, as it does of what was never written down.",
        "The warnings were written for engineers and not for householders.",
    ],
    ["Nobody followed them, and nobody was asked whether they had been read."],
]
FOOT = "Riverwatch Trust, report {}"
WHOLE = (
    "The river floods more often than any other of the province, and the towns along it have "
    "rebuilt their embankments four times since the war. This report asks what was learned from "
    "the last flood, and who paid for the well-known repairs."
)
OVER = "and read the minutes of the board for eleven years, which nobody had done"


def pdf2htmlex():
    line = "<div class='t m0 x0 h1 y1 ff1 {}'>{}</div>".format
    page = "<div id=pf{0} class='pf w0 h0'><div class='pc pc{0}'>{1}{2}{3}</div></div>".format
    above = line("fs0", HEAD) + line("fs1", NAME) + line("fs1", DAY)
    styles = "<style>.fs0{font-size:88.0px;}.fs1{font-size:44.0px;}.fs2{font-size:30.0px;}</style>"
    return f"{styles}<body><div id=sidebar></div><div id=page-container>" + "".join(
        page(
            number,
            above if number == 1 else line("fs2", f"{HEAD}, revised"),
            "".join(line("fs1", text) for text in texts),
            line("fs2", FOOT.format(number)),
        )
        for number, texts in enumerate(PAGES, 1)
    )


def pdftohtml_complex():
    line = "<p style='position:absolute;top:99px;white-space:nowrap' class={}>{}</p>\n".format
    styles = "<style>.ft00{font-size:29px;}.ft01{font-size:16px;}</style>"
    above = line("ft00", f"<b>{HEAD}</b>") + line("ft01", NAME) + line("ft01", DAY)
    return f"{styles}<body>" + "".join(
        f"<div id=page{number}-div><img src=x.png>{above if number == 1 else ''}"
        + "".join(line("ft01", text.replace(" ", "&#160;")) for text in texts)
        + line("ft01", FOOT.format(number))
        + line("ft01", number)
        + "</div>"
        for number, texts in enumerate(PAGES, 1)
    )


def pdftohtml_simple():
    above = f"<b>{HEAD}</b><br/>{NAME}<br/>{DAY}<br/>"
    return "<body>" + "".join(
        f"<a name={number}></a>{above if number == 1 else ''}"
        + "".join(f"{text}<br/>\n" for text in texts)
        + f"{FOOT.format(number)}<br/>{number}<br/><hr/>"
        for number, texts in enumerate(PAGES, 1)
    )


@pytest.mark.parametrize("page", [pdf2htmlex, pdftohtml_complex, pdftohtml_simple])
def test_lines_are_paragraphs(page):
    found = extract(f"<title>report_v7.pdf</title>{page()}")
    assert (found.title, found.date_published) == (HEAD, "2019-10-14")
    assert [author.name for author in found.authors] == [NAME]
    assert found.blocks[0].text == WHOLE
    assert OVER in found.blocks[1].text
    assert "Riverwatch" not in found.body
    assert "revised" not in found.body
    assert found.body.endswith("whether they had been read.")


def test_a_hyphen_of_a_compound_stays():
    assert "confirmed by well-known witnesses" in extract(pdf2htmlex()).body


@pytest.mark.parametrize(
    "body",
    [
        "<a name=1></a><p>{0}</p><p>{0}</p><a href=/x>More</a>",
        "<div id=page-container><div class=pf></div></div><p>{0}</p><p>{0}</p>",
        "<div id=page1-div><img src=x.png></div><p>{0}</p><p>{0}</p>",
        "<a name=1></a>",
    ],
)
def test_other_pages_with_such_names_stay_as_they_are(body):
    page = body.format(WHOLE)
    assert [block.text for block in extract(page).blocks] == [WHOLE] * page.count("<p>")


def printed(*pages, styles=".fs0{font-size:12px}.fs1{font-size:30px}.fs2{font-size:8px}"):
    line = "<div class='t m0 fs{}'>{}</div>".format
    sheets = "".join(
        f"<div id=pf{number} class='pf w0'>{''.join(line(*each) for each in lines)}</div>"
        for number, lines in enumerate(pages, 1)
    )
    return extract(f"<title>x.pdf</title><style>{styles}</style><div id=page-container>{sheets}")


def lines_of(page):
    return [(0, text) for text in PAGES[page]]


def test_a_headline_that_heads_all_pages_stays_on_the_first():
    head = (2, HEAD)
    found = printed([(1, HEAD), *lines_of(0)], [head, *lines_of(1)], [head, *lines_of(2)])
    assert found.title == HEAD
    assert HEAD not in found.body


def test_a_head_that_names_the_document_may_have_the_number_outside():
    heads = [(0, f"{HEAD}, {who}") for who in ("Mills", "Weirs")]
    found = printed(
        [(1, HEAD), *lines_of(0)], [(0, "2"), heads[0], *lines_of(1)], [heads[1], *lines_of(2)]
    )
    assert HEAD not in found.body
    assert OVER in found.body


def test_a_short_first_line_names_no_document():
    found = printed([(0, "A"), *lines_of(0)], [(0, "A later line of the text"), *lines_of(1)])
    assert "A later line of the text" in found.body


def test_lines_of_chinese_have_no_space_between():
    texts = [
        "县里的水井都是在战争之前的年代里用手挖出来的而且没有",
        "一口被任何需要从中打水的人绘制成图。",
    ]
    assert "".join(texts) in printed([(1, "水井"), *((0, text) for text in texts)]).body


def test_a_size_that_is_no_number_is_none():
    assert WHOLE in printed(lines_of(0), styles=".fs0{font-size:1.2.3px}").body


@pytest.mark.parametrize(
    "size",
    [
        lambda n: printed([(0, "a" * 400 * n)]),
        lambda n: printed(lines_of(0), styles=".fs0{" * 100 * n),
    ],
    ids=["a word", "a style sheet"],
)
def test_time_grows_with_the_page(size):
    assert seconds_of(lambda: size(80)) < 6 * seconds_of(lambda: size(20)) + 0.1


@pytest.mark.parametrize(
    "body",
    [
        "<a name=1></a>{0}<br><br>{0}<br><br><a name=2></a>{0}<br><br><hr>",
        "<a name=1></a>{0}<br>{0}<br>{0}",
    ],
    ids=["empty lines", "no rule"],
)
def test_lines_of_a_page_by_hand_stay_apart(body):
    assert f"{WHOLE} {WHOLE}" not in extract(f"<body>{body.format(WHOLE)}").body


def test_a_page_builder_has_such_a_box_too():
    inner = f"<div class='pf-content'><h2>Mills</h2><ul><li>{WHOLE}</ul><p>{WHOLE}</p></div>"
    found = extract(f"<title>{HEAD}</title><body><div id=page-container>{inner}</div>")
    assert [block.kind for block in found.blocks][-2:] == ["list_item", "paragraph"]
