"""Parameters that choose nothing: what a site adds to its links anew each time (``?ref=8f3a``).

Two URLs that differ in one parameter and gave one text and the same links are a reason to ask for
the URL without it. Where that has both too, the parameter is a mark of that address: links with
others are those to the address, as long as its page stays as it is, and for a while. Then it is
proved again, as a site may begin to choose pages by it, or have shown a notice. It is the address
that is judged, never the parameter's name: at the next one it may choose.
"""

import hashlib
import json
from collections.abc import Iterator
from enum import IntEnum

from scraper.store.database import Database, Part, put_row
from scraper.urls import host_of, key_of


class _Verdict(IntEnum):
    SEEN = 0
    ASKED = 1
    CHOOSES = 2
    MARKS = 3


_FIND = "SELECT verdict, until, times, text FROM marks WHERE bare = ? AND name = ?"
_JUDGED = "SELECT name, verdict, times, text FROM marks WHERE bare = ? AND verdict IN (1, 3)"
_RULE = "UPDATE marks SET verdict = ?, until = ?, times = ?, text = ? WHERE bare = ? AND name = ?"
_PUT_OFF = "UPDATE marks SET verdict = 0, until = 0 WHERE bare = ? AND verdict = 1"
_PUT = put_row("marks", "bare name host verdict until times text", keys=2)
_TITLE, _LINKS = 4, 12
"""Where in a digest the title ends, and where the links do: stories with two titles are two."""
_AT_ONCE_S = 6 * 3600.0
"""Within this time what a page links has not changed: other links are another page's."""
_TAKE_BACK = """
UPDATE urls SET state = 0, due_at = NULL WHERE id IN
    (SELECT v.url FROM visits v WHERE v.outcome = 'trap' AND v.redirect_to = ?)
"""
_MOST_TIMES = 4
"""Proofs after which the time that one holds is doubled no more: most of a year."""


class Marks(Part):
    """What is known of the parameters of each address that gave a record."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._hosts: set[str] | None = None
        """Those that mark their links, so that the links of all others cost no query."""

    def find_bare(self, url: str, now: float | None = None) -> str:
        """Return a URL without what is known to choose nothing at its address.

        Args:
            now: Seconds since 1970. None for what was found out last, however long ago.
        """
        if now is not None and host_of(url) not in self._marking():
            return url
        for bare, name in _without_each(url):
            verdict, until, times = self._find(bare, name)[:3]
            if now is None:
                is_mark = times > 0 and verdict != _Verdict.CHOOSES
            else:
                is_mark = verdict == _Verdict.MARKS and until > now
            if is_mark:
                return self.find_bare(bare, now)
        return url

    def _marking(self) -> set[str]:
        if self._hosts is None:
            marking = (
                "SELECT name FROM hosts WHERE id IN (SELECT host FROM marks WHERE verdict = 3)"
            )
            self._hosts = {row[0] for row in self._db.execute(marking).fetchall()}
        return self._hosts

    def see(self, url: str, host: int, text: bytes, now: float, hold_s: float) -> Iterator[str]:
        """Note the text of a URL that was never read before; yield addresses to ask for.

        Args:
            host: Its host's number.
            text: Digest of what it says.
            now: Seconds since 1970.
            hold_s: How long a first verdict holds.
        """
        for bare, name in _without_each(url):
            verdict, until, times, known = self._find(bare, name)
            if verdict == _Verdict.ASKED or until > now:
                continue
            # When the latest was seen that proves nothing stands in place of a verdict's end.
            at_once = verdict == _Verdict.SEEN and now - until < _AT_ONCE_S
            told = slice(_LINKS if at_once else _TITLE)
            is_other = bool(known) and known[told] != text[told]
            if is_other:
                if times:  # Else nothing was refused for it, and all visits would be read in vain.
                    self._db.execute(_TAKE_BACK, (bare,))
                verdict, until, times = _Verdict.CHOOSES, now + hold_s, 0
            elif verdict == _Verdict.SEEN and known == text:
                verdict = _Verdict.ASKED
                yield bare
            else:
                # Two that were read since have to agree, not one with what the address said once.
                verdict, until = _Verdict.SEEN, now
            self._db.execute(_PUT, (key_of(bare), name, host, int(verdict), until, times, text))

    def is_judged(self, url: str) -> bool:
        """Return whether what a URL says is held against what it says with a parameter."""
        return self._db.execute(_JUDGED, (key_of(url),)).fetchone() is not None

    def put_off(self, url: str) -> None:
        """Let two further texts ask for a URL again that did not say what it holds."""
        self._db.execute(_PUT_OFF, (key_of(url),))

    def judge(self, url: str, text: bytes | None, now: float, hold_s: float) -> None:
        """Hold a URL that was read against those with a parameter.

        Args:
            text: Digest of what it says; None where it says nothing.
            now: Seconds since 1970.
            hold_s: How long a first verdict holds; each further one holds twice as long.
        """
        for name, verdict, times, known in self._db.execute(_JUDGED, (key_of(url),)).fetchall():
            is_mark = bytes(known) == text
            if verdict == _Verdict.ASKED:
                self._marking().add(host_of(url))
                told = (_Verdict.MARKS if is_mark else _Verdict.CHOOSES, now + hold_s * 2.0**times)
                self._rule(url, name, *told, min(times + 1, _MOST_TIMES), known)
            elif not is_mark and text is not None:
                self._rule(url, name, _Verdict.SEEN, 0.0, times, text)

    def _rule(
        self, url: str, name: str, verdict: int, until: float, times: int, text: bytes
    ) -> None:
        self._db.execute(_RULE, (int(verdict), until, times, text, key_of(url), name))

    def lines(self) -> list[str]:
        """Return one line for each parameter of a host that is held to choose nothing."""
        rows = self._db.execute(
            "SELECT h.name, m.name, count(*) FROM marks m JOIN hosts h ON h.id = m.host "
            "WHERE m.verdict = 3 GROUP BY h.name, m.name ORDER BY h.name, m.name"
        )
        return [
            f"{host}: ?{name}= chooses nothing at {count} addresses, which say the same without it"
            for host, name, count in rows
        ]

    def _find(self, bare: str, name: str) -> tuple[int, float, int, bytes]:
        """Return (verdict, its end, verdicts so far, digest of the latest text)."""
        row = self._db.execute(_FIND, (key_of(bare), name)).fetchone()
        return (0, 0.0, 0, b"") if row is None else (*row[:3], bytes(row[3]))


def _without_each(url: str) -> Iterator[tuple[str, str]]:
    """Yield (URL without a parameter, its name) for each of its query; all of them together too."""
    path, mark, query = url.partition("?")
    pairs = query.split("&") if mark else []
    names = [pair.partition("=")[0] for pair in pairs]
    for name in dict.fromkeys(names):
        kept = [pair for pair, known in zip(pairs, names, strict=True) if known != name]
        yield path + "?" * bool(kept) + "&".join(kept), name
    if len({*names}) > 1:
        yield path, "&".join(sorted({*names}))


def digest_of(record: str | bytes, links: str | None) -> bytes | None:
    """Return a digest of a record's title, then of its page's links, then of its text.

    Args:
        links: Digest of what the page links, 8 bytes in hexadecimal.

    Returns:
        None where the record has no text, or the links are not known.
    """
    fields = json.loads(record)
    if not fields["body"] or links is None:
        return None
    title, body = (_digest(fields[name] or "") for name in ("title", "body"))
    return title[:_TITLE] + bytes.fromhex(links) + body


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:8]
