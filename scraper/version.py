"""The version of this distribution, as records carry it."""

__version__ = "0.1.0"
