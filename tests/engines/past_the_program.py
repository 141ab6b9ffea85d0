"""Somebody at a store with another program, who may do what this one never does: on each engine in its own way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

from db.engine import Store
from db.swap import raw_connection

Change = Callable[[str], int]


@contextmanager
def past_the_program(store: Store, *, guarded: bool = False) -> Iterator[Change]:
    """What does one statement and answers with how many rows it changed. Unless it stays `guarded` the guards of the
    records rest meanwhile, and so do the checks of the tables. Others have left the store.
    """
    store.close()
    if store.on_a_server:
        from tests.engines.on_postgresql import as_superuser

        with as_superuser(store, guarded=guarded) as change:
            yield change
    else:
        with _in_the_file(store, guarded=guarded) as change:
            yield change


@contextmanager
def _in_the_file(store: Store, *, guarded: bool) -> Iterator[Change]:
    with closing(raw_connection(store.path, store.key)) as raw:

        def change(statement: str) -> int:
            return int(raw.execute(statement).rowcount)

        if guarded:
            yield change
            return
        guards = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            raw.execute(f'DROP TRIGGER "{name}"')
        raw.execute("PRAGMA ignore_check_constraints = ON")
        yield change
        for _, sql in guards:
            raw.execute(sql)
