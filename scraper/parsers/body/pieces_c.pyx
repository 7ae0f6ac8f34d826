# cython: language_level=3, boundscheck=False, wraparound=False
"""The naming of chosen blocks of ``pieces.py`` for a compiler: what each is, as what it stands in.

Functions have the names of those in ``pieces.py`` and do what is said there. What is asked of few
blocks is asked there: whether a line credits a picture or is named a caption, how deep an item of a
list stands.

Safety: classes are checked before slots are read, and indexes before they are followed; the
containers' elements of lxml keep their nodes; nothing is changed, nothing is kept.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from cpython.ref cimport PyObject
from libc.string cimport memcpy, strcmp, strlen
from lxml.includes cimport etreepublic as lxml_api
from lxml.includes.etreepublic cimport _Element
from lxml.includes.tree cimport XML_ELEMENT_NODE, xmlAttr, xmlNode
from scraper.native.nodes cimport content_of, text_of
from scraper.native.slots cimport empty, get, place_of, put

from scraper.parsers.body import pieces as pure
from scraper.parsers.back_links import without_back_links
from scraper.parsers.body_text import Piece
from scraper.parsers.rules import boilerplate
from scraper.text import Container, TextBlock

lxml_api.import_lxml__etree()

include "scraper/native/source.pxi"

cdef object piece_type = Piece, block_type = TextBlock, container_type = Container
cdef Py_ssize_t P_SOURCE = place_of(Piece, "source"), P_KIND = place_of(Piece, "kind")
cdef Py_ssize_t P_LEVEL = place_of(Piece, "level"), P_ORDINAL = place_of(Piece, "ordinal")
cdef Py_ssize_t P_START = place_of(Piece, "start"), P_END = place_of(Piece, "end")
cdef Py_ssize_t B_TEXT = place_of(TextBlock, "text"), B_INDEX = place_of(TextBlock, "index")
cdef Py_ssize_t B_CONTAINER = place_of(TextBlock, "container")
cdef Py_ssize_t B_MEDIA = place_of(TextBlock, "media")
cdef Py_ssize_t B_RAW_MARKS = place_of(TextBlock, "raw_marks")
cdef Py_ssize_t C_ELEMENT = place_of(Container, "element"), C_TAG = place_of(Container, "tag")
cdef Py_ssize_t C_PARENT = place_of(Container, "parent"), C_FIRST = place_of(Container, "first")
cdef tuple CELLS = pure.CELLS
cdef Py_ssize_t LOOK_OUT = pure.LOOK_OUT, CAPTION_REACH = pure.CAPTION_REACH
cdef Py_ssize_t CAPTION_LIMIT = pure.CAPTION_LIMIT, SLIDES = pure.SLIDES
cdef Py_ssize_t CREDIT_LIMIT = pure.CREDIT_LIMIT
cdef Py_ssize_t CREDITED_LIMIT = boilerplate.CREDITED_LIMIT
cdef double SLIDESHOW_SHARE = pure.SLIDESHOW_SHARE
cdef object kind_of = pure.kind_of, is_credit = pure.is_credit, Numbers = pure.Numbers
cdef object explains_picture = pure.explains_picture
cdef str PARAGRAPH = "paragraph", CAPTION = "caption"

cdef enum:
    MOST_STEMS = 16
    STEM_ROOM = 16

cdef char stems[MOST_STEMS][STEM_ROOM]
cdef size_t stem_sizes[MOST_STEMS]
cdef bint begins_stem[256]
cdef int STEM_COUNT = fill_stems()


cdef int fill_stems() except -1:
    """Fill the table of what telling class attributes hold, and of how that begins."""
    cdef int place
    cdef bytes stem
    if len(pure.TELLING) > MOST_STEMS or max(map(len, pure.TELLING)) >= STEM_ROOM:
        raise ImportError("more stems than there is room for")
    for place, name in enumerate(pure.TELLING):
        stem = name.encode("ascii")
        memcpy(stems[place], <const char*>stem, len(stem))
        stem_sizes[place] = len(stem)
        begins_stem[<unsigned char>stem[0]] = True
    return len(pure.TELLING)


cdef struct Told:
    # A kind, borrowed from the tables of ``pieces.py`` and NULL while nothing is known; the index
    # of the container that says so, -1 for none; how many containers further in the reader is.
    PyObject* kind
    Py_ssize_t teller
    Py_ssize_t steps


cdef class Kinds:
    """What containers make of the blocks in them; read once for each container."""

    cdef list containers, held
    cdef Told* known
    cdef Py_ssize_t* climbed
    # What the block asked for last is, and the index of the container that says so.
    cdef str kind
    cdef Py_ssize_t teller

    def __cinit__(self, list containers not None):
        self.containers, self.held = containers, []
        self.known = <Told*>PyMem_Calloc(len(containers) + 1, sizeof(Told))
        self.climbed = <Py_ssize_t*>PyMem_Calloc(len(containers) + 1, sizeof(Py_ssize_t))
        if self.known is NULL or self.climbed is NULL:
            raise MemoryError

    def __dealloc__(self):
        PyMem_Free(self.known)
        PyMem_Free(self.climbed)

    cdef int of(self, block) except -1:
        """Say what a block is, in ``kind`` and ``teller``."""
        cdef Told told
        cdef Py_ssize_t index
        if type(block) is not block_type:
            raise TypeError("expected text blocks")
        index = get(B_CONTAINER, block)
        if index < -1 or index >= len(self.containers):
            raise IndexError("a block stands in no container of the page")
        told = self.climb(index)
        self.kind, self.teller = <str>told.kind, told.teller
        if told.steps >= LOOK_OUT:
            self.kind, self.teller = PARAGRAPH, -1
        # Half of all blocks are longer than a credit, and need not be asked.
        if self.kind == PARAGRAPH and (
            (size_of(block) <= CREDITED_LIMIT and is_credit(get(B_TEXT, block)))
            or self.names_caption(block, index)
        ):
            self.kind = CAPTION
        return 0

    cdef bint names_caption(self, block, Py_ssize_t index) except -1:
        if not get(B_MEDIA, block) or index < 0 or size_of(block) > CAPTION_LIMIT:
            return False
        return explains_picture(block, self.containers[index])

    cdef Told climb(self, Py_ssize_t index) except *:
        """Return what a container makes of its blocks."""
        cdef Told told
        cdef Py_ssize_t count = 0, parent
        told.kind, told.teller, told.steps = <PyObject*>PARAGRAPH, -1, 0
        while index >= 0:
            if self.known[index].kind is not NULL:
                told = self.known[index]
                break
            self.climbed[count] = index
            count += 1
            container = self.containers[index]
            if type(container) is not container_type:
                raise TypeError("expected containers")
            parent = get(C_PARENT, container)
            if parent >= index:
                raise ValueError("a container stands before the one around it")
            index = parent
        while count:
            count -= 1
            told = self.read(self.climbed[count], told)
            self.known[self.climbed[count]] = told
        return told

    cdef Told read(self, Py_ssize_t index, Told told) except *:
        container = self.containers[index]
        tag = get(C_TAG, container)
        if tag in CELLS:
            told.kind, told.teller, told.steps = <PyObject*>PARAGRAPH, -1, 0
            return told
        kind = kind_of(tag, class_of(get(C_ELEMENT, container)))
        if kind is None:
            told.steps += 1
            return told
        self.held.append(kind)
        told.kind, told.teller, told.steps = <PyObject*>kind, index, 0
        return told


cdef str class_of(_Element element):
    """Return the class attribute of an element, empty where it has none or it says nothing."""
    cdef xmlNode* node = element._c_node
    cdef xmlAttr* attribute
    cdef const char* content
    if node is NULL or node.type != XML_ELEMENT_NODE:
        return ""
    attribute = node.properties
    while attribute is not NULL:
        if attribute.ns is NULL and strcmp(<const char*>attribute.name, "class") == 0:
            content = content_of(attribute)
            if content is not NULL and not tells(content):
                return ""
            return text_of(node, attribute)
        attribute = attribute.next
    return ""


cdef bint tells(const char* name) noexcept:
    """Return whether a class attribute holds a stem: hardly any does, and nearly all are new."""
    cdef size_t at, letter, size = strlen(name)
    cdef int place
    for at in range(size):
        if not begins_stem[<unsigned char>name[at] | 0x20]:
            continue
        for place in range(STEM_COUNT):
            if stem_sizes[place] > size - at:
                continue
            for letter in range(stem_sizes[place]):
                if name[at + letter] | 0x20 != stems[place][letter]:
                    break
            else:
                return True
    return False


cdef object stripped(block):
    return without_back_links(block) if get(B_RAW_MARKS, block) else block


cdef Py_ssize_t size_of(block) except -1:
    return len(<str>get(B_TEXT, block))


cdef bint is_slideshow(list kept, list kinds) except -1:
    cdef Py_ssize_t count = 0, captions = 0, total = 0, size, at
    for at in range(len(kept)):
        size = size_of(kept[at])
        total += size
        if kinds[at] == CAPTION:
            count += 1
            captions += size
    if count == len(kept) and total > CREDIT_LIMIT:
        return True
    return count >= SLIDES and captions > SLIDESHOW_SHARE * total


cdef object make(block, str kind, level=None, ordinal=None):
    """Return a piece that has no place yet."""
    piece = empty(piece_type)
    put(P_SOURCE, piece, block)
    put(P_KIND, piece, kind)
    put(P_LEVEL, piece, level)
    put(P_ORDINAL, piece, ordinal)
    put(P_START, piece, None)
    put(P_END, piece, None)
    return piece


cdef object piece(block, str kind, container, numbers):
    if container is None or kind == CAPTION:
        return make(block, PARAGRAPH)
    if kind == "heading":
        return make(block, kind, int(get(C_TAG, container)[1]))
    if kind != "list_item":
        return make(block, kind)
    if get(B_INDEX, block) != get(C_FIRST, container):
        return make(block, PARAGRAPH)
    return make(block, kind, numbers.depth(container), numbers.ordinal(container))


cdef int add_captions(
    Py_ssize_t before, Py_ssize_t after, blocks, Kinds kinds, list pieces
) except -1:
    """Add the captions between two chosen blocks that have both of them near by."""
    cdef Py_ssize_t index
    for index in range(
        max(before + 1, after - CAPTION_REACH), min(before + CAPTION_REACH + 1, after)
    ):
        kinds.of(blocks[index])
        block = stripped(blocks[index])
        # "(more)", which unfolds a caption, is none.
        if block.tag != "button" and kinds.kind == CAPTION and size_of(block) <= CAPTION_LIMIT:
            pieces.append(make(block, CAPTION))
    return 0


def name_pieces(blocks, list containers not None, kept):
    """Return the pieces of the body with their captions; see ``pieces.name_pieces``."""
    cdef Kinds kinds = Kinds(containers)
    cdef list chosen = [blocks[index] for index in kept], told = [], tellers = [], made = []
    cdef Py_ssize_t at, before = 0, index
    cdef bint slides
    for block in chosen:
        kinds.of(block)
        told.append(kinds.kind)
        tellers.append(containers[kinds.teller] if kinds.teller >= 0 else None)
    slides = is_slideshow(chosen, told)
    numbers = Numbers(containers)
    for at in range(len(chosen)):
        index = kept[at]
        if at and index - before > 1 and not slides:
            add_captions(before, index, blocks, kinds, made)
        before = index
        block = stripped(chosen[at])
        if not slides and told[at] == CAPTION and size_of(block) <= CAPTION_LIMIT:
            made.append(make(block, CAPTION))
        elif get(B_TEXT, block):
            made.append(piece(block, told[at], tellers[at], numbers))
    return made
