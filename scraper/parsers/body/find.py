"""Puts the parts of the body parser together: describe, judge, choose, name the pieces."""

from collections.abc import Sequence
from dataclasses import replace

from schemas import Evidence
from scraper.page import Page
from scraper.parsers.body.accordions import with_openers
from scraper.parsers.body.choose import Choice, choose, holder
from scraper.parsers.body.closing_links import without_closing_links, without_opening_links
from scraper.parsers.body.comments import without_comments
from scraper.parsers.body.dialogs import without_dialogs
from scraper.parsers.body.features import Described, describe
from scraper.parsers.body.labels import join_labels
from scraper.parsers.body.layout import Floats
from scraper.parsers.body.left_alone import without_left_alone
from scraper.parsers.body.link_boxes import without_link_boxes
from scraper.parsers.body.other_articles import without_other_articles
from scraper.parsers.body.pieces import to_pieces
from scraper.parsers.body.rows import join_rows
from scraper.parsers.body.script_text import stated_body
from scraper.parsers.body.signups import without_signups
from scraper.parsers.body.stated_lists import with_stated_lists
from scraper.parsers.body.trees import load_model
from scraper.parsers.body.whole_tables import with_whole_tables
from scraper.parsers.body_text import Body, Piece, assemble, with_evidence
from scraper.parsers.found import Found
from scraper.patterns import late
from scraper.text import TextBlock, inner_text

UNSURE = 0.8
"""Below this score a warning is left: of 11 such pages in 708, 7 came out below word F1 0.8."""

_SHELL_CHARS = 400
"""With less text than this a page may be a shell that scripts fill."""
_STATED_SCORE = 0.8
_NUMBERS = 12
"""Characters; longer lines say something."""
_NUMBERED = late(r"\W*\d{1,3} ?(?:of|von|de|sur|di|van|av|af|из|z) \d{1,3}\W*")
_UNSEEN = " \u200c\u200d\u200e\u200f\u2800\u3164"
"""Signs that have no shape of their own."""


def find_body(page: Page, title: Found[str] | None) -> Body:  # noqa: ARG001 - the recipe's shape
    """Return the article's body; an empty one where the page has none.

    Args:
        title: The headline found before; not needed today, as the model reads the ``title``
            element itself so that it sees in use what it saw in training.
    """
    if not page.blocks:
        return _or_stated(page, Body())
    model = load_model()
    described = describe(page.blocks, page.containers, page.once(title_of), model.hints)
    return body_of(page, described, model.trees.probabilities(described.table))


def body_of(page: Page, described: Described, probabilities: Floats) -> Body:
    """Return the body that the probabilities of a page's blocks lead to.

    Training measures with it, so that what is measured is what ships.
    """
    return _or_stated(page, _visible_body(page, described, probabilities))


def _or_stated(page: Page, body: Body) -> Body:
    """Return the body, or what stands elsewhere in the page where it shows hardly any."""
    if len(body.text) < _SHELL_CHARS:
        stated = stated_body(page)
        if stated is not None and stated.chars > 2 * len(body.text):
            evidence = Evidence(source=stated.source, where=stated.where, confidence=_STATED_SCORE)
            made = assemble(_apart(stated.blocks, len(page.blocks)))
            return with_evidence(made, evidence, _STATED_SCORE)
    return body


def _apart(blocks: Sequence[TextBlock], first: int) -> list[Piece]:
    """Return pieces of blocks with numbers that no block of the page has.

    Parsers of other fields claim the page's blocks by number: a byline is no paragraph of a text
    that stands elsewhere.
    """
    return [Piece(replace(block, index=first + block.index), "paragraph") for block in blocks]


def _visible_body(page: Page, described: Described, probabilities: Floats) -> Body:
    """Return the body that stands in the page's elements.

    Each step takes the chosen blocks as ``kept``, their indexes among all blocks, rising, and
    returns them so; ``probabilities`` says of each block how likely it is part of the text.
    """
    blocks, containers = page.blocks, page.containers
    choice = choose(blocks, described, probabilities)
    kept = with_whole_tables(blocks, containers, probabilities, choice.kept)
    kept = without_other_articles(blocks, containers, page.once(title_of), kept)
    kept = without_comments(blocks, containers, kept)
    kept = without_dialogs(blocks, containers, probabilities, kept)
    kept = without_signups(blocks, containers, probabilities, kept)
    kept = with_openers(blocks, containers, probabilities, kept)
    kept = without_link_boxes(blocks, containers, kept)
    kept = without_opening_links(page, without_closing_links(page, kept))
    if len(kept) < len(choice.kept):
        kept = without_left_alone(blocks, described, kept)
    if not kept:
        return Body()
    choice = replace(choice, kept=with_stated_lists(page, kept))
    pieces = join_rows(to_pieces(blocks, containers, choice.kept), containers)
    body = assemble(join_labels(_said(pieces), containers))
    element = containers[holder(described, choice)].element
    score = round(choice.expected, 3)
    evidence = Evidence(source="text", where=page.xpath_of(element), confidence=score)
    return replace(with_evidence(body, evidence, score), warnings=_warnings(choice))


def _said(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces without lines that only keep others apart.

    Webflow fills empty paragraphs with a joiner of no width, authors with a full stop; galleries
    number their pictures ("3 of 12").
    """
    return [
        piece
        for piece in pieces
        if len(piece.text) > _NUMBERS
        or piece.kind in ("code", "table_row", "list_item")
        or not (piece.text.strip(_UNSEEN) in ("", ".") or _NUMBERED.fullmatch(piece.text))
    ]


def _warnings(choice: Choice) -> tuple[str, ...]:
    if choice.expected >= UNSURE:
        return ()
    return (f"body: unsure which text is the article (score {choice.expected:.2f})",)


def title_of(page: Page) -> str:
    """Return the content of the ``title`` element in lower case, white space made single."""
    element = page.title_element
    return inner_text(element).lower() if element is not None else ""
