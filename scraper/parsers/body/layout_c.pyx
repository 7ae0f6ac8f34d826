# cython: language_level=3, boundscheck=False, wraparound=False
"""The pass of ``layout.py`` over the containers for a compiler.

Attributes are read from libxml2's nodes, seven names of them, instead of being made dictionaries
of all. What an attribute says is worked out once a page for each different value.

Safety: the containers' elements of lxml keep their nodes; nothing is changed, nothing is kept.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from libc.stdint cimport int64_t, uint64_t
from libc.string cimport strcmp
from lxml.includes cimport etreepublic as lxml_api
from lxml.includes.etreepublic cimport _Element
from lxml.includes.tree cimport XML_ELEMENT_NODE, xmlAttr, xmlNode
from scraper.native.nodes cimport text_of
from scraper.native.shared cimport PULLQUOTE_SOURCE, data_of
from scraper.native.slots cimport get, place_of

import numpy as np

from scraper.parsers.body import layout
from scraper.parsers.rules import boilerplate
from scraper.text import Container

lxml_api.import_lxml__etree()

SOURCE = PULLQUOTE_SOURCE.decode()
"""Digest of the source that this was made from."""

cdef int FIRST = layout.FIRST, END = layout.END, UP = layout.UP, DEPTH = layout.DEPTH
cdef int TAG = layout.TAG, BITS = layout.BITS, FAMILY = layout.FAMILY, KIN = layout.KIN
cdef int LEAST = layout.LEAST, MOST = layout.MOST, PATH_LEAST = layout.PATH_LEAST
cdef int PATH_MOST = layout.PATH_MOST, PATH_SUM = layout.PATH_SUM
cdef int NUMBERS = layout.KIN + 1, HINTS = layout.PATH_SUM + 1
cdef dict TAG_CODES = boilerplate.TAG_CODES, ANCESTOR_BITS = boilerplate.ANCESTOR_BITS
cdef dict ROLE_BITS = boilerplate.ROLE_BITS
cdef int64_t HIDDEN = boilerplate.HIDDEN
cdef object container_type = Container
cdef Py_ssize_t TAG_SLOT = place_of(Container, "tag"), END_SLOT = place_of(Container, "end")
cdef Py_ssize_t FIRST_SLOT = place_of(Container, "first"), DEPTH_SLOT = place_of(Container, "depth")
cdef Py_ssize_t PARENT_SLOT = place_of(Container, "parent")
cdef Py_ssize_t ELEMENT_SLOT = place_of(Container, "element")
cdef uint64_t SALT = hash("the same in no two processes") & 0xFFFFFFFF

cdef enum:
    # Tags and parents are numbered below this, and values below four times as much, so that three
    # of them fit into one key.
    MOST_CONTAINERS = 1 << 20
    KEY_TAG = 22
    KEY_OUTER = 42


cdef struct Hinted:
    double least, most, path_least, path_most, path_sum


cdef class Tag:
    """What the pass knows of a tag."""

    cdef uint64_t number
    cdef int64_t code, bits
    cdef bint may_be_heading


cdef class Value:
    """What the words of an attribute's value say; see ``Hints``."""

    cdef uint64_t number
    cdef double least, most, total


cdef Value NOTHING = Value()


cdef class Numbers:
    """Numbers different keys as they come, from 0."""

    cdef uint64_t* keys
    cdef int64_t* numbers
    cdef uint64_t mask
    cdef int64_t count

    def __cinit__(self, Py_ssize_t most):
        cdef Py_ssize_t room = 16
        while room < 2 * most:
            room *= 2
        self.mask = room - 1
        self.keys = <uint64_t*>PyMem_Calloc(room, sizeof(uint64_t))
        self.numbers = <int64_t*>PyMem_Calloc(room, sizeof(int64_t))
        if self.keys is NULL or self.numbers is NULL:
            raise MemoryError

    def __dealloc__(self):
        PyMem_Free(self.keys)
        PyMem_Free(self.numbers)

    cdef int64_t of(self, uint64_t outer, uint64_t tag, uint64_t value) noexcept:
        """Return the number of a key, a new one for a key that is new."""
        cdef uint64_t key = (outer << KEY_OUTER | tag << KEY_TAG | value) + 1
        cdef uint64_t mixed = (key ^ SALT) * <uint64_t>0x9E3779B97F4A7C15
        cdef uint64_t place = (mixed ^ mixed >> 32) & self.mask
        # At most half of the places are taken.
        while self.keys[place] != 0:
            if self.keys[place] == key:
                return self.numbers[place]
            place = (place + 1) & self.mask
        self.keys[place] = key
        self.numbers[place] = self.count
        self.count += 1
        return self.count - 1


