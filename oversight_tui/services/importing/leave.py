"""Leave of calendars: whose it is among the workers here, and how it stands to the absences that are here already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from oversight_tui.exchange.leave_days import Leave, leave_of
from oversight_tui.exchange.roster import AbsenceRow
from oversight_tui.exchange.tables import FileProblem, Remark, Workbook
from oversight_tui.practice.changes import KnownWorker
from oversight_tui.practice.facts import Absence
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.text import match_key


class LeaveRows(Struct, frozen=True):
    """The absences to be compared, what was left out and why, and what is to be looked at.

    `nobodys` is how many stretches say of nobody whose they are: whose calendar it is has to be asked.
    """

    rows: tuple[AbsenceRow, ...] = ()
    not_taken: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    nobodys: int = 0


def leave_rows(
    calendars: Sequence[Workbook], workers: Sequence[KnownWorker], today: date, whose: str | None
) -> LeaveRows:
    """The leave of these calendars. `whose` is the worker of entries that name nobody here. Raises FileProblem where
    there is no such worker, or a calendar has a rule that cannot be followed.
    """
    whose = _spelled(whose, workers) if whose is not None else None
    rows: list[AbsenceRow] = []
    not_taken: list[Remark] = []
    warnings: list[Remark] = []
    nobodys = 0
    for leave in (one for calendar in calendars for one in leave_of(calendar, today)):
        worker = _worker(leave.names, workers)
        name = worker.detail.name if worker is not None else None if leave.named else whose
        if name is None and leave.named:
            reason = "nobody here has this name; put them on the roster first, or say whose calendar it is"
            not_taken.append(Remark(leave.place, leave.names[0], reason))
            continue
        if name is None and not workers:
            not_taken.append(
                Remark(leave.place, leave.reason, "nobody is here whose it may be; bring a roster in first")
            )
            continue
        if name is None:
            nobodys += 1
            continue
        worker = worker or _worker((name,), workers)
        known = worker.absences if worker is not None else ()
        already = next((one for one in known if _covers(one, leave)), None)
        if already is not None:
            not_taken.append(Remark(leave.place, name, f"{_days(leave)}: away then already, {_of(already)}"))
            continue
        over = next((one for one in known if _overlaps(one, leave)), None)
        if over is not None:
            warnings.append(Remark(leave.place, name, f"{_days(leave)} overlaps {_of(over)}; both stand"))
        rows.append(AbsenceRow(name, None, leave.first_day, leave.last_day, leave.reason, leave.place))
    return LeaveRows(tuple(rows), tuple(not_taken), tuple(warnings), nobodys)


def _spelled(whose: str, workers: Sequence[KnownWorker]) -> str:
    """The name as the store has it."""
    found = next((one for one in workers if match_key(whose) in one.keys), None)
    if found is None:
        raise FileProblem(f"There is no worker '{whose}' for --of. Give the name as the store has it.")
    return found.detail.name


def whose_says(nobodys: int) -> str:
    """What is asked where entries name nobody."""
    return f"Whose calendar is it? {count(nobodys, 'stretch of leave names', 'stretches of leave name')} nobody."


def _worker(names: Sequence[str], workers: Sequence[KnownWorker]) -> KnownWorker | None:
    """Who is meant: by the whole name in either order, by an address made of it, or by a first name only one has."""
    for name in names:
        keys = set(_keys(name))
        found = [one for one in workers if keys & set(one.keys)]
        if not found and " " not in name and "@" not in name:
            found = [one for one in workers if match_key(one.detail.name).split(" ")[0] == match_key(name)]
        if len(found) == 1:
            return found[0]
    return None


def _keys(name: str) -> Iterator[str]:
    if "@" in name:
        yield match_key(name.split("@")[0].replace(".", " ").replace("_", " "))
        return
    yield match_key(name)
    surname, comma, first = name.partition(",")
    if comma:
        yield match_key(f"{first} {surname}")


def _covers(known: Absence, leave: Leave) -> bool:
    """Whether the days are within an absence that is here, which is then not another one."""
    is_within = known.first_day <= leave.first_day and (known.last_day is None or leave.last_day <= known.last_day)
    return is_within and known.first_day != leave.first_day


def _overlaps(known: Absence, leave: Leave) -> bool:
    if known.first_day == leave.first_day:
        return False
    return known.first_day <= leave.last_day and (known.last_day is None or leave.first_day <= known.last_day)


def _days(leave: Leave) -> str:
    return f"{leave.reason} {long_day(leave.first_day)} to {long_day(leave.last_day)}"


def _of(known: Absence) -> str:
    until = f"to {long_day(known.last_day)}" if known.last_day else "until further notice"
    return f"{known.reason} {long_day(known.first_day)} {until}"
