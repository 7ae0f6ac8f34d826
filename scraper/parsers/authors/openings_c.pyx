# cython: language_level=3, boundscheck=False, wraparound=False
"""The look of ``openings.py`` at the begins of all texts of a page, for a compiler.

Texts are read as Python keeps them: their first two letters rule out most, and no slices are made
of those. Safety: a text cannot change, and the list that the caller gives holds it.
"""

from scraper.native.shared cimport PULLQUOTE_SOURCE

from scraper.parsers.authors import openings
from scraper.parsers.rules import bylines

cdef extern from "Python.h":
    int PyUnicode_KIND(object)
    const void* PyUnicode_DATA(object)
    Py_UCS4 PyUnicode_READ(int kind, const void* data, Py_ssize_t index) noexcept

SOURCE = PULLQUOTE_SOURCE.decode()
"""Digest of the source that this was made from."""

cdef enum:
    ASCII = 128

cdef Py_UCS4 CASELESS_FROM = ord(bylines.CASELESS_FROM)
cdef object may_open = openings.may_open
# Whether a text with these two letters, both of ASCII, may open with a by-word.
cdef unsigned char STARTS[ASCII][ASCII]


cdef void fill() except *:
    cdef str start
    for start in bylines.OPENING_STARTS:
        if len(start) == 2 and start.isascii():
            STARTS[ord(start[0])][ord(start[1])] = 1


fill()


cdef bint begins(str text) except -1:
    """Return whether a by-word or a credit may open a text."""
    cdef int kind = PyUnicode_KIND(text)
    cdef const void* data = PyUnicode_DATA(text)
    cdef Py_UCS4 first, second
    if len(text) < 2:
        return may_open(text)
    first, second = PyUnicode_READ(kind, data, 0), PyUnicode_READ(kind, data, 1)
    if first < ASCII and second < ASCII and not STARTS[first][second]:
        return False
    return may_open(text)


cdef bint repeats(str text, str below) except -1:
    """Return whether a text begins with another one, most of which differ in their first letter."""
    if not text:
        return True
    if len(below) < len(text) or below[0] != text[0]:
        return False
    return below.startswith(text)


def find_openings(list texts not None):
    """Return the indexes of the texts that are worth a look; see ``openings.find_openings``."""
    cdef Py_ssize_t index, last = len(texts) - 1
    cdef str text
    cdef list opening = [], repeated = []
    for index in range(len(texts)):
        text = texts[index]
        if begins(text) or "\n" in text:
            opening.append(index)
        if index < last and repeats(text, texts[index + 1]):
            repeated.append(index)
    return opening, repeated
