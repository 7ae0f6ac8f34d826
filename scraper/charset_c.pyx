# cython: language_level=3, boundscheck=False, wraparound=False
"""The test of ``charset.py`` for a compiler: one pass over the bytes, eight of ASCII at once."""

from libc.stdint cimport uint64_t
from libc.string cimport memcpy

include "scraper/native/source.pxi"

cdef uint64_t HIGH_BITS = 0x8080808080808080


def is_once_utf8(bytes content not None):
    """Return whether bytes are UTF-8 that was encoded once; see ``charset.is_once_utf8``."""
    cdef const unsigned char* at = content
    cdef const unsigned char* end = at + len(content)
    cdef uint64_t eight
    cdef Py_ssize_t length
    while at < end:
        if end - at >= 8:
            memcpy(&eight, at, 8)
            if not eight & HIGH_BITS:
                at += 8
                continue
        length = length_of(at, end)
        if not length or (end - at >= 4 and is_twice(at)):
            return False
        at += length
    return True


cdef inline bint continues(unsigned char byte) noexcept:
    return 0x80 <= byte <= 0xBF


cdef inline bint is_twice(const unsigned char* at) noexcept:
    """Return whether a Latin letter that begins a sequence and a control character follow."""
    return at[0] == 0xC3 and 0x82 <= at[1] <= 0xB4 and at[2] == 0xC2 and 0x80 <= at[3] <= 0x9F


cdef inline Py_ssize_t length_of(const unsigned char* at, const unsigned char* end) noexcept:
    """Return how many bytes the next character has; 0 for none that is allowed (RFC 3629, 4)."""
    cdef unsigned char lead = at[0], low = 0x80, high = 0xBF
    cdef Py_ssize_t length
    if lead < 0x80:
        return 1
    if not 0xC2 <= lead <= 0xF4:
        return 0
    length = 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
    if end - at < length:
        return 0
    if lead == 0xE0:
        low = 0xA0
    elif lead == 0xED:
        high = 0x9F
    elif lead == 0xF0:
        low = 0x90
    elif lead == 0xF4:
        high = 0x8F
    if not low <= at[1] <= high:
        return 0
    if length > 2 and not continues(at[2]):
        return 0
    return 0 if length > 3 and not continues(at[3]) else length
