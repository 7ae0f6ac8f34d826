"""Writes a job file in which every key stands with its meaning, from the model itself."""

import re
import textwrap

from schemas import CrawlJob
from scraper.job_file import to_toml

_SET = ("name", "seeds")
_WIDTH = 92


def job_template(name: str) -> str:
    """Return the text of a commented job file.

    Args:
        name: Name of the job; what can't be in a folder's name is left out.
    """
    lines = ["# A crawl for Pullquote: pullquote crawl job.toml", ""]
    for key, field in CrawlJob.model_fields.items():
        meaning = " ".join((field.description or "").replace("``", "").split())
        lines += textwrap.wrap(meaning, _WIDTH, initial_indent="# ", subsequent_indent="# ")
        example = (field.examples or [field.default])[0]
        if key == "name":
            example = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-._") or "my-study"
        mark = "" if key in _SET else "# "
        lines += [f"{mark}{key} = {to_toml(example)}", ""]
    return "\n".join(lines)
