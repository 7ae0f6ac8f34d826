"""Runs of capitalised words in a long text are those that the pattern finds by itself."""

from hypothesis import example, given
from hypothesis import strategies as st

from scraper.parsers.quotes.runs import RUN, find_runs

TEXTS = st.text("aAbB ’'-.&é1\nDrÉ", max_size=24) | st.text(max_size=40)


@given(TEXTS)
@example("Mr. d’Arc and al-Mir met J.d’Orsay, the Dell'Arte of A.B. Finch")
@example("x’Ada d'Ada ld'Ada dd’’Ada -Ada a-Ada")
def test_any_text(text):
    expected = [(run.start(), run.group()) for run in RUN.finditer(text)]
    assert list(find_runs(text)) == expected
