# cython: language_level=3, boundscheck=False, wraparound=False
"""The reading of links of ``links.py`` in one walk over libxml2's nodes.

Safety: the tree is not changed while it is walked, and what is returned are strings.
"""

from libc.string cimport strcmp
from lxml.includes cimport etreepublic as lxml_api
from lxml.includes.etreepublic cimport _Element, textOf
from lxml.includes.tree cimport XML_ELEMENT_NODE, xmlAttr, xmlNode
from scraper.native.nodes cimport first_element, following, text_of

lxml_api.import_lxml__etree()

include "scraper/native/source.pxi"


cdef inline bint is_link(xmlNode* node) noexcept:
    """Return whether a node is one of the elements of ``links.TAGS``."""
    cdef const char* name = <const char*>node.name
    if node.type != XML_ELEMENT_NODE or node.ns is not NULL:
        return False
    if name[0] == c"a":
        return name[1] == 0 or strcmp(name, "area") == 0
    if name[0] == c"f":
        return strcmp(name, "frame") == 0
    return name[0] == c"i" and strcmp(name, "iframe") == 0


cdef tuple link_of(xmlNode* node):
    """Return what one link is, None where it leads nowhere else."""
    cdef xmlAttr* attribute = node.properties
    cdef str href = "", source = "", relation = ""
    cdef object text = None
    cdef const char* name
    while attribute is not NULL:
        if attribute.ns is NULL:
            name = <const char*>attribute.name
            if strcmp(name, "href") == 0:
                href = text_of(node, attribute)
            elif strcmp(name, "src") == 0:
                source = text_of(node, attribute)
            elif strcmp(name, "rel") == 0:
                relation = text_of(node, attribute)
        attribute = attribute.next
    href = href or source
    if not href or href.startswith("#"):
        return None
    if first_element(node.children) is NULL:
        text = textOf(node)
    return (href, text or "", relation)


def links_of(_Element root not None):
    """Return (address, text, ``rel``) of the links of a page; see ``links.links_of``."""
    cdef xmlNode* top = root._c_node
    cdef xmlNode* node = top
    cdef list found = []
    cdef tuple link
    while node is not NULL:
        if is_link(node):
            link = link_of(node)
            if link is not None:
                found.append(link)
        node = following(node, top)
    return found
