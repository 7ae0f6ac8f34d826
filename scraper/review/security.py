"""Who may ask the desk for what: one reader, from this machine, in the tab that was opened.

The desk shows pages of strangers and writes files, so that each request is checked: its host
(against DNS rebinding), its key (other people have accounts on this machine too), and for forms
their token and origin (against other sites in the same browser).
"""

import hmac
import secrets
from base64 import b64encode
from collections.abc import Awaitable, Callable, MutableMapping
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

DESK_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": forms would then be sent with the origin "null" (Fetch, 3.2.3).
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}
_LOCAL = ("127.0.0.1", "localhost", "[::1]")


def page_policy(style: str) -> str:
    """Return what a saved page may do: look like something, with this style sheet.

    ``sandbox`` takes scripts, forms and its origin from it even where it is opened in a tab of
    its own; the style sheet is allowed by its hash, so that none of the page's own is.
    """
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return (
        f"sandbox; default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
    )


class Keys:
    """The secrets of one session of the desk.

    Args:
        port: Port that is listened on; cookies are named after it, as browsers share them
            between the ports of a host.
    """

    def __init__(self, port: int) -> None:
        self.port = port
        self.key = secrets.token_urlsafe(24)
        self.cookie = f"pullquote-{port}"
        self.hosts = frozenset(f"{name}:{port}" for name in _LOCAL)

    @property
    def token(self) -> str:
        """What every form has to send."""
        return hmac.new(self.key.encode(), b"form", sha256).hexdigest()

    def is_token(self, text: str) -> bool:
        """Return whether a form's token is right."""
        return hmac.compare_digest(text.encode(), self.token.encode())


class Guarded:
    """The desk behind its checks: an ASGI application around another one."""

    def __init__(self, app: App, keys: Keys) -> None:
        self._app = app
        self._keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            return
        headers = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]
        }
        given = parse_qs(scope["query_string"].decode("latin-1")).get("key", [""])[0]
        if headers.get("host", "").lower() not in self._keys.hosts:
            await _refuse(send, 421, "This desk answers to its own address only.")
        elif self._is_foreign(scope, headers):
            await _refuse(send, 403, "This request came from another site and was not carried out.")
        elif given and self._is_key(given):
            await self._let_in(scope, send)
        elif not self._is_key(_cookie(headers.get("cookie", ""), self._keys.cookie)):
            text = "Open the desk by the address that pullquote review has printed: it has a key."
            await _refuse(send, 401, text)
        else:
            await self._app(scope, receive, _with_headers(send))

    def _is_key(self, text: str) -> bool:
        return hmac.compare_digest(text.encode(), self._keys.key.encode())

    def _is_foreign(self, scope: Scope, headers: dict[str, str]) -> bool:
        """Return whether a request that changes something comes from elsewhere."""
        if scope["method"] in ("GET", "HEAD"):
            return False
        origin = headers.get("origin")
        same = origin is None or origin.removeprefix("http://").lower() in self._keys.hosts
        return not same or headers.get("sec-fetch-site", "same-origin") != "same-origin"

    async def _let_in(self, scope: Scope, send: Send) -> None:
        """Put the key into a cookie and out of the address."""
        cookie = f"{self._keys.cookie}={self._keys.key}; HttpOnly; SameSite=Strict; Path=/"
        headers = [(b"location", scope["path"].encode()), (b"set-cookie", cookie.encode())]
        await send({"type": "http.response.start", "status": 303, "headers": headers})
        await send({"type": "http.response.body", "body": b""})


def _cookie(header: str, name: str) -> str:
    try:
        found = SimpleCookie(header).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _with_headers(send: Send) -> Send:
    """Return a ``send`` that adds the headers of every answer."""

    async def sending(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            own = {name.lower() for name, _ in message["headers"]}
            added = {"Content-Security-Policy": DESK_POLICY, **_HEADERS}
            pairs = [(k.lower().encode(), v.encode()) for k, v in added.items()]
            message["headers"] = [*message["headers"], *(p for p in pairs if p[0] not in own)]
        await send(message)

    return sending


async def _refuse(send: Send, status: int, text: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    headers += [(name.lower().encode(), value.encode()) for name, value in _HEADERS.items()]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode()})
