import os
import signal

import pytest

from scraper.crawler.stopping import PATIENCE_S, GivenUp, Stop


class Hand:
    """A clock that is moved by hand."""

    def __init__(self):
        self.at = 100.0

    def __call__(self):
        return self.at


def test_without_a_signal_time_is_never_over():
    hand = Hand()
    stop = Stop(hand)
    hand.at += 1e6
    assert list(stop.watch([1, 2])) == [1, 2]
    assert not stop.is_told


def test_after_a_signal_there_are_some_seconds_counted_from_the_first():
    hand = Hand()
    stop = Stop(hand)
    stop.take(signal.SIGTERM)
    hand.at += PATIENCE_S
    stop.take(signal.SIGTERM)
    stop.check()
    hand.at += 0.1
    with pytest.raises(GivenUp):
        stop.check()
    assert stop.signals == [signal.SIGTERM] * 2


def test_a_watch_ends_between_items_and_after_the_last():
    hand = Hand()
    stop = Stop(hand)
    stop.take(signal.SIGINT)
    watched = stop.watch(iter("ab"))
    assert next(watched) == "a"
    assert next(watched) == "b"
    hand.at += PATIENCE_S + 1
    with pytest.raises(GivenUp):
        next(watched)


def test_signals_are_taken_inside_and_as_before_outside():
    before = signal.getsignal(signal.SIGTERM)
    stop = Stop()
    with stop.listening():
        os.kill(os.getpid(), signal.SIGTERM)
        os.kill(os.getpid(), signal.SIGINT)
    assert stop.signals == [signal.SIGTERM, signal.SIGINT]
    assert signal.getsignal(signal.SIGTERM) == before
