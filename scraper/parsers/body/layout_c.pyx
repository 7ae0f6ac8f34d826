# cython: language_level=3, boundscheck=False, wraparound=False
"""The pass of ``layout.py`` over the containers for a compiler.

Attributes are read from libxml2's nodes, seven names of them, instead of being made dictionaries
of all. What an attribute says is worked out once a page for each different value, from its bytes:
of the hundred values of a page nearly all are new where the site is.

Safety: the containers' elements of lxml keep their nodes; nothing is changed, nothing is kept.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Realloc
from libc.stdint cimport int64_t, uint64_t
from libc.string cimport memcmp, memcpy, strcmp, strlen, strstr
from lxml.includes cimport etreepublic as lxml_api
from lxml.includes.etreepublic cimport _Element
from lxml.includes.tree cimport XML_ELEMENT_NODE, xmlAttr, xmlNode
from scraper.native.nodes cimport content_of, text_of
from scraper.native.shared cimport data_of
from scraper.native.slots cimport get, place_of

import numpy as np

from scraper.parsers.body import layout
from scraper.parsers.rules import boilerplate
from scraper.text import Container

lxml_api.import_lxml__etree()

include "scraper/native/source.pxi"

cdef int FIRST = layout.FIRST, END = layout.END, UP = layout.UP, DEPTH = layout.DEPTH
cdef int TAG = layout.TAG, BITS = layout.BITS, FAMILY = layout.FAMILY, KIN = layout.KIN
cdef int LEAST = layout.LEAST, MOST = layout.MOST, PATH_LEAST = layout.PATH_LEAST
cdef int PATH_MOST = layout.PATH_MOST, PATH_SUM = layout.PATH_SUM
cdef int NUMBERS = layout.KIN + 1, HINTS = layout.PATH_SUM + 1
cdef dict TAG_CODES = boilerplate.TAG_CODES, ANCESTOR_BITS = boilerplate.ANCESTOR_BITS
cdef dict ROLE_BITS = boilerplate.ROLE_BITS
cdef int64_t HIDDEN = boilerplate.HIDDEN
cdef Py_ssize_t WORD_LIMIT = boilerplate.WORD_LIMIT
cdef object container_type = Container
cdef Py_ssize_t TAG_SLOT = place_of(Container, "tag"), END_SLOT = place_of(Container, "end")
cdef Py_ssize_t FIRST_SLOT = place_of(Container, "first"), DEPTH_SLOT = place_of(Container, "depth")
cdef Py_ssize_t PARENT_SLOT = place_of(Container, "parent")
cdef Py_ssize_t ELEMENT_SLOT = place_of(Container, "element")
cdef uint64_t SALT = hash("the same in no two processes") & 0xFFFFFFFFFFFFFFFF

cdef enum:
    # Tags and parents are numbered below this, and values below four times as much, so that three
    # of them fit into one key.
    MOST_CONTAINERS = 1 << 20
    # Containers that a node, its first attribute, and that one's value are asked for beforehand.
    NODE_AHEAD = 9
    ATTRIBUTE_AHEAD = 6
    VALUE_AHEAD = 3
    KEY_TAG = 22
    KEY_OUTER = 42


cdef extern from *:
    # Asks the memory for what stands at a place that will be read soon; any address will do.
    """
    #if defined(__GNUC__)
    #define fetch_ahead(place) __builtin_prefetch(place)
    #else
    #define fetch_ahead(place)
    #endif
    """
    void fetch_ahead(const void*) noexcept


cdef struct Hinted:
    double least, most, path_least, path_most, path_sum


cdef class Tag:
    """What the pass knows of a tag."""

    cdef uint64_t number
    cdef int64_t code, bits
    cdef bint may_be_heading


cdef struct Value:
    # What the words of an attribute's value say (see ``Hints``), and the value itself.
    const char* text
    size_t size
    uint64_t mixed
    double least, most, total


cdef struct Word:
    const char* text
    size_t size
    double weight
    int64_t seen
    # Number of the last value that holds it.


cdef inline bint is_lower(char sign) noexcept:
    return c"a" <= sign <= c"z"


cdef inline bint is_upper(char sign) noexcept:
    return c"A" <= sign <= c"Z"


cdef inline uint64_t mixed_letters(const char* text, size_t size) noexcept:
    """Return the number of a word, whatever the case of its letters."""
    cdef uint64_t mixed = 0xCBF29CE484222325
    cdef size_t at
    for at in range(size):
        mixed = (mixed ^ <unsigned char>(text[at] | 0x20)) * <uint64_t>0x100000001B3
    return mixed


cdef inline unsigned char mark_of(uint64_t mixed) noexcept:
    return mixed >> 56 | 1


cdef class Words:
    """The words that say something, to be looked up by letters in either case."""

    cdef readonly object hints
    cdef list kept
    cdef Word* words
    # For each place a part of its word's number, 0 for a free one: these few bytes stay at hand,
    # and tell nearly all parts that are no word.
    cdef unsigned char* marks
    cdef size_t mask, longest
    cdef int64_t asked

    def __cinit__(self, hints):
        cdef size_t room = 16, place, most = 2 * len(hints.weights)
        cdef uint64_t mixed
        cdef bytes text
        self.hints, self.kept = hints, []
        while room < most:
            room *= 2
        self.mask = room - 1
        self.words = <Word*>PyMem_Calloc(room, sizeof(Word))
        self.marks = <unsigned char*>PyMem_Calloc(room, 1)
        if self.words is NULL or self.marks is NULL:
            raise MemoryError
        for name, weight in hints.weights.items():
            if not (name.isascii() and name.islower()):
                continue  # No part of a value is written so.
            text = name.encode()
            self.kept.append(text)
            mixed = mixed_letters(text, len(text))
            place = self.place_of(mixed, text, len(text))
            self.marks[place] = mark_of(mixed)
            self.words[place] = Word(text, len(text), weight, 0)
            self.longest = max(self.longest, <size_t>len(text))

    def __dealloc__(self):
        PyMem_Free(self.words)
        PyMem_Free(self.marks)

    cdef size_t place_of(self, uint64_t mixed, const char* text, size_t size) noexcept:
        """Return where a word stands, or would stand: at most half of the places are taken."""
        cdef size_t place = (mixed ^ mixed >> 32) & self.mask
        cdef const Word* word
        while self.marks[place] != 0:
            word = &self.words[place]
            if self.marks[place] == mark_of(mixed) and word.size == size and (
                is_same(word.text, text, size)
            ):
                break
            place = (place + 1) & self.mask
        return place

    cdef int weigh(self, Value* value) except -1:
        """Work out what a value says: the weights of its different words, as they come."""
        cdef const char* text = value.text
        cdef size_t start = 0, end, size = first_signs(text, value.size, WORD_LIMIT)
        cdef size_t place
        cdef Word* word
        self.asked += 1
        while start < size:
            end = end_of_part(text, start, size)
            if 1 < end - start <= self.longest:
                place = self.place_of(
                    mixed_letters(text + start, end - start), text + start, end - start
                )
                word = &self.words[place]
                if self.marks[place] != 0 and word.seen != self.asked:
                    word.seen = self.asked
                    value.least = min(value.least, word.weight)
                    value.most = max(value.most, word.weight)
                    value.total += word.weight
            start = max(end, start + 1)
        return 0


cdef Words LAST = None
"""The words of the model that was asked last: there is one in all of a process."""


cdef Words words_of(hints):
    global LAST
    if LAST is None or LAST.hints is not hints:
        LAST = Words(hints)
    return LAST


cdef inline bint is_same(const char* word, const char* text, size_t size) noexcept:
    """Return whether letters are those of a word in lower case."""
    cdef size_t at
    for at in range(size):
        if word[at] != text[at] | 0x20:
            return False
    return True


cdef inline size_t first_signs(const char* text, size_t size, size_t most) noexcept:
    """Return in how many bytes of UTF-8 so many characters stand, or all of them."""
    cdef size_t at
    if size <= most:
        return size
    for at in range(size):
        if text[at] & 0xC0 != 0x80:
            if most == 0:
                return at
            most -= 1
    return size


cdef inline size_t end_of_part(const char* text, size_t start, size_t size) noexcept:
    """Return where the part ends that begins here, ``start`` for none: ``layout.NAME_PART``."""
    cdef size_t end = start
    if is_upper(text[start]):
        end += 1
        if end == size or not is_lower(text[end]):
            while end < size and is_upper(text[end]):
                end += 1
            # The last of several capitals begins a word where small letters follow.
            return end - 1 if end < size and is_lower(text[end]) else end
    while end < size and is_lower(text[end]):
        end += 1
    return end


cdef class Values:
    """The different values of a page's attributes with what they say, numbered as they come."""

    cdef Words words
    cdef list kept
    cdef Value* values
    cdef int64_t* places
    cdef int64_t count, room

    def __cinit__(self, Words words not None):
        self.words, self.kept = words, []
        self.grow(256)
        # The first says nothing, as does an attribute that is not there.
        self.add(Value(b"", 0, mixed_of(b"", 0), 0, 0, 0))

    def __dealloc__(self):
        PyMem_Free(self.values)
        PyMem_Free(self.places)

    cdef int grow(self, int64_t room) except -1:
        """Make room for so many values: twice as many places, so that they are found at once."""
        cdef int64_t number
        values = <Value*>PyMem_Realloc(self.values, room * sizeof(Value))
        if values is NULL:
            raise MemoryError
        self.values = values
        places = <int64_t*>PyMem_Calloc(2 * room, sizeof(int64_t))
        if places is NULL:
            raise MemoryError
        PyMem_Free(self.places)
        self.places, self.room = places, room
        for number in range(self.count):
            self.places[self.place_of(&self.values[number])] = number + 1
        return 0

    cdef int64_t place_of(self, const Value* value) noexcept:
        cdef int64_t place = value.mixed & (2 * self.room - 1)
        cdef const Value* other
        while self.places[place] != 0:
            other = &self.values[self.places[place] - 1]
            if other.mixed == value.mixed and other.size == value.size and (
                memcmp(other.text, value.text, value.size) == 0
            ):
                break
            place = (place + 1) & (2 * self.room - 1)
        return place

    cdef int64_t number_of(self, xmlNode* node, xmlAttr* attribute) except -1:
        """Return the number of an attribute's value, whose bytes stay where its node has them."""
        cdef const char* text = content_of(attribute)
        cdef bytes made
        cdef Value value
        cdef int64_t place
        if text is NULL:
            made = text_of(node, attribute).encode("utf-8", "surrogatepass")
            self.kept.append(made)
            text = made
        size = strlen(text)
        value = Value(text, size, mixed_of(text, size), 0, 0, 0)
        place = self.place_of(&value)
        if self.places[place] == 0:
            self.words.weigh(&value)
            return self.add(value)
        return self.places[place] - 1

    cdef int64_t add(self, Value value) except -1:
        """Return the number that a new value gets."""
        if self.count == self.room:
            self.grow(2 * self.room)
        self.values[self.count] = value
        self.count += 1
        self.places[self.place_of(&value)] = self.count
        return self.count - 1


