r"""Tidy CSV: six tables, a data dictionary and a data package descriptor.

The files follow RFC 4180 (rows end in ``\r\n``, which also makes the writer quote every cell with
a line break of either kind), in UTF-8 without byte order mark: pandas and R read that without
options, while base R would take a mark for part of the first column's name.
Text that a spreadsheet would run as a formula gets an apostrophe in front (``neutralise``),
which ``restore`` takes away again.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from csv import writer as csv_writer
from re import compile as compile_pattern

from schemas import Article
from scraper.exporters.dictionary import codebook, datapackage_json, dictionary_csv
from scraper.exporters.staging import Sink, Staging
from scraper.exporters.tables import TABLES, Cell

_FORMULA = compile_pattern(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet may run: ``= + - @``, tab, carriage return, line feed and the full-width
forms, at the start of a cell. Source: OWASP, CSV Injection. Apostrophes in front are counted in
so that an already neutralised text is neutralised again, which makes the rule reversible."""


def neutralise(text: str) -> str:
    """Return ``text`` with an apostrophe in front if a spreadsheet could run it.

    NUL, which no CSV reader takes, becomes U+FFFD.
    """
    clean = text.replace("\0", "\ufffd")
    return f"'{clean}" if _FORMULA.match(clean) else clean


def restore(text: str) -> str:
    """Return what ``neutralise`` was given: one apostrophe less in front of a formula."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


_EXPLANATIONS = {
    "codebook.txt": codebook,
    "data_dictionary.csv": dictionary_csv,
    "datapackage.json": datapackage_json,
}
"""What lies beside the tables, so that they can be handed on without the program."""


@contextmanager
def csv(staging: Staging) -> Iterator[Sink]:
    """Yield a function that lays a record out in the rows of six CSV files.

    Absent values are empty cells. What each column means stands beside them.
    """
    with ExitStack() as stack:
        outputs = []
        for table in TABLES:
            file = stack.enter_context(staging.open_text(f"{table.name}.csv"))
            output = csv_writer(file)
            output.writerow([column.name for column in table.columns])
            outputs.append((table, output))

        def write(record: Article) -> None:
            for table, output in outputs:
                output.writerows([_to_cell(cell) for cell in row] for row in table.rows(record))

        yield write
        for name, write_text in _EXPLANATIONS.items():
            stack.enter_context(staging.open_text(name)).write(write_text())


def _to_cell(value: Cell) -> str:
    if value is None:
        return ""
    return neutralise(value) if isinstance(value, str) else str(value)
