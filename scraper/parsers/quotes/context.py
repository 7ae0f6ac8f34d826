"""Names the speaker of a quotation whose own sentence names none, from what stands around it."""

from collections.abc import Callable, Sequence

from scraper.parsers.quotes.runs import ENGLISH, RUN, strip_name
from scraper.parsers.quotes.spans import Attribution, Span
from scraper.parsers.quotes.speakers import Resolver
from scraper.parsers.quotes.texts import sentence_start
from scraper.parsers.rules.quote_people import NOT_NAMES, PRONOUNS
from scraper.patterns import late

_SAME = 0.6
_NEAR = 0.5
_CONTEXT_CHARS = 400
_FIRST_WORD = late(r"[^\W\d_]+")


def nearby_speaker(
    resolver: Resolver,
    texts: Sequence[str],
    span: Span,
    place: Callable[[int, int], int],
    said: Attribution | None,
) -> tuple[str, float] | None:
    """Return who speaks by the context, or None.

    A sentence of its own goes on with the speaker before it in the paragraph, or belongs to the
    person whom the sentence before is about; a paragraph of its own to the last speaker.
    """
    text = texts[span.block]
    start = sentence_start(text, 0, span.left)
    lead = text[start : span.left].strip(" “\"‘'«„([")
    if lead and (said is None or said.cue is None):
        return None
    here = place(span.block, span.left)
    block_start = place(span.block, 0)
    if resolver.said_last and resolver.said_last[-1][0] >= block_start:
        return resolver.said_last[-1][1], _SAME
    if span.left > 1:
        before = text[max(start - _CONTEXT_CHARS, 0) : start]
        return _subject_of(resolver, before, here)
    if span.block == 0:
        return None
    if texts[span.block - 1].endswith(":"):
        announced = _announced(texts[span.block - 1], resolver, block_start)
        if announced is not None:
            return announced
    if resolver.said_last and resolver.said_last[-1][0] >= place(span.block - 1, 0):
        return resolver.said_last[-1][1], _NEAR
    found = _subject_of(resolver, texts[span.block - 1][-_CONTEXT_CHARS:], block_start)
    if found is None or not _is_line(texts[span.block - 1]):
        return found
    # A headline is about all kinds of names (``The Static Web``): only a person's speaks.
    full = resolver.cast.fullest(found[0].split(), block_start)
    return found if full is not None and resolver.cast.is_person(full) else None


def _is_line(text: str) -> bool:
    """Return whether a block ends as no sentence does."""
    return text.rstrip()[-1:] not in '.!?…:”"»“'


def _announced(text: str, resolver: Resolver, place: int) -> tuple[str, float] | None:
    """Return the person whom a line ending in a colon announces: ``Jane Roe, curator:``."""
    run = RUN.match(text)
    if run is None or text[run.end() : run.end() + 1] not in (",", ":", " "):
        return None
    name, _ = strip_name(run.group(), resolver.cast.naming)
    if " " not in name:
        return None
    full = resolver.cast.fullest(name.split(), place)
    return (full.text if full is not None and not full.organisation else name), 0.7


def _subject_of(resolver: Resolver, text: str, place: int) -> tuple[str, float] | None:
    """Return the person whom the last sentence of a text is about."""
    text = text.rstrip()
    sentence = text[sentence_start(text, 0, max(len(text) - 1, 0)) :]
    first = _FIRST_WORD.match(sentence)
    if first and PRONOUNS.get(first.group().casefold()) in ("m", "f"):
        found = resolver.cast.last_person(
            place, PRONOUNS[first.group().casefold()], max(place - 1500, 0)
        )
        return (found.text, _NEAR) if found else None
    people: list[str] = []
    for run in RUN.finditer(sentence):
        name, _ = strip_name(run.group(), resolver.cast.naming)
        words = tuple(name.split())
        if not words or (len(words) == 1 and words[0].casefold() in NOT_NAMES):
            continue
        full = resolver.cast.fullest(words, place)
        if full is None or full.organisation or len(full.words) == 1:
            continue
        # Names of two words are people in English; in Romance languages as many are places.
        if resolver.cast.naming == ENGLISH or resolver.cast.is_person(full):
            people.append(full.text)
    return (people[0], _NEAR) if len(set(people)) == 1 else None
