"""What if: who leaves, who is back, how many children more a week. Nothing is recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from itertools import count

from oversight_tui.practice.sight.team_outlook import TeamOutlook
from oversight_tui.practice.sight.what_if_asked import NamedDay, NamedWhatIf
from oversight_tui.ui.dialogs.common_fields import TIME_CELLS
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.ui.outlook_messages import OutlookRead
from oversight_tui.ui.widgets.button_row import RowButton
from oversight_tui.words.meant_days import day_read
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.typed import Unread

_DAY_CELLS, _NAME_CELLS = 16, 30
Shown = Callable[[TeamOutlook, NamedWhatIf], None]


class WhatIfForm(Form):
    """Workers with a day each, and a number. The answer is told on to `shown`, with what was asked."""

    about_a_child = False
    save_button = RowButton("save", "Ask", "Ctrl+S")  # nothing is recorded
    AUTO_FOCUS = "#leaves_1_who"

    def __init__(self, team: str, shown: Shown) -> None:
        super().__init__(DraftKey(FormName.WHAT_IF, name=team), f"What if, in {team}", _fields())
        self._team = team
        self._shown = shown
        self._asked = NamedWhatIf()

    def entered(self) -> None:
        """Have it worked out; the form waits for the answer, and says why where there is none."""
        typed = self.typed()
        problems = self.sheet.problems_seen(typed)
        try:
            asked = self._read(typed) if not problems else None
        except PlainProblem as problem:
            self.saver.wrong({}, str(problem), problem.field)
            return
        if asked is None:
            self.saver.wrong(problems)
            return
        self.saver.under_way = True
        self._asked = asked
        self.program.worker.outlook.read(self._team, self, asked)

    def on_outlook_read(self, event: OutlookRead) -> None:
        """It is worked out."""
        event.stop()
        self.program.drafts.keep(self.draft_key, None)
        self.dismiss(None)
        self.app.call_later(self.program.key_queue.let_go)
        self._shown(event.teams[0], self._asked)

    def _read(self, typed: Mapping[str, str]) -> NamedWhatIf:
        today = self.program.worker.today()
        return NamedWhatIf(_named(typed, "leaves", today), _named(typed, "back", today), _number(typed["more"]) or 0)


def _fields() -> tuple[Field, ...]:
    return (
        _who_and_when(
            "leaves",
            "Leaves",
            "Whose last day it is; all empty asks nothing",
            "The last day: fri, +4w, 18 Dec",
            "Last day",
        ),
        _who_and_when("back", "Is back", "Who is away now", "The first day back: mon, +2w, 7 Dec", "Back on"),
        Field(
            "more",
            "Children more",
            "How many more a week than now come; -1 for one fewer",
            cells=TIME_CELLS,
            reads=_number,
        ),
    )


def _who_and_when(id: str, label: str, who: str, when: str, ghost: str, number: int = 1) -> Field:
    """A worker and a day; another comes when one is filled in."""
    parts = (
        Field(f"{id}_{number}_who", "Who", who, ghost="Who", named="worker", needed=True, cells=_NAME_CELLS),
        Field(f"{id}_{number}_on", ghost, when, ghost=ghost, day="to_come", needed=True, cells=_DAY_CELLS),
    )
    said = label if number == 1 else "and"
    return Field(
        f"{id}_{number}", said, parts=parts, more=lambda: _who_and_when(id, label, who, when, ghost, number + 1)
    )


def _named(typed: Mapping[str, str], id: str, today: date) -> tuple[NamedDay, ...]:
    found = []
    for number in count(1):
        name, on = typed.get(f"{id}_{number}_who"), typed.get(f"{id}_{number}_on", "")
        if name is None:
            break
        if name.strip():
            found.append(NamedDay(name.strip(), day_read(on, today, "to_come")))
    return tuple(found)


def _number(typed: str) -> int | None:
    if not typed.strip():
        return None
    try:
        return int(typed.strip())
    except ValueError:
        raise Unread("Children more a week are a whole number, such as 2, or -1 for one fewer.") from None
