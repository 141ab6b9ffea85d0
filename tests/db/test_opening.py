"""Opening a store: what is made, what is refused, and in which words."""

import os
import subprocess
import sys
from pathlib import Path

import peewee
import pytest
from sqlcipher3 import dbapi2 as sqlite3

from db import StoreError, open_store
from db.engine import Store
from db.guards import digest_of, disturbed, expected_guards, expected_views
from db.journal import read
from db.migrations import SCHEMA_VERSION, guards_digest
from db.models import ALL_TABLES
from db.verification import verify
from tests.faults.tampering import with_one_of_each


def schema_of(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index')"
        " AND name NOT LIKE 'sqlite_%'"
    )
    return {row[0] for row in rows}


def test_a_new_store_is_readable_by_its_owner_only_and_has_every_guard(store: Store) -> None:
    assert store.created
    if os.name == "posix":
        assert store.path.stat().st_mode & 0o777 == 0o600
    with store.reading():
        assert disturbed(store.database) == set()
        assert store.database.execute_sql("PRAGMA synchronous").fetchone()[0] == 2
        assert store.database.execute_sql("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert store.database.execute_sql("PRAGMA foreign_keys").fetchone()[0] == 1


def test_the_shipped_steps_give_the_tables_the_program_knows(store: Store, tmp_path: Path) -> None:
    plain = peewee.SqliteDatabase(str(tmp_path / "models.db"))
    with plain.bind_ctx(ALL_TABLES, bind_refs=False, bind_backrefs=False), plain.connection_context():
        plain.create_tables(ALL_TABLES)
    assert schema_of(sqlite3.connect(store.path)) == schema_of(sqlite3.connect(tmp_path / "models.db"))


def test_a_store_of_a_newer_version_is_refused_and_left_alone(store: Store) -> None:
    raw = sqlite3.connect(store.path)
    raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    raw.close()
    with pytest.raises(StoreError, match="newer version of Oversight"):
        open_store(store.path)


@pytest.mark.parametrize("content", [b"not a database at all " * 100, b"\x00" * 4096])
def test_a_file_that_is_no_store_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "notes.txt").write_bytes(content)
    with pytest.raises(StoreError, match=r"notes\.txt is not an Oversight store"):
        open_store(tmp_path / "notes.txt")


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    raw = sqlite3.connect(tmp_path / "other.db")
    raw.execute("CREATE TABLE photos (id INTEGER)")
    raw.commit()
    raw.close()
    with pytest.raises(StoreError, match="another program"):
        open_store(tmp_path / "other.db")


def test_a_folder_a_missing_file_and_a_server_are_refused_in_a_sentence(tmp_path: Path) -> None:
    for target, create, words in (
        (tmp_path, True, "is a folder"),
        (tmp_path / "none.oversight", False, "There is no store"),
        ("postgresql://host/name", True, "cannot be reached"),
    ):
        with pytest.raises(StoreError, match=words):
            open_store(target, create=create)


def test_a_full_disk_is_called_a_full_disk(store: Store) -> None:
    def fill() -> None:
        with store.writing():
            pages = store.database.execute_sql("PRAGMA page_count").fetchone()[0]
            store.database.execute_sql(f"PRAGMA max_page_count = {pages}")
            for number in range(20000):
                store.database.execute_sql("INSERT INTO draft VALUES (?, ?, ?)", (f"{number}", "x" * 500, "2026"))

    with pytest.raises(StoreError, match="The disk is full"):
        fill()
    with store.reading():
        assert store.database.execute_sql("SELECT count(*) FROM draft").fetchone()[0] == 0


def test_three_starts_at_once_make_the_store_once(tmp_path: Path) -> None:
    path = tmp_path / "team.oversight"
    start = f"from db import open_store; open_store({str(path)!r})"
    running = [subprocess.Popen([sys.executable, "-c", start], stderr=subprocess.PIPE) for _ in range(3)]
    complaints = [process.communicate()[1] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], complaints
    assert not open_store(path).repaired


