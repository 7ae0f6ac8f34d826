"""``pullquote init``: write a commented job file, after a question or two on a terminal."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

_LOCAL = re.compile(r"(?:localhost|(?:\d+\.){3}\d+)(?::\d+)?(?:/.*)?", re.IGNORECASE)
"""This machine, or an address in digits, which are asked without TLS."""

_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:/.*)?", re.IGNORECASE)
"""A host with its domain, perhaps with a path: an address whose ``https://`` was left out."""


def init(
    target: Annotated[
        str | None,
        typer.Argument(
            metavar="ADDRESS|JOB.toml", help="The site to crawl, or where to write the job."
        ),
    ] = None,
    contact: Annotated[
        str | None, typer.Option(help="How the site's operator reaches you: address or e-mail.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
) -> None:
    """Write a job file in which every key is explained; asks for the site on a terminal."""
    from scraper.errors import InputError
    from scraper.job_file import job_template

    if target is None and sys.stdin.isatty():
        question = "Which site shall be crawled (its address)"
        target = typer.prompt(question, value_proc=lambda answer: _read_answer(answer, _to_address))
        contact = contact or typer.prompt(
            "How can its operator reach you (e-mail or page; Enter to leave it open)",
            default="",
            show_default=False,
            value_proc=lambda answer: _read_answer(answer, _to_contact),
        )
    contact = _to_contact(contact)
    target = target or "job.toml"
    seed = _to_address(target)
    path = Path(f"{_name_of(seed)}.toml") if seed else Path(target)
    if path.exists() and not force:
        raise InputError(f"{path} is there already; name another file, or add --force")
    text = job_template(path.stem, [seed] if seed else [], contact)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}") from error
    missing = [key for key, given in (("seeds", seed), ("contact", contact)) if not given]
    todo = f"set its {' and '.join(missing)}, then run" if missing else "now run"
    typer.echo(f"{path} is written: {todo} pullquote crawl {path}")


def _to_address(target: str) -> str | None:
    """Return the address that the words mean, None where they name a job file.

    Raises:
        InputError: They mean neither.
    """
    from scraper.errors import InputError

    target = target.strip()
    if target.startswith(("http://", "https://")):
        return target
    if target.endswith(".toml"):
        return None
    scheme = "http" if _LOCAL.fullmatch(target) else "https"
    if scheme == "https" and not _HOST.fullmatch(target):
        advice = "give an address such as https://news.example/, or a name such as study.toml"
        raise InputError(f"{target!r} is neither a site nor a job file; {advice}")
    return f"{scheme}://{target}" if "/" in target else f"{scheme}://{target}/"


def _to_contact(answer: str | None) -> str | None:
    """Return the address by which an operator reaches the user, None where none is given.

    Raises:
        InputError: Nobody can be reached by it.
    """
    from scraper.crawler.contact import is_contact
    from scraper.errors import InputError

    contact = (answer or "").strip()
    if contact and not is_contact(contact):
        advice = "write ada@lab.example or https://lab.example/crawler"
        if not contact.isascii():
            advice += "; what is sent as a header is ASCII: a domain in its own script is xn--…"
        raise InputError(f"{contact!r} is neither an e-mail address nor a page; {advice}")
    return contact or None


def _read_answer(answer: str, read: Callable[[str], str | None]) -> str:
    """Return what was typed if it can be read; else the question is asked again."""
    from scraper.errors import InputError

    try:
        read(answer)
    except InputError as error:
        raise typer.BadParameter(str(error)) from error
    return answer


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
    if all(label.isdecimal() for label in labels):
        return "-".join(labels)
    return labels[-2] if len(labels) == 2 else labels[0]
