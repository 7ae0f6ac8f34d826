"""``pullquote history``: the versions of a record, and what changed between two of them."""

from typing import TYPE_CHECKING, Annotated

import typer

from scraper.cli.options import Job, Json

if TYPE_CHECKING:
    from scraper.history import History, RecordVersion


def history(
    job: Job,
    record: Annotated[
        str | None,
        typer.Argument(
            metavar="URL|ID", help="The record; all that changed or vanished without it."
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE|AGE",
            help="What is new, changed or vanished since then, such as 2026-11-26 or 1d.",
        ),
    ] = None,
    compare: Annotated[
        tuple[int, int] | None,
        typer.Option(
            metavar="OLD NEW",
            help="Show two versions field by field; -1 is the newest, -2 the one before.",
        ),
    ] = None,
    json: Json = False,
) -> None:
    """List the versions of a record, or compare two of them field by field."""
    from time import time

    from scraper.errors import InputError
    from scraper.history import first_run_since, iter_histories, read_history
    from scraper.load import find_job

    if compare is not None and record is None:
        raise InputError("--compare needs a record: name it by its URL or id")
    if since is not None and record is not None:
        raise InputError("--since is for all records: name a record or a time, not both")
    with find_job(job).open_store() as store:
        if record is None:
            run = None if since is None else first_run_since(store, since, time())
            found_any = False
            for found in iter_histories(store, run):
                found_any = True
                _print_line(found, run, json=json)
            if not (found_any or json):
                typer.echo("no record has changed or vanished" if run is None else "nothing new")
            return
        found = read_history(store, record)
        if compare is None:
            _print_versions(found, json=json)
        else:
            old, new = (found.version(number) for number in compare)
            _print_comparison(old, new, json=json)


def _print_line(history: "History", run: int | None, *, json: bool) -> None:
    """Print a record in a line; with what it is since a run, where one is given."""
    change = [] if run is None else [history.change_since(run)]
    if json:
        _print_json({**_to_object(history), **({"change": change[0]} if change else {})})
        return
    count = len(history.versions)
    parts = [history.id, f"{count} version{'s' * (count != 1)}", *_state(history), history.url]
    if run is not None:
        fields = history.fields_since(run)
        parts = [
            history.id,
            history.url,
            ", ".join(fields) or history.versions[-1].article.title or "",
        ]
    typer.echo("  ".join(change + parts))


def _state(history: "History") -> list[str]:
    """Return what is special about a record as it stands."""
    vanished = [f"vanished in run {history.vanished_run}"] if history.vanished_run else []
    return vanished + ([] if history.is_current else ["given by no page any more"])


def _print_versions(history: "History", *, json: bool) -> None:
    if json:
        _print_json(_to_object(history))
        return
    typer.echo("  ".join([history.id, history.url, *_state(history)]))
    for version in history.versions:
        when = version.article.fetched_at
        parts = [
            f"{version.number:>3}",
            f"{when:%Y-%m-%d %H:%M} UTC" if when else "unknown time",
            f"run {version.run}" if version.run else "",
            ", ".join(version.changed) or "first version",
            version.article.title or "(no title)",
        ]
        typer.echo("  ".join(filter(None, parts)))


def _print_comparison(old: "RecordVersion", new: "RecordVersion", *, json: bool) -> None:
    from rich.console import Console
    from rich.text import Text

    from scraper.cli.show import print_difference
    from scraper.history import changed_fields

    before, after = (version.article.model_dump(mode="json") for version in (old, new))
    fields = changed_fields(old.article, new.article)
    if json:
        changes = {name: {"old": before[name], "new": after[name]} for name in fields}
        _print_json({"id": new.article.id, "old": old.number, "new": new.number, "fields": changes})
        return
    console = Console(highlight=False, soft_wrap=True)
    for name in fields:
        console.print(Text(name, style="bold yellow"))
        print_difference(console, before[name], after[name], kept="dim")
    if not fields:
        console.print(f"versions {old.number} and {new.number} are the same in every field")


def _to_object(history: "History") -> dict[str, object]:
    return {
        "id": history.id,
        "url": history.url,
        "vanished_run": history.vanished_run,
        "is_current": history.is_current,
        "versions": [
            {
                "number": version.number,
                "run": version.run,
                "changed": list(version.changed),
                "fetched_at": _moment(version),
                "extractor_version": version.article.extractor_version,
                "title": version.article.title,
            }
            for version in history.versions
        ],
    }


def _moment(version: "RecordVersion") -> str | None:
    moment = version.article.fetched_at
    return moment.isoformat() if moment else None


def _print_json(value: object) -> None:
    import json

    typer.echo(json.dumps(value, ensure_ascii=False))
