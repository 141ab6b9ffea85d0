"""One team's numbers in their groups: each with what it counts, a small bar, and what is to be known beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.sight.values import (
    FigureKey,
    LateReason,
    ShareKey,
    Sight,
    Spread,
    TeamSight,
    Waiting,
)
from oversight_tui.practice.sight.waiting import WAITING
from oversight_tui.ui.present.bars import bar
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.sight.shares import TONE, n_of_n, share_said, sign_of
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.words.dates import count, month_day, short_day
from oversight_tui.words.labels import RISK, words_for
from oversight_tui.words.sight import why_late_said

_BAR = 8
_BAR_FROM = 100
_WORDS_FROM = 60  # narrower, the words stand under the row
NOW = (
    Column(1),
    Column(29, whole=True),
    Column(10, "right", whole=True, apart=True),
    Column(_BAR, from_width=_BAR_FROM),
    Column(wraps_from=1, goes_on_under=1),
)
_LATE: frozenset[FigureKey] = frozenset(
    {
        *("waiting", "supervised_overdue", "supervised_never", "discussed_overdue", "discussed_never"),
        *("visits_late", "worries_review_late", "decisions_without_because", "actions_late", "far_over"),
        *("escalations_unanswered", "consultations_unanswered"),
    }
)
_IN_GROUPS: Mapping[str, Mapping[FigureKey | ShareKey, str]] = {
    "Workers": {
        "workers": "workers",
        "agency": "from an agency",
        "away": "away today",
        "newly_qualified": "newly qualified",
    },
    "Children": {
        "children": "children",
        "waiting": "waiting for a worker",
        "on_duty": "held on duty",
        "held_by_manager": "held by a manager",
    },
    "Caseloads": {
        "spare": "room for more",
        "full": "full",
        "over": "over a full caseload",
        "far_over": "far over a full caseload",
    },
    "Supervision of workers": {
        "supervised": "in time",
        "supervised_due": "of these due",
        "supervised_overdue": "overdue",
        "supervised_never": "never supervised",
        "supervised_not_yet": "not recorded yet",
        "supervised_paused": "clock paused",
    },
    "Discussion of children": {
        "discussed": "in time",
        "discussed_due": "of these due",
        "discussed_overdue": "overdue",
        "discussed_never": "never discussed",
        "discussed_not_yet": "not recorded yet",
    },
    "Visits to children": {
        "visited": "in time",
        "visits_late": "late",
        "visits_not_known": "not known",
    },
    "Worries": {"worries_open": "open", "worries_review_late": "review late"},
    "Decisions, actions, files": {
        "decisions_without_because": "decisions without a because",
        "actions_late": "actions late",
        "actions_carried": "actions carried over",
        "not_on_file": "discussions not on the file",
        "escalations_unanswered": "escalations unanswered",
        "consultations_unanswered": "consultations unanswered",
    },
    "This month": {
        "new": "new",
        "closed": "closed",
        "transferred_in": "transferred in",
        "transferred_out": "transferred out",
    },
}


def now_rows(sight: Sight, team: TeamSight, people: Mapping[WorkerId, str], names: Names) -> Iterator[Line]:
    """A row a number under its heading. The reason of each worker who is late stands under those who are. `people` are
    the workers' names.
    """
    for heading, rows in _IN_GROUPS.items():
        if heading == "Caseloads" and all(one.percent is None for one in team.loads):
            continue  # no full caseload is set, or nobody's FTE is known
        yield _heading(heading, _month_so_far(sight.as_of) if heading == "This month" else "")
        for key, label in rows.items():
            yield from _row(key, label, sight, team, names)
            if key in ("supervised_overdue", "supervised_never"):
                yield from _reasons(key == "supervised_never", sight.as_of, team, people, names)


def is_heading(key: str) -> bool:
    """Whether the row with this key is a heading, which opens nothing."""
    return key.startswith("heading:")


def worker_of_row(key: str) -> WorkerId | None:
    """The worker of a row that says why one is late; None of every other."""
    return WorkerId(int(key.removeprefix("late:"))) if key.startswith("late:") else None


def _heading(text: str, beside: str) -> Line:
    cells = (Cell(""), Cell(text, "heading"), Cell(""), Cell(""), Cell(beside, "quiet"))
    return Line(f"heading:{text}", cells, counted=False)


def _month_so_far(today: date) -> str:
    return f"so far, {month_day(today.replace(day=1))} to {month_day(today)}"


def _row(key: FigureKey | ShareKey, label: str, sight: Sight, team: TeamSight, names: Names) -> Iterator[Line]:
    glyphs = names.glyphs
    if key == "supervised" or key == "discussed" or key == "visited":
        share = team.shares[key]
        tone = TONE[share.standing]
        cells = (
            Cell(sign_of(share.standing, glyphs), tone),
            Cell(f" {label}"),
            Cell(n_of_n(share), tone if share.of else "quiet"),
            Cell(bar(share.in_time, share.of, _BAR, glyphs) if share.of else "", tone),
            Cell(share_said(share), tone),
        )
    else:
        number = team.count(key)
        late: Tone = "alarm" if number and key in _LATE else "plain" if number else "quiet"
        of = _whole(key, team)
        cells = (
            Cell(glyphs.overdue if late == "alarm" else "", late),
            Cell(f" {label}", "plain" if number else "quiet"),
            Cell(str(number), late),
            Cell(bar(number, of, _BAR, glyphs) if of and number else "", "quiet"),
            Cell(_beside(key, sight, team), "quiet"),
        )
    yield Line(key, cells)


def _whole(key: FigureKey, team: TeamSight) -> int:
    """Of how many the rows of a figure are a part; 0 where they are no part of any."""
    workers: frozenset[FigureKey] = frozenset(
        {"agency", "away", "newly_qualified", "spare", "full", "over", "far_over"}
    )
    if key in workers or key.startswith("supervised_"):
        return team.count("workers")
    if key in WAITING.values() or key.startswith(("discussed_", "visits_")):
        return team.count("children")
    return team.count("worries_open") if key == "worries_review_late" else 0


def _beside(key: FigureKey, sight: Sight, team: TeamSight) -> str:
    """What stands beside a number."""
    match key:
        case "workers":
            return _fte(team)
        case "agency":
            return _of_fte(team.agency_fte, team)
        case "away":
            return _of_fte(team.away_fte, team)
        case "newly_qualified":
            return _spread(team.per_fte_newly_qualified)
        case "children":
            families = count(team.families, "family", "families") if team.families is not None else ""
            return "; ".join(filter(None, (families, _spread(team.per_fte))))
        case "waiting" | "on_duty" | "held_by_manager":
            return _waiting([one for one in team.waiting if WAITING[one.bucket] == key])
        case "spare":
            away = team.spare_and_away
            return f"{away} of them away today" if away else ""
        case "worries_open":
            return _worries(team)
        case _:
            return ""


def _fte(team: TeamSight) -> str:
    said = [f"{team.fte:.1f} FTE" if team.fte is not None else "nobody's FTE is known"]
    if team.fte is not None and team.fte_not_known:
        said.append(f"of {team.fte_not_known} more the FTE is not known")
    if team.vacancy is not None:
        said.append(f"{team.vacancy:.1f} of {team.posts:.1f} FTE of posts vacant")
    return "; ".join(said)


def _of_fte(part: float | None, team: TeamSight) -> str:
    if not part:
        return ""
    return f"{part:.1f} FTE, {100 * part / team.fte:.0f} % of the team's" if team.fte else f"{part:.1f} FTE"


def _spread(spread: Spread) -> str:
    """`15.6 children per FTE, from 9.0 to 24.0 of one worker`; of one worker alone the one number."""
    if spread.least is not None and spread.least == spread.most:
        return f"{spread.least:.1f} children per FTE"
    between = (
        f"from {spread.least:.1f} to {spread.most:.1f} of one worker"
        if spread.least is not None and spread.most is not None
        else ""
    )
    if spread.mean is None:
        return f"children per FTE {between}" if between else ""
    return ", ".join(filter(None, (f"{spread.mean:.1f} children per FTE", between)))


def _waiting(waiting: Sequence[Waiting]) -> str:
    """For how long the longest has waited, and how many of each risk."""
    if not waiting:
        return ""
    days = max((one.days for one in waiting if one.days is not None), default=None)
    longest = f"the longest {count(days, 'day')}" if days is not None else "for how long is not known"
    risks = Counter(one.risk for one in waiting)
    order = [risk for risk in ("very_high", "high", "medium", "low") if risks[risk]]
    others = sum(risks.values()) - sum(risks[risk] for risk in order)
    said = [f"{risks[risk]} {words_for(RISK, risk)}" for risk in order] + ([f"{others} not rated"] if others else [])
    return f"{longest}; risk: {', '.join(said)}"


def _worries(team: TeamSight) -> str:
    said = []
    for one in team.worries:
        if one.open:
            what = f"severity {one.severity}" if one.severity is not None else "no severity said"
            oldest = f" (the oldest {count(one.oldest_days, 'day')})" if one.oldest_days is not None else ""
            said.append(f"{what}: {one.open}{oldest}")
    return ", ".join(said)


def _reasons(never: bool, today: date, team: TeamSight, people: Mapping[WorkerId, str], names: Names) -> Iterator[Line]:
    """Why each of them is late, by name."""
    shown = [one for one in team.late if (one.why == "never_supervised") == never and one.worker in people]
    for one in sorted(shown, key=lambda one: people[one.worker]):
        yield Line(
            f"late:{one.worker}",
            (
                Cell(""),
                Cell(f"   {names.worker(people[one.worker])}"),
                *[Cell("")] * 2,
                Cell(reason_said(one, today)),
            ),
            counted=False,
        )


def reason_said(one: LateReason, today: date) -> str:
    """Why a worker is late, with its day, and when the next session is."""
    since, booked = (short_day(day, today) if day is not None else "" for day in (one.since, one.booked))
    return why_late_said(one.why, since, booked)
