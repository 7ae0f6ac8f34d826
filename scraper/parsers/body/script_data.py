"""Finds the running text in the data that a page's scripts start from.

Frameworks that build pages in the browser put the page's content into the HTML as JSON: as a
script of type ``application/json``, or assigned to a variable (``window.__STATE__ = {…}``,
sometimes as ``JSON.parse("…")``). How it is arranged differs from site to site, so nothing is
asked but where running text stands: one long string of HTML or of lines, or the strings at one
place of a list's entries (``content[*].text``), in order.
"""

import json
import re
from collections.abc import Iterator

from scraper.structured import Json

_ASSIGNED = re.compile(r"=\s*(?:JSON\.parse\(\s*(?=[\"']))?(?=[{\[\"'])")
_START = re.compile(r"\s*[{\[]")
_TAGS = re.compile(r"<[^<>]{0,500}>")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।](?:(?<=[。！？؟।])|[\"'”’»)]?(?:\s|$))")
_LEAST_CHARS = 40
_ASSIGNMENTS = 20
"""Assignments looked at in one script: data stands at its start."""
_VALUES = 200_000
"""Values looked at in one script."""

Path = tuple[str | int, ...]


def values_of(script: str) -> Iterator[Json]:
    """Yield the JSON values that a script is, or assigns to variables."""
    decoder = json.JSONDecoder(strict=False)
    if _START.match(script):
        yield from _decoded(decoder, script, len(script) - len(script.lstrip()))
        return
    end = 0
    for number, match in enumerate(_ASSIGNED.finditer(script)):
        if number == _ASSIGNMENTS:
            return
        if match.end() < end:
            continue
        for value in _decoded(decoder, script, match.end()):
            end = match.end() + 1
            if isinstance(value, str) and "JSON" in match.group():
                yield from _decoded(decoder, value, 0)
            elif isinstance(value, list | dict):
                yield value


def _decoded(decoder: json.JSONDecoder, text: str, start: int) -> Iterator[Json]:
    """Yield the value that begins at a place, nothing where it is no JSON."""
    try:
        yield decoder.raw_decode(text, start)[0]
    except (ValueError, RecursionError):
        return  # a script, not data


def longest_text(value: Json) -> tuple[str, list[str]]:
    """Return where a value holds most running text, as a path, and its lines.

    Returns:
        Keys joined by dots, ``*`` for the places of lists; and the strings there in order, each a
        paragraph, a text with line breaks or HTML. An empty list where there is no running text.
    """
    groups: dict[Path, list[tuple[Path, str]]] = {}
    for path, text in _strings(value):
        place: Path = tuple("*" if isinstance(key, int) else key for key in path)
        # A long text is one of several articles; short ones are the paragraphs of one.
        is_whole = "</p>" in text or "\n" in text.strip()
        groups.setdefault(path if is_whole else place, []).append((path, text))
    best = max(groups.items(), key=lambda group: _prose(group[1]), default=((), []))
    if not _prose(best[1]):
        return "", []
    return ".".join(map(str, best[0])), _paragraphs(best[1])


def _strings(value: Json) -> Iterator[tuple[Path, str]]:
    """Yield every string with its path, in order."""
    waiting: list[tuple[Path, Json]] = [((), value)]
    for _ in range(_VALUES):
        if not waiting:
            return
        path, part = waiting.pop()
        if isinstance(part, str):
            yield path, part
        elif isinstance(part, dict):
            waiting += [((*path, key), inner) for key, inner in reversed(part.items())]
        elif isinstance(part, list):
            waiting += [((*path, at), part[at]) for at in range(len(part) - 1, -1, -1)]


def _prose(group: list[tuple[Path, str]]) -> int:
    """Return how many characters of sentences a group of strings holds."""
    total = 0
    for _, text in group:
        if len(text) >= _LEAST_CHARS:
            bare = _TAGS.sub("", text) if "<" in text else text
            if _SENTENCE_END.search(bare):
                total += len(bare)
    return total


def _paragraphs(group: list[tuple[Path, str]]) -> list[str]:
    """Return the strings as paragraphs; parts of a paragraph that are a list of their own joined.

    Rich-text editors keep a paragraph as a list of stretches (``body[2].children[0].text``), of
    which only some are bold or a link.
    """
    lines: list[str] = []
    last: Path | None = None
    for path, text in group:
        lists = [place for place, key in enumerate(path) if isinstance(key, int)]
        around = path[: lists[-1]] if len(lists) > 1 and lists[-1] == len(path) - 2 else None
        if around is not None and around == last:
            lines[-1] += text
        else:
            lines.append(text)
        last = around
    return lines
