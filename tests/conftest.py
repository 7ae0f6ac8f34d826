"""What all tests share: only loopback may be reached, and PostgreSQL is a server of our own."""

import importlib.util
import ipaddress
import itertools
import socket
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

# No example is timed: machines are shared, and the first one may load tables.
settings.register_profile("untimed", settings(), deadline=None)
settings.load_profile("untimed")


def _import_beside(name: str) -> ModuleType:
    """Return a module of this folder, which is no package: tests know it as pullquote_test_*."""
    spec = importlib.util.spec_from_file_location(
        f"pullquote_test_{name}", Path(__file__).with_name(f"{name}.py")
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


articles = _import_beside("articles")
building = _import_beside("building")
postgres = _import_beside("postgres")
server = _import_beside("server")
crawls = _import_beside("crawls")
tls = _import_beside("tls")
twins = _import_beside("twins")
warc_files = _import_beside("warc_files")
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


@pytest.fixture
def site():
    """A server on loopback, empty but for a robots.txt that allows all."""
    site = server.Server(answers={"/robots.txt": server.answer(b"", kind="text/plain")})
    stop = server.serve(site)
    yield site
    stop()


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


@pytest.fixture
def write_archive(tmp_path):
    """A function that writes a WARC file of so many stories, with other answers between them."""

    def write(name, pages, *, first=0, gzip=True):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return warc_files.write_answers(path, warc_files.stories(first, pages), gzip=gzip)

    return write
