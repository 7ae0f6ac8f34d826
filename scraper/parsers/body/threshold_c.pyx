# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""The best threshold of ``threshold.py`` for a compiler: the same numbers, to the last bit.

Ten small operations of numpy, whose code a page seen for the first time finds in no cache. What is
a ``float`` here has 32 bits there too, and sums are made one after the other in both.
"""

from libc.stdlib cimport free, malloc, qsort
from scraper.native.shared cimport data_of

include "scraper/native/source.pxi"

cdef struct Judged:
    float probability, words
    Py_ssize_t index


cdef int falling(const void* one, const void* other) noexcept nogil:
    """Compare two blocks: the likelier one comes first, of two alike the one before."""
    cdef const Judged* left = <const Judged*>one
    cdef const Judged* right = <const Judged*>other
    if left.probability != right.probability:
        return -1 if left.probability > right.probability else 1
    return -1 if left.index < right.index else 1


def promised(probabilities, words):
    """Return the threshold with the best expected word F1, and that F1; see ``threshold.py``."""
    cdef Py_ssize_t size = len(probabilities), index, best = 0
    cdef const float* given = <const float*>data_of(probabilities, sizeof(float), size)
    cdef const float* counted = <const float*>data_of(words, sizeof(float), size)
    cdef float whole = 0, hits = 0, total = 0, score, highest = 0
    if size == 0:
        raise IndexError("no block to choose")
    cdef Judged* blocks = <Judged*>malloc(size * sizeof(Judged))
    if blocks is NULL:
        raise MemoryError
    for index in range(size):
        blocks[index] = Judged(given[index], counted[index], index)
    qsort(blocks, size, sizeof(Judged), falling)
    for index in range(size):
        whole += blocks[index].probability * blocks[index].words
    for index in range(size):
        hits += blocks[index].probability * blocks[index].words
        total += blocks[index].words
        score = 2 * hits / (total + whole + <float>1e-9)
        if index == 0 or score > highest:
            best, highest = index, score
    found = blocks[best].probability, highest
    free(blocks)
    return found
