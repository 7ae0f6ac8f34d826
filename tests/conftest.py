"""What all tests share: only loopback may be reached, and PostgreSQL is a server of our own."""

import importlib.util
import ipaddress
import itertools
import socket
from pathlib import Path

import pytest

_spec = importlib.util.spec_from_file_location(
    "pullquote_test_postgres", Path(__file__).with_name("postgres.py")
)
postgres = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(postgres)
_NUMBERS = itertools.count()

_LOCAL_NAMES = {"localhost", ""}


def _is_loopback(address: object) -> bool:
    if not isinstance(address, tuple):  # a path: a Unix socket
        return True
    host = str(address[0])
    if host in _LOCAL_NAMES:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if not _is_loopback(address):
            raise AssertionError(f"a test tried to reach {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def postgres_server():
    """The address of a PostgreSQL that these tests run for themselves."""
    if not postgres.is_installed():
        pytest.skip(postgres.MISSING)
    with postgres.serve() as address:
        yield address


@pytest.fixture
def shared_store(postgres_server, monkeypatch):
    """The address of an empty PostgreSQL database, in which all jobs keep their state."""
    address = postgres.new_database(postgres_server, f"test_{next(_NUMBERS)}")
    monkeypatch.setenv("PULLQUOTE_STORE", address)
    return address


@pytest.fixture(params=["sqlite", "postgres"])
def kept_in(request):
    """Have the jobs of a test keep their state in one database after the other."""
    if request.param == "postgres":
        request.getfixturevalue("shared_store")
    return request.param
