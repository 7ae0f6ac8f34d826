"""One run over archives: find the slices, extract those that are not done, count.

A run that was killed is simply started again: partitions that are there are passed over.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from scraper.archives.engines import Engine
from scraper.archives.partitions import Outcome, Partitions
from scraper.archives.slices import PAGES_A_SLICE, Slices, WarcSlice, find_slices


@dataclass(slots=True)
class ArchiveReport:
    """What the partitions hold, whichever run wrote them."""

    slices: int = 0
    """Slices that there are; each is to become a partition."""
    done: int = 0
    """Slices that have been dealt with so far."""
    passed_over: int = 0
    """Those of them whose partition was there already."""
    records: int = 0
    failures: list[str] = field(default_factory=list)
    """A line for each page, slice or rest of an archive that could not be extracted."""

    def count(self, outcome: Outcome) -> None:
        """Add what became of one slice."""
        self.done += 1
        self.passed_over += outcome.was_done
        self.records += outcome.records
        self.failures.extend(outcome.failures)


def extract_archives(
    archives: Sequence[str],
    partitions: Partitions,
    engine: Engine,
    *,
    pages_a_slice: int = PAGES_A_SLICE,
    watch: Callable[[ArchiveReport], None] = lambda _report: None,
) -> ArchiveReport:
    """Extract every page of the archives into partitions; return what was done.

    Args:
        archives: Paths or addresses of WARC files, as ``find_archives`` gives them.
        partitions: Where the records go, and in what form.
        pages_a_slice: Pages of a partition; another number than last time makes other
            partitions, so keep it for one folder.
        watch: Called with the report so far after each slice.

    Raises:
        ExportError: A partition can't be written.
        InputError: The engine can't be started.
    """
    report = ArchiveReport()
    slices: list[WarcSlice] = []
    find: Callable[[str], Slices] = partial(find_slices, pages=pages_a_slice)
    for found in engine.map_unordered(find, archives, is_light=True):
        slices.extend(found.slices)
        if found.problem is not None:
            report.failures.append(found.problem)
    slices.sort(key=lambda piece: (piece.archive, piece.start))
    report.slices = len(slices)
    for outcome in engine.map_unordered(partitions.extract, slices):
        report.count(outcome)
        watch(report)
    return report
