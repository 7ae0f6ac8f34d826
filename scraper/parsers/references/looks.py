"""Judges whether a stretch of text looks like an entry of a reference list.

The score counts independent signs (identifier, year in brackets, names with initials, volume and
pages …); callers choose how many they ask for by how much else speaks for a list.
"""

import re

from scraper.needles import make_needles
from scraper.parsers.rules.citations import NO_DATE_PATTERN, ORG_SMALL_WORDS, PARTICLES, UPPER
from scraper.patterns import WORD_BEGINS, by_first_letter, late

_ANY_YEAR = r"(?:1[5-9]\d\d|20[0-4]\d)"
_NAME = rf"{UPPER}[\w'’.-]{{1,30}}"
_INITIALS = rf"(?:{UPPER}\.[ -]?){{1,4}}"
_OPENING = late(
    rf"(?:(?:van|von|de|der|den|del|di|da|du|la|le)\s+){{0,2}}"
    rf"(?:{_NAME}(?:[ -]{_NAME}){{0,2}},\s*(?:{_INITIALS}|{_NAME})"
    rf"|{_NAME}(?:[ -]{_NAME})?\s+(?:[A-ZÀ-ÞА-ЯЁ]{{1,3}}[,.;]|(?:[A-ZÀ-ÞА-ЯЁ]\.\s?){{2,3}})"
    rf"|{_INITIALS}\s*{_NAME}"
    rf"|{_NAME}\s+et\s+al)"
)
AUTHOR_YEAR = late(
    rf"[“\"]?[^\W\d_a-z][^\d()\[\]（）。?!\n]{{2,140}}\s*[(\[（]?"
    rf"(?:{_ANY_YEAR}[a-z]?|印刷中|出版年不明)[)\]）]?[.:,)\]「『、]"
)
"""Names, then the year: how entries of author-date styles open."""
_IDENTIFIER = late(
    by_first_letter(
        r"10\.\d{4,9}/\S|pmid:?\s*\d|pmc\d{5}|arxiv:\s*\d|isbn\b|issn\b|urn:nbn:", WORD_BEGINS
    )
)
"""Read in small letters, as are addresses, volumes and what says that somebody read a page."""
_URL = late(r"https?://|www(?<!\w...)\.\w")
URL_ONLY = late(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*", re.I)
_BRACKET_YEAR = late(
    rf"[(\[（](?:(?:[^()\[\]]{{0,24}}\W)?{_ANY_YEAR}[a-z]?(?:\W[^()\[\]]{{0,20}})?[)\]）]"
    rf"|{NO_DATE_PATTERN}[^()]{{0,20}}[)）])"
)
_YEAR = late(r"(?:1(?<![\d/.-].)[5-9]|2(?<![\d/.-].)0(?=[0-4]))\d\d[a-z]?(?![\d/])")
_VOLUME = late(
    r"\d\s?(?:\(\d{1,4}(?:[-–/]\d{1,4})?\)|[:;]\s?[a-z]?\d{1,6}\s?[-–]\s?[a-z]?\d|[巻卷号期])"
)
_VOLUME_WORD = late(
    rf"(?:{by_first_letter('vol|no|nr|bd|jg|heft|issue|t|núm|fasc|číslo|č|т|вып', WORD_BEGINS)})"
    r"\.?\s?\d|№\s?\d|n°\s?\d"
)
_PAGES = late(r"\d\s?(?:[-–]\s?\d{1,5}\.?$|頁|页|쪽|с\.)")
_PAGE_WORD = late(
    rf"(?:{by_first_letter('pp?|S|str|s|pág|págs|Seiten?|стр|С|с|sid', WORD_BEGINS)})\.?\s?\d"
)
_ACCESS = late(
    r"\b(?:accessed|retrieved|consulted|last visited|viewed|abgerufen|zuletzt|zugriff|aufgerufen|"
    r"consulté|consultado|recuperado|consultato|geraadpleegd|available (?:at|from|online)|"
    r"verfügbar|abrufbar|disponible|archived from|hämtad|dostęp|"
    r"recuperado|обращения|режим доступа|erişim)\b|閲覧|最終アクセス|访问|\[online\]|\[internet\]|"
    r"\[электронный ресурс\]",
    re.I,
)
_ACCESS_NEEDLES = make_needles(
    "accessed|retrieved|consulted|last visited|viewed|abgerufen|zuletzt|zugriff|aufgerufen|"
    "consulté|consultado|recuperado|consultato|geraadpleegd|available|verfügbar|abrufbar|"
    "disponible|archived|hämtad|dostęp|обращения|режим|erişim|閲覧|最終アクセス|访问|[online]|"
    "[internet]|[электронный".split("|")
)
"""The needles of a pattern stand in all that it finds, here in lower case."""
_HOUSE = late(
    r"\b(?:University Press|Press|Verlag|Publishers?|Publishing|Éditions|Editions|Edizioni|"
    r"Editorial|Ediciones|Presses|Publications|Wydawnictwo|Nakladatelství|Издательство|Изд-во|"
    r"Verlagshaus|Yayınları|Kiadó|Books|Oxford|Cambridge|Routledge|Springer|Penguin|Suhrkamp|Gallimard)\b"
    r"|出版社|出版会|書店|書房|新書|문학사|출판부|\b(?:М|СПб|Л|К)\.\s?:"
)
_HOUSE_NEEDLES = make_needles(
    "Press Verlag Publish Éditions Editions Edizioni Editorial Ediciones Publications Wydawnictwo "
    "Nakladatelství Издательство Изд-во Yayınları Kiadó Books Oxford Cambridge Routledge Springer "
    "Penguin Suhrkamp Gallimard 出版社 出版会 書店 書房 新書 문학사 출판부 М. СПб. Л. К.".split()
)
_DATED_IMPRINT = late(
    r"\([^()]{2,40}:\s[^()]{2,60},\s(?:1[5-9]|20)\d\d\)"
    r"|(?:^|[.:,] )[^\W\d_a-z][\w’'. -]{1,24}(?:: |, )[^.:,;()]{2,48}[;,] (?:1[5-9]|20)\d\d[.,]"
)
_IMPRINT_YEAR = late(r"[,;]\s(?:1[5-9]|20)\d\d[.,)]")
"""How all that ``_DATED_IMPRINT`` finds ends."""
_TOWN_AND_HOUSE = late(
    r"[.,] [^\W\d_a-z][\w’' -]{1,24}(?:, [A-Z]{2})?: [^\W\d_a-z][^.:;()]{2,48}"
    r"(?:, (?:1[5-9]|20)\d\d)?(?:[.)]|$)"
)
"""``. Leeds: Quill, 2011)``: how a source within a sentence ends."""
_TYPE_MARK = late(r"[\[［](?:[A-Z]{1,2}|[JMCDNRSPA]/OL|EB/OL|DB/OL)[\]］](?=[.．,，\s/])")
"""What GB/T 7714 prints behind a title: ``[J]`` journal, ``[M]`` book."""
_IN = late(r"[IiDE](?<!\w.)(?:(?<=[IiE])n|(?<=D)ans):?\s(?:[A-Z]|<|“|\")")
"""Begins with a sign that is searched for; a border of a word before it takes five times as long.
"""
_WITHIN = late(
    r"\b(?:eds?\.|Hrsg\.|Hg\.|dir\.|trans\.|edn\.?|ed\.)|"
    r"\bet al\b|\s//\s|\bпод ред\.|\ba cura di\b|\bred\.|[」』]『|"
    r"\bJournal\b|\bZeitschrift\b|\bRevue\b|\bRevista\b|\bProceedings\b|\bReview\b"
)
_WITHIN_NEEDLES = make_needles(
    "ed.|eds.|Hrsg.|Hg.|dir.|trans.|edn|et al|//|под ред.|a cura di|red.|」『|』『|"
    "Journal|Zeitschrift|Revue|Revista|Proceedings|Review".split("|")
)
_QUOTED = late(r"[^.]{0,80}[“„«\"'‘][^”“»\"]{8,200}[”“»\"'’]")
_COMMENT = late(
    r"\b(?:I|we|I'm|I’m|my|you|ich|wir|je|nous)\b|\b(?:is|are|was|were|has|have|does|don't|"
    r"won't|can|could|would|should|it's|it’s|ist|sind|war|waren|wird|haben|hat|est|sont|es|son|"
    r"que|fue|era|pero|como|che|è|sono|não|são|foi|het|dat|är|att|że|jest|что|как|это|не|был|была)\b"
)
_STRONG_IMPRINT = late(
    r"\b(?:10\.\d{4,9}/\S|ISBN[-:\s\d]|arXiv:\s*\d)"
    r"|\([^()]{2,40}:\s[^()]{2,60},\s(?:1[5-9]|20)\d\d\)"
    r"|\d{1,4}\s?\(\d{1,4}\)\s?[:,]\s?\d|\bVol\.\s?\d+[,;]"
    r"|\b(?:1[5-9]|20)\d\d;\s?\d{1,4}"
)
NO_DATE = late(NO_DATE_PATTERN)
_SMALL_WORD = late(r"(?<![\w’'-])(?=[^\W\d_A-Z])[^\W_]*[a-zß-ÿ][^\W_]*")
_BETWEEN_NAMES = PARTICLES | ORG_SMALL_WORDS | frozenset("al eds ed hrsg hg dir coord u".split())
_LONGEST = 1500
_TALKS = 3
"""Signs of a reference that make a sentence name a work all the same."""
_PARTS = late(r"[“”\"„«»]|[^\W\d_]{2}\.\s")
"""What parts a name from a title before the year, and stands in no clause."""
_SENTENCE = 2
"""Signs that a year behind the first words of a sentence is taken for."""


def looks(text: str) -> int:
    """Return how many signs of a reference a text shows; 2 is likely, 4 nearly certain."""
    if len(text) > _LONGEST:
        text = text[:_LONGEST]
    low = text.lower()
    score = 0
    if _IDENTIFIER.search(low):
        score += 3
    if _URL.search(low):
        score += 2
    if _BRACKET_YEAR.search(text):
        score += 2
    elif _YEAR.search(text):
        score += 1
    if _OPENING.match(text.lstrip("•–—-* ([“\"„«'")):
        score += 2
    elif AUTHOR_YEAR.match(text):
        score += 1
    if ("[" in text or "［" in text) and _TYPE_MARK.search(text):
        score += 3
    score += _VOLUME.search(low) is not None or _VOLUME_WORD.search(low) is not None
    score += _PAGES.search(text) is not None or _PAGE_WORD.search(text) is not None
    score += _QUOTED.match(text) is not None
    score += bool(_ACCESS_NEEDLES.held_in(low)) and _ACCESS.search(low) is not None
    return score + _names_house(text) + _is_within(text)


def _names_house(text: str) -> bool:
    """Return whether a text names a publisher, or prints a place where one stands."""
    if _HOUSE_NEEDLES.held_in(text) and _HOUSE.search(text):
        return True
    return _IMPRINT_YEAR.search(text) is not None and _DATED_IMPRINT.search(text) is not None


def _is_within(text: str) -> bool:
    """Return whether a text names an editor, a journal or a work around what it names."""
    named = bool(_WITHIN_NEEDLES.held_in(text)) and _WITHIN.search(text) is not None
    return named or _IN.search(text) is not None


def is_comment(text: str) -> bool:
    """Return whether an entry talks in sentences rather than naming a work."""
    return len(_COMMENT.findall(text[:600])) >= 2 or text.rstrip().endswith(("?", "!"))


def opens_as_reference(text: str) -> bool:
    """Return whether a text begins as entries do: with names, or a title in quotation marks."""
    if _OPENING.match(text) or text[:1] in '“„«"':
        return True
    dated = AUTHOR_YEAR.match(text)
    return dated is not None and are_names(dated.group())


def are_names(head: str) -> bool:
    """Return whether the words before a year are names: "As Okafor shows (2010)," is a sentence."""
    words = (word.strip("’'").casefold() for word in _SMALL_WORD.findall(head))
    return all(word in _BETWEEN_NAMES for word in words)


def talks(text: str, score: int) -> bool:
    """Return whether a note talks in sentences rather than naming a work.

    A year that seems to follow names but follows a sentence ("The mill closed in 1884,") is no
    sign of a reference: it and the words before it are taken off.

    Args:
        score: How many signs of a reference it shows, see ``looks``.
    """
    dated = None if _OPENING.match(text) else AUTHOR_YEAR.match(text)
    if dated and not _PARTS.search(dated.group()) and not are_names(dated.group()):
        return score - _SENTENCE < _TALKS
    return score < (_TALKS if is_comment(text) else 2)


def has_imprint(text: str) -> bool:
    """Return whether a text holds what only a full reference prints."""
    return _STRONG_IMPRINT.search(text) is not None


def has_publisher(text: str) -> bool:
    """Return whether a text names a publisher, or a town and a house with a year behind."""
    return _names_house(text) or _TOWN_AND_HOUSE.search(text) is not None


def is_url(text: str) -> bool:
    """Return whether a text is one address and nothing else."""
    text = text.strip()
    return " " not in text and URL_ONLY.fullmatch(text.strip("<>")) is not None
