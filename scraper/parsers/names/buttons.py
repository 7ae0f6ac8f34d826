"""Tells the words of a button from the name that it is about: "More from Jane Doe", "Follow"."""

import re

from scraper.parsers.names.looks import looks_like_person
from scraper.patterns import first_words

_MORE = re.compile(
    r"(?:(?:see|read) )?more (?:(?:stories|articles|posts) )?(?:by|from)\s+|"
    r"mehr (?:artikel )?von\s+|plus (?:d['’]articles )?de\s+|más (?:artículos )?de\s+|"
    r"mais (?:artigos )?de\s+|meer (?:artikelen )?van\s+|altri articoli di\s+|"
    r"(?:view |see )?all (?:posts|articles|stories) (?:by|from)\s+|posts by\s+|"
    r"alle (?:beiträge|artikel) von\s+|(?:tous )?(?:les )?articles (?:de|par)\s+|"
    r"todas las entradas de\s+|ver todas as postagens de\s+|tutti gli articoli di\s+|"
    r"alle berichten van\s+|wszystkie wpisy (?:autora )?\s*",
    re.I,
)
_MORE_FIRST = first_words(_MORE.pattern)
_PROFILE = re.compile(
    r"(?:see |view |visit )?(?:the )?profile of\s+|(?:zum )?profil von\s+|"
    r"(?:voir )?(?:le )?profil de\s+|ver (?:el )?perfil de\s+|(?:bekijk )?profiel van\s+|"
    r"(?:vedi )?(?:il )?profilo di\s+|(?:ver )?(?:o )?perfil de\s+|"
    r"(?:visa |se )?profil(?:en)? (?:för|til)\s+",
    re.I,
)
"""What leads to somebody's profile: whatever stands behind it is the name of an account."""
_BEHIND = re.compile(
    r"\s+(?:Follow(?: Author)?|Folgen|Suivre|Seguir|Seguici|Volg(?:en)?|Följ|Følg|Obserwuj|"
    r"Takip et|Ikuti|View Bio|Bio|Contact|Share|Website|Mejla|"
    r"(?:Skicka |Send |Envoyer un |Enviar (?:un )?|Wyślij |Invia |Stuur )?"
    r"[Ee]-?(?:[Mm]ail|post)(?:en)?)$"
)
_BUTTONS = (
    *"Follow Author Folgen Suivre Seguir Seguici Volg Volgen Följ Følg".split(),
    *("Obserwuj", "Takip et", "Ikuti", "Bio", "Contact", "Share", "Website", "Mejla"),
    *("mail", "Mail", "post", "mailen", "Mailen", "posten"),
)
"""What it ends with."""
_KNOWN = 0.85
"""Likelihood of a full name with a frequent given name; sections are offered so, too."""


def cut_lead(text: str) -> str:
    """Return a name without the words before it that lead to its profile, or to more texts."""
    folded = text.lower()
    first, space, _ = folded.partition(" ")
    if not space:
        return text
    if ("rofi" in folded or "erfil" in folded) and (profile := _PROFILE.match(text)):
        return text[profile.end() :] or text
    match = _MORE.match(text) if first in _MORE_FIRST else None
    if match is None or looks_like_person(text[match.end() :]) < _KNOWN:
        return text
    return text[match.end() :]


def cut_button(text: str) -> str:
    """Return a name without the button behind it."""
    return _BEHIND.sub("", text) if text.endswith(_BUTTONS) else text
