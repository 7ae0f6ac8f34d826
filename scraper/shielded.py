"""Writes out the mail addresses that Cloudflare hides from programs that run no scripts.

Its servers put ``<a data-cfemail="…">[email protected]</a>`` in place of an address; a script puts
it back. What is hidden stands there in hexadecimal: a byte, and the address with each of its bytes
combined with that one by exclusive or ("Email Address Obfuscation" in Cloudflare's documentation,
``email-decode.min.js``). A reader in front of a browser sees the address, and so does the record.
"""

import html
import re

from scraper.needles import has_bytes

_SIGN = b"__cf_email__"
"""The class of elements in place of an address; its underscores are what pages hold least of it.

Of 66 pages (of 1,789) with links alone (``_LINK``) one had such a link in its record: no look for
these on every page.
"""
_HIDDEN = re.compile(
    rb"<(?P<tag>a|span)\b(?P<before>[^<>]*?)\sdata-cfemail=[\"']?(?P<code>(?:[0-9a-f]{2}){4,320})[\"']?"
    rb"(?P<after>[^<>]*)>[^<>]*</(?P=tag)>",
    re.I,
)
_WAY = re.compile(rb"\bhref=([\"'])(?>[^\"'<>]*?/cdn-cgi/l/email-protection)[^\"'<>]*+\1", re.I)
"""Goes back nowhere: an address that repeats itself would take a time of its square."""
_LINK = re.compile(rb"/cdn-cgi/l/email-protection#((?:[0-9a-f]{2}){4,1000})(?=[\"'])", re.I)
"""A link with words of its own; what it hides is all that stood behind ``mailto:``."""


def written_out(encoded: bytes) -> bytes:
    """Return a page in UTF-8 with its hidden mail addresses in their places.

    What decodes to no address stays as it is.
    """
    if not has_bytes(encoded, _SIGN, 0):
        return encoded
    return _LINK.sub(_address, _HIDDEN.sub(_element, encoded))


def _element(found: re.Match[bytes]) -> bytes:
    address = _decoded(found["code"])
    if address is None:
        return found[0]
    tag, attributes = found["tag"], found["before"] + found["after"]
    attributes = _WAY.sub(lambda _: b'href="mailto:%b"' % address, attributes)
    return b"<%b%b>%b</%b>" % (tag, attributes, address, tag)


def _address(found: re.Match[bytes]) -> bytes:
    address = _decoded(found[1])
    return found[0] if address is None else b"mailto:" + address


def _decoded(code: bytes) -> bytes | None:
    """Return what is hidden as it stands in HTML, None where it holds no address."""
    key, *rest = bytes.fromhex(code.decode())
    text = bytes(byte ^ key for byte in rest).decode("utf-8", "replace")
    if "@" not in text or not text.isprintable():
        return None
    return html.escape(text).encode()
