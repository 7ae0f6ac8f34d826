"""What the documentation tells people to type and to install can be read by what reads it."""

import configparser
import re
import shlex
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer
import yaml
from cronsim import CronSim

from scraper.cli import COMMANDS, app

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
OPERATIONS = (ROOT / "docs" / "operations.md").read_text("utf-8")
METRICS = (ROOT / "docs" / "metrics.md").read_text("utf-8")


def blocks(text, language):
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.M | re.S)


def commands():
    """Yield (page, words) of every ``pullquote …`` line in the documentation's blocks."""
    for page in PAGES:
        text = page.read_text("utf-8")
        lines = "\n".join(re.findall(r"^```[^\n]*\n(.*?)^```", text, re.M | re.S))
        lines += "\n" + "\n".join(re.findall(r"^    (\S.*)$", text, re.M))
        for line in lines.splitlines():
            match = re.match(r"(?:\S*/)?pullquote (\w.*?)(?:\s+[#|>&].*)?$", line.strip())
            if match:
                yield pytest.param(shlex.split(match[1]), id=f"{page.stem}: {match[1][:60]}")


def known_options(words):
    """Return the options of a command, of its subcommand where it has some."""
    group = typer.main.get_command(app)
    command = group.get_command(None, words[0])
    if hasattr(command, "commands") and len(words) > 1:
        command = command.commands[words[1]]
    return {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}  # fmt: skip


@pytest.mark.parametrize("words", list(commands()))
def test_every_command_and_option_that_is_shown_exists(words):
    assert words[0] in COMMANDS
    options = [word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)]
    assert set(options) <= known_options(words)


def test_cron_lines_fire():
    (block,) = [b for b in blocks(OPERATIONS, "") if "* * *" in b]
    for line in block.splitlines():
        expression = " ".join(line.split()[:5])
        assert next(CronSim(expression, datetime(2024, 5, 1, tzinfo=UTC)))


KNOWN = {
    "Unit": {"Description", "After", "Wants"},
    "Service": {
        "Type", "User", "WorkingDirectory", "ExecStart", "SuccessExitStatus", "TimeoutStopSec",
        "MemoryMax", "ProtectSystem", "ReadWritePaths", "PrivateTmp", "NoNewPrivileges",
    },
    "Timer": {"OnCalendar", "RandomizedDelaySec", "Persistent"},
    "Install": {"WantedBy"},
}  # fmt: skip
"""Sections and keys of systemd.unit(5), systemd.exec(5), systemd.service(5), systemd.timer(5)."""


def test_systemd_units_hold_what_systemd_knows():
    units = []
    for block in blocks(OPERATIONS, "ini"):
        parser = configparser.ConfigParser(interpolation=None, strict=True)
        parser.optionxform = str
        parser.read_string(block)
        for section in parser.sections():
            assert set(parser[section]) <= KNOWN[section]
        units.append(parser)
    service, timer = units
    assert service["Service"]["ExecStart"].startswith("/"), "systemd wants an absolute path"
    assert "75" in service["Service"]["SuccessExitStatus"].split()
    assert timer["Timer"]["OnCalendar"] == "hourly"
    names = re.findall(r"^# /etc/systemd/system/(\w+)\.(\w+)$", OPERATIONS, re.M)
    assert names == [("study", "service"), ("study", "timer")], "a timer starts its namesake"


def test_the_containerfile_is_made_of_instructions():
    (block,) = blocks(OPERATIONS, "dockerfile")
    lines = [line for line in block.splitlines() if line and not line.startswith("#")]
    words = [line.split()[0] for line in lines]
    assert words[0] == "FROM"
    assert set(words) <= {"FROM", "COPY", "RUN", "USER", "WORKDIR", "VOLUME", "STOPSIGNAL", "ENTRYPOINT", "CMD"}  # fmt: skip
    exec_form = {line.split()[0]: yaml.safe_load(line.split(maxsplit=1)[1]) for line in lines[-2:]}
    assert exec_form["ENTRYPOINT"] == ["pullquote"], "signals reach it only in the exec form"
    assert exec_form["CMD"][0] in COMMANDS


def test_alerts_ask_for_metrics_that_there_are():
    (block,) = blocks(METRICS, "yaml")
    documented = set(re.findall(r"^\| `(pullquote_\w+)`", METRICS, re.M))
    rules = [rule for group in yaml.safe_load(block)["groups"] for rule in group["rules"]]
    assert len(rules) == 5
    for rule in rules:
        assert set(re.findall(r"pullquote_\w+", rule["expr"])) <= documented
