"""``python -m scraper.exporters`` prints the data dictionary as Markdown."""

import sys

from scraper.exporters.dictionary import dictionary_markdown

if __name__ == "__main__":
    sys.stdout.write(dictionary_markdown())
