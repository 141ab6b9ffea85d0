"""Line of sight on paper: of one team two pages to take upstairs, of several a table by name and the charts of all.

No word that was typed about a child, no child, and no worker by name: why workers are late is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from oversight_tui.exchange.documents.model import (
    Block,
    Bullets,
    Chart,
    Charts,
    Column,
    Document,
    Face,
    Section,
    Series,
    Span,
    Table,
    Words,
    note,
    paragraph,
    words_of,
)
from oversight_tui.practice.sight.effect_values import Effect, TeamEffect
from oversight_tui.practice.sight.effect_words import ALL_APART, effect_lines
from oversight_tui.practice.sight.months import MonthFigures, month_ends
from oversight_tui.practice.sight.moved import MEASURES, MeasureKey, moved_said
from oversight_tui.practice.sight.outlook_words import page_of
from oversight_tui.practice.sight.page import (
    BANDS,
    DISCUSSED_APART,
    NO_TEAM,
    OF_THE_MONTH,
    SUPERVISED_APART,
    VISITED_APART,
    WAITING_TO_BE_DONE,
    counted_said,
    people_said,
    spread_said,
    without_said,
)
from oversight_tui.practice.sight.team_outlook import TeamOutlook
from oversight_tui.practice.sight.together import together
from oversight_tui.practice.sight.values import Share, ShareKey, Sight, TeamSight
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.labels import BUCKET, RISK, words_for
from oversight_tui.words.sight import FIGURE, SHARE, WHY_LATE, standing_said
from oversight_tui.words.text import one_line


class Reported(Struct, frozen=True):
    """What a report is made of: line of sight, and of one team where it goes and what came of it."""

    sight: Sight
    outlook: TeamOutlook | None = None
    effect: Effect | None = None


class _Drawn(Struct, frozen=True):
    """A chart by its title and the numbers of the months that it shows."""

    title: str
    of: tuple[MeasureKey, ...]


_CHARTS = (
    _Drawn("Children per FTE", ("per_fte",)),
    _Drawn("Workers supervised in time, %", ("supervised",)),
    _Drawn("Children discussed in time, %", ("discussed",)),
    _Drawn("Sessions of supervision", ("held", "cancelled")),
    _Drawn("Children who came and went", ("new", "closed", "transferred_in", "transferred_out")),
    _Drawn("Worries at the month's end", ("worries_open", "worries_review_late")),
)
_SHARES: tuple[ShareKey, ...] = ("supervised", "discussed", "visited")
_STANDS = {"on_target": "", "above_floor": " under target", "below_floor": " below floor"}
# What of the outlook stands on the page: whether each worker's cycle is kept is for who supervises them.
_LEFT_OUT = "Can the supervision cycle be kept"
_SOMEBODY = "one worker"


def sight_document(of: Reported, face: Face, author: str) -> Document:
    """The report. `of.sight` has at least one team."""
    sight = of.sight
    whole = together(sight.teams)
    named = one_line(sight.teams[0].team or NO_TEAM) if len(sight.teams) == 1 else count(len(sight.teams), "team")
    sections = [*_of_one(of, whole)] if len(sight.teams) == 1 else [_side_by_side(sight.teams), _charts(whole, sight)]
    return Document(face, f"Line of sight: {named}, {long_day(sight.as_of)}", author, tuple(sections), dense=True)


def _of_one(of: Reported, team: TeamSight) -> Iterator[Section]:
    yield Section("Workers and caseloads", tuple(_caseloads(team)))
    yield Section("In time", (_in_time(team), *_apart(team)))
    yield Section("Open", (_open(team), *_worries(team)))
    yield _charts(team, of.sight)
    if of.outlook is not None:
        for part in page_of(_with_nobody_named(of.outlook)):
            if part.heading != "Now" and not part.heading.startswith(_LEFT_OUT):
                said = (line[:1].upper() + line[1:] for line in part.lines)
                yield Section(part.heading, tuple(note(line) if part.is_method else paragraph(line) for line in said))
    if of.effect is not None and of.effect.teams:
        came = Bullets(tuple(_came_of(of.effect, of.effect.teams[0])))
        yield Section(f"What came of it, {of.effect.span.says()}", (came, note(ALL_APART)))


def _with_nobody_named(outlook: TeamOutlook) -> TeamOutlook:
    """The same, with what is known of the weeks to come and not of whom."""
    return outlook.__replace__(known=tuple(one.__replace__(worker=_SOMEBODY) for one in outlook.known))


def _came_of(effect: Effect, team: TeamEffect) -> Iterator[Words]:
    """Each subject with its parts behind it."""
    groups: list[tuple[str, list[str]]] = []
    for line in effect_lines(effect, team):
        if line.key is None:
            groups.append((line.text, []))
        else:
            groups[-1][1].append(f"{line.of_how_many} {line.text}")
    for subject, parts in groups:
        yield words_of(Span(subject, "strong"), f". {'; '.join(parts)}.") if parts else words_of(subject)


def _caseloads(team: TeamSight) -> Iterator[Block]:
    yield paragraph(" ".join(people_said(team)))
    yield paragraph(f"Children per FTE: {spread_said(team.per_fte)}.")
    if team.count("newly_qualified"):
        yield paragraph(f"Of newly qualified workers: {spread_said(team.per_fte_newly_qualified)}.")
    known = sum(load.percent is not None for load in team.loads)
    if known:
        bands = ", ".join(f"{team.count(key)} {called}" for key, called in BANDS.items())
        yield paragraph(f"Against a full caseload for their FTE, of {count(known, 'worker')}: {bands}.")
    buckets = Counter(one.bucket for one in team.waiting)
    for bucket, number in sorted(buckets.items()):
        longest = max((one.days for one in team.waiting if one.bucket == bucket and one.days is not None), default=None)
        since = f", the longest for {count(longest, 'day')}" if longest is not None else ""
        held = words_for(BUCKET, bucket).capitalize()
        yield paragraph(f"{held}: {count(number, 'child', 'children')}{since}; {_risks(team, bucket)}.")


def _risks(team: TeamSight, bucket: str) -> str:
    """`2 of high risk, 1 of medium risk`."""
    risks = Counter(one.risk for one in team.waiting if one.bucket == bucket)
    return ", ".join(f"{number} of {words_for(RISK, risk)} risk" for risk, number in sorted(risks.items()))


def _in_time(team: TeamSight) -> Table:
    rows = []
    for key in _SHARES:
        share = team.shares[key]
        stands = standing_said(share.standing, share.target, share.floor)
        rows.append((SHARE[key], f"{share.in_time} of {share.of}", share.says or "-", stands))
    columns = (Column("What", 2.2), Column("In time", 1), Column("Percent", 0.7), Column("Where that stands", 3))
    return Table(columns, tuple(tuple(map(words_of, row)) for row in rows))


def _apart(team: TeamSight) -> Iterator[Block]:
    yield paragraph(f"Workers: {counted_said(team, SUPERVISED_APART)} {_why_late(team)}".strip())
    yield paragraph(f"Children, discussion: {counted_said(team, DISCUSSED_APART)}")
    yield paragraph(f"Children, visits: {counted_said(team, VISITED_APART)}")


def _open(team: TeamSight) -> Table:
    keys = (*("worries_open", "worries_review_late"), *WAITING_TO_BE_DONE, *OF_THE_MONTH)
    cells = [cell for key in keys for cell in (FIGURE[key], str(team.count(key)))]
    pairs = 3
    cells += [""] * (-len(cells) % (2 * pairs))
    rows = (tuple(map(words_of, cells[at : at + 2 * pairs])) for at in range(0, len(cells), 2 * pairs))
    return Table((Column("What", 3), Column("How many", 1.1)) * pairs, tuple(rows))


def _worries(team: TeamSight) -> Iterator[Block]:
    said = []
    for one in team.worries:
        called = f"of severity {one.severity}" if one.severity is not None else "without a severity"
        oldest = f", the oldest for {count(one.oldest_days, 'day')}" if one.oldest_days is not None else ""
        said.append(f"{one.open} {called}{oldest}")
    if said:
        yield paragraph(f"Worries open: {'; '.join(said)}.")


def _why_late(team: TeamSight) -> str:
    """`Late: 1 away, 2 with no session booked`: counted, and nobody named."""
    reasons = Counter(one.why for one in team.late)
    if not reasons:
        return ""
    return f"Late: {', '.join(f'{number} {WHY_LATE[why]}' for why, number in sorted(reasons.items()))}."


def _charts(team: TeamSight, sight: Sight) -> Section:
    """A month that is not known is a gap in the charts, and in the table a row of empty cells."""
    heading = "The last thirteen months"
    known = {one.last_day: one for one in team.months}
    ends = tuple(month_ends(sight.as_of))
    missing = sum(day not in known for day in ends)
    if missing == len(ends):
        return Section(heading, (note("Of none of them is it known how the whole stood."),))
    months = [(f"{day:%b %y}" if day.month == 1 else f"{day:%b}", known.get(day)) for day in ends]
    drawn = Charts(tuple(_chart(one, months) for one in _CHARTS))
    columns = (Column("Month", 1.5), *(Column(called, share) for called, share, _ in _COLUMNS))
    table = Table(columns, tuple(tuple(map(words_of, _row(day, known.get(day)))) for day in ends))
    gaps = (note(f"Of {count(missing, 'month')} nothing is known: a gap in a chart is not 0."),) if missing else ()
    return Section(heading, (drawn, table, *gaps, *map(note, without_said(team))))


def _chart(drawn: _Drawn, months: Sequence[tuple[str, MonthFigures | None]]) -> Chart:
    measures = [MEASURES[key] for key in drawn.of]
    known = [one for _, one in months if one is not None]
    said = "; ".join(moved_said(one, known) for one in measures[:2]) + "."
    series = tuple(
        Series(one.name, tuple(one.of(month) if month is not None else None for _, month in months)) for one in measures
    )
    steps = tuple(step for step, _ in months)
    is_percent = all(one.percent for one in measures)
    return Chart(drawn.title, words_of(said[0].upper() + said[1:]), steps, series, measures[0].decimals, is_percent)


# What of a month stands in the table, under which heading, how wide.
_COLUMNS: tuple[tuple[str, float, MeasureKey], ...] = (
    ("children", 1.25, "children"),
    ("per FTE", 0.9, "per_fte"),
    ("supervised %", 1.6, "supervised"),
    ("discussed %", 1.5, "discussed"),
    ("seen %", 0.9, "visited"),
    ("held", 0.8, "held"),
    ("cancelled", 1.4, "cancelled"),
    ("new", 0.8, "new"),
    ("closed", 1.0, "closed"),
    ("transferred in", 1.6, "transferred_in"),
    ("transferred out", 1.6, "transferred_out"),
    ("worries", 1.15, "worries_open"),
    ("worries late", 1.15, "worries_review_late"),
    ("actions late", 1.15, "actions_late"),
)


def _row(day: date, month: MonthFigures | None) -> tuple[str, ...]:
    """One month; `-` is of nobody or not known of a month that is."""
    measures = (MEASURES[key] for _, _, key in _COLUMNS)
    said = ((one.said(one.of(month)) or "-") if month is not None else "" for one in measures)
    return (f"{day:%b %Y}", *said)


def _side_by_side(teams: Sequence[TeamSight]) -> Section:
    """A row a team by its name, and one of all of them; nobody is ranked."""
    columns = (
        *(Column("Team", 2.4), Column("workers", 1.25), Column("FTE", 0.8), Column("vacant", 1.1)),
        *(Column("children", 1.3), Column("per FTE", 0.8), Column("no worker", 1.25)),
        *(Column("supervised in time", 1.8), Column("discussed in time", 1.8), Column("seen in time", 1.6)),
        *(Column("worries", 1.25), Column("worries late", 1.25), Column("actions late", 1.25)),
        *(Column("no because", 1.4), Column("no answer", 1.4)),
    )
    rows = [_team_row(one, one.team or NO_TEAM) for one in teams]
    rows.append(_team_row(together(teams), "All of them"))
    said = note("Teams stand by name. A share is of those to whom the limit applies; - is not known, or nobody.")
    return Section("Team by team", (Table(columns, tuple(rows)), said))


def _team_row(team: TeamSight, name: str) -> tuple[Words, ...]:
    rates = (team.per_fte.mean, team.vacancy)
    per_fte, vacant = (f"{rate:.1f}" if rate is not None else "-" for rate in rates)
    cells = (
        *(name, str(team.count("workers")), f"{team.fte:g}" if team.fte is not None else "-", vacant),
        *(str(team.count("children")), per_fte, str(len(team.waiting))),
        *(_share(team.shares[key]) for key in _SHARES),
        *(str(team.count("worries_open")), str(team.count("worries_review_late")), str(team.count("actions_late"))),
        *(str(team.count("decisions_without_because")), str(team.count("escalations_unanswered"))),
    )
    return tuple(map(words_of, cells))


def _share(share: Share) -> str:
    if share.standing is None:
        return "-"
    return f"{share.in_time} of {share.of}{_STANDS[share.standing]}"
