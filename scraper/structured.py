"""Reads what a page says about itself in a machine's words, once a page.

Covers JSON-LD (with ``@graph``, lists, references by ``@id`` and the usual ways of being broken),
``meta`` elements under any of their key attributes, ``link`` elements, and items in microdata
and RDFa. Values are given as found; what they mean is left to the field parsers.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from lxml import etree

from scraper.attributes import read_attributes
from scraper.census import SYNTAXES, Census
from scraper.remembering import remembered
from scraper.text import inner_text

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

_WRAPPERS = re.compile(r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)", re.A)
_WRAPPER_ENDS = re.compile(r"(?:-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>)\s*;?\s*$", re.A)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_LINE_COMMENT = re.compile(r"^\s*//.*$", re.M)
_DEPTH_LIMIT = 64
_ITEM_LIMIT = 5000
_SCRIPT_LIMIT_CHARS = 2_000_000


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that structured data describes (schema.org and kin)."""

    types: tuple[str, ...]
    """Type names without vocabulary prefix, in printed order (``NewsArticle``)."""
    values: Mapping[str, list["str | Item"]]
    """Property name to values in order; text with HTML entities resolved."""
    where: str
    """Key (``json-ld[2]``) or XPath, for evidence."""
    syntax: str
    """``json-ld``, ``microdata`` or ``rdfa``."""
    top: bool = True
    """Whether the item stands on its own, rather than as the value of another's property."""
    id: str | None = None

    def texts(self, name: str) -> list[str]:
        """Return the property's plain values, without nested items."""
        return [v for v in self.values.get(name, ()) if isinstance(v, str)]

    def text(self, name: str) -> str | None:
        """Return the property's first plain value that is not blank."""
        return next((v for v in self.texts(name) if v), None)

    def items(self, name: str) -> list["Item"]:
        """Return the property's nested items."""
        return [v for v in self.values.get(name, ()) if isinstance(v, Item)]

    def is_a(self, *names: str) -> bool:
        """Return whether one of the types ends in one of the names (``NewsArticle``: Article)."""
        # A plain loop: hundreds of questions a page, at a fifth of a generator's price.
        for kind in self.types:  # noqa: SIM110 - see above
            if kind.endswith(names):
                return True
        return False


class Meta(NamedTuple):
    """One ``meta`` element with a key and a content."""

    key: str
    """Value of ``property``, ``name``, ``itemprop`` or ``http-equiv``, in lower case."""
    value: str
    """Its content, entities resolved, white space made single."""


class HeadLink(NamedTuple):
    """One ``link`` element."""

    rel: frozenset[str]
    href: str
    type: str | None
    hreflang: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Structured:
    """All structured data of a page."""

    items: tuple[Item, ...] = ()
    """Items of JSON-LD, then microdata, then RDFa, outer ones before the ones they hold."""
    meta: tuple[Meta, ...] = ()
    links: tuple[HeadLink, ...] = ()
    warnings: tuple[str, ...] = ()
    by_key: Mapping[str, list[str]] = field(default_factory=dict)

    def metas(self, *keys: str) -> list[str]:
        """Return the contents of the first of the keys that has any."""
        for key in keys:
            if found := self.by_key.get(key):
                return found
        return []

    def first_meta(self, *keys: str) -> tuple[str, str] | None:
        """Return (key, content) of the first of the keys that has a content that is not blank."""
        for key in keys:
            for value in self.by_key.get(key, ()):
                if value:
                    return key, value
        return None

    def of_type(self, *names: str) -> list[Item]:
        """Return the items one of whose types ends in one of the names."""
        return [item for item in self.items if item.is_a(*names)]


