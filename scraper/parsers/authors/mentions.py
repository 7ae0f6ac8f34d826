"""Reads a snippet, text that something marks as a byline, into mentions of names.

What stands before the name (a by-word, a credit, a label) and behind it (the end, a date) says much
of what it is; both are looked up in the block that holds the snippet.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from lxml import etree

from scraper.parsers.authors.around import (
    LEAD_CHARS,
    ends_there,
    is_dated,
    is_near_date,
    told_around,
    words_before,
)
from scraper.parsers.authors.leads import BY, OTHER, WRITTEN, announced_by
from scraper.parsers.authors.openings import cut_byword, cut_credit, is_commented, is_written
from scraper.parsers.authors.regions import COMMENT, WORK, Regions
from scraper.parsers.authors.stated import turned
from scraper.parsers.names import (
    PersonName,
    cut_holder,
    is_given_name,
    is_label,
    is_role,
    looks_like_organization,
    looks_like_person,
    part_photographers,
    pictures_behind,
    split_names,
)
from scraper.parsers.rules import bylines as rules
from scraper.parsers.rules import names as name_rules
from scraper.text import INLINE_TAGS

Snippet = tuple[str, frozenset[str]]
"""A text of names alone, and the marks that what stood before it leaves."""
LONGEST_LINE = 220
LONGEST_INLINE = 80
FULL = 0.55
"""Likelihood from which on a text is taken for a full name of a person."""
_KNOWN = 0.85
"""Likelihood of a full name with a frequent given name."""
_CREDITED = 0.5
_MOST_SNIPPETS = 400
_MOST_ALIKE = 12
"""Places with one class of which more say nothing new: those of teasers repeat by then."""
_WORDS_OF_BYLINE = 5
"""Words from which on what stands before a by-word within a line is a sentence."""
_ONE_WORD = 0.15
_OF_OTHERS = COMMENT | WORK
"""Where names are those of others: read there is only what data states, too."""
_BARE_ROLE = 0.6
_SIGNED = frozenset({"by-word", "rel", "itemprop"})
_BYWORDS = frozenset({BY, WRITTEN})
_TOLD = {
    (announced, written): frozenset(["by-word"] * announced + ["written"] * written)
    for announced in (False, True)
    for written in (False, True)
}
_JOINER = re.compile(rf"[\s,;&+、，]*(?:{name_rules.JOINERS}|y|e|i|en)?[\s,;&+、，]*")
"""What parts one name from the next, where it is a line of its own."""
_LONGEST_JOINER, _LEAST_LABEL = 5, 5
_SERIES = 12
"""Lines of one byline whose names are in boxes of their own, looked back at."""
_GOES_ON = re.compile(rf"\s*\(?(?:[,&/;]|(?:{name_rules.JOINERS}|y|e|i|en)\s)\s*(?=[^\W\d_a-z])")
"""What parts one name from the next, where each is in an element of its own."""


@dataclass(slots=True, eq=False)
class Mention:
    """One name at one place of the page.

    To be read only; not frozen because that makes it five times slower to build.
    """

    name: PersonName
    block: int
    marks: frozenset[str]
    """What marks the place: ``class``, ``by``, ``rel``, ``link``, ``plain`` …"""
    group: int
    """Names of one snippet share the number."""
    element: etree._Element | None = None
    signature: str = ""
    """Tag and class of the marking element, to tell cards that repeat."""
    rest: int = 0
    """Characters of the block beside the name."""
    names: int = 1
    """Names in the same snippet."""
    place: int = 0
    """Which of them this is."""
    near_date: bool = False
    """Whether a date stands in its line right before or behind the name."""
    words_before: int = 0
    """Words of its line before the name: few in a byline, more where "by" is part of a sentence."""

    @property
    def href(self) -> str | None:
        """Where the name links to, as written."""
        return self.element.get("href") if self.element is not None else None

    @property
    def inline(self) -> bool:
        """Whether an element within the line says where the name ends."""
        return self.element is not None and self.element.tag in INLINE_TAGS


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit that sets people apart from the author, as "Photographs by Jane Doe"."""

    role: str
    names: tuple[PersonName, ...]
    block: int


