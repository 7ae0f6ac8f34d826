"""A clock that is set as one likes, for this process and for a program under libfaketime.

The program sees the machine's time plus an offset that it reads from a file at each look, so that
its clock can be set while it runs. Its monotonic clock is left alone, as a real one is.
"""

import os
import time
from pathlib import Path

# The library for several threads: with the other one a look at the file by two at once now and then
# gives the machine's own time.
_LIBRARIES = (
    "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
    "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
    "/usr/lib/faketime/libfaketimeMT.so.1",
    "/usr/lib64/faketime/libfaketimeMT.so.1",
)


def find_library() -> Path | None:
    """Return libfaketime, as Debian and others install it; None where it is not installed."""
    return next((path for name in _LIBRARIES if (path := Path(name)).exists()), None)


class SetClock:
    """The clock of the simulation.

    Args:
        file: Where the program reads the offset.
        library: libfaketime.
        start: Seconds since 1970 at which it begins.
    """

    def __init__(self, file: Path, library: Path, start: float) -> None:
        self._file = file
        self._library = library
        self._offset = 0.0
        self.set(start)

    def now(self) -> float:
        """Return seconds since 1970."""
        return time.time() + self._offset

    def set(self, moment: float) -> None:
        """Make it that moment now, for the program too."""
        self._offset = round(moment - time.time())
        fresh = self._file.with_suffix(".new")
        fresh.write_text(f"{self._offset:+d}\n")
        fresh.replace(self._file)

    def environment(self) -> dict[str, str]:
        """Return the environment of a program that is to see this clock."""
        return os.environ | {
            "LD_PRELOAD": str(self._library),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DISABLE_SHM": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "NO_FAKE_STAT": "1",
        }
