"""Describes a span by what tells quotations from other words in marks.

Each feature is a number between 0 and 1; together they are weighed in ``not_quotes``. They speak
of the words themselves, of what leads in and follows, of the marks, and of the page.
"""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from scraper.parsers.quotes.frames import Frame
from scraper.parsers.quotes.grammar import Grammar
from scraper.parsers.quotes.spans import Attribution, Span
from scraper.parsers.quotes.texts import WORD, words_pattern
from scraper.parsers.rules import quote_words as table
from scraper.parsers.rules.quote_cues import NOT_REPORTED, PAST_ENGLISH, PROVERB, STRONG_ENGLISH
from scraper.parsers.rules.quote_people import PRONOUNS
from scraper.patterns import WORD_BEGINS, by_first_letter, late
from scraper.remembering import remembered

_PROVERB = late(rf"(?:{by_first_letter(PROVERB, WORD_BEGINS)})\b")
_FINITE = words_pattern(table.FINITE)
_CITATION = late(
    r"[\s.,;”\"]{0,3}(?:\((?:[^()]{0,120}?\b(?:1[6-9]|20)\d\d[a-z]?\b|pp?\. ?\d)[^()]{0,60}\)"
    r"|\[\d[\d,–\- p.]{0,30}\])|(?:[.,;]?(?<=[”\"».,])|[¹²³⁴-⁹])[\d⁰¹²³⁴-⁹]{1,3}(?=[\s.,;:)]|$)"
)
"""A citation right behind words: names and a year, a number in brackets, or a raised one."""
_CITED_LEAD = late(r"\((?:1[6-9]|20)\d\d[a-z]?\b[^()]{0,30}\)")
_CODE_SIGNS = late(r"[=<>{}|#_/\\]")
_SENTENCES = late(r"[.!?] +\S")
_TO_ONESELF = late(
    r"\b(?:(?:ask|say|tell|remind|think|exclaim)(?:s|ing)?|asked|said|told|thought) (?:to )?"
    r"(?:yourself|oneself|ourselves|themselves|myself|himself|herself)\b"
    r"|\b(?:makes?|have|has|having|leaves?) (?:you|one|us|people) "
    r"(?:say|exclaim|think|ask|wonder)\b"
)
_ONESELF_SIGNS = ("sel", "say", "exclaim", "think", "ask", "wonder")
_THOUGHT = late(
    r"\b(?:remember(?:s|ed|ing)? (?:thinking|wondering)|th(?:ink|inks|inking|ought) to \w+sel\w+"
    r"|i (?:was |kept |started |often |immediately )?(?:thought|thinking|think|wondered|wondering)"
    r"|as (?:if|though) (?:it |he |she |they )?(?:to )?(?:say|saying|said)"
    r"|seem(?:s|ed|ing)? to (?:say|think|ask|be saying|be asking))\W*$"
)
"""Words that nobody heard: thoughts, and what a look or a picture seems to say."""
_INFINITIVE = late(
    r"(?<!\bon )(?<!nued )\bto (?:say|ask|tell \w+|write|answer|reply|respond|hear|type|search)\b"
    r"[^.!?]{0,24}$"
)
"""*to say* speaks of no occasion (``it is common to say``), but *went on to say* does."""
_UNSAID = late(
    r"\b(?:can|could|might|may|will|would|should)(?:[’']?ve| have)? (?:\w+ ){0,2}"
    r"(?:say|said|answer|reply|respond|ask|argue|think|object|write|tell \w+|be told)\b"
    r"[^.!?]{0,24}$"
)
"""What somebody might say, has not been said."""
_COMMON_WORDS = "common|frequent|typical|good|popular|classic|usual|standard|simple|great|better"
_COMMON = late(
    rf"(?:{by_first_letter(_COMMON_WORDS, WORD_BEGINS)})\b"
    r"[^.,;:!?]{0,24}\b(?:question|objection|answer|phrase|example|complaint|response|reply|"
    r"excuse|opener|line|sentence|way to)"
)
"""*a common question*: nobody's on one occasion."""
_HABITUAL = late(
    r"\b(?:generally|usually|often|typically|always|commonly|frequently|sometimes|constantly|"
    r"tend to|love to)\s+"
    r"(?:say|ask|respond|reply|answer|think|hear|get|tell|claim|wonder|object|complain)\w*\b[^.!?]{0,24}$"
)
"""What people say again and again, nobody has said on one occasion."""
_READ_ON = late(table.READ_ON, re.IGNORECASE)
_READ_ON_HERE = late(table.READ_ON_HERE, re.IGNORECASE)
_NEAR_WORDS = 12
"""Words before a mark in which the signs of invented speech stand."""
_LENGTHS = ((2, "1-2"), (3, "3"), (4, "4"), (6, "5-6"), (9, "7-9"), (14, "10-14"), (25, "15-25"))
_KINDS = frozenset(("heading", "list_item", "caption", "table_row", "blockquote"))
_ENGLISH = frozenset(
    (
        *("first person", "second person", "lead you", "lead sample", "lead modal", "label verb"),
        *("lead unreported", "tail generic", "mention generic", "cue modal"),
        *("lead thought", "lead infinitive", "lead imperative", "heading sample"),
        *("lead unsaid", "lead common", "mention universal", "lead habitual", "tail work"),
        *(f"lead {word}" for word in table.LINKS),
    )
)
"""Features read from English words: *to*, *most* and *my* mean other things in Polish."""
_NEEDS_TABLES = late("no attribution|page unreported|lead comma|tail runs on")
"""Features that say nothing in a language whose reporting words and syntax no table knows."""
_SPEAKERS = table.FIRST_PERSON | table.SECOND_PERSON
_LONG = 400
_TITLE_SHARE = 0.6
"""Share of longer words with a capital from which words look like a title."""


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
    heading: str
    """The heading above."""
    under_heading: bool
    """Whether the block before is a heading."""
    in_row: bool
    """Whether the block before or behind is one stretch in marks without a source as well."""