cdef uint64_t mixed_of(const char* text, size_t size) noexcept:
    """Return a number that hardly any other text has, and nobody can know beforehand."""
    cdef uint64_t mixed = SALT ^ size, part
    cdef size_t at = 0
    while at < size:
        part = 0
        memcpy(&part, text + at, min(size - at, <size_t>8))
        mixed = (mixed ^ part) * <uint64_t>0x9E3779B97F4A7C15
        mixed ^= mixed >> 29
        at += 8
    return stirred(mixed)


cdef inline uint64_t stirred(uint64_t mixed) noexcept:
    """Return a number each bit of which hangs on all of the bits, the upper ones too.

    A product hands nothing down: texts that differ in their last letters, and keys in the
    container around them, would all have one place in a table.
    """
    mixed = (mixed ^ mixed >> 32) * <uint64_t>0xD6E8FEB86659FD93
    mixed = (mixed ^ mixed >> 32) * <uint64_t>0xD6E8FEB86659FD93
    return mixed ^ mixed >> 32


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
        cdef uint64_t place = stirred(key ^ SALT) & self.mask
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

    cdef dict tags
    cdef Values values
    cdef Numbers families, kins
    cdef Py_ssize_t size
    cdef int64_t* numbers
    cdef float* hinted_rows
    cdef Hinted* hinted
    # What the attributes of the container in hand say.
    cdef int64_t name, id, itemprop
    cdef int64_t own_bits

    def __cinit__(self, Py_ssize_t size, hints):
        self.size, self.tags, self.values = size, {}, Values(words_of(hints))
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
            self.fetch(containers, index)
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

    cdef int fetch(self, list containers, Py_ssize_t index) except -1:
        """Ask the memory for what containers further on will need: half of the time was waiting."""
        cdef xmlNode* node = self.node_of(containers, index + NODE_AHEAD)
        cdef xmlAttr* attribute
        if node is not NULL:
            fetch_ahead(&node.type)
            fetch_ahead(&node.properties)
        node = self.node_of(containers, index + ATTRIBUTE_AHEAD)
        if node is not NULL:
            fetch_ahead(node.properties)
        node = self.node_of(containers, index + VALUE_AHEAD)
        if node is not NULL:
            attribute = node.properties
            while attribute is not NULL:
                fetch_ahead(attribute.children)
                attribute = attribute.next
        return 0

    cdef xmlNode* node_of(self, list containers, Py_ssize_t index) except? NULL:
        """Return the node of a container; NULL where there is none."""
        cdef _Element element
        if index >= self.size or type(containers[index]) is not container_type:
            return NULL
        element = get(ELEMENT_SLOT, containers[index])
        if element is None:
            raise TypeError("a container has an element")
        return element._c_node

    cdef int place(self, Py_ssize_t index, container, Tag tag) except -1:
        """Fill the column of a container that holds blocks."""
        cdef Py_ssize_t parent = get(PARENT_SLOT, container), size = self.size
        cdef int64_t* numbers = self.numbers + index
        cdef int64_t* around
        cdef Hinted* hinted = &self.hinted[index]
        cdef uint64_t kin = 0
        if parent >= index:
            raise ValueError("a container stands before the one around it")
        self.name = self.id = self.itemprop = 0
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
        numbers[FAMILY * size] = self.families.of(parent + 1, tag.number, self.name)
        numbers[KIN * size] = self.kins.of(kin, tag.number, self.name) + 1
        return 0

    cdef int join(self, Hinted* hinted) except -1:
        """Add to the hints around a container what its own attributes say."""
        cdef const Value* values = self.values.values
        cdef const Value* name = &values[self.name]
        cdef const Value* id = &values[self.id]
        cdef const Value* itemprop = &values[self.itemprop]
        cdef double low = min(min(name.least, id.least), itemprop.least)
        cdef double high = max(max(name.most, id.most), itemprop.most)
        cdef double total = name.total + id.total + itemprop.total
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
            self.name = self.values.number_of(node, attribute)
        elif strcmp(name, "id") == 0:
            # ids of headings are made of their text: words of some language
            if not tag.may_be_heading:
                self.id = self.values.number_of(node, attribute)
        elif strcmp(name, "itemprop") == 0:
            self.itemprop = self.values.number_of(node, attribute)
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


cdef bint hides(xmlNode* node, xmlAttr* attribute, const char* name) except -1:
    """Return whether an attribute keeps an element from readers."""
    cdef const char* text
    if strcmp(name, "hidden") == 0:
        return True
    if strcmp(name, "aria-hidden") == 0:
        return text_of(node, attribute) == "true"
    if strcmp(name, "style") == 0:
        text = content_of(attribute)
        if text is NULL:
            whole = text_of(node, attribute)
            return "none" in whole and "display" in whole
        return strstr(text, "none") is not NULL and strstr(text, "display") is not NULL
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
