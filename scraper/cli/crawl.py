"""``pullquote crawl``: run a job."""

import sys
from pathlib import Path
from typing import Annotated

import typer


def crawl(
    job_file: Annotated[Path, typer.Argument(metavar="JOB.toml", help="The job file.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder that holds the job's folder.")
    ] = Path("output"),
    json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a line, for machines.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print the result only.")] = False,
    from_archive: Annotated[
        bool,
        typer.Option(
            "--from-archive", help="Make the records anew from the job's archive; fetch nothing."
        ),
    ] = False,
) -> None:
    """Run a job, or go on with its interrupted run; exits 0, 1 (too many failures), 2 or 75."""
    from scraper.cli.crawl_output import choose_output
    from scraper.crawler.crawl import run_job
    from scraper.crawler.replay import replay_job
    from scraper.job_file import read_job

    job = read_job(job_file)
    with choose_output(job, json=json, quiet=quiet) as screen:
        run = replay_job if from_archive else run_job
        ended = run(job, output, job_file.parent, screen)
        screen.on_end(ended.report, output / job.name)
    if ended.signal is not None:
        sys.exit(128 + ended.signal)
    sys.exit(1 if ended.report.failure_share > job.failure_threshold else 0)
