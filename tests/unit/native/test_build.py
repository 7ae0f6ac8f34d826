import os
import subprocess
import sys
from pathlib import Path

import pytest
from pullquote_test_twins import has_compiler

from scraper.native import build
from scraper.native.hook import NativeHook

SCRIPT = Path(build.__file__)


class App:
    """What hatchling says to who builds."""

    def __init__(self):
        self.warnings = []

    def display_warning(self, text):
        self.warnings.append(text)


def run_hook(version: str, root: Path, monkeypatch) -> tuple[dict, list[str], NativeHook]:
    hook = NativeHook(str(root), {}, None, None, "", "wheel", App())
    build_data = {"force_include": {}, "pure_python": True, "infer_tag": False}
    hook.initialize(version, build_data)
    return build_data, hook.app.warnings, hook


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with a build script that does as it is told."""
    monkeypatch.delenv("PULLQUOTE_PURE", raising=False)
    script = tmp_path / "scraper" / "native" / "build.py"
    script.parent.mkdir(parents=True)

    def write(code: str) -> Path:
        script.write_text(f"import sys; {code}")
        return tmp_path

    return write


BUILDS = "print(sys.argv[1] + '/scraper/cut/walk_c.so')"


def test_a_wheel_takes_the_compiled_twins(project, monkeypatch):
    build_data, said, hook = run_hook("standard", project(BUILDS), monkeypatch)
    assert (build_data["pure_python"], build_data["infer_tag"], said) == (False, True, [])
    ((path, place),) = build_data["force_include"].items()
    assert place == str(Path("scraper/cut/walk_c.so"))
    folder = Path(path).parents[2]
    assert folder.is_dir()
    hook.finalize("standard", build_data, "")
    assert not folder.exists()


def test_an_editable_installation_has_them_beside_their_sources(project, monkeypatch):
    root = project("print(sys.argv[1])")
    build_data, _, hook = run_hook("editable", root, monkeypatch)
    assert build_data == {"force_include": {}, "pure_python": False, "infer_tag": True}
    hook.finalize("editable", build_data, "")
    assert root.is_dir()


@pytest.mark.parametrize(
    "code", ["sys.exit('no compiler here')", "raise OSError('no compiler here')"]
)
def test_without_a_compiler_the_wheel_is_pure(project, monkeypatch, code):
    build_data, said, hook = run_hook("standard", project(code), monkeypatch)
    hook.finalize("standard", build_data, "")
    assert build_data == {"force_include": {}, "pure_python": True, "infer_tag": False}
    (warning,) = said
    assert "nothing compiled, all is Python" in warning
    assert "no compiler here" in warning


def test_a_pure_wheel_may_be_asked_for(project, monkeypatch):
    root = project(BUILDS)
    monkeypatch.setenv("PULLQUOTE_PURE", "1")
    build_data, said, hook = run_hook("standard", root, monkeypatch)
    assert (build_data["pure_python"], said) == (True, [])
    hook.finalize("standard", build_data, "")


def run_script(target: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(SCRIPT), str(target)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_script_fails_without_a_compiler(tmp_path):
    done = run_script(tmp_path, CC="no-such-compiler", CXX="no-such-compiler")
    assert done.returncode != 0
    assert not list(tmp_path.rglob("*.so"))


def test_what_is_up_to_date_is_left_alone(tmp_path):
    for source in build.ROOT.glob("scraper/**/*.pyx"):
        path = build._built(source, tmp_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"elf " + build.digest(source).encode())
    done = run_script(tmp_path, CC="no-such-compiler")
    assert (done.returncode, len(done.stdout.splitlines())) == (0, len(list(tmp_path.rglob("*.*"))))


def test_what_is_there_was_made_from_its_source():
    for source in build.ROOT.glob("scraper/**/*.pyx"):
        assert build._is_built(source, build.ROOT) or not has_compiler()


def test_a_digest_covers_what_a_folder_shares(tmp_path):
    source = tmp_path / "twin_c.pyx"
    source.write_text("def answer(): return 42")
    alone = build.digest(source)
    (tmp_path / "shared.pxd").write_text("cdef int answer()")
    assert build.digest(source) != alone
