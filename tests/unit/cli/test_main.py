import os
import subprocess
import sys

import pytest
import typer

from scraper import cli
from scraper.errors import DiskFull, InputError, JobLocked, StoreError, StoreFull

HEAVY = ("httpx", "bs4", "numpy", "feedparser", "pyarrow", "warcio")


def fail_with(error):
    def command(code: int = 0) -> None:
        raise error

    single = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    single.command()(command)
    return single


@pytest.mark.parametrize(
    "error, code",
    [
        (InputError("a.html is\nno page"), 2),
        (JobLocked("the job is running"), 75),
        (StoreFull("x.db: database or disk is full; free some space"), 1),
        (DiskFull("no space left while writing x.csv"), 1),
        (StoreError("x.db: attempt to write a readonly database"), 2),
    ],
)
def test_errors_of_ours_are_one_line(monkeypatch, run, error, code):
    monkeypatch.setattr(cli, "app", fail_with(error))
    assert run() == (code, "", f"pullquote: {str(error).replace(chr(10), ' ')}\n")


def test_debug_shows_where_an_error_came_from(monkeypatch):
    monkeypatch.setattr(cli, "app", fail_with(InputError("a.html is no page")))
    with pytest.raises(InputError):
        cli.main(["--debug"])


def test_debug_behind_two_hyphens_is_a_file(run):
    code, _, err = run("extract", "--", "--debug")
    assert code == 2
    assert "--debug does not exist" in err


def test_an_interruption_ends_quietly(monkeypatch, run):
    monkeypatch.setattr(
        cli, "app", lambda *args, **options: (_ for _ in ()).throw(KeyboardInterrupt)
    )

    def interrupted(*args, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "app", interrupted)
    assert run("x") == (130, "", "pullquote: interrupted\n")


def test_version(run):
    code, out, _ = run("--version")
    assert (code, out.split()[0]) == (0, "pullquote")


def test_help_lists_every_command(run):
    code, out, _ = run("--help")
    assert code == 0
    assert all(name in out for name in cli.COMMANDS)


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_has_help(run, name):
    code, out, _ = run(name, "--help")
    assert code == 0
    assert f"pullquote {name}" in out


def test_an_unknown_command_exits_with_2(run):
    code, _, err = run("fly")
    assert code == 2
    assert "fly" in err


def test_a_mistyped_command_is_guessed(run):
    assert "did you mean crawl?" in run("crwl")[2]
    assert "known are crawl, schedule" in " ".join(run("zzz")[2].replace("│", " ").split())


def test_the_shell_completes_commands_options_and_formats():
    code = "from scraper.cli import main; main()"
    for words, expected in (
        ("pullquote ex", "extract\nexport"),
        ("pullquote export --sit", "--site"),
        ("pullquote export study --to csl", "csl\ncsl-cited"),
        ("pullquote extract pages --to csv,par", "csv,parquet\ncsv,parquet-tables"),
    ):
        shell = {
            **os.environ,
            "_PULLQUOTE_COMPLETE": "complete_bash",
            "COMP_WORDS": words,
            "COMP_CWORD": str(words.count(" ")),
        }
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, env=shell, check=False
        )
        assert done.stdout.strip() == expected


def test_help_and_extract_import_nothing_heavy():
    code = (
        "import sys, contextlib, io\n"
        "from scraper.cli import main\n"
        "for words in (['--help'], ['extract', '--help']):\n"
        "    with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n"
        "        main(words)\n"
        f"print([name for name in {HEAVY} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
