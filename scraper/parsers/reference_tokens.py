"""Cuts a reference string into tokens and describes each one for the sequence labeller.

A token is a word, a number or a whole identifier (address, DOI, ISBN …); everything between two
tokens is the gap, whose punctuation is the strongest sign of where a field ends. A phrase is a
run of tokens between two gaps with punctuation; what a whole phrase looks like (names, prose,
journal words, numbers) is told to each of its tokens, and so are the kinds of its neighbours.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from scraper.parsers.rules import references as rules
from scraper.patterns import late
from scraper.remembering import remembered

MAX_CHARS = 3000
"""Longer strings are cut here: the longest reference in 1,300 of the web had 1,100 characters,
most of them names; what follows is prose of a note."""

_MAX_TOKENS = 400

_WORD = (
    r"(?P<word>[^\W_]+(?:(?:[-‐‑–—’'_+@&]|(?<=\d)\s?[-–—]\s?(?=\d)|\.(?=[^\W\d_]{1,3}(?!\w))"
    r"|(?<=\d)\.(?=\d))[^\W_]+)*)"
)
_TOKEN = late(
    r"""(?P<link>(?:https?|ftp)://[^\s<>"“”«»]+|(?<![\w@.])www\.[^\s<>"“”«»]+
          |(?<![\w@./-])(?:[a-z0-9-]{1,40}\.){1,4}(?:com|org|net|gov|edu|info|io|int|eu|de|fr|ch|uk)/[^\s<>"“”«»]*)
      |(?P<doi>(?:\bdoi\b\s{0,3}[:>]?\s{0,3})?\b10\.\d{4,9}/[^\s"“”]+)
      |(?P<arxiv>\barXiv\s{0,2}:\s{0,2}[\w./-]+)
      |(?P<isbn>\bISBN(?:-1[03])?(?:\s\(1[03]\))?[\s:]{0,3}\d[\d\sXx‐‑–-]{8,20}(?!\w))
      |(?P<issn>\be?-?ISSN[\s:]{0,3}\d{4}.?\d{3}[\dXx])
      |(?P<pmid>\bPMC?ID[\s:]{0,3}(?:PMC)?\d+|\bPMC\d+)
      |"""
    + _WORD,
    re.VERBOSE | re.IGNORECASE,
)
_WORD_ALONE = late(_WORD)
_IDENTIFIED = ("/", "www.", "arxiv", "isbn", "issn", "pmid", "pmc")
"""One of these is in all that ``_TOKEN`` finds besides words."""

_QUOTES = {ord(mark): '"' for mark in "“”„‟«»"} | {ord(mark): "'" for mark in "‘’‚‛`´‹›"}
_DASHES = {ord(mark): "-" for mark in "‐‑‒–—―−"}
_SIGNS = _QUOTES | _DASHES
_PLAIN = _SIGNS | {ord("["): "(", ord("]"): ")", ord("!"): "?", ord("…"): "."}

_LAST_INITIALS = late(r"[A-ZÀ-ÞŁŚŽ](?:[.\-]?[A-ZÀ-ÞŁŚŽ]){0,3}")
_YEAR = late(r"(?:1[4-9]|20)\d\d(?:[-–/](?:\d\d|(?:1[4-9]|20)\d\d))?[a-z]?")
_NUMBER = late(r"[\d–-]+")
_RANGE = late(r"[A-Za-z]?\d+\s?[-‐‑–—]\s?[A-Za-z]?\d+")
_ROMAN = late(r"[IVXLC]{1,6}|[ivxlc]{1,6}")
_DIGIT = late(r"\d")
_NUMBERS = (("year", _YEAR), ("range", _RANGE))
_LETTERS = (("initials", _LAST_INITIALS), ("roman", _ROMAN))
_LONGEST_LETTERS = 7
"""Characters of four initials with three signs between them."""
_BREAKS = frozenset('.,;:?()"/|')
_AFTER_ABBREVIATION = 3


class Token(NamedTuple):
    """A word, number or identifier with its place in the string."""

    text: str
    start: int
    end: int
    kind: str
    """``word`` or the kind of identifier: ``link``, ``doi``, ``arxiv``, ``isbn``, ``issn``,
    ``pmid``."""


JOINTS = ("space", "abbreviation", "comma", "stop", "colon", "quote", "bracket", "other")
"""Sorts of gap, for what may follow what: fields seldom change at a plain space."""

Features = tuple[str, ...]


class WordClass(NamedTuple):
    """What one word alone tells; worked out once per word."""

    letters: frozenset[str]
    """Names of the word lists that hold it, and of its shape."""
    features: Features
    has_digit: bool = False


def tokenise(text: str) -> list[Token]:
    """Return the tokens of a reference string, at most 400 of its first 3,000 characters."""
    tokens = []
    text = text[:MAX_CHARS]
    low = text.lower()
    pattern = _TOKEN if any(sign in low for sign in _IDENTIFIED) else _WORD_ALONE
    for match in pattern.finditer(text):
        kind = match.lastgroup or "word"
        start, end = match.span()
        if kind != "word":
            end = start + len(match.group().rstrip(" .,;:'’)]}>-–"))
        tokens.append(Token(text[start:end], start, end, kind))
        if len(tokens) >= _MAX_TOKENS:
            break
    return tokens


def gaps_between(text: str, tokens: Sequence[Token]) -> list[str]:
    """Return the text before, between and behind the tokens in plain marks and single spaces.

    One more than there are tokens. Dashes, quotes and brackets of every sort are made one sort;
    long gaps keep their two ends.
    """
    places = [0, *(token.end for token in tokens)]
    nexts = [*(token.start for token in tokens), min(len(text), MAX_CHARS)]
    return [_plain_gap(text[start:end]) for start, end in zip(places, nexts, strict=True)]


@remembered(4096)
def _plain_gap(gap: str) -> str:
    plain = " ".join(f".{gap}.".translate(_PLAIN).split())[1:-1]
    return plain if len(plain) <= 6 else plain[:3] + plain[-3:]


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    """Return for each listed word the names of the lists that hold it."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in rules.WORD_LISTS:
        found.update((word, (*found.get(word, ()), name)) for word in words)
    return found


@remembered(8192)
def describe_word(word: str, kind: str) -> WordClass:
    """Return the word lists, shape and spelling features of a word, independent of its place."""
    if kind != "word":
        return WordClass(frozenset((kind, "identifier")), (f"k={kind}",))
    plain = word if word.isascii() else unicodedata.normalize("NFKC", word).translate(_SIGNS)
    lower = plain.casefold()
    lists = _lists().get(lower, ())
    has_digit = _DIGIT.search(plain) is not None
    shape = _shape_of_number(plain) if has_digit else _shape(plain)
    letters = {*lists, shape}
    if has_digit:
        letters.update(name for name, pattern in _NUMBERS if pattern.fullmatch(word))
    elif len(word) <= _LONGEST_LETTERS:
        letters.update(name for name, pattern in _LETTERS if pattern.fullmatch(word))
    if plain in rules.REGIONS:
        letters.add("region")
    outline = _DIGIT.sub("0", lower) if has_digit else lower
    features = [f"w={outline}", f"s={shape}", f"l={min(len(word), 12)}"]
    features += [f"g={name}" for name in sorted(letters)]
    if lower[:1].isalpha():
        features += [f"3={lower[-3:]}", f"2={lower[-2:]}", f"p={lower[:3]}"]
    return WordClass(frozenset(letters), tuple(features), has_digit and bool(_DIGIT.search(word)))


def _shape_of_number(word: str) -> str:
    """Return the outline of a word with digits: ``dd`` (12), ``d-d`` (3-9), ``dx`` (12a)."""
    if word.isdigit():
        return "d" * min(len(word), 5)
    return "d-d" if _NUMBER.fullmatch(word) else "dx"


def _shape(word: str) -> str:
    """Return the outline of a word without digits: ``Xx`` (Smith), ``XX`` (WHO)."""
    if len(word) == 1:
        return "X" if word.isupper() else "x"
    if word.isupper():
        return "XX"
    if word.islower():
        return "x"
    if word[0].isupper():
        return "Xx" if word[1:].islower() else "XxX"
    return "xX"


def joints_between(tokens: Sequence[Token], gaps: Sequence[str]) -> list[int]:
    """Return the sort of the gap in front of each token, as an index into ``JOINTS``.

    The first is that of the gap before the whole string and means nothing.
    """
    joints = [0]
    for place in range(1, len(tokens)):
        joint = _joint(gaps[place])
        short = len(tokens[place - 1].text) <= _AFTER_ABBREVIATION
        joints.append(_ABBREVIATION if joint == _STOP and short else joint)
    return joints


@remembered(4096)
def _joint(gap: str) -> int:
    for marks, name in (
        ('"', "quote"),
        ("()", "bracket"),
        (".?", "stop"),
        (",", "comma"),
        (":;", "colon"),
    ):
        if not set(marks).isdisjoint(gap):
            return JOINTS.index(name)
    return JOINTS.index("other" if gap.strip() else "space")


_ABBREVIATION = JOINTS.index("abbreviation")
_STOP = JOINTS.index("stop")


class Description(NamedTuple):
    """The features of all tokens of a string."""

    tokens: list[tuple[Features, Features, Features]]
    """For each token: of the word alone, of the gaps on both sides, of its place."""
    phrases: list[Features]
    """For each phrase: its own and those of its neighbours."""
    where: list[int]
    """For each token the index of its phrase."""


class _Phrase(NamedTuple):
    start: int
    end: int
    kind: str
    features: Features


def featurise(tokens: Sequence[Token], gaps: Sequence[str]) -> Description:
    """Describe the tokens of a string for the labeller."""
    classes = [describe_word(token.text, token.kind) for token in tokens]
    phrases = _cut_phrases(tokens, gaps, classes)
    where = [number for number, own in enumerate(phrases) for _ in range(own.start, own.end)]
    kinds = ["^", "^", *[phrase.kind for phrase in phrases], "$", "$"]
    shared = [_phrase_features(phrase, n, kinds, gaps) for n, phrase in enumerate(phrases)]
    return Description(_token_features(classes, gaps), shared, where)


def _token_features(
    classes: Sequence[WordClass], gaps: Sequence[str]
) -> list[tuple[Features, Features, Features]]:
    features = []
    count = len(classes)
    years = quotes = brackets = numbers = 0
    for index, word in enumerate(classes):
        before = gaps[index]
        if before != " ":
            quotes += before.count('"')
            brackets = max(0, brackets + before.count("(") - before.count(")"))
        state = (quotes % 2, min(brackets, 1), min(years, 2), min(numbers, 3))
        place = _place_features(min(index, 6), min(count - index, 4), 8 * index // count, state)
        features.append((word.features, _edge_features(before, gaps[index + 1]), place))
        if word.has_digit:
            if "year" in word.letters:
                years += 1
            elif not word.letters.isdisjoint(_COUNTED):
                numbers += 1
    return features


_COUNTED = frozenset(("d", "dd", "ddd", "d-d", "range"))


@remembered(4096)
def _edge_features(before: str, after: str) -> Features:
    return (f"b={before}", f"a={after}", f"c={before}|{after}")


@remembered(4096)
def _place_features(first: int, last: int, eighth: int, state: tuple[int, ...]) -> Features:
    return (f"i={first}", f"j={last}", f"r={eighth}", f"q={''.join(map(str, state))}")


def _cut_phrases(
    tokens: Sequence[Token], gaps: Sequence[str], classes: Sequence[WordClass]
) -> list[_Phrase]:
    phrases = []
    start = 0
    for index, token in enumerate(tokens):
        gap = gaps[index + 1]
        is_last = index + 1 == len(tokens)
        # A full stop behind a short word is more often an abbreviation than an end.
        short = token.kind == "word" and len(token.text) <= _AFTER_ABBREVIATION and gap == ". "
        if is_last or (not short and not _BREAKS.isdisjoint(gap)):
            end = index + 1
            letters = [word.letters for word in classes[start:end]]
            held = frozenset().union(*letters)
            kind = _phrase_kind(letters, held)
            phrases.append(_Phrase(start, end, kind, _summary(letters, held)))
            start = end
    return phrases


def _share(count: int, total: int) -> int:
    return 4 * count // total if total else 0


def _summary(letters: Sequence[frozenset[str]], held: frozenset[str]) -> Features:
    """Return what the words of one phrase tell together; ``held`` is what any of them tells."""
    total = len(letters)
    stops = sum(["stop" in own for own in letters])
    small = sum(["x" in own for own in letters]) - stops
    capital = sum([not own.isdisjoint(_CAPITALS) for own in letters])
    length = total if total <= 3 else 4 + min((total - 4) // 4, 4)
    marks = held & _TELLING
    return (
        f"pl={length}",
        f"ps={_share(small, total)}{_share(capital, total)}{min(stops, 2)}",
        *(f"ph={name}" for name in marks),
    )


_CAPITALS = frozenset(("Xx", "XX", "XxX", "X"))
_RARE_KINDS = frozenset("LYNVPJ")
_TELLING = frozenset(
    "month year initials journal meeting site publisher institution report thesis place region "
    "given editor translator edition access available in page volume issue range link doi".split()
)


def _phrase_kind(letters: Sequence[frozenset[str]], held: frozenset[str]) -> str:
    """Return one letter for the sort of phrase, first rule that holds."""
    first = letters[0]
    if "identifier" in held:
        return "L"
    if "year" in held:
        return "Y" if len(letters) <= 3 else "y"
    if first & {"d", "dd", "ddd", "dddd", "ddddd", "d-d", "dx", "range"}:
        return "N"
    if first & {"volume", "issue", "page"} and not held.isdisjoint(("d", "dd", "ddd", "d-d")):
        return "V"
    if "editor" in held:
        return "E"
    return _wordy_kind(letters, held)


def _wordy_kind(letters: Sequence[frozenset[str]], held: frozenset[str]) -> str:
    total = len(letters)
    small = sum(["x" in own and "stop" not in own for own in letters])
    if "initials" in held and total <= 5 and not small:
        return "I"
    if small >= 2:
        return "T" if total > 3 else "t"
    for name, letter in (
        ("publisher", "P"),
        ("meeting", "M"),
        ("journal", "J"),
        ("institution", "U"),
        ("place", "G"),
        ("month", "D"),
        ("given", "F"),
    ):
        if name in held:
            return letter
    return "c" if total <= 2 else "C"


def _phrase_features(
    phrase: _Phrase, index: int, kinds: Sequence[str], gaps: Sequence[str]
) -> Features:
    """Return all features of a phrase; ``kinds`` has two more at either end."""
    second, last, own, following, behind = kinds[index : index + 5]
    before, after = gaps[phrase.start], gaps[phrase.end]
    rest = "".join(sorted(_RARE_KINDS.intersection(kinds[index + 3 :])))
    return (
        *phrase.features,
        f"k0={own}",
        f"k+={following}",
        f"k-={last}",
        f"kk={last}{own}{following}",
        f"k>={own}{following}{behind}",
        f"k<={second}{last}{own}",
        f"kb={own}{before}",
        f"ka={own}{after}",
        f"gg={before}|{after}",
        f"ki={min(index, 8)}{own}",
        f"kj={min(len(kinds) - 4 - index, 5)}{own}",
        f"kr={rest}",
    )
