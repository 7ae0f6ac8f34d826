"""Reads nodes of libxml2 as lxml does: what it counts as a child, as text, as a value."""

from lxml.includes.etreepublic cimport _isElement, attributeValue
from lxml.includes.tree cimport (
    XML_CDATA_SECTION_NODE,
    XML_ELEMENT_NODE,
    XML_TEXT_NODE,
    XML_XINCLUDE_END,
    XML_XINCLUDE_START,
    xmlAttr,
    xmlNode,
)


cdef inline xmlNode* first_element(xmlNode* node) noexcept:
    """Return the first of a node and its later siblings that lxml counts as a child."""
    while node is not NULL and not _isElement(node):
        node = node.next
    return node


cdef inline xmlNode* following(xmlNode* node, xmlNode* top) noexcept:
    """Return the next node below ``top`` in document order; NULL behind the last one."""
    if node.type == XML_ELEMENT_NODE and node.children is not NULL:
        return node.children
    while node is not top:
        if node.next is not NULL:
            return node.next
        node = node.parent
    return NULL


cdef inline xmlNode* first_text(xmlNode* node) noexcept:
    """Return a node if it is text, as lxml looks for it; NULL where there is none."""
    while node is not NULL:
        if node.type == XML_TEXT_NODE or node.type == XML_CDATA_SECTION_NODE:
            return node
        if node.type != XML_XINCLUDE_START and node.type != XML_XINCLUDE_END:
            return NULL
        node = node.next
    return NULL


cdef inline bint is_blank(xmlNode* text) noexcept:
    """Return whether a text node is white space of ASCII and nothing follows; unsure is no."""
    cdef const unsigned char* at = <const unsigned char*>text.content
    if at is NULL:
        return False
    while at[0] == c" " or 9 <= at[0] <= 13 or 28 <= at[0] <= 31:
        at += 1
    return at[0] == 0 and first_text(text.next) is NULL


cdef inline const char* content_of(xmlAttr* attribute) noexcept:
    """Return the bytes of an attribute's value where they lie in one piece, as most do; NULL else.

    They stay where they are as long as the tree does.
    """
    cdef xmlNode* text = attribute.children
    if text is NULL:
        return ""
    if text.next is NULL and (
        text.type == XML_TEXT_NODE or text.type == XML_CDATA_SECTION_NODE
    ):
        return <const char*>text.content
    return NULL


cdef inline str text_of(xmlNode* node, xmlAttr* attribute):
    """Return the value of an attribute, as lxml does."""
    cdef const char* content = content_of(attribute)
    return attributeValue(node, attribute) if content is NULL else content.decode("utf-8")
