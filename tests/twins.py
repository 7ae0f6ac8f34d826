"""The twins of a function, for tests that must hold for each of them.

The pure one is always tried. The compiled one is tried wherever it can be made: where there is a
compiler and it was not built, or is not the one beside it, its tests fail; none is skipped.
"""

import importlib
import platform
import shutil
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

from scraper import native


def has_compiler() -> bool:
    """Return whether C extensions of this interpreter can be made here."""
    compiler = str(sysconfig.get_config_var("CC") or "cl").split()[0]
    header = Path(sysconfig.get_path("include")) / "Python.h"
    return (
        platform.python_implementation() == "CPython"
        and shutil.which(compiler) is not None
        and header.is_file()
    )


def twins(pure: str, name: str) -> list:
    """Return what to parametrise a test with: a function and its compiled twin, not yet loaded.

    Args:
        pure: Module of the pure function; its twin's is called the same with ``_c`` behind it.
        name: Name of the function.
    """
    given = [pytest.param(lambda: getattr(importlib.import_module(pure), name), id="pure")]
    if has_compiler():
        given.append(pytest.param(lambda: compiled(pure, name), id="compiled"))
    return given


def compiled(module: str, name: str) -> Callable:
    """Return the twin of a function; fails where it is not there or not up to date."""
    try:
        return getattr(native.load(module), name)
    except native.CannotUseError as error:
        pytest.fail(f"there is a compiler, but {module}_c is not used: {error}")
