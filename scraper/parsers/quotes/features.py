"""Describes a span by what tells quotations from other words in marks.

Each feature is a number between 0 and 1; together they are weighed in ``not_quotes``. They speak
of the words themselves, of what leads in and follows, of the marks, and of the page.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from scraper.parsers.quotes.cues import Frame
from scraper.parsers.quotes.grammar import Grammar
from scraper.parsers.quotes.spans import Attribution, Span
from scraper.parsers.quotes.texts import WORD, words_pattern
from scraper.parsers.rules.quote_cues import NOT_REPORTED, PAST_ENGLISH, PROVERB, STRONG_ENGLISH
from scraper.parsers.rules.quote_people import PRONOUNS

_DETERMINERS = frozenset(
    "a an the this that these those its his her their our my your no any each every such some new der die das den dem des "
    "ein eine einer einem le la les l un une du des el los las lo il gli i o os as um uma de het een".split()
)
_MODALS = frozenset(
    "can could may might would will should must shall to let let’s let's don't don’t cannot if when whenever".split()
)
_SECOND = frozenset("you your yours yourself yourselves".split())
_FIRST = frozenset(
    "i we my our me us mine ours i'm i’m i've i’ve we're we’re we've we’ve i'd i’d i'll i’ll myself".split()
)
_FINITE = words_pattern(
    "is are was were be been am has have had do does did will would can could should may might must isn’t aren’t wasn’t "
    "don’t doesn’t didn’t won’t can’t it’s that’s there’s we’re they’re you’re i’m ist sind war est sont était es son era è sono "
    "é são foi está jest są był zijn was"
)
_CITATION = re.compile(
    r"[\s.,;”\"]{0,3}(?:\((?:[^()]{0,120}?\b(?:1[6-9]|20)\d\d[a-z]?\b|pp?\. ?\d)[^()]{0,60}\)|\[\d[\d,–\- p.]*\])"
)
_CITED_LEAD = re.compile(r"\((?:1[6-9]|20)\d\d[a-z]?\b[^()]{0,30}\)")
_GENERIC = frozenset(
    "you people someone somebody anyone anybody everyone everybody nobody many most some others one every each any "
    "no if who parents students clients customers employers recruiters we".split()
)
_LABEL_VERBS = frozenset(
    "press click tap select choose type enter search searching hit check open labeled labelled marked reads says saying ask "
    "add adding write use using see visit spelled google googling".split()
)


@dataclass(frozen=True, slots=True)
class Around:
    """What a span's page and block say about it."""

    attribution: Attribution | None
    named: bool
    """Whether the mention is a name, or a pronoun of a person."""
    tags: frozenset[str]
    """Inline elements that hold all of the words."""
    kind: str
    """Kind of the block."""
    repeated: bool
    single: bool
    page_doubles: bool
    reported_share: float
    """Share of the page's spans that have a sure attribution."""
    span_count: int
    lead_before: str
    """Last sentence of the block before, where the span opens its own block."""
    edited_share: float
    """Share of the page's spans with editorial marks (brackets, ellipses): an excerpting author."""
    addressed: float
    """How much the page speaks to "you", 0 to 1: guides invent what one might say."""
    chained: bool
    """Whether the span continues a list of spans (“a”, “b” and “c”)."""


@cache
def _bucket(count: int) -> str:
    for limit, name in (
        (2, "1-2"),
        (3, "3"),
        (4, "4"),
        (6, "5-6"),
        (9, "7-9"),
        (14, "10-14"),
        (25, "15-25"),
    ):
        if count <= limit:
            return f"words {name}"
    return "words 26+"


def describe(
    text: str, span: Span, frame: Frame, around: Around, grammar: Grammar
) -> dict[str, float]:
    """Return the features of a span that are not zero, by name.

    Args:
        text: The words.
        span: Where they stand.
        frame: Their sentence.
        around: Page and block.
        grammar: Reporting words of the language.
    """
    lead = frame.text[frame.lead : frame.left].rstrip(" “\"‘'«„(")
    tail = frame.text[frame.right : frame.tail]
    found: dict[str, float] = {"bias": 1.0}
    _of_words(found, text)
    _of_lead(found, lead or around.lead_before, grammar, own=bool(lead))
    _of_tail(found, tail)
    _of_attribution(found, lead, tail, around)
    _of_place(found, text, span, frame, around)
    return with_pairs(found)


