"""A SELECT written in Peewee once and asked many times.

Building a query costs several times what SQLite needs to answer it, so its SQL is kept and only the values change.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from peewee import SQL, Database, Field, Node, NodeList, Query, Value

from oversight_tui.practice.records import behind_the_wall

if TYPE_CHECKING:
    from db.engine import Store


_SPELLED = Database(None)  # how Peewee spells a question: with `?` for each value, for every engine
Id = TypeVar("Id", bound=int)
MOST_AT_ONCE = (
    400  # ids in one statement: SQLite takes a thousand at the least, and one statement is kept for each number
)

# Whether the words of an entry `e` are shown only when it is opened: it was recorded so, or marked so since, or is
# about a worker and so behind the wall of their own file.
SENSITIVE = (
    "(e.sensitive OR (e.child_id IS NULL AND e.worker_id IS NOT NULL AND e.kind IN ("
    + ", ".join(f"'{kind}'" for kind in behind_the_wall())
    + ")) OR EXISTS (SELECT 1 FROM mark m JOIN entry_in_force me ON me.id = m.entry_id"
    " WHERE m.marked_id = e.root_id AND m.mark = 'sensitive'))"
)


def places(values: Sequence[object]) -> str:
    """A place for each value, for a statement that is written out: `IN (...)`."""
    return ",".join("?" * len(values))


def batched(ids: Collection[Id]) -> Iterator[list[Id]]:
    """Ids in order, as many at once as one statement takes."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), MOST_AT_ONCE):
        yield ordered[start : start + MOST_AT_ONCE]


def nulls_first(column: Field) -> Node:
    """An order by a column in which rows without a value come first; SQLite has them there, a server at the end."""
    return NodeList((column.asc(), SQL("NULLS FIRST")))


class Slot:
    """The place of a value that is given when the question is asked."""

    def __init__(self, name: str) -> None:
        self.name = name


def given(name: str) -> Value:
    """A place for one value, for use in the query of a Question."""
    return Value(Slot(name), converter=False)


def any_of(name: str, number: int) -> list[Value]:
    """Places for `number` values of one list, for use with `in_`."""
    return [given(f"{name}:{position}") for position in range(number)]


class Question:
    """One SELECT. `write(**lengths)` makes the query; it is given the length of each list it is asked with."""

    def __init__(self, write: Callable[..., Query]) -> None:
        self._write = write
        self._written: dict[tuple[tuple[str, int], ...], tuple[str, list[Any]]] = {}

    def ask(self, store: Store, **values: Any) -> list[Any]:
        """The rows, as tuples of raw values (dates as text). Lists are given as sequences."""
        return store.rows(*self._asked(values))

    def ask_in_batches(self, store: Store, **values: Any) -> Iterator[list[Any]]:
        """The same rows, some at a time, where there may be very many."""
        return store.batches(*self._asked(values))

    def _asked(self, values: dict[str, Any]) -> tuple[str, list[Any]]:
        lengths = {name: len(value) for name, value in values.items() if _is_list(value)}
        sql, places = self._sql(lengths)
        return sql, [_filled(place, values) if isinstance(place, Slot) else place for place in places]

    def _sql(self, lengths: dict[str, int]) -> tuple[str, list[Any]]:
        key = tuple(lengths.items())
        if key not in self._written:
            self._written[key] = _SPELLED.get_sql_context().sql(self._write(**lengths)).query()
        return self._written[key]


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)


def _filled(place: Slot, values: dict[str, Any]) -> Any:
    name, _, position = place.name.partition(":")
    return values[name][int(position)] if position else values[name]
