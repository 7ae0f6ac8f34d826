"""Memory moves into large pages, where the system has them, and what stands in it stays."""

import ctypes
import mmap
import sys

import pytest

from scraper import extract, large_pages
from scraper.large_pages import use_large_pages, writable_spans

LARGE = 2 << 20
FIND_ADVISE = large_pages._find_advise


@pytest.fixture
def system(tmp_path, monkeypatch):
    """A system with large pages, as its files describe it, and a kernel that only counts."""
    (tmp_path / "hpage_pmd_size").write_text(f"{LARGE}\n")
    (tmp_path / "enabled").write_text("always [madvise] never\n")
    (tmp_path / "maps").write_text("00400000-00c00000 rw-p 00000000 00:00 0\n")
    # Of the four large pages that start at 4 MB, all, half, nearly half and nothing are in memory.
    first, small = 0x400000 // mmap.PAGESIZE, LARGE // mmap.PAGESIZE
    there = [small, small // 2, small // 2 - 1, 0]
    entries = [[i < count for i in range(small)] for count in there]
    present = b"".join(
        bytes([7, *bytes(6), 0x81 if is_in else 1]) for part in entries for is_in in part
    )
    (tmp_path / "pagemap").write_bytes(bytes(first * 8) + present)
    monkeypatch.setattr(large_pages, "_SYSTEM", tmp_path)
    monkeypatch.setattr(large_pages, "_MAPS", tmp_path / "maps")
    monkeypatch.setattr(large_pages, "_PRESENT", tmp_path / "pagemap")
    advised = Kernel()
    monkeypatch.setattr(large_pages, "_find_advise", lambda: advised)
    advised.folder = tmp_path
    return advised


class Kernel:
    def __init__(self):
        self.places = []
        self.answer = 0

    def __call__(self, place, size, advice):
        assert (size, advice) == (LARGE, 25)
        self.places.append(place)
        return self.answer


@pytest.mark.parametrize(
    "line, places",
    [
        pytest.param("00400000-00800000 rw-p 00000000 00:00 0", [2, 3], id="no name"),
        pytest.param("00400000-00800000 rw-p 00000000 00:00 0    [heap]", [2, 3], id="heap"),
        pytest.param("004ff000-009ff000 rw-p 00000000 00:00 0", [3], id="between borders"),
        pytest.param("00401000-00600000 rw-p 00000000 00:00 0", [], id="small"),
        pytest.param("00401000-00402000 rw-p 00000000 00:00 0", [], id="smaller"),
        pytest.param("00400000-00800000 rw-p 00000000 00:00 0    [stack]", [], id="stack"),
        pytest.param("00400000-00800000 rw-p 00000000 00:00 0    [anon: x y]", [], id="named"),
        pytest.param("00400000-00800000 rw-s 00000000 00:00 0", [], id="shared"),
        pytest.param("00400000-00800000 r--p 00000000 00:00 0", [], id="read only"),
        pytest.param("00400000-00800000 rw-p 00000000 fe:00 71   /a b.so", [], id="file"),
    ],
)
def test_where_large_pages_may_begin(line, places):
    lines = [f"{line}\n".encode()]
    assert [place // LARGE for span in writable_spans(lines) for place in span] == places


@pytest.mark.parametrize(
    "name", [b"B\xfcro.so", b"a\rb\x0b\x1c\xc2\x85c.so"], ids=["Latin-1", "breaks"]
)
def test_a_file_of_any_name_is_in_memory(system, name):
    maps = (system.folder / "maps").read_bytes()
    (system.folder / "maps").write_bytes(
        b"00100000-00101000 r--p 0 fe:00 7   /a/" + name + b"\n" + maps
    )
    assert use_large_pages() == 2


def test_memory_stays_as_it_is_where_the_environment_says_so(system, monkeypatch):
    monkeypatch.setenv("PULLQUOTE_LARGE_PAGES", "0")
    assert (use_large_pages(), system.places) == (0, [])


def test_a_python_without_ctypes(system, monkeypatch):
    monkeypatch.setattr(large_pages, "_find_advise", FIND_ADVISE)
    monkeypatch.setitem(sys.modules, "ctypes", None)
    assert use_large_pages() == 0


def test_a_python_that_can_look_nothing_up(system, monkeypatch):
    def refuse(_):
        raise OSError("Dynamic loading not supported")

    monkeypatch.setattr(large_pages, "_find_advise", FIND_ADVISE)
    monkeypatch.setattr(ctypes, "CDLL", refuse)
    assert use_large_pages() == 0


def test_what_is_half_in_memory_is_moved(system):
    assert use_large_pages() == 2
    assert system.places == [0x400000, 0x600000]


def test_a_kernel_that_refuses_is_no_error(system):
    system.answer = -1
    assert use_large_pages() == 0
    assert len(system.places) == 2


@pytest.mark.parametrize(
    "name, text",
    [
        ("enabled", "always madvise [never]"),
        ("hpage_pmd_size", "536870912"),
        ("maps", "00400000-40400000 rw-p 00000000 00:00 0"),
    ],
    ids=["switched off", "another size", "much else in memory"],
)
def test_memory_that_is_left_alone(system, name, text):
    (system.folder / name).write_text(text)
    assert (use_large_pages(), system.places) == (0, [])


@pytest.mark.parametrize("name", ["enabled", "hpage_pmd_size", "maps", "pagemap"])
def test_a_system_that_does_not_say(system, name):
    (system.folder / name).unlink()
    assert (use_large_pages(), system.places) == (0, [])


def test_other_systems(system, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert (use_large_pages(), system.places) == (0, [])


def test_what_stands_in_memory_stays():
    words = [bytes([i]) * 50_000 for i in range(250)]
    use_large_pages()
    assert all(word == bytes([i]) * 50_000 for i, word in enumerate(words))


def test_memory_moves_after_many_pages_and_now_and_then(monkeypatch):
    moved = []
    monkeypatch.setattr(large_pages, "_pages", 0)
    monkeypatch.setattr(large_pages, "use_large_pages", lambda: moved.append(large_pages._pages))
    for _ in range(330):
        extract("<p>A quay.")
    assert moved == [64, 320]
