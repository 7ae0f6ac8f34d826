# cython: language_level=3, boundscheck=False, wraparound=False
"""The signature of ``signatures.py`` in one pass over the characters of a text.

Safety: a text cannot change, and is held while it is read; all arrays have the size of a constant.
"""

import zlib

from cpython.unicode cimport (
    Py_UNICODE_ISALNUM,
    Py_UNICODE_TOLOWER,
    PyUnicode_DATA,
    PyUnicode_KIND,
    PyUnicode_READ,
)
from libc.stdint cimport uint32_t, uint64_t

from scraper.crawler import signatures

include "scraper/native/source.pxi"

cdef enum:
    BINS = 128
    SHINGLE = 5

if (BINS, SHINGLE) != (signatures.BINS, signatures.SHINGLE):
    raise ImportError("other signatures than those of signatures.py")

cdef uint64_t SPREAD = signatures.SPREAD
cdef uint64_t STIR_FIRST = signatures.STIR_FIRST, STIR_LAST = signatures.STIR_LAST
cdef int REST_SHIFT = signatures.REST_SHIFT
cdef uint32_t EMPTY = signatures.EMPTY
cdef Py_ssize_t MIN_WORDS = signatures.MIN_WORDS

cdef int number
cdef uint32_t CRC[256]
for number in range(256):
    # The CRC of one byte is an entry of the table, but for the inversions before and behind it.
    CRC[number ^ 0xFF] = zlib.crc32(bytes([number])) ^ 0xFF000000


cdef uint32_t SMALL[128]
for number in range(128):
    # The small letter of each ASCII character of a word, 0 for what parts words.
    SMALL[number] = ord(chr(number).lower()) if chr(number).isalnum() or number == 0x5F else 0


cdef inline uint32_t small_of(uint32_t letter) noexcept:
    """Return the small letter of a character of a word, 0 for what parts words."""
    if letter < 128:
        return SMALL[letter]
    letter = Py_UNICODE_TOLOWER(letter)
    return letter if Py_UNICODE_ISALNUM(letter) else 0


cdef inline uint32_t fed(uint32_t crc, uint32_t byte) noexcept:
    """Return a running CRC-32 with one byte more."""
    return CRC[(crc ^ byte) & 0xFF] ^ (crc >> 8)


cdef inline uint32_t fed_letter(uint32_t crc, uint32_t letter) noexcept:
    """Return a running CRC-32 with the UTF-8 of a letter more."""
    if letter < 0x80:
        return fed(crc, letter)
    if letter < 0x800:
        crc = fed(crc, 0xC0 | letter >> 6)
    else:
        if letter < 0x10000:
            crc = fed(crc, 0xE0 | letter >> 12)
        else:
            crc = fed(crc, 0xF0 | letter >> 18)
            crc = fed(crc, 0x80 | (letter >> 12 & 0x3F))
        crc = fed(crc, 0x80 | (letter >> 6 & 0x3F))
    return fed(crc, 0x80 | (letter & 0x3F))


cdef inline void count_run(uint64_t* words, Py_ssize_t count, uint32_t* bins) noexcept:
    """Put the hash of the last five words into its bin; ``words`` is a ring of them."""
    cdef uint64_t value = 0
    cdef Py_ssize_t place
    for place in range(SHINGLE):
        value = value * SPREAD + words[(count + place) % SHINGLE]
    value = (value ^ (value >> 30)) * STIR_FIRST
    value = (value ^ (value >> 27)) * STIR_LAST
    value ^= value >> 31
    cdef uint32_t rest = <uint32_t>(value >> REST_SHIFT)
    cdef uint32_t* held = bins + (value & (BINS - 1))
    if rest < held[0]:
        held[0] = rest


cdef bytes written(uint32_t* bins):
    """Return full bins as bytes, an empty one with the value of the next full one."""
    cdef unsigned char out[4 * BINS]
    cdef uint32_t value = EMPTY
    cdef Py_ssize_t place
    # Twice round, so that those at the end have the first ones' values.
    for place in range(2 * BINS - 1, -1, -1):
        if bins[place % BINS] != EMPTY:
            value = bins[place % BINS]
        if place < BINS:
            out[4 * place] = value >> 24
            out[4 * place + 1] = value >> 16 & 0xFF
            out[4 * place + 2] = value >> 8 & 0xFF
            out[4 * place + 3] = value & 0xFF
    return out[:4 * BINS]


def sign(str text not None):
    """Return the signature of a text; see ``signatures.sign``."""
    # The two capitals that do not become one small letter each, whatever stands around them.
    cdef str whole = text.lower() if "\u0130" in text or "\u03a3" in text else text
    cdef int form = PyUnicode_KIND(whole)
    cdef void* data = PyUnicode_DATA(whole)
    cdef Py_ssize_t index, size = len(whole), count = 0
    cdef uint64_t words[SHINGLE]
    cdef uint32_t bins[BINS]
    cdef uint32_t crc = 0xFFFFFFFFU, letter
    cdef bint within = False
    for index in range(BINS):
        bins[index] = EMPTY
    for index in range(size + 1):
        letter = small_of(PyUnicode_READ(form, data, index)) if index < size else 0
        if letter:
            crc = fed_letter(crc, letter)
            within = True
        elif within:
            words[count % SHINGLE] = crc ^ 0xFFFFFFFFU
            crc, within = 0xFFFFFFFFU, False
            count += 1
            if count >= SHINGLE:
                count_run(words, count, bins)
    return written(bins) if count >= MIN_WORDS else None