def _of_words(found: dict[str, float], text: str) -> None:
    """Add features of the words themselves."""
    words = WORD.findall(text)
    found[_bucket(len(words))] = 1.0
    first = text[:1]
    if first.isupper():
        found["starts upper"] = 1.0
    elif first in "[.…":
        found["starts edited"] = 1.0
    last = text[-1:]
    if last in ".!…。":
        found["ends stop"] = 1.0
    elif last in "?？":
        found["ends question"] = 1.0
    elif last == ",":
        found["ends comma"] = 1.0
    long_words = [w for w in words[1:] if len(w) > 3]
    capitals = sum(w[0].isupper() for w in long_words)
    if first.isupper() and long_words and capitals / len(long_words) > 0.6:
        found["title case"] = 1.0
    if text.isupper():
        found["all caps"] = 1.0
    low = {w.casefold() for w in words}
    if low & _FIRST:
        found["first person"] = 1.0
    if low & _SECOND:
        found["second person"] = 1.0
    if _FINITE.search(text.casefold()):
        found["finite verb"] = 1.0
    if "[" in text or "…" in text or "..." in text:
        found["edited"] = 1.0
    if re.search(r"[=<>{}|#_/\\]", text):
        found["code signs"] = 1.0
    if re.search(r"[.!?] +\S", text):
        found["sentences"] = 1.0


def _of_lead(found: dict[str, float], lead: str, grammar: Grammar, *, own: bool) -> None:
    """Add features of what leads in."""
    if not own:
        found["lead empty"] = 1.0
        if not lead:
            return
    if lead.endswith((":", "：")):
        found["lead colon"] = 1.0
    elif lead.endswith((",", "，", "、")):
        found["lead comma"] = 1.0
    words = [w.casefold() for w in WORD.findall(lead[-240:])]
    if not words:
        return
    if own:
        if words[-1] in ("that", "dass", "que", "che", "dat", "że", "что"):
            found["lead that"] = 1.0
        elif words[-1] in _DETERMINERS:
            found["lead determiner"] = 1.0
        elif words[-1] in (
            "as",
            "of",
            "in",
            "for",
            "to",
            "by",
            "with",
            "from",
            "on",
            "and",
            "or",
            "not",
            "is",
            "are",
            "was",
        ):
            found[f"lead {words[-1]}"] = 1.0
    near = lead.casefold()[-40:]
    if grammar.calling.search(near):
        found["calling near"] = 1.0
    elif grammar.calling.search(lead.casefold()[-90:]):
        found["calling far"] = 1.0
    if grammar.works.search(near):
        found["work near"] = 1.0
    if set(words[-12:]) & PROVERB:
        found["proverb"] = 1.0
    if set(words[-4:]) & _LABEL_VERBS:
        found["label verb"] = 1.0
    if set(words[-8:]) & _SECOND:
        found["lead you"] = 1.0
    if set(words[-3:]) & frozenset(
        "question questions like example say think ask wonder imagine thought asked".split()
    ):
        found["lead sample"] = 1.0
    if set(words[-9:]) & _MODALS:
        found["lead modal"] = 1.0
    if set(words[-10:]) & NOT_REPORTED:
        found["lead unreported"] = 1.0


def _of_tail(found: dict[str, float], tail: str) -> None:
    """Add features of what follows."""
    words = [w.casefold() for w in WORD.findall(tail[:80])][:6]
    if set(words[:4]) & _GENERIC:
        found["tail generic"] = 1.0
    stripped = tail.lstrip()
    if stripped[:1].islower():
        found["tail runs on"] = 1.0
    if tail[:1] in ".,;:":
        found["tail stop"] = 1.0
    if not stripped:
        found["tail empty"] = 1.0
    if _CITATION.match(tail):
        found["cited"] = 1.0


def is_cited(text: str, place: int) -> bool:
    """Return whether a citation stands right behind a place."""
    return _CITATION.match(text, place) is not None


