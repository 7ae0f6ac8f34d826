# cython: language_level=3, boundscheck=False, wraparound=False
"""The look for blocks with a quotation mark of ``marked.py``, character by character.

Safety: a text cannot change, and is held while it is read; no index leaves it.
"""

from cpython.unicode cimport Py_UNICODE_ISALNUM, PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.string cimport memset

from scraper.parsers.quotes import marks

include "scraper/native/source.pxi"

cdef enum:
    SIGNS = 0x10000
    QUOTE = 0x2019

cdef unsigned char IS_MARK[SIGNS]
memset(IS_MARK, 0, SIGNS)
cdef str mark
for mark in marks.MARKS:
    IS_MARK[ord(mark)] = 1


cdef inline bint is_word(Py_UCS4 letter) noexcept:
    return letter == c"_" or Py_UNICODE_ISALNUM(letter)


cdef bint has_mark(str text):
    """Return whether ``marks.MARK`` finds anything in a text."""
    cdef int form = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef Py_ssize_t place, size = len(text)
    cdef Py_UCS4 letter
    for place in range(size):
        letter = PyUnicode_READ(form, data, place)
        if letter >= SIGNS or not IS_MARK[letter]:
            continue
        if place > 1 and PyUnicode_READ(form, data, place - 1) == 0x20AC:
            if PyUnicode_READ(form, data, place - 2) == 0xE2:
                # The end of a dash whose UTF-8 was misread.
                continue
        if (letter == QUOTE or letter == c"'") and 0 < place < size - 1:
            if is_word(PyUnicode_READ(form, data, place - 1)):
                if is_word(PyUnicode_READ(form, data, place + 1)):
                    continue
        return True
    return False


def blocks_with_marks(list texts not None):
    """Return the indexes of the texts that hold a mark; see ``marked.blocks_with_marks``."""
    cdef Py_ssize_t index
    return {index for index in range(len(texts)) if has_mark(texts[index])}
