"""Everything in a store as one JSON file: a second way out besides backups, for other programs and another store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from db import whole_rows
from db.anchor import Head as Newest
from db.ends import end_of
from db.migrations import SCHEMA_VERSION
from db.verification import verify
from oversight_tui.clock import now
from oversight_tui.exchange.dump_file import VERSION, Head, JournalEnd, Table, written
from oversight_tui.services.exporting.face import face_of, note_exported
from oversight_tui.services.exporting.to_file import NotWritten, write_pieces

if TYPE_CHECKING:
    from db.engine import Store


class Dumped(Struct, frozen=True):
    """What was written: how many tables and rows, and the newest row of the journal in it."""

    tables: int
    rows: int
    end: Newest


def write_dump(store: Store, path: Path, today: date, marking: str) -> Dumped:
    """Write it, streamed; the journal says so before the file is there, and the file has that line too.

    Raises NotWritten, also where the store would not verify: such a dump could not be read back.
    """
    _refuse_unsound(store)
    with store.writing():
        note_exported(store, "dump", {"personal": True, "on": today.isoformat()})
    counted: dict[str, int] = {}
    with store.reading():
        end = end_of(store)
        assert end is not None  # the line that was just written at the latest
        face = face_of(store, today, marking)
        head = Head(
            version=VERSION,
            schema=SCHEMA_VERSION,
            made_at=now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            made_by=face.by,
            marking=face.marking,
            as_of=face.as_of.isoformat(),
            data_as_at=face.data_as_at.isoformat() if face.data_as_at else None,
            personal=True,
        )
        numbers = whole_rows.numbers_given_out(store)
        write_pieces(path, written(head, _tables(store, counted), numbers, JournalEnd(end.seq, end.hash)))
    return Dumped(len(counted), sum(counted.values()), end)


def _refuse_unsound(store: Store) -> None:
    """What was seen of the store outside it, and guards that were put right, are no faults of its rows."""
    found = verify(store)
    faults = [one for one in found.faults if one not in (*store.outside.doubts, *found.guards)]
    if faults:
        raise NotWritten(
            f"No dump was made: the store is not as it was written ({faults[0]}) `oversight verify` says all of it."
        )


def _tables(store: Store, counted: dict[str, int]) -> Iterator[Table]:
    """Each table; `counted` has its rows once they were gone through."""

    def rows(name: str) -> Iterator[whole_rows.Row]:
        counted[name] = 0
        for row in whole_rows.rows_of(store, name):
            counted[name] += 1
            yield row

    for name, columns in whole_rows.tables().items():
        yield Table(name, columns, rows(name))
