"""Cuts off a picture's credit who holds or lends the picture: the photographer's name is left."""

import re

from scraper.parsers.names.looks import looks_like_person

_LEAD = re.compile(
    r"\s*(?:(?i:credits?|crédits?|copyright)(?:\s*[:：]\s*|\s+|(?=[A-ZÀ-Þ][a-zß-ÿ]))|©\s*|"
    r"\((?i:c)\)\s*)"
)
"""What says that a name is a credit's; the word may be glued to it ("CreditJane Doe")."""
_LENDER = re.compile(
    r"\s+(?:on|von|auf|via|from|sur|en|su|at|/)\s+(?:Unsplash|Pexels|Pixabay|Flickr|Getty Images|"
    r"Shutterstock|i[Ss]tock|Adobe Stock|Wikimedia(?: Commons)?|Instagram|Burst|Freepik)\s*$"
)
"""Collections that lend pictures."""
_SIDE = re.compile(r"\s*\((?:[lrmou]\.?|links|rechts|left|right|top|bottom|oben|unten)\)\s*$", re.I)
"""Which of several pictures is meant."""
_A_NAME = 0.6
"""Likelihood from which on a text is taken for a full name."""


def cut_holder(text: str) -> str:
    """Return what a credit says of who made a picture, without who holds it.

    Of parts between slashes those that are people's names are left ("Jane Doe/Harbour Press"), if
    one is.
    """
    lead = _LEAD.match(text)
    text = _LENDER.sub("", text[lead.end() :] if lead else text)
    text = _SIDE.sub("", text)
    if "/" not in text:
        return text
    parts = [part.strip() for part in text.split("/")]
    people = [part for part in parts if looks_like_person(part) >= _A_NAME]
    return ", ".join(people) if people else text


__all__ = ["cut_holder"]
