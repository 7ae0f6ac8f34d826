"""Reads and writes job files: TOML → ``CrawlJob``, with messages that say what to write instead."""

import difflib
import re
import textwrap
import tomllib
from collections.abc import Mapping, Sequence
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from schemas import CrawlJob, Limits, Schedule
from scraper.errors import JobError
from scraper.urls import canonicalize

_SET = ("name", "seeds")
"""Keys that a new job file sets; all others stand there as comments."""
_HEAD = (
    "# A crawl for Pullquote: pullquote crawl job.toml",
    "# A key behind # shows its default, or an example where there is none.",
)
_LAST = ("limits",)
"""Tables whose keys are listed one by one, at the end, as TOML has it."""
_WIDTH = 92
_TABLES: dict[str, type[BaseModel]] = {"limits": Limits, "schedule": Schedule}


def read_job(path: Path) -> CrawlJob:
    """Return the job of a TOML file.

    Raises:
        JobError: The file can't be read, or a key is unknown, missing or has a value that can't
            be used; the message names the key, its meaning and an example.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        file = path.with_name(f"{path.name}.toml")
        advice = f"name its file: {file}" if file.exists() else "`pullquote init` writes one"
        message = f"{path} cannot be read: {reason}; {advice}"
        raise JobError(message) from error
    return parse_job(text, str(path))


def parse_job(text: str, name: str = "job") -> CrawlJob:
    """Return the job that TOML text describes; ``name`` stands in messages.

    Raises:
        JobError: As in ``read_job``.
    """
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # Numbers and nesting have their limits, too.
        raise JobError(f"{name} is no TOML: {error}; {_advice(text, error)}") from error
    try:
        job = CrawlJob.model_validate(values)
    except ValidationError as error:
        raise JobError(f"{name}: {_explain(error)}") from error
    for seed in job.seeds:
        if canonicalize(seed) is None:
            message = f"{name}: seeds: {seed!r} is no web address"
            raise JobError(f'{message}; write one like "https://news.example/"')
    return job


def _advice(text: str, error: Exception) -> str:
    """Return what to write instead, with the line where reading stopped."""
    line = re.search(r"at line (\d+)", str(error))
    lines = text.splitlines()
    shown = lines[int(line[1]) - 1].strip()[:80] if line and int(line[1]) <= len(lines) else ""
    where = f"that line is: {shown} – " if shown else ""
    if re.match(r"[\w-]+:(?:\s|$)", shown):
        key, _, value = shown.partition(":")
        return f"{where}this looks like YAML; write {key} = {to_toml(value.strip() or '…')}"
    if "overwrite" in str(error):
        return f"{where}each key stands once"
    return f"{where}text stands in quotes, lists in [brackets]"


def _explain(error: ValidationError) -> str:
    """Return the first problem of a job in a sentence: key, what is wrong, meaning, example."""
    # A mistyped key explains itself, and the missing one that it was meant to be as well.
    problems = error.errors()
    problem = next((p for p in problems if p["type"] == "extra_forbidden"), problems[0])
    path = [part for part in problem["loc"] if isinstance(part, str)]
    table = f"{path[0]}." if len(path) > 1 and path[0] in _TABLES else ""
    model, path = _find_model(path)
    key = path[0] if path else ""
    if problem["type"] == "extra_forbidden":
        return _explain_unknown(key, model, table)
    field = model.model_fields.get(key)
    wrong = "is missing" if problem["type"] == "missing" else _wrong(problem["msg"])
    given = "" if problem["type"] == "missing" else _given(problem["input"])
    return f"{table}{key}{given} {wrong}. {_describe(key, field)}"


def _find_model(path: list[str]) -> tuple[type[BaseModel], list[str]]:
    """Return the model that a problem is in, and the rest of the way to it."""
    if len(path) > 1 and path[0] in _TABLES:
        return _TABLES[path[0]], path[1:]
    return CrawlJob, path


def _wrong(message: str) -> str:
    text = re.sub(r"^(?:Value error, |Input )| after validation, not 0$", "", message)
    return f"cannot be used: {text[:1].lower()}{text[1:]}"


def _given(value: object) -> str:
    shown = repr(value)
    return f" = {shown}" if len(shown) <= 60 else ""


def _explain_unknown(key: str, model: type[BaseModel], table: str) -> str:
    near = difflib.get_close_matches(key, model.model_fields, n=1, cutoff=0.5)
    if near:
        described = _describe(near[0], model.model_fields[near[0]])
        return f"{table}{key} is no key of a job; did you mean {table}{near[0]}? {described}"
    return f"{table}{key} is no key of a job; known are {', '.join(model.model_fields)}"


def _describe(key: str, field: FieldInfo | None) -> str:
    """Return a key's meaning and an example of it."""
    if field is None:
        return ""
    example = (field.examples or [field.default])[0]
    return f"{key}: {_meaning_of(field)} For example: {key} = {to_toml(example)}"


def _meaning_of(field: FieldInfo) -> str:
    """Return what a key means, as one line of plain text."""
    return " ".join((field.description or "").replace("``", "").split())


def to_toml(value: object) -> str:
    """Return a value as it stands in a TOML file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    if isinstance(value, BaseModel):
        return to_toml(value.model_dump())
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {to_toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(to_toml(item) for item in value) + "]"
    return f"{value:g}" if isinstance(value, float) else str(value)


def job_template(name: str, seeds: Sequence[str] = (), contact: str | None = None) -> str:
    """Return the text of a commented job file.

    Args:
        name: Name of the job; what can't be in a folder's name is left out.
        seeds: Where the crawl starts; an example stands there without any.
        contact: How the sites' operators reach the user; a comment without.
    """
    given = {"seeds": list(seeds), "contact": contact, "allow_private_hosts": _private_hosts(seeds)}
    lines = [*_HEAD, ""]
    for key, field in CrawlJob.model_fields.items():
        lines += _comment(field)
        if key in _LAST:
            lines.append(f"# [{key}]")
            for inner, limit in _TABLES[key].model_fields.items():
                lines += [*_comment(limit), f"# {inner} = {to_toml(limit.default)}"]
            continue
        example = (field.examples or [field.default])[0]
        if key == "name":
            example = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-._") or "my-study"
        example = given.get(key) or example
        mark = "" if key in _SET or given.get(key) else "# "
        lines += [f"{mark}{key} = {to_toml(example)}", ""]
    return "\n".join([*lines, ""])


def _comment(field: FieldInfo) -> list[str]:
    """Return what a key means as lines of a comment."""
    return textwrap.wrap(_meaning_of(field), _WIDTH, initial_indent="# ", subsequent_indent="# ")


def _private_hosts(seeds: Sequence[str]) -> list[str]:
    """Return the hosts of this machine or network among seeds, which a crawl enters only if told.

    Who names one as the site to crawl has told so.
    """
    hosts = [urlsplit(seed).hostname or "" for seed in seeds]
    return [host for host in hosts if host == "localhost" or _is_private(host)]


def _is_private(host: str) -> bool:
    try:
        return ip_address(host).is_private
    except ValueError:
        return False
