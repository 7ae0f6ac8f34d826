"""Links cited works to the entries of the page's reference list."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from schemas import Reference
from scraper.parsers.citations.candidates import Item
from scraper.patterns import late
from scraper.remembering import remembered

_WORD = late(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_YEAR = late(r"(1(?<!\d.)[5-9]\d\d|2(?<!\d.)0[0-4]\d)([a-z])?(?!\d)")
_OPENING = 160
"""Characters of an entry in which its authors are sought."""
_MOST_ALIKE = 60
"""Entries of one name that are compared; more are no longer told apart."""
_LONG_NAME = 4
"""Words from which a name is an organisation's: its last word is no family name."""
_SHORTEST_STEM = 4
"""Letters that two cases of a name share, at least."""
_DATED = 4
"""How well an entry fits that is of the year itself, and not only prints it."""
_PAIR = 2
"""Authors that are cited together; of more only the first."""
_MOST_COMPARED = 400
"""List length up to which a misprinted surname is looked for."""


@remembered(4096)
def fold_name(name: str) -> str:
    """Return a name for comparison: without case, accents and punctuation."""
    folded = name.casefold().replace("’", "'")
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFD", folded)
        folded = "".join([char for char in decomposed if not unicodedata.combining(char)])
    return folded.strip(" .,'")


@dataclass(frozen=True, slots=True)
class Work:
    """A listed work as those see it who cite it by its title."""

    number: int
    reference: Reference
    words: tuple[str, ...]
    """The words of its title, folded, without small ones."""


