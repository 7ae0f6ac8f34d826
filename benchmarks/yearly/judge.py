"""Compares what a job knows after its year with what the site knows of itself."""

import json
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from pathlib import Path
from urllib.parse import urlsplit

from scraper.store import Store
from yearly.server import Hit, Service
from yearly.site import DAY_S, Story

_EDITION = re.compile(r"This is edition (\d+) of story (\d+),")
NO_EDITION = -1
"""Stands for a version that shows no story."""
_SETTLED_S = 20 * DAY_S
"""What was gone or there for so long has to be known as that."""
_RULES_S = DAY_S + 60
_GONE = frozenset({301, 308, 404, 410})
"""Answers by which a page is no more at its address."""


@dataclass(frozen=True, slots=True)
class Interruption:
    """A time in which answers may have been lost: the crawl was killed, or could not write."""

    begin: float
    end: float
    """On the machine's monotonic clock."""


@dataclass
class Verdict:
    """What was found of one job."""

    faults: list[str] = field(default_factory=list)
    figures: dict[str, object] = field(default_factory=dict)


def judge(
    folder: Path,
    service: Service,
    interruptions: Sequence[Interruption],
    wrong: Sequence[Interruption],
    end: float,
    slow_s: float,
) -> Verdict:
    """Return what is wrong with a job's files, and how well it kept up.

    Args:
        folder: The job's output folder.
        service: The site it crawled.
        interruptions: When answers may have been lost.
        wrong: When the clock was wrong, and with it what the site showed.
        end: The last moment.
        slow_s: What was up for longer has to have been seen.
    """
    verdict = Verdict()
    hits = sorted(service.hits, key=lambda hit: hit.began)
    histories = _read_histories(folder)
    _judge_histories(verdict, histories, hits, interruptions)
    timely = [hit for hit in hits if not any(w.begin <= hit.began <= w.end for w in wrong)]
    # What only a wrong clock was shown is of a day that has not come: no host answers there yet.
    asked = {hit.url for hit in timely}
    of_today = [history for history in histories if history.url in asked]
    _judge_export(verdict, folder, histories, of_today)
    _judge_vanished(verdict, of_today, service, end, find_told(hits, timely, end - _SETTLED_S))
    _judge_lateness(verdict, service, timely, end, slow_s)
    _judge_politeness(verdict, hits)
    _count_requests(verdict, hits)
    return verdict


@dataclass(frozen=True, slots=True)
class History:
    """A record with all it was."""

    url: str
    story: int
    editions: tuple[int, ...]
    """Oldest first."""
    has_vanished: bool
    repeats: str | None
    id: str


def _read_histories(folder: Path) -> list[History]:
    found = []
    with Store(folder / "pullquote.db") as store:
        for record in store.records.iter_ids():
            state = store.records.find_state(record)
            newest = store.records.find_json(record)
            if state is None or newest is None:
                continue
            texts = [version.json for version in store.records.versions(record)] + [newest]
            marks = [_EDITION.search(json.loads(text)["body"] or "") for text in texts]
            told = [mark for mark in marks if mark]
            found.append(
                History(
                    json.loads(newest)["canonical_url"],
                    int(told[-1][2]) if told else -1,
                    tuple(int(mark[1]) if mark else NO_EDITION for mark in marks),
                    state.vanished_run is not None,
                    state.duplicate_of,
                    record,
                )
            )
    return found


def _judge_histories(
    verdict: Verdict,
    histories: list[History],
    hits: list[Hit],
    interruptions: Sequence[Interruption],
) -> None:
    """Every version that was served is in the history, in order, once."""
    served: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for hit in hits:
        if hit.status == 200 and hit.version is not None:
            is_sure = not any(i.begin <= hit.began <= i.end for i in interruptions)
            served[hit.url].append((hit.version, is_sure))
    known = {history.url: history for history in histories}
    mistaken = 0
    for url, history in known.items():
        if history.story < 0:
            verdict.faults.append(f"{url} is a record but no story")
        mistaken += sum(edition == NO_EDITION for edition in history.editions)
        if any(one == other for one, other in pairwise(history.editions)):
            verdict.faults.append(f"{url} has a version twice: {history.editions}")
    for url, versions in served.items():
        sure = [version for version, _ in groupby(v for v, is_sure in versions if is_sure)]
        every = [version for version, _ in groupby(v for v, _ in versions)]
        known_ones = known[url].editions if url in known else ()
        editions = [edition for edition in known_ones if edition != NO_EDITION]
        editions = [edition for edition, _ in groupby(editions)]
        if not (_is_within(sure, editions) and _is_within(editions, every)):
            verdict.faults.append(f"{url}: served {every}, surely {sure}, in history {editions}")
    verdict.figures["versions that are no story's (a page that says: we will be back)"] = mistaken
    verdict.figures["records"] = len(histories)
    verdict.figures["versions"] = sum(len(history.editions) for history in histories)


