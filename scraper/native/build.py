"""Compiles the twins: ``python scraper/native/build.py [FOLDER]``.

For every ``scraper/**/*.pyx`` an extension module is written below the folder (by default into
the source tree itself), and its path printed. What is there already, made from the same source, is
left alone. Needs Cython, setuptools, lxml (whose wheels bring the headers of libxml2) and a C
compiler; exits with 1 and a message where something is missing.

It is a script of its own, run by the build hook and by the Makefile, so that whatever a compiler
does to it leaves an installation whole.
"""

import hashlib
import os
import platform
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_FLAGS = ["-g0", "-ffp-contract=off", "-Wno-unused-function"] if os.name == "posix" else []
"""Without symbols for a debugger a module is a quarter as large; lxml's header has a function that
not all who include it use. A sum and a product made in one step, which some processors offer, would
be rounded once where numpy rounds twice."""


def main(target: Path) -> None:
    """Compile what is not there yet, and print the paths of all extension modules."""
    if platform.python_implementation() != "CPython":
        sys.exit("only CPython has the interface that the compiled twins use")
    sources = sorted(ROOT.glob("scraper/**/*.pyx"))
    stale = [source for source in sources if not _is_built(source, target)]
    if stale:
        with tempfile.TemporaryDirectory() as folder:
            _compile(stale, target, Path(folder))
    for source in sources:
        print(_built(source, target))  # noqa: T201 - this is what the hook reads


def _built(source: Path, target: Path) -> Path:
    """Return where the extension module of a source is written."""
    suffix = str(sysconfig.get_config_var("EXT_SUFFIX"))
    return target / source.relative_to(ROOT).with_suffix(suffix)


def _is_built(source: Path, target: Path) -> bool:
    """Return whether a module was made from this very source; each carries its digest."""
    path = _built(source, target)
    return path.is_file() and digest(source).encode() in path.read_bytes()


def digest(source: Path) -> str:
    """Return what a source is known by: a digest of it and of what it may share with others.

    That stands in ``scraper/native``, for all of them, or in the folder of the source.
    """
    folders = dict.fromkeys((Path(__file__).resolve().parent, source.resolve().parent))
    shared = [path for folder in folders for path in sorted(folder.glob("*.px[di]"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in (source, *shared))).hexdigest()


def _compile(sources: list[Path], target: Path, scratch: Path) -> None:
    """Write the extension modules of some sources below a folder."""
    import lxml
    from Cython.Build import cythonize
    from setuptools import Distribution, Extension

    # Neither the stubs of lxml nor Cython's own types know these two functions.
    include: list[str] = lxml.get_include()  # type: ignore[attr-defined]
    extensions = [
        Extension(
            ".".join(source.relative_to(ROOT).with_suffix("").parts),
            [str(source)],
            include_dirs=include,
            define_macros=[("PULLQUOTE_SOURCE", f'"{digest(source)}"')],
            extra_compile_args=_FLAGS,
        )
        for source in sources
    ]
    made = cythonize(  # type: ignore[no-untyped-call]
        extensions, build_dir=str(scratch), include_path=[str(ROOT)], quiet=True
    )
    command = Distribution({"name": "pullquote", "ext_modules": made}).get_command_obj("build_ext")
    command.build_lib = str(target)
    command.build_temp = str(scratch)
    command.parallel = True
    command.ensure_finalized()
    command.run()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT)
