"""Finds the body: the blocks that are the article, and nothing else of the page.

A boosted-tree model says for each block how likely it is part of the article (``features``,
``trees``), ``choose`` takes the set of blocks that promises the best result, ``pieces`` says
what each block is. How the model was trained and what it is worth stands in
``docs/model-card.md``.
"""

from schemas import Evidence
from scraper.page import Page
from scraper.parsers.body.choose import choose
from scraper.parsers.body.features import describe
from scraper.parsers.body.pieces import to_pieces
from scraper.parsers.body.trees import load_model
from scraper.parsers.body_text import Body, assemble, with_evidence
from scraper.parsers.found import Found

__all__ = ["find_body", "title_of"]


def find_body(page: Page, title: Found[str] | None) -> Body:  # noqa: ARG001 - the recipe's shape
    """Return the article's body; an empty one where the page has none.

    Args:
        page: The page.
        title: The headline found before; not needed today, as the model reads the ``title``
            element itself so that it sees in use what it saw in training.
    """
    blocks, containers = page.blocks, page.containers
    if not blocks:
        return Body()
    model = load_model()
    described = describe(blocks, containers, title_of(page), model.hints)
    probabilities = model.trees.probabilities(described.matrix(model.trees.names))
    choice = choose(blocks, described, probabilities)
    body = assemble(to_pieces(blocks, containers, choice.kept))
    core = containers[described.core]
    evidence = Evidence(
        source="text", where=page.xpath_of(core.element), confidence=round(choice.expected, 3)
    )
    return with_evidence(body, evidence, choice.expected)


def title_of(page: Page) -> str:
    """Return the content of the ``title`` element in lower case, white space made single."""
    element = page.root.find("head/title")
    return " ".join("".join(element.itertext()).split()).lower() if element is not None else ""
