"""What the compiled twins share: the digest of their source, and numpy's arrays as plain C."""

from cpython.buffer cimport PyBUF_C_CONTIGUOUS, PyBUF_WRITABLE, PyBuffer_Release, PyObject_GetBuffer


cdef extern from *:
    """
    #ifndef PULLQUOTE_SOURCE
    #define PULLQUOTE_SOURCE ""
    #endif
    """
    const char* PULLQUOTE_SOURCE


cdef inline void* data_of(
    object array, Py_ssize_t itemsize, Py_ssize_t count, bint writable = False
) except? NULL:
    """Return where an array has its numbers; valid as long as the caller holds the array.

    An array of numpy stays where it is, so that the buffer need not be kept; typed memory views
    would do the same with four times the code to compile. Raises ValueError for an array that has
    gaps, or another number or size of items than the caller will touch.
    """
    cdef Py_buffer view
    cdef Py_ssize_t length
    PyObject_GetBuffer(array, &view, PyBUF_C_CONTIGUOUS | (PyBUF_WRITABLE if writable else 0))
    length = view.len
    cdef void* data = view.buf
    cdef bint fits = view.itemsize == itemsize and length == itemsize * count
    PyBuffer_Release(&view)
    if not fits:
        raise ValueError(f"expected {count} items of {itemsize} bytes, not {length} bytes")
    return data
