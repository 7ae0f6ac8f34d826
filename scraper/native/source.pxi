# What every compiled twin includes: from which source it was made (see ``build.digest``).
from scraper.native.shared cimport PULLQUOTE_SOURCE

SOURCE = PULLQUOTE_SOURCE.decode()
"""Digest of the source that this was made from."""
