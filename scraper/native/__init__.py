"""Chooses between the twins of the hottest functions: one in Python, one compiled from Cython.

A compiled twin stands beside its pure one (``walk.py``, ``walk_c.pyx``) and gives the same results.
It is there where a C compiler was at hand when the package was installed; everywhere else, and
with ``PULLQUOTE_PURE=1`` in the environment, the program runs in Python alone, only slower.

Compiled twins read the nodes of libxml2, whose order of fields has not changed in twenty years,
but is promised to nobody: with a version that this was never tried with they are not used.
"""

import importlib
import logging
import os
import warnings
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TypeVar, cast

from lxml import etree

from scraper.native.build import digest

TWINS = (
    "scraper.attributes",
    "scraper.census",
    "scraper.charset",
    "scraper.crawler.links",
    "scraper.crawler.signatures",
    "scraper.cut.walk",
    "scraper.needles",
    "scraper.parsers.authors.marks",
    "scraper.parsers.authors.model",
    "scraper.parsers.authors.openings",
    "scraper.parsers.authors.regions",
    "scraper.parsers.authors.stems",
    "scraper.parsers.bios.beginnings",
    "scraper.parsers.body.characters",
    "scraper.parsers.body.features",
    "scraper.parsers.body.furniture",
    "scraper.parsers.body.layout",
    "scraper.parsers.body.masses",
    "scraper.parsers.body.pieces",
    "scraper.parsers.body.threshold",
    "scraper.parsers.body.trees",
    "scraper.parsers.body_text",
    "scraper.parsers.dates.worth",
    "scraper.parsers.function_words",
    "scraper.parsers.quotes.marked",
    "scraper.parsers.quotes.runs",
    "scraper.parsers.references.worth",
    "scraper.parsers.spread",
    "scraper.sidenotes",
    "scraper.tree",
    "scraper.words",
)
"""All modules that have a compiled twin, which is called the same with ``_c`` behind it."""

_LIBXML_FIRST, _LIBXML_LAST = (2, 10), (2, 15)
"""Versions of libxml2 whose nodes are known to be laid out as the twins read them."""

_LOG = logging.getLogger("pullquote.native")
_Function = TypeVar("_Function", bound=Callable[..., object])


class CannotUseError(Exception):
    """A compiled twin is not there or not to be trusted; the message says why."""


def twin(pure: _Function) -> _Function:
    """Return the compiled twin of a function, or the function itself where there is none.

    Args:
        pure: The function in Python; its twin has the same name in the twin of its module.
    """
    compiled = _loaded(pure.__module__)
    if isinstance(compiled, str):
        return pure
    return cast(_Function, getattr(compiled, pure.__name__))


def describe() -> str:
    """Return ``compiled``, or ``pure Python`` with the reason why one of the twins is not used."""
    reason = next((found for found in map(_loaded, TWINS) if isinstance(found, str)), None)
    return f"pure Python: {reason}" if reason else "compiled"


@cache
def _loaded(module: str) -> ModuleType | str:
    """Return a module's twin, or why there is none; one that is broken leaves a warning."""
    if os.environ.get("PULLQUOTE_PURE", "0") not in ("", "0"):
        return "PULLQUOTE_PURE is set"
    if find_spec(f"{module}_c") is None:
        return "the compiled twins were not built"
    try:
        return load(module)
    except CannotUseError as error:
        _LOG.warning("%s_c is not used, Python takes its place: %s", module, error)
        return str(error)


def load(module: str) -> ModuleType:
    """Return the compiled twin of a module.

    Raises:
        CannotUseError: It is not there, was made from another source than the one beside it, or
            for another lxml or libxml2 than those that are installed.
    """
    version = etree.LIBXML_VERSION[:2]
    if not _LIBXML_FIRST <= version <= _LIBXML_LAST:
        raise CannotUseError(f"it was never tried with libxml2 {'.'.join(map(str, version))}")
    # The compiled one takes its tables from the other, which may be the first to ask for it.
    importlib.import_module(module)
    try:
        with warnings.catch_warnings():
            # Cython warns where lxml's classes are larger than those that it was built for.
            warnings.simplefilter("error", RuntimeWarning)
            compiled = importlib.import_module(f"{module}_c")
    except (ImportError, RuntimeWarning, TypeError, ValueError) as error:
        raise CannotUseError(
            f"it cannot be imported ({error}); install the package again"
        ) from error
    if not hasattr(compiled, "SOURCE"):
        raise CannotUseError(f"it was imported by its own name; import {module} instead")
    source = Path(str(compiled.__file__)).with_name(f"{module.rpartition('.')[2]}_c.pyx")
    if source.is_file() and digest(source) != compiled.SOURCE:
        raise CannotUseError(f"{source.name} has changed since: run `make native`")
    return compiled