def read_structured(census: Census) -> Structured:
    """Return the structured data of a parsed page.

    Args:
        census: Of the page, from its root element on.

    Returns:
        Everything found; scripts that can't be read give a warning, never an error.
    """
    metas = tuple(_read_metas(census.tags["meta"]))
    by_key: dict[str, list[str]] = {}
    for entry in metas:
        by_key.setdefault(entry.key, []).append(entry.value)
    warnings: list[str] = []
    items = _read_json_ld(census.tags["script"], warnings)
    for syntax, kind in _TYPE_NAMES.items():
        items += _read_items(census.marked[syntax], syntax, kind)
    links = tuple(_read_links(census.tags["link"]))
    return Structured(tuple(items), metas, links, tuple(warnings), by_key)


def may_name(census: Census, types: Sequence[str]) -> bool:
    """Return whether a page's data may have items of some types: no is sure, and soon said.

    Who asks for a type that few pages have spares the others the reading of all their data. A type
    whose name is written with escapes is taken for none.

    Args:
        census: Of the page.
        types: Names without vocabulary prefix.
    """
    texts = [script.text or "" for script in _json_ld_scripts(census.tags["script"])]
    for syntax, name in _TYPE_NAMES.items():
        texts += [element.get(name) or "" for element in census.marked[syntax]]
    stated = "\n".join(texts)
    return any(kind in stated for kind in types)


def clean(value: str) -> str:
    """Return a value with HTML entities resolved (twice-escaped ones too) and single spaces."""
    if "&" in value:
        value = html.unescape(html.unescape(value))
    if value.isprintable() and "  " not in value:
        # No white space but single blanks: the only such character that is printable.
        return value.strip(" ")
    return " ".join(value.split())


# --- meta and link ----------------------------------------------------------------------


def _read_metas(elements: list[etree._Element]) -> Iterator[Meta]:
    for element in elements:
        attributes = read_attributes(element)
        if "content" not in attributes:
            continue
        value = clean(attributes["content"])
        for name in ("property", "name", "itemprop", "http-equiv"):
            if key := attributes.get(name):
                yield Meta(key.strip().lower(), value)


@remembered(256)
def _relations(rel: str) -> frozenset[str]:
    """Return the relations that a link states; a page's links have a few between them."""
    return frozenset(rel.lower().split())


def _read_links(elements: list[etree._Element]) -> Iterator[HeadLink]:
    for element in elements:
        attributes = read_attributes(element)
        href, rel = attributes.get("href"), attributes.get("rel")
        if href and rel:
            yield HeadLink(
                _relations(rel),
                href.strip(),
                attributes.get("type"),
                attributes.get("hreflang"),
                attributes.get("title"),
            )


# --- JSON-LD ----------------------------------------------------------------------------


def parse_json(text: str) -> Json:
    """Return the value of a JSON text as the web writes it.

    Accepts comment and CDATA wrappers, raw line breaks in strings, trailing commas and
    semicolons, and line comments; several values in a row give a list.

    Raises:
        ValueError: The text is no JSON even so.
    """
    if text.lstrip().startswith(("<", "/")):
        text = _WRAPPERS.sub("", text)
    if text.rstrip().rstrip(";").rstrip().endswith((">", "/")):
        text = _WRAPPER_ENDS.sub("", text)
    text = text.strip().rstrip(";")
    decoder = json.JSONDecoder(strict=False)
    try:
        value, end = decoder.raw_decode(text)
    except ValueError:
        text = _TRAILING_COMMA.sub(r"\1", _LINE_COMMENT.sub("", text)).strip()
        value, end = decoder.raw_decode(text)
    rest = text[end:].strip(" \t\r\n;,")
    if rest.startswith(("{", "[")):
        more = parse_json(rest)
        return [value, *(more if isinstance(more, list) else [more])]
    found: Json = value
    return found


