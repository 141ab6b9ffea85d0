"""Every way of recording there is, one event after the other, each told of only once it was acknowledged."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from msgspec import Struct

from db import writes
from db.engine import Store
from oversight_tui.practice.changes import AllocationChange, ChildChange, ExtractChange, ImportWrite, SnapshotFacts
from oversight_tui.practice.personal import PersonalRequest
from oversight_tui.practice.requests import (
    AbsenceRequest,
    ActionRequest,
    AgreedAction,
    CancelSession,
    ChildDateRequest,
    Closing,
    Correction,
    CoverRequest,
    DecisionRequest,
    DiscussionRequest,
    Erasing,
    EscalationRequest,
    Holding,
    HoldSession,
    OpeningDate,
    PlanSession,
    Recorded,
    RiskRequest,
    SessionTalk,
    WorryRequest,
)
from oversight_tui.services import drafts, record
from oversight_tui.services.entries import note_opened
from oversight_tui.services.identity import choose
from oversight_tui.services.record import RecordProblem
from oversight_tui.words.text import match_key
from tests.faults.stores import asked

TODAY = date(2026, 10, 2)
DAY = timedelta(days=1)
YEARS = timedelta(days=3 * 365)
AMIRA = "Amira Khan"
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
        subjects = (self._about_a_child, self._about_a_worker, self._put_right, self._beside_the_records)
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

    def _does(self, what: str, *given: Any, **named: Any) -> str:
        """Record; returns the id of the first thing that was."""
        done: Any = getattr(record, what)(self.store, *given, **named)
        while not isinstance(done, Recorded):
            done = done[0]
        return done.id

    def _about_a_child(self) -> Iterator[Event]:
        says, does, child = self._says, self._does, str(self.turn % 5 + 1)
        other, made = str(self.turn % 5 + 1 if self.turn % 5 != 0 else 2), {}

        def makes(name: str, what: str, *given: Any) -> Event:
            def make() -> None:
                made[name] = does(what, *given)

            return make

        def closes(what: str, name: str, *more: Any) -> Event:
            return lambda: does(what, Closing(made[name], TODAY, says(what)), *more, TODAY)

        action = AgreedAction(says("Ring school"), AMIRA, TODAY)
        talk = DiscussionRequest((child,), says("talk"), TODAY, decision=says("Visit"), actions=(action,))
        yield makes("talk", "discuss", talk, TODAY)
        yield closes("file_discussion", "talk")
        yield lambda: does("talk", talk, (f"C-{child}",), AMIRA, TODAY)
        yield makes(
            "decision", "decide", DecisionRequest(says("decide"), TODAY, child_id=child, review_on=TODAY), TODAY
        )
        yield closes("give_reason", "decision")
        yield closes("review_decision", "decision", TODAY + DAY)
        yield closes("disagree", "decision", AMIRA)
        both = [DecisionRequest(says("all"), TODAY, child_id=one) for one in ("1", "2")]
        yield lambda: does("decide_for_all", both, TODAY)
        yield makes("worry", "raise_worry", WorryRequest(child, says("worry"), TODAY, severity=3), TODAY)
        yield closes("review_worry", "worry", TODAY + DAY)
        yield closes("close_worry", "worry")
        yield makes("action", "add_action", ActionRequest(child, says("act"), AMIRA, TODAY, TODAY), TODAY)
        yield closes("carry_action", "action", TODAY + DAY)
        yield closes("close_action", "action")
        yield lambda: does("rate_risk", RiskRequest(child, "high", says("risk"), TODAY), TODAY)
        yield lambda: does("child_date", ChildDateRequest(child, "conference", TODAY), TODAY)
        yield lambda: does("describe_child", child, says("Name"), says("Family"), (f"C-{other}",), TODAY)
        yield lambda: does("name_child", int(child), says("Named"))
        yield lambda: does("link_family", (1, 2), says("Linked"))
        yield lambda: does("refer", says("R"), says("Came"), AMIRA, TODAY)
        yield lambda: does("add_child", says("N"), name=None, worker_id=None, today=TODAY)
        yield lambda: does("hand_over", (5,), None, "duty", TODAY, TODAY)
        yield lambda: does("hand_over_to", ("C-5",), "unallocated", TODAY, TODAY)

    def _about_a_worker(self) -> Iterator[Event]:
        says, does, made = self._says, self._does, dict[str, str]()
        later = TODAY + 20 * DAY

        def plans(name: str, on: date) -> Event:
            def make() -> None:
                made[name] = does("plan", PlanSession("2", on), TODAY)

            return make

        def escalates() -> None:
            made["escalation"] = does("escalate", EscalationRequest(says("No place"), "Head", TODAY, "1"), TODAY)

        def talks() -> None:
            talk = SessionTalk("1", ("C-1",), TODAY, text=says("said"), actions=(AgreedAction("Go", AMIRA, TODAY),))
            made["session"] = does("talk_in_session", talk, TODAY)

        yield plans("plan", later)
        yield lambda: does("move", made["plan"], later + DAY, TODAY)
        yield lambda: does("cancel", CancelSession(made["plan"], says("Ill"), TODAY), TODAY)
        yield lambda: does("schedule", PlanSession("2", TODAY), 4, TODAY + 60 * DAY, TODAY)
        yield lambda: does("lay_down", PlanSession("1", TODAY), 4, TODAY + 60 * DAY, TODAY)
        yield lambda: does("hold", HoldSession("1", TODAY, children=("1", "2")), TODAY)
        yield lambda: does("supervise", HoldSession("2", TODAY), ("C-3",), TODAY)
        yield lambda: does("opening", OpeningDate(TODAY - DAY, worker_id="1"), TODAY)
        yield talks
        group = SessionTalk("1", ("C-1",), TODAY, kind="group", text=says("all said"))
        yield lambda: does("group_talk", group, ("Ben Ortiz",), TODAY)
        yield lambda: does("finish_session", made["session"], 60, TODAY + 28 * DAY, TODAY)
        yield lambda: does("change_agenda", "1", "1", TODAY + DAY, "added", TODAY)
        yield lambda: does("not_reached", "1", ("2",), TODAY, TODAY)
        yield lambda: does("add_worker", says("Worker"), {"fte": 1.0}, TODAY)
        with self.store.reading():
            ((newest,),) = asked(self.store, "SELECT max(id) FROM worker")
        away = AbsenceRequest(str(newest), TODAY, None, "leave", says("away"))
        yield lambda: does("absence", away, TODAY)
        yield lambda: does("end_absence", str(newest), TODAY, TODAY)
        again = away.__replace__(first_day=TODAY + DAY)
        yield lambda: does("absence_with_cover", again, AMIRA, TODAY)
        yield lambda: does("cover", CoverRequest(str(newest), AMIRA, TODAY, TODAY), TODAY)
        yield escalates
        yield lambda: does("answer", Closing(made["escalation"], TODAY, says("Yes")), TODAY)
        yield lambda: does("personal", PersonalRequest("1", "reflection", says("own"), TODAY), TODAY)
        yield lambda: does("new_worker", says("Other"), {"fte": 1.0}, TODAY)
        yield lambda: does("edit_worker", 1, {"fte": (self.turn % 9 + 1) / 10}, TODAY)
        yield lambda: does("change_worker", "2", {"fte": (self.turn % 9 + 1) / 10}, TODAY)

    def _put_right(self) -> Iterator[Event]:
        says, does, made = self._says, self._does, dict[str, str]()

        def worries() -> None:
            made["worry"] = does("raise_worry", WorryRequest("1", says("wrong"), TODAY), TODAY)

        def holds() -> None:
            with suppress(RecordProblem):  # what was killed between the two has left one
                does("lift_hold", Holding("3", None, says("Begun anew")), TODAY)
            does("legal_hold", Holding("3", None, says("An inquiry")), TODAY)

        yield worries
        yield lambda: does("correct", Correction(made["worry"], text=says("right")), TODAY)
        yield lambda: does("correct", Correction(made["worry"], child="C-2"), TODAY)
        yield lambda: does("mark_entry", made["worry"], "significant", TODAY)
        yield lambda: does("undo", TODAY)
        yield lambda: does("redo", TODAY)
        yield lambda: does("withdraw", Closing(made["worry"], TODAY, says("No")), TODAY)
        yield lambda: does("note", says("note"), "1", None, TODAY)
        yield lambda: does("note", says("old note"), None, None, TODAY - YEARS)
        yield lambda: choose(self.store, says("Mary"), ["North Team"])
        yield lambda: does("erase", Erasing(None, None, "Kept to the end of its time", "own_notes"), TODAY)
        yield holds
        yield lambda: does("lift_hold", Holding("3", None, says("It is over")), TODAY)

    def _beside_the_records(self) -> Iterator[Event]:
        def types() -> None:
            drafts.keep(self.store, "decide:child:1", {"because": self._says("draft")})
            self._draft = self._says("draft")

        yield types
        yield lambda: note_opened(self.store, "1")
        yield lambda: brings_in(self.store, [self._says(f"I{number}") for number in range(30)])


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
