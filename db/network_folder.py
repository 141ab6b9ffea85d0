"""Whether a folder lies on another machine. SQLite loses acknowledged work there, so such a store is refused.

Linux has a table of what is mounted where, Windows says it of a drive, and psutil asks the other systems.
"""

from __future__ import annotations

import ntpath
import os
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

NETWORK_FILESYSTEMS = frozenset(
    {
        "9p",
        "afpfs",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "fuse.ceph",
        "fuse.davfs2",
        "fuse.gcsfuse",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "glusterfs",
        "gpfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb3",
        "smbfs",
        "vboxsf",
        "webdav",
    }
)
MOUNTS = Path("/proc/self/mountinfo")
# What Windows answers about a drive (GetDriveTypeW): it does not know, there is none, it is on another machine.
_UNKNOWN, _NONE, _REMOTE = 0, 1, 4
_ESCAPED = re.compile(r"\\([0-7]{3})")  # how the table writes a space, a tab, a line break, a backslash


class CannotTell(Exception):
    """This system does not say where the folder lies."""


class Mounted(Protocol):
    """A filesystem and where it is mounted, as psutil gives it; `opts` are words with commas between them."""

    @property
    def mountpoint(self) -> str: ...
    @property
    def fstype(self) -> str: ...
    @property
    def opts(self) -> str: ...


def network_filesystem(folder: Path) -> str | None:
    """The kind of network filesystem the folder lies on, None where it is local. Raises CannotTell."""
    if sys.platform == "win32":
        from ctypes import windll

        return kind_on_windows(os.path.abspath(folder), os.path.realpath(folder), windll.kernel32.GetDriveTypeW)
    elif sys.platform == "linux":
        try:
            table = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        except OSError as error:
            raise CannotTell from error
        return kind_in_table(os.path.realpath(folder), table)
    else:
        return kind_by_psutil(folder)


def kind_by_psutil(folder: Path) -> str | None:
    """The network kind as psutil finds it, else None. Raises CannotTell, also where the library is not there."""
    try:
        from psutil import disk_partitions

        mounted = disk_partitions(all=True)
    except Exception as error:  # psutil has errors of its own; whatever it is, nothing was found out
        raise CannotTell from error
    return kind_among(os.path.realpath(folder), mounted, marks_local=sys.platform == "darwin")


def kind_in_table(folder: str, mountinfo: str) -> str | None:
    """The network kind of the longest mount point above `folder` in a mountinfo table, else None."""
    best, kind = "", ""
    for line in mountinfo.splitlines():
        before, separator, after = line.partition(" - ")
        if not separator:
            continue
        point = _ESCAPED.sub(lambda found: chr(int(found[1], 8)), before.split(" ")[4])
        if _is_within(folder, point) and len(point) >= len(best):
            best, kind = point, after.split(" ")[0]
    return kind if kind in NETWORK_FILESYSTEMS else None


def kind_among(folder: str, mounted: Iterable[Mounted], *, marks_local: bool) -> str | None:
    """The network kind of the longest mount point above `folder`, else None. Raises CannotTell where there is none.

    Where a system `marks_local`, as macOS does, whatever is not marked lies elsewhere, known by name or not.
    """
    above = [one for one in mounted if _is_within(folder, one.mountpoint)]
    if not above:
        raise CannotTell
    found = max(above, key=lambda one: len(one.mountpoint))
    if marks_local:
        return None if "local" in found.opts.split(",") else found.fstype or "network folder"
    return found.fstype if found.fstype in NETWORK_FILESYSTEMS else None


def kind_on_windows(named: str, real: str, drive_type: Callable[[str], int]) -> str | None:
    """The kind by the path as it was `named` and where it `real`ly leads, through drives and links; None where it is
    local. Raises CannotTell.
    """
    for path in (named, real):
        bare = path.removeprefix("\\\\?\\")
        drive = ntpath.splitdrive(bare)[0]
        if drive.startswith("\\\\") or bare.upper().startswith("UNC\\"):
            return "network share"
        kind = drive_type(f"{drive}\\") if drive else _UNKNOWN
        if kind == _REMOTE:
            return "network drive"
        if kind in (_UNKNOWN, _NONE):
            raise CannotTell
    return None


def _is_within(folder: str, point: str) -> bool:
    return folder == point or folder.startswith(point.rstrip("/") + "/")
