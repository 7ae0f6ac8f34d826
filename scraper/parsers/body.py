"""Finds the body: the blocks that are the article, and nothing else of the page."""

from schemas import Evidence
from schemas.article import BlockKind
from scraper.page import Page
from scraper.parsers.body_text import Body, Piece, assemble
from scraper.parsers.found import Found
from scraper.text import TextBlock

_KINDS: dict[str, BlockKind] = {"li": "list_item", "tr": "table_row", "pre": "code"}


def find_body(page: Page, title: Found[str] | None) -> Body:
    """Return the article's body; an empty one where the page has none."""
    blocks = page.blocks
    weights = [
        max(len(b.text) - 2 * b.link_chars - 30, 0) if b.tag in ("p", "div", "li", "td") else 0
        for b in blocks
    ]
    sums = [0]
    for weight in weights:
        sums.append(sums[-1] + weight)
    best, best_score = None, 0.0
    for container in page.containers:
        score = (sums[container.end] - sums[container.first]) * (0.6 + 0.05 * min(container.depth, 8))
        if score > best_score:
            best, best_score = container, score
    if best is None:
        return Body()
    chosen = [b for b in blocks[best.first : best.end] if b.link_chars * 2 < len(b.text)]
    made = assemble([_piece(b) for b in chosen])
    return Body(
        made.text, made.blocks, made.sources, 0.5,
        Evidence(source="text", where=page.xpath_of(best.element), confidence=0.5),
        (), made._starts, made._order,
    )


def _piece(block: TextBlock) -> Piece:
    if block.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return Piece(block, "heading", int(block.tag[1]))
    return Piece(block, _KINDS.get(block.tag, "paragraph"))
