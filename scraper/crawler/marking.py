"""Marks the records that repeat another, and has the page of what they repeat asked for.

A story that moved is found at its new address first: there it repeats the record of the old one,
which stays the original until its page is asked for and says that it moved. Asked for in the same
run, exports have the story once, with its newest text.
"""

import json
from contextlib import suppress

from scraper.crawler.duplicates import find_duplicates
from scraper.crawler.notices import hold_notices
from scraper.crawler.opening import Setting
from scraper.crawler.signatures import sign_text
from scraper.crawler.stopping import GivenUp, Stop
from scraper.store import SharedStore, Store


def mark_duplicates(setting: Setting, stop: Stop) -> None:
    """Mark the records that repeat another; what they repeat is due in the next run at the latest.

    Raises:
        GivenUp: The run is told to stop, and its time is over; the marks stay as they were.
    """
    store = setting.store
    with store.transaction():
        for url in _mark(setting, stop):
            store.frontier.hint_due(url, setting.clock.now(), setting.run.started_at)


class Again:
    """Whether a run that has nothing left has to go on for what its new records repeat.

    Args:
        setting: What the run happens in; made before its first page is asked for.
    """

    def __init__(self, setting: Setting, stop: Stop) -> None:
        self._setting = setting
        self._stop = stop
        self._known = setting.store.records.count()
        self.has_marked = False
        """Whether all is marked, and nothing was queued since."""

    def is_wanted(self) -> bool:
        """Queue the pages that new records repeat; return whether there are any.

        Only those that the run has not asked for, so that each is asked for once. In a first run
        that is none, and without a new record nothing is repeated that was not before; which
        records a run had brought before it was interrupted is not known.
        """
        count = self._setting.store.records.count()
        has_new = count > self._known > 0 or self._setting.run.resumed
        if not has_new or self._stop.is_told:
            return False
        with self._stop.listening(), suppress(GivenUp):
            is_wanted = self._queue()
            self.has_marked = not is_wanted
            return is_wanted and not self._stop.is_told
        return False

    def _queue(self) -> bool:
        store, run = self._setting.store, self._setting.run
        with store.transaction():
            repeated = _mark(self._setting, self._stop)
            hosts = [store.frontier.hint_changed(url, run.started_at) for url in repeated]
        if isinstance(store, SharedStore):
            # No shard is anybody's between two parts of a run: a URL waits for who takes its own.
            return bool(repeated) and not store.is_over(run.id, self._setting.job.max_pages)
        return any(host is not None for host in hosts)


def _mark(setting: Setting, stop: Stop) -> list[str]:
    """Mark; return the URLs of what is repeated and was not. Part of a transaction.

    Pages that answered with a notice repeat each other too, and are taken back before.
    """
    store = setting.store
    _sign_again(store, stop)
    duplicates = _find(store, stop)
    now = setting.clock.now()
    revisit_s = setting.job.revisit
    if notes := hold_notices(store, setting.run.id, duplicates, revisit_s, now, stop.check):
        duplicates = _find(store, stop)
    for note in notes:
        setting.listener.on_note(note)
    return store.records.mark_duplicates(duplicates)


def _find(store: Store, stop: Stop) -> dict[str, str]:
    signatures = stop.watch(store.records.iter_signatures())
    return find_duplicates(signatures, store.records.vanished(), stop.check)


def _sign_again(store: Store, stop: Stop) -> None:
    """Sign the records whose signatures are of an earlier kind; part of a transaction."""
    while records := store.records.unsigned():
        stop.check()
        for record, text in records:
            store.records.put_signature(record, sign_text(json.loads(text).get("body") or ""))
