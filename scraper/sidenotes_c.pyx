# cython: language_level=3, boundscheck=False, wraparound=False
"""The look for names of notes of ``sidenotes.py`` in one pass over a page's bytes.

All names are looked for at once, from their ends, by pairs of bytes (Wu and Manber 1994): a pair
that none of them has near its end is passed over with all that a name would have before it. That
is nearly every pair of a page, so that seven bytes take one step that a processor foresees.
"""

from libc.string cimport memcmp

from scraper import sidenotes

include "scraper/native/source.pxi"

cdef enum:
    MOST_NAMES = 4
    PAIRS = 1024

cdef tuple NAMES = sidenotes.NAMES
cdef int COUNT = len(NAMES)
cdef int SHORTEST = min(map(len, NAMES))
cdef const char* names[MOST_NAMES]
cdef Py_ssize_t lengths[MOST_NAMES]
cdef unsigned char steps[PAIRS]
"""How far the next place is where a name can end; 0 for a pair that may end one."""
cdef int BEYOND = fill_tables()
"""How far the next such place is behind a pair that might have ended a name."""


cdef inline int number_of(unsigned char first, unsigned char second) noexcept:
    """Return the place of a pair in the table, which some pairs share."""
    return (first << 4 ^ second) & (PAIRS - 1)


cdef int fill_tables() except -1:
    """Fill the tables of names and steps; return the least step behind an end of a name."""
    cdef int place, step, pair, beyond = SHORTEST - 1
    cdef const unsigned char* end
    if COUNT > MOST_NAMES or not 1 < SHORTEST <= 256:
        raise ImportError("more is looked for than there is room for")
    for pair in range(PAIRS):
        steps[pair] = SHORTEST - 1
    for place in range(COUNT):
        names[place] = <bytes>NAMES[place]
        lengths[place] = len(NAMES[place])
        end = <const unsigned char*>names[place] + lengths[place] - 1
        for step in range(SHORTEST - 1):
            pair = number_of((end - step - 1)[0], (end - step)[0])
            steps[pair] = min(<int>steps[pair], step)
    for place in range(COUNT):
        end = <const unsigned char*>names[place] + lengths[place] - 1
        for step in range(1, SHORTEST - 1):
            if not steps[number_of((end - step - 1)[0], (end - step)[0])]:
                beyond = min(beyond, step)
    return beyond


def names_sidenotes(bytes encoded not None):
    """Return whether one of the names stands in a page; see ``sidenotes.names_sidenotes``."""
    cdef const unsigned char* at = encoded
    cdef Py_ssize_t end = len(encoded), last = SHORTEST - 1
    cdef int step, place, far = SHORTEST - 1
    while last < end:
        step = steps[number_of(at[last - 1], at[last])]
        if step == far:
            # Said apart from other steps: what is foreseen need not be waited for.
            last += far
            continue
        if step:
            last += step
            continue
        for place in range(COUNT):
            if last + 1 >= lengths[place] and (
                memcmp(at + last + 1 - lengths[place], names[place], lengths[place]) == 0
            ):
                return True
        last += BEYOND
    return False
