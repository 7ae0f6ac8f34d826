import importlib.util
import sys
from pathlib import Path

import pytest

_spec = importlib.util.spec_from_file_location(
    "pullquote_test_server", Path(__file__).parents[2] / "server.py"
)
server = importlib.util.module_from_spec(_spec)
sys.modules[_spec.name] = server
_spec.loader.exec_module(server)


@pytest.fixture
def site():
    """A server on loopback, empty but for a robots.txt that allows all."""
    site = server.Server(answers={"/robots.txt": server.answer(b"", type="text/plain")})
    stop = server.serve(site)
    yield site
    stop()
