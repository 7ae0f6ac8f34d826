"""Tells what somebody does, and for whom, from what pages print where a job stands.

Behind a name, below it in a card and in structured data stand jobs, employers, and much else: the
mail address, the date, a button, the next story's byline. Wherever a text comes from, it is judged
here before it becomes a role or an affiliation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scraper.page import Page
from scraper.parsers.authors.around import printed_line
from scraper.parsers.authors.openings import byword_end
from scraper.parsers.bios.card import Card, is_named
from scraper.parsers.bios.signs import head_lines, is_heading
from scraper.parsers.names import (
    is_agency,
    is_credential,
    is_label,
    is_role,
    looks_like_organization,
    looks_like_person,
    name_key,
    same_person,
    split_names,
)
from scraper.parsers.rules import bios as rules
from scraper.parsers.rules import names as name_rules
from scraper.parsers.rules.conjunctions import CLEAR
from scraper.parsers.rules.references import PLACES
from scraper.text import TextBlock

_LONGEST_ROLE = 110
_LONGEST_STATED = 300
"""Characters of a job in structured data; more is the text about somebody."""
_MOST_ROLE_WORDS = 20
_BESIDE = 2
"""Blocks behind the name in which a job stands; in a card without text it is the first."""
_MOST_LINKS = 2
"""A job and its employer, each with a link."""
_HEAD_WORDS = 3
"""First words of a text, one of which names the job, if an institution's name may follow it."""
_A_NAME = 0.85
"""Likelihood of a full name with a frequent given name."""
_AROUND = " ,;|·•⋅–—-\n\t"
_BUTTON = re.compile(
    r"\barchive\b|^(?:view|search|mail|e-?mail|more|mehr|see|read|follow|share|get|related|all|"
    r"alle|tous|toutes|todos|todas|tutti|alla|wszystkie|все|более|plus de|ver|vai)\s|"
    r"mehr vom|navigation|:$",
    re.I,
)
"""Lines that hold the word of a job and are none."""
_LABEL = re.compile(
    r"\W*(?:about(?: the author)?|bio|(?:the )?authors?|autor(?:\W?in)?|auteure?|autore|"
    r"penulis)\W*",
    re.I,
)
"""What says of somebody that they wrote the text, and nothing else."""
_WRITER = re.compile(
    r"(?:author|autor(?:in)?|autora|auteure?|autrice|autore)\s(?:of|and|&|und|et|y|e|de|du|di)\s"
    r"(?!(?:this|the (?:article|post|blog)|cet|cette|este|esta|questo)\b)",
    re.I,
)
"""Whoever writes books, or does something else beside, unlike the label of a byline."""
_HELD_AT = re.compile(
    r"\s(?:(?:at|of) the|at|an der|am|beim?|der|des|de la|del|da|do|du|au|chez|por la|en la|en el|"
    r"presso|della|aan de|aan het|van de|van het|bij|vid|ved|hos)\s|"
    r"\s(?:de l|à l|dell|all|presso l)['’]"
)
"""Words between a job and the institution where somebody has it."""
_ADDRESS_OR_NOTE = re.compile(r"@\w|://|:\s|©|^\W*[#@]|\b(?:min|ago|(?:19|20)\d\d)\b", re.I)
_NUMBER = re.compile(r"\d")
_DESK = re.compile(
    r"(?:redaktion|redactie|redazione|redakcja|redakce|redacci[oó]n|r[eé]daction|redação|toimitus)"
    r"(?:\s(?P<section>.+))?",
    re.I,
)
"""Where somebody works, without the name of the house, perhaps with the section's."""
_YEARS = re.compile(r"(?<=[^\W\d])(?:,|\s?\()\s?(?:19|20)\d\d(?:\s?[–-]\s?(?:\d{2,4})?)?\)?$")
"""When somebody had the job, behind it."""
_WHERE = re.compile(r"(?i:in|from|aus|à|i) [A-ZÀ-Þ]")
"""Where somebody reports from, which stands where a job does."""
_PLACES = frozenset(map(name_key, PLACES))
_SECTIONS = name_rules.SECTIONS
_PARTS = re.compile(r"\n|\s·\s(?=[^\W\d_])")
"""What parts the lines of a block, and what style sheets keep apart in it."""
_PICTURES = re.compile(r"getty|shutterstock|photo|image", re.I)
_JOINING = frozenset("and & und et y e och og en i with mit avec con".split())
_AT = re.compile(r"\s(?:at|@|bei|chez|en)\s(?:(?:the|der|dem|el|la|los|las)\s)?([^,]{2,60})$")
_LAST_PART = re.compile(r"(?:,|\s[|·•])\s([^,&|·•]{2,60})$")


