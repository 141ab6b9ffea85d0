"""The agenda of a session while it is held: who is on it, who was taken off, who comes next. Knows no widget."""

from __future__ import annotations

from datetime import date

from oversight_tui.practice.agenda import AgendaItem, Candidate
from oversight_tui.practice.cut_short import falls_short
from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.session_pages import HeldHow, SessionInHand
from oversight_tui.ui.actions import ActionId
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.ui.drafts import Drafts
from oversight_tui.ui.present.agenda import day_of_row
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.words.dates import weekday_day


class RunningAgenda:
    """Stays as it was when the session is read again, but for who was taken off it or came to it."""

    def __init__(self, session: SessionInHand) -> None:
        self.session = session
        self.items = list(session.items)
        self.how = HeldHow()
        self._made_anew = False
        self._taken_off: ChildId | None = None
        self._brought: ChildId | None = None
        self._moved_up: ChildId | None = None
        self._in_the_place: ChildId | None = None  # who is where the one who was taken off has been

    def held_as(self, how: HeldHow) -> None:
        """The manager wants it otherwise: when the session is read again, its agenda is made anew."""
        self.how = how
        self._made_anew = True

    def take_off(self, child_id: ChildId) -> date:
        """A child leaves this agenda, or a later one; the day of the session whose agenda changes."""
        later = self.later_day(child_id)
        self._taken_off = child_id if later is None else None
        return later or self.session.slot.on

    def bring(self, child_id: ChildId) -> date:
        """A child comes to this agenda from a later one, or from none; the day of this session."""
        self._brought = child_id
        return self.session.slot.on

    def forget_change(self) -> None:
        """What was asked for was refused."""
        self._taken_off = self._brought = None

    def update(self, session: SessionInHand) -> None:
        """The session as it is now."""
        if self._made_anew:
            self.session = session
            self.items = list(session.items)
            self._made_anew = False
            return
        off = self._taken_off
        place = next((at for at, item in enumerate(self.items) if item.child.child_id == off), None)
        before = {item.child.child_id for item in self.session.items}
        self.session = session
        listed = {item.child.child_id for item in self.items}
        came = [one for one in session.items if one.child.child_id not in listed | before | {off}]
        wanted = (session.written | {self._brought}) - listed
        more = [one for one in session.items if one.child.child_id in wanted]
        now = {one.child.child_id: one for one in session.items}  # with what is open about each
        self.items = [now.get(one.child.child_id, one) for one in self.items if one.child.child_id != off] + more
        if off is not None and came:
            self.items.append(came[0])  # whoever comes next has the place
            self._moved_up = came[0].child.child_id
        self.forget_change()
        if place is not None and self.items:
            self._in_the_place = self.items[min(place, len(self.items) - 1)].child.child_id

    def take_place(self) -> ChildId | None:
        """Who is where somebody was taken off; asked once."""
        child_id = self._in_the_place
        self._in_the_place = None
        return child_id

    def take_moved_up(self) -> ChildId | None:
        """Who came to this agenda since somebody was taken off it; asked once."""
        child_id = self._moved_up
        self._moved_up = None
        return child_id

    def next_to_write(self, after: ChildId | None) -> ChildId | None:
        """The child of this agenda to be written about next, from this one on; None where all are written."""
        today = [item.child.child_id for item in self.items]
        still = [key for key in today if key not in self.session.written]
        here = today.index(after) if after is not None and after in today else 0
        return next((key for key in today[here:] if key in still), still[0] if still else None)

    def holds(self, child_id: ChildId) -> bool:
        """Whether a child is on this agenda."""
        return any(item.child.child_id == child_id for item in self.items)

    def later_day(self, child_id: ChildId) -> date | None:
        """The later session on whose agenda a child is; None for this one, and for none."""
        return None if self.holds(child_id) else day_of_row(self.session, child_id)

    @property
    def must(self) -> int:
        """How many have to be talked about today and are not written yet, with those who are put off all the same."""
        here = sum(item.must and item.child.child_id not in self.session.written for item in self.items)
        return here + sum(off.must for off in self.session.agenda.sessions[0].put_off)

    @property
    def left(self) -> list[ChildId]:
        """Who is not written yet."""
        return [item.child.child_id for item in self.items if item.child.child_id not in self.session.written]

    @property
    def soonest_left(self) -> Candidate | None:
        """Of those who are not written yet the one whose time runs out first; None where all can wait."""
        left = [one.child for one in self.items if one.child.child_id not in self.session.written]
        return min(
            (one for one in left if one.last_day is not None), key=lambda one: one.last_day or date.max, default=None
        )

    @property
    def next_thought_of(self) -> date | None:
        """The day of the session after this one, planned or not; None where the agenda has no further."""
        return next((one.slot.on for one in self.session.agenda.sessions[1:]), None)

    @property
    def is_cut_short(self) -> bool:
        """Whether so few are written that it has to be said whether the session counts."""
        written = len(self.session.written)
        return falls_short(written, written + len(self.left), self.session.cut_short_percent)

    def half_written(self, drafts: Drafts) -> AgendaItem | None:
        """The child of this agenda about whom a draft is kept."""
        worker = self.session.worker.worker.id
        for item in self.items:
            if DraftKey(FormName.SESSION_TALK, worker_id=worker, reference=item.child.reference) in drafts:
                return item
        return None

    def about(self, key: str | None, names: Names) -> About | None:
        """The child whose row has this key, None for a row of none."""
        for row in self.session.children:
            if key_of(row.child.id) == key:
                return About(row.child.id, row.child.worker_id, row.child.reference, row.worker, names.child(row.child))
        return None

    def about_worker(self, names: Names) -> About:
        """The worker the session is with."""
        worker = self.session.worker.worker
        return About(None, worker.id, None, worker.name, names.worker(worker.name))

    def answerable(self, child_id: ChildId | None) -> list[OpenItem]:
        """What is open about a child, if any, and then about the worker."""
        worker = self.session.worker.worker.id
        of_worker = [one for one in self.session.open_items if one.child_id is None and one.worker_id == worker]
        return [*(self.open_items(child_id) if child_id is not None else ()), *of_worker]

    def open_items(self, child_id: ChildId) -> list[OpenItem]:
        """What is open about a child, by the day it is due."""
        found = [one for one in self.session.open_items if one.child_id == child_id]
        return sorted(found, key=lambda one: (one.due_on is None, one.due_on, one.id))


