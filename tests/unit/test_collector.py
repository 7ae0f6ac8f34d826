import gc

import pytest

from scraper import extract
from scraper.collector import paused_collector


@paused_collector()
def stopped() -> None:
    raise ValueError("on" if gc.isenabled() else "off")


def test_the_collector_pauses_and_is_on_again_whatever_happens() -> None:
    with pytest.raises(ValueError, match="off"):
        stopped()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with paused_collector():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_an_extraction_leaves_nothing_for_the_collector() -> None:
    html = (
        "<title>A quay</title><article><h1>A quay</h1>" + "<p>One two, “three”, he said.</p>" * 50
    )
    extract(html)
    gc.collect()
    gc.disable()
    try:
        for _ in range(3):
            extract(html)
        assert gc.collect() == 0
    finally:
        gc.enable()
