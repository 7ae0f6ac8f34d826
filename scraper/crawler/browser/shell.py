"""Tells by its structure whether a page shows next to nothing until its scripts have run.

A page is a shell if it has scripts, shows little text of its own (menus, links and footers apart)
and has a sign that scripts are to bring the rest: an empty element of the kind that applications
are mounted in, a ``noscript`` that asks for JavaScript, or little but scripts. A page whose text
was found all the same, in its structured data or its scripts' data, is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from scraper.page import Page

ENOUGH_WORDS = 80
"""Words of an article from which on nothing needs to be rendered: the shortest news items."""
_MOST_CHARS = 500
"""Characters of own text that a shell may show: a cookie notice, a slogan, a line of address."""
_FEW_CHARS = 120
"""So little that scripts alone are sign enough."""
_HEAVY_SCRIPT_CHARS = 4000
_HEAVY_SCRIPT_FILES = 2
_LOADING_CHARS = 40
"""Text that a mounting place may show meanwhile: "Loading, please wait …"."""
_MOUNT_IDS = re.compile(
    r"^(?:__next|__nuxt|___gatsby|_?_?svelte|svelte(?:-announcer)?|q-app|"
    r"(?:(?:react|vue|ember|ng|angular|elm|main|page|site|web|spa|js)[-_]?)?"
    r"(?:app|root|mount|application)(?:[-_]?(?:root|container|content|main|mount|wrapper))?)$",
    re.IGNORECASE,
)
"""Ids that frameworks' templates give to the element an application is mounted in:
create-react-app, Vite, Vue CLI, Next, Nuxt, Gatsby, Quasar, Ember, Angular, Elm."""
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "head", "title"})
_AROUND = frozenset({"a", "nav", "header", "footer", "aside", "form", "button", "select", "dialog"})
_PLACES = frozenset({"div", "main", "article", "section"})
_ASKS = re.compile(r"java\s?script|джава|яваскрипт", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Scripts:
    chars: int
    files: int

    @property
    def are_heavy(self) -> bool:
        return self.chars >= _HEAVY_SCRIPT_CHARS or self.files >= _HEAVY_SCRIPT_FILES


def find_shell(page: Page, words: int) -> str | None:
    """Return why a page is a shell that scripts are to fill, None where it is none.

    Args:
        words: Words of the article that was found in it.
    """
    if words >= ENOUGH_WORDS:
        return None
    body = page.root.find("body")
    scripts = _weigh_scripts(page.root)
    if body is None or (not scripts.chars and not scripts.files):
        return None
    shown = sum(len(text) for text in _own_texts(body))
    if shown > _MOST_CHARS:
        return None
    if (mount := _find_mount(body)) is not None:
        return f"scripts are to fill the empty element {mount}"
    if _asks_for_scripts(page.root):
        return "it asks for JavaScript and shows little else"
    if shown <= _FEW_CHARS and scripts.are_heavy and not _has_frames(body):
        return "it has scripts and next to no text"
    return None


def _weigh_scripts(root: etree._Element) -> _Scripts:
    """Return how much script a page has; data in script elements is none."""
    chars = files = 0
    for script in root.iter("script"):
        kind = (script.get("type") or "").lower()
        if kind and "javascript" not in kind and kind != "module":
            continue
        files += script.get("src") is not None
        chars += len(script.text or "")
    return _Scripts(chars, files)


def _own_texts(element: etree._Element) -> Iterator[str]:
    """Yield the texts below an element that belong to no link, menu, form or footer."""
    stack = [element]
    while stack:
        current = stack.pop()
        if current.text and not current.text.isspace():
            yield current.text.strip()
        for child in current:
            if child.tail and not child.tail.isspace():
                yield child.tail.strip()
            if child.tag not in _UNSEEN and child.tag not in _AROUND:
                stack.append(child)


def _find_mount(body: etree._Element) -> str | None:
    """Return the empty element that an application is to be mounted in, as ``tag#id``."""
    for element in body.iter():
        tag = str(element.tag)
        name = element.get("id") or ""
        is_named = tag in _PLACES and _MOUNT_IDS.match(name)
        is_custom = "-" in tag and element.getparent() is body
        is_main = tag in ("main", "article") or element.get("role") == "main"
        if (is_named or is_custom or is_main) and _is_empty(element):
            return f"{tag}#{name}" if name else tag
    return None


def _is_empty(element: etree._Element) -> bool:
    """Return whether an element shows nothing, or no more than that something is loading."""
    chars = 0
    for node in element.iter():
        if node.tag in ("img", "video", "picture", "iframe", "p", "input"):
            return False
        if node.tag not in _UNSEEN:
            chars += len((node.text or "").strip())
        if node is not element:
            chars += len((node.tail or "").strip())
    return chars <= _LOADING_CHARS


def _asks_for_scripts(root: etree._Element) -> bool:
    return any(
        _ASKS.search(str(text)) for hint in root.iter("noscript") for text in hint.itertext()
    )


def _has_frames(body: etree._Element) -> bool:
    """Return whether the page shows other pages, which no script of its own brings."""
    return next(body.iter("iframe", "frame"), None) is not None
