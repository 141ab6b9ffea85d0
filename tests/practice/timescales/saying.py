"""A child on one morning, and the rows about their statutory clocks."""

from datetime import date, timedelta

from oversight_tui.practice.board import AttentionRow, Board
from oversight_tui.practice.child_dates import ChildDate, ChildDateWhat
from oversight_tui.practice.facts import Child, TeamFacts
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import DEFAULT
from oversight_tui.practice.said import NOTHING
from oversight_tui.practice.timescales import told

TODAY = date(2026, 11, 23)  # a Monday
DAY = timedelta(days=1)
ONE = ChildId(1)
KINDS = ("visit", "assessment", "section_47", "conference", "review", "proceedings", "missing_child")


def child(number: int = 1, **values: object) -> Child:
    """A child who was discussed and seen today, with whatever else is said."""
    known: dict[str, object] = {"team": "North", "last_discussed": TODAY, "last_seen": TODAY, **values}
    return Child(ChildId(number), f"C-{number}", **known)  # type: ignore[arg-type]


def said(what: ChildDateWhat, day: date | None = None, days: int | None = None) -> ChildDate:
    """Typed sixty days ago about the first child."""
    return ChildDate(ONE, what, day, days, TODAY - 60 * DAY)


def board(*children: Child, dates: tuple[ChildDate, ...] = (), today: date = TODAY) -> Board:
    """The board of these children."""
    return build_board(TeamFacts(("North",), None, (), children, child_dates=dates), DEFAULT, today)


def about(one: Child, *dates: ChildDate, today: date = TODAY) -> list[AttentionRow]:
    """The rows about the clocks of one child; the line for many children is none of them."""
    return [row for row in board(one, dates=dates, today=today).attention if row.kind in KINDS and row.count is None]


def rows(one: Child, *dates: ChildDate, today: date = TODAY) -> list[tuple[str, str, int | None]]:
    """Their kind, state and days over."""
    return [(row.kind, row.state, row.days_over) for row in about(one, *dates, today=today)]


def page(one: Child, *dates: ChildDate, today: date = TODAY) -> list[str]:
    """What the child's page says of the clocks."""
    made = board(one, dates=dates, today=today)
    return list(told(made.children[0], made.dates.get(one.id, NOTHING), DEFAULT, today))
