"""Serves the desk on loopback until it is interrupted."""

import socket
from collections.abc import Callable

from scraper.errors import InputError
from scraper.review.desk import Desk

_HOST = "127.0.0.1"


def serve(desk: Desk, port: int, on_ready: Callable[[str], None]) -> None:
    """Serve a desk; returns when the process is interrupted.

    Args:
        desk: The corpus under review, its index up to date.
        port: Port on loopback; 0 for any that is free.
        on_ready: Told the address to open, with the key in it.

    Raises:
        InputError: The port is taken, or the ``[web]`` extra is not installed.
    """
    try:
        import uvicorn

        from scraper.review.app import create_app
    except ImportError as error:
        message = (
            "the desk needs a web server; install it with: pip install jinja2 starlette uvicorn"
        )
        raise InputError(message) from error
    from scraper.review.security import Keys

    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((_HOST, port))
            # A browser that is opened at once waits in the queue rather than being refused.
            listening.listen()
        except OSError as error:
            message = f"port {port} cannot be used: {error.strerror}; give another --port"
            raise InputError(message) from error
        keys = Keys(listening.getsockname()[1])
        config = uvicorn.Config(
            create_app(desk, keys), log_level="warning", lifespan="off", server_header=False
        )
        on_ready(f"http://{_HOST}:{keys.port}/?key={keys.key}")
        uvicorn.Server(config).run(sockets=[listening])
