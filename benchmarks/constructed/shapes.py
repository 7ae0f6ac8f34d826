"""Lays entries out on a page: every shape that lists of sources take on the web."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import wrap


@dataclass(frozen=True, slots=True)
class Row:
    """One entry to be laid out."""

    number: int
    label: str
    """The printed number with its space (``[1] ``), or nothing."""
    markup: str
    ident: str
    """Id that a mark in the text leads to, or nothing."""
    back: str
    """The link back to the text, or nothing."""
    parts: tuple[str, ...] = ()
    """The entry in pieces, for shapes that set them in elements of their own."""

    @property
    def line(self) -> str:
        """The whole entry in one line."""
        return f"{self.label}{self.markup}{self.back}"

    @property
    def identified(self) -> str:
        """The attribute with its id."""
        return f" id='{self.ident}'" if self.ident else ""

    @property
    def named(self) -> str:
        """The entry behind a named anchor of its own."""
        anchor = f"<a name='{self.ident}'></a>" if self.ident else ""
        return f"{anchor}{self.line}"


Shape = Callable[[str, Sequence[Row]], str]


def _heading(text: str) -> str:
    return f"<h2>{text}</h2>\n" if text else ""


def ol(heading: str, rows: Sequence[Row]) -> str:
    """A numbered list."""
    items = "\n".join(f"<li{row.identified}>{row.markup}{row.back}</li>" for row in rows)
    return f"{_heading(heading)}<ol>\n{items}\n</ol>"


def ul(heading: str, rows: Sequence[Row]) -> str:
    """A list with dots."""
    items = "\n".join(f"<li{row.identified}>{row.line}</li>" for row in rows)
    return f"{_heading(heading)}<ul>\n{items}\n</ul>"


def dl(heading: str, rows: Sequence[Row]) -> str:
    """A definition list: the number, then the entry."""
    items = "\n".join(
        f"<dt{row.identified}>{row.label.strip() or '•'}</dt><dd>{row.markup}{row.back}</dd>"
        for row in rows
    )
    return f"{_heading(heading)}<dl>\n{items}\n</dl>"


def table(heading: str, rows: Sequence[Row]) -> str:
    """Rows of a table."""
    items = "\n".join(
        f"<tr{row.identified}><td>{row.label.strip()}</td><td>{row.markup}{row.back}</td></tr>"
        for row in rows
    )
    return f"{_heading(heading)}<table>\n{items}\n</table>"


def paragraphs(heading: str, rows: Sequence[Row]) -> str:
    """One paragraph each."""
    return _heading(heading) + "\n".join(f"<p{row.identified}>{row.line}</p>" for row in rows)


def bold_heading(heading: str, rows: Sequence[Row]) -> str:
    """Paragraphs under a bold line."""
    head = f"<p><strong>{heading}</strong></p>\n" if heading else ""
    return head + "\n".join(f"<p>{row.named}</p>" for row in rows)


def div_soup(heading: str, rows: Sequence[Row]) -> str:
    """Divisions in divisions, no list and no heading element."""
    head = f"<div class='t'><div>{heading}</div></div>" if heading else ""
    items = "\n".join(f"<div class='r'><div><span>{row.named}</span></div></div>" for row in rows)
    return f"<div class='w'>{head}<div class='b'>{items}</div></div>"


def br_lines(heading: str, rows: Sequence[Row]) -> str:
    """Lines of one paragraph."""
    return f"{_heading(heading)}<p>" + "<br>\n".join(row.named for row in rows) + "</p>"


def br_soup(heading: str, rows: Sequence[Row]) -> str:
    """Two line ends between entries, the heading in bold among them."""
    head = f"<b>{heading}</b><br><br>\n" if heading else ""
    return f"<div>{head}" + "<br><br>\n".join(row.named for row in rows) + "</div>"


def preformatted(heading: str, rows: Sequence[Row]) -> str:
    """Plain text with hanging lines and an empty line between entries."""
    lines: list[str] = [heading, ""] if heading else []
    for row in rows:
        lines += [
            *wrap(
                row.line,
                72,
                subsequent_indent="    ",
                break_on_hyphens=False,
                break_long_words=False,
            ),
            "",
        ]
    return "<pre>\n" + "\n".join(lines) + "</pre>"


def cut_blocks(heading: str, rows: Sequence[Row]) -> str:
    """Each entry cut into several blocks: names, title, the rest."""
    items = "\n".join(
        f"<div class='ref'{row.identified}>{f'<div class=n>{row.label}</div>' if row.label else ''}"
        + "".join(f"<div>{part}</div>" for part in row.parts)
        + "</div>"
        for row in rows
    )
    return f"{_heading(heading)}<div class='refs'>\n{items}\n</div>"


def run_in(heading: str, rows: Sequence[Row]) -> str:
    """All entries in one paragraph, one behind the other."""
    return f"{_heading(heading)}<p>" + " ".join(row.named for row in rows) + "</p>"


def heading_in_first(heading: str, rows: Sequence[Row]) -> str:
    """The heading and the first entry in one block."""
    head = f"<strong>{heading}</strong><br>" if heading else ""
    first = f"<p>{head}{rows[0].named}</p>\n"
    return first + "\n".join(f"<p>{row.named}</p>" for row in rows[1:])


def details(heading: str, rows: Sequence[Row]) -> str:
    """A list that a click opens."""
    items = "\n".join(f"<li{row.identified}>{row.line}</li>" for row in rows)
    return f"<details><summary>{heading}</summary><ul>{items}</ul></details>"


def button(heading: str, rows: Sequence[Row]) -> str:
    """A list behind a button, in a division of its own."""
    items = "\n".join(f"<p>{row.named}</p>" for row in rows)
    return f"<div class='acc'><button type='button'>{heading}</button><div class='panel'>{items}</div></div>"


def subheadings(heading: str, rows: Sequence[Row]) -> str:
    """Two lists under headings of their own below the list's."""
    half = len(rows) // 2
    lists = [
        f"<h3>{title}</h3><ul>"
        + "".join(f"<li{r.identified}>{r.line}</li>" for r in part)
        + "</ul>"
        for title, part in (("Archives", rows[:half]), ("Later works", rows[half:]))
    ]
    return _heading(heading) + "\n".join(lists)


