"""The steps of ``find_quotes`` in order, from the body's blocks to ``Quote`` records."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import attrgetter

from schemas import Author, Quote
from scraper.page import Page
from scraper.parsers.body_text import Body
from scraper.parsers.quotes.collect import collect_dashes, collect_spans
from scraper.parsers.quotes.cues import find_attribution
from scraper.parsers.quotes.embeds import Embed, find_embeds
from scraper.parsers.quotes.features import Around, describe, is_cited
from scraper.parsers.quotes.frames import Frame, frame_of, opening_frame
from scraper.parsers.quotes.grammar import Grammar, grammar_of
from scraper.parsers.quotes.incises import split_incise
from scraper.parsers.quotes.join import groups
from scraper.parsers.quotes.leads import without_lead_in
from scraper.parsers.quotes.marks import Usage, read_usage
from scraper.parsers.quotes.names import build_cast
from scraper.parsers.quotes.naming import naming_of
from scraper.parsers.quotes.not_quotes import Model, load_model, probability
from scraper.parsers.quotes.runs import given_gender
from scraper.parsers.quotes.set_off import SetOff, read_set_off
from scraper.parsers.quotes.spans import Attribution, Candidate, Span
from scraper.parsers.quotes.speakers import Resolver
from scraper.parsers.quotes.texts import WORD, count_words, has_words, sentence_start
from scraper.parsers.quotes.writing import Writer
from scraper.parsers.rules.quote_people import NOT_NAMES, PRONOUNS
from scraper.parsers.rules.quote_words import CONJUNCTIONS
from scraper.text import Mark

MIN_WORDS = 3
"""Shorter stretches are no quotations by definition."""
SPANS_LIMIT = 10_000
"""Marked stretches that are read on one page: a novel printed on one has half as many."""
_HEARD = 0.5
"""Least strength of an attribution whose subject counts as a person who speaks on the page."""
_NOT_YOU = (b"young", b"youth", b"bayou")
"""Words that hold *you* and speak to nobody."""
_SHARED = ("lead ", "calling", "work")
_TAGS = frozenset({"a", "b", "strong", "em", "i", "cite", "dfn", "u", "mark", "q", "abbr", "var"})
_Spans = tuple[Span, Span | None, Span | None]
"""A span and its neighbours."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What all steps read."""

    page: Page
    body: Body
    texts: tuple[str, ...]
    grammar: Grammar
    usage: Usage
    language: str | None = None
    frames: dict[tuple[int, int], tuple[_Spans, Frame]] = field(default_factory=dict)
    """The sentence around a span, by where that stands: it is asked for twice, and seldom between
    other neighbours."""

    def frame(self, span: Span, before: Span | None, behind: Span | None) -> Frame:
        """Return the sentence around a span, between its neighbours."""
        spans = (span, before, behind)
        place = (span.block, span.left)
        found = self.frames.get(place)
        if found is None or found[0] != spans:
            found = self.frames[place] = spans, frame_of(self.texts, span, before, behind)
        return found[1]


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


def _headline(page: Page) -> str | None:
    """Return the page's title for the names in it."""
    title = page.root.find("head/title")
    return title.text if title is not None else None


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


def describe_all(
    setting: Setting, candidates: Sequence[Candidate], asked: Iterable[int]
) -> dict[int, dict[str, float]]:
    """Return the features of candidates by their number.

    Args:
        setting: The page.
        candidates: All of the page: what they are together is told of each.
        asked: Numbers of those that are described; so are the heads of the lists they stand in.
    """
    described, chained = _with_heads(setting.texts, candidates, asked)
    if not described:
        return {}
    times = Counter(c.text.casefold() for c in candidates)
    tags = _Tags(setting.body)
    count = len(candidates)
    share = sum(_is_reported(setting, c) for c in candidates) / count
    edited = sum("[" in c.text for c in candidates) / count
    addressed = _addressed(setting.body.text) if setting.grammar.language == "en" else 0.0
    headings = _headings(setting.body)
    found: dict[int, dict[str, float]] = {}
    for number in described:
        candidate = candidates[number]
        span = candidate.span
        before = candidates[number - 1].span if number else None
        behind = candidates[number + 1].span if number + 1 < len(candidates) else None
        frame = setting.frame(span, before, behind)
        around = Around(
            candidate.attribution,
            _is_named(candidate.attribution),
            tags.of(span),
            setting.body.blocks[span.block].kind,
            times[candidate.text.casefold()] > 1,
            (span.open_mark or span.close_mark or "") in "'‘’‚‹›`" and span.shape == "marks",
            setting.usage.double_pairs > setting.usage.single_pairs,
            share,
            len(candidates),
            _lead_before(setting, span),
            edited,
            addressed,
            number in chained,
            headings[span.block],
            _is_under_heading(setting.body, span.block),
            _is_in_row(setting, candidates, number),
        )
        features = describe(candidate.text, span, frame, around, setting.grammar)
        if number in chained:
            # Members of a list share what leads into its first one.
            shared = found[number - 1].items()
            features |= {name: value for name, value in shared if name.startswith(_SHARED)}
        found[number] = features
    return found


