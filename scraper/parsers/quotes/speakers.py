"""Decides whose words a quotation are: from the mention to the fullest name on the page.

A mention is a name, a pronoun, a role or a thing (``the report``). Names go to the fullest form;
pronouns to the person named last whose gender fits; roles to the only person who bears them. What
cannot be told stays without a speaker.
"""

import re
from dataclasses import dataclass, field

from scraper.parsers.quotes.cjk import PRONOUNS_CJK, antecedent, plain_name
from scraper.parsers.quotes.described import (
    Descriptions,
    gender_of_article,
    tells_age,
    tells_age_alone,
)
from scraper.parsers.quotes.mentioned import (
    MOUTHPIECE,
    UNNAMED,
    is_common,
    may_be_person,
    only_opens,
    parts_of,
)
from scraper.parsers.quotes.names import Cast, Name
from scraper.parsers.quotes.naming import HANDLE
from scraper.parsers.quotes.runs import (
    RUN,
    given_gender,
    is_organisation,
    strip_name,
)
from scraper.parsers.quotes.spans import Attribution
from scraper.parsers.rules.quote_cues import CONTINUING
from scraper.parsers.rules.quote_people import (
    DESCRIPTORS,
    ORGANISATIONS_ELSEWHERE,
    PRONOUNS,
    ROLES,
)
from scraper.parsers.rules.quote_words import OBJECTS_DE
from scraper.patterns import late

