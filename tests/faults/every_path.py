"""Every way of recording there is, one event after the other, each told of only once it was acknowledged."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta

from msgspec import Struct

from db import writes
from db.engine import Store
from oversight_tui.practice.changes import AllocationChange, ChildChange, ExtractChange, ImportWrite, SnapshotFacts
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, EntryId, WorkerId
from oversight_tui.practice.requests import (
    NAMED_BY_REFERENCE,
    AbsenceRequest,
    ActionRequest,
    AddChild,
    AddWorker,
    AgreedAction,
    AnswerEscalation,
    ApproveWork,
    CancelSession,
    CarryAction,
    ChangeAgenda,
    ChildDateRequest,
    CloseAction,
    CloseWorry,
    ConsultRequest,
    Correction,
    CoverRequest,
    DecideForAll,
    DecisionRequest,
    Disagree,
    DiscussionRequest,
    EditWorker,
    EndAbsence,
    EndProgramme,
    EndTimescale,
    Erase,
    EscalationRequest,
    FileDiscussion,
    FinishSession,
    GiveReason,
    HandInAgain,
    HandInWork,
    HandOver,
    HeardRequest,
    HoldSession,
    KnownOfWorker,
    LayDownSessions,
    LiftHold,
    LinkFamily,
    MarkEntry,
    MoveSession,
    NameChild,
    NoteRequest,
    OpeningDate,
    PersonalRequest,
    PlaceHold,
    PlanSession,
    PostsRequest,
    ProgrammeRequest,
    Redo,
    Request,
    ReturnWork,
    ReviewDecision,
    ReviewWorry,
    RiskRequest,
    SayMissing,
    SeenRequest,
    SessionTalk,
    TakeOffSession,
    TypedChild,
    TypedGroupTalk,
    TypedHandOver,
    TypedReferral,
    TypedSession,
    TypedTakeOff,
    TypedTalk,
    TypedWorry,
    Undo,
    Withdraw,
    WorryRequest,
    WriteUp,
)
from oversight_tui.services import drafts
from oversight_tui.services.entries import note_opened
from oversight_tui.services.identity import choose
from oversight_tui.services.record import RecordProblem, record
from oversight_tui.words.text import match_key
from tests.faults.day_path import DayPath
from tests.faults.stores import asked
from tests.made_once import AMIRA, BEN, C1, C2, C3, C5

TODAY = date(2026, 10, 2)
DAY = timedelta(days=1)
YEARS = timedelta(days=3 * 365)
HER_NAME = "Amira Khan"
Event = Callable[[], object]


class Acknowledged(Struct, frozen=True):
    """What must be there from now on: the end of the journal, the words of a draft."""

    seq: int
    hash: str
    draft: str


def lost(store: Store, acknowledged: Iterable[Acknowledged]) -> int:
    """How many of these are not in the store."""
    found, gone = list(acknowledged), 0
    with store.reading():
        links = dict(asked(store, "SELECT seq, hash FROM journal"))
    kept = drafts.kept(store).get("decide:child:1", {}).get("because", "")
    for one in found:
        gone += links.get(one.seq) != one.hash
    if found and found[-1].draft and _turn(kept) < _turn(found[-1].draft):
        gone += 1
    return gone


def _turn(draft: str) -> int:
    return int(draft.split()[1]) if draft else 0


class Manager:
    """Records in every way, again and again; `words` are in all that is written."""

    def __init__(self, store: Store, turn: int = 0, words: str = "") -> None:
        self.store, self.turn, self.words, self._draft = store, turn, words, ""

    def works(self, chance: random.Random | None = None) -> Iterator[Acknowledged]:
        """One event for each step, without an end: of each subject in turn, or of any by chance."""
        subjects = (
            self._about_a_child,
            self._about_a_worker,
            self._finished,
            self._put_right,
            lambda: DayPath(self._does, self._says, TODAY).booked(),
            lambda: DayPath(self._does, self._says, TODAY).came_in(),
            lambda: DayPath(self._does, self._says, TODAY).looked_into(),
            self._beside_the_records,
        )
        while True:
            for subject in subjects if chance is None else chance.choices(subjects):
                self.turn += 1
                for event in subject():
                    event()
                    yield self._acknowledged()

    def _acknowledged(self) -> Acknowledged:
        with self.store.reading():
            ((seq, link),) = asked(self.store, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")
        return Acknowledged(seq, link, self._draft)

    def _says(self, what: str) -> str:
        return f"{what} {self.turn} {self.words}".strip()

    def _does(self, request: Request, today: date = TODAY) -> EntryId:
        """Record; returns the number of the first thing that was."""
        return EntryId(record(self.store, request, today)[0].id or 0)

    def _about_a_child(self) -> Iterator[Event]:
        says, does, number = self._says, self._does, self.turn % 5 + 1
        child, other, made = ChildId(number), f"C-{number if number != 1 else 2}", dict[str, EntryId]()
        about = AboutChild(child)

        def makes(name: str, request: Request) -> Event:
            def make() -> None:
                made[name] = does(request)

            return make

        action = AgreedAction(says("Ring school"), HER_NAME, TODAY)
        talk = DiscussionRequest((child,), says("talk"), TODAY, decision=says("Visit"), actions=(action,))
        yield makes("talk", talk)
        yield lambda: does(FileDiscussion(made["talk"], TODAY))
        yield lambda: does(TypedTalk(talk, (f"C-{child}",), HER_NAME))
        yield makes("decision", DecisionRequest(says("decide"), TODAY, about, review_on=TODAY))
        yield lambda: does(GiveReason(made["decision"], says("Because"), TODAY))
        yield lambda: does(ReviewDecision(made["decision"], says("Found"), TODAY, TODAY + DAY))
        yield lambda: does(Disagree(made["decision"], HER_NAME, says("Otherwise"), TODAY))
        yield lambda: does(
            DecideForAll(tuple(DecisionRequest(says("all"), TODAY, AboutChild(one)) for one in (C1, C2)))
        )
        yield makes("worry", WorryRequest(child, says("worry"), TODAY, severity=3))
        yield lambda: does(TypedWorry(f"C-{child}", WorryRequest(NAMED_BY_REFERENCE, says("heard"), TODAY, severity=3)))
        yield lambda: does(ReviewWorry(made["worry"], TODAY + DAY, TODAY, says("Looked at")))
        yield lambda: does(CloseWorry(made["worry"], says("Over"), TODAY))
        yield makes("action", ActionRequest(about, says("act"), HER_NAME, TODAY, TODAY))
        yield lambda: does(CarryAction(made["action"], TODAY + DAY, TODAY, says("Not yet")))
        yield lambda: does(CloseAction(made["action"], TODAY, text=says("Done")))
        yield lambda: does(RiskRequest(child, "high", says("risk"), TODAY))
        yield lambda: does(ChildDateRequest(child, "conference", TODAY))
        yield lambda: does(TypedChild(child, says("Name"), says("Family"), (other,)))
        yield lambda: does(NameChild(child, says("Named")))
        yield lambda: does(LinkFamily((C1, C2), says("Linked")))
        yield lambda: does(TypedReferral(says("R"), says("Came"), HER_NAME))
        yield lambda: does(AddChild(says("N")))
        yield lambda: does(HandOver((C5,), "duty", TODAY))
        yield lambda: does(TypedHandOver(("C-5",), "unallocated", TODAY))

    def _about_a_worker(self) -> Iterator[Event]:
        says, does, made = self._says, self._does, dict[str, EntryId]()
        later = TODAY + 20 * DAY

        def plans(name: str, on: date) -> Event:
            def make() -> None:
                made[name] = does(PlanSession(BEN, on))

            return make

        def lays_down(worker: WorkerId) -> None:
            # What broke off before one of them was held leaves all of them planned, which is refused.
            with suppress(RecordProblem):
                does(LayDownSessions(PlanSession(worker, TODAY), 4, TODAY + 60 * DAY))

        def escalates() -> None:
            made["escalation"] = does(EscalationRequest(says("No place"), "Head", TODAY, AboutChild(C1)))

        def consults() -> None:
            made["question"] = does(ConsultRequest(says("Is it time?"), "Legal", TODAY, AboutChild(C2), "legal"))

        def begins() -> None:
            made["programme"] = does(ProgrammeRequest(AMIRA, says("For supervisors"), TODAY, later))

        def talks() -> None:
            agreed = (AgreedAction("Go", HER_NAME, TODAY),)
            made["session"] = does(SessionTalk(AMIRA, ("C-1",), TODAY, text=says("said"), actions=agreed))

        yield plans("plan", later)
        yield lambda: does(MoveSession(made["plan"], later + DAY))
        yield lambda: does(CancelSession(made["plan"], says("Ill"), TODAY))
        yield lambda: lays_down(BEN)
        yield lambda: lays_down(AMIRA)
        yield lambda: does(HoldSession(AMIRA, TODAY, children=(C1, C2), again=True))
        yield lambda: does(TypedSession(HoldSession(BEN, TODAY, again=True), ("C-3",)))
        yield lambda: does(OpeningDate(AboutWorker(AMIRA), TODAY - DAY))
        yield talks
        group = SessionTalk(AMIRA, ("C-1",), TODAY, kind="group", text=says("all said"))
        yield lambda: does(TypedGroupTalk(group, ("Ben Ortiz",)))
        yield lambda: does(FinishSession(made["session"], 60, TODAY + 28 * DAY))
        yield lambda: does(ChangeAgenda(AMIRA, (C1,), TODAY + DAY, "added"))
        yield lambda: does(ChangeAgenda(AMIRA, (C2,), TODAY, "not_reached"))
        yield lambda: does(AddWorker(says("Worker"), KnownOfWorker(fte=1.0)))
        with self.store.reading():
            newest = WorkerId(asked(self.store, "SELECT max(id) FROM worker")[0][0])
        away = AbsenceRequest(newest, TODAY, None, "leave", says("away"))
        yield lambda: does(away)
        yield lambda: does(EndAbsence(newest, TODAY))
        yield lambda: does(away.__replace__(first_day=TODAY + DAY, covered_by=HER_NAME))
        yield lambda: does(CoverRequest(newest, HER_NAME, TODAY, TODAY))
        yield escalates
        yield lambda: does(AnswerEscalation(made["escalation"], says("Yes"), TODAY))
        yield consults
        yield lambda: does(HeardRequest(made["question"], says("Not yet"), TODAY, says("We wait")))
        yield lambda: does(PostsRequest("North Team", 7.5, TODAY))
        yield begins
        yield lambda: does(EndProgramme(made["programme"], TODAY, False, says("She moves")))
        yield lambda: does(PersonalRequest(AMIRA, "reflection", says("own"), TODAY))
        yield lambda: does(EditWorker(AMIRA, KnownOfWorker(fte=(self.turn % 9 + 1) / 10)))

    def _finished(self) -> Iterator[Event]:
        """Sessions written up, work signed off, visits, and what came of an enquiry."""
        says, does, made = self._says, self._does, dict[str, EntryId]()

        def makes(name: str, request: Request) -> Event:
            def make() -> None:
                made[name] = does(request)

            return make

        yield makes("held", HoldSession(AMIRA, TODAY - DAY, children=(C1, C2), again=True))
        yield lambda: does(WriteUp(made["held"], ("C-1",), says("written up")))
        yield lambda: does(TakeOffSession(made["held"], C2, says("Not talked about"), TODAY))
        yield makes("others", HoldSession(BEN, TODAY - DAY, children=(C3,), again=True))
        yield lambda: does(TypedTakeOff(made["others"], ("C-3",), says("Nor C-3"), TODAY))
        yield makes("work", HandInWork(C1, says("Assessment"), HER_NAME, TODAY))
        yield lambda: does(ReturnWork(made["work"], says("The child's view"), TODAY))
        yield lambda: does(HandInAgain(made["work"], TODAY))
        yield lambda: does(ApproveWork(made["work"], says("It is clear"), TODAY))
        yield lambda: does(SeenRequest((C1, C3), TODAY, alone=True))
        yield lambda: does(ChildDateRequest(C3, "strategy_discussion", TODAY))
        yield lambda: does(EndTimescale(C3, "section_47_ended", TODAY, says("No conference")))

    def _put_right(self) -> Iterator[Event]:
        says, does, made = self._says, self._does, dict[str, EntryId]()
        third = AboutChild(C3)

        def worries() -> None:
            made["worry"] = does(WorryRequest(C1, says("wrong"), TODAY))

        def holds() -> None:
            with suppress(RecordProblem):  # what was killed between the two has left one
                does(LiftHold(third, says("Begun anew")))
            does(PlaceHold(third, says("An inquiry")))

        yield worries
        yield lambda: does(Correction(made["worry"], text=says("right")))
        yield lambda: does(Correction(made["worry"], child="C-2"))
        yield lambda: does(MarkEntry(made["worry"], "significant"))
        yield lambda: does(Undo(yes=True))
        yield lambda: does(Redo())
        yield lambda: does(Withdraw(made["worry"], says("No"), TODAY))
        yield lambda: does(NoteRequest(says("note"), AboutChild(C1)))
        yield lambda: does(NoteRequest(says("old note")), TODAY - YEARS)
        yield lambda: choose(self.store, says("Mary"), ["North Team"])
        yield lambda: does(Erase(None, "Kept to the end of its time", "own_notes"))
        yield holds
        yield lambda: does(LiftHold(third, says("It is over")))

    def _beside_the_records(self) -> Iterator[Event]:
        def types() -> None:
            drafts.keep(self.store, "decide:child:1", {"because": self._says("draft")})
            self._draft = self._says("draft")

        yield types
        yield lambda: note_opened(self.store, EntryId(1))
        yield lambda: brings_in(self.store, [self._says(f"I{number}") for number in range(30)])
        yield self._closed_since_no_list_has_them

    def _closed_since_no_list_has_them(self) -> None:
        child = leaves_out(self.store, self._says("gone"))
        self._does(SayMissing(child, "closed", self._says("Stepped down"), TODAY))


def brings_in(store: Store, references: list[str]) -> None:
    """A list of children, none of them known yet, in one event."""
    children = tuple(
        ChildChange(
            reference,
            None,
            allocation=AllocationChange(None, "North Team", "unallocated"),
            extract=ExtractChange(True, None, None, "{}", str(row)),
        )
        for row, reference in enumerate(references, 1)
    )
    snapshot = SnapshotFacts(
        "annex_a", "annex_a.xlsx", "0" * 64, TODAY, ("6",), ("North Team",), {"new": len(children)}
    )
    with store.writing():
        writes.apply_import(store, ImportWrite(snapshot, (), children), "Team Manager", match_key)


def leaves_out(store: Store, reference: str) -> ChildId:
    """A child whom one list brings and the next one leaves out."""
    brings_in(store, [reference])
    (child,) = store.row("SELECT id FROM child WHERE reference = ?", (reference,))
    snapshot = SnapshotFacts("annex_a", "next.xlsx", "1" * 64, TODAY, ("6",), ("North Team",), {})
    with store.writing():
        missing = ImportWrite(snapshot, (), (ChildChange(reference, child, missing=True),))
        writes.apply_import(store, missing, "Team Manager", match_key)
    return ChildId(child)
