"""The store: what is asked and recorded in it, wherever it is kept (`db.engines`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.ends import what_was_last
from db.engines import Engine
from db.engines.sqlite_file import SqliteFile, StoreLocked
from db.errors import StoreError
from db.key import Key
from db.moved import MAY_HAVE_MOVED, MovedTo, StoreMoved, moved_to
from db.outside import Outside
from db.settled import Settled

if TYPE_CHECKING:
    from peewee import SqliteDatabase

_TICK = timedelta(microseconds=1)
_JUST_NOW = timedelta(seconds=1)  # a newest event that is further ahead was recorded by a clock that was wrong

__all__ = ["Store", "StoreLocked"]


class Store:
    """An open store. `created` says that it was new; `repaired` names guards that were missing and put back, `settled`
    what broken-off work had left and what became of it.

    `began` is when the write transaction in hand began, in UTC, and never the same twice: everything recorded in it has
    this one time, and is by this one event. `outside` is what was seen of the store outside it, in the folder
    `anchors`; `backups` the folder of backups, None where none are made; `backup_problem` why there is none of before
    the store was brought up to date.

    `recorded_by` is the day by whose end it is asked what had been recorded, None where for all; then nothing is to be
    recorded. `moved` says where it was carried, None while it is in use; then nothing can be recorded.
    """

    def __init__(self, engine: Engine, outside: Outside, *, created: bool = False, backups: Path | None = None) -> None:
        self.engine = engine
        self.created = created
        self.repaired: frozenset[str] = frozenset()
        self.settled = Settled()
        self.outside = outside
        self.backups = backups
        self.backup_problem: str | None = None
        self.began = datetime.min.replace(tzinfo=UTC)
        self.recorded_by: date | None = None
        self.moved: MovedTo | None = None

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is to be said of the store before anything else is done with it, each in a sentence or two: that it is
        not what was seen of it, that its guards were taken away, that it was carried elsewhere.
        """
        moved = (self.moved.remark,) if self.moved is not None else ()
        if not self.repaired:
            return (*moved, *self.outside.doubts)
        number = len(self.repaired)
        changed = (
            f"Somebody changed the store {self.engine.place} past the program: its guards or views were not as they "
            f"should be, in {number} {'place' if number == 1 else 'places'}, and were put right now. `oversight "
            "verify` says whether a record was touched."
        )
        return (*moved, *self.outside.doubts, changed)

    @contextmanager
    def reading(self, *, often: bool = False) -> Iterator[None]:
        """One read transaction: every question inside sees the same moment. `often` that these are asked again and
        again. Joins one that is already open.
        """
        with self._transaction(writing=False, often=often):
            yield

    @contextmanager
    def writing(self, *, often: bool = False) -> Iterator[None]:
        """One write transaction: all of it is kept or none. `often` that the like is done again and again. Joins one
        that is already open. Raises StoreMoved.
        """
        with self._transaction(writing=True, often=often):
            yield

    @contextmanager
    def _transaction(self, *, writing: bool, often: bool = False) -> Iterator[None]:
        if self.engine.in_transaction():
            yield
            return
        try:
            with self.engine.transaction(writing=writing, often=often):
                if writing:
                    self.began = self._a_moment_of_its_own(self._last_if_here())
                    self.outside.session_begins(self)
                yield
        except BaseException:
            self.outside.dropped()
            raise
        self.outside.committed()

    def look_whether_moved(self) -> None:
        """Ask whether the store was carried elsewhere: when it is opened, and when others have written."""
        if what_was_last(self)[1] in MAY_HAVE_MOVED:
            self.moved = moved_to(self)

    def _last_if_here(self) -> datetime | None:
        """When the newest event was. Raises StoreMoved where the store was carried elsewhere, by whichever program."""
        at, what = what_was_last(self)
        if what in MAY_HAVE_MOVED:
            self.moved = moved_to(self)
            if self.moved is not None:
                raise StoreMoved(self.moved.refusal)
        return at

    def _a_moment_of_its_own(self, last: datetime | None) -> datetime:
        """Now, or the moment after the newest event where that is of just now too, by whichever program."""
        now = max(datetime.now(UTC) + self.engine.clock_ahead(), self.began + _TICK)
        return last + _TICK if last is not None and now <= last < now + _JUST_NOW else now

    # --- SQL that is written out ---------------------------------------------------------------------

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        """The rows that a statement answers with, as tuples of raw values; each `?` in it stands for one value."""
        return self.engine.rows(sql, values)

    def batches(self, sql: str, values: Sequence[object] = ()) -> Iterator[list[Any]]:
        """The same rows, some at a time, so that never all of them are there twice."""
        return self.engine.batches(sql, values)

    def row(self, sql: str, values: Sequence[object] = ()) -> Any:
        """The first row that a statement answers with, None where there is none."""
        return self.engine.row(sql, values)

    def run(self, sql: str, values: Sequence[object] = ()) -> None:
        """Do what a statement says; each `?` in it stands for one value."""
        self.engine.run(sql, values)

    def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Do what a statement says once for each row of values."""
        self.engine.run_many(sql, rows)

    def last_number(self, table: str) -> int:
        """The highest number that a row of a table was ever given, also where the row has gone; 0 for none."""
        return self.engine.last_number(table)

    # --- A store in a file ----------------------------------------------------------------------------

    @property
    def file(self) -> SqliteFile:
        """The file it is kept in. Raises StoreError for a store on a server."""
        if not isinstance(self.engine, SqliteFile):
            raise StoreError(
                "That is done with a store in a file. This one is on a server: whoever keeps the server does it there."
            )
        return self.engine

    @property
    def on_a_server(self) -> bool:
        """Whether it is kept by a server, and not in a file of this machine."""
        return not isinstance(self.engine, SqliteFile)

    @property
    def name(self) -> str:
        """The name of its file without the folder, or of the server and the database."""
        return self.file.path.name if not self.on_a_server else self.engine.place

    @property
    def path(self) -> Path:
        """Where its file is. Raises StoreError for a store on a server."""
        return self.file.path

    @property
    def database(self) -> SqliteDatabase:
        """SQLite itself. Raises StoreError for a store on a server."""
        return self.file.database

    @property
    def encrypted(self) -> bool:
        """Whether it is a file with a passphrase."""
        return isinstance(self.engine, SqliteFile) and self.engine.encrypted

    @property
    def key(self) -> Key | None:
        """The key of an encrypted store, None for a plain one. Raises StoreLocked."""
        return self.file.key

    @property
    def locked(self) -> bool:
        """Whether the key was dropped."""
        return isinstance(self.engine, SqliteFile) and self.engine.locked

    def lock(self) -> None:
        """Close every connection and drop the key."""
        if not self.encrypted:
            raise StoreError(
                "This store has no passphrase, so that it cannot be locked: `oversight passphrase` sets one."
            )
        self.close()
        self.file.lock()

    def unlock(self, key: Key) -> None:
        """Take the key again. Raises WrongKey, and stays locked."""
        self.file.unlock(key)

    # --- Others -----------------------------------------------------------------------------------

    def close(self) -> None:
        """Leave the store; the last to leave a plain file seals it."""
        self.engine.close()
        self.outside.left()

    def leave_thread(self) -> None:
        """Give up what this thread holds of the store; its next transaction begins anew."""
        self.engine.leave_thread()
