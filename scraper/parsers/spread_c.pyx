# cython: language_level=3, boundscheck=False, wraparound=False
"""The sums of ``spread.py`` in one pass over the blocks, for a compiler.

Slots are read in place, of blocks of just that class; short texts are looked through for a sign or
a word of a currency, which few have. Safety: the list holds its blocks, and these their texts.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from scraper.native.slots cimport get, place_of

from scraper.parsers import spread
from scraper.parsers.rules import page_type as rules
from scraper.text import TextBlock

include "scraper/native/source.pxi"

cdef enum:
    ASCII = 128

cdef Py_ssize_t TEXT = place_of(TextBlock, "text")
cdef Py_ssize_t TAG = place_of(TextBlock, "tag")
cdef Py_ssize_t LINK_CHARS = place_of(TextBlock, "link_chars")
cdef frozenset HEADING_TAGS = spread.HEADING_TAGS
cdef Py_ssize_t PRICE_LIMIT = spread.PRICE_LIMIT
cdef object Spread = spread.Spread
cdef object PRICE = rules.PRICE
# Second characters of the currencies that begin with a character of ASCII, 1 for those of one.
cdef int SECONDS[ASCII]
cdef str OTHERS = "".join([name[0] for name in rules.CURRENCIES if not name[0].isascii()])


cdef int fill() except -1:
    cdef str name
    for name in rules.CURRENCIES:
        if not name[0].isascii():
            if len(name) > 1:
                raise ImportError("a currency of several characters begins with one of ASCII")
            continue
        if SECONDS[ord(name[0])]:
            SECONDS[ord(name[0])] = -1
        else:
            SECONDS[ord(name[0])] = 1 if len(name) == 1 else ord(name[1])
    return 0


fill()


cdef bint may_be_price(str text) except -1:
    """Return whether the beginning of a currency stands in a text."""
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef Py_ssize_t place, size = len(text)
    cdef Py_UCS4 sign
    cdef int second
    for place in range(size):
        sign = PyUnicode_READ(kind, data, place)
        if <unsigned int>sign >= ASCII:
            if sign in OTHERS:
                return True
            continue
        second = SECONDS[<unsigned int>sign]
        if second == 0:
            continue
        if second < 2:
            return True
        if place + 1 < size and <int>PyUnicode_READ(kind, data, place + 1) == second:
            return True
    return False


def spread_of(list blocks not None):
    """Return how the text of some blocks is spread."""
    cdef Py_ssize_t shown = 0, linked = 0, size, link_chars
    cdef int teasers = 0, prices = 0
    cdef str text
    for block in blocks:
        if type(block) is not TextBlock:
            raise TypeError("a block is a TextBlock")
        text, link_chars = get(TEXT, block), get(LINK_CHARS, block)
        size = len(text)
        shown += size
        linked += link_chars
        if link_chars * 5 > size * 4 and get(TAG, block) in HEADING_TAGS:
            teasers += 1
        if size < PRICE_LIMIT and may_be_price(text) and PRICE.search(text) is not None:
            prices += 1
    return Spread(shown, linked, teasers, prices)
