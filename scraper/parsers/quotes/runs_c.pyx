# cython: language_level=3, boundscheck=False, wraparound=False
"""The runs of capitalised words of ``runs.py``, over the characters as Python keeps them.

What the pattern there tries in turn excludes each other here: behind a space stands a capital
letter or a joining word, and the first form of a word that fits is the one that counts.

Safety: a text cannot change, and is held by the caller while it is read; no index leaves it.
"""

from cpython.unicode cimport Py_UNICODE_ISALNUM, PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.string cimport memset

from scraper.parsers.quotes import runs
from scraper.parsers.quotes.texts import UPPER

include "scraper/native/source.pxi"

cdef enum:
    LETTERS = 0x2000
    QUOTE = 0x2019

cdef unsigned char CAPITALS[LETTERS]
memset(CAPITALS, 0, LETTERS)
cdef str capital
if ord(max(UPPER)) >= LETTERS:
    raise ImportError("the table of capitals is too short")
for capital in UPPER:
    CAPITALS[ord(capital)] = 1
cdef frozenset TITLES = frozenset(runs.SHORT_TITLES), JOINING = runs.JOINING
cdef Py_ssize_t LONGEST_TITLE = max(map(len, TITLES)), LONGEST_JOINING = max(map(len, JOINING))
cdef int MOST_JOINING = runs.MOST_JOINING, MOST_FURTHER = runs.MOST_FURTHER


cdef struct Text:
    int form
    void* data
    Py_ssize_t size


cdef inline Py_UCS4 at(Text* text, Py_ssize_t place) noexcept:
    """Return a character, 0 outside the text."""
    if place < 0 or place >= text.size:
        return 0
    return PyUnicode_READ(text.form, text.data, place)


cdef inline bint is_capital(Py_UCS4 letter) noexcept:
    return letter < LETTERS and CAPITALS[letter]


cdef inline bint is_word(Py_UCS4 letter) noexcept:
    if letter < 128:
        return (
            c"a" <= letter <= c"z" or c"A" <= letter <= c"Z" or c"0" <= letter <= c"9"
            or letter == c"_"
        )
    return Py_UNICODE_ISALNUM(letter)


cdef inline bint is_apostrophe(Py_UCS4 letter) noexcept:
    return letter == QUOTE or letter == c"'"


cdef inline bint is_small(Py_UCS4 letter) noexcept:
    return c"a" <= letter <= c"z"


cdef inline bint is_free(Text* text, Py_ssize_t place) noexcept:
    """Return whether no word goes on to a place."""
    cdef Py_UCS4 before = at(text, place - 1)
    return not (is_word(before) or is_apostrophe(before))


cdef inline bint begins(Text* text, Py_ssize_t place) noexcept:
    """Return whether a capital letter begins a run: no word goes on to it but an elided article."""
    if is_free(text, place):
        return True
    if not is_apostrophe(at(text, place - 1)) or not is_small(at(text, place - 2)):
        return False
    return is_free(text, place - 2) or (is_small(at(text, place - 3)) and is_free(text, place - 3))


cdef Py_ssize_t elided(Text* text, Py_ssize_t start, Py_ssize_t floor) noexcept:
    """Return where a run begins with the elided article before its capital, if there is one."""
    cdef Py_UCS4 sign = at(text, start - 1)
    if not (is_apostrophe(sign) or sign == c"-") or not is_small(at(text, start - 2)):
        return start
    if start - 3 >= floor and is_small(at(text, start - 3)) and is_free(text, start - 3):
        return start - 3
    return start - 2 if start - 2 >= floor and is_free(text, start - 2) else start


cdef Py_ssize_t word_end(str whole, Text* text, Py_ssize_t start):
    """Return where the word ends that a capital letter begins."""
    cdef Py_ssize_t place = start + 1
    cdef Py_UCS4 letter = at(text, place)
    if letter == c".":
        place += 1
        while is_capital(at(text, place)) and at(text, place + 1) == c".":
            place += 2
        return place
    while is_word(letter) or is_apostrophe(letter) or letter == c"&" or letter == c"-":
        place += 1
        letter = at(text, place)
    if letter == c"." and place - start <= LONGEST_TITLE and whole[start:place] in TITLES:
        return place + 1
    return place


cdef Py_ssize_t further(str whole, Text* text, Py_ssize_t place):
    """Return where the next word with a capital begins, behind joining words; -1 for none."""
    cdef Py_ssize_t start, end
    cdef int joined = 0
    while at(text, place) == c" ":
        start = end = place + 1
        if is_capital(at(text, start)):
            return start
        while end - start <= LONGEST_JOINING and end < text.size and at(text, end) != c" ":
            end += 1
        if joined == MOST_JOINING or whole[start:end] not in JOINING:
            return -1
        joined += 1
        place = end
    return -1


def find_runs(str whole not None):
    """Return start and words of all runs; see ``runs.find_runs``."""
    cdef Text text
    text.form, text.data, text.size = PyUnicode_KIND(whole), PyUnicode_DATA(whole), len(whole)
    cdef Py_ssize_t place = 0, floor = 0, start, end, following
    cdef int words
    cdef list found = []
    while place < text.size:
        if not is_capital(PyUnicode_READ(text.form, text.data, place)) or not begins(&text, place):
            place += 1
            continue
        start = elided(&text, place, floor)
        end = word_end(whole, &text, place)
        for words in range(MOST_FURTHER):
            following = further(whole, &text, end)
            if following < 0:
                break
            end = word_end(whole, &text, following)
        found.append((start, whole[start:end]))
        place = floor = end
    return found