cdef class Rows:
    """The rows of the layout in the making; containers without blocks keep zeros."""

    cdef object hints
    cdef dict tags, values
    cdef Numbers families, kins
    cdef Py_ssize_t size
    cdef int64_t* numbers
    cdef float* hinted_rows
    cdef Hinted* hinted
    # What the attributes of the container in hand say.
    cdef Value name, id, itemprop
    cdef int64_t own_bits

    def __cinit__(self, Py_ssize_t size, hints):
        self.hints, self.size = hints, size
        self.tags, self.values = {}, {"": NOTHING}
        self.families, self.kins = Numbers(size), Numbers(size)
        self.hinted = <Hinted*>PyMem_Calloc(size + 1, sizeof(Hinted))
        if self.hinted is NULL:
            raise MemoryError

    def __dealloc__(self):
        PyMem_Free(self.hinted)

    cdef int fill(self, list containers) except -1:
        """Go through the containers, outermost first."""
        cdef Py_ssize_t index
        cdef int64_t* numbers = self.numbers
        cdef Tag tag
        for index in range(self.size):
            container = containers[index]
            if type(container) is not container_type:
                raise TypeError("expected containers")
            tag = self.tag_of(get(TAG_SLOT, container))
            numbers[FIRST * self.size + index] = get(FIRST_SLOT, container)
            numbers[END * self.size + index] = get(END_SLOT, container)
            numbers[DEPTH * self.size + index] = get(DEPTH_SLOT, container)
            numbers[TAG * self.size + index] = tag.code
            if numbers[FIRST * self.size + index] != numbers[END * self.size + index]:
                self.place(index, container, tag)
        return 0

    cdef int place(self, Py_ssize_t index, container, Tag tag) except -1:
        """Fill the column of a container that holds blocks."""
        cdef Py_ssize_t parent = get(PARENT_SLOT, container), size = self.size
        cdef int64_t* numbers = self.numbers + index
        cdef int64_t* around
        cdef Hinted* hinted = &self.hinted[index]
        cdef uint64_t kin = 0
        if parent >= index:
            raise ValueError("a container stands before the one around it")
        self.name = self.id = self.itemprop = NOTHING
        self.own_bits = tag.bits
        if parent >= 0:
            self.tell(get(ELEMENT_SLOT, container), tag)
            around = self.numbers + parent
            hinted[0] = self.hinted[parent]
            kin = around[KIN * size]
            self.own_bits |= around[BITS * size]
            if around[FIRST * size] == numbers[FIRST * size] and (
                around[END * size] == numbers[END * size]
            ):
                numbers[UP * size] = around[UP * size]
            else:
                numbers[UP * size] = parent
                hinted.least = hinted.most = 0
        numbers[BITS * size] = self.own_bits
        self.join(hinted)
        self.write(index, hinted)
        # The parent is numbered from 1, as the outermost container has none.
        numbers[FAMILY * size] = self.families.of(parent + 1, tag.number, self.name.number)
        numbers[KIN * size] = self.kins.of(kin, tag.number, self.name.number) + 1
        return 0

    cdef int join(self, Hinted* hinted) except -1:
        """Add to the hints around a container what its own attributes say."""
        cdef double low = min(min(self.name.least, self.id.least), self.itemprop.least)
        cdef double high = max(max(self.name.most, self.id.most), self.itemprop.most)
        cdef double total = self.name.total + self.id.total + self.itemprop.total
        hinted.path_least = min(hinted.path_least, low)
        hinted.path_most = max(hinted.path_most, high)
        hinted.least = min(hinted.least, low)
        hinted.most = max(hinted.most, high)
        hinted.path_sum += total
        return 0

    cdef int write(self, Py_ssize_t index, const Hinted* hinted) except -1:
        cdef float* column = self.hinted_rows + index
        column[LEAST * self.size] = <float>hinted.least
        column[MOST * self.size] = <float>hinted.most
        column[PATH_LEAST * self.size] = <float>hinted.path_least
        column[PATH_MOST * self.size] = <float>hinted.path_most
        column[PATH_SUM * self.size] = <float>hinted.path_sum
        return 0

    cdef int tell(self, _Element element, Tag tag) except -1:
        """Read what an element's attributes say."""
        cdef xmlNode* node = element._c_node
        cdef xmlAttr* attribute
        if node is NULL or node.type != XML_ELEMENT_NODE:
            return 0
        attribute = node.properties
        while attribute is not NULL:
            if attribute.ns is NULL:
                self.tell_one(node, attribute, <const char*>attribute.name, tag)
            attribute = attribute.next
        return 0

    cdef int tell_one(
        self, xmlNode* node, xmlAttr* attribute, const char* name, Tag tag
    ) except -1:
        if strcmp(name, "class") == 0:
            self.name = self.value_of(text_of(node, attribute))
        elif strcmp(name, "id") == 0:
            # ids of headings are made of their text: words of some language
            if not tag.may_be_heading:
                self.id = self.value_of(text_of(node, attribute))
        elif strcmp(name, "itemprop") == 0:
            self.itemprop = self.value_of(text_of(node, attribute))
        elif strcmp(name, "role") == 0:
            self.own_bits |= <int64_t>ROLE_BITS.get(text_of(node, attribute), 0)
        elif hides(node, attribute, name):
            self.own_bits |= HIDDEN
        return 0

    cdef Tag tag_of(self, str tag):
        """Return what is known of a tag."""
        found = self.tags.get(tag)
        if found is not None:
            return <Tag>found
        cdef Tag made = Tag()
        made.number = len(self.tags)
        made.code = TAG_CODES.get(tag, 0)
        made.bits = ANCESTOR_BITS.get(tag, 0)
        made.may_be_heading = tag[0] == "h"
        self.tags[tag] = made
        return made

    cdef Value value_of(self, str text):
        """Return what a value says."""
        found = self.values.get(text)
        if found is not None:
            return <Value>found
        cdef Value made = Value()
        made.number = len(self.values)
        made.least, made.most, made.total = self.hints.of(text)
        self.values[text] = made
        return made


cdef bint hides(xmlNode* node, xmlAttr* attribute, const char* name) except -1:
    """Return whether an attribute keeps an element from readers."""
    cdef str text
    if strcmp(name, "hidden") == 0:
        return True
    if strcmp(name, "aria-hidden") == 0:
        return text_of(node, attribute) == "true"
    if strcmp(name, "style") == 0:
        text = text_of(node, attribute)
        return "none" in text and "display" in text
    return False


def read_rows(list containers not None, hints):
    """Return the rows of whole numbers and of hints; see ``layout.read_rows``."""
    cdef Py_ssize_t size = len(containers)
    if size >= MOST_CONTAINERS:
        return layout.read_rows(containers, hints)
    cdef Rows rows = Rows(size, hints)
    numbers = np.zeros((NUMBERS, size), np.int64)
    hinted = np.zeros((HINTS, size), np.float32)
    rows.numbers = <int64_t*>data_of(numbers, sizeof(int64_t), NUMBERS * size, True)
    rows.hinted_rows = <float*>data_of(hinted, sizeof(float), HINTS * size, True)
    rows.fill(containers)
    return numbers, hinted
