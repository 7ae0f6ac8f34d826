# cython: language_level=3, boundscheck=False, wraparound=False
"""The walk of ``walk.py`` on libxml2's nodes: the same blocks and containers, for a compiler.

It reads tag, text and place in the tree from the nodes themselves, and makes lxml's elements and
Python's strings only for what is kept. Functions have the names of those in ``walk.py`` and do
what is said there; what is said here is only what differs.

Safety: the tree is not changed while it is walked (nothing that is called from here does, and
lxml's elements are not for use by two threads at once), so that nodes and names stay where they
are. Whatever outlives the walk holds elements of lxml, which keep their document alive. Nothing
recurses; text comes from lxml's own functions, which check it.
"""

from cpython.mem cimport PyMem_Free, PyMem_Realloc
from cpython.ref cimport PyObject
from cpython.unicode cimport PyUnicode_1BYTE_DATA, PyUnicode_New
from libc.string cimport strcmp
from lxml.includes cimport etreepublic as lxml_api
from lxml.includes.etreepublic cimport (
    _Document,
    _Element,
    attributeValueFromNsName,
    elementFactory,
    namespacedName,
    previousElement,
    tailOf,
    textOf,
)
from lxml.includes.tree cimport XML_ELEMENT_NODE, const_xmlChar, xmlAttr, xmlNode
from scraper.native.nodes cimport first_element, first_text, is_blank
from scraper.native.slots cimport empty, get, place_of, put

from scraper.cut import kinds
from scraper.cut.tables import is_data_table
from scraper.cut.walk import LONGEST_LINE, in_code, read_parts
from scraper.formulas import formula_text
from scraper.text import BR, CELL, MEDIA_TAGS, Container, Mark, TextBlock

lxml_api.import_lxml__etree()

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object)

include "scraper/native/source.pxi"

cdef int DROPPED = kinds.DROPPED, NOTED = kinds.NOTED, INLINE = kinds.INLINE
cdef int MARKED = kinds.MARKED, BLOCK = kinds.BLOCK, BREAK = kinds.BREAK
cdef int CELL_TAG = kinds.CELL_TAG, SPECIAL = kinds.SPECIAL, FORMULA = kinds.FORMULA
cdef int UNKNOWN = kinds.UNKNOWN
cdef dict KINDS = kinds.KINDS
cdef str BREAK_SIGN = BR, CELL_SIGN = CELL

cdef enum:
    # Names of elements that are remembered during a walk; a power of two.
    NAMES = 256


cdef object container_type = Container, block_type = TextBlock, mark_type = Mark
cdef Py_ssize_t C_ELEMENT = place_of(Container, "element"), C_TAG = place_of(Container, "tag")
cdef Py_ssize_t C_INDEX = place_of(Container, "index"), C_PARENT = place_of(Container, "parent")
cdef Py_ssize_t C_DEPTH = place_of(Container, "depth"), C_FIRST = place_of(Container, "first")
cdef Py_ssize_t C_END = place_of(Container, "end"), C_STOP = place_of(Container, "stop")
cdef Py_ssize_t C_ATTRIBUTES = place_of(Container, "_attributes")
cdef Py_ssize_t B_TEXT = place_of(TextBlock, "text"), B_INDEX = place_of(TextBlock, "index")
cdef Py_ssize_t B_CONTAINER = place_of(TextBlock, "container"), B_TAG = place_of(TextBlock, "tag")
cdef Py_ssize_t B_LINK_CHARS = place_of(TextBlock, "link_chars"), B_RAW = place_of(TextBlock, "raw")
cdef Py_ssize_t B_RAW_MARKS = place_of(TextBlock, "raw_marks")
cdef Py_ssize_t B_MEDIA = place_of(TextBlock, "media")
cdef Py_ssize_t B_CONTROLS = place_of(TextBlock, "controls")
cdef Py_ssize_t B_TOUCHING = place_of(TextBlock, "touching")
cdef Py_ssize_t B_MARKS = place_of(TextBlock, "_marks")
cdef Py_ssize_t LINE = LONGEST_LINE


cdef bint is_simple(str raw) except -1:
    """Return whether a text is ASCII without the signs for breaks and borders of cells."""
    cdef const unsigned char* chars
    if not PyUnicode_IS_ASCII(raw):
        return False
    chars = PyUnicode_1BYTE_DATA(raw)
    for index in range(len(raw)):
        if 0x1E <= chars[index] <= 0x1F:
            return False
    return True


cdef str folded(str raw):
    """Return an ASCII text with single spaces for all white space, and none at its ends."""
    cdef const unsigned char* chars = PyUnicode_1BYTE_DATA(raw)
    cdef str made = PyUnicode_New(fold_into(NULL, chars, len(raw)), 127)
    fold_into(PyUnicode_1BYTE_DATA(made), chars, len(raw))
    return made


