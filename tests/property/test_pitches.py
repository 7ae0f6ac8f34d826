"""Whatever a pattern of pitches takes holds one of its stems: else it would never be asked."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scraper.parsers.rules.pitches import PITCHES


@pytest.mark.parametrize("place", range(len(PITCHES)))
# What looks ahead is drawn without that, and many such texts are thrown away again.
@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(data=st.data())
def test_all_that_a_pattern_takes_holds_a_stem(place, data):
    stems, pattern = PITCHES[place]
    text = data.draw(st.from_regex(pattern)).lower()
    assert pattern.search(text) is None or any(stem in text for stem in stems), text