@dataclass(slots=True)
class Displayed:
    """All mentions of a page."""

    mentions: list[Mention] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    topics: set[tuple[int, str]] = field(default_factory=set)
    """Blocks, and keys of the texts in them that are marked as names of sections and tags."""


@dataclass(slots=True)
class Reader:
    """Collects snippets; the place of each is given by its block."""

    regions: Regions
    out: Displayed
    groups: int = 0
    dated: dict[int, bool] = field(default_factory=dict)
    """For each block looked at whether it holds a date."""
    snippets: dict[tuple[str, int, bool], list[Snippet]] = field(default_factory=dict)
    """What ``_snippets`` has found: nested elements are marked, and lines hold elements."""
    stated: Sequence[str] = ()
    """The names that data states."""
    alike: dict[str, int] = field(default_factory=dict)
    """How often each signature was met away from headline and body's end."""
    series: dict[int, int] = field(default_factory=dict)
    """The last group of each block with names."""
    known: set[str] = field(default_factory=set)
    """The names of all mentions."""
    teasers: set[int] = field(default_factory=set)
    """Blocks that say who wrote another article: nothing is read from them."""

    def add(
        self,
        text: str,
        block: int,
        marks: AbstractSet[str],
        element: etree._Element | None = None,
        signature: str = "",
    ) -> None:
        """Read a snippet's names into mentions, or into a credit."""
        if self.groups >= _MOST_SNIPPETS or block in self.teasers:
            return
        if self.regions.block_flags(block) & _OF_OTHERS and not self.is_stated(text):
            return
        if _is_joiner(text):
            return
        if self._is_one_more(signature, block) and not self.is_known(text):
            return
        key = text, block, element is None
        snippets = self.snippets.get(key)
        if snippets is None:
            snippets = self._snippets(text, block, whole=element is None)
            self.snippets[key] = snippets
        for bare, told in snippets:
            self._mention(bare, block, marks | told, element, signature)

    def _is_one_more(self, signature: str, block: int) -> bool:
        """Return whether a mark stands far from the text, and has marked as many as a list's."""
        if not signature or block in self.regions.near or block in self.regions.ends:
            return False
        self.alike[signature] = alike = self.alike.get(signature, 0) + 1
        return alike > _MOST_ALIKE

    def is_stated(self, text: str) -> bool:
        """Return whether a text holds a name that data states."""
        return any(map(text.__contains__, self.stated))

    def is_known(self, text: str) -> bool:
        """Return whether a text holds a name that data states, or that was read before."""
        return self.is_stated(text) or any(map(text.__contains__, self.known))

    def is_announced(self, index: int) -> bool:
        """Return whether the line above a block ends with a by-word or a credit."""
        first = self._first_of_series(index)
        lead = self.regions.texts[first - 1] if first else ""
        return len(lead) <= LEAD_CHARS and announced_by(lead) is not None

    def is_labelled(self, index: int) -> bool:
        """Return whether the line below a block calls its name the author's, as cards do.

        An account or a text follows; above another short line it is the label of that one.
        """
        label, behind = (*self.regions.texts[index + 1 : index + 3], "", "")[:2]
        return (
            _LEAST_LABEL <= len(label) <= LEAD_CHARS
            and label.isalpha()
            and announced_by(label) in _BYWORDS
            and (behind.startswith("@") or len(behind) > LEAD_CHARS)
        )

    def _snippets(self, text: str, block: int, *, whole: bool) -> list[Snippet]:
        """Return a snippet without by-word, with the marks that it leaves; credits are noted.

        None where others than authors are named, two and more where a credit stands between.

        Args:
            block: Index of the block that holds it.
            whole: Whether it is a line, not an element that says itself where the name ends.
        """
        if block not in self.regions.near and is_commented(text):
            return []
        between = None
        if not text.isascii() and max(text) >= rules.HAN_FROM:
            between = rules.LABELLED.search(text)
        if between is None and (":" in text or " by " in text):
            between = _next_credit(text)
        if between is not None:
            found = self._snippets(text[: between.start()], block, whole=whole)
            rest = text[between.end() :]
            editors = rules.NEWSROOM.match(rest)
            if editors and self._credit(editors[1], rest[editors.end() :], block):
                return found
            return found + self._snippets(rest, block, whole=whole)
        credit = cut_credit(text) if len(text) < LONGEST_LINE else None
        if credit and (self._credit(*credit, block) or not looks_like_organization(text)):
            return []
        written = is_written(text)
        text, announced = cut_byword(text)
        if not announced and (role := self._led_by(block, text)):
            if role == OTHER or (role not in _BYWORDS and self._credit(role, text, block)):
                return []
            announced, written = True, role == WRITTEN
        if announced and ":" in text and self._is_credited(text, block):
            return []
        if announced and whole:
            text = self._set_apart(block, text) or text
        return [(text, _TOLD[announced, written])]

    def add_house(self, signature: str, block: int) -> None:
        """Note the line of a newsroom that signs, as it is printed."""
        if self.groups < _MOST_SNIPPETS and block not in self.teasers:
            self.groups += 1
            name = PersonName(signature, "organization")
            self.known.add(signature)
            self.out.mentions.append(Mention(name, block, frozenset({"house"}), self.groups))

    def _credit(self, role: str, text: str, block: int) -> bool:
        """Note a credit; return whether names follow it."""
        names = tuple(n for n in split_names(cut_holder(text)) if n.likelihood >= _CREDITED)
        if names:
            self.out.credits.append(Credit(role.strip(), names, block))
        return bool(names)

    def _is_credited(self, text: str, block: int) -> bool:
        """Note the credit and its colon that follow a by-word: a picture's author is none."""
        credit = cut_credit(text)
        colon = credit is not None and text[len(credit[0]) :].lstrip()[:1] == ":"
        return colon and credit is not None and self._credit(*credit, block)

    def _mention(
        self,
        text: str,
        block: int,
        marks: AbstractSet[str],
        element: etree._Element | None,
        signature: str,
    ) -> None:
        line = self.regions.page.blocks[block].text
        inverted = turned(text) if "," in text else ""
        names = split_names(inverted if inverted in self.stated else text)
        if "(" in line and self._is_pictured(line, text, block):
            return
        if not names:
            return
        group, before = self._group_of(block)
        behind = int(
            block + 1 < len(self.regions.texts) and _is_joiner(self.regions.texts[block + 1])
        )
        named = [
            (place, name) for place, name in enumerate(names) if _may_be_author(name, place, marks)
        ]
        if named and named[0][0] and len(named) == 1 and named[0][1].likelihood < _KNOWN:
            # "Owner, Fletcher Tools": a job, and where somebody has it.
            return
        if not named:
            return
        base = {BY if mark == "by-word" else mark for mark in marks}
        if self._is_dated(block):
            base.add("dated")
        elif self._is_date(block + 1) or self._is_date(block - 1):
            base.add("beside-date")
        for place, name in named:
            own = set(base)
            if name.likelihood >= FULL:
                own.add("full")
            start = line.find(name.name)
            lead = words_before(line, start)
            if lead > _WORDS_OF_BYLINE and own & {"inner-word", "link-strong", "link"}:
                # A sentence says "by" too, and links whom it speaks of.
                own.discard(BY)
            elif own & {BY, "inner-word"} and ends_there(line, start, name.name):
                own.add("explicit")
                if "inner-word" not in own:
                    own.add("opened")
            if start >= 0 and len(line) > len(name.name):
                own |= told_around(line, start, name.name)
            self.known.add(name.name)
            self.out.mentions.append(
                Mention(
                    name,
                    block,
                    frozenset(own),
                    group,
                    element,
                    signature,
                    rest=len(line) - len(name.name),
                    names=before + len(names) + behind,
                    place=before + place,
                    near_date="dated" in base and is_near_date(line, start, name.name),
                    words_before=lead,
                )
            )

    def _is_pictured(self, line: str, text: str, block: int) -> bool:
        """Note who made the pictures by what stands in brackets; return whether nobody else did."""
        for pictures, name in part_photographers(text)[1]:
            self._credit(pictures, name, block)
        role = pictures_behind(line[line.find(text) + len(text) :])
        return role is not None and self._credit(role, text, block)

    def _is_dated(self, index: int) -> bool:
        """Return whether a block holds a date; lists of hundreds of names are one block."""
        found = self.dated.get(index)
        if found is None:
            text = self.regions.page.blocks[index].text
            found = self.dated[index] = is_dated(text)
        return found

    def _is_date(self, index: int) -> bool:
        """Return whether a neighbouring block is a short line with a date."""
        blocks = self.regions.page.blocks
        if not 0 <= index < len(blocks):
            return False
        text = blocks[index].text
        return len(text) <= LEAD_CHARS and is_dated(text)

    def _set_apart(self, index: int, text: str) -> str | None:
        """Return the inline element that begins right behind a by-word: it is the name."""
        block = self.regions.page.blocks[index]
        start = block.text.find(text)
        if start < 0 or not block.raw_marks:
            return None
        for mark in block.marks():
            if mark.start == start and 2 < mark.end - start < min(len(text), LONGEST_INLINE):
                if _GOES_ON.match(block.text, mark.end):
                    return None
                inside = block.text[start : mark.end]
                return inside if looks_like_person(inside) >= _ONE_WORD else None
        return None

    def _led_by(self, index: int, text: str) -> str | None:
        """Return the credit that stands before a text: in its line, or alone on the line above.

        Themes print "Medically reviewed by" in an element of its own.
        """
        blocks = self.regions.page.blocks
        line = blocks[index].text
        lead = line[: max(line.find(text), 0)][-LEAD_CHARS:]
        if not lead.strip():
            first = self._first_of_series(index)
            lead = blocks[first - 1].text if first else ""
            if len(lead) > LEAD_CHARS:
                return None
            if rules.OTHER_LINE.fullmatch(lead):
                return OTHER
            role = announced_by(lead) if lead else None
            return None if role and role not in _BYWORDS and _ends_in_job(lead) else role
        return announced_by(lead) if lead else None

    def _group_of(self, block: int) -> tuple[int, int]:
        """Return the number of a snippet's group, and how many names of it stand in boxes above."""
        self.groups += 1
        first = self._first_of_series(block)
        group = self.series.setdefault(first, self.groups) if first < block else self.groups
        self.series[block] = group
        return group, (block - first) // 2

    def _first_of_series(self, index: int) -> int:
        """Return the block of the first name of a byline: "By", "Jane Doe", "and", "John Roe"."""
        texts = self.regions.texts
        for _ in range(_SERIES):
            if index < 2 or len(texts[index - 2]) > LEAD_CHARS or not _is_joiner(texts[index - 1]):
                break
            index -= 2
        return index


