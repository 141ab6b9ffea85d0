"""What was written is on the disk before anything is said of it, on a system whose disks keep it back too."""

import fcntl
import os
import sys
from pathlib import Path

import pytest

from db import open_store
from db.flushing import flush_to_disk

WHOLLY = 51  # macOS's own number of the word


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked for, on a stand-in of macOS."""
    said: list[str] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", WHOLLY, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda _, word: said.append("wholly" if word == WHOLLY else "?"))
    monkeypatch.setattr(os, "fsync", lambda _: said.append("fsync"))
    return said


def test_a_disk_that_keeps_it_back_is_told_not_to(asked: list[str], tmp_path: Path) -> None:
    flush_to_disk(tmp_path)
    assert asked == ["wholly"]


def test_one_that_knows_no_such_word_is_asked_as_any_other(
    asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object) -> None:
        raise OSError(45, "Operation not supported")

    monkeypatch.setattr(fcntl, "fcntl", unknown)
    flush_to_disk(tmp_path)
    assert asked == ["fsync"]


def test_the_store_asks_for_the_same(tmp_path: Path) -> None:
    store = open_store(tmp_path / "team.oversight")
    with store.reading():
        said = [store.row(f"PRAGMA {name}")[0] for name in ("synchronous", "fullfsync", "checkpoint_fullfsync")]
    store.close()
    assert said == [2, 1, 1]