def _read_json_ld(scripts: list[etree._Element], warnings: list[str]) -> list[Item]:
    found: list[Item] = []
    values: list[tuple[str, Json]] = []
    for number, script in enumerate(_json_ld_scripts(scripts)):
        where = f"json-ld[{number}]"
        text = script.text or ""
        if not text.strip():
            continue
        if len(text) > _SCRIPT_LIMIT_CHARS:
            warnings.append(f"{where}: longer than {_SCRIPT_LIMIT_CHARS} characters, not read")
            continue
        try:
            values.append((where, parse_json(text)))
        except (ValueError, RecursionError) as error:
            warnings.append(f"{where}: not readable as JSON ({error})")
    graph = _Graph()
    for where, value in values:
        graph.index(value, 0)
        graph.roots.append((where, value))
    for where, value in graph.roots:
        graph.collect(value, where, found, top=True, depth=0)
        if len(found) > _ITEM_LIMIT:
            warnings.append(f"json-ld: only the first {_ITEM_LIMIT} items are read")
            break
    return found[:_ITEM_LIMIT]


def _json_ld_scripts(scripts: list[etree._Element]) -> Iterator[etree._Element]:
    for script in scripts:
        kind = script.get("type")
        if kind and "ld+json" in kind.lower():
            yield script


class _Graph:
    """The nodes of all JSON-LD scripts of a page, so that ``@id`` references can be followed."""

    def __init__(self) -> None:
        self.roots: list[tuple[str, Json]] = []
        self._by_id: dict[str, dict[str, Json]] = {}
        self._made = 0
        self._cuts = 0
        """How often something was left out since it holds itself or lies too deep."""
        self._whole: dict[tuple[int, str], Item] = {}
        """Items of which nothing was left out, by their node and where it stands."""

    def index(self, value: Json, depth: int) -> None:
        """Note every node with an ``@id`` and content of its own; the fullest one wins."""
        if depth > _DEPTH_LIMIT:
            return
        if isinstance(value, list):
            for part in value:
                self.index(part, depth + 1)
        elif isinstance(value, dict):
            name = value.get("@id")
            if isinstance(name, str) and len(value) > len(self._by_id.get(name, {"": ""})):
                self._by_id[name] = value
            for part in value.values():
                if isinstance(part, list | dict):
                    self.index(part, depth + 1)

    def collect(self, value: Json, where: str, found: list[Item], *, top: bool, depth: int) -> None:
        """Append the items of a value, outer ones first."""
        if depth > _DEPTH_LIMIT or len(found) > _ITEM_LIMIT:
            return
        if isinstance(value, list):
            for part in value:
                self.collect(part, where, found, top=top, depth=depth + 1)
        elif isinstance(value, dict):
            if "@type" in value:
                # Most were made as the value of the one around them, and need no second making.
                item = None if top else self._whole.get((id(value), where))
                found.append(item or self._item(value, where, top=top, path=(), depth=0))
            for key, part in value.items():
                if isinstance(part, list | dict):
                    held = top and (key == "@graph" or "@type" not in value)
                    self.collect(part, where, found, top=held, depth=depth + 1)

    def _item(
        self, node: dict[str, Json], where: str, *, top: bool, path: tuple[str, ...], depth: int
    ) -> Item:
        """Return a node as an item; a node that holds itself is cut off."""
        key, cuts = (id(node), where), self._cuts
        name = node.get("@id")
        if isinstance(name, str):
            if len(node) == 1 or "@type" not in node:
                node = {**self._by_id.get(name, {}), **node}
            path = (*path, name)
        self._made += 1
        values: dict[str, list[str | Item]] = {}
        for property_, part in node.items():
            if property_.startswith("@"):
                continue
            if self._made <= _ITEM_LIMIT:
                held: list[str | Item] = []
                values[property_] = held
                self._add(part, held, where, path, depth)
            else:
                self._cuts += 1
        item = Item(
            _types_of(node.get("@type")),
            values,
            where,
            "json-ld",
            top,
            name if isinstance(name, str) else None,
        )
        if not top and self._cuts == cuts:
            self._whole[key] = item
        return item

    def _add(
        self,
        value: Json,
        found: list["str | Item"],
        where: str,
        path: tuple[str, ...],
        depth: int,
    ) -> None:
        """Append what a property's value gives; lists within lists give nothing."""
        if isinstance(value, str):
            found.append(clean(value))
        elif isinstance(value, dict):
            if "@value" in value:
                self._add(value["@value"], found, where, path, depth)
            elif value.get("@id") not in path and depth < _DEPTH_LIMIT // 8:
                found.append(self._item(value, where, top=False, path=path, depth=depth + 1))
            else:
                self._cuts += 1
        elif isinstance(value, list):
            for part in value:
                if not isinstance(part, list):
                    self._add(part, found, where, path, depth)
        elif value is not None and not isinstance(value, bool):
            found.append(str(value))