def _of_attribution(found: dict[str, float], lead: str, tail: str, around: Around) -> None:
    """Add features of the attribution."""
    said = around.attribution
    if said is None:
        found["no attribution"] = 1.0
        return
    level = "sure" if said.strength > 0.7 else "likely" if said.strength > 0.55 else "weak"
    found[f"{said.place} {level}"] = 1.0
    if said.cue is None:
        found["colon only"] = 1.0
    elif said.cue in STRONG_ENGLISH:
        found["cue strong"] = 1.0
        if said.cue in PAST_ENGLISH:
            found["cue past"] = 1.0
    mention = (said.mention or "").split()
    first = mention[0].casefold().strip(",") if mention else ""
    if first in _GENERIC:
        found["mention generic"] = 1.0
    elif around.named:
        found["mention named"] = 1.0
    elif first in PRONOUNS:
        found["mention pronoun"] = 1.0
    if not mention:
        found["mention none"] = 1.0
    if said.place == "before" and said.cue:
        before = [w.casefold() for w in WORD.findall(lead.rpartition(said.cue)[0][-40:])][-4:]
        if set(before) & _MODALS:
            found["cue modal"] = 1.0
    if said.place == "after" and said.cue and said.cue in tail:
        before = [w.casefold() for w in WORD.findall(tail.partition(said.cue)[0])][-3:]
        if set(before) & _MODALS:
            found["cue modal"] = 1.0


def _of_place(found: dict[str, float], text: str, span: Span, frame: Frame, around: Around) -> None:
    """Add features of the marks, the block and the page."""
    if around.single:
        found["single marks"] = 1.0
        if around.page_doubles:
            found["single among doubles"] = 1.0
    if span.open_mark is None and span.shape == "marks":
        found["not opened"] = 1.0
    if span.close_mark is None and span.shape == "marks":
        found["not closed"] = 1.0
    if span.last > span.block:
        found["paragraphs"] = 1.0
    if span.left <= 1 and frame.right >= len(frame.text) - 1:
        found["whole block"] = 1.0
    elif span.left <= 1:
        found["opens block"] = 1.0
    for tag in around.tags:
        found[f"in {tag}"] = 1.0
    if around.kind in ("heading", "list_item", "caption", "table_row", "blockquote"):
        found[f"in {around.kind}"] = 1.0
    if around.repeated:
        found["repeated"] = 1.0
    if around.chained:
        found["chained"] = 1.0
    if _CITED_LEAD.search(frame.text, max(frame.left - 60, 0), frame.left):
        found["lead cited"] = 1.0
    found["page reported"] = around.reported_share
    if around.reported_share == 0.0:
        found["page unreported"] = 1.0
    found["page edited"] = around.edited_share
    found["page addressed"] = around.addressed
    found["page spans"] = min(around.span_count, 40) / 40
    if len(text) > 400:
        found["long"] = 1.0


def weigh(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the sum of weighted features (a log-odds)."""
    return sum(value * weights.get(name, 0.0) for name, value in features.items())


PAIRS = (
    ("title case", "in a"),
    ("no attribution", "page addressed"),
    ("no attribution", "whole block"),
    ("no attribution", "ends question"),
    ("no attribution", "page edited"),
    ("no attribution", "finite verb"),
    ("no attribution", "page reported"),
    ("after sure", "mention generic"),
    ("before sure", "cue modal"),
    ("before likely", "cue modal"),
    ("no attribution", "in list_item"),
    ("lead determiner", "before sure"),
    ("lead determiner", "no attribution"),
    ("lead determiner", "before weak"),
    ("starts upper", "lead empty"),
)
"""Features that mean more together."""


def with_pairs(features: dict[str, float]) -> dict[str, float]:
    """Return the features and the products of those that mean more together."""
    for one, other in PAIRS:
        if one in features and other in features:
            features[f"{one} & {other}"] = features[one] * features[other]
    ended = "ends stop" in features or "ends question" in features or "finite verb" in features
    if "title case" in features and not ended:
        features["bare title"] = 1.0
    if "starts upper" not in features and "lead empty" not in features:
        features["fragment"] = 1.0
    if "no attribution" in features and "fragment" in features:
        features["fragment & no attribution"] = 1.0
    return features
