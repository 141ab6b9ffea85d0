"""Legal holds, and records erased for good: the rows, what is kept of them, the journal's contents, the drafts.

One transaction: all of it goes or nothing does, and the guards stand again before it ends. What the disk and the file
still hold of it is then written over by `sweep`, which cannot be part of a transaction.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from db import models
from db.errors import StoreError, told_plainly
from db.guards import guards_resting
from db.journal import ERASED, ranges_of
from db.queries.belonging import Belonging, Unit, belonging, pointers
from db.recording import Recording, recording

if TYPE_CHECKING:
    from peewee import Model

    from db.engine import Store

_THESE = "IN (SELECT value FROM json_each(?))"
# Journal rows about no entry, or about one that stays, whose content names a child or a worker by number.
_NAMES_CHILD = (
    "json_extract(after, '$.child') = :id OR json_extract(before, '$.child') = :id"
    " OR EXISTS (SELECT 1 FROM json_each(after, '$.children') WHERE value = :id)"
)
_NAMES_WORKER = (
    "(j.entry_id IS NULL AND j.what <> 'opened_personal' AND json_extract(after, '$.worker') = :id"
    " AND json_extract(after, '$.child') IS NULL)"
    " OR EXISTS (SELECT 1 FROM json_each(after, '$.workers') WHERE value = :id)"
)
_OPENED_FILE = "j.what = 'opened_personal' AND json_extract(after, '$.worker') = :id"
_MENTIONS = {"child": _NAMES_CHILD, "supervision": _NAMES_WORKER, "own_file": _OPENED_FILE}
_DETAILS: tuple[type[Model], ...] = tuple(
    model for model in reversed(models.tables_of(models.Record)) if issubclass(model, models.Detail)
)


class ToErase(Struct, frozen=True):
    """A unit, with the notes (by number) or the drafts (by form) it consists of, or the reference of its child."""

    unit: Unit
    notes: tuple[int, ...] = ()
    drafts: tuple[str, ...] = ()
    reference: str = ""


def place_hold(store: Store, unit: Unit, reason: str, on: date, author: str) -> int:
    """A legal hold on `Unit("child", id)` or `Unit("worker", id)`; returns its entry."""
    child, worker = (unit.id, None) if unit.kind == "child" else (None, unit.id)
    with recording(store, author) as event:
        return event.add("legal_hold", models.LegalHold, child=child, worker=worker, on=on, reason=reason)


def lift_hold(store: Store, unit: Unit, hold: int, reason: str, on: date, author: str) -> int:
    """The hold lifted; returns the entry of the lifting."""
    child, worker = (unit.id, None) if unit.kind == "child" else (None, unit.id)
    with recording(store, author) as event:
        return event.add(
            "legal_hold_end", models.LegalHoldEnd, child=child, worker=worker, on=on, hold=hold, reason=reason
        )


def erase(store: Store, what: Sequence[ToErase], reason: str, on: date, backups_until: date, author: str) -> int:
    """Erase these units in one transaction, and write down that it was done; returns how many entries went.

    Nothing brings them back. Call `sweep` afterwards.
    """
    erased = 0
    with store.writing():
        store.database.execute_sql("PRAGMA secure_delete = ON")
        for one in what:
            with recording(store, author) as event:
                counts, rows = _Eraser(event, one).erase()
                number = sum(counts.values())
                event.identity(
                    models.Erasure,
                    kind=one.unit.kind,
                    entries=number,
                    counts=json.dumps(counts),
                    reason=reason,
                    erased_on=on,
                    backups_until=backups_until,
                    recorded_at=datetime.now(UTC),
                    recorded_by=author,
                )
                said = {"kind": one.unit.kind, "entries": number, "counts": dict(counts), "because": reason}
                event.note(ERASED, {**said, "backups_until": backups_until, "rows": ranges_of(rows)})
            erased += number
        store.database.execute_sql("INSERT OR REPLACE INTO setting (key, content) VALUES ('to_be_swept', 'true')")
    return erased


def sweep(store: Store) -> bool:
    """Write the file anew and empty the log beside it, so that no byte of what was erased is left in either.

    Whatever was ever deleted or replaced before leaves free space that still holds it; only VACUUM is rid of that.
    False where another program is reading just now, or there is no room on the disk: then it is still to be done.
    """
    database = store.database
    try:
        with told_plainly(store.path):
            database.connect(reuse_if_open=True)
            database.execute_sql("VACUUM")
            if database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                return False
            database.execute_sql("DELETE FROM setting WHERE key = 'to_be_swept'")
    except StoreError:
        return False
    return True


class _Eraser:
    """Takes one unit out of every table."""

    def __init__(self, event: Recording, what: ToErase) -> None:
        self.event, self.what, self.unit = event, what, what.unit
        self.database = event.store.database

    def erase(self) -> tuple[Counter[str], set[int]]:
        """(how many entries of each kind went, the journal rows whose contents went)."""
        if self.unit.kind == "drafts":
            return Counter({"draft": self._drop_drafts(self.what.drafts)}), set()
        found = belonging(self.event.store, self.unit, self.what.notes)
        counts = Counter(
            row[0]
            for row in self._asked(
                f"SELECT kind FROM entry WHERE corrects_id IS NULL AND id {_THESE} ORDER BY kind", found.entries
            )
        )
        rows = self._journal_rows(found)
        self._keep_name(found)
        hanging, loose, parts = pointers()
        tables = {table for table, _ in (*hanging, *loose, *parts)} | {_table(model) for model in _DETAILS}
        with guards_resting(self.database, sorted(tables | {"child", "worker", "snapshot", "journal_content"})):
            self._forget_kept(found)
            for table, column in loose:
                if table != "entry":  # every version goes with its first
                    self._touch_answered(table, column, found)
                self._run(f"UPDATE {table} SET {column} = NULL WHERE {column} {_THESE}", found.entries)
            for entry, child in found.elsewhere.items():
                self.database.execute_sql("UPDATE entry SET child_id = ? WHERE id = ?", (child, entry))
            for table, column in parts:
                self._run(f"DELETE FROM {table} WHERE {column} {_THESE}", found.entries)
            self._leave_sessions()
            for model in _DETAILS:
                self._run(f'DELETE FROM "{_table(model)}" WHERE entry_id {_THESE}', found.entries)
            self._run(f"DELETE FROM entry WHERE id {_THESE}", found.entries)
            self._drop_identity(found)
            self._run(f"DELETE FROM journal_content WHERE seq {_THESE}", rows)
        self._drop_drafts(self._drafts_about(found))
        self.event.touched_children |= set(found.elsewhere.values())
        return counts, rows

    def _journal_rows(self, found: Belonging) -> set[int]:
        """The rows of these entries, of those that stand elsewhere now, and those that name whom it is about."""
        entries = found.entries | found.elsewhere.keys()
        rows = {row[0] for row in self._asked(f"SELECT seq FROM journal WHERE entry_id {_THESE}", entries)}
        mentions = _MENTIONS.get(self.unit.kind)
        if mentions:
            sql = (
                f"SELECT j.seq FROM journal j JOIN journal_content c ON c.seq = j.seq WHERE j.what <> '{ERASED}'"
                f" AND ({mentions})"
            )
            rows |= {row[0] for row in self.database.execute_sql(sql, {"id": self.unit.id}).fetchall()}
        there = self._asked(f"SELECT seq FROM journal_content WHERE seq {_THESE}", rows)
        return {row[0] for row in there}

    def _keep_name(self, found: Belonging) -> None:
        """The worker's name alone, where records that stay name them."""
        known = self._asked(
            "SELECT d.name, d.name_key, d.leaves FROM worker_details d JOIN entry e ON e.id = d.entry_id"
            f" WHERE e.id {_THESE} ORDER BY e.id DESC LIMIT 1",
            found.entries,
        )
        if found.name_stays and known:
            name, key, leaves = known[0]
            self.event.add(
                "worker",
                models.WorkerDetails,
                worker=self.unit.id,
                name=name,
                name_key=key,
                leaves=date.fromisoformat(leaves) if leaves else None,
            )

    def _forget_kept(self, found: Belonging) -> None:
        self._run(f"DELETE FROM open_item WHERE entry_id {_THESE}", found.entries)
        if self.unit.kind == "child":
            self.database.execute_sql("DELETE FROM child_now WHERE child_id = ?", (self.unit.id,))
        elif self.unit.kind == "supervision":
            self.database.execute_sql("DELETE FROM worker_now WHERE worker_id = ?", (self.unit.id,))
        if self.unit.kind in ("supervision", "own_file") and self.unit.id is not None:
            self.event.touched_workers.add(self.unit.id)

    def _touch_answered(self, table: str, column: str, found: Belonging) -> None:
        """Who stays, and was answered by an entry that goes: what is open about them is worked out again."""
        for child, worker in self._asked(
            f"SELECT e.child_id, e.worker_id FROM {table} t JOIN entry e ON e.id = t.{column}"
            f" WHERE t.entry_id {_THESE}",
            found.entries,
        ):
            if child is None:
                self.event.touched_workers.add(worker)
            elif (self.unit.kind, self.unit.id) != ("child", child):
                self.event.touched_children.add(child)

    def _leave_sessions(self) -> None:
        """Whom it is about was not at any session any more; the session stays with the others."""
        if self.unit.kind == "child":
            self.database.execute_sql("DELETE FROM session_child WHERE child_id = ?", (self.unit.id,))
        elif self.unit.kind == "supervision":
            self.database.execute_sql("DELETE FROM session_worker WHERE worker_id = ?", (self.unit.id,))

    def _drop_identity(self, found: Belonging) -> None:
        """The child or worker as such, and what imports could not read: nothing says whose cell that was."""
        if self.unit.kind == "child":
            self.database.execute_sql("DELETE FROM child WHERE id = ?", (self.unit.id,))
        elif self.unit.kind == "supervision" and not found.name_stays:
            self.database.execute_sql("DELETE FROM worker WHERE id = ?", (self.unit.id,))
        if self.unit.kind in ("child", "supervision"):
            self.database.execute_sql("UPDATE snapshot SET refused = '[]' WHERE refused <> '[]'")

    def _drafts_about(self, found: Belonging) -> list[str]:
        """The drafts that were typed about whom it is about, about an entry of theirs, or that name the child."""
        who = f"{'child' if self.unit.kind == 'child' else 'worker'}:{self.unit.id}"
        numbers = {str(entry) for entry in found.entries}
        named = re.compile(rf"(?<!\w){re.escape(self.what.reference)}(?!\w)", re.IGNORECASE)
        return [
            form
            for form, content in self.database.execute_sql("SELECT form, content FROM draft").fetchall()
            if form.endswith(f":{who}")
            or form.partition(":")[2] in numbers
            or (self.unit.kind == "supervision" and form.startswith(f"in_session:{self.unit.id}:"))
            or (self.what.reference and named.search(" ".join((form, *map(str, json.loads(content).values())))))
        ]

    def _drop_drafts(self, forms: Iterable[str]) -> int:
        gone = list(forms)
        self._run(f"DELETE FROM draft WHERE form {_THESE}", gone)
        return len(gone)

    def _run(self, sql: str, values: Collection[Any]) -> None:
        self.database.execute_sql(sql, (json.dumps(list(values)),))

    def _asked(self, sql: str, values: Collection[Any]) -> list[Any]:
        rows: list[Any] = self.database.execute_sql(sql, (json.dumps(list(values)),)).fetchall()
        return rows


def _table(model: type[Model]) -> str:
    shape: Any = model._meta
    return str(shape.table_name)
