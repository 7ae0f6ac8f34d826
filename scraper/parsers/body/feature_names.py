"""Names the features of a text block, in the order of the rows that hold them.

``features`` and ``surroundings`` say what each of them is.
"""

from scraper.parsers.rules.boilerplate import ANCESTORS

WINDOWS = (3, 8, 20)
"""Blocks before and behind one that are looked at together."""
LEVELS = 5
"""Containers around a block, each of which holds more blocks than the one before."""
FAMILY_LEVELS = 4
MEDIA_LEVELS = (1, 2, 3)
OFFSETS = (-2, -1, 1, 2)
"""Neighbours of a block."""

_HELD = tuple(
    "count links mean least most share prose density headings paragraphs digits head_links".split()
)
_FAMILY = ("siblings", "family_links", "family_prose", "family_mean", "family_head")
_CORE = tuple("steps prose links gain density share offset junk down kin".split())
TOP = ("steps", "down", "share", "prose", "links")
"""What is told of the headline."""


def level_names(level: int) -> tuple[str, ...]:
    """Return what is told of one of the containers around a block."""
    told = _HELD + _FAMILY if level < FAMILY_LEVELS else _HELD
    return tuple(f"{name}_{level}" for name in (*told, "tag", "start", "before"))


NAMES = (
    *"mass words word_length link_density stops commas upper capitals digits symbols".split(),
    *"quotes lines cells lead last whole marks".split(),
    *("tag", "depth", "path_least", "path_most", "path_sum"),
    *(f"in_{name}" for name in ANCESTORS),
    *("kin_count", "kin_prose", "kin_links", "kin_mean"),
    *(name for level in range(LEVELS) for name in level_names(level)),
    *(f"core_{name}" for name in _CORE),
    *(f"lead_{name}" for name in _CORE),
    *("best_in", "best_depth"),
    *(f"top_{name}" for name in TOP),
    *(f"{name}_{level}" for level in MEDIA_LEVELS for name in ("media", "controls")),
    *"section_count section_mean section_links section_prose section_share section_left".split(),
    *"title index rest mass_before prose_before prose_after headline_offset".split(),
    *"headline_prose since_heading heading_tag twice later copied_2 again_2".split(),
    *(
        f"{name}{offset:+d}"
        for offset in OFFSETS
        for name in ("mass", "link_density", "tag", "path_sum")
    ),
    *(
        f"window_{name}_{width}"
        for width in WINDOWS
        for name in ("links", "prose", "before", "after")
    ),
)
"""All features, one name a row."""
