"""Lines of several fields between headline and text: day, section, reading time, name."""

import pytest

from scraper import extract

_TEXT = (
    "The harbour wall at Portham was built in two summers, and the men who built it were paid by "
    "the yard. Nobody in the town remembers their names, and nobody wrote them down at the time."
)


def _page(line: str) -> bytes:
    paragraphs = "".join(f"<p>{_TEXT} ({letter})</p>" for letter in "abcd")
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        "<title>On the harbour wall | Notebook</title></head><body>"
        '<div id="top"><a href="/">Notebook</a> <a href="/about">About</a></div><main>'
        f'<h1>On the harbour wall</h1><div class="x">{line}</div>{paragraphs}</main>'
        "<footer><p>© 2014 Notebook</p></footer></body></html>"
    ).encode()


@pytest.mark.parametrize(
    "line",
    [
        "03.03.2014, Jane Thornbury",
        "March 3, 2014 · 7 min · 1279 words · Jane Thornbury",
        "March 3, 2014 | History | Jane Thornbury",
        "History | March 3, 2014 | Jane Thornbury",
        "Posted March 3, 2014 in History · Jane Thornbury",
        "3 Comments · Jane Thornbury · March 3, 2014",
        "March 3, 2014 10:12 am Jane Thornbury",
        "[3 March 2014] Jane Thornbury",
        "March 3, 2014 · Portham · Jane Thornbury",
        "By Jane Thornbury/March 3, 2014 9:49 am EST/Updated: March 18, 2014 4:17 pm EST",
        (
            "Jane Thornbury <span class='updated'>2014-04-18T13:00:39+00:00</span> "
            "<span class='published'>March 3, 2014</span>|History"
        ),
    ],
)
def test_day_and_name_are_found_among_the_fields(line: str) -> None:
    record = extract(_page(line), url="https://notebook.example/wall")
    assert [author.name for author in record.authors] == ["Jane Thornbury"]
    assert (record.date_published or "")[:10] == "2014-03-03"


@pytest.mark.parametrize(
    "line", ["Jane Thornbury —10 min read", "Jane Thornbury 10 min read", "Jane Thornbury1"]
)
def test_reading_time_and_raised_number_end_the_name(line: str) -> None:
    record = extract(_page(line), url="https://notebook.example/wall")
    assert [author.name for author in record.authors] == ["Jane Thornbury"]


@pytest.mark.parametrize(
    "line",
    [
        "March 3, 2014 · 7 min · Local News",
        "March 3, 2014 · Portham Gazette",
        "March 3, 2014 | Saint Telmo",
        "3 March 2014, Great Yarmouth",
        "March 3, 2014 · San Francisco",
        "Published by our editing crew",
        "12 May 2019 • Tags: harbour, John Major",
    ],
)
def test_sections_places_and_words_sign_nothing(line: str) -> None:
    assert extract(_page(line), url="https://notebook.example/wall").authors == []


def test_names_in_boxes_of_their_own_are_one_byline() -> None:
    line = "By <div>Jane Thornbury</div><span> and </span><div>Zorbel Quimby</div>"
    record = extract(_page(line), url="https://notebook.example/wall")
    assert [author.name for author in record.authors] == ["Jane Thornbury", "Zorbel Quimby"]


def test_a_bar_joins_no_names() -> None:
    line = "By <div>Jane Thornbury</div><div>|</div><div>Real Madrid</div>"
    record = extract(_page(line), url="https://notebook.example/wall")
    assert [author.name for author in record.authors] == ["Jane Thornbury"]


def test_a_person_may_be_printed_without_capitals() -> None:
    record = extract(_page("By maria de la cruz"), url="https://notebook.example/wall")
    assert [author.name for author in record.authors] == ["maria de la cruz"]


def test_the_maker_of_a_picture_owns_no_page() -> None:
    caption = "<div>The wall in 1911. | © Jane C. Webb/Portham Pictures</div>"
    content = _page("History").replace(b"</main>", f"{caption}</main>".encode())
    assert extract(content, url="https://notebook.example/wall").authors == []


def test_a_clock_belongs_to_the_date_beside_it() -> None:
    line = "<span>2014-04-18T13:00:39+00:00</span><span>March 3, 2014</span>"
    record = extract(_page(line), url="https://notebook.example/wall")
    assert "2014-03-03T" not in (record.date_published or "")
