"""The last thirteen months as plots, each with every number beneath it and the size of its change in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from oversight_tui.practice.sight.months import MonthFigures, month_ends
from oversight_tui.practice.sight.moved import MEASURES, MeasureKey, month_named, moved_said
from oversight_tui.practice.sight.page import without_said
from oversight_tui.practice.sight.values import ShareKey, TeamSight
from oversight_tui.ui.widgets.plot import Level, Plot, Series
from oversight_tui.words.dates import count, month_day


class _Shown(NamedTuple):
    """One series of a plot: which number, what it is called there, its sign, and whether a line joins its points."""

    key: MeasureKey
    name: str
    sign: str
    joined: bool = True


class _Chart(NamedTuple):
    """One plot: its title, its series, and the share whose target and floor are marked in it, 0 to 100 then."""

    title: str
    series: tuple[_Shown, ...]
    share: ShareKey | None = None


_CHARTS = (
    _Chart("Children per FTE", (_Shown("per_fte", "per FTE", "o"),)),
    _Chart("Workers supervised in time, %", (_Shown("supervised", "in time", "o"),), "supervised"),
    _Chart("Children discussed in time, %", (_Shown("discussed", "in time", "o"),), "discussed"),
    _Chart(
        "Sessions of supervision in the month",
        (_Shown("held", "held", "o"), _Shown("cancelled", "cancelled", "x", joined=False)),
    ),
    _Chart(
        "Children new, closed and transferred in the month",
        (
            _Shown("new", "new", "n"),
            _Shown("closed", "closed", "c", joined=False),
            _Shown("transferred_in", "came", "+", joined=False),
            _Shown("transferred_out", "went", "-", joined=False),
        ),
    ),
    _Chart(
        "Worries at the month's end",
        (_Shown("worries_open", "open", "o"), _Shown("worries_review_late", "late", "x", joined=False)),
    ),
)


def trend_plots(team: TeamSight, as_of: date) -> tuple[Plot, ...]:
    """A plot each. A month that is not worked out is a gap in it, and never 0."""
    known = {one.last_day: one for one in team.months}
    months = [(day, known.get(day)) for day in month_ends(as_of)]
    return tuple(_plot(chart, team, months) for chart in _CHARTS)


def missing_said(team: TeamSight, as_of: date, *, worked_out: bool) -> str:
    """Which months are gaps: not worked out yet, or before anything was known of the team; and of several teams, which
    are not in the plots. Empty where there is none of it.
    """
    known = {one.last_day for one in team.months}
    missing = [day for day in month_ends(as_of) if day not in known]
    without = " ".join(without_said(team))
    if not missing:
        return without
    named = " to ".join(f"{month_named(day)} {day.year}" for day in dict.fromkeys((missing[0], missing[-1])))
    why = "Nothing was known of the team yet" if worked_out else "Not worked out yet"
    return f"{why} in {count(len(missing), 'month')}: {named}. A gap is not a 0. {without}".rstrip()


def _plot(chart: _Chart, team: TeamSight, months: Sequence[tuple[date, MonthFigures | None]]) -> Plot:
    known = [month for _, month in months if month is not None]
    levels: tuple[Level, ...] = ()
    if chart.share is not None:
        share = team.shares[chart.share]
        levels = (Level(share.target, "target"), Level(share.floor, "floor"))
    return Plot(
        chart.title,
        tuple(month_day(day)[-3:] for day, _ in months),
        tuple(_series(one, [month for _, month in months]) for one in chart.series),
        tuple(moved_said(MEASURES[one.key], known) for one in chart.series),
        levels,
        100 if chart.share is not None else None,
    )


def _series(shown: _Shown, months: Sequence[MonthFigures | None]) -> Series:
    measure = MEASURES[shown.key]
    numbers = tuple(measure.of(month) if month is not None else None for month in months)
    return Series(shown.name, shown.sign, numbers, tuple(map(measure.said, numbers)), joined=shown.joined)
