"""Whether a folder lies on another machine. SQLite loses acknowledged work there, so such a store is refused."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

NETWORK_FILESYSTEMS = frozenset(
    {
        "9p",
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
    }
)
MOUNTS = Path("/proc/self/mountinfo")
_REMOTE_DRIVE = 4
_ESCAPED = re.compile(r"\\([0-7]{3})")  # how the table writes a space, a tab, a line break, a backslash


def network_filesystem(folder: Path) -> str | None:
    """The kind of network filesystem the folder lies on, or None where it is local or cannot be told."""
    if sys.platform == "win32":
        return _windows_kind(folder)
    try:
        table = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    return kind_in_table(os.path.realpath(folder), table)


def kind_in_table(folder: str, mountinfo: str) -> str | None:
    """The network kind of the longest mount point above `folder` in a mountinfo table, else None."""
    best, kind = "", ""
    for line in mountinfo.splitlines():
        before, separator, after = line.partition(" - ")
        if not separator:
            continue
        point = _ESCAPED.sub(lambda found: chr(int(found[1], 8)), before.split(" ")[4])
        inside = folder == point or folder.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, after.split(" ")[0]
    return kind if kind in NETWORK_FILESYSTEMS else None


def _windows_kind(folder: Path) -> str | None:
    drive = os.path.splitdrive(os.path.abspath(folder))[0]
    if drive.startswith("\\\\"):
        return "network share"
    if sys.platform == "win32":
        import ctypes

        if ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == _REMOTE_DRIVE:
            return "network drive"
    return None
