"""The real ``pullquote schedule``, on a clock that is set for it, and what it costs."""

import re
import resource
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

from prometheus_client.parser import text_string_to_metric_families

from yearly.clock import SetClock

_ROOT = Path(__file__).resolve().parents[2]
_CODE = f"""
import sys
sys.path[:0] = [{str(_ROOT)!r}, {str(_ROOT / "benchmarks")!r}]
import functools
from scraper.crawler import crawl, politeness, schedule
from in_process import InProcess
crawl.run_job = functools.partial(crawl.run_job, new_reader=InProcess)
schedule.LONGEST_SLEEP_S = 0.02
politeness._FIRST_EASING_S, politeness._MAX_EASING_S = 0.01, 0.05
from scraper.cli import main
main()
"""
"""Pages are read in the scheduler's process, so that hundreds of runs take minutes. Waits that are
a machine's, not the simulation's, are shortened: how soon the schedule notices that its clock was
set, and how long a strained host is left alone."""
_POLL_S = 0.1
_LONGEST_RUN_S = 300.0


@dataclass(frozen=True, slots=True)
class Cost:
    """What the process and its files take at one moment."""

    moment: float
    own_mib: int
    files: int
    threads: int
    database_mib: float
    wal_mib: float
    archive_mib: float
    archive_files: int
    exports_mib: float
    log_mib: float


@dataclass
class Program:
    """One process that runs jobs by their schedules, started again as often as it is ended.

    Args:
        folder: Where job files, output and logs are.
        jobs: Names of the job files, without their ending.
        clock: The clock it sees.
        environment: What it is given besides.
    """

    folder: Path
    jobs: list[str]
    clock: SetClock
    environment: dict[str, str] = field(default_factory=dict)
    _port: int = 0
    _said: int = 0
    _process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> Path:
        """What it prints, one JSON object a line."""
        return self.folder / "schedule.jsonl"

    @property
    def complaints(self) -> Path:
        """What it says to people."""
        return self.folder / "schedule.err"

    def start(self) -> None:
        """Start it; return when it says when it will do what."""
        names = [f"{job}.toml" for job in self.jobs]
        self._said = self.complaints.stat().st_size if self.complaints.exists() else 0
        with self.log.open("ab") as out, self.complaints.open("ab") as err:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _CODE, "schedule", "--json", "--metrics",
                 "127.0.0.1:0", *names],
                cwd=self.folder, stdout=out, stderr=err, stdin=subprocess.DEVNULL,
                env=self.clock.environment() | {"TMPDIR": str(self.folder)} | self.environment,
            )  # fmt: skip
        self._port = self._find_port()

    def _find_port(self) -> int:
        """Return the port of its figures, which it says as soon as it is up."""
        for _ in range(2000):
            self._running()
            told = self.complaints.read_text("utf-8", "replace")[self._said :]
            if match := re.search(r"metrics at port (\d+)", told):
                return int(match[1])
            time.sleep(_POLL_S)
        raise SystemExit(f"it gives no figures: {self._last_words()}")

    def end(self, number: int) -> None:
        """Send it a signal and wait for its end."""
        process = self._running()
        process.send_signal(number)
        code = process.wait(60)
        if number == signal.SIGTERM and code not in (0, 143):
            raise SystemExit(f"SIGTERM ended it with {code}: {self._last_words()}")

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            raise SystemExit(f"the scheduler is gone: {self._last_words()}")
        return self._process

    def _last_words(self) -> str:
        return self.complaints.read_text("utf-8", "replace")[-3000:]

    def figures(self) -> dict[tuple[str, str], float]:
        """Return (metric, job) → value, as it gives them to Prometheus."""
        self._running()
        with urlopen(f"http://127.0.0.1:{self._port}/metrics", timeout=60) as reply:
            text = reply.read().decode()
        return {
            (sample.name, sample.labels.get("job", "")): sample.value
            for family in text_string_to_metric_families(text)
            for sample in family.samples
            if sample.labels.keys() <= {"job"}
        }

    def is_running(self) -> bool:
        """Return whether a run is going on."""
        figures = self.figures()
        return any(figures.get(("pullquote_running", job)) for job in self.jobs)

    def settle(self) -> None:
        """Return when it has nothing to do at this moment."""
        until = time.monotonic() + _LONGEST_RUN_S
        while time.monotonic() < until:
            figures = self.figures()
            nexts = [figures.get(("pullquote_next_run_timestamp_seconds", j)) for j in self.jobs]
            busy = any(figures.get(("pullquote_running", job)) for job in self.jobs)
            if not busy and all(n is not None and n > self.clock.now() for n in nexts):
                return
            time.sleep(_POLL_S)
        raise SystemExit(f"a run takes longer than {_LONGEST_RUN_S:g} s: {self._last_words()}")

    def limit_files(self, size: int | None) -> None:
        """Let no file grow beyond a size, as on a full disk; None lets them grow again."""
        size = resource.RLIM_INFINITY if size is None else size
        resource.prlimit(self._running().pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def cost(self) -> Cost:
        """Return what it takes now."""
        pid = self._running().pid
        status = dict(
            line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines()
        )
        output = self.folder / "output"
        archives = list(output.glob("*/warc/*"))
        others = [p for p in output.glob("*/*") if p.is_file() and "pullquote.db" not in p.name]
        return Cost(
            self.clock.now(),
            int(status["VmRSS"].split()[0]) >> 10,
            sum(1 for _ in Path(f"/proc/{pid}/fd").iterdir()),
            int(status["Threads"]),
            _mib(output.glob("*/pullquote.db")),
            _mib(output.glob("*/pullquote.db-wal")),
            _mib(archives),
            len(archives),
            _mib(others),
            _mib([self.log, self.complaints]),
        )


def _mib(paths: object) -> float:
    return round(sum(path.stat().st_size for path in paths if path.exists()) / (1 << 20), 2)  # type: ignore[attr-defined]
