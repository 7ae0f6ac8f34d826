# cython: language_level=3, boundscheck=False, wraparound=False
"""The look of ``beginnings.py`` at the begins of all texts of a page, for a compiler.

Texts of ASCII are put in lower case without a copy of each; all others are read as in Python.
Safety: a text cannot change, and the list that the caller gives holds it.
"""

from cpython.unicode cimport PyUnicode_1BYTE_DATA, PyUnicode_READ_CHAR
from libc.string cimport memchr, memcmp

from scraper.parsers.bios import beginnings
from scraper.parsers.rules import bios

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object)

include "scraper/native/source.pxi"

cdef enum:
    ASCII = 128
    LONGEST = 128

cdef Py_ssize_t SHORT = beginnings.SHORT
cdef object begins_closely = beginnings.begins_as_heading
cdef object HEADING_STARTS = bios.HEADING_STARTS
cdef list START_LENGTHS = bios.START_LENGTHS
# Whether a letter may stand before a heading.
cdef unsigned char AROUND[ASCII]
# For two letters that open headings which letters may follow, as bits: those of ASCII that are
# alike in their last five bits share one.
cdef unsigned int THIRDS[ASCII][ASCII]


cdef int fill() except -1:
    cdef str start
    if SHORT > LONGEST:
        raise ImportError("more characters are read of a text than there is room for")
    cdef unsigned int thirds
    for start in HEADING_STARTS:
        thirds = 0xFFFFFFFF
        if len(start) > 2 and start[2].isascii():
            thirds = <unsigned int>1 << (ord(start[2]) & 31)
        if start[:2].isascii():
            THIRDS[ord(start[0])][ord(start[1])] |= thirds
    for start in beginnings.AROUND_HEADING:
        if start.isascii():
            AROUND[ord(start)] = 1
    return 0


fill()


cdef bint holds(const unsigned char* head, Py_ssize_t size, str word) except -1:
    """Return whether a head of ASCII holds a word."""
    cdef Py_ssize_t length = len(word)
    cdef const unsigned char* letters
    cdef const unsigned char* place = head
    cdef const unsigned char* end = head + size - length + 1
    if not PyUnicode_IS_ASCII(word) or length > size:
        return False
    if length == 0:
        return True
    letters = PyUnicode_1BYTE_DATA(word)
    while place < end:
        place = <const unsigned char*>memchr(place, letters[0], end - place)
        if place is NULL:
            return False
        if memcmp(place, letters, length) == 0:
            return True
        place += 1
    return False


cdef bint begins(const unsigned char* head, Py_ssize_t size) noexcept:
    """Return whether the first letters of a text do not rule out that it begins as a heading."""
    cdef unsigned int thirds = THIRDS[head[0]][head[1]]
    return AROUND[head[0]] or (thirds != 0 and (size < 3 or thirds >> (head[2] & 31) & 1))


cdef Py_ssize_t put_lower(str text, unsigned char* head, Py_ssize_t most) noexcept:
    """Put the first letters of a text of ASCII in lower case; return how many."""
    cdef const unsigned char* letters = PyUnicode_1BYTE_DATA(text)
    cdef Py_ssize_t place, size = min(len(text), most)
    for place in range(size):
        head[place] = letters[place] + 32 if c"A" <= letters[place] <= c"Z" else letters[place]
    return size


cdef bint is_heading(str lower) except -1:
    """Return whether a text in lower case begins as a heading."""
    cdef Py_ssize_t length
    if lower[:1] in beginnings.AROUND_HEADING:
        return begins_closely(lower)
    for length in START_LENGTHS:
        if lower[:length] in HEADING_STARTS:
            return True
    return False


def begins_as_heading(str text not None):
    """Return whether a text begins as a heading; see ``beginnings.begins_as_heading``."""
    cdef unsigned char head[LONGEST]
    if len(text) < 2 or not PyUnicode_IS_ASCII(text):
        return begins_closely(text)
    return begins(head, put_lower(text, head, 3)) and begins_closely(text)


cdef bint is_likely(str text, tuple words) except -1:
    """Return whether a text begins as a heading, or has one of the words early."""
    cdef unsigned char head[LONGEST]
    cdef Py_ssize_t size
    cdef str word, lower
    if not PyUnicode_IS_ASCII(text):
        lower = text[:SHORT].lower()
        if is_heading(lower):
            return True
        for word in words:
            if word in lower:
                return True
        return False
    size = put_lower(text, head, SHORT)
    if size > 1 and begins(head, size) and is_heading(text[:SHORT].lower()):
        return True
    for word in words:
        if holds(head, size, word):
            return True
    return False


def find_beginnings(list texts not None, tuple words not None):
    """Return the indexes of the texts that may begin a card; see ``beginnings.find_beginnings``."""
    cdef Py_ssize_t index
    return [index for index in range(len(texts)) if is_likely(texts[index], words)]
