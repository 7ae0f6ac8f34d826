"""Cites invented works in a text, in every way that prose does, with the gold of each citation."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from constructed.works import Work


@dataclass(frozen=True, slots=True)
class Item:
    """One work of a citation, as the gold has it."""

    work: int
    """Its place in the list, from 0."""
    locator: str | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation: its markup, its text, and what it cites."""

    markup: str
    text: str
    kind: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """How a language cites."""

    conjunction: str
    sign: str
    """What stands between two names in a bracket."""
    et_al: str
    page: str
    prefixes: tuple[str, ...]
    no_date: str
    in_press: str
    again: str
    before: str
    """Cites the named work once more."""
    comma: str = ", "


WORDS = {
    "en": Words(
        "and",
        "&amp;",
        "et al.",
        "p. {}",
        ("see", "cf.", "e.g.,"),
        "n.d.",
        "in press",
        "ibid.",
        "op. cit.",
    ),
    "de": Words(
        "und",
        "und",
        "et al.",
        "S. {}",
        ("vgl.", "siehe", "s. auch"),
        "o. J.",
        "im Druck",
        "ebd.",
        "a. a. O.",
    ),
    "fr": Words(
        "et",
        "et",
        "et al.",
        "p. {}",
        ("voir", "cf.", "voir aussi"),
        "s. d.",
        "sous presse",
        "ibid.",
        "op. cit.",
    ),
    "es": Words(
        "y",
        "y",
        "et al.",
        "p. {}",
        ("véase", "cf.", "véase también"),
        "s. f.",
        "en prensa",
        "ibíd.",
        "op. cit.",
    ),
    "it": Words(
        "e",
        "e",
        "et al.",
        "p. {}",
        ("cfr.", "si veda", "vedi"),
        "s. d.",
        "in corso di stampa",
        "ivi",
        "op. cit.",
    ),
    "ru": Words(
        "и",
        "и",
        "и др.",
        "с. {}",
        ("см.", "ср.", "см. также"),
        "б. г.",
        "в печати",
        "там же",
        "указ. соч.",
    ),
    "zh": Words("和", "和", "等", "第{}页", ("见", "参见"), "无日期", "印刷中", "同上", "前引"),
    "ja": Words(
        "・", "・", "ほか", "{}頁", ("参照", "例えば"), "出版年不明", "印刷中", "同上", "前掲"
    ),
}
_SPACELESS = ("zh", "ja")


def names(work: Work, words: Words, language: str, *, narrative: bool = False) -> str:
    """Return the names of a work as a text gives them."""
    plain = language in _SPACELESS
    families = [f"{f}{g}" if plain else f for g, f in work.authors]
    if len(families) == 1:
        return families[0]
    gap = "" if plain else " "
    if len(families) == 2:
        joint = words.conjunction if narrative or plain else words.sign
        return f"{families[0]}{gap}{joint}{gap}{families[1]}"
    return f"{families[0]}{gap}{words.et_al}"


def _year(work: Work) -> str:
    return work.year + work.suffix


def _bracket(content: str, *items: Item, language: str = "en", kind: str = "author-date") -> Cited:
    wide = language in _SPACELESS
    markup = f"（{content}）" if wide else f"({content})"
    return Cited(markup, markup.replace("&amp;", "&"), kind, items)


Maker = Callable[[Sequence[Work], str, random.Random], Iterator[Cited]]


def bare(works: Sequence[Work], language: str, chance: random.Random) -> Iterator[Cited]:
    """``(Okafor, 2016)``, ``(Okafor & Tan, 2016)``, ``(Okafor et al., 2016)``."""
    words = WORDS[language]
    comma = chance.choice((", ", ", ", " "))
    for place, work in enumerate(works):
        content = f"{names(work, words, language)}{comma}{_year(work)}"
        yield _bracket(content, Item(place), language=language)