@dataclass(frozen=True, slots=True)
class Job:
    """What somebody does, and for which institution or company; None for what is not said."""

    role: str | None = None
    employer: str | None = None


NO_JOB = Job()


def judge_job(text: str | None) -> Job:
    """Return the job that a text states where one is expected, with the employer at its end.

    An institution alone is the employer ("Jane Doe, Harbour University"), and one behind "at" or
    "of the" where words that name none stand before. Addresses, dates, labels, buttons, by-words,
    words that only join two names and another's name behind one state nothing, nor does a single
    word for any institution.
    """
    job = _YEARS.sub("", (text or "").strip(_AROUND))
    if not 0 < len(job) <= _LONGEST_STATED or _is_other(job):
        return NO_JOB
    if is_role(job) or any(map(is_role, job.split()[:_HEAD_WORDS])):
        return Job(job, _employer_in(job) or _house_behind(job))
    if is_label(job) or job.lower() in _SECTIONS or _is_place(job):
        return NO_JOB
    if not _is_desk(job) and (is_agency(job) or looks_like_organization(job.partition(",")[0])):
        if _is_bare_word(job):
            return NO_JOB
        begins = _house_start(job)
        return Job(None, job) if begins is None else Job(job, _house_behind(job))
    if _NUMBER.search(job) or _WHERE.match(job):
        return NO_JOB
    return Job(job, _employer_in(job))


def _is_other(text: str) -> bool:
    """Return whether a text where a job could stand is surely something else."""
    first, _, rest = text.partition(" ")
    if first.casefold() in _JOINING and looks_like_person(rest) >= _A_NAME:
        return True
    if all(word.casefold() in _JOINING for word in text.split()) or _LABEL.fullmatch(text):
        return True
    if _ADDRESS_OR_NOTE.search(text) or _is_button(text):
        return True
    if byword_end(text) and not _WRITER.match(text):
        return True
    return bool(rules.NOISE_LINE.match(text) or rules.CALL.match(text) or rules.BUTTON.search(text))


def _is_button(text: str) -> bool:
    """Return whether a line is a button: "Email the author", not "Email Marketing Manager"."""
    if _BUTTON.search(text) is None:
        return False
    last = text.rsplit(maxsplit=1)[-1]
    return not is_role(last) or _LABEL.fullmatch(last) is not None


def _employer_in(role: str) -> str | None:
    """Return the employer at the end of a job line ("Senior Engineer, Example Works")."""
    match = _AT.search(role) or _LAST_PART.search(role)
    employer = match.group(1).strip() if match else ""
    if not employer or is_role(employer) or is_credential(employer) or _WHERE.match(employer):
        return None
    if _is_place(employer) or employer[0].isdigit() or employer.split()[0] in rules.COPULA_WORDS:
        return None
    # One word in small letters is what else somebody is ("Schrijver en dichter").
    other = employer.islower() and employer.isalpha()
    return None if other or _is_bare_word(employer) else employer


def _house_behind(text: str) -> str | None:
    """Return the institution that a job is held at ("Dozent an der Universität Nordkai")."""
    house = text[_house_start(text) or len(text) :]
    return None if not house or house.islower() or _is_bare_word(house) else house


def _house_start(text: str) -> int | None:
    """Return where behind a job the name of an institution begins."""
    for match in _HELD_AT.finditer(text):
        before = text[: match.start()]
        words = before.casefold().split()
        if not words or words[0] in name_rules.INSTITUTIONS or looks_like_organization(before):
            return None
        if looks_like_organization(text[match.end() :]):
            return match.end()
    return None


