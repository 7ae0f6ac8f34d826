# cython: language_level=3, boundscheck=False, wraparound=False
"""The pass of ``regions.py`` over the containers for a compiler.

Four attributes are read from libxml2's nodes, instead of being made dictionaries of all; what
holds none of the stems that tell something is not made an object at all.

Safety: the containers' elements of lxml keep their nodes; nothing is changed, nothing is kept.
"""

from libc.string cimport strcmp
from lxml.includes cimport etreepublic as lxml_api
from lxml.includes.etreepublic cimport _Document, _Element, elementFactory
from lxml.includes.tree cimport XML_ELEMENT_NODE, xmlAttr, xmlNode
from scraper.native.nodes cimport following, text_of
from scraper.native.slots cimport get, place_of
from scraper.parsers.authors.stems_c cimport Stems

from scraper.parsers.authors import regions
from scraper.text import Container

lxml_api.import_lxml__etree()

include "scraper/native/source.pxi"

cdef int WITHIN = regions.WITHIN, OUTSIDE = regions.OUTSIDE, INHERITED = regions.INHERITED
cdef int NOT_OF_MAIN = regions.NOT_OF_MAIN, ASIDE = regions.ASIDE, COMMENT = regions.COMMENT
cdef int AUTHOR = regions.AUTHOR, ANYTHING = ~0
cdef Py_ssize_t MAIN_SHARE = regions.MAIN_SHARE, SMALL_PAGE = regions.SMALL_PAGE
cdef dict TAG_FLAGS = regions.TAG_FLAGS
cdef object word_flags = regions.word_flags, unnumbered = regions.unnumbered
cdef object settled = regions.settled
cdef Stems CLASSES = regions.CLASSES
cdef object container_type = Container
cdef Py_ssize_t TAG = place_of(Container, "tag"), PARENT = place_of(Container, "parent")
cdef Py_ssize_t FIRST = place_of(Container, "first"), END = place_of(Container, "end")
cdef Py_ssize_t ELEMENT = place_of(Container, "element")


cdef inline bint is_told(const char* name) noexcept:
    """Return whether an attribute says what an element is."""
    if name[0] == c"c":
        return strcmp(name, "class") == 0
    if name[0] == c"i":
        return strcmp(name, "id") == 0 or strcmp(name, "itemprop") == 0
    return name[0] == c"r" and strcmp(name, "rel") == 0


cdef int flags_of(str value, dict known) except -1:
    """Return what a value says by itself; values recur, and are known by then."""
    cdef int flags = 0
    cdef Py_ssize_t last
    cdef str word
    found = known.get(value)
    if found is not None:
        return found
    for word in <list>CLASSES.words(value):
        last = len(word) - 1
        if c"0" <= word[last] <= c"9":
            word = unnumbered(word)
        flags |= <int>word_flags(word)
    known[value] = flags
    return flags


cdef int said(xmlNode* node, xmlAttr* attribute, int sought, dict known) except -1:
    """Return what a value says by itself, 0 where it cannot say what is sought."""
    if not CLASSES.of_value(attribute) & sought:
        return 0
    return flags_of(text_of(node, attribute), known)


cdef int told(_Element element, dict known) except -1:
    """Return what an element's attributes say, as bits."""
    cdef xmlNode* node = element._c_node
    cdef xmlAttr* attribute
    cdef int flags = 0
    if node is NULL or node.type != XML_ELEMENT_NODE:
        return 0
    attribute = node.properties
    while attribute is not NULL:
        if attribute.ns is NULL and attribute.children is not NULL:
            if is_told(<const char*>attribute.name):
                flags |= said(node, attribute, ANYTHING, known)
        attribute = attribute.next
    return <int>settled(flags) if flags else 0


def read_flags(
    list containers not None,
    Py_ssize_t headline,
    Py_ssize_t first,
    Py_ssize_t last,
    Py_ssize_t whole,
):
    """Return what each container is, as bits; see ``regions.read_flags``."""
    cdef Py_ssize_t index, start, end, parent
    cdef int around, mine
    cdef str tag
    cdef list flags = [0] * len(containers)
    cdef list own = [0] * len(containers)
    cdef dict known = {}
    for index in range(len(containers)):
        container = containers[index]
        if type(container) is not container_type:
            raise TypeError("expected containers")
        start, end, parent = get(FIRST, container), get(END, container), get(PARENT, container)
        tag = get(TAG, container)
        if parent >= index:
            raise ValueError("a container stands before the one around it")
        around = <int>flags[parent] & INHERITED if parent >= 0 else 0
        if tag == "article":
            around = around | WITHIN if start <= first < end else around & ~WITHIN
        if start != end and not (start <= first and last < end) and tag != "body":
            mine = told(get(ELEMENT, container), known) | <int>TAG_FLAGS.get(tag, 0)
            if mine:
                if (end - start) * MAIN_SHARE > whole > SMALL_PAGE:
                    mine &= ~NOT_OF_MAIN
                if mine & OUTSIDE and around & WITHIN and tag == "footer":
                    mine &= ~OUTSIDE
                if start <= headline < end:
                    mine &= ~ASIDE
                elif (0 <= headline < start and end <= first) or start <= first < end:
                    mine &= ~COMMENT
                own[index] = mine
                around |= mine
        if around:
            flags[index] = around
    return flags, own


cdef bint is_span(xmlNode* node) noexcept:
    """Return whether a node is an element of style with attributes; most are told by a letter."""
    cdef const char* name = <const char*>node.name
    if name[0] != c"s" and name[0] != c"f":
        return False
    if strcmp(name, "span") != 0 and strcmp(name, "font") != 0:
        return False
    return node.properties is not NULL and node.ns is NULL


cdef bint is_signed(xmlNode* node, dict known) except -1:
    """Return whether a class or ``itemprop`` may mark an element as an author's."""
    cdef xmlAttr* attribute = node.properties
    cdef int flags
    while attribute is not NULL:
        if attribute.ns is NULL and attribute.children is not NULL:
            if strcmp(<const char*>attribute.name, "class") == 0:
                flags = said(node, attribute, AUTHOR, known)
                if flags & AUTHOR and <int>settled(flags) & AUTHOR:
                    return True
            elif strcmp(<const char*>attribute.name, "itemprop") == 0:
                if text_of(node, attribute):
                    return True
        attribute = attribute.next
    return False


def signed_spans(list parts not None):
    """Return the elements of style alone that may be marked; see ``regions.signed_spans``."""
    cdef _Element part
    cdef xmlNode* node
    cdef list found = []
    cdef dict known = {}
    for part in parts:
        if part is None:
            raise TypeError("expected elements")
        node = part._c_node
        while node is not NULL:
            if node.type == XML_ELEMENT_NODE and is_span(node):
                if is_signed(node, known):
                    found.append(elementFactory(part._doc, node))
            node = following(node, part._c_node)
    return found
