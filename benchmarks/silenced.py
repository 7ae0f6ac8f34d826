"""Copies data sets without what their pages tell machines: what is printed must do by itself.

    python benchmarks/silenced.py BENCH COPY [--plain]
    python benchmarks/quality.py COPY --only htmldate-eval

Meta data, scripts, microdata, the values of ``time`` elements and links' relations go from each
page; with ``--plain`` classes and ids, too, which name their meaning on many pages. Gold data and
scorers are copied as they are. A day or an author that a page states and never prints can't be
found there, so the figures say how many printed ones are lost beside those of the whole pages.
"""

import argparse
import gzip
import re
import shutil
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from lxml import etree, html

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scraper.charset import decode

SETS = ("wcxb-dev", "htmldate-eval", "readability")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_TOLD = frozenset(
    "itemprop itemtype itemscope itemid itemref property typeof vocab resource about rel "
    "datetime".split()
)
"""Attributes that tell machines what a place is."""


def silence(content: bytes, *, plain: bool = False) -> bytes:
    """Return a page without what it tells machines, in UTF-8.

    Args:
        content: The page.
        plain: Whether classes and ids go as well.
    """
    root = html.document_fromstring(_DECLARATION.sub("", decode(content).text))
    for element in list(root.iter("script", "meta", "link")):
        element.drop_tree()
    told = _TOLD | {"class", "id"} if plain else _TOLD
    for element in root.iter(etree.Element):
        for name in list(element.attrib):
            if name in told or name.startswith("data-"):
                del element.attrib[name]
    text: bytes = html.tostring(root, encoding="utf-8", doctype="<!DOCTYPE html>")
    return text.replace(b"<head>", b'<head><meta charset="utf-8">', 1)


def silence_file(source: Path, copy: Path, *, plain: bool) -> None:
    """Write the copy of one saved page (``<id>.html.gz``)."""
    content = silence(gzip.decompress(source.read_bytes()), plain=plain)
    (copy / source.name).write_bytes(gzip.compress(content, 1))


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("bench", type=Path, help="folder of the data sets")
    parser.add_argument("copy", type=Path, help="folder to write, which must not be there yet")
    parser.add_argument("--plain", action="store_true", help="without classes and ids, too")
    options = parser.parse_args()
    for name in SETS:
        pages = options.copy / name / "pages"
        pages.mkdir(parents=True)
        shutil.copy(options.bench / name / "gold.jsonl", pages.parent)
        with ProcessPoolExecutor() as pool:
            sources = sorted((options.bench / name / "pages").glob("*.html.gz"))
            silenced = partial(silence_file, copy=pages, plain=options.plain)
            for _ in pool.map(silenced, sources, chunksize=8):
                pass
    for script in options.bench.glob("*.py"):
        shutil.copy(script, options.copy)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
