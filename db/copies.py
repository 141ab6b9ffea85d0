"""The copies of a store: its backups in a folder, and the stores beside it that a restore replaced."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from db.backup import backups_in, id_of
from db.replaced import replaced_files


def copies_of(connection: Any, path: Path, folder: Path | None) -> tuple[Path, ...]:
    """Those of the store that is open by this connection. Raises BackupProblem where the folder cannot be read."""
    first = connection.execute("SELECT hash FROM main.journal WHERE seq = 1").fetchone()
    backups = backups_in(folder, path) if folder is not None and first is not None else ()
    return (*(one.path for one in backups if one.store_id == id_of(first[0])), *replaced_files(path))