def _is_desk(text: str) -> bool:
    """Return whether a text is the word for a newsroom, alone or with a section behind it."""
    desk = _DESK.fullmatch(text)
    return desk is not None and (not desk["section"] or desk["section"].lower() in _SECTIONS)


def _is_place(text: str) -> bool:
    """Return whether a text is a city or country and nothing else ("Berlín", "Cape Town")."""
    key = name_key(text)
    return key in name_rules.CITIES or _PLACES.issuperset(key.split())


def _is_bare_word(text: str) -> bool:
    """Return whether a text is a single word for any house or desk ("News", "Redaktion")."""
    bare = text.casefold() in name_rules.ORGANIZATION_WORDS and not is_agency(text)
    return bare or _is_desk(text)


def find_job(page: Page, card: Card, name: str) -> Job:
    """Return the job that a card states: behind the name in its line, or in a line of its own.

    Lines above a bio in its own text are asked first.

    In a card with a text that is whatever line stands right behind the name, if it can be a job;
    elsewhere only a line that has the word for one.
    """
    jobs = _stated_jobs(page, card, name)
    first = next(jobs, NO_JOB)
    if first.role is None or first.employer is not None:
        return first
    # The house stands in a line of its own below the job.
    below = next(jobs, NO_JOB)
    return replace(first, employer=None if below.role else below.employer)


def _stated_jobs(page: Page, card: Card, name: str) -> Iterator[Job]:
    """Yield what the lines of a card say of somebody's job, in order."""
    below = is_named(page, card, name)
    bio = page.blocks[card.texts[0]].text if card.texts else ""
    heads, _ = head_lines(bio, name, below=below)
    texts = [_job_text(line.strip(), name, announced=True) for line in heads]
    named = -_BESIDE
    for index in card.lines:
        block = page.blocks[index]
        if name in block.text:
            named = index
        beside = 0 <= index - named <= (_BESIDE if card.texts else 1)
        if not (beside or card.texts) or _is_list_of_links(block):
            continue
        if block.tag == "dt" and name not in block.text and not is_role(block.text):
            continue  # A label: the job is behind it.
        linked = block.link_chars * 2 > len(block.text)
        announced = bool(card.texts) and beside and not linked
        texts += [
            _job_text(line.strip(), name, announced=announced)
            for line in _PARTS.split(printed_line(block))
        ]
    yield from (job for job in map(judge_job, texts) if job is not NO_JOB)


def _is_list_of_links(block: TextBlock) -> bool:
    """Return whether a block is many links: tags of the article, not the job of its author."""
    if block.link_chars * 2 <= len(block.text):
        return False
    return sum(mark.element.tag == "a" for mark in block.marks()) > _MOST_LINKS


def _job_text(line: str, name: str, *, announced: bool) -> str | None:
    """Return what of a card's line may be a job: what is behind the name, or all of it."""
    if not line or len(line) > len(name) + _LONGEST_ROLE:
        return None
    if is_heading(line) and not (announced and is_role(line)):
        return None
    rest = line[byword_end(line) :]
    place = rest.find(name)
    if place >= 0:
        after = rest[place + len(name) :].strip(f" :{_AROUND}")
        if after.startswith(("(", "（")) and after.endswith((")", "）")):
            after = after[1:-1]
        if after.partition(" ")[0] in CLEAR:
            return None  # Who else signs: "and the paper's staff".
        job = is_role(after) or is_role(after.partition(",")[0])
        return after if after and not is_credential(after) and job else None
    if same_person(rest, name):
        return None
    names = split_names(line)
    if any(same_person(n.name, name) for n in names):
        return next((n.role for n in names if n.role), None)
    if is_credential(line) or not any(map(str.isalpha, line)) or line.endswith((".", "?", "!")):
        return line if "," in line and is_credential(line.split(",", maxsplit=1)[0]) else None
    if is_role(line):
        return line
    short = len(line.split()) <= _MOST_ROLE_WORDS
    return line if announced and short and not _PICTURES.search(line) else None


__all__ = ["NO_JOB", "Job", "find_job", "judge_job"]