def _is_joiner(line: str) -> bool:
    """Return whether a line is the sign or the word between two names, and nothing else."""
    return len(line) <= _LONGEST_JOINER and _JOINER.fullmatch(line) is not None


def _ends_in_job(line: str) -> bool:
    """Return whether a line ends in a word for a job behind another: that of the name above it."""
    words = line.split()
    return len(words) > 1 and is_role(words[-1]) and is_role(line)


def _may_be_author(name: PersonName, place: int, marks: AbstractSet[str]) -> bool:
    """Return whether a name of a snippet is neither a bare job nor a label, or signs as one."""
    signed = not marks.isdisjoint(_SIGNED)
    bare = name.likelihood <= _BARE_ROLE and _is_bare_role(name)
    if bare and (place or not signed):
        return False
    blanks = 1 if name.kind == "organization" else 2
    is_small = name.name.islower() and name.name.count(" ") >= blanks
    if is_small and looks_like_person(name.name.title()) < FULL:
        # "Published by our engineering team": words, no name.
        return False
    return not is_label(name.name) or (signed and _may_sign(name.name))


def _next_credit(text: str) -> re.Match[str] | None:
    """Return what parts a line's first names from the next credit, or None where none follows."""
    if len(text) >= LONGEST_LINE:
        return None
    for match in rules.NEXT_CREDIT.finditer(text, 1):
        if match.group().isspace() and ":" not in text[: match.start()]:
            continue  # "Text and photos: Jane Doe" is one credit, "Text: Jane Doe Photo: …" two.
        if cut_credit(text[match.end() :]) or rules.NEWSROOM.match(text, match.end()):
            return match
    return None


def _may_sign(label: str) -> bool:
    """Return whether a label says that somebody keeps the name back, or is a name ("April")."""
    return label.casefold() in name_rules.NAMELESS or is_given_name(label)


def _is_bare_role(name: PersonName) -> bool:
    return name.kind == "person" and name.role is None and is_role(name.name)
