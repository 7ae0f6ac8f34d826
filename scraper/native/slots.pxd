"""Makes objects of classes of slots without their constructors, which are Python.

The descriptor of a slot is what an assignment finds by the slot's name.
"""

from cpython.ref cimport PyObject

cdef extern from "Python.h":
    ctypedef struct PyTypeObject:
        int (*tp_descr_set)(PyObject*, PyObject*, PyObject*) except -1
        object (*tp_alloc)(PyTypeObject*, Py_ssize_t)
    PyTypeObject* Py_TYPE(object)


cdef inline object empty(object made):
    """Return a new object of a class of slots, none of which is filled."""
    return (<PyTypeObject*>made).tp_alloc(<PyTypeObject*>made, 0)


cdef inline int put(object slot, object owner, object value) except -1:
    """Fill one slot of an object."""
    return Py_TYPE(slot).tp_descr_set(<PyObject*>slot, <PyObject*>owner, <PyObject*>value)
