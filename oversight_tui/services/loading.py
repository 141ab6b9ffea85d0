"""A complete dump read back into a new store, which has its name once all of it was found sound."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from db import whole_rows, writes
from db.anchor import Head
from db.ends import end_of
from db.errors import StoreError
from db.migrations import SCHEMA_VERSION
from db.swap import in_the_way
from db.verification import verify
from oversight_tui.exchange.dump_file import Dump
from oversight_tui.services.identity import author
from oversight_tui.services.new_store import made_whole
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from db.engine import Store
    from db.key import Key

LOADED = "loaded"  # the journal line that a store was read from a dump


class NotLoaded(PlainProblem):
    """A dump was not read back; there is no new store, and no other one was touched."""


def dump_in(path: Path) -> Dump:
    """The dump in a file, found whole and of this version. Raises NotADump and NotLoaded."""
    dump = Dump(path)
    if dump.head.schema != SCHEMA_VERSION:
        raise NotLoaded(
            f"{one_line(path.name)} is of a store of another version of Oversight (schema {dump.head.schema}, and this "
            f"program has {SCHEMA_VERSION}). Nothing was read from it. Read it back with the version that wrote it."
        )
    return dump


def refuse_a_file(path: Path) -> None:
    """Raise NotLoaded where a file keeps a new store from this place."""
    if (there := in_the_way(path)) is not None:
        raise NotLoaded(f"There is a file {there} already. A dump is read into a new store: name one with --store.")


def load(dump: Dump, name: str, path: Path, key: Key | None, anchors: Path) -> Store:
    """Make a store at the path, with this key, of what the dump holds, and open it. The file was called `name`, which
    its journal says.

    Whatever stops it, there is the whole store or none. Raises NotADump, NotLoaded and StoreError.
    """
    try:
        return made_whole(path, key, anchors, lambda store: _fill(store, dump, name), refuse_a_file)
    except OSError as problem:
        raise NotLoaded(f"{path} cannot be made: {problem.strerror}. There is no new store.") from problem


def _fill(store: Store, dump: Dump, name: str) -> None:
    end = dump.end.journal
    try:
        with store.writing():
            given = ((table.name, table.columns, table.rows) for table in dump.tables())
            whole_rows.fill(store, given, dump.end.numbers_given_out)
            if end_of(store) != Head(end.seq, end.hash):
                raise NotLoaded(_refused(name, "its journal does not end as it says"))
        faults = verify(store).faults
        if faults:
            raise NotLoaded(_refused(name, f"it is not as it was written: {faults[0].rstrip('.')}"))
        with store.writing():
            said = {"from": one_line(name), "dump": {"seq": end.seq, "hash": end.hash}}
            writes.note_opened(store, LOADED, said, author(store))
    except whole_rows.NotFilled as problem:
        raise NotLoaded(_refused(name, str(problem))) from problem
    except StoreError as problem:
        raise NotLoaded(f"{one_line(name)} was not read back. {problem}") from problem


def _refused(name: str, why: str) -> str:
    return f"{one_line(name)} cannot be read back: {why}. There is no new store; take the file as it was made."
