# cython: language_level=3, boundscheck=False, wraparound=False
"""The look of ``openings.py`` at the begins of all texts of a page, for a compiler.

Texts are read as Python keeps them: their first two letters rule out most, and no slices are made
of those. Safety: a text cannot change, and the list that the caller gives holds it.
"""


from cpython.unicode cimport Py_UNICODE_ISALNUM, PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ

from scraper.parsers.authors import openings
from scraper.parsers.rules import bylines

include "scraper/native/source.pxi"

cdef enum:
    ASCII = 128

cdef object announce_closely = openings.may_announce
cdef object ANNOUNCING_WORDS = bylines.ANNOUNCING_WORDS
cdef tuple GLUED_WORDS = openings.GLUED_WORDS
cdef Py_ssize_t LONGEST_ANNOUNCING = openings._LONGEST_ANNOUNCING
# For two letters that open by-words which letters may follow, as bits: those of ASCII that are
# alike in their last five bits, as both cases are, share one.
cdef unsigned int THIRDS[ASCII][ASCII]


cdef void fill() except *:
    cdef str word, start
    cdef unsigned int thirds
    for word in ANNOUNCING_WORDS:
        # The word may end there, or another character behind the letters be its third.
        thirds = 0xFFFFFFFF
        if len(word) > 2 and word[2].isascii():
            thirds = <unsigned int>1 << (ord(word[2]) & 31)
        for start in {word[:2], word[:2].upper(), word[:2].title(), word[:1] + word[1:2].upper()}:
            start = start if len(start) > 1 else start + " "
            if start.isascii():
                THIRDS[ord(start[0])][ord(start[1])] |= thirds


fill()


cdef bint begins(str text) except -1:
    """Return whether a by-word or a credit may open a text."""
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef Py_ssize_t place, end = min(len(text), LONGEST_ANNOUNCING + 1)
    cdef unsigned int first, second, third
    cdef Py_UCS4 letter
    if len(text) < 3:
        return announce_closely(text)
    first, second = PyUnicode_READ(kind, data, 0), PyUnicode_READ(kind, data, 1)
    third = PyUnicode_READ(kind, data, 2)
    if first >= ASCII or second >= ASCII or third >= ASCII:
        return announce_closely(text)
    if not Py_UNICODE_ISALNUM(first) or not Py_UNICODE_ISALNUM(second):
        return announce_closely(text)
    if not THIRDS[first][second] >> (third & 31) & 1:
        return False
    for place in range(end):
        letter = PyUnicode_READ(kind, data, place)
        if letter == 32:
            end = place
            break
        if not Py_UNICODE_ISALNUM(letter):
            return announce_closely(text)
    return text[:end].lower() in ANNOUNCING_WORDS or text.startswith(GLUED_WORDS)


def may_announce(str text not None):
    """Return whether a by-word may open a text; see ``openings.may_announce``."""
    return begins(text)


cdef bint goes_on(str text) except -1:
    """Return whether a by-word or a credit may open one of a text's lines behind the first."""
    cdef list lines = text.split("\n")
    cdef Py_ssize_t place
    for place in range(1, len(lines)):
        if begins((<str>lines[place]).strip()):
            return True
    return False


def find_openings(list texts not None):
    """Return the indexes of the texts that are worth a look; see ``openings.find_openings``."""
    cdef Py_ssize_t index
    cdef str text
    cdef list opening = []
    for index in range(len(texts)):
        text = texts[index]
        if begins(text) or ("\n" in text and goes_on(text)):
            opening.append(index)
    return opening
