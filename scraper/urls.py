"""One form for every spelling of a URL.

The parsing rules are those of the WHATWG URL standard (as w3lib carries them out), then ours:
no fragment, no credentials, no default port, no trailing dot, no tracking parameters, no session
ids. Two spellings of a page give one canonical URL, and a canonical URL gives itself.
"""

import hashlib
import re
from functools import lru_cache
from typing import NewType
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from w3lib.url import canonicalize_url

CanonicalUrl = NewType("CanonicalUrl", str)
"""A URL in the one form that the frontier and the records use."""

Host = NewType("Host", str)
"""Host name in lower case, with ``:port`` where it isn't the scheme's own."""

MAX_URL_CHARS = 2000
"""Longer URLs are traps or broken; browsers and sitemaps stop at about 2,000."""
_LONGEST_SPELLING = 4 * MAX_URL_CHARS
"""With escapes, tracking and blanks; what is longer is not even remembered."""

_DEFAULT_PORTS = {"http": 80, "https": 443}
_TRACKING = re.compile(
    r"^(?:utm_\w+|ga_\w+|mtm_\w+|pk_\w+|piwik_\w+|matomo_\w+|hsa_\w+|at_(?:medium|campaign|custom\d)|"
    r"fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|"
    r"mc_cid|mc_eid|_hsenc|_hsmi|__hssc|__hstc|__hsfp|hsctatracking|vero_id|vero_conv|oly_enc_id|"
    r"oly_anon_id|rb_clickid|s_cid|ns_\w+|wt_mc|wt\.mc_id|xtor|cmpid|mkt_tok|trk|trkcampaign|"
    r"ocid|smid|smtyp|feature_campaign|fb_action_ids|fb_action_types|fb_source|sr_share|"
    r"spm|scm|_ga|_gl|echobox|__twitter_impression|amp_js_v|usqp|guccounter)$",
    re.I,
)
"""Parameters that only tell a site where a reader came from. Names collected from the manuals of
Google Analytics, Matomo, Meta, Microsoft, X, TikTok, HubSpot, Mailchimp, Marketo, Piano and
Webtrekk; general words (``ref``, ``source``) stay, since some sites choose pages by them."""

_SESSION = re.compile(
    r"^(?:phpsessid|jsessionid|aspsessionid\w*|asp\.net_sessionid|cfid|cftoken|sessid|sessionid|"
    r"session_id|session-id|zenid|oscsid|sid)$",
    re.I,
)
_SESSION_VALUE = re.compile(r"^(?=.*\d)[0-9a-z._-]{8,}$|^[0-9a-f]{4,}$", re.I)
"""What a session id looks like: long with digits in it, or hexadecimal; ``sid=sports`` is kept."""

_PATH_SESSION = re.compile(
    r";(?:jsessionid|phpsessid|sid)=[^/;?]*|(?<![^/])\((?:[AFSX]\([^()/]+\))+\)/", re.I
)
"""What servers in Java write behind a path, and ASP.NET into it where it sends no cookies; asked
without it, it sends to the address with it (learn.microsoft.com, sessionState, cookieless)."""
_SPACES = re.compile(r"[\t\n\r]")
_SLASHLESS = re.compile(r"^(https?):/*(?=[^/])", re.I)


_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_PLAIN_HOST = (
    r"(?!xn--)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
    r"(?:\.(?!xn--)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*+(?::[1-9]\d{3})?+"
)
_PLAIN_PATH = r"(?:/(?!\.{0,2}(?:/|\Z)|\.{1,2}#)[A-Za-z0-9._~-]+)*+/?"
_PLAIN = re.compile(rf"(https?://{_PLAIN_HOST})({_PLAIN_PATH})(?:#[^\s<>]*)?")
_PLAIN_ORIGIN = re.compile(rf"(https?://{_PLAIN_HOST})(?=/)")
_ROOTED = re.compile(rf"({_PLAIN_PATH})(?:#[^\s<>]*)?")
"""URLs that the rules leave as they are, but for the fragment: nearly all links of most pages.
They cost a twentieth of the general way, and a property test holds the two ways together."""


def canonicalize(url: str, base: str | None = None) -> CanonicalUrl | None:
    """Return the canonical form of a URL, or None if it is no http(s) URL.

    Args:
        url: As it stands in an attribute: relative, with spaces, in any case.
        base: What a relative URL is resolved against.

    Source: WHATWG URL standard for parsing; RFC 3986, 6.2.2 for equivalence.
    """
    if len(url) > _LONGEST_SPELLING:
        return None
    if len(url) < MAX_URL_CHARS // 2 and (plain := _canonicalize_plain(url, base)) is not None:
        return plain
    try:
        return _canonicalize(url, base)
    except (ValueError, UnicodeError):
        # Ports beyond 65535, broken IPv6 brackets, names that IDNA refuses.
        return None