def describe(
    text: str, span: Span, frame: Frame, around: Around, grammar: Grammar
) -> dict[str, float]:
    """Return the features of a span that are not zero, by name."""
    lead = frame.text[frame.lead : frame.left].rstrip(" “\"‘'«„(")
    tail = frame.text[frame.right : frame.tail]
    words = WORD.findall(text)
    low = set(map(str.casefold, words))
    held = ["bias", *_of_words(text, words, low), *_of_lead(lead or around.lead_before, grammar)]
    if not lead:
        held.append("lead empty")
    held += _of_tail(tail, grammar)
    held += ["cited"] * is_cited(frame.text, frame.right)
    held += _of_attribution(lead, tail, around)
    held += _of_place(span, frame, around)
    english = grammar.language == "en"
    if around.attribution is not None and around.attribution.place == "after":
        # A pointer that the page runs into the sentence (``À lire aussi … « … », dit Finch``).
        held = [name for name in held if name != "lead read on"]
    found = {name: 1.0 for name in held if english or name not in _ENGLISH}
    found["page reported"] = around.reported_share
    if english and around.attribution is None and _speaks(text, low):
        found["unsaid person"] = (1 - around.reported_share) * min(1.0, 2 * around.addressed + 0.5)
    found["page edited"] = around.edited_share
    found["page addressed"] = around.addressed if english else 0.0
    found["page spans"] = min(around.span_count, 40) / 40
    found = with_pairs(found)
    if grammar.listed:
        return found
    return {name: value for name, value in found.items() if not _NEEDS_TABLES.search(name)}


def _held(named: Iterable[tuple[str, bool]]) -> list[str]:
    """Return the names of the features that hold."""
    return [name for name, holds in named if holds]


