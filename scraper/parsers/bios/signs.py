"""The signs of a text about somebody: its heading, its first words, its being prose."""

import re

from scraper.needles import make_needles
from scraper.parsers.authors.openings import byword_end
from scraper.parsers.bios.beginnings import AROUND_HEADING, SHORT, may_be_headed
from scraper.parsers.names import is_role, read_name, same_person, split_names
from scraper.parsers.rules import bios as rules
from scraper.patterns import late
from scraper.remembering import remembered
from scraper.text import TextBlock

LEAST_WORDS = 6
LEAST_CHARS = 20
"""Least length of prose in Chinese, Japanese or Korean; all other prose is longer still."""
_LEAST_SPACED_CHARS = 24
_OPENING_CHARS = 300
_MOST_NAME_WORDS = 4
_FULL_NAME = 0.6
_LONGEST_BIO = 6000
_LEAST_ADDRESS_PARTS = 3
_LONGEST_ADDRESS_PART = 45
_ADDRESS_PARTS = late(r"\n|,\s")
_ASIAN = late(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
_NO_BIO_WORDS = make_needles(rules.NO_BIO_WORDS)
_FULL_STOPS = tuple(".。．।۔")
_SENTENCE_END = late(r"(?:[.!?…。！？)»”\"]\W*|\w\.\n[^\n.]{3,30})$")
"""A sentence's end at a text's end, or above the button that is its last line."""
_END_CHARS = 200
"""Characters of a text in which its last sentence's sign stands, with what is behind it."""
_FIRST_PERSON = late(r"^(?:I|I['’]m|I['’]ve|My|We|Hi|Hello|Ich|Je|Yo|Soy|Io|Ik|Jag|Jeg)\b")
_PRONOUN = late(
    r"^(?:he|she|they|his|her|with (?:an?|over|more|almost|nearly|his|her|their|years|decades|\d)|"
    r"as an?|based|er|sie|il|elle|él|ella|lui|lei|ele|ela|hij|zij)\b",
    re.I,
)


def is_prose(block: TextBlock) -> bool:
    """Return whether a block reads as sentences about somebody."""
    text = block.text
    if block.tag == "figcaption":
        return False
    if not LEAST_CHARS <= len(text) <= _LONGEST_BIO or not _has_sentence(text):
        return False
    if len(text) <= SHORT and (rules.NOISE_LINE.match(text) or _is_byline(text)):
        return False
    if rules.CALL.match(text) or _has_notice(text[:_OPENING_CHARS]):
        return False
    return block.link_chars * 2 <= len(text) or opening_name(text) is not None


def _is_byline(text: str) -> bool:
    """Return whether a short text is a byline or a call to follow somebody, not a sentence.

    A name with a job in brackets behind it ends as a sentence may.
    """
    if text.endswith((")", "）")) and _VERB.search(text) is None:
        names = split_names(text)
        return len(names) == 1 and names[0].role is not None and text.startswith(names[0].name)
    if text.endswith("!"):
        return not is_about_somebody(text) and _VERB.search(text) is None
    ends = any(line.endswith(_FULL_STOPS) for line in text.split("\n"))
    return byword_end(text) > 0 and not ends


def _has_notice(text: str) -> bool:
    """Return whether a text has words that no text about a person has."""
    folded = text.casefold()
    may_have = "©" in folded or "ⓒ" in folded or _NO_BIO_WORDS.held_in(folded)
    return bool(may_have) and rules.NO_BIO.search(text) is not None


def _has_sentence(text: str) -> bool:
    if not text.isascii() and _ASIAN.search(text):
        return True
    words = len(text.split()) if len(text) >= _LEAST_SPACED_CHARS else 0
    if words < LEAST_WORDS:
        return False
    if _SENTENCE_END.search(text, max(len(text) - _END_CHARS, 0)):
        return True
    if words < 2 * LEAST_WORDS:
        return opening_name(text) is not None
    return not _is_job(text) and not _is_address(text)


def _is_address(text: str) -> bool:
    """Return whether a text is parts of a postal address: short, with a number, without a verb."""
    parts = _ADDRESS_PARTS.split(text)
    if len(parts) < _LEAST_ADDRESS_PARTS or not any(map(str.isdecimal, text)):
        return False
    return all(len(part) <= _LONGEST_ADDRESS_PART for part in parts) and not _VERB.search(text)


def _is_job(text: str) -> bool:
    """Return whether a text is the name of a job, however long, rather than a sentence."""
    if is_role(text):
        return True
    begin = " ".join(text.split()[:_JOB_WORDS])
    return is_role(begin) and _VERB.search(text) is None


def is_heading(text: str) -> bool:
    """Return whether a line announces an author ("About the author", with or without a name)."""
    if len(text) > SHORT or not may_be_headed(text):
        return False
    bare = text.strip(AROUND_HEADING)
    if rules.HEADING.fullmatch(bare):
        return True
    match = rules.HEADING.match(bare)
    rest = bare[match.end() :] if match else ""
    if rest and (rest.lstrip()[:1] in (":", "-", "–", "—", "|") or _is_glued(bare, rest)):
        return True
    about = rules.ABOUT.match(bare)
    return about is not None and is_name(rules.COUNT.sub("", bare[about.end() :].rstrip("? ")))


def _is_glued(line: str, rest: str) -> bool:
    """Return whether a name follows a heading without a space, as two elements of a line do."""
    return rest[0].isupper() and line[-len(rest) - 1].islower() and is_name(rest)


def is_name(text: str) -> bool:
    """Return whether a text is the name of a person or an organisation."""
    name = read_name(text)
    return name is not None and (name.likelihood >= 0.55 or name.kind == "organization")


def is_weak(text: str) -> bool:
    """Return whether a heading is of the sort that bylines begin with too ("Written by")."""
    match = rules.HEADING.match(text.strip(" :.•-–—*"))
    return match is not None and rules.WEAK_HEADING.fullmatch(match.group()) is not None


HEADING_IN_TEXT = late(rf"^(?:{rules.HEADING.pattern})\s*(?:[:：|\n–—]|\s-\s)\s*", re.I)
"""A heading in the same text node as the bio."""


_AFTER_HEADING = (":", "：", "|", "\n", "–", "—", " - ")


def without_heading(text: str) -> tuple[str, bool]:
    """Return a bio without the heading in its text node, and whether it had one."""
    if (guest := rules.GUEST.match(text)) is not None:
        return text[guest.end() :], True
    head = text[:SHORT]
    if not may_be_headed(text) or not any(mark in head for mark in _AFTER_HEADING):
        return text, False
    match = HEADING_IN_TEXT.match(text[: 2 * SHORT])
    if match is None or rules.WEAK_HEADING.fullmatch(match.group().strip(" :：|\n–—-")):
        return text, False
    return text[match.end() :].lstrip(), True


def head_lines(text: str, name: str, *, below: bool = False) -> tuple[list[str], str]:
    """Return the lines above a bio in its own text, the person's name first, and the bio.

    Cards set by line breaks print name, job and bio one below the other. No lines where the first
    is not the name; where that has a line of its own above (``below``), the first may be a job.
    """
    text, _ = without_heading(text)
    lines = text.split("\n")
    is_job = below and is_role(lines[0]) and _is_below_name(lines[0], name)
    if not is_job and not same_person(lines[0].split(",")[0], name):
        return [], text
    end = 1
    while end < len(lines) - 1 and _is_below_name(lines[end], name):
        end += 1
    rest = "\n".join(lines[end:]).lstrip()
    return (lines[:end], rest) if len(rest) > len(lines[0]) else ([], text)


def _is_below_name(line: str, name: str) -> bool:
    """Return whether a line is a job, a place or an address: no sentence, nor the name again."""
    if len(line) > SHORT or _SENTENCE_END.search(line) or _VERB.search(line):
        return False
    return not is_about_somebody(line) and not line.startswith(name.split(maxsplit=1)[0])


_WE = late(r"^(?:we|wir|nous|nosotros|noi|nós|wij|vi|my)\b", re.I)
_ARTICLE = late(r"^(?:the|die|der|das|le|la|les|el|los|il|o|a|de|het)\s+", re.I)
_STAFF = late(r"\s+(?:editorial )?(?:team|staff|editors|redaktion|desk)$", re.I)


def speaks_of_house(text: str, name: str) -> bool:
    """Return whether prose begins with the name of a house, or with its "we"."""
    bare, own = _ARTICLE.sub("", text), _STAFF.sub("", _ARTICLE.sub("", name))
    return _WE.match(text) is not None or bare.casefold().startswith(own.casefold())


def is_about_somebody(text: str) -> bool:
    """Return whether prose begins in the first person, or with a pronoun."""
    return bool(_FIRST_PERSON.match(text) or _PRONOUN.match(text))


_OPENING = late(
    rf"^\W{{0,3}}((?:[^\W\d_]|['’.])[^,:;!?()|\n]{{1,50}}?)(?:\s\([^)]{{1,60}}\))?"
    rf"(?:,\s[^.]{{2,80}}?,)?\s(?:{rules.COPULA})\b",
    re.I,
)
_VERB = late(rf"\b(?:{rules.COPULA})\b")
_JOB_WORDS = 8
"""First words of a line, one of which names the job, if the line is one."""
_LABEL = late(r"^(?:the )?(?:author|autor(?:in)?|auteur)\s+", re.I)


@remembered(1024)
def opening_name(text: str) -> str | None:
    """Return the name that a bio's first sentence is about ("Jane Doe is a …")."""
    match = _OPENING.match(text[:240])
    if match is None:
        return None
    name = read_name(_LABEL.sub("", match.group(1)))
    return name.name if name and name.likelihood >= 0.28 else None


def leading_name(text: str) -> str | None:
    """Return the full name that the first capitalised words of a text are, whatever follows.

    Only where a heading has announced a person: prose begins with capitalised words, too.
    """
    words: list[str] = []
    for word in text[:SHORT].split():
        if not word[0].isupper() or len(words) == _MOST_NAME_WORDS:
            break
        words.append(word)
        if word.endswith(","):
            break
    name = read_name(" ".join(words).rstrip(",")) if len(words) > 1 else None
    return name.name if name and name.likelihood >= _FULL_NAME else None
