"""Chooses where a job's state is: a file beside its exports, or PostgreSQL."""

import os
from pathlib import Path

from scraper.errors import InputError
from scraper.store.postgres import is_postgres
from scraper.store.shared import SharedStore
from scraper.store.store import Store

DATABASE = "pullquote.db"
VARIABLE = "PULLQUOTE_STORE"


def find_address(stated: str | None) -> str | None:
    """Return the address of a job's PostgreSQL database, None where a file holds its state.

    Args:
        stated: ``store`` of the job; without it the variable ``PULLQUOTE_STORE`` is asked.

    Raises:
        InputError: It is of another kind; the message leaves it out, as it may hold a password.
    """
    address = stated or os.environ.get(VARIABLE) or None
    if address is not None and not is_postgres(address):
        message = (
            f"store (or the variable {VARIABLE}) cannot be used; write it like "
            "postgresql://user@host/database, or leave it out to keep a file"
        )
        raise InputError(message)
    return address


def open_store(folder: Path, job: str, address: str | None) -> Store:
    """Return the store of a job, made if missing.

    Raises:
        InputError: psycopg is not installed.
        StoreError: The store can't be used.
    """
    return Store(folder / DATABASE) if address is None else SharedStore(address, job)


def find_store(folder: Path, job: str, address: str | None) -> Store | None:
    """Return the store of a job, None where it never ran; else as ``open_store``."""
    if address is None and not (folder / DATABASE).exists():
        return None
    return open_store(folder, job, address)