def test_the_digest_by_which_a_sound_store_is_known_is_that_of_all_guards_and_views() -> None:
    guards = {**expected_guards(), **expected_views()}
    assert digest_of(guards) == guards_digest()
    name = next(iter(guards))
    assert digest_of({**guards, name: f"{guards[name]} "}) != guards_digest()


def test_a_guard_that_went_missing_is_put_back(store: Store) -> None:
    raw = sqlite3.connect(store.path)
    raw.execute("DROP TRIGGER entry_no_delete")
    raw.commit()
    raw.close()
    assert open_store(store.path).repaired == {"entry_no_delete"}
    again = open_store(store.path)
    assert not again.repaired
    with again.reading():
        *_, line = read(again)
    assert (line.what, line.after) == ("put_right", {"guards": ["entry_no_delete"]})


@pytest.mark.parametrize(
    ("done", "named"),
    [
        ("DROP VIEW entry_in_force", "entry_in_force"),
        ("DROP VIEW entry_in_force; CREATE VIEW entry_in_force AS SELECT *, id root_id FROM entry", "entry_in_force"),
        ("CREATE TRIGGER quietly AFTER INSERT ON worry BEGIN DELETE FROM draft; END", "quietly"),
    ],
    ids=["a view taken away", "a view changed", "a trigger of another hand"],
)
def test_a_view_that_was_changed_and_a_trigger_of_another_hand_are_put_right(
    store: Store, done: str, named: str
) -> None:
    raw = sqlite3.connect(store.path)
    raw.executescript(done)
    raw.close()
    again = open_store(store.path)
    assert again.repaired == {named}
    with again.reading():
        assert disturbed(again.database) == set()
        assert again.rows("SELECT root_id FROM entry_in_force") == []


def test_figures_of_another_hand_by_which_looking_would_take_for_ever_are_taken_out(store: Store) -> None:
    raw = sqlite3.connect(store.path)
    raw.execute("ANALYZE")
    raw.execute("INSERT INTO sqlite_stat1 VALUES ('journal', NULL, '1 1')")
    raw.commit()
    raw.close()
    again = open_store(store.path)
    assert "its guards or views were not as they should be, in 2 places" in " ".join(again.remarks)
    assert (
        "sqlite_stat1 was in the store and is not of this program; it was put right at this start."
        in verify(again).faults
    )
    assert verify(open_store(store.path)).faults == ()


@pytest.mark.parametrize("kind", ["table", "index"])
def test_what_is_named_as_if_it_were_the_engines_own_is_found(store: Store, kind: str) -> None:
    raw = sqlite3.connect(store.path)
    made = {"table": "CREATE TABLE hidden (x)", "index": "CREATE INDEX hidden ON worry (severity)"}
    raw.execute(made[kind])
    raw.execute("PRAGMA writable_schema = ON")
    raw.execute(
        "UPDATE sqlite_master SET name = 'sqlite_hidden', sql = replace(sql, 'hidden', 'sqlite_hidden'),"
        " tbl_name = replace(tbl_name, 'hidden', 'sqlite_hidden') WHERE name = 'hidden'"
    )
    raw.commit()
    raw.close()
    assert verify(open_store(store.path)).faults == (
        f"The {kind} sqlite_hidden is in the store and not of this program.",
    )


def test_a_version_that_was_set_back_makes_nothing_true_that_was_changed(tmp_path: Path) -> None:
    path = tmp_path / "team.oversight"
    with_one_of_each(path)
    raw = sqlite3.connect(path)
    raw.execute("DROP TRIGGER entry_no_update")
    raw.execute("UPDATE entry SET recorded_by = 'Somebody else' WHERE id = 7")
    raw.execute("PRAGMA user_version = 5")
    raw.commit()
    raw.close()
    found = verify(open_store(path)).faults
    assert "Entry 7 is not what the journal says was written." in found
    assert "The number of the store's version had been set back; it was put right at this start." in found
    assert "Entry 7 is not what the journal says was written." in verify(open_store(path)).faults
