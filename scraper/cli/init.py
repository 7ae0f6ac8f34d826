"""``pullquote init``: write a commented job file."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer


def init(
    target: Annotated[
        str,
        typer.Argument(
            metavar="ADDRESS|JOB.toml", help="The site to crawl, or where to write the job."
        ),
    ] = "job.toml",
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
) -> None:
    """Write a job file in which every key is explained."""
    from scraper.errors import InputError
    from scraper.job_file import job_template

    is_address = target.startswith(("http://", "https://"))
    path = Path(f"{_name_of(target)}.toml") if is_address else Path(target)
    if path.exists() and not force:
        raise InputError(f"{path} is there already; name another file, or add --force")
    try:
        path.write_text(job_template(path.stem, [target] if is_address else []), encoding="utf-8")
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}") from error
    todo = "set its contact" if is_address else "set its seeds and contact"
    typer.echo(f"{path} is written: {todo}, then run pullquote crawl {path}")


def _name_of(address: str) -> str:
    """Return a job's name after the site: ``www.example.org`` gives ``example``."""
    from scraper.errors import InputError

    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    if not host:
        raise InputError(f"{address} has no host; give an address such as https://news.example/")
    labels = host.removeprefix("www.").split(".")
    return labels[-2] if len(labels) == 2 else labels[0]
