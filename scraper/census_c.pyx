# cython: language_level=3, boundscheck=False, wraparound=False
"""The census of ``census.py`` in one walk over libxml2's nodes.

Safety: the tree is not changed while it is walked; what is returned are lxml's elements, which keep
it alive. Nothing recurses.
"""

from cpython.ref cimport PyObject
from libc.string cimport strcmp
from lxml.includes cimport etreepublic as lxml_api
from lxml.includes.etreepublic cimport _Document, _Element, elementFactory
from lxml.includes.tree cimport XML_ELEMENT_NODE, xmlAttr, xmlNode
from scraper.tree_c cimport Wanted

from scraper import census, tree

lxml_api.import_lxml__etree()

include "scraper/native/source.pxi"

cdef int MOST_FOUND = tree.MOST_FOUND
cdef list WANTED = [
    (place, Wanted(attribute, words))
    for place, held in enumerate(census.NAMED.values())
    for attribute, words in held.items()
]
cdef list TAG_NAMES = [tag.encode() for tag in census.TAGS]
cdef list ATTRIBUTE_NAMES = [
    name.encode() for names in census.SYNTAXES.values() for name in names
]

cdef enum:
    MOST_NAMES = 16

cdef const char* TAGS[MOST_NAMES]
cdef const char* ATTRIBUTES[MOST_NAMES]
cdef int TAG_COUNT = list_names(TAG_NAMES, TAGS)
cdef int ATTRIBUTE_COUNT = list_names(ATTRIBUTE_NAMES, ATTRIBUTES)


cdef PyObject* WANTED_FIRST[MOST_NAMES]
cdef int WANTED_PLACES[MOST_NAMES]
# Whether a name that is wanted begins with a letter.
cdef bint WANTED_STARTS[256]
cdef int WANTED_COUNT = list_wanted()


cdef int list_wanted() except -1:
    """Fill the tables of what names elements; the list keeps what it points to."""
    if len(WANTED) > MOST_NAMES:
        raise ImportError("more attributes are looked for than there is room for")
    for number, (place, wanted) in enumerate(WANTED):
        WANTED_FIRST[number], WANTED_PLACES[number] = <PyObject*>wanted, place
        WANTED_STARTS[<unsigned char>(<Wanted>wanted).name[0]] = True
    return len(WANTED)


cdef int list_names(list names, const char** table) except -1:
    """Fill a table of names; the list keeps them."""
    if len(names) > MOST_NAMES:
        raise ImportError("more names are looked for than there is room for")
    for place in range(len(names)):
        table[place] = <bytes>names[place]
    return len(names)


cdef inline int number_of(const char* name, const char** table, int count) noexcept:
    """Return the place of a name in a table, -1 for one that is not there."""
    cdef int place
    for place in range(count):
        if name[0] == table[place][0] and strcmp(name, table[place]) == 0:
            return place
    return -1


cdef inline int add(list found, element) except -1:
    """Take an element into a list that it may be the last of already."""
    if not found or found[len(found) - 1] is not element:
        found.append(element)
    return 0


cdef class Count:
    """The census in the making."""

    cdef _Document document
    cdef list tags, marked, named
    cdef int found[MOST_NAMES]
    cdef Py_ssize_t taken[MOST_NAMES]

    def __cinit__(self, _Document document):
        self.document = document
        self.tags = [[] for _ in census.TAGS]
        self.marked = [[] for _ in census.SYNTAXES]
        self.named = [[] for _ in census.NAMED]

    cdef int read(self, xmlNode* node) except -1:
        """Take in one element."""
        cdef xmlAttr* attribute = node.properties
        cdef int number = -1
        if node.ns is NULL:
            number = number_of(<const char*>node.name, TAGS, TAG_COUNT)
        if number >= 0:
            (<list>self.tags[number]).append(elementFactory(self.document, node))
        while attribute is not NULL:
            if attribute.ns is NULL:
                self.read_attribute(node, <const char*>attribute.name)
                self.read_value(node, attribute)
            attribute = attribute.next
        return 0

    cdef int read_attribute(self, xmlNode* node, const char* name) except -1:
        cdef int number = number_of(name, ATTRIBUTES, ATTRIBUTE_COUNT)
        if number < 0 or self.found[number] == MOST_FOUND:
            return 0
        self.found[number] += 1
        return add(<list>self.marked[number // 2], elementFactory(self.document, node))

    cdef int read_value(self, xmlNode* node, xmlAttr* attribute) except -1:
        cdef int number
        if not WANTED_STARTS[<unsigned char>(<const char*>attribute.name)[0]]:
            return 0
        for number in range(WANTED_COUNT):
            if (<Wanted>WANTED_FIRST[number]).fits(node, attribute, self.taken + number):
                add(<list>self.named[WANTED_PLACES[number]], elementFactory(self.document, node))
        return 0

    cdef int read_below(self, xmlNode* root) except -1:
        """Take in an element and all below it: down to the first child, else along, else up."""
        cdef xmlNode* node = root
        while True:
            if node.type == XML_ELEMENT_NODE:
                self.read(node)
                if node.children is not NULL:
                    node = node.children
                    continue
            while node is not root and node.next is NULL:
                node = node.parent
            if node is root:
                return 0
            node = node.next


def count(_Element root not None):
    """Return the fields of the census of a page."""
    cdef Count made = Count(root._doc)
    made.read_below(root._c_node)
    return (
        dict(zip(census.TAGS, made.tags)),
        dict(zip(census.SYNTAXES, made.marked)),
        dict(zip(census.NAMED, made.named)),
    )
