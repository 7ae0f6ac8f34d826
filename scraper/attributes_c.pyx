# cython: language_level=3, boundscheck=False, wraparound=False
"""The reading of attributes of ``attributes.py``, straight from libxml2's node into a dictionary."""

from lxml.includes cimport etreepublic as lxml_api
from lxml.includes.etreepublic cimport _Element, namespacedName
from lxml.includes.tree cimport XML_ELEMENT_NODE, xmlAttr, xmlNode
from scraper.native.nodes cimport text_of

lxml_api.import_lxml__etree()

include "scraper/native/source.pxi"


def attributes_of(_Element element not None):
    """Return an element's attributes by name; see ``attributes.attributes_of``."""
    cdef xmlNode* node = element._c_node
    cdef xmlAttr* attribute
    cdef dict found = {}
    if node is NULL or node.type != XML_ELEMENT_NODE:
        return found
    attribute = node.properties
    while attribute is not NULL:
        if attribute.ns is NULL:
            found[(<const char*>attribute.name).decode("utf-8")] = text_of(node, attribute)
        else:
            found[namespacedName(<xmlNode*>attribute)] = text_of(node, attribute)
        attribute = attribute.next
    return found
