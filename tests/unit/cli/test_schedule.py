"""A job file that is edited while ``pullquote schedule`` is up."""

import pytest

from scraper.cli.schedule import _Scheduled, _Waiting
from scraper.crawler.metrics import LiveMetrics

JOB = 'name = "a"\nseeds = ["https://a.example/"]\nschedule = "0 6 * * *"\n'


@pytest.fixture
def scheduled(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text(JOB)
    return _Scheduled.read(path, tmp_path, LiveMetrics(tmp_path), _Waiting(), json=False)


def test_a_job_runs_as_its_file_says_at_the_time(scheduled, capsys):
    scheduled.path.write_text(JOB.replace("0 6", "0 9") + "max_depth = 2\n")
    scheduled.read_again()
    assert (scheduled.job.schedule.cron, scheduled.job.max_depth) == ("0 9 * * *", 2)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (JOB + "max_deep = 2\n", "did you mean max_depth?"),
        (JOB.replace("schedule", "# schedule"), "has no schedule"),
        (JOB.replace('"a"', '"b"'), "another name now, b; start `pullquote schedule` again"),
        ("max_depth = " + "[" * 9999, "is no TOML"),
        ("max_depth = " + "9" * 9999, "is no TOML"),
        (None, "cannot be read"),
    ],
    ids=["a key that is none", "no schedule", "another name", "nesting", "a number", "no file"],
)
def test_a_job_whose_file_cannot_be_used_any_more_runs_as_before(scheduled, capsys, text, why):
    scheduled.path.write_text(JOB + "delay = 9\n")
    scheduled.read_again()
    if text is None:
        scheduled.path.unlink()
    else:
        scheduled.path.write_text(text)
    scheduled.read_again()
    assert (scheduled.job.name, scheduled.job.delay) == ("a", 9)
    told = capsys.readouterr().err
    assert told.startswith("pullquote: a: it runs as before, since ")
    assert why in told