def located(works: Sequence[Work], language: str, chance: random.Random) -> Iterator[Cited]:
    """Pages, sections and chapters in every punctuation."""
    words = WORDS[language]
    page = work_page(works[0])
    forms = (
        (": {0}", "{0}"),
        (":{0}", "{0}"),
        (", " + words.page, "{0}"),
        (" " + words.page, "{0}"),
        (", " + words.page.replace("{}", "{0}–{1}"), "{0}–{1}"),
        (", § {2}", "{2}"),
        (", {0}", "{0}"),
    )
    if language in _SPACELESS:
        forms = ((": {0}", "{0}"), (":{0}", "{0}"), (": {0}-{1}", "{0}-{1}"))
    start = chance.randrange(len(forms))
    for place, work in enumerate(works):
        form, locator = forms[(start + place) % len(forms)]
        page = work_page(work)
        comma = ", " if form.startswith(",") else " "
        figures = (page, page + 3, place + 2)
        content = f"{names(work, words, language)}{comma}{_year(work)}{form.format(*figures).replace('{}', str(page))}"
        yield _bracket(content, Item(place, locator.format(*figures)), language=language)


def work_page(work: Work) -> int:
    """Return a page within the work."""
    return work.pages[0] + 2


def several(works: Sequence[Work], language: str, chance: random.Random) -> Iterator[Cited]:
    """Two works in one bracket."""
    words = WORDS[language]
    comma = chance.choice((", ", " "))
    mark = "；" if language in _SPACELESS else "; "
    for place in range(0, len(works) - 1, 2):
        parts = [f"{names(w, words, language)}{comma}{_year(w)}" for w in works[place : place + 2]]
        yield _bracket(mark.join(parts), Item(place), Item(place + 1), language=language)


def prefixed(works: Sequence[Work], language: str, chance: random.Random) -> Iterator[Cited]:
    """``(see Okafor, 2016)``."""
    words = WORDS[language]
    for place, work in enumerate(works):
        prefix = words.prefixes[place % len(words.prefixes)]
        gap = "" if language in _SPACELESS else " "
        content = f"{prefix}{gap}{names(work, words, language)}, {_year(work)}"
        yield _bracket(content, Item(place), language=language)


def narrative(works: Sequence[Work], language: str, chance: random.Random) -> Iterator[Cited]:
    """``Okafor and Tan (2016: 27)``."""
    words = WORDS[language]
    gap = "" if language in _SPACELESS else " "
    for place, work in enumerate(works):
        locator = str(work_page(work)) if place % 2 else None
        content = f"{_year(work)}: {locator}" if locator else _year(work)
        inner = _bracket(content, Item(place, locator), language=language, kind="narrative")
        text = f"{names(work, words, language, narrative=True)}{gap}{inner.markup}"
        yield replace(inner, markup=text, text=text)


def narrative_apart(works: Sequence[Work], language: str, chance: random.Random) -> Iterator[Cited]:
    """``Okafor’s study of the harbour (2016)``: words between the name and the year."""
    nouns = ("study of the harbour", "report on repairs", "book about the coast", "essay on fog")
    for place, work in enumerate(works):
        family = work.families[0]
        text = f"{family}’s {nouns[place % len(nouns)]} ({_year(work)})"
        yield Cited(text, text, "narrative", (Item(place),))


def undated(works: Sequence[Work], language: str, chance: random.Random) -> Iterator[Cited]:
    """Works whose year is ``n.d.`` or ``in press``; the list prints the same."""
    words = WORDS[language]
    for place, work in enumerate(works):
        content = f"{names(work, words, language)}, {_year(work)}"
        yield _bracket(content, Item(place), language=language)


def again(works: Sequence[Work], language: str, chance: random.Random) -> Iterator[Cited]:
    """``(Okafor, 2016, p. 4)``, then ``(ibid., p. 7)``, later ``(Okafor, op. cit., p. 9)``."""
    words = WORDS[language]
    for place, work in enumerate(works):
        page = work_page(work)
        own = f"{names(work, words, language)}, {_year(work)}, {words.page.format(page)}"
        yield _bracket(own, Item(place, str(page)), language=language)
        if place % 2 == 0:
            content = f"{words.again}, {words.page.format(page + 1)}"
            yield _bracket(content, Item(place, str(page + 1)), language=language)
        elif language not in _SPACELESS:
            content = (
                f"{names(work, words, language)}, {words.before}, {words.page.format(page + 2)}"
            )
            yield _bracket(content, Item(place, str(page + 2)), language=language)


