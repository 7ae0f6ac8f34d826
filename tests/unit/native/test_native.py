import logging
import subprocess
import sys
import warnings
from types import ModuleType

import pytest
from lxml import etree
from pullquote_test_twins import has_compiler

from scraper import native
from scraper.native import build


@pytest.fixture(autouse=True)
def _fresh():
    loaded = native._loaded
    loaded.cache_clear()
    yield
    loaded.cache_clear()


@pytest.fixture
def module(tmp_path, monkeypatch):
    """A module as a compiled twin is: beside its source, whose digest it knows."""
    source = tmp_path / "twin_c.pyx"
    source.write_text("def answer(): return 42")
    made = tmp_path / "twin_c.py"
    made.write_text(f"SOURCE = '{build.digest(source)}'\ndef answer(): return 42\n")
    (tmp_path / "twin.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(answer, "__module__", "twin")
    yield made
    sys.modules.pop("twin", None)
    sys.modules.pop("twin_c", None)


def answer() -> int:
    return 41


def test_the_compiled_twin_is_taken(module, monkeypatch):
    monkeypatch.delenv("PULLQUOTE_PURE", raising=False)
    assert native.twin(answer)() == 42


@pytest.mark.parametrize("value, expected", [("1", 41), ("yes", 41), ("0", 42), ("", 42)])
def test_the_environment_asks_for_python(module, monkeypatch, value, expected):
    monkeypatch.setenv("PULLQUOTE_PURE", value)
    assert native.twin(answer)() == expected


def test_what_was_not_built_is_no_news(monkeypatch, caplog):
    monkeypatch.delenv("PULLQUOTE_PURE", raising=False)
    monkeypatch.setattr(answer, "__module__", "scraper.cut.kinds")
    assert native.twin(answer) is answer
    assert not caplog.records


@pytest.mark.parametrize("version", [(2, 9, 14), (2, 16, 0), (3, 0, 0)])
def test_an_unknown_libxml2_is_not_read(module, monkeypatch, caplog, version):
    monkeypatch.delenv("PULLQUOTE_PURE", raising=False)
    monkeypatch.setattr(etree, "LIBXML_VERSION", version)
    with caplog.at_level(logging.WARNING, "pullquote.native"):
        assert native.twin(answer) is answer
    assert f"never tried with libxml2 {version[0]}.{version[1]}" in caplog.text


def test_a_twin_of_another_source_is_not_used(module, monkeypatch, caplog):
    monkeypatch.delenv("PULLQUOTE_PURE", raising=False)
    module.with_suffix(".pyx").write_text("def answer(): return 43")
    assert native.twin(answer) is answer
    assert "twin_c.pyx has changed since: run `make native`" in caplog.text


def test_a_twin_without_its_source_beside_it_is_used(module, monkeypatch):
    monkeypatch.delenv("PULLQUOTE_PURE", raising=False)
    module.with_suffix(".pyx").unlink()
    assert native.twin(answer)() == 42


@pytest.mark.parametrize(
    "error",
    [
        ImportError("no such symbol"),
        TypeError("C function lxml.etree.textOf has wrong signature"),
        ValueError("lxml.etree._Element size changed, may indicate binary incompatibility"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_twin_for_another_lxml_is_not_used(module, monkeypatch, caplog, error):
    monkeypatch.delenv("PULLQUOTE_PURE", raising=False)
    module.write_text(f"raise {error!r}")
    assert native.twin(answer) is answer
    assert f"cannot be imported ({error})" in caplog.text


def test_a_warning_of_another_lxml_counts_as_an_error(module, monkeypatch, caplog):
    monkeypatch.delenv("PULLQUOTE_PURE", raising=False)
    module.write_text("import warnings\nwarnings.warn('size changed', RuntimeWarning)")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert native.twin(answer) is answer
    assert "size changed" in caplog.text


def test_the_description_says_why(monkeypatch):
    monkeypatch.setattr(native, "TWINS", ("one", "two"))
    monkeypatch.setattr(native, "_loaded", {"one": ModuleType("one"), "two": "no"}.__getitem__)
    assert native.describe() == "pure Python: no"
    monkeypatch.setattr(native, "TWINS", ("one",))
    assert native.describe() == "compiled"


def run_version(**environment: str) -> str:
    command = [sys.executable, "-c", "from scraper.cli import main; main()", "--version"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def test_the_command_line_says_which_is_in_use():
    assert "(pure Python: PULLQUOTE_PURE is set)" in run_version(PULLQUOTE_PURE="1")
    expected = "(compiled)" if has_compiler() else "(pure Python: "
    assert expected in run_version()


@pytest.mark.parametrize("module", native.TWINS)
def test_a_twin_may_be_imported_by_its_own_name(module):
    if has_compiler():
        subprocess.run([sys.executable, "-c", f"import {module}_c, {module}"], check=True)


def test_every_source_is_named():
    sources = build.ROOT.glob("scraper/**/*.pyx")
    names = {".".join(p.relative_to(build.ROOT).with_suffix("").parts) for p in sources}
    assert {f"{name}_c" for name in native.TWINS} == names
