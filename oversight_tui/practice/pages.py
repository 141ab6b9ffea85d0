"""The page of one child and the page of one worker, as frozen values that a screen and a command are drawn from."""

from __future__ import annotations

from dataclasses import dataclass

from oversight_tui.practice.board import ChildRow, WorkerRow
from oversight_tui.practice.facts import Absence, Allocation, Entry, Session


@dataclass(frozen=True, slots=True)
class ChildPage:
    """A child: who they are and where they stand today, every allocation, and every entry, oldest first.

    `row` is the child as the board has them. Holds nothing of any worker's personal record.
    """

    row: ChildRow
    allocations: tuple[Allocation, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class WorkerPage:
    """A worker: where they stand today, their sessions and entries oldest first, absences, and their children.

    `entries` are what was decided or taken further about the worker; nothing of their personal record.
    """

    row: WorkerRow
    sessions: tuple[Session, ...]
    entries: tuple[Entry, ...]
    absences: tuple[Absence, ...]
    children: tuple[ChildRow, ...]


@dataclass(frozen=True, slots=True)
class TeamSummary:
    """A team that can be chosen: how many workers and open children it has."""

    name: str
    workers: int
    children: int


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose board: who the manager is, as far as known, and the teams shown when none is named.

    `name` is the confirmed name, else that of the system account. `teams` empty means the whole authority.
    """

    name: str
    confirmed: bool
    teams: tuple[str, ...]
