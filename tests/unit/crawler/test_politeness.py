import asyncio
import itertools

import pytest

from scraper.crawler.politeness import MAX_CRAWL_DELAY_S, Politeness


class FakeClock:
    """A clock that moves only when somebody sleeps."""

    def __init__(self):
        self.time = 1000.0

    def now(self):
        return self.time

    def monotonic(self):
        return self.time

    async def sleep(self, seconds):
        self.time += seconds
        await asyncio.sleep(0)


@pytest.fixture
def clock():
    return FakeClock()


async def starts(politeness, clock, host, count):
    """Return when ``count`` requests to a host may begin, from now."""
    begin, moments = clock.time, []
    for _ in range(count):
        async with politeness.turn(host):
            moments.append(round(clock.time - begin, 3))
    return moments


def test_requests_to_a_host_are_a_delay_apart(clock):
    politeness = Politeness(1.5, 1, clock)
    assert asyncio.run(starts(politeness, clock, "a", 4)) == [0, 1.5, 3.0, 4.5]


def test_hosts_do_not_wait_for_each_other(clock):
    politeness = Politeness(5, 1, clock)

    async def both():
        return [await starts(politeness, clock, host, 1) for host in "abc"]

    assert asyncio.run(both()) == [[0], [0], [0]]


@pytest.mark.parametrize(
    "asked, expected",
    [(4, [4, 8]), (0.1, [1, 2]), (10**9, [MAX_CRAWL_DELAY_S, 2 * MAX_CRAWL_DELAY_S])],
)
def test_a_crawl_delay_is_obeyed_where_it_is_longer(clock, asked, expected):
    politeness = Politeness(1, 1, clock)
    politeness.set_crawl_delay("a", asked)
    assert asyncio.run(starts(politeness, clock, "a", 2)) == expected


def test_a_pause_holds_for_the_whole_host(clock):
    politeness = Politeness(0, 4, clock)
    politeness.defer("a", 30)
    assert asyncio.run(starts(politeness, clock, "a", 2)) == [30, 30]


def test_what_is_left_of_a_pause_is_told(clock):
    politeness = Politeness(2, 1, clock)
    assert politeness.rest_s("a") == 0
    asyncio.run(starts(politeness, clock, "a", 1))
    clock.time += 0.5
    assert politeness.rest_s("a") == 1.5
    clock.time += 9
    assert politeness.rest_s("a") == 0


def test_a_pause_asked_for_while_waiting_is_kept(clock):
    politeness = Politeness(2, 1, clock)

    async def run():
        begin = clock.time
        async with politeness.turn("a"):
            politeness.defer("a", 60)
        async with politeness.turn("a"):
            return clock.time - begin

    assert asyncio.run(run()) == 60


def test_an_overloaded_host_is_asked_less_often_until_it_recovers(clock):
    politeness = Politeness(0, 1, clock)
    politeness.ease_off("a")
    politeness.ease_off("a")
    strained = asyncio.run(starts(politeness, clock, "a", 3))
    for _ in range(8):
        politeness.note_latency("a", 0.1)
    clock.time += 100
    recovered = asyncio.run(starts(politeness, clock, "a", 3))
    assert strained == [0, 2, 4]
    assert recovered == [0, 0, 0]


def test_rising_latency_eases_off(clock):
    politeness = Politeness(0, 1, clock)
    for _ in range(5):
        politeness.note_latency("a", 0.2)
    politeness.note_latency("a", 6.0)
    assert asyncio.run(starts(politeness, clock, "a", 2)) == [0, 3]


def test_no_more_requests_at_once_than_allowed(clock):
    politeness = Politeness(0, 2, clock, connections=3)
    running = {"a": 0, "b": 0}
    peaks = {"a": 0, "b": 0, "all": 0}

    async def one(host):
        async with politeness.turn(host):
            running[host] += 1
            peaks[host] = max(peaks[host], running[host])
            peaks["all"] = max(peaks["all"], sum(running.values()))
            await asyncio.sleep(0)
            running[host] -= 1

    async def all_of_them():
        await asyncio.gather(*(one(host) for host in "abababababab"))

    asyncio.run(all_of_them())
    assert peaks == {"a": 2, "b": 2, "all": 3}


def test_a_host_is_forgotten_when_its_pace_no_longer_matters(clock):
    politeness = Politeness(5, 1, clock)
    asyncio.run(starts(politeness, clock, "a", 1))
    politeness.forget("a")
    assert "a" in politeness._lanes
    clock.time += 10
    politeness.forget("a")
    assert "a" not in politeness._lanes


def test_the_delay_is_counted_from_the_answer(clock):
    politeness = Politeness(2, 1, clock)

    async def run():
        begin = clock.time
        async with politeness.turn("a"):
            clock.time += 3
        async with politeness.turn("a"):
            return clock.time - begin

    assert asyncio.run(run()) == 5


def test_memory_stays_flat_over_many_hosts(clock, monkeypatch):
    monkeypatch.setattr("scraper.crawler.politeness._MAX_LANES", 10)
    politeness = Politeness(1, 1, clock)

    async def run():
        for number in range(50):
            await starts(politeness, clock, f"host{number}", 1)
            clock.time += 5

    asyncio.run(run())
    assert len(politeness._lanes) <= 10


def test_what_was_ready_at_once_is_not_sent_at_once(clock):
    """While the first request connects, the delay runs out; the next one leaves a delay after."""
    politeness = Politeness(2, 3, clock)
    sent = []

    async def ask(connect_s):
        async with politeness.turn("a") as turn:
            clock.time += connect_s
            await asyncio.sleep(0)
            sent.append(clock.time)
            turn.sent()
            await asyncio.sleep(0)

    async def all_of_them():
        await asyncio.gather(ask(7), ask(0.5), ask(0))

    asyncio.run(all_of_them())
    assert [later - before for before, later in itertools.pairwise(sent)] == [2.5, 2]


def test_a_request_that_was_never_sent_holds_nobody_up(clock):
    politeness = Politeness(2, 2, clock)

    async def fail_then_ask():
        with pytest.raises(OSError, match="refused"):
            async with politeness.turn("a"):
                raise OSError("refused")
        return await starts(politeness, clock, "a", 2)

    assert asyncio.run(fail_then_ask()) == [2, 4]


def test_a_wait_that_is_given_up_holds_nobody_up(clock):
    politeness = Politeness(0, 2, clock, connections=1)

    async def run():
        async with politeness.turn("a"):
            waiting = asyncio.create_task(starts(politeness, clock, "b", 1))
            await asyncio.sleep(0)
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
        return await starts(politeness, clock, "b", 1)

    assert asyncio.run(run()) == [0]


def test_a_host_that_does_not_answer_in_time_is_left_alone_for_a_while(clock):
    """Its first answer too: what it was asked may still lie before it."""
    politeness = Politeness(0.1, 1, clock)
    pauses = []
    for _ in range(4):
        politeness.note_silence("a", 6.0)
        pauses.append(politeness._lanes["a"].pause_s)
    assert pauses == [3, 6, 6, 6]
    for _ in range(9):
        politeness.note_latency("a", 0.1)
    assert politeness._lanes["a"].pause_s == 0.1
