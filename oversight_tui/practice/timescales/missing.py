"""A missing child, and the return interview: only the interview held, or declined, ends what a return begins.

Statutory guidance on children who run away or go missing from home or care: an interview is offered within 72 hours of
the return.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from oversight_tui.practice.board import ChildRow
from oversight_tui.practice.said import Said
from oversight_tui.practice.timescales.standing import Limits, Standing
from oversight_tui.words.dates import count, past_day, short_day

SETTLED = ("interview_held", "interview_declined")


class Episode(Struct, frozen=True):
    """One time that a child was missing; None where a day is not known. `heard` says that the interview is settled."""

    gone: date | None
    back: date | None
    heard: bool = False
    offered: date | None = None

    @property
    def began(self) -> date | None:
        """The day from which it counts."""
        return self.gone or self.back


def episodes(said: Said) -> Sequence[Episode]:
    """Each time that a child was missing, in order.

    A second return of one episode changes nothing; after the interview it is the end of one whose start nobody typed.
    An interview settles every return before it.
    """
    found: list[Episode] = []
    for one in said.happened:
        last = found[-1] if found else None
        if one.what == "missing_from":
            if last is None or last.back is not None:
                found.append(Episode(one.day, None))
        elif one.what == "returned":
            if last is not None and last.back is None:
                found[-1] = last.__replace__(back=one.day)
            elif last is None or last.heard:
                found.append(Episode(None, one.day))
        elif one.what == "interview_offered":
            found = [each if each.back is None or each.heard else each.__replace__(offered=one.day) for each in found]
        elif one.what in SETTLED:
            found = [each if each.back is None else each.__replace__(heard=True) for each in found]
    return found


def missing_now(said: Said) -> Episode | None:
    """The episode that goes on: the child has not come back."""
    found = episodes(said)
    return found[-1] if found and found[-1].back is None else None


def interview_waits(said: Said) -> Episode | None:
    """The first episode after whose return the child has not been heard and has not declined."""
    return next((one for one in episodes(said) if one.back is not None and not one.heard), None)


def missing(row: ChildRow, said: Said, limits: Limits, today: date) -> Iterator[Standing]:
    """The child who is missing, due on the very day; else the interview that waits; and how often in a year."""
    every = episodes(said)
    year_ago = today - relativedelta(months=limits["missing_months"])
    recent = sum(one.began is not None and one.began > year_ago for one in every)
    again = f"{count(recent, 'time', 'times')} in {limits['missing_months']} months" if recent > 1 else ""
    gone, waits = missing_now(said), interview_waits(said)
    if gone is not None and gone.gone is not None:
        days = (today - gone.gone).days
        long = f"missing for {count(days, 'day')}" if days else "missing since today"
        since = f"Missing since {past_day(gone.gone, today)}, {count(days, 'day')}" if days else "Missing since today"
        words = [since, again]
        if waits is not None and waits.back is not None:
            words.append(f"not heard since the return of {past_day(waits.back, today)}")
        summary = "; ".join(one for one in words if one)
        yield Standing("missing_child", gone.gone, summary, summary, says=long, past="", due_said="")
    elif waits is not None and waits.back is not None:
        due = waits.back + timedelta(days=limits["return_days"])
        offered = f"offered {past_day(waits.offered, today)}, not held" if waits.offered else ""
        hear = f"hear the child by {short_day(due, today)} (72 hours)"
        if due < today:
            hear = f"the child was to be heard by {past_day(due, today)} (72 hours), not recorded"
        words = [f"Came back {past_day(waits.back, today)}: {hear}"]
        summary = "; ".join(one for one in (*words, offered, again) if one)
        yield Standing(
            "missing_child",
            due,
            f"Return interview: {summary}",
            summary,
            "return interview",
            listed=True,
            says="back from missing and not heard",
            past="the 72 hours",
        )
    elif again:
        yield Standing("missing_child", page=f"Missing {again}")
