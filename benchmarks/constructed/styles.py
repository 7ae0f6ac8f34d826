"""Prints an invented work as an entry of a list, in the styles of manuals and of blogs.

Written after the descriptions of APA 7, Harvard, MLA 9, Chicago 17, Vancouver, IEEE, AMA, DIN ISO
690, GOST R 7.0.5 and GB/T 7714, and after what blogs do without a manual. Titles of books and
journals are in ``i`` or ``em``, as on the web.
"""

from collections.abc import Callable

from constructed.works import Work

Name = tuple[str, str]


def _initials(given: str, *, dot: str = ".", gap: str = " ") -> str:
    parts = given.replace("-", " ").split()
    return gap.join(part[0] + dot for part in parts)


def _inverted(name: Name) -> str:
    return f"{name[1]}, {_initials(name[0])}"


def _full_inverted(name: Name) -> str:
    return f"{name[1]}, {name[0]}"


def _plain(name: Name) -> str:
    return f"{name[0]} {name[1]}"


def _joined(names: list[str], *, last: str, comma: str = ", ") -> str:
    if len(names) < 2:
        return names[0]
    return comma.join(names[:-1]) + last + names[-1]


def _pages(work: Work, dash: str = "–") -> str:
    return f"{work.pages[0]}{dash}{work.pages[1]}"


def _first_full(work: Work, conjunction: str) -> str:
    """Return the first name inverted and in full, further ones in reading order."""
    names = [_full_inverted(work.authors[0]), *map(_plain, work.authors[1:])]
    return _joined(names, last=f", {conjunction} ")


def _year(work: Work) -> str:
    return work.year + work.suffix


def apa(work: Work) -> str:
    """APA 7."""
    names = _joined([_inverted(n) for n in work.authors], last=", &amp; ")
    head = f"{names} ({_year(work)}). "
    if work.kind == "article":
        return f"{head}{work.title}. <i>{work.container}, {work.volume}</i>({work.issue}), {_pages(work)}. https://doi.org/{work.doi}"
    if work.kind == "chapter":
        return f"{head}{work.title}. In R. Hale (Ed.), <i>{work.container}</i> (pp. {_pages(work)}). {work.publisher}."
    if work.kind == "web":
        return f"{head}<i>{work.title}</i>. {work.container}. <a href='{work.url}'>{work.url}</a>"
    return f"{head}<i>{work.title}</i>. {work.publisher}."


def harvard(work: Work) -> str:
    """Harvard, as British universities teach it."""
    names = _joined([_inverted(n) for n in work.authors], last=" and ")
    head = f"{names} ({_year(work)}) "
    if work.kind == "article":
        return f"{head}‘{work.title}’, <em>{work.container}</em>, {work.volume}({work.issue}), pp. {_pages(work)}."
    if work.kind == "chapter":
        return f"{head}‘{work.title}’, in Hale, R. (ed.) <em>{work.container}</em>. {work.place}: {work.publisher}, pp. {_pages(work)}."
    if work.kind == "web":
        return f"{head}<em>{work.title}</em>. Available at: {work.url} (Accessed: 4 May 2023)."
    return f"{head}<em>{work.title}</em>. {work.place}: {work.publisher}."


def mla(work: Work) -> str:
    """MLA 9."""
    names = _first_full(work, "and")
    names = names if names.endswith(".") else f"{names}."
    if work.kind == "article":
        return f"{names} “{work.title}.” <i>{work.container}</i>, vol. {work.volume}, no. {work.issue}, {work.year}, pp. {_pages(work, '-')}."
    if work.kind == "chapter":
        return f"{names} “{work.title}.” <i>{work.container}</i>, edited by Ruth Hale, {work.publisher}, {work.year}, pp. {_pages(work, '-')}."
    if work.kind == "web":
        return f"{names} “{work.title}.” <i>{work.container}</i>, 4 May {work.year}, {work.url.removeprefix('https://')}."
    return f"{names} <i>{work.title}</i>. {work.publisher}, {work.year}."


def chicago_notes(work: Work) -> str:
    """Chicago 17, notes."""
    names = _joined([_plain(n) for n in work.authors], last=" and ")
    if work.kind == "article":
        return f"{names}, “{work.title},” <i>{work.container}</i> {work.volume}, no. {work.issue} ({work.year}): {_pages(work)}."
    if work.kind == "chapter":
        return f"{names}, “{work.title},” in <i>{work.container}</i>, ed. Ruth Hale ({work.place}: {work.publisher}, {work.year}), {_pages(work)}."
    if work.kind == "web":
        return f"{names}, “{work.title},” {work.container}, May 4, {work.year}, {work.url}."
    return f"{names}, <i>{work.title}</i> ({work.place}: {work.publisher}, {work.year}), {work.pages[0]}."


