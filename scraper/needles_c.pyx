# cython: language_level=3, boundscheck=False, wraparound=False
"""The looks of ``needles.py`` for many words in one pass over the text, and for a part of bytes.

Where two characters of the text stand that end the beginnings of some words, these are compared;
where they stand within a beginning or in none, the pass goes on by as many characters as no word
can begin at (Wu and Manber, "A fast algorithm for multi-pattern searching", 1994). The beginnings
are as long as the shortest word.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from libc.string cimport memchr, memcmp
from scraper.native.shared cimport PULLQUOTE_SOURCE

cdef extern from "Python.h":
    int PyUnicode_KIND(object)
    const void* PyUnicode_DATA(object)
    Py_UCS4 PyUnicode_READ(int, const void*, Py_ssize_t) noexcept

SOURCE = PULLQUOTE_SOURCE.decode()
"""Digest of the source that this was made from."""

cdef enum:
    PAIRS = 1 << 12
    # So many characters are passed over at most: a number of one byte.
    FARTHEST = 255


cdef inline int pair(unsigned int one, unsigned int other) noexcept:
    """Return the number of two characters that follow each other; several share one."""
    return <int>((one * 131 + other) % PAIRS)


cdef class Needles:
    """Words that are looked for together."""

    cdef readonly tuple words
    cdef Py_ssize_t shortest
    # For each pair how far to go on, and the first word, from 1, whose beginning it ends.
    cdef unsigned char steps[PAIRS]
    cdef int heads[PAIRS]
    # The next word with the same end of its beginning.
    cdef int* following

    def __cinit__(self, words):
        self.words = tuple(words)
        if any(len(word) < 2 for word in self.words):
            raise ValueError("a word that is looked for has at least two characters")
        self.shortest = min(map(len, self.words), default=2)
        self.shortest = min(self.shortest, FARTHEST)
        self.following = <int*>PyMem_Calloc(len(self.words) + 1, sizeof(int))
        if self.following is NULL:
            raise MemoryError
        self.fill()

    def __dealloc__(self):
        PyMem_Free(self.following)

    cdef int fill(self) except -1:
        cdef Py_ssize_t place
        cdef int at
        cdef int number
        cdef str word
        for at in range(PAIRS):
            self.steps[at] = self.shortest - 1
        # From the last word to the first, so that those of one pair are met in order.
        for number in range(len(self.words), 0, -1):
            word = self.words[number - 1]
            for place in range(self.shortest - 1):
                at = pair(ord(word[place]), ord(word[place + 1]))
                self.steps[at] = min(self.steps[at], self.shortest - 2 - place)
            self.following[number] = self.heads[at]
            self.heads[at] = number
        return 0

    def held_in(self, str text not None):
        """Return those of the words that a text holds, anywhere, in the order they were given."""
        cdef int kind = PyUnicode_KIND(text)
        cdef const void* data = PyUnicode_DATA(text)
        cdef Py_ssize_t place = self.shortest - 1, size = len(text)
        cdef int at
        cdef int number
        cdef set held = set()
        while place < size:
            at = pair(PyUnicode_READ(kind, data, place - 1), PyUnicode_READ(kind, data, place))
            if self.steps[at]:
                place += self.steps[at]
                continue
            number = self.heads[at]
            while number:
                if number not in held and stands(
                    self.words[number - 1], kind, data, place - self.shortest + 1, size
                ):
                    held.add(number)
                number = self.following[number]
            place += 1
        return [self.words[number - 1] for number in sorted(held)]


cdef bint stands(
    str word, int kind, const void* data, Py_ssize_t place, Py_ssize_t size
) except -1:
    """Return whether a word stands at a place of a text."""
    cdef int own = PyUnicode_KIND(word)
    cdef const void* letters = PyUnicode_DATA(word)
    cdef Py_ssize_t index, length = len(word)
    if length > size - place:
        return False
    for index in range(length):
        if PyUnicode_READ(own, letters, index) != PyUnicode_READ(kind, data, place + index):
            return False
    return True


def holds_bytes(bytes content not None, bytes part not None, Py_ssize_t rare):
    """Return whether bytes hold a part; see ``needles.holds_bytes``."""
    cdef const unsigned char* text = content
    cdef const unsigned char* wanted = part
    cdef Py_ssize_t size = len(part), left = len(content) - size + 1
    cdef const unsigned char* at
    cdef const unsigned char* end
    if not 0 <= rare < size:
        raise ValueError("the rarest byte is one of the part's")
    if left <= 0:
        return False
    at = text + rare
    end = at + left
    while at < end:
        at = <const unsigned char*>memchr(at, wanted[rare], end - at)
        if at is NULL:
            return False
        if memcmp(at - rare, wanted, size) == 0:
            return True
        at += 1
    return False
