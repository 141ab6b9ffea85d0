"""Where a store is kept, and how it is asked: a file of SQLite's, or a database of a PostgreSQL server.

What the two do otherwise stands here and nowhere else. The SQL that they are given is the same, with `?` for each
value, and so are the values that they answer with: numbers, text, 1 and 0 for true and false.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any, Protocol

from msgspec import Struct

from oversight_tui.practice.ids import ChildId, WorkerId

Values = Sequence[object]
LAID_OVER_ALREADY = "The store is asked as it stood already."


class InHand(Struct, frozen=True):
    """That another program has something in hand: by which login, and since when."""

    login: str
    since: datetime | None


class Engine(Protocol):
    """What a store needs of the place that it is kept in. Everything is asked in the transaction of the thread."""

    @property
    def place(self) -> str:
        """Where the store is, as a sentence names it."""

    def clock_ahead(self) -> timedelta:
        """How far the clock by which the place goes is before that of this machine."""

    def in_transaction(self) -> bool:
        """Whether this thread has begun a transaction."""

    def transaction(self, *, writing: bool, often: bool = False) -> AbstractContextManager[None]:
        """One transaction; while it writes nobody else does. `often` that the same is asked again and again, so that
        how it is best found is thought about once. Raises StoreError, and then nothing is kept.
        """

    def rows(self, sql: str, values: Values) -> list[Any]:
        """All rows that a statement answers with."""

    def batches(self, sql: str, values: Values) -> Iterator[list[Any]]:
        """The same rows, some at a time."""

    def row(self, sql: str, values: Values) -> Any:
        """The first row, None where there is none."""

    def run(self, sql: str, values: Values) -> None:
        """Do what a statement says."""

    def run_many(self, sql: str, rows: Iterable[Values]) -> None:
        """Do what a statement says once for each row of values."""

    def last_number(self, table: str) -> int:
        """The highest number that a row of a table was ever given, also where the row has gone; 0 for none."""

    def with_a_last_number(self) -> list[str]:
        """The tables of which the highest number is kept, each as often as that stands there."""

    def set_last_number(self, table: str, number: int) -> None:
        """Remember that number as the highest that a row of the table was ever given; 0 for none."""

    def laying_over(self) -> AbstractContextManager[None]:
        """Inside, temporary tables and views of the same names lie over those of the store, and are asked instead; with
        the end they go. Only inside a transaction. Raises ValueError inside another.
        """

    def within_reach(
        self, children: Collection[ChildId], workers: Collection[WorkerId]
    ) -> tuple[Collection[ChildId], Collection[WorkerId]]:
        """Those of them of whom whoever writes may see all, and may work out how they stand; others are left to the
        next who may, and come with these.
        """

    def forget_drafts_of_others(self, about: str, forms: Collection[str], names: Collection[str]) -> None:
        """In an erasure: the drafts that the store keeps for other logins, unread, of forms that end with `about` or
        with one of the `forms` after their first colon, and those in which one of the `names` stands.
        """

    def refusing_to_write(self) -> AbstractContextManager[None]:
        """Inside, whatever would write is refused; what is in hand of a write transaction is kept."""

    def rows_may_point_ahead(self) -> None:
        """Until the transaction in hand ends, a row may point at one that is only put in after it."""

    def guards_resting(self, tables: Iterable[str]) -> AbstractContextManager[None]:
        """Inside, rows of these tables can be erased and pointers in them changed; only inside a transaction."""

    def damage(self) -> list[str]:
        """What is damaged in what the store is kept in, each in a few words; nothing where it is sound."""

    def loose_ends(self) -> list[str]:
        """Rows that point at a row that is not there."""

    def disturbed(self) -> set[str]:
        """The names of guards and views that are absent or not as they should be, or of another hand."""

    def misshapen(self) -> list[str]:
        """A sentence for each table or index that is not as it should be."""

    def changes(self, teams: Collection[int] | None = None) -> int:
        """A number that moves when another has written. Where the place can tell, what concerns none of these teams
        moves it not; None for every team.
        """

    def take_in_hand(self, number: int) -> InHand | None:
        """Have in hand what only one program may at once, by its number, until it lets go or ends, however. Returns the
        program that has it; None where it is this one, or where the place cannot tell.
        """

    def let_go(self, number: int) -> None:
        """Have it in hand no more; nothing where it was not."""

    def leave_thread(self) -> None:
        """Give up what this thread holds; its next transaction begins anew."""

    def close(self) -> None:
        """Leave the store."""