def _numbers(place: int) -> tuple[Item, ...]:
    return (Item(place, number=str(place + 1)),)


def square(works: Sequence[Work], language: str, chance: random.Random) -> Iterator[Cited]:
    """``[3]``."""
    for place in range(len(works)):
        yield Cited(f"[{place + 1}]", f"[{place + 1}]", "numeric", _numbers(place))


def square_ranges(works: Sequence[Work], language: str, chance: random.Random) -> Iterator[Cited]:
    """``[1]``, ``[2, 4]``, ``[3–5]``, ``[6, p. 15]``."""
    last = len(works)
    forms: list[tuple[str, tuple[Item, ...]]] = [
        ("[1]", _numbers(0)),
        ("[2, 4]", (*_numbers(1), *_numbers(3))),
        ("[3–5]", (*_numbers(2), *_numbers(3), *_numbers(4))),
        (f"[1, 3, {last}]", (*_numbers(0), *_numbers(2), *_numbers(last - 1))),
        (f"[{last}, p. 15]", (Item(last - 1, "15", str(last)),)),
    ]
    for text, items in forms:
        yield Cited(text, text, "numeric", items)


def round_numbers(works: Sequence[Work], language: str, chance: random.Random) -> Iterator[Cited]:
    """``(1)``, ``(2,3)``, as medical journals cite."""
    place = 0
    while place < len(works):
        two = place % 3 == 1 and place + 1 < len(works)
        text = f"({place + 1},{place + 2})" if two else f"({place + 1})"
        yield Cited(
            text, text, "numeric", (*_numbers(place), *(_numbers(place + 1) if two else ()))
        )
        place += 2 if two else 1


def raised(works: Sequence[Work], language: str, chance: random.Random) -> Iterator[Cited]:
    """``<sup>1</sup>`` without a link."""
    for place in range(len(works)):
        yield Cited(f"<sup>{place + 1}</sup>", str(place + 1), "footnote", _numbers(place))


def raised_digits(works: Sequence[Work], language: str, chance: random.Random) -> Iterator[Cited]:
    """``¹`` as a character of its own."""
    for place in range(len(works)):
        text = "¹²³⁴⁵⁶⁷⁸⁹"[place]
        yield Cited(text, text, "footnote", _numbers(place))


def _linked(form: str) -> Maker:
    """Return a maker of linked marks: ``{0}`` is the number, ``#n{0}`` leads to the note.

    Numbers in square brackets that lead to a list are numeric citations, all others note marks.
    """

    def make(works: Sequence[Work], language: str, chance: random.Random) -> Iterator[Cited]:
        for place in range(len(works)):
            square = "[{0}]" in form
            text = f"[{place + 1}]" if square else str(place + 1)
            kind = "numeric" if square else "footnote"
            yield Cited(form.format(place + 1), text, kind, _numbers(place))

    return make


WORDED: dict[str, Maker] = {
    "bracket": bare,
    "locators": located,
    "several in one": several,
    "see before it": prefixed,
    "narrative": narrative,
    "narrative, words between": narrative_apart,
    "letter behind the year": bare,
    "no date, in press": undated,
    "ibid., op. cit.": again,
}
PRINTED: dict[str, Maker] = {
    "[3]": square,
    "[3–5, 9]": square_ranges,
    "(3)": round_numbers,
    "raised": raised,
    "raised digit": raised_digits,
}
LINKED: dict[str, Maker] = {
    "raised link": _linked("<sup id='r{0}'><a href='#n{0}'>{0}</a></sup>"),
    "plain anchor": _linked("<a href='#n{0}' id='r{0}'>{0}</a>"),
    "named anchor": _linked("<a name='r{0}'></a><a href='#n{0}'><sup>{0}</sup></a>"),
    "Wikipedia": _linked("<sup id='r{0}' class='reference'><a href='#n{0}'>[{0}]</a></sup>"),
    "sidenote": _linked("<a class='margin' href='#n{0}' id='r{0}'><sup>{0}</sup></a>"),
}
