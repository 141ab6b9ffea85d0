"""A store in a database of a PostgreSQL server: the same questions over one connection for each thread.

Who writes holds a lock of the whole store until the transaction ends, as with a file: the journal stays one chain, and
no number is given twice. Who reads sees one moment and waits for nobody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any, cast

import psycopg
from psycopg import Connection
from psycopg.pq import TransactionStatus

from db.engines import LAID_OVER_ALREADY, InHand, Values
from db.engines.postgres_connections import SCHEMAS, Connections
from db.engines.postgres_watch import Watch
from db.engines.postgres_words import sentence_for, spelled
from db.errors import StoreError
from db.server.address import Address
from db.server.outcome import became_of
from db.server.shape import disturbed, misshapen
from oversight_tui.practice.ids import ChildId, WorkerId

_ROWS_AT_ONCE = 200
_MOST_VALUES = 30_000  # of one statement: the protocol takes 65,535
_OF_THE_WRITER = 0x4F565253  # the lock that whoever writes holds: "OVRS"
_MANY_ROWS = 500
# Of many rows that are put in the server has no figures before the transaction ends, and no plan of before fits them.
_PLANNED_ANEW = b"SET LOCAL plan_cache_mode = force_custom_plan"
# Views over views are planned step by step: to weigh every order of so many tables takes longer than the answer.
_LAY_OVER = (
    b"SAVEPOINT laid_over; SET LOCAL plan_cache_mode = auto; "
    b"SET LOCAL join_collapse_limit = 6; SET LOCAL from_collapse_limit = 6"
)
_OF_ONE_MOMENT = " ISOLATION LEVEL REPEATABLE READ"
# One plan for whatever values: otherwise some are planned anew each time, which takes longer than the answer.
_OF_ONE_PLAN = "; SET LOCAL plan_cache_mode = force_generic_plan"
_ONE_AT_A_TIME = (
    f"; SELECT pg_advisory_xact_lock({_OF_THE_WRITER}); SELECT pg_current_xact_id()::text, clock_timestamp()"
)


class PostgresServer:
    """A store at an address, of which the password is known where one is needed. `schemas` is where its tables are
    looked for.
    """

    def __init__(self, address: Address, password: str | None = None, schemas: str = SCHEMAS) -> None:
        self.address = address
        self._connections = Connections(address, password, schemas)
        self._watch = Watch(self._connections.another, self._connections.is_own)
        self._ahead = timedelta()

    @property
    def place(self) -> str:
        """The name of the server and of the database."""
        return self.address.shown

    def clock_ahead(self) -> timedelta:
        """How far the server's clock was before that of this machine when the transaction in hand began."""
        return self._ahead

    def connect(self) -> None:
        """Connect this thread. Raises StoreError, of which NeedsPassword is a kind."""
        self._connections.own()

    # --- Transactions -------------------------------------------------------------------------------

    def in_transaction(self) -> bool:
        """Whether this thread has begun a transaction."""
        return self._connections.thread.begun

    @contextmanager
    def transaction(self, *, writing: bool, often: bool = False) -> Iterator[None]:
        """One transaction; a reading one sees one moment, of writing ones there is one at a time."""
        begin = f"BEGIN{'' if writing else _OF_ONE_MOMENT}{_OF_ONE_PLAN if often else ''}"
        with self._told(writing=writing):
            connection, number = self._begun(begin, writing=writing)
            self._connections.thread.begun, self._connections.thread.writes = True, writing
            try:
                yield
            except BaseException:
                self._roll_back(connection)
                raise
            finally:
                self._connections.thread.begun = self._connections.thread.writes = False
            self._commit(connection, number)

    def _begun(self, begin: str, *, writing: bool) -> tuple[Connection[Any], str | None]:
        """Begin; returns the connection, and the transaction's number where it writes. A connection that was lost since
        it was used last is made anew, once: nothing was asked in it yet.
        """
        connection = self._connections.own()
        try:
            return connection, self._begin(connection, begin, writing=writing)
        except psycopg.OperationalError:
            self._roll_back(connection)
            if not connection.closed:
                raise
        connection = self._connections.own()
        return connection, self._begin(connection, begin, writing=writing)

    def _begin(self, connection: Connection[Any], begin: str, *, writing: bool) -> str | None:
        if not writing:
            connection.execute(begin.encode())
            return None
        answered = connection.execute(f"{begin}{_ONE_AT_A_TIME}".encode())
        while answered.nextset():
            pass
        number, now = cast("tuple[str, datetime]", answered.fetchone())
        self._ahead = now - datetime.now(UTC)
        return number

    def _roll_back(self, connection: Connection[Any]) -> None:
        """Give up what is in hand; a connection that does not take that is closed, and the next one made anew."""
        with suppress(psycopg.Error):
            connection.execute(b"ROLLBACK")
        if connection.info.transaction_status != TransactionStatus.IDLE:
            connection.close()

    def _commit(self, connection: Connection[Any], number: str | None) -> None:
        """Commit. Where the answer to it is lost, the server is asked what became of the transaction."""
        try:
            connection.execute(b"COMMIT")
        except psycopg.OperationalError as error:
            self._roll_back(connection)
            if number is None:
                raise
            kept = became_of(number, self._connections.another)
            if kept is None:
                raise StoreError(
                    f"The connection to {self.place} was lost just as it was saving. Whether it was saved is not "
                    "known: look at the page when the server is back, before you save it again."
                ) from error
            if not kept:
                raise

    @contextmanager
    def _told(self, *, writing: bool = False) -> Iterator[None]:
        """What the server raises inside becomes StoreError, in a sentence that repeats nothing of what it says; that
        nothing was saved is part of it where something was to be.
        """
        writes = writing or self._connections.thread.writes
        try:
            yield
        except psycopg.Error as error:
            raise sentence_for(error, self.address, writing=writes) from error

    # --- SQL ----------------------------------------------------------------------------------------

    def rows(self, sql: str, values: Values) -> list[Any]:
        """All rows that a statement answers with."""
        found: list[Any] = self._execute(sql, values).fetchall()
        return found

    def batches(self, sql: str, values: Values) -> Iterator[list[Any]]:
        """The same rows, some at a time."""
        answered = self._execute(sql, values)
        while batch := answered.fetchmany(_ROWS_AT_ONCE):
            yield batch

    def row(self, sql: str, values: Values) -> Any:
        """The first row, None where there is none."""
        return self._execute(sql, values).fetchone()

    def run(self, sql: str, values: Values) -> None:
        """Do what a statement says."""
        self._execute(sql, values)

    def execute(self, statements: str) -> Any:
        """Do what statements say that take no values, as many as stand there; returns the answer to the last."""
        with self._told():
            return self._connections.own().execute(statements.encode())

    def as_kept(self, login: str, password: str) -> str:
        """A password in the form in which the server keeps it, which nobody can log in with."""
        with self._told():
            kept = self._connections.own().pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
        return kept.decode()

    def run_many(self, sql: str, rows: Iterable[Values]) -> None:
        """Do what a statement says once for each row of values; rows that are put in go many at once."""
        head, marker, after = sql.partition(" VALUES (")
        places, _, tail = after.partition(")")
        waiting = iter(rows)
        if not marker or set(places) - {"?", ",", " "}:
            with self._connections.own().cursor() as cursor:
                cursor.executemany(spelled(sql), [tuple(row) for row in waiting])
            return
        at_once = max(1, _MOST_VALUES // places.count("?"))
        while some := list(islice(waiting, at_once)):
            if len(some) > _MANY_ROWS:
                self._connections.own().execute(_PLANNED_ANEW)
            listed = ", ".join([f"({places})"] * len(some))
            self._execute(f"{head} VALUES {listed}{tail}", [value for row in some for value in row], kept=False)

    def _execute(self, sql: str, values: Values, *, kept: bool | None = None) -> Any:
        if self._connections.thread.laid_over:
            kept = False
        return self._connections.own().execute(spelled(sql), tuple(values), prepare=kept)

    # --- Numbers ------------------------------------------------------------------------------------

    def last_number(self, table: str) -> int:
        """The highest number that a row of a table was ever given, also where the row has gone; 0 for none."""
        row = self.row("SELECT number FROM number_given WHERE name = ?", (table,))
        return int(row[0]) if row else 0

    def with_a_last_number(self) -> list[str]:
        """The tables of which the highest number is kept."""
        return [name for (name,) in self.rows("SELECT name FROM number_given WHERE number > 0", ())]

    def set_last_number(self, table: str, number: int) -> None:
        """Remember that number as the highest that a row of the table was ever given; only the owner may."""
        self.run("UPDATE number_given SET number = ? WHERE name = ?", (number, table))

    def within_reach(
        self, children: Collection[ChildId], workers: Collection[WorkerId]
    ) -> tuple[Collection[ChildId], Collection[WorkerId]]:
        """Those of whom the login may see all; the others are left to the next who may."""
        rows = self.rows("SELECT about, id FROM main.within_reach(?, ?)", (sorted(children), sorted(workers)))
        here = {about: {number for what, number in rows if what == about} for about in ("child", "worker")}
        return here["child"], here["worker"]

    def forget_drafts_of_others(self, about: str, forms: Collection[str], names: Collection[str]) -> None:
        """The drafts of other logins about whom is erased, which nobody reads for it."""
        letters = ([re.escape(one) for one in name if one.isalnum()] for name in names)
        named = ["\\m" + "\\W*".join(one) + "\\M" for one in letters if one]
        self.run("SELECT main.forget_drafts(?, ?, ?)", (about, list(forms), named))

    # --- What is allowed for a while ------------------------------------------------------------------

    @contextmanager
    def laying_over(self) -> Iterator[None]:
        """Inside, temporary tables and views of the same names lie over those of the store; with the end they go.

        A statement that was prepared goes on asking the store's own, so that none is used meanwhile. Raises ValueError
        inside another.
        """
        if self._connections.thread.laid_over:
            raise ValueError(LAID_OVER_ALREADY)
        connection = self._connections.own()
        connection.execute(_LAY_OVER)
        self._connections.thread.laid_over = True
        try:
            yield
        finally:
            self._connections.thread.laid_over = False
            if not connection.closed:
                connection.execute(b"ROLLBACK TO SAVEPOINT laid_over; RELEASE SAVEPOINT laid_over")

    @contextmanager
    def refusing_to_write(self) -> Iterator[None]:
        """Inside, whatever would write is refused; what is in hand of a write transaction is kept."""
        connection = self._connections.own()
        connection.execute(b"SAVEPOINT only_asked; SET LOCAL transaction_read_only = on")
        try:
            yield
        finally:
            if not connection.closed:
                connection.execute(b"ROLLBACK TO SAVEPOINT only_asked; RELEASE SAVEPOINT only_asked")

    def rows_may_point_ahead(self) -> None:
        """Until the transaction in hand ends, a row may point at one that is only put in after it."""
        self.run("SET CONSTRAINTS ALL DEFERRED", ())

    @contextmanager
    def guards_resting(self, tables: Iterable[str]) -> Iterator[None]:
        """Inside, rows can be erased and pointers in them changed, by whoever may erase; only inside a transaction."""
        self.run("SET LOCAL ROLE oversight_eraser", ())
        yield
        self.run("RESET ROLE", ())

    # --- Whether it is sound --------------------------------------------------------------------------

    def damage(self) -> list[str]:
        """Nothing: the server looks after its own files (`docs/server.md` says with what)."""
        return []

    def loose_ends(self) -> list[str]:
        """Nothing: the server holds every pointer to what it points at, and nobody can tell it not to."""
        return []

    def disturbed(self) -> set[str]:
        """The names of guards and views that are absent or not as they should be, or of another hand."""
        return disturbed(self)

    def misshapen(self) -> list[str]:
        """A sentence for each table or index that is not as it should be."""
        return misshapen(self)

    # --- Others ---------------------------------------------------------------------------------------

    def changes(self, teams: Collection[int] | None = None) -> int:
        """A number that moves when another has recorded what concerns these teams, any where None."""
        with self._told():
            return self._watch.changes(teams)

    def take_in_hand(self, number: int) -> InHand | None:
        """Have in hand what only one program may at once; returns the one that has it, None where it is this one."""
        with self._told():
            return self._watch.take_in_hand(number)

    def let_go(self, number: int) -> None:
        """Have it in hand no more; a connection that is lost has let go of it already."""
        self._watch.let_go(number)

    def close(self) -> None:
        """Leave the store."""
        self._watch.close()
        self.leave_thread()

    def leave_thread(self) -> None:
        """Close the connection of this thread alone; its next transaction opens another."""
        self._connections.leave()
