"""Referrals: by when each is to be decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from oversight_tui.practice.calendar import add_working_days, is_working_day


def decide_by(came: date, limits: Mapping[str, int], *, for_its_day: bool) -> date:
    """The last day in time: the policy's working days after it came (practice.md, statutory clocks: decision on
    referral, 1 working day); where it is for the same day that day itself, or where nobody works then the next on which
    somebody does.
    """
    if for_its_day and is_working_day(came):
        return came
    return add_working_days(came, 1 if for_its_day else limits["referral_days"])
