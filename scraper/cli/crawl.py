"""``pullquote crawl``: run a job."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from scraper.cli.options import Json, Output


def crawl(
    job_file: Annotated[Path, typer.Argument(metavar="JOB.toml", help="The job file.")],
    output: Output = Path("output"),
    json: Json = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print the result only.")] = False,
    from_archive: Annotated[
        bool,
        typer.Option(
            "--from-archive", help="Make the records anew from the job's archive; fetch nothing."
        ),
    ] = False,
    engine: Annotated[
        Literal["here", "ray"],
        typer.Option("--engine", help="Crawl in this process, or by workers on a Ray cluster."),
    ] = "here",
    cluster: Annotated[
        str | None,
        typer.Option(
            "--cluster",
            envvar="RAY_ADDRESS",
            help="With --engine ray: address of the cluster, auto or ray://host:port; without it"
            " one is started on this machine.",
        ),
    ] = None,
    workers: Annotated[
        int, typer.Option("--workers", min=1, max=1024, help="With --engine ray: workers.")
    ] = 2,
) -> None:
    """Run a job, or go on with its interrupted run; exits 0, 1 (too many failures), 2 or 75."""
    from scraper.cli.crawl_output import choose_output
    from scraper.crawler.crawl import run_job
    from scraper.crawler.fleet import RayFleet
    from scraper.crawler.replay import replay_job
    from scraper.job_file import read_job

    job = read_job(job_file)
    fleet = RayFleet(cluster, workers) if engine == "ray" else None
    with choose_output(job, json=json, quiet=quiet) as screen:
        if from_archive:
            ended = replay_job(job, output, job_file.parent, screen)
        else:
            ended = run_job(job, output, job_file.parent, screen, fleet=fleet)
        screen.on_end(ended.report, output / job.name)
    if ended.signal is not None:
        sys.exit(128 + ended.signal)
    sys.exit(1 if ended.report.failure_share > job.failure_threshold else 0)
