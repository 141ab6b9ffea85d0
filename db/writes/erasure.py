"""Legal holds, and records erased for good: the rows, what is kept of them, the journal's contents, the drafts.

One transaction: all of it goes or nothing does, and the guards stand again before it ends. What the disk and the file
still hold of it is then written over by `sweep`, which cannot be part of a transaction.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct

from db import models, stored
from db.errors import StoreError
from db.images import every_part
from db.journal import ERASED, PROGRAM, TAKEN_UP, ranges_of
from db.models import name_of
from db.queries.ownership import Belonging, Unit, belonging, pointers
from db.question import batched, places
from db.reading import read_as
from db.recording import Recording, recording
from db.sweeping import TO_BE_SWEPT
from db.taking_up import as_they_stand, part_as_it_stands
from db.touched import reach
from db.writes.settings import set_setting
from oversight_tui.practice import records
from oversight_tui.practice.ids import EntryId, Subject, WorkerId, child_of, worker_of
from oversight_tui.practice.naming import is_named
from oversight_tui.practice.records import parts

if TYPE_CHECKING:
    from db.engine import Store

_DETAILS = tuple(table for table in reversed(models.tables_of(models.Record)) if issubclass(table, models.Detail))


class ToErase(Struct, frozen=True):
    """A unit, with the notes (by number) or the drafts (by form) it consists of, and by what names and reference the
    child or worker is known.
    """

    unit: Unit
    notes: tuple[EntryId, ...] = ()
    drafts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def place_hold(store: Store, about: Subject, reason: str, on: date, author: str) -> EntryId:
    """A legal hold on a child or a worker; returns its entry."""
    with recording(store, author) as event:
        return event.add(records.LegalHold(reason), child=child_of(about), worker=worker_of(about), on=on)


def lift_hold(store: Store, about: Subject, hold: EntryId, reason: str, on: date, author: str) -> EntryId:
    """The hold lifted; returns the entry of the lifting."""
    with recording(store, author) as event:
        return event.add(records.LegalHoldEnd(hold, reason), child=child_of(about), worker=worker_of(about), on=on)


def erase(store: Store, what: Sequence[ToErase], reason: str, on: date, backups_until: date, author: str) -> int:
    """Erase these units in one transaction, and write down that it was done; returns how many entries went.

    Nothing brings them back. Call `sweep` afterwards.
    """
    erased = 0
    with store.writing():
        set_setting(store, TO_BE_SWEPT, True, author)
        for one in what:
            with recording(store, author) as event:
                counts, rows = _Eraser(event, one).erase()
                number = sum(counts.values())
                event.add_part(
                    parts.Erasure(
                        kind=one.unit.kind,
                        entries=number,
                        counts=json.dumps(counts),
                        reason=reason,
                        erased_on=on,
                        backups_until=backups_until,
                        recorded_at=datetime.now(UTC),
                        recorded_by=author,
                    ),
                    also={"rows": ranges_of(rows)},
                )
            erased += number
    return erased


def sweep(store: Store) -> bool:
    """Write the file anew and empty the log beside it, so that no byte of what was erased is left in either.

    Whatever was ever deleted or replaced before leaves free space that still holds it; only VACUUM is rid of that.
    False where another program is reading just now, or there is no room on the disk: then it is still to be done.
    """
    try:
        with store.writing():
            pass  # a plain file that was sealed says that somebody writes to it, before it is another one
        if not store.file.write_anew():
            return False
        set_setting(store, TO_BE_SWEPT, False, PROGRAM)
    except StoreError:
        return False
    return True


class _Eraser:
    """Takes one unit out of every table."""

    def __init__(self, event: Recording, what: ToErase) -> None:
        self.event, self.what, self.unit = event, what, what.unit
        self.store = event.store

    def erase(self) -> tuple[Counter[str], set[int]]:
        """(how many entries of each kind went, the journal rows whose contents went)."""
        if self.unit.kind == "drafts":
            return Counter({"draft": self._drop_drafts(self.what.drafts)}), set()
        with self.store.engine.guards_resting(()):  # whoever erases finds others' notes about whom it is
            found = belonging(self.store, self.unit, self.what.notes)
            kinds = self._asked("SELECT kind FROM entry WHERE corrects_id IS NULL AND id IN ({ids})", found.entries)
            rows = self._journal_rows(found)
        counts = Counter(sorted(row[0] for row in kinds))
        self._keep_name(found)
        hanging, loose, own_parts = pointers()
        tables = {table for table, _ in (*hanging, *loose, *own_parts)} | {name_of(table) for table in _DETAILS}
        self.event.touch(reach(self.store, (), found.entries))
        self._forget_months(found)
        with self.store.engine.guards_resting(sorted(tables | {"child", "worker", "snapshot", "journal_content"})):
            self._forget_derived(found)
            otherwise = set(found.elsewhere)
            for table, column in loose:
                if table != "entry":  # every version goes with its first
                    pointing = f"SELECT entry_id FROM {table} WHERE {column} IN ({{ids}})"
                    otherwise |= {EntryId(row[0]) for row in self._asked(pointing, found.entries)}
                self._run(f"UPDATE {table} SET {column} = NULL WHERE {column} IN ({{ids}})", found.entries)
            for entry, child in found.elsewhere.items():
                self.store.run("UPDATE entry SET child_id = ? WHERE id = ?", (child, entry))
            for table, column in own_parts:
                self._run(f"DELETE FROM {table} WHERE {column} IN ({{ids}})", found.entries)
            self._leave_sessions()
            for detail in _DETAILS:
                self._run(f'DELETE FROM "{name_of(detail)}" WHERE entry_id IN ({{ids}})', found.entries)
            self._run("DELETE FROM entry WHERE corrects_id IS NOT NULL AND id IN ({ids})", found.entries)
            self._run("DELETE FROM entry WHERE id IN ({ids})", found.entries)
            self._drop_identity(found)
            rows |= self._lines_of_imports(self._forget_unread())
            told = self._told_by(rows)
            self._run("DELETE FROM journal_content WHERE seq IN ({ids})", rows)
        self._take_up(otherwise | told.entries, told.parts)
        self._drop_drafts(self._drafts_about(found))
        self.store.engine.forget_drafts_of_others(self._whom(), [str(one) for one in found.entries], self._names(found))
        self.event.touched_children |= set(found.elsewhere.values())
        return counts, rows

    def _forget_months(self, found: Belonging) -> None:
        """Before the rows go: which months they concern is read from them."""
        for entry in found.entries | found.elsewhere.keys():
            self.event.months.changes(entry)
        self.event.forget_months()

    def _journal_rows(self, found: Belonging) -> set[int]:
        """The rows of these entries, of those that stand elsewhere now, and those that name whom it is about."""
        entries = found.entries | found.elsewhere.keys()
        rows = {row[0] for row in self._asked("SELECT seq FROM journal WHERE entry_id IN ({ids})", entries)}
        rows |= {line.seq for line in self._lines_that_may_mention() if self._mentioned_in(line, found)}
        return {row[0] for row in self._asked("SELECT seq FROM journal_content WHERE seq IN ({ids})", rows)}

    def _lines_that_may_mention(self) -> list[_Line]:
        """The journal's lines in whose text the number stands at the right word, or in a list of any numbers."""
        word = "child" if self.unit.kind == "child" else "worker"
        number, several = f'%"{word}":{self.unit.id}%', f'%"{"children" if word == "child" else "workers"}":[%'
        sql = (
            "SELECT j.seq, j.what, j.entry_id, c.before, c.after FROM journal j"
            " JOIN journal_content c ON c.seq = j.seq"
            " WHERE j.what <> ? AND (c.after LIKE ? OR c.before LIKE ? OR c.after LIKE ?)"
        )
        return read_as(_Line, _Line.__struct_fields__, self.store.rows(sql, (ERASED, number, number, several)))

    def _mentioned_in(self, line: _Line, found: Belonging) -> bool:
        """Whether a line about no entry, or about one that stays, names the child or worker by number."""
        number = self.unit.id
        before, after = stored.content(line.before or "{}"), stored.content(line.after or "{}")
        if self.unit.kind == "child":
            return number in (after.get("child"), before.get("child"), *after.get("children", ()))
        opened_file = line.what == "opened_personal"
        if self.unit.kind == "own_file":
            return opened_file and bool(after.get("worker") == number)
        part = after.get("part", line.what)
        if part == parts.Worker.journal_name and found.name_stays:
            return False
        if part == parts.SessionWorker.journal_name:
            return bool(after.get("worker") == number)
        about_worker = line.entry_id is None and not opened_file and after.get("worker") == number
        return (about_worker and after.get("child") is None) or number in after.get("workers", ())

    def _keep_name(self, found: Belonging) -> None:
        """The worker's name alone, where records that stay name them."""
        known = self._asked(
            "SELECT e.id, d.name, d.name_key, d.leaves FROM worker_details d JOIN entry e ON e.id = d.entry_id"
            " WHERE e.id IN ({ids})",
            found.entries,
        )
        if found.name_stays and known and self.unit.id is not None:
            _, name, key, leaves = max(known)
            details = records.WorkerDetails(name, key, leaves=stored.day(leaves) if leaves else None)
            self.event.add(details, worker=WorkerId(self.unit.id), on=None)

    def _forget_derived(self, found: Belonging) -> None:
        self._run("DELETE FROM open_item WHERE entry_id IN ({ids})", found.entries)
        self._run("DELETE FROM unwritten WHERE session_id IN ({ids})", found.entries)
        self._run("DELETE FROM said WHERE entry_id IN ({ids})", found.entries)
        if self.unit.kind == "child":
            self.store.run("DELETE FROM child_now WHERE child_id = ?", (self.unit.id,))
            self.store.run("DELETE FROM unwritten WHERE child_id = ?", (self.unit.id,))
            self.store.run("DELETE FROM said WHERE child_id = ?", (self.unit.id,))
        elif self.unit.kind == "supervision":
            self.store.run("DELETE FROM worker_now WHERE worker_id = ?", (self.unit.id,))
            self.store.run("DELETE FROM said WHERE worker_id = ?", (self.unit.id,))

    def _leave_sessions(self) -> None:
        """Whom it is about was not at any session any more; the session stays with the others."""
        if self.unit.kind == "child":
            self.store.run("DELETE FROM session_child WHERE child_id = ?", (self.unit.id,))
        elif self.unit.kind == "supervision":
            self.store.run("DELETE FROM session_worker WHERE worker_id = ?", (self.unit.id,))

    def _drop_identity(self, found: Belonging) -> None:
        """The child or worker as such."""
        if self.unit.kind == "child":
            self.store.run("DELETE FROM child WHERE id = ?", (self.unit.id,))
        elif self.unit.kind == "supervision" and not found.name_stays:
            self.store.run("DELETE FROM worker WHERE id = ?", (self.unit.id,))

    def _forget_unread(self) -> set[int]:
        """What imports could not read goes too: nothing says whose cell that was. Returns the imports."""
        if self.unit.kind not in ("child", "supervision"):
            return set()
        imports = {row[0] for row in self.store.rows("SELECT id FROM snapshot WHERE refused <> '[]'")}
        self.store.run("UPDATE snapshot SET refused = '[]' WHERE refused <> '[]'")
        return imports

    def _lines_of_imports(self, imports: Collection[int]) -> set[int]:
        """The journal rows that say what these imports could not read."""
        lines = self.store.rows(
            "SELECT j.seq, c.after FROM journal j JOIN journal_content c ON c.seq = j.seq WHERE j.what IN (?, ?)"
            " AND c.after LIKE '%\"refused\":%'",
            (parts.Snapshot.journal_name, TAKEN_UP),
        )
        number = parts.Snapshot.number_as
        return {seq for seq, after in lines if stored.content(after).get(number) in imports}

    def _told_by(self, rows: Collection[int]) -> _Told:
        """What these journal rows tell of, which may stay without them."""
        entries: set[EntryId] = set()
        numbers: set[tuple[type[parts.Part], int]] = set()
        sql = (
            "SELECT j.seq, j.what, j.entry_id, c.before, c.after FROM journal j"
            " JOIN journal_content c ON c.seq = j.seq WHERE j.seq IN ({ids})"
        )
        by_name = {kind.journal_name: kind for kind in every_part()}
        for line in read_as(_Line, _Line.__struct_fields__, self._asked(sql, rows)):
            after = stored.content(line.after or "{}")
            part = by_name.get(after.get("part", line.what))
            if part is not None:
                numbers.add((part, after.get(part.number_as, 0)))
            elif line.entry_id is not None:
                entries.add(line.entry_id)
        return _Told(entries, numbers)

    def _take_up(self, entries: Collection[EntryId], numbers: Collection[tuple[type[parts.Part], int]]) -> None:
        """A line of each of these that stays, which is not as it was or has lost its line."""
        for line in as_they_stand(self.store, sorted(entries)):
            self.event.line(line)
        for kind, number in numbers:
            for line in part_as_it_stands(self.store, kind, number):
                self.event.line(line)

    def _drafts_about(self, found: Belonging) -> list[str]:
        """The drafts that were typed about whom it is about, about an entry of theirs, or that name them, unless the
        name stays in records.
        """
        who, names = self._whom(), self._names(found)
        numbers = {str(entry) for entry in found.entries}
        return [
            form
            for form, content in self.store.rows("SELECT form, content FROM draft")
            if form.endswith(f":{who}")
            or form.partition(":")[2] in numbers
            or (self.unit.kind == "supervision" and form.startswith(f"in_session:{self.unit.id}:"))
            or any(is_named(said, names) for said in (form, *map(str, stored.content(content).values())))
        ]

    def _whom(self) -> str:
        """How a form's draft says whom it is about."""
        return f"{'child' if self.unit.kind == 'child' else 'worker'}:{self.unit.id}"

    def _names(self, found: Belonging) -> tuple[str, ...]:
        """By which names whoever is erased is known in drafts; none where the name stays."""
        return () if found.name_stays or self.unit.kind == "own_file" else tuple(self.what.names)

    def _drop_drafts(self, forms: Iterable[str]) -> int:
        gone = list(forms)
        for form in gone:
            self.store.run("DELETE FROM draft WHERE form = ?", (form,))
        return len(gone)

    def _run(self, sql: str, ids: Collection[int]) -> None:
        for some in batched(ids):
            self.store.run(sql.format(ids=places(some)), some)

    def _asked(self, sql: str, ids: Collection[int]) -> list[Any]:
        return [row for some in batched(ids) for row in self.store.rows(sql.format(ids=places(some)), some)]


class _Told(NamedTuple):
    """Entries, and rows that are no entries, by kind and number."""

    entries: set[EntryId]
    parts: set[tuple[type[parts.Part], int]]


class _Line(Struct, frozen=True):
    """A line of the journal with its content."""

    seq: int
    what: str
    entry_id: EntryId | None
    before: str | None
    after: str | None
