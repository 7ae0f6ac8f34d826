"""Splits quotations whose attribution stands inside the marks.

French and Italian printers leave the marks open around a short attribution: « Ils viendront,
assure la maraîchère, parce qu’ils sont fidèles. » So do Spanish, Portuguese, Polish and Russian
ones, between dashes: «Vendrán —dice la dueña— porque son fieles».
"""

import re
from dataclasses import replace
from functools import cache

from scraper.parsers.quotes.grammar import Grammar
from scraper.parsers.quotes.spans import Attribution, Candidate, Span
from scraper.parsers.quotes.texts import count_words
from scraper.patterns import late

LANGUAGES = frozenset({"fr", "it", "es", "pt", "pl", "ru"})
_COMMAS = frozenset({"fr", "it"})
"""Languages that part the attribution by commas alone."""
_LEAST_WORDS = 2
_CLAUSE = (
    "parce|mais|puis|donc|alors|comme|quand|lorsqu?e?|pour|avec|sans|dans|chez|avant|après|depuis|"
    "même|tout|cette|cela|notre|votre|leur|leurs|elle|elles|nous|vous|surtout|aussi|ainsi|encore|"
    "jamais|toujours|plus|moins|trop|très|bien|afin|pourquoi|contre|entre|vers|voir|perché|però|"
    "quindi|allora|come|quando|anche|senza|dopo|prima|questa?|nostr[aoei]"
)
"""Words that go on with speech behind an attribution; a noun without article explains a name."""
_POSTS = (
    "maire|ministre|président|présidente|directeur|directrice|patron|patronne|préfète?|procureure?|"
    "porte-parole|cheff?e?|responsable|secrétaire|sindaco|sindaca|ministr[oa]|presidente|direttore|"
    "direttrice|procuratore|responsabile|capo"
)
"""Nouns for posts that explain a name with their article as well."""
_CLITIC = late(r"-(il|elle|ils|elles|on)$")
"""The subject of a French inversion (``sourit-elle en partant``)."""


@cache
def _pattern(grammar: Grammar) -> re.Pattern[str]:
    """Return what finds an attribution within the marks: a cue, and who maybe behind it."""
    cue = rf"(?:{grammar.leading.pattern})?({grammar.cue.pattern})"
    dashed = rf"[,.!?…]?\s[—–-]\s?{cue}(?:\s([^,.;—–«»]{{2,60}}?))?[.,]?(?:\s[—–-]|[—–])\s?"
    if grammar.language not in _COMMAS:
        return re.compile(dashed)
    noun = rf"(?:(?:le|la|l[’']|il)\s?(?:{_POSTS})\b|(?!(?:{_CLAUSE})\b)[^\WA-Z_]{{4,}}(?![’']))"
    apposition = rf",\s{noun}[^.;«»?!]{{4,120}}\.(?=\s[^\Wa-z_\d])"
    ended = rf"(?:{apposition}|,|\.(?=\s[^\Wa-z_\d]))"
    commas = rf"[,!?…]\s{cue}(?:\s+([^,.;«»?!]{{2,60}}?))?{ended}\s"
    return re.compile(f"{commas}|{dashed}")


def split_incise(text: str, span: Span, grammar: Grammar, group: int) -> list[Candidate] | None:
    """Return the two stretches of a span that holds its attribution, or None.

    Args:
        span: A span within that block.
        group: Number by which the stretches are known to belong together.
    """
    if grammar.language not in LANGUAGES or span.last != span.block or span.shape != "marks":
        return None
    found = _pattern(grammar).search(text, span.start, span.end)
    if found is None or count_words(text[span.start : found.start()]) < _LEAST_WORDS:
        return None
    # The alternatives have groups of their own: a cue, and the mention behind it.
    groups = [number for number, words in enumerate(found.groups(), 1) if words]
    cue, mention = found.group(groups[0]), found.group(groups[-1]) if groups[1:] else None
    anchor = (span.block, found.start(groups[-1]))
    clitic = _CLITIC.search(cue)
    mention = clitic.group(1) if clitic is not None else mention
    if mention is None and not grammar.drops_subject:
        return None
    said = Attribution(mention, cue, "after", 0.9, anchor)
    first = replace(span, end=found.start(), right=found.start(), close_mark=None)
    second = replace(span, start=found.end(), left=found.end(), open_mark=None)
    return [
        Candidate(s, text[s.start : s.end], said, 0.0, group)
        for s in (
            replace(first, close_mark=span.close_mark),
            replace(second, open_mark=span.open_mark),
        )
    ]