def chicago_dates(work: Work) -> str:
    """Chicago 17, author and date."""
    names = _first_full(work, "and")
    names = names if names.endswith(".") else f"{names}."
    head = f"{names} {_year(work)}. "
    if work.kind == "article":
        return f"{head}“{work.title}.” <i>{work.container}</i> {work.volume} ({work.issue}): {_pages(work)}."
    if work.kind == "chapter":
        return f"{head}“{work.title}.” In <i>{work.container}</i>, edited by Ruth Hale, {_pages(work)}. {work.place}: {work.publisher}."
    if work.kind == "web":
        return f"{head}“{work.title}.” {work.container}. May 4, {work.year}. {work.url}."
    return f"{head}<i>{work.title}</i>. {work.place}: {work.publisher}."


def vancouver(work: Work) -> str:
    """Vancouver (ICMJE)."""
    names = ", ".join(f"{f} {_initials(g, dot='', gap='')}" for g, f in work.authors)
    if work.kind == "article":
        return f"{names}. {work.title}. {work.container}. {work.year};{work.volume}({work.issue}):{_pages(work, '-')}. doi:{work.doi}"
    if work.kind == "chapter":
        return f"{names}. {work.title}. In: Hale R, editor. {work.container}. {work.place}: {work.publisher}; {work.year}. p. {_pages(work, '-')}."
    if work.kind == "web":
        return f"{names}. {work.title} [Internet]. {work.year} [cited 2023 May 4]. Available from: {work.url}"
    return f"{names}. {work.title}. {work.place}: {work.publisher}; {work.year}."


def ieee(work: Work) -> str:
    """IEEE."""
    names = _joined([f"{_initials(g)} {f}" for g, f in work.authors], last=" and ")
    if work.kind == "article":
        return f"{names}, “{work.title},” <em>{work.container}</em>, vol. {work.volume}, no. {work.issue}, pp. {_pages(work)}, {work.year}."
    if work.kind == "chapter":
        return f"{names}, “{work.title},” in <em>{work.container}</em>, R. Hale, Ed. {work.place}: {work.publisher}, {work.year}, pp. {_pages(work)}."
    if work.kind == "web":
        return f"{names}, “{work.title},” {work.container}, {work.year}. [Online]. Available: {work.url}"
    return f"{names}, <em>{work.title}</em>. {work.place}: {work.publisher}, {work.year}."


def ama(work: Work) -> str:
    """AMA 11."""
    names = ", ".join(f"{f} {_initials(g, dot='', gap='')}" for g, f in work.authors)
    if work.kind == "article":
        return f"{names}. {work.title}. <i>{work.container}</i>. {work.year};{work.volume}({work.issue}):{_pages(work, '-')}. <a href='https://doi.org/{work.doi}'>doi:{work.doi}</a>"
    if work.kind == "chapter":
        return f"{names}. {work.title}. In: Hale R, ed. <i>{work.container}</i>. {work.publisher}; {work.year}:{_pages(work, '-')}."
    if work.kind == "web":
        return f"{names}. {work.title}. {work.container}. Published May 4, {work.year}. Accessed June 2, 2023. {work.url}"
    return f"{names}. <i>{work.title}</i>. {work.publisher}; {work.year}."


def blog_linked(work: Work) -> str:
    """A blog: names, the title as a link, where it stood, the year."""
    names = _joined([_plain(n) for n in work.authors], last=" &amp; ")
    where = work.container or work.publisher
    return f"{names}: <a href='{work.url}'>{work.title}</a>, {where}, {work.year}"


def blog_title_first(work: Work) -> str:
    """A blog: the title first, who wrote it behind a dash."""
    names = _joined([_plain(n) for n in work.authors], last=" and ")
    where = work.container or work.publisher
    return f"<a href='{work.url}'>“{work.title}”</a> – {names}, {where} ({work.year})"


def german(work: Work) -> str:
    """German humanities."""
    names = " / ".join(_full_inverted(n) for n in work.authors)
    head = f"{names} ({_year(work)}): "
    if work.kind == "article":
        return f"{head}{work.title}. In: {work.container} {work.volume} ({work.issue}), S. {_pages(work)}."
    if work.kind == "chapter":
        return f"{head}{work.title}, in: Hale, Ruth (Hrsg.): {work.container}. {work.place}: {work.publisher}, S. {_pages(work)}."
    if work.kind == "web":
        return f"{head}{work.title}. Online unter: {work.url} (abgerufen am 4. Mai 2023)."
    return f"{head}{work.title}. {work.place}: {work.publisher}."


def french(work: Work) -> str:
    """French humanities: family names in capitals, guillemets."""
    names = ", ".join(f"{family.upper()} {given}" for given, family in work.authors)
    if work.kind == "article":
        return f"{names}, « {work.title} », <i>{work.container}</i>, vol. {work.volume}, n° {work.issue}, {work.year}, p. {_pages(work, '-')}."
    if work.kind == "chapter":
        return f"{names}, « {work.title} », dans R. HALE (dir.), <i>{work.container}</i>, {work.place}, {work.publisher}, {work.year}, p. {_pages(work, '-')}."
    if work.kind == "web":
        return f"{names}, « {work.title} », {work.container}, {work.year}, en ligne : {work.url} (consulté le 4 mai 2023)."
    return f"{names}, <i>{work.title}</i>, {work.place}, {work.publisher}, {work.year}."


