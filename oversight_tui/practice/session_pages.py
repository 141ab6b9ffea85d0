"""A worker's agenda and the session in hand, as frozen values that a screen and a command are drawn from."""

from __future__ import annotations

from msgspec import Struct

from oversight_tui.practice.agenda import Agenda, AgendaItem, Candidate, SessionSlot
from oversight_tui.practice.board import ChildRow, WorkerRow
from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.ids import ChildId, EntryId


class WorkerAgenda(Struct, frozen=True):
    """An agenda with what it is made of: the worker, their children, and everything that is open about them."""

    worker: WorkerRow
    children: tuple[ChildRow, ...]
    open_items: tuple[OpenItem, ...]
    agenda: Agenda
    candidates: tuple[Candidate, ...] = ()


class HeldHow(Struct, frozen=True):
    """How the manager wants a session: held `today` though it is planned for a day to come, or one was held today
    already; in so many minutes instead of those planned; its minutes shared among so many children.
    """

    today: bool = False
    minutes: int | None = None
    children: int | None = None


class SessionInHand(Struct, frozen=True):
    """A session with a worker: who is on its agenda, and about whom something is written in it already.

    It is held today, or `prepared` for the day on which it is planned. `session_id` is the session held, None until
    the first entry. `items` are the children of the agenda and those who were talked about besides; `candidates`
    all children of the worker. Where one was held and ended that day it is `held_already`, until it is said that
    this is `another`. It is planned `at` a time of day, None where none was said. Fewer than so many percent of the
    children (`cut_short_percent`) cut it short.
    """

    worker: WorkerRow
    children: tuple[ChildRow, ...]
    open_items: tuple[OpenItem, ...]
    agenda: Agenda
    slot: SessionSlot
    items: tuple[AgendaItem, ...]
    session_id: EntryId | None
    written: frozenset[ChildId]
    candidates: tuple[Candidate, ...] = ()
    prepared: bool = False
    held_already: bool = False
    another: bool = False
    cut_short_percent: int = 0
    at: str | None = None
