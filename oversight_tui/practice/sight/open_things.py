"""What is open about a team's children: worries, decisions, actions, talks, escalations. Counts and days, no words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from oversight_tui.practice.facts import OpenItem, OpenKind
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.lateness import days_late
from oversight_tui.practice.sight.of_team import OfTeam
from oversight_tui.practice.sight.values import FigureKey, WorryCount

# What is counted as it stands.
_COUNTED: Mapping[OpenKind, FigureKey] = {
    "worry": "worries_open",
    "decision_without_because": "decisions_without_because",
    "discussion_not_on_file": "not_on_file",
    "escalation": "escalations_unanswered",
    "consultation": "consultations_unanswered",
}
_EMPTY: tuple[FigureKey, ...] = (*_COUNTED.values(), "worries_review_late", "actions_late", "actions_carried")


def open_things(part: OfTeam, today: date) -> Mapping[FigureKey, list[EntryId]]:
    """The entries of each figure. An action of one team's child that a worker of another team owns is both teams', as
    it is on both boards.
    """
    found: dict[FigureKey, list[EntryId]] = {key: [] for key in _EMPTY}
    for item in (*part.open_items, *part.owned):
        key = _COUNTED.get(item.kind)
        if key is not None:
            found[key].append(item.id)
        if item.kind == "action":
            if item.carried_over:
                found["actions_carried"].append(item.id)
            if days_late(item.due_on, today) is not None:
                found["actions_late"].append(item.id)
        elif item.kind == "worry" and days_late(item.due_on, today) is not None:
            found["worries_review_late"].append(item.id)
    return found


def worries_by_severity(items: Iterable[OpenItem], today: date) -> tuple[WorryCount, ...]:
    """The open worries of each severity, the worst first, and how old the oldest is; last those of none."""
    return tuple(_by_severity([item for item in items if item.kind == "worry"], today))


def _by_severity(worries: list[OpenItem], today: date) -> Iterator[WorryCount]:
    severities = {item.severity for item in worries}
    for severity in sorted(severities, key=lambda one: -(one or 0)):
        since = [item.since for item in worries if item.severity == severity]
        known = [day for day in since if day is not None]
        yield WorryCount(severity, len(since), max(0, (today - min(known)).days) if known else None)
