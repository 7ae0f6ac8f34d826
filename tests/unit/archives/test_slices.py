import sys

import pytest

from scraper.archives import find_archives, find_slices, read_slice
from scraper.errors import InputError
from scraper.inputs import find_pages


@pytest.mark.parametrize("gzip", [True, False], ids=["gzip", "plain"])
def test_slices_together_hold_every_page_once_and_in_order(write_archive, gzip):
    path = write_archive("a.warc.gz" if gzip else "a.warc", 7, gzip=gzip)
    found = find_slices(str(path), pages=3)
    assert [piece.pages for piece in found.slices] == [3, 3, 1]
    assert found.problem is None
    read = [page for piece in found.slices for page in read_slice(piece)]
    assert read == list(find_pages([str(path)]))
    assert len(read) == 7


def test_an_archive_without_a_page_has_no_slice(write_archive):
    assert find_slices(str(write_archive("a.warc.gz", 0))).slices == ()


def test_a_slice_ends_with_the_file_whatever_is_behind_its_last_page(write_archive):
    path = write_archive("a.warc.gz", 2)
    (piece,) = find_slices(str(path), pages=2).slices
    assert piece.end == path.stat().st_size


def test_a_damaged_archive_gives_what_stands_before_the_damage(write_archive):
    path = write_archive("a.warc.gz", 9)
    whole = find_slices(str(path), pages=2).slices
    content = bytearray(path.read_bytes())
    content[whole[3].start + 40 : whole[3].start + 400] = b"\xff" * 360
    path.write_bytes(content)
    found = find_slices(str(path), pages=2)
    assert found.problem is not None
    assert str(path) in found.problem
    assert [(p.start, p.pages) for p in found.slices] == [(p.start, p.pages) for p in whole[:3]]
    assert sum(len(list(read_slice(piece))) for piece in found.slices) == 6


def test_a_missing_archive_is_a_problem_not_an_end(tmp_path):
    found = find_slices(str(tmp_path / "none.warc.gz"))
    assert found.slices == ()
    assert "none.warc.gz" in found.problem


def test_names_say_the_archive_and_the_bytes_and_differ_by_folder(write_archive):
    (one,) = find_slices(str(write_archive("x/a.warc.gz", 1))).slices
    (two,) = find_slices(str(write_archive("y/a.warc.gz", 1))).slices
    assert one.name.startswith("a.")
    assert f"{one.start:012d}-{one.end:012d}" in one.name
    assert one.name != two.name


def test_archives_are_found_by_path_folder_and_pattern(write_archive, monkeypatch, tmp_path):
    paths = [str(write_archive(f"in/{name}.warc.gz", 1)) for name in "ab"]
    assert find_archives([paths[1], paths[0], paths[0]]) == paths
    assert find_archives([str(tmp_path / "in")]) == paths
    assert find_archives([str(tmp_path / "in" / "*.warc.gz")]) == paths
    monkeypatch.chdir(tmp_path)
    assert find_archives(["in/[ab].warc.gz"]) == paths


@pytest.mark.parametrize("argument", ["nothing-here", "*.warc.gz", "."])
def test_what_names_no_archive_is_an_error(tmp_path, monkeypatch, argument):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="no WARC file there"):
        find_archives([argument])


def test_addresses_without_fsspec_name_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(InputError, match="pip install fsspec"):
        find_archives(["s3://bucket/a.warc.gz"])


def test_archives_are_read_by_address(write_archive):
    import fsspec

    system = fsspec.filesystem("memory")
    system.pipe_file("/bucket/a.warc.gz", write_archive("a.warc.gz", 3).read_bytes())
    system.pipe_file("/bucket/notes.txt", b"")
    for argument in ("memory://bucket", "memory://bucket/*.gz", "memory://bucket/a.warc.gz"):
        (archive,) = find_archives([argument])
        (piece,) = find_slices(archive).slices
        assert len(list(read_slice(piece))) == 3
    with pytest.raises(InputError, match="no WARC file there"):
        find_archives(["memory://bucket/b.warc.gz"])
    system.rm("/bucket", recursive=True)