def columns(heading: str, rows: Sequence[Row]) -> str:
    """A list in two columns, the heading in a division of its own."""
    half = len(rows) // 2
    lists = [
        "<div class='col'>" + "".join(f"<p{r.identified}>{r.line}</p>" for r in part) + "</div>"
        for part in (rows[:half], rows[half:])
    ]
    head = f"<header><h3>{heading}</h3></header>" if heading else ""
    return f"<section>{head}<div class='cols'>{''.join(lists)}</div></section>"


def endnotes(heading: str, rows: Sequence[Row]) -> str:
    """Footnotes as Markdown engines print them: a rule, a numbered list, back-links."""
    items = "\n".join(f"<li{row.identified}><p>{row.markup}{row.back}</p></li>" for row in rows)
    head = f"<h2>{heading}</h2>" if heading else ""
    return f"<div class='footnotes' role='doc-endnotes'>{head}<hr><ol>{items}</ol></div>"


def under_rule(heading: str, rows: Sequence[Row]) -> str:
    """Notes under the text, apart by a rule only."""
    return "<hr>\n" + "\n".join(f"<p>{row.named}</p>" for row in rows)


def raised_labels(heading: str, rows: Sequence[Row]) -> str:
    """Notes that begin with a raised number."""
    items = "\n".join(
        f"<p{row.identified}><sup>{row.number}</sup> {row.markup}{row.back}</p>" for row in rows
    )
    return f"{_heading(heading)}{items}"


SHAPES: dict[str, Shape] = {
    "ol": ol,
    "ul": ul,
    "dl": dl,
    "table": table,
    "paragraphs": paragraphs,
    "bold heading": bold_heading,
    "div soup": div_soup,
    "br lines": br_lines,
    "br soup": br_soup,
    "pre": preformatted,
    "cut blocks": cut_blocks,
    "several in one block": run_in,
    "heading in first entry": heading_in_first,
    "details": details,
    "button": button,
    "subheadings": subheadings,
    "columns": columns,
    "footnotes": endnotes,
    "rule only": under_rule,
    "raised labels": raised_labels,
}
NUMBERED = frozenset(("ol", "footnotes", "raised labels"))
"""Shapes whose markup counts or prints the numbers itself."""
NOTES = frozenset(("footnotes", "rule only", "raised labels"))
"""Shapes of notes: only numbers lead to them."""
HEADED = frozenset(("details", "button"))
"""Shapes that are nothing without a heading."""
