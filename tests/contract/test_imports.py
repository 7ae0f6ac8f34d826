"""Imports point one way, and importing the package stays light."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LAYERS = [
    ("schemas",),
    (
        "scraper.durable",
        "scraper.http_date",
        "scraper.errors",
        "scraper.formulas",
        "scraper.native",
        "scraper.version",
    ),
    (
        "scraper.urls",
        "scraper.cluster",
        "scraper.collector",
        "scraper.large_pages",
        "scraper.attributes",
        "scraper.tree",
        "scraper.remembering",
        "scraper.patterns",
    ),
    ("scraper.text", "scraper.cut", "scraper.charset", "scraper.words", "scraper.needles"),
    (
        "scraper.census",
        "scraper.converted",
        "scraper.mementos",
        "scraper.shielded",
        "scraper.sidenotes",
        "scraper.preformatted",
        "scraper.printed_pages",
    ),
    ("scraper.wrapped",),
    ("scraper.markup", "scraper.structured"),
    ("scraper.page",),
    ("scraper.parsers",),
    ("scraper.sites",),
    ("scraper.draft", "scraper.extract", "scraper.record_json"),
    (
        "scraper.bundles",
        "scraper.differences",
        "scraper.warc",
        "scraper.inputs",
        "scraper.job_file",
        "scraper.record_lines",
    ),
    ("scraper.corrections",),
    (
        "scraper.store",
        "scraper.exporters",
        "scraper.fixtures",
        "scraper.batch",
        "scraper.load",
        "scraper.history",
    ),
    ("scraper.crawler", "scraper.archives", "scraper.enrich"),
    ("scraper.review",),
    ("scraper.cli", "scraper.demo"),
]
HEAVY = [
    "bs4",
    "feedparser",
    "httpx",
    "numpy",
    "psycopg",
    "pyarrow",
    "ray",
    "rich",
    "typer",
    "chardet",
    "warcio",
]


def test_the_http_client_is_known_to_the_fetcher_alone():
    users = {
        name
        for name, path in modules()
        if re.search(r"^\s*(?:import|from) (?:httpx|httpcore)\b", path.read_text("utf-8"), re.M)
    }
    # Looking up cited works is no crawling: it asks one service, which the user names.
    assert {name for name in users if not name.startswith("scraper.crawler.fetcher")} == {
        "scraper.enrich.works"
    }
    assert "scraper.crawler.fetcher.connections" in users


def layer_of(module: str) -> int | None:
    for number, names in enumerate(LAYERS):
        if any(module == name or module.startswith(f"{name}.") for name in names):
            return number
    return None


def imported_names(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {name for name in found if name.split(".")[0] in ("schemas", "scraper")}


def modules() -> list[tuple[str, Path]]:
    paths = [*ROOT.glob("schemas/**/*.py"), *ROOT.glob("scraper/**/*.py")]
    return [
        (".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"), p)
        for p in sorted(paths)
    ]


@pytest.mark.parametrize(("module", "path"), modules(), ids=[name for name, _ in modules()])
def test_a_module_imports_only_from_its_layer_and_below(module, path):
    own = layer_of(module)
    if module == "scraper":
        return
    assert own is not None, f"{module} has no layer: add it to LAYERS"
    for name in imported_names(path):
        below = layer_of(name)
        if below is not None:
            assert below <= own, f"{module} imports {name} of a layer above it"


def test_the_package_imports_nothing_heavy():
    code = f"import sys, scraper; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_public_names_of_the_package():
    import scraper

    assert scraper.__all__ == sorted(scraper.__all__)
    assert {"extract", "read_page", "Page", "ScraperError"} <= set(scraper.__all__)


def test_functions_keep_their_names_from_modules_that_are_called_like_them():
    code = (
        "import scraper.extract, scraper.load, scraper\n"
        "from scraper import extract, load\n"
        "assert callable(extract) and callable(load)\n"
        "assert scraper.extract is extract and scraper.load is load\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_commands_and_the_crawling_process_load_no_parsers():
    code = (
        "import sys, scraper.cli, scraper.crawler.crawl\n"
        "assert not [name for name in sys.modules if name.startswith('scraper.parsers')]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_what_pages_say_is_remembered_where_it_is_forgotten_in_time():
    """A cache of ``functools`` keeps its entries for ever, however long they are."""
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in [*ROOT.glob("scraper/parsers/**/*.py"), *ROOT.glob("scraper/*.py")]
        for match in re.finditer(r"@lru_cache\((?!maxsize=1\)).*", path.read_text("utf-8"))
        if path.name not in ("remembering.py", "urls.py")
    ]
    assert found == []
