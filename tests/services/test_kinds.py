"""Every kind of record answers every question, and whatever can be asked to be recorded has what records it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, get_args, get_type_hints

import pytest
from msgspec import Struct

from db import derived, models
from db.engine import Store
from db.models import fields_of, table_of
from db.queries.contents import content_of
from db.queries.entries import entry_about
from db.recording import recording
from db.verification import verify
from oversight_tui.practice import records
from oversight_tui.practice.ids import AboutChild, AboutWorker, EntryId, SnapshotId, Subject, TeamId
from oversight_tui.practice.policy import DEFAULT, policy_as_toml
from oversight_tui.practice.records import (
    OF_EITHER,
    Content,
    ListedInSession,
    Names,
    columns_of,
    every_kind,
    kind_named,
)
from oversight_tui.practice.records.base import followed_by, reason_of, text_of
from oversight_tui.practice.records.parts import Part, SessionChild
from oversight_tui.practice.requests import Correction, Request, Withdraw
from oversight_tui.services import record
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.record import RecordProblem, dispatch
from tests.made_once import AMIRA, BEN, C2

TODAY = date(2026, 10, 2)
DAY = timedelta(days=1)
LATER = TODAY + 90 * DAY
ME = "Team Manager"
KINDS: tuple[type[Content], ...] = (*every_kind(), ListedInSession)
TOLD = {content for content in KINDS if content.kind.told_as is not None}
LIST, NORTH = SnapshotId(1), TeamId(1)


def every_request(base: type[Request] = Request) -> Iterator[type[Request]]:
    """Every type of request the program has."""
    for kind in base.__subclasses__():
        if kind.__module__.startswith("oversight_tui."):
            yield kind
        yield from every_request(kind)


def of_each_kind(ids: dict[type[Content], EntryId]) -> Iterator[Content]:
    """One content of each kind and more; `ids` holds the newest entry of each kind that was recorded before it."""
    yield records.WorkerDetails("Amira Khan", "amira khan", role="Senior")
    yield records.WorkerAlias("khan amira")
    yield records.ChildDetails(name="Rosie")
    yield records.ChildAlias("12345")
    yield records.NotCovered("List 8", TODAY)
    yield records.ListAnswer("status", "closed - stepdown", "closed")
    yield records.Allocation(BEN, NORTH, starts=TODAY)
    yield records.AllocationEnd(ids[records.Allocation], TODAY, reason="Moved")
    yield records.StatusEpisode("looked_after", TODAY)
    yield records.StatusEnd(ids[records.StatusEpisode], TODAY, "E4")
    yield records.RiskRating("high", "Threats at the door")
    yield records.ChildDate("conference", TODAY, reason="It was moved")
    yield records.Seen(alone=True)
    yield records.ExtractRow(True, "{}", "another")
    yield records.Missing("Not on the list")
    yield records.SessionPlan("one_to_one", TODAY + 9 * DAY)
    yield records.SessionCancelled(ids[records.SessionPlan], "Court ran late")
    yield records.SessionHeld("one_to_one", counts=True)
    yield records.NotDiscussed("Typed by mistake", ids[records.SessionHeld])
    yield records.AgendaChange(TODAY, "added")
    yield records.Discussion("same_day", "Moved to his aunt", worries="The stairs")
    yield records.Filing(ids[records.Discussion])
    yield records.Decision("Visit", "other", "Not seen", discussion=ids[records.Discussion])
    yield records.DecisionReason(ids[records.Decision], "Nobody has seen him")
    yield records.DecisionReview(ids[records.Decision], "Court sits later", TODAY + DAY)
    yield records.Disagreement(ids[records.Decision], "Amira Khan", "We should go now")
    yield records.Action("Ring school", "Amira Khan", TODAY, ids[records.Decision])
    yield records.ActionCarried(ids[records.Action], TODAY + DAY, "School is closed")
    yield records.ActionOutcome(ids[records.Action], True, "Rang at nine")
    yield records.WorkHandedIn("Assessment", "Amira Khan", AMIRA)
    yield records.WorkHandedInAgain(ids[records.WorkHandedIn])
    yield records.WorkAnswer(ids[records.WorkHandedIn], True, "All seven headings are there")
    yield records.Worry("Weight", severity=3)
    yield records.WorryReview(ids[records.Worry], TODAY + DAY, "No change")
    yield records.WorryClose(ids[records.Worry], "Gained two kilos")
    yield records.Escalation("Typed twice", "Head")
    yield records.Withdrawal(ids[records.Escalation], "Typed twice")
    yield records.Escalation("No placement", "Head")
    yield records.EscalationAnswer(ids[records.Escalation], "Found one")
    yield records.Consultation("Is this the threshold?", "Legal", "legal")
    yield records.ConsultationAnswer(ids[records.Consultation], "Not yet", "We wait for the report")
    yield records.Absence(TODAY, "leave")
    yield records.AbsenceEnd(ids[records.Absence], TODAY)
    yield records.Cover("Ben Ortiz", TODAY)
    yield records.PersonalRecord("goal", "Lead a strategy discussion")
    yield records.OwnNote("Is she well?", about_child=C2)
    yield records.Mark(ids[records.Worry], "significant")
    yield records.TeamPosts(NORTH, 8.5)
    yield records.Programme("Practice Supervisor Development Programme", LATER)
    yield records.ProgrammeEnd(ids[records.Programme], True, "Completed in March")
    yield records.Booking("visit", "After school", 45, "At gran's", "Amira Khan", AMIRA, "core_group", "uid-1")
    yield records.BookingGiven(ids[records.Booking], "Ben Ortiz", BEN, "Amira is ill")
    yield records.BookingEnd(ids[records.Booking], "called_off", "Nobody can go")
    yield records.NotSeen("refused", "Dad would not open", "Amira Khan", ids[records.Booking])
    yield records.DutyTurn(TODAY, TODAY + DAY)
    yield records.WorkDue("Report for the conference", TODAY + DAY, "Amira Khan", AMIRA)
    yield records.WorkDueEnd(ids[records.WorkDue], ids[records.WorkHandedIn], "Handed in early")
    yield records.Referral("Bruises seen at nursery", "Sunny Nursery", "same_day")
    yield records.ReferralDecision(ids[records.Referral], "strategy_discussion", "The bruises are not explained")
    yield records.WaitingLook("Gran still has him; duty rang on Monday", "Head of service")
    yield records.HandOverPlan(BEN, with_actions=True, reason="He knows the family")
    yield records.HandOverPlanEnd(ids[records.HandOverPlan], "called_off", "The conference was moved")
    yield records.AuditPick("Ben Ortiz", LATER, 7, "protection plan")
    yield records.Audit("The plan is hers", "Ben Ortiz", "Dad is nowhere in it", ids[records.AuditPick])
    yield records.Incident("Found on the roof")
    yield records.IncidentTold(ids[records.Incident], "Director", "Rang back at once")
    yield records.IncidentStep(ids[records.Incident], "no_review", "The partnership decided so")
    yield records.WorkerDate("registration", LATER)
    yield records.LegalHold("An inquiry")
    yield records.LegalHoldEnd(ids[records.LegalHold], "It has ended")
    yield records.PolicyVersion(policy_as_toml(DEFAULT))
    yield records.ImportUndone(LIST)
    yield ListedInSession("observation", AMIRA)


class Full(Struct, frozen=True):
    """One entry of each kind: its number and what it says, by kind; and the kinds that set a clock back when they were
    recorded.
    """

    ids: dict[type[Content], EntryId] = {}
    said: dict[type[Content], Content] = {}
    childs_clock: set[type[Content]] = set()
    workers_clock: set[type[Content]] = set()


def recorded(store: Store, content: Content, on: date, either: Subject) -> EntryId:
    """One entry that says this; `either` is about whom it is where its kind can be about both."""
    subject = _subject(content, either)
    with recording(store, ME) as event:
        listed = isinstance(content, ListedInSession)
        entry = event.add(
            records.SessionHeld("observation") if listed else content,
            on=on,
            child=subject.id if isinstance(subject, AboutChild) else None,
            worker=subject.id if isinstance(subject, AboutWorker) else None,
        )
        if listed:
            event.add_part(SessionChild(entry, C2))
    return entry


def filled(store: Store, either: Subject) -> Full:
    """Record one of each kind, each on a later day; `either` is about whom those are that can be about both."""
    full = Full()
    for number, content in enumerate(of_each_kind(full.ids)):
        kind, on = type(content), TODAY + number * DAY
        full.ids[kind], full.said[kind] = recorded(store, content, on, either), content
        with store.reading():
            discussed = store.row("SELECT last_discussed FROM child_now WHERE child_id = ?", (C2,))
            held = store.row("SELECT last_held FROM worker_now WHERE worker_id = ?", (AMIRA,))
        if discussed == (on.isoformat(),):
            full.childs_clock.add(kind)
        if held == (on.isoformat(),):
            full.workers_clock.add(kind)
    return full


def _subject(content: Content, either: Subject) -> Subject | None:
    if isinstance(content, ListedInSession):
        return AboutWorker(AMIRA)
    if isinstance(content, records.ExtractRow | records.Missing):
        return AboutChild(C2)
    return {
        "child": AboutChild(C2),
        "worker": AboutWorker(AMIRA),
        "child_or_worker": either,
        "child_else_worker": either,
        "own_file": AboutWorker(AMIRA),
        "author": None,
        "store": None,
    }[content.kind.page]


@pytest.fixture
def full(team: Store) -> Full:
    return filled(team, AboutChild(C2))


def test_one_of_each_kind_is_recorded_and_the_store_is_sound(team: Store, full: Full) -> None:
    assert set(full.said) == set(KINDS)
    with team.reading():
        assert verify(team).faults == ()
        assert derived.differences(team) == ()
        for kind in every_kind():
            assert content_of(team, kind.kind.name, full.ids[kind]) == full.said[kind]


@pytest.mark.parametrize("value", [*every_kind(), *Part.__subclasses__()])
def test_a_table_has_the_fields_of_what_it_holds_and_no_other(value: type[Struct]) -> None:
    own = "id" if issubclass(value, Part) else "entry"
    fields = {field.name: field for field in fields_of(table_of(value))}
    hints = get_type_hints(value)
    assert fields.keys() - {own} == set(value.__struct_fields__)
    assert {name for name in value.__struct_fields__ if fields[name].null} == {
        name for name in value.__struct_fields__ if type(None) in get_args(hints[name])
    }


def test_every_kind_has_a_name_of_its_own_and_words() -> None:
    names = [content.kind.name for content in KINDS]
    assert len(set(names)) == len(names)
    for content in KINDS:
        assert kind_named(content.kind.name) is content
        assert content.kind.called.split()[0] in ("a", "an", "another", "the", "what"), content
        assert bool(content.kind.heading) >= (content.kind.told_as is not None), content
        assert content.kind.correctable or not content.kind.dated, content


def test_what_is_the_text_the_reason_and_the_entry_followed_is_known_of_every_kind(full: Full) -> None:
    for kind, content in full.said.items():
        columns = columns_of(kind)
        assert columns.names == kind.__struct_fields__
        for column, found in (
            (columns.text, text_of(content)),
            (columns.reason, reason_of(content)),
            (columns.follows, followed_by(content)),
        ):
            assert found == (getattr(content, column) if column is not None else None), kind
            assert bool(found) == (column is not None), kind
        assert {columns.text, columns.reason} - {None} <= set(columns.words)


def test_whatever_is_told_on_a_page_is_told_there_in_words(team: Store, full: Full) -> None:
    entries = child_page(team, C2, LATER).entries
    of_children = {content.kind.name for content in TOLD if content.kind.page != "worker"}
    assert {one.record for one in entries} >= of_children
    assert all(one.text and one.kind for one in entries)
    for kind, content in full.said.items():
        if kind in TOLD:
            assert content.told(Names()), kind
        else:
            with pytest.raises(NotImplementedError):
                content.told(Names())


def test_what_is_told_of_a_worker_stands_on_their_page(team: Store) -> None:
    filled(team, AboutWorker(AMIRA))
    entries = worker_page(team, AMIRA, LATER).entries
    told = {content.kind.name for content in TOLD if content.kind.page in ("worker", *OF_EITHER)}
    assert {one.record for one in entries} == told
    assert all(one.text and one.kind for one in entries)


def test_what_can_be_corrected_is_corrected_in_its_text_its_reason_and_its_day(team: Store, full: Full) -> None:
    for kind in every_kind():
        if not kind.kind.correctable:
            continue
        columns, to_come = columns_of(kind), full.said[kind].is_to_come
        asked = Correction(
            full.ids[kind],
            text="Other words" if columns.text else None,
            because="Another reason" if columns.reason else None,
            on=LATER + DAY if to_come else TODAY - DAY,
        )
        record.correct(team, asked, LATER)
        with team.reading():
            about = entry_about(team, full.ids[kind])
            assert about is not None
            said = content_of(team, about.kind, about.version)
        assert (about.id, about.on, about.version > about.id) == (full.ids[kind], asked.on, True), kind
        assert (text_of(said), reason_of(said)) == (asked.text, asked.because), kind
        assert getattr(said, "planned_for", asked.on) == asked.on


def test_what_cannot_be_corrected_is_refused_with_a_sentence(team: Store, full: Full) -> None:
    for kind in every_kind():
        if kind.kind.correctable:
            continue
        with pytest.raises(RecordProblem, match="no text to correct"):
            record.correct(team, Correction(full.ids[kind], text="Other words"), LATER)
        with pytest.raises(RecordProblem, match="day of this entry cannot be corrected"):
            record.correct(team, Correction(full.ids[kind], on=TODAY), LATER)


def test_what_is_taken_back_by_hand_can_be_and_all_else_is_refused_with_a_sentence(team: Store, full: Full) -> None:
    sentences = {"by_list": "newer list", "never": "cannot be withdrawn"}
    for kind in sorted(every_kind(), key=lambda one: full.ids[one], reverse=True):  # what followed goes along
        asked = Withdraw(full.ids[kind], "A mistake", LATER)
        if kind.kind.taken_back == "by_hand":
            assert "can still be read" in record.withdraw(team, asked, LATER).says, kind
        else:
            with pytest.raises(RecordProblem, match=sentences[kind.kind.taken_back]):
                record.withdraw(team, asked, LATER)
    with team.reading():
        assert derived.differences(team) == ()


def test_the_kinds_that_set_back_a_clock_are_those_that_say_so(full: Full) -> None:
    assert full.childs_clock == {content for content in KINDS if content.kind.clock == "child"}
    assert full.workers_clock == {content for content in KINDS if content.kind.clock == "worker"}


def test_whatever_can_be_asked_has_what_records_it() -> None:
    found = set(every_request())
    assert len(found) > 40
    assert found == dispatch._RECORDERS.keys()


def test_a_request_that_nothing_records_is_a_fault_of_the_program(team: Store) -> None:
    class Unheard(Request, frozen=True):
        """Nothing records it."""

    with pytest.raises(TypeError, match="Nothing records Unheard"):
        record.record(team, Unheard(), TODAY)
    with pytest.raises(ValueError, match="by another function already"):
        dispatch.records(Withdraw)(record.withdraw)


@pytest.mark.parametrize("value", [*KINDS, *every_request()])
def test_a_field_that_there_is_not_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        value(no_such_field=1)
    if value.__struct_fields__ and len(value.__struct_defaults__) < len(value.__struct_fields__):
        with pytest.raises(TypeError):
            value()


WORRY = {
    "entry": 1,
    "text": "Weight",
    "who": None,
    "if_nothing_changes": None,
    "severity": 3,
    "owner": None,
    "review_on": None,
}


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ({key: value for key, value in WORRY.items() if key != "severity"}, "severity"),
        ({**WORRY, "colour": "red"}, "colour"),
        ({("sevrity" if key == "severity" else key): value for key, value in WORRY.items()}, "severity, sevrity"),
    ],
)
def test_a_row_that_does_not_fit_its_table_is_refused_and_nothing_is_written(
    team: Store, row: dict[str, object], named: str
) -> None:
    def there() -> object:
        with team.reading():
            return team.row("SELECT (SELECT count(*) FROM entry), (SELECT count(*) FROM journal)")

    def recorded() -> None:
        with recording(team, ME) as event:
            event.add(records.Worry("Hers"), on=TODAY, child=C2)
            event._gather(models.Worry, row)

    before = there()
    with pytest.raises(KeyError, match=named):
        recorded()
    assert there() == before