def _of_words(text: str, words: Sequence[str], low: AbstractSet[str]) -> list[str]:
    """Return features of the words themselves; ``low`` are those in small letters."""
    long_words = [word for word in words[1:] if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long_words)
    first, last = text[:1], text[-1:]
    length = next((name for limit, name in _LENGTHS if len(words) <= limit), "26+")
    return _held(
        (
            (f"words {length}", True),
            ("starts upper", first.isupper()),
            ("starts edited", first in "[.…"),
            ("ends stop", last in ".!…。"),
            ("ends question", last in "?？"),
            ("ends comma", last == ","),
            (
                "title case",
                first.isupper() and capitals > _TITLE_SHARE * len(long_words) > 0,
            ),
            ("all caps", text.isupper()),
            ("first person", not low.isdisjoint(table.FIRST_PERSON)),
            ("second person", not low.isdisjoint(table.SECOND_PERSON)),
            ("finite verb", _FINITE.search(text.casefold()) is not None),
            ("edited", "[" in text or "…" in text or "..." in text),
            ("code signs", _CODE_SIGNS.search(text) is not None),
            ("sentences", _SENTENCES.search(text) is not None),
            ("long", len(text) > _LONG),
        )
    )


def _of_lead(lead: str, grammar: Grammar) -> list[str]:
    """Return features of what leads in; nothing has none."""
    if not lead:
        return []
    words = list(map(str.casefold, WORD.findall(lead[-240:])))
    last = words[-1] if words else ""
    low = lead.casefold()
    calling = grammar.calling.search(low[-40:]) is not None
    near = words[-_NEAR_WORDS:]
    # Most leads hold no such verb: the patterns are dear.
    said = any(word.startswith(table.SPOKEN_STEMS) for word in near)
    return [f"lead {last}"] * (last in table.LINKS) + _held(
        (
            ("lead colon", lead.endswith((":", "："))),
            ("lead comma", lead.endswith((",", "，", "、"))),
            ("lead that", last in table.THAT),
            ("lead determiner", last in table.DETERMINERS and last not in table.THAT),
            ("lead oneself", _says_to_oneself(low[-60:])),
            ("lead titled", last in table.TITLED),
            ("lead read on", _points_on(low)),
            ("lead thought", said and _THOUGHT.search(low[-60:]) is not None),
            ("lead infinitive", "to" in near and _INFINITIVE.search(low[-60:]) is not None),
            ("lead habitual", said and _HABITUAL.search(low[-90:]) is not None),
            ("lead unsaid", said and _UNSAID.search(low[-80:]) is not None),
            ("lead common", bool(words) and _COMMON.search(low[-140:]) is not None),
            ("lead imperative", bool(words) and words[0] in table.IMPERATIVES),
            ("calling near", calling),
            ("calling far", not calling and grammar.calling.search(low[-90:]) is not None),
            ("work near", grammar.works.search(low[-40:]) is not None),
            ("proverb", _PROVERB.search(low[-80:]) is not None),
            ("label verb", not table.LABEL_VERBS.isdisjoint(words[-4:])),
            ("lead you", not table.SECOND_PERSON.isdisjoint(words[-8:])),
            ("lead sample", not table.SAMPLES.isdisjoint(words[-3:])),
            ("lead modal", not table.MODALS.isdisjoint(words[-9:])),
            ("lead unreported", not NOT_REPORTED.isdisjoint(words[-10:])),
        )
    )


def _says_to_oneself(low: str) -> bool:
    """Return whether words speak of what one asks oneself, or is made to say."""
    # One of these is in every form of it, and a look for them is cheap.
    return any(sign in low for sign in _ONESELF_SIGNS) and _TO_ONESELF.search(low) is not None


def _points_on(low: str) -> bool:
    """Return whether a lead points to another piece, at its start or right before the words."""
    if not low:
        return False
    return _READ_ON.match(low) is not None or _READ_ON_HERE.search(low[-60:]) is not None


def _of_tail(tail: str, grammar: Grammar) -> list[str]:
    """Return features of what follows."""
    words = [word.casefold() for word in WORD.findall(tail[:80])]
    stripped = tail.lstrip()
    return _held(
        (
            ("tail work", bool(words) and _is_work(words[0], grammar)),
            ("tail generic", not table.GENERIC.isdisjoint(words[:4])),
            ("tail runs on", stripped[:1].islower()),
            ("tail stop", tail[:1] in (".", ",", ";", ":")),
            ("tail empty", not stripped),
        )
    )


