"""What can be the name of a section, by all that is known of the page."""

from dataclasses import dataclass

from scraper.page import Page
from scraper.parsers.about.statements import is_site_name
from scraper.parsers.rules import about as rules
from scraper.parsers.site import squash
from scraper.parsers.subtitle import headline_block
from scraper.patterns import late

LONGEST = 40
"""Characters of a name of a section, at most."""
BLOCKS_AROUND = 4
"""Blocks above and below the headline in which readers see where they are."""
_MOST_WORDS = 6
_SHORTEST_SHARED = 15
EDGES = " \t\n\r\xa0>»›/|▸►→←↩·•:<‹«\\–—-"
_ID = late(r"^[\W\d_]*$|^[0-9A-Fa-f-]{16,}$|^\{|^\S+_\S+$")


@dataclass(frozen=True, slots=True)
class Known:
    """A page, and what is known of its article before the section is looked for."""

    page: Page
    title: str | None = None
    site_name: str | None = None

    def headline(self) -> int | None:
        """Return the number of the block with the headline."""
        return self.page.once(headline_block, self.title) if self.title else None


def is_section(text: str, known: Known) -> bool:
    """Return whether a text can be the name of a section."""
    key = text.casefold().strip(EDGES)
    return (
        0 < len(key) <= LONGEST
        and len(key.split()) <= _MOST_WORDS
        and key not in rules.NO_SECTION
        and key.rpartition(":")[2].strip() not in rules.HOME_WORDS
        and not key.endswith(" startseite")
        and "{{" not in key
        and not key.endswith(("?", "…", "..."))
        and not _ID.match(key)
        and not rules.LEADS_ELSEWHERE.match(key)
        and not rules.ISSUE.match(key)
        and not is_headline(key, known.title)
        and not is_site_name(text, known.page, known.site_name)
    )


def is_headline(text: str, title: str | None) -> bool:
    """Return whether a step of a trail is the article itself, perhaps cut short."""
    one, other = squash(text), squash(title or "")
    if one == other:
        return bool(one)
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST_SHARED and longer.startswith(shorter)
