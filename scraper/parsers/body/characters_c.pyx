# cython: language_level=3, boundscheck=False, wraparound=False
"""The tally of ``characters.py`` for a compiler: one pass over the characters as they are stored."""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.string cimport memset
from scraper.native.shared cimport data_of

import numpy as np

from scraper.parsers.body import characters

include "scraper/native/source.pxi"

cdef int UPPER = characters.UPPER, SPACE = characters.SPACE, LINE = characters.LINE
cdef int CLASSES = characters.CLASSES, LENGTH = characters.LENGTH, CAPITALS = characters.CAPITALS
cdef int LEAD = characters.LEAD, LAST = characters.LAST, ROWS = characters.LAST + 1

cdef enum:
    PLANE = 0x10000  # characters of the basic plane
    MOST_CLASSES = 256


def tally(list texts not None, table):
    """Return the counts of all blocks, one row a count and one column a block."""
    cdef Py_ssize_t size = len(texts), column
    cdef const unsigned char* classes = <const unsigned char*>data_of(table, 1, PLANE)
    rows = np.empty((ROWS, size), np.float32)
    cdef float* counts = <float*>data_of(rows, sizeof(float), ROWS * size, True)
    for column in range(size):
        count(texts[column], classes, counts + column, size)
    return rows


cdef int count(
    str text, const unsigned char* classes, float* column, Py_ssize_t size
) except -1:
    """Fill the column of one text; its rows lie so many numbers apart."""
    cdef Py_ssize_t found[MOST_CLASSES]
    cdef Py_ssize_t place, capitals = 0
    cdef int own = SPACE, before = SPACE, lead = SPACE
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    memset(found, 0, sizeof(found))
    for place in range(len(text)):
        own = classes[in_plane(PyUnicode_READ(kind, data, place))]
        found[own] += 1
        if place == 0:
            lead = own
        if own == UPPER and (place == 0 or before == SPACE or before == LINE):
            capitals += 1
        before = own
    for place in range(CLASSES):
        column[place * size] = found[place]
    column[LENGTH * size] = len(text)
    column[CAPITALS * size] = capitals
    column[LEAD * size] = lead
    column[LAST * size] = own
    return 0


cdef inline Py_UCS4 in_plane(Py_UCS4 code) noexcept:
    """Return the character whose class counts: halves of pairs are replaced when encoded."""
    if code >= PLANE:
        return PLANE - 1
    return c"?" if 0xD800 <= code <= 0xDFFF else code
