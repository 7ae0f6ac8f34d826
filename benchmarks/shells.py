"""Judges the parsers on invented articles in the shells of many publishing systems.

    python benchmarks/shells.py [SHELL ...]

``tests/shells/templates`` holds pages as content management systems, site builders, newsletters,
office programs and hand-written sites print them, with names in place of every text;
``tests/shells/articles`` holds one article a language with the furniture of its site. Every
article is put into every shell, so that a fault belongs to a shell, to a language or to both. What
a record should hold follows from the names: no gold is written by hand. ``tests/shells/others``
holds what a crawl of such sites meets besides articles. Faults are printed in the form of
``tests/shells/known-faults.toml``.
"""

import argparse
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from jinja2 import Environment, StrictUndefined

from schemas import Article
from scraper import extract

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "shells"
ADDRESS = "https://www.example.org/2020/a-story"
_NAME = re.compile(r"\{\{ ([a-z_.]+(?:\[\d\])*) \}\}")
_TAG = re.compile("<[^>]+>")
_BODY = re.compile(r"(?:text|heads|items|rows|said)\b")
_FURNITURE = re.compile(
    r"(?:bio|role|date|edited|credit|title|site\.(?!name|by|posted|tags_label|search|prev|next|ad|join))\b"
)
_SHORT = 12
"""Shorter furniture may be a word of the text: it leaks where it stands at a line's end."""
_TEMPLATES = Environment(undefined=StrictUndefined, autoescape=False)

Values = dict[str, Any]


def shells() -> list[str]:
    """Return the names of all shells of articles."""
    return sorted(path.stem for path in (FOLDER / "templates").glob("*.html"))


def others() -> list[str]:
    """Return the names of all pages that are no articles."""
    return sorted(path.stem for path in (FOLDER / "others").glob("*.html"))


def languages() -> list[str]:
    """Return the languages that there is an article in."""
    return sorted(path.stem for path in (FOLDER / "articles").glob("*.toml"))


def article(language: str) -> Values:
    """Return the texts of one language's article and of its site."""
    return tomllib.loads((FOLDER / "articles" / f"{language}.toml").read_text("utf-8"))


def kind(page: str, language: str) -> str:
    """Return what the record of a page that is no article takes it for."""
    template = (FOLDER / "others" / f"{page}.html").read_text("utf-8")
    rendered = _TEMPLATES.from_string(template).render(article(language))
    found = extract(rendered.encode(), ADDRESS).page_type
    return found.kind if found else ""


def faults(shell: str, language: str) -> list[str]:
    """Return what is wrong with the record of an article in a shell, a line each, in order.

    ``lost`` and ``kept`` name a text of the article that the body lacks, or one of its furniture
    that the body holds; all others name a field of the record.
    """
    template = (FOLDER / "templates" / f"{shell}.html").read_text("utf-8")
    values = article(language)
    page = _TEMPLATES.from_string(template).render(values)
    record = extract(page.encode(), ADDRESS)
    names = dict.fromkeys(_NAME.findall(template))
    return [*_wrong_text(record, names, values), *_wrong_fields(record, names, values)]


def _wrong_text(record: Article, names: dict[str, None], values: Values) -> Iterator[str]:
    """Yield the parts of the article that the body lacks, and the furniture that it holds."""
    body = " ".join(record.body.split())
    lines = [line.strip() for line in record.body.split("\n")]
    for name in names:
        text = " ".join(_TAG.sub("", _value(name, values)).split())
        if _BODY.match(name) and text not in body:
            yield f"lost {name}"
        elif _FURNITURE.match(name) and _leaks(text, body, lines):
            yield f"kept {name}"


def _leaks(text: str, body: str, lines: list[str]) -> bool:
    if len(text) > _SHORT:
        return text in body
    ends = (f"{text} ", f" {text}")
    return any(line == text or line.startswith(ends[0]) or line.endswith(ends[1]) for line in lines)


def _wrong_fields(record: Article, names: dict[str, None], values: Values) -> Iterator[str]:
    """Yield the fields that are not as the page says."""
    if record.title != values["title"]:
        yield "title"
    if names.keys() & {"date", "day", "time"}:
        if (record.date_published or "")[:10] != values["day"]:
            yield "date_published"
    elif "edited" in names and (record.date_modified or "")[:10] != values["day"]:
        yield "date_modified"
    if "author" in names and [author.name for author in record.authors] != [values["author"]]:
        yield "authors"
    if "bio" in names and values["bio"] not in [author.bio for author in record.authors]:
        yield "bio"
    said = [(quote.text, quote.speaker) for quote in record.quotes]
    if (values["quote"]["words"], values["quote"]["speaker"]) not in said:
        yield "quotes"
    if record.page_type is None or record.page_type.kind != "article":
        yield "page_type"


def _value(name: str, values: Values) -> str:
    """Return the text that a name of the template stands for."""
    value: Any = values
    for part in re.findall(r"[a-z_]+|\d+", name):
        value = value[int(part) if part.isdigit() else part]
    return str(value)


def all_faults(names: list[str]) -> dict[str, list[str]]:
    """Return the faults of some shells and other pages, by "name language"; none where none is."""
    found = {}
    for name in names:
        for language in languages():
            if name in others():
                lines = ["page_type"] if kind(name, language) == "article" else []
            else:
                lines = faults(name, language)
            found[f"{name} {language}"] = lines
    return {page: lines for page, lines in found.items() if lines}


def main() -> None:
    """Print what is wrong where, and on how many pages each field is."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("shell", nargs="*", help="only these")
    names = parser.parse_args().shell or [*shells(), *others()]
    found = all_faults(names)
    for page, lines in found.items():
        listed = ", ".join(f'"{line}"' for line in lines)
        print(f'"{page}" = [{listed}]')
    counts = Counter(
        kind for lines in found.values() for kind in {line.split()[0] for line in lines}
    )
    print(f"\n# {len(names) * len(languages())} pages; with a fault:", file=sys.stderr)
    for name, count in counts.most_common():
        print(f"#   {name:15} {count:4}", file=sys.stderr)


if __name__ == "__main__":
    main()
