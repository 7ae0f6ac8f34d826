# cython: language_level=3, boundscheck=False, wraparound=False
"""The count of ``words.py`` over the characters of a text as Python keeps them.

Safety: a text cannot change, and is held by the caller while it is read.
"""

from cpython.unicode cimport Py_UNICODE_ISALNUM, PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.stdint cimport uint8_t
from scraper.native.shared cimport data_of

from scraper import words

include "scraper/native/source.pxi"

cdef int LETTER = words.LETTER, SIGN = words.SIGN
cdef Py_UCS4 TABLE_SIZE = words.TABLE_SIZE


def tally(str text not None):
    """Return how many words and signs a text holds; see ``words.tally``."""
    cdef int form = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef Py_ssize_t index, starts = 0, signs = 0
    cdef object table = words.kinds()
    cdef const uint8_t* kinds = <const uint8_t*>data_of(table, 1, TABLE_SIZE)
    cdef Py_UCS4 code
    cdef uint8_t kind, letter, within = 0
    for index in range(len(text)):
        code = PyUnicode_READ(form, data, index)
        # All signs are in the table; letters of rare scripts, and emoji, are not.
        if code < TABLE_SIZE:
            kind = kinds[code]
        else:
            kind = LETTER if Py_UNICODE_ISALNUM(code) else 0
        letter = kind == LETTER
        signs += kind == SIGN
        starts += letter & (within ^ 1)
        within = letter
    return words.Words(starts, signs)
