# cython: language_level=3, boundscheck=False, wraparound=False
"""The first look of ``furniture.py`` at lines, for a compiler: which of them a rule may take.

Safety: classes are checked before slots are read, and lists before they are followed; nothing is
changed, nothing is kept.
"""

from cpython.unicode cimport Py_UNICODE_ISDECIMAL
from scraper.native.slots cimport get, place_of

from scraper.parsers.body import furniture as pure
from scraper.parsers.rules import boilerplate
from scraper.text import TextBlock

include "scraper/native/source.pxi"

cdef object block_type = TextBlock
cdef Py_ssize_t TEXT = place_of(TextBlock, "text"), LINK_CHARS = place_of(TextBlock, "link_chars")
cdef double MOSTLY_LINK = pure.MOSTLY_LINK
cdef Py_ssize_t AD_LIMIT = pure.AD_LIMIT, COPYRIGHT_LIMIT = pure.COPYRIGHT_LIMIT
cdef Py_ssize_t LABEL_LIMIT = boilerplate.LABEL_LIMIT, POINTER_LIMIT = boilerplate.POINTER_LIMIT
cdef object CLAIM_SIGNS = pure.CLAIM_SIGNS
cdef Py_ssize_t START = pure.START
cdef object may_point = pure.may_point, may_label = pure.may_label
cdef object may_claim = pure.may_claim, may_count = pure.may_count

cdef enum:
    # What a text of three letters of ASCII may begin; letters of either case have the same bits.
    LETTERS = 1 << 15
    POINTS = 1
    LABELS = 2

cdef unsigned char begins[LETTERS]


cdef int letters_of(str text) noexcept:
    """Return the first three letters of a text as one number, -1 where they are no such three."""
    cdef int found = 0
    cdef Py_ssize_t at
    cdef Py_UCS4 char
    if len(text) < 3:
        return -1
    for at in range(3):
        char = text[at]
        if char >= 128 or (at == 0 and not char.isalpha()):
            return -1
        found = found << 5 | (<int>char & 31)
    return found


cdef int note(starts, int what) except -1:
    """Note how some texts begin; what has two letters begins all that have these."""
    cdef int letters, last
    for start in starts:
        for last in range(32 if len(start) < 3 else 1):
            letters = letters_of(start if len(start) > 2 else start + chr(64 + last))
            if letters >= 0:
                begins[letters] |= what
    return 0


note(pure.POINTER_STARTS, POINTS)
note(boilerplate.AD_LABELS, LABELS)


cdef bint counts(str text) except -1:
    """Return whether a text may be a counter; most have no number."""
    cdef Py_UCS4 char
    for char in text:
        if char == c"." or char == c"," or Py_UNICODE_ISDECIMAL(char):
            return may_count(text)
    return False


cdef bint claims(str text) except -1:
    """Return whether a text may begin with a copyright line; most begin with another letter."""
    cdef Py_UCS4 first
    if not text:
        return may_claim(text)
    first = text[0]
    if first.isalnum() and first not in CLAIM_SIGNS:
        return False
    return may_claim(text)


cdef bint may_take(block) except -1:
    cdef str text
    cdef Py_ssize_t size, links
    cdef int letters
    if type(block) is not block_type:
        raise TypeError("expected text blocks")
    text, links = get(TEXT, block), get(LINK_CHARS, block)
    size = len(text)
    if links and (links >= MOSTLY_LINK * size or size - links <= LABEL_LIMIT):
        return True
    letters = letters_of(text)
    if size <= POINTER_LIMIT and (letters < 0 or begins[letters] & POINTS) and may_point(text):
        return True
    if size <= AD_LIMIT and (letters < 0 or begins[letters] & LABELS) and may_label(text[:START]):
        return True
    if size <= LABEL_LIMIT and counts(text):
        return True
    if size <= COPYRIGHT_LIMIT and ("\n" in text or claims(text)):
        return True
    return (size > 0 and Py_UNICODE_ISDECIMAL(text[size - 1])) or "{{" in text


def may_go(blocks, list places not None):
    """Return the places of blocks that some rule may take; see ``furniture.may_go``."""
    return [place for place in places if may_take(blocks[place])]
