"""Quotations as W3C Web Annotations, one JSON-LD object a line.

Each annotation targets the page by its address and finds the words there by a TextQuoteSelector
(the words with what stands around them), so that annotation tools can show it on the live page.
Its body is the speaker; what a reader corrected is a second one, a comment.
Source: W3C Web Annotation Data Model, 23 February 2017.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC

from schemas import Article, Quote
from scraper.corrections import corrected_fields, describe_corrections
from scraper.exporters.staging import Sink, Staging

_QUOTE_FIELDS = frozenset(Quote.model_fields)
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


@contextmanager
def annotations(staging: Staging) -> Iterator[Sink]:
    """Yield a function that adds an article's quotations to ``annotations.jsonl``.

    Quotations of pages without an address are left out: an annotation needs a target.
    """
    with staging.open_text("annotations.jsonl") as file:

        def write(record: Article) -> None:
            corrected = corrected_fields(record)
            for position, quote in enumerate(record.quotes):
                if record.url or record.canonical_url:
                    below = f"quotes.{position}."
                    told = describe_corrections(record, corrected, _QUOTE_FIELDS, below)
                    data = _to_annotation(record, quote, position, told)
                    file.write(json.dumps(data, ensure_ascii=False) + "\n")

        yield write


def _to_annotation(
    record: Article, quote: Quote, position: int, told: str | None
) -> dict[str, object]:
    targets = _targets(record, quote)
    annotation: dict[str, object] = {
        "@context": _CONTEXT,
        "id": f"urn:pullquote:{record.id}:quote:{position}",
        "type": "Annotation",
        "motivation": "identifying",
        "target": targets if len(targets) > 1 else targets[0],
    }
    bodies = [_to_body(quote.speaker)] if quote.speaker else []
    if told:
        bodies.append(_to_body(told) | {"purpose": "commenting"})
    if bodies:
        annotation["body"] = bodies if len(bodies) > 1 else bodies[0]
    if record.fetched_at:
        created = record.fetched_at.astimezone(UTC)
        annotation["created"] = created.strftime("%Y-%m-%dT%H:%M:%SZ")
    return annotation


def _to_body(text: str) -> dict[str, object]:
    return {"type": "TextualBody", "value": text, "format": "text/plain"}


def _targets(record: Article, quote: Quote) -> list[dict[str, object]]:
    """Return one target, or one for each stretch of a quotation that is interrupted."""
    source = record.url or record.canonical_url
    selectors = [{"type": "TextQuoteSelector", "exact": part.text} for part in quote.parts]
    if not selectors:
        selectors = [{"type": "TextQuoteSelector", "exact": quote.text}]
    if quote.prefix:
        selectors[0]["prefix"] = quote.prefix
    if quote.suffix:
        selectors[-1]["suffix"] = quote.suffix
    return [{"source": source, "selector": selector} for selector in selectors]
