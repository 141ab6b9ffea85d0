"""`oversight book import`: what stands in a calendar, booked, moved and called off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from oversight_tui.commands.printing import print_json, print_lines, printed_id
from oversight_tui.exchange.appointments import Appointments, read_appointments
from oversight_tui.practice.requests import Book, Recorded
from oversight_tui.services import record
from oversight_tui.services.calendar_bookings import CalendarPlan, plan_of, summed_up
from oversight_tui.words.day_labels import BOOKING
from oversight_tui.words.labels import words_for
from oversight_tui.words.times import day_and_time

if TYPE_CHECKING:
    from db.engine import Store


def take_calendar(store: Store, path: Path, today: date, *, dry_run: bool, as_json: bool) -> int:
    """Record what a calendar asks for, and print that and what was not taken; 0."""
    calendar = read_appointments(path, today)
    plan = plan_of(store, calendar, today)
    asks = plan.asks
    anything = bool(asks.booked or asks.moved or asks.off) and not dry_run
    recorded = record.record(store, asks, today) if anything else ()
    if anything:
        plan = _as_recorded(plan, len(recorded))
        asks = plan.asks
    if as_json:
        print_json(_shape(recorded, plan, calendar))
        return 0
    print_lines(_would_be(plan) if dry_run else (f"{one.says} (id {one.id})" for one in recorded))
    print_lines(f"Not taken: {one.says}." for one in plan.not_taken)
    print_lines(f"Not taken: {one.called}: {one.because}." for one in calendar.unread)
    would = "Would be: " if dry_run else ""
    print_lines((f"{would}{summed_up(len(asks.booked), len(asks.moved), len(asks.off), plan, calendar)}",))
    return 0


def _as_recorded(plan: CalendarPlan, recorded: int) -> CalendarPlan:
    """The plan without what somebody else has booked out of the same calendar since it was made."""
    asks = plan.asks
    twins = len(asks.booked) + len(asks.moved) + len(asks.off) - recorded
    return plan.__replace__(asks=asks.__replace__(booked=asks.booked[twins:]), unchanged=plan.unchanged + twins)


def _would_be(plan: CalendarPlan) -> Iterator[str]:
    asks = plan.asks
    yield from (f"To be booked: {_called(one)}" for one in asks.booked)
    yield from (f"To be moved: id {one.booking} to {day_and_time(one.on, one.at)}" for one in asks.moved if one.on)
    yield from (f"To be called off: id {one.booking}" for one in asks.off)


def _called(one: Book) -> str:
    text = f": {one.text}" if one.text else ""
    return f"{day_and_time(one.on, one.at)} {words_for(BOOKING, one.kind)}{text}"


def _shape(recorded: Sequence[Recorded], plan: CalendarPlan, calendar: Appointments) -> dict[str, object]:
    asks = plan.asks
    return {
        "recorded": [{"id": printed_id(one.id), "kind": one.kind, "says": one.says} for one in recorded],
        "booked": len(asks.booked),
        "moved": len(asks.moved),
        "called_off": len(asks.off),
        "unchanged": plan.unchanged,
        "not_taken": [
            {"on": one.on.isoformat(), "at": one.at, "title": one.title, "because": one.because}
            for one in plan.not_taken
        ],
        "unread": [{"entry": one.called, "because": one.because} for one in calendar.unread],
        "passed": calendar.passed,
        "later": calendar.later,
    }
