"""The crawler: from seeds to records, with all state in one SQLite file."""
