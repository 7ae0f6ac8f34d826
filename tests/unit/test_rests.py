from scraper.store import Store
from scraper.store.rests import LONGEST_S

NOW = 1_000_000.0


def test_a_pause_is_kept_until_it_is_over(tmp_path):
    with Store(tmp_path / "pullquote.db") as store:
        rests = store.frontier.rests
        with store.transaction():
            rests.put(1, NOW, 500.0)
            rests.put(2, NOW, 9e9)
            rests.put(1, NOW + 100, 500.0)
        assert rests.find(NOW + 100) == {1: NOW + 600, 2: NOW + LONGEST_S}
        assert rests.find(NOW + 600) == {2: NOW + LONGEST_S}
        assert rests.find(NOW + LONGEST_S) == {}


def test_a_pause_by_a_clock_that_was_ahead_holds_nothing_back(tmp_path):
    with Store(tmp_path / "pullquote.db") as store:
        with store.transaction():
            store.frontier.rests.put(1, NOW + 900 * 86400, 3600.0)
        assert store.frontier.rests.find(NOW) == {}