class EntryIndex:
    """Looks up the entries of a list by author and year, or by number."""

    def __init__(self, references: Sequence[Reference]) -> None:
        self._references = list(references)
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_label: dict[str, int] = {}
        self._names: list[tuple[str, ...]] = [()] * len(references)
        self._years: list[frozenset[str]] = [frozenset()] * len(references)
        for index, reference in enumerate(references):
            if reference.kind == "source":
                self._know(index, reference)
            if reference.label is not None:
                self._by_label.setdefault(reference.label.casefold(), index)
        self._wide: dict[str, list[tuple[str, int]]] | None = None
        self._works: dict[str, list[Work]] | None = None
        self.is_unlabelled = bool(references) and not self._by_label
        """Whether entries are counted, as none has a label."""
        self.has_names = any(not label[:1].isdecimal() for label in self._by_label)
        """Whether labels are names rather than numbers."""

    def _know(self, index: int, reference: Reference) -> None:
        """Take in the names and years of a work; a note that only talks has none."""
        words = _opening_names(reference)
        self._names[index] = words
        self._years[index] = _years_of(reference)
        for word in dict.fromkeys(words):
            if len(self._by_name[word]) < _MOST_ALIKE:
                self._by_name[word].append(index)

    def add_work(self, index: int, reference: Reference) -> None:
        """Make a note that is a source known by its authors, for the notes behind it."""
        self._references[index] = reference
        self._know(index, reference)
        self._note_work(index, reference)

    def reference(self, index: int) -> Reference:
        """Return an entry."""
        return self._references[index]

    def works_of(self, name: str) -> Sequence[Work]:
        """Return the entries with a title of which a name is an author's or editor's, in order."""
        if self._works is None:
            self._works = {}
            for index, reference in enumerate(self._references):
                if reference.kind == "source":
                    self._note_work(index, reference)
        folded = fold_name(name)
        found = self._works.get(folded) or self._works.get(folded.rpartition(" ")[2])
        return found or ()

    def _note_work(self, index: int, reference: Reference) -> None:
        """Take in a work by its authors, for those who ask for works by title."""
        if self._works is None or not reference.title:
            return
        folded = map(fold_name, TITLE_WORD.findall(reference.title))
        work = Work(index, reference, tuple(word for word in folded if word not in ARTICLES))
        for key in dict.fromkeys(_keys_of(reference)):
            works = self._works.setdefault(key, [])
            if len(works) < _MOST_ALIKE:
                works.append(work)

    def __bool__(self) -> bool:
        return bool(self._references)

    def __len__(self) -> int:
        return len(self._references)

    def has_number(self, number: str) -> bool:
        """Return whether an entry has a number."""
        return self.by_number(number) is not None

    def by_number(self, number: str) -> int | None:
        """Return the entry with a label; lists without any are counted from 1."""
        found = self._by_label.get(number.casefold())
        if found is None and self.is_unlabelled and number.isdecimal():
            place = int(number) - 1
            return place if 0 <= place < len(self._references) else None
        return found

    def printed_names(self, year: str) -> Iterator[tuple[str, int]]:
        """Yield the first author's name in scripts without spaces, of the entries of a year."""
        if self._wide is None:
            self._wide = defaultdict(list)
            for index, reference in enumerate(self._references):
                first = reference.author[0] if reference.author else None
                name = f"{first.family or first.literal}{first.given or ''}" if first else ""
                is_wide = not name.isascii() and " " not in name
                for own in self._years[index] if is_wide else ():
                    self._wide[own].append((name, index))
        yield from self._wide.get(year, ())[:_MOST_ALIKE]

    def resolve(self, item: Item) -> int | None:
        """Return the entry that a work cited by author and date is, or None."""
        if not item.authors:
            return None
        ranked = [
            (self._match(item, index), -index)
            for index in self._candidates(fold_name(item.authors[0]))
        ]
        best = max(ranked, default=(0, 0))
        if best[0] > 0:
            return -best[1]
        return self._misprinted(item)

    def resolve_first(self, item: Item, named: Sequence[str]) -> int | None:
        """Return the entry of a year whose first author is the cited one, and all are named.

        Of more than two authors the first is enough.
        """
        name = fold_name(item.authors[0])
        for index in self._by_name.get(name, ()):
            if item.year not in self._years[index] or self._match(item, index) < _DATED:
                continue
            authors = [fold_name(a.family or "").split() for a in self._references[index].author]
            if not authors or authors[0][-1:] != [name]:
                continue
            if len(authors) != _PAIR or set(map(fold_name, named)).issuperset(authors[1][-1:]):
                return index
        return None

    def by_title(self, item: Item) -> int | None:
        """Return the entry whose title begins with what stands behind the first name, or None.

        ``[Holm, Oak and Water, p. 9]`` names a work where its author has several; read as names
        the title is cut at its *and*. Small words are passed over on both sides; one word that
        is not the whole title is more often a name.
        """
        if item.year is not None or item.locator is None or len(item.authors) < 2:
            return None
        wanted = _title_words(" ".join(item.authors[1:]))
        found = [
            (_title_words(self._references[index].title or "") != wanted, index)
            for index in self._candidates(fold_name(item.authors[0]))
            if _title_words(self._references[index].title or "")[: len(wanted)] == wanted
            and not set(wanted) & _family_words(self._references[index])
        ]
        longer, index = min(found, default=(True, 0))
        return index if found and (len(wanted) > 1 or (wanted and not longer)) else None

    def _candidates(self, name: str) -> list[int]:
        found = self._by_name.get(name, [])
        words = name.split()
        if 1 < len(words) < _LONG_NAME:
            # Lists print "Hagen, Anna von" and "von Hagen, Anna", often both.
            found = list(dict.fromkeys([*found, *self._by_name.get(words[-1], [])]))
        return found or (self._by_name.get(words[0], []) if words else [])

    def _match(self, item: Item, index: int) -> int:
        """Return how well an entry fits a cited work, 0 if it does not."""
        years = self._years[index]
        if item.year is not None and item.year.isdecimal():
            if item.year not in years:
                return 0
            score = 2
            reference = self._references[index]
            own = reference.year_suffix
            if item.suffix is not None:
                exact = item.suffix == own or f"{item.year}{item.suffix}" in years
                score += 3 if exact else -1 if own else 0
            if reference.issued and reference.issued.startswith(item.year):
                score += 2
        else:
            score = 1
            if item.year is not None and item.year.casefold() in self._opening(index):
                score += 3
        if item.initial and (people := self._references[index].author) and people[0].given:
            score += 2 if people[0].given.startswith(item.initial) else -1
        names = self._names[index]
        first = fold_name(item.authors[0]).split()[-1:]
        if first and names and first[0] == names[0]:
            score += 3
        wanted = [fold_name(name).split()[-1] for name in item.authors[1:] if fold_name(name)]
        score += sum(name in names for name in wanted)
        return score if all(name in names for name in wanted[:2]) else max(score - 3, 0)

    def _opening(self, index: int) -> str:
        """Return where an entry prints what stands in place of its year (``in press``)."""
        return " ".join(self._references[index].text.casefold().split())

    def _misprinted(self, item: Item) -> int | None:
        """Return the only entry of the year whose first author differs by a letter or a case."""
        name = fold_name(item.authors[0])
        if len(self._references) > _MOST_COMPARED or len(name) < 5 or item.year is None:
            return None
        alike = [
            index
            for index, names in enumerate(self._names)
            if item.year in self._years[index]
            and any(_is_near(name, own) or _is_declined(name, own) for own in names[:3])
        ]
        return alike[0] if len(alike) == 1 else None


def is_author(name: str, reference: Reference) -> bool:
    """Return whether a name is that of an author or editor of an entry, not of its title.

    Organisations are also known by their initials (``WHO``).
    """
    keys = frozenset(_keys_of(reference))
    folded = fold_name(name)
    return folded in keys or folded.rpartition(" ")[2] in keys


