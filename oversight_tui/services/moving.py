"""A store carried from a file to a server or back: every row as it is, compared and verified before any of it stands.

All of it is one transaction on the other side, so that a move that is broken off leaves nothing there and is simply
made again. The last line of the old store's journal says where it went (`db.moved`): nothing is recorded there any
more. The rest of it is left as it was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.json import Encoder

from db import whole_rows, writes
from db.anchor import Head
from db.ends import end_of
from db.errors import StoreError
from db.queries.months import kept_months
from db.queries.single import worker_names
from db.server.about import about
from db.swap import in_the_way
from db.verification import verify
from db.writes.months import keep_months
from db.writes.moved import mark_moved, take_over_mark
from oversight_tui.services.identity import author, is_made_up, mark_made_up
from oversight_tui.services.new_store import made_whole
from oversight_tui.words.dates import count
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import match_key

if TYPE_CHECKING:
    from db.engine import Store
    from db.key import Key

MOVED = "moved"  # the journal line that a store was carried here from another place
_CANNOT_BE_WRITTEN = "It cannot be written."
_ENCODE = Encoder().encode
Told = Callable[[str], None]


class NotMoved(PlainProblem):
    """A store was not carried over; either side is as it was."""


class Whither(Struct, frozen=True):
    """Where a store is carried: how a sentence names the place, and what `--store` takes for it, without a password."""

    place: str
    named: str


class Moved(Struct, frozen=True):
    """What was carried: rows and tables, and where the journal of the old store ended; and what stayed behind since it
    is of no login that was named: how many choices, drafts and marks. `not_marked` is why the old store does not say
    itself where it went, None where it does; `months_anew` that months of line of sight are to be worked out again.
    """

    rows: int
    tables: int
    end: Head
    left_behind: int
    not_marked: str | None = None
    months_anew: bool = False


class _Table(Struct, frozen=True):
    """How many rows, and a digest over all their values in their order."""

    rows: int
    digest: str


def to_server(source: Store, target: Store, whither: Whither, login: str | None, told: Told) -> Moved:
    """Carry a store in a file to an empty one on a server. What the server keeps for each login apart is given to the
    `login`. Raises NotMoved and StoreError.
    """
    _refuse_moved(source)
    _refuse_partial(target)
    marks = source.file.writable  # where it cannot be, nobody records in it either
    done: list[Moved] = []
    try:
        # Nobody records anything meanwhile that would stay behind. The other side is committed first: what breaks off
        # in between leaves the old store as it was, and not one that went nowhere.
        with source.writing() if marks else source.reading():
            with target.writing():
                moved = _carried(source, target, whither if marks else None, login, told)
            done.append(moved if marks else moved.__replace__(not_marked=_CANNOT_BE_WRITTEN))
        return done[0]
    except StoreError as problem:
        return _not_told(done, target.name, problem)


def finish(source: Store, target: Store) -> Moved | None:
    """Where all of a store was carried over before, and the move broke off before the old store was told so, tell it;
    None where there is nothing of it there, or either side was written to since. Raises NotMoved and StoreError.
    """
    _refuse_moved(source)
    _refuse_partial(target)
    with source.writing() if source.file.writable else source.reading():
        if not source.file.writable or not take_over_mark(source, target):
            return None
        end = end_of(source)
        assert end is not None
        tables = whole_rows.tables()
        return Moved(sum(sum(1 for _ in whole_rows.rows_of(source, one)) for one in tables), len(tables), end, 0)


def to_file(
    source: Store, path: Path, key: Key | None, anchors: Path, login: str | None, told: Told
) -> tuple[Store, Moved]:
    """Carry a store on a server to a new file, with this key, and open it. Of what the server keeps for each login
    apart that of the `login` is taken, or of whoever asks. Raises NotMoved and StoreError.
    """
    _refuse_moved(source)
    _refuse_partial(source)
    done: list[Moved] = []
    made: list[Store] = []
    whither = Whither(str(path), str(path))

    def fill(target: Store) -> None:
        with target.writing():
            done.append(_carried(source, target, whither, login or about(source.engine).login, told))

    try:
        with source.writing():  # until the new file has its name
            made.append(made_whole(path, key, anchors, fill, refuse_a_file))
        return made[0], done[0]
    except StoreError as problem:
        moved = _not_told(done if made else [], path.name, problem)
        return made[0], moved
    except OSError as problem:
        raise NotMoved(f"{path} cannot be made: {problem.strerror}. There is no new store.") from problem


def refuse_a_file(path: Path) -> None:
    """Raise NotMoved where a file keeps a new store from this place."""
    if (there := in_the_way(path)) is not None:
        raise NotMoved(f"There is a file {there} already. A store is carried to a new file: name another with --to.")


def _carried(source: Store, target: Store, whither: Whither | None, login: str | None, told: Told) -> Moved:
    """The work itself, inside a transaction on either side. The old store says `whither` it goes, unless that is None:
    so does the new one then, which has every line of it.
    """
    _refuse_unsound(source, told)
    if end_of(source) is None:
        raise NotMoved(f"Nothing was ever recorded in {source.name}, so that there is nothing to carry over.")
    if end_of(target) is not None or whole_rows.numbers_given_out(target):
        raise NotMoved(
            f"Something was recorded in {target.name} already, and a store is only carried to an empty one. Nothing "
            "was changed; ask who keeps the server for an empty database."
        )
    if whither is not None:
        mark_moved(source, whither.place, whither.named, author(source))
    end = end_of(source)
    assert end is not None
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
    months_anew = _months_stay_behind(source, target)
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
    rows = sum(one.rows for one in sent.values()) - behind
    return Moved(rows, len(sent), end, behind, months_anew=months_anew)


def _not_told(done: list[Moved], name: str, problem: StoreError) -> Moved:
    """What came over whole before the old store could be told so, and why it was not. Raises NotMoved where nothing
    came over.
    """
    if not done:
        raise NotMoved(_not_moved(name, str(problem))) from problem
    return done[0].__replace__(not_marked=str(problem))


def _months_stay_behind(source: Store, target: Store) -> bool:
    """Carry the months that are kept over from a file, for they follow from the records; True where they stay behind.
    From a server each login's would come; and a manager who is a worker of the store too is in none of their own months
    and in those of all others.
    """
    kept = kept_months(source, None, date.min, date.max)
    me = match_key(author(source))
    if source.on_a_server or any(match_key(one.name) == me for one in worker_names(source)):
        return bool(kept)
    keep_months(target, kept)
    return False


def _refuse_moved(store: Store) -> None:
    """Raise NotMoved for a store that was carried elsewhere already."""
    with store.reading():
        store.look_whether_moved()
    if store.moved is not None:
        raise NotMoved(f"Nothing was moved. {store.moved.remark}")


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
