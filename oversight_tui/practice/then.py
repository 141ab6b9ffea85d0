"""A day that has passed, as it is looked at now."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Then(Struct, frozen=True):
    """What is shown is of a day since which something happened; `recorded_by` is the day by whose end it had been
    recorded too, None where the records are taken as they are now.
    """

    recorded_by: date | None = None
