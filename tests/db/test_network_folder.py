"""A folder on another machine is known on every system, by what each would answer; where none tells, that is said."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import psutil
import pytest

from db import StoreError, network_folder, open_store
from db.network_folder import CannotTell, kind_among, kind_by_psutil, kind_in_table, kind_on_windows
from oversight_tui.services.doctor.machine import network

MOUNTS = """\
22 1 8:1 / / rw - ext4 /dev/sda1 rw
30 22 0:40 / /home/a/team\\040share rw - cifs //server/share rw
31 22 0:41 / /mnt/far rw - fuse.sshfs me@host: rw
32 22 0:42 / /mnt/Büro\\134x rw - nfs4 host:/x rw
"""


def test_a_network_folder_is_refused_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_folder, "MOUNTS", tmp_path / "mounts")
    (tmp_path / "mounts").write_text(f"31 22 0:41 / {tmp_path}/share rw - cifs //server/team rw\n", "utf-8")
    (tmp_path / "share").mkdir()
    with pytest.raises(StoreError, match=r"network folder \(cifs\).*Keep the store on a disk of this machine"):
        open_store(tmp_path / "share" / "team.oversight")
    assert list((tmp_path / "share").iterdir()) == []


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/a", None),
        ("/home/a/team share/x", "cifs"),
        ("/mnt/far", "fuse.sshfs"),
        ("/mnt/farther", None),
        ("/mnt/Büro\\x/y", "nfs4"),
    ],
)
def test_a_network_folder_is_known_by_its_mount(folder: str, kind: str | None) -> None:
    assert kind_in_table(folder, MOUNTS) == kind


class Answer(NamedTuple):
    """A line of what psutil answers, as it was recorded."""

    device: str
    mountpoint: str
    fstype: str
    opts: str


MAC = [
    Answer("/dev/disk3s3s1", "/", "apfs", "ro,local,rootfs,dovolfs,journaled,multilabel"),
    Answer("devfs", "/dev", "devfs", "rw,nosuid,local,dontbrowse,multilabel"),
    Answer("/dev/disk3s1", "/System/Volumes/Data", "apfs", "rw,local,dovolfs,dontbrowse,journaled,multilabel"),
    Answer("//manager@server/team", "/Volumes/team", "smbfs", "rw,noexec,nosuid,multilabel"),
    Answer("//manager@server/Public", "/Volumes/Public Files", "afpfs", "rw,nosuid,automounted,multilabel"),
    Answer("server:/export", "/Users/manager/far", "nfs", "rw,nosuid,multilabel"),
    Answer("https://dav", "/Volumes/dav", "webdav", "rw,noexec,nosuid"),
    Answer("sshfs@server", "/Volumes/ssh", "macfuse", "rw,nosuid,multilabel"),
    Answer("/dev/disk4s1", "/Volumes/stick", "exfat", "rw,nosuid,local,ignore-ownership"),
]


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/Users/manager/Library", None),
        ("/System/Volumes/Data/Users/manager", None),
        ("/Volumes/team", "smbfs"),
        ("/Volumes/team/deep/er", "smbfs"),
        ("/Volumes/teams", None),
        ("/Volumes/Public Files/x", "afpfs"),
        ("/Users/manager/far/x", "nfs"),
        ("/Volumes/dav", "webdav"),
        ("/Volumes/ssh/x", "macfuse"),
        ("/Volumes/stick", None),
    ],
)
def test_macos_marks_what_is_local(folder: str, kind: str | None) -> None:
    assert kind_among(folder, MAC, marks_local=True) == kind


@pytest.mark.parametrize(("folder", "kind"), [("/home/a", None), ("/net/x", "nfs"), ("/smb", "smbfs")])
def test_another_unix_names_the_kind(folder: str, kind: str | None) -> None:
    bsd = [
        Answer("/dev/ada0p2", "/", "ufs", "rw"),
        Answer("h:/x", "/net", "nfs", "rw"),
        Answer("//h", "/smb", "smbfs", ""),
    ]
    assert kind_among(folder, bsd, marks_local=False) == kind


def test_where_nothing_is_said_to_be_mounted_it_cannot_be_told() -> None:
    with pytest.raises(CannotTell):
        kind_among("/home/a", [], marks_local=True)


DRIVES = {"C:\\": 3, "D:\\": 2, "E:\\": 5, "H:\\": 4, "R:\\": 6, "U:\\": 0, "N:\\": 1}


@pytest.mark.parametrize(
    ("named", "real", "kind"),
    [
        (r"C:\Users\manager\AppData", r"C:\Users\manager\AppData", None),
        (r"D:\stick", r"D:\stick", None),
        (r"R:\memory", r"R:\memory", None),
        (r"H:\team", r"\\server\team", "network drive"),
        (r"H:\team", r"H:\team", "network drive"),
        (r"\\server\share\team", r"\\server\share\team", "network share"),
        (r"\\?\UNC\server\share\team", r"\\server\share\team", "network share"),
        (r"C:\link", r"\\server\share\team", "network share"),
        (r"C:\link", r"\\?\UNC\server\share", "network share"),
        (r"C:\link", r"H:\team", "network drive"),
        (r"\\?\C:\long", r"\\?\C:\long", None),
    ],
)
def test_windows_knows_shares_and_drives_also_behind_a_link(named: str, real: str, kind: str | None) -> None:
    assert kind_on_windows(named, real, DRIVES.__getitem__) == kind


@pytest.mark.parametrize("real", [r"U:\x", r"N:\x", r"\\?\Volume{0a1b}\x"])
def test_windows_cannot_tell_of_a_drive_it_does_not_know(real: str) -> None:
    with pytest.raises(CannotTell):
        kind_on_windows(r"C:\x", real, DRIVES.__getitem__)


@pytest.mark.skipif(sys.platform != "linux", reason="two ways to ask are there on Linux only")
def test_both_ways_to_ask_say_the_same_of_every_place_of_this_machine() -> None:
    table = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
    mounted = psutil.disk_partitions(all=True)
    assert mounted
    for one in mounted:
        assert kind_among(one.mountpoint, mounted, marks_local=False) == kind_in_table(one.mountpoint, table)


def _fails(**options: Any) -> list[Any]:
    raise OSError


def _is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psutil", None)


def _breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(psutil, "disk_partitions", _fails)


@pytest.mark.parametrize("how", [_is_not_there, _breaks])
def test_without_the_library_or_its_answer_it_cannot_be_told(
    how: Callable[[pytest.MonkeyPatch], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    how(monkeypatch)
    with pytest.raises(CannotTell):
        kind_by_psutil(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="the table is there on Linux only")
def test_what_cannot_be_told_keeps_nobody_from_working_and_the_doctor_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network_folder, "MOUNTS", tmp_path / "nowhere")
    open_store(tmp_path / "team.oversight").close()
    (line,) = network(tmp_path / "team.oversight", tmp_path)
    assert (line.state, "does not say" in line.says) == ("unchecked", True)
