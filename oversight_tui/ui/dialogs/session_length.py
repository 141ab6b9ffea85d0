"""How long there is for a session, and among how many children it is shared: nothing is recorded."""

from __future__ import annotations

from collections.abc import Callable

from oversight_tui.practice.ids import WorkerId
from oversight_tui.ui.dialogs.common_fields import TIME_CELLS
from oversight_tui.ui.dialogs.field import Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.dialogs.session import read_minutes
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.words.typed import Unread, whole_number

LONGEST, MOST_CHILDREN = 480, 60


class SessionLengthForm(Form):
    """Minutes and children; the agenda is made anew for them by `shared`."""

    about_a_child = False
    AUTO_FOCUS = "#minutes"

    def __init__(self, worker_id: WorkerId, minutes: int, shared: Callable[[int | None, int | None], None]) -> None:
        fields = (
            Field(
                "minutes", "Minutes", f"How long there is; left empty it is {minutes}", cells=TIME_CELLS, reads=_minutes
            ),
            Field(
                "children",
                "Children",
                "Among how many; left empty each child has the usual time",
                cells=TIME_CELLS,
                reads=_children,
            ),
        )
        super().__init__(DraftKey(FormName.SESSION_LENGTH, worker_id=worker_id), "How long, and how many", fields)
        self._minutes = minutes
        self._shared = shared

    def entered(self) -> None:
        """The agenda anew; the session is opened with its own length the next time."""
        typed = self.typed()
        problems = self.sheet.problems_seen(typed)
        if problems:
            self.saver.wrong(problems)
            return
        minutes, children = _minutes(typed["minutes"]), _children(typed["children"])
        if children is not None and children > (minutes or self._minutes):
            self.saver.wrong({"children": "There are more children than minutes."})
            return
        self.saver.under_way = True
        self.program.drafts.keep(self.draft_key, None)
        self.dismiss(None)
        self._shared(minutes, children)


def _minutes(typed: str) -> int | None:
    minutes = read_minutes(typed)
    if minutes is not None and not 1 <= minutes <= LONGEST:
        raise Unread(f"A session has from 1 to {LONGEST} minutes.")
    return minutes


def _children(typed: str) -> int | None:
    if not typed.strip():
        return None
    children = whole_number(typed.strip())
    if children is None or not 1 <= children <= MOST_CHILDREN:
        raise Unread(f"Children are a number from 1 to {MOST_CHILDREN}, such as 5.")
    return children
