"""``pullquote status``: what a job holds, what failed and why, and when it runs next."""

from pathlib import Path
from typing import Annotated

import typer


def status(
    job: Annotated[str, typer.Argument(metavar="JOB", help="Job file, or name of a job.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder that holds the job's folder.")
    ] = Path("output"),
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show what a job's frontier holds, what failed and why, and when it runs next."""
    import json as json_module

    from scraper.crawler.status import read_status
    from scraper.job_file import read_job

    path = Path(job)
    known = read_job(path) if path.suffix == ".toml" else None
    found = read_status(output / (known.name if known else job), known)
    if json:
        typer.echo(json_module.dumps(found, ensure_ascii=False))
        return
    for name, value in found.items():
        if not value and not isinstance(value, int):
            continue
        if isinstance(value, dict):
            typer.echo(f"{name}:")
            for key, count in value.items():
                typer.echo(f"  {key}: {count}")
        elif isinstance(value, list):
            typer.echo(f"{name}:")
            for line in value:
                typer.echo(f"  {line}")
        else:
            typer.echo(f"{name}: {value}")
