"""The command line: ``pullquote COMMAND``; thin, each command in a module of its own.

A command is imported when it is called, so that ``pullquote extract`` does not pay for the
crawler. Errors of ours are one line on the terminal; ``--debug`` shows where they came from.
"""

import sys
import warnings
from difflib import get_close_matches
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from scraper.errors import DiskFull, JobLocked, ScraperError, StoreFull
from scraper.version import __version__

COMMANDS = (
    "crawl",
    "schedule",
    "extract",
    "review",
    "export",
    "enrich",
    "status",
    "history",
    "fixtures",
    "init",
)
"""Commands in the order of ``--help``; each is ``scraper.cli.<name>``, its function or Typer
app has the same name."""

EXIT_FAILED = 1
EXIT_UNUSABLE = 2
EXIT_LOCKED = 75
"""Some pages failed, or the disk is full; the input can't be used; another run holds the lock
(``EX_TEMPFAIL`` of sysexits.h: cron jobs try again later)."""


class LazyCommands(TyperGroup):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the base's signature
        """Return the names of all commands, in the order of ``--help``."""
        return list(COMMANDS)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the words begin with.

        Raises:
            UsageError: There is none; the message names the nearest, or all.
        """
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, n=1)
            known = f"did you mean {near[0]}?" if near else f"known are {', '.join(COMMANDS)}"
            raise typer.BadParameter(f"{args[0]!r} is no command; {known}", ctx=ctx)
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - likewise
        """Return a command, None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"scraper.cli.{cmd_name}"), cmd_name)
        if not isinstance(command, typer.Typer):
            single = typer.Typer(add_completion=False)
            single.command(cmd_name)(command)
            command = single
        built = typer.main.get_command(command)
        built.name = cmd_name
        return built


app = typer.Typer(
    cls=LazyCommands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from scraper.native import describe

        typer.echo(f"pullquote {__version__} ({describe()})")
        raise typer.Exit


@app.callback()
def pullquote(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks of errors.")] = False,
) -> None:
    """Crawl articles; extract title, dates, authors, body, quotations and citations."""


def exit_code_of(error: ScraperError) -> int:
    """Return the exit code that tells scripts what to do about an error."""
    if isinstance(error, JobLocked):
        return EXIT_LOCKED
    # The job and its state are whole; it goes on as soon as there is space.
    return EXIT_FAILED if isinstance(error, (StoreFull, DiskFull)) else EXIT_UNUSABLE


def _show_warning(message: Warning | str, *_: object, **__: object) -> None:
    """Print a warning as what it is: something for whoever runs the command to know."""
    sys.stderr.write(f"pullquote: {message}\n")


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; ends the process with the exit code of the command.

    Args:
        arguments: Words after ``pullquote``; those of the process by default.
    """
    words = sys.argv[1:] if arguments is None else arguments
    options = words[: words.index("--")] if "--" in words else words
    debug = "--debug" in options
    words = [word for word in options if word != "--debug"] + words[len(options) :]
    warnings.showwarning = _show_warning
    try:
        app(words, prog_name="pullquote")
    except ScraperError as error:
        if debug:
            raise
        message = " ".join(str(error).split())
        sys.stderr.write(f"pullquote: {message}\n")
        sys.exit(exit_code_of(error))
    except KeyboardInterrupt:
        sys.stderr.write("pullquote: interrupted\n")
        sys.exit(130)