def _keys_of(reference: Reference) -> Iterator[str]:
    """Yield how the authors and editors of an entry are cited: whole, by last word, initials."""
    for person in (*reference.author, *reference.editor):
        own = fold_name(person.family or person.literal or "")
        words = own.split()
        if words:
            yield own
            yield words[-1]
            yield "".join(word[0] for word in words if word not in _SMALL)


def _opening_names(reference: Reference) -> tuple[str, ...]:
    """Return the folded names that open an entry, the read ones first."""
    names = [fold_name(name.family or name.literal or "") for name in reference.author]
    words: list[str] = []
    for name in names:
        parts = name.split()
        words.extend(parts[-1:])
        if len(parts) > 1:
            words.append(name)
            words.append("".join(part[0] for part in parts if part not in _SMALL))
    capitals = [
        fold_name(word)
        for word in _WORD.findall(reference.text[: _end_of_names(reference)])
        if not word[0].islower()
    ]
    return tuple(word for word in dict.fromkeys([*words, *capitals]) if len(word) > 1)


def _end_of_names(reference: Reference) -> int:
    """Return up to where an entry may print names: words of its title are none."""
    title = reference.text.find(reference.title) if reference.author and reference.title else 0
    return min(title, _OPENING) if title > 0 else _OPENING


_SMALL = frozenset("of the and for in de la le du des für und der die das et y".split())
TITLE_WORD = late(r"[^\W_]+(?:['’-][^\W_]+)*")
ARTICLES = frozenset(
    "the a an der die das ein eine le la les l un une el los las of and und et y".split()
)
"""Words that short forms of titles leave out."""


def _title_words(title: str) -> list[str]:
    return [word for word in _WORD.findall(fold_name(title)) if word not in _SMALL]


def _family_words(reference: Reference) -> set[str]:
    names = " ".join(name.family or name.literal or "" for name in reference.author)
    return set(_title_words(names))


def _years_of(reference: Reference) -> frozenset[str]:
    found: set[str] = set()
    for match in _YEAR.finditer(reference.text[:1000]):
        found.add(match.group(1))
        if match.group(2):
            found.add(match.group(1) + match.group(2))
    if reference.issued:
        found.add(reference.issued[:4])
    return frozenset(found)


def _shared_letters(one: str, other: str) -> int:
    """Return how many first letters two names share."""
    length = min(len(one), len(other))
    return next((i for i in range(length) if one[i] != other[i]), length)


def _is_near(one: str, other: str) -> bool:
    """Return whether two names differ by a letter (put in, left out, changed) or by two swapped."""
    if abs(len(one) - len(other)) > 1 or one[:1] != other[:1]:
        return False
    if len(one) > len(other):
        one, other = other, one
    place = _shared_letters(one, other)
    swapped = one[place : place + 2][::-1] == other[place : place + 2]
    if len(one) == len(other) and swapped and one[place + 2 :] == other[place + 2 :]:
        return True
    skipped = 1 if len(other) > len(one) else 0
    return one[place + 1 - skipped :] == other[place + 1 :]


_CASES = frozenset(
    "a u e y i o em om ovi ove ej iej ou eho ego emu im ym ich ych "
    "а у е ы и ом ем ои еи ою ого его ому ему ым им".split()
)
"""Endings of family names in the cases of Slavic languages, folded."""
_NOMINATIVES = frozenset(("", *"a y i o а я о ии ыи ои ая".split()))


def _is_declined(name: str, own: str) -> bool:
    """Return whether a name is another in a case of its own (``Kowalskiej``, ``Иванова``)."""
    stem = _shared_letters(name, own)
    return any(
        name[cut:] in _CASES and own[cut:] in _NOMINATIVES
        for cut in range(stem, max(stem - 2, _SHORTEST_STEM - 1), -1)
    )


def resolve_items(items: Sequence[Item], index: EntryIndex) -> tuple[Item, ...]:
    """Return cited works with the entries that they are."""
    return tuple(_resolved(item, index) if item.reference is None else item for item in items)


def _resolved(item: Item, index: EntryIndex) -> Item:
    """Return a cited work with its entry.

    An abbreviation before the names (``(NUTS, Hoffman and Gelman, 2014)``) is what the work is
    about, where the list knows the names only without it. Names that are the title of a work of
    the first are none.
    """
    titled = index.by_title(item)
    if titled is not None:
        return replace(item, authors=item.authors[:1], reference=titled)
    found = index.resolve(item)
    if found is None and len(item.authors) > 1 and item.authors[0].isupper():
        named = replace(item, authors=item.authors[1:])
        found = index.resolve(named)
        item = item if found is None else named
    return replace(item, reference=found)
