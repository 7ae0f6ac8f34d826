# cython: language_level=3, boundscheck=False, wraparound=False
"""The looks of ``needles.py`` for many words in one pass over the text, and for a part of bytes.

Where two characters of the text stand that end the beginnings of some words, these are compared;
where they stand within a beginning or in none, the pass goes on by as many characters as no word
can begin at (Wu and Manber, "A fast algorithm for multi-pattern searching", 1994). The beginnings
are as long as the shortest word. Words of Chinese, Japanese and Korean are the shortest by far and
stand in few texts, so that they are looked for apart.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.stdint cimport uint16_t
from libc.string cimport memchr, memcmp

include "scraper/native/source.pxi"

cdef enum:
    PAIRS = 1 << 12
    # So many characters are passed over at most: a number of one byte.
    FARTHEST = 255
    # Where signs of Chinese, Japanese and Korean begin, behind the quotation marks of all others.
    FAR = 0x2E80


cdef inline int pair(unsigned int one, unsigned int other) noexcept:
    """Return the number of two characters that follow each other; several share one."""
    return <int>((one * 131 + other) % PAIRS)


cdef class Table:
    """Some of the words that are looked for together."""

    cdef list words, numbers
    cdef Py_ssize_t shortest
    # For each pair how far to go on, and the first word, from 1, whose beginning it ends.
    cdef unsigned char steps[PAIRS]
    cdef int heads[PAIRS]
    # The next word with the same end of its beginning, and what each word begins with.
    cdef int* following
    cdef Py_UCS4* firsts

    def __cinit__(self, dict words):
        """Take the words, each by the number that it is told by."""
        self.numbers, self.words = list(words), list(words.values())
        self.shortest = min(map(len, self.words), default=2)
        self.shortest = min(self.shortest, FARTHEST)
        self.following = <int*>PyMem_Calloc(len(self.words) + 1, sizeof(int))
        self.firsts = <Py_UCS4*>PyMem_Calloc(len(self.words) + 1, sizeof(Py_UCS4))
        if self.following is NULL or self.firsts is NULL:
            raise MemoryError
        self.fill()

    def __dealloc__(self):
        PyMem_Free(self.following)
        PyMem_Free(self.firsts)

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
            self.firsts[number] = ord(word[0])
            self.following[number] = self.heads[at]
            self.heads[at] = number
        return 0

    cdef int find(self, int kind, void* data, Py_ssize_t size, set held) except -1:
        """Add to ``held`` the numbers of the words that a text holds."""
        cdef Py_ssize_t place = self.shortest - 1
        cdef Py_UCS4 first
        cdef int at
        cdef int number
        while place < size:
            at = pair(PyUnicode_READ(kind, data, place - 1), PyUnicode_READ(kind, data, place))
            if self.steps[at]:
                place += self.steps[at]
                continue
            first = PyUnicode_READ(kind, data, place - self.shortest + 1)
            number = self.heads[at]
            while number:
                if self.firsts[number] == first and stands(
                    self.words[number - 1], kind, data, place - self.shortest + 1, size
                ):
                    held.add(self.numbers[number - 1])
                number = self.following[number]
            place += 1
        return 0


cdef bint reaches(void* data, int kind, Py_ssize_t size) noexcept:
    """Return whether a text has signs of Chinese, Japanese and Korean, or others behind them."""
    cdef const uint16_t* pairs = <const uint16_t*>data
    cdef Py_ssize_t place
    if kind != 2:
        return kind > 2
    for place in range(size):
        if pairs[place] >= FAR:
            return True
    return False


cdef class Needles:
    """Words that are looked for together."""

    cdef readonly tuple words
    cdef Table near, far

    def __cinit__(self, words):
        self.words = tuple(words)
        if any(len(word) < 2 for word in self.words):
            raise ValueError("a word that is looked for has at least two characters")
        numbered = dict(enumerate(self.words))
        far = {number: word for number, word in numbered.items() if ord(max(word)) >= FAR}
        self.near = Table({n: word for n, word in numbered.items() if n not in far})
        self.far = Table(far)

    def held_in(self, str text not None):
        """Return those of the words that a text holds, anywhere, in the order they were given."""
        cdef int kind = PyUnicode_KIND(text)
        cdef void* data = PyUnicode_DATA(text)
        cdef set held = set()
        self.near.find(kind, data, len(text), held)
        if self.far.words and reaches(data, kind, len(text)):
            self.far.find(kind, data, len(text), held)
        return [self.words[number] for number in sorted(held)]


cdef bint stands(
    str word, int kind, void* data, Py_ssize_t place, Py_ssize_t size
) except -1:
    """Return whether a word stands at a place of a text."""
    cdef int own = PyUnicode_KIND(word)
    cdef void* letters = PyUnicode_DATA(word)
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
