import importlib.util
import sys
from pathlib import Path

import pytest

_NAME = "pullquote_test_server"
if _NAME not in sys.modules:
    _spec = importlib.util.spec_from_file_location(_NAME, Path(__file__).parents[1] / "server.py")
    sys.modules[_NAME] = importlib.util.module_from_spec(_spec)
    _spec.loader.exec_module(sys.modules[_NAME])
server = sys.modules[_NAME]


@pytest.fixture
def site():
    """A server on loopback, empty but for a robots.txt that allows all."""
    site = server.Server(answers={"/robots.txt": server.answer(b"", kind="text/plain")})
    stop = server.serve(site)
    yield site
    stop()
