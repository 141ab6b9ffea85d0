"""Which tests are about the file of a plain store, so that there is nothing to hold where stores are kept otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
MARK = "file_store"
# Files and folders of tests, with why.
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
    "commands/test_leftovers.py": "it is about what lies beside the file",
    "commands/test_passphrase.py": "it is about the key of the file",
    "commands/test_given_key.py": "it is about the key of the file",
    "commands/test_prompts.py": "it is about the key of the file",
    "commands/test_seen_here.py": "it is about what was seen of the file",
    "fuzz/store_file.py": "it changes the file past the program",
    "ui/test_lock.py": "it is about the key of the file",
    "ui/test_lock_meanwhile.py": "it is about the key of the file",
    "ui/test_leftovers.py": "it is about what lies beside the file",
    "ui/test_daily_backup.py": "it is about copies of the file",
}


def why_only_plain(item: pytest.Item) -> str | None:
    """Why a test is for plain files alone, None for one that is not."""
    mark = item.get_closest_marker(MARK)
    if mark is not None:
        return f"for a plain file alone: {mark.args[0]}"
    path = item.path.relative_to(TESTS)
    for part in (path, *path.parents):
        if part.as_posix() in ABOUT_FILES:
            return f"for a plain file alone: {ABOUT_FILES[part.as_posix()]}"
    return None
