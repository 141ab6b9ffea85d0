"""A gap in supervision in words, and the months of a worker as a strip that says more than its colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from oversight_tui.practice.gaps import BeganBy, Gap, GapReason, Month, WorkerRegularity
from oversight_tui.words.dates import count, month_day, short_day
from oversight_tui.words.labels import ABSENCE

_BEGAN: dict[BeganBy, str] = {
    "held": "",
    "opening": " (an opening date)",
    "start": " (the first day here, no session before)",
    "seen": " (the first list with this name; what was before is not known here)",
}
OVER_LIMIT, OVER_IDEAL, AWAY, NOT_COUNTED = "!", "'", "-", "."
STRIP_SAYS = (
    f"Months: sessions held; {OVER_LIMIT} days over the limit, {OVER_IDEAL} over the ideal only, "
    f"{AWAY} away all month, {NOT_COUNTED} not counted."
)


def counted_said(one: WorkerRegularity) -> str:
    """`14 held, 2 cancelled; 3 gaps over the ideal, 1 of them over the limit`."""
    if one.first is None:
        return "nothing to count: not here in these days, or no day is known to count from"
    gaps = "no gap over the ideal"
    if one.gaps:
        over = f"{one.over_limit} of them over the limit" if one.over_limit else "none over the limit"
        gaps = f"{count(len(one.gaps), 'gap')} over the ideal, {over}"
    return f"{len(one.held)} held, {len(one.cancelled)} cancelled; {gaps}"


def gap_said(gap: Gap, today: date) -> str:
    """From when to when, and by how much it was over: `3 Mar to 20 Apr, 48 days: 17 days over the limit of 3 Apr`."""
    ended = short_day(gap.ended, today) if gap.ended is not None else f"{short_day(gap.until, today)}, none held yet"
    days, over = count(gap.days, "day"), count(gap.days_over, "day")
    if gap.over_limit:
        passed, over = gap.limit_by, f"{over} over the limit ({gap.limit}, to {short_day(gap.limit_by, today)})"
    else:
        passed, over = gap.ideal_by, f"{over} over the ideal ({gap.ideal}, to {short_day(gap.ideal_by, today)})"
    if away := (gap.until - passed).days - gap.days_over:
        over += f", {count(away, 'day')} away after it not counted"
    if gap.days_over_here < gap.days_over:
        over += f", {gap.days_over_here} of them in these months"
    return f"{short_day(gap.began, today)}{_BEGAN[gap.began_by]} to {ended}: {days}, {over}"


def reasons_said(gap: Gap, today: date) -> Iterator[str]:
    """What lay in it, a sentence each."""
    for reason in gap.reasons:
        yield reason_said(reason, today)


def reason_said(reason: GapReason, today: date) -> str:
    """One thing that lay in a gap."""
    first, last = short_day(reason.first, today), short_day(reason.last, today)
    span = first if first == last else f"{first} to {last}"
    match reason.kind:
        case "away":
            return f"Away {span} ({ABSENCE[reason.category or 'other']})."
        case "cancelled":
            return f"The session of {first} was cancelled: {reason.words or 'no reason recorded'}."
        case "cut_short":
            return f"The session of {first} was cut short and does not count."
        case "held_late":
            return f"A session was planned for {first} and held on {last}."
        case "not_recorded":
            return f"A session was planned for {first}; whether it was held is not recorded."
        case "not_booked":
            return f"No session is recorded as booked for {span}."


def month_mark(month: Month) -> str:
    """A month in two cells: how many were held, and what else is to be said of it."""
    if not month.counted and not month.held:
        return f"{NOT_COUNTED} "
    if month.counted and month.away == month.counted:
        return f"{month.held or AWAY} "
    mark = OVER_LIMIT if month.over_limit else OVER_IDEAL if month.over_ideal else " "
    return f"{min(month.held, 9)}{mark}"


def month_name(month: Month) -> str:
    """`Jan`."""
    return month_day(date.fromisoformat(f"{month.month}-01")).removeprefix("1 ")


def month_names(months: Sequence[Month]) -> tuple[str, ...]:
    """Each by its name, the year with the first and with every January: `Nov 2025`, `Dec`, `Jan 2026`."""
    return tuple(
        f"{month_name(one)} {one.month[:4]}" if place == 0 or one.month.endswith("-01") else month_name(one)
        for place, one in enumerate(months)
    )


def months_said(one: WorkerRegularity, between: str = ", ") -> str:
    """The months of a worker, oldest first: `Nov 2025 0!, Dec 2, Jan 2026 1'`."""
    named = zip(month_names(one.months), one.months, strict=True)
    return between.join(f"{name} {month_mark(month)}".rstrip() for name, month in named)
