"""Finds the name of the site or publication.

Sites name themselves in several places, each with its own habit of being wrong: Open Graph with
a tagline, publishers with their company's legal name, the end of ``<title>`` in full length. The
candidates vote; the host name, which nobody misspells, has a say in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from schemas import Evidence
from scraper.page import Page
from scraper.parsers.found import Found
from scraper.parsers.rules.titles import BLOG_ARCHIVE
from scraper.remembering import remembered
from scraper.structured import clean
from scraper.text import TextBlock, find_links_to, inner_text

TITLE_SEPARATOR = re.compile(
    r"\s+[|–—·•«»:/\-‹›✩★@]{1,2}\s+|\s*[|｜»]\s*|\s+::\s+|_(?=[^_\s]+$)|"
    r"\s[\[(（](?=[^\])）]+[\])）]$)|"
    # Chinese and Japanese set no blanks around what parts a headline from the names behind it.
    r"(?<=[\u3040-\u30ff\u4e00-\u9fff！？」』”])[-_–—](?=[\u3040-\u30ff\u4e00-\u9fff])|"
    r"\s?[＜【〈](?=[^＞】〉]+[＞】〉]$)"
)
"""What themes put between a headline and the names around it."""

_HEADINGS = ("h1", "h2", "h3")

_SIGNS = frozenset("|–—·•«»:/-‹›✩★@｜_[(（＜【〈")
"""One of these stands in every separator."""


@remembered(64)
def title_borders(text: str) -> tuple[re.Match[str], ...]:
    """Return the separators in a title, which several fields and several statements share."""
    return () if _SIGNS.isdisjoint(text) else tuple(TITLE_SEPARATOR.finditer(text))


def title_parts(text: str) -> list[str]:
    """Return what stands between the separators of a title."""
    borders = title_borders(text)
    starts = [0, *(border.end() for border in borders)]
    ends = [*(border.start() for border in borders), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


_TAGLINE = re.compile(r"\s+[|–—·•«»:\-]\s+|\s*[|｜]\s*|\s*:\s+|\s*[：－]\s*|\s+powered by\s+", re.I)
_DOMAIN_END = re.compile(r"(?<=\w)\.(?:com|net|org|info|[a-z]{2}|co\.[a-z]{2})$", re.I)
_LEGAL_FORM = re.compile(
    r",?\s+(?:inc|ltd|ltda|llc|gmbh|mbh|ag|s\.?a\.?|s\.?l\.?u?|s\.?p\.?a|s\.?r\.?l|sas|plc|"
    r"corp(?:oration)?|company|co|kg|b\.?v|n\.?v|a/s|asa|aps|ab|oyj?|s\.?r\.?o|a\.?s|kft|zrt|"
    r"sp\.?\s?z\s?o\.?\s?o|s\.?a\.?\s?de\s?c\.?v)\.?$"
    r"|^株式会社|株式会社$|\s?(?:有限)?公司$|^(?:ООО|ТОВ|PT)\s",
    re.I,
)
"""Legal forms of companies, which stand in publishers' names and copyright lines."""
_LEGAL_ENDS = frozenset(
    "inc ltd ltda llc gmbh mbh ag sa sl slu spa srl sas plc corp corporation company co kg bv nv "
    "a/s asa aps ab oy oyj sro as kft zrt o oo zoo spzoo cv decv sadecv".split()
)
"""The last words of such names in Latin letters, without full stops: a quick test."""
_LONGEST_NAME = 60
_HOST_PREFIXES = frozenset("www www1 www2 www3 m amp mobile edition de en fr es it pt ru".split())
_BLOG_HOSTS = frozenset(
    "blogspot wordpress tumblr substack medium github gitlab ghost typepad livejournal over-blog "
    "canalblog hatenablog hateblo fc2 pixnet jimdo jimdofree wixsite squarespace weebly altervista "
    "netlify vercel".split()
)
"""Services whose customers' sites are named by the label in front."""
_CODE_LENGTH = 3
_LEAST_SUPPORT = 0.3
"""A name that only the end of ``<title>`` gives, on a host that does not confirm it, passes."""
_LEAST_WORDS_CUT = 3
"""Words of a part of ``<title>`` that stands within the headline, from which it is a part of it."""
_HOME_LINKS_LOOKED_AT = 81
_HOME_NAMES = 2
_FRONT_PAGES = frozenset(("", ".", "index.html", "/index.html"))
_LONGEST_FRONT = max(map(len, _FRONT_PAGES))
_LOGO = re.compile(r"\s*\blogo\b\s*", re.I)
_BANNER_BLOCKS = 12
_GENERIC = frozenset("home homepage startseite accueil inicio index blog news logo menu".split())
_COPYRIGHT = re.compile(
    # "Copyright: Ada Byron" is who took a picture.
    r"(?:(?:©|\(c\)|copyright(?!\s*:\s*[^\W\d]))[\s,]*)+(?:(?:19|20)\d\d)?"
    r"(?:\s*[-–]\s*(?:(?:19|20)\d\d)?)?[\s,.:]*(?:by\s+)?"
    r"([^\s.,|©–\d][^.,|©–\n\d]{1,50})",
    re.I,
)
_SIGN_FIRST = re.compile(r"^\s*(?:\(c\)|©|copyright\s)[\s©]*(?:(?:19|20)\d\d\b\W*)?", re.I)
_ARTICLE_TYPES = ("Article", "Posting", "Report", "Review", "WebPage")


