# cython: language_level=3, boundscheck=False, wraparound=False
"""The looks of ``worth.py`` at all blocks of a page, for a compiler.

A word of ASCII is looked up where its first and last letter and its length are those of one that is
looked for, any other in any case. Safety: classes are checked before slots are
read; a text cannot change, and the list that the caller gives holds it; marks hold their elements.
"""

from cpython.unicode cimport Py_UNICODE_ISSPACE, PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.string cimport memset, strchr, strcmp
from lxml.includes cimport etreepublic as lxml_api
from lxml.includes.etreepublic cimport _Element
from lxml.includes.tree cimport xmlAttr, xmlNode
from scraper.native.nodes cimport content_of, text_of
from scraper.native.slots cimport get, place_of

from scraper.parsers.references import worth
from scraper.text import TextBlock

lxml_api.import_lxml__etree()

include "scraper/native/source.pxi"

cdef enum:
    LETTERS = 26
    LENGTHS = 32
    ASCII = 128
    SPACE = 254
    FOREIGN = 255

cdef object block_type = TextBlock
cdef Py_ssize_t TEXT = place_of(TextBlock, "text"), TAG = place_of(TextBlock, "tag")
cdef Py_ssize_t LINK_CHARS = place_of(TextBlock, "link_chars")
cdef Py_ssize_t RAW_MARKS = place_of(TextBlock, "raw_marks")
cdef Py_ssize_t LONGEST_HEADING = worth.LONGEST_HEADING, LABEL_SPACE = worth.LABEL_SPACE
cdef Py_ssize_t LONGEST_MARKER = worth.LONGEST_MARKER
cdef object HEADING_WORDS = worth.HEADING_WORDS, LABEL_WORDS = worth.LABEL_WORDS

if worth.RAISED != {"sup", "sub"}:
    raise ImportError("worth.py takes other elements for raised ones")

cdef str WIDE_SPACES = "".join([sign for sign in worth.SPACES if not sign.isascii()])
cdef unsigned char KINDS[ASCII]
"""For each character of ASCII the number of its letter from 1, ``SPACE``, or 0 for another one."""
cdef unsigned int SHAPES[LETTERS + 1][LETTERS + 1]
"""For a first and a last letter the lengths of the words that have them, a bit each."""


cdef int fill_tables() except -1:
    cdef int sign
    cdef str word
    memset(KINDS, 0, sizeof(KINDS))
    memset(SHAPES, 0, sizeof(SHAPES))
    for sign in range(LETTERS):
        KINDS[97 + sign] = KINDS[65 + sign] = sign + 1
    for sign in range(ASCII):
        if chr(sign).isspace() or chr(sign) in worth.SPACES:
            KINDS[sign] = SPACE
    for word in LABEL_WORDS:
        if not word.isascii():
            continue
        if not word[0].isalpha() or not word[len(word) - 1].isalpha() or len(word) >= LENGTHS:
            raise ImportError("a word that is looked for has another shape")
        SHAPES[KINDS[ord(word[0])]][KINDS[ord(word[len(word) - 1])]] |= 1 << len(word)
    return 0


fill_tables()


cdef inline unsigned char kind_of(Py_UCS4 sign) noexcept:
    if sign < ASCII:
        return KINDS[sign]
    return SPACE if Py_UNICODE_ISSPACE(sign) or sign in WIDE_SPACES else FOREIGN


cdef bint holds(str text, Py_ssize_t size, object words) except -1:
    """Return whether the start of a text has one of some words; see ``worth.has_word``."""
    cdef int form = PyUnicode_KIND(text)
    cdef void* signs = PyUnicode_DATA(text)
    cdef unsigned char kind, first = 0, last = 0
    cdef bint is_foreign = False
    cdef Py_ssize_t place, start = 0
    for place in range(size + 1):
        kind = kind_of(PyUnicode_READ(form, signs, place)) if place < size else SPACE
        if kind != SPACE:
            is_foreign = is_foreign or kind == FOREIGN
            first, last = kind if place == start else first, kind
            continue
        if place > start and (is_foreign or is_shaped(first, last, place - start)):
            if text[start:place].lower() in words:
                return True
        start, is_foreign = place + 1, False
    return False


cdef inline bint is_shaped(unsigned char first, unsigned char last, Py_ssize_t size) noexcept:
    return size < LENGTHS and SHAPES[first][last] >> size & 1


cdef Py_ssize_t label_end(str text) noexcept:
    """Return where the last of the first colon and the first line break of a start is, or -1."""
    cdef int form = PyUnicode_KIND(text)
    cdef void* signs = PyUnicode_DATA(text)
    cdef Py_UCS4 sign
    cdef Py_ssize_t place, colon = -1, line = -1
    for place in range(min(len(text), LABEL_SPACE + 1)):
        sign = PyUnicode_READ(form, signs, place)
        if sign == c":" and colon < 0:
            colon = place
        elif sign == c"\n" and line < 0:
            line = place
    return max(colon, line)


def heading_blocks(list blocks not None):
    """Return what may head a list, and what may open with its heading; see ``worth.py``."""
    cdef list short = [], labelled = []
    cdef Py_ssize_t end, size, link_chars
    cdef str text
    for block in blocks:
        if type(block) is not block_type:
            raise TypeError("a block is a TextBlock")
        text, link_chars = get(TEXT, block), get(LINK_CHARS, block)
        size = len(text)
        if size <= LONGEST_HEADING and not (2 * link_chars > size and get(TAG, block) == "li"):
            if holds(text, size, HEADING_WORDS):
                short.append(block)
        end = label_end(text)
        if end >= 0 and holds(text, end, LABEL_WORDS):
            labelled.append(block)
    return short, labelled


cdef bint is_raised(const char* tag) noexcept:
    return strcmp(tag, "sup") == 0 or strcmp(tag, "sub") == 0


cdef bint leads_to_place(xmlNode* node) except -1:
    """Return whether a link has the sign of a place within a page in its address."""
    cdef xmlAttr* attribute = node.properties
    cdef const char* address
    while attribute is not NULL:
        if attribute.ns is NULL and strcmp(<const char*>attribute.name, "href") == 0:
            address = content_of(attribute)
            if address is NULL:
                return "#" in text_of(node, attribute)
            return strchr(address, c"#") is not NULL
        attribute = attribute.next
    return False


cdef bint may_hold_marker(tuple marks) except -1:
    cdef Py_ssize_t length
    cdef const char* tag
    cdef _Element element
    for start, end, marked in marks:
        element = marked
        if element is None:
            raise TypeError("a mark has an element")
        if element._c_node.ns is not NULL:
            continue
        tag = <const char*>element._c_node.name
        if is_raised(tag):
            return True
        length = end - start
        if 0 < length <= LONGEST_MARKER and strcmp(tag, "a") == 0:
            if leads_to_place(element._c_node):
                return True
    return False


def marker_blocks(list blocks not None):
    """Return the blocks that may hold a marker; see ``worth.py``."""
    cdef list found = []
    cdef tuple marks
    for block in blocks:
        if type(block) is not block_type:
            raise TypeError("a block is a TextBlock")
        marks = get(RAW_MARKS, block)
        if marks and may_hold_marker(marks):
            found.append(block)
    return found
