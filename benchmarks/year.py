"""Lets ``pullquote schedule`` run through a simulated year, and compares it with the truth.

    python benchmarks/year.py --days 366

Two sites live on loopback: stories appear, are edited, move, vanish and come back; the second one
moves to HTTPS. The real scheduler runs two jobs on a clock that is set for it (libfaketime, Debian
package ``faketime``). In that year sites are down for hours and days, answer errors to everything,
lock robots.txt for a week; the machine is off for days; the clock jumps ahead and back; the disk is
full for a night; runs are killed. In the end every version that a site served must be in the
history, once; exports whole; politeness kept; and nothing may have grown that has no reason to.
``--minutes`` or SIGTERM ends it early; the days that it had are judged as the year would be. In a
folder that is kept (``--keep``) the next call goes on from there, so that a year can be had in
pieces of minutes, each of which ends with a judgement of all days until then.
"""

import argparse
import json
import os
import pickle
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import ssl

from cronsim import CronSim
from yearly.clock import SetClock, find_library
from yearly.judge import Interruption, judge
from yearly.program import Cost, Program
from yearly.server import Service, Trouble
from yearly.site import DAY_S, HOUR_S, Site, make_stories

from scraper.store import Store

BEGIN = datetime(2027, 10, 20, 12, tzinfo=UTC).timestamp()
"""So that half a year has both changes of the clock, a 29th of February and a turn of the year."""
DELAY_S = 0.01
_REVISIT_S = {"north": DAY_S, "south": 2 * DAY_S}
_KNOWN_AFTER_D = {"maintenance": 4, "410": 9, "clock": 9}
"""Trouble → days, in a whole year, until what it had told of pages is put right."""
_CRON = {
    "north": ("30 2 * * *", "Europe/Berlin"),
    "south": ("10 16 * * *", "America/New_York"),
}


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that is done at a moment."""

    moment: float
    name: str
    act: Callable[[], None]


@dataclass
class Year:
    """The simulation.

    Args:
        folder: Where everything is written.
        days: Its length.
        seed: Of all chance.
        library: libfaketime.
    """

    folder: Path
    days: int
    seed: int
    library: Path
    costs: list[Cost] = field(default_factory=list)
    interruptions: list[Interruption] = field(default_factory=list)
    wrong: list[Interruption] = field(default_factory=list)
    """When the clock was wrong."""
    done: Counter[str] = field(default_factory=Counter)
    deeds_done: int = 0
    """Deeds of the plan that are behind it, those that the machine was off for among them."""
    is_told_to_end: bool = False
    """Whether it ends early, after a run, to be judged for the days it had."""
    set_right: float = 0.0
    """When the clock, which had been wrong, was set right, in seconds since 1970."""

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.end = BEGIN + self.days * DAY_S
        self.clock = SetClock(self.folder / "clock", self.library, BEGIN)
        self.services = {
            name: Service(
                Site(make_stories(self.seed + n, BEGIN, self.end, 40, 0.8), is_daily=n == 1),
                f"127.0.0.{4 + n}",
                self.clock.now,
            )
            for n, name in enumerate(_CRON)
        }
        self.program = Program(
            self.folder, list(_CRON), self.clock, {"SSL_CERT_FILE": str(self.folder / "trust.pem")}
        )

    # --- what happens ---------------------------------------------------------------------------

    def plan(self) -> list[Deed]:
        """Return all that is done, in order."""
        deeds = [deed for name in _CRON for deed in self._fires(name)]
        deeds += [self._deed(at, "machine off", self._be_off) for at in self._some(4)]
        deeds += [self._deed(at, "clock ahead", self._jump_ahead) for at in self._some(2)]
        deeds += [self._deed(at, "clock back", self._jump_back) for at in self._some(2)]
        deeds += [self._deed(at, "log rotated", self._rotate) for at in self._some(6)]
        return sorted(deeds, key=lambda deed: deed.moment)

    def _some(self, a_year: float) -> list[float]:
        """Return some moments, so many a year and at least one."""
        count = max(1, round(a_year * self.days / 365))
        return [BEGIN + self.chance.uniform(0.15, 0.95) * self.days * DAY_S for _ in range(count)]

    def _deed(self, moment: float, name: str, act: Callable[[], None]) -> Deed:
        return Deed(moment, name, act)

    def _fires(self, name: str) -> Iterator[Deed]:
        cron, zone = _CRON[name]
        for moment in CronSim(cron, datetime.fromtimestamp(BEGIN, ZoneInfo(zone))):
            if moment.timestamp() >= self.end:
                return
            kind = self.chance.choices(("run", "kill", "full", "stop"), (90, 5, 1, 2))[0]
            act = {"run": self._run, "kill": self._kill, "full": self._fill, "stop": self._stop}
            yield Deed(moment.timestamp(), kind, act[kind])

    def _run(self) -> None:
        self.program.settle()

    def _kill(self) -> None:
        """Kill a run; the next start goes on with it."""
        self._end_in_run(signal.SIGKILL)

    def _stop(self) -> None:
        self._end_in_run(signal.SIGTERM)

    def _end_in_run(self, number: int) -> None:
        began = time.monotonic()
        time.sleep(self.chance.uniform(0, 1.2))
        self.program.end(number)
        self.interruptions.append(Interruption(began, time.monotonic()))
        self.program.start()
        self.program.settle()

    def _fill(self) -> None:
        """Let the disk be full for a run; there is room again at the next."""
        began = time.monotonic()
        sizes = [path.stat().st_size for path in self.folder.glob("output/*/pullquote.db*")]
        self.program.limit_files(max(4096, int(self.chance.uniform(0, 1) * max(sizes, default=0))))
        self.program.settle()
        self.program.limit_files(None)
        self.interruptions.append(Interruption(began, time.monotonic()))

    def _be_off(self) -> None:
        """Leave the machine off for some days."""
        self.program.end(signal.SIGTERM)
        self.clock.set(self.clock.now() + self.chance.uniform(0.5, 5) * DAY_S)
        self.program.start()
        self.program.settle()

    def _jump_ahead(self) -> None:
        """Have the clock years ahead for a while, as after a bad time server."""
        self._be_wrong(self.chance.choice((20, 700)) * DAY_S)

    def _jump_back(self) -> None:
        self._be_wrong(-self.chance.choice((3 * HOUR_S, 4000 * DAY_S)))

    def _be_wrong(self, by_s: float) -> None:
        """Have the clock wrong by so much until nothing is to be done, and right again."""
        moment, began = self.clock.now(), time.monotonic()
        self.clock.set(moment + by_s)
        self.program.settle()
        self.clock.set(moment + HOUR_S)
        self.set_right = self.clock.now()
        self.wrong.append(Interruption(began, time.monotonic()))
        self.program.settle()

    def _rotate(self) -> None:
        """Rotate the log as logrotate's copytruncate does."""
        shutil.copy(self.program.log, self.program.log.with_suffix(".1"))
        os.truncate(self.program.log, 0)

    def trouble(self) -> None:
        """Give both sites their bad days, and the second one its move to HTTPS."""
        spans = {
            "refused": (0.2, 3), "503": (0.1, 2), "500": (0.1, 1), "404": (0.2, 0.6),
            "410": (0.2, 0.6), "429": (0.2, 0.6), "maintenance": (0.2, 1), "robots-503": (6, 8),
            "robots-closed": (1, 3), "robots-404": (1, 3),
        }  # fmt: skip
        for service in self.services.values():
            kinds = list(spans) * max(1, round(self.days / 365))
            self.chance.shuffle(kinds)
            for n, kind in enumerate(kinds):
                begin = BEGIN + (n + self.chance.uniform(0.3, 0.6)) * self.days * DAY_S / len(kinds)
                length = self.chance.uniform(*spans[kind]) * DAY_S
                service.troubles.append(
                    Trouble(begin, min(begin + length, begin + 0.3 * self.days * DAY_S), kind)
                )

    def secure(self) -> None:
        """Move the second site to HTTPS; its certificate runs out for two days later."""
        service = self.services["south"]
        moved = BEGIN + 0.55 * self.days * DAY_S
        renewed = BEGIN + 0.8 * self.days * DAY_S
        first = self._certify(service.address, "one", moved - DAY_S, renewed - 2 * DAY_S)
        second = self._certify(service.address, "two", renewed, renewed + 4000 * DAY_S)
        service.contexts += [(0.0, first), (renewed, second)]
        service.secure_from = moved
        pems = [(self.folder / f"{name}.pem").read_text() for name in ("one", "two")]
        (self.folder / "trust.pem").write_text("".join(pems))

    def _certify(self, address: str, name: str, begin: float, end: float) -> ssl.SSLContext:
        clock = SetClock(self.folder / "ca-clock", self.library, begin)
        pem, key = self.folder / f"{name}.pem", self.folder / f"{name}.key"
        if not pem.exists():
            subprocess.run(
                ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                 "-nodes", "-keyout", key, "-out", pem, "-subj", f"/CN={name}",
                 "-days", str(max(1, int((end - begin) / DAY_S))),
                 "-addext", f"subjectAltName=IP:{address}"],
                check=True, capture_output=True, env=clock.environment(),
            )  # fmt: skip
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem, key)
        return context

    # --- the way through it ---------------------------------------------------------------------

    def live(self) -> None:
        """Let it all happen, or what of it is left and there is time for."""
        self.secure()
        self.trouble()
        plan = self.plan()
        if self._kept.exists():
            self.recall()
        stops = [service.start() for service in self.services.values()]
        for name, service in self.services.items():
            self._write_job(name, service)
        self.program.start()
        try:
            self._live_on(plan)
            if self.deeds_done == len(plan):
                self.clock.set(max(self.end + DAY_S, self.clock.now()))
                self.program.settle()
                self.costs.append(self.program.cost())
                print("the plan is done")
        finally:
            self._remember()
        self.program.end(signal.SIGTERM)
        for stop in stops:
            stop()
        self._remember()

    def _live_on(self, plan: list[Deed]) -> None:
        """Do one deed after the other, with a look at what the program takes in each twelfth."""
        last = int((self.costs[-1].moment - BEGIN) / DAY_S) + 1 if self.costs else 0
        for deed in plan[self.deeds_done :]:
            self.deeds_done += 1
            if deed.moment < self.clock.now() - 60:
                continue  # The machine was off.
            self.clock.set(max(deed.moment + 1, self.clock.now()))
            deed.act()
            self.done[deed.name] += 1
            day = int((self.clock.now() - BEGIN) / DAY_S)
            is_end = self.is_told_to_end and deed.name == "run" and self._can_be_judged()
            if day >= last or is_end:
                self.costs.append(self.program.cost())
                last = day + max(1, self.days // 12)
                print(f"day {day}: {dict(self.done)} {self.costs[-1]}", flush=True)
            if is_end:
                break

    def _can_be_judged(self) -> bool:
        """Return whether every job has ended a run, and no page lately a wrong answer for all.

        After a "we will be back" with status 200 the newest text of a story is that, after a night
        of 410 it is marked as vanished, until its page is asked for again some days later; and to
        a clock that is years ahead the sites show that day, when stories have moved.
        """
        now, part = self.clock.now(), DAY_S * self.days / 366
        troubles = [trouble for service in self.services.values() for trouble in service.troubles]
        if now < self.set_right + _KNOWN_AFTER_D["clock"] * part:
            return False
        return all((self.folder / f"output/{name}/articles.jsonl").exists() for name in _CRON) and (
            not any(
                trouble.begin <= now < trouble.end + _KNOWN_AFTER_D[trouble.kind] * part
                for trouble in troubles
                if trouble.kind in _KNOWN_AFTER_D
            )
        )

    def end_early(self, *_: object) -> None:
        """End after the next run, as a signal or its time being up asks for."""
        self.is_told_to_end = True

    @property
    def _kept(self) -> Path:
        """Where is kept what was seen, so that it can be judged again and gone on from."""
        return self.folder / "kept.pickle"

    def _remember(self) -> None:
        """Keep what was seen, and where in the plan and in its chances it stands."""
        kept = {
            "of": (self.days, self.seed),
            # Requests don't say when it ended: the last may be of a day when the clock was ahead.
            "moment": self.clock.now(),
            "deeds_done": self.deeds_done,
            "chance": self.chance.getstate(),
            "seen": (self.costs, self.interruptions, self.wrong, self.done),
            "sites": {
                name: (service.port, service.secure_port, service.site.requests, service.hits)
                for name, service in self.services.items()
            },
        }
        fresh = self._kept.with_suffix(".new")
        fresh.write_bytes(pickle.dumps(kept))
        fresh.replace(self._kept)

    def _write_job(self, name: str, service: Service) -> None:
        cron, zone = _CRON[name]
        (self.folder / f"{name}.toml").write_text(f"""
name = "{name}"
seeds = ["{service.origin}/"]
allow = ["{service.address}"]
contact = "desk@lab.example"
delay = {DELAY_S}
workers = 1
revisit = {_REVISIT_S[name]}
exports = ["jsonl"]
allow_private_hosts = ["127.0.0.0/8"]
schedule = {{ cron = "{cron}", timezone = "{zone}" }}
limits = {{ connect = 1, idle = 2, total = 5, attempts = 1 }}
""")

    def recall(self) -> None:
        """Take up what a simulation that was kept has seen, to judge it or to go on from there."""
        kept = pickle.loads(self._kept.read_bytes())
        if kept["of"] != (self.days, self.seed):
            days, seed = kept["of"]
            raise SystemExit(f"what is kept there is of --days {days} --seed {seed}")
        self.costs, self.interruptions, self.wrong, self.done = kept["seen"]
        self.deeds_done = kept["deeds_done"]
        self.chance.setstate(kept["chance"])
        for name, service in self.services.items():
            service.port, service.secure_port, requests, service.hits = kept["sites"][name]
            service.site.requests[:] = requests
        self.clock.set(kept["moment"])

    def judge(self) -> list[str]:
        """Print how it went; return what was wrong."""
        faults = []
        for name, service in self.services.items():
            folder = self.folder / "output" / name
            slow_s = 17 * _REVISIT_S[name] + 14 * DAY_S
            verdict = judge(
                folder, service, self.interruptions, self.wrong, self.clock.now(), slow_s
            )
            with Store(folder / "pullquote.db") as store:
                verdict.figures["runs"] = store.runs.last_id()
            print(f"\n{name}:")
            for key, value in verdict.figures.items():
                print(f"  {key}: {value}")
            faults += [f"{name}: {fault}" for fault in verdict.faults]
        return faults


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--days", type=int, default=366)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder to write to and to go on in")
    parser.add_argument("--again", action="store_true", help="only judge what was kept")
    parser.add_argument("--minutes", type=float, help="end after so long, judged so far")
    options = parser.parse_args()
    library = find_library()
    if library is None:
        raise SystemExit("libfaketime is not installed; on Debian: apt install faketime")
    folder = options.keep or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    year = Year(folder, options.days, options.seed, library)
    if options.again:
        year.secure()
        year.recall()
    else:
        for number in (signal.SIGTERM, signal.SIGALRM):
            signal.signal(number, year.end_early)
        signal.setitimer(signal.ITIMER_REAL, 60 * (options.minutes or 0))
        year.live()
    faults = year.judge()
    print(f"\ndone: {json.dumps(year.done)}")
    for cost in year.costs:
        print(cost)
    for fault in faults[:40]:
        print("FAULT", fault)
    print(f"{len(faults)} faults")
    if options.keep is None:
        shutil.rmtree(folder)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
