"""Reads references of styles that mark their fields by signs of their own.

Chinese lists print the type of a work behind its title (GB/T 7714: ``[J]``, ``[M]``) or set titles
in ``《》``; Japanese and Korean ones set titles in ``「」``, books and journals in ``『』``;
Russian books have a dash before place and publisher (GOST R 7.0.5). Where the signs are there,
they say more than the labeller, which has seen few such strings.
"""

import re
from collections.abc import Iterator

from schemas import Name
from scraper.parsers.reference_names import split_names
from scraper.patterns import late

Fields = dict[str, str | list[Name] | None]

_HAN = "一-鿿"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_TYPED = late(
    r"(?:(?P<names>[^.．。\[\]]{1,240}?)[.．。]\s?)?(?P<title>[^\[\]]{2,240}?)\s?"
    r"\[(?P<mark>[JMCDNRSPAGZ]|EB|DB|CP)(?:/OL)?\]"
)
_TYPE = late(r"\[(?:[JMCDNRSPAGZ]|EB|DB|CP)(?:/OL)?\]")
_SERIAL = late(
    rf"[.．。]\s?(?P<container_title>[^,，.．]{{2,100}})[,，.．]\s?{_YEAR}(?:[-.]\d\d)*[,，]?\s?"
    r"(?P<volume>\d{1,4})?\s?(?:[(（](?P<issue>[^)）]{1,12})[)）])?\s?(?:[:：]\s?(?P<page>[\d+,–-]+))?"
)
_IMPRINT = late(
    rf"[.．。]\s?(?P<publisher_place>[^:：,，.．\[\]]{{1,24}})[:：]\s?(?P<publisher>[^,，]{{2,60}})[,，]\s?{_YEAR}"
    r"(?:\s?[:：]\s?(?P<page>[\d+,–-]+))?"
)
_WIDE = str.maketrans("［］", "[]")
_VISITED = late(
    r"(?P<title>[^．\[\]]{2,200}?)\s?[．.]\s?(?P<container_title>[^．.\[\]]{1,40}?)\s?"
    r"(?:[．.]\s?(?P<year>(?:19|20)\d\d(?:-\d\d){0,2})\s?)?\[引用日期\s?(?P<accessed>\d{4}-\d\d-\d\d)\]"
)
"""Chinese encyclopedias: the title of a page, its site, maybe its day, and the day of the visit."""
_WITHIN = late(r"//\s?(?P<container_title>[^.．。]{2,160})")
_MARK_TYPES = {
    "J": "article-journal",
    "M": "book",
    "C": "paper-conference",
    "D": "thesis",
    "N": "article-newspaper",
    "R": "report",
    "EB": "webpage",
    "P": "patent",
    "S": "standard",
}
_TITLED = late(
    r"(?P<names>[^：:《》。]{2,60}?)(?:主编|编著|编|著|译)?\s?[：:，,]\s?《(?P<title>[^》]{1,200})》"
)
_TITLED_SERIAL = late(
    rf"[，,]?\s?[载見见]?\s?《(?P<container_title>[^》]{{1,80}})》[，,]?\s?{_YEAR}\s?年?[，,]?"
    r"(?:\s?第\s?(?P<volume>\d+)\s?卷)?(?:\s?第\s?(?P<issue>[\d–-]+)\s?期)?(?:[，,]\s?第?\s?(?P<page>[\d–-]+)\s?页)?"
)
_TITLED_BOOK = late(
    rf"[，,]\s?(?:(?P<publisher_place>[^：:，,]{{1,12}})[：:]\s?)?(?P<publisher>[^，,：]{{2,24}}?(?:社|公司|书局|書局|馆|館))"
    rf"[，,]?\s?{_YEAR}\s?年?版?(?:[，,]\s?第?\s?(?P<page>[\d–-]+)\s?页)?"
)
_BRACKETED = late(
    r"(?P<names>[^「」『』（）()]{2,90}?)[、，,:：]?\s?"
    rf"(?:[（(]{_YEAR}[a-z]?[^）)]{{0,12}}[）)][.．、]?)?\s?(?P<open>[「『])(?P<title>[^」』]{{1,240}})[」』]"
)
_BOOK_TITLE = late(r"[.．、,，\s]{0,2}『(?P<container_title>[^』]{1,160})』")
_VOLUME = late(r"(?:第\s?)?(\d{1,4})\s?(?:巻|卷|권|[(（](?=\d))")
_ISSUE = late(r"(?:第\s?)?(\d{1,4})\s?(?:号|호)|\d[(（](\d{1,4})[)）]")
_PAGES = late(
    r"(\d{1,5}\s?[-–〜~ー]\s?\d{1,5})\s?(?:頁|ページ|쪽)?|(?:pp?\.\s?)(\d[\d–-]*)|(\d{1,5})\s?(?:頁|ページ|쪽)"
)
_ANY_YEAR = late(r"(?<!\d)(?:1[5-9]|20)\d\d(?=\s?年|[)）,，.、。]|$)")
_PUBLISHER = late(
    r"(?<![^、,，』」\s.）)])([^、,，『』「」\d\s.（）()]{1,24}(?:書房|書店|書院|書林|出版会|出版社|出版局|出版|新書|文庫|社|館|堂|"
    r"출판사|출판부))"
)
_RUSSIAN_BOOK = late(
    rf"\s?[.—–-]\s?(?P<publisher_place>М|Л|СПб|К|Мн|[А-ЯЁ][а-яё-]{{2,20}})\.?\s?:\s?(?P<publisher>[^,:;]{{2,60}}),\s?{_YEAR}"
)
_ITALIAN = late(
    r"(?P<names>(?:(?:[A-ZÀ-Þ]\.[ -]?){1,3}[\w’'-]{1,40}(?: [\w’'-]{1,40}){0,2},\s){1,8})"
    rf"(?P<title>[^«»]{{4,240}}?),\s(?:in\s)?«(?P<container_title>[^»]{{2,120}})»,\s"
    rf"(?:[^,]{{1,20}},\s(?=.*{_YEAR}))?"
)
"""Italian: names with initials first, the title, the journal in guillemets."""
_TITLE_FIRST = late(
    r"[“„\"«]\s?(?P<title>[^”“\"»]{4,240}?)\s?[”“\"»]\s(?:[–—-]|by|von|par|por)\s(?P<names>[^()\d“”\"«»]{4,200}),\s"
    rf"(?P<container_title>[^,()]{{2,80}}?)\s?\({_YEAR}\)"
)
"""Blogs: the title first, then who wrote it, where, and the year."""
_TITLE_FIRST_BRACKET = late(
    r"[“„\"«]\s?(?P<title>[^”“\"»]{4,240}?)\s?[”“\"»]\s(?:by|von|par|por)\s(?P<names>[^()\d“”\"«»]{4,200})\s"
    rf"\((?P<container_title>[^,()]{{2,80}}),\s(?:[^()\d]{{2,12}}\s)?{_YEAR}\)"
)
"""The same with the site and the year in one bracket."""
_RUSSIAN = late(
    r"(?P<names>(?:[А-ЯЁ][а-яё-]+,?\s(?:[А-ЯЁ]\.\s?){1,2},?\s?){1,8})(?P<title>.{3,300}?)\s?(?:\[[^\]]{3,40}\]\s?)?//\s"
    r"(?P<container_title>.{2,200}?)(?=\s/\s|[.,]\s(?:[—–-]\s|\d{4}|№|[ТСВ]\.|Т\s|Вып)|$)"
)
"""Russian: names, the title, two strokes, the journal or book."""
_NAME_SIGNS = late(r"[,，、;；・]|\s(?:和|与)\s|(?<=[一-鿿]{2})[和与](?=[一-鿿]{2})")
_REST = late(r"(?:\s?(?:等|ほか|他|ら)|等人?)[.,，]?$")
_COMPOUND = frozenset(
    "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 夏侯 皇甫 尉迟 公孙 慕容 令狐 宇文 司徒".split()
)