def _types_of(stated: Json) -> tuple[str, ...]:
    """Return the names of types without their vocabularies."""
    if isinstance(stated, str):
        return (_bare(stated),)
    kinds = stated if isinstance(stated, list) else []
    return tuple(_bare(kind) for kind in kinds if isinstance(kind, str))


def _bare(kind: str) -> str:
    """Return the name of a type without prefix or address of its vocabulary."""
    return kind.rpartition("/")[2].rpartition(":")[2]


# --- microdata and RDFa -------------------------------------------------------------------


def element_value(element: etree._Element) -> str:
    """Return the value of a microdata or RDFa property's element.

    Source: WHATWG HTML, 5.2.4 "Values".
    """
    for name in ("content", "datetime"):
        stated = element.get(name)
        if stated is not None:
            return clean(stated)
    if element.tag in ("a", "area", "link"):
        text = clean(inner_text(element))
        return text or (element.get("href") or "").strip()
    if element.tag in ("img", "audio", "video", "source", "iframe", "embed", "track"):
        return (element.get("src") or "").strip()
    return clean(inner_text(element)[:100_000])


_URL_PROPERTIES = frozenset({"url", "sameAs", "mainEntityOfPage", "schema:url"})
"""Properties whose value is where a link leads, as the standard says; of others it is the text."""
_TYPE_NAMES = {"microdata": "itemtype", "rdfa": "typeof"}
"""For each syntax the attribute that gives an item's type."""


@dataclass(slots=True)
class _Scope:
    """An item in the making."""

    element: etree._Element
    types: tuple[str, ...]
    values: dict[str, list[str | Item]]
    top: bool


def _read_items(marked: list[etree._Element], syntax: str, type_name: str) -> list[Item]:
    """Return the items of one syntax in document order.

    A property belongs to the nearest scope around its element (``itemref`` is not followed).

    Args:
        marked: Elements that begin an item or are a property's value.
        syntax: ``microdata`` or ``rdfa``.
        type_name: Attribute that gives an item's type.
    """
    scope_name, prop_name = SYNTAXES[syntax]
    if not any(element.get(scope_name) is not None for element in marked):
        return []
    tree = marked[0].getroottree()
    scopes: dict[etree._Element, _Scope] = {}
    made: list[tuple[_Scope, Item]] = []
    nearest: dict[etree._Element, _Scope | None] = {}

    def scope_around(element: etree._Element) -> _Scope | None:
        climbed = []
        found: _Scope | None = None
        for parent in element.iterancestors():
            if parent in nearest:
                found = nearest[parent]
                break
            climbed.append(parent)
            if parent in scopes:
                found = scopes[parent]
                break
        for parent in climbed:
            nearest[parent] = found
        return found

    for element in marked:
        outer = scope_around(element)
        names = (element.get(prop_name) or "").split()
        value: str | Item | None = None
        if element.get(scope_name) is not None:
            kinds = (element.get(type_name) or "").split()
            types = tuple(map(_bare, kinds))
            scope = _Scope(element, types, {}, top=not names or outer is None)
            scopes[element] = scope
            nearest.pop(element, None)
            item = Item(types, scope.values, tree.getpath(element), syntax, scope.top)
            made.append((scope, item))
            value = item
        elif outer is not None and names:
            href = element.get("href") if _URL_PROPERTIES.intersection(names) else None
            value = element_value(element) if href is None else href.strip()
        if outer is not None and value is not None:
            for name in names:
                outer.values.setdefault(name.rsplit(":", 1)[-1], []).append(value)
    return [item for _, item in made]