cdef Py_ssize_t fold_into(
    unsigned char* made, const unsigned char* chars, Py_ssize_t length
) noexcept:
    """Write a folded text, unless to NULL, and return its length."""
    cdef Py_ssize_t index, count = 0
    cdef bint is_parted = False
    for index in range(length):
        if chars[index] == c" " or 9 <= chars[index] <= 13 or 28 <= chars[index] <= 31:
            is_parted = count > 0
            continue
        if is_parted and made is not NULL:
            made[count] = c" "
        count += is_parted
        is_parted = False
        if made is not NULL:
            made[count] = chars[index]
        count += 1
    return count


cdef inline bint is_link(xmlNode* node) noexcept:
    cdef xmlAttr* attribute
    cdef bint is_place = False
    if node.name[0] != c"a" or node.name[1] != 0:
        return False
    attribute = node.properties
    while attribute is not NULL:
        if attribute.ns is NULL:
            if strcmp(<const char*>attribute.name, "href") == 0:
                return True
            is_place = is_place or strcmp(<const char*>attribute.name, "name") == 0
        attribute = attribute.next
    return not is_place


cdef bint is_plain(str raw) except -1:
    """Return whether a text has printable characters only, and no two spaces in a row."""
    cdef const unsigned char* chars
    cdef unsigned char before = 0
    if not PyUnicode_IS_ASCII(raw):
        return raw.isprintable() and "  " not in raw
    chars = PyUnicode_1BYTE_DATA(raw)
    for index in range(len(raw)):
        if chars[index] < c" " or chars[index] == 127 or chars[index] == before == c" ":
            return False
        before = chars[index]
    return True


cdef tuple touching(list parts):
    cdef Py_ssize_t at = 0
    cdef str before = None, behind
    cdef list found = None
    for behind in parts:
        if before and behind and are_two(before[len(before) - 1], behind[0]):
            found = [] if found is None else found
            found.append(at)
        at += len(behind)
        before = behind
    return () if found is None else tuple(found)


cdef inline bint are_two(Py_UCS4 last, Py_UCS4 first):
    if first.isdigit():
        return last.isdigit()
    if first.isupper():
        return last.islower() or last.isdigit()
    return is_caseless(first) and is_caseless(last)


cdef inline bint is_caseless(Py_UCS4 letter):
    return 0x5D0 <= letter <= 0x6FF and letter.isalpha() or 0xAC00 <= letter <= 0xD7AF


cdef bint says_something(str text) except -1:
    return bool(text) and not text.isspace()


cdef struct Known:
    # A name that was met, by its address: libxml2 keeps each name of a document once.
    const_xmlChar* name
    PyObject* tag
    int kind


cdef struct OpenMark:
    xmlNode* node
    Py_ssize_t start


