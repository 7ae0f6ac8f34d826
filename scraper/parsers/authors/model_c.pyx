# cython: language_level=3, boundscheck=False, wraparound=False
"""The sums of ``model.py`` for a compiler: the same, to the last bit."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from libc.stdint cimport int64_t
from libc.string cimport memset
from scraper.native.shared cimport data_of

include "scraper/native/source.pxi"

cdef enum:
    DEEPEST = 16

cdef struct Trees:
    Py_ssize_t features, depth, trees
    const int64_t* columns
    const double* borders
    const double* values


def leaf_sums(list described not None, dict places not None, columns, borders, values):
    """Return for each candidate the sum of one value a tree; see ``model.leaf_sums``."""
    cdef Trees model = read_trees(len(places), columns, borders, values)
    cdef list sums = []
    cdef dict features
    cdef double* row = <double*>PyMem_Calloc(model.features + 1, sizeof(double))
    if row is NULL:
        raise MemoryError
    try:
        for features in described:
            memset(row, 0, model.features * sizeof(double))
            fill(row, features, places, model.features)
            sums.append(add(&model, row))
    finally:
        PyMem_Free(row)
    return sums


cdef Trees read_trees(Py_ssize_t features, columns, borders, values) except *:
    """Return where the parts of a model lie, which the caller keeps; raises ValueError if amiss."""
    cdef Trees model
    cdef Py_ssize_t place, count
    model.features = features
    model.depth, model.trees = columns.shape
    if not 0 < model.depth <= DEEPEST:
        raise ValueError(f"a tree has 1 to {DEEPEST} levels")
    count = model.depth * model.trees
    model.columns = <const int64_t*>data_of(columns, sizeof(int64_t), count)
    model.borders = <const double*>data_of(borders, sizeof(double), count)
    model.values = <const double*>data_of(values, sizeof(double), model.trees << model.depth)
    for place in range(count):
        if not 0 <= model.columns[place] < features:
            raise ValueError("a tree asks about a feature that is not there")
    return model


cdef int fill(double* row, dict features, dict places, Py_ssize_t count) except -1:
    """Set what is not 0 of a candidate's features in their places."""
    cdef double number
    cdef Py_ssize_t place
    for name, value in features.items():
        number = value
        if number != 0.0:
            found = places.get(name)
            if found is not None:
                place = found
                if not 0 <= place < count:
                    raise ValueError("a feature has a place that is not there")
                row[place] = number
    return 0


cdef double add(const Trees* model, const double* row) noexcept:
    """Return the sum of the values of all trees for one candidate."""
    cdef double total = 0.0
    cdef Py_ssize_t tree, level, leaf, question
    for tree in range(model.trees):
        leaf = 0
        for level in range(model.depth):
            question = level * model.trees + tree
            leaf |= <Py_ssize_t>(row[model.columns[question]] > model.borders[question]) << level
        total += model.values[(tree << model.depth) + leaf]
    return total
