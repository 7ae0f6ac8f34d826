"""``pullquote init``: write a commented job file."""

from pathlib import Path
from typing import Annotated

import typer


def init(
    path: Annotated[Path, typer.Argument(metavar="JOB.toml", help="Where to write it.")] = Path(
        "job.toml"
    ),
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
) -> None:
    """Write a job file in which every key is explained."""
    from scraper.errors import InputError
    from scraper.job_file import job_template

    if path.exists() and not force:
        raise InputError(f"{path} is there already; name another file, or add --force")
    try:
        path.write_text(job_template(path.stem), encoding="utf-8")
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}") from error
    typer.echo(f"{path} is written: set its seeds and contact, then run pullquote crawl {path}")