cdef class Walk:
    """The state of one walk over a tree."""

    cdef _Document document
    cdef list blocks, containers, open
    # Parts of the block in hand, and what is known of it so far.
    cdef list raw, marks
    cdef Py_ssize_t length, link_chars, borders, media, controls
    # What is open around the place in hand.
    cdef OpenMark* marks_open
    cdef Py_ssize_t marks_count, marks_room
    cdef Py_ssize_t links_open, pre_open
    cdef set data_rows
    # What the ends of the open elements are to be taken for.
    cdef unsigned char* ends
    cdef Py_ssize_t ends_count, ends_room
    cdef Known known[NAMES]
    cdef list tags

    def __cinit__(self, _Document document):
        self.document = document
        self.blocks, self.containers, self.open = [], [], []
        self.raw, self.marks, self.tags = [], [], []
        self.data_rows = set()

    def __dealloc__(self):
        PyMem_Free(self.marks_open)
        PyMem_Free(self.ends)

    cdef int add_text(self, str text) except -1:
        self.raw.append(text)
        self.length += len(text)
        if self.links_open:
            self.link_chars += len(text)
        return 0

    cdef int add_text_of(self, xmlNode* node) except -1:
        """Append the text before an element's first child."""
        cdef xmlNode* text = first_text(node.children)
        if text is not NULL and (self.raw or not is_blank(text)):
            self.add_unless_blank(textOf(node))
        return 0

    cdef int add_tail_of(self, xmlNode* node) except -1:
        """Append the text behind an element."""
        cdef xmlNode* text = first_text(node.next)
        if text is not NULL and (self.raw or not is_blank(text)):
            self.add_unless_blank(tailOf(node))
        return 0

    cdef int add_unless_blank(self, str text) except -1:
        if text and (self.raw or not text.isspace()):
            self.add_text(text)
        return 0

    cdef int add_break(self) except -1:
        if not self.pre_open:
            for part in reversed(self.raw):
                if part is BREAK_SIGN:
                    return self.flush()
                if not (<str>part).isspace():
                    break
        return self.add_border(BREAK_SIGN)

    cdef int add_border(self, str sign) except -1:
        self.raw.append(sign)
        self.length += 1
        self.borders += 1
        return 0

    cdef int flush(self) except -1:
        cdef list parts = self.raw
        cdef str raw, text
        cdef bint is_line
        if parts:
            raw = parts[0] if len(parts) == 1 else "".join(parts)
            if not self.pre_open and is_plain(raw):
                text = raw.strip(" ")
            elif not self.pre_open and not self.borders and is_simple(raw):
                text = folded(raw)
            else:
                raw, text = read_parts(parts, raw, self.borders, self.pre_open)
            if says_something(text):
                is_line = len(parts) > 1 and len(raw) <= LINE and not self.pre_open
                self.append(raw, text, touching(parts) if is_line else ())
            parts.clear()
            self.length = self.borders = self.link_chars = 0
        if self.pre_open:
            parts.append("")
        if self.marks:
            self.marks = []
        for index in range(self.marks_count):
            self.marks_open[index].start = 0
        return 0

    cdef int flush_if_begun(self) except -1:
        if self.raw or self.marks or self.marks_count:
            self.flush()
        return 0

    cdef int append(self, str raw, str text, tuple touch) except -1:
        cdef list marks = self.marks
        if self.marks_count:
            marks = marks[:]
            for index in range(self.marks_count):
                marks.append(
                    self.mark(
                        self.marks_open[index].start, self.length, self.marks_open[index].node
                    )
                )
        if self.pre_open and marks:
            raw, marks = in_code(raw, text, marks)
        container = self.open[len(self.open) - 1]
        block = empty(block_type)
        put(B_TEXT, block, text)
        put(B_INDEX, block, len(self.blocks))
        put(B_CONTAINER, block, get(C_INDEX, container))
        put(B_TAG, block, get(C_TAG, container))
        put(B_LINK_CHARS, block, min(self.link_chars, <Py_ssize_t>len(text)))
        put(B_RAW, block, raw)
        put(B_RAW_MARKS, block, tuple(marks))
        put(B_MEDIA, block, self.media)
        put(B_CONTROLS, block, self.controls)
        put(B_TOUCHING, block, touch)
        put(B_MARKS, block, None)
        self.blocks.append(block)
        self.media = self.controls = 0
        return 0

    cdef object mark(self, Py_ssize_t start, Py_ssize_t end, xmlNode* node):
        return tuple.__new__(mark_type, (start, end, elementFactory(self.document, node)))

    cdef int open_mark(self, xmlNode* node) except -1:
        cdef Py_ssize_t room
        if self.marks_count == self.marks_room:
            room = self.marks_room * 2 + 32
            grown = PyMem_Realloc(self.marks_open, room * sizeof(OpenMark))
            if grown is NULL:
                raise MemoryError
            self.marks_open, self.marks_room = <OpenMark*>grown, room
        self.marks_open[self.marks_count].node = node
        self.marks_open[self.marks_count].start = self.length
        self.marks_count += 1
        self.links_open += is_link(node)
        return 0

    cdef int close_mark(self, xmlNode* node) except -1:
        cdef Py_ssize_t start
        self.marks_count -= 1
        start = self.marks_open[self.marks_count].start
        if start < self.length or first_element(node.children) is NULL:
            self.marks.append(self.mark(start, self.length, node))
        self.links_open -= is_link(node)
        return 0

    cdef int enter(self, xmlNode* node, str tag) except -1:
        cdef Py_ssize_t depth = len(self.open)
        self.flush_if_begun()
        container = empty(container_type)
        put(C_ELEMENT, container, elementFactory(self.document, node))
        put(C_TAG, container, tag)
        put(C_INDEX, container, len(self.containers))
        put(C_PARENT, container, get(C_INDEX, self.open[depth - 1]) if depth else -1)
        put(C_DEPTH, container, depth)
        put(C_FIRST, container, len(self.blocks))
        put(C_END, container, 0)
        put(C_STOP, container, 0)
        put(C_ATTRIBUTES, container, None)
        self.containers.append(container)
        self.open.append(container)
        return 0

    cdef int leave(self) except -1:
        self.flush_if_begun()
        container = self.open.pop()
        put(C_END, container, len(self.blocks))
        put(C_STOP, container, len(self.containers))
        if self.pre_open and get(C_TAG, container) == "pre":
            self.pre_open -= 1
            if not self.pre_open:
                self.raw.clear()
        return 0

    cdef int enter_special(self, xmlNode* node, str tag) except -1:
        self.enter(node, tag)
        if tag == "pre":
            self.pre_open += 1
            self.raw.append("")
            return 0
        element = elementFactory(self.document, node)
        if is_data_table(element):
            self.data_rows.update(element.iter("tr"))
        return 0

    cdef int enter_cell(self, xmlNode* node, str tag) except -1:
        if not self.data_rows or elementFactory(self.document, node.parent) not in self.data_rows:
            self.enter(node, tag)
            return BLOCK
        if previousElement(node) is not NULL:
            self.add_border(CELL_SIGN)
        return INLINE

    cdef int note(self, xmlNode* node, str tag) except -1:
        if tag in MEDIA_TAGS:
            self.media += 1
        elif attributeValueFromNsName(node, NULL, <const_xmlChar*>b"type") != "hidden":
            self.controls += 1
        return 0

    cdef int start(self, xmlNode* node, str tag, int kind) except -1:
        if kind == MARKED:
            self.open_mark(node)
            return MARKED
        if kind == BREAK:
            self.add_break()
            return INLINE
        if kind == CELL_TAG:
            return self.enter_cell(node, tag)
        if kind == SPECIAL:
            self.enter_special(node, tag)
            return BLOCK
        if kind == FORMULA:
            self.add_text(formula_text(elementFactory(self.document, node)))
            return DROPPED
        if kind <= NOTED:
            if kind == NOTED:
                self.note(node, tag)
            return DROPPED
        if "-" in tag and not stands_alone(node):
            return INLINE
        self.enter(node, tag)
        return BLOCK

    cdef Known* known_as(self, xmlNode* node) except NULL:
        """Return tag and kind of an element; what was met before is found by its address."""
        cdef Known* known = &self.known[(<size_t>node.name >> 3) & (NAMES - 1)]
        cdef str tag
        if known.name is not node.name or node.ns is not NULL:
            tag = namespacedName(node)
            self.tags.append(tag)
            known.name = node.name if node.ns is NULL else NULL
            known.tag = <PyObject*>tag
            known.kind = KINDS.get(tag, UNKNOWN)
        return known

    cdef int push(self, int kind) except -1:
        """Remember what the end of an element is to be taken for while its children are read."""
        cdef Py_ssize_t room
        if self.ends_count == self.ends_room:
            room = self.ends_room * 2 + 256
            grown = PyMem_Realloc(self.ends, room)
            if grown is NULL:
                raise MemoryError
            self.ends, self.ends_room = <unsigned char*>grown, room
        self.ends[self.ends_count] = kind
        self.ends_count += 1
        return 0

    cdef int begin(self, xmlNode* node) except -1:
        """Read the start of an element; return what its end is to be taken for."""
        cdef Known* known
        cdef int kind
        if node.type != XML_ELEMENT_NODE:
            return DROPPED  # comments, processing instructions, references to entities
        known = self.known_as(node)
        kind = known.kind
        if kind == BLOCK:
            self.enter(node, <str>known.tag)
        elif kind != INLINE:
            kind = self.start(node, <str>known.tag, kind)
        if kind != DROPPED:
            self.add_text_of(node)
        return kind

    cdef int finish(self, xmlNode* node, int kind) except -1:
        """Read the end of an element and what follows it."""
        if kind == BLOCK:
            self.leave()
        elif kind == MARKED:
            self.close_mark(node)
        return self.add_tail_of(node)

    cdef int walk_below(self, xmlNode* root) except -1:
        """Read all elements below one: down to the first child, else along, else up."""
        cdef xmlNode* node = first_element(root.children)
        cdef xmlNode* below
        cdef xmlNode* beside
        cdef int kind
        while node is not NULL:
            kind = self.begin(node)
            below = first_element(node.children) if kind != DROPPED else NULL
            if below is not NULL:
                self.push(kind)
                node = below
                continue
            while True:
                self.finish(node, kind)
                beside = first_element(node.next)
                if beside is not NULL:
                    node = beside
                    break
                node = node.parent
                if node is root:
                    return 0
                self.ends_count -= 1
                kind = self.ends[self.ends_count]
        return 0


cdef bint stands_alone(xmlNode* node) except -1:
    """Return whether a custom element is a component of its own, not part of a sentence."""
    cdef xmlNode* before = previousElement(node)
    cdef str text = tailOf(before) if before is not NULL else textOf(node.parent)
    return not says_something(text) and not says_something(tailOf(node))


def cut(_Element root not None):
    """Cut a tree into blocks and containers, both in document order; see ``walk.cut``."""
    cdef Walk walk = Walk(root._doc)
    cdef str tag = root.tag
    if KINDS.get(tag) == SPECIAL:
        walk.enter_special(root._c_node, tag)
    else:
        walk.enter(root._c_node, tag)
    if says_something(root.text):
        walk.add_text(root.text)
    walk.walk_below(root._c_node)
    walk.leave()
    return walk.blocks, walk.containers
