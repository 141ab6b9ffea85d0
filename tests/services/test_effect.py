"""The numbers of what came of it are those of an independent calculation, whatever was recorded and taken back."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from db import open_store
from db.engine import Store
from oversight_tui.practice.ids import AboutChild, ChildId, EntryId
from oversight_tui.practice.requests import (
    ActionRequest,
    CarryAction,
    CloseAction,
    CloseWorry,
    Correction,
    DecisionRequest,
    DiscussionRequest,
    HoldSession,
    Redo,
    Request,
    ReviewDecision,
    ReviewWorry,
    SeenRequest,
    Undo,
    Withdraw,
    WorryRequest,
)
from oversight_tui.practice.sight.effect_values import EVERY_KEY, Effect
from oversight_tui.practice.span import A_QUARTER, Span, span_back
from oversight_tui.services import record
from oversight_tui.services.sight.effect import load_effect
from oversight_tui.words.problems import PlainProblem
from tests.made_once import AMIRA, C1, C2, C3, C4, MONDAY
from tests.services.plain_effect import Counted, plain_effect

TODAY = date(2026, 10, 2)
DAY = timedelta(days=1)


def told(effect: Effect, team: str) -> Counted:
    (found,) = [one for one in effect.teams if one.team == team]
    rows = {key: [(row.child, row.about) for row in found.figures[key].rows] for key in EVERY_KEY}
    return {key: sorted(some, key=str) for key, some in rows.items() if some}


def reckoned(store: Store, effect: Effect) -> Counted:
    span = (effect.span.first, effect.span.last)
    return plain_effect(store, span, effect.seen_within, effect.drift_carried, effect.drift_talks)


@pytest.mark.parametrize("last", [MONDAY, MONDAY - 60 * DAY])
def test_of_the_made_up_team(made_up_team: Path, tmp_path: Path, last: date) -> None:
    store = open_store(shutil.copy(made_up_team, tmp_path / "team.oversight"))
    effect = load_effect(store, span_back(None, last, MONDAY, A_QUARTER), MONDAY)
    (team,) = effect.teams
    assert told(effect, str(team.team)) == reckoned(store, effect)
    if last == MONDAY:
        shown = {key for key in EVERY_KEY if team.count(key)}
        assert {"decisions_changed", "decisions_nothing", "decisions_not_said", "worries_safer"} <= shown
        assert {"worries_less_safe", "children_seen", "children_not_seen", "drift_actions", "drift_decisions"} <= shown
    store.close()


class History:
    """A few months of a manager's word, much of it dated back, corrected, withdrawn, undone."""

    def __init__(self, store: Store, random: Random) -> None:
        self.store, self.random = store, random
        self.decided: list[EntryId] = []
        self.agreed: list[EntryId] = []
        self.worried: list[EntryId] = []
        self.every: list[EntryId] = []

    def day(self) -> date:
        return TODAY - self.random.randint(0, 100) * DAY

    def does(self, request: Request) -> EntryId | None:
        """What the program refuses was not recorded, and that is all the same here."""
        with suppress(PlainProblem):
            entry = record.record(self.store, request, TODAY)[-1].id
            if entry is not None:
                self.every.append(EntryId(entry))
                return EntryId(entry)
        return None

    def step(self) -> None:
        kinds: list[Callable[[], object]] = [
            *(self._decide, self._review, self._review, self._agree, self._carry, self._end, self._worry),
            *(self._look, self._close, self._talk, self._talk, self._see, self._hold, self._take_back, self._undo),
            self._correct,
        ]
        self.random.choice(kinds)()

    def _child(self) -> ChildId:
        return self.random.choice((C1, C2, C3, C4))

    def _of(self, some: list[EntryId]) -> EntryId:
        return self.random.choice(some) if some else EntryId(10**6)

    def _decide(self) -> None:
        on = self.day()
        again = self.random.choice((None, on + self.random.randint(1, 60) * DAY))
        made = self.does(DecisionRequest("Visit", on, AboutChild(self._child()), "Because", review_on=again))
        self.decided += [made] if made else []

    def _review(self) -> None:
        on = self.day()
        again = self.random.choice((None, on + self.random.randint(1, 60) * DAY, on + 40 * DAY))
        changed = self.random.choice((True, False, None))
        self.does(ReviewDecision(self._of(self.decided), "Found", on, again, changed))

    def _agree(self) -> None:
        on = self.day()
        by = on + self.random.randint(0, 40) * DAY
        made = self.does(ActionRequest(AboutChild(self._child()), "Ring", "Amira", by, on))
        self.agreed += [made] if made else []

    def _carry(self) -> None:
        on = self.day()
        self.does(CarryAction(self._of(self.agreed), on + self.random.randint(0, 60) * DAY, on, "Later"))

    def _end(self) -> None:
        self.does(CloseAction(self._of(self.agreed), self.day(), self.random.random() < 0.7, "Why"))

    def _worry(self) -> None:
        made = self.does(WorryRequest(self._child(), "Worried", self.day(), severity=2, scales=self._scales()))
        self.worried += [made] if made else []

    def _scales(self) -> tuple[tuple[str, int], ...]:
        people = self.random.sample(("Mum", "mum", "Amira"), self.random.randint(0, 2))
        return tuple((who, self.random.randint(3, 6)) for who in people)

    def _look(self) -> None:
        on = self.day()
        self.does(ReviewWorry(self._of(self.worried), on + 30 * DAY, on, "Looked", self._scales()))

    def _close(self) -> None:
        self.does(CloseWorry(self._of(self.worried), "Closed", self.day()))

    def _talk(self) -> None:
        self.does(DiscussionRequest((self._child(),), "Talked", self.day(), scales=self._scales()))

    def _see(self) -> None:
        self.does(SeenRequest((self._child(),), self.day()))

    def _hold(self) -> None:
        self.does(HoldSession(AMIRA, self.day(), children=(C1, C2), again=True))

    def _take_back(self) -> None:
        self.does(Withdraw(self._of(self.every), "A slip", TODAY))

    def _correct(self) -> None:
        self.does(Correction(self._of(self.every), on=self.day()))

    def _undo(self) -> None:
        self.does(Undo(yes=True))
        if self.random.random() < 0.5:
            self.does(Redo())


@pytest.mark.parametrize("seed", range(6))
def test_of_a_random_history(team: Store, seed: int) -> None:
    history = History(team, Random(seed))
    for _ in range(60):
        history.step()
    for span in (span_back(None, None, TODAY, A_QUARTER), Span(TODAY - 70 * DAY, TODAY - 21 * DAY)):
        effect = load_effect(team, span, TODAY, all_teams=True)
        together: Counted = {}
        for name in [one.team for one in effect.teams if one.team is not None]:
            for key, rows in told(effect, name).items():
                together[key] = sorted([*together.get(key, []), *rows], key=str)
        assert together == reckoned(team, effect)
