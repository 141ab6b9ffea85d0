"""The few insides of the program that are measured one by one, or that a large store is written with.

When the program's insides move, this file and `program.py` are the ones to change.
"""

from __future__ import annotations

import hashlib
import resource
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from itertools import groupby
from multiprocessing import get_context
from operator import itemgetter
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from peewee import BooleanField
from sqlcipher3 import dbapi2

from benchmarks.program import TODAY
from db import derived, images, models, open_store
from db.engine import Store as Store
from db.journal import JournalLine, stamp, write_lines
from db.key import Key, new_key
from db.months import forget
from db.reencrypt import export
from db.seal import SESSION
from db.whole_rows import columns_of as columns_of_table
from oversight_tui.config import SpreadsheetLimits
from oversight_tui.exchange.spreadsheet import read_workbook
from oversight_tui.practice.ids import AboutChild, ChildId, EntryId, TeamId
from oversight_tui.practice.records import columns_of, kind_named, searched_kinds
from oversight_tui.practice.requests import DecisionRequest, DiscussionRequest, Request
from oversight_tui.services.board import load_board, read_team
from oversight_tui.services.changes import changes, mark_seen
from oversight_tui.services.identity import mark_made_up, teams_named
from oversight_tui.services.importing import ImportOptions, apply_plan, plan_of
from oversight_tui.services.record import record
from oversight_tui.services.search import search
from oversight_tui.services.sight import load_sight, months
from oversight_tui.words.text import match_key

MANAGER = "Benchmark"
_KEY = Key(bytes(range(32)), bytes(range(1, 17)))
_ROWS_AT_ONCE = 40_000
_LEAST_STEPS = 1
_AFTERNOON = time(17, tzinfo=UTC)
_FIRST_MORNING = datetime(2000, 1, 1, tzinfo=UTC)
_PARTS = {models.name_of(models.table_of(kind)): kind for kind in images.every_part()}
_PLACE = {model._meta.table_name: place for place, model in enumerate(models.ALL_TABLES)}


def board(store: Store, today: date, teams: Sequence[str]) -> object:
    """The board of these teams, or of every team where none is named, from the store to the ranked list."""
    return load_board(store, today, teams, all_teams=not teams)


def facts(store: Store, today: date, teams: Sequence[str]) -> object:
    """What that board is made of: its queries, made into facts."""
    return read_team(store, today, teams, all_teams=not teams)


def sight(store: Store, today: date, teams: Sequence[str]) -> object:
    """Line of sight over these teams, over every team where none is named."""
    return load_sight(store, today, teams, all_teams=not teams)


def work_out_months(store: Store, teams: Sequence[TeamId] | None, today: date) -> object:
    """The months that are over, of these teams, of every team where None, with those worked out that are not kept."""
    return months.work_out_months(store, teams, today)


def forget_months(store: Store) -> None:
    """Let go every month that is kept."""
    with store.writing():
        forget(store)


def team_with_name(store: Store, name: str) -> TeamId:
    """The team of this name."""
    (team,) = teams_named(store, [name])
    return team


def what_is_new(store: Store, teams: Sequence[str]) -> object:
    """What others recorded since somebody last looked, which every screen asks when it opens."""
    return changes(store, teams, all_teams=not teams)


def statements_and_steps(store: Store, task: Callable[[], object]) -> tuple[list[str], int]:
    """The statements of a task with their values, as SQLite was asked them, and the steps that SQLite took."""
    statements: list[str] = []
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    task()  # what is made once and kept is not counted
    with store.reading():
        connection: Any = store.database.connection()
        connection.set_trace_callback(statements.append)
        connection.set_progress_handler(step, _LEAST_STEPS)
        task()
        connection.set_progress_handler(None, _LEAST_STEPS)
        connection.set_trace_callback(None)
    return statements, steps


def fingerprint(*also: Path) -> str:
    """Eight characters that change when the tables do, what is worked out beside them, or any of these files."""
    folder = Path(derived.__file__).parent
    files = [*sorted(folder.glob("*.py")), *sorted(Path(models.__file__).parent.glob("*.py")), *also]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:8]