def _with_heads(
    texts: Sequence[str], candidates: Sequence[Candidate], asked: Iterable[int]
) -> tuple[list[int], set[int]]:
    """Return some numbers, rising, with those of the lists they go on; and which do."""
    wanted, chained = set(asked), set[int]()
    for number in range(len(candidates) - 1, 0, -1):
        before, span = candidates[number - 1].span, candidates[number].span
        if number in wanted and _is_chained(texts, before, span):
            wanted.add(number - 1)
            chained.add(number)
    return sorted(wanted), chained


def _headings(body: Body) -> list[str]:
    """Return for each block the heading above it."""
    found: list[str] = []
    heading = ""
    for block in body.blocks:
        heading = block.text if block.kind == "heading" else heading
        found.append(heading)
    return found


def _is_under_heading(body: Body, block: int) -> bool:
    """Return whether a heading stands right above a block that does not announce who speaks."""
    above = body.blocks[block - 1] if block > 0 else None
    if above is None or above.kind != "heading":
        return False
    named = given_gender(above.text.split(" ", 1)[0]) is not None
    return not named and not above.text.rstrip().endswith((":", "："))


def _is_in_row(setting: Setting, candidates: Sequence[Candidate], number: int) -> bool:
    """Return whether a neighbour is a whole block in marks that names no source either."""
    block = candidates[number].span.block
    for other in (number - 1, number + 1):
        if not 0 <= other < len(candidates) or candidates[other].attribution is not None:
            continue
        span = candidates[other].span
        alone = span.left <= 1 and span.right >= len(setting.texts[span.last]) - 1
        if alone and abs(span.block - block) == 1:
            return True
    return False


def _addressed(text: str) -> float:
    """Return how much a text speaks to its reader, 1 for a "you" in every twenty words."""
    words = text.count(" ") + 1
    # As bytes: only letters of ASCII become these, and to lower those alone is four times as fast.
    small = text.encode("utf-8", "surrogatepass").lower()
    named = small.count(b"you")
    if not named:
        return 0.0
    return min(1.0, 20 * (named - sum(map(small.count, _NOT_YOU))) / words)


def _is_reported(setting: Setting, candidate: Candidate) -> bool:
    """Return whether a candidate surely has a source: an attribution or a citation."""
    said, span = candidate.attribution, candidate.span
    if said is not None and said.strength > 0.7:
        return True
    return is_cited(setting.texts[span.last], span.right)


def _is_chained(texts: Sequence[str], before: Span, span: Span) -> bool:
    """Return whether little more than "and" stands between two spans."""
    if before.last != span.block:
        return False
    gap = texts[span.block][before.right : span.left].strip(' ,;.“”"').casefold()
    return gap in CONJUNCTIONS


def _is_named(said: Attribution | None) -> bool:
    """Return whether a mention holds a name or a person's pronoun."""
    if said is None or said.mention is None:
        return False
    if PRONOUNS.get(said.mention.casefold()) in ("m", "f"):
        return True
    words = WORD.findall(said.mention)
    return any(word[:1].isupper() and word.casefold() not in NOT_NAMES for word in words)


class _Tags:
    """The inline elements that hold all words of a span; marks are worked out once a block."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._marks: dict[int, list[Mark]] = {}

    def of(self, span: Span) -> frozenset[str]:
        """Return the tags of these elements."""
        source = self._body.sources[span.block]
        if not source.raw_marks or span.last != span.block:
            return frozenset()
        marks = self._marks.get(span.block)
        if marks is None:
            wanted = any(mark.element.tag in _TAGS for mark in source.raw_marks)
            marks = self._marks[span.block] = source.marks() if wanted else []
        return frozenset(
            str(m.element.tag) for m in marks if m.start <= span.start and m.end >= span.end
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
    cast = build_cast(setting.body.text, _headline(setting.page), names, naming)
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
    if len(group) == 1:
        return has_words(group[0].text, MIN_WORDS)
    return sum(count_words(candidate.text) for candidate in group) >= MIN_WORDS
