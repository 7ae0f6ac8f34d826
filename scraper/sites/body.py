"""Makes a body of what a site parser gives for it: an element of its soup, or plain text."""

from dataclasses import replace

from lxml import etree

from schemas import Evidence
from schemas.article import BlockKind
from scraper.cut import cut
from scraper.parsers.body_text import Body, Piece, assemble, with_evidence
from scraper.text import HEADING_TAGS, Container, TextBlock, outwards

_KINDS: dict[str, BlockKind] = {
    "li": "list_item",
    "pre": "code",
    "tr": "table_row",
    "figcaption": "caption",
    "blockquote": "blockquote",
}
_NOWHERE = -1


def to_body(given: object, evidence: Evidence) -> Body:
    """Return the body of elements of BeautifulSoup or of plain text.

    Args:
        given: An element, anything whose ``str()`` is HTML, or a list of such; or text with blank
            lines between paragraphs.
    """
    if isinstance(given, str):
        paragraphs = [" ".join(part.split()) for part in given.split("\n\n")]
        pieces = [
            Piece(TextBlock(text, _NOWHERE, _NOWHERE, "p"), "paragraph")
            for text in paragraphs
            if text
        ]
    else:
        markup = "".join(map(str, given)) if isinstance(given, list) else given
        root = etree.fromstring(
            f"<html><body>{markup}</body></html>", etree.HTMLParser(remove_comments=True)
        )
        blocks, containers = cut(root)
        pieces = [_elsewhere(_piece(block, containers)) for block in blocks]
    return with_evidence(assemble(pieces), evidence, score=1.0)


def _elsewhere(piece: Piece) -> Piece:
    """Return a piece whose block is none of the page's, so that no other field claims it."""
    return replace(piece, source=replace(piece.source, index=_NOWHERE, container=_NOWHERE))


def _piece(block: TextBlock, containers: list[Container]) -> Piece:
    """Return a block with the kind that its nearest telling container gives it."""
    for container in outwards(containers, block.container):
        tag = container.tag
        if tag in HEADING_TAGS:
            return Piece(block, "heading", int(tag[1]))
        if tag in _KINDS:
            return Piece(block, _KINDS[tag], 1 if tag == "li" else None)
    return Piece(block, "paragraph")
