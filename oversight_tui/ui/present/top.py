"""The line at the top and today's diary: what must never scroll out of sight."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from oversight_tui.practice.board import Board, Counts, WorkerRow
from oversight_tui.practice.calendar import covers
from oversight_tui.practice.facts import Session, SessionState, Worker
from oversight_tui.practice.ids import WorkerId
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.widgets.text_line import FILL, Part
from oversight_tui.words.dates import count, long_day, short_day, weekday_day
from oversight_tui.words.labels import session_with
from oversight_tui.words.then import as_at_words

_STYLES: Mapping[str, str] = {
    "urgent": "bold $text-error",
    "overdue": "bold $text-error",
    "due": "$text-warning",
    "never": "bold $text-accent",
}


Versions = tuple[tuple[Part, ...], ...]


def strip_parts(board: Board, names: Names, marking: tuple[Part, ...], *, only_mine: bool = False) -> Versions:
    """The whole strip with the marking on one line, and shorter where there is less room: the last one has no shorter.

    `only_mine` says that the board is narrowed to those whom its manager supervises.
    """
    team = (*marking, Part(f" {_team(board)} ", "bold"), *_then(board), *_mine(only_mine))
    age, short_age, tone = _age(board), _short_age(board), _tone_of_age(board)
    size = f"{count(board.counts.workers, 'worker')}, {count(board.counts.children, 'child', 'children')}   "
    counts, brief = _counts(board, names, long=True), _counts(board, names, long=False)
    return (
        (*team, FILL, *counts, FILL, Part(size), Part(f"{age} ", tone)),
        (*team, FILL, *counts, FILL, Part(f"{age} ", tone)),
        (*team, FILL, *counts, FILL, Part(f"{short_age} ", tone)),
        (*team, FILL, *brief, FILL, Part(f"{short_age} ", tone)),
    )


def top_parts(board: Board, names: Names, *, only_mine: bool = False) -> Versions:
    """The strip without the marking, which has a line of its own, and with the day, which no diary says there; shorter
    and shorter where the terminal is narrow. The counts are in each.
    """
    age, short_age, tone = _age(board), _short_age(board), _tone_of_age(board)
    counts, brief = _counts(board, names, long=True), _counts(board, names, long=False)
    day = "" if board.then is not None else weekday_day(board.as_of)
    named = f" {_team(board)} {names.glyphs.dot} {day} " if day else f" {_team(board)} "
    shown = (*_then(board), *_mine(only_mine))
    team = (Part(named, "bold"), *shown)
    return (
        (*team, FILL, *counts, FILL, Part(f"{age} ", tone)),
        (*team, FILL, *counts, FILL, Part(f"{short_age} ", tone)),
        (*team, FILL, *brief, FILL, Part(f"{short_age} ", tone)),
        (Part(f" {_team(board)} ", "bold"), *shown, FILL, *brief, FILL, Part(f"{short_age} ", tone)),
        (*shown, *brief, *((Part(f" {day}"),) if day else ()), Part(f" {short_age}", tone)),
        (*shown, *brief, Part(f" {short_age}", tone)),
        (*shown, *brief),
        (*brief, *shown),
    )


def _then(board: Board) -> tuple[Part, ...]:
    """That the board is of a past day: in each version of the strip, and never in colour alone."""
    if board.then is None:
        return ()
    return (Part(f" {as_at_words(board.as_of, board.then.recorded_by)} ", "reverse"),)


def _mine(only_mine: bool) -> tuple[Part, ...]:
    return (Part(" only whom you supervise ", "reverse"),) if only_mine else ()


def diary_parts(board: Board, names: Names, *, with_day: bool) -> Versions:
    """What day it is, where the strip does not say it; who is on duty; who is away, those first whom nobody covers; how
    children are held who have no worker; sessions that are begun and not ended, planned or held today, or the next one
    to come. The whole of it, and shorter and shorter where the terminal is narrow: what was held goes first, then what
    is to come; then who covers whom, of which their number stays. Whom nobody covers never goes.
    """
    away = [_away(row, names) for row in sorted(_gone(board), key=lambda row: row.covered_by is not None)]
    uncovered = [names.short_worker(row.worker.name) for row in _gone(board) if row.covered_by is None]
    planned, held = _sessions(board, names, "planned"), _sessions(board, names, "held")
    gone = f"Away: {', '.join(away)}" if away else ""
    covered = f"{len(away) - len(uncovered)} covered" if len(away) > len(uncovered) else ""
    few = [*(f"{name} (uncovered)" for name in uncovered), *([covered] if covered else ())]
    short_gone = f"Away: {', '.join(few)}" if few else ""
    duty = _duty(board, names)
    on_duty, short_duty = (f"On duty: {duty}", f"Duty: {duty}") if duty else ("", "")
    unended = _under_way(board, names)
    none_else = "" if held or unended else _next_session(board, names)
    to_come = f"Supervision today: {', '.join(planned)}" if planned else none_else
    short_to_come = f"Supervision: {', '.join(planned)}" if planned else none_else
    was_held = f"held: {', '.join(held)}" if held else ""
    day, short = (long_day(board.as_of), weekday_day(board.as_of)) if with_day else ("", "")
    nobodys, brief = without_worker(board.counts), without_worker(board.counts, brief=True)
    versions = (
        (day, on_duty, gone, nobodys, unended, to_come, was_held, "" if away else "Nobody away"),
        (day, on_duty, gone, nobodys, unended, to_come),
        (day, on_duty, gone, brief, unended, to_come),
        (short, short_duty, gone, brief, unended, short_to_come),
        (short_duty, gone, brief, unended, short_to_come),
        (short_duty, gone, brief, unended),
        (short_duty, gone, brief),
        (short_duty, short_gone, brief),
        (short_gone, brief),
        (gone,),
        (short_gone,),
        (
            f"{len(uncovered)} uncovered: {', '.join(uncovered)}"
            if uncovered
            else gone or unended or to_come or was_held,
        ),
    )
    return tuple(
        (Part(" " + f" {names.glyphs.dot} ".join(filter(None, said)), "$text-muted"),) for said in versions if any(said)
    )


def without_worker(counts: Counts, *, brief: bool = False) -> str:
    """How many children wait for a worker, are held on duty, and are held by a manager; empty where none is any. In
    brief without those of which there is none.
    """
    if not counts.unallocated:
        return ""
    if brief:
        said = ((counts.waiting, "waiting"), (counts.on_duty, "on duty"), (counts.held_by_manager, "with a manager"))
        return ", ".join(f"{number} {how}" for number, how in said if number)
    return f"No worker: {counts.waiting} waiting, {counts.on_duty} on duty, {counts.held_by_manager} with a manager"


def _duty(board: Board, names: Names) -> str:
    """The names of who is on duty today; empty where it is not recorded."""
    today = (one.worker_id for one in board.duty if one.first_day <= board.as_of <= one.last_day)
    rows = (board.worker_row(worker) for worker in dict.fromkeys(today))
    found = [names.short_worker(row.worker.name) for row in rows if row is not None]
    return ", ".join(found)


def somebody_uncovered(board: Board) -> bool:
    """Whether somebody is away whom nobody covers: then that is said however small the terminal is."""
    return any(row.covered_by is None for row in _gone(board))


def _gone(board: Board) -> list[WorkerRow]:
    gone = {one.worker_id for one in board.diary.away}
    return [row for row in board.workers if row.worker.id in gone]


def _sessions(board: Board, names: Names, state: SessionState) -> list[str]:
    """With whom the sessions of today are that are in this state, each once; of one to come, that they are away, of
    one that was held, that it was cut short and is no supervision of theirs.
    """
    workers = {row.worker.id: row for row in board.everybody}
    found = []
    for one in board.diary.sessions:
        row = workers.get(one.worker_id)
        if one.state == state and not one.under_way:
            away = " (but away)" if state == "planned" and row is not None and row.absence is not None else ""
            short = " (cut short)" if state == "held" and row is not None and _was_cut_short(one, row.worker) else ""
            found.append(session_with(one.kind, names.short_worker(row.worker.name if row else None)) + away + short)
    return list(dict.fromkeys(found))


def _under_way(board: Board, names: Names) -> str:
    """With whom sessions were begun today that have not ended; empty for none."""
    workers = {row.worker.id: row for row in board.everybody}
    found = [workers[one.worker_id] for one in board.diary.sessions if one.under_way and one.worker_id in workers]
    return f"Session not ended: {', '.join(names.short_worker(row.worker.name) for row in found)}" if found else ""


def _was_cut_short(session: Session, worker: Worker) -> bool:
    """Whether a session with them alone was cut short and does not count, with none on its day that does."""
    alone = session.kind == "one_to_one"
    return alone and session.held_on == worker.cut_short_on and session.held_on != worker.last_held


def _away(row: WorkerRow, names: Names) -> str:
    helps = f"{names.short_worker(row.covered_by)} helps out" if row.covered_by else "uncovered"
    return f"{names.short_worker(row.worker.name)} ({helps})"


def _team(board: Board) -> str:
    if board.whole_authority and len(board.teams) != 1:
        return f"all {count(len(board.teams), 'team')}" if board.teams else "no team yet"
    return board.teams[0] if len(board.teams) == 1 else count(len(board.teams), "team")


def _counts(board: Board, names: Names, *, long: bool) -> tuple[Part, ...]:
    parts = []
    counts = board.counts
    for state, number in (
        ("urgent", counts.urgent),
        ("overdue", counts.overdue),
        ("due", counts.due),
        ("never", counts.never),
    ):
        text = f"{names.glyphs.of_state(state)}{' ' if long else ''}{number} {state}"
        parts += [Part(text, _STYLES[state] if number else "$text-muted", f"only_{state}"), Part("  " if long else " ")]
    return tuple(parts)


def _age(board: Board) -> str:
    if board.data_as_at is None:
        return "no list imported"
    return f"{_short_age(board)}, as at {short_day(board.data_as_at, board.as_of)}"


def _tone_of_age(board: Board) -> str:
    stale = board.data_as_at is None or any(row.kind == "stale_data" for row in board.attention)
    return "$text-warning" if stale else "$text-muted"


def _short_age(board: Board) -> str:
    if board.data_as_at is None:
        return "no data"
    days = (board.as_of - board.data_as_at).days
    return "data of today" if days <= 0 else f"data {count(days, 'day')} old"


def _next_session(board: Board, names: Names) -> str:
    """The next session to come; that who it is with is away then is said, since it cannot take place so."""
    coming: list[tuple[date, str, WorkerId]] = [
        (row.worker.next_planned, row.worker.name, row.worker.id)
        for row in board.workers
        if row.worker.next_planned and not row.worker.has_left(row.worker.next_planned)
    ]
    if not coming:
        return "No supervision today, none planned"
    day, name, worker = min(coming)
    away = any(one.worker_id == worker and covers(one, day) for one in board.absences)
    return f"No supervision today, next {names.short_worker(name)} {weekday_day(day)}{' (but away)' if away else ''}"
