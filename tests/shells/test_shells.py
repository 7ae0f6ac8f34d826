"""Every invented article in every shell: what is wrong must be what is known to be wrong."""

import tomllib

import pytest

from benchmarks import shells

KNOWN = tomllib.loads((shells.FOLDER / "known-faults.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", shells.languages())
@pytest.mark.parametrize("shell", shells.shells())
def test_the_record_has_no_other_faults_than_the_known_ones(shell, language) -> None:
    assert shells.faults(shell, language) == KNOWN.get(f"{shell} {language}", [])


@pytest.mark.parametrize("language", shells.languages())
@pytest.mark.parametrize("page", shells.others())
def test_other_pages_are_no_articles(page, language) -> None:
    found = ["page_type"] if shells.kind(page, language) == "article" else []
    assert found == KNOWN.get(f"{page} {language}", [])


def test_known_faults_are_those_of_pages_that_are_there() -> None:
    names = {*shells.shells(), *shells.others()}
    pages = {f"{name} {language}" for name in names for language in shells.languages()}
    assert KNOWN.keys() <= pages
