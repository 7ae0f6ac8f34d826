"""Writes the records: offsets in the body, speakers, pull quotes, selectors.

Keeps what has been said so far, since a quotation without an attribution of its own is often
told by the one before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from schemas import Quote, QuotePart
from scraper.parsers.body_text import Body
from scraper.parsers.quotes.context import nearby_speaker
from scraper.parsers.quotes.cues import find_attribution
from scraper.parsers.quotes.embeds import Embed
from scraper.parsers.quotes.fragments import select
from scraper.parsers.quotes.frames import Frame
from scraper.parsers.quotes.grammar import Grammar
from scraper.parsers.quotes.naming import HANDLE
from scraper.parsers.quotes.set_off import SetOff
from scraper.parsers.quotes.signing import name_part, signing_name
from scraper.parsers.quotes.spans import Attribution, Candidate, Span
from scraper.parsers.quotes.speakers import Resolver
from scraper.parsers.quotes.texts import WORD
from scraper.remembering import remembered

_PULL_OVERLAP = 0.9
"""Share of words that a display quotation must have in common with one in running text."""
_SET_OFF_SURE = 0.85


@dataclass(slots=True)
class Writer:
    """Collects the records of one page, in order."""

    body: Body
    texts: Sequence[str]
    url: str | None
    resolver: Resolver
    grammar: Grammar
    quotes: list[Quote] = field(default_factory=list)

    def finished(self) -> list[Quote]:
        """Return the records; a display quotation before the words it repeats is a pull quote."""
        if all(quote.kind == "direct" for quote in self.quotes):
            return self.quotes
        said = [(q, _words_of(q.text)) for q in self.quotes]
        direct = [(q, bag) for q, bag in said if q.kind == "direct"]
        return [_as_pull(q, bag, direct) if q.kind != "direct" else q for q, bag in said]

    def place(self, block: int, offset: int) -> int:
        """Return an offset of a block as one of the body; captions count as their neighbour."""
        while block > 0 and self.body.blocks[block].start is None:
            block, offset = block - 1, len(self.texts[block - 1])
        start = self.body.blocks[block].start
        return (start or 0) + offset

    def add_direct(self, group: Sequence[Candidate]) -> None:
        """Add a quotation in running text, its stretches joined."""
        said = next((c.attribution for c in group if c.attribution is not None), None)
        first, last = group[0].span, group[-1].span
        speaker = self._speaker(said)
        if speaker is None and (said is None or said.mention is None) and self.grammar.listed:
            # Where the verbs of a language are unknown, its sentences may name others unseen.
            speaker = nearby_speaker(self.resolver, self.texts, first, self.place, said)
        score = max(c.score for c in group)
        parts = [self._part(c) for c in group] if len(group) > 1 else []
        self._add(
            " ".join(c.text for c in group),
            "direct",
            (first, last),
            speaker,
            said,
            score,
            [part for part in parts if part is not None],
        )

    def _speaker(self, said: Attribution | None) -> tuple[str, float] | None:
        if said is None:
            return None
        return self.resolver.resolve(said, self.place(*said.anchor))

    def _part(self, candidate: Candidate) -> QuotePart | None:
        start = self._start(candidate.span)
        if start is None:
            return None
        return QuotePart(text=candidate.text, start=start, end=start + len(candidate.text))

    def _start(self, span: Span) -> int | None:
        base = self.body.blocks[span.block].start
        return None if base is None else base + span.start

    def add_block(self, unit: SetOff) -> None:
        """Add a quotation that is set off."""
        said = self._said_of(unit)
        speaker = None
        if unit.signature is not None:
            speaker = self._named_by(unit.signature, self.place(unit.span.block, 0))
        elif said is not None:
            speaker = self._speaker(said)
        base = self.body.blocks[unit.span.block].start
        text = self._text(unit.span)
        repeated = self._repeats(text)
        if repeated is not None and speaker is None and repeated.speaker is not None:
            speaker = (repeated.speaker, 0.9)
        if speaker is None and unit.signature is None and (said is None or said.mention is None):
            speaker = nearby_speaker(self.resolver, self.texts, unit.span, self.place, said)
        kind = (
            "pull" if repeated is not None or (unit.pull and self._in_body_twice(text)) else "block"
        )
        score = _SET_OFF_SURE if base is not None else _SET_OFF_SURE - 0.1
        self._add(text, kind, (unit.span, unit.span), speaker, said, score, [])

    def add_embed(self, unit: Embed) -> None:
        """Add an embedded post; it stands outside the body and has no offsets."""
        speaker = self._named_by(unit.signature, self.place(unit.after, 0))
        self.quotes.append(
            Quote(
                text=unit.text,
                kind="block",
                speaker=speaker[0] if speaker else None,
                speaker_mention=name_part(unit.signature) if unit.signature else None,
                confidence=_SET_OFF_SURE - 0.1,
                speaker_confidence=speaker[1] if speaker else None,
            )
        )

    def _text(self, span: Span) -> str:
        if span.last == span.block:
            return self.texts[span.block][span.start : span.end]
        start, end = self._start(span), self.body.blocks[span.last].start
        if start is not None and end is not None:
            return self.body.text[start : end + span.end]
        middle = self.texts[span.block + 1 : span.last]
        return "\n\n".join(
            [self.texts[span.block][span.start :], *middle, self.texts[span.last][: span.end]]
        )

    def _said_of(self, unit: SetOff) -> Attribution | None:
        """Return what the lead-in says, or the signature as a mention."""
        if unit.signature is not None:
            return Attribution(
                name_part(unit.signature), None, "signature", 0.9, (unit.span.last, 0)
            )
        if unit.lead_in is None:
            return None
        block, start = unit.lead_in
        text = self.texts[block]
        frame = Frame(text, block, start, len(text), len(text), len(text), ended=True)
        return find_attribution(frame, self.grammar)

    def _named_by(self, signature: str | None, place: int) -> tuple[str, float] | None:
        """Return the person whom a signature names."""
        name = signing_name(signature or "")
        if not name:
            return None
        full = self.resolver.cast.fullest(tuple(name.split()), place)
        return (full.text if full is not None else name), 0.9

    def _repeats(self, text: str) -> Quote | None:
        """Return the quotation before that holds the same words, if any."""
        bag = _words_of(text)
        for quote in self.quotes:
            if bag and len(bag & _words_of(quote.text)) >= _PULL_OVERLAP * len(bag):
                return quote
        return None

    def _in_body_twice(self, text: str) -> bool:
        """Return whether running text elsewhere in the body has the same words."""
        core = text.strip(' .,!?…“”"')
        return bool(core) and self.body.text.count(core) > 1

    def _add(
        self,
        text: str,
        kind: str,
        spans: tuple[Span, Span],
        speaker: tuple[str, float] | None,
        said: Attribution | None,
        score: float,
        parts: list[QuotePart],
    ) -> None:
        start = self._start(spans[0])
        base = self.body.blocks[spans[1].last].start
        end = None if base is None else base + spans[1].end
        selector = None
        if start is not None and end is not None:
            selector = select(self.body.text, start, end, self.url)
            if not parts:
                text = self.body.text[start:end]
        if speaker is not None and _is_small(speaker[0]) and not _may_be_small(speaker[0]):
            # A word without a capital, in a script that has them, names nobody.
            speaker = None
        if speaker is not None:
            where = end if end is not None else self.place(spans[0].block, spans[0].start)
            self.resolver.remember(where, speaker[0], said.mention if said else None)
        self.quotes.append(
            Quote(
                text=text,
                kind="pull" if kind == "pull" else "block" if kind == "block" else "direct",
                speaker=speaker[0] if speaker else None,
                speaker_mention=said.mention if said else None,
                cue=said.cue if said else None,
                parts=parts,
                start=start if end is not None else None,
                end=end if start is not None else None,
                prefix=selector.prefix if selector else None,
                suffix=selector.suffix if selector else None,
                fragment_url=selector.fragment_url if selector else None,
                confidence=round(min(max(score, 0.0), 1.0), 3),
                speaker_confidence=speaker[1] if speaker else None,
            )
        )


@remembered(1024)
def _words_of(text: str) -> frozenset[str]:
    """Return the different words of a quotation, which is held beside each that is set off."""
    return frozenset(WORD.findall(text.casefold()))


def _is_small(name: str) -> bool:
    """Return whether a name has no capital, in a script that has them."""
    return name.lower() == name != name.title()


def _may_be_small(name: str) -> bool:
    """Return whether a name has no capital all the same: a user's."""
    return HANDLE.fullmatch(name) is not None


def _as_pull(
    quote: Quote, bag: frozenset[str], direct: Sequence[tuple[Quote, frozenset[str]]]
) -> Quote:
    """Return a display quotation as a pull quote if running text has its words."""
    for other, words in direct:
        if bag and len(bag & words) >= _PULL_OVERLAP * len(bag):
            speaker = quote.speaker or other.speaker
            sure = quote.speaker_confidence or other.speaker_confidence
            change = {"kind": "pull", "speaker": speaker, "speaker_confidence": sure}
            return quote.model_copy(update=change)
    return quote
