"""The steps of ``find_quotes`` in order, from the body's blocks to ``Quote`` records."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from schemas import Author, Quote
from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.quotes.around import describe_all
from scraper.parsers.quotes.collect import collect_dashes, collect_spans
from scraper.parsers.quotes.cues import find_attribution
from scraper.parsers.quotes.embeds import Embed, find_embeds
from scraper.parsers.quotes.frames import opening_frame
from scraper.parsers.quotes.grammar import grammar_of
from scraper.parsers.quotes.incises import split_incise
from scraper.parsers.quotes.join import groups
from scraper.parsers.quotes.leads import without_lead_in
from scraper.parsers.quotes.marks import read_usage
from scraper.parsers.quotes.names import build_cast
from scraper.parsers.quotes.naming import naming_of
from scraper.parsers.quotes.not_quotes import Model, load_model, probability
from scraper.parsers.quotes.set_off import SetOff, read_set_off
from scraper.parsers.quotes.setting import Setting
from scraper.parsers.quotes.spans import Candidate, Span
from scraper.parsers.quotes.speakers import Resolver
from scraper.parsers.quotes.texts import has_words
from scraper.parsers.quotes.writing import Writer

MIN_WORDS = 3
"""Shorter stretches are no quotations by definition."""
SPANS_LIMIT = 10_000
"""Marked stretches that are read on one page: a novel printed on one has half as many."""
_HEARD = 0.5
"""Least strength of an attribution whose subject counts as a person who speaks on the page."""


def find_quotes(
    page: Page, body: Body, authors: Sequence[Author], language: str | None
) -> list[Quote]:
    """Return the article's quotations in order, with speakers.

    Args:
        page: The page, for the markup of set-off blocks and for its address.
        body: The article's body; captions count as well, their quotations have no offsets.
        authors: Who wrote the article: the speaker where a sentence says "I".
        language: BCP 47 tag, or None.

    Returns:
        Quotations; for each ``body.text[start:end] == text`` unless it has parts, and then the
        same for each part. Citations are linked afterwards. Never raises on any text.
    """
    texts = tuple([source.text for source in body.sources])
    usage = read_usage(texts, language)
    setting = Setting(page, body, texts, grammar_of(language), usage, language)
    set_off, posts = read_set_off(page, body, setting.grammar)
    embeds = find_embeds(page, body, posts)
    spans = find_spans(setting, set_off, language)
    if not set_off and not embeds and not _may_hold_words(texts, spans):
        return []
    judged = judge(setting, find_candidates(setting, spans), load_model())
    return _records(setting, judged, (*set_off, *embeds), authors)


def find_spans(setting: Setting, set_off: Sequence[SetOff], language: str | None) -> list[Span]:
    """Return every marked stretch outside set-off blocks, in order."""
    taken = {i for found in set_off for i in range(*found.blocks)}
    marked = collect_spans(setting.body, setting.usage, SPANS_LIMIT)
    spans = [
        without_lead_in(setting.texts, span, setting.grammar)
        for span in marked
        if span.block not in taken
    ]
    dashes = collect_dashes(setting.body, language, setting.grammar.cue)
    dashed = {speech[0].block for speech in dashes}
    spans = [s for s in spans if s.block not in dashed] + [s for speech in dashes for s in speech]
    spans.sort(key=lambda s: (s.block, s.left))
    return spans


def find_candidates(setting: Setting, spans: Sequence[Span]) -> list[Candidate]:
    """Return the stretches with their attributions; those that hold one are two."""
    found: list[Candidate] = []
    for number, span in enumerate(spans):
        before = spans[number - 1] if number else None
        behind = spans[number + 1] if number + 1 < len(spans) else None
        frame = setting.frame(span, before, behind)
        text = text_of(setting.texts, span)
        said = find_attribution(frame, setting.grammar)
        if said is None and span.last != span.block:
            # Newspapers announce a quotation over several paragraphs before the first: She said:
            said = find_attribution(opening_frame(setting.texts, span, before), setting.grammar)
        split = split_incise(frame.text, span, setting.grammar, number + 1)
        found += split or [Candidate(span, text, said, 0.0)]
    return found


def _may_hold_words(texts: Sequence[str], spans: Sequence[Span]) -> bool:
    """Return whether any span, or those of one block together, have the words of a quotation.

    On a page in six with marks these stand around a word or two, and nothing else need be asked.
    """
    if any(span.last != span.block for span in spans):
        return True
    for _, group in groupby(spans, key=attrgetter("block")):
        words = " ".join([text_of(texts, span) for span in group])
        if has_words(words, MIN_WORDS):
            return True
    return False


def text_of(texts: Sequence[str], span: Span) -> str:
    """Return the words of a span, paragraphs parted by a blank line."""
    if span.last == span.block:
        return texts[span.block][span.start : span.end]
    between = texts[span.block + 1 : span.last]
    return "\n\n".join([texts[span.block][span.start :], *between, texts[span.last][: span.end]])


def judge(setting: Setting, candidates: Sequence[Candidate], model: Model) -> list[Candidate]:
    """Return the candidates with their probabilities of being a quotation.

    Those that are too short for one, as most words in marks are, are not judged and keep theirs.
    """
    described = describe_all(setting, candidates, _long_enough(setting, candidates))
    return [
        replace(candidate, score=probability(described[number], model))
        if number in described
        else candidate
        for number, candidate in enumerate(candidates)
    ]


def _long_enough(setting: Setting, candidates: Sequence[Candidate]) -> set[int]:
    """Return the numbers of candidates whose group has as many words as a quotation."""
    found: set[int] = set()
    number = 0
    for group in groups(candidates, setting.texts):
        if _has_words(group):
            found.update(range(number, number + len(group)))
        number += len(group)
    return found


def _records(
    setting: Setting,
    candidates: Sequence[Candidate],
    set_off: Sequence[SetOff | Embed],
    authors: Sequence[Author],
) -> list[Quote]:
    """Return the records of accepted candidates and set-off blocks, in order of place."""
    model = load_model()
    english = setting.grammar.language == "en" and setting.grammar.listed
    units: list[tuple[int, int, list[Candidate] | SetOff | Embed]] = [
        (g[0].span.block, g[0].span.left, g)
        for g in groups(candidates, setting.texts)
        if _passes(g, model, english=english)
    ]
    units += [(s.span.block, s.span.start, s) for s in set_off if isinstance(s, SetOff)]
    units += [(e.after, len(setting.texts[e.after]), e) for e in set_off if isinstance(e, Embed)]
    if not units:
        return []
    units.sort(key=lambda unit: unit[:2])
    names = [author.name for author in authors]
    naming = naming_of(setting.language)
    title = setting.page.title_element
    headline = title.text if title is not None else None
    cast = build_cast(setting.body.text, headline, names, naming)
    cast.leave_out(_quoted(setting, candidates))
    resolver = Resolver(cast, setting.body.text, tuple(names))
    for candidate in candidates:
        if candidate.attribution is not None and candidate.attribution.strength > _HEARD:
            resolver.hear(candidate.attribution, len(setting.body.text))
    writer = Writer(setting.body, setting.texts, setting.page.url, resolver, setting.grammar)
    for _, _, unit in units:
        if isinstance(unit, SetOff):
            writer.add_block(unit)
        elif isinstance(unit, Embed):
            writer.add_embed(unit)
        else:
            writer.add_direct(unit)
    return writer.finished()


def _quoted(setting: Setting, candidates: Sequence[Candidate]) -> list[tuple[int, int]]:
    """Return the stretches of the body between marks, in order: whom they name is no antecedent."""
    found: list[tuple[int, int]] = []
    for candidate in candidates:
        span, blocks = candidate.span, setting.body.blocks
        start, end = blocks[span.block].start, blocks[span.last].start
        if start is not None and end is not None:
            found.append((start + span.start, end + span.end))
    return found


def _passes(group: Sequence[Candidate], model: Model, *, english: bool) -> bool:
    """Return whether the stretches of a group are a quotation: by their surest, and by length."""
    surest = max(candidate.score for candidate in group)
    return _has_words(group) and model.accepts(surest, english=english)


def _has_words(group: Sequence[Candidate]) -> bool:
    """Return whether the stretches of a group have the words of a quotation."""
    return has_words(" ".join([candidate.text for candidate in group]), MIN_WORDS)
