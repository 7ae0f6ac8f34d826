"""Extraction over whole archives of WARC files: slice by slice, on one machine or on many.

An archive is cut into slices of a few hundred pages; each slice becomes one partition file that
appears complete or not at all. Which engine carries the slices to the extractor (this process, a
pool of processes, a Ray cluster) makes no difference to the records. See ``docs/scale.md``.
"""

from scraper.archives.engines import ENGINES, Engine, open_engine
from scraper.archives.partitions import Partitions
from scraper.archives.run import ArchiveReport, extract_archives
from scraper.archives.slices import WarcSlice, find_archives, find_slices, read_slice

__all__ = [
    "ENGINES",
    "ArchiveReport",
    "Engine",
    "Partitions",
    "WarcSlice",
    "extract_archives",
    "find_archives",
    "find_slices",
    "open_engine",
    "read_slice",
]