def _is_work(word: str, grammar: Grammar) -> bool:
    """Return whether a noun behind words makes a title or label of them (the “…” button)."""
    return word in table.LABELLED or grammar.works.fullmatch(word) is not None


def is_verbal(text: str) -> bool:
    """Return whether words hold a finite verb of the commonest ones (or are in another script)."""
    return _FINITE.search(text.casefold()) is not None or not text.isascii() or len(text) > 200


def is_cited(text: str, place: int) -> bool:
    """Return whether a citation stands right behind a place."""
    return _CITATION.match(text, place) is not None


def _of_attribution(lead: str, tail: str, around: Around) -> list[str]:
    """Return features of the attribution."""
    said = around.attribution
    if said is None:
        return ["no attribution"]
    level = "sure" if said.strength > 0.7 else "likely" if said.strength > 0.55 else "weak"
    mention = (said.mention or "").split()
    first = mention[0].casefold().strip(",") if mention else ""
    cue = said.cue or ""
    strong = cue in STRONG_ENGLISH
    phrase = " " in cue or cue.casefold() in table.SOURCE_WORDS
    generic = first in table.GENERIC
    return _held(
        (
            (f"{said.place} {level}", True),
            ("colon only", not cue),
            ("source phrase", phrase),
            ("cue strong", strong and not phrase),
            ("cue past", strong and not phrase and cue in PAST_ENGLISH),
            ("mention generic", generic),
            ("mention universal", first in table.UNIVERSAL),
            ("mention named", not generic and around.named),
            ("mention pronoun", not generic and not around.named and first in PRONOUNS),
            ("mention none", not mention),
            ("cue modal", _is_modal(lead, tail, said)),
        )
    )


def _is_modal(lead: str, tail: str, said: Attribution) -> bool:
    """Return whether a cue speaks of what might be said: ``you could say``."""
    if not said.cue:
        return False
    before = lead.rpartition(said.cue)[0] if said.place == "before" else tail.partition(said.cue)[0]
    words = [word.casefold() for word in WORD.findall(before[-40:])]
    return not table.MODALS.isdisjoint(words[-4:])


def _of_place(span: Span, frame: Frame, around: Around) -> list[str]:
    """Return features of the marks, the block and the page."""
    marked = span.shape == "marks"
    opens = span.left <= 1
    whole = opens and frame.right >= len(frame.text) - 1
    cited = _CITED_LEAD.search(frame.text, max(frame.left - 60, 0), frame.left)
    return [f"in {tag}" for tag in around.tags] + _held(
        (
            ("single marks", around.single),
            ("single among doubles", around.single and around.page_doubles),
            ("not opened", marked and span.open_mark is None),
            ("not closed", marked and span.close_mark is None),
            ("paragraphs", span.last > span.block),
            ("whole block", whole),
            ("opens block", opens and not whole),
            (f"in {around.kind}", around.kind in _KINDS),
            ("repeated", around.repeated),
            ("chained", around.chained),
            ("in row", whole and around.in_row),
            ("under heading", whole and around.under_heading and around.attribution is None),
            ("heading sample", _is_sampling(around.heading)),
            ("lead cited", cited is not None),
            ("page unreported", around.reported_share == 0.0),
        )
    )


def _speaks(text: str, low: AbstractSet[str]) -> bool:
    """Return whether words hold "I", "we" or "you", or ask."""
    return text[-1:] == "?" or not _SPEAKERS.isdisjoint(low)


@remembered(256)
def _is_sampling(heading: str) -> bool:
    """Return whether a heading announces samples: what to say, scripts, prompts, questions."""
    return not table.SAMPLE_HEADINGS.isdisjoint(WORD.findall(heading.casefold()))


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
    ("cited", "words 3"),
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
