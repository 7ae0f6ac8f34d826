"""Markdown: one file an article, with YAML front matter, for note-taking tools and readers.

CommonMark with pipe tables. The front matter's values are written as JSON, which is YAML too
(YAML 1.2, section 1.3), so that no title can break it.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import groupby

from schemas import Article, Author, Block, Link
from scraper.corrections import corrected_fields
from scraper.exporters.folder import files
from scraper.exporters.markdown_lists import lists
from scraper.exporters.staging import Sink, Staging

_INLINE_MARKUP = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
_LINE_MARKUP = re.compile(r"^([#>+\-=|~]|\d{1,9}(?=[.)]))", re.MULTILINE)
_TICKS = re.compile(r"`{3,}")
_NO_TARGET = re.compile(r"[\s()<>\\|\[\]\x00-\x1f]")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def markdown(staging: Staging) -> AbstractContextManager[Sink]:
    """Return what writes each record to its own file in ``markdown/``; see ``files``."""
    return files(staging, "markdown", ".md", to_markdown)


def to_markdown(record: Article) -> str:
    """Return a record as one Markdown document: front matter, text, authors, references.

    References that stand in the text anyway, as reference lists do, are not repeated.
    """
    parts = [_front_matter(record)]
    if record.title:
        parts.append(f"# {_escape(record.title)}")
    if record.subtitle:
        parts.append(f"*{_escape(record.subtitle)}*")
    parts += _body_parts(record)
    bios = [author for author in (*record.authors, *record.contributors) if author.bio]
    if bios:
        parts.append("## About the authors")
        parts += [_bio(author) for author in bios]
    missing = [work for work in record.references if work.text not in record.body]
    if missing:
        parts.append("## References")
        entries = enumerate(missing, start=1)
        parts.append("\n".join(f"{n}. {_escape(work.text)}" for n, work in entries))
    return "\n\n".join(parts) + "\n"


def _front_matter(record: Article) -> str:
    fields = {
        "id": record.id,
        "title": record.title,
        "authors": [author.name for author in record.authors],
        "date": record.date_published,
        "modified": record.date_modified,
        "site": record.site_name,
        "section": record.section,
        "language": record.language,
        "url": record.canonical_url or record.url,
        "tags": record.tags,
        "description": record.description,
        "image": record.image,
        "words": record.word_count,
        "quotes": len(record.quotes),
        "citations": sum(citation.note is None for citation in record.citations),
        "corrections": corrected_fields(record),
    }
    lines = [f"{k}: {_yaml(v)}" for k, v in fields.items() if v not in (None, [])]
    return "\n".join(["---", *lines, "---"])


def _yaml(value: object) -> str:
    """Return JSON that is YAML as well: YAML takes no raw C1 controls or line separators."""
    text = json.dumps(value, ensure_ascii=False)
    return re.sub(r"[\x7f-\x9f\u2028\u2029\ufeff]", lambda m: f"\\u{ord(m[0]):04x}", text)


def _body_parts(record: Article) -> Iterator[str]:
    """Yield the parts of the body; what belongs together in a list, table or quotation is one."""
    if not record.blocks:
        yield from (_escape(part) for part in record.body.split("\n\n") if part)
        return
    links = [link for link in record.links if link.start is not None and link.role != "anchor"]
    links.sort(key=lambda link: link.start or 0)
    for kind, group in groupby(record.blocks, key=lambda block: block.kind):
        blocks = list(group)
        if kind == "list_item":
            yield lists([(block, _linked(block, links)) for block in blocks])
        elif kind == "table_row":
            yield _table([block.text for block in blocks])
        elif kind == "blockquote":
            yield "\n>\n".join(_quotation(_linked(block, links)) for block in blocks)
        else:
            yield from (_single(block, links) for block in blocks)


def _single(block: Block, links: Sequence[Link]) -> str:
    if block.kind == "heading":
        level = min(max(block.level or 2, 2), 6)
        return f"{'#' * level} {_one_line(block.text)}"
    if block.kind == "code":
        longest = max((len(run) for run in _TICKS.findall(block.text)), default=2)
        fence = "`" * (longest + 1)
        return f"{fence}\n{block.text}\n{fence}"
    if block.kind == "caption":
        return f"*{_one_line(block.text)}*"
    return _linked(block, links).replace("\n", "  \n")


def _quotation(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))


def _linked(block: Block, links: Sequence[Link]) -> str:
    """Return a block's text, escaped, with the links that stand in it.

    Args:
        links: Links with offsets into the body, in their order; those of other blocks are passed
            over.
    """
    if block.start is None or block.end is None:
        return _escape(block.text)
    parts, place = [], 0
    for link in links[bisect_left(links, block.start, key=_start) :]:
        start, end = _start(link) - block.start, (link.end or 0) - block.start
        if _start(link) >= block.end:
            break
        shown = block.text[start:end]
        if place <= start < end <= len(block.text) and "\n" not in shown:
            parts += [_escape(block.text[place:start]), f"[{_escape(shown)}]({_target(link.url)})"]
            place = end
    return "".join([*parts, _escape(block.text[place:])])


def _start(link: Link) -> int:
    return link.start or 0


def _target(url: str) -> str:
    """Return an address as a link's destination: no sign in it may end it (CommonMark 6.3)."""
    encoded = _NO_TARGET.sub(lambda match: "".join(f"%{b:02X}" for b in match[0].encode()), url)
    return _ENTITY.sub(r"\\&", encoded)


def _table(rows: Sequence[str]) -> str:
    """Return a pipe table; the first row is its head, rows are filled up to the widest."""
    cells = [[_cell(cell) for cell in row.split("\t")] for row in rows]
    width = max(len(row) for row in cells)
    lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in cells]
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]])


def _cell(text: str) -> str:
    return _INLINE_MARKUP.sub(_with_backslash, " ".join(text.split())).replace("|", "\\|")


def _bio(author: Author) -> str:
    name = _one_line(author.name)
    role = f", {_one_line(author.role)}" if author.role else ""
    return f"**{name}**{role}\n\n{_escape(author.bio or '')}"


def _one_line(text: str) -> str:
    return _escape(" ".join(text.split()))


def _escape(text: str) -> str:
    """Return text in which no character is taken for Markdown."""
    inline = _INLINE_MARKUP.sub(_with_backslash, text)
    return _LINE_MARKUP.sub(_escape_line_start, inline)


def _with_backslash(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def _escape_line_start(match: re.Match[str]) -> str:
    """``1.`` is harmless with its full stop escaped, all else with itself escaped."""
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"
