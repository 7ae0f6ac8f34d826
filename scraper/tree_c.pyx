# cython: language_level=3, boundscheck=False, wraparound=False
"""The searches of ``tree.py`` on libxml2's nodes, for a compiler.

Safety: the tree is not changed while it is looked through, elements of lxml keep their document,
and nothing recurses.
"""

from cpython.ref cimport PyObject
from libc.string cimport strchr, strcmp, strlen, strstr
from lxml.includes cimport etreepublic as lxml_api
from lxml.includes.etreepublic cimport _Document, _Element, elementFactory
from lxml.includes.tree cimport (
    XML_CDATA_SECTION_NODE,
    XML_COMMENT_NODE,
    XML_ELEMENT_NODE,
    XML_PI_NODE,
    XML_TEXT_NODE,
    xmlAttr,
    xmlNode,
)
from scraper.native.nodes cimport following, text_of

from scraper import tree

lxml_api.import_lxml__etree()

include "scraper/native/source.pxi"

cdef Py_ssize_t MOST_FOUND = tree.MOST_FOUND


def string_of(_Element element not None):
    """Return all text below an element as it stands; see ``tree.string_of``."""
    cdef xmlNode* top = element._c_node
    cdef xmlNode* node
    cdef str found = ""
    if top is NULL or top.type != XML_ELEMENT_NODE:
        return tree.string_of(element)
    cdef list parts = []
    node = following(top, top)
    while node is not NULL:
        if node.type == XML_TEXT_NODE or node.type == XML_CDATA_SECTION_NODE:
            if node.content is not NULL:
                parts.append((<const char*>node.content).decode("utf-8"))
        elif node.type != XML_ELEMENT_NODE and (
            node.type != XML_COMMENT_NODE and node.type != XML_PI_NODE
        ):
            return tree.string_of(element)
        node = following(node, top)
    return parts[0] if len(parts) == 1 else found.join(parts)


cdef bint is_short(const char* href, Py_ssize_t longest) noexcept:
    """Return whether a path, up to "?" and without slashes at its end, has but so many bytes."""
    cdef const char* end = strchr(href, c"?")
    if href[0] == 0:
        return False
    if end is NULL:
        end = href + strlen(href)
    while end > href and (end - 1)[0] == c"/":
        end -= 1
    return end - href <= longest


cdef bint leads_to(xmlNode* node, const char* held, Py_ssize_t longest) except -1:
    """Return whether the address of a link holds a text, or is short."""
    cdef xmlAttr* attribute = node.properties
    cdef const char* href
    cdef bytes whole
    while attribute is not NULL:
        if attribute.ns is NULL and strcmp(<const char*>attribute.name, "href") == 0:
            if is_one_text(attribute.children):
                href = <const char*>attribute.children.content
                return strstr(href, held) is not NULL or is_short(href, longest)
            whole = text_of(node, attribute).encode()
            href = whole
            return strstr(href, held) is not NULL or is_short(href, longest)
        attribute = attribute.next
    return False


def links_to(list links not None, str held not None, Py_ssize_t longest):
    """Return those of some links that may lead to some address; see ``tree.links_to``."""
    cdef bytes wanted = held.encode()
    cdef _Element link
    cdef list found = []
    for link in links:
        if link is not None and leads_to(link._c_node, wanted, longest):
            found.append(link)
    return found


cdef inline bint is_one_text(xmlNode* text) noexcept:
    """Return whether a value is a single piece of text, as nearly all are."""
    return (
        text is not NULL
        and text.next is NULL
        and text.type == XML_TEXT_NODE
        and text.content is not NULL
    )


cdef class Wanted:
    """An attribute that is looked for, and the texts of which its value must hold one."""

    def __cinit__(self, str name, held):
        texts = (held,) if isinstance(held, str) else held
        self.kept = [text.encode() for text in (name.replace("_", "-"), *texts) if text]
        self.name = <bytes>self.kept[0]
        self.count = len(self.kept) - 1
        if self.count > MOST_WORDS:
            raise ValueError(f"more than {MOST_WORDS} texts to look for")
        for index in range(self.count):
            self.words[index] = <bytes>self.kept[index + 1]

    cdef bint fits(self, xmlNode* node, xmlAttr* attribute, Py_ssize_t* found) except -1:
        """Return whether this is the attribute, and holds what it must; the first few are.

        ``found`` counts them and is the search's own: two may go on at the same time.
        """
        cdef bytes whole
        if (
            (<const char*>attribute.name)[0] != self.name[0]
            or attribute.ns is not NULL
            or found[0] >= MOST_FOUND
            or strcmp(<const char*>attribute.name, self.name) != 0
        ):
            return False
        if self.count:
            if is_one_text(attribute.children):
                if not self.is_in(<const char*>attribute.children.content):
                    return False
            else:
                whole = text_of(node, attribute).encode()
                if not self.is_in(whole):
                    return False
        found[0] += 1
        return True

    cdef bint is_in(self, const char* value) noexcept:
        cdef Py_ssize_t index
        for index in range(self.count):
            if strstr(value, self.words[index]) is not NULL:
                return True
        return False


cdef class Search:
    """Finds the elements that have one of some attributes."""

    cdef list kept
    cdef Py_ssize_t count
    cdef PyObject* wanted[MOST_WANTED]

    def __cinit__(self, list wanted):
        self.kept, self.count = wanted, len(wanted)
        if self.count > MOST_WANTED:
            raise ValueError(f"more than {MOST_WANTED} attributes to look for")
        for index in range(self.count):
            self.wanted[index] = <PyObject*>wanted[index]

    def __call__(self, _Element element not None):
        cdef _Document document = element._doc
        cdef xmlNode* top = element._c_node
        cdef xmlNode* node = top
        cdef list found = []
        cdef Py_ssize_t taken[MOST_WANTED]
        for index in range(MOST_WANTED):
            taken[index] = 0
        while node is not NULL:
            if node.type == XML_ELEMENT_NODE and node.properties is not NULL:
                if self.fits(node, taken):
                    found.append(elementFactory(document, node))
            node = following(node, top)
        return found

    cdef bint fits(self, xmlNode* node, Py_ssize_t* taken) except -1:
        """Return whether an element is one of those looked for; ``taken`` counts for each."""
        cdef xmlAttr* attribute = node.properties
        cdef Py_ssize_t index
        cdef bint one = False
        while attribute is not NULL:
            for index in range(self.count):
                if (<Wanted>self.wanted[index]).fits(node, attribute, taken + index):
                    one = True
            attribute = attribute.next
        return one


def having(**values):
    """Return a search for the elements that have one of some attributes; see ``tree.having``."""
    return Search([Wanted(name, held) for name, held in values.items()])