_ROLE_SUBJECT = late(
    r"(?:^|(?<=[.!?”»] ))(?:The|A|An|One|Le|La|Un|Une|Der|Die|Ein|Eine|El|Il|O) "
    r"([^\W\dA-Z_]+(?: [^\W\dA-Z_]+)?)"
    r"(?=[ ,](?![A-Z]))"
)
_OFFICE = late(
    r"(?:(?:l|un)[’']|(?:le|la|un|une|el|il|lo|o|a|os|as|het|de|una|um|uma)\s)"
    rf"((?:{'|'.join(sorted(ORGANISATIONS_ELSEWHERE))})\s[^,.;:]{{0,12}}{RUN.pattern}"
    r"(?:\s[^\WA-Z_]{5,}(?=$|[,.;:]))?)"
)
"""An organisation whose noun has a small letter (``le ministère des Affaires étrangères``)."""
_TITLE = late(r"(Mr|Mrs|Ms|Miss|Herr|Frau|M|Mme|Mlle)\.?\s(?=[^\Wa-z_])")
_NAME_THEN_COMMA = late(rf"{RUN.pattern},\s$")
_OPENING_NAME = late(
    r"(?:(?<=[.!?”\"»“] )|(?<=\n)|^)"
    r"(?:(?:In|At|On|For|To|As|After|Before|With|During|Like|When|While|[^\Wa-z_]\w+ing)\s[^.!?“”\"\n,]{2,80},\s)?"
    rf"({RUN.pattern})(?:,[^,.]{{2,80}},)?\s[^\WA-Z_]\S*"
)
"""A name that opens a sentence, maybe behind a phrase, and is followed by words: its subject."""
_LABEL = late(rf"({RUN.pattern})\s?:\s")
_STOPS = late(r"[.!?…][)”\"»“]*\s")
_OBJECT = late(rf"\s(?:{OBJECTS_DE})(?!\w)")
_CJK = late(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_BESIDE = late(r",\s(?:(\d\d),|([^,.]{2,80}),)")
"""An age, or what else stands between commas behind a name."""
_REACH = 1500
"""Characters that a pronoun may lie behind its name."""


@dataclass(slots=True)
class Resolver:
    """What has been resolved so far on a page."""

    cast: Cast
    text: str
    """The body's text."""
    authors: tuple[str, ...]
    said_last: list[tuple[int, str]] = field(default_factory=list)
    """(offset, speaker) of the quotations before."""
    _descriptions: Descriptions = field(init=False)
    _longer: dict[str, str] = field(default_factory=dict)
    _words: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._descriptions = Descriptions(self.cast, self.text)

    def remember(self, place: int, speaker: str, mention: str | None) -> None:
        """Note who spoke, and the gender that a pronoun gave them."""
        self.said_last.append((place, speaker))
        gender = PRONOUNS.get((mention or "").casefold())
        if gender in ("m", "f"):
            self.cast.known_gender.setdefault(speaker, gender)

    def resolve(self, said: Attribution, place: int) -> tuple[str, float] | None:
        """Return the speaker of a mention and how sure that is, or None."""
        mention = (said.mention or "").strip(" ,;:")
        if not mention:
            return None
        gender = PRONOUNS.get(mention.casefold())
        if gender in ("m", "f") and (said.cue or "").casefold() in CONTINUING and self.said_last:
            # ``He adds``: whoever else has been named since, it is the one who spoke.
            where, speaker = self.said_last[-1]
            if where >= self.text.rfind("\n", 0, place) and self._fits(speaker, gender, place):
                return speaker, 0.7
        if gender is not None:
            return self._pronoun(gender, mention, place)
        if _CJK.search(mention) and not RUN.search(mention):
            return self._other_script(mention)
        if mention[0].isalpha() and mention.title() == mention.lower():
            # Scripts without capitals, or with none that begins a name, as the Georgian: the
            # words that the verb has for a subject.
            return mention, 0.6
        named = self._named(mention, place, cue=said.cue)
        if named is not None:
            return named
        if tells_age(mention):
            return self._aged(mention, place)
        return self._in_role(said, mention, place)

    def _fits(self, speaker: str, gender: str, place: int, *, known: bool = False) -> bool:
        """Return whether nothing speaks against the gender of somebody who spoke.

        Where it has to be ``known``, something must speak for it.
        """
        name = self.cast.fullest(speaker.split(), place)
        told = self.cast.known_gender.get(speaker) or (name.gender if name else None)
        return told in ("p", gender) or (told is None and not known)

    def hear(self, said: Attribution, place: int) -> None:
        """Note that a mention speaks, so that pronouns find its name among others."""
        if said.cue is None or said.mention is None or said.mention.casefold() in PRONOUNS:
            return
        found = self._named(said.mention, place)
        if found is not None and found[1] > 0.7 and not is_organisation(found[0].split()):
            self.cast.speaking.add(found[0])
            self.cast.admit(found[0], self.text)

    def _pronoun(self, gender: str, mention: str, place: int) -> tuple[str, float] | None:
        """Return whom a pronoun means."""
        if gender == "s":
            labelled = self._labelled(place)
            if labelled is not None:
                return labelled
            single = self.authors[0] if len(self.authors) == 1 else None
            return (single, 0.5) if single and mention.casefold() == "i" else None
        if gender in ("o", "p"):
            return self._thing(gender, place)
        if mention in PRONOUNS_CJK:
            last = self.said_last[-1] if self.said_last else None
            meant = antecedent(gender, self.text[max(place - _REACH, 0) : place], last, place)
            return (meant, 0.5) if meant is not None else None
        floor = max(place - _REACH, 0)
        found = self._subject_before(gender, place) or self.cast.last_person(
            self._clause_start(place), gender, floor
        )
        if found is not None:
            turn = self._labelled(place)  # Who speaks in an interview is "I" there.
            if self._role_between(found, place) or (turn and turn[0] == found.text):
                return None
            named = self.text.rfind(found.words[-1], 0, place)
            since = self._descriptions.spoken_for(max(named, floor), place)
            return (since, 0.5) if since is not None else (found.text, 0.7)
        opens = self.text.rfind("\n", 0, place) + 1
        since = self._descriptions.spoken_for(max(self._above(opens), floor), place)
        if since is not None:
            return since, 0.5
        here = self.text.rfind("\n", 0, place)
        several = len({speaker for _, speaker in self.said_last[-6:]}) > 1
        for where, speaker in reversed(self.said_last[-6:]):
            if self._fits(speaker, gender, place, known=several and where < here):
                return speaker, 0.5
        # No table has every given name, but towns, streets and storms open sentences, too.
        found = self._subject_before(gender, place, surely=False)
        return (self._without_trade(found), 0.5) if found is not None else None

    def _aged(self, mention: str, place: int) -> tuple[str, float] | None:
        """Return whom an age means: whose it is on the page, else the person in question."""
        people = self._descriptions.of_age(mention)
        if people:
            return (next(iter(people)), 0.7) if len(people) == 1 else None
        if not tells_age_alone(mention):
            return None
        gender = gender_of_article(mention)
        floor = max(self._above(self.text.rfind("\n", 0, place) + 1), place - _REACH)
        found = self._subject_before(gender, place) or self.cast.last_person(place, gender, floor)
        return (found.text, 0.6) if found is not None else None

    def _in_role(self, said: Attribution, mention: str, place: int) -> tuple[str, float] | None:
        """Return whom a role or a writing means, unless somebody else spoke since that was named.

        ``adds the scientist``: the one who spoke before in the paragraph.
        """
        meant = self._descriptions.meant(mention, place)
        if meant is None or not self.said_last:
            return meant
        where, speaker = self.said_last[-1]
        here = where >= self.text.rfind("\n", 0, place)
        if not here or speaker == meant[0] or is_organisation(speaker.split()):
            return meant
        if (said.cue or "").casefold() in CONTINUING:
            return speaker, 0.6
        named = self.text.rfind(meant[0].split()[-1], 0, place)
        return meant if named > where else None

    def _labelled(self, place: int) -> tuple[str, float] | None:
        """Return who speaks in a paragraph of an interview (``Ada Finch: I told them …``)."""
        label = _LABEL.match(self.text, self.text.rfind("\n", 0, place) + 1, place)
        if label is None:
            return None
        name = self.cast.named(label.group(1).split(), place)
        return (name.text, 0.8) if self.cast.is_person(name) else None

    def _thing(self, gender: str, place: int) -> tuple[str, float] | None:
        """Return whom *they* means, or *it*: the organisation that spoke in this paragraph."""
        if not self.said_last:
            return None
        where, speaker = self.said_last[-1]
        if gender == "p":
            return speaker, 0.4
        here = self.text.rfind("\n", 0, place) < where
        return (speaker, 0.5) if here and is_organisation(speaker.split()) else None

    def _clause_start(self, place: int) -> int:
        """Return the place itself, or that of the name which a comma parts from the pronoun.

        ``Moss, he said, …``: whoever he is, he is not Moss.
        """
        before = _NAME_THEN_COMMA.search(self.text, max(place - 60, 0), place)
        return before.start() if before is not None else place

    def _subject_before(
        self, gender: str | None, place: int, *, surely: bool = True
    ) -> Name | None:
        """Return the person who is the subject of the sentence before, or of the one at hand.

        Who is not ``surely`` a person by name has two names, and an age or a role beside them.
        """
        paragraph = max(self._above(place), place - _REACH)
        subject = None
        for match in _OPENING_NAME.finditer(self.text, paragraph, self._clause_start(place)):
            name, _ = strip_name(match.group(1), self.cast.naming)
            full = self.cast.fullest(name.split(), place) if name else None
            if full is None or full.organisation:
                continue
            if not (
                self.cast.is_person(full)
                if surely or self.cast.naming.nouns
                else _is_told(full, self.text[match.end(1) : match.end()])
            ):
                continue
            known = self.cast.known_gender.get(full.text) or full.gender
            if gender is not None and known in ("m", "f") and known != gender:
                continue
            subject = full if len(_STOPS.findall(self.text[match.end() : place])) < 2 else None
        return subject

    def _without_trade(self, name: Name) -> str:
        """Return a name without what somebody is, in front ("Ranger John Miller")."""
        words = name.words
        trade = len(words) > 2 and given_gender(words[0]) is None
        if trade and (given_gender(words[1]) or self._is_word(words[0], known=False)):
            return " ".join(words[1:])
        return name.text

    def _above(self, place: int) -> int:
        """Return where the paragraph starts; for a place that opens one, where the one above."""
        start = self.text.rfind("\n", 0, place) + 1
        # A pronoun that opens its paragraph goes on with the subject of the one before.
        return start if start < place else self.text[:place].rstrip().rfind("\n") + 1

    def _role_between(self, name: Name, place: int) -> bool:
        """Return whether somebody without a name is the subject since a person was named."""
        floor = max(place - _REACH, 0)
        paragraph = self.text[max(self.text.rfind("\n", floor, place) + 1, floor) : place]
        named = paragraph.rfind(name.words[-1])
        for role in _ROLE_SUBJECT.finditer(paragraph, named + 1):
            nouns = role.group(1).casefold().split()
            if not ROLES.isdisjoint(nouns) or not DESCRIPTORS.isdisjoint(nouns):
                return True
        return False

    def _named(self, mention: str, place: int, cue: str | None = None) -> tuple[str, float] | None:
        """Return the speaker of a mention that holds a name."""
        office = _OFFICE.match(mention)
        if office is not None:
            return office.group(1), 0.7
        names: list[tuple[Name, bool]] = []
        for part in parts_of(mention, self.cast.naming):
            name = part.name
            common = part.common
            if common and mention == name:
                common = not self._is_surname(name, place)
            if common:
                continue
            if not part.titled and (
                self._is_label(name, mention, cue)
                or not self._may_speak(name, mention, cue)
                or self._is_word(name, known=cue is None)
                or (mention.startswith(name) and only_opens(name, self.cast, self.text))
            ):
                continue
            found = self._titled(self.cast.named(name.split(), place), mention)
            names.append((found, part.titled))
        if not names:
            handle = HANDLE.search(mention)
            return (handle.group(), 0.75) if handle is not None else None
        people = [n for n, titled in names if may_be_person(n, titled=titled)]
        if UNNAMED.fullmatch(mention) and not MOUTHPIECE.search(mention):
            return None
        chosen = people[0] if people else names[0][0]
        if len(people) > 1 and not self.cast.is_person(chosen):
            # "MIT Sloan professor Thomas Malone": the institution stands before the role.
            chosen = next((name for name in people if self.cast.is_person(name)), people[-1])
        return chosen.text, 0.9 if len(chosen.words) > 1 else 0.75

    def _is_word(self, name: str, *, known: bool) -> bool:
        """Return whether a capitalised word, no name of the cast, is a common one on the page.

        ``Effective monitoring requires: …`` begins a sentence, and ``effective`` stands elsewhere.
        Without a verb (``Look at this:``) only a ``known`` name is one.
        """
        small = name.casefold()
        if " " in name or small in self.cast.by_word or given_gender(name) is not None:
            return False
        if known and not is_organisation([name]):
            return True
        if not self._words:
            self._words = frozenset(word.strip(".,;:") for word in self.text.split())
        return small in self._words

    def _is_label(self, name: str, mention: str, cue: str | None) -> bool:
        """Return whether a name with an article before a bare colon is a label (``The Model:``)."""
        if cue is not None or not mention.casefold().startswith("the "):
            return False
        words = name.split()
        return not is_organisation(words) and given_gender(words[0]) is None

    def _is_surname(self, word: str, place: int) -> bool:
        """Return whether a word for people or things is somebody's surname here (*Baker said*)."""
        full = self.cast.fullest([word], place)
        if full is None or full.words[-1] != word or full.organisation:
            return False
        # Without an article a trade is a name, whether or not the table knows the first one.
        return len(full.words) > 1 and not is_common(full.words[0])

    def _may_speak(self, name: str, mention: str, cue: str | None) -> bool:
        """Return whether a name of a mention is one, also where every noun has a capital.

        There one word alone is a name as the whole subject of a verb in the singular: nouns have
        their articles (``sagte Finch``, but ``sagte der Wirt`` and ``sagen Anwohner``).
        """
        if f" {name} of " in f"{mention} " and " " not in name:
            return False
        second = mention.split(" ")[min(1, mention.count(" "))]
        if self.cast.may_name(name.split()) or MOUTHPIECE.match(second):
            return True
        subject = _OBJECT.split(mention)[0] if self.cast.naming.nouns else mention
        alone = name == subject and cue is not None and not cue.endswith("en")
        return alone and name.casefold() not in self.cast.nouns

    def _titled(self, name: Name, mention: str) -> Name:
        """Return a name, or another of the same surname whom the title fits (``Ms Finch``)."""
        title = _TITLE.match(mention)
        if title is None or name.gender not in ("m", "f"):
            return name
        gender = "m" if title.group(1) in ("Mr", "Herr", "M") else "f"
        if name.gender == gender:
            return name
        last = name.words[-1]
        others = [other for other in self.cast.names if other.words[-1] == last]
        fit = next((o for o in others if len(o.words) > 1 and o.gender == gender), None)
        return fit or Name(last, (last,), organisation=False, first=name.first)

    def _other_script(self, mention: str) -> tuple[str, float] | None:
        """Return the speaker of a mention in Chinese or Japanese."""
        bare = plain_name(mention)
        if bare is None or (bare == mention and "の" in mention):
            return None
        name = bare.rsplit("の", 1)[-1]
        if not 2 <= len(name) <= 8:
            return None
        if name not in self._longer:
            pattern = rf"(?<=の){re.escape(name)}[\u4e00-\u9fff々]{{1,3}}(?=さん|氏|は|が)"
            longer = re.search(pattern, self.text)
            self._longer[name] = longer.group() if longer else name
        return self._longer[name], 0.6


def _is_told(name: Name, behind: str) -> bool:
    """Return whether an age or a role behind a name, or a role before it, makes it a person's."""
    beside = _BESIDE.match(behind)
    if len(name.words) < 2 or (beside is not None and beside[1]):
        return len(name.words) > 1
    words = [name.words[0], *(beside[2].split() if beside is not None else ())]
    return any(word.casefold() in ROLES or word.casefold() in DESCRIPTORS for word in words)
