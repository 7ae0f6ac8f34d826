import hashlib

import pytest

from scraper.crawler.signatures import BINS, sign, sign_text

LINES = [f"The {n}th boat, “Ärger” by name, left Brück’s harbour_{n}." for n in range(30)]


@pytest.mark.parametrize("make", [sign, sign_text])
def test_signatures_stay_as_they_are_stored(make):
    """A store holds those of earlier versions, and new ones are compared with them."""
    signature = make(" ".join(LINES))
    assert len(signature) == 4 * BINS
    assert hashlib.sha256(signature).hexdigest()[:16] == "21517ad650cf806e"
