"""Cuts a parsed page into text blocks and the containers that hold them, in one walk."""

from scraper.cut import walk
from scraper.cut.tables import is_data_table
from scraper.native import twin

__all__ = ["cut", "is_data_table"]

cut = twin(walk.cut)