@dataclass(frozen=True, slots=True)
class _Candidate:
    name: str
    source: str
    place: str | etree._Element
    """Key of a structured value, or the element whose path is only worked out for the best one."""
    weight: float


def find_site_name(page: Page, title: str | None = None) -> Found[str] | None:
    """Return the name of the site or publication as it writes it, without tagline.

    Args:
        title: Its headline, if known: some sites print their name in front of it in ``<title>``.

    Returns:
        The name that most of the sources agree on, weighed by how reliable each is and whether
        the host name contains it; None where only the host name is left.
    """
    candidates = list(_candidates(page, title))
    if not candidates:
        return None
    label = host_label(page.host)
    scores: dict[str, float] = {}
    for candidate in candidates:
        key = squash(candidate.name)
        scores[key] = scores.get(key, 0.0) + candidate.weight
    for key in list(scores):
        # The same name with "the", ".com" or an addition: its votes support this one too.
        scores[key] += 0.3 * sum(
            score for other, score in scores.items() if other != key and _is_form(key, other)
        )
        scores[key] += _host_support(key, label)
    best = max(candidates, key=lambda c: (scores[squash(c.name)], _spelling(c.name), c.weight))
    top = scores[squash(best.name)]
    if top < _LEAST_SUPPORT:
        return None
    where = best.place if isinstance(best.place, str) else page.xpath_of(best.place)
    evidence = Evidence(source=best.source, where=where, confidence=min(top / 3, 1.0))
    return Found(best.name, evidence)


def _spelling(name: str) -> int:
    """Rank spellings of one name: words apart, a capital in front, and not all in capitals."""
    return 3 * (" " in name) + 2 * name[:1].isupper() + (not name.isupper())


@remembered(4096)
def squash(name: str) -> str:
    """Return a name's letters and digits in lower case, to compare spellings."""
    return "".join(filter(str.isalnum, name.casefold()))


@remembered(256)
def host_label(host: str | None) -> str:
    """Return the labels of a host name that can hold a site's name, joined."""
    labels = [part for part in (host or "").lower().split(".") if part not in _HOST_PREFIXES]
    while len(labels) > 1 and (len(labels[-1]) <= _CODE_LENGTH or labels[-1] in _BLOG_HOSTS):
        labels.pop()
    return "".join(char for char in "".join(labels) if char.isalnum())


def _is_form(one: str, other: str) -> bool:
    """Return whether two squashed names are forms of one name."""
    return len(one) >= 3 and len(other) >= 3 and (one in other or other in one)


def _host_support(key: str, label: str) -> float:
    if not label or not key:
        return 0.0
    if key == label:
        return 1.0
    bare = key.removeprefix("the")
    if len(bare) < 3:
        return 0.0
    if bare in label or label in bare:
        return 0.6
    return 0.0


