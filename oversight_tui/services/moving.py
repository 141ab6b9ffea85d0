"""A store carried from a file to a server or back: every row as it is, compared and verified before any of it stands.

All of it is one transaction on the other side, so that a move that is broken off leaves nothing there and is simply
made again. The old store is left as it was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.json import Encoder

from db import whole_rows, writes
from db.anchor import Head
from db.ends import end_of
from db.errors import StoreError
from db.server.about import about
from db.swap import in_the_way
from db.verification import verify
from oversight_tui.services.identity import author, is_made_up, mark_made_up
from oversight_tui.services.new_store import made_whole
from oversight_tui.words.dates import count
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from db.engine import Store
    from db.key import Key

MOVED = "moved"  # the journal line that a store was carried here from another place
_ENCODE = Encoder().encode
Told = Callable[[str], None]


class NotMoved(PlainProblem):
    """A store was not carried over; either side is as it was."""


class Moved(Struct, frozen=True):
    """What was carried: rows and tables, and where the journal ended before the line that says so; and what stayed
    behind since it is of no login that was named: how many choices, drafts and marks.
    """

    rows: int
    tables: int
    end: Head
    left_behind: int


class _Table(Struct, frozen=True):
    """How many rows, and a digest over all their values in their order."""

    rows: int
    digest: str


def to_server(source: Store, target: Store, login: str | None, told: Told) -> Moved:
    """Carry a store in a file to an empty one on a server. What the server keeps for each login apart is given to the
    `login`. Raises NotMoved and StoreError.
    """
    _refuse_partial(target)
    try:
        with source.writing(), target.writing():  # nobody records anything meanwhile that would stay behind
            return _carried(source, target, login, told)
    except StoreError as problem:
        raise NotMoved(_not_moved(target.name, str(problem))) from problem


def to_file(
    source: Store, path: Path, key: Key | None, anchors: Path, login: str | None, told: Told
) -> tuple[Store, Moved]:
    """Carry a store on a server to a new file, with this key, and open it. Of what the server keeps for each login
    apart that of the `login` is taken, or of whoever asks. Raises NotMoved and StoreError.
    """
    _refuse_partial(source)
    done: list[Moved] = []

    def fill(target: Store) -> None:
        with source.writing(), target.writing():
            done.append(_carried(source, target, login or about(source.engine).login, told))

    try:
        store = made_whole(path, key, anchors, fill, refuse_a_file)
    except StoreError as problem:
        raise NotMoved(_not_moved(path.name, str(problem))) from problem
    except OSError as problem:
        raise NotMoved(f"{path} cannot be made: {problem.strerror}. There is no new store.") from problem
    return store, done[0]


def refuse_a_file(path: Path) -> None:
    """Raise NotMoved where a file keeps a new store from this place."""
    if (there := in_the_way(path)) is not None:
        raise NotMoved(f"There is a file {there} already. A store is carried to a new file: name another with --to.")


def _carried(source: Store, target: Store, login: str | None, told: Told) -> Moved:
    """The work itself, inside a transaction on either side."""
    _refuse_unsound(source, told)
    end = end_of(source)
    if end is None:
        raise NotMoved(f"Nothing was ever recorded in {source.name}, so that there is nothing to carry over.")
    if end_of(target) is not None or whole_rows.numbers_given_out(target):
        raise NotMoved(
            f"Something was recorded in {target.name} already, and a store is only carried to an empty one. Nothing "
            "was changed; ask who keeps the server for an empty database."
        )
    sent: dict[str, _Table] = {}
    told("Carrying the rows over…")
    given = ((table, columns, _counted(source, table, login, sent)) for table, columns in whole_rows.tables().items())
    whole_rows.fill(target, given, whole_rows.numbers_given_out(source), login)
    told("Comparing row by row…")
    behind = 0
    for table in sent:
        found = _table(whole_rows.rows_of(target, table, login))
        if whole_rows.is_each_logins(target, table) and login is None:
            behind += sent[table].rows
        elif found != sent[table]:
            raise NotMoved(
                _not_moved(
                    target.name, f"The {count(sent[table].rows, 'row')} of {table} did not come over as they were."
                )
            )
    if is_made_up(source) and not is_made_up(target):  # whoever marked it so, or carries it over
        mark_made_up(target)
    said = {"from": source.name, "journal": {"seq": end.seq, "hash": end.hash}}
    if source.on_a_server:  # where everybody has choices of their own; those that came are this person's
        writes.note_opened(target, MOVED, said, author(target))
        writes.say_choices_again(target, author(target))
    else:
        writes.note_opened(target, MOVED, said, author(source))
    told("Verifying the other side…")
    if faults := verify(target).faults:
        raise NotMoved(_not_moved(target.name, f"What came over is not as it was written: {faults[0]}"))
    return Moved(sum(one.rows for one in sent.values()) - behind, len(sent), end, behind)


def _refuse_partial(store: Store) -> None:
    """Raise NotMoved for a login that sees a part of the store, which would pass for all of it."""
    with store.reading():
        found = about(store.engine)
    if not found.sees_every_row:
        raise NotMoved(
            f"{found.login} does not see every row of {store.name}. Nothing was moved; it is done by whoever keeps the "
            "server, with a login of the owner's rights."
        )


def _refuse_unsound(store: Store, told: Told) -> None:
    """What was seen of the store outside it, and guards that were put right, are no faults of its rows."""
    told("Verifying the store…")
    found = verify(store)
    faults = [one for one in found.faults if one not in (*store.outside.doubts, *found.guards)]
    if faults:
        raise NotMoved(
            f"Nothing was moved: the store is not as it was written ({faults[0]}) `oversight verify` says all of it."
        )


def _counted(store: Store, table: str, login: str | None, sent: dict[str, _Table]) -> Iterator[whole_rows.Row]:
    """The rows of a table; `sent` has their number and digest once they were gone through."""
    rows, digest = 0, hashlib.sha256()
    for row in whole_rows.rows_of(store, table, login):
        rows += 1
        digest.update(_ENCODE(list(row)))
        yield row
    sent[table] = _Table(rows, digest.hexdigest())


def _table(rows: Iterator[whole_rows.Row]) -> _Table:
    number, digest = 0, hashlib.sha256()
    for row in rows:
        number += 1
        digest.update(_ENCODE(list(row)))
    return _Table(number, digest.hexdigest())


def _not_moved(name: str, why: str) -> str:
    return f"{why.rstrip('.')}. Nothing was moved: {name} is as it was before, and the same can be done again."
