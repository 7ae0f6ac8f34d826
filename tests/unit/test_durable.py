import os
import sys
from pathlib import Path

import pytest

from scraper import durable


@pytest.fixture
def synced(monkeypatch):
    """What was synced: paths, and ``everything`` for the whole machine."""
    found = []
    real = os.fsync

    def fsync(descriptor):
        found.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "sync", lambda: found.append("everything"))
    return found


def test_a_new_folder_is_safe_by_name_and_so_are_those_above(tmp_path, synced):
    durable.make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    assert synced == [str(tmp_path), str(tmp_path / "a")]


def test_a_folder_that_is_there_costs_nothing(tmp_path, synced):
    durable.make_folder(tmp_path)
    assert synced == []


def test_a_file_is_synced_by_its_content_and_a_folder_by_its_names(tmp_path, synced):
    (tmp_path / "x").write_text("x")
    durable.sync_file(tmp_path / "x")
    durable.sync_folder(tmp_path)
    assert synced == [str(tmp_path / "x"), str(tmp_path)]


def test_of_a_tree_every_file_and_folder_is_synced(tmp_path, synced):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x").write_text("x")
    durable.sync_tree(tmp_path)
    assert set(synced) == {str(tmp_path), str(tmp_path / "in"), str(tmp_path / "in" / "x")}


@pytest.mark.parametrize("system, expected", [("linux", 1), ("darwin", 80)])
def test_of_a_large_tree_all_at_once_where_that_can_be_waited_for(
    tmp_path, synced, monkeypatch, system, expected
):
    for number in range(79):
        (tmp_path / str(number)).write_text("x")
    monkeypatch.setattr(sys, "platform", system)
    durable.sync_tree(tmp_path)
    assert len(synced) == expected
