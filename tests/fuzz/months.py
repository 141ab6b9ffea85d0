"""Random histories of two teams, typed late, dated back, corrected, taken back, undone: after each step the months that
are kept are what the records say, worked out afresh, and what a plain reckoning from the raw rows says.

python -m tests.fuzz.months --rounds 200 --seed 1
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from unittest.mock import patch

from db import open_store, writes
from db.as_at import as_at, everybody, overlay
from db.as_at.unchanged import Standing
from db.engine import Store
from db.queries.ownership import Unit
from oversight_tui.practice.changes import (
    AllocationChange,
    ChildChange,
    ExtractChange,
    ImportWrite,
    SnapshotFacts,
    StatusChange,
    WorkerChange,
    WorkerDetail,
)
from oversight_tui.practice.facts import Bucket, Risk
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, EntryId, WorkerId
from oversight_tui.practice.requests import (
    AbsenceRequest,
    ActionRequest,
    AddChild,
    CancelSession,
    CloseAction,
    CloseWorry,
    Correction,
    DecisionRequest,
    DiscussionRequest,
    EditWorker,
    EscalationRequest,
    HandOver,
    HoldSession,
    KnownOfWorker,
    MoveSession,
    PlanSession,
    Redo,
    Request,
    RiskRequest,
    Undo,
    Withdraw,
    WorryRequest,
)
from oversight_tui.practice.sight.months import month_ends
from oversight_tui.services import record
from oversight_tui.services.problems import SAID_PLAINLY
from oversight_tui.services.sight.months import faults, months_of, work_out_months
from oversight_tui.words.text import match_key
from tests.engines import settle
from tests.fuzz.campaign import clear, long_form
from tests.fuzz.plain_months import Plainly

FIRST_LIST, ME = date(2025, 11, 17), "Mary Okoro"
WORKERS = {"Amira Khan": "North", "Ben Ortiz": "North", "Cara Lund": "South"}
LONG_AGO = 120
STEPS, BETWEEN = 24, 4
_GIVEN_SINCE = "SELECT max(happened_on) FROM entry_in_force WHERE child_id = ? AND kind = 'allocation'"
_RISKS: tuple[Risk, ...] = ("low", "medium", "high", "very_high")


def begin(store: Store) -> None:
    """Three workers of two teams with two children each, by a list."""
    workers = tuple(
        WorkerChange(match_key(name), None, WorkerDetail(name, team=team, fte=1.0, seen_by=FIRST_LIST))
        for name, team in WORKERS.items()
    )
    children = tuple(_listed(f"C-{number}", None, list(WORKERS)[number // 2], FIRST_LIST) for number in range(6))
    writes.apply_import(store, ImportWrite(_list_of(FIRST_LIST), workers, children), ME, match_key)


def _listed(
    reference: str, child: ChildId | None, holder: str | None, as_at: date, *, closed: bool = False
) -> ChildChange:
    bucket: Bucket | None = None if holder else "unallocated"
    team = WORKERS[holder] if holder else "South"
    return ChildChange(
        reference,
        child,
        allocation=None if closed else AllocationChange(match_key(holder) if holder else None, team, bucket),
        status=StatusChange("in_need", FIRST_LIST) if child is None else None,
        extract=ExtractChange(not closed, None, None, "{}", f"{as_at} {holder}"),
        closed=closed,
    )


def _list_of(as_at: date) -> SnapshotFacts:
    return SnapshotFacts("annex_a", "list.xlsx", as_at.isoformat(), as_at, ("6",), ("North", "South"), {})


class Manager:
    """Types at random, from day to day. `is_plain` says that a plain reckoning can follow."""

    def __init__(self, store: Store, chance: random.Random) -> None:
        self.store, self.chance = store, chance
        self.today, self.is_plain = FIRST_LIST + timedelta(days=chance.randint(20, 60)), True
        self.typed = 0
        self.steps: list[str] = []

    def types_something(self) -> None:
        """One thing more; what the program does not take is not recorded."""
        if self.chance.random() < 0.6:
            self.today += timedelta(days=self.chance.choice((1, 2, 5, 11, 24)))
        thing = self.chance.choice(_THINGS)
        try:
            thing(self)
        except SAID_PLAINLY:
            return

    # --- What is chosen ---------------------------------------------------------------------------

    def day(self) -> date:
        """A day to record for: today, some days ago, or long ago."""
        ago = self.chance.choice((0, 0, 0, self.chance.randint(1, 14), self.chance.randint(1, LONG_AGO)))
        return max(self.today - timedelta(days=ago), FIRST_LIST)

    def child(self) -> ChildId:
        """Any child there is."""
        return ChildId(self._any("SELECT id FROM child"))

    def worker(self) -> WorkerId:
        """Any worker there is."""
        return WorkerId(self._any("SELECT id FROM worker"))

    def entry(self, *kinds: str) -> EntryId:
        """Any entry of these kinds, whatever became of it."""
        named = ", ".join(f"'{kind}'" for kind in kinds)
        return EntryId(self._any(f"SELECT id FROM entry WHERE kind IN ({named}) AND corrects_id IS NULL"))

    def _any(self, sql: str) -> int:
        with self.store.reading():
            found = [row[0] for row in self.store.rows(sql)]
        return int(self.chance.choice(found)) if found else 0

    def records(self, request: Request) -> None:
        """Record it."""
        record.record(self.store, request, self.today)
        self.typed += 1
        self.steps.append(f"{self.today}: {request}")


# --- What is typed ------------------------------------------------------------------------------------


def talk(by: Manager) -> None:
    by.records(DiscussionRequest((by.child(),), "A talk", by.day(), one_family=False))


def held(by: Manager) -> None:
    children = {by.child() for _ in range(by.chance.randint(0, 3))}
    counts = by.chance.choice((None, None, None, True, False))
    by.records(
        HoldSession(by.worker(), by.day(), children=tuple(sorted(children)), minutes=60, counts=counts, again=True)
    )


def planned(by: Manager) -> None:
    by.records(PlanSession(by.worker(), by.today + timedelta(days=by.chance.randint(0, 30))))


def cancelled(by: Manager) -> None:
    by.records(CancelSession(by.entry("session_plan"), "Court", by.day()))


def moved(by: Manager) -> None:
    by.records(MoveSession(by.entry("session_plan"), by.today + timedelta(days=by.chance.randint(0, 30))))


def worry(by: Manager) -> None:
    by.records(WorryRequest(by.child(), "A worry", by.day(), severity=by.chance.randint(1, 5), review_on=by.today))


def worry_closed(by: Manager) -> None:
    by.records(CloseWorry(by.entry("worry"), "It is over", by.day()))


def action(by: Manager) -> None:
    on = by.day()
    owner = by.chance.choice((*WORKERS, "The school"))
    by.records(ActionRequest(AboutChild(by.child()), "Ring", owner, on + timedelta(days=by.chance.randint(0, 40)), on))


def action_done(by: Manager) -> None:
    by.records(CloseAction(by.entry("action"), by.day()))


def decided(by: Manager) -> None:
    by.records(DecisionRequest("Visit weekly", by.day(), AboutChild(by.child())))


def escalated(by: Manager) -> None:
    by.records(EscalationRequest("No reply", "Head of service", by.day(), AboutChild(by.child())))


def rated(by: Manager) -> None:
    by.records(RiskRequest(by.child(), by.chance.choice(_RISKS), "Because", by.day()))


def handed(by: Manager) -> None:
    to = by.chance.choice((AboutWorker(by.worker()), AboutWorker(by.worker()), "unallocated"))
    by.records(HandOver((by.child(),), to, by.day(), reopens=True))  # type: ignore[arg-type]


def child_came(by: Manager) -> None:
    by.records(AddChild(f"H-{by.typed}", worker_id=by.worker()))


def listed(by: Manager) -> None:
    """A list, of today or of a day long ago: children with another worker, closed, or new."""
    as_at, changes = by.day(), []
    for child in {by.child() for _ in range(by.chance.randint(1, 3))}:
        holder = by.chance.choice((*WORKERS, None))
        with by.store.reading():
            (reference,) = by.store.row("SELECT reference FROM child WHERE id = ?", (child,))
            (since,) = by.store.row(_GIVEN_SINCE, (child,))
        # No list closes a child whom somebody was given after it.
        closed = by.chance.random() < 0.4 and (since or "") <= as_at.isoformat()
        changes.append(_listed(reference, child, holder, as_at, closed=closed))
    if by.chance.random() < 0.5:
        changes.append(_listed(f"L-{by.typed}", None, by.chance.choice(list(WORKERS)), as_at))
    workers = tuple(WorkerChange(match_key(name), WorkerId(n), None) for n, name in enumerate(WORKERS, 1))
    writes.apply_import(by.store, ImportWrite(_list_of(as_at), workers, tuple(changes)), ME, match_key)
    by.typed += 1
    by.steps.append(f"{by.today}: a list of {as_at}: {changes}")


def day_corrected(by: Manager) -> None:
    by.records(Correction(by.entry("discussion", "worry", "session_held", "risk", "decision", "action"), on=by.day()))


def child_corrected(by: Manager) -> None:
    by.records(Correction(by.entry("discussion", "worry", "risk", "action"), child=f"C-{by.chance.randrange(6)}"))


def withdrawn(by: Manager) -> None:
    kinds = ("discussion", "worry", "worry_close", "session_held", "session_cancelled", "risk", "decision", "action")
    by.records(Withdraw(by.entry(*kinds), "A slip", by.today))


def undone(by: Manager) -> None:
    by.records(Undo(yes=True))


def redone(by: Manager) -> None:
    by.records(Redo())


def erased(by: Manager) -> None:
    """A child who is erased was in no month, whatever was recorded; what others were discussed with stays."""
    child = by.child()
    writes.erase(by.store, [writes.ToErase(Unit("child", child))], "Old", by.today, by.today, ME)
    by.steps.append(f"{by.today}: child {child} erased")


def away(by: Manager) -> None:
    first = by.day()
    by.records(AbsenceRequest(by.worker(), first, first + timedelta(days=by.chance.randint(0, 30)), "sickness"))
    by.is_plain = False


def worker_changed(by: Manager) -> None:
    known: Sequence[KnownOfWorker] = (
        KnownOfWorker(fte=by.chance.choice((0.5, 0.8, None))),
        KnownOfWorker(team=by.chance.choice(("North", "South"))),
        KnownOfWorker(own_limit="2 weeks", own_until=by.today + timedelta(days=60)),
        KnownOfWorker(leaves=by.today + timedelta(days=by.chance.randint(-20, 20))),
        KnownOfWorker(newly_qualified_from=by.today - timedelta(days=40)),
    )
    by.records(EditWorker(by.worker(), by.chance.choice(known)))
    by.is_plain = False


_OFTEN: tuple[Callable[[Manager], None], ...] = (talk, held, handed, listed, withdrawn, day_corrected)
_THINGS: tuple[Callable[[Manager], None], ...] = (
    *_OFTEN,
    *_OFTEN,
    *(planned, cancelled, cancelled, moved, worry, worry, worry_closed, action, action_done, decided, escalated, rated),
    *(child_came, child_corrected, undone, undone, redone, erased),
)
_NOT_PLAIN: tuple[Callable[[Manager], None], ...] = (away, worker_changed)


# --- What is held against it --------------------------------------------------------------------------


def tables_at(store: Store, day: date, *, all_anew: bool = False) -> list[list[tuple[object, ...]]]:
    """What is kept beside the records, as it stood at the end of a day; with `all_anew` nothing of it is taken over."""
    anew = partial(Standing, all_anew=True)
    with (
        store.reading(),
        patch.object(overlay, "Standing", lambda *of, **how: anew(*of)) if all_anew else nullcontext(),
        as_at(store, day, everybody(store, day)),
    ):
        return [
            sorted(store.rows(f"SELECT * FROM {table}"), key=str)
            for table in ("child_now", "worker_now", "open_item", "unwritten")
        ]


def wrong_in(store: Store, today: date, *, plain: bool) -> Iterator[str]:
    """What the kept months say otherwise than the records, and than the plain reckoning."""
    yield from faults(store)
    if not plain:
        return
    for day in month_ends(today, 2):
        if tables_at(store, day) != tables_at(store, day, all_anew=True):
            yield "what is taken over for a past day is not what is worked out"
    plainly = Plainly(store)
    for team, months in months_of(store, None, today).items():
        for month in months:
            reckoned = plainly.month(team, month.last_day)
            for name, value in vars(reckoned).items():
                if getattr(month, name) != value:
                    yield f"{name} of a month is {getattr(month, name)}, and plainly {value}"


def round_of(store: Store, chance: random.Random, steps: int = STEPS) -> list[str]:
    """One history: something is typed, what is left of the kept months is looked at, and they are worked out again."""
    manager = Manager(store, chance)
    things = chance.random() < 0.5
    for step in range(steps):
        if things and chance.random() < 0.1:
            with suppress(*SAID_PLAINLY):
                chance.choice(_NOT_PLAIN)(manager)
        manager.types_something()
        wrong = list(wrong_in(store, manager.today, plain=False)) if step % BETWEEN == 0 else []
        if not wrong and step % BETWEEN == BETWEEN - 1:
            work_out_months(store, None, manager.today)
            wrong = list(wrong_in(store, manager.today, plain=manager.is_plain))
        if wrong:
            return wrong
    return []


@contextmanager
def case() -> Iterator[Callable[[random.Random], list[str]]]:
    """Each round begins with the same two teams."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = open_store(Path(folder) / "fresh.oversight")
        begin(fresh)
        settle(fresh)
        fresh.close()

        def one(chance: random.Random) -> list[str]:
            clear(Path(folder))
            store = open_store(shutil.copy(Path(folder) / "fresh.oversight", Path(folder) / "team.oversight"))
            try:
                return round_of(store, chance)
            finally:
                store.close()

        yield one


if __name__ == "__main__":
    with case() as each:
        long_form(each, __doc__, seconds=300)