def spanish(work: Work) -> str:
    """Spanish humanities."""
    names = _joined([_full_inverted(n) for n in work.authors], last=" y ")
    head = f"{names} ({_year(work)}): "
    if work.kind == "article":
        return f"{head}«{work.title}», <i>{work.container}</i>, {work.volume} ({work.issue}), pp. {_pages(work, '-')}."
    if work.kind == "chapter":
        return f"{head}«{work.title}», en R. Hale (ed.), <i>{work.container}</i>, {work.place}, {work.publisher}, pp. {_pages(work, '-')}."
    if work.kind == "web":
        return f"{head}{work.title}. Recuperado de {work.url}"
    return f"{head}<i>{work.title}</i>, {work.place}, {work.publisher}."


def italian(work: Work) -> str:
    """Italian humanities."""
    names = ", ".join(f"{_initials(g)} {f}" for g, f in work.authors)
    if work.kind == "article":
        return f"{names}, <i>{work.title}</i>, «{work.container}», {work.volume}, {work.year}, pp. {_pages(work, '-')}."
    if work.kind == "chapter":
        return f"{names}, <i>{work.title}</i>, in R. Hale (a cura di), <i>{work.container}</i>, {work.publisher}, {work.place} {work.year}, pp. {_pages(work, '-')}."
    if work.kind == "web":
        return f"{names}, <i>{work.title}</i>, {work.container}, {work.year}, {work.url} (consultato il 4 maggio 2023)."
    return f"{names}, <i>{work.title}</i>, {work.publisher}, {work.place} {work.year}."


def gost(work: Work) -> str:
    """GOST R 7.0.5."""
    names = ", ".join(f"{f} {_initials(g)}" for g, f in work.authors)
    if work.kind == "article":
        return f"{names} {work.title} // {work.container}. {work.year}. № {work.issue}. С. {_pages(work)}."
    if work.kind == "chapter":
        return f"{names} {work.title} // {work.container} / под ред. Р. Хейл. {work.place}: {work.publisher}, {work.year}. С. {_pages(work)}."
    if work.kind == "web":
        return f"{names} {work.title} [Электронный ресурс]. {work.year}. URL: {work.url} (дата обращения: 04.05.2023)."
    return (
        f"{names} {work.title}. — {work.place}: {work.publisher}, {work.year}. — {work.pages[1]} с."
    )


def gbt(work: Work) -> str:
    """GB/T 7714."""
    names = ", ".join(f"{family}{given}" for given, family in work.authors)
    if work.kind == "article":
        return f"{names}. {work.title}[J]. {work.container}, {work.year}, {work.volume}({work.issue}): {_pages(work, '-')}."
    if work.kind == "chapter":
        return f"{names}. {work.title}[M]//{work.container}. {work.place}: {work.publisher}, {work.year}: {_pages(work, '-')}."
    if work.kind == "web":
        return f"{names}. {work.title}[EB/OL]. ({work.year}-05-04)[2023-06-02]. {work.url}."
    return f"{names}. {work.title}[M]. {work.place}: {work.publisher}, {work.year}."


def japanese(work: Work) -> str:
    """Japanese humanities."""
    names = "・".join(f"{family}{given}" for given, family in work.authors)
    head = f"{names}（{_year(work)}）"
    if work.kind == "article":
        return f"{head}「{work.title}」『{work.container}』{work.volume}巻{work.issue}号、{_pages(work)}頁。"
    if work.kind == "chapter":
        return f"{head}「{work.title}」『{work.container}』{work.publisher}、{_pages(work)}頁。"
    if work.kind == "web":
        return f"{head}「{work.title}」{work.url}（2023年5月4日閲覧）"
    return f"{head}『{work.title}』{work.publisher}。"


STYLES: dict[str, tuple[Callable[[Work], str], str]] = {
    "APA": (apa, "en"),
    "Harvard": (harvard, "en"),
    "MLA": (mla, "en"),
    "Chicago notes": (chicago_notes, "en"),
    "Chicago author-date": (chicago_dates, "en"),
    "Vancouver": (vancouver, "en"),
    "IEEE": (ieee, "en"),
    "AMA": (ama, "en"),
    "blog, linked title": (blog_linked, "en"),
    "blog, title first": (blog_title_first, "en"),
    "German": (german, "de"),
    "French": (french, "fr"),
    "Spanish": (spanish, "es"),
    "Italian": (italian, "it"),
    "Russian": (gost, "ru"),
    "Chinese": (gbt, "zh"),
    "Japanese": (japanese, "ja"),
}
"""Each style with the language of its works."""

AUTHOR_DATE = frozenset(
    (
        "APA",
        "Harvard",
        "Chicago author-date",
        "German",
        "French",
        "Spanish",
        "Italian",
        "Russian",
        "Chinese",
        "Japanese",
        "MLA",
    )
)
"""Styles that texts cite by author and date (the others by numbers only)."""
SUFFIXED = frozenset(("APA", "Harvard", "Chicago author-date", "German", "Spanish", "Japanese"))
"""Styles that print a letter behind the year."""
