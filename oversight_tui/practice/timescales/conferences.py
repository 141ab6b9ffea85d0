"""A child protection plan: the first core group, then one after the other, and review conferences.

Working Together to Safeguard Children: the core group meets within 10 working days of the conference, the first review
conference is within 3 months of it, and each later one within 6 months of the last.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from oversight_tui.practice.board import AttentionKind, ChildRow
from oversight_tui.practice.calendar import add_working_days
from oversight_tui.practice.limit_words import by_said, last_day_said, limit_said
from oversight_tui.practice.said import Said
from oversight_tui.practice.timescales.standing import Limits, Standing, near
from oversight_tui.words.dates import past_day, short_day

NO_MEETING = "Last core group or review conference not recorded"


def plan_since(row: ChildRow, said: Said) -> date | None:
    """The day of the conference that made the plan in force: as it was typed, or as a list says; None without a plan.

    A conference without a word on its outcome made one, until the plan is ended here, or a list shows another status
    that began after it.
    """
    child, ended = row.child, said.latest("plan_ended")
    held = said.latest("conference") if said.in_hand("conference", "plan_ended") else None
    since = child.status_since
    if child.status == "protection_plan":
        listed = since if since is not None and (ended is None or since > ended) else None
        return max((day for day in (held, listed) if day is not None), default=None)
    return held if held is not None and (since is None or since <= held) else None


def conferences(row: ChildRow, said: Said, limits: Limits, today: date) -> Iterator[Standing]:
    """The next core group and the next review conference of the plan in force."""
    since = plan_since(row, said)
    if since is not None:
        yield from _core_group(row, said, since, limits, today)
        yield from _review(row, said, since, limits, today)


def _core_group(row: ChildRow, said: Said, since: date, limits: Limits, today: date) -> Iterator[Standing]:
    last = said.latest("core_group", since)
    first = add_working_days(since, limits["core_group_first_days"])
    due = first if last is None else last + timedelta(weeks=limits["core_group_weeks"])
    typed = last is not None or since == said.latest("conference")
    if not typed and fell_due_elsewhere(row, first):
        yield Standing("conference", page="Core group: last one not recorded", unknown=NO_MEETING)
        return
    words, near_now = f"Core group {by_said(due, today)}", near(due, today)
    unknown = "" if typed else NO_MEETING
    ahead = f"core group, {last_day_said(due, today)}"
    yield Standing("conference", due, words, words, ahead, near_now, unknown, says="core group to be held")


def _review(row: ChildRow, said: Said, since: date, limits: Limits, today: date) -> Iterator[Standing]:
    last = said.latest("review_conference", since)
    months = limits["review_conference_months" if last is None else "review_conference_next_months"]
    limit: date | None = (last or since) + relativedelta(months=months)
    typed = last is not None or since == said.latest("conference")
    if not typed and limit is not None and fell_due_elsewhere(row, limit):
        limit = None
    planned = planned_after(said, last or since) if row.child.status != "looked_after" else None
    meeting = Meeting("conference", "Review conference", limit, planned, "" if typed else NO_MEETING)
    yield from meeting.standings(today)


def fell_due_elsewhere(row: ChildRow, first: date) -> bool:
    """Whether the first day in time passed before the child came here, so that nobody here can say what was done."""
    came = row.child.here_since
    return came is not None and first < came


def planned_after(said: Said, last: date | None) -> date | None:
    """The day for which the next meeting is planned; None where none is, or one was held on that day or since."""
    review = said.newest.get("next_review")
    planned = review.day if review is not None else None
    return planned if planned is not None and (last is None or planned > last) else None


def planned_said(planned: date, today: date) -> str:
    """`on 4 Dec`, and once that has passed with nothing recorded `was planned for 4 Dec, not recorded`."""
    if planned < today:
        return f"was planned for {past_day(planned, today)}, not recorded"
    return f"on {short_day(planned, today)}"


class Meeting(Struct, frozen=True):
    """The next review of either sort: by its limit, or on its planned day where that is not later.

    `unknown` are the words for what is not recorded, where nothing of it was ever typed.
    """

    kind: AttentionKind
    name: str
    limit: date | None
    planned: date | None
    unknown: str

    def standings(self, today: date) -> Iterator[Standing]:
        """Where it stands."""
        days = [day for day in (self.limit, self.planned) if day is not None]
        if not days:
            yield Standing(self.kind, page=f"{self.name}: last one not recorded", unknown=self.unknown)
            return
        due = min(days)
        words = f"{self.name} {self._by(today)}"
        ahead = f"{self.name.lower()}, {'planned' if due == self.planned else last_day_said(due, today)}"
        unknown = self.unknown if self.planned is None else ""
        says, past = f"{self.name.lower()} to be held", "its day" if due == self.planned else "the limit"
        yield Standing(self.kind, due, words, words, ahead, near(due, today), unknown, says, past)

    def _by(self, today: date) -> str:
        planned = planned_said(self.planned, today) if self.planned is not None else ""
        if self.limit is None:
            return planned
        if self.planned is None:
            return by_said(self.limit, today)
        if self.planned <= self.limit:
            return f"{planned}, {limit_said(self.limit, today)}"
        if self.planned < today:
            return f"{by_said(self.limit, today, lacking='')}, {planned}"
        return f"{by_said(self.limit, today, lacking='')}, planned only for {short_day(self.planned, today)}"
