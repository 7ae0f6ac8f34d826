import errno
import io
import os
from pathlib import Path

import pytest

from scraper.errors import DiskFull, ExportError
from scraper.exporters import write_exports
from scraper.exporters.staging import StagedText, Staging, naming_errors


class FullDisk(io.BytesIO):
    def write(self, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_nothing_is_visible_before_commit(tmp_path):
    with Staging(tmp_path / "new" / "folder") as staging:
        with staging.open_text("a.txt") as file:
            file.write("one\r\ntwo")
        assert not staging.target("a.txt").exists()
        assert staging.commit() == [tmp_path / "new" / "folder" / "a.txt"]
    assert (tmp_path / "new" / "folder" / "a.txt").read_bytes() == b"one\r\ntwo"


def write_half(folder):
    with Staging(folder) as staging:
        with staging.open_text("a.txt") as file:
            file.write("half of the new")
        staging.subfolder("b")
        raise RuntimeError


def test_a_failure_leaves_the_old_file_and_no_litter(tmp_path):
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(RuntimeError):
        write_half(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text() == "old"


def test_a_failure_inside_open_text_closes_the_file(tmp_path):
    with (
        pytest.raises(RuntimeError),
        Staging(tmp_path) as staging,
        staging.open_text("a.txt"),
    ):
        raise RuntimeError
    assert not list(tmp_path.iterdir())


def test_a_folder_is_replaced_as_a_whole(tmp_path):
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "old.md").write_text("old")
    with Staging(tmp_path) as staging:
        (staging.subfolder("notes") / "new.md").write_text("new")
        staging.commit()
    assert [path.name for path in tmp_path.rglob("*")] == ["notes", "new.md"]


def test_a_folder_is_not_called_like_a_file(tmp_path):
    with pytest.raises(ExportError, match=r"data\.csv would be a folder .* --to"):
        write_exports([], tmp_path / "data.csv", ["csv"])
    (tmp_path / "study.json").mkdir()
    assert write_exports([], tmp_path / "study.json", ["jsonl"])


def test_a_full_disk_names_the_file():
    file = StagedText(FullDisk(), Path("out/articles.csv"))
    with pytest.raises(DiskFull, match=r"no space left while writing out.articles\.csv"):
        file.write("x")


def test_a_full_disk_is_told_although_the_rest_finds_no_room_on_close(monkeypatch):
    staging = Staging(Path("out"))
    monkeypatch.setattr(staging, "path", lambda _: Path("/dev/full"))
    with pytest.raises(DiskFull, match=r"articles\.csv"), staging.open_text("articles.csv") as file:
        file.write("x" * 100_000)


def test_what_cannot_be_removed_hides_no_reason(tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(ExportError, match=r"cannot write .*articles\.csv: Read-only"):
        write_exports([], tmp_path, ["csv"])


def test_a_disk_that_fills_on_close_names_the_file():
    with Path("/dev/full").open("wb") as full:
        file = StagedText(full, Path("articles.csv"))
        file.write("x")
        with pytest.raises(DiskFull, match=r"articles\.csv"):
            file.close()


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EACCES, ExportError),
    ],
)
def test_errors_are_told_apart(number, kind):
    with pytest.raises(ExportError) as caught, naming_errors(Path("x.csv")):
        raise OSError(number, "reason")
    assert type(caught.value) is kind
    assert "x.csv" in str(caught.value)


def test_a_folder_that_is_a_file_is_one_clear_error(tmp_path):
    (tmp_path / "taken").write_text("")
    with (
        pytest.raises(ExportError, match=r"cannot write .*taken: File exists"),
        Staging(tmp_path / "taken"),
    ):
        pass


def test_what_a_killed_run_left_is_removed_after_a_day(tmp_path):
    old, young, folder = (tmp_path / name for name in (".a.csv.1.tmp", ".b.csv.2.tmp", ".c.3.tmp"))
    old.touch()
    young.touch()
    folder.mkdir()
    (folder / "x").touch()
    for path in (old, folder):
        os.utime(path, (0, 0))
    with Staging(tmp_path):
        assert list(tmp_path.iterdir()) == [young]


def test_a_temporary_file_that_gets_its_name_meanwhile_is_no_error(tmp_path):
    """Another export into the folder is at its end; here by a link that leads nowhere."""
    (tmp_path / ".b.txt.0.tmp").symlink_to(tmp_path / "gone")
    with Staging(tmp_path) as staging:
        with staging.open_text("a.txt") as file:
            file.write("one")
        staging.commit()
    assert (tmp_path / "a.txt").read_text() == "one"
