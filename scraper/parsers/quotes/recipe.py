"""The steps of ``find_quotes`` in order, from the body's blocks to ``Quote`` records."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from schemas import Author, Quote
from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.quotes.collect import collect_dashes, collect_spans
from scraper.parsers.quotes.cues import Frame, find_attribution
from scraper.parsers.quotes.features import Around, describe, is_cited
from scraper.parsers.quotes.grammar import Grammar, grammar_of
from scraper.parsers.quotes.join import groups
from scraper.parsers.quotes.marks import Usage, read_usage
from scraper.parsers.quotes.names import Cast, build_cast
from scraper.parsers.quotes.not_quotes import Model, load_model, probability
from scraper.parsers.quotes.set_off import SetOff, find_set_off
from scraper.parsers.quotes.spans import Attribution, Candidate, Span
from scraper.parsers.quotes.speakers import Resolver
from scraper.parsers.quotes.texts import WORD, count_words, sentence_end, sentence_start
from scraper.parsers.quotes.writing import Writer
from scraper.parsers.rules.quote_people import PRONOUNS

MIN_WORDS = 3
"""Shorter stretches are no quotations by definition."""
_SPANS_LIMIT = 5000
"""More marked stretches than this are not an article; the rest is not read."""
_YOU = re.compile(r"\b[Yy]ou(?:r|rs|rself)?\b")
_TAGS = frozenset({"a", "b", "strong", "em", "i", "cite", "dfn", "u", "mark", "q", "abbr", "var"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What all steps read."""

    page: Page
    body: Body
    texts: tuple[str, ...]
    grammar: Grammar
    usage: Usage


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
    setting = Setting(
        page,
        body,
        tuple(b.text for b in body.blocks),
        grammar_of(language),
        read_usage((b.text for b in body.blocks), language),
    )
    set_off = find_set_off(page, body, setting.grammar)
    candidates = find_candidates(setting, set_off, language)
    if not candidates and not set_off:
        return []
    cast = build_cast(body.text, _headline(page), [author.name for author in authors])
    accepted = judge(setting, candidates, cast, load_model())
    return _records(setting, accepted, set_off, cast, authors)


def _headline(page: Page) -> str | None:
    """Return the page's title for the names in it."""
    title = page.root.find(".//title")
    return title.text if title is not None else None


def find_candidates(
    setting: Setting, set_off: Sequence[SetOff], language: str | None
) -> list[Candidate]:
    """Return every marked stretch outside set-off blocks, with its attribution."""
    taken = {i for found in set_off for i in range(*found.blocks)}
    spans = [s for s in collect_spans(setting.body, setting.usage) if s.block not in taken]
    spans = spans[:_SPANS_LIMIT]
    dashes = collect_dashes(setting.body, language, setting.grammar.cue)
    dashed = {speech[0].block for speech in dashes}
    spans = [s for s in spans if s.block not in dashed] + [s for speech in dashes for s in speech]
    spans.sort(key=lambda s: (s.block, s.left))
    found: list[Candidate] = []
    for number, span in enumerate(spans):
        before = spans[number - 1] if number else None
        behind = spans[number + 1] if number + 1 < len(spans) else None
        frame = frame_of(setting.texts, span, before, behind)
        text = text_of(setting.texts, span)
        found.append(Candidate(span, text, find_attribution(frame, setting.grammar), 0.0))
    return found


def text_of(texts: Sequence[str], span: Span) -> str:
    """Return the words of a span, paragraphs parted by a blank line."""
    if span.last == span.block:
        return texts[span.block][span.start : span.end]
    between = texts[span.block + 1 : span.last]
    return "\n\n".join([texts[span.block][span.start :], *between, texts[span.last][: span.end]])


def frame_of(texts: Sequence[str], span: Span, before: Span | None, behind: Span | None) -> Frame:
    """Return the sentence around a span, between its neighbours.

    A span over several paragraphs is framed by its last paragraph, where the attribution is.
    """
    text = texts[span.last]
    left = span.left if span.last == span.block else 0
    floor = before.right if before is not None and before.last == span.block == span.last else 0
    ceiling = behind.left if behind is not None and behind.block == span.last else len(text)
    words = text[span.start : span.end] if span.last == span.block else text[: span.end]
    return Frame(
        text,
        span.last,
        sentence_start(text, floor, left),
        left,
        span.right,
        sentence_end(text, span.right, ceiling),
        words[-1:] in ".!…。",
    )


def judge(
    setting: Setting, candidates: Sequence[Candidate], cast: Cast, model: Model
) -> list[Candidate]:
    """Return the candidates with their probabilities of being a quotation."""
    described = describe_all(setting, candidates, cast)
    return [
        replace(candidate, score=probability(features, model))
        for candidate, features in zip(candidates, described, strict=True)
    ]


