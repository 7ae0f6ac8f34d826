import os

import pytest

from scraper.batch import extract_pages, map_in_order
from scraper.errors import InputError
from scraper.inputs import SavedPage


def page(number):
    return SavedPage(
        f"p{number}", content=f"<html><h1>Page {number}</h1><p>Text.</p></html>".encode()
    )


def double(number):
    return number * 2


def die(number):
    os._exit(1)


@pytest.mark.parametrize("jobs", [1, 2])
def test_pages_come_back_in_order_and_a_bad_one_is_reported(jobs):
    pages = [page(n) for n in range(12)]
    pages[5] = SavedPage("p5", content=b"no page")
    results = list(extract_pages(pages, jobs=jobs))
    assert [result.name for result in results] == [f"p{n}" for n in range(12)]
    assert "no HTML page" in (results[5].error or "")
    assert results[5].record is None
    assert [r.record.title for r in results if r.record] == [
        f"Page {n}" for n in range(12) if n != 5
    ]


def test_items_are_taken_only_as_results_are():
    taken = []

    def source():
        for number in range(100):
            taken.append(number)
            yield number

    results = map_in_order(double, source(), 2)
    assert next(results) == 0
    assert len(taken) < 20
    results.close()


def test_a_killed_process_is_one_clear_error():
    with pytest.raises(InputError, match="try again with --jobs 1"):
        list(map_in_order(die, range(4), 2))


def test_site_parsers_that_cannot_be_loaded_stop_before_the_first_page(tmp_path):
    with pytest.raises(InputError, match="site parsers"):
        next(extract_pages([page(1)], sites=tmp_path / "none"))
