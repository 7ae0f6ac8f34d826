import pytest

from scraper.page import read_page
from scraper.parsers.body_text import Piece, assemble
from scraper.parsers.dates.lines import find_date_lines

STORY = (
    "The ferry came back to the old pier in the spring, and on the first morning nobody in the "
    "town could say who had paid for the paint."
)


def body_of(*lines, kind="paragraph"):
    page = read_page("<article>" + "".join(f"<p>{line}</p>" for line in lines) + "</article>")
    pieces = [Piece(block, kind if n == 0 else "paragraph") for n, block in enumerate(page.blocks)]
    return assemble(pieces)


@pytest.mark.parametrize(
    "line",
    [
        "8th March 2016",
        "Published on Tuesday 8 March 2016",
        "8. März 2016, 10:30 Uhr",
        "Posted: 08/03/2016",
        "2016年3月8日",
    ],
)
def test_a_line_that_only_prints_the_day_is_a_date_line(line):
    assert find_date_lines(body_of(line, STORY), ("2016-03-08", None)) == {0}


@pytest.mark.parametrize(
    "line, is_date_line",
    [
        ("8.03.2016 13:20 | autor: Ewa Lis | źródło: inf. własna | czytano 4312 razy", True),
        ("8.03.2016 13:20 | źródło: inf. własna | czytano 4312 razy przez 12 osób", False),
        ("On 8 March 2016 Ewa Lis went down to the sea with her dog.", False),
    ],
)
def test_a_line_with_the_author_may_say_more(line, is_date_line):
    found = find_date_lines(body_of(line, STORY), ("2016-03-08", None), ["Ewa Lis"])
    assert found == ({0} if is_date_line else set())


def test_the_last_line_may_print_the_day_of_change():
    body = body_of(STORY, STORY, "Last updated 9 April 2017")
    assert find_date_lines(body, ("2016-03-08", "2017-04-09T10:00:00+01:00")) == {2}


@pytest.mark.parametrize(
    "line",
    [
        "9 March 2016",
        "March 2016",
        "On 8 March 2016 the ferry came back to the pier for the first time.",
        "Nothing is dated here",
    ],
    ids=["another day", "no day", "a sentence", "no date"],
)
def test_other_lines_stay(line):
    assert find_date_lines(body_of(line, STORY), ("2016-03-08", None)) == set()


def test_a_heading_and_a_line_within_the_story_stay():
    assert find_date_lines(body_of("8 March 2016", STORY, kind="heading"), ("2016-03-08",)) == set()
    assert find_date_lines(body_of(STORY, STORY, "8 March 2016", STORY), ("2016-03-08",)) == set()


def test_no_day_no_line():
    assert find_date_lines(body_of("2016", STORY), (None, "2016")) == set()


def test_a_date_line_below_a_dek_goes():
    assert find_date_lines(body_of(STORY, "8 March 2016", STORY), ("2016-03-08",)) == {1}
