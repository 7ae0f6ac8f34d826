"""Makes the selectors by which a quotation is found again: prefix, suffix and text fragment.

Follows the W3C Web Annotation TextQuoteSelector for the contexts and the WICG URL Fragment Text
Directives for the link: a long quotation is given by its first and last words, and one whose
words stand elsewhere too by the words around it.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, urldefrag

from scraper.patterns import late
from scraper.remembering import remembered

CONTEXT = 32
"""Characters of prefix and suffix."""
_WHOLE_LIMIT = 60
"""Characters up to which words are given whole."""
_LEAST_WORDS = 3
_EDGE_WORDS = 8
"""Words by which the ends of longer ones are given, at least and at most."""
_WORD = late(r"\w")
"""A context without a word (an opening mark alone) is found nowhere."""
_PARTED = late(r"[\n\t]")
"""What parts blocks, and the cells of a row: no exact match runs over either."""
_PLAIN = late(r"[\w.~ ]*", re.ASCII)
"""Words of which percent escapes change nothing but the blanks."""
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
    return Selector(prefix, suffix, f"{_address(url)}#:~:text={_directive(text, start, end)}")


@remembered(2)
def _address(url: str) -> str:
    """Return an address without its fragment; once for all quotations of a page."""
    return urldefrag(url).url


def _directive(text: str, start: int, end: int) -> str:
    """Return the text directive of a stretch: exact or ranged, with context where needed.

    Browsers compare with the page as it is laid out, white space included, so that few words are
    safer than many: ends are grown only until they stand once.
    """
    words = text[start:end]
    if len(words) <= _WHOLE_LIMIT and not _PARTED.search(words):
        head, tail = words, None
    else:
        head = _first_words(text, start, end)
        tail = _last_words(text, start + len(head), end)
    parts = [_escape(head)] if tail is None else [_escape(head), _escape(tail)]
    if not _stands_once(text, head, start):
        before, after = _context_before(text, start), _context_after(text, end)
        if _WORD.search(before):
            parts.insert(0, _escape(before) + "-")
        if tail is None and _WORD.search(after):
            parts.append("-" + _escape(after))
    return ",".join(parts)


def _stands_once(text: str, words: str, place: int) -> bool:
    """Return whether words stand nowhere but at a place, as far as the text is searched.

    Browsers do not tell capitals from small letters, so neither does this.
    """
    plain, wanted = _lower(text), words.lower()
    first = plain.find(wanted, 0, _SEARCH_LIMIT)
    return first == -1 or (first == place and plain.find(wanted, place + 1, _SEARCH_LIMIT) == -1)


@remembered(2)
def _lower(text: str) -> str:
    """Return a text in small letters, of the same length; once for all quotations of a page."""
    plain = text.lower()
    return plain if len(plain) == len(text) else text


def _first_words(text: str, start: int, end: int) -> str:
    """Return the first words of a stretch, within its first line, as few as stand once."""
    line = _PARTED.split(text[start:end], maxsplit=1)[0]
    cut = line.split(" ")
    if len(cut) <= _LEAST_WORDS:
        return line if " " in line else line[:_EDGE_CHARS_CJK]
    for count in range(_LEAST_WORDS, _EDGE_WORDS + 1):
        head = " ".join(cut[:count])
        if _stands_once(text, head, start):
            return head
    return " ".join(cut[:_EDGE_WORDS])


def _last_words(text: str, start: int, end: int) -> str:
    """Return the last words of a stretch, within its last line, as few as stand at its end only."""
    line = _PARTED.split(text[start:end])[-1].lstrip()
    cut = line.split(" ")
    if len(cut) <= _LEAST_WORDS:
        return line if " " in line else line[-_EDGE_CHARS_CJK:]
    for count in range(_LEAST_WORDS, _EDGE_WORDS + 1):
        tail = " ".join(cut[-count:])
        if text.find(tail, start, end) == end - len(tail):
            return tail
    return " ".join(cut[-_EDGE_WORDS:])


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
    words = words.strip()
    if _PLAIN.fullmatch(words):
        return words.replace(" ", "%20")
    return quote(words, safe="").replace("-", "%2D")
