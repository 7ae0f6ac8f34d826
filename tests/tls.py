"""A server's certificate that nobody trusts but whoever is told to, made anew for each process."""

import ssl
from functools import cache

import trustme


@cache
def _authority() -> trustme.CA:
    return trustme.CA()


def server_context(protocols: list[str]) -> ssl.SSLContext:
    """Return what a server on ``localhost`` needs to speak one of some protocols (ALPN)."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    _authority().issue_cert("localhost").configure_cert(context)
    context.set_alpn_protocols(protocols)
    return context


def client_context() -> ssl.SSLContext:
    """Return a client's settings that trust this authority and no other."""
    context = ssl.create_default_context()
    _authority().configure_trust(context)
    return context
