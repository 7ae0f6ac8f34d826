"""Finds the system's Chromium, or says what to install."""

import importlib.util
import shutil
from pathlib import Path

from scraper.errors import JobError

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
"""Names under which systems install it: Debian and Fedora, Ubuntu, Google's own packages."""


def find_chromium(given: str | None = None) -> Path:
    """Return the path of the browser.

    Args:
        given: The job's ``browser_path``; without it the search path is looked through.

    Raises:
        JobError: Playwright or the browser is not installed.
    """
    if importlib.util.find_spec("playwright") is None:
        message = "browser: Playwright is not installed; run: pip install playwright"
        raise JobError(message)
    if given is not None:
        path = shutil.which(given)
        if path is None:
            message = f"browser_path: {given!r} is no program that can be run"
            raise JobError(f"{message}; name the browser's file, such as /usr/bin/chromium")
        return Path(path)
    for name in NAMES:
        path = shutil.which(name)
        if path is not None:
            return Path(path)
    message = "browser: no Chromium is on the search path; run: apt-get install chromium"
    raise JobError(f'{message} (Debian, Ubuntu), or set browser_path = "/path/to/chromium"')
