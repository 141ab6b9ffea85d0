"""Rows of the store become values by name; what no value can hold was not written by this program, and is told."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec import Struct
from peewee import ColumnBase

from db import StoreError, derived, writes
from db.engine import Store
from db.models import Child, ChildNow
from db.queries.agendas import agenda_wishes
from db.queries.board import team_facts
from db.queries.pages import child_history, worker_history
from db.reading import Columns
from oversight_tui.practice import records
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, TeamId
from oversight_tui.practice.requests import ChangeAgenda, DecisionRequest, DiscussionRequest, PlanSession
from tests.db.test_board_facts import AMIRA, AS_AT, FIRST, ME, TEAM, board, import_team
from tests.engines.past_the_program import past_the_program


class Reference(Struct, frozen=True, array_like=True):
    """A child by their reference."""

    id: ChildId
    reference: str
    open: bool = True


def test_a_field_without_a_column_and_a_column_without_a_field_are_refused() -> None:
    columns: dict[str, ColumnBase] = {"id": ChildNow.child, "reference": ChildNow.reference, "open": ChildNow.open}
    assert Columns(Reference, columns).columns
    with pytest.raises(ValueError, match=r"Reference and its columns differ in \['open'\]"):
        Columns(Reference, {"id": Child.id, "reference": Child.reference})
    with pytest.raises(ValueError, match=r"Reference and its columns differ in \['family'\]"):
        Columns(Reference, {**columns, "family": ChildNow.family})


def test_a_column_fills_the_field_of_its_name_wherever_it_was_written() -> None:
    turned = Columns(Reference, {"open": ChildNow.open, "reference": ChildNow.reference, "id": ChildNow.child})
    assert [column._alias for column in turned.columns] == ["id", "reference", "open"]
    assert turned.made_from([(7, "C-7", 1), (8, "C-8", 0)]) == [
        Reference(ChildId(7), "C-7", True),
        Reference(ChildId(8), "C-8", False),
    ]


@pytest.fixture
def team(store: Store) -> Store:
    """The small team, with a talk, a decision, a planned session and a place on an agenda."""
    import_team(store)
    writes.discuss(store, DiscussionRequest((FIRST,), "Seen at school", AS_AT), ME)
    writes.decide(
        store, DecisionRequest("Visit", AS_AT, AboutChild(FIRST), "Not seen", review_on=date(2026, 9, 20)), ME
    )
    writes.plan_session(store, PlanSession(AMIRA, date(2026, 9, 15)), ME)
    writes.change_agenda(store, ChangeAgenda(AMIRA, (FIRST,), date(2026, 9, 15), "added"), AS_AT, ME)
    return store


def behind_its_back(store: Store, change: str) -> None:
    """As somebody with another program would, past the guards and the checks of the tables."""
    with past_the_program(store) as does:
        assert does(change) > 0, "nothing was changed"


def a_board(store: Store) -> object:
    return board(store, AS_AT)


def a_childs_page(store: Store) -> object:
    with store.reading():
        return child_history(store, FIRST)


def a_workers_page(store: Store) -> object:
    with store.reading():
        return worker_history(store, AMIRA)


def an_agenda(store: Store) -> object:
    with store.reading():
        return agenda_wishes(store, AMIRA)


def another_decision(store: Store) -> object:
    return writes.decide(store, DecisionRequest("Call", AS_AT, AboutChild(FIRST)), ME)


_NOT_ON_A_SERVER = pytest.mark.file_store("a server's own columns take no such value")


@pytest.mark.parametrize(
    ("change", "asks"),
    [
        # A date that is none: no such day, no day at all, another way to write it, the word for nothing.
        ("UPDATE child_now SET last_discussed = '2026-02-30'", a_board),
        ("UPDATE child_now SET status_since = 'yesterday'", a_board),
        ("UPDATE worker_now SET leaves = '31/12/2027'", a_board),
        ("UPDATE worker_now SET starts = 20260901", a_board),
        ("UPDATE open_item SET due_on = 'null'", a_board),
        ("UPDATE decision SET review_on = '2026-02-30'", a_childs_page),
        ("UPDATE session_plan SET planned_for = '2026-13-01'", a_workers_page),
        ("UPDATE agenda_change SET session_on = '0000-00-00'", an_agenda),
        # A time that is none.
        ("UPDATE entry SET recorded_at = 'Tuesday'", a_childs_page),
        ("UPDATE entry SET recorded_at = '5'", a_childs_page),
        # A kind that is none.
        ("UPDATE child_now SET status = 'on_the_run'", a_board),
        ("UPDATE child_now SET risk = 'High'", a_board),
        ("UPDATE open_item SET kind = 'surprise'", a_board),
        ("UPDATE open_item SET session_kind = 'breakfast'", a_board),
        ("UPDATE discussion SET setting = 'null'", a_childs_page),
        ("UPDATE discussion SET setting = 'in passing'", another_decision),
        ("UPDATE agenda_change SET change = 'perhaps'", an_agenda),
        # Neither true nor false; no number; no text.
        pytest.param("UPDATE child_now SET came_from_another_worker = 2", a_board, marks=_NOT_ON_A_SERVER),
        pytest.param("UPDATE worker_now SET agency = 'perhaps'", a_board, marks=_NOT_ON_A_SERVER),
        pytest.param("UPDATE open_item SET sensitive = 'true'", a_board, marks=_NOT_ON_A_SERVER),
        pytest.param("UPDATE worker_now SET fte = 'half'", a_board, marks=_NOT_ON_A_SERVER),
        pytest.param("UPDATE open_item SET severity = 'bad'", a_board, marks=_NOT_ON_A_SERVER),
        pytest.param("UPDATE child_now SET family = x'ff00'", a_board, marks=_NOT_ON_A_SERVER),
    ],
)
def test_what_no_value_can_hold_is_told_as_a_damaged_store(
    team: Store, change: str, asks: Callable[[Store], object]
) -> None:
    assert asks(team)
    behind_its_back(team, change)
    with pytest.raises(StoreError, match=r"The store holds a record that cannot be read, so it is damaged\."):
        asks(team)


def test_nothing_is_written_where_what_it_rests_on_is_damaged(team: Store) -> None:
    def entries() -> object:
        with team.reading():
            return team.row("SELECT count(*) FROM entry")

    before = entries()
    behind_its_back(team, "UPDATE discussion SET setting = 'in passing'")
    with pytest.raises(StoreError, match="Nothing was saved"):
        another_decision(team)
    assert entries() == before
    with pytest.raises(StoreError, match="damaged"), team.reading():
        derived.differences(team)


def test_words_that_other_programs_take_for_nothing_stay_words(store: Store) -> None:
    """Null is a name, and true an answer."""
    import_team(store)
    writes.say_of_child(store, FIRST, records.ChildDetails(name="Null", family="null"), ME)
    writes.decide(store, DecisionRequest("true", AS_AT, AboutWorker(AMIRA), "NULL"), ME)
    with store.reading():
        found = team_facts(store, {TeamId(1): TEAM}, AS_AT)
        (said,) = (row.content for row in worker_history(store, AMIRA).rows if row.content.kind.name == "decision")
    child = next(one for one in found.children if one.id == FIRST)
    assert (child.name, child.family) == ("Null", "null")
    assert isinstance(said, records.Decision)
    assert (said.text, said.because) == ("true", "NULL")
