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
from hypothesis import strategies as st
from lxml import etree

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


@st.composite
def elements(draw, tags, names, values, texts, *, comments=False):
    """A small tree of elements, each below one of the four before it.

    ``texts`` are pairs: what stands in an element and behind it.
    """
    attributes = st.dictionaries(names, values, max_size=4)
    made = [etree.Element("body", dict(draw(attributes)))]
    for tag in draw(st.lists(tags, max_size=30)):
        parent = made[max(0, len(made) - 1 - draw(st.integers(0, 3)))]
        made.append(etree.SubElement(parent, tag, dict(draw(attributes))))
        made[-1].text, made[-1].tail = draw(texts)
        if comments and draw(st.booleans()):
            parent.append(etree.Comment("c"))
    return made[0]