def _canonicalize_plain(url: str, base: str | None) -> CanonicalUrl | None:
    """Return the canonical form of a URL that has no need of rules, None for all others."""
    if url.startswith("/") and base is not None:
        rooted, origin = _ROOTED.fullmatch(url), _PLAIN_ORIGIN.match(base)
        return CanonicalUrl(origin[1] + rooted[1]) if rooted and origin else None
    plain = _PLAIN.fullmatch(url)
    return CanonicalUrl(plain[1] + (plain[2] or "/")) if plain else None


@lru_cache(maxsize=16384)
def _canonicalize(url: str, base: str | None) -> CanonicalUrl | None:
    text = _SPACES.sub("", url).strip("\x00 \x0b\x0c\x1f")
    text = _SLASHLESS.sub(r"\1://", text) if base is None else text
    absolute = urljoin(base, text.replace("\\", "/")) if base else text
    parts = urlsplit(canonicalize_url(absolute, keep_blank_values=True))
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not parts.hostname:
        return None
    host = _host_text(parts.hostname, parts.port, scheme)
    if host is None:
        return None
    path = _PATH_SESSION.sub("", parts.path) or "/"
    canonical = urlunsplit((scheme, host, path, _query(parts.query), ""))
    return CanonicalUrl(canonical) if len(canonical) <= MAX_URL_CHARS else None


def _host_text(hostname: str, port: int | None, scheme: str) -> str | None:
    """Return ``host[:port]`` in lower case without a trailing dot, None if it can't be a host."""
    name = hostname.rstrip(".").lower()
    if ":" in name:
        name = f"[{name}]"
    elif not name.isascii() or any(c in " %<>^|\"'" for c in name):
        return None
    if not name or port == 0:
        return None
    return name if port is None or port == _DEFAULT_PORTS[scheme] else f"{name}:{port}"


def _query(query: str) -> str:
    """Return a query without tracking parameters and session ids."""
    if not query:
        return ""
    kept = []
    for pair in query.split("&"):
        name, _, value = pair.partition("=")
        if _TRACKING.match(name) or (_SESSION.match(name) and _SESSION_VALUE.match(value)):
            continue
        kept.append(pair)
    return "&".join(kept)


def with_query_in(charset: str, url: str) -> str:
    """Return an address with what is no ASCII in its query as the bytes of its page's charset.

    Source: WHATWG URL, "percent-encode after encoding"; in all other parts it is UTF-8, and a query
    of a page in any form of Unicode as well.
    """
    if url.isascii() or charset.startswith("utf"):
        return url
    address, mark, query = url.partition("?")
    query, hash_mark, fragment = query.partition("#")
    coded = _FOREIGN.sub(lambda m: quote(m[0].encode(charset, "xmlcharrefreplace"), ""), query)
    return address + mark + coded + hash_mark + fragment


def host_of(url: str) -> Host:
    """Return the host of a canonical URL, with its port where that is not the scheme's own."""
    return Host(url.split("/", 3)[2])


def origin_of(url: str) -> str:
    """Return scheme and host of a canonical URL: what one robots.txt governs."""
    return "/".join(url.split("/", 3)[:3])


def id_of(url: str) -> str:
    """Return the id of the record that a canonical URL is the address of."""
    return hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def key_of(url: str) -> bytes:
    """Return the 12 bytes by which the frontier knows a canonical URL.

    Four bytes of SHA-256 over the host and eight over the whole: URLs of a host stand together
    in the index, which keeps adding fast when there are millions, and among ten million URLs of
    one host the chance that any two share a key is below 1 in 300,000.
    """
    whole = hashlib.sha256(url.encode("utf-8", "surrogatepass")).digest()
    return _host_prefix(host_of(url)) + whole[:8]


@lru_cache(maxsize=4096)
def _host_prefix(host: str) -> bytes:
    return hashlib.sha256(host.encode("utf-8", "surrogatepass")).digest()[:4]


def without_credentials(url: str) -> str:
    """Return a URL fit for logs and messages: user name and password left out."""
    scheme, mark, rest = url.partition("://")
    authority, slash, path = rest.partition("/")
    return scheme + mark + authority.rpartition("@")[2] + slash + path