def marked_fields(text: str) -> Fields | None:
    """Return the fields that signs of such a style mark in a reference, or None without them.

    Fields that the signs say nothing of are missing; those that they exclude are None.
    """
    if text.isascii() and text[:1] != '"':
        return None
    text = text.translate(_WIDE)
    if "[引用日期" in text and (visited := _VISITED.match(text)) is not None:
        return {**_groups(visited), "author": [], "type": "webpage"}
    if "[" in text and _TYPE.search(text) is not None:
        typed = _TYPED.match(text)
        return _read_typed(text, typed) if typed is not None else None
    if "《" in text and (titled := _TITLED.match(text)) is not None:
        return _read_titled(text, titled)
    if ("「" in text or "『" in text) and (match := _BRACKETED.match(text)) is not None:
        return _read_bracketed(text, match)
    if "«" in text and (italian := _ITALIAN.match(text)) is not None:
        names = split_names(italian.group("names"))
        return {**_groups(italian), "author": names, "editor": [], "type": "article-journal"}
    if (
        text[:1] in '“„"«'
        and (first := _TITLE_FIRST.match(text) or _TITLE_FIRST_BRACKET.match(text)) is not None
    ):
        return {**_groups(first), "author": split_names(first.group("names"))}
    if " // " in text and (russian := _RUSSIAN.match(text)) is not None:
        return {**_groups(russian), "author": split_names(russian.group("names"))}
    if " // " not in text and (book := _RUSSIAN_BOOK.search(text)) is not None:
        return {**_groups(book), "container_title": None, "volume": None, "type": "book"}
    return None


