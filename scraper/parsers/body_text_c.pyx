# cython: language_level=3, boundscheck=False, wraparound=False
"""The pass of ``body_text.py`` over the pieces of a body for a compiler.

A body is put together several times a page, as later parsers claim lines of it. Pieces are made
without their constructor, by filling their slots.

Safety: the pieces given are only read; nothing is kept.
"""

from scraper.native.slots cimport empty, get, place_of, put

from scraper.parsers import body_text
from scraper.parsers.body_text import Piece
from scraper.text import TextBlock

include "scraper/native/source.pxi"

cdef object piece_type = Piece, block_type = TextBlock
cdef object TIGHT = body_text.TIGHT
cdef Py_ssize_t SOURCE_SLOT = place_of(Piece, "source"), KIND_SLOT = place_of(Piece, "kind")
cdef Py_ssize_t LEVEL_SLOT = place_of(Piece, "level"), ORDINAL_SLOT = place_of(Piece, "ordinal")
cdef Py_ssize_t START_SLOT = place_of(Piece, "start"), END_SLOT = place_of(Piece, "end")
cdef Py_ssize_t TEXT_SLOT = place_of(TextBlock, "text")


cdef object copy_of(object piece):
    """Return a piece like another, without its place."""
    if type(piece) is not piece_type:
        raise TypeError("expected pieces")
    made = empty(piece_type)
    put(SOURCE_SLOT, made, get(SOURCE_SLOT, piece))
    put(KIND_SLOT, made, get(KIND_SLOT, piece))
    put(LEVEL_SLOT, made, get(LEVEL_SLOT, piece))
    put(ORDINAL_SLOT, made, get(ORDINAL_SLOT, piece))
    put(START_SLOT, made, None)
    put(END_SLOT, made, None)
    return made


cdef str text_of(object source):
    return get(TEXT_SLOT, source) if type(source) is block_type else source.text


def place(pieces):
    """Return copies of pieces in their places, with text and index; see ``body_text.place``."""
    cdef list placed = [], parts = [], starts = [], order = []
    cdef Py_ssize_t length = 0, index = 0
    cdef str kind, last = None, gap, text
    for piece in pieces:
        made = copy_of(piece)
        placed.append(made)
        kind = get(KIND_SLOT, made)
        if kind != "caption":
            if last is not None:
                gap = "\n" if kind == last and last in TIGHT else "\n\n"
                parts.append(gap)
                length += len(gap)
            text = text_of(get(SOURCE_SLOT, made))
            parts.append(text)
            starts.append(length)
            order.append(index)
            put(START_SLOT, made, length)
            length += len(text)
            put(END_SLOT, made, length)
            last = kind
        index += 1
    return placed, "".join(parts), starts, order
