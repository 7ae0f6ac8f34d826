"""The README's job file can be used as it stands."""

import re
from pathlib import Path

from scraper.job_file import parse_job

README = Path(__file__).parents[2] / "README.md"


def test_the_job_of_the_readme_is_a_job():
    (block,) = re.findall(r"```toml\n(.*?)```", README.read_text(encoding="utf-8"), re.S)
    job = parse_job(block, "README.md")
    assert job.contact
    assert job.exports == ["jsonl", "csv"]
