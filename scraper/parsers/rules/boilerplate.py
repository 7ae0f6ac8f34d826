"""Tables for telling an article from what surrounds it: elements and roles.

Element meanings follow the HTML Living Standard (sections 4.3 to 4.11), roles WAI-ARIA 1.2.
What class names and ids mean is not listed here: it is learned, and stands in
``weights/body.npz`` (see ``docs/model-card.md``).
"""

TAGS = (
    "p li ul ol dl dt dd h1 h2 h3 h4 h5 h6 div section article main body td th tr table tbody "
    "blockquote pre figure figcaption details summary aside header footer nav form label button "
    "address fieldset center dialog caption legend hgroup"
).split()
"""Elements told apart by the model; all others are 0, these count from 1."""

TAG_CODES = {tag: code for code, tag in enumerate(TAGS, 1)}

ANCESTORS = (
    "article main nav footer aside header form table li blockquote figure figcaption details pre "
    "button address dialog label dl td section ul ol p hidden"
).split()
"""What a block may stand in, one bit each."""

ANCESTOR_BITS = {name: 1 << place for place, name in enumerate(ANCESTORS)} | {
    "caption": 1 << ANCESTORS.index("figcaption"),
    "summary": 1 << ANCESTORS.index("details"),
    "menu": 1 << ANCESTORS.index("nav"),
}

HIDDEN = ANCESTOR_BITS["hidden"]

ROLE_BITS = {
    role: ANCESTOR_BITS[name]
    for role, name in (
        ("navigation", "nav"),
        ("menu", "nav"),
        ("banner", "header"),
        ("contentinfo", "footer"),
        ("complementary", "aside"),
        ("main", "main"),
        ("article", "article"),
        ("dialog", "dialog"),
        ("alertdialog", "dialog"),
        ("search", "form"),
        ("form", "form"),
        ("button", "button"),
    )
}

WHOLE_MARKS = {
    "a": 1, "b": 2, "strong": 2, "em": 3, "i": 3, "small": 4, "time": 5, "cite": 6, "u": 7,
    "code": 8, "sup": 9,
}  # fmt: skip
"""Inline elements that say something about a block they cover as a whole."""

WORD_LIMIT = 300
"""Characters of a class attribute that are read: generated ones run to thousands."""
