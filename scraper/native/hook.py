"""Compiles the twins while a wheel is built or the package installed from its source.

Without a compiler, with one that fails, or with ``PULLQUOTE_PURE=1``, the wheel is one of pure
Python: an installation never fails for want of speed.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class NativeHook(BuildHookInterface[Any]):
    """What hatchling calls before and after it writes a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the twins and add them to the wheel; beside their sources if it is editable."""
        if os.environ.get("PULLQUOTE_PURE", "0") not in ("", "0"):
            return
        root = Path(self.root)
        is_editable = version == "editable"
        self._scratch = tempfile.TemporaryDirectory()
        target = root if is_editable else Path(self._scratch.name)
        script = root / "scraper" / "native" / "build.py"
        done = subprocess.run(  # noqa: S603 - our own script, by this very interpreter
            [sys.executable, str(script), str(target)], capture_output=True, text=True, check=False
        )
        if done.returncode:
            reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
            self.app.display_warning(f"pullquote: nothing compiled, all is Python ({reason})")
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        if not is_editable:
            build_data["force_include"] |= {
                path: str(Path(path).relative_to(target)) for path in done.stdout.splitlines()
            }

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - hatchling's interface
        """Remove what was compiled for the wheel."""
        if scratch := getattr(self, "_scratch", None):
            scratch.cleanup()
