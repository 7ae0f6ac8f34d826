"""Makes the selectors by which a quotation is found again: prefix, suffix and text fragment.

Follows the W3C Web Annotation TextQuoteSelector for the contexts and the WICG URL Fragment Text
Directives for the link: a long quotation is given by its first and last words, and one whose
words stand elsewhere too by the words around it.
"""

from dataclasses import dataclass
from urllib.parse import quote, urldefrag

CONTEXT = 32
"""Characters of prefix and suffix."""
_WHOLE_LIMIT = 120
_EDGE_WORDS = 6
_EDGE_CHARS_CJK = 12
_SEARCH_LIMIT = 200_000
"""Characters of a body that are searched for a second occurrence."""


@dataclass(frozen=True, slots=True)
class Selector:
    """Where a quotation stands, in a form that outlives changes around it."""

    prefix: str
    suffix: str
    fragment_url: str | None


def select(text: str, start: int, end: int, url: str | None) -> Selector:
    """Return the selectors of ``text[start:end]``.

    Args:
        text: The body's text, blocks parted by line breaks.
        start: First character of the words.
        end: Behind the last.
        url: Address of the page; without one there is no link.
    """
    prefix, suffix = text[max(start - CONTEXT, 0) : start], text[end : end + CONTEXT]
    if url is None or start >= end:
        return Selector(prefix, suffix, None)
    return Selector(prefix, suffix, f"{urldefrag(url).url}#:~:text={_directive(text, start, end)}")


def _directive(text: str, start: int, end: int) -> str:
    """Return the text directive of a stretch: exact or ranged, with context where needed."""
    words = text[start:end]
    if len(words) <= _WHOLE_LIMIT and "\n" not in words:
        head, tail = words, None
    else:
        head, tail = _first_words(words), _last_words(words)
    parts = [_escape(head)] if tail is None else [_escape(head), _escape(tail)]
    again = text.find(head, 0, _SEARCH_LIMIT)
    if again != -1 and (again != start or text.find(head, start + 1, _SEARCH_LIMIT) != -1):
        before, after = _context_before(text, start), _context_after(text, end)
        if before:
            parts.insert(0, _escape(before) + "-")
        if after and tail is None:
            parts.append("-" + _escape(after))
    return ",".join(parts)


def _first_words(words: str) -> str:
    """Return the first words of a stretch, within its first line."""
    line = words.split("\n", 1)[0]
    cut = line.split(" ")
    return " ".join(cut[:_EDGE_WORDS]) if len(cut) > 2 else line[:_EDGE_CHARS_CJK]


def _last_words(words: str) -> str:
    """Return the last words of a stretch, within its last line."""
    line = words.rsplit("\n", 1)[-1]
    cut = line.split(" ")
    return " ".join(cut[-_EDGE_WORDS:]) if len(cut) > 2 else line[-_EDGE_CHARS_CJK:]


def _context_before(text: str, start: int) -> str:
    """Return whole words before a place, in the same line."""
    line = text[max(start - CONTEXT * 2, 0) : start].rsplit("\n", 1)[-1]
    words = line.split(" ")
    return " ".join(words[1:] if start > CONTEXT * 2 and len(words) > 4 else words)[
        -CONTEXT:
    ].lstrip()


def _context_after(text: str, end: int) -> str:
    """Return whole words behind a place, in the same line."""
    line = text[end : end + CONTEXT].split("\n", 1)[0]
    words = line.split(" ")
    return " ".join(words[:-1] if len(words) > 2 else words).rstrip()


def _escape(words: str) -> str:
    """Return words in percent escapes; ``-``, ``,`` and ``&`` have a meaning in directives."""
    return quote(words.strip(), safe="").replace("-", "%2D")
