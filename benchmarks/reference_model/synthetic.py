"""Invents reference strings with known labels: own works, rendered in many styles.

Given a bank of field values (from the training part only) half of the works borrow titles,
journals and names from it, so that a style is learned apart from the works printed in it.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reference_model import lexicon, styles
from reference_model.align import LABEL_INDEX, Example
from scraper.parsers.reference_tokens import tokenise

Segments = list[tuple[str, str]]

_PIECE = re.compile(r"\{(\w+)(?::(\w+))?\}|\[(?=[^\]{]*\{[^\]]*\])([^\]]*\}[^\]]*)\]|([^{\[]+|\[)")
_BRACKETS = {ord("⟦"): "[", ord("⟧"): "]"}
_LABELLED = 0.2
_REMARKED = 0.06
_UNSTOPPED = 0.15


@dataclass(slots=True)
class Bank:
    """Field values seen in the training part, by field."""

    values: dict[str, list[str]] = field(default_factory=dict)

    def pick(self, rng: random.Random, name: str, own: Sequence[str]) -> str:
        """Return a value of the bank or, half of the time, one of our own."""
        known = self.values.get(name)
        return rng.choice(known if known and rng.random() < 0.6 else own)


def bank_of(records: Sequence[dict[str, object]]) -> Bank:
    """Collect the field values of gold records."""
    bank = Bank()
    for record in records:
        for name in ("title", "container", "publisher", "place"):
            if record.get(name):
                bank.values.setdefault(name, []).append(str(record[name]))
        authors = record.get("authors") or []
        for author in authors if isinstance(authors, list) else []:
            if len(author.split()) <= 2:
                bank.values.setdefault("family", []).append(
                    author.title() if author.isupper() else author
                )
            else:
                bank.values.setdefault("organisation", []).append(author)
    return bank


class Inventor:
    """Makes labelled strings from a seed; the same seed gives the same strings."""

    def __init__(self, seed: int, bank: Bank | None = None) -> None:
        self.rng = random.Random(seed)
        self.bank = bank or Bank()
        self.style_groups: tuple[tuple[Sequence[str], float], ...] = (
            (styles.JOURNAL, 0.34),
            (styles.BOOK, 0.17),
            (styles.CHAPTER, 0.11),
            (styles.MEETING, 0.06),
            (styles.REPORT, 0.07),
            (styles.WEB, 0.25),
        )

    def examples(self, count: int) -> list[Example]:
        """Return so many labelled strings."""
        return [self.example() for _ in range(count)]

    def example(self) -> Example:
        """Return one labelled string in a random style."""
        groups, weights = zip(*self.style_groups, strict=True)
        template = self.rng.choice(self.rng.choices(groups, weights)[0])
        segments = self._dress(self.render(template))
        text = "".join(part for _, part in segments)
        text, segments = _squeeze(segments)
        return Example(text, _labels(text, segments), "synthetic")

    def _dress(self, segments: Segments) -> Segments:
        """Add what stands around references: a printed number, a remark, no final stop."""
        rng = self.rng
        if rng.random() < _LABELLED:
            front = rng.choice(lexicon.FRONT).format(rng.randint(1, 150))
            segments.insert(0, ("other", front))
        if rng.random() < _REMARKED:
            segments.append(("other", rng.choice(lexicon.BACK)))
        elif rng.random() < _UNSTOPPED and segments[-1] == ("other", "."):
            segments.pop()
        return segments

    def render(self, template: str) -> Segments:
        """Return a template with all fields filled, as (label, text) pieces."""
        segments: Segments = []
        for name, manner, optional, literal in _PIECE.findall(template):
            if literal:
                segments.append(("other", literal.translate(_BRACKETS)))
            elif optional:
                if self.rng.random() < 0.7:
                    segments += self.render(optional)
            else:
                segments += self._field(name, manner)
        return segments

    def _field(self, name: str, manner: str) -> Segments:
        if name in ("A", "E"):
            label = "author" if name == "A" else "editor"
            return [(label, self._names(manner, 5 if name == "A" else 3))]
        label, make = self._makers()[name]
        return [(label, make())]

    def _makers(self) -> dict[str, tuple[str, Callable[[], str]]]:
        rng = self.rng
        return {
            "Y": ("date", lambda: self._year(suffix=True)),
            "MY": ("date", self._month_year),
            "YMD": ("date", self._year_month_day),
            "FD": ("date", self._full_date),
            "MD": ("date", lambda: f"{rng.choice(lexicon.MONTHS['en'])} {rng.randint(1, 28)}"),
            "MO": ("date", lambda: rng.choice(lexicon.MONTHS["en"])),
            "AD": ("accessed", self._full_date),
            "T": ("title", self._title),
            "J": ("container", self._journal),
            "B": ("container", self._title),
            "M": ("container", self._meeting),
            "S": ("container", lambda: self.bank.pick(rng, "site", lexicon.SITES)),
            "V": ("volume", self._volume),
            "I": (
                "issue",
                lambda: rng.choice([str(rng.randint(1, 12))] * 6 + ["3-4", "Suppl 1", "2A"]),
            ),
            "P": ("pages", self._pages),
            "PUB": ("publisher", lambda: self.bank.pick(rng, "publisher", lexicon.PUBLISHERS)),
            "UNI": ("publisher", lambda: rng.choice(lexicon.UNIVERSITIES)),
            "PL": ("place", lambda: self.bank.pick(rng, "place", lexicon.PLACES)),
            "ED": (
                "edition",
                lambda: rng.choice(["2nd", "3rd", "4th", "5th", "2.", "3.", "Rev.", "First"]),
            ),
            "O": ("author", self._organisation),
            "OS": ("container", self._organisation),
            "X": ("other", lambda: lexicon.prose(rng)),
            "N": (
                "other",
                lambda: rng.choice([str(rng.randint(1, 300)), f"TR-{rng.randint(10, 99)}"]),
            ),
            "URL": ("link", self._url),
            "DOI": (
                "link",
                lambda: rng.choice(["doi:", "https://doi.org/", "doi: ", "DOI: "]) + self._doi(),
            ),
            "DOIN": ("link", self._doi),
            "PMID": ("link", lambda: f"PMID: {rng.randint(1000000, 39000000)}."),
            "ISBN": ("link", self._isbn),
            "ARX": (
                "link",
                lambda: (
                    f"{rng.randint(8, 25):02}{rng.randint(1, 12):02}.{rng.randint(1000, 29999)}"
                ),
            ),
        }

    def _year(self, *, suffix: bool = False) -> str:
        year = self.rng.choice((self.rng.randint(1960, 2025), self.rng.randint(1995, 2025)))
        if self.rng.random() < 0.06:
            year = self.rng.randint(1650, 1960)
        return f"{year}{self.rng.choice('abc') if suffix and self.rng.random() < 0.05 else ''}"

    def _month(self) -> str:
        return self.rng.choice(lexicon.MONTHS[self.rng.choice(lexicon.LANGUAGES)])

    def _month_year(self) -> str:
        month = self.rng.choice((self._month(), self.rng.choice(lexicon.SHORT_MONTHS)))
        return self.rng.choice(
            (self._year(), f"{month} {self._year()}", f"{month}. {self._year()}")
        )

    def _year_month_day(self) -> str:
        month, day = self.rng.choice(lexicon.SHORT_MONTHS), self.rng.randint(1, 28)
        return self.rng.choice(
            (f"{self._year()} {month}", f"{self._year()} {month} {day}", self._year())
        )

    def _full_date(self) -> str:
        rng, year, day, month = self.rng, self._year(), self.rng.randint(1, 28), self._month()
        short = rng.choice(lexicon.SHORT_MONTHS)
        return rng.choice(
            (
                f"{month} {day}, {year}",
                f"{day} {month} {year}",
                f"{day}. {month} {year}",
                f"{day} {short}. {year}",
                f"{short} {day}, {year}",
                f"{year}-{rng.randint(1, 12):02}-{day:02}",
                f"{day:02}.{rng.randint(1, 12):02}.{year}",
                f"{rng.randint(1, 12)}/{day}/{year}",
                f"{month} {year}",
                year,
            )
        )

    def _volume(self) -> str:
        rng = self.rng
        return rng.choice(
            (str(rng.randint(1, 60)), str(rng.randint(1, 400)), rng.choice(lexicon.ROMANS))
        )

    def _pages(self) -> str:
        rng = self.rng
        first = rng.choice((rng.randint(1, 500), rng.randint(100, 9999)))
        last = first + rng.randint(1, 40)
        dash = rng.choice(("-", "–", "–", " – "))
        short = str(last)[-2:] if len(str(last)) == len(str(first)) and first > 99 else str(last)
        return rng.choice(
            (f"{first}{dash}{last}",) * 5
            + (f"{first}{dash}{short}", str(first), f"e{first}", f"S{first}-S{last}")
        )

    def _title(self) -> str:
        title = self._plain_title()
        if self.rng.random() < 0.12:
            tail = self._plain_title()
            title = f"{title.rstrip('.?!')}{self.rng.choice((': ', ': ', '. ', ' – '))}{tail}"
        return lexicon.roughen(title, self.rng)

    def _plain_title(self) -> str:
        if self._borrow("title"):
            return self.rng.choice(self.bank.values["title"])
        return lexicon.title(self.rng)

    def _borrow(self, name: str) -> bool:
        return bool(self.bank.values.get(name)) and self.rng.random() < 0.6

    def _journal(self) -> str:
        if self._borrow("container"):
            return self.rng.choice(self.bank.values["container"])
        return lexicon.journal(self.rng)

    def _organisation(self) -> str:
        own = self.rng.choice(
            (lexicon.SITES, lexicon.ORGANISATIONS, lexicon.ORGANISATIONS, lexicon.UNIVERSITIES)
        )
        name = self.bank.pick(self.rng, "organisation", own)
        return f"{name}, {self.rng.choice(own)}" if self.rng.random() < 0.06 else name

    def _meeting(self) -> str:
        return lexicon.meeting(self.rng)

    def _doi(self) -> str:
        rng = self.rng
        suffix = f"{rng.choice(('j.', 's', ''))}{rng.randint(1000, 999999)}"
        return f"10.{rng.randint(1000, 59999)}/{suffix}"

    def _isbn(self) -> str:
        rng = self.rng
        group, house = rng.randint(0, 9), rng.randint(100, 999)
        return f"ISBN 978-{group}-{house}-{rng.randint(10000, 99999)}-{rng.randint(0, 9)}"

    def _url(self) -> str:
        rng = self.rng
        words = "-".join(lexicon.title(rng).lower().split()[: rng.randint(1, 7)])
        host = rng.choice(lexicon.HOSTS)
        return f"{rng.choice(('https://www.', 'https://', 'http://www.', 'www.'))}{host}/{words}{rng.choice(('', '/', '.html', '.pdf'))}"  # noqa: E501

    def _names(self, manner: str, most: int) -> str:
        rng = self.rng
        if manner in ("apa", "vanc", "har", "mla", "ger") and most > 3 and rng.random() < 0.06:
            return self.bank.pick(rng, "organisation", lexicon.ORGANISATIONS)
        count = rng.choices(range(1, most + 1), [8, 6, 4, 2, 1][:most])[0]
        if manner == "vanc" and rng.random() < 0.3:
            count += 4
        return _join_names([self._name() for _ in range(count)], manner, rng)

    def _name(self) -> tuple[str, str]:
        rng = self.rng
        family = self.bank.pick(rng, "family", lexicon.FAMILIES)
        if rng.random() < 0.06:
            family = f"{family}-{rng.choice(lexicon.FAMILIES)}"
        elif rng.random() < 0.05:
            family = (
                f"{rng.choice(('van', 'de', 'von', 'van der', 'di', 'Van', 'De', 'le'))} {family}"
            )
        given = rng.choice(lexicon.GIVEN)
        if rng.random() < 0.4:
            given += f" {rng.choice(lexicon.INITIALS)}."
        return family, given


def _initials(given: str, mark: str, gap: str) -> str:
    return gap.join(f"{word[0]}{mark}" for word in given.split())


def _join_names(names: Sequence[tuple[str, str]], manner: str, rng: random.Random) -> str:
    """Print names in one manner: order, initials, marks between them, et al."""
    family_first: dict[str, Callable[[str, str], str]] = {
        "apa": lambda f, g: f"{f}, {_initials(g, '.', ' ')}",
        "har": lambda f, g: f"{f}, {_initials(g, '.', '')}",
        "vanc": lambda f, g: f"{f} {_initials(g, '', '')}",
        "acs": lambda f, g: f"{f}, {_initials(g, '.', ' ')}",
        "astro": lambda f, g: f"{f} {_initials(g, '.', '')}",
        "nat": lambda f, g: f"{f}, {_initials(g, '.', ' ')}",
        "ger": lambda f, g: f"{f}, {g}",
        "cap": lambda f, g: f"{f.upper()}, {g}" if rng.random() < 0.5 else f"{f.upper()} {g[0]}.",
        "ieee": lambda f, g: f"{_initials(g, '.', ' ')} {f}",
        "ini": lambda f, g: f"{_initials(g, '.', rng.choice(('', ' ')))} {f}",
        "first": lambda f, g: f"{g} {f}",
        "mla": lambda f, g: f"{f}, {g}",
    }
    make = family_first[manner]
    printed = [make(*name) for name in names]
    if manner == "mla" and len(names) > 1:
        printed[1:] = [f"{given} {family}" for family, given in names[1:]]
    gap = {"acs": "; ", "ger": rng.choice((" / ", "; ", "/", ", "))}.get(manner, ", ")
    last = rng.choice(
        {
            "apa": (", & ", " & ", ", and "),
            "har": (" and ", " & ", ", "),
            "vanc": (", ", ", ", " and "),
            "nat": (" & ",),
            "acs": ("; ",),
            "ger": (" / ", "; ", " und "),
            "cap": (", ", " et ", " & ", " y "),
            "astro": (", ",),
        }.get(manner, (", and ", " and ", " & "))
    )
    if len(printed) > 2 and rng.random() < 0.12:
        return f"{printed[0]} et al." if rng.random() < 0.5 else f"{gap.join(printed)}{gap}et al."
    if len(printed) == 1:
        return printed[0]
    return gap.join(printed[:-1]) + last + printed[-1]


def _squeeze(segments: Segments) -> tuple[str, Segments]:
    """Join segments so that marks do not double (``?.``, ``. .``, ``., ``)."""
    text = ""
    kept: Segments = []
    for label, part in segments:
        if text.endswith((".", "?", "!")) and part.startswith("."):
            part = part[1:]  # noqa: PLW2901
        text += part
        kept.append((label, part))
    return text, kept


def _labels(text: str, segments: Segments) -> tuple[frozenset[int], ...]:
    spans = []
    place = 0
    for label, part in segments:
        spans.append((place, place + len(part), label))
        place += len(part)
    labels = []
    for token in tokenise(text):
        covering = [
            label
            for start, end, label in spans
            if start < token.end and token.start < end and label != "other"
        ]
        name = "link" if token.kind != "word" else covering[0] if covering else "other"
        labels.append(frozenset((LABEL_INDEX[name],)))
    return tuple(labels)
