"""Arguments and options that several commands take, with what ``--help`` says of them."""

from pathlib import Path
from typing import Annotated

import typer

Job = Annotated[
    str, typer.Argument(metavar="JOB", help="Job file, job name, output folder or database.")
]
Source = Annotated[
    str,
    typer.Argument(
        metavar="JOB", help="Job file, job name, output folder, database, or a .jsonl file."
    ),
]
Output = Annotated[
    Path, typer.Option("--output", "-o", help="Folder that holds the folders of jobs.")
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a line, for machines.")]
Sites = Annotated[Path | None, typer.Option(help="Folder of your own site parsers.")]


def read_formats(given: list[str] | None) -> list[str]:
    """Return the formats of ``--to``, which may be repeated and hold several parted by commas."""
    return [name.strip() for group in given or [] for name in group.split(",")]
