"""Reads JSON-LD: ``@graph``, lists, references by ``@id``, and the usual ways of being broken.

Source: W3C JSON-LD 1.1, as far as pages use it: no context is fetched, no term is expanded.
"""

import json
import re
from typing import TypeAlias

from lxml import etree

from scraper.structured.item import Item, bare_type, clean

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

_WRAPPERS = re.compile(r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)", re.A)
_WRAPPER_ENDS = re.compile(r"(?:-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>)\s*;?\s*$", re.A)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_LINE_COMMENT = re.compile(r"^\s*//.*$", re.M)
_DEPTH_LIMIT = 64
_ITEM_LIMIT = 5000
_SCRIPT_LIMIT_CHARS = 2_000_000


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
    value: Json
    try:
        value, end = decoder.raw_decode(text)
    except ValueError:
        text = _TRAILING_COMMA.sub(r"\1", _LINE_COMMENT.sub("", text)).strip()
        value, end = decoder.raw_decode(text)
    rest = text[end:].strip(" \t\r\n;,")
    if rest.startswith(("{", "[")):
        more = parse_json(rest)
        return [value, *(more if isinstance(more, list) else [more])]
    return value


def read_json_ld(scripts: list[etree._Element], warnings: list[str]) -> list[Item]:
    """Return the items of a page's scripts, outer ones before the ones they hold."""
    found: list[Item] = []
    values: list[tuple[str, Json]] = []
    stating = [script for script in scripts if "ld+json" in (script.get("type") or "").lower()]
    for number, script in enumerate(stating):
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
    for _, value in values:
        graph.index(value, 0)
    for where, value in values:
        graph.collect(value, where, found, top=True, depth=0)
        if len(found) > _ITEM_LIMIT:
            warnings.append(f"json-ld: only the first {_ITEM_LIMIT} items are read")
            break
    return found[:_ITEM_LIMIT]


class _Graph:
    """The nodes of all JSON-LD scripts of a page, so that ``@id`` references can be followed."""

    def __init__(self) -> None:
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
            if isinstance(part, str) and self._made <= _ITEM_LIMIT:
                # Nearly all are such.
                values[property_] = [clean(part)]
            elif self._made <= _ITEM_LIMIT:
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
        return (bare_type(stated),)
    kinds = stated if isinstance(stated, list) else []
    return tuple(bare_type(kind) for kind in kinds if isinstance(kind, str))
