"""A record as a reader sees it on a terminal."""

import textwrap
from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from schemas import Article, Author, Citation, Quote
from scraper.differences import diff_values, to_plain

_READING_WIDTH = 88
"""Columns of running text: about twelve words, which is what a reader's eye takes in."""


def print_record(record: Article, console: Console | None = None) -> None:
    """Print a record: headline, facts, text with quotations and citations marked, lists."""
    console = console or Console()
    width = min(console.width, _READING_WIDTH)
    console.print(Group(*_parts(record)), width=width)


def print_difference(console: Console, old: object, new: object, kept: str = "") -> None:
    """Print the lines in which two values differ: in colours, or with marks where there are none.

    Args:
        old: What was expected, or came before.
        new: What was found, or came later.
        kept: Style of what both have.
    """
    if console.color_system is None:
        marked = to_plain(diff_values(old, new))
        console.print(Text(textwrap.indent(marked, "    ")))
        return
    colours = {"kept": kept, "cut": "red strike", "added": "green"}
    for pieces in diff_values(old, new):
        line = Text("    ")
        for piece in pieces:
            line.append(piece.text, style=colours[piece.kind])
        console.print(line)


def _parts(record: Article) -> Iterator[RenderableType]:
    yield Text(record.title or "(no title)", style="bold")
    if record.subtitle:
        yield Text(record.subtitle, style="italic")
    yield _facts(record)
    yield Rule(style="dim")
    yield _body(record)
    if record.quotes:
        yield _headed("Quotations", [_quote(quote) for quote in record.quotes])
    if record.citations:
        yield _headed("Citations", [_citation(entry) for entry in record.citations])
    if record.references:
        lines = [Text(f"{n}. {work.text}") for n, work in enumerate(record.references, start=1)]
        yield _headed("References", lines)
    bios = [_bio(person) for person in record.authors if person.bio]
    if bios:
        yield _headed("About the authors", bios)
    if record.warnings:
        yield _headed("Warnings", [Text(text, style="yellow") for text in record.warnings])


def _facts(record: Article) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    table.add_column(style="dim", justify="right")
    facts = {
        "authors": ", ".join(author.name for author in record.authors),
        "date_published": record.date_published,
        "date_modified": record.date_modified,
        "site_name": record.site_name,
        "section": record.section,
        "language": record.language,
        "canonical_url": record.canonical_url,
    }
    for name, value in facts.items():
        if value:
            key = "authors.0" if name == "authors" else name
            evidence = record.evidence.get(key)
            source = f"{evidence.source} {evidence.confidence:.0%}" if evidence else ""
            table.add_row(name.replace("_", " "), value, source)
    kind = record.page_type.kind if record.page_type else "unknown"
    table.add_row("page", f"{kind}, {record.word_count} words", "")
    return table


def _body(record: Article) -> Text:
    text = Text(record.body)
    for block in record.blocks:
        if block.kind == "heading":
            text.stylize("bold", block.start or 0, block.end)
    for quote in record.quotes:
        for stretch in quote.parts or (quote,):
            if stretch.start is not None:
                text.stylize("green", stretch.start, stretch.end)
    for citation in record.citations:
        if citation.start is not None:
            text.stylize("cyan", citation.start, citation.end)
    return text


def _headed(title: str, lines: list[Text]) -> Group:
    return Group(Text(f"\n{title}", style="bold"), *(Padding(line, (0, 0, 0, 2)) for line in lines))


def _quote(quote: Quote) -> Text:
    line = Text(f"“{quote.text}”", style="green")
    if quote.speaker or quote.speaker_mention:
        line.append(f" — {quote.speaker or quote.speaker_mention}", style="bold")
    return line


def _citation(citation: Citation) -> Text:
    line = Text(citation.text, style="cyan")
    if citation.reference is not None:
        line.append(f" → reference {citation.reference + 1}", style="dim")
    if citation.note is not None:
        line.append(f" (in note {citation.note + 1})", style="dim")
    return line


def _bio(person: Author) -> Text:
    line = Text(person.name, style="bold")
    if person.role:
        line.append(f", {person.role}", style="italic")
    return line.append(f"\n{person.bio}", style="not bold not italic")
