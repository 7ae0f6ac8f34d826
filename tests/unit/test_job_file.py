import pytest

from schemas import Limits
from scraper.errors import JobError
from scraper.job_file import job_template, parse_job, read_job, to_toml

LEAST = 'name = "x"\nseeds = ["https://a.example/"]\n'


def test_the_least_job():
    job = parse_job(LEAST)
    assert (job.name, job.delay, job.obey_robots, job.exports) == ("x", 1.0, True, ["jsonl", "csv"])


@pytest.mark.parametrize(
    "line, value",
    [('delay = "500s"', 500), ('delay = "15m"', 900), ("delay = 2", 2), ('delay = "1.5h"', 5400)],
)
def test_durations(line, value):
    assert parse_job(LEAST + line).delay == value


def test_a_schedule_is_text_or_a_table():
    assert parse_job(LEAST + 'schedule = "0 6 * * *"').schedule.timezone == "UTC"
    table = LEAST + 'schedule = { cron = "0 6 * * 1", timezone = "Europe/Paris" }'
    assert parse_job(table).schedule.timezone == "Europe/Paris"


@pytest.mark.parametrize(
    "text, words",
    [
        (LEAST + "delya = 3", ["delya is no key", "did you mean delay?", "Seconds between", "delay = 1"]),
        (LEAST + "qwertz = 3", ["qwertz is no key", "known are name, seeds"]),
        (LEAST + "[limits]\nbody = 3", ["limits.body is no key", "did you mean limits.body_mb?"]),
        ('name = "x"', ["seeds is missing", "Where the crawl starts", 'seeds = ["https://news']),
        (LEAST + 'delay = "soon"', ["delay = 'soon' cannot be used", '"15m"', "delay = 1"]),
        (LEAST + 'revisit = "7 days"', ["revisit = '7 days'", '"7d"']),
        (LEAST + "name = 'y'\n", ["name = 'y'", "each key stands once"]),
        ('name = "x"\nseeds = []', ["seeds = []", "at least 1 item. seeds:"]),
        (LEAST + "delay = -1", ["delay = -1", "greater than or equal to 0"]),
        (LEAST + "exports = ['xlsx']", ["exports", "'jsonl'"]),
        (LEAST + 'contact = "a\\nb"', ["contact", "printable ASCII"]),
        (LEAST + 'schedule = "61 * * * *"', ["schedule", "61", '"0 6 * * *"']),
        (LEAST + 'schedule = { cron = "0 6 * * *", timezone = "Mars/Base" }', ["Mars/Base", "Europe/Berlin"]),
        ('name = "../x"\nseeds = ["https://a.example/"]', ["name = '../x'", "letters, digits"]),
        ('name = "x"\nseeds = ["ftp://a.example/"]', ["ftp://a.example/", "https://"]),
        ('name = "x"\nseeds = ["https://:99/"]', ["seeds", "https://:99/"]),
        ("name = x", ["no TOML", "line 1", "that line is: name = x", "quotes"]),
        ("name: my-study\nseeds:", ["no TOML", "looks like YAML", 'write name = "my-study"']),
        ("", ["name is missing"]),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_named_with_its_meaning_and_an_example(text, words):
    with pytest.raises(JobError) as caught:
        parse_job(text, "news.toml")
    for word in ["news.toml", *words]:
        assert word in str(caught.value)


def test_a_missing_file_and_one_that_is_no_text(tmp_path):
    with pytest.raises(JobError, match="pullquote init"):
        read_job(tmp_path / "none.toml")
    (tmp_path / "x.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(JobError, match="not UTF-8"):
        read_job(tmp_path / "x.toml")


def test_the_file_of_a_job_that_was_named_alone_is_told(tmp_path):
    (tmp_path / "study.toml").write_text(LEAST)
    with pytest.raises(JobError, match=r"its file: .*study\.toml"):
        read_job(tmp_path / "study")


def test_the_template_is_a_job_and_every_example_in_it_can_be_used():
    text = job_template("My news: 2024")
    assert parse_job(text).name == "My-news-2024"
    keys = [line.removeprefix("# ") for line in text.splitlines()]
    keys = [line for line in keys if line.split(" = ")[0].isidentifier() or line == "[limits]"]
    job = parse_job("\n".join(keys))
    assert job.schedule.cron == "0 6 * * *"
    assert job.limits == Limits()
    assert (job.delay, job.revisit, job.browser) == (1.0, 86400.0, "never")


@pytest.mark.parametrize(
    "value, text",
    [(True, "true"), (1.5, "1.5"), (20.0, "20"), ('a"b', '"a\\"b"'), (["a", 1], '["a", 1]'), ({"a": 1}, "{ a = 1 }")],
)  # fmt: skip
def test_toml_values(value, text):
    assert to_toml(value) == text
