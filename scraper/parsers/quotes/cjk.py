"""Finds what a Chinese or Japanese sentence says about the source of a quotation.

Neither language parts words, so that clauses and particles are read instead: Chinese puts
subject and verb before the words or right behind them, Japanese the topic before them or behind
the particle that closes them, and the verb last.
"""

import re
from functools import cache

from scraper.parsers.quotes.frames import Frame, made
from scraper.parsers.quotes.grammar import Grammar
from scraper.parsers.quotes.spans import Attribution
from scraper.parsers.quotes.texts import CJK_LETTER
from scraper.parsers.rules.quote_people import (
    CIRCUMSTANCES_ZH,
    FEMALE_CJK,
    MALE_CJK,
    ROLES_CJK,
    SOME_CJK,
    SURNAMES_ZH,
    UNNAMED_CJK,
)
from scraper.patterns import late

PRONOUNS_CJK = frozenset("他 她 彼 彼女".split())
_REACH = 40
"""Characters behind the words in which their verb stands."""
_SOURCE = rf"[{CJK_LETTER}A-Za-z·・]"
_TOPIC = late(
    rf"(?:^|[、。])({_SOURCE}{{1,24}}?)(?:[（(][^（）()]{{1,12}}[）)])?(?:は|が|も)(?=[、「『]|[^、。]*$)"
)
"""What a sentence is about, perhaps with the age behind it: ``佐藤さん（62）は``."""
_CIRCUMSTANCE = late(rf"(?<=..)(?:{CIRCUMSTANCES_ZH})")
_TOLD = "(?:(?:本报|本報|新华社|中新社|本刊)?(?:记者|記者)|媒体|媒體|大家|法新社|路透社)"
"""To whom something is said, between verb and comma."""
_CLAUSES = late(r"[，,。、；：:]")
_CLAUSE_CHARS = 30
_HONORED = late(rf"(?:さん|様|氏|{ROLES_CJK})$")
_TITLED = late(rf"^.{{0,12}}?(?:{ROLES_CJK})(?={_SOURCE}{{2,4}}$)")
_UNNAMED = late(rf"(?:{UNNAMED_CJK})(?:们|們|ら|たち)?$")
_SOME = late(SOME_CJK)
_OF_PLACE = late(rf".*的((?:{SURNAMES_ZH})[\u4e00-\u9fff]{{1,2}})$")
"""A name behind where somebody is from (``在海外留学的王丽``)."""
_OF_TRADE = late(
    rf"[\u4e00-\u9fff]{{2,6}}((?:{SURNAMES_ZH})(?:[\u4e00-\u9fff]{{2}}|(?<=[人员師师工者家匠].)[\u4e00-\u9fff]))$"
)
"""A name of three characters behind any trade (``船工周德福``), of two behind one that ends so."""
_MANNER = late(r"(?<=..)[\u4e00-\u9fff]{2}地$")
"""How somebody speaks, right before the verb (``王丽激动地说``)."""
_PRONOUN_ZH = late(r"^(?:他|她)[们們]?|(?:他|她)[们們]?$")
_PERSON_ZH = late(
    rf"(?:^|(?<=[。！？；，、：\n”」）和与與跟了]))(?:.{{0,8}}?(?:{ROLES_CJK}))?"
    rf"((?:{SURNAMES_ZH})[\u4e00-\u9fff]{{1,2}}?)"
    r"(?=[，。、（和与與是在于於曾也还還则則都从從当當被将將已又就再对對向为為今告说說表指认認称稱])"
)
_PERSON_JA = late(rf"([\u4e00-\u9fff々]{{2,6}}?)(?:さん|氏|{ROLES_CJK})(?:は|が|も)")


def find_cjk(frame: Frame, grammar: Grammar) -> Attribution | None:
    """Return the attribution of a quotation on a Chinese or Japanese page, or None."""
    return _japanese(frame, grammar) if grammar.language == "ja" else _chinese(frame, grammar)


def plain_name(mention: str) -> str | None:
    """Return a name without honorific and role; None for a role that nobody is named with."""
    mention = _MANNER.sub("", mention)
    if _UNNAMED.search(mention) or _SOME.match(mention):
        return None
    whose = _OF_PLACE.match(mention)
    mention = whose.group(1) if whose is not None else mention
    titled = _TITLED.sub("", mention)
    name = _HONORED.sub("", titled) if titled == mention else titled
    trade = _OF_TRADE.fullmatch(name)
    return trade.group(1) if trade is not None else name or None


def people_in(text: str) -> list[str]:
    """Return whom a text names as topics or subjects, by surname, honorific or role, in order."""
    return [*_PERSON_ZH.findall(text), *_PERSON_JA.findall(text)]


