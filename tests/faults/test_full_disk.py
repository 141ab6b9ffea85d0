"""A disk without room: said for what it is, nothing half is kept, and once there is room all goes on."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db.anchor import Anchor, Head
from tests.faults.desk import DECIDES, LOOKS, Desk, is_plain
from tests.faults.kill import ROOT
from tests.faults.stores import left_beside

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a small disk is mounted as Linux does it")
FULL = "The disk is full. Nothing was saved; make room on it and try again."
KILOBYTE = 1024
Fill = Callable[[int], None]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of eight megabytes of its own."""
    point = tmp_path / "small"
    point.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "none", point], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("mounting a small disk takes root")
    yield point
    subprocess.run(["umount", "-l", point], check=True)


@pytest.fixture
def fill(small_disk: Path) -> Fill:
    """Fill the disk up to some kilobytes; again for another number."""
    filler = small_disk / "filler"

    def up_to(kilobytes: int) -> None:
        filler.unlink(missing_ok=True)
        free = shutil.disk_usage(small_disk).free
        filler.write_bytes(bytes(max(0, free - kilobytes * KILOBYTE)))

    return up_to


@pytest.fixture
def on_small_disk(desk: Desk, small_disk: Path) -> Desk:
    """The desk, with its store on the small disk."""
    (small_disk / "store").mkdir()
    desk.path = Path(shutil.move(desk.path, small_disk / "store" / desk.path.name))
    return desk


@pytest.mark.parametrize("kilobytes", [0, 40])
def test_whatever_is_recorded_is_refused_and_recorded_once_there_is_room(
    on_small_disk: Desk, fill: Fill, kilobytes: int
) -> None:
    desk = on_small_disk
    fill(kilobytes)
    for words in (DECIDES, desk.brings_in, desk.changes):
        desk.is_told(*words, says=FULL)
    assert left_beside(desk.path) == []
    fill(7 * 1024)
    desk.goes_on()
    assert desk.does(*desk.brings_in)[0] == 0
    fill(700)  # for one file with another passphrase, and not for the store and its backup
    desk.is_told(*desk.changes, says="The disk is full")
    assert left_beside(desk.path) == []
    fill(7 * 1024)  # a new passphrase takes room for the store and its backups once more
    assert desk.does(*desk.changes)[0] == 0


def test_a_store_without_room_for_the_file_beside_it_is_not_called_broken(on_small_disk: Desk, fill: Fill) -> None:
    fill(0)
    on_small_disk.is_told(*LOOKS, says=FULL)
    fill(3 * 1024)
    on_small_disk.goes_on()


def test_a_new_store_that_did_not_fit_can_be_made_later(on_small_disk: Desk, fill: Fill) -> None:
    desk = on_small_disk
    desk.path.unlink()
    fill(40)
    desk.is_told(*desk.brings_in, says=FULL)
    fill(3 * 1024)
    code, _, error = desk.does(*desk.brings_in)
    assert code == 0, error


def test_an_anchor_that_did_not_fit_is_written_later(small_disk: Path, fill: Fill) -> None:
    first, second = Head(7, "a" * 64), Head(8, "b" * 64)
    anchor = Anchor(small_disk, "c" * 64)
    fill(0)
    with pytest.raises(OSError, match="No space left"):
        anchor.set_to(first)
    assert anchor.read() is None
    fill(100)
    anchor.set_to(second)
    assert anchor.read() == second


def test_a_limit_on_what_one_may_keep_is_said(desk: Desk) -> None:
    most = 64 * KILOBYTE

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    command = [sys.executable, "-m", "oversight_tui", *desk.words(*desk.brings_in)]
    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=limited, cwd=ROOT, env=os.environ)
    assert done.returncode == 2
    is_plain(done.stderr, "how much you may keep on it")
    desk.goes_on()
