"""When the record of a session is due: sent on to the worker, and agreed by them or seen otherwise."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from oversight_tui.practice.calendar import add_working_days
from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.ids import EntryId, WorkerId
from oversight_tui.practice.policy import Policy

# For how long a record is asked for: what came before is no work of this morning. Local.
ASKED_FOR = timedelta(weeks=13)


class Unsettled(Struct, frozen=True, array_like=True):
    """A one-to-one to whose record the worker has neither agreed nor said that they see it otherwise; `sent_on` is the
    day on which it was sent to them, None where it was not.
    """

    session: EntryId
    worker: WorkerId
    held_on: date
    sent_on: date | None


def is_record(item: OpenItem) -> bool:
    """Whether what is due in an own file is the record of a session."""
    return item.kind == "own_file" and item.session_kind is not None


def record_due(held_on: date, policy: Policy) -> date:
    """The last day in time to have the record of a session agreed."""
    return add_working_days(held_on, policy.limits["session_record_days"])
