"""Builds the constructed pages: one for each pair of style and shape, headed and cited by lot."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from zlib import crc32

from constructed.citing import LINKED, PRINTED, WORDED, WORDS, Cited
from constructed.headings import HEADINGS
from constructed.prose import CLOSING, FILLING, TELLING, TITLES
from constructed.shapes import HEADED, NOTES, NUMBERED, SHAPES, Row
from constructed.styles import AUTHOR_DATE, STYLES, SUFFIXED
from constructed.works import Work, invented_works

_COUNT = 6
_TAG = re.compile(r"<[^>]+>")
_BACKS = ("↩", "^", "↑", "Jump up ↑", "[back]", "")
_PRINTED_LABELS = ("[{}] ", "{}. ", "{}. ", "({}) ")
_SIDENOTES = "sidenotes"


@dataclass(frozen=True, slots=True)
class Built:
    """One page with its gold."""

    name: str
    markup: str
    style: str
    shape: str
    heading: str
    """Language of the heading, or ``none``."""
    mark: str
    """Kind of the citations in the text."""
    references: tuple[str, ...]
    """Entries as printed, without labels and links back."""
    works: tuple[Work, ...]
    citations: tuple[Cited, ...]


def build_pages(part: str, *, rounds: int = 2) -> Iterator[Built]:
    """Yield the pages of one part, the same each time.

    Pairs of style and shape are dealt to the parts by a digest of their names, so that no pair is
    in both, and works come from the part's own set.

    Args:
        part: ``dev`` or ``check``.
        rounds: Pages of each pair, with other headings, marks and works.
    """
    shapes = (*SHAPES, _SIDENOTES)
    for style in STYLES:
        for shape in shapes:
            if (crc32(f"{style}|{shape}".encode()) % 3 == 0) != (part == "check"):
                continue
            for number in range(rounds):
                yield _build(part, style, shape, number)


def _build(part: str, style: str, shape: str, number: int) -> Built:
    chance = random.Random(f"{part}|{style}|{shape}|{number}")
    render, language = STYLES[style]
    mark = chance.choice(_marks_for(style, shape, language))
    works = invented_works(language, part, chance, _COUNT, alike=mark == "letter behind the year")
    works = _prepared(works, mark, language)
    head, heading = _pick_heading(shape, mark, language, chance)
    makers = {**WORDED, **PRINTED, **LINKED}
    cited = tuple(makers[mark](works, language, chance))
    label = _pick_label(shape, mark, chance)
    back = chance.choice(_BACKS) if mark in LINKED else ""
    rows = [_row(render(work), work, label, mark, back) for work in works]
    text = _prose(cited, language, mark, rows if shape == _SIDENOTES else ())
    listed = "" if shape == _SIDENOTES else SHAPES[shape](heading, rows)
    return Built(
        name=f"{style}|{shape}|{number}",
        markup=_page(language, text, listed),
        style=style,
        shape=shape,
        heading=head,
        mark=mark,
        references=tuple(plain(row.markup) for row in rows),
        works=tuple(works),
        citations=cited,
    )


def plain(markup: str) -> str:
    """Return the text of inline markup."""
    return unescape(_TAG.sub("", markup))


def _marks_for(style: str, shape: str, language: str) -> list[str]:
    """Return the ways to cite that fit a style and a shape."""
    if shape == _SIDENOTES:
        return ["sidenote", "raised link"]
    linked = [mark for mark in LINKED if mark != "sidenote"]
    printed = [m for m in PRINTED if not (shape in NOTES and m == "(3)")]
    if shape == "pre":
        return [*printed, *([] if style not in AUTHOR_DATE else WORDED)]
    if shape in NOTES:
        return [*linked, "raised", "raised digit"]
    worded = list(WORDED) if style in AUTHOR_DATE else []
    if language != "en" and worded:
        worded.remove("narrative, words between")
    if style not in SUFFIXED and worded:
        worded.remove("letter behind the year")
    if shape == "several in one block":
        # Without numbers nothing tells where one entry of a run ends.
        return [*printed, *linked]
    return [*worded, *worded, *printed, *linked]


def _prepared(works: list[Work], mark: str, language: str) -> list[Work]:
    """Return the works with what stands in place of their years, where the mark asks for it."""
    if mark == "no date, in press":
        words = WORDS[language]
        return [
            replace(work, year=(words.in_press, words.no_date)[place]) if place < 2 else work
            for place, work in enumerate(works)
        ]
    return works


def _pick_heading(shape: str, mark: str, language: str, chance: random.Random) -> tuple[str, str]:
    """Return the language of the heading and its words; most lists speak the text's language."""
    if shape in (_SIDENOTES, *NOTES) and chance.random() < 0.7:
        return "none", ""
    if shape not in HEADED and chance.random() < 0.15:
        return "none", ""
    tongue = language if chance.random() < 0.4 else chance.choice(sorted(HEADINGS))
    return tongue, chance.choice(HEADINGS[tongue])


