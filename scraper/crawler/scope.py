"""Which URLs a job may enter: its ``allow`` and ``deny`` patterns.

A pattern is a host (``news.example``), a host with a path (``news.example/2024/*``) or a path
(``/tag/*``); ``*`` stands for any characters. ``deny`` wins over ``allow``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern: what the host and the path (with query) must look like."""

    host: re.Pattern[str] | None
    path: re.Pattern[str] | None

    def matches(self, host: str, path: str) -> bool:
        """Return whether a URL of this host and path is meant."""
        if self.host is not None and not self.host.fullmatch(host):
            return False
        return self.path is None or self.path.match(path) is not None


def parse_pattern(text: str) -> Pattern:
    """Return the pattern that a line of ``allow`` or ``deny`` stands for.

    A host without a port means every port; ``*.news.example`` means its subdomains and itself.
    A path pattern without ``*`` at its end matches everything that begins with it.
    """
    bare = re.sub(r"^https?://", "", text.strip(), flags=re.I)
    host, slash, path = bare.partition("/")
    return Pattern(
        host=_host_pattern(host.lower()) if host and host != "*" else None,
        path=re.compile(_glob(slash + path, ".*")) if slash and path else None,
    )


def _host_pattern(host: str) -> re.Pattern[str]:
    subdomains = host.startswith("*.")
    name = _glob(host[2:] if subdomains else host, "[^/]*")
    port = "" if re.search(r":\d+$", host) else r"(?::\d+)?"
    return re.compile((r"(?:[^/]+\.)?" if subdomains else "") + name + port)


def _glob(text: str, anything: str) -> str:
    """Return a regular expression in which ``*`` stands for ``anything``.

    Runs of ``*`` are one, so that no pattern of a job backtracks without end.
    """
    return anything.join(re.escape(part) for part in re.split(r"\*+", text))


class Scope:
    """The URLs that a job may fetch.

    Args:
        seeds: Canonical URLs of the seeds, which need no pattern; their hosts are the scope where
            ``allow`` names none.
    """

    def __init__(self, seeds: Iterable[str], allow: Iterable[str], deny: Iterable[str]) -> None:
        allowed = list(allow)
        self._seeds = frozenset(seeds)
        hosts = {urlsplit(seed).netloc for seed in self._seeds}
        self._deny = [parse_pattern(text) for text in deny]
        self._allow = [parse_pattern(text) for text in allowed]
        if not any(pattern.host for pattern in self._allow) and "*" not in allowed:
            self._hosts: frozenset[str] | None = frozenset(hosts | {_twin(host) for host in hosts})
        else:
            self._hosts = None
        self._has = lru_cache(maxsize=4096)(self._decide)

    def __contains__(self, url: str) -> bool:
        """Return whether a canonical URL may be fetched."""
        return self._has(url)

    def _decide(self, url: str) -> bool:
        parts = url.split("/", 3)
        host, path = parts[2], "/" + (parts[3] if len(parts) > 3 else "")
        if any(pattern.matches(host, path) for pattern in self._deny):
            return False
        if url in self._seeds:
            return True
        if self._hosts is not None and host not in self._hosts:
            return False
        return not self._allow or any(pattern.matches(host, path) for pattern in self._allow)


def _twin(host: str) -> str:
    """Return the host with ``www.`` put on or taken off: most sites answer under both."""
    return host[4:] if host.startswith("www.") else f"www.{host}"
