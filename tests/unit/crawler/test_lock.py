import fcntl
import os
import subprocess
import sys
import threading
import time

import pytest

from scraper.crawler.lock import HostLocks, is_held, job_lock
from scraper.errors import JobLocked, StoreError


def test_a_job_is_locked_once(tmp_path):
    path = tmp_path / "x.lock"
    with job_lock(path), pytest.raises(JobLocked, match=f"process {os.getpid()}"), job_lock(path):
        pass
    with job_lock(path):
        assert path.read_text() == f"{os.getpid()}\n"


def test_looking_at_a_lock_disturbs_nobody(tmp_path):
    path = tmp_path / "x.lock"
    assert not is_held(path)
    with job_lock(path):
        assert is_held(path)
    assert not is_held(path)
    look = os.open(path, os.O_RDONLY)
    fcntl.flock(look, fcntl.LOCK_SH)
    threading.Timer(0.02, os.close, [look]).start()
    with job_lock(path):
        assert is_held(path)


def test_a_lock_ends_with_its_process_however_it_ends(tmp_path):
    path = tmp_path / "x.lock"
    code = (
        "import os, sys; from pathlib import Path; from scraper.crawler.lock import job_lock\n"
        "with job_lock(Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert killed.returncode == -9
    with job_lock(path):
        assert path.exists()


def test_a_lock_that_cannot_be_made_is_named(tmp_path):
    with pytest.raises(StoreError, match="cannot open"), job_lock(tmp_path / "missing" / "x.lock"):
        pass


def test_jobs_take_turns_on_a_host(tmp_path):
    one, other = HostLocks(tmp_path), HostLocks(tmp_path)
    assert one.acquire("a.example")
    assert one.acquire("a.example")
    assert not other.acquire("a.example")
    assert other.acquire("b.example")
    one.release("a.example")
    one.release("never.example")
    assert other.acquire("a.example")
    other.close()
    assert one.acquire("b.example")
    one.close()


def test_a_folder_of_somebody_else_makes_no_host_busy(tmp_path):
    (tmp_path / "file").write_text("")
    locks = HostLocks(tmp_path / "file")
    assert locks.acquire("a.example")


class Pace:
    """A pace that says how long its hosts rest, and notes what it is told."""

    def __init__(self, rest=0.0):
        self.rest = rest
        self.deferred = {}

    def defer(self, host, seconds):
        self.deferred[host] = seconds

    def rest_s(self, host):
        return self.rest


@pytest.mark.parametrize(
    "end", [lambda locks: locks.release("a.example"), HostLocks.close], ids=["release", "close"]
)
def test_the_next_job_keeps_the_pause_of_the_one_before(tmp_path, end):
    one = HostLocks(tmp_path, Pace(rest=20.0))
    one.acquire("a.example")
    end(one)
    pace = Pace()
    assert HostLocks(tmp_path, pace).acquire("a.example")
    assert pace.deferred["a.example"] == pytest.approx(20, abs=5)


@pytest.mark.parametrize("left", ["", "x", "9e99", "-5", "1.0"])
def test_what_else_stands_in_a_lock_file_is_no_pause(tmp_path, left):
    HostLocks(tmp_path)._path_of("a.example").write_text(left)
    pace = Pace()
    assert HostLocks(tmp_path, pace).acquire("a.example")
    assert pace.deferred == {}


def test_a_host_is_free_when_its_last_holder_lets_go(tmp_path):
    one, other = HostLocks(tmp_path), HostLocks(tmp_path)
    assert one.acquire("a.example")
    assert one.acquire("a.example", "a page's script")
    one.release("a.example")
    assert not other.acquire("a.example")
    one.release("a.example", "a page's script")
    assert other.acquire("a.example")


@pytest.mark.parametrize(
    "end", [lambda locks: locks.release("a.example"), HostLocks.close], ids=["release", "close"]
)
def test_a_lock_file_without_a_pause_goes_with_its_lock(tmp_path, end):
    locks = HostLocks(tmp_path, Pace())
    locks.acquire("a.example")
    assert len(list(tmp_path.iterdir())) == 1
    end(locks)
    assert list(tmp_path.iterdir()) == []


def test_old_lock_files_that_nobody_holds_are_swept(tmp_path):
    held = HostLocks(tmp_path)
    held.acquire("held.example")
    for host in ("held.example", "over.example", "resting.example"):
        held._path_of(host).write_text("")
    for host in ("held.example", "over.example"):
        os.utime(held._path_of(host), (1, 1))
    other = HostLocks(tmp_path)
    assert set(tmp_path.iterdir()) == {
        held._path_of("held.example"),
        held._path_of("resting.example"),
    }
    assert not other.acquire("held.example")


def test_a_deleted_lock_file_never_lets_two_have_a_host(tmp_path):
    holders, most, won = [], [], []

    def work():
        locks = HostLocks(tmp_path)
        for _ in range(20_000):
            if len(won) > 100:
                break
            if locks.acquire("a.example"):
                holders.append(1)
                most.append(len(holders))
                time.sleep(0)
                holders.pop()
                locks.release("a.example")
                won.append(1)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(most) == {1}
    assert len(won) > 100
