"""The shape in which other programs read an outlook. It holds no child, no word that was typed, and no ranking."""

from __future__ import annotations

from datetime import date

from oversight_tui.commands.printing import printed_id
from oversight_tui.practice.sight.outlook import Ahead, Course, WorkerThen
from oversight_tui.practice.sight.pressures import Pressure
from oversight_tui.practice.sight.projecting import Range, WeekFlow
from oversight_tui.practice.sight.team_outlook import TeamOutlook

Shape = dict[str, object]
_DECIMALS = 2


def outlook_shape(found: TeamOutlook) -> Shape:
    """One team's: what moved, the weeks gone by, today, if nothing changes, and if what is asked comes about."""
    outlook, asked = found.outlook, found.asked
    return {
        "team": found.team,
        "data_as_at": _day(found.sight.data_as_at),
        "recorded_by": _day(found.then.recorded_by) if found.then is not None else None,
        "full_caseload": found.full_caseload,
        "pressures": [_pressure(one) for one in found.pressures.moved] if found.pressures.known else None,
        "weeks": [_week(one) for one in outlook.weeks],
        "known": [{"kind": one.kind, "worker": one.worker, "on": _day(one.on)} for one in found.known],
        "today": _course(found, outlook.today),
        "if_nothing_changes": _course(found, outlook.unchanged),
        "what_if": {
            "leaves": [
                {"worker": found.names[one.worker], "last_day": one.last_day.isoformat()} for one in asked.leaves
            ],
            "back": [{"worker": found.names[one.worker], "on": one.first_day.isoformat()} for one in asked.back],
            "more_a_week": asked.more,
            **_course(found, outlook.asked),
        }
        if outlook.asked is not None
        else None,
    }


def _pressure(one: Pressure) -> Shape:
    return {
        "pressure": one.key,
        "unit": one.unit,
        "since": one.since.isoformat(),
        "was": _number(one.was),
        "on": one.until.isoformat(),
        "is": _number(one.now),
        "change": _number(one.change),
        "usual_change": _number(one.usually),
        "times_usual": _number(one.times),
        "worse": one.worse,
    }


def _week(one: WeekFlow) -> Shape:
    return {
        "from": one.first.isoformat(),
        "to": one.last.isoformat(),
        "new": one.new,
        "closed": one.closed,
        "transferred_in": one.transferred_in,
        "transferred_out": one.transferred_out,
        "net": one.net,
    }


def _course(found: TeamOutlook, course: Course) -> Shape:
    return {
        "net_a_week": _number(course.net_a_week),
        "ahead": [_ahead(found, one) for one in course.ahead],
        "with_nobody": course.with_nobody,
        "workers": [_worker(one) for one in course.workers],
    }


def _ahead(found: TeamOutlook, one: Ahead) -> Shape:
    return {
        "weeks": one.weeks,
        "on": one.on.isoformat(),
        "children": _range(one.children),
        "fte": _number(one.fte),
        "present_fte": _number(one.present_fte),
        "children_per_fte": _range(one.per_fte),
        "children_per_present_fte": _range(one.per_present_fte),
        "fte_needed": _range(found.fte_for(one)),
        "fte_short": _number(found.fte_short(one)),
    }


def _worker(one: WorkerThen) -> Shape:
    return {
        "id": printed_id(one.worker),
        "name": one.name,
        "fte": one.fte,
        "newly_qualified": one.newly_qualified,
        "children": one.children,
        "percent_of_full": _number(one.percent),
        "band": one.band,
        "sessions": one.cycle.sessions,
        "cycle_kept": one.cycle.kept,
        "short_by": one.cycle.short_by,
    }


def _range(one: Range | None) -> Shape | None:
    return {"low": _number(one.low), "mean": _number(one.mean), "high": _number(one.high)} if one is not None else None


def _number(number: float | None) -> float | None:
    return round(number, _DECIMALS) if number is not None else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
