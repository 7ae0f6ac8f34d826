"""What other twins take from the searches on libxml2's nodes."""

from lxml.includes.tree cimport xmlAttr, xmlNode

cdef enum:
    # Attributes of one search, and texts of which a value must hold one.
    MOST_WANTED = 4
    MOST_WORDS = 8


cdef class Wanted:
    cdef const char* name
    cdef const char* words[MOST_WORDS]
    cdef Py_ssize_t count
    cdef list kept

    cdef bint fits(self, xmlNode* node, xmlAttr* attribute, Py_ssize_t* found) except -1
    cdef bint is_in(self, const char* value) noexcept