def _candidates(page: Page, headline: str | None) -> Iterator[_Candidate]:
    """Yield every name that the page gives for its site, cleaned."""
    structured = page.structured
    for key, weight in (
        ("og:site_name", 1.6),
        ("application-name", 0.7),
        ("apple-mobile-web-app-title", 0.5),
        ("al:ios:app_name", 0.4),
        ("citation_journal_title", 1.2),
        ("prism.publicationname", 1.2),
        ("dc.publisher", 0.5),
        ("citation_publisher", 0.3),
        ("publisher", 0.5),
        ("copyright", 0.2),
    ):
        for value in structured.metas(key)[:1]:
            yield from _forms(value, "meta", key, weight)
    for item in structured.items:
        if item.is_a("WebSite") and (name := item.text("name")):
            yield from _forms(name, item.syntax, f"{item.where}.name", 1.0)
        elif item.is_a(*_ARTICLE_TYPES):
            for publisher in item.items("publisher")[:1]:
                if name := publisher.text("name"):
                    yield from _forms(name, item.syntax, f"{item.where}.publisher", 0.9)
            for whole in item.items("isPartOf")[:1]:
                if name := whole.text("name"):
                    yield from _forms(name, item.syntax, f"{item.where}.isPartOf", 0.6)
    yield from _title_parts(page, headline)
    yield from _home_links(page)
    yield from _banner(page)
    yield from _copyright_line(page)


def home_names(page: Page) -> list[str]:
    """Return what the first links to the front page say, or what their picture's text says."""
    return [text for _, text in page.once(_home_texts)]


def _home_texts(page: Page) -> list[tuple[etree._Element, str]]:
    """Return the first two links to the front page that say a name, with their text."""
    home = f"//{page.host}"
    found: list[tuple[etree._Element, str]] = []
    links = page.census.tags["a"][:_HOME_LINKS_LOOKED_AT]
    for link in find_links_to(links, home, _LONGEST_FRONT):
        if not _leads_home(link.get("href") or "", home):
            continue
        text = inner_text(link) or _picture_text(link)
        if "logo" in text.lower():
            text = _LOGO.sub(" ", text).strip()
        if text and squash(text) not in _GENERIC and len(text) <= _LONGEST_NAME:
            found.append((link, text))
            if len(found) == _HOME_NAMES:
                break
    return found


def _leads_home(href: str, home: str) -> bool:
    """Return whether an address is that of the front page."""
    if href.startswith(("#", "?")):
        return False
    path = href.partition("?")[0].rstrip("/")
    return path in _FRONT_PAGES or path.endswith(home)


def _home_links(page: Page) -> Iterator[_Candidate]:
    """Yield the text, or the picture's description, of links to the front page: the logo."""
    for link, text in page.once(_home_texts):
        # Words such as "Back to the front page" link home, too: a name has other support.
        named = next(link.iter("img"), None) is not None or _heads_page(link)
        sure = named or _host_support(squash(text), host_label(page.host)) > 0
        yield from _forms(text, "home link", link, 0.6 if sure else 0.25)


def _heads_page(link: etree._Element) -> bool:
    """Return whether a link is all that a heading holds: themes print a site's name so."""
    parent = link.getparent()
    return parent is not None and parent.tag in _HEADINGS and inner_text(parent) == inner_text(link)


def _banner(page: Page) -> Iterator[_Candidate]:
    """Yield a heading at the top that says what the host is called: a logo without a link."""
    label = host_label(page.host)
    if len(label) < 3:
        return
    for block in page.blocks[:_BANNER_BLOCKS]:
        if len(block.text) <= _LONGEST_NAME and squash(block.text) == label:
            yield _Candidate(block.text, "heading", _place_of(page, block), 0.5)
            return


def _picture_text(link: etree._Element) -> str:
    picture = next(link.iter("img"), None)
    alternative = picture.get("alt") if picture is not None else None
    return clean(alternative or link.get("title") or link.get("aria-label") or "")


def _copyright_line(page: Page) -> Iterator[_Candidate]:
    """Yield the name in the copyright line, near the end of the page."""
    for block in reversed(page.blocks[-25:]):
        if ("©" in block.text or "opyright" in block.text) and (
            match := _COPYRIGHT.search(block.text[:300])
        ):
            # "© Valley Tourism / Jane Doe": who took the picture stands behind the slash.
            start, end = match.span(1)
            if _is_in_menu(page, block, start):
                return
            name = block.text[start : _border_in(block, start, end)]
            name = name.partition(" / ")[0]
            name = re.sub(r"\s*\b(?:all|alle|tous|todos|tutti)\b.*$", "", name, flags=re.I)
            # "The harbour at dusk © AGENCY" is a caption.
            dated = any(map(str.isdigit, match[0]))
            weight = 0.4 if dated or _SIGN_FIRST.match(block.text) else 0.2
            yield from _forms(name.strip(), "text", _place_of(page, block), weight)
            return


