import pytest

from scraper.crawler.frames import FRAME_HEAD_BYTES, PIECE, Found, Reading, frame_sizes, parse_head


def sent(reading):
    """Return a reading as it arrives at the other end."""
    frame = reading.to_frame()
    head_size, body_size = frame_sizes(frame[:FRAME_HEAD_BYTES])
    head = frame[FRAME_HEAD_BYTES : FRAME_HEAD_BYTES + head_size]
    body = frame[FRAME_HEAD_BYTES + head_size :]
    assert len(body) == body_size
    return Reading.from_frame(parse_head(head), body)


@pytest.mark.parametrize("count", [0, 1, PIECE, PIECE + 1, 3 * PIECE])
def test_what_was_found_and_the_record_arrive_as_they_were(count):
    found = [
        Found(f"https://a.example/straße/{n}\udc80", n % 7, "page", n / 2, n % 2 == 0)
        for n in range(count)
    ]
    record = '{"body":"[1, 2] \udc80"}'.encode("utf-8", "surrogatepass")
    reading = Reading(kind="sitemap", found=found, record_id="7", record=record, words=3)
    arrived = sent(reading)
    assert list(arrived.found) == found
    assert list(arrived.found) == found, "it can be read twice"
    assert (arrived.record, arrived.record_id, arrived.words) == (record, "7", 3)
