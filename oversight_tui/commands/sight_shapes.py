"""Line of sight as other programs read it: numbers, and no word that anybody typed about a child."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from oversight_tui.commands.printing import printed_id
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.sight.figures import SUPERVISED
from oversight_tui.practice.sight.months import MonthFigures
from oversight_tui.practice.sight.page import NO_TEAM
from oversight_tui.practice.sight.rows import ChildFigureRow, EntryFigureRow, FigureRow, WorkerFigureRow
from oversight_tui.practice.sight.values import FigureKey, LateReason, Share, Sight, Spread, Supervisor, TeamSight

Shape = dict[str, object]


def sight_shape(sight: Sight, names: Mapping[WorkerId, str]) -> Shape:
    """Everything of it. `names` are those of the workers who are late."""
    return {
        "as_of": sight.as_of.isoformat(),
        "data_as_at": _day(sight.data_as_at),
        "recorded_by": _day(sight.then.recorded_by) if sight.then is not None else None,
        "teams": [_team(team, sight.as_of, names) for team in sight.teams],
        "supervisors": [_supervisor(one) for one in sight.supervisors],
    }


def _team(team: TeamSight, today: date, names: Mapping[WorkerId, str]) -> Shape:
    return {
        "team": team.team or NO_TEAM,
        "workers": team.count("workers"),
        "fte": team.fte,
        "agency": team.count("agency") if team.agency_fte is not None else None,
        "children": team.count("children"),
        "families": team.families,
        "children_per_fte": _spread(team.per_fte),
        "unallocated": len(team.waiting),
        "waiting_for_a_worker": team.count("waiting"),
        "on_duty": team.count("on_duty"),
        "held_by_manager": team.count("held_by_manager"),
        "supervision": {
            "in_time": team.count("supervised_in_time"),
            "due": team.count("supervised_due"),
            "overdue": team.count("supervised_overdue"),
            "never": team.count("supervised_never") + team.count("supervised_not_yet"),
            "paused": team.count("supervised_paused"),
            "of": sum(team.count(key) for key in SUPERVISED.values()),
        },
        "coverage": {
            "in_time": team.count("discussed_in_time"),
            "due": team.count("discussed_due"),
            "overdue": team.count("discussed_overdue"),
            "never": team.count("discussed_never") + team.count("discussed_not_yet"),
            "of": team.count("children"),
        },
        "worries_open": team.count("worries_open"),
        "worries_review_overdue": team.count("worries_review_late"),
        "actions_overdue": team.count("actions_late"),
        "decisions_without_because": team.count("decisions_without_because"),
        "escalations_unanswered": team.count("escalations_unanswered"),
        "trend": [_month(one) for one in team.months],
        **_more(team, today, names),
    }


def _more(team: TeamSight, today: date, names: Mapping[WorkerId, str]) -> Shape:
    """What other programs were not promised from the beginning."""
    return {
        "data_as_at": _day(team.data_as_at),
        "fte_not_known": team.fte_not_known,
        "agency_fte": team.agency_fte,
        "away": team.count("away"),
        "away_fte": team.away_fte,
        "posts_fte": team.posts,
        "vacancy_fte": team.vacancy,
        "newly_qualified": team.count("newly_qualified"),
        "newly_qualified_children_per_fte": _spread(team.per_fte_newly_qualified),
        "bands": {key: team.count(key) for key in _BANDS},
        "in_time": {key: _share(share) for key, share in team.shares.items()},
        "not_yet": {"supervised": team.count("supervised_not_yet"), "discussed": team.count("discussed_not_yet")},
        "late": [_late(one, names) for one in team.late],
        "waiting": [{"held": one.bucket, "days": one.days, "risk": one.risk} for one in team.waiting],
        "visits": {
            "in_time": team.count("visits_in_time"),
            "late": team.count("visits_late"),
            "not_known": team.count("visits_not_known"),
        },
        "worries": [
            {"severity": one.severity, "open": one.open, "oldest_days": one.oldest_days} for one in team.worries
        ],
        "actions_carried_over": team.count("actions_carried"),
        "discussions_not_on_file": team.count("not_on_file"),
        "consultations_unanswered": team.count("consultations_unanswered"),
        "month_so_far": {
            "month": f"{today:%Y-%m}",
            "new": team.count("new"),
            "closed": team.count("closed"),
            "transferred_in": team.count("transferred_in"),
            "transferred_out": team.count("transferred_out"),
        },
    }


_BANDS: tuple[FigureKey, ...] = ("spare", "full", "over", "far_over")


def _spread(spread: Spread) -> Shape:
    return {"mean": _rounded(spread.mean), "min": _rounded(spread.least), "max": _rounded(spread.most)}


def _share(share: Share) -> Shape:
    return {
        "in_time": share.in_time,
        "of": share.of,
        "percent": _rounded(share.percent),
        "target": share.target,
        "floor": share.floor,
        "standing": share.standing,
    }


def _late(one: LateReason, names: Mapping[WorkerId, str]) -> Shape:
    return {"worker": names.get(one.worker), "why": one.why, "since": _day(one.since), "booked": _day(one.booked)}


def _month(one: MonthFigures) -> Shape:
    return {
        "month": one.month,
        "sessions_held": one.held,
        "sessions_cancelled": one.cancelled,
        "supervised_in_time_percent": _percent(one.supervised, one.supervised_of),
        "children_discussed_percent": _percent(one.discussed, one.discussed_of),
        "workers": one.workers,
        "fte": one.fte,
        "children": one.children,
        "children_per_fte": _rounded(one.per_fte),
        "unallocated": one.unallocated,
        "supervised": {"in_time": one.supervised, "of": one.supervised_of},
        "discussed": {"in_time": one.discussed, "of": one.discussed_of},
        "visited": {"in_time": one.visited, "of": one.visited_of},
        "visited_in_time_percent": _percent(one.visited, one.visited_of),
        "worries_open": one.worries_open,
        "worries_review_overdue": one.worries_review_late,
        "actions_overdue": one.actions_late,
        "decisions_without_because": one.decisions_without_because,
        "escalations_unanswered": one.escalations_unanswered,
        "new": one.new,
        "closed": one.closed,
        "transferred_in": one.transferred_in,
        "transferred_out": one.transferred_out,
    }


def _supervisor(one: Supervisor) -> Shape:
    programme = {
        "name": one.programme,
        "from": _day(one.programme_from),
        "until": _day(one.programme_until),
        "completed": one.programme_completed,
    }
    return {
        "name": one.name,
        "id": printed_id(one.worker),
        "workers": one.workers,
        "children": one.children,
        "sessions_to_hold": one.to_hold,
        "sessions_held": one.held,
        "own_last_held": _day(one.own_last),
        "own_days_since": one.own_days,
        "programme": programme if one.programme is not None else None,
    }


def rows_shape(team: TeamSight, rows: Iterable[FigureRow]) -> Shape:
    """The rows of one number of a team."""
    shapes = [_row(row) for row in rows]
    return {"team": team.team or NO_TEAM, "count": len(shapes), "rows": shapes}


def _row(row: FigureRow) -> Shape:
    if isinstance(row, WorkerFigureRow):
        return {
            "id": printed_id(row.worker),
            "worker": row.name,
            "children": row.children,
            "days_since": row.days,
            "says": row.says,
        }
    about = {"child": row.reference, "name": row.name, "worker": row.worker}
    if isinstance(row, ChildFigureRow):
        return {**about, "status": row.status, "risk": row.risk, "days_since": row.days, "says": row.says}
    return {"id": printed_id(row.entry), "kind": row.kind, **about, **_dated(row)}


def _dated(row: EntryFigureRow) -> Shape:
    return {"severity": row.severity, "days": row.days, "due_on": _day(row.due), "says": row.says}


def _percent(number: int, of: int) -> float | None:
    return round(100 * number / of, 1) if of else None


def _rounded(number: float | None) -> float | None:
    return round(number, 1) if number is not None else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
