"""Finds the tags of an article: in its metadata, else in the list of tags that readers see.

Publishers' systems mix tags for readers with marks for machines, and many sites state the same
keywords on every page; both are told by their looks and by the article's own words.
"""

from collections.abc import Iterator
from itertools import chain, islice

from lxml import etree

from schemas import Evidence
from scraper.page import Page
from scraper.parsers.about.statements import article_items, is_site_name
from scraper.parsers.found import Found
from scraper.parsers.rules import about as rules
from scraper.parsers.rules.boilerplate import LABEL_LIMIT, TAG_LABELS
from scraper.parsers.rules.byline_classes import OWN_FOOTER
from scraper.parsers.site import squash
from scraper.patterns import late
from scraper.remembering import remembered
from scraper.text import HEADING_TAGS, TextBlock, fold_case, inner_text

_TAG_KEYS = tuple(
    "article:tag og:article:tag og:tag article:tags parsely-tags bc:tags sailthru.tags data-tags "
    "tags".split()
)
_KEYWORD_KEYS = ("news_keywords", "citation_keywords", "dcterms.subject", "dc.subject")
_LISTS = late(r"\s*[;|]\s*")
_COMMAS = late(r"\s*[,،、，;；|]\s*")
_KEYED = late(r"^([^\W\d_][\w ]{0,20}):\s*(.+)$")
_MACHINE = late(r"^\S*\w_\w\S*$|\d{5}|^https?:|^\w+:\w+$|[{}<>=\\]|^[0-9a-f]{12,}$")
_COUNT = late(r"\s\((?!(?:1[5-9]|20)\d\d\b)\d[\d.,]*(?: [^\W\d_]+)?\)$")
"""How many articles have the tag, as its link tells; a year is part of it ("Flood (1953)")."""
_CJK = late(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_MARKS = " #\"'“”„«»‚‘’[]"
_TAGS_AT_MOST = 50
_LONGEST = 60
_MOST_WORDS = 7
_SHARE_IN_TEXT = 1 / 5
"""Keywords of ``meta name=keywords`` are the article's where a fifth of them stand in its text."""
_LONG_WORD = 3
_WORD = late(r"[^\W_]+(?:['’-][^\W_]+)*")
_LEAST_CUT = 5
"""Keywords that are the headline's first words, in their order, from which it was cut into them."""
_LABEL = late(r"\W*([^:：]{2,24}?)\s*[:：]")
_KEYWORDS_LABEL = late(r"\W*([^:：\n]{2,24}?)\s*(?:[:：]\s*|$)")
_KEYWORD_LABELS = TAG_LABELS - frozenset("topics themen temas emner temat tematy বিষয় tag".split())
"""Without links behind it, a word for topics heads a summary as well, and "Tag" days in German."""
_LONGEST_KEYWORD = 6
"""Words; what has more is of a sentence."""
_LABEL_TAGS = frozenset(("h2", "h3", "h4", "h5", "h6", "dt", "strong"))
_LABEL_CHARS = 28
_DOTS = late(r"\s+[·•∙]\s+")
_KEYWORDS_CHARS = 400
_SITES_LANDMARKS = frozenset(("header", "footer"))
_LANDMARKS = _SITES_LANDMARKS | {"article", "main", "section"}
_LINKS_IN_A_LIST = 25
_LISTS_LOOKED_AT = 20
_ANCESTORS_LOOKED_AT = 6


def find_tags(
    page: Page, title: str | None = None, text: str | None = None, site_name: str | None = None
) -> Found[list[str]] | None:
    """Return the tags that the page gives its article, each once, in order.

    Args:
        title: Its headline, which is no tag.
        text: The article's text; where given, ``meta name=keywords`` count only if some of them
            stand in it: many sites state the same on every page.
        site_name: Name of the site, which is no tag.

    Returns:
        The first of these that gives any: tags in the metadata, keywords of the article's item,
        keywords for news and catalogues, printed tags, keywords for search engines.
    """
    for values, evidence in _stated(page):
        if found := _tags(values, page, title, site_name):
            return Found(found, evidence)
    values = page.structured.metas("keywords")
    found = _tags(values, page, title, site_name)
    if not found or (text is not None and _are_the_sites(found, f"{title} {text}")):
        return None
    return Found(found, Evidence(source="meta", where="keywords", confidence=0.6))


def _stated(page: Page) -> Iterator[tuple[list[str], Evidence]]:
    """Yield what may hold tags, the surest first."""
    structured = page.structured
    for key in _TAG_KEYS:
        if values := structured.metas(key):
            yield values, Evidence(source="meta", where=key, confidence=0.9)
    for item in page.once(article_items):
        if values := item.texts("keywords"):
            where = f"{item.where}.keywords"
            yield values, Evidence(source=item.syntax, where=where, confidence=0.9)
    for key in _KEYWORD_KEYS:
        if values := structured.metas(key):
            yield values, Evidence(source="meta", where=key, confidence=0.8)
    if (links := _printed(page)) is not None:
        where = page.xpath_of(links[0])
        texts = [inner_text(link) for link in links]
        yield texts, Evidence(source="text", where=where, confidence=0.8)
    for block, words in _listed(page):
        yield [words], Evidence(source="text", where=page.path_of(block), confidence=0.8)


def _are_the_sites(tags: list[str], text: str) -> bool:
    """Return whether too few keywords stand in an article's text to be about it."""
    text = text.casefold()
    named = 0
    for tag in tags:
        words = [word for word in tag.casefold().split() if len(word) >= _LONG_WORD]
        found = sum(word in text for word in words)
        named += tag.casefold() in text or found * 2 > len(words)
    return named < max(_SHARE_IN_TEXT * len(tags), 1)


# --- clean ------------------------------------------------------------------------------------


def _tags(values: list[str], page: Page, title: str | None, site_name: str | None) -> list[str]:
    """Return the tags among values, the best spelling of each."""
    best: dict[str, str] = {}
    headline = squash(title or "")
    if _is_cut_up(values, title):
        return []
    for part in _split([value for value in values if squash(value) != headline]):
        tag = _COUNT.sub("", _without_key(part.strip(_MARKS)))
        key = squash(tag)
        if tag and key and not _is_no_tag(tag, page, title, site_name):
            known = best.get(key)
            if known is None or _is_spelled_better(tag, known):
                best[key] = tag
    return list(best.values())[:_TAGS_AT_MOST]


def _is_cut_up(values: list[str], title: str | None) -> bool:
    """Return whether keywords are the words of the headline one by one, which a system made."""
    words = [word.casefold() for word in _WORD.findall(title or "")]
    parts = [part.strip(_MARKS).casefold() for part in _split(values)]
    return (
        len(parts) >= _LEAST_CUT
        and " " not in " ".join(parts[:1])
        and parts[:_LEAST_CUT] == [word for word in words if word in parts][:_LEAST_CUT]
    )


def _is_spelled_better(one: str, other: str) -> bool:
    """Return whether a form of a tag is for readers where the other is for an address."""
    return ("-" in other and "-" not in one) or (other.islower() and one[:1].isupper())


def _split(values: list[str]) -> Iterator[str]:
    """Yield the single keywords of what is stated as lists and as one text."""
    joined = sum(bool(_COMMAS.search(value)) for value in values)
    if len(values) > 1 and joined * 2 < len(values):
        yield from values
        return
    for value in values:
        if value.count("#") > 1 and "," not in value:
            yield from value.split("#")
        elif value.count(";") > 1 and "," in value:
            # "Doe, Jane; Roe, Richard": the stronger mark parts the keywords.
            yield from _LISTS.split(value)
        elif len(values) == 1 and not _COMMAS.search(value) and _CJK.search(value):
            yield from value.split()
        else:
            yield from _COMMAS.split(value)


def _without_key(tag: str) -> str:
    """Return a tag without its key (``Tag:Docker``); nothing for a key of software."""
    match = _KEYED.match(tag)
    if match is None:
        return tag
    key = match[1].strip().casefold()
    if key in rules.TAG_KEYS:
        return match[2].strip()
    return "" if key in rules.MACHINE_KEYS else tag


def _is_no_tag(tag: str, page: Page, title: str | None, site_name: str | None) -> bool:
    return (
        len(tag) > _LONGEST
        or len(tag.split()) > _MOST_WORDS
        or tag.casefold() in rules.NO_TAGS
        or _MACHINE.search(tag) is not None
        or squash(tag) == squash(title or "")
        or is_site_name(tag, page, site_name)
    )


# --- printed ----------------------------------------------------------------------------------


def _printed(page: Page) -> list[etree._Element] | None:
    """Return the links of the first list of tags that is no cloud and not of other articles.

    Source: the microformat ``rel-tag``; else classes that name a list of tags; else a line that
    begins with a word for them.
    """
    groups: dict[etree._Element, list[etree._Element]] = {}
    tagged = page.census.named["tag"]
    for link in tagged:
        rel = (link.get("rel") or "").split()
        if link.tag == "a" and "tag" in rel and "category" not in rel and _is_articles(link):
            groups.setdefault(_list_of(link), []).append(link)
    for links in groups.values():
        if len(links) <= _LINKS_IN_A_LIST:
            return _whole_list(links)
    classed = (e for e in tagged if _names_tags(e.get("class") or ""))
    for element in islice(classed, _LISTS_LOOKED_AT):
        first = islice(element.iter("a"), 2 * _LINKS_IN_A_LIST)
        links = [link for link in first if inner_text(link) and _is_articles(link)]
        if links and len(links) <= _LINKS_IN_A_LIST and _says_nothing_else(element, links):
            return links
    return _labelled(page)


def _labelled(page: Page) -> list[etree._Element] | None:
    """Return the links of the first line that a word for tags opens: "Címkék: duna, híd"."""
    for block in page.blocks:
        may_be = block.link_chars and (":" in block.text or "：" in block.text)
        label = _LABEL.match(block.text) if may_be else None
        if label is not None and fold_case(label[1]) in TAG_LABELS:
            links = [m.element for m in block.marks() if m.element.tag == "a"]
            links = [link for link in links if not _LABEL.fullmatch(inner_text(link))]
            links = [link for link in links if _is_articles(link) and not _is_sites(link)]
            if links and block.link_chars * 2 >= len(block.text) - label.end():
                return links[:_LINKS_IN_A_LIST]
    return None


def _listed(page: Page) -> Iterator[tuple[TextBlock, str]]:
    """Yield lines of keywords without links, as papers print them: "Keywords: ferries; books".

    The label may be a heading of its own.
    """
    for block in page.blocks:
        head = block.text[:_LABEL_CHARS]
        if not (":" in head or "：" in head or block.tag in _LABEL_TAGS):
            continue
        label = _KEYWORDS_LABEL.match(block.text)
        if label is None or fold_case(label[1]) not in _KEYWORD_LABELS:
            continue
        words = block.text[label.end() :]
        near = block if words else page.blocks[min(block.index + 1, len(page.blocks) - 1)]
        words = _DOTS.sub("; ", words or near.text)
        if len(words) > _KEYWORDS_CHARS or (near is not block and near.tag in HEADING_TAGS):
            continue
        parts = _COMMAS.split(words)
        longest = max(len(part.split()) for part in parts)
        if 1 < len(parts) <= _TAGS_AT_MOST and longest <= _LONGEST_KEYWORD:
            yield near, words.rstrip(".。")


def _is_sites(link: etree._Element) -> bool:
    """Return whether a link stands in the header or footer of the site, not in an article's."""
    landmarks = [e for e in link.iterancestors() if e.tag in _LANDMARKS]
    if not landmarks or len(landmarks) > 1 or landmarks[0].tag not in _SITES_LANDMARKS:
        return False
    return OWN_FOOTER.search((landmarks[0].get("class") or "").lower()) is None


@remembered(4096)
def _names_tags(names: str) -> bool:
    """Return whether a class names a list of tags; the entries of a list have the same one."""
    return rules.TAG_CLASS.search(names) is not None


def _whole_list(links: list[etree._Element]) -> list[etree._Element]:
    """Return all links of the list that some stand in: themes mark only those of one kind."""
    for holder in islice(links[0].iterancestors(), 2):
        if _names_tags(holder.get("class") or ""):
            found = [a for a in islice(holder.iter("a"), 2 * _LINKS_IN_A_LIST) if inner_text(a)]
            if len(links) < len(found) <= _LINKS_IN_A_LIST and _says_nothing_else(holder, found):
                return found
    return links


def _list_of(link: etree._Element) -> etree._Element:
    """Return what holds the links of one list: the link's parent, or its parent's for items."""
    parent = link.getparent()
    if parent is None:
        return link
    outer = parent.getparent()
    # A second link is enough to know: hostile pages have thousands below one parent.
    alone = next(islice(parent.iter("a"), 1, 2), None) is None
    return outer if alone and outer is not None else parent


def _is_articles(link: etree._Element) -> bool:
    """Return whether no class around a link says that it belongs to the site or to teasers."""
    around = islice(chain([link], link.iterancestors()), _ANCESTORS_LOOKED_AT + 1)
    return not any(
        element.tag in ("nav", "aside")
        or _names_another(f"{element.get('class') or ''} {element.get('id') or ''}")
        for element in around
    )


@remembered(2048)
def _names_another(names: str) -> bool:
    """Return whether class and id say so; the links of one list stand in the same elements."""
    return rules.NOT_THE_ARTICLES.search(names) is not None


def _says_nothing_else(element: etree._Element, links: list[etree._Element]) -> bool:
    """Return whether an element holds hardly more than its links: "Tags: one, two"."""
    linked = sum(len(inner_text(link)) for link in links)
    return len(inner_text(element)) <= max(linked * 2, linked + LABEL_LIMIT)
