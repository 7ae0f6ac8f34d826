"""Loads site parsers from this package and from a user's own folder."""

import difflib
import importlib
import importlib.util
import inspect
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

from scraper.errors import InputError
from scraper.page import Page
from scraper.sites.base import FIELDS, SiteParser, SiteView


class SiteParsers:
    """A set of site parsers, found by host; the first that fits is used.

    Args:
        parsers: Site parser classes, the user's own before the bundled ones.
    """

    def __init__(self, parsers: Iterable[type[SiteParser]] = ()) -> None:
        self.parsers = tuple(parsers)

    def view(self, page: Page) -> SiteView | None:
        """Return the page as its site's parser sees it, or None where no parser fits."""
        for parser in self.parsers:
            if parser.fits(page.host):
                return SiteView(parser(), page)
        return None


@cache
def load_site_parsers(folder: Path | None = None) -> SiteParsers:
    """Return the bundled site parsers, and before them those of a folder.

    Args:
        folder: A folder of ``.py`` files with ``SiteParser`` subclasses; None for none.

    Raises:
        InputError: The folder does not exist or has no site parser, one of its files can't be
            imported, or a class of it could never give a field.
    """
    own = list(_from_folder(folder)) if folder is not None else []
    return SiteParsers([*own, *_bundled()])


def _bundled() -> Iterator[type[SiteParser]]:
    package = importlib.import_module("scraper.sites")
    for module in pkgutil.iter_modules(package.__path__):
        if module.name not in ("base", "load"):
            yield from _classes(importlib.import_module(f"scraper.sites.{module.name}"))


def _from_folder(folder: Path) -> Iterator[type[SiteParser]]:
    if not folder.is_dir():
        raise InputError(f"site parsers: {folder} is no folder; name one with .py files")
    found = [(path, own) for path in sorted(folder.glob("*.py")) for own in _classes(_import(path))]
    if not found:
        raise InputError(f"site parsers: no file of {folder} has a class that extends SiteParser")
    for path, own in found:
        _check(path, own)
        yield own


def _check(path: Path, parser: type[SiteParser]) -> None:
    """Refuse what would be passed over in silence: no hosts, and a field's name mistyped."""
    where = f"site parsers: {path}: {parser.__name__}"
    if not isinstance(parser.hosts, tuple | list) or not parser.hosts:
        raise InputError(f'{where} has no list of hosts; write hosts = ("news.example",)')
    for name in vars(parser):
        near = [] if name in FIELDS else difflib.get_close_matches(name, FIELDS, 1, cutoff=0.75)
        if near:
            raise InputError(f"{where}.{name} is no field; did you mean {near[0]}?")


def _import(path: Path) -> ModuleType:
    """Return the module of a file that is on no import path."""
    name = f"pullquote_sites_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise InputError(f"site parsers: {path} cannot be imported")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise InputError(
            f"site parsers: {path} cannot be imported: {type(error).__name__}: {error}"
        ) from error
    return module


def _classes(module: ModuleType) -> Iterator[type[SiteParser]]:
    for _, found in inspect.getmembers(module, inspect.isclass):
        if issubclass(found, SiteParser) and found.__module__ == module.__name__:
            yield found
