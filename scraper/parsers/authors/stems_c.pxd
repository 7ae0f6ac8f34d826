"""What other twins may ask: the bits of a value in the tree."""

from lxml.includes.tree cimport xmlAttr

cdef enum:
    # All bits: of what is not read here.
    UNREAD = -1
    LETTERS = 32
    MOST = 192
    LONGEST = 16

cdef class Stems:
    cdef object pure
    cdef unsigned char codes[128]
    cdef unsigned char folded[128]
    cdef unsigned char ends[128]
    cdef unsigned char heads[LETTERS][LETTERS]
    cdef unsigned char following[MOST]
    cdef unsigned char sizes[MOST]
    cdef unsigned char closing[MOST]
    cdef int bits[MOST]
    cdef unsigned char letters[MOST][LONGEST]

    cdef int fill(self, dict told, ends) except -1
    cdef bint stands(self, int stem, const unsigned char* text) noexcept
    cdef int scan(self, const unsigned char* text) noexcept
    cdef int of_value(self, xmlAttr* attribute) noexcept