_ABOUT_THE_CHILD: frozenset[ActionId] = frozenset(
    {
        *("session_write", "session_drop", "session_bring"),
        *("decide", "worry", "add_action", "risk", "escalate", "consult", "seen", "child_date"),
    }
)


def _not_held(agenda: RunningAgenda, hold_key: str) -> str:
    """Why nothing is written in the session before it is said that it is held today; empty where it is."""
    session = agenda.session
    if session.held_already and not session.prepared:
        return f"A session was held today and has ended. {hold_key} holds a second one of today."
    if session.prepared:
        second = ", a second one of today" if session.held_already else ""
        day = weekday_day(session.slot.on)
        return f"This session is planned for {day} and is prepared today. {hold_key} holds it today{second}."
    return ""


def cannot_in_session(action_id: ActionId, agenda: RunningAgenda, child_id: ChildId | None, hold_key: str) -> str:
    """Why an action cannot act on the row of a child, or on one that is of no child; empty where it can.

    `hold_key` is the key that holds today what is planned for a day to come, or another than was held today.
    """
    if action_id == "session_hold" and not (agenda.session.prepared or agenda.session.held_already):
        begun = agenda.session.session_id is not None
        return "This session is today's, and has begun." if begun else "This session is today's: writing begins it."
    if action_id in ("session_write", "session_any", "session_end") and (not_yet := _not_held(agenda, hold_key)):
        return not_yet
    if action_id in ("session_end", "session_told", "copy") and agenda.session.session_id is None:
        return "Nothing is written yet. Enter writes about the child of this row."
    if action_id not in _ABOUT_THE_CHILD:
        return ""
    if child_id is None:
        return "No child is on this row."
    if action_id == "session_bring" and agenda.holds(child_id):
        return "This child is on this agenda already."
    if action_id == "session_drop" and not agenda.holds(child_id) and agenda.later_day(child_id) is None:
        return "This child is on none of these agendas."
    return ""
