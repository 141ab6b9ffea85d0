"""What was said of a worker, in words: what it is and how it stands now, with every day in full."""

from __future__ import annotations

from datetime import date

from msgspec import UNSET

from oversight_tui.practice.changes import WorkerDetail
from oversight_tui.practice.requests import KnownOfWorker
from oversight_tui.words.dates import long_day


def known_said(now: WorkerDetail, known: KnownOfWorker) -> str:
    """`last day Mon 7 Dec 2026, 0.6 FTE`: each thing that was said, as it is known now."""
    said = (
        (known.name, f"goes by {now.name}"),
        (known.staff_id, _or_none("staff id", now.staff_id)),
        (known.team, _or_none("team", now.team)),
        (known.role, _or_none("role", now.role)),
        (known.fte, f"{now.fte:g} FTE" if now.fte is not None else "FTE not recorded"),
        (known.newly_qualified_from, _day("newly qualified from", now.newly_qualified_from)),
        (known.agency, {True: "agency worker", False: "no agency worker", None: "agency not recorded"}[now.agency]),
        (known.starts, _day("first day", now.starts)),
        (known.leaves, _day("last day", now.leaves)),
        (known.supervisor, _or_none("supervised by", now.supervisor)),
        (known.second_supervisor, _or_none("also supervised by", now.second_supervisor)),
        (known.own_limit, _or_none("own limit", now.own_limit)),
        (known.own_until, _day("own limit until", now.own_until)),
    )
    return ", ".join(words for value, words in said if value is not UNSET)


def _or_none(what: str, value: str | None) -> str:
    return f"{what} {value}" if value else f"{what} not recorded"


def _day(what: str, day: date | None) -> str:
    return f"{what} {long_day(day)}" if day is not None else f"{what} not recorded"
