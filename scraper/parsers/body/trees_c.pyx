# cython: language_level=3, boundscheck=False, wraparound=False
"""The sums of ``trees.py`` for a compiler: the same, to the last bit.

A few columns go through all trees together, so that every step is the same for neighbours in
memory, which compilers turn into one instruction for many. Values are added one tree after the
other in single precision, as in ``trees.py``; a border that a missing number (NaN) is asked about
is answered no in both.
"""

from libc.stdint cimport int64_t, uint64_t
from libc.string cimport memcpy, memset
from scraper.native.shared cimport data_of

import numpy as np

include "scraper/native/source.pxi"

cdef enum:
    # Columns that go through the trees together: the answers to 2,000 questions fit the cache.
    WIDTH = 32
    WORDS = 4  # of eight columns each
    DEEPEST = 8

cdef struct Model:
    Py_ssize_t questions, depth, trees
    const int64_t* features
    const float* borders
    const int64_t* splits
    const float* values


def leaf_sums(matrix, features, borders, splits, values):
    """Return for each column of a feature matrix the sum of one value a tree."""
    matrix = np.ascontiguousarray(matrix, np.float32)
    splits = np.ascontiguousarray(splits)
    cdef Model model = read_model(features, borders, splits, values)
    cdef Py_ssize_t rows = matrix.shape[0], columns = matrix.shape[1], start, width
    check(&model, rows)
    cdef const float* given = <const float*>data_of(matrix, sizeof(float), rows * columns)
    made = np.zeros(columns, np.float32)
    cdef float* sums = <float*>data_of(made, sizeof(float), columns, True)
    part = np.zeros(rows * WIDTH, np.float32)
    cdef float* some = <float*>data_of(part, sizeof(float), rows * WIDTH, True)
    room = np.empty(model.questions * WIDTH, np.uint8)
    cdef unsigned char* answers = <unsigned char*>data_of(room, 1, model.questions * WIDTH, True)
    for start in range(0, columns, WIDTH):
        width = min(<Py_ssize_t>WIDTH, columns - start)
        copy(given + start, rows, columns, width, some)
        answer(&model, some, answers)
        add(&model, answers, width, sums + start)
    return made


cdef Model read_model(features, borders, splits, values) except *:
    """Return where the parts of a model lie, which the caller keeps."""
    cdef Model model
    model.questions, model.depth, model.trees = len(features), len(splits), splits.shape[1]
    if not 0 < model.depth <= DEEPEST:
        raise ValueError(f"a tree has 1 to {DEEPEST} levels")
    model.features = <const int64_t*>data_of(features, sizeof(int64_t), model.questions)
    model.borders = <const float*>data_of(borders, sizeof(float), model.questions)
    model.splits = <const int64_t*>data_of(splits, sizeof(int64_t), model.depth * model.trees)
    model.values = <const float*>data_of(values, sizeof(float), model.trees << model.depth)
    return model


cdef int check(const Model* model, Py_ssize_t rows) except -1:
    """Raise ValueError where a model asks for what is not there."""
    cdef Py_ssize_t place
    for place in range(model.questions):
        if not 0 <= model.features[place] < rows:
            raise ValueError("a question asks about a feature that is not there")
    for place in range(model.depth * model.trees):
        if not 0 <= model.splits[place] < model.questions:
            raise ValueError("a tree asks a question that is not there")
    return 0


cdef void copy(
    const float* given, Py_ssize_t rows, Py_ssize_t columns, Py_ssize_t width, float* some
) noexcept:
    """Copy some columns to where they lie beside each other; those missing keep what was there."""
    cdef Py_ssize_t row
    for row in range(rows):
        memcpy(some + row * WIDTH, given + row * columns, width * sizeof(float))


cdef void answer(const Model* model, const float* some, unsigned char* answers) noexcept:
    """Answer all questions for some columns, always as many: the count is known to the compiler."""
    cdef Py_ssize_t question, column
    cdef const float* row
    cdef float border
    for question in range(model.questions):
        row = some + model.features[question] * WIDTH
        border = model.borders[question]
        for column in range(WIDTH):
            answers[column] = row[column] > border
        answers += WIDTH


cdef void add(
    const Model* model, const unsigned char* answers, Py_ssize_t width, float* sums
) noexcept:
    """Add the value of each tree to the sums of some columns."""
    # Leaves of eight columns are doubled at once, as one number of 64 bits: the highest bit of a
    # column's byte is not set before its last level, so that nothing is carried over.
    cdef uint64_t leaves[WORDS]
    cdef const unsigned char* leaf = <const unsigned char*>leaves
    cdef const uint64_t* found
    cdef const float* values = model.values
    cdef Py_ssize_t tree, level, word, column
    for tree in range(model.trees):
        memset(leaves, 0, WIDTH)
        # The last level is the highest bit.
        for level in range(model.depth - 1, -1, -1):
            found = <const uint64_t*>(answers + model.splits[level * model.trees + tree] * WIDTH)
            for word in range(WORDS):
                leaves[word] += leaves[word] + found[word]
        for column in range(width):
            sums[column] += values[leaf[column]]
        values += <Py_ssize_t>1 << model.depth
