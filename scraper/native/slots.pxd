"""Makes objects of classes of slots without their constructors, and reads their slots in place.

A slot lies at the same place in every object of its class: the descriptor that an assignment finds
by the slot's name says where. Who uses a place has to know that the object is of just that class.
"""

from cpython.object cimport PyObject, PyTypeObject
from cpython.ref cimport Py_INCREF, Py_XDECREF

cdef extern from "Python.h":
    ctypedef struct PyMemberDef:
        Py_ssize_t offset
    ctypedef struct PyMemberDescrObject:
        PyMemberDef* d_member
    object PyType_GenericAlloc(PyTypeObject*, Py_ssize_t)


cdef inline Py_ssize_t place_of(object made, str name) except -1:
    """Return where objects of a class have a slot; ImportError for what is no slot of it."""
    slot = getattr(made, name)
    if type(slot).__name__ != "member_descriptor":
        raise ImportError(f"{made.__name__}.{name} is no slot any more")
    return (<PyMemberDescrObject*>slot).d_member.offset


cdef inline object empty(object made):
    """Return a new object of a class of slots, none of which is filled."""
    return PyType_GenericAlloc(<PyTypeObject*>made, 0)


cdef inline PyObject** at(object owner, Py_ssize_t place) noexcept:
    return <PyObject**>(<char*><PyObject*>owner + place)


cdef inline int put(Py_ssize_t place, object owner, object value) except -1:
    """Fill one slot of an object."""
    cdef PyObject* before = at(owner, place)[0]
    Py_INCREF(value)
    at(owner, place)[0] = <PyObject*>value
    Py_XDECREF(before)
    return 0


cdef inline object get(Py_ssize_t place, object owner):
    """Return what is in a slot of an object; AttributeError where it is not filled."""
    cdef PyObject* found = at(owner, place)[0]
    if found is NULL:
        raise AttributeError("a slot is empty")
    return <object>found