def describe_all(
    setting: Setting, candidates: Sequence[Candidate], cast: Cast
) -> list[dict[str, float]]:
    """Return the features of each candidate."""
    times = Counter(c.text.casefold() for c in candidates)
    sure = sum(1 for c in candidates if _is_reported(setting, c))
    share = sure / len(candidates) if candidates else 0.0
    edited = sum("[" in c.text for c in candidates) / max(len(candidates), 1)
    addressed = _addressed(setting.body.text)
    found: list[dict[str, float]] = []
    for number, candidate in enumerate(candidates):
        span = candidate.span
        before = candidates[number - 1].span if number else None
        behind = candidates[number + 1].span if number + 1 < len(candidates) else None
        frame = frame_of(setting.texts, span, before, behind)
        chained = _is_chained(setting.texts, before, span)
        if chained and before is not None:
            first = found[-1]
        around = Around(
            candidate.attribution,
            _is_named(candidate.attribution, cast),
            _tags_of(setting.body, span),
            setting.body.blocks[span.block].kind,
            times[candidate.text.casefold()] > 1,
            (span.open_mark or span.close_mark or "") in "'‘’‚‹›`" and span.shape == "marks",
            setting.usage.double_pairs > setting.usage.single_pairs,
            share,
            len(candidates),
            _lead_before(setting, span),
            edited,
            addressed,
            chained,
        )
        features = describe(candidate.text, span, frame, around, setting.grammar)
        if chained:
            features |= {
                f"{k}": v for k, v in first.items() if k.startswith(("lead ", "calling", "work"))
            }
        found.append(features)
    return found


def _addressed(text: str) -> float:
    """Return how much a text speaks to its reader, 1 for a "you" in every twenty words."""
    words = text.count(" ") + 1
    return min(1.0, 20 * len(_YOU.findall(text)) / words)


def _is_reported(setting: Setting, candidate: Candidate) -> bool:
    """Return whether a candidate surely has a source: an attribution or a citation."""
    said, span = candidate.attribution, candidate.span
    if said is not None and said.strength > 0.7:
        return True
    return is_cited(setting.texts[span.last], span.right)


def _is_chained(texts: Sequence[str], before: Span | None, span: Span) -> bool:
    """Return whether little more than "and" stands between two spans."""
    if before is None or before.last != span.block:
        return False
    gap = texts[span.block][before.right : span.left].strip(' ,;.“”"').casefold()
    return gap in (
        "",
        "and",
        "or",
        "or a",
        "and a",
        "and the",
        "und",
        "et",
        "y",
        "e",
        "en",
        "i",
        "и",
        "not",
        "but",
    )


def _is_named(said: Attribution | None, cast: Cast) -> bool:
    """Return whether a mention holds a name of the cast or a person's pronoun."""
    if said is None or said.mention is None:
        return False
    if PRONOUNS.get(said.mention.casefold()) in ("m", "f"):
        return True
    words = WORD.findall(said.mention)
    return any(word[:1].isupper() and word.casefold() in cast.by_word for word in words)


def _tags_of(body: Body, span: Span) -> frozenset[str]:
    """Return the inline elements that hold all words of a span."""
    source = body.sources[span.block]
    if not source.raw_marks or span.last != span.block:
        return frozenset()
    if not any(mark.element.tag in _TAGS for mark in source.raw_marks):
        return frozenset()
    return frozenset(
        str(m.element.tag) for m in source.marks() if m.start <= span.start and m.end >= span.end
    )


def _lead_before(setting: Setting, span: Span) -> str:
    """Return the last sentence of the block before, for a span that opens its block."""
    if span.left > 1 or span.block == 0:
        return ""
    text = setting.texts[span.block - 1]
    return text[sentence_start(text, 0, max(len(text) - 1, 0)) :]


def _records(
    setting: Setting,
    candidates: Sequence[Candidate],
    set_off: Sequence[SetOff],
    cast: Cast,
    authors: Sequence[Author],
) -> list[Quote]:
    """Return the records of accepted candidates and set-off blocks, in order of place."""
    resolver = Resolver(cast, setting.body.text, tuple(a.name for a in authors))
    writer = Writer(setting.body, setting.texts, setting.page.url, resolver, setting.grammar)
    threshold = load_model().threshold
    joined = groups(candidates, setting.texts)
    units: list[tuple[int, int, list[Candidate] | SetOff]] = [
        (g[0].span.block, g[0].span.left, g) for g in joined if _passes(g, threshold)
    ]
    units += [(s.span.block, s.span.start, s) for s in set_off]
    units.sort(key=lambda unit: unit[:2])
    for _, _, unit in units:
        if isinstance(unit, SetOff):
            writer.add_block(unit)
        else:
            writer.add_direct(unit)
    return writer.quotes


def _passes(group: Sequence[Candidate], threshold: float) -> bool:
    """Return whether the stretches of a group are a quotation: by their surest, and by length."""
    words = sum(count_words(candidate.text) for candidate in group)
    return words >= MIN_WORDS and max(candidate.score for candidate in group) >= threshold