class BulkStore:
    """A new store that is written by many rows at once: what stands in it is what the program would have written.

    Each entry has its line in the journal, and what is kept beside the records is worked out by the program at the end.
    """

    def __init__(self, path: Path) -> None:
        self.store = open_store(path)
        self._rows: dict[str, list[list[Any]]] = {}
        self._lines: list[tuple[datetime, JournalLine]] = []
        self._given: dict[str, int] = {}
        self._waiting = 0
        self._fields = {model._meta.table_name: model._meta.sorted_fields for model in models.ALL_TABLES}

    def row(self, table: str, **values: Any) -> int:
        """A row that is no entry; returns its number."""
        number, row = self._numbered(table, values)
        kind = _PARTS[table]
        entry = EntryId(values[kind.part_of]) if kind.part_of is not None else None
        line = JournalLine(kind.journal_name, entry, None, images.part(kind).image(row))
        self._lines.append((_FIRST_MORNING, line))
        return number

    def numbers(self, table: str) -> int:
        """How many rows of a table were given a number so far."""
        return self._given.get(table, 0)

    def entry(
        self,
        kind: str,
        table: str,
        on: str,
        *,
        child: int | None = None,
        worker: int | None = None,
        source: str = "manager",
        **detail: Any,
    ) -> int:
        """An entry with its detail; days are text as the store has them. Returns its number."""
        recorded_at = datetime.combine(date.fromisoformat(on), _AFTERNOON)
        spine = {"kind": kind, "child": child, "worker": worker, "happened_on": on, "source": source}
        number, row = self._numbered("entry", {**spine, "recorded_at": stamp(recorded_at), "recorded_by": MANAGER})
        said = self._add(table, {"entry": number, **detail})
        after = images.spine().image(row) | images.detail(kind_named(kind)).image(said)
        self._lines.append((recorded_at, JournalLine(kind, EntryId(number), None, after)))
        return number

    def _numbered(self, table: str, values: dict[str, Any]) -> tuple[int, list[Any]]:
        number = self._given[table] = self._given.get(table, 0) + 1
        return number, self._add(table, {"id": number, **values})

    def finish(self) -> None:
        """Write what is left, work out what is kept beside the records, and close."""
        self._flush()
        derived.rebuild(self.store)
        mark_made_up(self.store)
        mark_seen(self.store)  # or each screen would read all of it as new
        self.store.close()

    def _add(self, table: str, values: dict[str, Any]) -> list[Any]:
        row = [values.pop(field.name, field.default) for field in self._fields[table]]
        self._rows.setdefault(table, []).append(row)
        if values:
            raise TypeError(f"{table} has no {', '.join(values)}.")
        self._waiting += 1
        if self._waiting >= _ROWS_AT_ONCE and table != "entry":
            self._flush()
        return row

    def _flush(self) -> None:
        with self.store.writing():
            connection: Any = self.store.database.connection()
            for table in sorted(self._rows, key=_PLACE.__getitem__):
                columns = ", ".join(f'"{field.column_name}"' for field in self._fields[table])
                places = ", ".join("?" for _ in self._fields[table])
                connection.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({places})', self._rows[table])
            for at, lines in groupby(sorted(self._lines, key=itemgetter(0)), key=itemgetter(0)):
                write_lines(self.store, [line for _, line in lines], MANAGER, at)
        self._rows.clear()
        self._lines.clear()
        self._waiting = 0


class Import(NamedTuple):
    """Seconds of reading, of comparing and of writing, and megabytes at most of the process that did it."""

    read: float
    planned: float
    written: float
    memory: float


