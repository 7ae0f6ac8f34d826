# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""The weights of ``masses.py`` for a compiler: all of them in one pass over the blocks.

What is a ``float`` here has 32 bits in numpy too, and running totals have 64 in both.
"""

from scraper.native.shared cimport data_of

import numpy as np

from scraper.parsers.body import masses

include "scraper/native/source.pxi"

cdef float H1 = masses.H1, H6 = masses.H6, RUNNING_WORDS = masses.RUNNING_WORDS


def to_rows(chars, link_chars, tag):
    """Return link densities with running text, and running totals; see ``masses.to_rows``."""
    cdef Py_ssize_t index, size = len(link_chars)
    weights, totals = np.empty((2, size), np.float32), np.zeros((6, size + 1))
    cdef float* density = <float*>data_of(weights, sizeof(float), 2 * size, True)
    cdef float* running = density + size
    cdef double* sums = <double*>data_of(totals, sizeof(double), 6 * (size + 1), True)
    cdef const float* length = <const float*>data_of(chars.length, sizeof(float), size)
    cdef const float* mass = <const float*>data_of(chars.mass, sizeof(float), size)
    cdef const float* words = <const float*>data_of(chars.words, sizeof(float), size)
    cdef const float* stops = <const float*>data_of(chars.stops, sizeof(float), size)
    cdef const float* digits = <const float*>data_of(chars.digits, sizeof(float), size)
    cdef const float* links = <const float*>data_of(link_chars, sizeof(float), size)
    cdef const float* tags = <const float*>data_of(tag, sizeof(float), size)
    cdef float outside
    for index in range(size):
        density[index] = min(links[index] / length[index], <float>1)
        outside = mass[index] - links[index]
        running[index] = 0
        if density[index] < 0.5 and words[index] >= RUNNING_WORDS and stops[index] > 0:
            running[index] = outside if outside > 0 else 0
        add(sums + index, mass[index])
        add(sums + 1 * (size + 1) + index, links[index])
        add(sums + 2 * (size + 1) + index, running[index])
        add(sums + 3 * (size + 1) + index, running[index] > 0)
        add(sums + 4 * (size + 1) + index, H1 <= tags[index] <= H6)
        add(sums + 5 * (size + 1) + index, digits[index])
    return weights, totals


cdef inline void add(double* sums, double value) noexcept:
    """Write the next running total behind the one before."""
    sums[1] = sums[0] + value
