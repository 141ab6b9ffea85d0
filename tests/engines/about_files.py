"""Which tests are about the file of a store, so that there is nothing to hold where stores are kept otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engines import SERVER

TESTS = Path(__file__).parents[1]
MARK, MARK_OF_ANY = "file_store", "any_file_store"
# Files and folders of tests that are about the file of a plain store, with why.
ABOUT_FILES = {
    "faults": "it breaks, kills, fills and changes the file past the program",
    "db/test_backup.py": "it is about copies of the file",
    "db/test_costs.py": "it counts what SQLite does",
    "db/test_encryption.py": "it is about the key of the file",
    "db/test_flushing.py": "it is about how the file is flushed",
    "db/test_library.py": "it is about SQLite's library",
    "db/test_migrations.py": "it is about files of older versions",
    "db/test_network_folder.py": "it is about where the file lies",
    "db/test_opening.py": "it is about opening the file",
    "db/test_outside.py": "it is about what was seen of the file",
    "db/test_portable_sql.py": "it opens no store",
    "db/test_rotation.py": "it is about copies of the file",
    "commands/test_backup_and_restore.py": "it is about copies of the file",
    "commands/test_doctor.py": "it is about the state of the file, and breaks it; that of a server: tests/server",
    "commands/test_leftovers.py": "it is about what lies beside the file",
    "commands/test_passphrase.py": "it is about the key of the file",
    "commands/test_given_key.py": "it is about the key of the file",
    "commands/test_prompts.py": "it is about the key of the file",
    "commands/test_seen_here.py": "it is about what was seen of the file",
    "ui/test_lock.py": "it is about the key of the file",
    "ui/test_lock_meanwhile.py": "it is about the key of the file",
    "ui/test_leftovers.py": "it is about what lies beside the file",
    "ui/test_daily_backup.py": "it is about copies of the file",
}


# Those that are about a file, plain or encrypted.
ABOUT_ANY_FILE = {
    "commands/test_dump.py": "a dump is made of a file",
    "commands/test_where_exports_go.py": "it is about what belongs to the file",
}


def why_not_on(engine: str, item: pytest.Item) -> str | None:
    """Why a test is for files alone where stores are kept by another engine than that of plain files; None for one that
    is not.
    """
    why = _said_of(item, MARK, ABOUT_FILES)
    if why is not None:
        return f"for a plain file alone: {why}"
    why = _said_of(item, MARK_OF_ANY, ABOUT_ANY_FILE) if engine == SERVER else None
    return None if why is None else f"for files alone: {why}"


def _said_of(item: pytest.Item, mark: str, listed: dict[str, str]) -> str | None:
    marked = item.get_closest_marker(mark)
    if marked is not None:
        return str(marked.args[0])
    path = item.path.relative_to(TESTS)
    return next((listed[part.as_posix()] for part in (path, *path.parents) if part.as_posix() in listed), None)
