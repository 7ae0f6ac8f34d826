"""The compiled searches of quotations find what those in Python find."""

from hypothesis import example, given
from hypothesis import strategies as st
from pullquote_test_twins import compiled, has_compiler

from scraper.parsers.quotes import marked, marks, runs

NAMES = ["A", "Éa", "Ж", "b", "É.", "U.S."]
WORDS = st.sampled_from([*runs.SHORT_TITLES, *sorted(runs.JOINING), *NAMES])
SIGNS = st.sampled_from([" ", " ", " ", ".", ". ", "’", "'", "-", "&", "_", "\n", "\u0301", "𝒳"])
TEXTS = st.lists(WORDS | SIGNS, max_size=40).map("".join) | st.text(max_size=40)
MARKED = st.text(alphabet="a1_é \nâ€𝒳\u0301" + marks.MARKS, max_size=12)


@given(TEXTS)
@example("Mr. d’Arc and al-Mir met J.d’Orsay, the Dell'Arte of A.B. Finch")
@example("A the of B de la van C " + "of D " * 9)
@example("Gov.Finch Govs. X. Y.Z. l-Ada ll’Ada_ 1’Ada ’Ada _d’Ada \u00e9l’Ada")
def test_runs(text):
    if has_compiler():
        assert compiled("scraper.parsers.quotes.runs", "find_runs")(text) == runs.find_runs(text)


@given(st.lists(MARKED, max_size=6))
@example(["don’t", "don’", "’t", "â€”", "€”", "''", "", "a’\u0301b"])
def test_blocks_with_marks(texts):
    if has_compiler():
        find = compiled("scraper.parsers.quotes.marked", "blocks_with_marks")
        assert find(texts) == marked.blocks_with_marks(texts)
