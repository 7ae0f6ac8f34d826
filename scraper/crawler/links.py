"""Reads the links of a page: some hundreds of elements, of which each is asked for three things."""

from lxml import etree

from scraper.native import twin

TAGS = ("a", "area", "frame", "iframe")


def links_of(root: etree._Element) -> list[tuple[str, str, str]]:
    """Return (address, text, ``rel``) of the links of a page, in document order.

    The address is what stands in ``href``, else in ``src``; places within the page are left out.
    A text is told only where the link holds nothing else. What is not there is empty.

    ``links_c.pyx`` has the same for a compiler.
    """
    found = []
    for element in root.iter(*TAGS):
        href = element.get("href") or element.get("src")
        if href and not href.startswith("#"):
            text = element.text if len(element) == 0 else None
            found.append((href, text or "", element.get("rel") or ""))
    return found


read_links = twin(links_of)
