"""An authority of two teams on a server, with a login of each kind: made once, to be copied.

Ann Able has North: the workers 1 Nora North and 2 Neil North, the children N-1 and N-2. Bea Bold has South: the worker
3 Sara South, the child S-1. M-1 was with North until 2 November and is with South since.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from typing import Any

import psycopg

from db import open_store, writes
from db.engine import Store
from db.recording import recording
from db.server.acting import Acting, act_for
from db.server.members import Member, put_member
from oversight_tui.practice import records
from oversight_tui.practice.changes import WorkerDetail
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.records.parts import SessionChild
from oversight_tui.words.text import match_key
from tests.server.own_server import OwnServer

TODAY = date(2026, 11, 23)
ANN, BEA, EVE = "Ann Able", "Bea Bold", "Eve Every"
NORA, NEIL, SARA = WorkerId(1), WorkerId(2), WorkerId(3)
N1, N2, S1, M1 = ChildId(1), ChildId(2), ChildId(3), ChildId(4)
MEMBERS = (
    Member("ann", ANN, "manager", ("North",), manager_login="pat"),
    Member("bea", BEA, "manager", ("South",)),
    Member("dee", "Dee Deputy", "deputy"),
    Member("rob", "Rob Reader", "reader", ("North",)),
    Member("sam", "Sam Service", "service", ("North", "South")),
    Member("aud", "Aud Auditor", "auditor"),
    Member("pat", "Pat Principal", "manager"),
    Member("eve", EVE, "manager", all_teams=True, may_erase=True, reads_own_files=True),
)


def write_authority(store: Store) -> None:
    """What was recorded, by whom."""
    north = writes.add_team(store, "North", "north", EVE)
    south = writes.add_team(store, "South", "south", EVE)
    for name, team, author in (("Nora North", north, ANN), ("Neil North", north, ANN), ("Sara South", south, BEA)):
        writes.save_worker(store, WorkerDetail(name, starts=date(2025, 1, 6)), name.lower(), team, author)
    for reference, worker, team in (
        ("N-1", NORA, north),
        ("N-2", NEIL, north),
        ("S-1", SARA, south),
        ("M-1", NORA, north),
    ):
        author = BEA if team == south else ANN
        child = writes.add_child(store, reference, records.ChildDetails(name=f"Child {reference}"), author)
        given = records.Allocation(worker, team, starts=date(2026, 9, 1))
        writes.allocate(store, child, given, None, date(2026, 9, 1), author)
    _said(store, ANN, N1, NORA, date(2026, 11, 2), "words of North")
    _said(store, BEA, S1, SARA, date(2026, 11, 3), "words of South")
    _said(store, ANN, M1, NORA, date(2026, 10, 5), "while in North")
    held = _session(store, ANN, NORA, date(2026, 10, 6), M1)
    assert held
    (row,) = store.rows("SELECT entry_id FROM allocation WHERE team_id = ? ORDER BY entry_id DESC LIMIT 1", (north,))
    moved = records.Allocation(SARA, south, starts=date(2026, 11, 2))
    writes.allocate(store, M1, moved, EntryId(row[0]), date(2026, 11, 2), EVE)
    _said(store, BEA, M1, SARA, date(2026, 11, 9), "since in South")
    for author, worker in ((ANN, NORA), (BEA, SARA)):
        with recording(store, author) as event:
            file = records.PersonalRecord("wellbeing", f"own file of {worker}")
            event.add(file, worker=worker, on=date(2026, 11, 4), sensitive=True)
            event.add(records.OwnNote(f"note of {author}", None, worker), on=date(2026, 11, 4), sensitive=True)
    with recording(store, BEA) as event:
        event.add(records.Escalation("a matter of South", "Head"), child=S1, on=date(2026, 11, 5))
    with recording(store, ANN) as event:
        event.add(records.Escalation("a matter of North", "Head"), child=N1, on=date(2026, 11, 5))


def _said(store: Store, author: str, child: ChildId, worker: WorkerId, on: date, text: str) -> None:
    with recording(store, author) as event:
        talk = event.add(records.Discussion("same_day", text), child=child, worker=worker, on=on)
        decision = event.add(records.Decision(f"decided: {text}", "other", discussion=talk), child=child, on=on)
        event.add(records.Action(f"do: {text}", "Worker", on, decision, worker), child=child, on=on)


def _session(store: Store, author: str, worker: WorkerId, on: date, child: ChildId) -> EntryId:
    with recording(store, author) as event:
        held = event.add(records.SessionHeld("one_to_one"), worker=worker, on=on)
        event.add_part(SessionChild(held, child))
        return held


def make_authority(server: OwnServer) -> str:
    """A database of it, to be copied."""
    database = server.new_database()
    with closing(open_store(server.address(database))) as store:
        write_authority(store)
    with closing(server.connect(database)) as connection:
        for member in MEMBERS:
            for statement in put_member(member, match_key(member.name)):
                connection.execute(statement.encode() if isinstance(statement, str) else statement)
        for statement in act_for(Acting("dee", "ann", date(2020, 1, 1), date(2020, 1, 2))):
            connection.execute(statement.encode() if isinstance(statement, str) else statement)
    return database


@contextmanager
def as_login(server: OwnServer, database: str, login: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection past the program, in a transaction of which nothing is kept."""
    with psycopg.connect(server.address(database, login)) as connection:
        connection.execute("SET search_path = rollup, main")
        connection.execute("SET jit = off")  # as the program has it: compiling takes longer than asking
        try:
            yield connection
        finally:
            connection.rollback()
