# cython: language_level=3, boundscheck=False, wraparound=False
"""The pass of ``marks.py`` over the elements within lines for a compiler.

Four attributes are read from libxml2's nodes; ``marks.inline_marks`` is only asked about elements
of which one of them may say something.

Safety: the blocks' elements of lxml keep their nodes; nothing is changed, nothing is kept.
"""

from cpython.tuple cimport PyTuple_Check, PyTuple_GET_ITEM, PyTuple_GET_SIZE
from libc.string cimport strcmp
from lxml.includes cimport etreepublic as lxml_api
from lxml.includes.etreepublic cimport _Element
from lxml.includes.tree cimport XML_ELEMENT_NODE, xmlAttr, xmlNode
from scraper.native.nodes cimport text_of
from scraper.native.slots cimport get, place_of
from scraper.parsers.authors.stems_c cimport Stems

from scraper.parsers.authors import marks as pure
from scraper.parsers.authors import regions
from scraper.text import TextBlock, fold

lxml_api.import_lxml__etree()

include "scraper/native/source.pxi"

cdef int AUTHOR = regions.AUTHOR, MENU = regions.MENU
cdef Py_ssize_t LONGEST_RAW = pure.LONGEST_RAW
cdef object value_flags = regions.value_flags, settled = regions.settled
cdef object LINKED = pure.LINKED, inline_marks = pure.inline_marks, path_mark = pure.path_mark
cdef object block_type = TextBlock
cdef Py_ssize_t TEXT = place_of(TextBlock, "text"), INDEX = place_of(TextBlock, "index")
cdef Py_ssize_t RAW = place_of(TextBlock, "raw"), RAW_MARKS = place_of(TextBlock, "raw_marks")
cdef Py_ssize_t CONTAINER = place_of(TextBlock, "container")
cdef Stems CLASSES = regions.CLASSES, PATHS = pure.PATHS


cdef bint may_be_marked(_Element element) except -1:
    """Return whether an attribute may say that an element holds an author's name."""
    cdef xmlNode* node = element._c_node
    cdef xmlAttr* attribute
    cdef const char* name
    cdef bint is_link
    cdef str value
    cdef int flags
    if node is NULL or node.type != XML_ELEMENT_NODE:
        return False
    is_link = strcmp(<const char*>node.name, "a") == 0
    attribute = node.properties
    while attribute is not NULL:
        if attribute.ns is NULL and attribute.children is not NULL:
            name = <const char*>attribute.name
            if strcmp(name, "class") == 0:
                if CLASSES.of_value(attribute) & AUTHOR:
                    flags = value_flags(text_of(node, attribute))
                    if flags & AUTHOR and <int>settled(flags) & AUTHOR:
                        return True
            elif strcmp(name, "itemprop") == 0:
                return True
            elif is_link and strcmp(name, "href") == 0:
                if PATHS.of_value(attribute) and path_mark(text_of(node, attribute)) is not None:
                    return True
            elif is_link and strcmp(name, "rel") == 0:
                value = text_of(node, attribute).lower()
                if "author" in value or "tag" in value:
                    return True
        attribute = attribute.next
    return False


def find_marked(
    list blocks not None, list flags not None, frozenset close not None, inside, Py_ssize_t longest
):
    """Return the elements within lines that something marks; see ``marks.find_marked``."""
    cdef Py_ssize_t first = inside.start, last = inside.stop, index, start, end
    cdef list found = []
    for block in blocks:
        if type(block) is not block_type:
            raise TypeError("expected blocks")
        marked = get(RAW_MARKS, block)
        if not marked:
            continue
        index = get(INDEX, block)
        if first <= index < last and len(<str>get(TEXT, block)) > longest:
            continue
        if <int>flags[<Py_ssize_t>get(CONTAINER, block)] & MENU and index not in close:
            continue
        for mark in marked:
            if not PyTuple_Check(mark) or PyTuple_GET_SIZE(mark) != 3:
                raise TypeError("a mark is a start, an end and an element")
            start, end = <object>PyTuple_GET_ITEM(mark, 0), <object>PyTuple_GET_ITEM(mark, 1)
            element = <object>PyTuple_GET_ITEM(mark, 2)
            if not start + 1 < end <= start + LONGEST_RAW or not may_be_marked(element):
                continue
            marks = inline_marks(element)
            if marks and (marks != LINKED or index in close):
                found.append((index, element, marks, fold((<str>get(RAW, block))[start:end])))
    return found
