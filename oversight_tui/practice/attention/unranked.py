"""A row of the morning list before it has a rank, and the factors it is built from."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from oversight_tui.practice.board import AttentionKind, AttentionState, Factor
from oversight_tui.practice.discussion_clock import risk_used
from oversight_tui.practice.facts import Child, Worker
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.lateness import days_late
from oversight_tui.practice.policy import Policy
from oversight_tui.words.closings import closed_words
from oversight_tui.words.dates import count
from oversight_tui.words.labels import RISK

MOST_CHILDREN_COUNTED = 30


class UnrankedRow(Struct, gc=False):
    """One thing that needs the manager: what, about whom, since when, and the factors found so far.

    `severity` is that of a worry which nobody has looked at again since it was raised. `due_said` is how the sentence
    that says why begins with a day to come; empty where it tells in other words how that day stands. `children` are
    those whom a line for many stands for. `owner` is who owns a worry or an action, and `owner_has_left` that they are
    here no more. `for_its_day` is a referral that cannot wait for the next, `at` the time of day as HH:MM
    of what is booked.
    """

    kind: AttentionKind
    state: AttentionState
    summary: str
    because: list[Factor]
    id: EntryId | None = None
    worker: Worker | None = None
    child: Child | None = None
    due_on: date | None = None
    days_over: int | None = None
    count: int | None = None
    children: tuple[ChildId, ...] = ()
    severity: int | None = None
    due_said: str = "due"
    owner: str | None = None
    owner_has_left: bool = False
    for_its_day: bool = False
    at: str | None = None


def lateness(policy: Policy, days_over: int | None, *, past: str = "the limit") -> list[Factor]:
    """The points of being past a date: a step for being past it at all and one for each day, up to a most.

    `past` is what the date is called; empty where the sentence says without it how long it has been.
    """
    if days_over is None:
        return []
    weights = policy.weights
    days = min(days_over, int(weights["days_over_most"]))
    return [
        Factor("past the limit", weights["overdue"], says="", part="late"),
        Factor(
            f"{count(days_over, 'day')} over",
            days * weights["day_over"],
            says=f"{count(days_over, 'day')} past {past}" if past else "",
            part="late",
        ),
    ]


def dated_state(due_on: date | None, today: date) -> tuple[AttentionState, int | None]:
    """The state of a dated thing: open before its day or without one, due on the day, overdue after it."""
    over = days_late(due_on, today)
    if over is not None:
        return "overdue", over
    return ("due" if due_on == today else "open"), None


def if_closed(child: Child | None, today: date) -> str:
    """That a list has closed the child whom a row is about, and when; empty where none has."""
    return "" if child is None or child.open else closed_words(child.closed_on, today)


def about_child(policy: Policy, child: Child | None) -> list[Factor]:
    """The points that a child's risk and status bring to any row about the child; not rated counts as what it is
    taken as, in every row alike.
    """
    if child is None:
        return []
    weights = policy.weights
    rating = risk_used(child)
    found = []
    if child.status == "protection_plan":
        found.append(Factor("on a child protection plan", weights["protection_plan"], part="who"))
    elif child.status == "looked_after":
        found.append(Factor("looked after", weights["looked_after"], part="who"))
    if weights[f"risk_{rating}"]:
        words = f"{RISK[rating]} risk" if child.risk is not None else f"not rated, taken as {RISK[rating]} risk"
        found.append(Factor(words, weights[f"risk_{rating}"], part="who"))
    return found


def for_children(policy: Policy, number: int, are: str = "") -> Factor:
    """The points of the children one line stands for; `are` is what they are, for the sentence."""
    children = count(number, "child", "children")
    points = min(number, MOST_CHILDREN_COUNTED) * policy.weights["each_child"]
    return Factor(children, points, says=f"{children} {are}".strip())
