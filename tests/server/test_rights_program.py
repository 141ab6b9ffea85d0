"""The program over a server, as a manager, a deputy and a manager of every team: each works with what is theirs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime

import pytest

from db import derived, open_store, writes
from db.engine import Store
from db.errors import StoreError
from db.queries.entries import entry_about
from db.queries.settings import name_of_who_has_session
from db.recording import recording
from db.server.acting import Acting, act_for
from db.server.members import Statement, retire
from db.verification import verify
from db.writes.drafts import keep_draft
from oversight_tui.practice import records
from oversight_tui.practice.ids import EntryId, TeamId
from oversight_tui.services.board import load_board
from oversight_tui.services.identity import NoName, author, choose
from oversight_tui.services.in_hand import take_in_hand
from oversight_tui.services.login import NoTeamToday
from tests.server.own_server import OwnServer, programs
from tests.server.small_authority import ANN, BEA, M1, N1, N2, NORA, S1, SARA, TODAY

pytestmark = pytest.mark.skipif(programs() is None, reason="no PostgreSQL is installed here")


@pytest.fixture
def database(server: OwnServer, authority: str) -> Iterator[str]:
    copy = server.new_database(authority)
    yield copy
    server.drop(copy)


def _opened(server: OwnServer, database: str, login: str = "tester") -> closing[Store]:
    return closing(open_store(server.address(database, login)))


def _kept(server: OwnServer, database: str, *statements: Statement) -> None:
    with closing(server.connect(database)) as connection:
        for statement in statements:
            connection.execute(statement.encode() if isinstance(statement, str) else statement)


def _shown(store: Store) -> set[str]:
    return {one.child.reference for one in load_board(store, TODAY).children}


def test_a_managers_board_shows_their_team_and_the_name_on_records_is_the_logins(
    server: OwnServer, database: str
) -> None:
    with _opened(server, database, "ann") as store:
        assert _shown(store) == {"N-1", "N-2"}
        assert author(store) == ANN
        with pytest.raises(NoName):
            choose(store, BEA, None)
        assert choose(store, None, ["North"]).teams == ("North",)
    with _opened(server, database, "bea") as store:
        assert _shown(store) == {"S-1", "M-1"}
    with _opened(server, database, "eve") as store:
        assert _shown(store) == {"N-1", "N-2", "S-1", "M-1"}


def test_what_a_manager_records_is_worked_out_as_the_records_of_everybody_say(server: OwnServer, database: str) -> None:
    with _opened(server, database, "ann") as store:
        child = writes.add_child(store, "N-3", records.ChildDetails(name="New"), ANN)
        north = TeamId(store.row("SELECT id FROM team")[0])
        writes.allocate(store, child, records.Allocation(NORA, north), None, TODAY, ANN)
        with recording(store, ANN) as event:
            event.add(records.Discussion("same_day", "said today"), child=N1, worker=NORA, on=TODAY)
        assert _shown(store) == {"N-1", "N-2", "N-3"}
        with pytest.raises(StoreError, match="may not do that"), recording(store, ANN) as event:
            event.add(records.Discussion("same_day", "of South"), child=S1, worker=SARA, on=TODAY)
        with pytest.raises(StoreError, match="may not do that"):
            writes.add_child(store, "S-1", records.ChildDetails(), ANN)
    with _opened(server, database) as store, store.reading():
        assert derived.differences(store) == ()


def test_a_child_who_came_from_another_team_is_worked_on_as_any_other(server: OwnServer, database: str) -> None:
    with _opened(server, database, "bea") as store:
        (action,) = store.row("SELECT entry_id FROM action WHERE text = 'do: while in North'")
        about = entry_about(store, EntryId(action))
        assert about is not None
        assert about.child == M1
        writes.follow_up(store, about, records.ActionOutcome(about.id, done=True), TODAY, BEA)
        (talk,) = store.row("SELECT entry_id FROM discussion WHERE text = 'while in North'")
        about = entry_about(store, EntryId(talk))
        assert about is not None
        said = records.Discussion("same_day", "put right")
        writes.correct(store, about, BEA, content=said)
    with _opened(server, database, "ann") as store:
        writes.say_of_child(store, N2, records.ChildDetails(name="So"), ANN)
    with _opened(server, database) as store, store.reading():
        assert derived.differences(store) == ()


def test_a_deputy_has_the_managers_rights_on_the_named_days_and_none_on_others(
    server: OwnServer, database: str
) -> None:
    with _opened(server, database, "dee") as store:
        with pytest.raises(NoTeamToday, match="act for nobody today"):
            _shown(store)
        assert store.row("SELECT (SELECT count(*) FROM child) + (SELECT count(*) FROM entry)")[0] == 0
    today = datetime.now(UTC).date()
    _kept(server, database, *act_for(Acting("dee", "ann", today, today)))
    with _opened(server, database, "dee") as store:
        assert _shown(store) == {"N-1", "N-2"}
        assert store.row("SELECT count(*) FROM personal_record")[0] == 0
        with recording(store, "Dee Deputy") as event:
            event.add(records.Seen(alone=True), child=N1, on=TODAY)
    with _opened(server, database) as store, store.reading():
        assert derived.differences(store) == ()
    _kept(server, database, *retire("dee"))
    with pytest.raises(StoreError, match="may not use"):
        open_store(server.address(database, "dee"))
    _kept(server, database, "ALTER ROLE dee LOGIN; GRANT oversight_app TO dee")


def test_months_of_a_team_that_had_the_child_go_with_what_another_records_late(
    server: OwnServer, database: str
) -> None:
    _kept(
        server,
        database,
        "INSERT INTO main.team_month VALUES (1, '2026-10-31', '{}'), (1, '2026-09-30', '{}'), (2, '2026-10-31', '{}')",
    )
    with _opened(server, database, "bea") as store, recording(store, BEA) as event:
        event.add(records.Seen(alone=True), child=M1, on=date(2026, 10, 7))
    with closing(server.connect(database)) as past:
        assert past.execute("SELECT team_id, last_day FROM main.team_month").fetchall() == [(1, "2026-09-30")]


def test_an_erasure_is_for_who_may_erase(server: OwnServer, database: str) -> None:
    from db.queries.ownership import Unit

    erased = [writes.ToErase(Unit("child", N2))]
    with _opened(server, database, "ann") as store, pytest.raises(StoreError, match="may not do that"):
        writes.erase(store, erased, "asked for", TODAY, TODAY, ANN)
    with _opened(server, database, "eve") as store:
        assert writes.erase(store, erased, "asked for", TODAY, TODAY, "Eve Every") > 0
    with _opened(server, database) as store, store.reading():
        assert derived.differences(store) == ()
        assert store.row("SELECT count(*) FROM child WHERE id = ?", (N2,))[0] == 0


def test_of_whom_is_erased_nothing_stays_in_others_lines_of_the_journal_and_others_drafts(
    server: OwnServer, database: str
) -> None:
    from db.queries.ownership import Unit

    with _opened(server, database, "ann") as store:
        for form, text in (("discuss:child:2", "Quiet"), ("worry:", "n 2 was absent"), ("seen:", "N-22, N-1")):
            keep_draft(store, form, {"text": text})
        with recording(store, ANN) as event:
            event.add(records.OwnNote("n 2 asked me not to say", about_child=N2), on=TODAY)
    with _opened(server, database, "eve") as store:
        writes.erase(store, [writes.ToErase(Unit("child", N2), names=("N-2",))], "asked for", TODAY, TODAY, "Eve Every")
    with closing(server.connect(database)) as past:
        assert past.execute("SELECT count(*) FROM main.own_note WHERE text LIKE 'n 2%'").fetchone() == (0,)
        said = past.execute("SELECT count(*) FROM main.journal_content WHERE after LIKE '%N-2%'").fetchone()
        drafts = past.execute("SELECT form FROM main.draft").fetchall()
    assert (said, drafts) == ((0,), [("seen:",)])
    with _opened(server, database, "postgres") as store:
        assert verify(store).faults == ()


def test_a_service_managers_line_of_sight_counts_and_names_nobody(server: OwnServer, database: str) -> None:
    from oversight_tui.services.sight import load_sight

    with _opened(server, database, "sam") as store:
        sight = load_sight(store, TODAY)
        assert {one.team for one in sight.teams} == {"North", "South"}
        said = repr(sight)
    with _opened(server, database, "eve") as store:
        counted = [(one.team, one.carrying, len(one.loads)) for one in load_sight(store, TODAY).teams]
        assert counted == [(one.team, one.carrying, len(one.loads)) for one in sight.teams]
    for word in ("Nora", "Sara", "N-1", "S-1", "words of", "Child N"):
        assert word not in said


def test_who_sees_a_part_verifies_nothing_an_auditor_the_journal_and_who_keeps_the_server_all(
    server: OwnServer, database: str
) -> None:
    from oversight_tui.services.journal import verify

    for login in ("ann", "eve", "rob"):
        with _opened(server, database, login) as store, pytest.raises(StoreError, match="sees a part of the store"):
            verify(store)
    for login, alone in (("aud", True), ("tester", False), ("postgres", False)):
        with _opened(server, database, login) as store:
            found = verify(store)
        assert (found.faults, found.journal_alone) == ((), alone)
        assert found.rows > 40


def test_nobody_signs_off_their_own_work_whoever_is_said_to_have(server: OwnServer, database: str) -> None:
    with _opened(server, database, "ann") as store:
        with recording(store, ANN) as event:
            own = event.add(records.WorkHandedIn("a plan", ANN), child=N1, on=TODAY)
            other = event.add(records.WorkHandedIn("a plan", "Nora North", NORA), child=N1, on=TODAY)
        with recording(store, ANN) as event:
            event.add(records.WorkAnswer(other, approved=True, reason="sound"), child=N1, on=TODAY)
        with pytest.raises(StoreError, match="may not do that"), recording(store, ANN) as event:
            event.add(records.WorkAnswer(own, approved=True, reason="sound", who="Pat"), child=N1, on=TODAY)


def test_whose_session_is_open_is_named_to_the_workers_own_teams_alone(server: OwnServer, database: str) -> None:
    with _opened(server, database, "ann") as ann:
        take_in_hand(ann, NORA)
        for login, name in (("rob", ANN), ("bea", None), ("aud", None)):
            with _opened(server, database, login) as store, store.reading():
                assert name_of_who_has_session(store, NORA) == name
