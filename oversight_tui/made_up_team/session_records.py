"""What became of the records of sessions: agreed within days, one sent on and not agreed yet, one seen otherwise."""

from __future__ import annotations

from datetime import timedelta

from db.queries.session_records import unsettled
from oversight_tui.made_up_team.days import back, on_or_after
from oversight_tui.made_up_team.texts import the_day as texts
from oversight_tui.made_up_team.year import Year
from oversight_tui.practice.requests import SessionRecordRequest

_SENT_AFTER, _AGREED_AFTER = timedelta(days=1), timedelta(days=5)


def write_session_records(year: Year) -> None:
    """Those of the last weeks; the newest sessions wait still. Nothing here is drawn."""
    waiting = unsettled(year.store, [worker.id for worker in year.cast.workers], year.today)
    agreed_by = back(year.today, 1)
    settled = [one for one in waiting if on_or_after(one.held_on + _AGREED_AFTER) <= agreed_by]
    for place, one in enumerate(settled):
        on = on_or_after(one.held_on + _AGREED_AFTER)
        if place == len(settled) // 2:
            year.record(SessionRecordRequest(one.session, "otherwise", on, texts.SEEN_OTHERWISE), on)
        else:
            year.record(SessionRecordRequest(one.session, "agreed", on), on)
    for one in waiting[len(settled) :]:
        on = on_or_after(one.held_on + _SENT_AFTER)
        if on <= agreed_by:
            year.record(SessionRecordRequest(one.session, "sent", on), on)
