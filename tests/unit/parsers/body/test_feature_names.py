import pytest

from scraper.parsers.body.feature_names import FAMILY_LEVELS, LEVELS, NAMES, level_names
from scraper.parsers.body.trees import load_model


def test_every_name_stands_once() -> None:
    assert len(set(NAMES)) == len(NAMES)


def test_the_shipped_model_asks_for_rows_of_the_table() -> None:
    trees = load_model().trees
    assert trees.names == list(NAMES)
    assert trees.question_feature.max() < len(NAMES)


@pytest.mark.parametrize("level", range(LEVELS))
def test_only_near_containers_tell_of_their_family(level) -> None:
    assert (f"siblings_{level}" in level_names(level)) == (level < FAMILY_LEVELS)