def imported(lists: Path, path: Path) -> Import:
    """One import into a new encrypted store, in a process of its own, whose memory is asked at its end."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_import, lists, path).result()


def _import(lists: Path, path: Path) -> Import:
    store = open_store(path, key=_KEY)
    began = perf_counter()
    workbook = read_workbook(lists, SpreadsheetLimits())
    read = perf_counter()
    plan = plan_of(store, [workbook], ImportOptions(today=TODAY, as_at=TODAY))
    planned = perf_counter()
    apply_plan(store, plan)
    written = perf_counter()
    store.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Import(read - began, planned - read, written - planned, memory)


def raw_tables(store: Store) -> Iterator[tuple[str, tuple[str, ...], Iterable[Sequence[Any]]]]:
    """Each table with its columns and all of its rows, what is worked out too, as a server takes them; but the word by
    which a file is known. Asked inside one transaction.
    """
    for table in models.ALL_TABLES:
        name, columns = models.name_of(table), columns_of_table(table)
        listed = ", ".join(f'"{column}"' for column in columns)
        rows = (row for batch in store.batches(f'SELECT {listed} FROM "{name}"') for row in batch)
        truths = [isinstance(field, BooleanField) for field in models.fields_of(table)]
        yield (
            name,
            columns,
            (
                [
                    bool(value) if truth and value is not None else value
                    for value, truth in zip(row, truths, strict=True)
                ]
                for row in rows
                if row[0] != SESSION
            ),
        )


Rows = list[tuple[str, list[Any]]]


def records(path: Path) -> Rows:
    """Every row of such a store but those of the journal, with what puts it in."""
    store = open_store(path, key=_KEY, create=False)
    found: Rows = []
    for table in models.ALL_TABLES:
        if table not in (models.Journal, models.JournalContent):
            name = models.name_of(table)
            rows = store.rows(f'SELECT * FROM "{name}"')
            if rows:
                found.append((f'INSERT OR IGNORE INTO "{name}" VALUES ({", ".join("?" * len(rows[0]))})', rows))
    store.close()
    return found


def with_raw_rows(path: Path, rows: Rows) -> float:
    """Seconds that it takes to put rows into a new encrypted store, and nothing else."""
    store = open_store(path, key=_KEY)
    began = perf_counter()
    with store.writing():
        for statement, values in rows:
            store.run_many(statement, values)
    taken = perf_counter() - began
    store.close()
    return taken


def key_of(name: str) -> str:
    """The key by which a name is found."""
    return match_key(name)


def opened(path: Path, key: Key | None = None) -> Store:
    """An open store."""
    return open_store(path, key=key, create=False)


def opened_at(address: str) -> Store:
    """An open store on a server."""
    return open_store(address)


def children_shown(store: Store, team: str) -> list[ChildId]:
    """The children on a team's board."""
    return [row.child.id for row in load_board(store, TODAY, (team,)).children]


def decide(store: Store, child: ChildId, words: str, today: date) -> int:
    """A decision about a child; returns the number of its entry."""
    return _entry_of(store, DecisionRequest(words, today, AboutChild(child), because="Not seen"), today)


def talk(store: Store, child: ChildId, words: str, today: date) -> int:
    """A talk about a child; returns the number of its entry."""
    return _entry_of(store, DiscussionRequest((child,), words, today), today)


def _entry_of(store: Store, request: Request, today: date) -> int:
    recorded, *_ = record(store, request, today)
    assert recorded.id is not None
    return recorded.id


def search_all(store: Store, text: str) -> object:
    """Where something was said, in the whole authority."""
    return search(store, text, all_teams=True)


def worded_columns() -> list[tuple[str, tuple[str, ...]]]:
    """Each table in which words are searched, with its columns of words."""
    found = []
    for content in searched_kinds():
        table, named = models.table_of(content), columns_of(content).searched
        columns = tuple(field.column_name for field in models.fields_of(table) if field.name in named)
        found.append((models.name_of(table), columns))
    return found


@contextmanager
def encrypted_copy(plain: Path, path: Path) -> Iterator[tuple[Path, Key]]:
    """The same store encrypted, with its key; it goes again."""
    key = new_key("seven grey herons wading")
    path.unlink(missing_ok=True)
    connection = dbapi2.connect(str(plain))
    try:
        export(connection, path, key)
        yield path, key
    finally:
        connection.close()
        path.unlink(missing_ok=True)


def is_recorded(store: Store, entry: int, words: str) -> bool:
    """Whether there is a decision or a talk of this number that says this."""
    with store.reading():
        found = store.rows(
            "SELECT text FROM decision WHERE entry_id = ? UNION ALL SELECT text FROM discussion WHERE entry_id = ?",
            (entry, entry),
        )
    return found == [(words,)]


def faults(path: Path) -> Iterable[str]:
    """What `oversight verify` finds wrong with a store."""
    store = open_store(path, create=False)
    try:
        return faults_of(store)
    finally:
        store.close()


def faults_of(store: Store) -> Iterable[str]:
    """The same of an open one."""
    from db.verification import verify

    return verify(store).faults
