"""Prints the lowest versions that ``pyproject.toml`` allows, as constraints for pip.

    python benchmarks/oldest.py > constraints-of-the-oldest.txt

A bound that nobody has tried is a guess: ``make oldest`` installs what is printed here and runs the
tests of the parsers, the crawler and the exporters with it.
"""

import re
import tomllib
from pathlib import Path

_BOUND = re.compile(r"(?P<name>[\w.-]+)(?:\[[^]]*\])?>=(?P<version>\d+(?:\.\d+)*)")
_EXTRAS = ("codings", "parquet", "web")


def oldest(project: dict[str, object]) -> list[str]:
    """Return one constraint a dependency: the series that its lower bound opens (``lxml==6.0.*``).

    Args:
        project: The table ``project`` of a ``pyproject.toml``.

    Raises:
        ValueError: A dependency has no lower bound.
    """
    extras = project["optional-dependencies"]
    listed = [*project["dependencies"], *(line for name in _EXTRAS for line in extras[name])]
    constraints = []
    for line in listed:
        found = _BOUND.match(line)
        if found is None:
            raise ValueError(f"{line}: no lower bound")
        constraints.append(f"{found['name']}=={found['version']}.*")
    return constraints


if __name__ == "__main__":
    text = (Path(__file__).resolve().parent.parent / "pyproject.toml").read_text("utf-8")
    print("\n".join(oldest(tomllib.loads(text)["project"])))
