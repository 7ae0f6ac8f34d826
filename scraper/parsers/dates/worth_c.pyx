# cython: language_level=3, boundscheck=False, wraparound=False
"""The look of ``worth.py`` at the digits of all lines of a page, for a compiler.

Texts of ASCII are read once, short ones to their end; all others are read as in Python. Safety: a
text cannot change, and the list that the caller gives holds it.
"""

from cpython.unicode cimport PyUnicode_1BYTE_DATA
from libc.string cimport memchr

from scraper.parsers.dates import worth

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object)

include "scraper/native/source.pxi"

cdef Py_ssize_t SHORT_BLOCK = worth.SHORT_BLOCK
cdef Py_ssize_t SHORT_YEAR_CHARS = worth.SHORT_YEAR_CHARS
cdef object may_hold_day = worth.may_hold_day
cdef object may_be_short = worth.may_be_short


cdef inline bint is_digit(unsigned char sign) noexcept:
    return 48 <= sign <= 57


cdef inline bint is_mark(unsigned char sign) noexcept:
    """Return whether a sign is one of ``./-``."""
    return 45 <= sign <= 47


cdef inline bint is_space(unsigned char sign) noexcept:
    """Return whether regular expressions take a sign for white space."""
    return sign == 32 or 9 <= sign <= 13 or 28 <= sign <= 31


cdef bint has_pair(const unsigned char* text, Py_ssize_t size, int first, int second) noexcept:
    """Return whether two digits stand one behind the other."""
    cdef const unsigned char* end = text + size - 1
    while text < end:
        text = <const unsigned char*>memchr(text, first, end - text)
        if text is NULL:
            return False
        if text[1] == second:
            return True
        text += 1
    return False


cdef bint has_year_like(const unsigned char* text, Py_ssize_t left) noexcept:
    """Return whether a year may begin here: its first digit, or a mark before two of its digits.

    ``text`` has ``left`` characters from here on.
    """
    if left < 3:
        return False
    if text[0] == 49 or text[0] == 50:
        return (
            left > 3
            and (text[1] == 57 if text[0] == 49 else (text[1] == 48 or text[1] == 53))
            and is_digit(text[2])
            and is_digit(text[3])
        )
    if not is_mark(text[0]) and text[0] != 39:
        return False
    if is_space(text[1]):
        return left > 3 and is_digit(text[2]) and is_digit(text[3])
    return is_digit(text[1]) and is_digit(text[2])


cdef bint holds_day(const unsigned char* text, Py_ssize_t size) noexcept:
    """Return whether a text has a number of one, two or six digits, and what is like a year."""
    cdef Py_ssize_t place, run = 0
    cdef bint has_day = False, has_year = False
    for place in range(size):
        if not has_year:
            has_year = has_year_like(text + place, size - place)
        if is_digit(text[place]):
            run += 1
            continue
        has_day = has_day or run == 1 or run == 2 or run == 6
        if has_day and has_year:
            return True
        run = 0
    return has_year and (has_day or run == 1 or run == 2 or run == 6)


cdef bint is_short(const unsigned char* text, Py_ssize_t size) noexcept:
    """Return whether a day, a month and two digits of a year stand between marks."""
    cdef Py_ssize_t place, behind
    for place in range(1, size - 4):
        if not is_mark(text[place]) or not is_digit(text[place - 1]):
            continue
        behind = place + 1
        if not is_digit(text[behind]):
            continue
        behind += 2 if is_digit(text[behind + 1]) else 1
        if (
            behind + 2 < size
            and is_mark(text[behind])
            and is_digit(text[behind + 1])
            and is_digit(text[behind + 2])
            and (behind + 3 == size or not is_digit(text[behind + 3]))
        ):
            return True
    return False


cdef bint is_worth(str text, bint ascii_digits) except -1:
    cdef Py_ssize_t size = len(text)
    cdef const unsigned char* signs
    if not PyUnicode_IS_ASCII(text):
        if not ascii_digits or "20" in text or "19" in text:
            return may_hold_day(text)
        return may_be_short(text)
    signs = PyUnicode_1BYTE_DATA(text)
    if not ascii_digits or has_pair(signs, size, 50, 48) or has_pair(signs, size, 49, 57):
        return size > SHORT_BLOCK or holds_day(signs, size)
    return size <= SHORT_YEAR_CHARS and is_short(signs, size)


def lines_with_days(list texts not None, bint ascii_digits):
    """Return for each text whether it may print a date."""
    cdef str text
    return [is_worth(text, ascii_digits) for text in texts]