def antecedent(gender: str, text: str, last: tuple[int, str] | None, place: int) -> str | None:
    """Return whom 他, 她, 彼 or 彼女 means: the only person since somebody spoke, or that one.

    Where two come into question, or the name speaks for the other gender, nobody is named.

    Args:
        gender: ``m`` or ``f``.
        text: What stands before the pronoun, as far as it is read.
        last: Where in the body somebody spoke last, and who.
        place: Where in the body the pronoun stands.
    """
    begin = place - len(text)
    where, speaker = last if last is not None else (0, None)
    if speaker is not None and speaker.isascii() and " " not in speaker:
        speaker = None  # Latin letters in one word are a company's (``Nasa``).
    people = dict.fromkeys(people_in(text[max(where - begin, 0) :]))
    others = [name for name in people if name != speaker and _may_be(name, gender)]
    if not others and speaker is not None and where >= begin:
        return speaker if _may_be(speaker, gender) else None
    if len(others) != 1 or speaker in people:
        return None
    # A Chinese name is told by its surname alone, which many other words begin with.
    honored = others[0] in _PERSON_JA.findall(text)
    return others[0] if honored or text.count(others[0]) > 1 else None


def _may_be(name: str, gender: str) -> bool:
    """Return whether the last character of a name does not speak against a gender."""
    against = FEMALE_CJK if gender == "m" else MALE_CJK
    return name[-1:] not in against


@cache
def _behind_pattern(grammar: Grammar) -> re.Pattern[str]:
    verb = grammar.cue.pattern
    if grammar.language == "ja":
        return re.compile(
            rf"(?:など)?(?:と|って)[、,]?(?:({_SOURCE}{{1,24}}?)(?:は|が(?!ら)|も)[、,]?)?[^。「『]{{0,12}}?({verb})"
        )
    return re.compile(rf"[，,]?({_SOURCE}{{1,20}}?)((?:{verb}){{1,2}})(?:{_TOLD})?(?=[，,。；]|$)")


@cache
def _source_pattern(grammar: Grammar) -> re.Pattern[str]:
    if grammar.language == "ja":
        return re.compile(rf"({_SOURCE}{{1,24}}?)({grammar.phrase.pattern})[、,]?")
    return re.compile(
        rf"({grammar.phrase.pattern})({_SOURCE}{{2,20}}?)(?:{grammar.cue.pattern}|报道|報道|所述|消息)"
    )


def _japanese(frame: Frame, grammar: Grammar) -> Attribution | None:
    text = frame.text
    source = _source_pattern(grammar).search(text, frame.lead, frame.left)
    if source is not None:
        mention = (source.group(1), source.start(1))
        return made(frame, mention, source.group(2), 0.8, 0, "before")
    tail = min(frame.tail, frame.right + _REACH)
    behind = _behind_pattern(grammar).match(text, frame.right, tail)
    if behind is None:
        return None
    verb, reach = behind.group(2), behind.start(2) - frame.right
    if behind.group(1) is not None:
        return made(frame, (behind.group(1), behind.start(1)), verb, 0.85, reach)
    topic = _TOPIC.search(text[frame.lead : frame.left])
    if topic is None:
        return made(frame, None, verb, 0.85, reach)
    return made(frame, (topic.group(1), frame.lead + topic.start(1)), verb, 0.85, reach)


def _chinese(frame: Frame, grammar: Grammar) -> Attribution | None:
    text = frame.text
    source = _source_pattern(grammar).search(text, frame.lead, frame.left)
    mention: tuple[str, int] | None
    if source is not None:
        mention = (source.group(2), source.start(2))
        return made(frame, mention, source.group(1), 0.8, 0, "before")
    ahead = list(grammar.cue.finditer(text, frame.lead, frame.left))
    if ahead:
        verb = ahead[-1]
        if len(ahead) > 1 and ahead[-2].end() == verb.start():
            # ``王丽补充说``: two verbs of one speaker.
            verb = ahead[-2]
        mention = _subject_zh(frame, verb.start())
        return made(frame, mention, verb.group(), 0.85, 0, "before")
    behind = _behind_pattern(grammar).match(
        text, frame.right, min(frame.tail, frame.right + _REACH)
    )
    if behind is None:
        return None
    mention = _until_circumstance(behind.group(1), behind.start(1))
    return made(frame, mention, behind.group(2), 0.8, 0)


def _subject_zh(frame: Frame, end: int) -> tuple[str, int] | None:
    """Return the subject before a verb: what opens its clause, else the clause before."""
    start = max(frame.lead, end - _CLAUSE_CHARS)
    borders = [start, *(m.end() for m in _CLAUSES.finditer(frame.text, start, end))]
    for border in reversed(borders):
        clause = _CLAUSES.split(frame.text[border:end], maxsplit=1)[0].strip()
        if clause:
            return _until_circumstance(clause, border)
    return None


def _until_circumstance(clause: str, start: int) -> tuple[str, int]:
    """Return the source without where, when and to whom it spoke (``王丽在会上``)."""
    cut = _CIRCUMSTANCE.search(clause)
    subject = clause[: cut.start()] if cut is not None else clause
    pronoun = _PRONOUN_ZH.search(subject)
    if pronoun is not None:
        # ``他还说`` and ``随后他说``: what stands around the pronoun is no part of a name.
        return pronoun.group(), start + pronoun.start()
    return subject, start