def _groups(match: re.Match[str]) -> Fields:
    """Return the fields of a pattern whose groups are named for them."""
    found: Fields = {}
    for name, value in match.groupdict().items():
        if value is None or name in ("names", "mark", "open"):
            continue
        found["issued" if name == "year" else name] = value.strip(" .,，")
    return found


def _read_typed(text: str, match: re.Match[str]) -> Fields:
    """Return the fields of a reference of GB/T 7714."""
    mark = match.group("mark")
    fields: Fields = {**_groups(match), "type": _MARK_TYPES.get(mark), "container_title": None}
    fields |= dict.fromkeys(("volume", "issue", "page"))
    fields |= {"editor": [], "author": list(_names(match.group("names") or "", chinese=True))}
    rest = text[match.end() :]
    within = _WITHIN.match(rest)
    if within is not None:
        fields["container_title"] = within.group("container_title").strip()
        fields["type"] = "chapter" if mark == "M" else fields["type"]
        rest = rest[within.end() :]
    serial = _SERIAL.match(rest) if mark in ("J", "N") else None
    found = serial or _IMPRINT.match(rest)
    fields |= _groups(found) if found is not None else {}
    if mark == "N":
        # A newspaper has a day, and its page in brackets.
        fields |= {"page": fields["page"] or fields["issue"], "issue": None}
    return fields


def _read_titled(text: str, match: re.Match[str]) -> Fields:
    """Return the fields of a reference whose titles stand in ``《》``."""
    fields: Fields = {**_groups(match), "container_title": None, "editor": []}
    fields["author"] = list(_names(match.group("names"), chinese=True))
    rest = text[match.end() :]
    serial = _TITLED_SERIAL.match(rest)
    book = _TITLED_BOOK.match(rest) if serial is None else None
    if serial is not None:
        return {**fields, **_groups(serial), "publisher": None, "type": "article-journal"}
    if book is not None:
        return {**fields, **_groups(book), "type": "book"}
    return fields


def _read_bracketed(text: str, match: re.Match[str]) -> Fields | None:
    """Return the fields of a reference whose titles stand in ``「」`` and ``『』``.

    Titles quote with these signs, too: a year before them or a book behind them is asked for.
    """
    if match.group("year") is None and "『" not in text:
        return None
    fields: Fields = {**_groups(match), "container_title": None, "editor": []}
    fields["author"] = list(_names(match.group("names"), chinese=False))
    rest = text[match.end() :]
    if "http" not in rest:
        fields["page"] = None
    book = _BOOK_TITLE.match(rest) if match.group("open") == "「" else None
    if book is not None:
        fields["container_title"] = book.group("container_title")
        rest = rest[book.end() :]
    for name, pattern in (
        ("volume", _VOLUME),
        ("issue", _ISSUE),
        ("page", _PAGES),
        ("publisher", _PUBLISHER),
    ):
        found = pattern.search(rest) if "http" not in rest else None
        if found is not None:
            fields[name] = next(group for group in found.groups() if group)
    year = _ANY_YEAR.search(rest)
    if "issued" not in fields and year is not None:
        fields["issued"] = year.group()
    if "http" not in rest:
        fields["type"] = _bracketed_type(fields)
    return fields


def _bracketed_type(fields: Fields) -> str:
    if not fields["container_title"]:
        return "book"
    return "chapter" if "publisher" in fields else "article-journal"


def _names(text: str, *, chinese: bool) -> Iterator[Name]:
    """Yield printed names; Chinese ones are split, as their family name is one sign or known."""
    for part in _NAME_SIGNS.split(_REST.sub("", text.strip())):
        name = _REST.sub("", part.strip(" .:：")).strip()
        if not name or name.isdecimal():
            continue
        if chinese and re.fullmatch(f"[{_HAN}]{{2,4}}", name):
            size = 2 if name[:2] in _COMPOUND and len(name) > 2 else 1
            yield Name(family=name[:size], given=name[size:])
        else:
            yield Name(literal=name)
