# cython: language_level=3, boundscheck=False, wraparound=False
"""The look for the stems of ``stems.py`` in the bytes of a text, in one pass.

Two characters that follow each other say which stems may begin there; few pairs begin any. Texts
with other characters than those of ASCII are left to Python, which knows their lower case.

Safety: a text ends with a zero byte; nothing behind it is read, nothing is kept.
"""

from cpython.unicode cimport PyUnicode_AsUTF8
from libc.string cimport strlen
from lxml.includes.tree cimport XML_CDATA_SECTION_NODE, XML_TEXT_NODE, xmlAttr, xmlNode

import re

from scraper.parsers.authors import stems as python

include "scraper/native/source.pxi"


cdef class Stems:
    """Letters that are looked for together; see ``stems.Stems``."""

    def __cinit__(self, told, ends):
        self.pure = python.Stems(told, ends)
        self.fill(dict(told), re.compile(ends))

    cdef int fill(self, dict told, ends) except -1:
        cdef int byte, place, stem = 0, known = 1
        cdef str text
        cdef unsigned char* head
        for byte in range(128):
            self.folded[byte] = ord(chr(byte).lower())
            self.ends[byte] = byte == 0 or ends.match(chr(byte)) is not None
        for text in told:
            stem += 1
            self.bits[stem] = told[text]
            self.closing[stem] = text.endswith("$")
            text = text.removesuffix("$")
            if stem + 1 >= MOST or len(text) > LONGEST:
                raise ValueError("more stems, or longer ones, than there is room for")
            self.sizes[stem] = len(text)
            for place in range(len(text)):
                self.letters[stem][place] = ord(text[place])
            for letter in text[:2]:
                if not self.codes[ord(letter)]:
                    if known == LETTERS:
                        raise ValueError("the stems begin with too many different characters")
                    self.codes[ord(letter)] = known
                    known += 1
            head = &self.heads[self.codes[ord(text[0])]][self.codes[ord(text[1])]]
            self.following[stem] = head[0]
            head[0] = stem
        for byte in range(65, 91):
            self.codes[byte] = self.codes[byte + 32]
        return 0

    cdef bint stands(self, int stem, const unsigned char* text) noexcept:
        """Return whether a stem stands where its first two characters do."""
        cdef int place, size = self.sizes[stem]
        for place in range(2, size):
            if text[place] >= 128 or self.folded[text[place]] != self.letters[stem][place]:
                return False
        return not self.closing[stem] or (text[size] < 128 and self.ends[text[size]])

    cdef int scan(self, const unsigned char* text) noexcept:
        """Return the bits of all stems that a text holds; ``UNREAD`` for one not in ASCII."""
        cdef int found = 0
        cdef unsigned char stem
        cdef unsigned int code, before = 0
        while text[0]:
            if text[0] >= 128:
                return UNREAD
            code = self.codes[text[0]]
            stem = self.heads[before][code]
            while stem:
                if self.stands(stem, text - 1):
                    found |= self.bits[stem]
                stem = self.following[stem]
            before = code
            text += 1
        return found

    cdef int of_value(self, xmlAttr* attribute) noexcept:
        """Return the bits of the value of an attribute; ``UNREAD`` for one in several pieces."""
        cdef xmlNode* text = attribute.children
        if text is NULL or text.next is not NULL or text.content is NULL or (
            text.type != XML_TEXT_NODE and text.type != XML_CDATA_SECTION_NODE
        ):
            return UNREAD
        return self.scan(<const unsigned char*>text.content)

    def told(self, str text not None):
        """Return the bits of all stems that a text holds, in any case."""
        cdef const char* raw
        if text.isascii():
            raw = PyUnicode_AsUTF8(text)
            if <Py_ssize_t>strlen(raw) == len(text):
                return self.scan(<const unsigned char*>raw)
        return self.pure.told(text)

    def words(self, str text not None):
        """Return the words of a text, parted by white space, that hold a stem."""
        cdef str word
        return [word for word in text.split() if self.told(word)]
