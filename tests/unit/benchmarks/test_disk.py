"""The model of a disk after a power cut, on calls written by hand."""

import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "benchmarks"))

import disk

LOST, KEPT = disk.Chance(content=0, names=0), disk.Chance(content=1, names=1)


def quoted(data):
    return "".join(f"\\x{byte:02x}" for byte in data.encode())


class Program:
    """Writes calls down as strace does."""

    def __init__(self, root):
        self.root, self.lines, self.next = root, [], 3

    def path(self, name):
        return quoted(f"{self.root}/{name}" if name else str(self.root))

    def call(self, text):
        self.lines.append(f"71 {text}\n")

    def open(self, name, flags="O_RDWR|O_CREAT", thread=71):
        descriptor, self.next = self.next, self.next + 1
        path = self.path(name)
        self.lines.append(
            f'{thread} openat(AT_FDCWD<{quoted("/")}>, "{path}", {flags}) = {descriptor}<{path}>\n'
        )
        return f"{descriptor}<{path}>"

    def pwrite(self, file, text, offset):
        self.call(f'pwrite64({file}, "{quoted(text)}", {len(text)}, {offset}) = {len(text)}')

    def write(self, file, text):
        self.call(f'write({file}, "{quoted(text)}", {len(text)}) = {len(text)}')

    def sync(self, file):
        self.call(f"fdatasync({file}) = 0")

    def sync_folder(self):
        self.call(f"fsync({self.open('', 'O_RDONLY')}) = 0")

    def disk(self):
        watched = disk.Disk(self.root)
        for call in disk.read_trace(self.lines):
            watched.apply(call)
        return watched


@pytest.fixture
def program(tmp_path):
    return Program(tmp_path)


def after(watched, chance, at=None, seed=1):
    moment = watched.count if at is None else at
    return watched.after_cut(moment, chance, random.Random(seed))


def test_what_was_there_before_is_safe(program, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a").write_text("old")
    assert after(program.disk(), LOST) == {"in": None, "in/a": b"old"}


def test_a_file_needs_its_folder_synced_to_have_a_name(program):
    file = program.open("a")
    program.pwrite(file, "text", 0)
    program.sync(file)
    assert after(program.disk(), LOST) == {}
    program.sync_folder()
    assert after(program.disk(), LOST) == {"a": b"text"}


def test_content_is_lost_until_it_was_synced(program):
    file = program.open("a")
    program.sync_folder()
    program.pwrite(file, "one", 0)
    program.sync(file)
    program.pwrite(file, "two", 3)
    watched = program.disk()
    assert after(watched, LOST) == {"a": b"one"}
    assert after(watched, KEPT) == {"a": b"onetwo"}
    assert after(watched, KEPT, at=3) == {"a": b""}


def test_of_a_long_write_any_sectors_may_be_there(program):
    file = program.open("a")
    program.sync_folder()
    program.pwrite(file, "x" * 4096, 100)
    found = {after(program.disk(), disk.Chance(0.5, 0), seed=seed)["a"] for seed in range(9)}
    assert len(found) == 9
    for content in found:
        edges = [0, *range(512, len(content), 512)]
        assert all(len(set(content[at : at + 412])) == 1 for at in edges[1:])


def test_a_later_write_may_be_there_without_an_earlier_one(program):
    file = program.open("a")
    program.sync_folder()
    program.pwrite(file, "x" * 512, 0)
    program.pwrite(file, "y" * 512, 512)
    found = {after(program.disk(), disk.Chance(0.5, 0), seed=seed)["a"] for seed in range(40)}
    assert bytes(512) + b"y" * 512 in found


def test_a_sync_covers_only_what_was_written_before_it_began(program):
    file = program.open("a")
    program.sync_folder()
    program.pwrite(file, "one", 0)
    program.lines.append(f"72 fdatasync({file} <unfinished ...>\n")
    program.pwrite(file, "two", 3)
    program.lines.append("72 <... fdatasync resumed>) = 0\n")
    assert after(program.disk(), LOST) == {"a": b"one"}


def test_appending_goes_on_at_the_end_and_other_writes_where_they_were(program, tmp_path):
    (tmp_path / "log").write_text("old ")
    log = program.open("log", "O_WRONLY|O_CREAT|O_APPEND")
    text = program.open("text", "O_WRONLY|O_CREAT|O_TRUNC")
    for word in ("a", "b"):
        program.write(log, word)
        program.write(text, word)
    program.call(f"lseek({text}, 0, SEEK_SET) = 0")
    program.write(text, "c")
    assert after(program.disk(), KEPT) == {"log": b"old ab", "text": b"cb"}


def test_a_rename_takes_the_place_of_another_file_or_does_not(program, tmp_path):
    (tmp_path / "a").write_text("old")
    file = program.open(".a.tmp")
    program.write(file, "new")
    program.sync(file)
    program.call(f'rename("{program.path(".a.tmp")}", "{program.path("a")}") = 0')
    watched = program.disk()
    assert after(watched, LOST) == {"a": b"old"}
    assert after(watched, KEPT) == {"a": b"new"}
    program.sync_folder()
    assert after(program.disk(), LOST) == {"a": b"new"}


def test_deleting_and_cutting_may_be_undone(program, tmp_path):
    (tmp_path / "a").write_text("gone")
    (tmp_path / "b").write_text("long")
    program.call(f'unlink("{program.path("a")}") = 0')
    file = program.open("b")
    program.call(f"ftruncate({file}, 2) = 0")
    assert after(program.disk(), LOST) == {"a": b"gone", "b": b"long"}
    assert after(program.disk(), KEPT) == {"b": b"lo"}


def test_in_order_a_name_is_never_there_without_those_before_it(program):
    for name in "abcdef":
        program.open(name)
    chance = disk.Chance(content=0, names=0, in_order=True)
    found = {"".join(sorted(after(program.disk(), chance, seed=seed))) for seed in range(40)}
    assert found <= {"", "a", "ab", "abc", "abcd", "abcde", "abcdef"}
    assert len(found) > 3


def test_sync_of_the_machine_makes_everything_safe(program):
    program.write(program.open("a"), "text")
    program.call("sync() = 0")
    assert after(program.disk(), LOST) == {"a": b"text"}


def test_failed_calls_and_other_folders_change_nothing(program):
    program.call(f'unlink("{program.path("a")}") = -1 ENOENT (No such file or directory)')
    program.call(f'rename("{quoted("/x")}", "{quoted("/y")}") = 0')
    watched = program.disk()
    assert after(watched, KEPT) == {}
    assert watched.touched == []


def test_a_call_that_is_not_known_is_never_passed_over(program):
    program.call(f'link("{program.path("a")}", "{program.path("b")}") = 0')
    with pytest.raises(disk.UnknownChange, match="link on"):
        program.disk()


def test_around_a_sync_and_a_rename_there_is_a_turning_point(program):
    file = program.open("a")
    program.write(file, "text")
    program.sync(file)
    program.call(f'rename("{program.path("a")}", "{program.path("b")}") = 0')
    watched = program.disk()
    assert watched.turning_points == [2, 3, 3, 4]
    assert watched.touched == [1, 2, 3, 4]


def test_files_are_written_as_they_were_left(tmp_path):
    disk.write_files({"in": None, "in/a": b"x", "empty": None}, tmp_path / "out")
    assert (tmp_path / "out" / "in" / "a").read_bytes() == b"x"
    assert (tmp_path / "out" / "empty").is_dir()