def _pick_label(shape: str, mark: str, chance: random.Random) -> str:
    """Return how the list prints its numbers, or nothing."""
    if shape in NUMBERED or shape == _SIDENOTES:
        return ""
    if mark == "(3)":
        return chance.choice(("({}) ", "{}. "))
    if mark in PRINTED or mark in LINKED or shape == "several in one block":
        return chance.choice(_PRINTED_LABELS)
    return ""


def _row(markup: str, work: Work, label: str, mark: str, back: str) -> Row:
    linked = mark in LINKED
    return Row(
        number=work.number,
        label=label.format(work.number),
        markup=markup,
        ident=f"n{work.number}" if linked else "",
        back=f" <a href='#r{work.number}'>{back}</a>" if back else "",
        parts=_pieces(markup),
    )


def _pieces(markup: str) -> tuple[str, ...]:
    """Return an entry in up to three pieces, cut behind full stops and commas outside of tags."""
    places = [m.end() for m in re.finditer(r"[.,:)”»」』]\s+(?=[^)<]*(?:<(?!/)|$))", markup)]
    far = [place for place in places if 12 < place < len(markup) - 12]
    if len(far) < 2:
        return (markup,)
    first, second = far[len(far) // 3], far[-1]
    if first == second:
        return markup[:first], markup[first:]
    return markup[:first], markup[first:second], markup[second:]


def _prose(cited: Sequence[Cited], language: str, mark: str, sidenotes: Sequence[Row]) -> str:
    closing, telling = CLOSING[language], TELLING[language]
    gap = "" if language in ("zh", "ja") else " "
    sentences: list[str] = []
    for place, citation in enumerate(cited):
        if citation.kind == "narrative":
            sentences.append(telling[place % len(telling)].format(citation.markup))
            continue
        sentence = closing[place % len(closing)]
        if citation.kind == "footnote":
            stop = sentence[-1]
            sentences.append(sentence[:-1].format("") + stop + citation.markup)
        else:
            sentences.append(sentence.format(gap + citation.markup))
    blocks: list[str] = []
    for place in range(0, len(sentences), 2):
        pair = sentences[place : place + 2]
        blocks.append("<p>" + gap.join((*pair, FILLING[language])) + "</p>")
        blocks.extend(
            f"<aside class='sidenote' id='n{row.number}'><sup>{row.number}</sup> {row.markup}{row.back}</aside>"
            for row in sidenotes[place : place + 2]
        )
    return "\n".join((f"<p>{FILLING[language]} {FILLING[language]}</p>", *blocks))


def _page(language: str, text: str, listed: str) -> str:
    title = TITLES[language]
    return f"""<!doctype html><html lang='{language}'><head><meta charset='utf-8'><title>{title} – Tern Notes</title></head>
<body><header><nav><ul><li><a href='/'>Tern Notes</a></li><li><a href='/archive'>Archive</a></li></ul></nav></header>
<article><h1>{title}</h1>
{text}
{listed}
</article>
<div class='related'><h3>Also on this site</h3><ul><li><a href='/a/1'>A walk along the second wall</a></li>
<li><a href='/a/2'>Five lamps and what they burned</a></li></ul></div>
<footer><p>© 2024 Tern Notes. All rights reserved.</p></footer></body></html>"""
