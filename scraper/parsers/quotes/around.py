"""Tells of each candidate what its block, its neighbours and the page say about it.

What becomes of that as numbers is decided in ``features``.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from scraper.parsers.body_text import Body
from scraper.parsers.quotes.features import Around, describe, is_cited
from scraper.parsers.quotes.runs import given_gender
from scraper.parsers.quotes.setting import Setting
from scraper.parsers.quotes.spans import Attribution, Candidate, Span
from scraper.parsers.quotes.texts import WORD, sentence_start
from scraper.parsers.rules.quote_people import NOT_NAMES, PRONOUNS
from scraper.parsers.rules.quote_words import CONJUNCTIONS
from scraper.text import Mark

_NOT_YOU = (b"young", b"youth", b"bayou")
"""Words that hold *you* and speak to nobody."""
_SHARED = ("lead ", "calling", "work")
"""How features of what leads in begin: members of a list share them."""
_SINGLE_MARKS = "'‘’‚‹›`"
_TAGS = frozenset("a b strong em i cite dfn u mark q abbr var".split())


def describe_all(
    setting: Setting, candidates: Sequence[Candidate], asked: Iterable[int]
) -> dict[int, dict[str, float]]:
    """Return the features of candidates by their number.

    Args:
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
            attribution=candidate.attribution,
            named=_is_named(candidate.attribution),
            tags=tags.of(span),
            kind=setting.body.blocks[span.block].kind,
            repeated=times[candidate.text.casefold()] > 1,
            single=span.shape == "marks"
            and (span.open_mark or span.close_mark or "") in _SINGLE_MARKS,
            page_doubles=setting.usage.double_pairs > setting.usage.single_pairs,
            reported_share=share,
            span_count=len(candidates),
            lead_before=_lead_before(setting, span),
            edited_share=edited,
            addressed=addressed,
            chained=number in chained,
            heading=headings[span.block],
            under_heading=_is_under_heading(setting.body, span.block),
            in_row=_is_in_row(setting, candidates, number),
        )
        features = describe(candidate.text, span, frame, around, setting.grammar)
        if number in chained:
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