def _is_within(part: Iterable[int], whole: Iterable[int]) -> bool:
    rest = iter(whole)
    return all(any(value == other for other in rest) for value in part)


def _judge_export(
    verdict: Verdict, folder: Path, histories: list[History], of_today: list[History]
) -> None:
    """The export holds each record once, and of each story that is up its newest text."""
    lines = (folder / "articles.jsonl").read_text("utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    ids = Counter(article["id"] for article in articles)
    wanted = {history.id for history in histories if history.repeats is None}
    if set(ids) != wanted or max(ids.values(), default=1) > 1:
        verdict.faults.append(f"the export has {len(lines)} lines, records are {len(wanted)}")
    shown: dict[int, set[int]] = defaultdict(set)
    for article in articles:
        if mark := _EDITION.search(article["body"] or ""):
            shown[int(mark[2])].add(int(mark[1]))
    seen: dict[int, int] = {}
    for history in of_today:
        if history.story >= 0:
            seen[history.story] = max(history.editions[-1], seen.get(history.story, 0))
    stale = [s for s, edition in seen.items() if edition not in shown[s]]
    if stale:
        verdict.faults.append(f"of {len(stale)} stories the export lacks the newest text: {stale}")


def find_told(hits: Sequence[Hit], timely: Sequence[Hit], settled: float) -> set[str]:
    """Return the addresses that were last said to be gone, and after a moment.

    A site in trouble says so of all, and to a clock that is years ahead of what is gone by then.

    Args:
        hits: All requests, in order.
        timely: Those of them for which the clock was right.
        settled: What was said before has to have been asked again.
    """
    since = max((hit.began for hit in timely if hit.moment <= settled), default=0.0)
    last = {hit.url: hit for hit in hits if hit.status}
    return {url for url, hit in last.items() if hit.began > since and hit.status in _GONE}


def _judge_vanished(
    verdict: Verdict, histories: list[History], service: Service, end: float, told: set[str]
) -> None:
    """What is gone for long is marked so, and nothing else is but what was said to be gone."""
    settled = end - _SETTLED_S
    if min((hit.moment for hit in service.hits), default=end) > settled - _SETTLED_S:
        return  # Too short a time for anything to be gone for long.
    stories = {story.number: story for story in service.site.stories}
    for history in histories:
        story = stories.get(history.story)
        is_told = history.has_vanished and history.url in told
        if story is not None and story.born < settled and not is_told:
            _judge_mark(verdict, history, story, service, settled)


def _judge_mark(
    verdict: Verdict, history: History, story: Story, service: Service, settled: float
) -> None:
    """A record is marked as vanished where its story is not at its address, and only there."""
    moved = service.secure_from
    if moved is not None and settled < moved <= settled + _SETTLED_S:
        return  # Too short ago for the old addresses to be known as gone.
    parts = urlsplit(history.url)
    is_old = moved is not None and moved <= settled and parts.scheme == "http"
    is_old = is_old or parts.path != story.path_at(settled)
    is_gone = is_old or not story.is_up(settled)
    unclear = story.gone is not None and abs(story.gone[1] - settled) < _SETTLED_S
    if story.status_at(settled) != story.status_at(settled + _SETTLED_S) or unclear:
        return
    if story.path_at(settled) != story.path_at(settled + _SETTLED_S):
        return
    if is_gone != history.has_vanished:
        state = "gone and not marked" if is_gone else "there and marked as vanished"
        verdict.faults.append(f"{history.url} is {state}")


def _judge_lateness(
    verdict: Verdict, service: Service, hits: list[Hit], end: float, slow_s: float
) -> None:
    """How long after it appeared each version was fetched first; what never was.

    A service that nobody asked while the clock was right says nothing about lateness.
    """
    first: dict[tuple[int, int], float] = {}
    for hit in hits:
        if hit.story is not None and hit.version is not None:
            first.setdefault((hit.story, hit.version), hit.moment)
    begin = hits[0].moment if hits else end
    new, edited, missed = [], [], []
    for story in service.site.stories:
        for version, (since, until) in enumerate(_spans(story, end)):
            if since < begin:
                continue
            seen = first.get((story.number, version))
            if seen is not None:
                (edited if version else new).append((seen - since, story, version))
            elif story.is_up(since):
                missed.append((until - since, story, version))
    for length, story, version in missed:
        if length > slow_s:
            days = length / DAY_S
            verdict.faults.append(f"edition {version} of {story} was up {days:.1f} days, unseen")
    for name, group in (("new", new), ("edited", edited)):
        days = sorted(late / DAY_S for late, _, _ in group)
        if days:
            verdict.figures[f"{name}: count, median, 95 %, worst days"] = (
                len(days), round(statistics.median(days), 2),
                round(days[int(0.95 * len(days))], 2), round(days[-1], 2),
            )  # fmt: skip
            if days[-1] > slow_s / DAY_S:
                late, story, version = max(group, key=lambda entry: entry[0])
                verdict.faults.append(
                    f"edition {version} of {story} was seen {late / DAY_S:.1f} days late"
                )
    verdict.figures["editions never seen: count, longest up in days"] = (
        len(missed), round(max((length for length, _, _ in missed), default=0) / DAY_S, 2),
    )  # fmt: skip


def _spans(story: Story, end: float) -> Iterator[tuple[float, float]]:
    """Yield from when until when each version is shown, while the story is up at all."""
    moments = [story.born, *story.edits]
    last = min(end, story.gone[0] if story.gone else end)
    for since, until in pairwise([*moments, last]):
        if since < last:
            yield since, min(until, last)


def _judge_politeness(verdict: Verdict, hits: list[Hit]) -> None:
    """One request at a time, apart, nothing that the rules forbid."""
    by_origin: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_origin[hit.url.split("/", 3)[2]].append(hit)
    gaps = [b.began - a.ended for found in by_origin.values() for a, b in pairwise(found)]
    verdict.figures["smallest gap in ms"] = round(1000 * min(gaps), 1)
    for found in by_origin.values():
        rules: Hit | None = None
        for hit in found:
            path = urlsplit(hit.url).path
            if path == "/robots.txt":
                rules = hit
            elif rules is None or hit.moment - rules.moment > _RULES_S:
                verdict.faults.append(f"{hit.url} was asked for without rules, or by old ones")
            elif (
                rules.status >= 500 or rules.status in (0, 429) or rules.trouble == "robots-closed"
            ):
                verdict.faults.append(f"{hit.url} was asked for though robots.txt said no")
            allows_all = rules is not None and 400 <= rules.status < 500 and rules.status != 429
            if path.startswith("/desk/") and not allows_all:
                verdict.faults.append(f"{hit.url} is forbidden")


def _count_requests(verdict: Verdict, hits: list[Hit]) -> None:
    counts: Counter[str] = Counter()
    for hit in hits:
        path = urlsplit(hit.url).path
        kind = "stories" if path.count("/") > 2 else "lists"
        kind = {"/robots.txt": "robots", "/sitemap.xml": "sitemap", "/feed.xml": "feed"}.get(
            path, kind
        )
        counts[f"{kind} {hit.status}"] += 1
    verdict.figures["requests"] = len(hits)
    verdict.figures["answers"] = dict(sorted(counts.items()))
    asked = [hit for hit in hits if hit.status in (200, 304) and hit.story is not None]
    verdict.figures["stories: share that answered 304"] = round(
        sum(hit.status == 304 for hit in asked) / max(1, len(asked)), 3
    )
