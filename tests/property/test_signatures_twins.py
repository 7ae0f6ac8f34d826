"""The compiled signature of a text is the one in Python."""

from hypothesis import example, given
from hypothesis import strategies as st
from pullquote_test_twins import compiled, has_compiler

from scraper.crawler import signatures

WORDS = st.text(alphabet="aZ_09éΣİß漢か𝒳\u0301’“- \n\x85\ud800", min_size=1, max_size=9)


@given(st.lists(WORDS, max_size=150).map(" ".join) | st.text(max_size=400))
@example("ΑΣ İß _a 𝒳 b\ud800c é–x " * 20)
@example("a " * (signatures.MIN_WORDS - 1))
@example("a " * signatures.MIN_WORDS)
def test_any_text(text):
    if has_compiler():
        assert compiled("scraper.crawler.signatures", "sign")(text) == signatures.sign(text)


def test_every_letter():
    """Few words a text: each of their runs is the only one in its bin."""
    if not has_compiler():
        return
    sign = compiled("scraper.crawler.signatures", "sign")
    for first in range(0, 0x20000, signatures.MIN_WORDS):
        codes = range(first, first + signatures.MIN_WORDS)
        text = " ".join(f"x{chr(code)}y" for code in codes) + " and so on" * 2
        assert sign(text) == signatures.sign(text)
