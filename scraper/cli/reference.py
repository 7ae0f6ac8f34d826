"""The reference pages of the documentation, made from the code.

``python -m scraper.cli.reference docs`` writes ``command-line.md`` from the commands and
``job-file.md`` from the model of a job. They are made when the site is built and kept nowhere
else, so that they are never behind the code.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from schemas import CrawlJob, Limits, Schedule
from scraper.cli import app
from scraper.job_file import to_toml

_HEAD = "Made from the code by `make docs`.\n"


def command_line_page() -> str:
    """Return the reference of all commands as Markdown."""
    group = typer.main.get_command(app)
    context = typer.Context(group, info_name="pullquote")
    parts = ["# Command line\n", _HEAD, "Every command has `--help`; errors name what to do next. "]
    parts.append(
        "`pullquote --install-completion` lets your shell complete commands and options.\n"
    )
    for name in group.list_commands(context):  # type: ignore[attr-defined] # a group, as app is one
        parts += _command_section(f"pullquote {name}", group.get_command(context, name))  # type: ignore[attr-defined] # the same
    return "\n".join(parts)


def _command_section(name: str, command: Any) -> Iterator[str]:
    """Yield the section of a command; those of its subcommands where it is a group."""
    if hasattr(command, "commands"):
        for sub, below in command.commands.items():
            yield from _command_section(f"{name} {sub}", below)
        return
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    words = " ".join(p.metavar or p.name.upper() for p in arguments)
    yield f"## {name} {words}".rstrip() + "\n"
    yield f"{_one_line(command.help or '')}\n"
    yield "| | |\n|---|---|"
    for parameter in command.params:
        if parameter.name != "help":
            yield _parameter_row(parameter)
    yield ""


def _parameter_row(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        label = f"`{parameter.metavar or parameter.name.upper()}`"
    else:
        label = ", ".join(f"`{flag}`" for flag in (*parameter.opts, *parameter.secondary_opts))
    default = parameter.default
    has_default = default not in (None, False, True, ()) and not callable(default)
    note = (
        f" Default: `{default}`." if has_default and isinstance(default, str | int | Path) else ""
    )
    return f"| {label.replace('|', chr(92) + '|')} | {_one_line(parameter.help or '')}{note} |"


def job_file_page() -> str:
    """Return the reference of a job's keys as Markdown."""
    parts = ["# Job file\n", _HEAD, "A job is one TOML file; `pullquote init` writes one.\n"]
    sections = (("", CrawlJob), ("limits", Limits), ("schedule", Schedule))
    for table, model in sections:
        if table:
            parts.append(f"\n## [{table}]\n")
        parts.append("| key | default | meaning | for example |\n|---|---|---|---|")
        for key, field in model.model_fields.items():
            default = "required" if field.is_required() else f"`{to_toml(field.get_default())}`"
            default = "–" if field.get_default() is None and not field.is_required() else default
            example = f"`{to_toml(field.examples[0])}`" if field.examples else ""
            meaning = _one_line(field.description or "").replace("``", "`")
            cells = (f"`{key}`", default, meaning, example)
            parts.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
    return "\n".join(parts) + "\n"


PAGES = {"command-line.md": command_line_page, "job-file.md": job_file_page}
"""File → what writes it."""


def _one_line(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    for file, page in PAGES.items():
        (Path(sys.argv[1]) / file).write_text(page(), encoding="utf-8")
