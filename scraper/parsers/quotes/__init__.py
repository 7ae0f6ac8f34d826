"""Finds quotations, and who said them.

A quotation is a stretch of at least three words that the article presents as the exact words that
someone said or wrote, and marks as such. The recipe: collect what stands between marks or is set
off, tell quotations from other words in marks, join what an attribution interrupts, name the
speaker. ``docs/quotations.md`` describes the method.
"""

from scraper.parsers.quotes.citing import speaker_from_citation
from scraper.parsers.quotes.recipe import find_quotes

__all__ = ["find_quotes", "speaker_from_citation"]
