"""Ray, connected: the one place that imports it and knows how it is started."""

import importlib
import logging
from typing import Any

from scraper.errors import InputError


def connect_ray(address: str | None, workers: int) -> Any:
    """Return the module ``ray``, connected to a cluster.

    Args:
        address: Of the cluster (``auto``, ``ray://host:port``); None starts one here.
        workers: Processors that a cluster started here is told it has.

    Raises:
        InputError: Ray is not installed, or the cluster can't be reached.
    """
    try:
        ray: Any = importlib.import_module("ray")
    except ImportError as error:
        message = "this engine needs Ray; install it with: pip install 'ray[data]'"
        raise InputError(message) from error
    if not ray.is_initialized():
        here = {} if address else {"num_cpus": workers, "include_dashboard": False}
        try:
            ray.init(address, logging_level=logging.ERROR, log_to_driver=False, **here)
        except (ConnectionError, ValueError, RuntimeError) as error:
            message = f"Ray at {address or 'this machine'} can't be reached: {error}"
            raise InputError(message) from error
    return ray