def _is_in_menu(page: Page, block: TextBlock, start: int) -> bool:
    """Return whether a text is that of a link within the site, as "Contact us" is, and no name."""
    for mark in block.marks():
        if mark.element.tag == "a" and mark.start == start:
            href = mark.element.get("href") or ""
            is_own = _leads_home(href, f"//{page.host}") or "about" in href.lower()
            return "//" not in href and not is_own
    return False


def _border_in(block: TextBlock, start: int, end: int) -> int:
    """Return where the first link begins or ends within a stretch of a text: there a name ends."""
    links = (mark for mark in block.marks() if mark.element.tag == "a")
    return min((at for mark in links for at in mark[:2] if start < at < end), default=end)


def _title_parts(page: Page, headline: str | None) -> Iterator[_Candidate]:
    """Yield the last and first parts of ``<title>``, where sites put their name.

    Of a title that ends with the headline only the first part can be the site's name; of one that
    is the headline, none. Behind the whole headline stands the name, though words of it be in both.
    """
    element = next(iter(page.census.tags["title"]), None)
    if element is None:
        return
    title = clean(inner_text(element))
    if old := BLOG_ARCHIVE.match(title):
        yield from _forms(old[1], "title", element, 1.0)
        return
    parts = [part.strip() for part in title_parts(title) if part and part.strip(" :")]
    if len(parts) < 2:
        return
    label = host_label(page.host)
    if parts[-1].endswith(")") and "(" not in parts[-1]:
        # "Headline (The Lantern)", but "Headline | The Lantern (Springfield)" is one name.
        whole = title[title.rindex(parts[-2], 0, title.rindex(parts[-1])) :]
        parts[-2:] = [whole] if len(parts) > 2 else [parts[0], parts[1].rstrip(")")]
    # Where no host confirms a name, the page's own title says it better than a publisher's item,
    # which may be that of a company.
    last = 0.8 if label else 1.0
    ends = [(parts[-1].strip(" :"), last), (parts[0], 0.2)]
    if headline and _is_of_headline(parts[-1], headline, label, squash("".join(parts[:-1]))):
        ends = [] if _is_of_headline(parts[0], headline, label) else [(parts[0], last)]
    for part, weight in ends:
        supported = _host_support(squash(part), label) > 0
        yield from _forms(
            part, "title", element, weight if supported or not label else 0.4 * weight
        )


def _is_of_headline(part: str, headline: str, label: str, before: str = "") -> bool:
    """Return whether a part of ``<title>`` is the headline, or some words of it, and no name.

    Where the whole headline stands ``before`` it (as ``squash`` gives it), words of it are none.
    """
    one, whole = squash(part), squash(headline)
    long = len(part.split()) >= _LEAST_WORDS_CUT and before != whole
    held = one in whole if long else one == whole
    return held and _host_support(one, label) == 0


def _without_legal_form(name: str) -> str:
    """Return the name of a company without its legal form; most names are of letters alone."""
    last = name.rsplit(None, 1)[-1].replace(".", "").casefold() if name.isascii() else ""
    if last and last not in _LEGAL_ENDS and name[:2].lower() != "pt":
        return name
    return _LEGAL_FORM.sub("", name)


def _place_of(page: Page, block: TextBlock) -> str | etree._Element:
    """Return the element that holds a block."""
    return page.containers[block.container].element if block.container >= 0 else ""


def _forms(
    value: str, source: str, place: str | etree._Element, weight: float
) -> Iterator[_Candidate]:
    """Yield a value and its shorter forms: without tagline, legal form and domain ending."""
    names = _shortened(value)
    if names and "," in names[0]:
        weight *= 0.4
    for name in names:
        yield _Candidate(name, source, place, weight)
        weight *= 0.5


@remembered(1024)
def _shortened(value: str) -> tuple[str, ...]:
    """Return the shorter forms of what is said to be a name: all pages of a site say the same."""
    value = _SIGN_FIRST.sub("", value).strip(" |-–—:·/[]（）＞＜【】〈〉\n")
    if not value or value.startswith(("http://", "https://", "@")):
        return ()
    head = _TAGLINE.split(value, maxsplit=1)[0].strip()
    name = head if len(head) >= 2 else value
    short = _without_legal_form(name)
    if len(short) > _LONGEST_NAME or len(squash(short)) < 2:
        return ()
    bare = _DOMAIN_END.sub("", short)
    return (short,) if bare == short else (short, bare)
