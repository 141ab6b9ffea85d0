"""An assessment: looked at on its tenth and twentieth working day, and finished by the forty-fifth."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from oversight_tui.practice.board import ChildRow
from oversight_tui.practice.calendar import add_working_days, working_days_between
from oversight_tui.practice.limit_words import by_said
from oversight_tui.practice.said import Said
from oversight_tui.practice.timescales.standing import Limits, Standing, near


def assessment(row: ChildRow, said: Said, limits: Limits, today: date) -> Iterator[Standing]:
    """Its line, its row where it is to be looked at or to end, and its three days."""
    if row.child.status != "assessment":
        return
    since = row.child.status_since
    if since is None:
        yield Standing("assessment", page="Assessment: start not recorded")
        return
    most = limits["assessment_days"]
    looks = (limits["assessment_first_look"], limits["assessment_second_look"])
    end, day = add_working_days(since, most), working_days_between(since, today)
    by = by_said(end, today, lacking="no end recorded")
    to_finish = by_said(end, today, was="was to be finished by", lacking="no end recorded")
    for look in looks:
        yield Standing("assessment", add_working_days(since, look), ahead=f"day {look} of {most}")
    ending = near(end, today)
    yield Standing(
        "assessment",
        end,
        f"Assessment: working day {day} of {most}, {by}",
        f"Working day {day} of {most}, {'to be finished ' if end >= today else ''}{to_finish}" if ending else "",
        f"day {most} of {most}",
        listed=True,
        says="assessment to be finished",
    )
    if not ending:
        yield from _not_looked_at(row, since, looks, f"Working day {day} of {most}", today)


def _not_looked_at(row: ChildRow, since: date, looks: tuple[int, int], words: str, today: date) -> Iterator[Standing]:
    """The latest look that is due, where the child has not been discussed since."""
    discussed = row.child.last_discussed
    for look in reversed(looks):
        on = add_working_days(since, look)
        if today >= on:
            if discussed is None or discussed < on:
                summary = f"{words}: not looked at since day {look}"
                yield Standing("assessment", on, summary=summary, says="assessment not looked at", past="its day")
            return
