"""Referrals: by when each is to be decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from oversight_tui.practice.calendar import add_working_days


def decide_by(came: date, limits: Mapping[str, int], *, for_its_day: bool) -> date:
    """The last day in time: the day itself where it is for the same day, else the policy's working days after it came
    (practice.md, statutory clocks: decision on referral, 1 working day).
    """
    return came if for_its_day else add_working_days(came, limits["referral_days"])
